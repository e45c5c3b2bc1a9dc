// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/book_codec.h"

#include "engine/json/json.h"

#include <array>
#include <charconv>
#include <utility>

namespace batuta::fleet {
namespace {

std::int64_t microseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

WallTime timeOf(const json::Value &value)
{
    return WallTime(Duration(value.asInteger()));
}

/// Members of one object, straight into the text: there is one for each request, and a tree in between would
/// cost more than the request.
class Members
{
public:
    explicit Members(std::string &out)
        : m_out(out)
    {
        m_out.push_back('{');
    }
    ~Members() { m_out.push_back('}'); }
    Members(const Members &) = delete;
    Members &operator=(const Members &) = delete;

    std::string &name(std::string_view name)
    {
        m_out.append(m_isFirst ? "\"" : ",\"").append(name).append("\":");
        m_isFirst = false;
        return m_out;
    }
    void text(std::string_view member, const std::string &text)
    {
        if (!text.empty())
            json::writeString(text, name(member));
    }
    template <class Number> void number(std::string_view member, Number number)
    {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        name(member).append(digits.data(), end);
    }
    void value(std::string_view member, const json::Value &value)
    {
        if (!value.isNull())
            json::write(value, name(member));
    }

private:
    std::string &m_out;
    bool m_isFirst = true;
};

void encodeHttp(const HttpLine &http, std::string &out)
{
    Members members(out);
    members.text("m", http.method);
    members.text("u", http.url);
    members.text("a", http.userAgent);
    members.text("f", http.referer);
    members.text("r", http.remoteIp);
    members.text("s", http.serverIp);
    members.text("p", http.protocol);
    members.number("c", http.status);
    members.number("i", http.requestBytes);
    members.number("o", http.responseBytes);
    members.number("l", http.latency.count());
}

HttpLine decodeHttp(const json::Value &value)
{
    HttpLine http;
    http.method = value["m"].asString();
    http.url = value["u"].asString();
    http.userAgent = value["a"].asString();
    http.referer = value["f"].asString();
    http.remoteIp = value["r"].asString();
    http.serverIp = value["s"].asString();
    http.protocol = value["p"].asString();
    http.status = static_cast<int>(value["c"].asInteger());
    http.requestBytes = static_cast<std::uint64_t>(value["i"].asInteger());
    http.responseBytes = static_cast<std::uint64_t>(value["o"].asInteger());
    http.latency = Duration(value["l"].asInteger());
    return http;
}

json::Value labelsOf(const Entry &entry)
{
    json::Array labels;
    for (const auto &[name, value] : entry.labels) {
        labels.emplace_back(name);
        labels.emplace_back(value);
    }
    return labels.empty() ? json::Value() : json::Value(std::move(labels));
}

} // namespace

void encodeEntry(const Entry &entry, std::string &out)
{
    Members members(out);
    members.number("n", entry.number);
    members.text("id", entry.insertId);
    members.text("log", entry.log);
    members.text("project", entry.key.service.project);
    members.text("region", entry.key.service.region);
    members.text("service", entry.key.service.service);
    members.text("revision", entry.key.revision);
    members.text("instance", entry.instance);
    members.number("t", microseconds(entry.time));
    members.number("rt", microseconds(entry.received));
    members.number("s", static_cast<int>(entry.severity));
    members.text("text", entry.text);
    members.value("payload", entry.payload);
    if (entry.request)
        encodeHttp(*entry.request, members.name("http"));
    members.text("trace", entry.trace);
    members.text("span", entry.span);
    if (entry.isSampled)
        members.name("sampled").append("true");
    if (entry.source)
        members.value("source", json::Array{entry.source->file, entry.source->line, entry.source->function});
    members.value("labels", labelsOf(entry));
    members.value("operation", entry.operation);
    members.value("extra", entry.extra);
}

std::optional<Entry> decodeEntry(std::string_view line)
{
    const auto parsed = json::parse(line, {4u << 20, 64});
    if (!parsed || !(*parsed)["n"].isInteger() || !(*parsed)["t"].isInteger())
        return std::nullopt;
    const json::Value &from = *parsed;
    Entry entry;
    entry.number = static_cast<std::uint64_t>(from["n"].asInteger());
    entry.insertId = from["id"].asString();
    entry.log = from["log"].asString();
    entry.key = {{from["project"].asString(), from["region"].asString(), from["service"].asString()},
                 from["revision"].asString()};
    entry.instance = from["instance"].asString();
    entry.time = timeOf(from["t"]);
    entry.received = timeOf(from["rt"]);
    entry.severity = static_cast<Severity>(from["s"].asInteger());
    entry.text = from["text"].asString();
    entry.payload = from["payload"];
    if (from["http"].isObject())
        entry.request = decodeHttp(from["http"]);
    entry.trace = from["trace"].asString();
    entry.span = from["span"].asString();
    entry.isSampled = from["sampled"].asBoolean();
    if (const json::Value &source = from["source"]; source.isArray())
        entry.source = SourcePlace{source.at(0).asString(), source.at(1).asString(), source.at(2).asString()};
    const json::Array &labels = from["labels"].asArray();
    for (std::size_t i = 0; i + 1 < labels.size(); i += 2)
        entry.labels.emplace_back(labels[i].asString(), labels[i + 1].asString());
    entry.operation = from["operation"];
    entry.extra = from["extra"];
    return entry;
}

std::uint64_t weightOf(const Entry &entry)
{
    std::uint64_t bytes = sizeof(Entry) + entry.text.size() + entry.insertId.size() + entry.trace.size() +
                          entry.key.service.project.size() + entry.key.service.service.size() +
                          entry.key.revision.size();
    // A tree takes several times its text.
    for (const json::Value *value : {&entry.payload, &entry.operation, &entry.extra})
        bytes += value->isNull() ? 0 : 4 * json::write(*value).size();
    for (const auto &[name, value] : entry.labels)
        bytes += sizeof(entry.labels.front()) + name.size() + value.size();
    if (entry.request)
        bytes += entry.request->url.size() + entry.request->userAgent.size() + entry.request->referer.size();
    return bytes;
}

} // namespace batuta::fleet
