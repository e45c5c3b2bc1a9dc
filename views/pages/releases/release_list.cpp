// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/release_list.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kInset = 14, kGap = 8, kGlyph = 13, kRow = 52, kEntryRow = 42, kTime = 46, kShare = 44;

void write(QPainter &painter, const QRect &room, const QString &text, int align = Qt::AlignLeft)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(room, align | Qt::AlignVCenter, shown);
}

/// The right end of `room`, as wide as the text; what is left of it stays for others.
QRect takeRight(QRect &room, int width)
{
    const QRect right(room.right() - width + 1, room.top(), width, room.height());
    room.setRight(right.left() - kGap);
    return right;
}

} // namespace

class ReleaseList::Model final : public QAbstractListModel
{
public:
    explicit Model(ReleaseList &list)
        : QAbstractListModel(&list)
        , m_list(list)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_list.m_lines.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.row() >= m_list.m_lines.size())
            return {};
        const ReleaseLine &line = m_list.m_lines.at(index.row());
        return role == Qt::DisplayRole                                     ? line.text
               : role == Qt::AccessibleTextRole || role == Qt::ToolTipRole ? line.spoken
                                                                           : QVariant();
    }
    void replace(const QList<ReleaseLine> &lines)
    {
        if (lines.size() == m_list.m_lines.size()) {
            m_list.m_lines = lines;
            if (!lines.isEmpty())
                emit dataChanged(index(0), index(static_cast<int>(lines.size()) - 1));
            return;
        }
        beginResetModel();
        m_list.m_lines = lines;
        endResetModel();
    }

private:
    ReleaseList &m_list;
};

class ReleaseList::Painter final : public QStyledItemDelegate
{
public:
    explicit Painter(ReleaseList &list)
        : QStyledItemDelegate(&list)
        , m_list(list)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const Theme &theme = themeOf(&m_list);
        return {0, theme.scaled(m_list.m_kind == Kind::Entries ? kEntryRow : kRow)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.row() >= m_list.m_lines.size())
            return;
        const ReleaseLine &line = m_list.m_lines.at(index.row());
        const Colors &c = themeOf(&m_list).colors();
        const bool isCurrent =
            m_list.m_kind != Kind::Entries && option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (isCurrent) {
            painter->fillRect(option.rect, c.selection);
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()),
                              c.accent.fg);
        }
        if (m_list.m_kind == Kind::Services)
            painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                              c.borderSubtle);
        const QRect room = option.rect.adjusted(kInset, 5, -kInset, -5);
        if (m_list.m_kind == Kind::Services)
            paintService(*painter, line, room);
        else if (m_list.m_kind == Kind::Environments)
            paintEnvironment(*painter, line, room);
        else
            paintEntry(*painter, line, room);
        if (option.state.testFlag(QStyle::State_HasFocus) && m_list.hasFocus())
            drawFocusRing(*painter, option.rect, 4, c.focus, true);
        painter->restore();
    }

