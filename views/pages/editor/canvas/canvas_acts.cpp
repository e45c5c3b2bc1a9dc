// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/canvas/inline_editor.h"
#include "views/pages/editor/canvas/step_kinds.h"
#include "views/pages/editor/canvas/step_picker.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace batuta::views {

QString EditCanvas::whyNot() const
{
    return m_readOnly.isEmpty() ? m_edits.whyNot() : m_readOnly;
}

QString EditCanvas::whyNotSelection(std::size_t least) const
{
    return m_readOnly.isEmpty() ? m_edits.whyNotSelection(least) : m_readOnly;
}

QString EditCanvas::whyNotConnect() const
{
    const QString why = whyNotSelection();
    if (why.isEmpty() && m_view->flowScene().graph().stepCount() < 2)
        return tr("There is no other step");
    return why;
}

/// A frame holds steps that are connected, and not all there are: else there would be none to see.
QString EditCanvas::whyNotGroup() const
{
    if (const QString why = whyNotSelection(2); !why.isEmpty())
        return why;
    const FlowGraph &graph = m_view->flowScene().graph();
    const std::vector<int> &nodes = m_view->flowScene().selection();
    if (static_cast<int>(nodes.size()) == graph.stepCount())
        return tr("A group holds some of the steps, not all");
    for (const int node : nodes) {
        const auto isBeside = [&](int other) { return m_view->flowScene().isSelected(other); };
        const std::vector<int> &before = graph.beforeOf(node), &after = graph.afterOf(node);
        if (std::none_of(before.begin(), before.end(), isBeside) &&
            std::none_of(after.begin(), after.end(), isBeside))
            return tr("%1 is not connected to the other selected steps")
                .arg(QString::fromStdString(graph.node(node).step));
    }
    return {};
}

QString EditCanvas::whyNotDelete() const
{
    if (const QString why = whyNot(); !why.isEmpty() || m_view->selectedEdge())
        return why;
    return m_document.selection().empty() ? tr("No step and no edge is selected") : QString();
}

QString EditCanvas::whyNotLayout() const
{
    if (!m_readOnly.isEmpty())
        return m_readOnly;
    if (m_document.places().empty())
        return tr("No step was moved by hand");
    const std::vector<std::string> &steps = m_document.selection();
    const bool isAnyMoved = std::any_of(steps.begin(), steps.end(), [this](const std::string &step) {
        return m_document.places().contains(step);
    });
    return steps.empty() || isAnyMoved ? QString() : tr("No selected step was moved by hand");
}

void EditCanvas::addKind(const QString &id)
{
    const std::optional<StepKind> kind = stepKind(id.toStdString());
    if (!kind || !m_readOnly.isEmpty())
        return;
    const std::optional<EdgeEnds> edge = m_view->selectedEdge();
    added(edge ? m_edits.addBetween(*kind, *edge) : m_edits.add(*kind));
}

void EditCanvas::dropKind(const QString &id, const QPointF &at, const std::optional<EdgeEnds> &between)
{
    if (const std::optional<StepKind> kind = stepKind(id.toStdString()))
        added(between ? m_edits.addBetween(*kind, *between) : m_edits.add(*kind, at));
}

void EditCanvas::added(const std::string &step)
{
    if (step.empty())
        return;
    reveal(step);
    m_view->setFocus();
}

QRect EditCanvas::placeOf(const std::string &step) const
{
    const QRectF box = m_view->boxOfStep(step);
    const QRect shown = m_view->mapFromScene(box).boundingRect();
    return shown.translated(m_view->mapTo(this, QPoint()));
}

void EditCanvas::openPicker()
{
    const std::vector<std::string> &selected = m_document.selection();
    QPoint at(width() / 2, height() / 3);
    if (!selected.empty() && !m_view->boxOfStep(selected.back()).isNull()) {
        m_view->revealSelection();
        at = placeOf(selected.back()).topRight() + QPoint(16, 0);
    }
    m_picker->openAt(at);
}

