// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/fleet/fleet_house.h"

using namespace batuta;
using batuta::fleet::StartFailure;
using batuta::test::shown;
using batuta::tests::FleetHouse;

Q_DECLARE_METATYPE(StartFailure)

/// What an instance is given when it starts, and how a revision that cannot start fails.
class TstFleetStart : public QObject
{
    Q_OBJECT

private slots:
    void aRevisionBecomesReady();
    void theProcessGetsWhatTheContractSays();
    void aLateListenerIsWaitedFor();
    void tellsWhyItDoesNotStart_data();
    void tellsWhyItDoesNotStart();
    void aStartupProbeByHttp_data();
    void aStartupProbeByHttp();
    void aFailedRevisionGetsNoTraffic();
    void linesOfTheProgramAreEntries();
    void theSandboxIsAnImage();
};

void TstFleetStart::aRevisionBecomesReady()
{
    FleetHouse house;
    BATUTA_VERIFY_OK(house.opened);
    const auto outcome = house.start(FleetHouse::spec("shop-00001-abc"));
    QVERIFY2(outcome.isReady, outcome.message.c_str());
    QVERIFY(outcome.took > Duration());
    const auto state = house.fleet->revision(FleetHouse::key("shop-00001-abc"));
    QVERIFY(state && state->isReady);
    QCOMPARE(state->instances, 1);
    QVERIFY(house.says(
        "system",
        "Default STARTUP TCP probe succeeded after 1 attempt for container \"shop\" on port 8080."));
    QVERIFY(house.route({{"shop-00001-abc", 100, {}}}));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
    BATUTA_VERIFY_ERROR(house.fleet->start(FleetHouse::spec("shop-00001-abc"), {}), ErrorCode::ActRefused);
}

void TstFleetStart::theProcessGetsWhatTheContractSays()
{
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("shop-00001-abc");
    spec.launch.environment.emplace_back("PORT=1");
    spec.launch.environment.emplace_back("K_SERVICE=liar");
    QVERIFY(house.serve(spec));
    const auto answer = house.run.get(house.url("/who"));
    QVERIFY(answer.has_value());
    const json::Value who = json::parse(answer->body).value_or(json::Value());
    QCOMPARE(shown(who["service"].asString()), QString("shop"));
    QCOMPARE(shown(who["revision"].asString()), QString("shop-00001-abc"));
    QCOMPARE(shown(who["configuration"].asString()), QString("shop"));
    const auto instance = house.fleet->instances(FleetHouse::key("shop-00001-abc")).at(0);
    QCOMPARE(shown(who["port"].asString()), QString::number(instance.port));
    QCOMPARE(who["process"].asInteger(), std::int64_t{instance.process});
    QStringList names;
    for (const json::Value &name : who["environment"].asArray())
        names.push_back(shown(name.asString()));
    names.sort();
    QCOMPARE(names.join(' '), QString("BEHAVIOUR K_CONFIGURATION K_REVISION K_SERVICE OTHER PATH PORT"));
}

void TstFleetStart::aLateListenerIsWaitedFor()
{
    FleetHouse house;
    const auto outcome = house.start(FleetHouse::spec("late", "late"));
    QVERIFY2(outcome.isReady, outcome.message.c_str());
    QVERIFY(outcome.took >= std::chrono::milliseconds(300));
}

void TstFleetStart::tellsWhyItDoesNotStart_data()
{
    QTest::addColumn<QString>("behaviour");
    QTest::addColumn<QString>("program");
    QTest::addColumn<StartFailure>("failure");
    QTest::addColumn<QString>("message");
    QTest::newRow("ends") << "exit" << FLEET_PROGRAM << StartFailure::Exited << "Container called exit(3).";
    QTest::newRow("crashes") << "crash" << FLEET_PROGRAM << StartFailure::Exited
                             << "Container terminated on signal 11.";
    QTest::newRow("does not listen")
        << "deaf" << FLEET_PROGRAM << StartFailure::Unhealthy
        << "STARTUP TCP probe failed 1 time consecutively for container \"shop\" on port "
           "8080. The instance was not started. Connection failed with status "
           "DEADLINE_EXCEEDED";
    QTest::newRow("too much memory") << "hog" << FLEET_PROGRAM << StartFailure::OutOfMemory
                                     << "Memory limit of 128 MiB exceeded with ";
    QTest::newRow("no program")
        << ""
        << "/nowhere/program" << StartFailure::NotStarted
        << "The program /nowhere/program could not be started: No such file or directory.";
}

