// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/host/desk.h"
#include "tests/support/verify.h"

#include <QTest>

#include <set>

using namespace batuta;
using batuta::test::shown;
using batuta::tests::Desk;

/// Schedules in a time that the test sets, with the history of a real engine.
class TstScheduler : public QObject
{
    Q_OBJECT
private slots:
    void startsWhatIsDue()
    {
        Desk desk;
        desk.flow("nightly", {"schedule: {cron: 0 2 * * *, input: {at: '${{ trigger.time }}', kind: "
                              "'${{ trigger.kind }}', where: '${{ env.REGION }}'}}"});
        desk.open("2026-11-20T23:00:00Z");
        QCOMPARE(desk.taken(), "");
        desk.at("2026-11-21T01:59:59Z");
        QCOMPARE(desk.taken(), "");
        desk.at("2026-11-21T02:00:00Z");
        QCOMPARE(desk.starts.size(), 1u);
        const client::StartExecution command = desk.starts.front();
        QCOMPARE(shown(command.trigger), "schedule");
        QCOMPARE(shown(command.id.substr(14, 1)), "8");
        QCOMPARE(shown(command.triggerData["cron"].asString()), "0 2 * * *");
        QCOMPARE(shown(command.input["at"].asString()), "2026-11-21T02:00:00.000000Z");
        QCOMPARE(shown(command.input["kind"].asString()), "schedule");
        QCOMPARE(shown(command.input["where"].asString()), "south");
        QCOMPARE(desk.taken(), "nightly 2026-11-21T02:00:00Z");
        desk.at("2026-11-21T02:00:01Z");
        desk.at("2026-11-21T20:00:00Z");
        QCOMPARE(desk.taken(), "");
        const json::Value listed = desk.listed();
        QCOMPARE(shown(listed["last"]["execution_id"].asString()), shown(command.id));
        QCOMPARE(shown(listed["last"]["time"].asString()), "2026-11-21T02:00:00.000000Z");
        QCOMPARE(listed["next"].asArray().size(), 5u);
        QCOMPARE(shown(listed["next"].at(4).asString()), "2026-11-26T02:00:00.000000Z");
    }

    void looksWhenTheTimeComes()
    {
        Desk desk;
        desk.flow("soon", {"schedule: {cron: 0 2 * * *}"});
        desk.open("2026-11-21T01:30:00Z");
        desk.at("2026-11-21T01:59:59.900Z");
        QVERIFY(desk.until([&] { return !desk.starts.empty(); })); // its own timer: nobody else looked
        QCOMPARE(desk.taken(), "soon 2026-11-21T02:00:00Z");
    }

    void whatWasMissedFollowsThePolicy_data()
    {
        QTest::addColumn<QString>("missed");
        QTest::addColumn<QString>("started");
        QTest::addColumn<std::size_t>("lost");
        QTest::newRow("skip") << "skip"
                              << "" << std::size_t(3);
        QTest::newRow("run_once") << "run_once"
                                  << "daily 2026-11-24T02:00:00Z" << std::size_t(2);
        QTest::newRow("run_all") << "run_all"
                                 << "daily 2026-11-22T02:00:00Z\ndaily 2026-11-23T02:00:00Z\ndaily "
                                    "2026-11-24T02:00:00Z"
                                 << std::size_t(0);
    }

    void whatWasMissedFollowsThePolicy()
    {
        QFETCH(QString, missed);
        QFETCH(QString, started);
        Desk desk;
        desk.flow("daily", {"schedule: {cron: 0 2 * * *, missed: " + missed.toStdString() + "}"});
        desk.open("2026-11-21T12:00:00Z");
        desk.close();
        desk.open("2026-11-24T12:00:00Z");
        QCOMPARE(desk.taken(), started);
        desk.close();
        desk.open("2026-11-24T12:00:30Z");
        QCOMPARE(desk.taken(), "");
        desk.at("2026-11-25T02:00:10Z");
        QCOMPARE(desk.taken(), "daily 2026-11-25T02:00:00Z");
        QTEST(desk.missed, "lost"); // the figure of /metrics
    }

