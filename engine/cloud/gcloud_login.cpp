// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Tokens of who is signed in with gcloud: `gcloud config config-helper` gives both kinds at once.
#include "engine/cloud/refusal.h"
#include "engine/cloud/sign_in.h"
#include "engine/json/json.h"

namespace batuta::cloud {
namespace {

constexpr Duration kMost = std::chrono::seconds(30);
constexpr const char *kMend = "Run `gcloud auth login`.";

Result<Token> readAnswer(const net::ChildEnd &end, bool wantsId)
{
    if (end.status != 0 || end.signal != 0) // its words, which hold no token when it fails
        return Error{ErrorCode::CloudSignIn, "gcloud", citation(end.errors, 500), {}, kMend};
    const Result<json::Value> answer = json::parse(end.output, {1u << 20, 16});
    const json::Value credential = answer ? (*answer)["credential"] : json::Value();
    Token token{credential[wantsId ? "id_token" : "access_token"].asString(), {}};
    if (token.text.empty() || !parseIsoTime(credential["token_expiry"].asString(), token.until))
        return Error{ErrorCode::CloudSignIn, "gcloud", "its answer has no token", {}, kMend};
    return token;
}

} // namespace

void SignIn::withGcloud(const GcloudLogin &login, bool wantsId, Reply<Token> reply)
{
    m_gcloudWaiting.emplace_back(wantsId, std::move(reply));
    if (m_gcloud)
        return;
    net::Loop &loop = m_caller.ground().loop;
    net::ChildCommand command;
    command.words = {login.program, "config", "config-helper", "--format=json"};
    command.environment = login.environment;
    auto started = net::ChildProcess::start(loop, std::move(command), [this](const net::ChildEnd &end) {
        m_caller.ground().loop.cancelTimer(m_gcloudTimer);
        m_gcloud.reset();
        for (const auto &[isId, waiting] : std::exchange(m_gcloudWaiting, {}))
            waiting(readAnswer(end, isId));
    });
    if (!started) {
        for (auto &[isId, waiting] : std::exchange(m_gcloudWaiting, {}))
            m_caller.refuse<Token>(std::move(waiting), started.error());
        return;
    }
    m_gcloud = std::move(*started);
    m_gcloudTimer =
        loop.startTimer(m_caller.ground().clock.steady() + kMost, [this] { m_gcloud->terminate(); });
}

} // namespace batuta::cloud
