// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/edit_canvas.h"

#include "views/graph/minimap.h"
#include "views/graph/zoom_bar.h"
#include "views/pages/editor/canvas/canvas_search.h"
#include "views/pages/editor/canvas/inline_editor.h"
#include "views/pages/editor/canvas/overlay_chooser.h"
#include "views/pages/editor/canvas/step_palette.h"
#include "views/pages/editor/canvas/step_picker.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kEdge = 12; // between what floats and the edge of the canvas
constexpr int kToolGap = 8;
constexpr int kLeastForMap = 360; // height of the board

} // namespace

EditCanvas::EditCanvas(FlowDocument &document, CommandRegistry &commands, QWidget *scope, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_commands(commands)
    , m_scope(scope)
    , m_edits(document)
    , m_view(new EditView(this))
    , m_palette(new StepPalette(this))
    , m_mode(new Segmented(this))
    , m_zoomBar(new ZoomBar(*m_view, this))
    , m_layout(new Button({}, "layout", Button::Variant::Normal, this))
    , m_chooser(new OverlayChooser(this))
    , m_map(new Minimap(*m_view, this))
    , m_hintGround(new Surface(Surface::Level::Canvas, this))
    , m_hint(new Label(TextStyle::Caption, Ink::Tertiary, this))
    , m_empty(new Label(TextStyle::Body, Ink::Secondary, this))
    , m_strip(new Notice(Notice::Kind::Warning, this))
    , m_picker(new StepPicker(this))
    , m_search(new CanvasSearch(*m_view, this))
    , m_inline(new InlineEditor(this))
{
    m_view->viewport()->setFocusPolicy(Qt::NoFocus); // the view itself has the focus, and the name
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    for (QWidget *each : std::initializer_list<QWidget *>{m_hintGround, m_hint, m_empty})
        each->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->setElide(Qt::ElideMiddle);
    m_layout->setSmall(true);
    m_mode->add("select", {}, "drag");
    m_mode->add("connect", {}, "link");
    setFocusProxy(m_view);
    connect(&themeOf(this), &Theme::changed, this, &EditCanvas::place);
    connectView();
    connectDocument();
    addCommands();
    retranslate();
    follow();
}

EditCanvas::~EditCanvas()
{
    m_view->disconnect(this);
    m_document.disconnect(this);
}

void EditCanvas::connectView()
{
    connect(m_view, &FlowView::selectionChanged, this, &EditCanvas::tellSelection);
    connect(m_view, &FlowView::laidOut, this, &EditCanvas::followLayout);
    connect(m_view, &EditView::edgeSelectionChanged, this, &EditCanvas::commandsMayDiffer);
    connect(m_view, &EditView::stepsMoved, this, [this](const std::map<std::string, QPointF> &places) {
        m_edits.move(tr("Move %n step(s)", nullptr, static_cast<int>(places.size())), places);
    });
    connect(m_view, &EditView::nudgeWanted, this, [this](const QPoint &squares) {
        const StepPlaces places = m_view->nudged(squares);
        m_edits.move(tr("Move %n step(s)", nullptr, static_cast<int>(places.size())), places, "nudge");
    });
    connect(m_view, &EditView::connectWanted, this, [this](const EdgeEnds &edge) { m_edits.connect(edge); });
    connect(m_view, &EditView::reconnectWanted, this,
            [this](const EdgeEnds &edge, const EdgeEnds &instead) { m_edits.reconnect(edge, instead); });
    connect(m_view, &EditView::stepActivated, this, &EditCanvas::inspectorRequested);
    connect(m_view, &EditView::kindDropped, this, &EditCanvas::dropKind);
    connect(m_view, &EditView::hintChanged, this, [this](const QString &hint) {
        m_said = hint;
        showHint();
    });
    connect(m_view, &EditView::modeChanged, this,
            [this] { m_mode->setValue(m_view->mode() == CanvasMode::Connect ? "connect" : "select"); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &EditCanvas::openMenu);
    connect(m_mode, &Segmented::chosen, this, [this](const QString &value) {
        m_view->setMode(value == "connect" ? CanvasMode::Connect : CanvasMode::Select);
        m_view->setFocus();
    });
    connect(m_zoomBar, &ZoomBar::resized, this, &EditCanvas::place);
    connect(m_layout, &QAbstractButton::clicked, this, [this] { m_edits.autoLayout(); });
    connect(m_palette, &StepPalette::chosen, this, &EditCanvas::addKind);
    connect(m_picker, &StepPicker::chosen, this, &EditCanvas::addKind);
    connect(m_picker, &StepPicker::closed, this, [this] { m_view->setFocus(); });
    connect(m_search, &CanvasSearch::closed, this, [this] { m_view->setFocus(); });
    connect(m_search, &CanvasSearch::found, this,
            [this](const QString &step) { reveal(step.toStdString()); });
    connect(m_inline, &InlineEditor::closed, this, [this] { m_view->setFocus(); });
    connect(m_chooser, &OverlayChooser::chosen, this, [this](CanvasOverlay overlay) {
        setOverlay(overlay);
        emit overlayChanged(overlay);
    });
}

void EditCanvas::connectDocument()
{
    connect(&m_document, &FlowDocument::flowChanged, this, &EditCanvas::follow);
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (m_document.isReadAtOnce())
            follow();
    });
    connect(&m_document, &FlowDocument::problemsChanged, this, &EditCanvas::showMarks);
    connect(&m_document, &FlowDocument::changedChanged, this, [this] {
        if (m_document.isReadAtOnce())
            showMarks();
    });
    connect(&m_document, &FlowDocument::selectionChanged, this, &EditCanvas::followSelection);
    connect(&m_document, &FlowDocument::placesChanged, this, [this] {
        m_view->setPlaces(m_document.places());
        commandsMayDiffer();
    });
    connect(&m_document, &FlowDocument::refused, this,
            [this](const Error &why) { emit told(errorSentence(why)); });
    m_view->setPlaces(m_document.places());
}

