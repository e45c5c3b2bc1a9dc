// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/api.h"

#include "engine/cloud/refusal.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::cloud {

struct Api::Flight
{
    ApiCall call;
    Reply<net::HttpResponse> reply;
    std::vector<int> also;
    bool isRepeated = false; ///< with a new token
};

Api::Api(Ground ground, SignIn &signIn)
    : m_caller(ground)
    , m_signIn(signIn)
    , m_life(std::make_shared<int>())
{
}

void Api::fetch(ApiCall call, Reply<net::HttpResponse> reply, std::vector<int> also)
{
    if (!call.body.isNull())
        call.bytes = json::write(call.body);
    start(std::make_shared<Flight>(Flight{std::move(call), std::move(reply), std::move(also)}));
}

void Api::json(ApiCall call, Reply<json::Value> reply)
{
    const std::string subject = call.subject;
    fetch(std::move(call), [subject, reply = std::move(reply)](Result<net::HttpResponse> got) {
        if (!got)
            return reply(got.error());
        if (got->body.empty())
            return reply(json::Value(json::Object()));
        Result<json::Value> answer = json::parse(got->body);
        if (!answer)
            return reply(Error{ErrorCode::NetProtocol, subject, "the answer is no JSON", {}, {}});
        reply(std::move(answer));
    });
}

void Api::start(const std::shared_ptr<Flight> &flight)
{
    m_signIn.token([this, life = std::weak_ptr<int>(m_life), flight](Result<Token> token) {
        if (life.expired())
            return;
        if (!token)
            return flight->reply(token.error());
        const ApiCall &call = flight->call;
        Call out;
        out.repeats = call.repeats || call.method == "GET";
        out.request.method = call.method;
        out.request.url = call.url;
        out.request.body = call.bytes;
        out.request.timeout = call.timeout;
        out.request.maxResponseBytes = call.maxResponseBytes;
        out.request.headers = call.headers;
        out.request.headers.emplace_back("Authorization", "Bearer " + token->text);
        if (!call.bytes.empty())
            out.request.headers.emplace_back("Content-Type", call.type);
        if (const std::string &payer = m_signIn.credentials().quotaProject; !payer.empty())
            out.request.headers.emplace_back("X-Goog-User-Project", payer);
        m_caller.send(std::move(out), [this, flight, token = *token](Result<net::HttpResponse> got) {
            if (!got)
                return flight->reply(got.error());
            ended(flight, token, std::move(*got));
        });
    });
}

void Api::ended(const std::shared_ptr<Flight> &flight, const Token &token, net::HttpResponse response)
{
    if (response.status == 401 && !flight->isRepeated) {
        flight->isRepeated = true;
        m_signIn.forget(token);
        return start(flight);
    }
    const bool isWanted =
        std::find(flight->also.begin(), flight->also.end(), response.status) != flight->also.end();
    if (isWanted || (response.status >= 200 && response.status < 300))
        return flight->reply(std::move(response));
    Error error = refusalOf(response.status, response.body, flight->call.subject);
    if (error.code == ErrorCode::CloudSignIn)
        error.subject = m_signIn.credentials().told;
    flight->reply(std::move(error));
}

std::string runUrl(const std::string &path)
{
    return "https://run.googleapis.com/v2/" + path;
}

std::string knativeUrl(const std::string &region, const std::string &path)
{
    return "https://" + region + "-run.googleapis.com/" + path;
}

} // namespace batuta::cloud
