// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/job_tasks.h"

#include "engine/fleet/process_list.h"

#include <algorithm>
#include <array>

namespace batuta::cloud_local {
namespace {

/// Between two looks at the memory of tasks: what they may grow above their limit within it.
constexpr auto kTaskLook = std::chrono::milliseconds(50);
constexpr int kLooksAtChildren = 5; ///< of so many one goes through all processes of the machine
constexpr int kLooksToBegin = 20;   ///< by then a program has reserved what it begins with
constexpr std::size_t kLongestLine = 256 * 1'024; ///< of the log; what is longer is cut there

} // namespace

struct JobTasks::Process
{
    std::unique_ptr<fleet::ProcessBounds> bounds; ///< goes after the child
    std::unique_ptr<net::ChildProcess> child;
    net::Loop::TimerId timer = 0;
    bool isLate = false;
    bool isTooLarge = false;
    int looks = 0;
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
    m_ports.loop.cancelTimer(m_watch);
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
    process->bounds =
        m_ports.bounds("batuta-" + m_plan.execution + "-" + std::to_string(task), m_plan.bounds);
    auto child = net::ChildProcess::start(m_ports.loop, std::move(command),
                                          [this, task](const net::ChildEnd &end) { ended(task, end); });
    if (child) {
        process->child = std::move(*child);
        process->bounds->take(process->child->id(), static_cast<unsigned>(task));
    } else { // told like any other end, later
        m_ports.loop.post([this, task, alive = m_isAlive] {
            if (*alive)
                ended(task, {127, 0, false, {}, {}});
        });
    }
    process->timer = m_ports.loop.startTimer(m_ports.clock.steady() + m_plan.timeout, [this, task] {
        Process &late = *m_running.at(task);
        late.timer = 0;
        late.isLate = true;
        if (late.child)
            late.child->terminate();
    });
    m_running.emplace(task, std::move(process));
    if (m_watch == 0)
        watchMemory();
}

void JobTasks::watchMemory()
{
    m_watch = 0;
    const bool isWanted = std::any_of(m_running.begin(), m_running.end(), [](const auto &running) {
        return running.second->bounds->wantsLooks();
    });
    if (!isWanted)
        return;
    look(++m_looks % kLooksAtChildren == 0);
    m_watch = m_ports.loop.startTimer(m_ports.clock.steady() + kTaskLook, [this] { watchMemory(); });
}

void JobTasks::look(bool atChildren)
{
    std::vector<int> groups;
    if (atChildren)
        for (const auto &[task, process] : m_running)
            if (process->child)
                groups.push_back(process->child->id());
    const auto use = fleet::groupUse(groups);
    for (const auto &[task, process] : m_running) {
        if (!process->child)
            continue;
        const int id = process->child->id();
        const auto whole = use.find(id);
        const std::uint64_t used =
            whole == use.end() ? fleet::residentBytes(id) : whole->second.residentBytes;
        if (process->bounds->isExceeded(used))
            outOfMemory(task, used);
        if (++process->looks == kLooksToBegin)
            process->bounds->boundGrowth();
    }
}

void JobTasks::outOfMemory(int task, std::uint64_t used)
{
    Process &process = *m_running.at(task);
    if (std::exchange(process.isTooLarge, true))
        return;
    say(task, TaskLine::From::System, process.bounds->words(used));
    if (process.child)
        process.child->kill();
}

void JobTasks::say(int task, TaskLine::From from, std::string text)
{
    m_ports.said({task, m_tasks[static_cast<std::size_t>(task)].attempt, from, std::move(text)});
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
            say(task, isErrors ? TaskLine::From::Errors : TaskLine::From::Output, std::exchange(rest, {}));
    }
}

void JobTasks::flush(int task)
{
    Process &process = *m_running.at(task);
    for (const bool isErrors : {false, true})
        if (std::string &rest = process.lines[isErrors ? 1 : 0]; !rest.empty())
            say(task, isErrors ? TaskLine::From::Errors : TaskLine::From::Output, std::exchange(rest, {}));
}

std::string JobTasks::whyFailed(const Process &process, const net::ChildEnd &end) const
{
    if (process.isTooLarge)
        return "The configured memory limit was reached.";
    if (process.isLate)
        return "The configured timeout was reached.";
    if (end.signal == 0)
        return "The container exited with an error. (exit code " + std::to_string(end.status) + ")";
    return "The container was ended by signal " + std::to_string(end.signal) + ".";
}

void JobTasks::ended(int task, const net::ChildEnd &end)
{
    flush(task);
    const auto at = m_running.find(task);
    if (at->second->bounds->wasExceeded())
        outOfMemory(task, at->second->bounds->memoryBytes());
    const std::unique_ptr<Process> gone = std::move(at->second); // its child is on the stack
    m_running.erase(at);
    m_ports.loop.cancelTimer(gone->timer);
    TaskState &state = m_tasks[static_cast<std::size_t>(task)];
    state.isRunning = false;
    state.signal = end.signal;
    state.exitCode = end.signal == 0 ? end.status : 128 + end.signal;
    if (state.exitCode == 0 && !gone->isLate && !gone->isTooLarge) {
        state.end = TaskState::End::Succeeded;
    } else if (m_isCancelled) {
        state.end = TaskState::End::Cancelled;
    } else {
        state.message = whyFailed(*gone, end);
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
