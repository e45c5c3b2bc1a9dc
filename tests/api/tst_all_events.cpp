// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

#include <QRegularExpression>

using namespace batuta;
using batuta::test::shown;

namespace {

/// One message of a stream.
struct Message
{
    QString id;
    QString kind;
    json::Value data;

    qint64 number() const { return id.section('-', 1).toLongLong(); }
};

QList<Message> messagesOf(const std::string &stream)
{
    static const QRegularExpression kMessage("id: (\\S+)\nevent: (\\w+)\ndata: ([^\n]*)\n\n");
    QList<Message> messages;
    auto found = kMessage.globalMatch(shown(stream));
    while (found.hasNext()) {
        const auto match = found.next();
        const auto data = json::parse(match.captured(3).toStdString());
        messages.append({match.captured(1), match.captured(2), data ? *data : json::Value()});
    }
    return messages;
}

QStringList kindsOf(const QList<Message> &messages)
{
    QStringList kinds;
    for (const Message &message : messages)
        kinds << message.kind;
    return kinds;
}

const QStringList kQuick{"execution_started", "step_started", "step_ended", "execution_ended"};

} // namespace

/// GET /events: all executions, with ids that resume, and a snapshot where a gap would be.
class TstAllEvents : public QObject
{
    Q_OBJECT

private slots:
    void beginWithASnapshotAndGoOn();
    void theSnapshotSaysWhatRuns();
    void goOnAfterTheLastOneSeen();
    void anIdThatLeadsNowhereGetsASnapshot_data();
    void anIdThatLeadsNowhereGetsASnapshot();
    void whatIsNoLongerKeptComesAsASnapshot();
    void whoeverComesBackTooLateGetsASnapshot();
    void aSlowClientGetsASnapshotInsteadOfTheRest();
    void aHeartbeatComesWhileNothingHappens();
    void everyMessageKeepsTheContract();
    void headIsAnsweredAndLeavesNothing();

private:
    static tests::ApiHouse::Options options(api::StreamLimits limits = {});
    static tests::RawSocket follow(const tests::ApiHouse &house, const std::string &headers = {},
                                   int receiveBuffer = 0);
    static void runQuick(tests::ApiHouse &house);
};

tests::ApiHouse::Options TstAllEvents::options(api::StreamLimits limits)
{
    tests::ApiHouse::Options options;
    options.api.streams = limits;
    options.engine.historyFile = ":memory:";
    options.build = [](tests::House &house) {
        house.function("HOLD_URL", "/hold");
        house.functions.hold("/hold");
        house.flow("quick", "steps:\n  a: {set: {x: 1}}\n");
        house.flow("held", "steps:\n  a: {http: {url: \"${{ env.HOLD_URL }}\"}}\n");
        std::string many = "steps:\n";
        for (int i = 0; i < 60; ++i)
            many += "  " + std::string(55, 's') + std::to_string(100 + i) + ": {set: {x: 1}}\n";
        house.flow("many", many);
    };
    return options;
}

