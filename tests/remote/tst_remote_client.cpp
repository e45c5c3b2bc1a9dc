// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/capsule.h"
#include "tests/remote/serve_house.h"
#include "tests/support/verify.h"
#include "views/remote/remote_client.h"

#include <QThread>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;
using batuta::views::RemoteClient;

#define BATUTA_CAME(answer) QTRY_VERIFY_WITH_TIMEOUT((answer).came(), 20'000)

/// Everything that EngineClient offers, on a real engine in another process.
class TestRemoteClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_client = std::make_unique<RemoteClient>(m_house.address()); }
    void cleanup();
    void saysWhatTheEngineIs();
    void bringsFlowsWithTheirDefinitions();
    void startsAndBringsTheEnd();
    void bringsTheEndOfWhatHasEnded();
    void saysThatAnExecutionIsUnknown();
    void refusesAWrongInput();
    void testsADraft();
    void previews();
    void listsPagesAndMarks();
    void findsWhatNeedsEscaping();
    void answersQuestionsOverAllRuns();
    void cancels();
    void refusesAnActThatIsNone();
    void bringsLinesOfTheLog();
    void bringsACapsule();
    void bringsTheRecordOfActs();
    void bringsEventsInOrder();
    void aDroppedSubscriptionHearsNothingMore();
    void repliesComeOnceAndOnAThreadOfItsOwn();

private:
    std::string run(const std::string &flow, json::Value input = json::Object{});

    ServeHouse m_house;
    std::unique_ptr<RemoteClient> m_client;
};

void TestRemoteClient::initTestCase()
{
    QVERIFY(m_house.start());
}

void TestRemoteClient::cleanup()
{
    m_client.reset();
}

/// Starts a flow; its id, or "".
std::string TestRemoteClient::run(const std::string &flow, json::Value input)
{
    client::StartExecution command;
    command.flow = FlowName(flow);
    command.input = std::move(input);
    const Answer<client::Started> started;
    m_client->start(command, started.reply());
    [&] { BATUTA_CAME(started); }();
    return started.came() && started.value() ? started.value()->id.value : std::string();
}

void TestRemoteClient::saysWhatTheEngineIs()
{
    const Answer<client::EngineInfo> info;
    m_client->info(info.reply());
    BATUTA_CAME(info);
    BATUTA_VERIFY_OK(info.value());
    QCOMPARE(info.value()->flows, 3);
    QVERIFY(!info.value()->version.empty());
}

void TestRemoteClient::bringsFlowsWithTheirDefinitions()
{
    const Answer<std::vector<client::FlowSummary>> flows;
    m_client->flows(flows.reply());
    BATUTA_CAME(flows);
    BATUTA_VERIFY_OK(flows.value());
    const auto found = flows.value();
    QCOMPARE(found->size(), std::size_t(3));
    for (const client::FlowSummary &flow : *found)
        QVERIFY2(flow.definition && !flow.definition->steps.empty(), flow.name.value.c_str());
}

void TestRemoteClient::startsAndBringsTheEnd()
{
    const std::string id = run("slow");
    QVERIFY(!id.empty());
    const Answer<client::ExecutionRecord> end;
    m_client->waitForEnd(ExecutionId(id), end.reply());
    BATUTA_CAME(end);
    BATUTA_VERIFY_OK(end.value());
    QCOMPARE(shown(end.value()->status), QString("success"));
    QCOMPARE(shown(end.value()->trigger), QString("manual"));
}

void TestRemoteClient::bringsTheEndOfWhatHasEnded()
{
    const std::string id = run("quick");
    const Answer<client::ExecutionRecord> first, second;
    m_client->waitForEnd(ExecutionId(id), first.reply());
    BATUTA_CAME(first);
    m_client->waitForEnd(ExecutionId(id), second.reply());
    BATUTA_CAME(second);
    QCOMPARE(shown(second.value()->id), shown(id));
    QCOMPARE(first.count(), 1);
}