/// Shows the document's graph as soon as its text can be read, valid or not.
void EditCanvas::follow()
{
    if (const edit::FlowText *text = m_document.flowText()) {
        FlowGraph graph = graphOf(text->root());
        if (!m_graph || *m_graph != graph) {
            m_graph = graph;
            m_view->setGraph(m_document.file(), std::move(graph));
        }
    } else if (!m_graph) {
        m_graph = graphOf(flow::YamlNode());
        m_view->setGraph(m_document.file(), *m_graph);
    }
    showStrip();
    showMarks();
    commandsMayDiffer();
}

void EditCanvas::followLayout()
{
    followSelection();
    showHint();
    place();
    if (m_toReveal.empty() || m_view->boxOfStep(m_toReveal).isNull())
        return;
    m_view->revealSelection();
    m_toReveal.clear();
}

void EditCanvas::followSelection()
{
    const bool wasFollowing = std::exchange(m_isFollowing, true);
    if (m_view->selection() != m_document.selection() && !m_document.selection().empty()) {
        m_view->setSelection(m_document.selection());
        if (!wasFollowing)
            m_view->revealSelection();
    } else if (m_document.selection().empty() && !m_view->selection().empty()) {
        m_view->setSelection({});
    }
    m_isFollowing = wasFollowing;
    commandsMayDiffer();
}

void EditCanvas::tellSelection()
{
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    m_document.select(m_view->selection());
    m_isFollowing = false;
}

void EditCanvas::commandsMayDiffer()
{
    const QString why = whyNotLayout();
    m_layout->setEnabled(why.isEmpty());
    m_layout->setToolTip(why.isEmpty() ? tr("Lays out the selected steps again, or all of them") : why);
    m_commands.update();
}

void EditCanvas::showMarks()
{
    m_view->setMarks(marksOf(m_document, m_layers, m_editedSteps.of(m_document)));
    m_view->setStatuses(m_statuses.empty() ? statusesOf(m_layers) : m_statuses);
}

void EditCanvas::showStrip()
{
    const bool isShown = !m_document.flowText();
    if (isShown)
        m_strip->setText(tr("Graph follows line %1 once it parses").arg(std::max(1, m_document.brokenLine())),
                         tr("Until then it shows what could be read last."));
    m_strip->setVisible(isShown);
    place();
}

void EditCanvas::showHint()
{
    const FlowGraph &graph = m_view->flowScene().graph();
    m_empty->setVisible(m_view->isLaidOut() && graph.stepCount() == 0 && m_document.flowText());
    if (!m_said.isEmpty()) {
        m_hint->setInk(Ink::Primary);
        m_hint->setText(m_said);
        place();
        return;
    }
    const auto branches = static_cast<int>(graph.groups.size());
    QString text = tr("%n step(s)", nullptr, graph.stepCount());
    if (branches > 0)
        text = tr("%1, %2").arg(text, tr("%n branch(es)", nullptr, branches));
    if (m_readOnly.isEmpty() && graph.stepCount() > 0)
        text += QString(4, ' ') + tr("Tab adds a step after the selection");
    m_hint->setInk(Ink::Tertiary);
    m_hint->setText(m_readOnly.isEmpty() ? text : text + QString(4, ' ') + m_readOnly);
    place();
}

void EditCanvas::setReadOnly(const QString &why)
{
    m_readOnly = why;
    m_view->setEditable(why.isEmpty());
    m_palette->setEnabled(why.isEmpty());
    m_mode->setEnabled(why.isEmpty());
    showHint();
    commandsMayDiffer();
}

void EditCanvas::reveal(const std::string &step)
{
    m_document.select({step});
    m_toReveal = step;
    followSelection();
    if (m_view->selected() != step)
        return; // it is still laid out
    m_view->revealSelection();
    m_toReveal.clear();
}

void EditCanvas::setPaletteShown(bool isShown)
{
    m_palette->setVisible(isShown);
    place();
}

bool EditCanvas::isPaletteShown() const
{
    return !m_palette->isHidden();
}

