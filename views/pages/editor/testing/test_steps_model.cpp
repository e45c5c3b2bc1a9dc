// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_steps_model.h"

#include "views/widgets/delegates.h"
#include "views/widgets/words.h"

#include <algorithm>

namespace batuta::views {

TestStepsModel::TestStepsModel(TestBench &bench, QObject *parent)
    : QAbstractTableModel(parent)
    , m_bench(bench)
{
    connect(&bench.document(), &FlowDocument::flowChanged, this, &TestStepsModel::follow);
    connect(&bench, &TestBench::stepsChanged, this, &TestStepsModel::changed);
    connect(&bench.setup(), &TestSetup::pinsChanged, this, &TestStepsModel::changed);
    connect(&bench.setup(), &TestSetup::faultsChanged, this, &TestStepsModel::changed);
    connect(&bench.setup(), &TestSetup::breakpointsChanged, this, &TestStepsModel::changed);
    follow();
}

void TestStepsModel::follow()
{
    std::vector<std::string> steps;
    if (m_bench.document().flow())
        for (const client::StepPreview &step : m_bench.document().flow()->steps)
            steps.push_back(step.step);
    if (steps == m_steps)
        return changed();
    beginResetModel();
    m_steps = std::move(steps);
    endResetModel();
}

void TestStepsModel::changed()
{
    if (!m_steps.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TestStepsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    changed();
}

std::string TestStepsModel::stepAt(int row) const
{
    return row < 0 || row >= rowCount() ? std::string() : m_steps[static_cast<std::size_t>(row)];
}

int TestStepsModel::rowOf(const std::string &step) const
{
    const auto found = std::find(m_steps.begin(), m_steps.end(), step);
    return found == m_steps.end() ? -1 : static_cast<int>(found - m_steps.begin());
}

int TestStepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int TestStepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TestStepsModel::marks(const std::string &step) const
{
    QStringList all;
    const TestSetup &setup = m_bench.setup();
    if (const auto fault = setup.faults().find(step); fault != setup.faults().end())
        all << tr("Fault: %1").arg(faultMark(fault->second));
    const TestStep *result = m_bench.step(step);
    if (result != nullptr && result->isInjected)
        all << tr("injected");
    if (setup.pins().contains(step))
        all << tr("Pinned");
    else if (result != nullptr && result->isPinned)
        all << tr("with earlier output");
    if (const auto point = setup.breakpoints().find(step); point != setup.breakpoints().end())
        all << (point->second.empty() ? tr("Breakpoint")
                                      : tr("Breakpoint when %1").arg(QString::fromStdString(point->second)));
    return all.join(QStringLiteral(", "));
}

QVariant TestStepsModel::text(const std::string &step, int column) const
{
    const TestStep *result = m_bench.step(step);
    if (column == Step)
        return QString::fromStdString(step);
    if (column == Marks)
        return marks(step);
    if (result == nullptr)
        return {};
    if (column == State)
        return QString::fromStdString(result->status);
    return result->duration > Duration{} ? durationWord(result->duration) : QString();
}

QVariant TestStepsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::string step = stepAt(index.row());
    const TestStep *result = m_bench.step(step);
    switch (role) {
    case Qt::DisplayRole:
        return text(step, index.column());
    case Qt::ToolTipRole:
        return result != nullptr && !result->reason.empty() ? QString::fromStdString(result->reason)
                                                            : QString::fromStdString(step);
    case Qt::TextAlignmentRole:
        return index.column() == Time ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case StatusRole:
        return result != nullptr ? QVariant(static_cast<int>(statusOf(result->status))) : QVariant();
    case StatusInkRole:
        return index.column() == Marks &&
                       (m_bench.setup().faults().contains(step) || (result != nullptr && result->isInjected))
                   ? QVariant(static_cast<int>(Status::Waiting))
                   : QVariant();
    case MutedRole:
        return index.column() != Step || result == nullptr;
    case Qt::AccessibleTextRole: {
        const QString state = result == nullptr ? tr("not run yet") : statusWord(result->status);
        const QString word = marks(step);
        return index.column() != Step ? text(step, index.column())
               : word.isEmpty()       ? tr("%1, %2").arg(QString::fromStdString(step), state)
                                      : tr("%1, %2, %3").arg(QString::fromStdString(step), state, word);
    }
    default:
        return {};
    }
}

QVariant TestStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case State:
        return tr("State");
    case Time:
        return tr("Duration");
    default:
        return tr("Set up for the test");
    }
}

} // namespace batuta::views