private:
    static QRect half(const QRect &room, bool isUpper)
    {
        const int high = room.height() / 2;
        return {room.left(), isUpper ? room.top() : room.top() + high, room.width(), high};
    }
    void paintService(QPainter &painter, const ReleaseLine &line, const QRect &room) const
    {
        const Theme &theme = themeOf(&m_list);
        const Colors &c = theme.colors();
        const int size = theme.scaled(kGlyph);
        QRect first = half(room, true), second = half(room, false);
        painter.drawPixmap(first.left(), first.top() + (first.height() - size) / 2,
                           theme.statusPixmap(line.status, size, m_list.devicePixelRatioF()));
        first.setLeft(first.left() + size + kGap);
        second.setLeft(first.left());
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(c.textSecondary);
        write(painter, takeRight(first, painter.fontMetrics().horizontalAdvance(line.right) + 1), line.right,
              Qt::AlignRight);
        painter.setFont(theme.font(TextStyle::Text));
        painter.setPen(c.textPrimary);
        write(painter, first, line.text);
        if (line.shares.size() > 1)
            paintShares(painter, line.shares, takeRight(second, theme.scaled(kShare)));
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(line.isBad ? c.of(Status::Failed).fg : c.textSecondary);
        write(painter, second, line.detail);
    }
    void paintShares(QPainter &painter, const QList<int> &shares, const QRect &room) const
    {
        const Colors &c = themeOf(&m_list).colors();
        int x = room.left();
        for (int i = 0; i < shares.size(); ++i) {
            const int wide = room.width() * shares.at(i) / 100;
            painter.fillRect(QRect(x, room.center().y() - 2, wide, 5), i == 0   ? c.textTertiary
                                                                       : i == 1 ? c.accent.fg
                                                                                : c.series.at(i % 6));
            x += wide;
        }
    }
    void paintEnvironment(QPainter &painter, const ReleaseLine &line, const QRect &room) const
    {
        const Theme &theme = themeOf(&m_list);
        const Colors &c = theme.colors();
        const Role &role = c.of(line.environment);
        QRect first = half(room, true), second = half(room, false);
        painter.setFont(theme.font(TextStyle::Strong));
        const int high = theme.scaled(20), mark = theme.scaled(9);
        const QRect chip(first.left(), room.top(),
                         painter.fontMetrics().horizontalAdvance(line.text) + mark + 3 * kGap, high);
        drawBox(painter, chip, 4, role.soft, role.softBorder);
        drawEnvironmentShape(painter, QRect(chip.left() + kGap, chip.center().y() - mark / 2, mark, mark),
                             line.environment, role.fg);
        painter.setPen(role.fg);
        painter.drawText(chip.adjusted(2 * kGap + mark - 2, 0, 0, 0), Qt::AlignVCenter, line.text);
        first.setLeft(chip.right() + kGap);
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(line.isBad ? c.of(Status::Failed).fg : c.textPrimary);
        write(painter, first, line.right, Qt::AlignRight);
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(c.textSecondary);
        const int wide = std::min(painter.fontMetrics().horizontalAdvance(line.under) + 1, second.width());
        write(painter, takeRight(second, wide), line.under, Qt::AlignRight);
        write(painter, second, line.detail);
    }
    void paintEntry(QPainter &painter, const ReleaseLine &line, const QRect &room) const
    {
        const Theme &theme = themeOf(&m_list);
        const Colors &c = theme.colors();
        QRect first = half(room, true), second = half(room, false);
        const int size = theme.scaled(kGlyph);
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(c.textSecondary);
        int time = theme.scaled(kTime); // or what the longest of them takes
        for (const ReleaseLine &other : m_list.lines())
            time = std::max(time, painter.fontMetrics().horizontalAdvance(other.right) + 1);
        write(painter, QRect(first.left(), first.top(), time, first.height()), line.right);
        first.setLeft(first.left() + time + kGap);
        painter.drawPixmap(first.left(), first.top() + (first.height() - size) / 2,
                           theme.pixmap(line.icon, size, line.isBad ? c.of(Status::Failed).fg : c.accent.fg,
                                        m_list.devicePixelRatioF()));
        first.setLeft(first.left() + size + kGap);
        second.setLeft(first.left());
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(c.textSecondary);
        const int who = std::min(painter.fontMetrics().horizontalAdvance(line.under) + 1, room.width() / 3);
        write(painter, takeRight(first, who), line.under, Qt::AlignRight);
        write(painter, second, line.detail);
        painter.setFont(theme.font(TextStyle::Body));
        painter.setPen(c.textPrimary);
        write(painter, first, line.text);
    }

    ReleaseList &m_list;
};

ReleaseList::ReleaseList(Kind kind, QWidget *parent)
    : QListView(parent)
    , m_kind(kind)
    , m_model(new Model(*this))
{
    setModel(m_model);
    setItemDelegate(new Painter(*this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    connect(&themeOf(this), &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        fit();
    });
}

void ReleaseList::setLines(const QList<ReleaseLine> &lines, const QString &current)
{
    const QString kept = current.isEmpty() ? this->current() : current;
    m_isSetting = true;
    if (lines != m_lines)
        m_model->replace(lines);
    for (int i = 0; i < m_lines.size(); ++i)
        if (m_lines.at(i).key == kept && currentIndex().row() != i)
            setCurrentIndex(m_model->index(i));
    m_isSetting = false;
    fit();
}

QString ReleaseList::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_lines.size() ? m_lines.at(row).key : QString();
}

void ReleaseList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isSetting && current.isValid() && m_kind != Kind::Entries)
        emit chosen(m_lines.at(current.row()).key);
}

void ReleaseList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void ReleaseList::fit()
{
    const int row = themeOf(this).scaled(m_kind == Kind::Entries ? kEntryRow : kRow);
    const int high = static_cast<int>(m_lines.size()) * row;
    if (m_isFitted && m_kind == Kind::Services)
        setMaximumHeight(std::max(row, high));
    else if (m_isFitted)
        setFixedHeight(high);
}

} // namespace batuta::views
