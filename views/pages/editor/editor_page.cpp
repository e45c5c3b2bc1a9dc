// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/editor_page.h"

#include "views/models/document/draft_list.h"
#include "views/models/document/surroundings_loader.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_header.h"
#include "views/pages/editor/inspector/edit_inspector.h"
#include "views/pages/editor/text/yaml_pane.h"
#include "views/pages/editor/versions/versions_desk.h"
#include "views/theme/theme.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace batuta::views {
namespace {

const QString kModeKey = QStringLiteral("editor/mode");
const QString kLastKey = QStringLiteral("flows/last");

} // namespace

EditorPage::EditorPage(Context context, EngineControl &control, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_control(control)
    , m_mode(context.state.value(kModeKey).toString(QStringLiteral("split")))
{
    addCommands();
    build();
    retranslate();
    connect(&m_context.engine, &EngineLink::flowsChanged, this, [this] {
        if (m_surroundings)
            m_surroundings->load();
        showFacts();
    });
    connect(&m_context.engine, &EngineLink::stateChanged, this, [this] { m_context.commands.update(); });
}

EditorPage::~EditorPage()
{
    close();
}

void EditorPage::build()
{
    const auto action = [this](const char *id) { return m_context.commands.action(id); };
    m_header = new EditorHeader({action("editor.undo"), action("editor.redo"), action("editor.more"),
                                 action("editor.compare"), action("editor.publish"), action("editor.test")},
                                this);
    m_place = new QWidget(this);
    auto *inside = new QVBoxLayout(m_place);
    inside->setContentsMargins(0, 0, 0, 0);
    m_pane = new StatePane(m_place, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pane, 1);
    connect(m_header, &EditorHeader::flowsWanted, this, [this] {
        emit openRequested({"flows", m_flow, {}});
    });
    connect(m_header, &EditorHeader::modeChosen, this, [this](const QString &mode) {
        if (m_desk)
            m_desk->setMode(mode);
    });
}

QString EditorPage::title() const
{
    return m_flow.isEmpty() ? tr("Flow editor") : tr("%1, edited", "a flow's name").arg(m_flow);
}

Address EditorPage::address() const
{
    Address address{"flow", m_flow, {}};
    if (m_desk && m_desk->document().selection().size() == 1)
        address.query.addQueryItem("step", QString::fromStdString(m_desk->document().selection().front()));
    return address;
}

void EditorPage::open(const Address &address)
{
    const QString last = m_context.state.value(kLastKey).toString();
    const QString name = !address.id.isEmpty() ? address.id : !m_flow.isEmpty() ? m_flow : last;
    m_step = address.query.queryItemValue("step");
    if (address.query.queryItemValue("new") == "1" && whyNotNew().isEmpty())
        QTimer::singleShot(0, this, &EditorPage::newFlow); // once the page is shown, and has had the focus
    if (name != m_flow || !m_files)
        return openFlow(name);
    if (m_desk && !m_step.isEmpty())
        m_desk->reveal(m_step.toStdString());
    m_step.clear();
}

/// Everything that stands on the disk or with the engine, once more; what is edited stays.
void EditorPage::refresh()
{
    if (m_surroundings)
        m_surroundings->load();
    if (!m_desk && !m_flow.isEmpty())
        return openFlow(m_flow);
    if (!m_desk)
        return showWhyNothing();
    m_files->checkDisk();
    m_versions->source().load();
    m_desk->inspector().refreshRuns();
    m_desk->refreshFigures();
}

void EditorPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_files)
        m_files->checkDisk();
}

void EditorPage::close()
{
    m_versions.reset();
    m_desk.reset();
    m_files.reset();
}