    void runsHundredsOfMissedTimesOnce()
    {
        Desk desk;
        desk.flow("minutes", {"schedule: {cron: '* * * * *', missed: run_all}"});
        desk.open("2026-11-21T00:00:00.500Z");
        desk.at("2026-11-21T04:10:00.500Z");
        QCOMPARE(desk.starts.size(), 250u);
        std::set<std::string> ids;
        for (std::size_t i = 0; i < desk.starts.size(); ++i) {
            ids.insert(desk.starts[i].id);
            if (i > 0)
                QVERIFY(desk.starts[i - 1].triggerData["time"].asString() <
                        desk.starts[i].triggerData["time"].asString());
        }
        QCOMPARE(ids.size(), 250u);
    }

    void clocksOfAZoneAreChanged()
    {
        Desk desk;
        desk.flow("night", {"schedule: {cron: 30 2 * * *, timezone: Europe/Berlin, missed: run_once}"});
        desk.open("2026-03-28T12:00:00Z");
        for (const char *time : {"2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z",
                                 "2026-03-29T12:00:00Z", "2026-03-30T00:29:59Z", "2026-03-30T00:30:00Z"})
            desk.at(time);
        // 02:30 does not exist on the 29th: it runs at 03:00 local time; on the 30th it is 00:30 UTC.
        QCOMPARE(desk.taken(), "night 2026-03-29T01:00:00Z\nnight 2026-03-30T00:30:00Z");
        desk.at("2026-10-24T12:00:00Z");
        desk.taken();
        for (const char *time :
             {"2026-10-25T00:29:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T12:00:00Z"})
            desk.at(time);
        QCOMPARE(desk.taken(), "night 2026-10-25T00:30:00Z"); // 02:30 comes twice, and is run once
    }

    void aClockThatGoesBackRepeatsNothing()
    {
        Desk desk;
        desk.flow("hourly", {"schedule: {cron: 0 * * * *}"});
        desk.open("2026-11-21T10:30:00Z");
        desk.at("2026-11-21T11:00:01Z");
        QCOMPARE(desk.taken(), "hourly 2026-11-21T11:00:00Z");
        desk.at("2026-11-21T10:30:00Z");
        desk.at("2026-11-21T11:00:01Z");
        QCOMPARE(desk.taken(), "");
        desk.at("2026-11-21T12:00:01Z");
        QCOMPARE(desk.taken(), "hourly 2026-11-21T12:00:00Z");
        desk.at("2030-01-01T00:00:01Z"); // somebody set a wrong year …
        QCOMPARE(desk.taken(), "hourly 2030-01-01T00:00:00Z");
        desk.at("2026-11-21T11:59:59Z"); // … and mended it
        desk.at("2026-11-21T12:00:02Z"); // this hour has run: its execution is in the history
        QCOMPARE(desk.taken(), "");
        desk.at("2026-11-21T13:00:00Z");
        QCOMPARE(desk.taken(), "hourly 2026-11-21T13:00:00Z");
    }

