// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of TestPane that puts its widgets together.
#include "views/pages/editor/testing/small_button.h"
#include "views/pages/editor/testing/test_detail.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/testing/test_questions.h"
#include "views/pages/editor/testing/test_steps_model.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/delegates.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSlider>
#include <QSplitter>
#include <QTableView>

namespace batuta::views {
namespace {

constexpr int kStateWidth = 108, kTimeWidth = 72, kMarksWidth = 150;
constexpr int kWide = 620; // from here on the output stands beside the steps

/// A step that was not run yet has no state.
class StateDelegate final : public QStyledItemDelegate
{
public:
    explicit StateDelegate(QObject *parent)
        : QStyledItemDelegate(parent)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(StatusRole).isValid())
            m_state.paint(painter, option, index);
        else
            m_text.paint(painter, option, index);
    }

private:
    StatusDelegate m_state;
    TextDelegate m_text;
};

} // namespace

void TestPane::buildBar()
{
    m_glyph = new StatusGlyph(Status::Queued, m_bar);
    m_state = new Label(TextStyle::Body, Ink::Secondary, m_bar);
    m_state->setElide(Qt::ElideRight);
    m_input = smallButton("braces", m_bar);
    m_stop = smallButton("stop", m_bar, Button::Variant::Danger);
    m_run = smallButton("play", m_bar);
    m_run->setKeyHint(QStringLiteral("Ctrl ⏎"));
    m_bar->row()->addWidget(m_glyph);
    m_bar->row()->addWidget(m_state, 1);
    for (Button *button : {m_input, m_stop, m_run})
        m_bar->row()->addWidget(button);
}

void TestPane::buildHeld()
{
    m_held = new Label(TextStyle::Strong, Ink::Primary, m_heldBar);
    m_held->setElide(Qt::ElideMiddle);
    m_held->setStatus(Status::Waiting);
    m_step = smallButton("arrow", m_heldBar);
    m_goOn = smallButton("playf", m_heldBar);
    m_payload = smallButton("edit", m_heldBar);
    m_heldBar->row()->addWidget(m_held, 1);
    for (Button *button : {m_step, m_goOn, m_payload})
        m_heldBar->row()->addWidget(button);
}

void TestPane::buildTable()
{
    m_table = new QTableView(m_split);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
    m_table->setItemDelegate(new TextDelegate(m_table));
    m_table->setItemDelegateForColumn(TestStepsModel::Step, new MonoDelegate(m_table));
    m_table->setItemDelegateForColumn(TestStepsModel::State, new StateDelegate(m_table));
    m_table->setItemDelegateForColumn(TestStepsModel::Time, new MonoDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->hide(); // the cells speak for themselves, and a low pane has no room for it
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(TestStepsModel::Step, QHeaderView::Stretch);
    header->resizeSection(TestStepsModel::State, themeOf(this).scaled(kStateWidth));
    header->resizeSection(TestStepsModel::Time, themeOf(this).scaled(kTimeWidth));
    header->resizeSection(TestStepsModel::Marks, themeOf(this).scaled(kMarksWidth));
    m_detail = new TestDetail(m_bench, m_split);
    m_split->addWidget(m_table);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
}

void TestPane::resizeEvent(QResizeEvent *event)
{
    m_split->setOrientation(width() < themeOf(this).scaled(kWide) ? Qt::Vertical : Qt::Horizontal);
    Surface::resizeEvent(event);
}

void TestPane::buildTimeline()
{
    auto *row = new QHBoxLayout(m_timeline);
    row->setContentsMargins(14, 4, 14, 4);
    m_slider = new QSlider(Qt::Horizontal, m_timeline);
    m_moment = new Label(TextStyle::MonoSmall, Ink::Secondary, m_timeline);
    m_moment->setElide(Qt::ElideRight);
    m_now = smallButton("clock", m_timeline, Button::Variant::Ghost);
    row->addWidget(m_slider, 2);
    row->addWidget(m_moment, 3);
    row->addWidget(m_now);
}

void TestPane::connectParts()
{
    connect(m_clear, &QAbstractButton::clicked, this, &TestPane::clearFaults);
    connect(m_run, &QAbstractButton::clicked, this, &TestPane::runWhole);
    connect(m_stop, &QAbstractButton::clicked, this, &TestPane::stop);
    connect(m_input, &QAbstractButton::clicked, this, &TestPane::editInput);
    connect(m_step, &QAbstractButton::clicked, this, &TestPane::stepOn);
    connect(m_goOn, &QAbstractButton::clicked, this, &TestPane::goOn);
    connect(m_payload, &QAbstractButton::clicked, this, &TestPane::editPayload);
    connect(m_now, &QAbstractButton::clicked, this, [this] { m_bench.setMoment(-1); });
    connect(m_slider, &QSlider::valueChanged, &m_bench, &TestBench::setMoment);
    connect(m_detail, &TestDetail::runWanted, this,
            [this](bool upToHere) { upToHere ? runUpToHere() : runThisStep(); });
    connect(m_detail, &TestDetail::pinWanted, this, &TestPane::pinOutput);
    connect(m_detail, &TestDetail::pinEditWanted, this, &TestPane::editPin);
    connect(m_detail, &TestDetail::faultWanted, this, &TestPane::editFault);
    connect(m_detail, &TestDetail::breakpointWanted, this, &TestPane::toggleBreakpoint);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (m_isSelecting || !current.isValid())
                    return;
                m_isSelecting = true;
                m_bench.document().select({m_model->stepAt(current.row())});
                m_detail->setStep(selected());
                m_isSelecting = false;
            });
    connect(&m_bench.document(), &FlowDocument::selectionChanged, this, &TestPane::refreshSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TestPane::refreshSelection);
    for (const auto signal : {&TestBench::phaseChanged, &TestBench::stepsChanged, &TestBench::heldChanged,
                              &TestBench::momentsChanged, &TestBench::inputChanged})
        connect(&m_bench, signal, this, &TestPane::refresh);
    for (const auto signal :
         {&TestSetup::pinsChanged, &TestSetup::faultsChanged, &TestSetup::breakpointsChanged})
        connect(&m_bench.setup(), signal, this, &TestPane::refresh);
    connect(&m_bench, &TestBench::told, this, &TestPane::told);
    connect(&m_bench, &TestBench::confirmationWanted, this,
            [this](const TestRequest &request) { askProduction(window(), m_bench, request); });
    connect(&m_bench, &TestBench::inputWanted, this,
            [this](const TestRequest &request) { askInput(window(), m_bench, request); });
}

void TestPane::retranslate()
{
    setAccessibleName(tr("Tests"));
    m_run->setText(tr("Run"));
    m_stop->setText(tr("Stop"));
    m_input->setText(tr("Input"));
    m_step->setText(tr("Step"));
    m_goOn->setText(tr("Continue"));
    m_payload->setText(tr("Edit payload"));
    m_clear->setText(tr("Clear the faults"));
    m_now->setText(tr("Back to now"));
    m_table->setAccessibleName(tr("Steps of the test"));
    m_slider->setAccessibleName(tr("Moment of the test"));
    m_model->retranslate();
    m_detail->retranslate();
    refreshSelection();
    refresh();
}

} // namespace batuta::views