void TestRemoteClient::saysThatAnExecutionIsUnknown()
{
    const ExecutionId nobody("0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10");
    const Answer<client::ExecutionRecord> record, end, odd;
    m_client->execution(nobody, record.reply());
    m_client->waitForEnd(nobody, end.reply());
    m_client->execution(ExecutionId("../flows?x=1"), odd.reply());
    BATUTA_CAME(record);
    BATUTA_CAME(end);
    BATUTA_CAME(odd);
    BATUTA_VERIFY_ERROR(record.value(), ErrorCode::ExecutionUnknown);
    BATUTA_VERIFY_ERROR(end.value(), ErrorCode::ExecutionUnknown);
    QVERIFY(!odd.value());
}

void TestRemoteClient::refusesAWrongInput()
{
    client::StartExecution command;
    command.flow = FlowName("quick");
    command.input = json::Object{{"n", "x"}};
    const Answer<client::Started> started;
    m_client->start(command, started.reply());
    BATUTA_CAME(started);
    BATUTA_VERIFY_ERROR(started.value(), ErrorCode::InputInvalid);
    QVERIFY(!started.value().error().detail.empty());
}

/// A console far away tests what is on its screen, too.
void TestRemoteClient::testsADraft()
{
    client::StartExecution draft;
    draft.flow = FlowName("not_there");
    draft.text = "batuta: 1\nname: not_there\nsteps:\n  a: {set: {n: 1}}\n  b: {needs: [a], set: {n: \"${{ "
                 "steps.a.output.n }}\"}}\n";
    draft.part = json::Object{{"pins", json::Object{{"a", json::Object{{"n", 7}}}}}};
    draft.input = json::Object{};
    const Answer<client::Started> started;
    m_client->start(draft, started.reply());
    BATUTA_CAME(started);
    BATUTA_VERIFY_OK(started.value());
    const Answer<client::ExecutionRecord> ended;
    m_client->waitForEnd(started.value()->id, ended.reply());
    BATUTA_CAME(ended);
    BATUTA_VERIFY_OK(ended.value());
    QCOMPARE(shown(ended.value()->trigger), QString("editor"));
    QCOMPARE(shown(ended.value()->steps.back().output), QString(R"({"n":7})"));
    draft.text = "batuta: 1";
    const Answer<client::Started> refused;
    m_client->start(draft, refused.reply());
    BATUTA_CAME(refused);
    BATUTA_VERIFY_ERROR(refused.value(), ErrorCode::FlowMissingKey);
}

void TestRemoteClient::previews()
{
    client::StartExecution command;
    command.flow = FlowName("quick");
    const Answer<client::FlowPreview> preview;
    m_client->preview(command, preview.reply());
    BATUTA_CAME(preview);
    BATUTA_VERIFY_OK(preview.value());
    QCOMPARE(shown(preview.value()->steps.at(0).verdict), QString("runs"));
}

void TestRemoteClient::listsPagesAndMarks()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(!run("quick", json::Object{{"user_id", "u-pages"}}).empty());
    client::ExecutionQuery query;
    query.userId = "u-pages";
    query.limit = 2;
    query.order = client::Order::Oldest;
    query.withSteps = true;
    const Answer<client::ExecutionPage> page, rest, counted;
    m_client->executions(query, page.reply());
    BATUTA_CAME(page);
    BATUTA_VERIFY_OK(page.value());
    QCOMPARE(page.value()->items.size(), std::size_t(2));
    QVERIFY(page.value()->items[0].startedAt < page.value()->items[1].startedAt);
    QVERIFY(!page.value()->next.empty());
    query.cursor = page.value()->next;
    m_client->executions(query, rest.reply());
    BATUTA_CAME(rest);
    QCOMPARE(rest.value()->items.size(), std::size_t(1));
    query.cursor.clear();
    query.limit = 20'000;
    query.markEvery = 2;
    m_client->executions(query, counted.reply());
    BATUTA_CAME(counted);
    QCOMPARE(counted.value()->total, std::int64_t(3));
    QCOMPARE(counted.value()->marks.size(), std::size_t(2));
    for (const client::Order order : {client::Order::Longest, client::Order::Shortest}) {
        const Answer<client::ExecutionPage> ranked;
        m_client->executions({.userId = "u-pages", .order = order}, ranked.reply());
        BATUTA_CAME(ranked);
        const auto &items = ranked.value()->items;
        QCOMPARE(items.size(), std::size_t(3));
        QVERIFY((items[0].duration >= items[1].duration) == (order == client::Order::Longest) ||
                items[0].duration == items[1].duration);
    }
}