void EditCanvas::remove(bool bridge)
{
    if (const std::optional<EdgeEnds> edge = m_view->selectedEdge())
        m_edits.disconnect(*edge);
    else
        m_edits.remove(bridge);
}

void EditCanvas::copy()
{
    const QString yaml = m_edits.copied();
    if (yaml.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(yaml);
    emit told(tr("%n step(s) copied as YAML", nullptr, static_cast<int>(m_document.selection().size())));
}

void EditCanvas::cut()
{
    copy();
    m_edits.remove(true);
}

void EditCanvas::paste()
{
    const QString yaml = QGuiApplication::clipboard()->text();
    if (!CanvasEdits::isSteps(yaml)) {
        emit told(tr("The clipboard holds no steps: an id, and what the step does under it"));
        return;
    }
    m_edits.paste(yaml);
    if (!m_document.selection().empty())
        m_toReveal = m_document.selection().back();
}

void EditCanvas::editLabel()
{
    const std::string step = m_document.selection().back();
    m_view->revealSelection();
    QRect place = placeOf(step);
    const int height = themeOf(this).scaled(28);
    place.setLeft(place.left() - 4);
    place.setRight(std::max(place.right() + 4, place.left() + themeOf(this).scaled(160)));
    place.moveTop(place.center().y() - height / 2);
    place.setHeight(height);
    m_inline->open(place, tr("Label of %1").arg(QString::fromStdString(step)), m_edits.titleOf(step),
                   [this, step](const QString &title) {
                       if (title != m_edits.titleOf(step))
                           m_edits.setTitle(step, title);
                   });
}

void EditCanvas::group()
{
    QRect place = placeOf(m_document.selection().front());
    for (const std::string &step : m_document.selection())
        place |= placeOf(step);
    const int height = themeOf(this).scaled(28);
    const QSize size(themeOf(this).scaled(200), height);
    const QPoint at(qBound(m_view->x(), place.left(), std::max(m_view->x(), width() - size.width())),
                    qBound(0, place.top() - height - 8, std::max(0, this->height() - height)));
    m_inline->open(QRect(at, size), tr("Name of the group"), m_edits.groupName(),
                   [this](const QString &name) {
                       if (!name.isEmpty() && !m_document.selection().empty())
                           m_edits.setGroup(name);
                   });
}

void EditCanvas::arrange(Arrange how)
{
    std::map<std::string, QRectF> boxes;
    for (const std::string &step : m_document.selection())
        if (const QRectF box = m_view->boxOfStep(step); !box.isNull())
            boxes[step] = box;
    const bool isSpread = how == Arrange::Across || how == Arrange::Down;
    m_edits.move(isSpread ? tr("Distribute") : tr("Align"), arranged(boxes, how));
}

void EditCanvas::openMenu(const QPoint &at)
{
    const int node = m_view->flowScene().stepAt(m_view->mapToScene(at));
    if (node >= 0 && !m_view->flowScene().isSelected(node))
        m_view->select(m_view->flowScene().graph().node(node).step);
    m_commands.update();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (node >= 0) {
        const QString step = QString::fromStdString(m_view->flowScene().graph().node(node).step);
        menu->addAction(tr("Run this step"), this, [this, step] { emit runStepRequested(step); });
        menu->addAction(tr("Run up to here"), this, [this, step] { emit runToStepRequested(step); });
        menu->addAction(tr("Toggle the breakpoint"), this, [this, step] { emit breakpointToggled(step); });
        menu->addSeparator();
    }
    for (const char *id : {"add", "connect", "label", "", "copy", "cut", "paste", "duplicate", "delete", "",
                           "group", "ungroup", "", "layout", "selectAll", "fit"}) {
        if (*id == '\0')
            menu->addSeparator();
        else if (QAction *action = m_commands.action(QString("canvas.") + id))
            menu->addAction(action);
    }
    menu->popup(m_view->mapToGlobal(at));
}

} // namespace batuta::views
