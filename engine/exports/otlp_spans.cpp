// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/otlp_spans.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/net/url.h"

#include <cmath>

namespace batuta::exports {
namespace {

enum SpanKind { Internal = 1, Server = 2, Client = 3 };
constexpr int kErrorStatus = 2;
constexpr int kKnowsRemote = 0x100;
constexpr int kIsRemote = 0x200;

/// `{"key":…,"value":{…}}`, … in brackets that the owner writes.
class Attributes
{
public:
    explicit Attributes(std::string &out)
        : m_out(out)
    {
    }

    /// An empty text says nothing and is left out.
    void text(std::string_view key, std::string_view value)
    {
        if (value.empty())
            return;
        begin(key);
        m_out += "\"stringValue\":";
        json::writeString(value, m_out);
        m_out += "}}";
    }
    void number(std::string_view key, std::int64_t value)
    {
        begin(key);
        m_out += "\"intValue\":\"" + std::to_string(value) + "\"}}"; // 64 bits are texts in this mapping
    }

private:
    void begin(std::string_view key)
    {
        m_out += m_isFirst ? "{" : ",{";
        m_isFirst = false;
        m_out += "\"key\":";
        json::writeString(key, m_out);
        m_out += ",\"value\":{";
    }

    std::string &m_out;
    bool m_isFirst = true;
};

struct SpanHead
{
    const telemetry::TraceContext &self;
    std::string_view parent;
    std::string_view name;
    SpanKind kind = Internal;
    WallTime begin{};
    WallTime end{};
    bool isParentRemote = false;
};

std::string nanos(WallTime time)
{
    return std::to_string(time.time_since_epoch().count()) + "000";
}

/// Everything up to the attributes, which the caller writes and ends with endSpan().
void beginSpan(const SpanHead &head, std::string &out)
{
    out += "{\"traceId\":\"" + head.self.traceId + "\",\"spanId\":\"" + head.self.spanId + '"';
    if (!head.parent.empty())
        out.append(",\"parentSpanId\":\"").append(head.parent).append("\"");
    const int flags = head.self.flags | kKnowsRemote | (head.isParentRemote ? kIsRemote : 0);
    out += ",\"flags\":" + std::to_string(flags) + ",\"name\":";
    json::writeString(head.name, out);
    out += ",\"kind\":" + std::to_string(head.kind);
    out += ",\"startTimeUnixNano\":\"" + nanos(head.begin) + "\",\"endTimeUnixNano\":\"" +
           nanos(std::max(head.begin, head.end)) + "\",\"attributes\":[";
}

void endSpan(bool failed, std::string_view message, std::string &out)
{
    out += "],\"status\":{";
    if (failed) {
        out += "\"code\":" + std::to_string(kErrorStatus);
        if (!message.empty()) {
            out += ",\"message\":";
            json::writeString(message, out);
        }
    }
    out += "}}";
}

bool isFailure(std::string_view status)
{
    return status == "failed" || status == "critical_error" || status == "interrupted";
}

/// The address without what may be a key: user info is refused when it is read, secret parameters are masked.
std::string shownUrl(const std::string &url)
{
    const std::size_t query = url.find('?');
    if (query == std::string::npos)
        return url;
    std::string shown = url.substr(0, query);
    char before = '?';
    std::size_t at = query + 1;
    while (at <= url.size()) {
        const std::size_t end = std::min(url.find('&', at), url.size());
        const std::string part = url.substr(at, end - at);
        const std::size_t equals = part.find('=');
        const auto name = net::percentDecoded(part.substr(0, equals));
        const bool isSecret = !name || json::isSecretName(*name);
        shown += before;
        shown += isSecret && equals != std::string::npos
                     ? part.substr(0, equals + 1) + std::string(json::kMask)
                     : part;
        before = '&';
        at = end + 1;
    }
    return shown;
}

/// The parts of a call that semantic conventions name.
void appendCall(const json::Value &detail, Attributes &attributes)
{
    const json::Value &request = detail["request"];
    const std::string &url = request["url"].asString();
    attributes.text("http.request.method", request["method"].asString());
    attributes.text("url.full", shownUrl(url));
    if (const Result<net::Url> parsed = net::parseUrl(url)) {
        attributes.text("server.address", parsed->host);
        attributes.number("server.port", parsed->port);
    }
    attributes.number("http.request.body.size", request["bytes"].asInteger());
    if (const json::Value &response = detail["response"]; !response.isNull()) {
        attributes.number("http.response.status_code", response["status"].asInteger());
        attributes.number("http.response.body.size", response["bytes"].asInteger());
    }
    if (const std::int64_t number = detail["attempt"].asInteger(); number > 1)
        attributes.number("http.request.resend_count", number - 1);
}

/// The class of a failure: a status of HTTP, or our own word.
std::string errorType(const json::Value &detail)
{
    const std::int64_t status = detail["status_code"].asInteger();
    return status >= 400 ? std::to_string(status) : detail["status"].asString();
}

/// Appends the spans of one execution, one after the other.
class SpanWriter
{
public:
    SpanWriter(const Ended &ended, std::string &out)
        : m_ended(ended)
        , m_out(out)
    {
    }