    void aCrashNeitherLosesNorRepeats_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const QString time = "daily 2026-11-22T02:00:00Z";
        QTest::newRow("between promise and start") << static_cast<int>(Desk::Start::IsLost) << "" << time;
        QTest::newRow("between start and answer") << static_cast<int>(Desk::Start::Dies) << time << "";
        QTest::newRow("after the answer") << static_cast<int>(Desk::Start::Begins) << time << "";
    }

    void aCrashNeitherLosesNorRepeats()
    {
        QFETCH(int, mode);
        QFETCH(QString, before);
        QFETCH(QString, after);
        Desk desk;
        desk.flow("daily", {"schedule: {cron: 0 2 * * *}"});
        desk.open("2026-11-21T12:00:00Z");
        desk.mode = static_cast<Desk::Start>(mode);
        desk.at("2026-11-22T02:00:00Z");
        QCOMPARE(desk.taken(), before);
        desk.close();
        desk.mode = Desk::Start::Begins;
        desk.open("2026-11-22T09:00:00Z"); // far too late for `skip`: but it was promised
        QCOMPARE(desk.taken(), after);
        QVERIFY(desk.listed()["last"]["execution_id"].isString());
        desk.close();
        desk.open("2026-11-22T09:01:00Z");
        QCOMPARE(desk.taken(), "");
    }

    void aPausedFlowStartsNothing()
    {
        Desk desk;
        desk.flow("a", {"schedule: {cron: 0 * * * *, missed: run_all}"});
        desk.flow("b", {"schedule: {cron: 0 * * * *, missed: run_all}"});
        desk.open("2026-11-21T10:30:00Z");
        QVERIFY(desk.setPaused("a", true));
        desk.at("2026-11-21T11:00:00Z");
        QCOMPARE(desk.taken(), "b 2026-11-21T11:00:00Z");
        QVERIFY(desk.listed()["paused"].asBoolean());
        desk.close();
        desk.open("2026-11-21T12:00:00Z");
        QCOMPARE(desk.taken(), "b 2026-11-21T12:00:00Z");
        desk.at("2026-11-21T12:30:00Z");
        QVERIFY(desk.setPaused("a", false));
        QCOMPARE(desk.taken(), ""); // what passed in the pause is not missed
        QVERIFY(!desk.listed()["paused"].asBoolean());
        desk.at("2026-11-21T13:00:00Z");
        QCOMPARE(desk.taken(), "a 2026-11-21T13:00:00Z\nb 2026-11-21T13:00:00Z");
    }

    void whatCannotStartNowStartsLater()
    {
        Desk desk;
        desk.flow("daily", {"schedule: {cron: 0 2 * * *}"});
        desk.open("2026-11-21T12:00:00Z");
        desk.mode = Desk::Start::Fails;
        desk.refusal = ErrorCode::HttpBusy;
        desk.at("2026-11-22T02:00:00Z");
        QCOMPARE(desk.listed()["waiting"].asInteger(), 1);
        QVERIFY(desk.listed()["error"].asString().find("http.busy") != std::string::npos);
        desk.mode = Desk::Start::Begins;
        desk.at("2026-11-22T02:10:00Z");
        QCOMPARE(desk.taken(), "daily 2026-11-22T02:00:00Z");
        QVERIFY(desk.listed()["error"].isNull());
    }

    void whatTheFlowRefusesIsLeft()
    {
        Desk desk;
        desk.flow("daily", {"schedule: {cron: 0 2 * * *}"});
        desk.open("2026-11-21T12:00:00Z");
        desk.mode = Desk::Start::Fails;
        desk.refusal = ErrorCode::InputInvalid;
        desk.at("2026-11-22T02:00:00Z");
        desk.mode = Desk::Start::Begins;
        desk.at("2026-11-22T02:10:00Z");
        QCOMPARE(desk.taken(), "");
        QCOMPARE(desk.listed()["waiting"].asInteger(), 0);
        QVERIFY(desk.listed()["error"].asString().find("input.invalid") != std::string::npos);
        desk.at("2026-11-23T02:00:00Z");
        QCOMPARE(desk.taken(), "daily 2026-11-23T02:00:00Z");
    }

    void schedulesOfOneFlowAreTold()
    {
        Desk desk;
        desk.flow("both",
                  {"schedule: {cron: 0 2 * * *, input: {n: 1}}", "schedule: {cron: 0 2 * * *, input: {n: 2}}",
                   "schedule: {cron: 0 3 * * *, timezone: America/Sao_Paulo}"});
        desk.open("2026-11-21T12:00:00Z");
        desk.at("2026-11-22T02:00:00Z");
        QCOMPARE(desk.starts.size(), 2u);
        QVERIFY(desk.starts[0].id != desk.starts[1].id);
        QVERIFY(desk.starts[0].input != desk.starts[1].input);
        desk.taken();
        desk.at("2026-11-22T06:00:00Z");
        QCOMPARE(desk.taken(), "both 2026-11-22T06:00:00Z");
    }

    void aChangedTimeIsNotBehind()
    {
        Desk desk;
        desk.flow("daily", {"schedule: {cron: 0 2 * * *, missed: run_all}"});
        desk.open("2026-11-21T12:00:00Z");
        desk.close();
        desk.flow("daily", {"schedule: {cron: 0 4 * * *, missed: run_all}"});
        desk.open("2026-11-23T12:00:00Z");
        QCOMPARE(desk.taken(), "");
        desk.at("2026-11-24T04:00:00Z");
        QCOMPARE(desk.taken(), "daily 2026-11-24T04:00:00Z");
    }
};

QTEST_GUILESS_MAIN(TstScheduler)
#include "tst_scheduler.moc"
