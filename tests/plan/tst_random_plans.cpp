// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "tests/plan/virtual_run.h"
#include "tests/support/verify.h"

#include <algorithm>
#include <random>
#include <set>

using namespace batuta;
using namespace batuta::test;

/// Random graphs with random outcomes, retries, limits, filters and cancels: what must hold for every plan. A
/// failure prints the seed and the flow.
class TestRandomPlans : public QObject
{
    Q_OBJECT

private slots:
    void keepTheirPromises_data();
    void keepTheirPromises();
    void giveTheSameLogTwice();
    void comeBackByTheSameCalls();
    void reachEveryKindOfEnd();
};

namespace {

using plan::Decision;
using plan::StepStatus;

constexpr int kSeedsPerRow = 100;

/// Everything random about one run, from a seed.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_random(seed)
    {
    }

    int upTo(int limit) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(limit + 1)); }
    bool oneIn(int n) { return upTo(n - 1) == 0; }
    std::string_view pick(const std::vector<std::string_view> &words)
    {
        return words[static_cast<std::size_t>(upTo(static_cast<int>(words.size()) - 1))];
    }

private:
    std::mt19937_64 m_random;
};

std::string randomStep(Dice &dice, const std::string &name, const std::vector<std::string> &earlier)
{
    std::string line = name + ":";
    for (int i = dice.upTo(3); i > 0 && !earlier.empty(); --i)
        line += " " + earlier[static_cast<std::size_t>(dice.upTo(static_cast<int>(earlier.size()) - 1))];
    if (dice.oneIn(3))
        line += std::string(" if=") +
                std::string(dice.pick({"always()", "failure()", "cancelled()", "success()", "true", "false",
                                       "failure()||cancelled()", "fromJSON('{')"}));
    if (dice.oneIn(8))
        line += " skip=true|rule";
    if (dice.oneIn(10))
        line += " url=MISSING";
    if (dice.oneIn(2))
        line +=
            std::string(" on_failure=") + std::string(dice.pick({"continue", "skip", "continue", "abort"}));
    if (dice.oneIn(4))
        line += " total=" + std::to_string(1 + dice.upTo(9)) + "s";
    if (dice.oneIn(2))
        line += " retry=" + std::to_string(1 + dice.upTo(3)) + " backoff=" + std::to_string(dice.upTo(3)) +
                "s,2,9s" + (dice.oneIn(2) ? " jitter" : "");
    return line;
}

std::string randomFlow(Dice &dice)
{
    std::string text = "@ max=" + std::to_string(1 + dice.upTo(5));
    if (dice.oneIn(3))
        text += " deadline=" + std::to_string(1 + dice.upTo(30)) + "s";
    std::vector<std::string> names;
    for (int i = dice.upTo(25); i >= 0; --i) {
        const std::string name = "s" + std::to_string(names.size());
        text += "\n" + randomStep(dice, name, names);
        if (dice.oneIn(3))
            text += "\n~ " + randomStep(dice, name, {});
        names.push_back(name);
    }
    names.clear();
    for (int i = dice.upTo(3); i > 0; --i) {
        const std::string name = "z" + std::to_string(names.size());
        text += "\n-- " + randomStep(dice, name, names);
        names.push_back(name);
    }
    return text;
}

Script randomScript(std::uint64_t seed)
{
    return [seed](const std::string &step, int attempt) {
        Dice dice(seed ^ std::hash<std::string>()(step) ^ (static_cast<std::uint64_t>(attempt) << 32));
        static const std::vector<std::string_view> kActs{"ok", "ok",   "ok",   "ok",      "ok",
                                                         "ok", "503",  "conn", "timeout", "404",
                                                         "ok", "fail", "429",  "ok",      "cancelled"};
        const std::string word(dice.oneIn(60) ? "critical" : dice.pick(kActs));
        const std::string text =
            step + "=" + word + "/" + std::to_string(dice.upTo(6)) + "s" + (dice.oneIn(4) ? "!" : "");
        return scriptFromText(text)(step, attempt);
    };
}

