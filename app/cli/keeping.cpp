// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta audit and batuta prune: the record of acts, and what the history keeps; here or on a running engine.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/history.h"
#include "app/cli/output.h"
#include "app/cli/remote.h"
#include "app/shared/text_table.h"
#include "engine/client/codec.h"
#include "engine/client/codec_questions.h"
#include "engine/host/retention.h"
#include "engine/json/json.h"

#include <iostream>

namespace batuta::cli {
namespace {

Result<json::Value> auditHere(const Options &options)
{
    const auto history = openHistory(options, HistoryUse::Reading);
    if (!history)
        return history.error();
    if (options.verifies) {
        const auto verdict =
            answerOf<Result<store::AuditVerdict>>([&](auto answer) { (*history)->verifyAudit(answer); });
        return verdict ? Result<json::Value>(client::toJson(*verdict)) : verdict.error();
    }
    const auto page = answerOf<Result<store::AuditPage>>(
        [&](auto answer) { (*history)->auditTrail(0, options.limit, answer); });
    return page ? Result<json::Value>(client::toJson(*page)) : page.error();
}

std::string auditText(const json::Value &page)
{
    app::TextTable table({"NUMBER", "AT", "WHO", "ACT", "ON", "WHY", "DATA"});
    for (const json::Value &entry : page["entries"].asArray())
        table.add({std::to_string(entry["number"].asInteger()), entry["at"].asString(),
                   entry["who"].asString(), entry["verb"].asString(), entry["subject"].asString(),
                   entry["why"].asString(), entry["data"].isNull() ? "" : json::write(entry["data"])});
    return page["entries"].asArray().empty() ? "Nobody has done anything yet.\n" : table.text();
}

int tellVerdict(const json::Value &verdict)
{
    const std::string entries = counted(verdict["entries"].asInteger(), "entry", "entries");
    if (verdict["whole"].asBoolean()) {
        std::cout << "The audit is whole: " << entries << ".\n";
        return kSuccess;
    }
    std::cout << "The audit is broken at entry " << verdict["first_broken"].asInteger() << ": "
              << verdict["problem"].asString() << ". It holds " << entries << ".\n";
    return kInvalid;
}

json::Value pruneData(const Options &options, const store::Retention &limits)
{
    json::Object data;
    if (!options.keep.age.empty())
        data.set("age", options.keep.age);
    if (limits.count > 0)
        data.set("count", limits.count);
    if (limits.bytes > 0)
        data.set("bytes", limits.bytes);
    return data;
}

/// An act like any other: in the audit before it takes effect.
Result<json::Value> pruneHere(const Options &options, const store::Retention &limits)
{
    const auto history = openHistory(options, HistoryUse::Writing);
    if (!history)
        return history.error();
    store::AuditEntry entry;
    entry.at = SystemClock().wall();
    entry.who = client::thisUser().who;
    entry.verb = "prune";
    entry.why = options.act.why;
    entry.data = pruneData(options, limits);
    const auto written = answerOf<Status>([&](auto answer) { (*history)->audit(std::move(entry), answer); });
    if (!written)
        return written.error();
    const auto pruned =
        answerOf<Result<store::Pruned>>([&](auto answer) { (*history)->prune(limits, answer); });
    return pruned ? Result<json::Value>(host::toJson(*pruned)) : pruned.error();
}

std::string prunedText(const json::Value &pruned)
{
    const std::int64_t before = pruned["bytes_before"].asInteger();
    const std::int64_t after = pruned["bytes_after"].asInteger();
    const auto size = [](std::int64_t bytes) {
        return sizeText(static_cast<std::uint64_t>(std::max<std::int64_t>(bytes, 0)));
    };
    return counted(pruned["executions"].asInteger(), "execution", "executions") + " removed, " +
           size(before - after) + " given back; the history has " + size(after) + " now\n";
}

} // namespace

int audit(const Options &options)
{
    const std::string path =
        options.verifies ? "/audit/verify" : "/audit?limit=" + std::to_string(options.limit);
    const Result<json::Value> found =
        options.engine.empty() ? auditHere(options) : callEngine(options, {"GET", path, {}, {}});
    if (!found)
        return fail(found.error());
    if (options.json)
        std::cout << json::writePretty(*found) << '\n';
    else if (!options.verifies)
        std::cout << auditText(*found);
    if (!options.verifies)
        return kSuccess;
    return options.json ? ((*found)["whole"].asBoolean() ? kSuccess : kInvalid) : tellVerdict(*found);
}

int prune(const Options &options)
{
    const Result<store::Retention> limits = app::readKeep(options.keep, "--");
    if (!limits)
        return fail(limits.error());
    if (host::isEmpty(*limits))
        return fail({ErrorCode::UsageInvalid,
                     "prune",
                     "what may go?",
                     {},
                     "Pass --age 30d, --count 100000 or --size 2GiB."});
    const json::Object body{{"data", pruneData(options, *limits)}, {"why", options.act.why}};
    const RemoteCall call{"POST", "/acts/prune", json::write(body), {}, std::chrono::hours(1)};
    const Result<json::Value> pruned =
        options.engine.empty() ? pruneHere(options, *limits) : callEngine(options, call);
    if (!pruned)
        return fail(pruned.error());
    std::cout << (options.json ? json::write(*pruned) + "\n" : prunedText(*pruned));
    return kSuccess;
}

} // namespace batuta::cli
