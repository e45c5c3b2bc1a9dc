// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/sign_in.h"
#include "engine/steps/http_call.h"

#include <algorithm>
#include <utility>

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

/// Asks for the token, then calls. The time that the token takes is the call's own.
class SignedCall final : public RunningAttempt
{
public:
    SignedCall(const Services &services, net::HttpRequest request, CallRecord record, Report report)
        : m_services(services)
        , m_request(std::move(request))
        , m_record(std::move(record))
        , m_report(std::move(report))
        , m_begun(services.clock.steady())
    {
    }
    ~SignedCall() override
    {
        *m_alive = false;
        m_services.loop.cancelTimer(m_timer);
    }

    void ask(const std::string &audience)
    {
        m_timer = m_services.loop.startTimer(m_begun + m_request.timeout, [this] {
            end(failed(Cause::Timeout, "No id token within " + durationText(m_request.timeout)));
        });
        m_services.idToken(audience, [this, alive = m_alive](Result<std::string> token) {
            if (*alive && m_report)
                call(std::move(token));
        });
    }
    void cancel() override
    {
        if (m_call)
            m_call->cancel();
        else
            end(cancelled());
    }

private:
    void call(Result<std::string> token)
    {
        m_services.loop.cancelTimer(m_timer);
        if (!token)
            return end(failed(Cause::Other, errorText(token.error())));
        m_request.headers.emplace_back("Authorization", "Bearer " + *token);
        const auto taken = std::chrono::duration_cast<Duration>(m_services.clock.steady() - m_begun);
        m_request.timeout = std::max(m_request.timeout - taken, Duration(1));
        m_call = startCall(m_services, std::move(m_request), std::move(m_record),
                           std::exchange(m_report, nullptr));
    }
    void end(plan::Outcome outcome)
    {
        if (const Report tell = std::exchange(m_report, nullptr))
            tell({std::move(outcome), {}, {}}); // may destroy this
    }

    Services m_services;
    net::HttpRequest m_request;
    CallRecord m_record;
    Report m_report;
    SteadyTime m_begun;
    net::Loop::TimerId m_timer = 0;
    std::unique_ptr<RunningAttempt> m_call;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace

std::unique_ptr<RunningAttempt> startSignedCall(const Services &services, net::HttpRequest request,
                                                std::string audience, CallRecord record, Report report)
{
    if (!services.idToken) {
        report({failed(Cause::Other, "No id token: this engine signs in nowhere"), {}, {}});
        return nullptr;
    }
    if (audience.empty())
        audience = cloud::audienceOf(request.url);
    auto running =
        std::make_unique<SignedCall>(services, std::move(request), std::move(record), std::move(report));
    running->ask(audience);
    return running;
}

} // namespace batuta::steps
