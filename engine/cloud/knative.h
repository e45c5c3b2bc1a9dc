// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/cloud/cloud_port.h"

namespace batuta::cloud {

/// A service of API v1 without what belongs to the server, as YAML. Every text that YAML 1.1 or 1.2 could
/// take for something else is quoted, and the values of environment keys always are: what is written reads
/// back the same here and in gcloud.
std::string knativeYaml(const json::Value &service);
/// The service of a YAML text as API v1 wants it: values of env, labels and annotations are texts whatever
/// they look like. Errors have line and column of `file`.
Result<json::Value> readKnative(const std::string &yaml, const std::string &file, const ServiceName &name);

/// API v1 of Cloud Run (Knative): export and replace.
class KnativeClient
{
public:
    explicit KnativeClient(Api &api)
        : m_api(api)
    {
    }

    void exportYaml(const ServiceName &name, Reply<std::string> reply);
    void replace(const ServiceName &name, const std::string &yaml, CloudPort::Check check,
                 Reply<Operation> reply);

private:
    void send(const ServiceName &name, json::Value service, const json::Value *current,
              CloudPort::Check check, Reply<Operation> reply);

    Api &m_api;
};

} // namespace batuta::cloud