void TestRemoteClient::findsWhatNeedsEscaping()
{
    const std::string user = "ana+1 & co=50% ção/#";
    const std::string id = run("quick", json::Object{{"user_id", user}});
    client::ExecutionQuery query;
    query.userId = user;
    const Answer<client::ExecutionPage> page;
    m_client->executions(query, page.reply());
    BATUTA_CAME(page);
    BATUTA_VERIFY_OK(page.value());
    QCOMPARE(page.value()->items.size(), std::size_t(1));
    QCOMPARE(shown(page.value()->items[0].userId), shown(user));
}

void TestRemoteClient::answersQuestionsOverAllRuns()
{
    const std::string user = "asked+50% & ção";
    const std::string id = run("quick", json::Object{{"user_id", user}});
    const Answer<client::ExecutionRecord> end;
    m_client->waitForEnd(ExecutionId(id), end.reply());
    BATUTA_CAME(end);
    const Answer<client::Found> found;
    m_client->find({user, 12}, found.reply());
    BATUTA_CAME(found);
    BATUTA_VERIFY_OK(found.value());
    QCOMPARE(found.value()->hits.size(), std::size_t(1));
    QCOMPARE(shown(found.value()->hits[0].newest.id), shown(id));
    client::FiguresQuery figuresOf;
    figuresOf.filter.userId = user;
    const Answer<client::RunFigures> figures;
    m_client->figures(figuresOf, figures.reply());
    BATUTA_CAME(figures);
    BATUTA_VERIFY_OK(figures.value());
    QCOMPARE(figures.value()->total, std::int64_t(1));
    QVERIFY(figures.value()->width > Duration() && !figures.value()->facets.empty());
    const Answer<client::FailureReport> failures;
    m_client->failures({.key = "0f3c9a1be24d5567"}, failures.reply());
    BATUTA_CAME(failures);
    BATUTA_VERIFY_OK(failures.value());
    QVERIFY(failures.value()->groups.empty());
    const Answer<std::vector<client::WaitingStep>> waiting;
    m_client->waiting(waiting.reply());
    BATUTA_CAME(waiting);
    BATUTA_VERIFY_OK(waiting.value());
}

void TestRemoteClient::cancels()
{
    const std::string id = run("hour");
    const Answer<json::Value> asked;
    const Answer<client::ExecutionRecord> end;
    m_client->waitForEnd(ExecutionId(id), end.reply());
    m_client->act(client::cancelOf(ExecutionId(id), client::thisUser()), asked.reply());
    BATUTA_CAME(asked);
    BATUTA_VERIFY_OK(asked.value());
    BATUTA_CAME(end);
    QCOMPARE(shown(end.value()->status), QString("cancelled"));
}

void TestRemoteClient::refusesAnActThatIsNone()
{
    client::Act act;
    act.verb = "dance";
    act.subject = run("quick");
    const Answer<json::Value> done;
    m_client->act(act, done.reply());
    BATUTA_CAME(done);
    BATUTA_VERIFY_ERROR(done.value(), ErrorCode::ActUnknown);
}

void TestRemoteClient::bringsLinesOfTheLog()
{
    const std::string id = run("quick");
    const Answer<client::ExecutionRecord> end;
    m_client->waitForEnd(ExecutionId(id), end.reply());
    BATUTA_CAME(end);
    const Answer<std::vector<client::LogLineRecord>> lines;
    m_client->logLines({id, "a", 100}, lines.reply());
    BATUTA_CAME(lines);
    if (!lines.value()) // `serve` may be told to write its log elsewhere
        BATUTA_VERIFY_ERROR(lines.value(), ErrorCode::FileUnreadable);
    else
        QVERIFY(!lines.value()->empty());
}

