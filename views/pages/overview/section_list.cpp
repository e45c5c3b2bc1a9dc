// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/overview/section_list.h"

#include "views/pages/overview/section_delegate.h"

#include <QEvent>
#include <QMouseEvent>

#include <algorithm>

namespace batuta::views {

void OverviewLines::setLines(QList<OverviewLine> lines)
{
    const bool isSame = std::ranges::equal(lines, m_lines, {}, &OverviewLine::key, &OverviewLine::key);
    if (!isSame)
        beginResetModel();
    m_lines = std::move(lines);
    if (!isSame)
        endResetModel();
    else if (!m_lines.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const OverviewLine *OverviewLines::line(int row) const
{
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

int OverviewLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant OverviewLines::data(const QModelIndex &index, int role) const
{
    const OverviewLine *found = index.isValid() ? line(index.row()) : nullptr;
    if (!found)
        return {};
    if (role == Qt::DisplayRole)
        return found->text;
    if (role == Qt::ToolTipRole && !found->detail.isEmpty())
        return found->text + '\n' + found->detail;
    if (role == Qt::AccessibleTextRole) {
        QStringList said{found->text, found->id, found->detail};
        said << found->figures << found->time << found->action;
        said.removeAll(QString());
        return said.join(", ");
    }
    return {};
}

SectionList::SectionList(Kind kind, QWidget *parent)
    : QListView(parent)
    , m_kind(kind)
    , m_model(new OverviewLines(this))
{
    setModel(m_model);
    setItemDelegate(new SectionDelegate(kind, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractItemView::doubleClicked, this, &SectionList::openCurrent);
    fitHeight();
}

void SectionList::setLines(const QList<OverviewLine> &lines)
{
    const OverviewLine *before = current();
    const QString key = before ? before->key : QString();
    m_model->setLines(lines);
    if (!key.isEmpty() && (!current() || current()->key != key))
        for (int row = 0; row < count(); ++row)
            if (lineAt(row)->key == key)
                setCurrentIndex(m_model->index(row));
    fitHeight();
}

const OverviewLine *SectionList::current() const
{
    return m_model->line(currentIndex().row());
}

void SectionList::openCurrent()
{
    if (const OverviewLine *line = current(); line && !line->address.view.isEmpty())
        emit opened(line->address);
}

void SectionList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const OverviewLine *line = index.isValid() ? m_model->line(index.row()) : nullptr;
    if (!line || event->button() != Qt::LeftButton)
        return;
    const QRect row = visualRect(index);
    const QString run = SectionDelegate::runAt(*line, row, event->pos(), this);
    if (!run.isEmpty())
        emit opened({"run", run, {}});
    else if (SectionDelegate::buttonOf(*line, row, this).contains(event->pos()))
        emit opened(line->address);
}

/// Whoever comes by key stands on a line.
void SectionList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && count() > 0)
        setCurrentIndex(m_model->index(0));
    emit currentLineChanged();
}

void SectionList::currentChanged(const QModelIndex &now, const QModelIndex &previous)
{
    QListView::currentChanged(now, previous);
    emit currentLineChanged();
}

void SectionList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void SectionList::fitHeight()
{
    if (m_model)
        setFixedHeight(std::max(1, count() * itemDelegate()->sizeHint({}, {}).height()));
}

} // namespace batuta::views
