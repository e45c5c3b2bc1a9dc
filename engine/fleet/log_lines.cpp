// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/log_lines.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace batuta::fleet {
namespace {

constexpr std::size_t kMaxLine = 64u << 10;
constexpr int kMaxDepth = 32;
constexpr std::string_view kPrefix = "logging.googleapis.com/";

std::string textOf(const json::Value &value)
{
    return value.isString() ? value.asString() : json::write(value);
}

std::uint64_t sizeOf(const json::Value &value)
{
    if (!value.isString())
        return static_cast<std::uint64_t>(std::max<std::int64_t>(value.asInteger(), 0));
    const std::string &text = value.asString();
    std::uint64_t size = 0;
    std::from_chars(text.data(), text.data() + text.size(), size);
    return size;
}

/// `0.012s`
Duration latencyOf(const std::string &text)
{
    return parseDuration(text).value_or(Duration());
}

HttpLine readHttp(const json::Value &from)
{
    HttpLine line;
    line.method = from["requestMethod"].asString();
    line.url = from["requestUrl"].asString();
    line.userAgent = from["userAgent"].asString();
    line.referer = from["referer"].asString();
    line.remoteIp = from["remoteIp"].asString();
    line.serverIp = from["serverIp"].asString();
    line.protocol = from["protocol"].asString();
    line.status = static_cast<int>(sizeOf(from["status"]));
    line.requestBytes = sizeOf(from["requestSize"]);
    line.responseBytes = sizeOf(from["responseSize"]);
    line.latency = latencyOf(from["latency"].asString());
    return line;
}

/// Takes the member out when it is there.
template <class Use> void lift(json::Object &object, std::string_view name, const Use &use)
{
    const json::Value *found = object.find(name);
    if (!found)
        return;
    if (use(*found))
        object.erase(name);
}

bool readTime(const json::Value &value, Entry &entry)
{
    return value.isString() && parseIsoTime(value.asString(), entry.time);
}

void liftTracing(json::Object &object, Entry &entry)
{
    const auto name = [](std::string_view rest) { return std::string(kPrefix).append(rest); };
    const auto text = [](std::string &into) {
        return [&into](const json::Value &value) {
            into = textOf(value);
            return true;
        };
    };
    lift(object, name("trace"), [&](const json::Value &value) {
        // `projects/P/traces/ID`: the id alone is what request lines have.
        const std::string whole = textOf(value);
        const std::size_t at = whole.rfind("/traces/");
        entry.trace = at == std::string::npos ? whole : whole.substr(at + 8);
        return true;
    });
    lift(object, name("spanId"), text(entry.span));
    lift(object, name("insertId"), text(entry.insertId));
    lift(object, name("trace_sampled"), [&](const json::Value &value) {
        entry.isSampled = value.asBoolean();
        return true;
    });
    lift(object, name("labels"), [&](const json::Value &value) {
        for (const auto &[key, label] : value.asObject())
            entry.labels.emplace_back(key, textOf(label));
        return value.isObject();
    });
    lift(object, name("operation"), [&](const json::Value &value) {
        entry.operation = value;
        return value.isObject();
    });
    lift(object, name("sourceLocation"), [&](const json::Value &value) {
        entry.source = SourcePlace{textOf(value["file"]), textOf(value["line"]), textOf(value["function"])};
        return value.isObject();
    });
}

} // namespace

std::string readableText(std::string_view line)
{
    std::string text(line);
    if (!isValidUtf8(text))
        std::replace_if(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 127; }, '?');
    return text;
}

void LineCutter::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::size_t room = kMaxLine - m_rest.size();
        if (end == std::string_view::npos && bytes.size() < room) {
            m_rest.append(bytes);
            return;
        }
        const std::size_t count = std::min(end, room);
        m_rest.append(bytes.substr(0, count));
        bytes.remove_prefix(count + (count == end ? 1 : 0));
        hand(std::exchange(m_rest, {}));
    }
}

void LineCutter::end()
{
    if (!m_rest.empty())
        hand(std::exchange(m_rest, {}));
}

void LineCutter::hand(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (!line.empty())
        m_take(readableText(line));
}

void readLogLine(std::string line, Entry &entry)
{
    if (!line.starts_with('{') || !line.ends_with('}')) {
        entry.text = std::move(line);
        return;
    }
    auto parsed = json::parse(line, {kMaxLine, kMaxDepth});
    if (!parsed || !parsed->isObject()) {
        entry.text = std::move(line);
        return;
    }
    json::Object object = parsed->asObject();
    lift(object, "severity", [&](const json::Value &value) {
        entry.severity = severityOf(textOf(value));
        return true;
    });
    lift(object, "time", [&](const json::Value &value) { return readTime(value, entry); });
    lift(object, "timestamp", [&](const json::Value &value) { return readTime(value, entry); });
    lift(object, "httpRequest", [&](const json::Value &value) {
        if (value.isObject())
            entry.request = readHttp(value);
        return value.isObject();
    });
    liftTracing(object, entry);
    const json::Value *message = object.find("message");
    if (object.size() == 1 && message && message->isString())
        entry.text = message->asString();
    else
        entry.payload = std::move(object);
}

} // namespace batuta::fleet
