// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "engine/host/foreach_attempt.h"
#include "engine/json/json.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QTest>

using namespace batuta;
using namespace std::chrono_literals;
using batuta::test::shown;
using tests::resuming;

namespace {

std::string callOf(const std::string &settings)
{
    return "steps:\n  call:\n    http: {method: POST, url: \"${{ env.CALL_URL }}\"}\n" + settings;
}

/// Its first call is answered 503, later ones are held.
void failThenHang(tests::House &house)
{
    house.functions.answer("/call", [&house](const net::ServerRequest &) {
        house.functions.hold("/call");
        net::ServerResponse response;
        response.status = 503;
        return response;
    });
}

Result<std::vector<client::ExecutionRecord>> all(tests::House &house)
{
    std::optional<Result<std::vector<client::ExecutionRecord>>> items;
    house.engine->executions({}, [&](Result<client::ExecutionPage> page) {
        items = page ? Result<std::vector<client::ExecutionRecord>>(page->items)
                     : Result<std::vector<client::ExecutionRecord>>(page.error());
    });
    house.until([&] { return items.has_value(); });
    return *items;
}

QString statusOf(tests::House &house, const std::string &flow)
{
    const auto records = all(house);
    if (!records)
        return QString::fromStdString(errorText(records.error()));
    QString statuses;
    for (const client::ExecutionRecord &record : *records)
        if (record.flow == flow)
            statuses += (statuses.isEmpty() ? "" : " ") + QString::fromStdString(record.status);
    return statuses;
}

} // namespace

/// `total_timeout` as the whole engine keeps it: over real calls, in the record, for items and subflows, and
/// when the engine dies in the middle.
class TstTotalTimeout : public QObject
{
    Q_OBJECT

private slots:
    void endsCallsThatTimeOutAgainAndAgain();
    void stopsTheAttemptThatRuns();
    void doesNotWaitInVain();
    void limitsAllItems();
    void cancelsASubflow();
    void whatIsLeftGoesOnAfterACrash();
    void nothingIsCalledAgainAfterItsTime_data();
    void nothingIsCalledAgainAfterItsTime();
    void aWaitEndsWithoutAnotherAttempt();
    void childrenAreStoppedAfterACrash_data();
    void childrenAreStoppedAfterACrash();
    void aChildInBackoffEndsOnce_data();
    void aChildInBackoffEndsOnce();
    void childrenAreStoppedBehindARateLimit();
    void whatItemsCameToIsKept();
    void isASuccessWhenAllItemsWere();
    void aDeadlineAloneStopsWhatWasCalledAgain();
};

void TstTotalTimeout::endsCallsThatTimeOutAgainAndAgain()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.hold("/call");
    house.flow("one",
               callOf("    timeout: 60ms\n    total_timeout: 400ms\n"
                      "    retry: {attempts: 99, on: [timeout], backoff: {first: 10ms, max: 10ms}}\n"));
    house.open();
    QElapsedTimer real;
    real.start();
    const auto record = house.run("one");
    BATUTA_VERIFY_OK(record);
    QCOMPARE(tests::statusesOf(record), "call=failed");
    const client::StepRecord &step = record->steps.front();
    QVERIFY2(step.attempts >= 2 && step.attempts < 8, std::to_string(step.attempts).c_str());
    QCOMPARE(step.attempts, house.functions.calls("/call"));
    QCOMPARE(step.attemptsDetail.asArray().size(), static_cast<std::size_t>(step.attempts));
    QVERIFY(real.elapsed() < 10'000); // not 99 times 60 ms with their waits, on a slow machine
    QVERIFY2(step.duration >= 320ms, "it may end where no other attempt would begin in time");
    for (const char *part : {"total_timeout", "400ms", "attempt ", "Raise total_timeout"})
        QVERIFY2(step.reason.find(part) != std::string::npos, step.reason.c_str());
    QCOMPARE(shown(record->error), shown("call: " + step.reason));
    const auto events = house.events(ExecutionId(record->id));
    int ended = 0;
    for (const client::EventRecord &event : events)
        if (event.kind == "step_ended" && shown(event.data["reason"].asString()) == shown(step.reason))
            ++ended;
    QCOMPARE(ended, 1);
}

