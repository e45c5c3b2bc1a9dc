// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/console_house.h"
#include "views/pages/trace/answer_dialog.h"
#include "views/pages/trace/ask_pane.h"
#include "views/pages/trace/history_pane.h"
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/playback_bar.h"
#include "views/pages/trace/receipts_pane.h"
#include "views/pages/trace/rerun_dialog.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_page.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/overlay.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

constexpr auto kCalling = R"(batuta: 1
name: calling
title: Calling
input: {type: object}
steps:
  inner:
    flow: {name: inner}
)";

constexpr auto kInner = R"(batuta: 1
name: inner
title: Inner
input: {type: object}
steps:
  embed:
    http: {method: POST, url: "${{ env.DEFAULT_CREATE_USER_EMBEDDINGS_URL }}", json: {sessionId: s}}
  done:
    needs: [embed]
    set: {ok: true}
)";

constexpr auto kAsking = R"(batuta: 1
name: asking
title: Asking
input:
  type: object
  properties:
    user_id: {type: string}
steps:
  before:
    http: {method: POST, url: "${{ env.DEFAULT_CREATE_USER_EMBEDDINGS_URL }}", json: {sessionId: s}}
  agree:
    needs: [before]
    approval:
      message: Shall it go on?
      form:
        type: object
        required: [amount]
        properties:
          amount: {type: integer, minimum: 1}
  after:
    needs: [agree]
    http: {method: POST, url: "${{ env.DEFAULT_MATCH_CANDIDATO_URL }}", json: {user_id: u1}}
)";

} // namespace

/// What a person makes a run do from its page, with a real engine and real functions behind it.
class TestTraceActs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void anApprovalIsAnsweredWithItsForm();
    void aRejectionNeedsNoForm();
    void aRunIsPausedAndGoesOn();
    void cancelGivesAReceiptForEachStep();
    void aFailedRunIsRetriedFromItsFailedStep();
    void anEditedInputGoesAlong();
    void whatDoesNotApplySaysWhy();
    void theHistoryOfAStepCountsOtherRuns();
    void theRecordIsGoneThroughMomentByMoment();
    void aSubflowUnfoldsToItsSteps();

private:
    TracePage &page() { return *m_page; }
    QAction *command(const char *id) { return m_house->commands.action(id); }
    void openAsking()
    {
        m_id = m_house->run("asking", json::Object{{"user_id", "u1"}});
        page().open({"run", m_id, {}});
        QTRY_VERIFY(!page().inspector().ask().question().isNull());
    }
    void openFailed()
    {
        if (m_failed.isEmpty()) {
            m_house->setFault("gap_analysis_user_vacancy",
                              R"({"error_rate": 1, "error_code": 503, "times": 1})");
            m_failed = m_house->run("update_profile", ConsoleHouse::sampleInput());
            QVERIFY(!m_house->ended(m_failed).steps.empty());
        }
        page().open({"run", m_failed, {}});
        QTRY_COMPARE(page().address().query.queryItemValue("step"), QString("gap_analysis_user_vacancy"));
    }
    template <class T> T *panel()
    {
        const QList<T *> found = page().window()->findChildren<T *>();
        return found.isEmpty() ? nullptr : found.last();
    }

    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<TracePage> m_page;
    QString m_id, m_failed;
};

void TestTraceActs::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    QDir().mkpath(m_house->folder() + "/flows/test");
    for (const auto &[name, text] :
         {std::pair{"asking", kAsking}, std::pair{"calling", kCalling}, std::pair{"inner", kInner}}) {
        QFile flow(m_house->folder() + "/flows/test/" + name + ".yaml");
        QVERIFY(flow.open(QIODevice::WriteOnly) && flow.write(text) > 0);
    }
    QVERIFY(m_house->start());
    QVERIFY(m_house->link.flow("asking"));
}

void TestTraceActs::init()
{
    m_page = std::make_unique<TracePage>(m_house->context());
    m_page->resize(1364, 826);
    m_page->show();
}

