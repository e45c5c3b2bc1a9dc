// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What goes wrong on purpose: it is done at the border of the call, and recorded as injected.
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include "engine/json/json.h"

#include <QTest>

using namespace batuta;
using tests::begin;
using tests::resuming;

namespace {

const std::string kFlow = R"(batuta: 1
name: one
steps:
  a:
    timeout: 200ms
    retry: {attempts: 3, on: [5xx, 429, timeout, connection], backoff: {first: 1ms, max: 1ms}}
    http: {method: POST, url: "${{ env.A }}", json: {n: 2}}
  b: {needs: [a], set: {n: 1}}
  c: {needs: [a], flow: {name: child}}
)";

void build(tests::House &house)
{
    house.function("A", "/a");
    house.flow("child", "steps:\n  x: {set: {n: 1}}\n");
    house.flow("one", kFlow.substr(kFlow.find("steps:")));
}

client::StartExecution faulty(const QByteArray &faults, const std::string &text = kFlow)
{
    client::StartExecution command;
    command.flow = FlowName("one");
    command.text = text;
    command.input = json::Object{};
    command.faults = *json::parse(faults.toStdString());
    return command;
}

/// `attempt 1: status, {…}` of each attempt of a step.
QString told(const client::ExecutionRecord &record, const std::string &step)
{
    QStringList lines;
    for (const json::Value &attempt : tests::stepOf(record, step).attemptsDetail.asArray())
        lines << QString::fromStdString(attempt["status"].asString() + " " + attempt["error"].asString() +
                                        " " + json::write(attempt["injected"]));
    return lines.join("; ");
}

QStringList injectedEvents(tests::House &house, const ExecutionId &id)
{
    QStringList found;
    for (const client::EventRecord &event : house.events(id))
        if (event.kind == "step_fault_injected")
            found << QString::fromStdString(event.step + " " + json::write(event.data));
    return found;
}

} // namespace

class TstFaults : public QObject
{
    Q_OBJECT
private slots:
    void eachIsInjected_data()
    {
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<QString>("attempts");
        QTest::addColumn<int>("calls");
        QTest::newRow("500, once") << QByteArray(R"({"a": {"status": 500, "attempts": 1}})")
                                   << R"(failed Injected: HTTP 500 {"status":500}; success  null)" << 1;
        QTest::newRow("429, always") << QByteArray(R"({"a": {"status": 429}})")
                                     << R"(failed Injected: HTTP 429 {"status":429}; )"
                                        R"(failed Injected: HTTP 429 {"status":429}; )"
                                        R"(failed Injected: HTTP 429 {"status":429})"
                                     << 0;
        QTest::newRow("timeout")
            << QByteArray(R"({"a": {"timeout": true, "attempts": 1}})")
            << R"(failed Injected: no answer within 200ms {"timeout":true}; success  null)" << 1;
        QTest::newRow("timeout after a while")
            << QByteArray(R"({"a": {"timeout": true, "latency": "5ms", "attempts": 1}})")
            << R"(failed Injected: no answer within 5ms {"latency_ms":5,"timeout":true}; success  null)" << 1;
        QTest::newRow("drop") << QByteArray(R"({"a": {"drop": true, "attempts": 1}})")
                              << R"(failed Injected: the connection was dropped {"drop":true}; success  null)"
                              << 1;
        QTest::newRow("latency") << QByteArray(R"({"a": {"latency": "20ms"}})")
                                 << R"(success  {"latency_ms":20})" << 1;
        QTest::newRow("latency beyond the timeout")
            << QByteArray(R"({"a": {"latency": "2s", "attempts": 1}})")
            << R"(failed Injected: no answer within 200ms {"latency_ms":2000}; success  null)" << 1;
        QTest::newRow("duplicate") << QByteArray(R"({"a": {"duplicate": true}})")
                                   << R"(success  {"duplicate":true,"first_status_code":200})" << 2;
    }
    void eachIsInjected()
    {
        QFETCH(QByteArray, faults);
        QFETCH(QString, attempts);
        QFETCH(int, calls);
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto started = begin(house, faulty(faults));
        BATUTA_VERIFY_OK(started);
        const auto record = house.end(started->id);
        QCOMPARE(told(*record, "a"), attempts);
        QCOMPARE(house.functions.calls("/a"), calls);
        QCOMPARE(injectedEvents(house, started->id).size(), attempts.count("{"));
    }

    void theEventSaysWhichAttempt()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto started =
            begin(house, faulty(R"({"a": {"status": 503, "latency": "1ms", "attempts": 2}})"));
        BATUTA_VERIFY_OK(house.end(started->id));
        const QStringList events = injectedEvents(house, started->id);
        QCOMPARE(events.join("; "), QString(R"(a {"latency_ms":1,"status":503,"attempt":1}; )"
                                            R"(a {"latency_ms":1,"status":503,"attempt":2})"));
    }

    void latencyIsWaited()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto record = house.run(faulty(R"({"a": {"latency": "60ms"}})"));
        BATUTA_VERIFY_OK(record);
        QVERIFY(tests::stepOf(*record, "a").duration >= std::chrono::milliseconds(60));
    }

    void aDuplicateIsTheSameCall()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        std::vector<std::string> keys;
        house.functions.answer("/a", [&](const net::ServerRequest &request) {
            keys.emplace_back(request.header("Idempotency-Key"));
            net::ServerResponse response;
            response.status = keys.size() == 1 ? 503 : 200;
            return response;
        });
        house.open(resuming());
        const auto record = house.run(faulty(R"({"a": {"duplicate": true}})"));
        QCOMPARE(told(*record, "a"), R"(success  {"duplicate":true,"first_status_code":503})");
        QCOMPARE(keys.size(), std::size_t(2));
        QCOMPARE(keys[0], keys[1]);
        QVERIFY(!keys[0].empty());
    }

    void itemsMeetItToo()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const std::string text = R"(batuta: 1
