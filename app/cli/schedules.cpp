// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta schedules: when a running engine starts flows by itself; pausing, resuming, and catching up.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/records.h"
#include "app/cli/remote.h"
#include "app/shared/text_table.h"
#include "engine/json/json.h"

#include <iostream>

namespace batuta::cli {
namespace {

std::string listText(const json::Value &schedules)
{
    app::TextTable table({"FLOW", "CRON", "TIME ZONE", "MISSED", "NEXT", "LAST", "STATE"});
    for (const json::Value &schedule : schedules.asArray()) {
        const std::string &error = schedule["error"].asString();
        table.add({schedule["flow"].asString(), schedule["cron"].asString(), schedule["timezone"].asString(),
                   schedule["missed"].asString(), schedule["next"].at(0).asString(),
                   schedule["last"]["time"].asString(),
                   schedule["paused"].asBoolean() ? "paused" : (error.empty() ? "on" : error)});
        for (std::size_t i = 1; i < schedule["next"].asArray().size(); ++i)
            table.add({"", "", "", "", schedule["next"].at(i).asString(), "", ""});
    }
    return schedules.asArray().empty() ? "No flow has a schedule.\n" : table.text();
}

std::string backfillText(const json::Value &report)
{
    app::TextTable table({"TIME", "CRON", "EXECUTION", "RESULT"});
    for (const char *kind : {"started", "there", "refused"})
        for (const json::Value &row : report[kind].asArray())
            table.add({row["time"].asString(), row["cron"].asString(), row["execution_id"].asString(),
                       std::string(kind) == "there" ? "there already: " + row["status"].asString()
                                                    : kind + std::string(" ") + row["error"].asString()});
    const auto count = [&](const char *kind) { return std::to_string(report[kind].asArray().size()); };
    return table.text() + count("started") + " started, " + count("there") + " there already, " +
           count("refused") + " refused\n";
}

int list(const Options &options)
{
    const Result<json::Value> answer = callEngine(options, {"GET", "/schedules", {}, {}});
    if (!answer)
        return fail(answer.error());
    const json::Value &schedules = (*answer)["schedules"];
    std::cout << (options.json ? json::writePretty(schedules) + "\n" : listText(schedules));
    return kSuccess;
}

Result<json::Value> dataOf(const Options &options)
{
    if (options.act.verb != "backfill")
        return json::Value();
    const Result<client::ExecutionQuery> query = queryOf(options.filter);
    if (!query)
        return query.error();
    return json::Value(json::Object{{"since", isoTime(*query->since)},
                                    {"until", isoTime(query->until.value_or(SystemClock().wall()))},
                                    {"all", options.act.all}});
}

} // namespace

int schedules(const Options &options)
{
    if (options.engine.empty())
        return fail(
            {ErrorCode::UsageInvalid, "schedules", "a running engine has them", {}, "Pass --engine URL."});
    if (options.act.verb == "schedules")
        return list(options);
    const Result<json::Value> data = dataOf(options);
    if (!data)
        return fail(data.error());
    const json::Object body{{"subject", options.flow}, {"data", *data}, {"why", options.act.why}};
    const Result<json::Value> answer =
        callEngine(options, {"POST", "/acts/" + options.act.verb, json::write(body), {}});
    if (!answer)
        return fail(answer.error());
    if (options.json)
        std::cout << json::write(*answer) << '\n';
    else if (options.act.verb == "backfill")
        std::cout << backfillText(*answer);
    else
        std::cout << options.flow << ": the schedules are "
                  << ((*answer)["paused"].asBoolean() ? "paused" : "on") << '\n';
    return (*answer)["refused"].asArray().empty() ? kSuccess : kInvalid;
}

} // namespace batuta::cli
