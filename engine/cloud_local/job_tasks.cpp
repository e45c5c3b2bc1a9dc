// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/job_tasks.h"

#include <algorithm>
#include <array>

namespace batuta::cloud_local {
namespace {

constexpr std::size_t kLongestLine = 256 * 1'024; ///< of the log; what is longer is cut there

} // namespace

struct JobTasks::Process
{
    std::unique_ptr<net::ChildProcess> child;
    net::Loop::TimerId timer = 0;
    bool isLate = false;
    std::array<std::string, 2> lines; ///< of output and errors, not ended yet
};

JobTasks::JobTasks(TaskPlan plan, Ports ports)
    : m_plan(std::move(plan))
    , m_ports(std::move(ports))
    , m_tasks(static_cast<std::size_t>(m_plan.count))
{
    for (int task = 0; task < m_plan.count; ++task)
        m_waiting.insert(task);
}

JobTasks::~JobTasks()
{
    *m_isAlive = false;
    for (const auto &[task, process] : m_running)
        m_ports.loop.cancelTimer(process->timer);
}

void JobTasks::start()
{
    fill();
}

void JobTasks::fill()
{
    while (!m_isCancelled && !m_waiting.empty() && running() < m_plan.parallelism)
        startTask(m_waiting.extract(m_waiting.begin()).value());
}

void JobTasks::startTask(int task)
{
    TaskState &state = m_tasks[static_cast<std::size_t>(task)];
    if (state.started == WallTime{})
        state.started = m_ports.clock.wall();
    state.isRunning = true;
    net::ChildCommand command;
    command.words = m_plan.launch.words;
    command.environment = m_plan.launch.environment;
    command.directory = m_plan.launch.directory;
    for (const auto &[name, value] : {std::pair<std::string, std::string>{"CLOUD_RUN_JOB", m_plan.job},
                                      {"CLOUD_RUN_EXECUTION", m_plan.execution},
                                      {"CLOUD_RUN_TASK_INDEX", std::to_string(task)},
                                      {"CLOUD_RUN_TASK_ATTEMPT", std::to_string(state.attempt)},
                                      {"CLOUD_RUN_TASK_COUNT", std::to_string(m_plan.count)}})
        command.environment.push_back(name + "=" + value);
    command.hear = [this, task](bool isErrors, std::string_view bytes) { hear(task, isErrors, bytes); };
    auto process = std::make_unique<Process>();
    auto child = net::ChildProcess::start(m_ports.loop, std::move(command),
                                          [this, task](const net::ChildEnd &end) { ended(task, end); });
    if (child)
        process->child = std::move(*child);
    else // told like any other end, later
        m_ports.loop.post([this, task, alive = m_isAlive] {
            if (*alive)
                ended(task, {127, 0, false, {}, {}});
        });
    process->timer = m_ports.loop.startTimer(m_ports.clock.steady() + m_plan.timeout, [this, task] {
        Process &late = *m_running.at(task);
        late.timer = 0;
        late.isLate = true;
        if (late.child)
            late.child->terminate();
    });
    m_running.emplace(task, std::move(process));
}

void JobTasks::hear(int task, bool isErrors, std::string_view bytes)
{
    const auto found = m_running.find(task);
    if (found == m_running.end())
        return;
    std::string &rest = found->second->lines[isErrors ? 1 : 0];
    for (const char letter : bytes) {
        if (letter != '\n' && rest.size() < kLongestLine)
            rest += letter;
        if (letter == '\n')
            m_ports.said(
                {task, m_tasks[static_cast<std::size_t>(task)].attempt, isErrors, std::exchange(rest, {})});
    }
}

void JobTasks::flush(int task)
{
    Process &process = *m_running.at(task);
    for (const bool isErrors : {false, true})
        if (std::string &rest = process.lines[isErrors ? 1 : 0]; !rest.empty())
            m_ports.said(
                {task, m_tasks[static_cast<std::size_t>(task)].attempt, isErrors, std::exchange(rest, {})});
}

void JobTasks::ended(int task, const net::ChildEnd &end)
{
    flush(task);
    const auto at = m_running.find(task);
    const std::unique_ptr<Process> gone = std::move(at->second); // its child is on the stack
    m_running.erase(at);
    m_ports.loop.cancelTimer(gone->timer);
    TaskState &state = m_tasks[static_cast<std::size_t>(task)];
    state.isRunning = false;
    state.exitCode = end.signal == 0 ? end.status : 128 + end.signal;
    if (state.exitCode == 0 && !gone->isLate) {
        state.end = TaskState::End::Succeeded;
    } else if (m_isCancelled) {
        state.end = TaskState::End::Cancelled;
    } else {
        state.message =
            gone->isLate ? "The configured timeout was reached."
            : end.signal == 0
                ? "The container exited with an error. (exit code " + std::to_string(end.status) + ")"
                : "The container was ended by signal " + std::to_string(end.signal) + ".";
        if (state.attempt < m_plan.maxRetries) {
            ++state.attempt;
            m_waiting.insert(task);
        } else {
            state.end = TaskState::End::Failed;
        }
    }
    if (state.end != TaskState::End::None)
        state.completed = m_ports.clock.wall();
    fill();
    m_ports.changed();
}

void JobTasks::cancel()
{
    m_isCancelled = true;
    for (const int task : std::exchange(m_waiting, {})) {
        TaskState &state = m_tasks[static_cast<std::size_t>(task)];
        state.end = TaskState::End::Cancelled;
        state.completed = m_ports.clock.wall();
    }
    for (const auto &[task, process] : m_running)
        if (process->child)
            process->child->terminate();
    m_ports.changed();
}

bool JobTasks::isOver() const
{
    return m_waiting.empty() && m_running.empty();
}

int JobTasks::count(TaskState::End end) const
{
    return static_cast<int>(std::count_if(m_tasks.begin(), m_tasks.end(),
                                          [end](const TaskState &task) { return task.end == end; }));
}

} // namespace batuta::cloud_local
