// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/console_house.h"
#include "tests/support/verify.h"
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_page.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

constexpr auto kRetrying = R"(batuta: 1
name: retrying
title: Retrying
input: {type: object}
steps:
  first:
    http: {method: POST, url: "${{ env.DEFAULT_CREATE_USER_EMBEDDINGS_URL }}", json: {sessionId: s}}
  flaky:
    needs: [first]
    http: {method: POST, url: "${{ env.DEFAULT_MATCH_CANDIDATO_URL }}", json: {user_id: u1}}
    retry: {attempts: 2, on: [503], backoff: {first: 400ms, max: 400ms, jitter: none}}
  slow:
    needs: [first]
    wait: {for: 60s}
)";

} // namespace

/// The page of a run with a real engine and real functions behind it.
class TestTracePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aFailedRunOpensAtItsFailureWithTheResponse();
    void theAddressNamesTheStep();
    void anUnknownIdSaysSoAndLeadsBack();
    void aLiveRunIsFollowedUntilAPersonSelects();
    void attemptsComeLiveAndCanBeRead();
    void cancelAsksFirstAndTellsWhatStopped();
    void logLinesOfTheStepAreShown();
    void runAgainGivesFlowAndInput();
    void keepsItsDataWhenTheEngineGoes(); // last: the engine does not come back

private:
    QString failedRun();
    TracePage &page() { return *m_page; }
    std::string selected() { return page().address().query.queryItemValue("step").toStdString(); }

    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<TracePage> m_page;
    QString m_failed;
};

void TestTracePage::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    QDir().mkpath(m_house->folder() + "/flows/test");
    QFile flow(m_house->folder() + "/flows/test/retrying.yaml");
    QVERIFY(flow.open(QIODevice::WriteOnly) && flow.write(kRetrying) > 0);
    flow.close();
    QVERIFY(m_house->start());
    QVERIFY(m_house->link.flow("retrying"));
}

void TestTracePage::init()
{
    m_page = std::make_unique<TracePage>(m_house->context());
    m_page->resize(1364, 826);
    m_page->show();
}

void TestTracePage::cleanup()
{
    m_page.reset();
}

QString TestTracePage::failedRun()
{
    if (!m_failed.isEmpty())
        return m_failed;
    m_house->setFault("gap_analysis_user_vacancy", R"({"error_rate": 1, "error_code": 503, "times": 1})");
    m_failed = m_house->run("update_profile", ConsoleHouse::sampleInput());
    const auto record = m_house->ended(m_failed);
    return record.steps.empty() ? QString() : m_failed;
}

void TestTracePage::aFailedRunOpensAtItsFailureWithTheResponse()
{
    QVERIFY(!failedRun().isEmpty());
    page().open({"run", failedRun(), {}});
    QTRY_COMPARE(QString::fromStdString(selected()), "gap_analysis_user_vacancy");
    // No click was needed.
    QVERIFY2(page().inspector().codeText().startsWith("HTTP/1.1 503"),
             qPrintable(page().inspector().codeText()));
    QVERIFY(page().inspector().codeText().contains("POST http://127.0.0.1"));
    QCOMPARE(page().canvas().tree().model()->rowCount(page().canvas().tree().model()->index(0, 0)), 4);
}

void TestTracePage::theAddressNamesTheStep()
{
    QUrlQuery query;
    query.addQueryItem("step", "match_candidato");
    page().open({"run", failedRun(), query});
    QTRY_COMPARE(QString::fromStdString(selected()), "match_candidato");
    QSignalSpy moved(&page(), &Page::addressChanged);
    page().canvas().select(page().model().run().find("create_embeddings"));
    QVERIFY(moved.count() > 0);
    QCOMPARE(page().address().text(), "batuta://run/" + failedRun() + "?step=create_embeddings");
}

