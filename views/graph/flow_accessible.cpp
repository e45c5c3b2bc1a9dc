// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/flow_accessible.h"

#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>

namespace batuta::views {
namespace {

/// One step. Qt owns it by its id; it outlives neither the view nor, as a valid one, the graph.
class NodeAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    NodeAccessible(FlowView &view, std::string step)
        : m_view(&view)
        , m_step(std::move(step))
    {
    }

    bool isValid() const override { return m_view && node() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text type) const override
    {
        return isValid() && type == QAccessible::Name ? m_view->sentenceOf(node()) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_view->mapFromScene(m_view->flowScene().boxOf(node())).boundingRect();
        return {m_view->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid())
            return state;
        state.selectable = state.focusable = true;
        state.selected = m_view->flowScene().isSelected(node());
        state.focused = m_view->flowScene().selected() == node() && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(
            m_view->mapFromScene(m_view->flowScene().boxOf(node())).boundingRect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            m_view->select(m_step);
    }

    int node() const { return m_view->flowScene().graph().find(m_step); }

private:
    QPointer<FlowView> m_view;
    std::string m_step;
};

/// The view with its steps as children.
class ViewAccessible final : public QAccessibleWidget
{
public:
    explicit ViewAccessible(FlowView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
        QObject::connect(view, &FlowView::laidOut, view, [this] { forget(); });
    }
    ~ViewAccessible() override { forget(); }

    int childCount() const override { return view() ? static_cast<int>(order().size()) : 0; }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        m_ids.resize(order().size());
        QAccessible::Id &id = m_ids[static_cast<std::size_t>(index)];
        if (id == 0) {
            const int node = order()[static_cast<std::size_t>(index)];
            id = QAccessible::registerAccessibleInterface(
                new NodeAccessible(*view(), view()->flowScene().graph().node(node).step)); // Qt owns it
        }
        return QAccessible::accessibleInterface(id);
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!view())
            return nullptr;
        const QPoint at = view()->viewport()->mapFromGlobal(QPoint(x, y));
        return childOf(view()->flowScene().stepAt(view()->mapToScene(at)));
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child)
                return i;
        return -1;
    }

    QAccessibleInterface *focusChild() const override
    {
        return view() && view()->hasFocus() ? childOf(view()->flowScene().selected()) : nullptr;
    }

    QAccessibleInterface *childOf(int node) const
    {
        const auto found = std::find(order().begin(), order().end(), node);
        return found == order().end() ? nullptr : child(static_cast<int>(found - order().begin()));
    }

    int indexOf(int node) const
    {
        const auto found = std::find(order().begin(), order().end(), node);
        return found == order().end() ? -1 : static_cast<int>(found - order().begin());
    }

private:
    FlowView *view() const { return qobject_cast<FlowView *>(widget()); }

    const std::vector<int> &order() const
    {
        if (m_order.empty() && view())
            m_order = view()->flowScene().graph().topological();
        return m_order;
    }

    void forget()
    {
        for (const QAccessible::Id id : m_ids)
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
        m_ids.clear();
        m_order.clear();
    }

    mutable std::vector<QAccessible::Id> m_ids; ///< of the steps that were asked for
    mutable std::vector<int> m_order;
};

QAccessibleInterface *makeFlowAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<FlowView *>(object);
    return view ? new ViewAccessible(view) : nullptr; // Qt owns it
}

} // namespace

void installFlowAccessibility()
{
    QAccessible::installFactory(makeFlowAccessible); // does nothing the second time
}

void announceNode(FlowView &view, int node)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *own = QAccessible::queryAccessibleInterface(&view);
    auto *list = dynamic_cast<ViewAccessible *>(own);
    if (!list || list->indexOf(node) < 0)
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(list->indexOf(node));
    QAccessible::updateAccessibility(&event);
}

} // namespace batuta::views
