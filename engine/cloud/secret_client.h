// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/env/secret_reference.h"

namespace batuta::cloud {

/// Secret Manager, as far as a value is read from it. On the loop's thread. No value is in an error.
/// https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions/access
class SecretClient
{
public:
    explicit SecretClient(Api &api)
        : m_api(api)
    {
    }

    /// The bytes of the version, checked against the sum that the service sends along.
    void value(const env::SecretReference &reference, Reply<std::string> reply);

private:
    Api &m_api;
};

} // namespace batuta::cloud
