// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/base/scripted_client.h"
#include "tests/support/verify.h"
#include "views/models/engine_link.h"

#include <QSignalSpy>
#include <QThread>

using namespace batuta;
using namespace batuta::tests;
using batuta::views::EngineLink;

namespace {

client::EventRecord eventOf(std::int64_t sequence)
{
    return {sequence, "run", WallTime{}, "step_started", "step", {}};
}

} // namespace

class TestEngineLink : public QObject
{
    Q_OBJECT

private slots:
    void theEngineIsRunningOnceItAnswers();
    void withoutAnEngineEveryQuestionSaysSo();
    void repliesComeOnTheWindowsThread();
    void aReplyForSomebodyWhoIsGoneIsDropped();
    void anErrorIsHandedOver();
    void silenceForThreeSecondsMeansUnreachable();
    void anAnswerBringsItBack();
    void aFailureOfAMomentIsNotShown();
    void whatWillNotPassIsShownAtOnce();
    void itIsAskedAgainAfterGrowingWaitsOrNow();
    void flowsAreAskedForAgainWhenItComesBack();
    void aGapIsToldBeforeWhatFollows();
    void aSlowAnswerIsNoAnswerToTheNextEngine();
    void stoppingStaysStopping();
    void eventsComeInOrderAndTogether();
    void tooManyEventsAreLostAndToldSo();
    void nobodyListensAfterTheEngineIsGone();
    void aFlowIsFoundByItsName();
};

void TestEngineLink::theEngineIsRunningOnceItAnswers()
{
    ScriptedClient client;
    client.state.version = "1.2.3";
    EngineLink link;
    QSignalSpy states(&link, &EngineLink::stateChanged), infos(&link, &EngineLink::infoChanged);
    QVERIFY(link.state() == EngineLink::State::Starting);
    QCOMPARE(link.latency(), -1);
    link.attach(client);
    QVERIFY(!link.isRunning()); // it is the answer that says so
    QTRY_VERIFY(link.isRunning());
    QCOMPARE(states.count(), 1);
    QCOMPARE(infos.count(), 1);
    QCOMPARE(link.info().version, std::string("1.2.3"));
    QVERIFY(link.latency() >= 0);
    link.detach({});
}

void TestEngineLink::withoutAnEngineEveryQuestionSaysSo()
{
    EngineLink link;
    link.detach({ErrorCode::EngineUnreachable, "engine", "the port is taken", {}, {}});
    QVERIFY(link.state() == EngineLink::State::Unreachable);
    std::vector<Error> errors;
    const auto note = [&errors](const auto &result) { errors.push_back(result ? Error{} : result.error()); };
    link.start({}, this, note);
    link.cancel("id", this, note);
    link.execution("id", this, note);
    link.executions({}, this, note);
    link.preview({}, this, note);
    link.logLines({}, this, note);
    QVERIFY(errors.empty()); // never from inside the call
    QTRY_COMPARE(errors.size(), std::size_t(6));
    for (const Error &error : errors) {
        QCOMPARE(error.code, ErrorCode::EngineUnreachable);
        QCOMPARE(error.detail, std::string("the port is taken"));
    }
}

void TestEngineLink::repliesComeOnTheWindowsThread()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    QThread *thread = nullptr;
    std::string id;
    link.execution("abc", this, [&](const Result<client::ExecutionRecord> &record) {
        thread = QThread::currentThread();
        id = record->id;
    });
    QCOMPARE(client.unanswered("execution"), 1);
    client.answer("execution"); // on another thread, which has ended here
    QVERIFY(!thread);
    QTRY_COMPARE(thread, QThread::currentThread());
    QCOMPARE(id, std::string("abc"));
    link.detach({});
}

void TestEngineLink::aReplyForSomebodyWhoIsGoneIsDropped()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    int replies = 0;
    {
        QObject gone;
        link.executions({}, &gone, [&](const auto &) { ++replies; });
        link.execution("early", &gone, [&](const auto &) { ++replies; });
        client.answer("execution"); // posted, but not yet delivered
    }
    client.answer("executions");
    bool last = false;
    link.execution("late", this, [&](const auto &) { last = true; });
    client.answer("execution");
    QTRY_VERIFY(last); // replies keep their order, so the others have been due
    QCOMPARE(replies, 0);
    link.detach({});
}