void TestRemoteClient::bringsACapsule()
{
    const std::string id = run("quick");
    const Answer<client::ExecutionRecord> end;
    m_client->waitForEnd(ExecutionId(id), end.reply());
    BATUTA_CAME(end);
    const Answer<std::string> bytes, none;
    m_client->capsule({id}, bytes.reply());
    m_client->capsule({}, none.reply());
    BATUTA_CAME(bytes);
    BATUTA_CAME(none);
    BATUTA_VERIFY_OK(bytes.value());
    const auto opened = capsule::unpack(*bytes.value(), "answer");
    BATUTA_VERIFY_OK(opened);
    QCOMPARE(shown(opened->capsule.executions.front().line.record.id), shown(id));
    BATUTA_VERIFY_ERROR(none.value(), ErrorCode::InputInvalid);
}

void TestRemoteClient::bringsTheRecordOfActs()
{
    const std::string id = run("hour");
    const Answer<json::Value> paused;
    client::Act pause;
    pause.verb = "pause";
    pause.subject = id;
    pause.why = "to look at it";
    m_client->act(pause, paused.reply());
    BATUTA_CAME(paused);
    BATUTA_VERIFY_OK(paused.value());
    const Answer<client::AuditPage> acts;
    m_client->audit({.limit = 1}, acts.reply());
    BATUTA_CAME(acts);
    BATUTA_VERIFY_OK(acts.value());
    QCOMPARE(acts.value()->items.size(), std::size_t(1));
    QCOMPARE(shown(acts.value()->items[0].verb), QString("pause"));
    QCOMPARE(shown(acts.value()->items[0].subject), shown(id));
    QCOMPARE(shown(acts.value()->items[0].why), QString("to look at it"));
    QVERIFY(acts.value()->items[0].at > WallTime{});
}

void TestRemoteClient::bringsEventsInOrder()
{
    std::mutex mutex;
    std::vector<client::EventRecord> events;
    bool hadGap = false;
    const auto subscription = m_client->subscribe([&](const client::EventBatch &batch) {
        const std::lock_guard lock(mutex);
        hadGap = hadGap || batch.hasGap;
        events.insert(events.end(), batch.events.begin(), batch.events.end());
    });
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return hadGap ? static_cast<int>(events.size()) : -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, 20'000); // it begins with the word that nothing before is known
    const std::string id = run("quick");
    QTRY_COMPARE_WITH_TIMEOUT(count(), 4, 20'000);
    const std::lock_guard lock(mutex);
    for (std::size_t i = 0; i < events.size(); ++i) {
        QCOMPARE(shown(events[i].execution), shown(id));
        QCOMPARE(events[i].sequence, static_cast<std::int64_t>(i + 1));
    }
}

void TestRemoteClient::aDroppedSubscriptionHearsNothingMore()
{
    std::atomic<int> first = 0, second = 0;
    auto early = m_client->subscribe([&](const client::EventBatch &) { ++first; });
    const auto late = m_client->subscribe([&](const client::EventBatch &) { ++second; });
    QTRY_VERIFY_WITH_TIMEOUT(second > 0, 20'000);
    early.reset();
    const Answer<client::EngineInfo> info;
    m_client->info(info.reply());
    BATUTA_CAME(info); // after the drop
    const int before = first;
    const int soFar = second;
    run("quick");
    QTRY_VERIFY_WITH_TIMEOUT(second > soFar, 20'000);
    QCOMPARE(first, before);
}

void TestRemoteClient::repliesComeOnceAndOnAThreadOfItsOwn()
{
    std::atomic<QThread *> thread = nullptr;
    std::atomic<int> replies = 0;
    for (int i = 0; i < 50; ++i)
        m_client->info([&](const Result<client::EngineInfo> &) {
            thread = QThread::currentThread();
            ++replies;
        });
    QTRY_COMPARE_WITH_TIMEOUT(replies, 50, 20'000);
    QVERIFY(thread != QThread::currentThread());
    for (int i = 0; i < 50; ++i)
        m_client->executions({}, [&](const Result<client::ExecutionPage> &) { ++replies; });
    m_client.reset(); // those on their way are answered too
    QCOMPARE(replies, 100);
}

QTEST_GUILESS_MAIN(TestRemoteClient)
#include "tst_remote_client.moc"
