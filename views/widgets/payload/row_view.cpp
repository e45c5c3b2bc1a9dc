// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/payload/row_view.h"

#include "views/models/text.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/payload/row_colors.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <climits>

namespace batuta::views {
namespace {

constexpr int kInset = 10;
constexpr std::size_t kMostCopied = std::size_t{64} << 20; // bytes: a clipboard holds it once more

} // namespace

RowView::RowView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&themeOf(this), &Theme::changed, this, &RowView::size);
    retranslate();
}

void RowView::retranslate()
{
    setAccessibleName(tr("Content"));
    setAccessibleDescription(tr("%n line(s); the tree says the same row by row.", nullptr,
                                static_cast<int>(std::min<std::size_t>(m_rows.size(), INT_MAX))));
}

void RowView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractScrollArea::changeEvent(event);
}

void RowView::setText(std::shared_ptr<const std::string> text, Language language)
{
    m_rows = TextRows(std::move(text));
    m_language = language;
    m_anchor = m_caret = 0;
    setPlaces({}, 0);
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    size();
    retranslate();
}

void RowView::setPlaces(std::vector<std::uint32_t> places, std::size_t length)
{
    m_places = std::move(places);
    m_placeLength = length;
    m_current = -1;
    viewport()->update();
}

void RowView::setCurrentPlace(int place)
{
    m_current = place;
    if (place >= 0 && place < static_cast<int>(m_places.size())) {
        const std::size_t offset = m_places[static_cast<std::size_t>(place)];
        const auto row = static_cast<int>(m_rows.rowAt(offset));
        const int page = std::max(1, verticalScrollBar()->pageStep());
        const int top = verticalScrollBar()->value();
        if (row < top || row >= top + page)
            verticalScrollBar()->setValue(row - page / 3);
        QTextLayout layout;
        layOut(layout, static_cast<std::size_t>(row));
        const auto line = layout.lineAt(0);
        const std::string_view bytes = m_rows.row(static_cast<std::size_t>(row));
        const qreal x =
            line.cursorToX(positionOf(bytes, offset - m_rows.start(static_cast<std::size_t>(row))));
        const int left = horizontalScrollBar()->value();
        if (x < left || x > left + viewport()->width() - 4 * kInset)
            horizontalScrollBar()->setValue(static_cast<int>(x) - viewport()->width() / 3);
    }
    viewport()->update();
}

int RowView::rowHeight() const
{
    return themeOf(this).lineHeight(TextStyle::Code);
}

void RowView::size()
{
    const int page = std::max(1, viewport()->height() / rowHeight());
    const int digit = QFontMetrics(themeOf(this).font(TextStyle::Code)).horizontalAdvance('0');
    const auto wide = static_cast<int>(m_rows.longest()) * digit + 2 * kInset;
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_rows.size()) - page + 1));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(digit * 4);
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    viewport()->update();
}

void RowView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    size();
}

int RowView::positionOf(std::string_view row, std::size_t bytes)
{
    return static_cast<int>(textOf(row.substr(0, std::min(bytes, row.size()))).size());
}

void RowView::layOut(QTextLayout &layout, std::size_t row) const
{
    const QString text = textOf(m_rows.row(row));
    layout.setText(text);
    layout.setFont(themeOf(this).font(TextStyle::Code));
    if (m_language == Language::Json)
        layout.setFormats(colorsOfRow(text, m_rows.isContinued(row), themeOf(this).colors().code));
    layout.setCacheEnabled(true);
    layout.beginLayout();
    layout.createLine().setNumColumns(INT_MAX / 4);
    layout.endLayout();
}

