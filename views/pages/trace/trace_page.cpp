// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/trace_page.h"

#include "views/models/cloud_places.h"
#include "views/pages/trace/ask_pane.h"
#include "views/pages/trace/inspector_facts.h"
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/playback_bar.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_bar.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_header.h"
#include "views/pages/trace/trace_words.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QSplitter>

namespace batuta::views {
namespace {

constexpr int kTick = 250; // ms between two growths of what is open

} // namespace

TracePage::TracePage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_places(new CloudPlaces(context.engine, this))
    , m_feed(context.engine, m_model)
    , m_past(context.engine)
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &TracePage::tick);
    addCommands();
    build();
    connectParts();
    restore();
    retranslate();
}

TracePage::~TracePage() = default;

void TracePage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto action = [this](const char *id) { return m_context.commands.action(id); };
    m_header = new TraceHeader({action("trace.retry"),
                                action("trace.cancel"),
                                action("trace.pause"),
                                action("trace.resume"),
                                action("trace.compare"),
                                action("trace.copyId"),
                                {action("trace.copyCurl"), action("trace.copyCommand"),
                                 action("trace.copyInput"), action("trace.capsule")},
                                {action("trace.retry"), action("trace.rerunHere"), action("trace.runAgain")}},
                               this);
    m_notice = new Notice(Notice::Kind::Info, this);
    m_receiptsButton = m_notice->addButton(tr("Receipts"), "logs");
    auto *content = new QWidget(this);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    m_facts = new FactStrip(content);
    m_bar = new TraceBar(m_axis, m_model.run(),
                         {action("trace.zoomOut"), action("trace.zoomIn"), action("trace.fit")}, content);
    m_canvas = new TraceCanvas(m_model, m_axis, content);
    m_logs = new LogPanel(m_context.engine, m_model, m_context.preferences, content);
    m_inspector = new StepInspector(m_model, m_past, content);
    for (QWidget *pane : {static_cast<QWidget *>(&m_canvas->tree()), static_cast<QWidget *>(&m_logs->list()),
                          static_cast<QWidget *>(m_inspector)})
        pane->setProperty("pane", true);
    m_down = new QSplitter(Qt::Vertical, content);
    m_down->addWidget(m_canvas);
    m_down->addWidget(m_logs);
    m_down->setStretchFactor(0, 1);
    m_transport = new PlaybackBar(
        {action("trace.momentBack"), action("trace.momentForward"), action("trace.leavePlayback")}, content);
    connect(m_transport, &PlaybackBar::instantChanged, this, &TracePage::showMoment);
    auto *left = new QWidget(content);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_bar);
    leftColumn->addWidget(m_transport);
    leftColumn->addWidget(m_down, 1);
    m_across = new QSplitter(Qt::Horizontal, content);
    m_across->addWidget(left);
    m_across->addWidget(m_inspector);
    m_across->setStretchFactor(0, 1);
    m_across->setCollapsible(0, false);
    m_down->setCollapsible(0, false);
    inside->addWidget(m_facts);
    inside->addWidget(m_across, 1);
    m_state = new StatePane(content, this);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_state, 1);
    m_notice->hide();
    setFocusProxy(&m_canvas->tree()); // its letters act at once
}

