// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/editor_desk.h"

#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/canvas/figures_source.h"
#include "views/pages/editor/inspector/edit_inspector.h"
#include "views/pages/editor/testing/test_bench.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/text/outline_pane.h"
#include "views/pages/editor/text/problem_words.h"
#include "views/pages/editor/text/problems_pane.h"
#include "views/pages/editor/text/yaml_pane.h"
#include "views/pages/editor/versions/disk_strip.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QJsonArray>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace batuta::views {
namespace {

const QString kColumnsKey = QStringLiteral("editor/columns"), kRowsKey = QStringLiteral("editor/rows"),
              kBottomKey = QStringLiteral("editor/bottom"), kPaneKey = QStringLiteral("editor/pane"),
              kInspectorKey = QStringLiteral("editor/inspector"),
              kOverlayKey = QStringLiteral("editor/overlay");
constexpr int kInspectorWidth = 288, kWidestInspector = 420, kBottomHeight = 236, kLeastYaml = 240,
              kLeastPane = 320;
const QStringList kPanes{"problems", "outline", "tests"};

void restoreSizes(const ViewState &state, const QString &key, QSplitter *splitter,
                  const QList<int> &otherwise)
{
    QList<int> sizes;
    for (const QJsonValue &value : state.value(key).toArray())
        sizes.append(qBound(0, value.toInt(), 10'000));
    splitter->setSizes(sizes.size() == splitter->count() ? sizes : otherwise);
}

QJsonArray sizesOf(const QSplitter *splitter)
{
    QJsonArray sizes;
    for (const int size : splitter->sizes())
        sizes.append(size);
    return sizes;
}

} // namespace

EditorDesk::EditorDesk(Context context, FlowFiles &files, QWidget *scope, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_files(files)
    , m_scope(scope)
    , m_bench(new TestBench(*files.document(), context.engine, context.state, this))
    , m_canvas(new EditCanvas(*files.document(), context.commands, scope, this))
    , m_inspector(new EditInspector(*files.document(), context.engine, this))
    , m_figures(new FiguresSource(context.engine, this))
    , m_disk(new DiskStrip(this))
    , m_draft(new Notice(Notice::Kind::Info, this))
    , m_tryAgain(m_draft->addButton(QString(), QStringLiteral("retry")))
    , m_side(new QWidget(this))
    , m_yaml(new YamlPane(*files.document(), this))
    , m_problems(new ProblemsPane(*files.document(), this))
    , m_outline(new OutlinePane(*files.document(), this))
    , m_tests(new TestPane(*m_bench, this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_bottom(new QSplitter(Qt::Horizontal, this))
{
    build();
    connectParts();
    connectBench();
    restore();
    retranslate();
    m_figures->setFlow(m_files.where().name);
    followDisk();
    followDraft();
}

EditorDesk::~EditorDesk() = default;

YamlPane &EditorDesk::showYaml()
{
    if (m_mode == "graph")
        setMode("split");
    m_yaml->setFocus();
    return *m_yaml;
}

QWidget *EditorDesk::makeBottom()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (QWidget *pane : std::initializer_list<QWidget *>{m_problems, m_outline, m_tests}) {
        m_tabs->addTab({});
        m_stack->addWidget(pane);
    }
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    m_bottom->addWidget(m_yaml);
    m_bottom->addWidget(side);
    m_bottom->setChildrenCollapsible(false);
    m_yaml->setMinimumWidth(themeOf(this).scaled(kLeastYaml));
    m_stack->setMinimumWidth(themeOf(this).scaled(kLeastPane)); // whichever is shown: nothing moves by itself
    return m_bottom;
}

QWidget *EditorDesk::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rows->addWidget(m_canvas);
    m_rows->addWidget(makeBottom());
    m_rows->setStretchFactor(0, 1);
    m_rows->setChildrenCollapsible(false);
    column->addWidget(m_disk);
    column->addWidget(m_draft);
    column->addWidget(m_rows, 1);
    return centre;
}

/// The inspector, and below it what is done with the step that it shows.
QWidget *EditorDesk::makeSide()
{
    auto *foot = new Bar(Bar::Kind::Footer, m_side);
    for (const char *id : {"editor.test_step", "editor.test_edit_pin"}) {
        auto *button = new Button(m_context.commands.action(id), Button::Variant::Normal, foot);
        button->setSmall(true);
        button->setKeyHint({});
        foot->row()->addWidget(button);
    }
    foot->row()->addStretch(1);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_inspector, 1);
    column->addWidget(foot);
    connect(&document(), &FlowDocument::selectionChanged, foot,
            [this, foot] { foot->setVisible(!document().selection().empty()); });
    foot->setVisible(!document().selection().empty());
    return m_side;
}

void EditorDesk::build()
{
    m_columns->addWidget(makeCentre());
    m_columns->addWidget(makeSide());
    m_columns->setStretchFactor(0, 1);
    m_columns->setChildrenCollapsible(false);
    const Theme &theme = themeOf(this);
    m_inspector->setMinimumWidth(theme.scaled(kInspectorWidth)); // the foot below it may want more
    m_side->setMaximumWidth(theme.scaled(kWidestInspector));
    for (QWidget *pane :
         std::initializer_list<QWidget *>{m_canvas, m_inspector, m_yaml, m_problems, m_outline, m_tests})
        pane->setProperty("pane", true); // F6 goes from one to the next
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_columns);
}

void EditorDesk::connectParts()
{
    connect(&m_files, &FlowFiles::fileOnDiskChanged, this, &EditorDesk::followDisk);
    connect(&m_files, &FlowFiles::draftChanged, this, &EditorDesk::followDraft);
    connect(&m_files, &FlowFiles::reloaded, this,
            [this] { emit told(tr("The file was changed outside, and was read again.")); });
    connect(m_disk, &DiskStrip::reloadWanted, &m_files, &FlowFiles::reload);
    connect(m_disk, &DiskStrip::keepMineWanted, this, [this] {
        m_isDraftAnswered = true;
        m_files.keepMine();
        followDraft();
    });
    connect(m_disk, &DiskStrip::compareWanted, this, &EditorDesk::compareWanted);
    connect(m_figures, &FiguresSource::changed, this,
            [this] { m_canvas->setFigures(m_figures->figures(), m_environment); });
    connect(m_canvas, &EditCanvas::overlayChanged, this, [this](CanvasOverlay overlay) {
        m_context.state.setValue(kOverlayKey, static_cast<int>(overlay));
    });
    connect(m_canvas, &EditCanvas::inspectorRequested, this, [this] {
        m_side->show();
        m_inspector->focusLabel();
    });
    connect(m_tryAgain, &QAbstractButton::clicked, this, &EditorDesk::reopenWanted);
    connect(&document(), &FlowDocument::placeSelected, this, &EditorDesk::showField);
    connect(m_problems, &ProblemsPane::fieldRequested, this, &EditorDesk::enterField);
    connect(m_problems, &ProblemsPane::valueRequested, this, &EditorDesk::openKey);
    connect(m_inspector, &EditInspector::openKeyRequested, this, &EditorDesk::openKey);
    m_inspector->setProblemWords(problemMessage);
    connect(m_inspector, &EditInspector::left, this, &EditorDesk::focusCanvas);
    connect(m_inspector, &EditInspector::openFlowRequested, this, [this](const QString &flow) {
        emit openRequested({"flow", flow, {}});
    });
    connect(m_inspector, &EditInspector::openRunRequested, this,
            [this](const QString &run, const QString &step) {
                Address address{"run", run, {}};
                if (!step.isEmpty())
                    address.query.addQueryItem("step", step);
                emit openRequested(address);
            });
    for (QSplitter *splitter : {m_columns, m_rows, m_bottom})
        connect(splitter, &QSplitter::splitterMoved, this, &EditorDesk::remember);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int at) {
        m_stack->setCurrentIndex(at);
        m_context.state.setValue(kPaneKey, kPanes.value(at));
    });
    connect(m_outline, &OutlinePane::stepActivated, this,
            [this](const QString &step) { m_canvas->reveal(step.toStdString()); });
    connect(m_canvas, &EditCanvas::told, this, &EditorDesk::told);
    connect(m_inspector, &EditInspector::told, this, &EditorDesk::told);
}

