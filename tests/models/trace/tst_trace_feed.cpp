// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/trace/one_execution.h"
#include "tests/models/trace/trace_sample.h"
#include "views/models/trace/trace_feed.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

class TestTraceFeed : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensWithASnapshot();
    void anUnknownIdSaysSo();
    void appliesEventsThatFollow();
    void asksForDetailsOfTheSelectedStepOnly();
    void asksOnceMoreWhenTheExecutionHasEnded();
    void asksAtMostFourTimesASecond();
    void asksAgainWhenEventsWereLost();
    void keepsItsDataWhenTheEngineGoes();
    void theFlowThatComesLaterGivesGroups();

private:
    QString id() const { return QString::fromStdString(m_engine->record.id); }

    std::unique_ptr<OneExecution> m_engine;
    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<TraceModel> m_model;
    std::unique_ptr<TraceFeed> m_feed;
};

void TestTraceFeed::init()
{
    m_engine = std::make_unique<OneExecution>();
    m_engine->record = execution({runningStep("a", 10), pendingStep("b")});
    m_link = std::make_unique<EngineLink>();
    m_link->attach(*m_engine);
    m_model = std::make_unique<TraceModel>();
    m_feed = std::make_unique<TraceFeed>(*m_link, *m_model);
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_model.get());
}

void TestTraceFeed::cleanup()
{
    m_feed.reset();
    m_model.reset();
    m_link.reset();
    m_engine.reset();
}

void TestTraceFeed::opensWithASnapshot()
{
    m_feed->open(id());
    QCOMPARE(m_feed->state(), TraceFeed::State::Loading);
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    QCOMPARE(m_model->run().steps().size(), std::size_t(2));
}

void TestTraceFeed::anUnknownIdSaysSo()
{
    m_feed->open("00000000-0000-4000-8000-000000000000");
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Unknown);
    QCOMPARE(m_feed->error().code, ErrorCode::ExecutionUnknown);
}

void TestTraceFeed::appliesEventsThatFollow()
{
    m_feed->open(id());
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    m_engine->tell({{told(3, "step_ended", "a", 50, {{"status", "success"}, {"duration_ms", 40.0}}),
                     told(4, "step_started", "b", 51, {{"attempt", 1}})}});
    QTRY_COMPARE(m_model->run().step(1).picture(), views::Status::Running);
    QCOMPARE(m_model->run().step(0).picture(), views::Status::Success);
    QCOMPARE(m_engine->asked, 1); // nobody looks at the attempts of `a`
}

void TestTraceFeed::asksForDetailsOfTheSelectedStepOnly()
{
    m_feed->open(id());
    m_feed->setSelected("a");
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    m_engine->record = execution({endedStep("a", {{10, 40, 503}}), pendingStep("b")});
    m_engine->tell({{told(3, "step_ended", "a", 50, {{"status", "failed"}, {"duration_ms", 40.0}})}});
    QTRY_VERIFY(!m_model->run().step(0).attempts[0].detail.isNull());
    QCOMPARE(m_engine->asked, 2);
}

void TestTraceFeed::asksOnceMoreWhenTheExecutionHasEnded()
{
    m_feed->open(id());
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    m_engine->record = execution({endedStep("a", {{10, 40, 200}}), endedStep("b", {{50, 5, 200}})}, 55);
    m_engine->tell({{told(9, "execution_ended", "", 55, {{"status", "success"}, {"duration_ms", 55.0}})}});
    QTRY_COMPARE(m_engine->asked, 2);
    QTRY_COMPARE(m_model->run().step(1).picture(), views::Status::Success);
    m_engine->tell({{told(9, "execution_ended", "", 55, {{"status", "success"}})}});
    m_feed->setSelected("a");
    QTRY_VERIFY(m_model->run().hasEnded());
    QCOMPARE(m_engine->asked, 2);
}

void TestTraceFeed::asksAtMostFourTimesASecond()
{
    m_feed->open(id());
    m_feed->setSelected("a");
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    QElapsedTimer time;
    time.start();
    // The snapshot never has the detail: the feed keeps asking, but not more often than it may.
    m_engine->tell({{told(3, "step_retry", "a", 50, {{"attempt", 2}})}});
    QTRY_VERIFY(m_engine->asked >= 4);
    QVERIFY2(time.elapsed() >= 500, qPrintable(QString::number(time.elapsed())));
}

void TestTraceFeed::asksAgainWhenEventsWereLost()
{
    m_feed->open(id());
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    emit m_link->eventsLost();
    QTRY_COMPARE(m_engine->asked, 2);
}

void TestTraceFeed::keepsItsDataWhenTheEngineGoes()
{
    m_feed->open(id());
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    m_link->detach({ErrorCode::EngineUnreachable, "engine", "gone", {}, {}});
    m_feed->reload();
    QSignalSpy changed(m_feed.get(), &TraceFeed::stateChanged);
    QTRY_COMPARE(m_feed->error().code, ErrorCode::EngineUnreachable);
    QCOMPARE(m_feed->state(), TraceFeed::State::Ready);
    QCOMPARE(m_model->run().steps().size(), std::size_t(2));
}

void TestTraceFeed::theFlowThatComesLaterGivesGroups()
{
    m_engine->record = execution({pendingStep("first"), pendingStep("a"), pendingStep("b")});
    m_feed->open(id());
    QTRY_COMPARE(m_feed->state(), TraceFeed::State::Ready);
    QCOMPARE(m_model->groups().size(), std::size_t(0));
    m_engine->known = {flowWithDomains({{"first", ""}, {"a", "x"}, {"b", "x"}})};
    m_link->refresh();
    QTRY_COMPARE(m_model->groups().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestTraceFeed)
#include "tst_trace_feed.moc"