void TestEngineLink::anErrorIsHandedOver()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    std::optional<Error> error;
    link.cancel("abc", this, [&](const Result<void> &asked) { error = asked.error(); });
    client.answer("cancel");
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::ExecutionEnded);
    link.detach({});
}

void TestEngineLink::silenceForThreeSecondsMeansUnreachable()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    QTRY_VERIFY(link.isRunning());
    client.isAlive = false;
    QElapsedTimer silence;
    silence.start();
    QTRY_VERIFY_WITH_TIMEOUT(link.state() == EngineLink::State::Unreachable, 10'000);
    QVERIFY(silence.elapsed() >= 2900);
    QVERIFY(!link.reason().detail.empty());
    link.detach({});
}

void TestEngineLink::anAnswerBringsItBack()
{
    ScriptedClient client;
    client.isAlive = false;
    EngineLink link;
    link.attach(client);
    QTRY_VERIFY_WITH_TIMEOUT(link.state() == EngineLink::State::Unreachable, 10'000);
    client.isAlive = true;
    client.answer("info"); // late, but an answer
    QTRY_VERIFY_WITH_TIMEOUT(link.isRunning(), 10'000);
    link.detach({});
}

void TestEngineLink::aFailureOfAMomentIsNotShown()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    QTRY_VERIFY(link.isRunning());
    QSignalSpy states(&link, &EngineLink::stateChanged), infos(&link, &EngineLink::infoChanged);
    client.trouble = Error{ErrorCode::NetConnect, "engine", "nothing listens there", {}, {}};
    QTRY_VERIFY_WITH_TIMEOUT(link.nextAttempt() > 0, 10'000); // it has failed, and is asked again soon
    client.trouble.reset();
    QTRY_VERIFY_WITH_TIMEOUT(infos.count() > 0, 10'000);
    QCOMPARE(states.count(), 0);
    QVERIFY(link.isRunning());
    link.detach({});
}

void TestEngineLink::whatWillNotPassIsShownAtOnce()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    QTRY_VERIFY(link.isRunning());
    client.trouble = Error{ErrorCode::HttpUnauthorized, "engine", "the token is not the right one", {}, {}};
    QElapsedTimer clock;
    clock.start();
    link.refresh();
    QTRY_VERIFY(link.state() == EngineLink::State::Unreachable);
    QVERIFY(clock.elapsed() < 2500);
    QCOMPARE(link.reason().detail, client.trouble->detail);
    link.detach({});
}

void TestEngineLink::itIsAskedAgainAfterGrowingWaitsOrNow()
{
    ScriptedClient client;
    client.trouble = Error{ErrorCode::NetConnect, "engine", "nothing listens there", {}, {}};
    EngineLink link;
    link.attach(client);
    QTRY_VERIFY(link.state() == EngineLink::State::Unreachable); // it was never there: nothing to hope for
    QVERIFY(link.isRetrying());
    int longest = 0;
    for (int attempt = 1; attempt <= 6; ++attempt) {
        QTRY_COMPARE(link.attempts(), attempt);
        QTRY_VERIFY(link.nextAttempt() > 0);
        QVERIFY(link.nextAttempt() > longest || attempt == 6);
        longest = link.nextAttempt();
        QVERIFY2(longest <= 15'000, qPrintable(QString::number(longest)));
        link.retryNow();
    }
    QVERIFY(longest > 14'000);
    QTRY_VERIFY(link.nextAttempt() > 0);
    client.trouble.reset();
    link.retryNow();
    QTRY_VERIFY(link.isRunning());
    QCOMPARE(link.attempts(), 0);
    QCOMPARE(link.nextAttempt(), -1);
    QVERIFY(!link.isRetrying());
    link.detach({});
    QVERIFY(!link.isRetrying()); // nobody is there to be asked
}

void TestEngineLink::flowsAreAskedForAgainWhenItComesBack()
{
    ScriptedClient client;
    EngineLink link;
    QSignalSpy flows(&link, &EngineLink::flowsChanged);
    link.attach(client);
    QTRY_VERIFY(link.isRunning() && flows.count() == 1);
    client.trouble = Error{ErrorCode::NetTls, "engine", "the certificate has expired", {}, {}};
    link.refresh();
    QTRY_VERIFY(link.state() == EngineLink::State::Unreachable);
    QTRY_VERIFY(link.nextAttempt() > 0);
    client.trouble.reset();
    client.library.resize(3); // another version was started meanwhile
    link.retryNow();
    QTRY_COMPARE(link.flows().size(), std::size_t(3));
    link.detach({});
}

void TestEngineLink::aGapIsToldBeforeWhatFollows()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    QStringList told;
    connect(&link, &EngineLink::eventsLost, this, [&] { told << "lost"; });
    connect(&link, &EngineLink::eventsArrived, this, [&](const client::EventBatch &batch) {
        for (const client::EventRecord &event : batch.events)
            told << QString::number(event.sequence);
    });
    client.tell({{eventOf(1)}});
    client.tell({{eventOf(7)}, true}); // the first is older than the snapshot that is asked for now
    client.tell({{eventOf(8)}});
    QTRY_COMPARE(told, (QStringList{"lost", "7", "8"}));
    client.tell({{}, true});
    QTRY_COMPARE(told.last(), QString("lost"));
    link.detach({});
}

void TestEngineLink::aSlowAnswerIsNoAnswerToTheNextEngine()
{
    ScriptedClient client;
    client.isAlive = false;
    EngineLink link;
    QSignalSpy states(&link, &EngineLink::stateChanged);
    link.attach(client);
    client.answer("info");
    link.detach({ErrorCode::EngineUnreachable, "engine", "stopped", {}, {}});
    QCoreApplication::sendPostedEvents();
    QVERIFY(link.state() == EngineLink::State::Unreachable);
    QCOMPARE(states.count(), 1);
}

void TestEngineLink::stoppingStaysStopping()
{
    ScriptedClient client;
    client.isAlive = false;
    EngineLink link;
    link.attach(client);
    link.setStopping();
    client.answer("info");
    QCoreApplication::sendPostedEvents();
    QVERIFY(link.state() == EngineLink::State::Stopping);
    link.detach({});
}

void TestEngineLink::eventsComeInOrderAndTogether()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    std::vector<client::EventBatch> batches;
    connect(&link, &EngineLink::eventsArrived, this, [&](const auto &batch) { batches.push_back(batch); });
    client.tell({{eventOf(1), eventOf(2)}});
    client.tell({{eventOf(3)}});
    QVERIFY(batches.empty());
    QTRY_COMPARE(batches.size(), std::size_t(1));
    QCOMPARE(batches[0].events.size(), std::size_t(3));
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(batches[0].events[i].sequence, static_cast<std::int64_t>(i + 1));
    client.tell({{eventOf(4)}});
    QTRY_COMPARE(batches.size(), std::size_t(2));
    link.detach({});
}

void TestEngineLink::tooManyEventsAreLostAndToldSo()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    QSignalSpy lost(&link, &EngineLink::eventsLost);
    std::size_t arrived = 0;
    connect(&link, &EngineLink::eventsArrived, this,
            [&](const auto &batch) { arrived += batch.events.size(); });
    client.tell({std::vector<client::EventRecord>(30'000, eventOf(1))});
    client.tell(
        {std::vector<client::EventRecord>(30'000, eventOf(2))}); // a busy window has not fetched the first
    client.tell({{eventOf(3)}});
    QTRY_COMPARE(lost.count(), 1);
    QCOMPARE(arrived, std::size_t(1)); // those after the loss still come
    client.tell({{eventOf(4)}});
    QTRY_COMPARE(arrived, std::size_t(2));
    QCOMPARE(lost.count(), 1);
    link.detach({});
}

void TestEngineLink::nobodyListensAfterTheEngineIsGone()
{
    ScriptedClient client;
    EngineLink link;
    link.attach(client);
    QVERIFY(client.isListenedTo());
    link.detach({});
    QVERIFY(!client.isListenedTo());
}

void TestEngineLink::aFlowIsFoundByItsName()
{
    ScriptedClient client;
    client.library.resize(2);
    client.library[1].name = FlowName("first_login");
    EngineLink link;
    QSignalSpy flows(&link, &EngineLink::flowsChanged);
    link.attach(client);
    QTRY_COMPARE(flows.count(), 1);
    QCOMPARE(link.flow("first_login"), &link.flows()[1]);
    QVERIFY(!link.flow("nothing"));
    link.detach({});
}

QTEST_GUILESS_MAIN(TestEngineLink)
#include "tst_engine_link.moc"
