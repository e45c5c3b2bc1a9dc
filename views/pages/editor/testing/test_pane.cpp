// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_pane.h"

#include "views/pages/editor/testing/test_detail.h"
#include "views/pages/editor/testing/test_questions.h"
#include "views/pages/editor/testing/test_steps_model.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QItemSelectionModel>
#include <QSlider>
#include <QSplitter>
#include <QTableView>

namespace batuta::views {

TestPane::TestPane(TestBench &bench, QWidget *parent)
    : Surface(Level::Panel, parent)
    , m_bench(bench)
    , m_model(new TestStepsModel(bench, this))
    , m_faults(new Notice(Notice::Kind::Warning, this))
    , m_error(new Notice(Notice::Kind::Error, this))
    , m_clear(m_faults->addButton(QString(), QStringLiteral("x")))
    , m_bar(new Bar(Bar::Kind::ActionBar, this))
    , m_heldBar(new Bar(Bar::Kind::ActionBar, this))
    , m_why(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_timeline(new QWidget(this))
{
    buildBar();
    buildHeld();
    buildTable();
    buildTimeline();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_faults);
    column->addWidget(m_bar);
    column->addWidget(m_error);
    column->addWidget(m_why);
    m_why->setWordWrap(true);
    m_why->setContentsMargins(14, 6, 14, 6);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_heldBar);
    column->addWidget(m_split, 1);
    column->addWidget(m_timeline);
    setFocusProxy(m_table);
    connectParts();
    retranslate();
}

std::string TestPane::selected() const
{
    const auto &selection = m_bench.document().selection();
    return selection.empty() ? std::string() : selection.front();
}

void TestPane::runWhole()
{
    m_bench.runWhole();
}

void TestPane::runThisStep()
{
    m_bench.runStep(selected());
}

void TestPane::runUpToHere()
{
    m_bench.runUpTo(selected());
}

void TestPane::stop()
{
    m_bench.cancel();
}

void TestPane::stepOn()
{
    m_bench.stepOn();
}

void TestPane::goOn()
{
    m_bench.release({}, false);
}

void TestPane::editInput()
{
    askInput(window(), m_bench, std::nullopt);
}

void TestPane::editPayload()
{
    if (m_bench.held().empty())
        emit told(tr("No step is held"));
    else
        askPayload(window(), m_bench, m_bench.held().front());
}

void TestPane::editFault()
{
    if (selected().empty())
        emit told(tr("No step is selected"));
    else if (!askFault(window(), m_bench, selected()))
        emit told(tr("The step calls nothing, so no call of it can go wrong"));
}

void TestPane::editPin()
{
    if (selected().empty())
        emit told(tr("No step is selected"));
    else
        askPin(window(), m_bench, selected());
}

void TestPane::pinOutput()
{
    m_bench.pinOutput(selected());
}

void TestPane::toggleBreakpoint()
{
    if (selected().empty())
        return emit told(tr("No step is selected"));
    for (const std::string &step : m_bench.document().selection())
        m_bench.setup().toggleBreakpoint(step);
}

void TestPane::editCondition()
{
    if (selected().empty())
        emit told(tr("No step is selected"));
    else
        askCondition(window(), m_bench, selected());
}

void TestPane::clearFaults()
{
    m_bench.setup().clearFaults();
}

void TestPane::lookBack()
{
    if (m_bench.moment() > 0)
        m_bench.setMoment(m_bench.moment() - 1);
}

void TestPane::lookForward()
{
    if (m_bench.isLookingBack())
        m_bench.setMoment(m_bench.moment() + 1);
}

void TestPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

QString TestPane::stateText() const
{
    switch (m_bench.phase()) {
    case TestBench::Phase::Idle:
        return tr("Nothing has been tested yet");
    case TestBench::Phase::Starting:
        return tr("Starting");
    case TestBench::Phase::Running:
        return m_bench.isCancelling() ? tr("Stopping") : tr("Running");
    case TestBench::Phase::Ended:
        break;
    }
    const QString word = statusWord(m_bench.record().status());
    const QString line = tr("%1 in %2").arg(word, durationWord(m_bench.record().record().duration));
    return m_bench.isOutdated() ? tr("%1, before the last change").arg(line) : line;
}