void TestTracePage::anUnknownIdSaysSoAndLeadsBack()
{
    page().open({"run", "00000000-0000-4000-8000-000000000000", {}});
    QSignalSpy asked(&page(), &Page::openRequested);
    QAction *back = m_house->commands.action("trace.runs");
    QTRY_VERIFY([&] {
        for (Button *button : page().findChildren<Button *>())
            if (button->isVisible() && button->text() == back->text()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        return false;
    }());
    QCOMPARE(asked.at(0).at(0).value<Address>().view, "runs");
}

void TestTracePage::aLiveRunIsFollowedUntilAPersonSelects()
{
    QVERIFY(m_house->setFault("create_embeddings", R"({"latency_ms": 700, "times": 1})"));
    const QString id = m_house->run("retrying", json::Object{});
    page().open({"run", id, {}});
    QTRY_COMPARE(QString::fromStdString(selected()), "first");
    QTRY_COMPARE(QString::fromStdString(selected()), "slow");
    page().canvas().select(page().model().run().find("first"));
    const qint64 before =
        page().canvas().tree().model()->index(0, 0).data(TraceModel::DurationRole).toLongLong();
    QTRY_VERIFY(page().canvas().tree().model()->index(0, 0).data(TraceModel::DurationRole).toLongLong() >
                before + 600'000);
    QCOMPARE(QString::fromStdString(selected()), "first");
    m_house->link.cancel(id, this, [](const Result<void> &) {});
    QTRY_VERIFY(page().model().run().hasEnded());
}

void TestTracePage::attemptsComeLiveAndCanBeRead()
{
    QVERIFY(m_house->setFault("match_candidato", R"({"error_rate": 1, "error_code": 503, "times": 1})"));
    const QString id = m_house->run("retrying", json::Object{});
    QUrlQuery query;
    query.addQueryItem("step", "flaky");
    page().open({"run", id, query});
    const auto flaky = [&] { return page().model().run().step(page().model().run().find("flaky")); };
    QTRY_VERIFY(!page().model().run().isEmpty() && flaky().hasEnded());
    QCOMPARE(flaky().attempts.size(), std::size_t(2));
    QTRY_VERIFY(!flaky().attempts[1].detail.isNull());
    QVERIFY(backoffBefore(flaky(), 1) >= std::chrono::milliseconds(300));
    page().inspector().chooseAttempt(0);
    QVERIFY(page().inspector().codeText().startsWith("HTTP/1.1 503"));
    page().inspector().chooseAttempt(1);
    QVERIFY(page().inspector().codeText().startsWith("HTTP/1.1 200"));
    m_house->link.cancel(id, this, [](const Result<void> &) {});
    QTRY_VERIFY(page().model().run().hasEnded());
}

void TestTracePage::cancelAsksFirstAndTellsWhatStopped()
{
    const QString id = m_house->run("retrying", json::Object{});
    page().open({"run", id, {}});
    QTRY_COMPARE(QString::fromStdString(selected()), "slow");
    m_house->commands.action("trace.cancel")->trigger();
    auto *confirm = page().findChild<Button *>("confirmCancel");
    QVERIFY(confirm);
    QVERIFY(!confirm->hasFocus()); // Enter alone cancels nothing
    QVERIFY(!page().model().run().hasEnded());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE(page().model().run().record().status, std::string("cancelled"));
    QTRY_VERIFY([&] {
        for (const Notice *notice : page().findChildren<Notice *>())
            if (notice->isVisible() && notice->accessibleDescription().contains("1 running step"))
                return true;
        return false;
    }());
    QVERIFY(!m_house->commands.action("trace.cancel")->isEnabled());
}

void TestTracePage::logLinesOfTheStepAreShown()
{
    page().open({"run", failedRun(), {}});
    QTRY_VERIFY(page().logs().lines().rowCount() >= 2);
    const QAbstractItemModel &lines = page().logs().lines();
    for (int row = 0; row < lines.rowCount(); ++row)
        QVERIFY(lines.index(row, 0)
                    .data(LogLineModel::JsonRole)
                    .toString()
                    .contains("gap_analysis_user_vacancy"));
    QCOMPARE(lines.index(0, 0).data(LogLineModel::MessageRole).toString(),
             "step_gap_analysis_user_vacancy_start");
    QCOMPARE(lines.index(0, 0).data(LogLineModel::AttemptRole).toString(), "#1");
}

void TestTracePage::runAgainGivesFlowAndInput()
{
    page().open({"run", failedRun(), {}});
    QTRY_VERIFY(!page().model().run().isEmpty());
    QSignalSpy asked(&page(), &Page::runRequested);
    m_house->commands.action("trace.runAgain")->trigger();
    QCOMPARE(asked.at(0).at(0).toString(), "update_profile");
    QVERIFY(asked.at(0).at(1).toString().contains("ana-souza"));
    QVERIFY(!asked.at(0).at(1).toString().contains("***"));
    m_house->commands.action("trace.copyCurl")->trigger();
    QVERIFY(QApplication::clipboard()->text().contains("update_profile"));
}

void TestTracePage::keepsItsDataWhenTheEngineGoes()
{
    page().open({"run", failedRun(), {}});
    QTRY_COMPARE(QString::fromStdString(selected()), "gap_analysis_user_vacancy");
    m_house->stopEngine();
    QTRY_VERIFY(
        !m_house->commands.action("trace.runAgain")->isEnabled()); // the window's strip says since when
    page().canvas().select(page().model().run().find("create_embeddings"));
    QVERIFY(page().inspector().codeText().startsWith("HTTP/1.1 200"));
    page().canvas().select(page().model().run().find("gap_analysis_user_vacancy"));
    QVERIFY(page().inspector().codeText().startsWith("HTTP/1.1 503"));
}

QTEST_MAIN(TestTracePage)
#include "tst_trace_page.moc"
