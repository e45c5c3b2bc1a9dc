// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/overview/section_delegate.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

constexpr int kSectionInset = 14, kGlyph = 13, kGap = 10, kPitch = 14, kTick = 4;
constexpr int kAttentionRow = 36, kFlowTitles = 26;
constexpr int kMostTicks = 46, kFewTicks = 16, kNameWidth = 150;

void write(QPainter &painter, const QRect &room, const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    if (room.width() <= 0)
        return;
    painter.drawText(room, alignment | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

/// Takes so much from the right of `room`.
QRect takeRight(QRect &room, int width)
{
    const QRect taken(room.right() - width + 1, room.top(), width, room.height());
    room.setRight(taken.left() - kGap);
    return taken;
}

} // namespace

FlowColumns::FlowColumns(const QRect &row, const Theme &theme)
{
    QRect room = row.adjusted(kSectionInset, 0, -kSectionInset, 0);
    change = takeRight(room, theme.scaled(76));
    p95 = takeRight(room, theme.scaled(70));
    // What is left for the name and the strip, once success and runs have theirs.
    const int others = theme.scaled(80) + theme.scaled(72) + theme.scaled(kNameWidth) + 4 * kGap;
    const auto fitting = [&] { return std::min((room.width() - others) / kTick, kMostTicks); };
    const int p50Width = theme.scaled(70);
    room.setRight(room.right() - p50Width - kGap);
    ticks = fitting();
    room.setRight(room.right() + p50Width + kGap);
    if (ticks >= kFewTicks)
        p50 = takeRight(room, p50Width);
    else // a narrow window does without the median sooner than without the name
        ticks = std::max(fitting(), 0);
    recent = takeRight(room, ticks * kTick + kGap);
    success = takeRight(room, theme.scaled(80));
    runs = takeRight(room, theme.scaled(72));
    name = room;
}

ServiceColumns::ServiceColumns(const QRect &row, const Theme &theme)
{
    QRect room = row.adjusted(kSectionInset, 0, -kSectionInset, 0);
    p95 = takeRight(room, theme.scaled(72));
    requests = takeRight(room, theme.scaled(64));
    instances = takeRight(room, theme.scaled(44));
    name = room;
}

SectionDelegate::SectionDelegate(SectionList::Kind kind, SectionList *list)
    : QStyledItemDelegate(list)
    , m_kind(kind)
    , m_list(list)
{
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const Theme &theme = themeOf(m_list);
    return {100, m_kind == SectionList::Kind::Attention ? theme.scaled(kAttentionRow) : theme.rowHeight()};
}

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const OverviewLine *line = m_list->lineAt(index.row());
    if (!line)
        return;
    const Colors &c = themeOf(m_list).colors();
    m_list->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, m_list);
    if (m_kind != SectionList::Kind::Activity)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          c.borderSubtle);
    const QRect room = option.rect.adjusted(kSectionInset, 0, -kSectionInset, -1);
    switch (m_kind) {
    case SectionList::Kind::Attention:
        paintAttention(*painter, *line, room);
        break;
    case SectionList::Kind::Running:
        paintRunning(*painter, *line, room);
        break;
    case SectionList::Kind::Flows:
        paintFlow(*painter, *line, option.rect);
        break;
    case SectionList::Kind::Services:
        paintService(*painter, *line, option.rect);
        break;
    case SectionList::Kind::Activity:
        paintActivity(*painter, *line, room);
        break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(*painter, option.rect, 4, c.focus, true);
}

QRect SectionDelegate::buttonOf(const OverviewLine &line, const QRect &row, const QWidget *widget)
{
    if (line.action.isEmpty())
        return {};
    const Theme &theme = themeOf(widget);
    const int wide = QFontMetrics(theme.font(TextStyle::Strong)).horizontalAdvance(line.action) + 18;
    const int high = theme.scaled(24);
    return {row.right() - kSectionInset - wide, row.top() + (row.height() - high) / 2, wide, high};
}

QString SectionDelegate::runAt(const OverviewLine &line, const QRect &row, const QPoint &at,
                               const QWidget *widget)
{
    if (line.ticks.isEmpty())
        return {};
    const FlowColumns columns(row, themeOf(widget));
    const QRect strip = columns.recent.adjusted(kGap, 0, 0, 0);
    const qsizetype tick = columns.firstTick(line.ticks.size()) + (at.x() - strip.left()) / kTick;
    return strip.contains(at) && tick < line.ticks.size() ? line.ticks.at(tick).run : QString();
}

void SectionDelegate::paintGlyph(QPainter &painter, const OverviewLine &line, QRect &room) const
{
    const Theme &theme = themeOf(m_list);
    const qreal ratio = m_list->devicePixelRatioF();
    const int size = theme.scaled(kGlyph);
    const int y = room.top() + (room.height() - size) / 2;
    const QColor ink = m_kind == SectionList::Kind::Activity && line.status == Status::Queued
                           ? theme.colors().textSecondary
                           : theme.colors().of(line.status).fg;
    painter.drawPixmap(room.left(), y,
                       line.icon.isEmpty() ? theme.statusPixmap(line.status, size, ratio)
                                           : theme.pixmap(line.icon, size, ink, ratio));
    room.setLeft(room.left() + size + kGap);
}

void SectionDelegate::paintAttention(QPainter &painter, const OverviewLine &line, QRect room) const
{
    const Theme &theme = themeOf(m_list);
    const Colors &c = theme.colors();
    const QRect row = room.adjusted(-kSectionInset, 0, kSectionInset, 0);
    paintGlyph(painter, line, room);
    const QRect button = buttonOf(line, row, m_list);
    drawBox(painter, button, 4, c.raised, c.borderStrong);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    painter.drawText(button, Qt::AlignCenter, line.action);
    room.setRight(row.right() - kSectionInset - theme.scaled(110));
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textTertiary);
    write(painter, takeRight(room, theme.scaled(92)), line.time, Qt::AlignRight);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    write(painter, room, line.text);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(line.text) + kGap);
    if (room.width() < theme.scaled(40))
        return;
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textSecondary);
    write(painter, room, line.detail);
}

