// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/trace/trace_story.h"
#include "tests/support/console_house.h"
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_page.h"
#include "views/widgets/label.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

/// Keys and pointer on the page, with the run of the mockup.
class TestTracePageKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void opensAtTheFailureOnTheCriticalPath();
    void aCutBodyIsSaidToBeCut();
    void jAndKGoFromStepToStep();
    void nGoesFromFailureToFailure();
    void bracketsChooseTheAttempt();
    void lettersDoNothingWhileTheCodeHasFocus();
    void aFoldsAttemptsAway();
    void pAndMSwitchWhatIsShown();
    void plusMinusAndBackspaceZoom();
    void ctrlWheelZoomsAtThePointer();
    void shiftDragZoomsToARange();
    void aDoubleClickFitsTheBar();
    void aClickOnABarSelectsItsStep();
    void lGoesToTheLogLines();
    void rowsOfTreeAndWaterfallScrollTogether();
    void namesAreSentences();
    void whatIsChosenIsRemembered();

private:
    QString selected() { return m_page->address().query.queryItemValue("step"); }
    TraceTree &tree() { return m_page->canvas().tree(); }
    WaterfallView &waterfall() { return m_page->canvas().waterfall(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    int rowOf(const std::string &step)
    {
        const int at = m_page->model().run().find(step);
        for (std::size_t row = 0; row < waterfall().rows().size(); ++row)
            if (waterfall().rows()[row].kind == TraceModel::Kind::Step && waterfall().rows()[row].at == at)
                return static_cast<int>(row);
        return -1;
    }
    /// The middle of a step's bar.
    QPoint barOf(const std::string &step)
    {
        const QModelIndex index = m_page->model().indexOf(m_page->model().run().find(step));
        const double middle = index.data(TraceModel::StartRole).toDouble() +
                              index.data(TraceModel::DurationRole).toDouble() / 2;
        const int row = m_house->theme.rowHeight();
        return {static_cast<int>(m_page->axis().toPixel(middle, waterfall().viewport()->width())),
                rowOf(step) * row + row / 2 - waterfall().verticalScrollBar()->value()};
    }

    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<OneExecution> m_engine;
    std::unique_ptr<TracePage> m_page;
};

void TestTracePageKeys::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    m_engine = std::make_unique<OneExecution>();
    tellStory(*m_engine);
    m_house->link.attach(*m_engine);
    QTRY_VERIFY(!m_house->link.flows().empty());
}

void TestTracePageKeys::cleanupTestCase()
{
    m_house->link.detach({ErrorCode::EngineUnreachable, "engine", "over", {}, {}});
    m_engine.reset();
    m_house.reset();
}

void TestTracePageKeys::init()
{
    m_page = std::make_unique<TracePage>(m_house->context());
    m_page->resize(1364, 826);
    m_page->show();
    m_page->open({"run", QString::fromStdString(m_engine->record.id), {}});
    QTRY_COMPARE(selected(), "gap_analysis_user_vacancy");
    m_page->activateWindow();
    tree().setFocus();
    QTRY_VERIFY(tree().hasFocus());
}

void TestTracePageKeys::cleanup()
{
    m_page.reset();
}

void TestTracePageKeys::opensAtTheFailureOnTheCriticalPath()
{
    QVERIFY(m_page->inspector().codeText().startsWith("HTTP/1.1 503"));
    QCOMPARE(m_page->inspector().attempt(), 2);
    QVERIFY(!tree().isFolded(m_page->model().run().find("gap_analysis_user_vacancy")));
}

