// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/sign_in.h"

#include "engine/cloud/jwt.h"
#include "engine/cloud/refusal.h"
#include "engine/json/json.h"
#include "engine/net/url.h"

#include <algorithm>
#include <utility>

namespace batuta::cloud {
namespace {

constexpr const char *kScope = "https://www.googleapis.com/auth/cloud-platform";
constexpr const char *kForm = "application/x-www-form-urlencoded";
constexpr Duration kEarly = std::chrono::seconds(225); ///< before its end a token is renewed, as Google's do
constexpr Duration kCallTime = std::chrono::seconds(20);
constexpr std::size_t kMostSlots = 1'000;
const std::string kAccess = "access", kSource = "source", kId = "id:";

std::int64_t secondsOf(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

Error noToken(const std::string &who, const std::string &why)
{
    return {ErrorCode::CloudSignIn, who, why, {}, {}};
}

} // namespace

std::string audienceOf(const std::string &url)
{
    const Result<net::Url> parts = net::parseUrl(url);
    if (!parts)
        return {};
    std::string audience = std::string(parts->tls ? "https://" : "http://") + parts->authority();
    if (parts->host.ends_with(".cloudfunctions.net"))
        audience += parts->target.substr(0, parts->target.find_first_of("/?", 1));
    return audience;
}

SignIn::SignIn(Ground ground, Credentials credentials)
    : m_caller(ground)
    , m_credentials(std::move(credentials))
{
}

SignIn::~SignIn()
{
    m_caller.ground().loop.cancelTimer(m_gcloudTimer);
}

void SignIn::token(Reply<Token> reply)
{
    ask(kAccess, std::move(reply));
}

void SignIn::idToken(const std::string &audience, Reply<Token> reply)
{
    ask(kId + audience, std::move(reply));
}

void SignIn::forget(const Token &token)
{
    for (auto &[name, slot] : m_slots)
        if (slot.token.text == token.text || name == kSource)
            slot.token = {};
}

void SignIn::ask(const std::string &slot, Reply<Token> reply)
{
    if (m_slots.size() > kMostSlots)
        std::erase_if(m_slots, [](const auto &one) { return one.second.waiting.empty(); });
    Slot &own = m_slots[slot];
    if (!own.token.text.empty() && own.token.until - kEarly > m_caller.ground().clock.wall()) {
        m_caller.ground().loop.post([reply = std::move(reply), token = own.token] { reply(token); });
        return;
    }
    own.waiting.push_back(std::move(reply));
    if (own.waiting.size() == 1)
        fetch(slot);
}

void SignIn::answer(const std::string &slot, Result<Token> token)
{
    Slot &own = m_slots[slot];
    if (token)
        own.token = *token;
    const std::vector<Reply<Token>> waiting = std::exchange(own.waiting, {});
    for (const Reply<Token> &reply : waiting)
        reply(token);
}

void SignIn::fetch(const std::string &slot)
{
    const std::string audience = slot.starts_with(kId) ? slot.substr(kId.size()) : std::string();
    Reply<Token> reply = [this, slot](Result<Token> token) { answer(slot, std::move(token)); };
    if (!m_credentials.impersonate.empty() && slot != kSource)
        impersonate(audience, std::move(reply));
    else
        fetchOwn(audience, std::move(reply));
}

void SignIn::fetchOwn(const std::string &audience, Reply<Token> reply)
{
    const CredentialSource &source = m_credentials.source;
    if (const auto *key = std::get_if<ServiceAccountKey>(&source))
        return withKey(*key, audience, std::move(reply));
    if (const auto *user = std::get_if<AuthorizedUser>(&source))
        return withRefresh(*user, !audience.empty(), std::move(reply));
    if (const auto *server = std::get_if<MetadataServer>(&source))
        return withMetadata(*server, audience, std::move(reply));
    if (const auto *login = std::get_if<GcloudLogin>(&source))
        return withGcloud(*login, !audience.empty(), std::move(reply));
    if (!audience.empty() && !m_caller.ground().isLocal)
        return m_caller.refuse<Token>(
            std::move(reply), noToken(m_credentials.told, "a fixed token proves nothing to a service"));
    const Token token{std::get<FixedToken>(source).token,
                      m_caller.ground().clock.wall() + std::chrono::hours(1)};
    m_caller.ground().loop.post([reply = std::move(reply), token] { reply(token); });
}

void SignIn::post(const std::string &url, std::string body, const char *type, const std::string &bearer,
                  Reply<json::Value> reply)
{
    Call call;
    call.request.method = "POST";
    call.request.url = url;
    call.request.body = std::move(body);
    call.request.timeout = kCallTime;
    call.request.maxResponseBytes = 1u << 20;
    call.request.headers.emplace_back("Content-Type", type);
    if (!bearer.empty())
        call.request.headers.emplace_back("Authorization", "Bearer " + bearer);
    m_caller.send(std::move(call), [told = m_credentials.told, reply = std::move(reply)](auto got) {
        if (!got)
            return reply(got.error());
        if (got->status != 200) {
            Error error = refusalOf(got->status, got->body, told);
            if (error.code == ErrorCode::ActForbidden)
                error.mend = "Ask for roles/iam.serviceAccountTokenCreator on the account to act as.";
            return reply(std::move(error));
        }
        Result<json::Value> answer = json::parse(got->body, {1u << 20, 16});
        reply(answer ? std::move(answer) : noToken(told, "the answer is no JSON"));
    });
}

Result<Token> SignIn::tokenOf(const json::Value &answer, bool isId) const
{
    const std::string &text = answer[isId ? "id_token" : "access_token"].asString();
    if (text.empty())
        return noToken(m_credentials.told,
                       isId ? "the answer has no id token" : "the answer has no access token");
    const WallTime now = m_caller.ground().clock.wall();
    const auto seconds = std::clamp<std::int64_t>(answer["expires_in"].asInteger(3600), 0, 86'400);
    const WallTime until = now + std::chrono::seconds(seconds);
    return Token{text, isId ? expiryOf(text).value_or(until) : until};
}

void SignIn::withKey(const ServiceAccountKey &key, const std::string &audience, Reply<Token> reply)
{
    const std::int64_t now = secondsOf(m_caller.ground().clock.wall());
    json::Object claims{{"iss", key.email}, {"aud", key.tokenUrl}, {"iat", now}, {"exp", now + 3'600}};
    const bool isId = !audience.empty();
    claims.set(isId ? "target_audience" : "scope", isId ? json::Value(audience) : json::Value(kScope));
    Result<std::string> jwt = signedJwt(claims, key.keyId, key.privateKey);
    if (!jwt)
        return m_caller.refuse<Token>(std::move(reply), jwt.error());
    post(key.tokenUrl,
         "grant_type=" + net::percentEncoded("urn:ietf:params:oauth:grant-type:jwt-bearer") +
             "&assertion=" + *jwt,
         kForm, {}, [this, isId, reply = std::move(reply)](auto answer) {
             reply(answer ? tokenOf(*answer, isId) : Result<Token>(answer.error()));
         });
}

void SignIn::withRefresh(const AuthorizedUser &user, bool wantsId, Reply<Token> reply)
{
    post("https://oauth2.googleapis.com/token",
         "grant_type=refresh_token&client_id=" + net::percentEncoded(user.clientId) +
             "&client_secret=" + net::percentEncoded(user.clientSecret) +
             "&refresh_token=" + net::percentEncoded(user.refreshToken),
         kForm, {}, [this, wantsId, reply = std::move(reply)](auto answer) {
             reply(answer ? tokenOf(*answer, wantsId) : Result<Token>(answer.error()));
         });
}

void SignIn::impersonate(const std::string &audience, Reply<Token> reply)
{
    ask(kSource, [this, audience, reply = std::move(reply)](Result<Token> source) {
        if (!source)
            return reply(source.error());
        const bool isId = !audience.empty();
        json::Object body;
        json::Array delegates(m_credentials.delegates.begin(), m_credentials.delegates.end());
        body.set("delegates", std::move(delegates));
        if (isId) {
            body.set("audience", audience);
            body.set("includeEmail", true);
        } else {
            body.set("scope", json::Array{kScope});
            body.set("lifetime", "3600s");
        }
        const std::string url = "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/" +
                                net::percentEncoded(m_credentials.impersonate) +
                                (isId ? ":generateIdToken" : ":generateAccessToken");
        post(url, json::write(json::Value(std::move(body))), "application/json", source->text,
             [this, isId, reply](auto answer) {
                 if (!answer)
                     return reply(answer.error());
                 Token token{(*answer)[isId ? "token" : "accessToken"].asString(), {}};
                 const bool isRead = parseIsoTime((*answer)["expireTime"].asString(), token.until);
                 if (isId || !isRead)
                     token.until = expiryOf(token.text)
                                       .value_or(m_caller.ground().clock.wall() + std::chrono::minutes(30));
                 reply(token.text.empty() ? Result<Token>(noToken(m_credentials.told, "no token came"))
                                          : Result<Token>(std::move(token)));
             });
    });
}

void SignIn::withMetadata(const MetadataServer &server, const std::string &audience, Reply<Token> reply)
{
    Call call;
    const std::string account =
        "http://" + server.host + "/computeMetadata/v1/instance/service-accounts/default/";
    call.request.url =
        account + (audience.empty() ? "token?scopes=" + net::percentEncoded(kScope)
                                    : "identity?format=full&audience=" + net::percentEncoded(audience));
    call.request.timeout = std::chrono::seconds(10);
    call.tries = 2; // elsewhere than at Google nobody answers, and who waits wants to know
    call.request.connectTimeout = std::chrono::seconds(3);
    call.request.maxResponseBytes = 64u << 10;
    call.request.headers.emplace_back("Metadata-Flavor", "Google");
    const bool isId = !audience.empty();
    m_caller.send(std::move(call), [this, isId, reply = std::move(reply)](auto got) {
        if (!got)
            return reply(Error{ErrorCode::CloudSignIn,
                               "metadata server",
                               got.error().detail,
                               {},
                               "This machine is none of Google's: name a key file in `cloud.credentials` of "
                               "batuta.yaml, or run `gcloud auth application-default login`."});
        if (got->status != 200)
            return reply(refusalOf(got->status, got->body, m_credentials.told));
        if (isId)
            return reply(Token{got->body, expiryOf(got->body).value_or(WallTime{})});
        const Result<json::Value> answer = json::parse(got->body, {64u << 10, 8});
        reply(answer ? tokenOf(*answer, false) : noToken(m_credentials.told, "the answer is no JSON"));
    });
}

} // namespace batuta::cloud