    std::size_t write()
    {
        execution();
        for (const store::StepRecord &one : m_ended.record.steps)
            if (one.attempts > 0 && one.startedAt != WallTime{})
                step(one);
        return m_count;
    }

private:
    void begin(const SpanHead &head)
    {
        if (m_count++ > 0)
            m_out += ',';
        beginSpan(head, m_out);
    }

    void execution()
    {
        const store::ExecutionRecord &record = m_ended.record;
        const bool isRemote = !m_ended.callerSpan.empty() && record.parent.empty();
        begin({m_ended.trace, m_ended.callerSpan, record.flow, isRemote ? Server : Internal, record.startedAt,
               record.endedAt, isRemote});
        Attributes attributes(m_out);
        attributes.text("batuta.execution.id", record.id);
        attributes.text("batuta.execution.status", record.status);
        attributes.text("batuta.flow.name", record.flow);
        attributes.text("batuta.flow.version", record.flowVersion);
        attributes.text("batuta.trigger", record.trigger);
        attributes.text("batuta.correlation_id", record.correlationId);
        attributes.text("batuta.execution.parent", record.parent);
        attributes.text("batuta.execution.origin", record.origin);
        if (isFailure(record.status))
            attributes.text("error.type", record.status);
        endSpan(isFailure(record.status), record.error, m_out);
    }

    void step(const store::StepRecord &record)
    {
        const telemetry::TraceContext self = stepSpan(m_ended.trace, record.step);
        begin({self, m_ended.trace.spanId, record.step, Internal, record.startedAt, record.endedAt});
        Attributes attributes(m_out);
        attributes.text("batuta.step.id", record.step);
        attributes.text("batuta.step.kind", record.kind);
        attributes.text("batuta.step.status", record.status);
        attributes.number("batuta.step.attempts", record.attempts);
        if (isFailure(record.status))
            attributes.text("error.type", record.status);
        endSpan(isFailure(record.status), record.reason, m_out);
        for (const json::Value &detail : record.attemptsDetail.asArray()) {
            const telemetry::TraceContext called =
                attemptSpan(self, static_cast<int>(detail["attempt"].asInteger()));
            if (!call(record, detail, called, self.spanId))
                continue;
            for (const json::Value &item : detail["items"].asArray())
                call(record, item,
                     itemSpan(called, static_cast<int>(item["item"].asInteger()),
                              static_cast<int>(item["attempt"].asInteger())),
                     called.spanId);
        }
    }

    /// False for what has no time: a question that nobody answered.
    bool call(const store::StepRecord &step, const json::Value &detail, const telemetry::TraceContext &self,
              std::string_view parent)
    {
        WallTime begun{};
        if (!parseIsoTime(detail["started_at"].asString(), begun))
            return false;
        const WallTime ended = begun + Duration(std::llround(detail["duration_ms"].asDouble() * 1000));
        const std::string &method = detail["request"]["method"].asString();
        begin({self, parent, method.empty() ? step.step : method, method.empty() ? Internal : Client, begun,
               ended});
        Attributes attributes(m_out);
        attributes.text("batuta.step.id", step.step);
        attributes.number("batuta.attempt", detail["attempt"].asInteger());
        if (detail["item"].isInteger())
            attributes.number("batuta.item", detail["item"].asInteger());
        if (!method.empty())
            appendCall(detail, attributes);
        const bool failed = isFailure(detail["status"].asString());
        if (failed)
            attributes.text("error.type", errorType(detail));
        endSpan(failed, detail["error"].asString(), m_out);
        return true;
    }

    const Ended &m_ended;
    std::string &m_out;
    std::size_t m_count = 0;
};

} // namespace

telemetry::TraceContext stepSpan(const telemetry::TraceContext &execution, std::string_view step)
{
    return telemetry::namedChild(execution, step);
}

telemetry::TraceContext attemptSpan(telemetry::TraceContext step, int attempt)
{
    return telemetry::namedChild(std::move(step), std::to_string(attempt));
}

telemetry::TraceContext itemSpan(const telemetry::TraceContext &attempt, int item, int itemAttempt)
{
    return telemetry::namedChild(attempt, std::to_string(item) + '/' + std::to_string(itemAttempt));
}

std::size_t appendSpans(const Ended &ended, std::string &out)
{
    return SpanWriter(ended, out).write();
}

std::string requestHead(const TraceSettings &settings, std::string_view version)
{
    std::string head = R"({"resourceSpans":[{"resource":{"attributes":[)";
    Attributes attributes(head);
    attributes.text("service.name", settings.service);
    attributes.text("service.version", version);
    attributes.text("telemetry.sdk.name", "batuta");
    attributes.text("telemetry.sdk.language", "cpp");
    attributes.text("telemetry.sdk.version", version);
    for (const auto &[name, value] : settings.resource)
        attributes.text(name, value);
    head += R"(]},"scopeSpans":[{"scope":{"name":"batuta","version":)";
    json::writeString(version, head);
    head += R"(},"spans":[)";
    return head;
}

} // namespace batuta::exports
