// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/cloud_log_link.h"

#include "engine/base/text.h"
#include "views/models/text.h"

namespace batuta::views {
namespace {

constexpr Duration kAround = std::chrono::minutes(1); ///< clocks differ, and services end after their caller

/// `00-TRACE-SPAN-FLAGS`
std::string traceOfHeader(const std::string &traceparent)
{
    constexpr std::size_t kDigits = 32;
    const auto parts = split(traceparent, '-');
    return parts.size() >= 4 && parts[1].size() == kDigits ? std::string(parts[1]) : std::string();
}

} // namespace

std::string traceIdOf(const client::ExecutionRecord &run)
{
    for (const client::StepRecord &step : run.steps)
        for (const json::Value &attempt : step.attemptsDetail.asArray())
            for (const auto &[name, value] : attempt["request"]["headers"].asObject())
                if (equalIgnoringCase(name, "traceparent"))
                    if (std::string trace = traceOfHeader(value.asString()); !trace.empty())
                        return trace;
    return {};
}

Address cloudLogsOf(const client::ExecutionRecord &run, const std::string &environment)
{
    QString query = QStringLiteral("jsonPayload.execution_id=\"%1\"").arg(textOf(run.id));
    if (const std::string trace = traceIdOf(run); !trace.empty())
        query += QStringLiteral(" or trace=\"%1\"").arg(textOf(trace));
    Address logs{"logs", {}, {}};
    const auto add = [&](const char *name, const QString &value) {
        logs.query.addQueryItem(name, QString::fromUtf8(QUrl::toPercentEncoding(value)));
    };
    add("cloud", textOf(environment));
    add("q", query);
    if (run.startedAt != WallTime{})
        add("from", textOf(isoTime(run.startedAt - kAround)));
    if (run.endedAt != WallTime{})
        add("to", textOf(isoTime(run.endedAt + kAround)));
    return logs;
}

} // namespace batuta::views
