// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/cloud_desk.h"

#include "app/cli/history.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/shared/workspace.h"
#include "app/shared/workspace_file.h"
#include "engine/base/text.h"
#include "engine/client/acts.h"

#include <unistd.h>

#include <iostream>

namespace batuta::cli {
namespace {

constexpr std::size_t kShortestReason = 10;
constexpr Duration kLongestWait = std::chrono::minutes(10);

Result<std::string> typedLine()
{
    std::string line;
    if (std::getline(std::cin, line))
        return std::string(trimmed(line));
    return Error{ErrorCode::ActRefused, "confirmation", "nobody answered", {}, "Pass --yes and --reason."};
}

Result<std::string> reasonOf(const CloudDesk &desk, bool mayAsk)
{
    std::string reason = desk.options.cloud.reason;
    if (reason.empty() && mayAsk && desk.settings.isGuarded) {
        std::cerr << "Why (10 characters at least): ";
        const Result<std::string> typed = typedLine();
        if (!typed)
            return typed;
        reason = *typed;
    }
    if (desk.settings.isGuarded && reason.size() < kShortestReason)
        return Error{ErrorCode::ActRefused,
                     desk.environment,
                     "a change of production wants a reason of 10 characters",
                     {},
                     "Pass --reason."};
    return reason;
}

Status ask(const CloudDesk &desk, const CloudChange &change)
{
    const bool wantsName = desk.settings.isGuarded;
    std::cerr << (wantsName ? "Type `" + change.service.service + "` to do it: " : "Do it? [y/N] ");
    const Result<std::string> typed = typedLine();
    if (!typed)
        return typed.error();
    const bool isYes = wantsName ? *typed == change.service.service : *typed == "y" || *typed == "yes";
    if (isYes)
        return {};
    return Error{ErrorCode::ActRefused,
                 change.service.service,
                 wantsName ? "the name does not match" : "it was not confirmed",
                 {},
                 "Nothing was changed."};
}

Status keep(const CloudDesk &desk, const cloud::ServiceName &service, const std::string &verb,
            const std::string &why, json::Value data)
{
    const auto history = openHistory(desk.options, HistoryUse::Writing);
    if (!history)
        return history.error();
    store::AuditEntry entry;
    entry.at = SystemClock().wall();
    entry.who = client::thisUser().who;
    entry.verb = verb;
    entry.subject = desk.environment + "/" + service.service;
    entry.why = why;
    entry.data = std::move(data);
    return answerOf<Status>([&](auto answer) { (*history)->audit(std::move(entry), answer); });
}

} // namespace

CloudDesk::CloudDesk(const Options &from)
    : options(from)
{
}

Result<std::unique_ptr<CloudDesk>> CloudDesk::open(const Options &options)
{
    std::unique_ptr<CloudDesk> desk(new CloudDesk(options));
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    if (!workspace)
        return workspace.error();
    const Result<app::WorkspaceFile> file = app::readWorkspaceFile(*workspace);
    if (!file)
        return file.error();
    desk->workspace = *workspace;
    desk->environment = !options.environment.empty() ? options.environment
                        : file->environment.empty()  ? "dev"
                                                     : file->environment;
    Result<cloud::Settings> settings =
        file->cloud.of(desk->environment, {options.cloud.project, options.cloud.region});
    if (!settings)
        return settings.error();
    desk->settings = *settings;
    auto opened = cloud::Cloud::open(desk->m_loop, desk->m_clock, *settings, {});
    if (!opened)
        return opened.error();
    desk->m_cloud = std::move(*opened);
    desk->m_thread = std::thread([loop = &desk->m_loop] {
        const Interruption isForOthers; // the thread of the command hears Ctrl+C
        loop->run();
    });
    return desk;
}

CloudDesk::~CloudDesk()
{
    if (!m_thread.joinable())
        return;
    m_loop.post([this] { // they live on their loop's thread
        m_tail.reset();
        m_cloud.reset();
        m_loop.stop();
    });
    m_thread.join();
}

void CloudDesk::follow(const cloud::LogQuery &query, WallTime from,
                       cloud::Reply<std::vector<cloud::LogEntry>> sink)
{
    m_loop.post([this, query, from, sink = std::move(sink)] { m_tail = m_cloud->tail(query, from, sink); });
}

Result<cloud::ServiceName> CloudDesk::service(const std::string &named) const
{
    cloud::ServiceName name{settings.project, settings.region, named.empty() ? settings.service : named};
    if (!name.service.empty())
        return name;
    return Error{ErrorCode::UsageInvalid,
                 "service",
                 "neither the command nor batuta.yaml names one",
                 {},
                 "Name it, or write `service:` below `cloud:` of batuta.yaml."};
}

Result<std::string> confirm(const CloudDesk &desk, const CloudChange &change)
{
    const bool mayAsk = !desk.options.act.yes && isatty(STDIN_FILENO) == 1;
    if (!desk.options.json)
        std::cerr << change.preview;
    Result<std::string> reason = reasonOf(desk, mayAsk);
    if (!reason)
        return reason;
    const bool wantsAnswer = desk.settings.isGuarded || desk.environment == "staging";
    if (desk.options.act.yes || !wantsAnswer)
        return reason;
    if (!mayAsk)
        return Error{ErrorCode::ActRefused,
                     desk.environment,
                     "nobody is here to confirm it",
                     {},
                     "Pass --yes and --reason."};
    if (Status asked = ask(desk, change); !asked)
        return asked.error();
    return reason;
}

Status record(const CloudDesk &desk, const CloudChange &change, const std::string &why)
{
    return keep(desk, change.service, change.verb, why, change.request);
}

Error recordRefusal(const CloudDesk &desk, const CloudChange &change, Error error)
{
    const json::Object data{{"act", change.verb}};
    if (const Status kept =
            keep(desk, change.service, "release_refused", error.detail.substr(0, 1'000), data);
        !kept)
        fail(kept.error());
    return error;
}

Result<cloud::Operation> settle(CloudDesk &desk, cloud::Operation operation, const std::string &service)
{
    if (!operation.isDone && !desk.options.cloud.noWait && !operation.name.empty()) {
        auto waited = desk.ask<cloud::Operation>([name = operation.name](cloud::Cloud &cloud, auto answer) {
            cloud.wait(name, kLongestWait, answer);
        });
        if (!waited)
            return waited;
        operation = std::move(*waited);
    }
    if (!operation.error)
        return operation;
    Error error = *operation.error;
    error.subject = service; // its own is a number that nobody knows
    return error;
}

} // namespace batuta::cli
