// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// cloud_run gate: watches the figures of a revision, and tells which bound it broke.
#include "engine/releases/gates.h"
#include "engine/steps/cloud_run_attempt.h"
#include "engine/steps/rehearsal_run.h"

#include <algorithm>
#include <array>

namespace batuta::steps {
namespace {

using releases::GateFinding;
using releases::GateRule;
using releases::Verdict;
using Figure = GateRule::Figure;

/// What a person may say to a gate that watches, as signals of the execution.
constexpr std::array<std::string_view, 4> kSignals{"hold", "go_on", "next", "promote"};

std::string filledIn(std::string query, const releases::GateScope &scope)
{
    for (const auto &[mark, value] : {std::pair<std::string, std::string>{"{revision}", scope.revision},
                                      {"{service}", scope.service.service}})
        for (std::size_t at = query.find(mark); at != std::string::npos;
             at = query.find(mark, at + value.size()))
            query.replace(at, mark.size(), value);
    return query;
}

class GateAttempt final : public CloudRunAttempt
{
public:
    GateAttempt(CloudJob job, std::vector<GateRule> rules)
        : CloudRunAttempt(std::move(job))
        , m_rules(std::move(rules))
    {
    }
    ~GateAttempt() override
    {
        if (m_cancelFlow)
            m_cancelFlow();
    }

    /// How long the gate watches, in what steps, and how long it waits for late figures.
    struct Times
    {
        Duration length{};
        Duration every{};
        Duration late{};
    };
    void use(Times times, StartSubflow startSubflow, int attempt)
    {
        m_times = times;
        m_startSubflow = std::move(startSubflow);
        m_attempt = attempt;
    }

    void begin() override
    {
        m_scope = {m_name, text("revision"), begun(), begun()};
        m_end = begun() + m_times.length;
        if (m_times.length == Duration{})
            m_scope.from = begun() - std::chrono::minutes(5);
        later(m_times.length == Duration{} ? Duration{} : nextLook(), [this] { look(); });
    }

    void cancel() override
    {
        if (const auto cancelFlow = std::exchange(m_cancelFlow, nullptr))
            cancelFlow();
        m_rehearsal.reset();
        CloudRunAttempt::cancel();
    }

    Result<bool> deliver(const Delivery &delivery) override
    {
        const bool isKnown = std::find(kSignals.begin(), kSignals.end(), delivery.name) != kSignals.end();
        if (delivery.kind != Delivery::Kind::Signal || !isKnown || m_isOver)
            return false;
        m_heard.emplace_back(delivery.name);
        if (delivery.name == "hold" || delivery.name == "go_on") {
            m_isHeld = delivery.name == "hold";
            if (!m_isHeld && !m_isLooking && !m_rehearsal)
                later({}, [this] { look(); });
            return true;
        }
        m_isOver = true;
        later({}, [this, by = delivery.name] { end(true, by, {}); });
        return true;
    }

    json::Value progress() const override
    {
        json::Object told{{"percent", m_with["percent"]},
                          {"ends_at", isoTime(m_end)},
                          {"held", m_isHeld},
                          {"gates", findingsValue()},
                          {"looks", m_looks}};
        if (m_rehearsal)
            told.append("rehearsal", m_rehearsal->progress());
        return told;
    }

private:
    Duration nextLook() const
    {
        const WallTime last = now() < m_end ? m_end : m_end + m_times.late;
        return std::max<Duration>(std::min<Duration>(m_times.every, last - now()),
                                  std::chrono::milliseconds(50));
    }

    /// The traffic first: what somebody else has moved is not judged any more.
    void look()
    {
        m_isLooking = true;
        m_place.cloud->service(m_name,
                               alive<Result<cloud::Service>>([this](const Result<cloud::Service> &service) {
                                   if (m_isOver)
                                       return;
                                   if (service)
                                       return looked(*service);
                                   m_isLooking = false;
                                   if (now() >= m_end + m_times.late && !m_isHeld)
                                       return refuse(service.error());
                                   later(nextLook(), [this] { look(); }); // a cloud may be away for a while
                               }));
    }
    void looked(const cloud::Service &service)
    {
        if (m_scope.revision.empty())
            m_scope.revision = service.latestReady;
        const int share = shareOf(service, m_scope.revision);
        // One that only rehearses has moved nothing: the rehearsal itself refuses live traffic.
        const bool rehearses = std::any_of(m_rules.begin(), m_rules.end(), [](const GateRule &rule) {
            return rule.figure == Figure::Rehearsal;
        });
        if (!rehearses && percent().value_or(share) != share) {
            m_isOver = true; // nobody holds or promotes what is somebody else's
            return takeOver(service, m_scope.revision, [this](const TakenOver &over) {
                m_movedBy = over.by;
                end(false, "taken_over", over.why);
            });
        }
        m_service = service;
        measure();
    }

