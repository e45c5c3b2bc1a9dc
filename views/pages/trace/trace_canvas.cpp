// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/trace_canvas.h"

#include "views/graph/mini_graph.h"
#include "views/pages/trace/time_ruler.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kTree = 316;         // px at text scale 1
constexpr int kTreeNarrow = 240;   // px in a window narrower than 1280
constexpr int kGraphWindow = 1200; // px of the window from which on the small graph has room
constexpr int kUnfolded = 20;      // rows of a step that its selection unfolds: a foreach may have thousands
constexpr std::size_t kGraphSteps = 400; // more of them are no picture at this size

/// Raised, with a border: what floats over the waterfall.
class FloatingBox final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        drawBox(painter, rect(), 6, c.raised, c.borderStrong);
        painter.fillRect(QRect(1, themeOf(this).scaled(26), width() - 2, 1), c.borderSubtle);
    }
    // A click on it is no click on the bars below.
    void mousePressEvent(QMouseEvent *) override {}
};

/// The head of the tree's column, with hairlines below and at its right.
class HeadCell final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        painter.fillRect(rect(), c.panel);
        painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), c.borderSubtle);
    }
};

} // namespace

TraceCanvas::TraceCanvas(TraceModel &model, TimeAxis &axis, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_axis(axis)
    , m_tree(new TraceTree(model, this))
    , m_waterfall(new WaterfallView(model, axis, this))
    , m_brush(new TimeBrush(model, axis, this))
    , m_ruler(new TimeRuler(axis, this))
    , m_scroll(new QScrollBar(Qt::Vertical, this))
{
    build();
    makeMiniGraph();
    connect(m_tree, &TraceTree::rowsChanged, this, &TraceCanvas::updateRows);
    connect(m_tree, &TraceTree::currentNodeChanged, this, &TraceCanvas::updateSelection);
    connect(m_waterfall, &WaterfallView::rowClicked, this, [this](int row) {
        m_tree->setCurrentRow(m_waterfall->rows()[static_cast<std::size_t>(row)]);
        m_tree->setFocus(Qt::MouseFocusReason);
    });
    QScrollBar *rows = m_waterfall->verticalScrollBar(), *names = m_tree->verticalScrollBar();
    connect(names, &QScrollBar::valueChanged, rows, &QScrollBar::setValue);
    connect(rows, &QScrollBar::valueChanged, names, &QScrollBar::setValue);
    connect(m_scroll, &QScrollBar::valueChanged, rows, &QScrollBar::setValue);
    connect(rows, &QScrollBar::valueChanged, m_scroll, &QScrollBar::setValue);
    connect(rows, &QScrollBar::rangeChanged, m_scroll, [this, rows](int from, int to) {
        m_scroll->setPageStep(rows->pageStep());
        m_scroll->setSingleStep(rows->singleStep());
        m_scroll->setRange(from, to);
        m_scroll->setValue(rows->value());
    });
    connect(&model, &TraceModel::picturesChanged, this, &TraceCanvas::updateGraph);
    connect(&themeOf(this), &Theme::changed, this, &TraceCanvas::sizeTree);
    retranslate();
}

void TraceCanvas::build()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(makeHead(), 0, 0, 2, 1);
    grid->addWidget(m_brush, 0, 1);
    grid->addWidget(m_ruler, 1, 1);
    grid->addWidget(m_tree, 2, 0);
    grid->addWidget(m_waterfall, 2, 1);
    grid->addWidget(m_scroll, 2, 2);
    m_scroll->setFixedWidth(style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    sizeTree();
}

QWidget *TraceCanvas::makeHead()
{
    m_treeHead = new HeadCell(this);
    auto *column = new QVBoxLayout(m_treeHead);
    column->setContentsMargins(14, 0, 12, 4);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    m_stepTitle = new Label(TextStyle::Caption, Ink::Tertiary, m_treeHead);
    m_marksTitle = new Label(TextStyle::Caption, Ink::Tertiary, m_treeHead);
    row->addWidget(m_stepTitle);
    row->addStretch(1);
    row->addWidget(m_marksTitle);
    column->addLayout(row);
    return m_treeHead;
}

void TraceCanvas::makeMiniGraph()
{
    m_graphBox = new FloatingBox(m_waterfall);
    auto *column = new QVBoxLayout(m_graphBox);
    column->setContentsMargins(10, 0, 6, 8);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 1, 0, 1);
    m_graphTitle = new Label(TextStyle::Caption, Ink::Secondary, m_graphBox);
    auto *close = new Button(QString(), "x", Button::Variant::Ghost, m_graphBox);
    close->setIconOnly(true);
    close->setSmall(true);
    m_graphClose = close;
    head->addWidget(m_graphTitle);
    head->addStretch(1);
    head->addWidget(close);
    m_graph = new MiniGraph(m_graphBox);
    column->addLayout(head);
    column->addWidget(m_graph, 1);
    m_graphBox->hide();
    connect(close, &QAbstractButton::clicked, this, &TraceCanvas::miniGraphClosed);
    connect(m_graph, &MiniGraph::stepClicked, this,
            [this](const QString &step) { select(m_model.run().find(step.toStdString())); });
    m_waterfall->viewport()->installEventFilter(this);
}

