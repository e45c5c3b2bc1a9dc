// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/log_line.h"

#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

namespace batuta::telemetry {
namespace {

constexpr std::array<std::string_view, 7> kReserved{
    "severity", "timestamp", "event", "logger", "execution_id", "message", "logging.googleapis.com/trace"};

void appendMember(std::string_view name, std::string_view value, std::string &out)
{
    out += name;
    json::writeString(value, out);
}

/// What a field's name says about it.
struct NameTraits
{
    bool isSecret = false;
    bool isTaken = false; ///< a member of every line is called so
};

struct NameHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

/// Programs use a few dozen names again and again; looking closely at each one costs a third of a line.
NameTraits traitsOf(std::string_view name)
{
    constexpr std::size_t kMaxKnown = 512;
    thread_local std::unordered_map<std::string, NameTraits, NameHash, std::equal_to<>> known;
    const auto at = known.find(name);
    if (at != known.end())
        return at->second;
    const NameTraits traits{json::isSecretName(name),
                            std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end()};
    if (known.size() < kMaxKnown)
        known.emplace(name, traits);
    return traits;
}

class FieldWriter
{
public:
    FieldWriter(const json::Redactor *redactor, std::string &out)
        : m_redactor(redactor)
        , m_out(out)
    {
    }

    void write(std::string_view name, const json::Value &value)
    {
        const NameTraits traits = traitsOf(name);
        m_out += ',';
        json::writeString(name, m_out);
        if (traits.isTaken) { // a line never has one name twice: readers disagree on which of them counts
            m_out.back() = '_';
            m_out += '"';
        }
        m_out += ':';
        if (traits.isSecret)
            json::writeString(json::kMask, m_out);
        else
            writeValue(value);
    }

    void writeValue(const json::Value &value)
    {
        if (value.isString())
            json::writeString(clean(value.asString()), m_out);
        else if (value.isArray() || value.isObject())
            json::write(redactor().value(value), m_out);
        else
            json::write(value, m_out);
    }

private:
    const json::Redactor &redactor() const
    {
        static const json::Redactor namesOnly;
        return m_redactor ? *m_redactor : namesOnly;
    }

    std::string_view clean(const std::string &text)
    {
        if (!m_redactor || m_redactor->isEmpty())
            return text;
        m_clean = m_redactor->text(text);
        return m_clean;
    }

    const json::Redactor *m_redactor;
    std::string &m_out;
    std::string m_clean;
};

} // namespace

std::string_view timestampOf(WallTime time)
{
    constexpr std::size_t kPlaces = 6;
    thread_local std::chrono::sys_seconds lastSecond = std::chrono::sys_seconds::min();
    thread_local std::string text;
    const auto second = std::chrono::floor<std::chrono::seconds>(time);
    if (second != lastSecond) {
        lastSecond = second;
        text = isoTime(time);
    }
    std::int64_t fraction = (time - second).count();
    for (std::size_t at = text.size() - 1; at > text.size() - 1 - kPlaces; fraction /= 10)
        text[--at] = static_cast<char>('0' + fraction % 10);
    return text;
}

void writeLine(const LineParts &parts, Fields fields, std::string &out)
{
    out.clear();
    FieldWriter writer(parts.scope ? &parts.scope->redactor : nullptr, out);
    out += R"({"severity":")";
    out += levelName(parts.level);
    out += R"(","timestamp":")";
    out += timestampOf(parts.at);
    appendMember(R"(","logger":)", parts.logger, out);
    appendMember(R"(,"event":)", parts.event, out);
    const auto message = std::find_if(fields.begin(), fields.end(),
                                      [](const auto &field) { return field.first == "message"; });
    out += R"(,"message":)";
    if (message != fields.end())
        writer.writeValue(message->second);
    else
        json::writeString(parts.event, out);
    if (parts.scope && !parts.scope->executionId.empty())
        appendMember(R"(,"execution_id":)", parts.scope->executionId, out);
    if (parts.scope && !parts.scope->traceId.empty() && !parts.projectId.empty()) {
        const std::string trace =
            "projects/" + std::string(parts.projectId) + "/traces/" + parts.scope->traceId;
        appendMember(R"(,"logging.googleapis.com/trace":)", trace, out);
    }
    for (const auto &field : fields)
        if (&field != message)
            writer.write(field.first, field.second);
    out += '}';
}

} // namespace batuta::telemetry
