// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/images.h"

#include "engine/base/text.h"
#include "engine/cloud_local/archive.h"
#include "engine/flow/yaml_node.h"

#include <algorithm>
#include <filesystem>

namespace batuta::cloud_local {
namespace {

namespace fs = std::filesystem;
using json::Value;

constexpr std::uint64_t kManifestBytes = 1u << 20;

Result<Value> readYamlFile(const std::string &path)
{
    auto text = readFile(path, kManifestBytes);
    if (!text)
        return text.error();
    const flow::YamlReading reading = flow::readYaml(*text, path);
    if (!reading.root)
        return reading.errors.front();
    return flow::toJson(*reading.root);
}

Error wrong(const std::string &path, std::string detail)
{
    return {ErrorCode::InputInvalid, path, std::move(detail), {}, {}};
}

/// A list of words, or one text for the shell.
Result<std::vector<std::string>> wordsOf(const Value &command, const std::string &path)
{
    if (command.isString() && !trimmed(command.asString()).empty())
        return std::vector<std::string>{"/bin/sh", "-c", "exec " + command.asString()};
    std::vector<std::string> words;
    for (const Value &word : command.asArray()) {
        if (!word.isString())
            return wrong(path, "command: a list of texts is wanted");
        words.push_back(word.asString());
    }
    if (words.empty())
        return wrong(path, "command: a text for the shell, or a list of words is wanted");
    return words;
}

Result<Manifest> manifestOf(const Value &value, const std::string &folder, const std::string &path)
{
    for (const auto &[name, ignored] : value.asObject())
        if (name != "command" && name != "env" && name != "directory" && name != "build")
            return wrong(path, "unknown key " + name + ": command, env, directory and build are known");
    auto words = wordsOf(value["command"], path);
    if (!words)
        return words.error();
    Manifest manifest;
    manifest.words = std::move(*words);
    manifest.directory = (fs::path(folder) / value["directory"].asString()).lexically_normal().string();
    manifest.buildCommand = value["build"].asString();
    for (const auto &[name, text] : value["env"].asObject()) {
        if (!text.isString())
            return wrong(path, "env: " + name + " must be a text (in quotes)");
        manifest.environment.push_back(name + "=" + text.asString());
    }
    return manifest;
}

Refused notFound(const std::string &reference)
{
    return missing("Image '" + reference + "' not found.");
}

} // namespace

ImageName imageName(std::string_view reference)
{
    ImageName name;
    const std::size_t at = reference.find('@');
    if (at != std::string_view::npos)
        name.digest = reference.substr(at + 1);
    reference = reference.substr(0, at);
    const std::size_t slash = reference.rfind('/');
    const std::size_t colon = reference.find(':', slash == std::string_view::npos ? 0 : slash);
    name.name = reference.substr(0, colon);
    if (colon != std::string_view::npos)
        name.tag = reference.substr(colon + 1);
    else if (name.digest.empty())
        name.tag = "latest";
    return name;
}

Result<Manifest> readManifest(const std::string &folder)
{
    const std::string path = (fs::path(folder) / "image.yaml").string();
    std::error_code error;
    if (fs::exists(path, error)) {
        const auto value = readYamlFile(path);
        if (!value)
            return value.error();
        return manifestOf(*value, folder, path);
    }
    const std::string procfile = (fs::path(folder) / "Procfile").string();
    const auto text = readFile(procfile, kManifestBytes);
    if (!text)
        return Error{ErrorCode::FileUnreadable,
                     folder,
                     "there is neither an image.yaml nor a Procfile",
                     {},
                     "Put an image.yaml with `command:` there, or a Procfile with a `web:` line."};
    for (const std::string_view line : split(*text, '\n'))
        if (line.starts_with("web:"))
            return manifestOf(json::Object{{"command", trimmed(line.substr(4))}}, folder, procfile);
    return wrong(procfile, "there is no line that begins with web:");
}

Images::Images(Documents &documents, std::string file, std::string store)
    : m_documents(documents)
    , m_file(std::move(file))
    , m_store(std::move(store))
{
}

std::string Images::folderOf(const std::string &hexDigest) const
{
    return (fs::path(m_store) / "images" / hexDigest).string();
}

Outcome<Manifest> Images::find(const std::string &reference) const
{
    const ImageName name = imageName(reference);
    std::string digest = name.digest;
    if (digest.empty())
        if (const Value *tag = m_documents.find("image-tag", name.tagged()))
            digest = (*tag)["digest"].asString();
    if (digest.empty())
        return fromFile(name);
    if (!digest.starts_with("sha256:") || !m_documents.find("image", name.name + "@" + digest))
        return notFound(reference);
    auto manifest = readManifest(folderOf(digest.substr(7)));
    if (!manifest)
        return notFound(reference);
    return *manifest;
}

Outcome<Manifest> Images::fromFile(const ImageName &name) const
{
    const std::string reference = name.tag == "latest" ? name.name : name.tagged();
    std::error_code error;
    if (m_file.empty() || !fs::exists(m_file, error))
        return notFound(reference);
    const auto file = readYamlFile(m_file);
    if (!file)
        return invalid(errorText(file.error()));
    const Value &images = (*file)["images"];
    const Value *entry = &images[name.tagged()];
    if (entry->isNull() && name.tag == "latest")
        entry = &images[name.name];
    if (entry->isNull())
        return notFound(reference);
    return fromEntry(*entry, reference);
}

Outcome<Manifest> Images::fromEntry(const Value &entry, const std::string &reference) const
{
    const fs::path home = fs::absolute(m_file).parent_path();
    Result<Manifest> manifest = Error{};
    if (const std::string &archive = entry["archive"].asString(); !archive.empty()) {
        const std::string path = (home / archive).lexically_normal().string();
        const auto digest = fileDigest(path);
        if (!digest)
            return notFound(reference);
        const std::string folder = folderOf(*digest);
        std::error_code error;
        if (!fs::exists(folder, error))
            if (const Status unpacked = unpack(path, folder); !unpacked)
                return invalid(errorText(unpacked.error()));
        manifest = readManifest(folder);
    } else if (!entry["command"].isNull()) {
        manifest = manifestOf(entry, home.string(), m_file);
    } else {
        manifest = readManifest((home / entry["directory"].asString()).lexically_normal().string());
    }
    if (!manifest)
        return invalid("Image '" + reference + "': " + errorText(manifest.error()));
    return *manifest;
}

std::string Images::digestOf(const std::string &reference) const
{
    const ImageName name = imageName(reference);
    if (!name.digest.empty())
        return name.pinned();
    const Value *tag = m_documents.find("image-tag", name.tagged());
    return tag ? name.name + "@" + (*tag)["digest"].asString() : std::string();
}

void Images::add(const std::vector<std::string> &tagged, const std::string &digest, std::uint64_t bytes,
                 WallTime now)
{
    for (const std::string &reference : tagged) {
        const ImageName name = imageName(reference);
        const std::string key = name.name + "@" + digest;
        json::Value image = json::Object{{"name", name.name},
                                         {"digest", digest},
                                         {"uploadTime", isoTime(now)},
                                         {"bytes", static_cast<std::int64_t>(bytes)}};
        if (const Value *known = m_documents.find("image", key))
            image = *known;
        m_documents.put("image", key, std::move(image));
        m_documents.put("image-tag", name.tagged(),
                        json::Object{{"name", name.name}, {"tag", name.tag}, {"digest", digest}});
    }
}

fleet::Launch launchOf(const Manifest &manifest, const Value &container,
                       const std::vector<std::string> &environment)
{
    fleet::Launch launch;
    launch.words = manifest.words;
    if (const json::Array &command = container["command"].asArray(); !command.empty()) {
        launch.words.clear();
        for (const Value &word : command)
            launch.words.push_back(word.asString());
    }
    for (const Value &word : container["args"].asArray())
        launch.words.push_back(word.asString());
    launch.environment = manifest.environment;
    for (const std::string &variable : environment) {
        // The container's own wins over the image's.
        const std::string name = variable.substr(0, variable.find('=') + 1);
        std::erase_if(launch.environment, [&](const std::string &known) { return known.starts_with(name); });
        launch.environment.push_back(variable);
    }
    launch.directory =
        container["workingDir"].asString().empty() ? manifest.directory : container["workingDir"].asString();
    return launch;
}

} // namespace batuta::cloud_local
