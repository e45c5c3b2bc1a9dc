// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/attempt_table.h"

#include "views/pages/trace/trace_words.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostRows = 7; // shown at once; more of them scroll

class AttemptDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        QStyleOptionViewItem ground = option;
        ground.index = index;
        ground.state &= ~QStyle::State_HasFocus;
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          c.borderSubtle);
        painter->setFont(theme.font(TextStyle::Mono));
        const auto picture = static_cast<Status>(index.data(TraceModel::PictureRole).toInt());
        painter->setPen(index.column() == AttemptModel::Result   ? c.of(picture).fg
                        : index.column() == AttemptModel::Waited ? c.textSecondary
                                                                 : c.textPrimary);
        const bool isFirst = index.column() == 0;
        const QRect room =
            option.rect.adjusted(isFirst ? 14 : 4, 0, index.column() == AttemptModel::Result ? -14 : -4, 0);
        painter->drawText(
            room, static_cast<int>(Qt::AlignVCenter | index.data(Qt::TextAlignmentRole).toInt()),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }
};

/// Captions with the inset of the rows.
class AttemptHeader final : public QHeaderView
{
public:
    explicit AttemptHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        painter->fillRect(rect, c.raised);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.borderSubtle);
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(c.textTertiary);
        const int align = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        painter->drawText(
            rect.adjusted(section == 0 ? 14 : 4, 0, section == AttemptModel::Result ? -14 : -4, 0), align,
            model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
    }
};

} // namespace

void AttemptModel::setStep(const TraceRun &run, int step, WallTime now)
{
    const TraceStep next = step < 0 ? TraceStep() : run.step(step);
    const auto rows = static_cast<int>(next.rows().size());
    const bool isSame = next.id == m_step.id && run.record().startedAt == m_origin;
    m_now = now;
    if (isSame && rows >= m_rows) {
        if (rows > m_rows)
            beginInsertRows({}, m_rows, rows - 1);
        m_step = next;
        if (rows > std::exchange(m_rows, rows))
            endInsertRows();
        if (rows > 0)
            emit dataChanged(index(0, 0), index(rows - 1, kColumns - 1));
        return;
    }
    beginResetModel();
    m_step = next;
    m_origin = run.record().startedAt;
    m_rows = rows;
    endResetModel();
}

void AttemptModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

int AttemptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int AttemptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant AttemptModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const TraceAttempt &attempt = m_step.rows()[at];
    if (role == TraceModel::PictureRole)
        return static_cast<int>(attempt.status);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(index.column() <= Start ? Qt::AlignLeft : Qt::AlignRight);
    if (role == Qt::ToolTipRole && index.column() == Result && !attempt.error.empty())
        return QString::fromStdString(attempt.error);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const auto sinceStart = std::chrono::duration_cast<Duration>(attempt.startedAt - m_origin);
    const auto length =
        attempt.isOpen ? std::chrono::duration_cast<Duration>(m_now - attempt.startedAt) : attempt.duration;
    switch (index.column()) {
    case Number:
        if (!attempt.name.empty())
            return QString::fromStdString(attempt.name);
        if (attempt.item < 0)
            return QString::number(attempt.number);
        return attempt.number > 1 ? QString("%1.%2").arg(attempt.item).arg(attempt.number)
                                  : QString::number(attempt.item);
    case Start:
        return offsetWord(std::max(Duration{}, sinceStart));
    case Waited:
        return at == 0 ? QString(QChar(0x2013)) : lengthWord(backoffBefore(m_step, at));
    case Length:
        return lengthWord(std::max(Duration{}, length));
    case Result:
        return resultWord(attempt);
    default:
        return {};
    }
}

QVariant AttemptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section <= Start ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return QString("#");
    case Start:
        return tr("Start");
    case Waited:
        return tr("Waited");
    case Length:
        return tr("Duration");
    default:
        return tr("Result");
    }
}

AttemptTable::AttemptTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new AttemptModel(this))
{
    setHorizontalHeader(new AttemptHeader(this));
    setModel(m_model);
    setItemDelegate(new AttemptDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(AttemptModel::Number, QHeaderView::Fixed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, &AttemptTable::dress);
    setAccessibleName(tr("Attempts"));
    dress();
}

void AttemptTable::dress()
{
    const Theme &theme = themeOf(this);
    verticalHeader()->setDefaultSectionSize(theme.scaled(26));
    horizontalHeader()->setFixedHeight(theme.scaled(26));
    horizontalHeader()->resizeSection(AttemptModel::Number, theme.scaled(36));
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    setFixedHeight(theme.scaled(26) * (rows + 1));
}

void AttemptTable::setStep(const TraceRun &run, int step, WallTime now)
{
    m_model->setStep(run, step, now);
    dress();
}

int AttemptTable::attempt() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void AttemptTable::setAttempt(int attempt)
{
    const QSignalBlocker quiet(this);
    if (attempt != this->attempt())
        setCurrentIndex(m_model->index(attempt, 0));
}

void AttemptTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        emit attemptChosen(current.row());
}

void AttemptTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Attempts"));
        m_model->retranslate();
    }
    QTableView::changeEvent(event);
}

} // namespace batuta::views
