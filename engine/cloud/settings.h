// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace batuta::cloud {

/// Where an environment lives in the cloud, and how one signs in there: `cloud:` of batuta.yaml.
struct Settings
{
    std::string project;
    std::string region;
    std::string service; ///< what commands mean that name none; "" when there is no such thing
    /// `http://127.0.0.1:PORT` of a local stand-in for Google Cloud; "" is Google itself.
    std::string server;
    std::string credentials; ///< whole path of a key file; "" looks where Google's own programs look
    std::string impersonate; ///< service account to act as; "" acts as who is signed in
    std::string billingAccount;
    std::string proxy;      ///< `http://[user:password@]host:port`; "" takes HTTPS_PROXY
    std::string noProxy;    ///< hosts that are asked directly, with commas; "" takes NO_PROXY
    std::string caFile;     ///< extra trusted roots, PEM; "" takes what gcloud is told
    bool isGuarded = false; ///< changes want the service's name typed, and a reason

    bool isLocal() const { return !server.empty(); }
};

/// Google's user agent rules want the program named; so does whoever reads the audit log there.
inline constexpr const char *kClientName = "batuta";

} // namespace batuta::cloud
