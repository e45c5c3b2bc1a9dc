// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/history_pane.h"

#include "views/pages/trace/trace_words.h"
#include "views/widgets/delegates.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace batuta::views {
namespace {

bool isSame(const std::vector<StepPast> &a, const std::vector<StepPast> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const StepPast &one, const StepPast &other) {
        return one.execution == other.execution && one.status == other.status;
    });
}

} // namespace

void HistoryModel::setRuns(std::vector<StepPast> runs, const std::string &self)
{
    if (isSame(m_runs, runs) && m_self == self)
        return; // keeps the place
    beginResetModel();
    m_runs = std::move(runs);
    m_self = self;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const StepPast &past = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(
            Qt::AlignVCenter | (index.column() == Started ? Qt::AlignLeft : Qt::AlignRight));
    if (role == StatusInkRole && index.column() == Result)
        return static_cast<int>(statusOf(past.status));
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(past.execution);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Started:
        return dayAndTime(past.startedAt, false).section('.', 0, 0);
    case Length:
        return lengthWord(past.duration);
    case Attempts:
        return QString::number(past.attempts);
    default:
        return past.execution == m_self ? tr("this run") : statusWord(past.status);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section == Started ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started:
        return tr("Started");
    case Length:
        return tr("Duration");
    case Attempts:
        return tr("Attempts");
    default:
        return tr("Result");
    }
}

HistoryPane::HistoryPane(QWidget *parent)
    : QWidget(parent)
    , m_facts(new FactStrip(this))
    , m_sample(new Label(TextStyle::Caption, Ink::Tertiary, this))
    , m_table(new QTableView(this))
    , m_model(new HistoryModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_sample->setContentsMargins(14, 5, 14, 5);
    m_sample->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MonoDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(themeOf(this).scaled(160));
    column->addWidget(m_facts);
    column->addWidget(m_sample);
    column->addWidget(m_table, 1);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit runRequested(QString::fromStdString(m_model->at(index.row()).execution));
    });
    retranslate();
}

void HistoryPane::retranslate()
{
    m_table->setAccessibleName(tr("Runs in which the step ran"));
    emit m_model->headerDataChanged(Qt::Horizontal, 0, HistoryModel::kColumns - 1);
}

void HistoryPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HistoryPane::setHistory(StepHistory history, const FlowPast &past)
{
    const QString none(QChar(0x2013));
    const bool hasTimes = history.succeeded > 0;
    m_facts->setFacts(
        {{tr("p50"), hasTimes ? lengthWord(history.p50) : none, false},
         {tr("p95"), hasTimes ? lengthWord(history.p95) : none, false},
         {tr("Failed"), tr("%1 of %2").arg(history.failed).arg(history.runs.size()), history.failed > 0}});
    if (!past.isThere())
        m_sample->setText(tr("The history of this step is on its way."));
    else if (past.isCut())
        m_sample->setText(tr("Of the newest %n run(s) of this flow; percentiles of those that ended well.",
                             nullptr, static_cast<int>(past.runs().size())));
    else
        m_sample->setText(tr("Of all %n run(s) of this flow; percentiles of those that ended well.", nullptr,
                             static_cast<int>(past.runs().size())));
    m_model->setRuns(std::move(history.runs), past.self());
}

} // namespace batuta::views
