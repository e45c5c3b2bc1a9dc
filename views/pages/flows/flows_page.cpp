// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flows_page.h"

#include "views/graph/flow_view.h"
#include "views/models/document/draft_list.h"
#include "views/pages/flows/file_words.h"
#include "views/pages/flows/flow_canvas.h"
#include "views/pages/flows/flow_header.h"
#include "views/pages/flows/flow_inspector.h"
#include "views/pages/flows/flow_list.h"
#include "views/theme/theme.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QJsonArray>
#include <QJsonObject>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QThreadPool>
#include <QUrlQuery>

#include <utility>

namespace batuta::views {
namespace {

const QString kPanesKey = QStringLiteral("flows/panes");
const QString kInspectorKey = QStringLiteral("flows/inspector");
const QString kLastKey = QStringLiteral("flows/last");

constexpr int kListWidth = 216;
constexpr int kInspectorWidth = 288, kWidestInspector = 352;

} // namespace

FlowsPage::FlowsPage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_list(new FlowList(context.engine, this))
    , m_canvas(new FlowCanvas(this))
    , m_pane(new StatePane(m_canvas, this))
    , m_inspector(new FlowInspector(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
{
    addCommands();
    addCanvasCommands();
    addEditorCommands();
    build();
    connectParts();
    restorePanes();
    retranslate();
    follow();
}

FlowsPage::~FlowsPage() = default;

void FlowsPage::build()
{
    CommandRegistry &commands = m_context.commands;
    m_header = new FlowHeader({commands.action("flows.new"), commands.action("flows.routes"),
                               commands.action("flows.drafts"), commands.action("flows.edit"),
                               commands.action("flows.runs"), commands.action("flows.inspector"),
                               commands.action("flows.run")},
                              this);
    for (QWidget *part : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_pane),
                          static_cast<QWidget *>(m_inspector)})
        m_split->addWidget(part);
    for (QWidget *pane : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(&m_canvas->view()),
                          static_cast<QWidget *>(m_inspector)})
        pane->setProperty("pane", true);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 1);
    const auto size = [this] {
        const Theme &theme = themeOf(this);
        m_list->setMinimumWidth(theme.scaled(160));
        m_inspector->setMinimumWidth(theme.scaled(kInspectorWidth));
        m_inspector->setMaximumWidth(theme.scaled(kWidestInspector));
        m_pane->setMinimumWidth(theme.scaled(240));
    };
    connect(&themeOf(this), &Theme::changed, this, size);
    size();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_split, 1);
    setFocusProxy(m_list);
}

void FlowsPage::connectParts()
{
    FlowView &view = m_canvas->view();
    connect(m_list, &FlowList::flowChosen, this, &FlowsPage::choose);
    connect(m_list, &FlowList::problemChosen, this, &FlowsPage::showProblem);
    connect(&view, &FlowView::selectionChanged, this, [this] {
        showInspector();
        emit addressChanged();
    });
    connect(&view, &FlowView::laidOut, this, [this] {
        m_pane->showContent();
        const QString step = std::exchange(m_step, {});
        if (!step.isEmpty())
            m_canvas->view().select(step.toStdString());
        if (std::exchange(m_isStepAsked, false))
            m_canvas->view().revealSelection();
    });
    connect(&view, &FlowView::cameraChanged, this, &FlowsPage::remember);
    connect(m_split, &QSplitter::splitterMoved, this, &FlowsPage::rememberPanes);
    connect(&m_context.engine, &EngineLink::flowsChanged, this, &FlowsPage::follow);
    connect(&m_context.engine, &EngineLink::stateChanged, this, &FlowsPage::follow);
}

QString FlowsPage::title() const
{
    return tr("Flows");
}

Address FlowsPage::address() const
{
    Address address{"flows", m_flow, {}};
    const std::string step = m_canvas->view().selected();
    if (!step.empty() && isShown())
        address.query.addQueryItem("step", QString::fromStdString(step));
    return address;
}

void FlowsPage::open(const Address &address)
{
    m_hasOpened = true;
    const QString step = address.query.queryItemValue("step");
    const QString last = m_context.state.value(kLastKey).toString();
    const QString wanted = !address.id.isEmpty() ? address.id : !m_flow.isEmpty() ? m_flow : last;
    if (wanted == m_flow && isShown()) {
        if (!step.isEmpty()) {
            m_canvas->view().select(step.toStdString());
            m_canvas->view().revealSelection();
        }
        return;
    }
    m_step = step;
    m_isStepAsked = !step.isEmpty();
    choose(wanted);
}

void FlowsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    readDrafts();
    if (!m_hasOpened)
        open({"flows", {}, {}});
}

/// The engine told its flows, or is gone: shows what is wanted as far as it is known.
void FlowsPage::follow()
{
    m_context.commands.update();
    if (!m_hasOpened)
        return;
    const client::FlowSummary *flow = m_context.engine.flow(m_flow);
    if (!flow && m_version.isEmpty())
        choose(m_flow);
    else if (!flow && !m_context.engine.flows().empty())
        showNothing(); // its file is gone, or is broken now
    else if (flow && QString::fromStdString(flow->version) != m_version)
        showFlow(*flow);
}

