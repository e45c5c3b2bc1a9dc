// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/mini_graph.h"

#include "views/graph/graph_layouter.h"
#include "views/graph/graph_painter.h"
#include "views/graph/graph_walk.h"
#include "views/graph/graph_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace batuta::views {
namespace {

constexpr QSizeF kBox(24, 13);
constexpr QSizeF kTerminal(8, 8);
constexpr qreal kMiniMargin = 8;
constexpr qreal kMiniReach = 4; // a click may miss a box by this much

} // namespace

MiniGraph::MiniGraph(QWidget *parent)
    : QWidget(parent)
    , m_layouter(new GraphLayouter(this))
{
    setFocusPolicy(Qt::StrongFocus);
    connect(m_layouter, &GraphLayouter::laidOut, this, [this](const GraphLayout &layout) {
        m_graph = m_coming;
        m_layout = layout;
        describe();
        update();
    });
    retranslate();
}

MiniGraph::~MiniGraph() = default;

void MiniGraph::setFlow(const client::FlowSummary &flow)
{
    const std::string version = flow.name.value + '@' + flow.version;
    if (version == m_version && m_coming.stepCount() == static_cast<int>(flow.steps.size()))
        return;
    m_version = version;
    m_coming = graphOf(flow);
    LayoutInput input;
    input.gaps = {10, 20, 4, 0, 0};
    input.edges = m_coming.edges;
    for (const GraphNode &node : m_coming.nodes) {
        input.sizes.push_back(node.role == NodeRole::Step ? kBox : kTerminal);
        input.fixed.push_back(true);
    }
    m_layouter->lay(std::move(input));
}

void MiniGraph::setStatuses(const std::map<std::string, Status> &statuses)
{
    if (statuses == m_statuses)
        return;
    m_statuses = statuses;
    describe();
    update();
}

void MiniGraph::setSelected(const std::string &step)
{
    if (step == m_selected)
        return;
    m_selected = step;
    describe();
    update();
}

QSize MiniGraph::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.scaled(216), theme.scaled(128)};
}

void MiniGraph::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (!m_layout.isEmpty()) {
        painter.save();
        painter.setTransform(toWidget(), true);
        GraphPainter graph(painter, theme.colors(), theme.patterns());
        const GraphPicture picture{m_graph, m_layout, m_statuses, m_graph.find(m_selected)};
        graph.paintEdges(picture);
        graph.paintNodes(picture);
        painter.restore();
    }
    if (hasFocus())
        drawFocusRing(painter, QRectF(rect()), 4, theme.colors().focus, true);
}

void MiniGraph::mousePressEvent(QMouseEvent *event)
{
    const int node = event->button() == Qt::LeftButton ? nodeAt(event->position()) : -1;
    if (node >= 0)
        choose(node);
    else
        QWidget::mousePressEvent(event);
}

void MiniGraph::keyPressEvent(QKeyEvent *event)
{
    const std::optional<Way> way = wayOf(event->key());
    const int next = way ? walk(m_graph, m_layout, m_graph.find(m_selected), *way) : -1;
    if (!way)
        QWidget::keyPressEvent(event);
    else if (next >= 0)
        choose(next);
}

bool MiniGraph::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int node = nodeAt(help->pos());
        QToolTip::showText(help->globalPos(), node < 0 ? QString() : titleOf(m_graph.node(node)), this);
        return true;
    }
    return QWidget::event(event);
}

void MiniGraph::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void MiniGraph::retranslate()
{
    setAccessibleName(tr("Graph of the flow"));
    describe();
}

/// The whole graph as sentences, one a step.
void MiniGraph::describe()
{
    QStringList sentences;
    const int selected = m_graph.find(m_selected);
    for (const int node : m_graph.topological()) {
        const auto status = m_statuses.find(m_graph.node(node).step);
        sentences << nodeSentence(m_graph, node, node == selected,
                                  status == m_statuses.end() ? std::nullopt : std::optional(status->second));
    }
    setAccessibleDescription(sentences.join(".\n"));
}

QTransform MiniGraph::toWidget() const
{
    const QRectF room = QRectF(rect()).adjusted(kMiniMargin, kMiniMargin, -kMiniMargin, -kMiniMargin);
    return fitted(m_layout.bounds, room, themeOf(this).textScale() * 1.25);
}

int MiniGraph::nodeAt(const QPointF &at) const
{
    const QTransform transform = toWidget();
    for (int i = 0; i < m_graph.size() && !m_layout.isEmpty(); ++i) {
        const QRectF box = transform.mapRect(m_layout.boxes[static_cast<std::size_t>(i)]);
        if (m_graph.isStep(i) && box.adjusted(-kMiniReach, -kMiniReach, kMiniReach, kMiniReach).contains(at))
            return i;
    }
    return -1;
}

void MiniGraph::choose(int node)
{
    setSelected(m_graph.node(node).step);
    emit stepClicked(QString::fromStdString(m_selected));
}

} // namespace batuta::views
