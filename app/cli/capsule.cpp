// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta capsule: executions with all that is needed to look into them elsewhere, as one signed file.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/history.h"
#include "app/cli/output.h"
#include "app/shared/capsule_workspace.h"
#include "engine/base/answer_of.h"
#include "engine/base/text.h"
#include "engine/capsule/gather.h"
#include "engine/capsule/replay.h"
#include "engine/capsule/signing_key.h"
#include "engine/client/codec.h"
#include "engine/host/engine_thread.h"
#include "engine/json/json.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace batuta::cli {
namespace {

using namespace batuta::capsule;

int exportCapsule(const Options &options)
{
    const Result<host::EngineOptions> engine = engineOptions(options);
    if (!engine)
        return fail(engine.error());
    const auto history = openHistory(options, HistoryUse::Reading);
    if (!history)
        return fail(history.error());
    std::vector<std::string> ids;
    for (const std::string &id : options.ids)
        ids.push_back(lowered(id));
    const Result<std::string> bytes =
        packExecutions(**history, {engine->workspace, engine->overrides, engine->logFile}, ids,
                       "batuta " + std::string(host::version()), SystemClock().wall());
    if (!bytes)
        return fail(bytes.error());
    if (const Status written = writeFile(options.output, *bytes); !written)
        return fail(written.error());
    const Result<SigningKey> key = SigningKey::open(keyFileOf(engine->workspace));
    if (!key)
        return fail(key.error());
    const std::string fingerprint = fingerprintOf(key->publicKey());
    const auto count = static_cast<std::int64_t>(ids.size());
    if (options.json)
        std::cout << json::write(json::Object{{"file", options.output},
                                              {"executions", count},
                                              {"bytes", static_cast<std::int64_t>(bytes->size())},
                                              {"key_fingerprint", fingerprint}})
                  << '\n';
    else
        std::cout << counted(count, "execution", "executions") << " in " << options.output << "\nsigned by "
                  << fingerprint << '\n';
    return kSuccess;
}

json::Value jsonOf(const CapsuleExecution &one)
{
    json::Array events;
    json::Array logs;
    json::Array keys;
    for (const client::EventRecord &event : one.line.events)
        events.push_back(client::toJson(event));
    for (const client::LogLineRecord &line : one.logs)
        logs.push_back(client::toJson(line));
    for (const EnvironmentKeys::Key &key : one.environment.keys)
        keys.push_back(json::Object{{"key", key.name}, {"source", key.source}, {"secret", key.isSecret}});
    return json::Object{{"execution", client::toJson(one.line.record)},
                        {"events", std::move(events)},
                        {"logs", std::move(logs)},
                        {"flow_text", one.line.flow ? json::Value(one.line.flow->text) : json::Value()},
                        {"environment", json::Object{{"name", one.environment.name},
                                                     {"fingerprint", one.environment.fingerprint},
                                                     {"keys", std::move(keys)}}}};
}

std::string textOf(const CapsuleExecution &one)
{
    const auto count = [](const auto &list) { return static_cast<std::int64_t>(list.size()); };
    const EnvironmentKeys &environment = one.environment;
    return traceText(one.line.record) + counted(count(one.line.events), "event", "events") + ", " +
           counted(count(one.logs), "log line", "log lines") + ", " +
           (one.line.flow ? "text of version " : "no text of version ") + one.line.record.flowVersion +
           "\nenvironment " + environment.name + ", " + counted(count(environment.keys), "key", "keys") +
           ", fingerprint " + environment.fingerprint + "\n";
}

/// A capsule may come from a stranger: what would command the terminal is shown as `?`. (C1 controls are the
/// two bytes C2 80 to C2 9F in UTF-8.)
std::string harmless(std::string text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if ((byte < 0x20 && byte != '\n') || byte == 0x7F)
            text[i] = '?';
        else if (byte == 0xC2 && next >= 0x80 && next < 0xA0)
            text.replace(i, 2, "?");
    }
    return text;
}

void show(const OpenedCapsule &opened, const Options &options)
{
    const Capsule &capsule = opened.capsule;
    if (!options.json) {
        std::cout << "made by   " << harmless(capsule.madeBy) << ", " << isoTime(capsule.madeAt)
                  << "\nsigned by " << opened.fingerprint << '\n';
        for (const CapsuleExecution &one : capsule.executions)
            std::cout << '\n' << harmless(textOf(one));
        return;
    }
    json::Array executions;
    for (const CapsuleExecution &one : capsule.executions)
        executions.push_back(jsonOf(one));
    std::cout << json::write(json::Object{{"made_by", capsule.madeBy},
                                          {"made_at", isoTime(capsule.madeAt)},
                                          {"key_fingerprint", opened.fingerprint},
                                          {"executions", std::move(executions)}})
              << '\n';
}

