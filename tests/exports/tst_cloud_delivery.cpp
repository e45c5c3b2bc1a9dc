// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The delivery of events by itself: receivers that are slow, refuse, fail, or are not there.
#include "engine/base/uuid.h"
#include "engine/exports/cloud_events.h"
#include "engine/policy/hmac.h"
#include "tests/exports/receiver.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <map>

using namespace batuta;
using batuta::test::shown;

namespace {

constexpr const char *kSent = "batuta_export_items_sent_total{exporter=\"cloud_events\"}";
constexpr const char *kDropped = "batuta_export_items_dropped_total{exporter=\"cloud_events\"}";
constexpr const char *kRetries = "batuta_export_retries_total{exporter=\"cloud_events\"}";

/// A history in a file, and events of made-up executions in it.
struct Desk
{
    Desk()
        : functions(loop)
        , receiver(functions, "/events")
        , http(loop, {})
    {
        settings.url = functions.url("/events");
        settings.firstWait = std::chrono::milliseconds(20);
        settings.longestWait = std::chrono::milliseconds(80);
        settings.cursorTime = std::chrono::milliseconds(10);
        openHistory();
    }
    ~Desk() { close(); }

    void openHistory()
    {
        auto opened = store::openSqlite({folder.filePath("history.db").toStdString(), false, {}});
        history = opened ? std::move(*opened) : nullptr;
    }
    void open()
    {
        metrics = std::make_unique<telemetry::Metrics>();
        const exports::Ports ports{
            loop, logger, *metrics, clock, *history, {}, "1", [this](const std::string &id) {
                const auto live = running.find(id);
                return live == running.end() ? nullptr : &live->second;
            }};
        events = std::make_unique<exports::CloudEvents>(settings, ports, http);
        events->recall();
    }
    void close()
    {
        events.reset();
        if (history)
            history->close();
        history.reset();
    }
    /// As if the program began anew.
    void reopen()
    {
        close();
        openHistory();
        open();
    }

    bool until(const std::function<bool()> &condition)
    {
        const SteadyTime end = clock.steady() + std::chrono::seconds(20);
        bool held = false;
        std::function<void()> look = [&] {
            held = condition();
            if (held || clock.steady() > end)
                loop.stop();
            else
                loop.startTimer(clock.steady() + std::chrono::milliseconds(1), look);
        };
        loop.post(look);
        loop.run();
        return held;
    }
    bool untilSent(int count)
    {
        return until([&] { return tests::figure(*metrics, kSent) >= count; });
    }

    store::ExecutionRecord begin()
    {
        store::ExecutionRecord record;
        record.id = newUuid();
        record.flow = "orders";
        record.status = "running";
        record.startedAt = clock.wall();
        running[record.id] = record;
        events->begun(record);
        history->begin(record, {}, nullptr);
        happen(record, "execution_started");
        return record;
    }
    void happen(const store::ExecutionRecord &record, const std::string &kind)
    {
        auto &own = told[record.id];
        own.push_back({static_cast<std::int64_t>(own.size()) + 1, record.id, clock.wall(), kind, {}, {}});
        if (events)
            events->happened(own.back(), record);
    }
    void finish(store::ExecutionRecord record)
    {
        auto &own = told[record.id];
        own.push_back({static_cast<std::int64_t>(own.size()) + 1,
                       record.id,
                       clock.wall(),
                       "execution_ended",
                       {},
                       json::Object{{"status", "success"}}});
        record.status = "success";
        record.endedAt = clock.wall();
        running.erase(record.id);
        bool isStored = false;
        history->finish(record, own,
                        [this, &isStored](const Status &) { loop.post([&] { isStored = true; }); });
        until([&] { return isStored; });
        if (events)
            events->ended(record, own);
    }
    std::vector<std::string> ids() const
    {
        std::vector<std::string> ids;
        for (const json::Value &body : receiver.bodies())
            ids.push_back(body["id"].asString());
        return ids;
    }

    net::Loop loop;
    SystemClock clock;
    telemetry::Logger logger;
    tests::Functions functions;
    tests::Receiver receiver;
    net::HttpClient http;
    exports::CloudEventSettings settings;
    QTemporaryDir folder;
    std::unique_ptr<store::History> history;
    std::unique_ptr<telemetry::Metrics> metrics;
    std::unique_ptr<exports::CloudEvents> events;
    std::map<std::string, store::ExecutionRecord> running;
    std::map<std::string, std::vector<store::EventRecord>> told;
};

} // namespace

