// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"
#include "engine/net/child_process.h"
#include "engine/net/http_client.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace batuta::kill {

using Answered = std::function<void(int status, const json::Value &body)>; ///< status 0: nothing came

/// Runs the loop on this thread until the condition holds; false when it does not within `limit`.
bool runUntil(net::Loop &loop, Duration limit, const std::function<bool()> &condition);
/// Runs the loop for that long.
void runFor(net::Loop &loop, Duration time);

/// `batuta serve` on one workspace and port, started, killed and started again. Lives on the loop's thread.
class ServeProcess
{
public:
    ServeProcess(net::Loop &loop, std::string program, std::string workspace);

    /// Words after `batuta serve --workspace … --port …`.
    void setArguments(std::vector<std::string> arguments) { m_arguments = std::move(arguments); }
    /// Of its environment, besides PATH and HOME: `NAME=value`.
    void setEnvironment(std::vector<std::string> entries) { m_environment = std::move(entries); }
    /// Sent with every question.
    void setToken(std::string token) { m_token = std::move(token); }
    /// Words before the program's own, such as `unshare …`; the last one must become the program.
    void setWrapper(std::vector<std::string> words) { m_wrapper = std::move(words); }
    Status start();
    /// Runs the loop until it answers; false when it does not within 30 seconds, or ended.
    bool waitUntilReady();
    /// kill -9, and runs the loop until it is gone.
    void kill();
    /// SIGTERM; its exit status, or -1 when it did not end within a minute.
    int stop();
    bool isRunning() const { return m_child != nullptr && !m_end; }
    /// Bytes that it has in memory, from /proc.
    std::int64_t residentBytes() const;
    int id() const { return m_child ? m_child->id() : 0; }
    Duration startTime() const { return m_startTime; }     ///< from start() to the first answer
    const std::string &output() const { return m_output; } ///< of the process that ended last

    void get(const std::string &path, Answered answered);
    void post(const std::string &path, const json::Value &body, Answered answered);
    struct Reply
    {
        int status = 0;
        json::Value body;
    };
    /// The same, running the loop until the answer is there.
    Reply getNow(const std::string &path);
    Reply postNow(const std::string &path, const json::Value &body);
    /// The raw answer; nothing when none came.
    void fetch(net::HttpRequest request, std::function<void(std::optional<net::HttpResponse>)> answered);
    std::string url(const std::string &path) const;

private:
    net::Loop &m_loop;
    std::string m_program;
    std::string m_workspace;
    std::vector<std::string> m_arguments;
    std::vector<std::string> m_wrapper;
    std::vector<std::string> m_environment;
    std::string m_token;
    int m_port = 0;
    std::unique_ptr<net::HttpClient> m_http; ///< one for each process: no pooled connection to a dead one
    std::unique_ptr<net::ChildProcess> m_child;
    std::optional<net::ChildEnd> m_end;
    std::string m_output;
    int m_open = 0; ///< questions without an answer
    SteadyTime m_began{};
    Duration m_startTime{};
};

} // namespace batuta::kill