void TraceCanvas::retranslate()
{
    m_stepTitle->setText(tr("Step"));
    m_marksTitle->setText(tr("attempts, critical"));
    m_graphTitle->setText(tr("Graph"));
    auto *close = static_cast<Button *>(m_graphClose);
    close->setText(tr("Hide the graph"));
    close->setAccessibleName(close->text());
    close->setToolTip(close->text());
}

void TraceCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TraceCanvas::setFlow(const client::FlowSummary *flow)
{
    m_hasFlow = flow && flow->steps.size() <= kGraphSteps;
    if (m_hasFlow)
        m_graph->setFlow(*flow);
    updateGraph();
    placeMiniGraph();
}

void TraceCanvas::setLook(WaterfallLook look)
{
    const bool attemptsWere = m_waterfall->look().attempts;
    m_waterfall->setLook(look);
    m_tree->setPathShown(look.path);
    if (attemptsWere && !look.attempts)
        m_tree->foldAttempts();
}

void TraceCanvas::setMiniGraphShown(bool shown)
{
    m_graphWanted = shown;
    placeMiniGraph();
}

void TraceCanvas::select(int step, int attempt)
{
    if (step < 0)
        return;
    const int rows = m_model.rowCount(m_model.indexOf(step));
    if (m_waterfall->look().attempts && rows > 0 && (rows <= kUnfolded || attempt >= 0))
        m_tree->setFolded(step, false);
    m_tree->setCurrent(step, attempt);
}

int TraceCanvas::stepFrom(int direction, bool failedOnly) const
{
    const std::vector<TraceModel::Node> &rows = m_waterfall->rows();
    const TraceModel::Node current = m_tree->currentNode();
    auto at = std::find_if(rows.begin(), rows.end(), [&](const TraceModel::Node &node) {
        return node.kind == current.kind && node.at == current.at && node.attempt == current.attempt;
    });
    if (at == rows.end())
        at = rows.begin();
    const auto count = static_cast<int>(rows.size());
    for (int row = static_cast<int>(at - rows.begin()) + direction; row >= 0 && row < count;
         row += direction) {
        const TraceModel::Node &node = rows[static_cast<std::size_t>(row)];
        if (node.kind != TraceModel::Kind::Step ||
            (current.kind == TraceModel::Kind::Attempt && node.at == current.at))
            continue;
        if (!failedOnly || m_model.run().step(node.at).picture() == Status::Failed)
            return node.at;
    }
    return -1;
}

void TraceCanvas::updateRows()
{
    m_waterfall->setRows(m_tree->visibleNodes());
    updateSelection();
    placeMiniGraph();
}

void TraceCanvas::updateSelection()
{
    const std::vector<TraceModel::Node> &rows = m_waterfall->rows();
    const TraceModel::Node current = m_tree->currentNode();
    int selected = -1;
    if (m_tree->currentIndex().isValid())
        for (std::size_t row = 0; row < rows.size() && selected < 0; ++row)
            if (rows[row].kind == current.kind && rows[row].at == current.at &&
                rows[row].attempt == current.attempt)
                selected = static_cast<int>(row);
    m_waterfall->setSelectedRow(selected);
    const bool isStep = current.kind == TraceModel::Kind::Step || current.kind == TraceModel::Kind::Attempt;
    m_graph->setSelected(isStep && selected >= 0 ? m_model.run().step(current.at).id : std::string());
}

void TraceCanvas::updateGraph()
{
    if (!m_hasFlow || m_graphBox->isHidden())
        return;
    std::map<std::string, Status> statuses;
    for (const TraceStep &step : m_model.run().steps())
        statuses.emplace(step.id, step.picture());
    m_graph->setStatuses(statuses);
}

void TraceCanvas::sizeTree()
{
    const int width = themeOf(this).scaled(window()->width() < kWide ? kTreeNarrow : kTree);
    m_treeHead->setFixedWidth(width);
    m_tree->setFixedWidth(width);
}

void TraceCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    sizeTree();
    placeMiniGraph();
}

bool TraceCanvas::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        placeMiniGraph();
    return QWidget::eventFilter(watched, event);
}

/// Upper right, where a waterfall usually has no bars; else the first other corner without any. Stays where
/// it is while bars grow. Away when the window has no room for it.
void TraceCanvas::placeMiniGraph()
{
    const Theme &theme = themeOf(this);
    const QSize size(theme.scaled(242), theme.scaled(148));
    const QSize room = m_waterfall->viewport()->size();
    const bool fits = window()->width() >= kGraphWindow && room.width() >= size.width() * 2 &&
                      room.height() >= size.height() + 20;
    const bool shown = m_graphWanted && m_hasFlow && fits;
    const int right = room.width() - size.width() - 10, bottom = room.height() - size.height() - 10;
    QPoint corner(right, 10);
    for (const QPoint &other : {corner, QPoint(right, bottom), QPoint(10, bottom)})
        if (m_waterfall->isFree({other, size})) {
            corner = other;
            break;
        }
    m_graphBox->setGeometry({corner, size});
    if (shown == m_graphBox->isVisibleTo(m_waterfall))
        return;
    m_graphBox->setVisible(shown);
    m_graphBox->raise();
    updateGraph();
}

} // namespace batuta::views