    void measure()
    {
        m_scope.to = now();
        m_measures.assign(m_rules.size(), {});
        m_problems.assign(m_rules.size(), {});
        m_open = 1;
        bool countsRequests = false;
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            GateRule &rule = m_rules[i];
            countsRequests = countsRequests || rule.figure == Figure::P95;
            if (rule.isTried())
                continue;
            ++m_open;
            rule.query = filledIn(rule.query, m_scope);
            if (rule.figure == Figure::Promql)
                askPrometheus(i);
            else
                askMonitoring(
                    rule, [this, i](const releases::Measure &measure) { m_measures[i] = measure; }, i);
        }
        m_requests = 0;
        if (countsRequests) { // a percentile does not say of how many
            ++m_open;
            askMonitoring(
                {Figure::ErrorRate, "requests", 1, {}, {}, 1, {}},
                [this](const releases::Measure &measure) { m_requests = measure.samples; }, std::nullopt);
        }
        came();
    }
    void askMonitoring(const GateRule &rule, std::function<void(const releases::Measure &)> take,
                       std::optional<std::size_t> at)
    {
        m_place.cloud->series(
            *releases::gateQuery(rule, m_scope),
            alive<Result<std::vector<cloud::Series>>>(
                [this, rule, take = std::move(take), at](const Result<std::vector<cloud::Series>> &answer) {
                    if (answer)
                        take(releases::measured(rule, m_scope, *answer));
                    else if (at)
                        m_problems[*at] = errorText(answer.error());
                    came();
                }));
    }
    void askPrometheus(std::size_t at)
    {
        m_services.cloud->measure(
            m_rules[at].query, m_scope.to,
            alive<Result<std::vector<double>>>([this, at](const Result<std::vector<double>> &values) {
                if (!values)
                    m_problems[at] = errorText(values.error());
                else if (!values->empty())
                    m_measures[at] = {*std::max_element(values->begin(), values->end()), std::nullopt,
                                      static_cast<double>(values->size())};
                came();
            }));
    }
    void came()
    {
        if (--m_open > 0 || m_isOver)
            return;
        ++m_looks;
        m_isLooking = false;
        m_findings.clear();
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            if (m_rules[i].isTried())
                continue;
            if (m_rules[i].figure == Figure::P95)
                m_measures[i].samples = m_requests;
            GateFinding finding = releases::judge(m_rules[i], m_measures[i]);
            if (!m_problems[i].empty())
                finding.why += ": " + m_problems[i];
            m_findings.push_back(std::move(finding));
        }
        decide();
    }

    void decide()
    {
        const auto has = [this](Verdict verdict) {
            return std::any_of(m_findings.begin(), m_findings.end(),
                               [&](const GateFinding &one) { return one.verdict == verdict; });
        };
        if (has(Verdict::Broken))
            return broken("broken", "Gate broken: ", Verdict::Broken);
        const bool isTime = now() >= m_end && !m_isHeld;
        if (isTime && !has(Verdict::NotEnough))
            return tryNext(0);
        if (isTime && now() >= m_end + m_times.late)
            return broken("not_enough", "Not enough is known to go on: ", Verdict::NotEnough);
        later(m_isHeld ? m_times.every : nextLook(), [this] { look(); });
    }
    void broken(const std::string &by, std::string why, Verdict verdict)
    {
        bool isFirst = true;
        for (const GateFinding &finding : m_findings)
            if (finding.verdict == verdict)
                why += (std::exchange(isFirst, false) ? "" : "; ") + finding.why;
        end(false, by, std::move(why));
    }

    /// What must succeed when it is tried, one after the other, once the figures are good.
    void tryNext(std::size_t from)
    {
        const auto next = std::find_if(m_rules.begin() + static_cast<std::ptrdiff_t>(from), m_rules.end(),
                                       [](const GateRule &rule) { return rule.isTried(); });
        if (next == m_rules.end())
            return end(true, "time", {});
        const auto at = static_cast<std::size_t>(next - m_rules.begin());
        next->figure == Figure::Flow ? tryFlow(at) : rehearse(at);
    }
    void rehearse(std::size_t at)
    {
        m_rehearsal = std::make_unique<RehearsalRun>(
            RehearsalRun::Scope{m_services, m_execution,
                                m_execution + "/" + m_step + "/" + std::to_string(m_attempt)},
            m_rules[at], [this, at](GateFinding finding) {
                const Verdict verdict = finding.verdict;
                m_findings.push_back(std::move(finding));
                // It is on the stack.
                later({}, [this, at, verdict] {
                    m_rehearsal.reset();
                    tried(at, verdict);
                });
            });
        m_rehearsal->begin(m_service, m_scope.revision);
    }
    void tried(std::size_t at, Verdict verdict)
    {
        if (m_isOver)
            return;
        if (verdict == Verdict::Good)
            return tryNext(at + 1);
        const bool isBroken = verdict == Verdict::Broken;
        broken(isBroken ? "broken" : "not_enough",
               isBroken ? "Gate broken: " : "Not enough is known to go on: ", verdict);
    }
    void tryFlow(std::size_t at)
    {
        json::Object input{{"environment", m_place.environment},
                           {"service", m_name.service},
                           {"revision", m_scope.revision},
                           {"url", m_service.url},
                           {"percent", m_with["percent"]}};
        Result<CancelSubflow> child = m_startSubflow(
            FlowName(m_rules[at].query), static_cast<int>(at), json::Value(std::move(input)),
            alive<SubflowEnd>([this, at](const SubflowEnd &flowEnd) { flowEnded(at, flowEnd); }));
        if (child)
            m_cancelFlow = std::move(*child);
        else
            flowEnded(at, {false, false, errorText(child.error()), {}});
    }
    void flowEnded(std::size_t at, const SubflowEnd &flowEnd)
    {
        m_cancelFlow = nullptr;
        if (m_isOver)
            return;
        const Verdict verdict = flowEnd.succeeded ? Verdict::Good : Verdict::Broken;
        m_findings.push_back(
            {m_rules[at],
             {std::nullopt, std::nullopt, 1},
             verdict,
             m_rules[at].name + (flowEnd.succeeded
                                     ? " succeeded"
                                     : " failed: " + (flowEnd.cancelled ? "cancelled" : flowEnd.error))});
        // Its child may have ended while this was starting it.
        later({}, [this, at, verdict] { tried(at, verdict); });
    }

