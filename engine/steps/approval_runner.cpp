// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/steps/kinds.h"
#include "engine/steps/traffic_watch.h"
#include "engine/steps/wall_timer.h"

namespace batuta::steps {
namespace {

using Cause = plan::Outcome::Cause;

Error answerError(const Attempt &attempt, ErrorCode code, std::string detail)
{
    return {code, attempt.step.id.value, std::move(detail), {}, {}};
}

bool hasRole(const Delivery &delivery, const std::string &role)
{
    return role.empty() || std::any_of(delivery.roles.begin(), delivery.roles.end(),
                                       [&](const auto &held) { return held == "*" || held == role; });
}

std::string violationText(const std::vector<json::Violation> &violations)
{
    std::string text;
    for (const json::Violation &violation : violations)
        text += (text.empty() ? "" : "; ") +
                (violation.pointer.empty() ? "form" : violation.pointer.substr(1)) + " " + violation.message;
    return text;
}

/// The values that the person filled in, with the form's defaults.
Result<json::Value> filledForm(const flow::ApprovalStep &step, const Attempt &attempt, json::Value form)
{
    if (!step.form)
        return form;
    form = step.form->withDefaults(form.isNull() ? json::Value(json::Object{}) : std::move(form));
    if (const auto violations = step.form->validate(form); !violations.empty())
        return answerError(attempt, ErrorCode::InputInvalid, violationText(violations));
    return form;
}

json::Value decision(bool approved, json::Value by, WallTime at, std::string_view comment, json::Value form)
{
    return json::Object{{"approved", approved},
                        {"by", std::move(by)},
                        {"at", isoTime(at)},
                        {"comment", comment},
                        {"form", std::move(form)}};
}

class ApprovalAttempt final : public RunningAttempt
{
public:
    ApprovalAttempt(const Attempt &attempt, const Services &services, std::string message, Report report)
        : m_attempt(attempt)
        , m_step(std::get<flow::ApprovalStep>(attempt.step.action))
        , m_clock(services.clock)
        , m_timer(services)
        , m_message(std::move(message))
        , m_report(std::move(report))
    {
    }

    /// The expiry counts from the beginning of the attempt, so that a restart does not prolong it.
    void begin()
    {
        const AttemptLimit limit = limitOf(m_attempt, m_clock);
        if (m_step.expires)
            m_expiresAt = beginOf(m_attempt, m_clock) + *m_step.expires;
        if (m_expiresAt && *m_expiresAt <= limit.at)
            m_timer.start(*m_expiresAt, [this] { expire(); });
        else if (limit.at < WallTime::max())
            endWith(limit.at, {failed(Cause::Timeout, limit.reason), {}, {}});
    }
    /// Withdraws the question when somebody else moves the traffic that it is about.
    Status watch(const json::Value &traffic, const Services &services)
    {
        Result<std::unique_ptr<TrafficWatch>> begun =
            TrafficWatch::begin(m_attempt, services, traffic, [this](const TakenOver &over) {
                if (std::exchange(m_isAnswered, true))
                    return;
                json::Object output{{"approved", false}};
                over.tell(output);
                endWith({}, {failed(Cause::Other, over.why), std::move(output), {}});
            });
        if (!begun)
            return begun.error();
        m_watch = std::move(*begun);
        return {};
    }
    void cancel() override
    {
        if (!m_isAnswered)
            endWith({}, {cancelled(), {}, {}});
    }
    Result<bool> deliver(const Delivery &delivery) override
    {
        if (delivery.kind != Delivery::Kind::Answer || m_isAnswered)
            return false;
        if (!hasRole(delivery, m_step.role))
            return answerError(m_attempt, ErrorCode::ActForbidden, "it takes the role " + m_step.role);
        if (!delivery.data["approved"].isBoolean())
            return answerError(m_attempt, ErrorCode::InputInvalid, "approved must be true or false");
        if (const json::Value &comment = delivery.data["comment"]; !comment.isNull() && !comment.isString())
            return answerError(m_attempt, ErrorCode::InputInvalid, "comment must be a text");
        return take(delivery);
    }
    json::Value question() const override
    {
        return json::Object{{"role", m_step.role},
                            {"message", m_message},
                            {"form", m_step.form ? m_step.form->source() : json::Value()},
                            {"expires_at", m_expiresAt ? json::Value(isoTime(*m_expiresAt)) : json::Value()}};
    }

private:
    Result<bool> take(const Delivery &delivery)
    {
        const bool approved = delivery.data["approved"].asBoolean();
        const std::string &comment = delivery.data["comment"].asString();
        json::Value form = delivery.data["form"];
        if (approved) { // who says no need not fill in what the yes would have asked for
            Result<json::Value> filled = filledForm(m_step, m_attempt, std::move(form));
            if (!filled)
                return filled.error();
            form = std::move(*filled);
        }
        m_isAnswered = true;
        plan::Outcome outcome = done();
        if (!approved)
            outcome =
                failed(Cause::Other, "Rejected by " + delivery.who + (comment.empty() ? "" : ": " + comment));
        endWith({}, {std::move(outcome),
                     decision(approved, delivery.who, m_clock.wall(), comment, std::move(form)),
                     {}});
        return true;
    }
    void expire()
    {
        const std::string reason = "Not answered within " + durationText(*m_step.expires);
        if (m_step.onExpiry == flow::ApprovalStep::OnExpiry::Approve)
            tell({done(), decision(true, nullptr, *m_expiresAt, reason, nullptr), {}});
        else
            tell({failed(Cause::Other, reason), {}, {}});
    }
    void endWith(WallTime when, AttemptReport report)
    {
        m_timer.start(when, [this, report = std::move(report)] { tell(report); });
    }
    void tell(AttemptReport what)
    {
        m_watch.reset();
        const Report report = std::move(m_report);
        report(std::move(what)); // may destroy this
    }

    const Attempt m_attempt;
    const flow::ApprovalStep &m_step;
    const Clock &m_clock;
    WallTimer m_timer;
    std::string m_message;
    Report m_report;
    std::optional<WallTime> m_expiresAt;
    std::unique_ptr<TrafficWatch> m_watch;
    bool m_isAnswered = false;
};

} // namespace

std::unique_ptr<RunningAttempt> startApproval(const Attempt &attempt, const Services &services, Report report)
{
    const auto &step = std::get<flow::ApprovalStep>(attempt.step.action);
    Result<std::string> message = step.message ? step.message->evaluateText(attempt.context) : std::string();
    if (!message) {
        report({critical(message.error()), {}, {}});
        return nullptr;
    }
    Result<json::Value> traffic = step.traffic ? step.traffic->evaluate(attempt.context) : json::Value();
    if (!traffic) {
        report({critical(traffic.error()), {}, {}});
        return nullptr;
    }
    auto running = std::make_unique<ApprovalAttempt>(attempt, services, std::move(*message), report);
    if (const Status watched = step.traffic ? running->watch(*traffic, services) : Status(); !watched) {
        report({failed(Cause::Other, errorText(watched.error())), {}, {}});
        return nullptr;
    }
    running->begin();
    return running;
}

} // namespace batuta::steps