void SectionDelegate::paintRunning(QPainter &painter, const OverviewLine &line, QRect room) const
{
    const Theme &theme = themeOf(m_list);
    const Colors &c = theme.colors();
    paintGlyph(painter, line, room);
    painter.setFont(theme.font(TextStyle::Mono));
    painter.setPen(c.textPrimary);
    QRect subject = takeRight(room, theme.scaled(100));
    write(painter, takeRight(room, theme.scaled(76)), line.time, Qt::AlignRight);
    painter.setPen(c.textSecondary);
    write(painter, subject.adjusted(6, 0, 0, 0), line.figures.value(0));
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    const int name = theme.scaled(150), id = theme.scaled(84), pitch = theme.scaled(kPitch);
    write(painter, {room.left(), room.top(), name, room.height()}, line.text);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textTertiary);
    write(painter, {room.left() + name + 6, room.top(), id, room.height()}, line.id);
    int x = room.left() + name + id + kGap;
    const int side = pitch - 2, y = room.top() + (room.height() - side) / 2;
    const int detail = theme.scaled(120);
    for (const char cell : line.cells) {
        if (x + pitch > room.right() - detail)
            break;
        const auto status = static_cast<Status>(cell);
        drawStatusBar(painter, QRectF(x, y, side, side), status, c, theme.patterns());
        x += pitch;
    }
    room.setLeft(x + kGap);
    painter.setPen(c.textSecondary);
    write(painter, room, line.detail);
}

void SectionDelegate::paintFlow(QPainter &painter, const OverviewLine &line, const QRect &row) const
{
    const Theme &theme = themeOf(m_list);
    const Colors &c = theme.colors();
    const FlowColumns columns(row.adjusted(0, 0, 0, -1), theme);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    write(painter, columns.name, line.text);
    painter.setFont(theme.font(TextStyle::Mono));
    write(painter, columns.runs, line.figures.value(0), Qt::AlignRight);
    write(painter, columns.p50, line.figures.value(2), Qt::AlignRight);
    write(painter, columns.p95, line.figures.value(3), Qt::AlignRight);
    painter.setPen(line.isBad ? c.of(Status::Failed).fg : c.textPrimary);
    write(painter, columns.success, line.figures.value(1), Qt::AlignRight);
    painter.setPen(line.isSlow ? c.of(Status::Waiting).fg : c.textTertiary);
    write(painter, columns.change, line.figures.value(4), Qt::AlignRight);
    const qreal room = columns.recent.height() - 8;
    qreal x = columns.recent.left() + kGap;
    for (qsizetype i = columns.firstTick(line.ticks.size()); i < line.ticks.size(); ++i) {
        const OverviewLine::Tick &tick = line.ticks.at(i);
        const qreal high = std::max(2.0, room * tick.height);
        const QColor solid = c.of(tick.status).solid;
        painter.fillRect(QRectF(x, columns.recent.bottom() - 4 - high, kTick - 1, high),
                         tick.status == Status::Success ? mixed(c.panel, solid, 0.6) : solid);
        x += kTick;
    }
}

void SectionDelegate::paintService(QPainter &painter, const OverviewLine &line, const QRect &row) const
{
    const Theme &theme = themeOf(m_list);
    const Colors &c = theme.colors();
    ServiceColumns columns(row.adjusted(0, 0, 0, -1), theme);
    paintGlyph(painter, line, columns.name);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    write(painter, columns.name, line.text);
    painter.setFont(theme.font(TextStyle::Mono));
    const QRect rooms[] = {columns.instances, columns.requests, columns.p95};
    for (qsizetype i = 0; i < 3; ++i)
        write(painter, rooms[i], line.figures.value(i), Qt::AlignRight);
}

void SectionDelegate::paintActivity(QPainter &painter, const OverviewLine &line, QRect room) const
{
    const Theme &theme = themeOf(m_list);
    const Colors &c = theme.colors();
    paintGlyph(painter, line, room);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textTertiary);
    write(painter, takeRight(room, theme.scaled(54)), line.time, Qt::AlignRight);
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textSecondary);
    const int who = std::min(painter.fontMetrics().horizontalAdvance(line.detail) + kGap, room.width() / 3);
    write(painter, takeRight(room, who), line.detail, Qt::AlignRight);
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(c.textPrimary);
    write(painter, room, line.text);
}

SectionTitles::SectionTitles(SectionList::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setFixedHeight(themeOf(this).scaled(kFlowTitles));
}

void SectionTitles::setTexts(const QStringList &texts)
{
    m_texts = texts;
    update();
}

void SectionTitles::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.raised);
    painter.fillRect(0, height() - 1, width(), 1, c.borderSubtle);
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textTertiary);
    const FlowColumns flow(rect(), theme);
    const ServiceColumns service(rect(), theme);
    const QRect recent = flow.recent.adjusted(kGap, 0, 0, 0);
    const QList<QRect> rooms =
        m_kind == SectionList::Kind::Flows
            ? QList{flow.name, flow.runs, flow.success, recent, flow.p50, flow.p95, flow.change}
            : QList{service.name, service.instances, service.requests, service.p95};
    for (qsizetype i = 0; i < rooms.size(); ++i)
        write(painter, rooms[i], m_texts.value(i),
              i == 0 || rooms[i] == recent ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace batuta::views