void EditCanvas::setStatuses(std::map<std::string, Status> statuses)
{
    m_statuses = std::move(statuses);
    showMarks();
}

void EditCanvas::setFigures(std::map<std::string, StepFigures> figures, const QString &environment)
{
    m_layers.figures = std::move(figures);
    m_chooser->setSource(!m_layers.figures.empty(), environment);
    showMarks();
    place();
}

void EditCanvas::setOverlay(CanvasOverlay overlay)
{
    m_layers.overlay = overlay;
    m_chooser->setOverlay(overlay);
    showMarks();
    place();
}

void EditCanvas::setBreakpoints(std::set<std::string> steps)
{
    m_layers.breakpoints = std::move(steps);
    showMarks();
}

void EditCanvas::setPinned(std::set<std::string> steps)
{
    m_layers.pinned = std::move(steps);
    showMarks();
}

void EditCanvas::setFaults(std::map<std::string, QString> faults)
{
    m_layers.faults = std::move(faults);
    showMarks();
}

/// Their words give way before the overlay has to leave their row.
void EditCanvas::fitTools(int room)
{
    if (std::exchange(m_toolRoom, room) == room)
        return;
    const auto fits = [&] {
        return m_mode->sizeHint().width() + m_zoomBar->sizeHint().width() + m_layout->sizeHint().width() +
                   3 * kToolGap <=
               room;
    };
    m_layout->setIconOnly(false);
    m_mode->setIconOnly(false);
    m_layout->setIconOnly(!fits());
    m_mode->setIconOnly(!fits());
}

void EditCanvas::place()
{
    const int left = isPaletteShown() ? m_palette->sizeHint().width() : 0;
    m_palette->setGeometry(0, 0, left, height());
    const int line = left > 0 ? 1 : 0;
    m_strip->setGeometry(left + line, 0, width() - left - line, m_strip->sizeHint().height());
    const int strip = m_strip->isHidden() ? 0 : m_strip->height();
    const QRect board(left + line, strip, width() - left - line, height() - strip);
    m_view->setGeometry(board);
    const auto put = [](QWidget *widget, QPoint at) { widget->setGeometry(QRect(at, widget->sizeHint())); };
    const int right = board.right() + 1 - kEdge, bottom = board.bottom() + 1 - kEdge;
    fitTools(right - m_chooser->sizeHint().width() - board.left() - kEdge);
    QPoint at = board.topLeft() + QPoint(kEdge, kEdge);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_mode, m_zoomBar, m_layout}) {
        put(tool, at + QPoint(0, (m_zoomBar->sizeHint().height() - tool->sizeHint().height()) / 2));
        at.rx() += tool->sizeHint().width() + kToolGap;
    }
    // Where the tools leave it no room, the overlay stands in a row of its own, and a low board shows no map.
    const int chooserLeft = right - m_chooser->sizeHint().width();
    const int row = chooserLeft < at.x() ? m_zoomBar->sizeHint().height() + kToolGap : 0;
    put(m_chooser, {chooserLeft, board.top() + kEdge + row});
    m_map->setVisible(board.height() >= themeOf(this).scaled(kLeastForMap));
    put(m_map, {right - m_map->sizeHint().width(), bottom - m_map->sizeHint().height()});
    const QSize hint = m_hint->sizeHint(); // it ends before the map
    m_hint->setGeometry(board.left() + kEdge + 2, bottom - hint.height(),
                        std::min(hint.width(), m_map->x() - board.left() - 3 * kEdge), hint.height());
    m_hintGround->setGeometry(m_hint->geometry().adjusted(-6, -3, 6, 3));
    const QSize empty = m_empty->sizeHint();
    put(m_empty, {board.center().x() - empty.width() / 2, board.center().y() + 40});
    const QSize search(themeOf(this).scaled(280), m_search->sizeHint().height());
    m_search->setGeometry(
        QRect(QPoint(right - search.width(), board.top() + 2 * kEdge + row + m_chooser->height()), search));
}

void EditCanvas::paintEvent(QPaintEvent *)
{
    if (!isPaletteShown())
        return;
    QPainter painter(this); // the hairline beside the palette
    painter.fillRect(m_palette->width(), 0, 1, height(), themeOf(this).colors().borderSubtle);
}

void EditCanvas::resizeEvent(QResizeEvent *)
{
    place();
}

void EditCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EditCanvas::retranslate()
{
    setAccessibleName(tr("Canvas of the flow"));
    m_mode->setText("select", tr("Select"));
    m_mode->setText("connect", tr("Connect"));
    m_mode->setAccessibleName(tr("What a press on a step does"));
    m_layout->setText(tr("Auto layout"));
    m_empty->setText(tr("Press Tab or drag a step here"));
    m_view->setAccessibleDescription(
        tr("Arrow keys move along the edges between steps, Tab adds a step, C connects."));
    showStrip();
    showHint();
    commandsMayDiffer();
}

} // namespace batuta::views
