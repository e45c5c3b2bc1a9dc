// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/engine.h"
#include "engine/net/http_server.h"
#include "tests/host/set_clock.h"

#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace batuta::tests {

/// An HTTP server that plays the functions which flows call. It keeps every request; a path that nobody gave
/// an answer says 200 `{"ok":true}`. Lives on the loop's thread.
class Functions
{
public:
    using Answer = std::function<net::ServerResponse(const net::ServerRequest &)>;

    explicit Functions(net::Loop &loop);
    ~Functions();

    std::string url(const std::string &path) const;
    void answer(const std::string &path, int status, const std::string &body = R"({"ok":true})");
    void answer(const std::string &path, Answer answer);
    /// Requests to the path wait for release().
    void hold(const std::string &path);
    void release(int status = 200);

    int calls(const std::string &path) const;
    int held() const { return static_cast<int>(m_held.size()); }
    /// The last request to the path; an empty one when there was none.
    net::ServerRequest last(const std::string &path) const;
    std::vector<std::string> paths() const; ///< in the order in which the requests came

private:
    void serve(net::ServerRequest request, net::Responder responder);

    std::vector<net::ServerRequest> m_requests;
    std::map<std::string, Answer> m_answers;
    std::vector<net::Responder> m_held;
    std::unique_ptr<net::HttpServer> m_server;
    std::uint16_t m_port = 0;
};

/// A workspace in a temporary folder, the functions that it calls, and an engine that lives on the given
/// loop. Tests write flows and keys, then open the engine.
class House
{
public:
    explicit House(net::Loop &loop);
    ~House();

    /// Writes `flows/test/<name>.yaml`: the two first lines and what is given.
    void flow(const std::string &name, const std::string &rest);
    void file(const std::string &name, const std::string &text) const;
    /// The address of a path of the functions as an environment key.
    void function(const std::string &key, const std::string &path) { env[key] = functions.url(path); }
    std::string folder() const { return m_folder.path().toStdString(); }

    /// Opens the engine, or fails the test with its error.
    void open(host::EngineOptions options = {});
    void close() { engine.reset(); }

    /// Runs the loop on this thread until the condition holds; false when it does not within 20 seconds.
    bool until(const std::function<bool()> &condition);
    Result<client::ExecutionRecord> run(client::StartExecution command);
    Result<client::ExecutionRecord> run(const std::string &flow, json::Value input = json::Object{});
    Result<client::Started> start(const std::string &flow, json::Value input = json::Object{});
    Result<client::ExecutionRecord> end(const ExecutionId &id);
    std::vector<client::EventRecord> events(const ExecutionId &id, std::int64_t after = 0);
    /// All lines of the log so far, as one text.
    std::string log() const;
    bool logged(const std::string &event) const;

    net::Loop &loop;
    Functions functions;
    std::map<std::string, std::string> env;
    SetClock clock;
    telemetry::Metrics metrics;
    telemetry::Logger logger;
    std::vector<std::string> lines;
    std::unique_ptr<host::Engine> engine;

private:
    QTemporaryDir m_folder;
};

/// A port of this machine at which nothing listens.
std::uint16_t closedPort();

/// A step of a record; one with the status `absent` when it is not there.
client::StepRecord stepOf(const client::ExecutionRecord &record, const std::string &step);
/// `a=success b=skipped`, in the record's order.
QString statusesOf(const client::ExecutionRecord &record);
QString statusesOf(const Result<client::ExecutionRecord> &record);

} // namespace batuta::tests