void TstTotalTimeout::stopsTheAttemptThatRuns()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    failThenHang(house);
    house.flow("one", callOf("    timeout: 300ms\n    total_timeout: 300ms\n"
                             "    retry: {attempts: 3, on: [5xx], backoff: {first: 10ms, max: 10ms}}\n"));
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=failed");
    const client::StepRecord &step = record->steps.front();
    QCOMPARE(shown(step.reason), "Timeout of all attempts (total_timeout: 300ms) in attempt 2; the last "
                                 "failure: HTTP 503. Raise total_timeout, or lower timeout, attempts or "
                                 "backoff");
    const json::Value &last = step.attemptsDetail.at(1);
    QCOMPARE(shown(last["status"].asString()), "cancelled");
    QVERIFY2(!last["cancel"].isNull(), json::write(last).c_str());
    QCOMPARE(house.functions.calls("/call"), 2);
    QVERIFY(step.duration >= 290ms && step.duration < 10s);
}

void TstTotalTimeout::doesNotWaitInVain()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.answer("/call", 503);
    house.flow("one",
               callOf("    total_timeout: 10m\n    retry: {attempts: 3, on: [5xx], backoff: {first: 1h, "
                      "max: 1h, jitter: none}}\n"));
    house.open();
    const auto record = house.run("one"); // not an hour later, nor ten minutes
    QCOMPARE(tests::statusesOf(record), "call=failed");
    QCOMPARE(shown(record->steps.front().reason),
             "HTTP 503; not tried again: attempt 2 would begin after the total_timeout of 10m. Raise "
             "total_timeout, or lower timeout, attempts or backoff");
    QCOMPARE(record->steps.front().statusCode, 503);
    QCOMPARE(house.functions.calls("/call"), 1);
}

void TstTotalTimeout::limitsAllItems()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.answer("/call", [&house](const net::ServerRequest &) {
        if (house.functions.calls("/call") == 2)
            house.functions.hold("/call");
        return net::ServerResponse();
    });
    house.flow("one", callOf("    foreach: {items: [1, 2, 3, 4, 5], max_parallel: 1}\n"
                             "    total_timeout: 300ms\n"));
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=failed");
    QCOMPARE(house.functions.calls("/call"), 3);
    const std::string &reason = record->steps.front().reason;
    QVERIFY2(reason.starts_with("Timeout of all attempts (total_timeout: 300ms)"), reason.c_str());
}

void TstTotalTimeout::cancelsASubflow()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("child", "steps:\n  slow: {wait: {for: 1h}}\n");
    house.flow("parent", "steps:\n  sub: {flow: {name: child}, total_timeout: 200ms}\n");
    house.open();
    const auto record = house.run("parent");
    QCOMPARE(tests::statusesOf(record), "sub=failed");
    QCOMPARE(statusOf(house, "child"), "cancelled");
}

/// Two hours less half a second pass while no engine is there.
void TstTotalTimeout::whatIsLeftGoesOnAfterACrash()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    failThenHang(house);
    house.flow("one", callOf("    timeout: 2h\n    total_timeout: 2h\n"
                             "    retry: {attempts: 9, on: [5xx], backoff: {first: 10ms, max: 10ms}}\n"));
    house.open(resuming());
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    house.close();
    house.clock.set(house.clock.wall() + 2h - 500ms);
    house.open(resuming());
    const auto record = house.end(started->id);
    BATUTA_VERIFY_OK(record);
    QCOMPARE(tests::statusesOf(record), "call=failed");
    QVERIFY2(record->steps.front().reason.find("in attempt 2; the last failure: HTTP 503") !=
                 std::string::npos,
             record->steps.front().reason.c_str());
    QCOMPARE(record->steps.front().attempts, 2);
    QCOMPARE(house.functions.calls("/call"), 3); // the second was called again: there was time
    QVERIFY(record->duration >= 2h && record->duration < 2h + 20s);
}

void TstTotalTimeout::nothingIsCalledAgainAfterItsTime_data()
{
    QTest::addColumn<QString>("settings");
    QTest::newRow("call") << "    timeout: 2h\n";
    QTest::newRow("items") << "    foreach: {items: [1, 2, 3], max_parallel: 1}\n";
}

