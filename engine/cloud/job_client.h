// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/cloud/job_values.h"

namespace batuta::cloud {

/// API v2 of Cloud Run for jobs. On the loop's thread; errors as of CloudPort.
class JobClient
{
public:
    explicit JobClient(Api &api)
        : m_api(api)
    {
    }

    void jobs(const std::string &project, const std::string &region, Reply<std::vector<Job>> reply);
    void job(const ServiceName &name, Reply<Job> reply);
    /// Begins an execution; the answer is that execution. The server only checks it when `isDryRun`.
    void run(const Job &read, const JobOverrides &overrides, bool isDryRun, Reply<JobExecution> reply);
    /// The newest first.
    void executions(const ServiceName &name, Reply<std::vector<JobExecution>> reply);
    void execution(const ServiceName &name, const std::string &execution, Reply<JobExecution> reply);
    void cancel(const ServiceName &name, const std::string &execution, Reply<JobExecution> reply);

private:
    void started(Result<json::Value> operation, const ServiceName &name, Reply<JobExecution> reply);

    Api &m_api;
};

Result<Job> readJob(const json::Value &json);
Result<JobExecution> readJobExecution(const json::Value &json);

} // namespace batuta::cloud