/// Pauses, steps and releases at random; at last nothing holds the execution any more.
std::vector<Command> randomCommands(Dice &dice, const flow::Flow &flow)
{
    using Kind = Command::Kind;
    static const std::vector<Kind> kKinds{Kind::Pause,   Kind::Resume,  Kind::Release, Kind::Release,
                                          Kind::Release, Kind::Step,    Kind::Unstep,  Kind::Cancel,
                                          Kind::Pause,   Kind::Release, Kind::Resume,  Kind::CancelAndUndo};
    std::vector<Command> commands;
    const auto pickStep = [&] {
        const int last = static_cast<int>(flow.steps.size()) - 1;
        return "s" + std::to_string(dice.upTo(last)) + (dice.oneIn(5) ? "_undo" : "");
    };
    for (int i = dice.upTo(12); i > 0; --i)
        commands.push_back({std::chrono::seconds(dice.upTo(30)),
                            kKinds[static_cast<std::size_t>(dice.upTo(static_cast<int>(kKinds.size()) - 1))],
                            pickStep()});
    commands.push_back({std::chrono::seconds(100), Kind::Open, {}});
    return commands;
}

RunSettings randomSettings(Dice &dice, const flow::Flow &flow)
{
    RunSettings settings;
    settings.options.seed = static_cast<std::uint64_t>(dice.upTo(1000));
    if (dice.oneIn(2))
        for (std::size_t i = 0; i < flow.steps.size(); ++i)
            settings.options.dropped.push_back(dice.oneIn(4));
    for (int i = dice.oneIn(3) ? 1 + dice.upTo(1) : 0; i > 0; --i)
        settings.cancels.push_back(std::chrono::seconds(dice.upTo(20)));
    if (dice.oneIn(2))
        settings.commands = randomCommands(dice, flow);
    for (const flow::Step &step : flow.steps) {
        if (!settings.commands.empty() && dice.oneIn(6))
            settings.breakpoints[step.id.value] =
                dice.pick({"", "true", "failure()", "false", "fromJSON('{')"});
        if (dice.oneIn(15))
            settings.pins[step.id.value] = "before";
    }
    return settings;
}

/// Reads the moments of a finished run and finds the first promise that was broken.
class Auditor
{
public:
    Auditor(const plan::Plan &plan, int limit)
        : m_plan(plan)
        , m_limit(limit)
    {
    }

    std::string audit(const std::vector<Moment> &moments)
    {
        for (const Moment &moment : moments) {
            m_now = moment.at;
            if (m_finished)
                say("a decision after Finished", moment.decision.step);
            look(moment);
        }
        if (!m_finished)
            say("never finished", -1);
        for (int step = 0; step < m_plan.graph().size(); ++step)
            lookAtEnd(step);
        return m_broken;
    }

private:
    void say(std::string_view what, int step)
    {
        if (m_broken.empty())
            m_broken =
                std::string(what) + " (step " + std::to_string(step) + " at " + durationText(m_now) + ")";
    }

    void look(const Moment &moment)
    {
        const int step = moment.decision.step;
        if (step >= 0 && m_ended.count(step))
            say("a decision about a step that has ended", step);
        if (step >= 0 && m_plan.graph().isDropped(step))
            say("a decision about a dropped step", step);
        switch (moment.decision.kind) {
        case Decision::Kind::Start:
            started(moment.decision);
            break;
        case Decision::Kind::Cancel:
            if (!m_running.count(step) || !m_cancelled.insert(step).second)
                say("asked to stop twice, or while it did not run", step);
            break;
        case Decision::Kind::RetryLater:
            if (!m_running.erase(step) || m_cancelled.count(step) || moment.decision.at < moment.at)
                say("tried again without reason", step);
            if (moment.decision.at >= limitOf(step))
                say("a wait beyond total_timeout", step);
            m_retryAt[step] = moment.decision.at;
            break;
        case Decision::Kind::Held:
            held(step);
            break;
        case Decision::Kind::Ended:
            ended(moment);
            break;
        case Decision::Kind::Finished:
            m_finished = true;
            if (!m_running.empty())
                say("finished while something ran", *m_running.begin());
            break;
        }
    }