void EditorDesk::setSurroundings(const edit::Surroundings &surroundings)
{
    document().setSurroundings(surroundings);
    m_inspector->setSurroundings(surroundings);
    m_yaml->setSurroundings(surroundings);
}

void EditorDesk::setEnvironment(const QString &name)
{
    m_environment = name;
    m_canvas->setFigures(m_figures->figures(), name);
}

void EditorDesk::connectBench()
{
    connect(m_bench, &TestBench::stepsChanged, this, &EditorDesk::followBench);
    connect(m_tests, &TestPane::told, this, &EditorDesk::told);
    connect(m_tests, &TestPane::changed, &m_context.commands, &CommandRegistry::update);
    for (const auto signal :
         {&TestSetup::pinsChanged, &TestSetup::faultsChanged, &TestSetup::breakpointsChanged})
        connect(&m_bench->setup(), signal, this, &EditorDesk::followBench);
    connect(m_bench, &TestBench::phaseChanged, this, [this] {
        if (m_bench->phase() == TestBench::Phase::Starting)
            showBottom("tests");
    });
    connect(m_canvas, &EditCanvas::runStepRequested, this,
            [this](const QString &step) { m_bench->runStep(step.toStdString()); });
    connect(m_canvas, &EditCanvas::runToStepRequested, this,
            [this](const QString &step) { m_bench->runUpTo(step.toStdString()); });
    connect(m_canvas, &EditCanvas::breakpointToggled, this,
            [this](const QString &step) { m_bench->setup().toggleBreakpoint(step.toStdString()); });
    followBench();
}

