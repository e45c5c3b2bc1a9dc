// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "engine/base/answer_of.h"
#include "engine/cloud/cloud.h"
#include "engine/net/loop.h"

#include <memory>
#include <string>
#include <thread>

namespace batuta::cli {

/// What the commands of the cloud stand on: where the environment lives, who is signed in, and a loop on a
/// thread of its own that asks. Calls of ask() block.
class CloudDesk
{
public:
    static Result<std::unique_ptr<CloudDesk>> open(const Options &options);
    ~CloudDesk();

    /// The answer to one call of the port.
    template <class T, class Call> Result<T> ask(Call call)
    {
        return answerOf<Result<T>>(
            [&](auto answer) { m_loop.post([this, call, answer] { call(*m_cloud, answer); }); });
    }
    /// Goes on telling new entries, on the loop's thread, until this is destroyed.
    void follow(const cloud::LogQuery &query, WallTime from, cloud::Reply<std::vector<cloud::LogEntry>> sink);
    /// The service that the command line or batuta.yaml names.
    Result<cloud::ServiceName> service(const std::string &named) const;

    const Options &options;
    std::string workspace;
    std::string environment;
    cloud::Settings settings;

private:
    explicit CloudDesk(const Options &from);

    SystemClock m_clock;
    net::Loop m_loop;
    std::unique_ptr<cloud::Cloud> m_cloud;
    std::unique_ptr<cloud::Running> m_tail;
    std::thread m_thread;
};

/// Something that is about to be changed, for the question, the audit and the answer.
struct CloudChange
{
    std::string verb; ///< route_traffic, roll_back, deploy, replace_service: as the engine's acts are called
    cloud::ServiceName service;
    std::string preview;  ///< for people: what will be
    json::Object request; ///< what is sent, without secrets
};

/// Asks whether it may be done: not at all in dev, yes or no elsewhere, and in production the name and a
/// reason. Options of the command line answer beforehand. ActRefused when it may not be done.
Result<std::string> confirm(const CloudDesk &desk, const CloudChange &change);
/// The change in the audit, before it is made.
Status record(const CloudDesk &desk, const CloudChange &change, const std::string &why);
/// That it could not be made, after all; gives the error back.
Error recordRefusal(const CloudDesk &desk, const CloudChange &change, Error error);
/// Waits for the operation unless --no-wait is given; an operation that failed is its error.
Result<cloud::Operation> settle(CloudDesk &desk, cloud::Operation operation, const std::string &service);

} // namespace batuta::cli
