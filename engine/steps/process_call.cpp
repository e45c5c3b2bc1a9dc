// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/process_call.h"

#include "engine/base/text.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

/// The end of the error stream as text: it may begin in the middle of a character.
std::string readable(std::string_view bytes)
{
    while (!bytes.empty() && (static_cast<unsigned char>(bytes.front()) & 0xC0U) == 0x80U)
        bytes.remove_prefix(1);
    std::string text(trimmed(bytes));
    const bool isText = isValidUtf8(text);
    std::replace_if(
        text.begin(), text.end(),
        [isText](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\n' && c != '\t') || (byte > 0x7e && !isText);
        },
        '?');
    return text;
}

std::string endText(const net::ChildEnd &end)
{
    std::string text = "Exit status " + std::to_string(end.status);
    if (end.signal != 0) {
        const char *name = ::sigabbrev_np(end.signal);
        text = "Ended by signal " + std::to_string(end.signal) +
               (name ? " (SIG" + std::string(name) + ")" : std::string());
    }
    const std::string errors = readable(end.errors);
    return errors.empty() ? text : text + ": " + errors;
}

class ProcessAttempt final : public RunningAttempt
{
public:
    ProcessAttempt(const Services &services, Report report)
        : m_loop(services.loop)
        , m_clock(services.clock)
        , m_report(std::move(report))
    {
    }
    ~ProcessAttempt() override { m_loop.cancelTimer(m_timer); }

    Status begin(ProcessCall call)
    {
        m_read = std::move(call.read);
        m_limit = call.command.maxOutputBytes;
        auto child = net::ChildProcess::start(m_loop, std::move(call.command),
                                              [this](const net::ChildEnd &end) { ended(end); });
        if (!child)
            return child.error();
        m_child = std::move(*child);
        if (call.timeout)
            m_timer = m_loop.startTimer(m_clock.steady() + *call.timeout, [this, timeout = *call.timeout] {
                m_timer = 0;
                stop(failed(Cause::Timeout, "Timeout after " + durationText(timeout)));
            });
        return {};
    }
    void cancel() override { stop(cancelled()); }

private:
    /// The first wish to stop it is why it ended, however it then ends.
    void stop(plan::Outcome why)
    {
        if (m_stopped)
            return;
        m_stopped = std::move(why);
        m_child->terminate();
    }
    AttemptReport reportOf(const net::ChildEnd &end) const
    {
        if (end.outputTooLong)
            return {failed(Cause::Other, "The output is above the limit of " + sizeText(m_limit)), {}, {}};
        if (m_stopped)
            return {*m_stopped, {}, {}};
        if (end.signal != 0 || end.status != 0)
            return {failed(Cause::Other, endText(end)), {}, {}};
        Result<json::Value> output = m_read(end.output);
        if (!output)
            return {failed(Cause::Other, "The output cannot be read: " + errorText(output.error())), {}, {}};
        return {done(), std::move(*output), {}};
    }
    void ended(const net::ChildEnd &end)
    {
        m_loop.cancelTimer(std::exchange(m_timer, 0));
        AttemptReport report = reportOf(end);
        const Report tell = std::move(m_report);
        tell(std::move(report)); // may destroy this
    }

    net::Loop &m_loop;
    const Clock &m_clock;
    Report m_report;
    std::function<Result<json::Value>(const std::string &)> m_read;
    std::uint64_t m_limit = 0;
    std::unique_ptr<net::ChildProcess> m_child;
    std::optional<plan::Outcome> m_stopped;
    net::Loop::TimerId m_timer = 0;
};

} // namespace

std::vector<std::string> ownEnvironment(const std::vector<std::string> &names)
{
    std::vector<std::string> environment;
    for (const std::string &name : names)
        if (const char *value = std::getenv(name.c_str()))
            environment.push_back(name + "=" + value);
    return environment;
}

std::unique_ptr<RunningAttempt> startProcessCall(const Services &services, ProcessCall call, Report report)
{
    const std::string program = call.command.words.empty() ? "" : call.command.words.front();
    auto running = std::make_unique<ProcessAttempt>(services, report);
    if (Status status = running->begin(std::move(call)); !status) {
        report({failed(Cause::Other, "Cannot start " + program + ": " + status.error().detail), {}, {}});
        return nullptr;
    }
    return running;
}

} // namespace batuta::steps