void EditorDesk::setMode(const QString &mode)
{
    m_mode = mode == "graph" || mode == "yaml" ? mode : QStringLiteral("split");
    m_canvas->setVisible(m_mode != "yaml");
    m_bottom->setVisible(m_mode != "graph");
    emit modeChanged();
}

void EditorDesk::showBottom(const QString &pane)
{
    if (m_mode == "graph")
        setMode("split");
    m_tabs->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, kPanes.indexOf(pane))));
}

void EditorDesk::toggleInspector()
{
    m_side->setVisible(m_side->isHidden());
    m_context.state.setValue(kInspectorKey, !m_side->isHidden());
    m_context.commands.update();
}

void EditorDesk::focusCanvas()
{
    if (m_mode == "yaml")
        m_yaml->setFocus();
    else
        m_canvas->view().setFocus();
}

void EditorDesk::reveal(const std::string &step)
{
    document().select({step});
    m_canvas->reveal(step);
}

void EditorDesk::restore()
{
    const Theme &theme = themeOf(this);
    restoreSizes(m_context.state, kColumnsKey, m_columns,
                 {theme.scaled(1076), theme.scaled(kInspectorWidth)});
    restoreSizes(m_context.state, kRowsKey, m_rows, {theme.scaled(560), theme.scaled(kBottomHeight)});
    restoreSizes(m_context.state, kBottomKey, m_bottom, {theme.scaled(620), theme.scaled(456)});
    m_side->setVisible(m_context.state.value(kInspectorKey).toBool(true));
    const qsizetype pane = kPanes.indexOf(m_context.state.value(kPaneKey).toString());
    m_tabs->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, pane)));
    m_canvas->setOverlay(static_cast<CanvasOverlay>(
        qBound(0, m_context.state.value(kOverlayKey).toInt(static_cast<int>(CanvasOverlay::P95)), 4)));
}

void EditorDesk::remember()
{
    m_context.state.setValue(kColumnsKey, sizesOf(m_columns));
    m_context.state.setValue(kRowsKey, sizesOf(m_rows));
    m_context.state.setValue(kBottomKey, sizesOf(m_bottom));
}

void EditorDesk::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EditorDesk::retranslate()
{
    m_tabs->setTabText(0, tr("Problems"));
    m_tabs->setTabText(1, tr("Outline"));
    m_tabs->setTabText(2, tr("Tests"));
    m_tabs->setAccessibleName(tr("What is shown beside the YAML"));
    m_tryAgain->setText(tr("Try again"));
    followDraft();
}

} // namespace batuta::views
