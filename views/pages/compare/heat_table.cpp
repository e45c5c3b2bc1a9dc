// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/heat_table.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <map>

namespace batuta::views {
namespace {

constexpr double kHottest = 0.55; // how much of the colour the slowest cell has

/// Colour and figure and glyph: none of them alone.
class HeatCells final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        const double heat = index.data(HeatModel::HeatRole).toDouble();
        const auto status = static_cast<Status>(index.data(HeatModel::StatusRole).toInt());
        const QColor hot =
            status == Status::Failed ? c.of(Status::Failed).solid : c.of(Status::Waiting).solid;
        painter->fillRect(option.rect, heat < 0 ? c.panel : mixed(c.panel, hot, 0.06 + heat * kHottest));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          c.borderSubtle);
        if (option.state.testFlag(QStyle::State_Selected))
            drawFocusRing(*painter, option.rect, 3, c.focus, true);
        const int size = theme.scaled(13);
        QRect room = option.rect.adjusted(10, 0, -10, 0);
        if (heat >= 0 && status != Status::Success) {
            painter->drawPixmap(room.left(), room.center().y() - size / 2,
                                theme.statusPixmap(status, size, option.widget->devicePixelRatioF()));
            room.setLeft(room.left() + size + 6);
        }
        painter->setFont(theme.font(TextStyle::Mono));
        painter->setPen(heat < 0 ? c.textTertiary : c.textPrimary);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    }
};

bool hasRun(const client::StepRecord *step)
{
    return step && (step->attempts > 0 || !step->attemptsDetail.asArray().empty());
}

} // namespace

void HeatModel::setRuns(std::vector<client::ExecutionRecord> runs, bool utc)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_utc = utc;
    m_steps.clear();
    m_at.clear();
    std::map<std::string, std::size_t> rows;
    for (std::size_t run = 0; run < m_runs.size(); ++run)
        for (std::size_t at = 0; at < m_runs[run].steps.size(); ++at) {
            const std::string &name = m_runs[run].steps[at].step;
            const auto [row, isNew] = rows.try_emplace(name, m_steps.size());
            if (isNew) {
                m_steps.push_back(name);
                m_at.emplace_back(m_runs.size(), -1);
            }
            m_at[row->second][run] = static_cast<int>(at);
        }
    endResetModel();
}

const client::StepRecord *HeatModel::cell(int row, int column) const
{
    const auto run = static_cast<std::size_t>(column);
    const int at = m_at[static_cast<std::size_t>(row)][run];
    return at < 0 ? nullptr : &m_runs[run].steps[static_cast<std::size_t>(at)];
}

double HeatModel::heat(int row, int column) const
{
    const client::StepRecord *own = cell(row, column);
    if (!hasRun(own))
        return -1;
    Duration least = own->duration, most = own->duration;
    for (int other = 0; other < columnCount(); ++other)
        if (const client::StepRecord *step = cell(row, other); hasRun(step)) {
            least = std::min(least, step->duration);
            most = std::max(most, step->duration);
        }
    // A few milliseconds are no heat.
    const double span = std::max(secondsOf(most - least), std::max(0.02, secondsOf(most) * 0.2));
    return std::clamp(secondsOf(own->duration - least) / span, 0.0, 1.0);
}

int HeatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int HeatModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant HeatModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const client::StepRecord *step = cell(index.row(), index.column());
    const bool ran = hasRun(step);
    const QString time = !step ? tr("not there")
                         : ran ? durationWord(step->duration)
                               : statusWord(step->status);
    switch (role) {
    case Qt::DisplayRole:
        return ran ? time : QString(QChar(0x2013));
    case HeatRole:
        return heat(index.row(), index.column());
    case StatusRole:
        return static_cast<int>(step ? statusOf(step->status) : Status::Skipped);
    case StepRole:
        return QString::fromStdString(this->step(index.row()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3, %4")
            .arg(QString::fromStdString(this->step(index.row())),
                 headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 step ? statusWord(step->status) : tr("not there"), time);
    default:
        return {};
    }
}

QVariant HeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Vertical)
        return QString(QChar(0x2002)) + QString::fromStdString(step(section)); // off the edge
    const client::ExecutionRecord &run = m_runs[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(run.id);
    return tr("%1 · %2 · %3", "run, start, state")
               .arg(shortId(run.id), dayAndTime(run.startedAt, m_utc).chopped(4), statusWord(run.status)) +
           QChar(0x2002);
}

HeatTable::HeatTable(HeatModel &model, QWidget *parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegate(new HeatCells(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&themeOf(this), &Theme::changed, this, &HeatTable::dress);
    connect(&model, &QAbstractItemModel::modelReset, this, &HeatTable::dress);
    dress();
}

void HeatTable::dress()
{
    const Theme &theme = themeOf(this);
    setAccessibleName(tr("Steps by runs"));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setFont(theme.font(TextStyle::Mono));
    horizontalHeader()->setFixedHeight(theme.scaled(30));
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(theme.scaled(150));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void HeatTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QTableView::changeEvent(event);
}

} // namespace batuta::views
