// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace batuta::cloud_local {

enum class Api {
    Any, ///< a loopback name: the path alone says which API is meant
    Run,
    ServiceUsage,
    ResourceManager,
    Logging,
    Monitoring,
    Billing,
    Budgets,
    Build,
    Storage,
    OAuth,
    IamCredentials,
    Artifacts,
    SecretManager,
    Metadata,
};

/// What the host of a request says.
struct Place
{
    Api api = Api::Any;
    std::string region{}; ///< of `us-east1-run.googleapis.com`; "" for a global host
};

/// Nothing for a name that is not ours: such a request is refused, never forwarded.
std::optional<Place> placeOf(std::string_view host);
/// `run.googleapis.com`; "" for those without one.
std::string_view hostOf(Api api);

} // namespace batuta::cloud_local