void RowView::tint(QTextLayout &layout, std::size_t row, std::pair<std::size_t, std::size_t> bytes,
                   const QColor &color) const
{
    const std::string_view text = m_rows.row(row);
    const std::size_t begin = m_rows.start(row), end = begin + text.size();
    if (bytes.second < begin || bytes.first > end || bytes.first == bytes.second)
        return;
    QList<QTextLayout::FormatRange> formats = layout.formats();
    QTextLayout::FormatRange range;
    range.start = positionOf(text, std::max(bytes.first, begin) - begin);
    range.length = positionOf(text, std::min(bytes.second, end) - begin) - range.start;
    range.format.setBackground(color);
    formats.append(range);
    layout.setFormats(formats);
}

void RowView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(viewport()->rect(), c.canvas);
    const int height = rowHeight(), left = kInset - horizontalScrollBar()->value();
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    painter.setPen(c.textPrimary);
    for (auto row = static_cast<std::size_t>(verticalScrollBar()->value());
         row < m_rows.size() && painter.viewport().height() > 0; ++row) {
        const int y = kInset / 2 + (static_cast<int>(row) - verticalScrollBar()->value()) * height;
        if (y > viewport()->height())
            break;
        QTextLayout layout;
        layOut(layout, row);
        tint(layout, row, {from, to}, c.selection);
        const std::size_t begin = m_rows.start(row), end = begin + m_rows.row(row).size();
        const auto place = std::lower_bound(m_places.begin(), m_places.end(),
                                            begin > m_placeLength ? begin - m_placeLength : 0);
        for (auto at = place; at != m_places.end() && *at < end; ++at)
            tint(layout, row, {*at, *at + m_placeLength},
                 at - m_places.begin() == m_current ? c.of(Status::Waiting).softBorder
                                                    : c.of(Status::Waiting).soft);
        if (!layout.formats().isEmpty()) { // formats that came after the layout take a new one
            layout.beginLayout();
            layout.createLine().setNumColumns(INT_MAX / 4);
            layout.endLayout();
        }
        layout.draw(&painter, QPointF(left, y));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, viewport()->rect(), 0, c.focus, true);
}

std::size_t RowView::offsetAt(const QPoint &at) const
{
    if (m_rows.size() == 0)
        return 0;
    const int line = std::max(0, at.y() - kInset / 2) / rowHeight() + verticalScrollBar()->value();
    const std::size_t row = std::min(m_rows.size() - 1, static_cast<std::size_t>(std::max(0, line)));
    QTextLayout layout;
    layOut(layout, row);
    const int position = layout.lineAt(0).xToCursor(at.x() - kInset + horizontalScrollBar()->value());
    return m_rows.start(row) + static_cast<std::size_t>(layout.text().left(position).toUtf8().size());
}

void RowView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_caret = offsetAt(event->position().toPoint());
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = m_caret;
    viewport()->update();
}

void RowView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_caret = offsetAt(event->position().toPoint());
    const int y = static_cast<int>(event->position().y());
    if (y < 0 || y > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (y < 0 ? -1 : 1));
    viewport()->update();
}

/// The word below the pointer.
void RowView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const std::string &text = m_rows.text();
    const auto isWord = [&](std::size_t at) {
        const auto c = static_cast<unsigned char>(text[at]);
        return c >= 0x80 || std::isalnum(c) || c == '_' || c == '-';
    };
    m_anchor = m_caret = offsetAt(event->position().toPoint());
    while (m_anchor > 0 && isWord(m_anchor - 1))
        --m_anchor;
    while (m_caret < text.size() && isWord(m_caret))
        ++m_caret;
    viewport()->update();
}

void RowView::selectAll()
{
    m_anchor = 0;
    m_caret = m_rows.text().size();
    viewport()->update();
}

QString RowView::selectedText() const
{
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    return textOf(std::string_view(m_rows.text()).substr(from, std::min(to - from, kMostCopied)));
}

void RowView::copy() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->matches(QKeySequence::Copy))
        return copy();
    QScrollBar &scroll = *verticalScrollBar();
    if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home)
        return scroll.setValue(0);
    if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End)
        return scroll.setValue(scroll.maximum());
    QAbstractScrollArea::keyPressEvent(event);
}

} // namespace batuta::views