/// The file that the flow stands in, or is to stand in when there is only a draft; "" when nobody knows.
QString EditorPage::fileOf(const QString &name) const
{
    if (const client::FlowSummary *flow = m_context.engine.flow(name))
        return QString::fromStdString(flow->file);
    const QString workspace = m_control.workspace().folder;
    for (const DraftEntry &draft : listDrafts(workspace.toStdString()))
        if (QString::fromStdString(draft.name) == name)
            return workspace + '/' + QString::fromStdString(draft.file);
    const QDir flows(workspace + "/flows"); // one that the engine could not read
    for (const QString &system : flows.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (flows.exists(system + '/' + name + ".yaml"))
            return flows.filePath(system + '/' + name + ".yaml");
    return {};
}

void EditorPage::openFlow(const QString &name)
{
    close();
    m_flow = name;
    const WorkspaceInfo workspace = m_control.workspace();
    const QString file = workspace.isElsewhere() ? QString() : fileOf(name);
    showFacts();
    if (file.isEmpty())
        return showWhyNothing();
    if (!m_surroundings) {
        m_surroundings = std::make_unique<SurroundingsLoader>(workspace.folder.toStdString(),
                                                              workspace.environment.toStdString());
        m_surroundings->load();
    }
    m_pane->showLoading();
    m_files = std::make_unique<FlowFiles>(
        FlowFiles::Where{workspace.folder.toStdString(), name.toStdString(), file.toStdString()},
        tr("Read the file again"));
    connect(m_files.get(), &FlowFiles::opened, this, &EditorPage::opened);
    connect(m_files.get(), &FlowFiles::failed, this, [this](const Error &why) {
        m_pane->showError(errorSentence(why), errorAdvice(why), m_context.commands.action("app.refresh"));
        showFacts();
    });
    connect(m_files.get(), &FlowFiles::draftChanged, this, &EditorPage::showFacts);
    connect(m_files.get(), &FlowFiles::fileOnDiskChanged, this, &EditorPage::showFacts);
    connect(m_files.get(), &FlowFiles::problemFound, this,
            [this](const Error &problem) { emit told(errorSentence(problem)); });
    m_files->open();
    m_context.state.setValue(kLastKey, name);
    emit addressChanged();
}

void EditorPage::opened()
{
    if (m_desk) // read again after it had failed
        return;
    m_desk = std::make_unique<EditorDesk>(m_context, *m_files, this, m_place);
    m_place->layout()->addWidget(m_desk.get());
    m_versions = std::make_unique<VersionsDesk>(m_context, *m_files, window());
    connect(m_versions.get(), &VersionsDesk::versionsChanged, this, &EditorPage::showFacts);
    connect(m_versions.get(), &VersionsDesk::told, this, &Page::told);
    connect(m_desk.get(), &EditorDesk::compareWanted, m_versions.get(), &VersionsDesk::compareWithDisk);
    connectDesk();
    m_desk->setMode(m_mode);
    m_header->setMode(m_mode);
    m_pane->showContent();
    if (!m_step.isEmpty())
        m_desk->reveal(std::exchange(m_step, {}).toStdString());
    showFacts();
    const auto overlays = window()->findChildren<Overlay *>(QString(), Qt::FindDirectChildrenOnly);
    const bool isCovered =
        std::any_of(overlays.begin(), overlays.end(), [](const Overlay *each) { return each->isVisible(); });
    if (isVisible() && !isCovered) // a dialog keeps the focus that it has
        m_desk->focusCanvas();
}

void EditorPage::connectDesk()
{
    FlowDocument &document = m_desk->document();
    m_desk->setEnvironment(m_control.workspace().environment);
    m_desk->setSurroundings(m_surroundings->surroundings());
    connect(m_surroundings.get(), &SurroundingsLoader::loaded, m_desk.get(),
            [this] { m_desk->setSurroundings(m_surroundings->surroundings()); });
    connect(&document, &FlowDocument::changedChanged, this, &EditorPage::showFacts);
    connect(&document, &FlowDocument::problemsChanged, this, [this] { m_context.commands.update(); });
    connect(&document, &FlowDocument::selectionChanged, this, [this] {
        m_context.commands.update();
        emit addressChanged();
    });
    connect(&document, &FlowDocument::refused, this,
            [this](const Error &why) { emit told(errorSentence(why)); });
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, [this] { m_context.commands.update(); });
    connect(m_desk.get(), &EditorDesk::told, this, &Page::told);
    connect(
        m_desk.get(), &EditorDesk::reopenWanted, this, [this] { openFlow(m_flow); },
        Qt::QueuedConnection); // the desk goes with it
    for (QAction *action : m_yamlActions)
        m_desk->yaml().addAction(action);
    connect(m_desk.get(), &EditorDesk::openRequested, this, &Page::openRequested);
    connect(m_desk.get(), &EditorDesk::modeChanged, this, [this] {
        m_mode = m_desk->mode();
        m_header->setMode(m_mode);
        m_context.state.setValue(kModeKey, m_mode);
    });
}

void EditorPage::showWhyNothing()
{
    if (m_control.workspace().isElsewhere())
        m_pane->showEmpty(tr("The files of this workspace are with its engine. Edit flows where they are."));
    else if (m_flow.isEmpty())
        m_pane->showEmpty(tr("Choose a flow from the list."), m_context.commands.action("editor.new"));
    else
        m_pane->showEmpty(tr("There is no flow named %1 in this workspace.").arg(m_flow),
                          m_context.commands.action("editor.new"));
}

void EditorPage::showFacts()
{
    EditorFacts facts;
    const client::FlowSummary *flow = m_context.engine.flow(m_flow);
    if (m_desk && m_desk->document().flow())
        flow = &*m_desk->document().flow();
    if (flow)
        facts.system = QString::fromStdString(flow->system);
    else if (m_files) // its first draft has no step yet
        facts.system = QFileInfo(QString::fromStdString(m_files->where().file)).dir().dirName();
    facts.name = m_flow;
    facts.version = versionWord();
    if (m_files)
        facts.versionHint = tr("Version %1 of the file").arg(QString::fromStdString(m_files->knownVersion()));
    facts.saved = savedWord();
    m_header->present(facts);
    m_context.commands.update();
}

void EditorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void EditorPage::retranslate()
{
    setAccessibleName(title());
    showFacts();
    if (!m_files)
        showWhyNothing();
}

} // namespace batuta::views