void tellVerified(const OpenedCapsule &opened, const Options &options)
{
    const auto count = static_cast<std::int64_t>(opened.capsule.executions.size());
    if (options.json)
        std::cout << json::write(json::Object{{"unchanged", true},
                                              {"executions", count},
                                              {"made_at", isoTime(opened.capsule.madeAt)},
                                              {"key_fingerprint", opened.fingerprint},
                                              {"is_expected_key", !options.keyFingerprint.empty()}})
                  << '\n';
    else
        std::cout << counted(count, "execution", "executions") << ", as they were signed on "
                  << isoTime(opened.capsule.madeAt) << " by the key\n"
                  << opened.fingerprint << '\n'
                  << (options.keyFingerprint.empty()
                          ? "Anybody can make a key: compare this fingerprint with the sender's.\n"
                          : "It is the key that you named.\n");
}

/// `step: success then, failed now` for each step that ended in another way.
json::Array differences(const client::ExecutionRecord &then, const client::ExecutionRecord &now)
{
    json::Array differing;
    for (const client::StepRecord &step : then.steps) {
        const auto same = std::find_if(now.steps.begin(), now.steps.end(),
                                       [&](const auto &other) { return other.step == step.step; });
        const std::string status = same == now.steps.end() ? "not there" : same->status;
        if (status != step.status)
            differing.push_back(
                json::Object{{"step", step.step}, {"recorded", step.status}, {"replayed", status}});
    }
    return differing;
}

Result<client::ExecutionRecord> replayed(client::EngineClient &client, const CapsuleExecution &one)
{
    using Record = Result<client::ExecutionRecord>;
    Result<client::StartExecution> command = replayOf(one);
    if (!command)
        return command.error();
    return answerOf<Record>([&](auto answer) {
        client.start(std::move(*command), [&client, answer](const Result<client::Started> &started) {
            if (!started)
                return answer(Record(started.error()));
            client.waitForEnd(started->id, answer);
        });
    });
}

void tellReplayed(const client::ExecutionRecord &then, const client::ExecutionRecord &now,
                  const json::Array &differing)
{
    std::cout << then.id << "  recorded " << then.status << ", replayed " << now.status << '\n';
    for (const json::Value &one : differing)
        std::cout << "  " << one["step"].asString() << ": recorded " << one["recorded"].asString()
                  << ", replayed " << one["replayed"].asString() << '\n';
}

/// In a workspace of its own that is gone afterwards.
int replay(const Capsule &capsule, const Options &options)
{
    std::string folder = (std::filesystem::temp_directory_path() / "batuta-capsule-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return fail({ErrorCode::FileUnwritable, folder, {}, {}, {}});
    const auto remove = [&](int code) {
        std::error_code failure;
        std::filesystem::remove_all(folder, failure);
        return code;
    };
    auto settings = app::unfold(capsule, folder);
    if (!settings)
        return remove(fail(settings.error()));
    telemetry::Logger log;
    telemetry::Metrics metrics;
    auto engine = host::EngineThread::start(*settings, log, metrics);
    if (!engine)
        return remove(fail(engine.error()));
    json::Array report;
    bool isSame = true;
    for (const CapsuleExecution &one : capsule.executions) {
        const auto now = replayed((*engine)->client(), one);
        if (!now)
            return remove(fail(now.error()));
        const client::ExecutionRecord &then = one.line.record;
        json::Array differing = differences(then, *now);
        isSame = isSame && differing.empty() && now->status == then.status;
        if (!options.json)
            tellReplayed(then, *now, differing);
        report.push_back(json::Object{{"execution_id", then.id},
                                      {"recorded", then.status},
                                      {"replayed", now->status},
                                      {"differences", std::move(differing)}});
    }
    (*engine)->stop(Duration{});
    if (options.json)
        std::cout << json::write(json::Object{{"same", isSame}, {"executions", std::move(report)}}) << '\n';
    return remove(isSame ? kSuccess : kExecutionFailed);
}

} // namespace

int capsules(const Options &options)
{
    if (options.act.verb == "export")
        return exportCapsule(options);
    const Result<OpenedCapsule> opened = readCapsule(options.input);
    if (!opened)
        return fail(opened.error());
    if (!options.keyFingerprint.empty() && lowered(options.keyFingerprint) != opened->fingerprint)
        return fail({ErrorCode::FileUnreadable,
                     options.input,
                     "another key signed it: " + opened->fingerprint,
                     {},
                     "Ask the sender for the fingerprint of their key."});
    if (options.act.verb == "replay")
        return replay(opened->capsule, options);
    options.act.verb == "show" ? show(*opened, options) : tellVerified(*opened, options);
    return kSuccess;
}

} // namespace batuta::cli