class TstCloudDelivery : public QObject
{
    Q_OBJECT

private slots:
    void anEventIsTriedUntilItIsTaken()
    {
        Desk desk;
        desk.open();
        for (const int status : {503, 500, 404})
            desk.receiver.answers.push_back(tests::Receiver::status(status));
        const auto record = desk.begin();
        desk.happen(record, "execution_paused");
        desk.finish(record);
        QVERIFY(desk.untilSent(3));
        QCOMPARE(desk.receiver.types(), QString("started started started started paused finished"));
        const auto ids = desk.ids();
        QVERIFY(ids[0] == record.id + "/1" && ids[3] == ids[0] && ids[4] == record.id + "/2" &&
                ids[5] == record.id + "/3");
        QCOMPARE(shown(desk.receiver.requests[0].body), shown(desk.receiver.requests[3].body));
        QCOMPARE(tests::figure(*desk.metrics, kRetries), 3.0);
        QCOMPARE(tests::figure(*desk.metrics, kDropped), 0.0);
        QCOMPARE(tests::figure(*desk.metrics, "batuta_export_items_waiting{exporter=\"cloud_events\"}"), 0.0);
    }

    void aReceiverMaySayWhen()
    {
        Desk desk;
        desk.settings.longestWait = std::chrono::seconds(5);
        desk.open();
        desk.receiver.answers.push_back(tests::Receiver::status(429, {{"Retry-After", "1"}}));
        desk.begin();
        QVERIFY(desk.untilSent(1));
        QVERIFY(desk.receiver.times.at(1) - desk.receiver.times.at(0) >= std::chrono::milliseconds(990));
    }

    void whatIsRefusedIsCountedAndTheNextOneGoes()
    {
        Desk desk;
        desk.open();
        desk.receiver.answers.push_back(tests::Receiver::status(422));
        const auto record = desk.begin();
        desk.happen(record, "execution_paused");
        QVERIFY(desk.untilSent(1));
        QCOMPARE(desk.receiver.types(), QString("started paused"));
        QCOMPARE(tests::figure(*desk.metrics, kDropped), 1.0);
        QCOMPARE(tests::figure(*desk.metrics, kRetries), 0.0);
    }

    void requestsAreSigned()
    {
        Desk desk;
        desk.settings.secret = "shared-secret";
        desk.open();
        desk.begin();
        QVERIFY(desk.untilSent(1));
        const net::ServerRequest &request = desk.receiver.requests.at(0);
        QCOMPARE(shown(request.header("Content-Type")), shown(exports::kCloudEventsType));
        const policy::SignedRequest seen{request.header(policy::kSignatureHeader),
                                         request.header(policy::kTimestampHeader),
                                         {},
                                         request.body};
        BATUTA_VERIFY_OK(
            policy::verifySignature(seen, "shared-secret", desk.clock.wall(), std::chrono::minutes(5)));
        QVERIFY(!policy::verifySignature(seen, "another", desk.clock.wall(), std::chrono::minutes(5)));
        QVERIFY(desk.receiver.text().find("shared-secret") == std::string::npos);
    }

    void aSlowReceiverGetsAFewAtATimeInTheirOrder()
    {
        Desk desk;
        desk.functions.hold("/slow");
        desk.settings.url = desk.functions.url("/slow");
        desk.open();
        for (int i = 0; i < 20; ++i)
            desk.happen(desk.begin(), "execution_paused");
        QVERIFY(desk.until([&] { return desk.functions.held() == desk.settings.inFlight; }));
        tests::Receiver slow(desk.functions, "/slow"); // from now on it answers
        desk.functions.release(200);
        QVERIFY(desk.untilSent(40));
        std::map<std::string, std::vector<std::string>> order;
        for (const json::Value &body : slow.bodies())
            order[body["subject"].asString()].push_back(body["sequence"].asString());
        for (const auto &[execution, numbers] : order)
            QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
    }

