// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/kill/driver.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace batuta::kill {

/// What a flow gives for each input when nobody kills the engine.
using References = std::map<std::pair<std::string, std::int64_t>, json::Value>;

/// What must hold when all is over, asked of the last process.
class Checks
{
public:
    Checks(net::Loop &loop, ServeProcess &serve, const CountingFunctions &functions, const Driver &driver,
           const References &references);

    /// Each promised execution, and each that called something, has ended as it does without kills.
    void executions();
    /// Of the history file, when nobody has it open: whole, without a journal, and its audit proven.
    void history(const std::string &file);

    const std::vector<std::string> &violations() const { return m_violations; }
    std::size_t compared() const { return m_compared; }
    std::size_t events() const { return m_events; }

private:
    void ended(const std::string &id, const json::Value &record);
    void effects(const std::string &id, const json::Value &record);
    void reference(const std::string &id, const json::Value &record, const Known &known);
    void story(const std::string &id, const std::string &text);
    void audit(const std::string &file);
    void violation(std::string text) { m_violations.push_back(std::move(text)); }

    net::Loop &m_loop;
    ServeProcess &m_serve;
    const CountingFunctions &m_functions;
    const Driver &m_driver;
    const References &m_references;
    std::vector<std::string> m_violations;
    std::size_t m_compared = 0;
    std::size_t m_events = 0;
    int m_asking = 0;
};

} // namespace batuta::kill
