// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/diff_view.h"

#include "views/pages/editor/versions/version_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace batuta::views {
namespace {

using versions::ChangeKind;

constexpr int kLongestShown = 4'000; // characters of a line
constexpr int kPad = 8;
constexpr int kKeep = 4; // rows above a difference that is scrolled to

} // namespace

/// One side of a row, and where it is painted.
struct DiffView::Side
{
    const DiffLine &line;
    ChangeKind kind;
    bool isSame;
    QRect box;
};

DiffView::DiffView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    connect(&themeOf(this), &Theme::changed, this, &DiffView::dress);
    dress();
    describe();
}

void DiffView::dress()
{
    const Theme &theme = themeOf(this);
    const QFont font = theme.font(TextStyle::Code);
    viewport()->setFont(font);
    m_line = theme.lineHeight(TextStyle::Code);
    m_character = std::max(1, QFontMetrics(font).horizontalAdvance('0'));
    measure();
    viewport()->update();
}

void DiffView::setSides(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
    describe();
}

void DiffView::setRows(DiffRows rows)
{
    m_rows = std::move(rows);
    m_longest = 0;
    int lines = 0;
    for (const DiffRow &row : m_rows.rows) {
        m_longest = std::max(
            {m_longest, static_cast<int>(row.before.text.size()), static_cast<int>(row.after.text.size())});
        lines = std::max({lines, row.before.number, row.after.number});
    }
    m_longest = std::min(m_longest, kLongestShown);
    m_digits = std::max(3, static_cast<int>(QString::number(lines).size()));
    measure();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    m_present = -1;
    go(0);
}

int DiffView::gutter() const
{
    return (m_digits + 2) * m_character + 2 * kPad;
}

