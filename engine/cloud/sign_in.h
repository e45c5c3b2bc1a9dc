// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/caller.h"
#include "engine/cloud/credentials.h"
#include "engine/net/child_process.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace batuta::cloud {

/// A secret with an end.
struct Token
{
    std::string text;
    WallTime until{};
};

/// Owns the tokens of one identity, and gets new ones before they end: all who ask meanwhile share one call.
/// On the loop's thread. Tokens are in no log, error or argument of a process.
class SignIn
{
public:
    SignIn(Ground ground, Credentials credentials);
    ~SignIn();

    /// An access token that is good for some minutes at least.
    void token(Reply<Token> reply);
    /// An id token for one audience: who calls a private service proves with it who they are.
    void idToken(const std::string &audience, Reply<Token> reply);
    /// Google does not take this token: the next one who asks gets another.
    void forget(const Token &token);

    const Credentials &credentials() const { return m_credentials; }

private:
    /// `id:AUDIENCE`, `access`, or `source`: the token that impersonation stands on.
    struct Slot
    {
        Token token;
        std::vector<Reply<Token>> waiting;
    };

    void ask(const std::string &slot, Reply<Token> reply);
    void fetch(const std::string &slot);
    void fetchOwn(const std::string &audience, Reply<Token> reply);
    void impersonate(const std::string &audience, Reply<Token> reply);
    void answer(const std::string &slot, Result<Token> token);
    void post(const std::string &url, std::string body, const char *type, const std::string &bearer,
              Reply<json::Value> reply);
    void withKey(const ServiceAccountKey &key, const std::string &audience, Reply<Token> reply);
    void withRefresh(const AuthorizedUser &user, bool wantsId, Reply<Token> reply);
    void withMetadata(const MetadataServer &server, const std::string &audience, Reply<Token> reply);
    void withGcloud(const GcloudLogin &login, bool wantsId, Reply<Token> reply);
    Result<Token> tokenOf(const json::Value &answer, bool isId) const;

    Caller m_caller;
    Credentials m_credentials;
    std::map<std::string, Slot> m_slots;
    std::unique_ptr<net::ChildProcess> m_gcloud;
    net::Loop::TimerId m_gcloudTimer = 0;
    std::vector<std::pair<bool, Reply<Token>>> m_gcloudWaiting; ///< whether the id token is wanted
};

/// The audience of the service behind an address: its scheme and host; of functions of the first generation
/// the name as well.
std::string audienceOf(const std::string &url);

} // namespace batuta::cloud