tests::RawSocket TstAllEvents::follow(const tests::ApiHouse &house, const std::string &headers,
                                      int receiveBuffer)
{
    tests::RawSocket socket = house.connect();
    if (receiveBuffer > 0)
        socket.setReceiveBuffer(receiveBuffer);
    socket.send("GET /events HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    return socket;
}

void TstAllEvents::runQuick(tests::ApiHouse &house)
{
    house.json("POST", "/flows/quick/executions?wait=true");
}

void TstAllEvents::beginWithASnapshotAndGoOn()
{
    tests::ApiHouse house(options());
    tests::RawSocket socket = follow(house);
    std::string stream = socket.readUntil("}\n\n");
    QCOMPARE(kindsOf(messagesOf(stream)), QStringList{"snapshot"});
    runQuick(house);
    runQuick(house);
    while (messagesOf(stream).size() < 9) {
        const std::string more = socket.readUntil("}\n\n");
        QVERIFY(!more.empty());
        stream += more;
    }
    const QList<Message> messages = messagesOf(stream);
    QCOMPARE(kindsOf(messages), QStringList{"snapshot"} + kQuick + kQuick);
    for (qsizetype i = 1; i < messages.size(); ++i)
        QCOMPARE(messages[i].number(), messages[i - 1].number() + 1);
}

void TstAllEvents::theSnapshotSaysWhatRuns()
{
    tests::ApiHouse house(options());
    const std::string id = house.start("held");
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    tests::RawSocket socket = follow(house);
    const QList<Message> messages = messagesOf(socket.readUntil("}\n\n"));
    QCOMPARE(messages.size(), 1);
    const json::Value &data = messages[0].data;
    QCOMPARE(shown(data["id"].asString()), messages[0].id);
    QCOMPARE(data["running"].asInteger(), std::int64_t(1));
    QVERIFY(!data["is_partial"].asBoolean());
    const json::Value &held = data["executions"].asArray().at(0);
    QCOMPARE(shown(held["execution_id"].asString()), shown(id));
    QCOMPARE(held["sequence"].asInteger(), std::int64_t(2));
    QCOMPARE(shown(held["steps"].asArray().at(0)["status"].asString()), QString("running"));
}

void TstAllEvents::goOnAfterTheLastOneSeen()
{
    tests::ApiHouse house(options());
    QString last;
    {
        tests::RawSocket socket = follow(house);
        socket.readUntil("event: snapshot");
        runQuick(house);
        std::string stream = socket.readUntil("event: step_started\n");
        stream += socket.readUntil("}\n\n");
        last = messagesOf(stream).last().id;
    }
    runQuick(house); // nobody listens
    tests::RawSocket socket = follow(house, "Last-Event-ID: " + last.toStdString() + "\r\n");
    std::string stream;
    while (messagesOf(stream).size() < 6)
        stream += socket.readUntil("}\n\n");
    const QList<Message> messages = messagesOf(stream);
    QCOMPARE(kindsOf(messages), kQuick.mid(2) + kQuick);
    QCOMPARE(messages[0].number(), last.section('-', 1).toLongLong() + 1);
}

void TstAllEvents::anIdThatLeadsNowhereGetsASnapshot_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("another life") << "deadbeef-1";
    QTest::newRow("not yet") << "%1-99";
    QTest::newRow("too large") << "%1-99999999999999999999";
    QTest::newRow("negative") << "%1--5";
    QTest::newRow("no number") << "%1-x";
    QTest::newRow("nothing") << "%1-";
    QTest::newRow("of one execution") << "4";
}

void TstAllEvents::anIdThatLeadsNowhereGetsASnapshot()
{
    QFETCH(QString, id);
    tests::ApiHouse house(options());
    tests::RawSocket first = follow(house);
    const QString life = messagesOf(first.readUntil("}\n\n")).at(0).id.section('-', 0, 0);
    const std::string header = "Last-Event-ID: " + id.replace("%1", life).toStdString() + "\r\n";
    tests::RawSocket socket = follow(house, header);
    QCOMPARE(kindsOf(messagesOf(socket.readUntil("}\n\n"))), QStringList{"snapshot"});
}

void TstAllEvents::whatIsNoLongerKeptComesAsASnapshot()
{
    api::StreamLimits limits;
    limits.keptEvents = 5;
    tests::ApiHouse house(options(limits));
    tests::RawSocket first = follow(house);
    const QString begin = messagesOf(first.readUntil("}\n\n")).at(0).id;
    runQuick(house);
    runQuick(house);
    first.readUntil("execution_ended");
    first.readUntil("execution_ended");
    tests::RawSocket late = follow(house, "Last-Event-ID: " + begin.toStdString() + "\r\n");
    QCOMPARE(kindsOf(messagesOf(late.readUntil("}\n\n"))), QStringList{"snapshot"});
}

void TstAllEvents::whoeverComesBackTooLateGetsASnapshot()
{
    api::StreamLimits limits;
    limits.memory = {}; // after the last client left
    tests::ApiHouse house(options(limits));
    QString last;
    {
        tests::RawSocket socket = follow(house);
        last = messagesOf(socket.readUntil("}\n\n")).at(0).id;
    }
    for (int i = 0; i < 100;
         ++i) { // until the server has noticed: what is told meanwhile is forgotten with it
        runQuick(house);
        tests::RawSocket socket = follow(house, "Last-Event-ID: " + last.toStdString() + "\r\n");
        const QList<Message> messages = messagesOf(socket.readUntil("}\n\n"));
        QCOMPARE(messages.size(), 1);
        if (messages[0].kind == "snapshot") {
            QVERIFY(messages[0].number() > last.section('-', 1).toLongLong());
            return;
        }
        QCOMPARE(messages[0].number(), last.section('-', 1).toLongLong() + 1);
        last = messages[0].id;
    }
    QFAIL("it is never forgotten");
}