QString TestPane::momentText() const
{
    if (!m_bench.isLookingBack())
        return tr("Now");
    if (m_bench.moment() == 0)
        return tr("Before the beginning");
    const client::EventRecord &event = m_bench.record().event(m_bench.moment() - 1);
    const QString what =
        QString::fromStdString(event.step.empty() ? event.kind : event.kind + " " + event.step);
    return tr("%1 of %2: %3").arg(m_bench.moment()).arg(m_bench.moments()).arg(what);
}

void TestPane::refresh()
{
    refreshState();
    refreshFaults();
    refreshHeld();
    refreshTimeline();
    refreshColumns();
    m_detail->refresh();
    emit changed();
}

void TestPane::refreshState()
{
    const bool isIdle = m_bench.phase() == TestBench::Phase::Idle;
    m_state->setText(stateText());
    m_state->setInk(Ink::Secondary);
    m_glyph->setVisible(!isIdle);
    if (!isIdle) {
        const Status status = statusOf(m_bench.record().status());
        m_glyph->setStatus(status);
        m_state->setStatus(status);
    }
    const QString why = m_bench.whyNot({});
    m_run->setEnabled(why.isEmpty());
    m_run->setToolTip(why.isEmpty() ? m_run->text() : why);
    m_run->setVariant(m_bench.isProduction() ? Button::Variant::Production : Button::Variant::Normal);
    m_run->setIconName(m_bench.isProduction() ? QStringLiteral("lock") : QStringLiteral("play"));
    m_stop->setVisible(m_bench.isRunning());
    m_stop->setEnabled(!m_bench.isCancelling());
    m_error->setVisible(m_bench.error().has_value());
    m_why->setVisible(m_bench.error().has_value());
    if (!m_bench.error())
        return;
    m_error->setText(isIdle ? tr("The test did not start") : tr("The engine refused it"), {});
    m_why->setText(
        QStringLiteral("%1\n%2").arg(errorSentence(*m_bench.error()), errorAdvice(*m_bench.error())));
    m_error->setAccessibleDescription(m_why->text());
}

/// Nobody may take what was done on purpose for what happens in earnest.
void TestPane::refreshFaults()
{
    const auto count = static_cast<int>(m_bench.setup().faults().size());
    const bool hadSome = m_bench.hadFaults() && !m_bench.record().isEmpty();
    m_faults->setVisible(count > 0 || hadSome);
    m_clear->setVisible(count > 0);
    m_faults->setText(tr("Faults are injected"),
                      count > 0 ? tr("%n step(s) go wrong on purpose in the next test.", nullptr, count)
                                : tr("The test that is shown went wrong on purpose; the next one does not."));
}

void TestPane::refreshHeld()
{
    const auto &held = m_bench.held();
    m_heldBar->setVisible(!held.empty());
    if (held.empty())
        return;
    const QString first = QString::fromStdString(held.front());
    const auto others = static_cast<int>(held.size()) - 1;
    m_held->setText(others == 0 ? tr("Held before %1").arg(first)
                                : tr("Held before %1 and %n other(s)", nullptr, others).arg(first));
}

void TestPane::refreshTimeline()
{
    m_timeline->setVisible(m_bench.moments() > 0);
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, m_bench.moments());
    m_slider->setValue(m_bench.moment());
    m_moment->setText(momentText());
    m_slider->setAccessibleDescription(m_moment->text());
    m_now->setEnabled(m_bench.isLookingBack());
}

/// Names of steps have the room of columns that have nothing to say yet.
void TestPane::refreshColumns()
{
    const TestSetup &setup = m_bench.setup();
    const bool hasRun = !m_bench.record().isEmpty();
    const bool isSetUp = !setup.faults().empty() || !setup.pins().empty() || !setup.breakpoints().empty();
    const bool isMarked = isSetUp || (hasRun && (m_bench.hadFaults() || m_bench.hadPins()));
    m_table->setColumnHidden(TestStepsModel::State, !hasRun);
    m_table->setColumnHidden(TestStepsModel::Time, !hasRun);
    m_table->setColumnHidden(TestStepsModel::Marks, !isMarked);
}

void TestPane::refreshSelection()
{
    m_detail->setStep(selected());
    const int row = m_model->rowOf(selected());
    if (m_isSelecting || row == m_table->currentIndex().row())
        return;
    m_isSelecting = true;
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_isSelecting = false;
    emit changed();
}

} // namespace batuta::views
