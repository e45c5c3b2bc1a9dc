// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/pair_table.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kPairInset = 8;
constexpr int kMostLines = 4;

} // namespace

PairTable::PairTable(QList<InspectorPair> pairs, QWidget *parent)
    : QWidget(parent)
    , m_pairs(std::move(pairs))
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    connect(&themeOf(this), &Theme::changed, this, &PairTable::dress);
    describe();
}

void PairTable::dress()
{
    m_rows = layOut(width());
    updateGeometry();
    update();
}

/// As wide as the longest name, within bounds.
int PairTable::keyWidth(int width) const
{
    const auto isNamed = [](const InspectorPair &pair) { return !pair.key.isEmpty(); };
    if (std::none_of(m_pairs.begin(), m_pairs.end(), isNamed))
        return 0;
    const QFontMetrics metrics(themeOf(this).font(TextStyle::MonoSmall));
    int widest = 0;
    for (const InspectorPair &pair : m_pairs)
        widest = std::max(widest, metrics.horizontalAdvance(pair.key));
    return std::clamp(widest + 2 * kPairInset + 1, width / 4, width * 11 / 20);
}

std::vector<PairTable::Row> PairTable::layOut(int width) const
{
    const Theme &theme = themeOf(this);
    const int line = theme.lineHeight(TextStyle::MonoSmall) + 1;
    const int room = std::max(20, width - keyWidth(width) - 2 * kPairInset);
    std::vector<Row> rows;
    int top = 0;
    for (const InspectorPair &pair : m_pairs) {
        Row row;
        row.value = std::make_unique<QTextLayout>(pair.value, theme.font(TextStyle::MonoSmall));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        row.value->setTextOption(option);
        row.value->beginLayout();
        int lines = 0;
        for (; lines < kMostLines; ++lines) {
            QTextLine text = row.value->createLine();
            if (!text.isValid())
                break;
            text.setLineWidth(room);
            text.setPosition(QPointF(0, lines * line));
        }
        row.value->endLayout();
        row.top = top;
        row.height = theme.scaled(25) + std::max(0, lines - 1) * line;
        top += row.height;
        rows.push_back(std::move(row));
    }
    return rows;
}

int PairTable::heightForWidth(int width) const
{
    const std::vector<Row> rows = layOut(width);
    return rows.empty() ? 0 : rows.back().top + rows.back().height + 1;
}

QSize PairTable::sizeHint() const
{
    return {200, heightForWidth(std::max(200, width()))};
}

void PairTable::resizeEvent(QResizeEvent *)
{
    m_rows = layOut(width());
}

void PairTable::paintEvent(QPaintEvent *)
{
    const Colors &c = themeOf(this).colors();
    QPainter painter(this);
    drawBox(painter, QRectF(rect()), 4, c.canvas, c.borderSubtle);
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        paintRow(painter, row);
    if (const int split = keyWidth(width()); split > 0)
        painter.fillRect(QRect(split, 1, 1, height() - 2), c.borderSubtle);
    if (hasFocus() && m_current < 0)
        drawFocusRing(painter, QRectF(rect()), 4, c.focus, true);
}

void PairTable::paintRow(QPainter &painter, int at) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const Row &row = m_rows[static_cast<std::size_t>(at)];
    const InspectorPair &pair = m_pairs[at];
    const QRect area(1, row.top, width() - 2, row.height);
    if (at == m_current && hasFocus())
        painter.fillRect(area.adjusted(0, 1, 0, 0), c.selection);
    if (at > 0)
        painter.fillRect(QRect(1, row.top, width() - 2, 1), c.borderSubtle);
    const int line = theme.scaled(25);
    const int split = keyWidth(width());
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.code.key);
    const QRect key(kPairInset, row.top, split - 2 * kPairInset, line);
    painter.drawText(key, static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(pair.key, Qt::ElideMiddle, key.width()));
    painter.setPen(pair.kind == InspectorPair::Kind::Expression ? c.code.variable
                   : pair.kind == InspectorPair::Kind::Literal  ? c.code.string
                                                                : c.textSecondary);
    const int text = theme.lineHeight(TextStyle::MonoSmall);
    painter.save();
    painter.setClipRect(area);
    row.value->draw(&painter, QPointF(split + kPairInset, row.top + (line - text) / 2.0));
    painter.restore();
    if (at == m_current && hasFocus())
        drawFocusRing(painter, QRectF(area), 2, c.focus, true);
}

void PairTable::keyPressEvent(QKeyEvent *event)
{
    const auto last = static_cast<int>(m_pairs.size()) - 1;
    if (event->matches(QKeySequence::Copy) && m_current >= 0)
        QGuiApplication::clipboard()->setText(m_pairs[m_current].value);
    else if (event->key() == Qt::Key_Down && m_current < last)
        setCurrent(m_current + 1);
    else if (event->key() == Qt::Key_Up && m_current > 0)
        setCurrent(m_current - 1);
    else
        QWidget::keyPressEvent(event);
}

void PairTable::mousePressEvent(QMouseEvent *event)
{
    setCurrent(rowAt(event->pos()));
}

void PairTable::setCurrent(int row)
{
    m_current = row;
    describe();
    update();
}

int PairTable::rowAt(const QPoint &at) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (at.y() >= m_rows[i].top && at.y() < m_rows[i].top + m_rows[i].height)
            return static_cast<int>(i);
    return -1;
}

bool PairTable::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        if (row < 0)
            return true;
        QStringList hint{m_pairs[row].key, m_pairs[row].value};
        if (!m_pairs[row].hint.isEmpty() && m_pairs[row].hint != m_pairs[row].value)
            hint << m_pairs[row].hint;
        QToolTip::showText(help->globalPos(), hint.join('\n'), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

/// The row in focus comes first, then all of them.
void PairTable::describe()
{
    QStringList lines;
    if (m_current >= 0)
        lines << m_pairs[m_current].key + ": " + m_pairs[m_current].value;
    for (const InspectorPair &pair : m_pairs)
        lines << pair.key + ": " + pair.value;
    setAccessibleDescription(lines.join('\n'));
}

} // namespace batuta::views