void TestTraceActs::anApprovalIsAnsweredWithItsForm()
{
    openAsking();
    QVERIFY(page().inspector().ask().isVisible());
    page().inspector().ask().approve().click();
    auto *dialog = panel<AnswerDialog>();
    QVERIFY(dialog && dialog->hasForm());
    dialog->yes().click();
    QVERIFY(panel<AnswerDialog>()); // the amount is missing
    QVERIFY(!page().model().run().hasEnded());
    dialog->form().setText("amount", "12");
    dialog->comment().setText("seen");
    dialog->yes().click();
    QTRY_COMPARE(page().model().run().record().status, std::string("success"));
    const client::ExecutionRecord record = m_house->ended(m_id);
    QVERIFY2(record.steps[1].output.find("\"amount\":12") != std::string::npos,
             record.steps[1].output.c_str());
    QVERIFY(record.steps[1].output.find("\"seen\"") != std::string::npos);
    QTRY_VERIFY(!page().inspector().ask().isVisible());
}

void TestTraceActs::aRejectionNeedsNoForm()
{
    openAsking();
    command("trace.reject")->trigger();
    auto *dialog = panel<AnswerDialog>();
    QVERIFY(dialog && !dialog->hasForm());
    dialog->yes().click();
    QTRY_VERIFY(page().model().run().hasEnded());
    const client::ExecutionRecord record = m_house->ended(m_id);
    QCOMPARE(record.steps[1].status, std::string("failed"));
}

void TestTraceActs::aRunIsPausedAndGoesOn()
{
    openAsking();
    QVERIFY(command("trace.pause")->isEnabled() && !command("trace.resume")->isEnabled());
    command("trace.pause")->trigger();
    QTRY_COMPARE(page().model().run().record().status, std::string("paused"));
    QTRY_VERIFY(!command("trace.pause")->isEnabled() && command("trace.resume")->isEnabled());
    command("trace.resume")->trigger();
    QTRY_COMPARE(page().model().run().record().status, std::string("running"));
    m_house->link.cancel(m_id, this, [](const Result<void> &) {});
    QTRY_VERIFY(page().model().run().hasEnded());
}

void TestTraceActs::cancelGivesAReceiptForEachStep()
{
    openAsking();
    QVERIFY(!command("trace.receipts")->isEnabled());
    command("trace.cancel")->trigger();
    page().window()->findChild<Button *>("confirmCancel")->click();
    QTRY_COMPARE(page().model().run().record().status, std::string("cancelled"));
    QTRY_VERIFY(page().receipts().asArray().size() == 2);
    QCOMPARE(page().receipts().at(0)["receipt"].asString(), std::string("not_undone")); // it had a call
    QCOMPARE(page().receipts().at(1)["receipt"].asString(), std::string("stopped"));
    QTRY_VERIFY(command("trace.receipts")->isEnabled());
    command("trace.receipts")->trigger();
    QVERIFY(panel<ReceiptsPane>());
    panel<Overlay>()->close();
    // A run that was cancelled before tells it, too.
    cleanup();
    init();
    page().open({"run", m_id, {}});
    QTRY_VERIFY(page().receipts().asArray().size() == 2);
}

void TestTraceActs::aFailedRunIsRetriedFromItsFailedStep()
{
    openFailed();
    QSignalSpy opened(&page(), &Page::openRequested);
    command("trace.retry")->trigger();
    auto *dialog = panel<RerunDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->version().isEnabled()); // the newest is the one that ran
    QVERIFY(!dialog->isEdited());
    dialog->yes().click();
    QTRY_COMPARE(opened.count(), 1);
    const auto address = opened.at(0).at(0).value<Address>();
    QCOMPARE(address.view, QString("run"));
    const client::ExecutionRecord again = m_house->ended(address.id);
    QCOMPARE(again.status, std::string("success"));
    QCOMPARE(again.origin, m_failed.toStdString());
    QCOMPARE(again.input, m_house->ended(m_failed).input);
}

void TestTraceActs::anEditedInputGoesAlong()
{
    openFailed();
    QSignalSpy opened(&page(), &Page::openRequested);
    page().canvas().select(page().model().run().find("match_candidato"));
    command("trace.rerunHere")->trigger();
    auto *dialog = panel<RerunDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->act().step, std::string("match_candidato"));
    json::Value input = dialog->form().input();
    input.object().set("user_id", "somebody-else");
    dialog->form().fill(input);
    QVERIFY(dialog->isEdited());
    dialog->yes().click();
    QTRY_COMPARE(opened.count(), 1);
    const client::ExecutionRecord again = m_house->ended(opened.at(0).at(0).value<Address>().id);
    QCOMPARE(again.input["user_id"].asString(), std::string("somebody-else"));
}

