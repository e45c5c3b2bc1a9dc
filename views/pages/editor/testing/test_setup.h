// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"
#include "views/models/view_state.h"

#include <QObject>

#include <map>
#include <set>
#include <string>

namespace batuta::views {

/// What goes wrong with a step on purpose while it is tested.
struct TestFault
{
    /// `` (only the latency), an HTTP status as text, `timeout`, `drop` or `duplicate`.
    std::string answer;
    std::string latency; ///< `2s`; "" for none
    int attempts = 0;    ///< only the first so many; 0 is every one
    bool operator==(const TestFault &) const = default;
};

/// What a person sets up for the tests of one flow: pinned outputs and breakpoints, which are kept for the
/// next time, and faults, which are gone with the editor so that nobody forgets them. Lives on the window's
/// thread; the state must outlive it.
class TestSetup final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kLargestPin = 256 * 1024;  ///< bytes of JSON
    static constexpr std::size_t kMostPinned = 1024 * 1024; ///< of one flow, together
    static constexpr std::size_t kMostBreakpoints = 1'000;

    explicit TestSetup(ViewState &state, QObject *parent = nullptr);

    /// Takes what is kept for the flow. Faults go when it is another one.
    void setFlow(const QString &flow);

    const std::map<std::string, json::Value> &pins() const { return m_pins; }
    const std::map<std::string, TestFault> &faults() const { return m_faults; }
    const std::map<std::string, std::string> &breakpoints() const { return m_breakpoints; } ///< conditions

    /// JsonTooLarge when it is above the bounds; nothing is pinned then.
    Result<void> pin(const std::string &step, const json::Value &output);
    void unpin(const std::string &step);
    void clearPins();
    /// FlowBadValue for a latency that is no duration up to an hour, or a status that is none.
    Result<void> setFault(const std::string &step, const TestFault &fault);
    void clearFault(const std::string &step);
    void clearFaults();
    void toggleBreakpoint(const std::string &step);
    /// An expression that can be read, or "" for always; sets the breakpoint.
    Result<void> setCondition(const std::string &step, const std::string &condition);
    void clearBreakpoints();

    // As client::StartExecution takes them; only for these steps.
    json::Value pinsJson(const std::set<std::string> &steps) const;
    json::Value faultsJson(const std::set<std::string> &steps) const;
    json::Value breakpointsJson(const std::set<std::string> &steps, bool isStepping) const;

signals:
    void pinsChanged();
    void faultsChanged();
    void breakpointsChanged();

private:
    QString key() const;
    void keep();

    ViewState &m_state;
    QString m_flow;
    std::map<std::string, json::Value> m_pins;
    std::map<std::string, TestFault> m_faults;
    std::map<std::string, std::string> m_breakpoints;
};

/// What can go wrong with a call of that kind on purpose: answers as of TestFault; empty when it calls
/// nothing.
std::vector<std::string> faultAnswers(std::string_view kind);
/// In short, for a mark: `500`, `timeout`, `+2s`.
QString faultMark(const TestFault &fault);

} // namespace batuta::views
