// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/change_list.h"

#include "engine/base/text.h"
#include "views/pages/editor/versions/version_words.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>

namespace batuta::views {
namespace {

using versions::ChangeKind;

constexpr int kStepRole = Qt::UserRole + 1;
constexpr int kValueLongestShown = 400; // characters of a value

QString valueWord(const std::optional<std::string> &value)
{
    return value ? QString::fromStdString(*value).simplified().left(kValueLongestShown) : QString();
}

} // namespace

ChangeList::ChangeList(QWidget *parent)
    : QTreeView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    header()->setStretchLastSection(true);
    connect(&themeOf(this), &Theme::changed, this, &ChangeList::fill);
    fill();
}

void ChangeList::present(const Comparison &comparison)
{
    m_diff = comparison.steps;
    fill();
}

void ChangeList::fill()
{
    m_isSelecting = true;
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("What"), tr("Before"), tr("After")});
    setAccessibleName(tr("Differences, step by step"));
    if (!m_diff.fields.empty()) {
        QStandardItem *flow = addRow(ChangeKind::Changed, tr("the flow itself"), {});
        for (const versions::FieldChange &field : m_diff.fields)
            addField(flow, field);
    }
    for (const versions::StepChange &change : m_diff.steps)
        addStep(change);
    for (const versions::EdgeChange &edge : m_diff.edges)
        addEdge(edge);
    if (m_diff.hasOtherOrder)
        addRow(ChangeKind::Changed, tr("the order of steps"), {});
    expandAll();
    for (int row = 0; row < m_model->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true); // what has changed, by its whole name
    shareWidth();
    m_isSelecting = false;
}

void ChangeList::shareWidth()
{
    const int wide = viewport()->width();
    setColumnWidth(0, wide / 2);
    setColumnWidth(1, wide / 4);
}

void ChangeList::resizeEvent(QResizeEvent *event)
{
    shareWidth();
    QTreeView::resizeEvent(event);
}

QStandardItem *ChangeList::addRow(ChangeKind kind, const QString &words, const QString &step)
{
    auto *item =
        new QStandardItem(tr("%1 %2 %3", "sign, word, name").arg(changeGlyph(kind), changeWord(kind), words));
    item->setData(step, kStepRole);
    item->setSizeHint({0, themeOf(this).rowHeight()});
    item->setData(themeOf(this).colors().of(changeStatus(kind)).fg, Qt::ForegroundRole);
    m_model->appendRow({item, new QStandardItem, new QStandardItem});
    return item;
}

void ChangeList::addStep(const versions::StepChange &change)
{
    const QString step = QString::fromStdString(change.step);
    QStandardItem *item = addRow(change.kind, step, step);
    for (const versions::FieldChange &field : change.fields)
        addField(item, field);
}

void ChangeList::addEdge(const versions::EdgeChange &edge)
{
    const QString from = QString::fromStdString(edge.from), to = QString::fromStdString(edge.to);
    addRow(edge.kind, tr("%1 → %2", "a connection").arg(from, to), to);
}

void ChangeList::addField(QStandardItem *to, const versions::FieldChange &field)
{
    const QString path = QString::fromStdString(join(field.path, "."));
    auto *name = new QStandardItem(tr("%1 %2", "sign, field").arg(changeGlyph(field.kind()), path));
    name->setData(to->data(kStepRole), kStepRole);
    name->setSizeHint({0, themeOf(this).rowHeight()});
    name->setToolTip(tr("%1: %2").arg(changeWord(field.kind()), path));
    auto *before = new QStandardItem(valueWord(field.before));
    auto *after = new QStandardItem(valueWord(field.after));
    for (QStandardItem *value : {before, after}) {
        value->setFont(themeOf(this).font(TextStyle::MonoSmall));
        value->setToolTip(value->text());
    }
    to->appendRow({name, before, after});
}

void ChangeList::select(const QString &step)
{
    m_isSelecting = true;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->item(row)->data(kStepRole).toString() == step && !step.isEmpty()) {
            setCurrentIndex(m_model->index(row, 0));
            break;
        }
    m_isSelecting = false;
}

void ChangeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const QString step = current.siblingAtColumn(0).data(kStepRole).toString();
    if (!m_isSelecting && !step.isEmpty())
        emit stepChosen(step);
}

void ChangeList::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace batuta::views