void TestTraceActs::whatDoesNotApplySaysWhy()
{
    openFailed();
    for (const char *id :
         {"trace.cancel", "trace.pause", "trace.resume", "trace.approve", "trace.receipts"}) {
        QVERIFY2(!command(id)->isEnabled(), id);
        QVERIFY2(!CommandRegistry::whyNot(command(id)).isEmpty(), id);
    }
    QVERIFY(command("trace.retry")->isEnabled());
    QSignalSpy opened(&page(), &Page::openRequested);
    command("trace.compare")->trigger();
    QCOMPARE(opened.at(0).at(0).value<Address>().text(), "batuta://compare?b=" + m_failed);
}

void TestTraceActs::theHistoryOfAStepCountsOtherRuns()
{
    openFailed();
    QTRY_VERIFY2(page().inspector().sentence().contains("No other run"),
                 qPrintable(page().inspector().sentence()));
    m_house->setFault("gap_analysis_user_vacancy", R"({"error_rate": 1, "error_code": 503, "times": 1})");
    const QString other = m_house->run("update_profile", ConsoleHouse::sampleInput());
    QVERIFY(!m_house->ended(other).steps.empty());
    page().open({"run", other, {}});
    QTRY_VERIFY2(page().inspector().sentence().contains("1 other run"),
                 qPrintable(page().inspector().sentence()));
    QVERIFY2(page().inspector().sentence().contains("503 from "), qPrintable(page().inspector().sentence()));
    page().inspector().showHistory();
    HistoryPane &history = page().inspector().history();
    QVERIFY(history.isVisible());
    QVERIFY(history.model().rowCount() >= 3);
    QSignalSpy opened(&page(), &Page::openRequested);
    emit history.table().activated(history.model().index(1, 0));
    QCOMPARE(opened.at(0).at(0).value<Address>().view, QString("run"));
}

void TestTraceActs::theRecordIsGoneThroughMomentByMoment()
{
    openFailed();
    QTRY_VERIFY(page().logs().lines().rowCount() > 0);
    const TraceRun &run = page().model().run();
    const double span = page().axis().span();
    command("trace.playback")->trigger();
    QTRY_VERIFY(page().transport().isVisible());
    QCOMPARE(run.record().status, std::string("running"));
    for (const TraceStep &step : run.steps())
        QVERIFY(!step.hasRun());
    QCOMPARE(page().logs().lines().rowCount(), 0);
    int running = 0;
    for (int moment = 0; !run.hasEnded() && moment < 200; ++moment) {
        command("trace.momentForward")->trigger();
        for (const TraceStep &step : run.steps())
            running += step.isOpen() ? 1 : 0;
        QCOMPARE(page().axis().span(), span); // the time does not move below the bars
    }
    QVERIFY(running > 0);
    QCOMPARE(run.record().status, m_house->ended(m_failed).status);
    command("trace.momentBack")->trigger();
    QVERIFY(!run.hasEnded());
    command("trace.leavePlayback")->trigger();
    QVERIFY(run.hasEnded() && !page().transport().isVisible());
    QVERIFY(page().inspector().codeText().startsWith("HTTP/1.1"));
}

void TestTraceActs::aSubflowUnfoldsToItsSteps()
{
    QVERIFY(m_house->link.flow("calling"));
    const QString id = m_house->run("calling", json::Object{});
    QCOMPARE(m_house->ended(id).status, std::string("success"));
    page().open({"run", id, {}});
    QTRY_COMPARE(page().model().rowCount(page().model().indexOf(0)), 2); // the id was made as the engine does
    page().canvas().select(0, 0);
    QCOMPARE(page().canvas().tree().currentIndex().data().toString(), QString("embed"));
    QVERIFY2(page().inspector().codeText().startsWith("HTTP/1.1 200"),
             qPrintable(page().inspector().codeText()));
    QSignalSpy opened(&page(), &Page::openRequested);
    command("trace.openChild")->trigger();
    const auto child = opened.at(0).at(0).value<Address>();
    QCOMPARE(child.query.queryItemValue("step"), QString("embed"));
    page().open(child);
    QTRY_COMPARE(page().model().run().record().parent, id.toStdString());
    command("trace.openParent")->trigger();
    QCOMPARE(opened.last().at(0).value<Address>().id, id);
}

QTEST_MAIN(TestTraceActs)
#include "tst_trace_acts.moc"