void TstAllEvents::aSlowClientGetsASnapshotInsteadOfTheRest()
{
    api::StreamLimits limits;
    limits.keptEvents = 500;
    limits.backlog = 16u << 10;
    tests::ApiHouse house(options(limits));
    tests::RawSocket slow = follow(house, {}, 4096);
    QVERIFY(!slow.readUntil("}\n\n").empty());
    std::size_t told = 0;
    for (int i = 0; i < 150; ++i) { // far more than the kernel's own buffers hold
        house.json("POST", "/flows/many/executions?wait=true");
        told += 122 * 250;
    }
    QCOMPARE(house.ask("GET", "/health").status, 200); // nobody else waits for it
    tests::RawSocket quick = follow(house);
    const qint64 last = messagesOf(quick.readUntil("}\n\n")).at(0).number();
    slow.setReceiveBuffer(1 << 20); // from now on it keeps up
    slow.setPatience(40'000);       // the kernel asks ever more seldom whether a full receiver has room again
    std::string stream;
    while (messagesOf(stream.substr(stream.size() - std::min<std::size_t>(stream.size(), 2000))).isEmpty() ||
           messagesOf(stream.substr(stream.size() - std::min<std::size_t>(stream.size(), 2000)))
                   .last()
                   .number() < last) {
        const std::string more = slow.readSome();
        QVERIFY2(!more.empty(), "the stream goes on");
        stream += more;
    }
    QVERIFY2(stream.size() < told, "it was sent everything: it was not slow");
    const QList<Message> messages = messagesOf(stream);
    qsizetype snapshots = 0;
    for (qsizetype i = 1; i < messages.size(); ++i) {
        if (messages[i].kind == "snapshot")
            ++snapshots;
        else
            QCOMPARE(messages[i].number(), messages[i - 1].number() + 1); // never a silent gap
    }
    QVERIFY(snapshots >= 1);
    QVERIFY(messages.last().number() >= last);
}

void TstAllEvents::aHeartbeatComesWhileNothingHappens()
{
    api::StreamLimits limits;
    limits.heartbeat = std::chrono::milliseconds(10);
    tests::ApiHouse house(options(limits));
    tests::RawSocket socket = follow(house);
    socket.readUntil("}\n\n");
    for (int i = 0; i < 3; ++i)
        QVERIFY(!socket.readUntil(": alive\n\n").empty());
    const std::string id = house.start("held");
    tests::RawSocket one = house.connect();
    one.send("GET /executions/" + id + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    one.readUntil("event: step_started");
    QVERIFY(one.readUntil(": alive\n\n").ends_with(": alive\n\n"));
}

void TstAllEvents::everyMessageKeepsTheContract()
{
    tests::ApiHouse house(options());
    house.start("held");
    QVERIFY(house.until([](tests::House &inside) { return inside.functions.held() == 1; }));
    tests::RawSocket socket = follow(house);
    std::string stream = socket.readUntil("}\n\n");
    house.run([](tests::House &inside) { inside.functions.release(); });
    stream += socket.readUntil("event: execution_ended");
    stream += socket.readUntil("}\n\n");
    tests::Contract contract;
    const QList<Message> messages = messagesOf(stream);
    QVERIFY(messages.size() >= 3);
    for (const Message &message : messages) {
        const char *name =
            message.kind == "snapshot" ? "#/components/schemas/Snapshot" : "#/components/schemas/Event";
        const std::string breach = contract.breach(json::Value(json::Object{{"$ref", name}}), message.data);
        QVERIFY2(breach.empty(), breach.c_str());
    }
}

void TstAllEvents::headIsAnsweredAndLeavesNothing()
{
    tests::ApiHouse house(options());
    QCOMPARE(house.ask("HEAD", "/events").status, 200);
    runQuick(house);
    QCOMPARE(house.ask("GET", "/health").status, 200);
}

QTEST_APPLESS_MAIN(TstAllEvents)
#include "tst_all_events.moc"