    void held(int step)
    {
        if (m_attempts[step] > 0 || !m_held.insert(step).second)
            say("held twice, or after its start", step);
        wantsBefore(step);
    }

    void started(const Decision &decision)
    {
        const int step = decision.step;
        if (!m_running.insert(step).second)
            say("started twice at a time", step);
        if (static_cast<int>(m_running.size()) > m_limit)
            say("above max_parallel", step);
        if (++m_attempts[step] != decision.attempt)
            say("an attempt was left out", step);
        if (m_now < m_retryAt[step])
            say("tried again too early", step);
        m_began.emplace(step, m_now);
        if (m_now >= limitOf(step))
            say("an attempt after total_timeout", step);
        if (m_plan.graph().isUndo(step) && decision.attempt == 1)
            undone(step);
        wantsBefore(step);
    }

    /// Until when the attempts of a step that has begun may last.
    plan::Instant limitOf(int step) const
    {
        const std::optional<Duration> &total = m_plan.stepAt(step).totalTimeout;
        return total ? m_began.at(step) + *total : plan::Instant::max();
    }

    /// Alone, of a step that succeeded, and after the undo of all that succeeded later.
    void undone(int step)
    {
        const auto &graph = m_plan.graph();
        if (m_running.size() != 1)
            say("an undo beside something else", step);
        const auto own = std::find(m_succeeded.begin(), m_succeeded.end(), graph.undone(step));
        if (own == m_succeeded.end())
            return say("an undo of what did not succeed", step);
        for (int other = graph.firstUndo(); other < graph.size(); ++other)
            if (std::find(own + 1, m_succeeded.end(), graph.undone(other)) != m_succeeded.end() &&
                !m_ended.count(other))
                say("an undo before that of a later step", step);
        if (m_plan.status() == plan::ExecutionStatus::Success)
            say("an undo of a success", step);
    }

    void ended(const Moment &moment)
    {
        const int step = moment.decision.step;
        const bool ran = m_running.erase(step) > 0;
        m_ended.insert(step);
        wantsBefore(step);
        if (!plan::isEnd(moment.status))
            say("ended without an end", step);
        if (moment.status != StepStatus::Success && moment.reason.code == plan::Reason::Code::None)
            say("ended without a reason", step);
        const bool neverRan = moment.status == StepStatus::Skipped || moment.status == StepStatus::NotRun;
        if (neverRan && m_attempts[step] > 0)
            say("skipped although it had started", step);
        const bool isPinned = moment.reason.code == plan::Reason::Code::Pinned;
        const bool isLate = moment.reason.code == plan::Reason::Code::TotalTimeout && m_attempts[step] > 0;
        if (ran && m_now > limitOf(step) && !m_cancelled.count(step))
            say("ran beyond total_timeout, and was not asked to stop", step);
        if (!ran && !isPinned && !isLate &&
            (moment.status == StepStatus::Success || moment.status == StepStatus::Failed))
            say("a result without a run", step);
        if (isPinned && (ran || m_attempts[step] > 0))
            say("a pinned step was called", step);
        if (ran && moment.status == StepStatus::Success)
            m_succeeded.push_back(step);
    }

    /// A step starts or ends only after all that it needs; `finally` and undo after every other step.
    void wantsBefore(int step)
    {
        for (const int need : m_plan.graph().needs(step))
            if (!m_ended.count(need))
                say("before a step that it needs", step);
        const bool isLate = step >= m_plan.graph().mainSize();
        for (int other = 0; isLate && other < m_plan.graph().mainSize(); ++other)
            if (!m_plan.graph().isDropped(other) && !m_ended.count(other))
                say("finally or undo before the end", step);
        if (m_plan.graph().isFinally(step))
            m_finallyBegan = true;
        else if (m_finallyBegan)
            say("something else after finally", step);
    }