void TstTotalTimeout::nothingIsCalledAgainAfterItsTime()
{
    QFETCH(QString, settings);
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.hold("/call");
    house.flow("one", callOf(settings.toStdString() + "    total_timeout: 2h\n"
                                                      "    retry: {attempts: 9, on: [connection]}\n"));
    house.open(resuming());
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    house.close();
    house.clock.set(house.clock.wall() + 3h);
    house.open(resuming());
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "call=failed");
    QVERIFY2(
        record->steps.front().reason.starts_with("Timeout of all attempts (total_timeout: 2h) in attempt 1"),
        record->steps.front().reason.c_str());
    QCOMPARE(house.functions.calls("/call"), 1);
}

void TstTotalTimeout::aWaitEndsWithoutAnotherAttempt()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.answer("/call", 503);
    house.flow("one",
               callOf("    total_timeout: 2h\n    retry: {attempts: 9, on: [5xx], backoff: {first: 1h, "
                      "max: 1h, jitter: none}}\n"));
    house.open(resuming());
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.logged("http_retry"); }));
    house.close();
    house.clock.set(house.clock.wall() + 3h);
    house.open(resuming());
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "call=failed");
    QVERIFY2(record->steps.front().reason.find("before attempt 2; the last failure: HTTP 503") !=
                 std::string::npos,
             record->steps.front().reason.c_str());
    QCOMPARE(house.functions.calls("/call"), 1);
}

void TstTotalTimeout::childrenAreStoppedAfterACrash_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("children");
    QTest::newRow("one") << ""
                         << "cancelled";
    QTest::newRow("of items") << ", foreach: {items: [1, 2, 3], max_parallel: 2}"
                              << "cancelled cancelled";
}

void TstTotalTimeout::childrenAreStoppedAfterACrash()
{
    QFETCH(QString, settings);
    QFETCH(QString, children);
    net::Loop loop;
    tests::House house(loop);
    house.flow("child", "steps:\n  slow: {wait: {for: 9h}}\n");
    house.flow("parent",
               "steps:\n  sub: {flow: {name: child}, total_timeout: 2h" + settings.toStdString() + "}\n");
    house.open(resuming());
    const auto started = house.start("parent");
    BATUTA_VERIFY_OK(started);
    const QString running = QString(children).replace("cancelled", "running");
    QVERIFY(tests::eventually(house, [&] { return statusOf(house, "child") == running; }));
    house.close();
    house.clock.set(house.clock.wall() + 3h);
    house.open(resuming());
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "sub=failed");
    QVERIFY2(record->steps.front().reason.starts_with("Timeout of all attempts (total_timeout: 2h)"),
             record->steps.front().reason.c_str());
    QVERIFY(tests::eventually(house, [&] { return statusOf(house, "child") == children; }));
}

void TstTotalTimeout::aChildInBackoffEndsOnce_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("lastCalls");
    QTest::newRow("without finally") << "" << 0;
    QTest::newRow("with finally")
        << "finally:\n  last: {http: {method: POST, url: \"${{ env.LAST_URL }}\"}}\n"
        << 1;
}

/// The parent goes on first, and stops a child that has not gone on yet.
void TstTotalTimeout::aChildInBackoffEndsOnce()
{
    QFETCH(QString, end);
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.function("LAST_URL", "/last");
    house.functions.answer("/call", 503);
    house.flow("child", callOf("    retry: {attempts: 9, on: [5xx], backoff: {first: 9h, max: 9h}}\n") +
                            end.toStdString());
    house.flow("parent", "steps:\n  sub: {flow: {name: child}, total_timeout: 2h}\n");
    house.open(resuming());
    const auto started = house.start("parent");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.logged("http_retry"); }));
    house.close();
    house.clock.set(house.clock.wall() + 3h);
    house.open(resuming());
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "sub=failed");
    QVERIFY(tests::eventually(house, [&] { return statusOf(house, "child") == "cancelled"; }));
    QTEST(house.functions.calls("/last"), "lastCalls");
    QCOMPARE(house.functions.calls("/call"), 1);
}

