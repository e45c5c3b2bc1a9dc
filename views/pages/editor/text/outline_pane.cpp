// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/outline_pane.h"

#include "views/graph/graph_words.h"
#include "views/graph/scene_items.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace batuta::views {
namespace {

enum Role { StepRole = Qt::UserRole + 1, IsNeedRole };

/// Positions in the graph, each behind what it needs: by level, then as in the file; those of `finally` at
/// the end.
std::vector<int> ordered(const FlowGraph &graph)
{
    std::vector<int> steps, levels(graph.nodes.size());
    for (const int node : graph.topological())
        for (const int need : graph.beforeOf(node))
            if (graph.isStep(need))
                levels[static_cast<std::size_t>(node)] = std::max(levels[static_cast<std::size_t>(node)],
                                                                  levels[static_cast<std::size_t>(need)] + 1);
    for (int node = 0; node < graph.size(); ++node)
        if (graph.isStep(node))
            steps.push_back(node);
    std::stable_sort(steps.begin(), steps.end(), [&](int a, int b) {
        return std::pair(graph.node(a).isFinally, levels[static_cast<std::size_t>(a)]) <
               std::pair(graph.node(b).isFinally, levels[static_cast<std::size_t>(b)]);
    });
    return steps;
}

/// What the step itself says that it needs, in the graph's order.
std::vector<int> needsOf(const FlowGraph &graph, int node)
{
    std::vector<int> needs;
    for (const int other : graph.beforeOf(node))
        if (graph.isStep(other) && graph.node(other).isFinally == graph.node(node).isFinally)
            needs.push_back(other);
    return needs;
}

/// The title of a step is shown; its id is what F2 changes.
class IdDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        if (option.widget)
            size.setHeight(themeOf(option.widget).rowHeight());
        return size;
    }
};

} // namespace

OutlinePane::OutlinePane(FlowDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new QStandardItemModel(this))
    , m_tree(new QTreeView(this))
    , m_title(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_count(new Label(TextStyle::Body, Ink::Secondary, this))
{
    build();
    connect(&document, &FlowDocument::flowChanged, this, &OutlinePane::present);
    connect(&document, &FlowDocument::problemsChanged, this, &OutlinePane::present);
    connect(&document, &FlowDocument::selectionChanged, this, &OutlinePane::followSelection);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutlinePane::takeSelection);
    connect(m_model, &QStandardItemModel::itemChanged, this, [this](QStandardItem *item) {
        if (!m_isFollowing)
            rename(item->index(), item->text());
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QString step = index.data(StepRole).toString();
        m_document.select({step.toStdString()});
        emit stepActivated(step);
    });
    retranslate();
}

void OutlinePane::build()
{
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_count);
    bar->row()->addStretch();
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new IdDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->installEventFilter(this);
    m_state = new StatePane(m_tree, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_state, 1);
    setFocusProxy(m_tree);
}

void OutlinePane::retranslate()
{
    m_title->setText(tr("Outline"));
    m_tree->setAccessibleName(tr("Steps of the flow, each behind what it needs"));
    present();
}

void OutlinePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OutlinePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        present();
}

void OutlinePane::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_tree->setEditTriggers(readOnly ? QAbstractItemView::NoEditTriggers : QAbstractItemView::EditKeyPressed);
}

/// The tree anew, as the text is now, valid or not; what was open stays open.
void OutlinePane::present()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return; // the graph of thousands of steps, after each key press
    if (const edit::FlowText *text = m_document.flowText())
        m_graph = graphOf(text->root());
    m_isFollowing = true;
    std::set<QString> open;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_tree->isExpanded(m_model->index(row, 0)))
            open.insert(m_model->index(row, 0).data(StepRole).toString());
    m_model->clear();
    m_count->setText(m_graph ? tr("%Ln step(s)", nullptr, m_graph->stepCount()) : QString());
    std::map<std::string, int> problems;
    for (const edit::Problem &problem : m_document.problems())
        problems[problem.step] += problem.severity == edit::Severity::Error ? 1 : 0;
    for (const int node : m_graph ? ordered(*m_graph) : std::vector<int>()) {
        QStandardItem *item = makeItem(node, problems[m_graph->node(node).step]);
        m_model->appendRow(item);
        if (open.count(item->data(StepRole).toString()) > 0)
            m_tree->expand(item->index());
    }
    m_isFollowing = false;
    if (m_model->rowCount() > 0)
        m_state->showContent();
    else
        m_state->showEmpty(m_graph ? tr("The flow has no steps")
                                   : tr("The steps appear once the text can be read"));
    followSelection();
}

