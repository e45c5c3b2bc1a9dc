// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/credentials.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/net/url.h"

#include <filesystem>

namespace batuta::cloud {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kLargestFile = 64u << 10;
constexpr int kMostSources = 4; ///< an impersonated account of an impersonated account …

Error unreadable(const std::string &file, std::string what)
{
    return {ErrorCode::CloudSignIn, file, std::move(what), {}, {}};
}

/// Tokens are only sent over TLS, or inside this machine.
bool isTrusted(const std::string &url)
{
    const Result<net::Url> parts = net::parseUrl(url);
    return parts &&
           (parts->tls || parts->host == "127.0.0.1" || parts->host == "::1" || parts->host == "localhost");
}

Result<Credentials> serviceAccount(const json::Value &json, const std::string &file)
{
    ServiceAccountKey key{json["client_email"].asString(), json["private_key_id"].asString(),
                          json["private_key"].asString(), json["token_uri"].asString()};
    if (key.tokenUrl.empty())
        key.tokenUrl = "https://oauth2.googleapis.com/token";
    if (key.email.empty() || key.privateKey.empty())
        return unreadable(file, "client_email or private_key is missing");
    if (!isTrusted(key.tokenUrl))
        return unreadable(file, "its token_uri is no https address");
    std::string told = "service account " + key.email + " (" + fs::path(file).filename().string() + ")";
    return Credentials{std::move(key), {}, {}, json["quota_project_id"].asString(), std::move(told)};
}

Result<Credentials> authorizedUser(const json::Value &json, const std::string &file)
{
    AuthorizedUser user{json["client_id"].asString(), json["client_secret"].asString(),
                        json["refresh_token"].asString()};
    if (user.clientId.empty() || user.refreshToken.empty())
        return unreadable(file, "client_id or refresh_token is missing");
    const std::string &account = json["account"].asString();
    return Credentials{std::move(user),
                       {},
                       {},
                       json["quota_project_id"].asString(),
                       account.empty() ? "application default login of gcloud" : account};
}

/// `…/serviceAccounts/NAME:generateAccessToken` → NAME.
std::string accountOf(const std::string &url)
{
    const std::size_t from = url.rfind('/'), to = url.rfind(':');
    if (from == std::string::npos || to == std::string::npos || to < from)
        return {};
    return url.substr(from + 1, to - from - 1);
}

Result<Credentials> fromJson(const json::Value &json, const std::string &file, int depth)
{
    const std::string &type = json["type"].asString();
    if (type == "service_account")
        return serviceAccount(json, file);
    if (type == "authorized_user")
        return authorizedUser(json, file);
    if (type != "impersonated_service_account")
        return Error{ErrorCode::CloudSignIn,
                     file,
                     "it is of type `" + type.substr(0, 40) + "`",
                     {},
                     "Use a key of a service account, or run `gcloud auth application-default login`."};
    if (depth == kMostSources)
        return unreadable(file, "too many accounts stand behind one another");
    Result<Credentials> source = fromJson(json["source_credentials"], file, depth + 1);
    if (!source)
        return source;
    source->impersonate = accountOf(json["service_account_impersonation_url"].asString());
    if (source->impersonate.empty())
        return unreadable(file, "service_account_impersonation_url is missing");
    for (const json::Value &delegate : json["delegates"].asArray())
        source->delegates.push_back(delegate.asString());
    source->told = source->impersonate + " through " + source->told;
    return source;
}

Result<Credentials> fromFile(const std::string &file)
{
    const Result<std::string> text = readFile(file, kLargestFile);
    return text ? readCredentials(*text, file) : Result<Credentials>(text.error());
}

Result<Credentials> fromTokenFile(const std::string &file)
{
    const Result<std::string> text = readFile(file, kLargestFile);
    if (!text)
        return text.error();
    return Credentials{FixedToken{std::string(trimmed(*text))}, {}, {}, {}, "token of a file"};
}

std::string defaultFile(const CredentialSearch &search)
{
    const std::string config = search.variable("CLOUDSDK_CONFIG"), home = search.variable("HOME");
    if (config.empty() && home.empty())
        return {};
    const fs::path folder = config.empty() ? fs::path(home) / ".config" / "gcloud" : fs::path(config);
    return (folder / "application_default_credentials.json").string();
}

std::string programOf(const CredentialSearch &search, const char *name)
{
    const std::string path = search.variable("PATH");
    for (const std::string_view folder : split(path, ':')) {
        std::error_code failure;
        const fs::path program = fs::path(folder) / name;
        if (!folder.empty() && fs::is_regular_file(program, failure))
            return program.string();
    }
    return {};
}

Credentials gcloud(const CredentialSearch &search, std::string program)
{
    GcloudLogin login{std::move(program), {"CLOUDSDK_CORE_DISABLE_PROMPTS=1"}};
    for (const char *name : {"PATH", "HOME", "CLOUDSDK_CONFIG", "CLOUDSDK_ACTIVE_CONFIG_NAME",
                             "CLOUDSDK_CORE_ACCOUNT", "CLOUDSDK_PYTHON", "https_proxy", "HTTPS_PROXY",
                             "no_proxy", "NO_PROXY", "CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE"})
        if (const std::string value = search.variable(name); !value.empty())
            login.environment.push_back(std::string(name) + "=" + value);
    return {std::move(login), {}, {}, {}, "login of gcloud"};
}

Result<Credentials> find(const CredentialSearch &search)
{
    if (!search.keyFile.empty())
        return fromFile(search.keyFile);
    if (search.isLocal)
        return Credentials{FixedToken{"local"}, {}, {}, {}, "local stand-in"};
    if (const std::string file = search.variable("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE"); !file.empty())
        return fromTokenFile(file);
    if (const std::string file = search.variable("GOOGLE_APPLICATION_CREDENTIALS"); !file.empty())
        return fromFile(file);
    std::error_code failure;
    if (const std::string file = defaultFile(search); !file.empty() && fs::exists(file, failure))
        return fromFile(file);
    const bool runsAtGoogle = !search.variable("K_SERVICE").empty();
    std::string program = search.asksGcloud && !runsAtGoogle ? programOf(search, "gcloud") : std::string();
    if (!program.empty())
        return gcloud(search, std::move(program));
    std::string host = search.variable("GCE_METADATA_HOST");
    if (host.empty())
        host = "metadata.google.internal";
    return Credentials{MetadataServer{std::move(host)}, {}, {}, {}, "account of this machine"};
}

} // namespace

Result<Credentials> readCredentials(std::string_view text, const std::string &file)
{
    const Result<json::Value> json = json::parse(text, {kLargestFile, 16});
    if (!json)
        return unreadable(file, "it is no JSON"); // the parser's words could quote a secret
    return fromJson(*json, file, 0);
}

Result<Credentials> findCredentials(const CredentialSearch &search)
{
    Result<Credentials> found = find(search);
    if (found && !search.impersonate.empty()) {
        if (!found->impersonate.empty())
            found->delegates.push_back("projects/-/serviceAccounts/" + found->impersonate);
        found->impersonate = search.impersonate;
        found->told = search.impersonate + " through " + found->told;
    }
    return found;
}

} // namespace batuta::cloud