void DiffView::measure()
{
    const int half = viewport()->width() / 2;
    const int height = viewport()->height();
    const int all = static_cast<int>(m_rows.rows.size());
    verticalScrollBar()->setRange(0, std::max(0, all - height / m_line));
    verticalScrollBar()->setPageStep(std::max(1, height / m_line - 1));
    horizontalScrollBar()->setRange(0, std::max(0, (m_longest + 2) * m_character - (half - gutter())));
    horizontalScrollBar()->setPageStep(std::max(1, half - gutter()));
    horizontalScrollBar()->setSingleStep(4 * m_character);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void DiffView::next()
{
    go(m_present + 1);
}

void DiffView::previous()
{
    go(m_present - 1);
}

void DiffView::go(int difference)
{
    const int count = static_cast<int>(m_rows.differences.size());
    if (count == 0) {
        describe();
        viewport()->update();
        emit presentChanged();
        return;
    }
    m_present = (difference + count) % count;
    const int row = m_rows.differences[static_cast<std::size_t>(m_present)];
    const int shown = viewport()->height() / m_line;
    const int top = verticalScrollBar()->value();
    if (row < top || endOf(m_present) > top + shown)
        verticalScrollBar()->setValue(std::max(0, row - kKeep));
    describe();
    viewport()->update();
    emit presentChanged();
}

/// Behind the last row of a difference.
int DiffView::endOf(int difference) const
{
    auto row = static_cast<std::size_t>(m_rows.differences[static_cast<std::size_t>(difference)]);
    while (row < m_rows.rows.size() && !m_rows.rows[row].isSame)
        ++row;
    return static_cast<int>(row);
}

void DiffView::describe()
{
    setAccessibleName(tr("Differences between %1 and %2: %3").arg(m_before, m_after, linesSentence(m_rows)));
    QString now;
    if (m_present >= 0) {
        const DiffRow &row =
            m_rows.rows[static_cast<std::size_t>(m_rows.differences[static_cast<std::size_t>(m_present)])];
        const int count = static_cast<int>(m_rows.differences.size());
        now = tr("Difference %1 of %2").arg(m_present + 1).arg(count);
        if (row.before.number > 0)
            now = tr("%1. Line %2 was: %3").arg(now).arg(row.before.number).arg(row.before.text.trimmed());
        if (row.after.number > 0)
            now = tr("%1. Line %2 is: %3").arg(now).arg(row.after.number).arg(row.after.text.trimmed());
    }
    setAccessibleDescription(now);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

/// As a patch has it: lines that are gone, then lines that came.
void DiffView::copy() const
{
    if (m_present < 0)
        return;
    QString gone, come;
    for (int i = m_rows.differences[static_cast<std::size_t>(m_present)]; i < endOf(m_present); ++i) {
        const DiffRow &row = m_rows.rows[static_cast<std::size_t>(i)];
        if (row.before.number > 0)
            gone += "-" + row.before.text + "\n";
        if (row.after.number > 0)
            come += "+" + row.after.text + "\n";
    }
    QGuiApplication::clipboard()->setText(gone + come);
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const bool isShifted = event->modifiers() & Qt::ShiftModifier;
    if (event->matches(QKeySequence::Copy))
        return copy();
    switch (event->key()) {
    case Qt::Key_N:
    case Qt::Key_F3:
        return isShifted ? previous() : next();
    case Qt::Key_Home:
        return bar->setValue(bar->minimum());
    case Qt::Key_End:
        return bar->setValue(bar->maximum());
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DiffView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QAbstractScrollArea::changeEvent(event);
}

void DiffView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.setFont(viewport()->font());
    painter.fillRect(viewport()->rect(), c.canvas);
    const int top = verticalScrollBar()->value();
    const int shown = viewport()->height() / m_line + 1;
    for (int i = 0; i < shown && top + i < static_cast<int>(m_rows.rows.size()); ++i)
        paintRow(painter, top + i, i * m_line);
    painter.fillRect(QRect(viewport()->width() / 2, 0, 1, viewport()->height()), c.borderStrong);
    if (hasFocus())
        drawFocusRing(painter, QRectF(viewport()->rect()), 0, c.focus, true);
}

void DiffView::paintRow(QPainter &painter, int index, int top) const
{
    const DiffRow &row = m_rows.rows[static_cast<std::size_t>(index)];
    const int half = viewport()->width() / 2, whole = viewport()->width();
    const bool isBoth = row.before.number > 0 && row.after.number > 0;
    paintSide(painter, {row.before, isBoth ? ChangeKind::Changed : ChangeKind::Removed, row.isSame,
                        QRect(0, top, half, m_line)});
    paintSide(painter, {row.after, isBoth ? ChangeKind::Changed : ChangeKind::Added, row.isSame,
                        QRect(half + 1, top, whole - half - 1, m_line)});
    const bool isPresent = m_present >= 0 && !row.isSame &&
                           index >= m_rows.differences[static_cast<std::size_t>(m_present)] &&
                           index < endOf(m_present);
    if (isPresent)
        painter.fillRect(QRect(0, top, 3, m_line), themeOf(this).colors().accent.fg);
}

void DiffView::paintSide(QPainter &painter, const Side &side) const
{
    const Colors &c = themeOf(this).colors();
    const bool isBefore = side.box.left() == 0;
    const Role &role = c.of(changeStatus(isBefore ? ChangeKind::Removed : ChangeKind::Added));
    if (side.line.number == 0)
        return painter.fillRect(side.box, side.isSame ? c.canvas : c.raised);
    if (!side.isSame)
        painter.fillRect(side.box, isBefore ? c.code.delBg : c.code.addBg);
    painter.save();
    const int numbers = m_digits * m_character;
    const QRect number(side.box.left() + kPad, side.box.top(), numbers, m_line);
    painter.setPen(side.isSame ? c.textTertiary : c.textPrimary);
    painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, QString::number(side.line.number));
    const QRect sign(number.right() + m_character / 2, side.box.top(), 2 * m_character, m_line);
    painter.setPen(role.fg);
    if (!side.isSame)
        painter.drawText(sign, Qt::AlignCenter, changeGlyph(side.kind));
    const QRect area = side.box.adjusted(gutter(), 0, 0, 0);
    painter.setClipRect(area);
    const QString text = side.line.text.left(kLongestShown);
    const QFontMetrics metrics = painter.fontMetrics();
    const int x = area.left() - horizontalScrollBar()->value();
    for (const DiffSpan &span : side.line.spans) {
        const int from = metrics.horizontalAdvance(text, span.from);
        const int to = metrics.horizontalAdvance(text, std::min<int>(span.from + span.size, text.size()));
        const QRectF box(x + from, side.box.top() + 1, to - from, m_line - 2);
        drawBox(painter, box, 2, mixed(isBefore ? c.code.delBg : c.code.addBg, role.fg, 0.3), {});
    }
    painter.setPen(c.textPrimary);
    const int wide = metrics.horizontalAdvance(text) + m_character;
    painter.drawText(QRect(x, side.box.top(), wide, m_line),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    painter.restore();
}

} // namespace batuta::views
