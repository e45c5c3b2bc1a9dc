// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/runs_header.h"

#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {

RunsHeader::RunsHeader(QWidget *strip, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_strip(strip)
{
    strip->setParent(this);
    strip->hide();
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusPolicy(Qt::NoFocus);
}

int RunsHeader::sectionsHeight() const
{
    return themeOf(this).scaled(26);
}

QSize RunsHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), sectionsHeight() + m_stripHeight};
}

void RunsHeader::setStripHeight(int height)
{
    m_stripHeight = height;
    m_strip->setVisible(height > 0);
    place();
}

void RunsHeader::place()
{
    m_strip->setGeometry(0, sectionsHeight(), width(), m_stripHeight);
    m_strip->raise();
}

void RunsHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    place();
}

void RunsHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const QRect own(rect.x(), rect.y(), rect.width(), sectionsHeight());
    painter->fillRect(own, c.raised);
    painter->fillRect(QRect(own.x(), own.bottom(), own.width(), 1), c.borderSubtle);
    const bool isFirst = visualIndex(section) == 0;
    const QRect text = own.adjusted(isFirst ? 14 : 8, 0, -8, 0);
    const auto alignment =
        model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString name = model()->headerData(section, Qt::Horizontal).toString();
    QFont font = theme.font(TextStyle::Caption);
    font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(c.textTertiary);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const int arrow = isSorted ? theme.scaled(12) : 0;
    const QString shown = painter->fontMetrics().elidedText(name, Qt::ElideRight, text.width() - arrow);
    painter->drawText(text, static_cast<int>(alignment), shown);
    if (isSorted)
        painter->drawPixmap(text.x() + painter->fontMetrics().horizontalAdvance(shown) + 3,
                            own.center().y() - arrow / 2,
                            theme.pixmap(sortIndicatorOrder() == Qt::DescendingOrder ? "arrowd" : "arrowu",
                                         arrow, c.textSecondary, devicePixelRatioF()));
}

} // namespace batuta::views
