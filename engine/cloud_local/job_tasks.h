// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/process_bounds.h"
#include "engine/fleet/values.h"
#include "engine/net/child_process.h"
#include "engine/net/loop.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace batuta::cloud_local {

/// How the tasks of one execution run.
struct TaskPlan
{
    fleet::Launch launch; ///< of every task, without what is its own
    std::string job, execution;
    int count = 1;
    int parallelism = 1;
    int maxRetries = 3;
    Duration timeout = std::chrono::minutes(10);   ///< of one attempt
    fleet::Cgroup::Bounds bounds{512ULL << 20, 1}; ///< of one task
};

/// How one task is.
struct TaskState
{
    enum class End { None, Succeeded, Failed, Cancelled };
    End end = End::None;
    bool isRunning = false;
    int attempt = 0; ///< of the newest, from 0
    int exitCode = 0;
    int signal = 0;      ///< that ended it
    std::string message; ///< why it failed
    WallTime started{}, completed{};
};

/// A line that a task has printed, or that is said of it.
struct TaskLine
{
    enum class From { Output, Errors, System };
    int task = 0, attempt = 0;
    From from = From::Output;
    std::string text;
};

/// The processes of one execution: so many at a time, each again when it fails. On the loop's thread;
/// destroying it kills them.
class JobTasks
{
public:
    struct Ports
    {
        net::Loop &loop;
        const Clock &clock;
        std::function<void()> changed; ///< some task began or ended; it may not destroy this
        std::function<void(const TaskLine &line)> said;
        std::function<std::unique_ptr<fleet::ProcessBounds>(const std::string &name, fleet::Cgroup::Bounds)>
            bounds;
    };

    JobTasks(TaskPlan plan, Ports ports);
    ~JobTasks();

    void start();
    /// What runs is asked to end, and nothing is started any more.
    void cancel();
    bool isOver() const;
    const std::vector<TaskState> &tasks() const { return m_tasks; }
    int count(TaskState::End end) const;
    int running() const { return static_cast<int>(m_running.size()); }

private:
    struct Process;
    void fill();
    void startTask(int task);
    void ended(int task, const net::ChildEnd &end);
    void hear(int task, bool isErrors, std::string_view bytes);
    void flush(int task);
    void say(int task, TaskLine::From from, std::string text);
    void watchMemory();
    void look(bool atChildren);
    void outOfMemory(int task, std::uint64_t used);
    std::string whyFailed(const Process &process, const net::ChildEnd &end) const;

    TaskPlan m_plan;
    Ports m_ports;
    std::vector<TaskState> m_tasks;
    std::map<int, std::unique_ptr<Process>> m_running;
    std::set<int> m_waiting; ///< tasks that are to be started, or started again
    bool m_isCancelled = false;
    net::Loop::TimerId m_watch = 0;
    int m_looks = 0;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

} // namespace batuta::cloud_local