void FlowsPage::choose(const QString &name)
{
    const QString wanted = !name.isEmpty() || m_context.engine.flows().empty() ? name : m_list->firstFlow();
    const bool isOther = wanted != m_flow;
    if (isOther)
        m_version.clear();
    m_flow = wanted;
    m_list->setCurrent(wanted);
    const client::FlowSummary *flow = m_context.engine.flow(wanted);
    if (flow && m_version.isEmpty())
        showFlow(*flow);
    else if (!flow)
        showNothing();
    if (isOther)
        emit addressChanged();
}

void FlowsPage::showFlow(const client::FlowSummary &flow)
{
    const QJsonObject kept = m_context.state.value(flowKey()).toObject();
    const bool isSame = !m_version.isEmpty();
    m_version = QString::fromStdString(flow.version);
    m_header->present(flow, inWorkspace(flow.file, m_context.engine.info().workspace));
    if (m_step.isEmpty() && !isSame)
        m_step = kept.value("step").toString();
    if (!m_canvas->view().isLaidOut())
        m_pane->showLoading();
    else
        m_pane->showContent();
    m_canvas->view().setFlow(flow, {kept.value("zoom").toDouble(),
                                    QPointF(kept.value("x").toDouble(), kept.value("y").toDouble())});
    showInspector();
    m_context.state.setValue(kLastKey, m_flow);
    m_context.commands.update();
}

void FlowsPage::showNothing()
{
    m_version.clear();
    m_header->clear();
    m_inspector->clear();
    m_canvas->view().clear();
    m_context.commands.update();
    const EngineLink &engine = m_context.engine;
    if (!engine.flows().empty())
        m_pane->showEmpty(m_flow.isEmpty() ? tr("Choose a flow from the list.")
                                           : tr("There is no flow named %1 in this workspace.").arg(m_flow));
    else if (engine.state() == EngineLink::State::Unreachable)
        m_pane->showError(tr("The engine cannot be reached."), errorSentence(engine.reason()), nullptr);
    else if (engine.state() == EngineLink::State::Running && !engine.info().workspace.empty())
        m_pane->showEmpty(tr("A flow that is added to the workspace is shown here."));
    else
        m_pane->showLoading();
}

void FlowsPage::showProblem(const QString &sentence, const QString &place, const QString &advice)
{
    m_flow.clear();
    showNothing();
    m_pane->showError(place.isEmpty() ? sentence
                                      : tr("%1\n%2", "a problem and its place").arg(sentence, place),
                      advice, nullptr);
    emit addressChanged();
}

void FlowsPage::showInspector()
{
    if (const client::FlowSummary *flow = m_context.engine.flow(m_flow))
        m_inspector->present(*flow, isShown() ? m_canvas->view().selected() : m_step.toStdString());
}

QString FlowsPage::flowKey() const
{
    return "flows/flow/" + m_flow;
}

/// Whether the graph on the canvas is that of the chosen flow.
bool FlowsPage::isShown() const
{
    const FlowView &view = m_canvas->view();
    return !m_version.isEmpty() && view.isLaidOut() && view.flowName() == m_flow.toStdString();
}

/// Of the flow that is shown: where one looks, and what is selected.
void FlowsPage::remember()
{
    if (!isShown() || !m_step.isEmpty() || !isVisible())
        return;
    const Camera camera = m_canvas->view().camera();
    m_context.state.setValue(flowKey(),
                             QJsonObject{{"zoom", camera.zoom},
                                         {"x", camera.centre.x()},
                                         {"y", camera.centre.y()},
                                         {"step", QString::fromStdString(m_canvas->view().selected())}});
}

void FlowsPage::restorePanes()
{
    const QJsonArray kept = m_context.state.value(kPanesKey).toArray();
    const Theme &theme = themeOf(this);
    QList<int> sizes{theme.scaled(kListWidth), theme.scaled(840), theme.scaled(kInspectorWidth)};
    for (int i = 0; i < 3 && kept.size() == 3; ++i)
        sizes[i] = qBound(0, kept[i].toInt(), 10'000);
    m_split->setSizes(sizes);
    m_inspector->setVisible(m_context.state.value(kInspectorKey).toBool(true));
}

void FlowsPage::rememberPanes()
{
    QJsonArray sizes;
    for (const int size : m_split->sizes())
        sizes.append(size);
    if (m_inspector->isVisible())
        m_context.state.setValue(kPanesKey, sizes);
}

void FlowsPage::toggleInspector()
{
    m_inspector->setVisible(m_inspector->isHidden());
    m_context.state.setValue(kInspectorKey, !m_inspector->isHidden());
    m_context.commands.update();
}

/// Flows that nobody but their author has: the engine does not know them.
void FlowsPage::readDrafts()
{
    const std::string workspace = m_context.engine.info().workspace;
    if (workspace.empty())
        return;
    QThreadPool::globalInstance()->start([this, workspace, way = m_replies.way()] {
        QStringList names;
        for (const DraftEntry &draft : listDrafts(workspace))
            if (draft.isNew)
                names.append(QString::fromStdString(draft.name));
        way([this, names] {
            m_drafts = names;
            m_header->setDrafts(static_cast<int>(names.size()));
            m_context.commands.update();
        });
    });
}

void FlowsPage::openDrafts()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : m_drafts)
        menu->addAction(name, this, [this, name] { emit openRequested({"flow", name, {}}); });
    menu->popup(QCursor::pos());
}

void FlowsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void FlowsPage::retranslate()
{
    setAccessibleName(title());
    if (m_hasOpened && m_version.isEmpty())
        showNothing();
}

} // namespace batuta::views