name: one
steps:
  a: {foreach: {items: [1, 2, 3]}, http: {method: POST, url: "${{ env.A }}"}}
)";
        const auto record = house.run(faulty(R"({"a": {"drop": true}})", text));
        BATUTA_VERIFY_OK(record);
        QCOMPARE(house.functions.calls("/a"), 0);
        const json::Value &items = tests::stepOf(*record, "a").attemptsDetail.at(0)["items"];
        QCOMPARE(items.asArray().size(), std::size_t(3));
        for (const json::Value &item : items.asArray())
            QVERIFY(item["injected"]["drop"].asBoolean());
    }

    /// What was never called says nothing about the other side.
    void noBreakerOpens()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const std::string text = R"(batuta: 1
name: one
steps:
  a:
    breaker: {name: shared, failures: 1, open: 60s}
    http: {method: POST, url: "${{ env.A }}"}
)";
        QCOMPARE(tests::statusesOf(house.run(faulty(R"({"a": {"status": 500}})", text))), "a=failed");
        QCOMPARE(tests::statusesOf(house.run(faulty("{}", text))), "a=success");
    }

    void aCancelEndsTheWait()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        const std::string text = "batuta: 1\nname: one\nsteps:\n  a: {http: {url: \"${{ env.A }}\"}}\n";
        house.open(resuming());
        const auto started = begin(house, faulty(R"({"a": {"latency": "1h"}})", text));
        BATUTA_VERIFY_OK(started);
        BATUTA_VERIFY_OK(tests::act(house, client::cancelOf(started->id, {})));
        QCOMPARE(tests::statusesOf(house.end(started->id)), "a=cancelled");
        QCOMPARE(house.functions.calls("/a"), 0);
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no such step") << QByteArray(R"({"x": {"drop": true}})") << "x";
        QTest::newRow("nothing is called") << QByteArray(R"({"b": {"latency": "1s"}})") << "b";
        QTest::newRow("a subflow has no status") << QByteArray(R"({"c": {"status": 500}})") << "c";
        QTest::newRow("two at once") << QByteArray(R"({"a": {"status": 500, "drop": true}})") << "a";
        QTest::newRow("unknown") << QByteArray(R"({"a": {"explode": true}})") << "a";
        QTest::newRow("status 200") << QByteArray(R"({"a": {"status": 200}})") << "a";
        QTest::newRow("a wish") << QByteArray(R"({"a": {"latency": "soon"}})") << "a";
        QTest::newRow("too long") << QByteArray(R"({"a": {"latency": "2h"}})") << "a";
        QTest::newRow("no object") << QByteArray(R"({"a": 500})") << "a";
        QTest::newRow("a list") << QByteArray(R"([1])") << "faults";
        QTest::newRow("not a switch") << QByteArray(R"({"a": {"drop": "yes"}})") << "a";
        QTest::newRow("every step, and no address") << QByteArray(R"({"*": {"moved": {}}})") << "*";
        QTest::newRow("every step, elsewhere") << QByteArray(R"({"*": {"moved": {"here": ""}}})") << "*";
        QTest::newRow("every step fails") << QByteArray(R"({"*": {"status": 500}})") << "*";
        QTest::newRow("one step elsewhere") << QByteArray(R"({"a": {"moved": {"here": "there"}}})") << "a";
        QTest::newRow("too often") << QByteArray(R"({"a": {"drop": true, "attempts": 5000}})") << "a";
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QByteArray, faults);
        QFETCH(QString, subject);
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.open(resuming());
        const auto refused = begin(house, faulty(faults));
        BATUTA_VERIFY_ERROR(refused, ErrorCode::ActRefused);
        QCOMPARE(QString::fromStdString(refused.error().subject), subject);
        QCOMPARE(house.engine->running(), 0);
    }

    void inProductionOnlyTestsMeetThem_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("production") << "production" << false;
        QTest::newRow("prod") << "prod" << false;
        QTest::newRow("staging") << "staging" << true;
    }
    void inProductionOnlyTestsMeetThem()
    {
        QFETCH(QString, environment);
        QFETCH(bool, isAllowed);
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.file(".env." + environment.toStdString(), "X=1\n");
        host::EngineOptions options = resuming();
        options.environment = environment.toStdString();
        house.open(options);
        client::StartExecution real = faulty(R"({"a": {"latency": "1ms"}})", "");
        const auto started = begin(house, real);
        QCOMPARE(started.has_value(), isAllowed);
        if (!isAllowed)
            QCOMPARE(int(started.error().code), int(ErrorCode::ActRefused));
        const auto test = begin(house, faulty(R"({"a": {"latency": "1ms"}})"));
        BATUTA_VERIFY_OK(test);
        BATUTA_VERIFY_OK(house.end(test->id));
    }
};

QTEST_GUILESS_MAIN(TstFaults)
#include "tst_faults.moc"
