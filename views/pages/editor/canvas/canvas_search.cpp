// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/canvas_search.h"

#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/graph/graph_words.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace batuta::views {

CanvasSearch::CanvasSearch(FlowView &view, QWidget *parent)
    : FieldPopup(4, parent)
    , m_view(view)
    , m_count(new Label(TextStyle::Caption, Ink::Tertiary, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(&field(), 1);
    row->addWidget(m_count);
    field().addAction(themeOf(this).icon("search"), QLineEdit::LeadingPosition);
    connect(&field(), &QLineEdit::textEdited, this, &CanvasSearch::find);
    retranslate();
}

void CanvasSearch::open()
{
    openField(Qt::ShortcutFocusReason);
    m_count->setText(countText());
}

/// In topological order; steps whose id or title begins with it do not come first, for one walks along them.
std::vector<int> CanvasSearch::matches() const
{
    const QString wanted = field().text().simplified();
    std::vector<int> nodes;
    if (wanted.isEmpty())
        return nodes;
    const FlowGraph &graph = m_view.flowScene().graph();
    for (const int node : graph.topological())
        if (QString::fromStdString(graph.node(node).step).contains(wanted, Qt::CaseInsensitive) ||
            titleOf(graph.node(node)).contains(wanted, Qt::CaseInsensitive))
            nodes.push_back(node);
    return nodes;
}

QString CanvasSearch::countText() const
{
    const std::vector<int> nodes = matches();
    if (field().text().simplified().isEmpty())
        return {};
    const auto at = std::find(nodes.begin(), nodes.end(), m_view.flowScene().selected());
    const auto number = at == nodes.end() ? 0 : at - nodes.begin() + 1;
    return tr("%1 of %2").arg(number).arg(nodes.size());
}

void CanvasSearch::show(std::size_t match)
{
    const std::vector<int> nodes = matches();
    if (match < nodes.size())
        emit found(QString::fromStdString(m_view.flowScene().graph().node(nodes[match]).step));
    m_count->setText(countText());
}

/// What is selected already stays while it matches.
void CanvasSearch::find()
{
    const std::vector<int> nodes = matches();
    const auto at = std::find(nodes.begin(), nodes.end(), m_view.flowScene().selected());
    show(at == nodes.end() ? 0 : static_cast<std::size_t>(at - nodes.begin()));
}

void CanvasSearch::go(int by)
{
    const std::vector<int> nodes = matches();
    if (nodes.empty()) {
        open();
        return;
    }
    const auto count = static_cast<int>(nodes.size());
    const auto found = std::find(nodes.begin(), nodes.end(), m_view.flowScene().selected());
    const int before = found == nodes.end() ? (by > 0 ? -1 : 0) : static_cast<int>(found - nodes.begin());
    show(static_cast<std::size_t>((before + by + count) % count));
}

bool CanvasSearch::takeKey(const QKeyEvent &key)
{
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!isEnter && key.key() != Qt::Key_Down && key.key() != Qt::Key_Up)
        return false;
    go(key.key() == Qt::Key_Up || key.modifiers() & Qt::ShiftModifier ? -1 : 1);
    return true;
}

void CanvasSearch::retranslate()
{
    field().setPlaceholderText(tr("Find a step"));
    field().setAccessibleName(tr("Find a step by its id or title"));
    m_count->setText(countText());
}

} // namespace batuta::views