    void lookAtEnd(int step)
    {
        const bool takesPart = !m_plan.isEmpty() && !m_plan.graph().isDropped(step);
        if (m_plan.graph().isUndo(step))
            return lookAtUndo(step);
        if (takesPart != (m_ended.count(step) > 0))
            say("the number of ends is not one", step);
        const StepStatus status = m_plan.state(step).status;
        const bool failed = status == StepStatus::Failed || status == StepStatus::CriticalError;
        if (failed && !m_plan.graph().isFinally(step) && m_plan.status() == plan::ExecutionStatus::Success)
            say("success with a failed step", step);
    }

    /// There is a decision about all of them or about none, and none unless something went wrong.
    void lookAtUndo(int step)
    {
        const plan::Graph &graph = m_plan.graph();
        if (!plan::isEnd(m_plan.state(step).status))
            say("an undo without an end", step);
        if (m_ended.count(step) != m_ended.count(graph.firstUndo()))
            say("an undo without a decision", step);
        if (m_ended.count(step) && m_plan.status() == plan::ExecutionStatus::Success)
            say("an undo phase of a success", step);
        const bool wasUndone = m_attempts[step] > 0;
        const auto own = std::find(m_succeeded.begin(), m_succeeded.end(), graph.undone(step));
        const bool wantsUndo = own != m_succeeded.end() && m_ended.count(step);
        const bool saidNothing = m_plan.explain(step).code == plan::Reason::Code::NothingToUndo;
        if (saidNothing && (wasUndone || wantsUndo))
            say("something to undo, and not undone", step);
    }

    const plan::Plan &m_plan;
    int m_limit;
    plan::Instant m_now{};
    std::set<int> m_running;
    std::set<int> m_ended;
    std::set<int> m_held;
    std::vector<int> m_succeeded; ///< in order
    bool m_finallyBegan = false;
    std::set<int> m_cancelled;
    std::map<int, int> m_attempts;
    std::map<int, plan::Instant> m_began; ///< the first attempt
    std::map<int, plan::Instant> m_retryAt;
    bool m_finished = false;
    std::string m_broken;
};

/// What must hold between any two inputs.
std::string checkStates(const plan::Plan &plan, int limit)
{
    int running = 0;
    for (int step = 0; step < plan.graph().size(); ++step) {
        const StepStatus status = plan.state(step).status;
        running += status == StepStatus::Running ? 1 : 0;
        const bool waits =
            status == StepStatus::Pending || status == StepStatus::Backoff || status == StepStatus::Held;
        if (waits && plan.explain(step).code == plan::Reason::Code::None)
            return "nothing to say about waiting step " + std::to_string(step);
    }
    if (running != plan.running() || running > limit)
        return "running() is wrong";
    return {};
}

/// Nothing starts by a call that leaves the execution paused.
std::string startsWhilePaused(const VirtualRun &run)
{
    return run.startedWhilePaused() ? "a step started while the execution was paused" : "";
}

struct Trial
{
    std::string flow;
    std::string log;
    std::string broken;
    std::set<StepStatus> ends;
    std::set<plan::Reason::Code> reasons; ///< of ends
    bool undid = false;
    bool held = false;
    bool waitedPaused = false;
    plan::ExecutionStatus status = plan::ExecutionStatus::Running;
};

