// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace batuta::cloud {

/// A key file of a service account.
struct ServiceAccountKey
{
    std::string email;
    std::string keyId;
    std::string privateKey; ///< PEM
    std::string tokenUrl;
};

/// What `gcloud auth application-default login` leaves.
struct AuthorizedUser
{
    std::string clientId;
    std::string clientSecret;
    std::string refreshToken;
};

/// The account of the machine or of the Cloud Run service that this runs on.
struct MetadataServer
{
    std::string host; ///< host or host:port
};

/// Who is signed in with gcloud. Its own files are never read: the program is asked.
struct GcloudLogin
{
    std::string program; ///< whole path
    std::vector<std::string> environment;
};

/// A token as it is, that nobody renews.
struct FixedToken
{
    std::string token;
};

using CredentialSource =
    std::variant<ServiceAccountKey, AuthorizedUser, MetadataServer, GcloudLogin, FixedToken>;

/// Who one is for Google. Secrets are in here: it is never written anywhere.
struct Credentials
{
    CredentialSource source;
    std::string impersonate; ///< account to act as; "" acts as the source's
    std::vector<std::string> delegates;
    std::string quotaProject; ///< who pays for the calls; "" is the project that is called
    std::string told;         ///< for people: `service account a@b (key file key.json)`
};

/// Where to look.
struct CredentialSearch
{
    std::string keyFile; ///< named by the workspace; the only place then
    std::string impersonate;
    bool isLocal = false; ///< of a stand-in: without a key file any token will do
    std::function<std::string(std::string_view)> variable; ///< of the process; "" for none
    bool asksGcloud = true;
};

/// The file's content as credentials: service_account, authorized_user or impersonated_service_account. No
/// value of it is in an error.
Result<Credentials> readCredentials(std::string_view text, const std::string &file);
/// In Google's order: the named file, CLOUDSDK_AUTH_ACCESS_TOKEN_FILE, GOOGLE_APPLICATION_CREDENTIALS,
/// gcloud's application_default_credentials.json, gcloud itself, the metadata server. Reads files: small
/// ones, once.
Result<Credentials> findCredentials(const CredentialSearch &search);

} // namespace batuta::cloud