    json::Array findingsValue() const
    {
        json::Array all;
        for (const GateFinding &finding : m_findings)
            all.push_back(releases::findingJson(finding));
        return all;
    }
    void end(bool isPassed, const std::string &by, const std::string &why)
    {
        m_isOver = true;
        json::Array heard(m_heard.begin(), m_heard.end());
        json::Value output = json::Object{{"service", m_name.service},
                                          {"revision", m_scope.revision},
                                          {"percent", m_with["percent"]},
                                          {"passed", isPassed},
                                          {"promoted", by == "promote"},
                                          {"ended_by", by},
                                          {"why", why},
                                          {"looks", m_looks},
                                          {"signals", std::move(heard)},
                                          {"gates", findingsValue()}};
        if (by == "taken_over")
            output.object().set("moved_by", m_movedBy);
        // A traffic that somebody else holds is nobody's to ask about.
        const bool isTold = text("on_break") == "tell" && by != "taken_over";
        if (isPassed || isTold)
            return finish(std::move(output));
        fail(why, std::move(output));
    }

    std::vector<GateRule> m_rules;
    Times m_times;
    StartSubflow m_startSubflow;
    releases::GateScope m_scope;
    WallTime m_end{};
    cloud::Service m_service; ///< as it was looked at last
    std::unique_ptr<RehearsalRun> m_rehearsal;
    int m_attempt = 1;
    std::vector<releases::Measure> m_measures; ///< as m_rules, of this look
    std::vector<std::string> m_problems;       ///< why there is no measure
    std::vector<GateFinding> m_findings;       ///< of the last look
    std::vector<std::string> m_heard;          ///< signals taken
    std::string m_movedBy;                     ///< who has taken the traffic over
    CancelSubflow m_cancelFlow;
    double m_requests = 0;
    int m_open = 0; ///< questions that have not been answered
    int m_looks = 0;
    bool m_isLooking = false;
    bool m_isHeld = false;
    bool m_isOver = false;
};

/// Refuses on its first turn: the keys of the step came to something that cannot be.
class RefusedAttempt final : public CloudRunAttempt
{
public:
    RefusedAttempt(CloudJob job, Error error)
        : CloudRunAttempt(std::move(job))
        , m_error(std::move(error))
    {
    }
    void begin() override
    {
        later({}, [this] { refuse(m_error); });
    }

private:
    Error m_error;
};

Result<GateAttempt::Times> timesOf(const json::Value &with, bool isLocal)
{
    GateAttempt::Times times;
    const auto read = [&with](const char *key, Duration fallback) {
        const std::string &given = with[key].asString();
        return given.empty() ? Result<Duration>(fallback) : parseDuration(given);
    };
    const Result<Duration> length = read("for", {});
    if (!length)
        return length.error();
    constexpr Duration kOften = std::chrono::seconds(1);
    const Duration seldom = std::chrono::seconds(isLocal ? 2 : 15);
    const Result<Duration> every = read("every", std::clamp<Duration>(*length / 10, kOften, seldom));
    // Monitoring is up to two minutes late; the local one is not.
    const bool waits = *length > Duration{} && !isLocal;
    const Result<Duration> late = read("late", waits ? std::chrono::minutes(3) : std::chrono::minutes(0));
    if (!every || !late)
        return every ? late.error() : every.error();
    return GateAttempt::Times{*length, std::max<Duration>(*every, std::chrono::milliseconds(100)), *late};
}

} // namespace

std::unique_ptr<CloudRunAttempt> makeGate(CloudJob job)
{
    Result<std::vector<GateRule>> rules = releases::gateRules(job.with["gates"]);
    const Result<GateAttempt::Times> times = timesOf(job.with, job.place.isLocal);
    if (!rules || !times) {
        const Error error = rules ? times.error() : rules.error();
        return std::make_unique<RefusedAttempt>(std::move(job), error);
    }
    StartSubflow startSubflow = job.attempt.startSubflow;
    const int attempt = job.attempt.number;
    auto gate = std::make_unique<GateAttempt>(std::move(job), std::move(*rules));
    gate->use(*times, std::move(startSubflow), attempt);
    return gate;
}

} // namespace batuta::steps