void TestTracePageKeys::aCutBodyIsSaidToBeCut()
{
    const client::ExecutionRecord before = m_engine->record;
    for (client::StepRecord &step : m_engine->record.steps)
        if (step.step == "gap_analysis_user_vacancy")
            for (json::Value &attempt : step.attemptsDetail.array())
                attempt.object().set("response", json::Object{{"status", 503},
                                                              {"bytes", 3 << 20},
                                                              {"truncated", true},
                                                              {"body", R"({"error":"no healthy)"}});
    init(); // opens it anew
    const auto isSaid = [this](const char *words) {
        const auto labels = m_page->inspector().findChildren<Label *>();
        return std::ranges::any_of(
            labels, [&](const Label *label) { return label->isVisible() && label->text().contains(words); });
    };
    QTRY_VERIFY(isSaid("The body is cut: the record keeps"));
    QVERIFY(isSaid("of 3.0"));
    QVERIFY(m_page->inspector().codeText().contains("no healthy")); // what there is can be read
    m_engine->record = before;
}

void TestTracePageKeys::jAndKGoFromStepToStep()
{
    press(Qt::Key_J);
    QCOMPARE(selected(), "course_suggestion_vacancy");
    press(Qt::Key_K);
    QCOMPARE(selected(), "gap_analysis_user_vacancy");
    press(Qt::Key_K);
    press(Qt::Key_K);
    QCOMPARE(selected(), "match_candidato");
}

void TestTracePageKeys::nGoesFromFailureToFailure()
{
    m_page->canvas().select(0);
    press(Qt::Key_N);
    QCOMPARE(selected(), "gap_analysis_user_vacancy");
    QSignalSpy told(m_page.get(), &Page::told);
    press(Qt::Key_N);
    QCOMPARE(selected(), "gap_analysis_user_vacancy");
    QCOMPARE(told.count(), 1);
    m_page->canvas().select(m_page->model().run().find("notify_webhook"));
    press(Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(selected(), "gap_analysis_user_vacancy");
}

void TestTracePageKeys::bracketsChooseTheAttempt()
{
    press(Qt::Key_BracketLeft);
    QCOMPARE(m_page->inspector().attempt(), 1);
    press(Qt::Key_BracketLeft);
    press(Qt::Key_BracketLeft);
    QCOMPARE(m_page->inspector().attempt(), 0);
    press(Qt::Key_BracketRight);
    QCOMPARE(m_page->inspector().attempt(), 1);
}

void TestTracePageKeys::lettersDoNothingWhileTheCodeHasFocus()
{
    auto *code = &m_page->inspector().payload().rows();
    code->setFocus();
    QTRY_VERIFY(code->hasFocus());
    press(Qt::Key_J);
    QCOMPARE(selected(), "gap_analysis_user_vacancy");
}

void TestTracePageKeys::aFoldsAttemptsAway()
{
    const std::size_t rows = waterfall().rows().size();
    press(Qt::Key_A);
    QCOMPARE(waterfall().rows().size(), rows - 3);
    QVERIFY(!waterfall().look().attempts);
    press(Qt::Key_A);
    QVERIFY(waterfall().look().attempts);
}

void TestTracePageKeys::pAndMSwitchWhatIsShown()
{
    const QImage with = waterfall().viewport()->grab().toImage();
    press(Qt::Key_P);
    QVERIFY(!waterfall().look().path);
    QVERIFY(waterfall().viewport()->grab().toImage() != with);
    press(Qt::Key_P);
    press(Qt::Key_M);
    QCOMPARE(m_house->state->value("trace/graph").toBool(true), false);
    press(Qt::Key_M);
    QCOMPARE(m_house->state->value("trace/graph").toBool(), true);
}

void TestTracePageKeys::plusMinusAndBackspaceZoom()
{
    press(Qt::Key_Plus);
    QVERIFY(m_page->axis().zoom() > 1.4);
    press(Qt::Key_Minus);
    QVERIFY(m_page->axis().zoom() < 1.01);
    press(Qt::Key_Plus);
    press(Qt::Key_Backspace);
    QCOMPARE(m_page->axis().zoom(), 1.0);
}

void TestTracePageKeys::ctrlWheelZoomsAtThePointer()
{
    const QPoint at = barOf("match_candidato");
    const double time = m_page->axis().toTime(at.x(), waterfall().viewport()->width());
    QWheelEvent wheel(at, waterfall().viewport()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(waterfall().viewport(), &wheel);
    QVERIFY(m_page->axis().zoom() > 1.5);
    QVERIFY(qAbs(m_page->axis().toPixel(time, waterfall().viewport()->width()) - at.x()) < 0.01);
}

void TestTracePageKeys::shiftDragZoomsToARange()
{
    QWidget *area = waterfall().viewport();
    const double from = m_page->axis().toTime(100, area->width()),
                 to = m_page->axis().toTime(300, area->width());
    QTest::mousePress(area, Qt::LeftButton, Qt::ShiftModifier, {100, 90});
    QTest::mouseMove(area, {300, 90});
    QTest::mouseRelease(area, Qt::LeftButton, Qt::ShiftModifier, {300, 90});
    QVERIFY(qAbs(m_page->axis().from() - from) < 1);
    QVERIFY(qAbs(m_page->axis().to() - to) < 1);
    m_page->canvas().tree().setFocus();
    press(Qt::Key_Backspace);
    QCOMPARE(m_page->axis().zoom(), 1.0);
}

void TestTracePageKeys::aDoubleClickFitsTheBar()
{
    QTest::mouseDClick(waterfall().viewport(), Qt::LeftButton, {}, barOf("match_profession"));
    const QModelIndex index = m_page->model().indexOf(m_page->model().run().find("match_profession"));
    const double start = index.data(TraceModel::StartRole).toDouble(),
                 length = index.data(TraceModel::DurationRole).toDouble();
    QVERIFY(m_page->axis().from() < start && m_page->axis().from() > start - length);
    QVERIFY(m_page->axis().to() > start + length && m_page->axis().to() < start + 2 * length);
}

void TestTracePageKeys::aClickOnABarSelectsItsStep()
{
    QTest::mouseClick(waterfall().viewport(), Qt::LeftButton, {}, barOf("match_analysis_user_profession"));
    QCOMPARE(selected(), "match_analysis_user_profession");
    QVERIFY(m_page->inspector().codeText().startsWith("HTTP/1.1 200"));
}

void TestTracePageKeys::lGoesToTheLogLines()
{
    QTRY_COMPARE(m_page->logs().lines().rowCount(), 6);
    press(Qt::Key_L);
    QVERIFY(m_page->logs().list().hasFocus());
}

void TestTracePageKeys::rowsOfTreeAndWaterfallScrollTogether()
{
    m_page->resize(1364, 500);
    QTRY_VERIFY(waterfall().verticalScrollBar()->maximum() > 0);
    QCOMPARE(tree().verticalScrollBar()->maximum(), waterfall().verticalScrollBar()->maximum());
    waterfall().verticalScrollBar()->setValue(waterfall().verticalScrollBar()->maximum());
    QCOMPARE(tree().verticalScrollBar()->value(), waterfall().verticalScrollBar()->value());
    const QModelIndex current = tree().currentIndex();
    QCOMPARE(tree().visualRect(current).top(),
             (rowOf("gap_analysis_user_vacancy")) * m_house->theme.rowHeight() -
                 waterfall().verticalScrollBar()->value());
}

void TestTracePageKeys::namesAreSentences()
{
    // The plural is chosen by the translation, which no test installs.
    QCOMPARE(tree().currentIndex().data(Qt::AccessibleTextRole).toString().replace("attempt(s)", "attempts"),
             "gap_analysis_user_vacancy, failed, starts at 7.97 seconds, lasts 15.97 seconds, 3 attempts, "
             "on critical path");
    QVERIFY(!waterfall().accessibleName().isEmpty());
    QVERIFY(!waterfall().accessibleDescription().isEmpty());
}

void TestTracePageKeys::whatIsChosenIsRemembered()
{
    press(Qt::Key_P);
    m_page.reset();
    init();
    QVERIFY(!waterfall().look().path);
    press(Qt::Key_P);
}

QTEST_MAIN(TestTracePageKeys)
#include "tst_trace_page_keys.moc"