    void whatHasNoRoomIsCounted()
    {
        Desk desk;
        desk.settings.url = "http://127.0.0.1:" + std::to_string(tests::closedPort()) + "/";
        desk.settings.queueEvents = 5;
        desk.open();
        const SteadyTime began = desk.clock.steady();
        for (int i = 0; i < 8; ++i)
            desk.begin();
        QVERIFY(desk.clock.steady() - began < std::chrono::seconds(1)); // nobody waited for anybody
        QVERIFY(desk.until([&] { return tests::figure(*desk.metrics, kRetries) >= 3; }));
        QCOMPARE(tests::figure(*desk.metrics, kDropped), 3.0);
        QCOMPARE(tests::figure(*desk.metrics, "batuta_export_items_waiting{exporter=\"cloud_events\"}"), 5.0);
        QCOMPARE(tests::figure(*desk.metrics, kSent), 0.0);
    }

    void whatEndedUnheardIsSentByTheNextEngine()
    {
        Desk desk;
        desk.open();
        const auto heard = desk.begin();
        desk.finish(heard);
        QVERIFY(desk.untilSent(2));
        for (int i = 0; i < 1'000; ++i) // from now on the receiver is in trouble
            desk.receiver.answers.push_back(tests::Receiver::status(503));
        const auto unheard = desk.begin();
        desk.happen(unheard, "execution_paused");
        desk.finish(unheard);
        desk.close();
        desk.receiver.answers.clear();
        desk.receiver.requests.clear();
        desk.openHistory();
        desk.open();
        QVERIFY(desk.untilSent(3));
        QCOMPARE(desk.receiver.types(), QString("started paused finished"));
        QCOMPARE(shown(desk.ids().front()), shown(unheard.id + "/1"));
        desk.reopen(); // nothing is left now
        const auto later = desk.begin();
        QVERIFY(desk.untilSent(1));
        QCOMPARE(shown(desk.ids().back()), shown(later.id + "/1"));
        QCOMPARE(desk.receiver.requests.size(), std::size_t(4));
    }

    void whatWasHeardOfARunningOneIsNotSentAgain()
    {
        Desk desk;
        desk.open();
        const auto record = desk.begin();
        desk.happen(record, "execution_paused");
        QVERIFY(desk.untilSent(2));
        desk.close();
        desk.receiver.requests.clear();
        desk.openHistory();
        desk.open();
        for (const store::EventRecord &event : desk.told[record.id]) // as the journal brings them back
            desk.events->happened(event, record);
        desk.happen(record, "execution_unpaused");
        QVERIFY(desk.untilSent(1));
        QCOMPARE(desk.receiver.types(), QString("resumed"));
        QCOMPARE(shown(desk.ids().front()), shown(record.id + "/3"));
    }

    void manyThatEndedUnheardComePageByPage()
    {
        Desk desk;
        desk.settings.url = "http://127.0.0.1:" + std::to_string(tests::closedPort()) + "/";
        desk.settings.queueEvents = 40; // the others are dropped, and forgotten
        desk.open();
        for (int i = 0; i < 10; ++i)
            desk.finish(desk.begin());
        desk.close();
        desk.settings.url = desk.functions.url("/events");
        desk.settings.queueEvents = 4; // less than there are
        desk.openHistory();
        desk.open();
        QVERIFY(desk.untilSent(20));
        QCOMPARE(tests::figure(*desk.metrics, kDropped), 0.0);
    }

    void aFlushWaitsForTheReceiverButNotForEver()
    {
        Desk desk;
        desk.open();
        desk.begin();
        bool isFlushed = false;
        desk.events->flush(std::chrono::seconds(10), [&] { isFlushed = true; });
        QVERIFY(desk.until([&] { return isFlushed; }));
        QCOMPARE(desk.receiver.types(), QString("started"));
        for (int i = 0; i < 1'000; ++i)
            desk.receiver.answers.push_back(tests::Receiver::status(503));
        desk.begin();
        isFlushed = false;
        const SteadyTime began = desk.clock.steady();
        desk.events->flush(std::chrono::milliseconds(200), [&] { isFlushed = true; });
        QVERIFY(desk.until([&] { return isFlushed; }));
        QVERIFY(desk.clock.steady() - began < std::chrono::seconds(5));
    }
};

QTEST_APPLESS_MAIN(TstCloudDelivery)
#include "tst_cloud_delivery.moc"
