// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/failures/failure_list.h"

#include "views/models/text.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kHeight = 52, kInset = 14;

class Lines final : public QStyledItemDelegate
{
public:
    Lines(const FailureListModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, themeOf(option.widget).scaled(kHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const FailureListModel::Line *line = m_model.line(index.row());
        if (!line)
            return;
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          c.borderSubtle);
        QRect r = option.rect.adjusted(kInset, 0, -kInset, -1);
        const int glyph = theme.scaled(14);
        const int half = r.height() / 2;
        painter->drawPixmap(r.left(), r.top() + (half - glyph) / 2 + 4,
                            theme.statusPixmap(line->status, glyph, option.widget->devicePixelRatioF()));
        r.setLeft(r.left() + glyph + 9);
        drawRight(*painter, *line, r, theme);
        const QRect above(r.left(), r.top() + 5, r.width(), half - 3);
        const QRect below(r.left(), r.top() + half, r.width(), half - 5);
        painter->setFont(theme.font(TextStyle::Strong));
        painter->setPen(c.textPrimary);
        painter->drawText(above, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(line->text, Qt::ElideRight, above.width()));
        painter->setFont(theme.font(TextStyle::Small));
        painter->setPen(c.textSecondary);
        painter->drawText(below, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(line->detail, Qt::ElideMiddle, below.width()));
        if (option.state.testFlag(QStyle::State_HasFocus))
            drawFocusRing(*painter, option.rect, 4, c.focus, true);
    }

private:
    /// Count and time at the right, the trend before them.
    static void drawRight(QPainter &painter, const FailureListModel::Line &line, QRect &r, const Theme &theme)
    {
        const Colors &c = theme.colors();
        const int wide = theme.scaled(124), half = r.height() / 2;
        const QRect texts(r.right() - wide, r.top(), wide, r.height());
        painter.setFont(theme.font(TextStyle::Mono));
        painter.setPen(c.textPrimary);
        painter.drawText(texts.adjusted(0, 5, 0, -half - 2), Qt::AlignRight | Qt::AlignVCenter, line.count);
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(c.textTertiary);
        painter.drawText(texts.adjusted(0, half, 0, -5), Qt::AlignRight | Qt::AlignVCenter, line.time);
        r.setRight(texts.left() - 12);
        if (line.trend.empty())
            return;
        const QRectF bars(r.right() - theme.scaled(120), r.top() + 12, theme.scaled(120), r.height() - 24);
        const double most =
            static_cast<double>(std::max<std::int64_t>(1, *std::ranges::max_element(line.trend)));
        const qreal step = bars.width() / static_cast<double>(line.trend.size());
        for (std::size_t i = 0; i < line.trend.size(); ++i) {
            const qreal high = bars.height() * static_cast<double>(line.trend[i]) / most;
            const QRectF bar(bars.left() + step * static_cast<double>(i), bars.bottom() - std::max(1.0, high),
                             std::clamp(step - 1, 1.0, 6.0), std::max(1.0, high));
            painter.fillRect(bar, line.trend[i] > 0 ? c.of(line.status).solid : c.borderSubtle);
        }
        r.setRight(static_cast<int>(bars.left()) - 14);
    }

    const FailureListModel &m_model;
};

} // namespace

FailureListModel::FailureListModel(FailureFeed &feed, const Preferences &preferences, QObject *parent)
    : QAbstractListModel(parent)
    , m_feed(feed)
    , m_preferences(preferences)
{
}

int FailureListModel::countOf(const FailureFeed &feed, Show show)
{
    if (show == Show::Waiting)
        return static_cast<int>(feed.waiting().size());
    return static_cast<int>(
        std::ranges::count_if(feed.report().groups, [&](const client::FailureGroup &group) {
            return group.isAddressed == (show == Show::Addressed);
        }));
}

void FailureListModel::setShow(Show show)
{
    m_show = show;
    refill();
}

void FailureListModel::refill()
{
    QList<Line> lines;
    if (m_show == Show::Waiting)
        for (const client::WaitingStep &step : m_feed.waiting())
            lines.append(lineOf(step));
    else
        for (const client::FailureGroup &group : m_feed.report().groups)
            if (group.isAddressed == (m_show == Show::Addressed))
                lines.append(lineOf(group));
    const bool isSame = std::ranges::equal(lines, m_lines, {}, &Line::key, &Line::key);
    if (!isSame)
        beginResetModel();
    m_lines = std::move(lines);
    if (!isSame)
        endResetModel();
    else if (!m_lines.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

FailureListModel::Line FailureListModel::lineOf(const client::FailureGroup &group) const
{
    QStringList where{textOf(group.flow)};
    if (!group.step.empty())
        where << textOf(group.step);
    where << tr("version %1").arg(textOf(group.flowVersion).left(12));
    if (!group.revision.empty())
        where << textOf(group.revision);
    if (!group.note.assignee.empty())
        where << tr("with %1").arg(textOf(group.note.assignee));
    const QString pattern = textOf(group.pattern);
    return {group.isAddressed ? Status::Success : Status::Failed,
            textOf(group.key),
            pattern.isEmpty() ? tr("Failed without a reason") : pattern,
            where.join(QString::fromUtf8("  ·  ")),
            QLocale().toString(static_cast<qlonglong>(group.count)),
            dayAndTime(group.lastSeen, m_preferences.utc()).chopped(4),
            group.trend};
}

FailureListModel::Line FailureListModel::lineOf(const client::WaitingStep &step) const
{
    const bool isRetry = step.kind == "retry";
    const QString reason = textOf(step.reason);
    const QString what =
        isRetry ? tr("%1 waits for attempt %Ln", nullptr, step.attempts + 1).arg(textOf(step.step))
                : tr("%1 waits for an answer").arg(textOf(step.step));
    const QStringList where{textOf(step.flow), shortId(step.execution), reason};
    return {Status::Waiting,
            textOf(step.execution) + '/' + textOf(step.step),
            what,
            where.join(QString::fromUtf8("  ·  ")),
            step.until == WallTime{} ? QString() : clockTime(step.until, m_preferences.utc()),
            dayAndTime(step.since, m_preferences.utc()).chopped(4)};
}

const FailureListModel::Line *FailureListModel::line(int row) const
{
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

int FailureListModel::rowOf(const QString &key) const
{
    for (int row = 0; row < m_lines.size(); ++row)
        if (m_lines.at(row).key == key)
            return row;
    return -1;
}

int FailureListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant FailureListModel::data(const QModelIndex &index, int role) const
{
    const Line *found = index.isValid() ? line(index.row()) : nullptr;
    if (!found)
        return {};
    if (role == Qt::DisplayRole)
        return found->text;
    if (role == Qt::ToolTipRole)
        return found->text + '\n' + found->detail;
    if (role == Qt::AccessibleTextRole)
        return QStringList{found->text, found->detail, found->count, found->time}.join(", ");
    return {};
}

FailureList::FailureList(FailureListModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new Lines(model, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

QString FailureList::currentKey() const
{
    const FailureListModel::Line *line = m_model.line(currentIndex().row());
    return line ? line->key : QString();
}

void FailureList::setCurrentKey(const QString &key)
{
    const int row = m_model.rowOf(key);
    setCurrentIndex(row >= 0 ? m_model.index(row) : QModelIndex());
}

void FailureList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentKeyChanged();
}

} // namespace batuta::views