void TstFleetStart::tellsWhyItDoesNotStart()
{
    QFETCH(QString, behaviour);
    QFETCH(QString, program);
    QFETCH(QString, message);
    fleet::FleetOptions options;
    options.sampleTime = std::chrono::milliseconds(20);
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("bad", behaviour.toStdString());
    spec.launch.words = {program.toStdString()};
    spec.startup.timeout = std::chrono::milliseconds(behaviour == "deaf" ? 300 : 8000);
    spec.startup.isDefault = false;
    spec.memoryBytes = 128ULL << 20;
    const auto outcome = house.start(spec);
    QVERIFY(!outcome.isReady);
    QTEST(outcome.failure, "failure");
    QVERIFY2(shown(outcome.message).startsWith(message), outcome.message.c_str());
    QVERIFY(house.says("system", message.toStdString()));
    QVERIFY(house.until([&] { return house.fleet->instances(FleetHouse::key("bad")).empty(); }));
}

void TstFleetStart::aStartupProbeByHttp_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isReady");
    QTest::newRow("200") << "/health" << true;
    QTest::newRow("503") << "/status?code=503" << false;
}

void TstFleetStart::aStartupProbeByHttp()
{
    QFETCH(QString, path);
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("probed");
    spec.startup = {};
    spec.startup.kind = fleet::Probe::Kind::Http;
    spec.startup.path = path.toStdString();
    spec.startup.period = std::chrono::milliseconds(100);
    const auto outcome = house.start(spec);
    QTEST(outcome.isReady, "isReady");
    if (!outcome.isReady)
        QVERIFY2(shown(outcome.message)
                     .startsWith(
                         "STARTUP HTTP probe failed 3 times consecutively for container \"shop\" on path "),
                 outcome.message.c_str());
}

void TstFleetStart::aFailedRevisionGetsNoTraffic()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("good")));
    QVERIFY(!house.start(FleetHouse::spec("bad", "exit")).isReady);
    const Status refused = house.fleet->route(FleetHouse::service(), {{{"bad", 100, {}}}, {}});
    BATUTA_VERIFY_ERROR(refused, ErrorCode::ActRefused);
    QCOMPARE(shown(refused.error().subject), QString("bad"));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
}

void TstFleetStart::linesOfTheProgramAreEntries()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("speaks")));
    net::HttpRequest request;
    request.method = "POST";
    request.body = "plain text\n{\"severity\":\"WARNING\",\"message\":\"hot\",\"degrees\":41}";
    QVERIFY(house.fetch(request, "/log").has_value());
    QVERIFY(house.until([&] { return house.entries("stdout").size() == 3; }));
    const auto entries = house.entries("stdout");
    QCOMPARE(shown(entries[0].text), QString("listening"));
    QCOMPARE(shown(entries[1].text), QString("plain text"));
    QCOMPARE(entries[2].severity, fleet::Severity::Warning);
    QCOMPARE(entries[2].payload["degrees"].asInteger(), 41);
    QVERIFY(entries[2].key == FleetHouse::key("speaks"));
    QCOMPARE(shown(entries[2].instance), shown(house.fleet->instances(FleetHouse::key("speaks")).at(0).id));
}

void TstFleetStart::theSandboxIsAnImage()
{
    const QString program = QString(FLEET_PROGRAM).section('/', 0, -2) + "/batuta-sandbox";
    if (!QFile::exists(program))
        QSKIP("batuta-sandbox is not built");
    FleetHouse house;
    fleet::RevisionSpec spec = FleetHouse::spec("sandbox");
    spec.launch.words = {"sh", "-c", "exec " + program.toStdString() + " --port \"$PORT\""};
    QVERIFY(house.serve(spec));
    QVERIFY(shown(house.get("/")).startsWith("200 "));
}

QTEST_GUILESS_MAIN(TstFleetStart)
#include "tst_fleet_start.moc"