Trial tryOut(std::uint64_t seed)
{
    Dice dice(seed);
    Trial trial;
    trial.flow = randomFlow(dice);
    const flow::FlowPtr flow = flowFromText(trial.flow);
    RunSettings settings = randomSettings(dice, *flow);
    settings.afterEach = [&](const plan::Plan &plan) {
        if (trial.broken.empty())
            trial.broken = checkStates(plan, flow->maxParallel);
        for (int step = 0; plan.isPaused() && step < plan.graph().size(); ++step)
            trial.waitedPaused |= plan.explain(step).code == plan::Reason::Code::Paused;
    };
    const VirtualRun run(flow, randomScript(seed), settings);
    trial.log = run.log();
    if (trial.broken.empty())
        trial.broken = Auditor(run.plan(), flow->maxParallel).audit(run.moments());
    if (trial.broken.empty())
        trial.broken = startsWhilePaused(run);
    for (int step = 0; step < run.plan().graph().size(); ++step) {
        trial.ends.insert(run.plan().state(step).status);
        trial.reasons.insert(run.plan().state(step).reason.code);
    }
    for (const Moment &moment : run.moments()) {
        trial.held |= moment.decision.kind == Decision::Kind::Held;
        trial.undid |=
            moment.decision.kind == Decision::Kind::Start && run.plan().graph().isUndo(moment.decision.step);
    }
    trial.status = run.plan().status();
    return trial;
}

} // namespace

void TestRandomPlans::keepTheirPromises_data()
{
    QTest::addColumn<int>("first");
    for (int row = 0; row < 20; ++row)
        QTest::addRow("seeds from %d", row * kSeedsPerRow) << row * kSeedsPerRow;
}

void TestRandomPlans::keepTheirPromises()
{
    QFETCH(int, first);
    for (int seed = first; seed < first + kSeedsPerRow; ++seed) {
        const Trial trial = tryOut(static_cast<std::uint64_t>(seed));
        QVERIFY2(trial.broken.empty(),
                 qPrintable(QString("seed %1: %2\n%3\n%4")
                                .arg(seed)
                                .arg(shown(trial.broken), shown(trial.flow), shown(trial.log))));
    }
}

void TestRandomPlans::giveTheSameLogTwice()
{
    for (std::uint64_t seed = 5000; seed < 5020; ++seed)
        QCOMPARE(shown(tryOut(seed).log), shown(tryOut(seed).log));
}

/// What the host does after a crash: from any call on, a new plan is where the old one was.
void TestRandomPlans::comeBackByTheSameCalls()
{
    for (std::uint64_t seed = 7000; seed < 7400; ++seed) {
        Dice dice(seed);
        const flow::FlowPtr flow = flowFromText(randomFlow(dice));
        const VirtualRun run(flow, randomScript(seed), randomSettings(dice, *flow));
        const std::string difference = run.replayed();
        QVERIFY2(difference.empty(),
                 qPrintable(QString("seed %1: %2\n%3").arg(seed).arg(shown(difference), shown(run.log()))));
    }
}

/// The dice are good only if they lead everywhere.
void TestRandomPlans::reachEveryKindOfEnd()
{
    std::set<StepStatus> ends;
    std::set<plan::ExecutionStatus> statuses;
    std::set<plan::Reason::Code> reasons;
    int undid = 0;
    int held = 0;
    int waitedPaused = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Trial trial = tryOut(seed);
        ends.insert(trial.ends.begin(), trial.ends.end());
        statuses.insert(trial.status);
        reasons.insert(trial.reasons.begin(), trial.reasons.end());
        undid += trial.undid ? 1 : 0;
        held += trial.held ? 1 : 0;
        waitedPaused += trial.waitedPaused ? 1 : 0;
    }
    QVERIFY(reasons.count(plan::Reason::Code::Pinned) && reasons.count(plan::Reason::Code::NothingToUndo));
    QVERIFY(reasons.count(plan::Reason::Code::TotalTimeout));
    QVERIFY2(undid > 15 && held > 15 && waitedPaused > 15,
             qPrintable(QString("%1 %2 %3").arg(undid).arg(held).arg(waitedPaused)));
    for (const StepStatus status : {StepStatus::Success, StepStatus::Failed, StepStatus::Skipped,
                                    StepStatus::Cancelled, StepStatus::NotRun, StepStatus::CriticalError})
        QVERIFY2(ends.count(status), plan::statusName(status).data());
    QCOMPARE(statuses.size(), std::size_t{3});
}

QTEST_APPLESS_MAIN(TestRandomPlans)
#include "tst_random_plans.moc"