/// Both children come back at once, and only one of the parents is let through the gate at once.
void TstTotalTimeout::childrenAreStoppedBehindARateLimit()
{
    net::Loop loop;
    tests::House house(loop);
    house.flow("child", "steps:\n  slow: {wait: {for: 9h}}\n");
    house.flow("parent", "steps:\n  sub:\n    flow: {name: child}\n    total_timeout: 2h\n"
                         "    rate_limit: {name: bank, limit: 1, per: 300ms}\n");
    house.open(resuming());
    const auto one = house.start("parent");
    const auto other = house.start("parent");
    QVERIFY(one && other);
    QVERIFY(tests::eventually(house, [&] { return statusOf(house, "child") == "running running"; }));
    house.close();
    house.clock.set(house.clock.wall() + 3h);
    house.open(resuming());
    QCOMPARE(tests::statusesOf(house.end(one->id)), "sub=failed");
    QCOMPARE(tests::statusesOf(house.end(other->id)), "sub=failed");
    QVERIFY(tests::eventually(house, [&] { return statusOf(house, "child") == "cancelled cancelled"; }));
}

void TstTotalTimeout::whatItemsCameToIsKept()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.answer("/call", [&house](const net::ServerRequest &) {
        house.functions.hold("/call");
        return net::ServerResponse{200, "application/json", R"({"bill":7})", {}};
    });
    house.flow("one", callOf("    foreach: {items: [1, 2, 3], max_parallel: 1}\n    total_timeout: 2h\n"));
    house.open(resuming());
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    house.close();
    house.clock.set(house.clock.wall() + 3h);
    house.open(resuming());
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "call=failed");
    const auto output = json::parse(record->steps.front().output);
    BATUTA_VERIFY_OK(output);
    QCOMPARE(output->asArray().size(), 3u);
    QVERIFY2(json::write(output->at(0)).find(R"("bill":7)") != std::string::npos,
             record->steps.front().output.c_str());
    QVERIFY(output->at(1).isNull() && output->at(2).isNull());
    QCOMPARE(house.functions.calls("/call"), 2);
}

void TstTotalTimeout::isASuccessWhenAllItemsWere()
{
    const auto read =
        flow::readFlow("batuta: 1\nname: one\nsteps:\n  each: {foreach: {items: [1, 2]}, jq: {input: "
                       "1, program: .}}\n",
                       "one.yaml");
    QVERIFY(read.flow);
    const flow::Step &step = read.flow->steps.front();
    const expr::ObjectContext context{json::Object{}};
    std::map<int, host::ItemEnd> before{{1, {1, {}, "b"}}};
    QCOMPARE(host::stoppedForeach(step, context, before).outcome.kind, plan::Outcome::Kind::Cancelled);
    before[0] = {2, {plan::Outcome::Kind::Failed, {}, 0, {}, {}}, {}};
    QCOMPARE(host::stoppedForeach(step, context, before).outcome.kind, plan::Outcome::Kind::Cancelled);
    before[0] = {3, {}, "a"};
    const steps::AttemptReport report = host::stoppedForeach(step, context, before);
    QCOMPARE(report.outcome.kind, plan::Outcome::Kind::Done);
    QCOMPARE(shown(json::write(report.output)), R"(["a","b"])");
}

/// As before there was a total_timeout: what was in flight is called again, and then the deadline stops it.
void TstTotalTimeout::aDeadlineAloneStopsWhatWasCalledAgain()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.hold("/call");
    house.flow("one", "deadline: 2h\n" + callOf(""));
    house.open(resuming());
    const auto started = house.start("one");
    BATUTA_VERIFY_OK(started);
    QVERIFY(house.until([&] { return house.functions.held() == 1; }));
    house.close();
    house.clock.set(house.clock.wall() + 3h);
    house.open(resuming());
    const auto record = house.end(started->id);
    QCOMPARE(tests::statusesOf(record), "call=cancelled");
    const json::Value &last = record->steps.front().attemptsDetail.at(0);
    QVERIFY2(!last["request"].isNull(), json::write(last).c_str());
}

QTEST_GUILESS_MAIN(TstTotalTimeout)
#include "tst_total_timeout.moc"