QStandardItem *OutlinePane::makeItem(int node, int errors) const
{
    const GraphNode &step = m_graph->node(node);
    const QString id = QString::fromStdString(step.step);
    auto *item = new QStandardItem(id);
    item->setIcon(themeOf(this).icon(kindIcon(step.kind)));
    item->setData(id, StepRole);
    QStringList needs;
    for (const int need : needsOf(*m_graph, node)) {
        const QString other = QString::fromStdString(m_graph->node(need).step);
        needs << titleOf(m_graph->node(need));
        auto *child = new QStandardItem(tr("needs %1").arg(other));
        child->setData(other, StepRole);
        child->setData(true, IsNeedRole);
        child->setEditable(false);
        item->appendRow(child);
    }
    QString name = tr("%1, %2 step, id %3").arg(titleOf(step), kindWord(step.kind), id);
    if (errors > 0)
        name = tr("%1, %2").arg(name, tr("%Ln error(s)", nullptr, errors));
    item->setToolTip(titleOf(step));
    item->setData(needs.isEmpty() ? name : tr("%1. From %2").arg(name, needs.join(QStringLiteral(", "))),
                  Qt::AccessibleTextRole);
    return item;
}

QStandardItem *OutlinePane::itemOf(const std::string &step) const
{
    const QString id = QString::fromStdString(step);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->item(row)->data(StepRole).toString() == id)
            return m_model->item(row);
    return nullptr;
}

void OutlinePane::followSelection()
{
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    QItemSelection selection;
    QStandardItem *last = nullptr;
    for (const std::string &step : m_document.selection())
        if (QStandardItem *item = itemOf(step)) {
            selection.select(item->index(), item->index());
            last = item;
        }
    // A need that is selected stands for its step: the row stays.
    const bool isThere = !m_tree->currentIndex().data(IsNeedRole).isNull() && m_tree->hasFocus();
    if (!isThere) {
        m_tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        if (last) {
            m_tree->selectionModel()->setCurrentIndex(last->index(), QItemSelectionModel::NoUpdate);
            m_tree->scrollTo(last->index());
        }
    }
    m_isFollowing = false;
}

void OutlinePane::takeSelection()
{
    if (m_isFollowing)
        return;
    std::vector<std::string> steps;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedIndexes())
        steps.push_back(index.data(StepRole).toString().toStdString());
    m_isFollowing = true;
    m_document.select(std::move(steps));
    m_isFollowing = false;
}

void OutlinePane::removeSelected()
{
    const std::vector<std::string> steps = m_document.selection();
    if (m_readOnly || steps.empty())
        return;
    (void)m_document.change(tr("Remove %Ln step(s)", nullptr, static_cast<int>(steps.size())),
                            [&](const edit::FlowText &text) { return text.removeSteps(steps, true); });
}

void OutlinePane::rename(const QModelIndex &index, const QString &to)
{
    const std::string id = index.data(StepRole).toString().toStdString();
    if (id == to.toStdString())
        return;
    (void)m_document.change(tr("Rename %1").arg(QString::fromStdString(id)), [&](const edit::FlowText &text) {
        return text.renameStep(id, to.trimmed().toStdString());
    });
    // The model is not changed from within its own signal; what was refused goes back.
    QTimer::singleShot(0, this, &OutlinePane::present);
}

bool OutlinePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            removeSelected();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            m_tree->currentIndex().isValid()) {
            emit m_tree->activated(m_tree->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace batuta::views
