// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/layout_file.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/versions/durable_file.h"
#include "views/models/document/flow_disk.h"

#include <cmath>
#include <filesystem>

namespace batuta::views {
namespace {

constexpr json::Limits kLimits{1ULL << 20, 16};
constexpr double kFarthest = 1'000'000; ///< pixels; a canvas is never as wide

bool isThere(const std::string &path)
{
    std::error_code failure;
    return std::filesystem::exists(std::filesystem::symlink_status(path, failure));
}

Error broken(const std::string &path, const Error &why)
{
    return {why.code,
            path,
            why.detail,
            {path, why.place.line, why.place.column},
            "The steps are placed anew. The file is kept under another name as soon as one is moved."};
}

Result<json::Value> readObject(const std::string &path)
{
    if (!isThere(path))
        return json::Value(json::Object{});
    std::error_code failure; // a link could lead out of the workspace, and writing follows it
    const bool isFile = std::filesystem::is_regular_file(std::filesystem::symlink_status(path, failure));
    const Result<std::string> text = isFile ? readFile(path, kLimits.bytes)
                                            : Error{ErrorCode::FileUnreadable, path, "it is no file", {}, ""};
    Result<json::Value> value = text ? json::parse(*text, kLimits) : text.error();
    if (!value)
        return broken(path, value.error());
    const auto refuse = [&](const std::string &detail) {
        return broken(path, {ErrorCode::SchemaViolation, "", detail, {}, ""});
    };
    const json::Value &root = *value;
    if (!root.isObject() || root["version"].asInteger() != 1)
        return refuse("it is no layout of version 1");
    if (!root["steps"].isObject())
        return refuse("`steps` is no object");
    for (const auto &[id, place] : root["steps"].asObject())
        for (const char *axis : {"x", "y"})
            if (!place[axis].isNumber() || !(std::abs(place[axis].asDouble()) <= kFarthest))
                return refuse("steps." + id + "." + axis + " is no position");
    return value;
}

/// Whole pixels are written as such.
json::Value pixels(qreal at)
{
    const double rounded = std::round(at * 100) / 100;
    return rounded == std::floor(rounded) ? json::Value(static_cast<std::int64_t>(rounded))
                                          : json::Value(rounded);
}

} // namespace

std::string layoutPath(const std::string &flowFile)
{
    return std::filesystem::path(flowFile).replace_extension(".layout.json").string();
}

Result<StepPlaces> readLayout(const std::string &path)
{
    const Result<json::Value> root = readObject(path);
    if (!root)
        return root.error();
    StepPlaces places;
    for (const auto &[id, place] : (*root)["steps"].asObject())
        places.emplace(id, QPointF(place["x"].asDouble(), place["y"].asDouble()));
    return places;
}

StepPlaces mergedPlaces(const StepPlaces &mine, const StepPlaces &known, StepPlaces theirs)
{
    const auto at = [](const StepPlaces &places, const std::string &step) {
        const auto found = places.find(step);
        return found == places.end() ? std::nullopt : std::optional(found->second);
    };
    for (const auto &[step, place] : mine)
        if (at(known, step) != place)
            theirs[step] = place;
    for (const auto &[step, place] : known)
        if (mine.count(step) == 0)
            theirs.erase(step);
    return theirs;
}

Status writeLayout(const std::string &path, const StepPlaces &places)
{
    if (places.empty() && !isThere(path))
        return {};
    Result<json::Value> present = readObject(path);
    if (!present) {
        if (const Result<std::string> kept = setAside(path); !kept)
            return kept.error();
        present = json::Value(json::Object{});
    }
    json::Object &root = present->object();
    root.set("version", 1);
    json::Object steps;
    for (const auto &[id, at] : places) {
        const json::Value *known = root["steps"].asObject().find(id);
        json::Value entry = known ? *known : json::Value(json::Object{});
        entry.object().set("x", pixels(at.x()));
        entry.object().set("y", pixels(at.y()));
        steps.set(id, std::move(entry));
    }
    root.set("steps", std::move(steps));
    return versions::replaceFile(path, json::writePretty(*present) + "\n");
}

Result<StepPlaces> saveLayout(const std::string &path, const StepPlaces &mine, const StepPlaces &known)
{
    Result<StepPlaces> theirs = readLayout(path);
    StepPlaces merged = theirs ? mergedPlaces(mine, known, std::move(*theirs)) : mine;
    if (const Status written = writeLayout(path, merged); !written)
        return written.error();
    return merged;
}

} // namespace batuta::views
