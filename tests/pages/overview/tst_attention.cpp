// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/overview/attention.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace std::chrono_literals;

/// What needs attention, and in which order.
class TestAttention : public QObject
{
    Q_OBJECT

private slots:
    void whatHasTheSameCauseIsOneLine();
    void severityComesBeforeRadiusBeforeAge();
    void whatWasDealtWithIsGone();
    void anEnvironmentWithProblemsIsOneCause();

private:
    std::vector<Cause> causes() const { return causesOf({failures, waiting, alerts, problems}, now); }
    void fails(const char *key, const char *step, const char *flow, int count, Duration ago)
    {
        client::FailureGroup group;
        group.key = key;
        group.pattern = "HTTP 503";
        group.step = step;
        group.flow = flow;
        group.count = count;
        group.firstSeen = now - ago;
        failures.push_back(group);
    }

    const WallTime now = SystemClock().wall();
    std::vector<client::FailureGroup> failures;
    std::vector<client::WaitingStep> waiting;
    std::vector<series::Alert> alerts;
    Errors problems;

private slots:
    void cleanup()
    {
        failures.clear();
        waiting.clear();
        alerts.clear();
    }
};

void TestAttention::whatHasTheSameCauseIsOneLine()
{
    fails("a", "gap", "first_login", 30, 1h);
    fails("b", "gap", "update_profile", 11, 3h);
    fails("c", "match", "update_profile", 5, 2h);
    const auto found = causes();
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].radius, std::int64_t(41));
    QCOMPARE(found[0].keys, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(found[0].flows.size(), std::size_t(2));
    QVERIFY(found[0].since == now - 3h);
}

void TestAttention::severityComesBeforeRadiusBeforeAge()
{
    fails("young", "s1", "f", 5, 1h);
    fails("old", "s2", "f", 5, 2h);
    fails("wide", "s3", "f", 9, 1min);
    client::WaitingStep asks;
    asks.kind = "approval";
    asks.step = "ask";
    asks.execution = "x";
    waiting.push_back(asks);
    asks.kind = "retry"; // goes on by itself
    asks.step = "other";
    waiting.push_back(asks);
    series::Alert alert;
    alert.rule.name = "slow";
    alert.rule.severity = "info";
    alert.state = series::AlertState::Firing;
    alert.samples = 1'000;
    alerts.push_back(alert);
    const auto found = causes();
    QCOMPARE(found.size(), std::size_t(5));
    QCOMPARE(found[0].keys.front(), std::string("wide"));
    QCOMPARE(found[1].keys.front(), std::string("old"));
    QCOMPARE(found[2].keys.front(), std::string("young"));
    QVERIFY(found[3].kind == Cause::Kind::Approval && !found[3].canAcknowledge());
    QVERIFY(found[4].kind == Cause::Kind::Alert && found[4].canAcknowledge());
}

void TestAttention::whatWasDealtWithIsGone()
{
    fails("a", "gap", "f", 1, 1h);
    failures.front().isAddressed = true;
    series::Alert alert;
    alert.state = series::AlertState::Firing;
    alert.mutedUntil = now + 1h;
    alerts.push_back(alert);
    alert.mutedUntil = {};
    alert.state = series::AlertState::Pending;
    alerts.push_back(alert);
    QVERIFY(causes().empty());
}

void TestAttention::anEnvironmentWithProblemsIsOneCause()
{
    const auto found =
        causesOf({failures, waiting, alerts, problems, {{"dev", 0}, {"staging", 2}, {"production", 5}}}, now);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].subject, std::string("production")); // more of them
    QCOMPARE(found[0].radius, std::int64_t(5));
    QCOMPARE(found[1].subject, std::string("staging"));
    QVERIFY(found[0].kind == Cause::Kind::Environment && !found[0].canAcknowledge());
}

QTEST_APPLESS_MAIN(TestAttention)
#include "tst_attention.moc"
