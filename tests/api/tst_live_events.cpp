// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

#include <QRegularExpression>

using namespace batuta;
using batuta::test::shown;

/// GET /executions/{id}/events: what has happened, then what happens, then the end.
class TstLiveEvents : public QObject
{
    Q_OBJECT

private slots:
    void comeWhileTheExecutionRuns();
    void areReplayedAfterItsEnd();
    void goOnAfterTheLastOneSeen_data();
    void goOnAfterTheLastOneSeen();
    void manyListenersSeeTheSame();
    void aListenerThatLeavesDisturbsNobody();
    void eachOneKeepsTheContract();
    void headAndBadNumbersAreAnswered();

private:
    static void build(tests::House &house);
    static tests::RawSocket listen(const tests::ApiHouse &house, const std::string &id,
                                   const std::string &headers = {}, const std::string &query = {});
    static QStringList ids(const std::string &stream);
    static QStringList kinds(const std::string &stream);
};

void TstLiveEvents::build(tests::House &house)
{
    house.function("HOLD_URL", "/hold");
    house.functions.hold("/hold");
    house.flow("held", "steps:\n  a: {http: {url: \"${{ env.HOLD_URL }}\"}}\n  b: {needs: [a], set: {text: "
                       "\"line one\\nline "
                       "two\"}}\n");
}

tests::RawSocket TstLiveEvents::listen(const tests::ApiHouse &house, const std::string &id,
                                       const std::string &headers, const std::string &query)
{
    tests::RawSocket socket = house.connect();
    socket.send("GET /executions/" + id + "/events" + query + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
                "\r\n");
    return socket;
}

QStringList TstLiveEvents::ids(const std::string &stream)
{
    QStringList found;
    auto lines =
        QRegularExpression("^id: (\\d+)$", QRegularExpression::MultilineOption).globalMatch(shown(stream));
    while (lines.hasNext())
        found << lines.next().captured(1);
    return found;
}

QStringList TstLiveEvents::kinds(const std::string &stream)
{
    QStringList found;
    auto lines =
        QRegularExpression("^event: (\\w+)$", QRegularExpression::MultilineOption).globalMatch(shown(stream));
    while (lines.hasNext())
        found << lines.next().captured(1);
    return found;
}

namespace {

const QStringList kAll{"execution_started", "step_started", "step_ended",
                       "step_started",      "step_ended",   "execution_ended"};

} // namespace

void TstLiveEvents::comeWhileTheExecutionRuns()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    tests::RawSocket socket = listen(house, id);
    const std::string head = socket.readUntil("\r\n\r\n");
    QVERIFY2(head.starts_with("HTTP/1.1 200 ") &&
                 head.find("Content-Type: text/event-stream") != std::string::npos,
             head.c_str());
    std::string stream = socket.readUntil("event: step_started");
    QVERIFY(stream.find("step_ended") == std::string::npos);
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    house.run([](tests::House &inside) { inside.functions.release(); });
    stream += socket.readToEnd();
    QCOMPARE(kinds(stream), kAll);
    QCOMPARE(ids(stream).join(' '), "1 2 3 4 5 6");
    QVERIFY2(stream.ends_with("0\r\n\r\n"), "the stream ends as it should");
}

void TstLiveEvents::areReplayedAfterItsEnd()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    house.run([](tests::House &inside) { inside.functions.release(500); });
    QVERIFY(house.until([](tests::House &inside) { return inside.engine->running() == 0; }));
    const std::string stream = listen(house, id).readToEnd();
    QCOMPARE(ids(stream).join(' '), "1 2 3 4 5");
    QVERIFY(stream.find("\"reason\":\"HTTP 500\"") != std::string::npos);
    QCOMPARE(kinds(stream).last(), "execution_ended");
}

