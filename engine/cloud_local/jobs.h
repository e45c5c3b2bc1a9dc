// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/documents.h"
#include "engine/cloud_local/images.h"
#include "engine/cloud_local/job_tasks.h"
#include "engine/cloud_local/operations.h"
#include "engine/cloud_local/services.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace batuta::cloud_local {

/// Jobs and their executions, in the shape of API v2: documents `job` under `project/region/job`, and
/// `execution` and its `tasks` under `project/region/execution`. Tasks really run; what they print goes to
/// the log. Lives on the loop's thread.
class Jobs
{
public:
    /// The parts of the cloud that they stand on.
    struct Ground
    {
        net::Loop &loop;
        const Clock &clock;
        Documents &documents;
        fleet::Fleet &fleet; ///< its book takes what tasks print
        Images &images;
        Operations &operations;
    };

    explicit Jobs(const Ground &ground);
    ~Jobs();

    void setPorts(ServicePorts ports) { m_ports = std::move(ports); }
    /// Executions that a crash has cut are failed.
    void restore();

    /// Gives the job. A job that is there is replaced, or refused when it is to be new.
    Outcome<json::Value> put(const Ref &ref, const json::Value &body, bool isNew, const Writing &writing);
    Outcome<json::Value> remove(const Ref &ref, const Writing &writing);
    Outcome<json::Value> job(const Ref &ref) const;
    std::vector<json::Value> jobs(const std::string &project, const std::string &region) const;

    /// Gives the id of the operation, which lasts as long as the execution; "" of one that was only checked.
    Outcome<std::string> run(const Ref &ref, const json::Value &request, const std::string &who);
    Outcome<std::string> cancel(const Ref &execution);
    Outcome<json::Value> removeExecution(const Ref &execution);
    Outcome<json::Value> execution(const Ref &execution) const;
    json::Array tasks(const Ref &execution) const;
    /// Newest first; of every job when `job` is `-`.
    std::vector<json::Value> executions(const Ref &job) const;

private:
    Outcome<TaskPlan> planOf(const Ref &execution, const std::string &job, const json::Value &given) const;
    void began(const Ref &execution, TaskPlan plan);
    void changed(const Ref &execution);
    void finish(const Ref &execution, json::Value &document, const JobTasks &tasks);
    void tellJob(const Ref &execution, const json::Value &document, const char *status);
    void keepTasks(const Ref &execution, const JobTasks &tasks);
    void said(const Ref &execution, const std::string &job, const TaskLine &line);
    std::string now() const { return isoTime(m_clock.wall()); }
    std::string stamp() const;

    net::Loop &m_loop;
    const Clock &m_clock;
    Documents &m_documents;
    fleet::Fleet &m_fleet;
    Images &m_images;
    Operations &m_operations;
    ServicePorts m_ports;
    std::map<std::string, std::unique_ptr<JobTasks>> m_running; ///< by the execution's key
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

} // namespace batuta::cloud_local
