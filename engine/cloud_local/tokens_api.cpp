// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Where clients get tokens: the OAuth endpoint, impersonation, the metadata server of instances.
#include "engine/base/text.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/names.h"
#include "engine/json/json.h"
#include "engine/net/url.h"

#include <charconv>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr int kLifetime = 3599;

Answer grantRefused(std::string_view error, std::string_view why)
{
    Answer answer = ok(Object{{"error", error}, {"error_description", why}});
    answer.status = 400;
    return answer;
}

Answer granted(const Tokens &tokens, const std::string &email, const std::string &audience)
{
    if (!audience.empty())
        return ok(Object{{"id_token", tokens.identity(email, audience, kLifetime)}});
    return ok(
        Object{{"access_token", tokens.access(email, kLifetime)},
               {"expires_in", kLifetime},
               {"token_type", "Bearer"},
               {"id_token", tokens.identity(email, "32555940559.apps.googleusercontent.com", kLifetime)}});
}

/// The claims of a JWT as its sender states them: the key's public half is with Google, not here, so the
/// signature cannot be checked, and the token that is granted is worth something here only.
Outcome<Value> statedClaims(std::string_view assertion)
{
    const auto parts = split(assertion, '.');
    if (parts.size() != 3 || parts[2].empty())
        return invalid("Invalid JWT: it must have three parts.");
    const auto text = fromBase64(parts[1]);
    auto claims = json::parse(text.value_or(std::string()), {64u << 10, 8});
    if (!claims || (*claims)["iss"].asString().empty())
        return invalid("Invalid JWT: the claims cannot be read.");
    return *claims;
}

Answer grantForAssertion(const Call &call, std::string_view assertion)
{
    const auto claims = statedClaims(assertion);
    if (!claims)
        return grantRefused("invalid_grant", claims.error().message);
    const std::int64_t now =
        std::chrono::duration_cast<std::chrono::seconds>(call.cloud.clock.wall().time_since_epoch()).count();
    const std::int64_t begins = (*claims)["iat"].asInteger();
    const std::int64_t ends = (*claims)["exp"].asInteger();
    if (ends <= now || begins > now + 300 || ends > begins + 3600)
        return grantRefused("invalid_grant",
                            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a "
                            "reasonable timeframe. Check your iat and exp values in the JWT claim.");
    const std::string &audience = (*claims)["target_audience"].asString();
    if (audience.empty() && (*claims)["scope"].asString().empty())
        return grantRefused("invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    const std::string &subject = (*claims)["sub"].asString();
    return granted(call.cloud.tokens, subject.empty() ? (*claims)["iss"].asString() : subject, audience);
}

Answer grantToken(Call &call)
{
    const auto form = net::parseQuery(call.request.body);
    if (!form)
        return grantRefused("invalid_request", "The body is not a form.");
    const auto field = [&](std::string_view name) {
        for (const auto &[known, value] : *form)
            if (known == name)
                return std::string_view(value);
        return std::string_view();
    };
    const std::string_view kind = field("grant_type");
    if (kind == "urn:ietf:params:oauth:grant-type:jwt-bearer")
        return grantForAssertion(call, field("assertion"));
    if (kind != "refresh_token")
        return grantRefused("unsupported_grant_type", "Invalid grant_type: " + std::string(kind));
    if (field("refresh_token").empty())
        return grantRefused("invalid_grant", "Bad Request");
    return granted(call.cloud.tokens, call.cloud.options.account, {});
}

Answer generateAccess(Call &call)
{
    if (call.body["scope"].asArray().empty())
        return answerOf(invalid(Violations{{"scope", "is required."}}).value());
    int seconds = 3600;
    const std::string &lifetime = call.body["lifetime"].asString();
    if (!lifetime.empty())
        std::from_chars(lifetime.data(), lifetime.data() + lifetime.size(), seconds);
    if (seconds <= 0 || seconds > 43200)
        return answerOf(invalid(Violations{{"lifetime", "must be between 1s and 43200s."}}).value());
    return ok(Object{{"accessToken", call.cloud.tokens.access(call["sa"], seconds)},
                     {"expireTime", isoTime(call.cloud.clock.wall() + std::chrono::seconds(seconds))}});
}

Answer generateIdentity(Call &call)
{
    const std::string &audience = call.body["audience"].asString();
    if (audience.empty())
        return answerOf(invalid(Violations{{"audience", "is required."}}).value());
    return ok(Object{{"token", call.cloud.tokens.identity(call["sa"], audience)}});
}

Answer flavoured(Answer answer)
{
    answer.headers.emplace_back("Metadata-Flavor", "Google");
    answer.headers.emplace_back("Server", "Metadata Server for VM");
    return answer;
}

Answer metadata(Call &call)
{
    const Cloud &cloud = call.cloud;
    const std::string &path = call["path"];
    if (call.request.header("Metadata-Flavor") != "Google") {
        Answer answer = okText("Missing required header: Metadata-Flavor: Google", "text/plain");
        answer.status = 403;
        return flavoured(std::move(answer));
    }
    const std::string number = projectNumber(cloud.options.project);
    const std::string account = number + "-compute@developer.gserviceaccount.com";
    const auto text = [](std::string words) {
        return flavoured(okText(std::move(words), "application/text"));
    };
    if (path == "project/project-id")
        return text(cloud.options.project);
    if (path == "project/numeric-project-id")
        return text(number);
    if (path == "instance/region")
        return text("projects/" + number + "/regions/" + cloud.options.region);
    if (path == "instance/zone")
        return text("projects/" + number + "/zones/" + cloud.options.region + "-1");
    const std::string_view kAccounts = "instance/service-accounts/";
    if (path.starts_with(kAccounts)) {
        const auto parts = split(std::string_view(path).substr(kAccounts.size()), '/');
        const std::string email = parts[0] == "default" ? account : std::string(parts[0]);
        const std::string_view what = parts.size() > 1 ? parts[1] : std::string_view();
        if (what == "token")
            return flavoured(ok(Object{{"access_token", cloud.tokens.access(email, kLifetime)},
                                       {"expires_in", kLifetime},
                                       {"token_type", "Bearer"}}));
        if (what == "email")
            return text(email);
        if (what == "scopes")
            return text("https://www.googleapis.com/auth/cloud-platform\n");
        if (what == "identity" && !call.query("audience").empty())
            return text(cloud.tokens.identity(email, std::string(call.query("audience"))));
        if (what.empty() && call.query("recursive") == "true")
            return flavoured(
                ok(Object{{"aliases", json::Array{"default"}},
                          {"email", email},
                          {"scopes", json::Array{"https://www.googleapis.com/auth/cloud-platform"}}}));
    }
    Answer answer = okText("Not Found", "text/plain");
    answer.status = 404;
    return flavoured(std::move(answer));
}

} // namespace

void addTokens(Routes &routes)
{
    const Routes own{
        {Api::OAuth, "POST", "/token", grantToken, true},
        {Api::IamCredentials, "POST", "/v1/projects/-/serviceAccounts/{sa}:generateAccessToken",
         generateAccess},
        {Api::IamCredentials, "POST", "/v1/projects/-/serviceAccounts/{sa}:generateIdToken",
         generateIdentity},
        {Api::Metadata, "GET", "/computeMetadata/v1/{path*}", metadata},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