void TstLiveEvents::goOnAfterTheLastOneSeen_data()
{
    QTest::addColumn<bool>("live");
    QTest::addColumn<QString>("headers");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("ids");
    for (const bool live : {false, true}) {
        const char *when = live ? "live" : "ended";
        QTest::addRow("%s, all", when) << live << "Last-Event-ID: 0\r\n"
                                       << ""
                                       << "1 2 3 4 5 6";
        QTest::addRow("%s, header", when) << live << "Last-Event-ID: 4\r\n"
                                          << ""
                                          << "5 6";
        QTest::addRow("%s, query", when) << live << ""
                                         << "?after=5"
                                         << "6";
        QTest::addRow("%s, query wins", when) << live << "Last-Event-ID: 1\r\n"
                                              << "?after=5"
                                              << "6";
        QTest::addRow("%s, nothing left", when) << live << "Last-Event-ID: 6\r\n"
                                                << ""
                                                << "";
    }
}

void TstLiveEvents::goOnAfterTheLastOneSeen()
{
    QFETCH(bool, live);
    QFETCH(QString, headers);
    QFETCH(QString, query);
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    const auto finish = [&] {
        house.run([](tests::House &inside) { inside.functions.release(); });
        return house.until([](tests::House &inside) { return inside.engine->running() == 0; });
    };
    if (!live)
        QVERIFY(finish());
    tests::RawSocket socket = listen(house, id, headers.toStdString(), query.toStdString());
    std::string stream = socket.readUntil("\r\n\r\n");
    if (live)
        QVERIFY(finish());
    stream += socket.readToEnd();
    QTEST(ids(stream).join(' '), "ids");
}

void TstLiveEvents::manyListenersSeeTheSame()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    std::vector<tests::RawSocket> sockets;
    for (int i = 0; i < 20; ++i)
        sockets.push_back(listen(house, id));
    for (tests::RawSocket &socket : sockets)
        QVERIFY(socket.readUntil("event: step_started").ends_with("step_started"));
    house.run([](tests::House &inside) { inside.functions.release(); });
    for (tests::RawSocket &socket : sockets)
        QCOMPARE(ids(socket.readToEnd()).last(), "6");
}

void TstLiveEvents::aListenerThatLeavesDisturbsNobody()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    tests::RawSocket leaving = listen(house, id);
    tests::RawSocket reset = listen(house, id);
    tests::RawSocket staying = listen(house, id);
    for (tests::RawSocket *socket : {&leaving, &reset, &staying})
        QVERIFY(socket->readUntil("event: step_started").ends_with("step_started"));
    leaving.close();
    reset.abort();
    house.run([](tests::House &inside) { inside.functions.release(); });
    QCOMPARE(ids(staying.readToEnd()).last(), "6");
    QCOMPARE(house.ask("GET", "/health").status, 200);
}

void TstLiveEvents::eachOneKeepsTheContract()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    tests::RawSocket socket = listen(house, id);
    socket.readUntil("event: step_started");
    house.run([](tests::House &inside) { inside.functions.release(); });
    const std::string stream = socket.readToEnd();
    tests::Contract contract;
    const json::Value schema(json::Object{{"$ref", "#/components/schemas/Event"}});
    auto lines =
        QRegularExpression("^data: (.+)$", QRegularExpression::MultilineOption).globalMatch(shown(stream));
    int events = 0;
    while (lines.hasNext()) {
        const auto value = json::parse(lines.next().captured(1).toStdString());
        BATUTA_VERIFY_OK(value);
        const std::string breach = contract.breach(schema, *value);
        QVERIFY2(breach.empty(), breach.c_str());
        QCOMPARE(shown((*value)["execution_id"].asString()), shown(id));
        ++events;
    }
    QVERIFY(events >= 4);
}

void TstLiveEvents::headAndBadNumbersAreAnswered()
{
    tests::ApiHouse house(build);
    const std::string id = house.start("held");
    QCOMPARE(house.ask("HEAD", "/executions/" + id + "/events").status, 200);
    for (const char *after : {"x", "-1", "1.5", "99999999999999999999"})
        QCOMPARE(house.ask("GET", "/executions/" + id + "/events?after=" + after).status, 400);
}

QTEST_APPLESS_MAIN(TstLiveEvents)
#include "tst_live_events.moc"
