// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/trace_tree.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace batuta::views {
namespace {

constexpr int kIndent = 16;
constexpr int kEdge = 9; // px between the mark of the critical path and the right end

} // namespace

void TraceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const auto kind = static_cast<TraceModel::Kind>(index.data(TraceModel::KindRole).toInt());
    const auto picture = static_cast<Status>(index.data(TraceModel::PictureRole).toInt());
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, c.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, mixed(c.panel, c.active, 0.45));
    QRect room = option.rect.adjusted(2, 0, -kEdge, 0);
    if (m_pathShown && kind == TraceModel::Kind::Step && index.data(TraceModel::CriticalRole).toBool())
        painter->fillRect(QRect(option.rect.right() - kEdge, option.rect.center().y() - theme.scaled(6), 3,
                                theme.scaled(13)),
                          c.critical);
    room.setRight(room.right() - 7);
    if (kind == TraceModel::Kind::Attempt) {
        room.setLeft(room.left() + theme.scaled(13) + 6);
    } else {
        const int glyph = theme.scaled(13);
        painter->drawPixmap(room.left(), option.rect.center().y() - glyph / 2,
                            theme.statusPixmap(picture, glyph, option.widget->devicePixelRatioF()));
        room.setLeft(room.left() + glyph + 6);
    }
    const int attempts = index.data(TraceModel::AttemptsRole).toInt();
    if (kind == TraceModel::Kind::Step && attempts > 1) {
        const QColor ink = c.of(picture == Status::Failed ? Status::Failed : Status::Waiting).fg;
        const QFont font = theme.font(TextStyle::MonoSmall);
        const QString count = QString::number(attempts);
        const int icon = theme.scaled(11), width = QFontMetrics(font).horizontalAdvance(count);
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(QRect(room.right() - width, room.top(), width + 1, room.height()), Qt::AlignVCenter,
                          count);
        painter->drawPixmap(room.right() - width - icon - 4, option.rect.center().y() - icon / 2,
                            theme.pixmap("retry", icon, ink, option.widget->devicePixelRatioF()));
        room.setRight(room.right() - width - icon - 10);
    }
    QFont font = theme.font(TextStyle::Body);
    if (kind == TraceModel::Kind::Run || kind == TraceModel::Kind::Group)
        font.setWeight(QFont::Medium);
    painter->setFont(font);
    const bool isMuted = kind == TraceModel::Kind::Attempt || !index.data(TraceModel::HasRunRole).toBool();
    painter->setPen(isMuted ? c.textSecondary : c.textPrimary);
    painter->drawText(
        room, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room.width()));
}

QSize TraceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, themeOf(option.widget).rowHeight()};
}

TraceTree::TraceTree(TraceModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_trace(model)
    , m_words(new TraceTreeModel(model, this))
    , m_delegate(new TraceDelegate(this))
{
    setModel(m_words);
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(kIndent);
    setFrameShape(QFrame::NoFrame);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    connect(this, &QTreeView::expanded, this, &TraceTree::rowsChanged);
    connect(this, &QTreeView::collapsed, this, &TraceTree::rowsChanged);
    connect(m_words, &QAbstractItemModel::rowsInserted, this, &TraceTree::rowsChanged);
    connect(m_words, &QAbstractItemModel::rowsRemoved, this, &TraceTree::rowsChanged);
    connect(m_words, &QAbstractItemModel::modelReset, this, [this] {
        unfoldGroups();
        emit rowsChanged();
    });
    connect(&themeOf(this), &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        emit rowsChanged();
    });
    retranslate();
}

void TraceTree::retranslate()
{
    setAccessibleName(tr("Steps of the run"));
}

void TraceTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeView::changeEvent(event);
}

void TraceTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (hasFocus() && index == currentIndex() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(*painter, option.rect, 2, themeOf(this).colors().focus, true);
}

TraceModel::Node TraceTree::currentNode() const
{
    const QModelIndex source = m_words->mapToSource(currentIndex());
    return source.isValid() ? m_trace.node(source) : TraceModel::Node{};
}

QModelIndex TraceTree::shown(const QModelIndex &source) const
{
    return m_words->mapFromSource(source);
}

void TraceTree::setCurrent(int step, int attempt)
{
    const QModelIndex index = shown(m_trace.indexOf(step, attempt));
    if (!index.isValid())
        return;
    setCurrentIndex(index); // unfolds what it is in
    scrollTo(index);
}

void TraceTree::setCurrentRow(const TraceModel::Node &node)
{
    switch (node.kind) {
    case TraceModel::Kind::Run:
        return setCurrentIndex(shown(m_trace.runIndex()));
    case TraceModel::Kind::Group: {
        const auto &steps = m_trace.groups()[static_cast<std::size_t>(node.at)].steps;
        return setCurrentIndex(shown(m_trace.indexOf(steps.front()).parent()));
    }
    case TraceModel::Kind::Step:
    case TraceModel::Kind::Attempt:
        return setCurrentIndex(shown(m_trace.indexOf(node.at, node.attempt)));
    }
}

void TraceTree::collect(const QModelIndex &parent, std::vector<TraceModel::Node> &nodes) const
{
    for (int row = 0; row < m_words->rowCount(parent); ++row) {
        const QModelIndex index = m_words->index(row, 0, parent);
        nodes.push_back(m_trace.node(m_words->mapToSource(index)));
        if (isExpanded(index))
            collect(index, nodes);
    }
}

std::vector<TraceModel::Node> TraceTree::visibleNodes() const
{
    std::vector<TraceModel::Node> nodes;
    collect({}, nodes);
    return nodes;
}

void TraceTree::unfoldGroups()
{
    const QSignalBlocker quiet(this);
    collapseAll();
    expand(shown(m_trace.runIndex()));
    for (const TraceGroup &group : m_trace.groups())
        expand(shown(m_trace.indexOf(group.steps.front()).parent()));
}

void TraceTree::foldAttempts()
{
    const auto steps = static_cast<int>(m_trace.run().steps().size());
    for (int step = 0; step < steps; ++step)
        if (m_trace.rowCount(m_trace.indexOf(step)) > 0)
            collapse(shown(m_trace.indexOf(step)));
}

void TraceTree::setFolded(int step, bool folded)
{
    setExpanded(shown(m_trace.indexOf(step)), !folded);
}

bool TraceTree::isFolded(int step) const
{
    return !isExpanded(shown(m_trace.indexOf(step)));
}

void TraceTree::setPathShown(bool shown)
{
    m_delegate->setPathShown(shown);
    viewport()->update();
}

void TraceTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentNodeChanged();
}

} // namespace batuta::views