void TracePage::connectParts()
{
    for (QAction *action : m_context.commands.commandsOf(this))
        if (action->property("letter").toBool())
            m_canvas->addAction(action); // else a letter would act while the focus is in a field
    connect(m_header, &TraceHeader::runsRequested, this, [this] { emit openRequested({"runs", {}, {}}); });
    const auto openFlow = [this](const QString &step) {
        Address flow{"flow", QString::fromStdString(m_model.run().record().flow), {}};
        if (!step.isEmpty())
            flow.query.addQueryItem("step", step);
        emit openRequested(flow);
    };
    connect(m_header, &TraceHeader::flowRequested, this, [openFlow] { openFlow({}); });
    connect(m_inspector, &StepInspector::flowRequested, this, openFlow);
    connect(m_inspector, &StepInspector::told, this, &Page::told);
    connect(m_receiptsButton, &QAbstractButton::clicked, this, &TracePage::showReceipts);
    connect(&m_inspector->ask(), &AskPane::answerRequested, this, &TracePage::askAnswer);
    connect(m_inspector, &StepInspector::runRequested, this, [this](const QString &id) {
        emit openRequested({"run", id, {}});
    });
    connect(m_inspector, &StepInspector::failuresRequested, this, &TracePage::showFailures);
    connect(m_logs, &LogPanel::logsRequested, this, &TracePage::openLogs);
    connect(m_logs, &LogPanel::cloudLogsRequested, this, &TracePage::openCloudLogs);
    connect(m_places, &CloudPlaces::changed, this, &TracePage::updateRun);
    connect(m_inspector, &StepInspector::attemptChosen, this, [this] { m_follows = false; });
    connect(m_logs, &LogPanel::told, this, &Page::told);
    connect(m_bar, &TraceBar::changed, this, [this] {
        m_canvas->setLook(m_bar->look());
        m_canvas->setMiniGraphShown(m_bar->isGraphShown());
        remember();
    });
    connect(m_canvas, &TraceCanvas::miniGraphClosed, this, [this] { m_bar->toggleGraph(); });
    connect(&m_canvas->tree(), &TraceTree::currentNodeChanged, this, &TracePage::selectionChanged);
    connect(&m_feed, &TraceFeed::stateChanged, this, &TracePage::updateState);
    connect(&m_feed, &TraceFeed::eventsApplied, m_logs, &LogPanel::refresh);
    connect(&m_model, &TraceModel::runChanged, this, &TracePage::updateRun);
    connect(&m_versions, &VersionNames::changed, this, &TracePage::updateRun);
    connect(&m_model, &TraceModel::picturesChanged, m_inspector, &StepInspector::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_step.empty() && !m_isFirst) { // the same steps in other groups
            m_isSelecting = true;
            m_canvas->select(m_model.run().find(m_step));
            m_isSelecting = false;
        }
    });
    connect(&m_context.engine, &EngineLink::stateChanged, this, &TracePage::updateNotice);
    connect(&m_context.engine, &EngineLink::flowsChanged, this, [this] {
        m_canvas->setFlow(m_context.engine.flow(QString::fromStdString(m_model.run().record().flow)));
    });
    connect(&m_context.preferences, &Preferences::changed, this, [this] {
        m_bar->setUtc(m_context.preferences.utc());
        updateRun();
    });
    connect(&themeOf(this), &Theme::changed, this, &TracePage::narrow, Qt::QueuedConnection);
    connect(m_across, &QSplitter::splitterMoved, this, &TracePage::remember);
    connect(m_down, &QSplitter::splitterMoved, this, &TracePage::remember);
}

void TracePage::retranslate()
{
    setAccessibleName(title());
    updateNotice();
    updateRun();
}

void TracePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

QString TracePage::title() const
{
    return m_feed.execution().isEmpty() ? tr("Run")
                                        : tr("Run %1").arg(shortId(m_feed.execution().toStdString()));
}

Address TracePage::address() const
{
    Address address{"run", m_feed.execution(), {}};
    if (!m_step.empty())
        address.query.addQueryItem("step", QString::fromStdString(m_step));
    return address;
}

void TracePage::open(const Address &address)
{
    const QString id = address.id.trimmed().toLower();
    m_wanted = address.query.queryItemValue("step");
    if (id == m_feed.execution() && m_feed.state() == TraceFeed::State::Ready) {
        m_canvas->select(m_model.run().find(m_wanted.toStdString()));
        return;
    }
    m_step.clear();
    m_isFirst = true;
    m_follows = false;
    m_wasEnded = false;
    m_cancelAsked.reset();
    m_receipts = {};
    m_childrenAsked.clear();
    dropPlayback();
    m_logs->clear();
    m_axis.setCursor(std::nullopt);
    m_feed.open(id);
    setAccessibleName(title());
    updateNotice();
}

void TracePage::updateState()
{
    switch (m_feed.state()) {
    case TraceFeed::State::Empty:
    case TraceFeed::State::Loading:
        m_state->showLoading();
        break;
    case TraceFeed::State::Unknown:
        m_state->showError(tr("No run has this id."),
                           tr("%1 does not run now, and the history of this workspace does not have it.")
                               .arg(m_feed.execution()),
                           m_toRuns);
        break;
    case TraceFeed::State::Failed:
        m_state->showError(errorSentence(m_feed.error()), errorAdvice(m_feed.error()),
                           m_context.commands.action("trace.reload"));
        break;
    case TraceFeed::State::Ready:
        m_state->showContent();
        if (m_playback)
            dropPlayback();
        m_past.open(m_model.run().record().flow, m_model.run().record().id, false);
        if (m_model.run().record().status == "cancelled" && m_receipts.isNull())
            askReceipts();
        askChildren();
        selectFirst();
        break;
    }
    updateRun();
}

void TracePage::updateAxis()
{
    if (m_playback)
        return; // the whole time stays in view
    const auto length = static_cast<double>(m_model.run().length(m_model.now()).count());
    if (m_model.run().hasEnded())
        m_axis.setLength(length);
    else
        m_axis.growTo(length);
}

