// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"
#include "tests/kill/random_flow.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace batuta::kill {

/// The functions that random flows call, on the loop's thread. They count what is asked of them by
/// Idempotency-Key and X-Batuta-Attempt, and note each call that must not have been made:
///  - of a step whose result must be in the journal, since a step after it was called or its end was shown;
///  - of an attempt before one that was called already (items of a list begin anew: counted, not refused);
///  - of the same attempt twice by the same process;
///  - with another body than before.
/// The query says how a function behaves: `delay` in ms, `fail` so many attempts, `how` (a status or `drop`),
/// `token` puts a secret into the answer, `big` so many bytes. The answer depends on path and body alone.
class CountingFunctions
{
public:
    CountingFunctions(net::Loop &loop, const std::vector<RandomFlow> &flows);

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

    /// Another process calls from now on.
    void nextProcess() { ++m_process; }
    int process() const { return m_process; }
    /// It was seen that the step has ended: it must not be called again.
    void sawEnd(const std::string &execution, const std::string &step);

    /// Executions that called something.
    std::set<std::string> executions() const;
    /// Highest attempt of each called step of one execution.
    std::map<std::string, int> attempts(const std::string &execution) const;
    /// Whether that attempt was answered with success.
    bool hasSucceeded(const std::string &execution, const std::string &step, int attempt) const;

    /// Whether the step does its work for each item of a list.
    bool isList(const std::string &flow, const std::string &step) const;

    int connections() const { return m_server.connections(); }
    int calls() const { return m_calls; }
    int effects() const { return m_effects; }       ///< keys that were answered with success
    int repeats() const { return m_repeats; }       ///< the same key and attempt again, by a later process
    int itemsAgain() const { return m_itemsAgain; } ///< items of a list whose attempts began anew
    const std::vector<std::string> &violations() const { return m_violations; }

private:
    struct Key
    {
        std::string body;
        int attempt = 0;
        int process = 0;
        bool wasDropped = false;
        std::set<int> succeeded; ///< attempts
    };
    struct Execution
    {
        std::map<std::string, Key> keys; ///< by step, or step/item
        std::set<std::string> ended;     ///< steps
    };
    struct Asked
    {
        std::string execution, step, key; ///< key: the step, or step/item
        const RandomFlow *flow = nullptr;
        int attempt = 0;
        bool isItem = false;
    };

    void handle(const net::ServerRequest &request, net::Responder responder);
    std::optional<Asked> askedBy(const net::ServerRequest &request);
    void check(const Asked &asked, const std::string &body);
    void answer(const net::ServerRequest &request, const Asked &asked, net::Responder responder);
    void succeed(const Asked &asked);
    void violation(const Asked &asked, const std::string &what);

    net::Loop &m_loop;
    std::map<std::string, const RandomFlow *> m_flows;
    std::map<std::string, Execution> m_executions;
    std::vector<std::string> m_violations;
    int m_process = 0;
    int m_calls = 0;
    int m_effects = 0;
    int m_repeats = 0;
    int m_itemsAgain = 0;
    net::HttpServer m_server;
    std::uint16_t m_port = 0;
};

} // namespace batuta::kill
