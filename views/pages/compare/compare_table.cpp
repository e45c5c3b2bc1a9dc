// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/compare_table.h"

#include "views/pages/compare/compare_delegate.h"
#include "views/pages/compare/compare_words.h"
#include "views/theme/theme.h"

#include <QEvent>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kRow = 36; // px at text scale 1: two bars
constexpr int kName = 236, kDelta = 150, kCalls = 78;

} // namespace

void CompareModel::setRuns(const RunComparison *runs)
{
    beginResetModel();
    m_runs = runs;
    m_aligned = -1;
    m_widest = {};
    if (m_runs)
        for (const ComparedStep &step : m_runs->steps())
            m_widest = std::max(m_widest, Duration(std::chrono::abs(step.delta)));
    if (m_runs)
        m_widest = std::max(m_widest, Duration(std::chrono::abs(m_runs->delta())));
    endResetModel();
    setAligned(-1);
}

void CompareModel::setAligned(int step)
{
    m_shiftA = m_shiftB = m_span = {};
    m_aligned = step;
    if (!m_runs || m_runs->isEmpty())
        return;
    if (step >= 0) {
        const ComparedStep &pair = m_runs->steps()[static_cast<std::size_t>(step)];
        if (pair.a < 0 || pair.b < 0) {
            m_aligned = -1;
        } else {
            const Duration a = m_runs->a().offset(m_runs->a().step(pair.a).startedAt);
            const Duration b = m_runs->b().offset(m_runs->b().step(pair.b).startedAt);
            m_shiftA = std::max(Duration{}, b - a);
            m_shiftB = std::max(Duration{}, a - b);
        }
    }
    m_span = std::max<Duration>({m_runs->lengthA() + m_shiftA, m_runs->lengthB() + m_shiftB,
                                 std::chrono::milliseconds(1)}); // an axis needs a length
    if (rowCount() > 0) {
        emit dataChanged(index(0, Bars), index(rowCount() - 1, Bars));
        emit headerDataChanged(Qt::Horizontal, Bars, Bars);
    }
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_runs || m_runs->isEmpty() ? 0
                                                            : static_cast<int>(m_runs->steps().size()) + 1;
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString CompareModel::word(int step, int column) const
{
    const bool isWhole = step < 0;
    switch (column) {
    case Step:
        return isWhole ? QString::fromStdString(m_runs->b().record().flow) : stepName(*m_runs, step);
    case Delta: {
        if (isWhole)
            return deltaWord(m_runs->delta());
        const ComparedStep &pair = m_runs->steps()[static_cast<std::size_t>(step)];
        if (pair.a < 0)
            return tr("only in B");
        if (pair.b < 0)
            return tr("only in A");
        if (pair.callsA == 0 && pair.callsB == 0)
            return tr("not run");
        if (pair.callsA == 0 || pair.callsB == 0)
            return pair.callsA == 0 ? tr("ran only in B") : tr("ran only in A");
        return deltaWord(pair.delta);
    }
    case Calls:
        if (!isWhole) {
            const ComparedStep &pair = m_runs->steps()[static_cast<std::size_t>(step)];
            return QString("%1 / %2").arg(pair.callsA).arg(pair.callsB);
        }
        return {};
    default:
        return {};
    }
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_runs)
        return {};
    const int step = stepOf(index.row());
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return step < 0 ? causeSentence(*m_runs) : rowSentence(*m_runs, step);
    return role == Qt::DisplayRole ? QVariant(word(step, index.column())) : QVariant();
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Delta:
        return tr("Difference");
    case Calls:
        return tr("Calls A / B");
    default:
        return {};
    }
}

CompareTable::CompareTable(CompareModel &model, QWidget *parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegate(new CompareDelegate(model, this));
    setHorizontalHeader(new CompareHeader(model, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    connect(&themeOf(this), &Theme::changed, this, &CompareTable::dress);
    dress();
}

void CompareTable::dress()
{
    const Theme &theme = themeOf(this);
    setAccessibleName(tr("Steps of both runs"));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme.scaled(kRow));
    horizontalHeader()->setFixedHeight(theme.scaled(28));
    const int width = viewport()->width();
    const bool isNarrow = width < theme.scaled(720);
    const int name = theme.scaled(isNarrow ? 170 : kName), delta = theme.scaled(isNarrow ? 116 : kDelta),
              calls =
                  std::max(theme.scaled(kCalls),
                           horizontalHeader()->sectionSizeHint(CompareModel::Calls)); // its title is whole
    setColumnWidth(CompareModel::Step, name);
    setColumnWidth(CompareModel::Bars, std::max(80, width - name - delta - calls));
    setColumnWidth(CompareModel::Delta, delta);
    setColumnWidth(CompareModel::Calls, calls);
}

void CompareTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    dress();
}

void CompareTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QTableView::changeEvent(event);
}

int CompareTable::step() const
{
    return currentIndex().isValid() ? CompareModel::stepOf(currentIndex().row()) : -1;
}

void CompareTable::setStep(int step)
{
    setCurrentIndex(model()->index(step + 1, 0));
}

void CompareTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit stepChosen(step());
}

} // namespace batuta::views