void TracePage::updateRun()
{
    const TraceRun &run = m_model.run();
    m_header->setRun(m_feed.execution(), run, m_playback != nullptr);
    m_context.commands.update();
    m_inspector->ask().setWhyNot(whyNotLive());
    m_logs->setHasCloud(cloudPlace() != nullptr);
    if (run.isEmpty())
        return m_tick.stop();
    const int number =
        m_versions.numberOf(m_context.engine.info().workspace, run.record().flow, run.record().flowVersion);
    m_facts->setFacts(stripFacts(m_model, m_context.preferences.utc(), number));
    updateAxis();
    if (m_playback)
        return m_tick.stop();
    if (!run.hasEnded() && isVisible())
        m_tick.start();
    else
        m_tick.stop();
    follow();
    if (run.hasEnded() && !m_wasEnded) {
        m_wasEnded = true;
        m_logs->refresh();
        m_past.open(run.record().flow, run.record().id, true);
        m_childrenAsked.clear();
        askChildren();
        if (m_cancelAsked || run.record().status == "cancelled")
            askReceipts();
        updateNotice();
    }
}

void TracePage::updateNotice()
{
    m_context.commands.update();
    const TraceRun &run = m_model.run();
    const bool isCancelled = run.record().status == "cancelled";
    m_notice->setVisible(m_cancelAsked.has_value() || isCancelled);
    m_receiptsButton->setVisible(!m_receipts.isNull());
    if (!m_cancelAsked && !isCancelled)
        return;
    const QString asked =
        m_cancelAsked
            ? tr("Cancel was asked for at %1.").arg(clockTime(*m_cancelAsked, m_context.preferences.utc()))
            : QString();
    if (!run.hasEnded())
        m_notice->setText(asked, tr("Steps under way are being stopped; the run is not over yet."));
    else if (isCancelled)
        m_notice->setText(tr("The run was cancelled."), stoppedSentence(run));
    else
        m_notice->setText(asked, tr("The run ended by itself before that had an effect."));
}

/// What the address names; else what failed first on the critical path; else the newest one of a live run.
void TracePage::selectFirst()
{
    if (!std::exchange(m_isFirst, false))
        return;
    const TraceRun &run = m_model.run();
    m_canvas->setFlow(m_context.engine.flow(QString::fromStdString(run.record().flow)));
    m_wasEnded = run.hasEnded();
    m_axis.fit();
    updateAxis();
    int step = run.find(m_wanted.toStdString());
    if (step < 0 && !run.hasEnded()) {
        m_follows = true;
        step = run.newest();
    } else if (step < 0) {
        step = run.firstFailure();
    }
    m_isSelecting = true;
    if (step >= 0)
        m_canvas->select(step);
    else
        m_canvas->tree().setCurrentRow({});
    selectionChanged();
    m_isSelecting = false;
    QMetaObject::invokeMethod( // once the rows have their places
        this, [this] { m_canvas->tree().scrollTo(m_canvas->tree().currentIndex()); }, Qt::QueuedConnection);
}

void TracePage::follow()
{
    if (!m_follows)
        return;
    const TraceRun &run = m_model.run();
    const int step = run.hasEnded() && run.firstFailure() >= 0 ? run.firstFailure() : run.newest();
    m_follows = !run.hasEnded();
    if (step < 0 || run.step(step).id == m_step)
        return;
    m_isSelecting = true;
    m_canvas->select(step);
    m_isSelecting = false;
}

void TracePage::selectionChanged()
{
    if (m_isFirst)
        return;
    if (!m_isSelecting)
        m_follows = false;
    const TraceModel::Node node = m_canvas->tree().currentNode();
    const bool isStep = node.kind == TraceModel::Kind::Step || node.kind == TraceModel::Kind::Attempt;
    const bool isThere = isStep && m_canvas->tree().currentIndex().isValid();
    m_step = isThere ? m_model.run().step(node.at).id : std::string();
    m_feed.setSelected(m_step);
    if (isThere)
        askChild(node.at);
    const bool followed = m_follows;
    m_inspector->show(isThere ? node.at : -1, node.attempt);
    m_follows = followed;
    m_logs->setStep(m_step);
    m_context.commands.update(); // some act on the selected step
    emit addressChanged();
}

void TracePage::tick()
{
    m_model.setNow(SystemClock().wall());
}

void TracePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    narrow();
    updateRun();
}

void TracePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_tick.stop();
}

void TracePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // Once the splitter has its new width: before, its sizes are shares of the old one.
    QMetaObject::invokeMethod(this, &TracePage::narrow, Qt::QueuedConnection);
}

} // namespace batuta::views
