// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/routes/routes_page.h"

#include "engine/json/json.h"
#include "views/pages/routes/route_line.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>

namespace batuta::views {
namespace {

constexpr qsizetype kMostPayload = 1 << 20;
const QString kPayloadKey = QStringLiteral("routes/payload/");

} // namespace

RoutesPage::RoutesPage(Context context, EngineControl &control, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_control(control)
    , m_header(new Bar(Bar::Kind::ViewHeader, this))
    , m_flows(new Button({}, {}, Button::Variant::Ghost, m_header))
    , m_name(new Label(TextStyle::Strong, Ink::Primary, m_header))
    , m_state(new Label(TextStyle::Small, Ink::Secondary, m_header))
    , m_rulesTitle(new Label(TextStyle::Strong))
    , m_defaultCaption(new Label(TextStyle::Text, Ink::Secondary))
    , m_testTitle(new Label(TextStyle::Strong))
    , m_result(new Label(TextStyle::Text))
    , m_flags(new Label(TextStyle::Small, Ink::Secondary))
    , m_problem(new Notice(Notice::Kind::Error, this))
    , m_list(new QVBoxLayout)
    , m_fallback(new QComboBox(this))
    , m_payload(new CodeView(this))
    , m_steps(new QListWidget(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
{
    addCommands();
    buildHeader();
    m_split->addWidget(buildRules());
    m_split->addWidget(buildTester());
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    const Theme &theme = themeOf(this);
    m_split->setSizes({theme.scaled(860), theme.scaled(500)});
    m_pane = new StatePane(m_split, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_problem);
    column->addWidget(m_pane, 1);
    m_problem->hide();
    retranslate();
}

RoutesPage::~RoutesPage() = default;

void RoutesPage::buildHeader()
{
    const auto button = [this](const char *id, Button::Variant variant, bool iconOnly) {
        auto *made = new Button(m_context.commands.action(id), variant, m_header);
        made->setIconOnly(iconOnly);
        return made;
    };
    QHBoxLayout *row = m_header->row();
    row->addWidget(m_flows);
    row->addWidget(new Label(QString(QChar(0x203a)), TextStyle::Text, Ink::Tertiary, m_header));
    row->addWidget(m_name);
    row->addSpacing(8);
    row->addWidget(m_state, 1);
    row->addWidget(button("routes.undo", Button::Variant::Ghost, true));
    row->addWidget(button("routes.redo", Button::Variant::Ghost, true));
    row->addWidget(button("routes.add", Button::Variant::Normal, false));
    row->addWidget(button("routes.save", Button::Variant::Primary, false));
    connect(m_flows, &QAbstractButton::clicked, this, [this] { emit openRequested({"flows", {}, {}}); });
}

QWidget *RoutesPage::buildRules()
{
    auto *pane = new Surface(Surface::Level::Panel, this);
    pane->setProperty("pane", true);
    auto *inside = new QWidget;
    auto *lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 8, 0, 8);
    lines->setSpacing(0);
    m_list->setSpacing(2);
    lines->addLayout(m_list);
    auto *last = new QHBoxLayout; // its flow stands below those of the rules
    const RouteLine::Columns columns = RouteLine::columnsOf(this);
    last->setContentsMargins(columns.condition, 5, columns.acts, 5);
    last->setSpacing(8);
    m_defaultCaption->setElide(Qt::ElideRight);
    last->addWidget(m_defaultCaption, 1);
    last->addWidget(new Label(QString(QChar(0x2192)), TextStyle::Text, Ink::Tertiary, this));
    last->addWidget(m_fallback);
    m_fallback->setMinimumWidth(columns.flow);
    lines->addLayout(last);
    lines->addStretch(1);
    auto *scroll = new QScrollArea(pane);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *title = new Bar(Bar::Kind::PanelTitle, pane);
    title->row()->addWidget(m_rulesTitle, 1);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(scroll, 1);
    connect(m_fallback, &QComboBox::textActivated, this,
            [this](const QString &flow) { attempt(m_document->setFallback(flow.toStdString())); });
    return pane;
}

QWidget *RoutesPage::buildTester()
{
    auto *pane = new Surface(Surface::Level::Panel, this);
    pane->setProperty("pane", true);
    auto *title = new Bar(Bar::Kind::PanelTitle, pane);
    title->row()->addWidget(m_testTitle, 1);
    m_payload->setEditable(kMostPayload);
    m_payload->setObjectName("payload");
    m_steps->setObjectName("steps");
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setUniformItemSizes(true);
    m_result->setWordWrap(true);
    m_flags->setWordWrap(true);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    auto *well = new QVBoxLayout;
    well->setContentsMargins(14, 10, 14, 0);
    well->addWidget(m_payload);
    column->addLayout(well, 2);
    auto *told = new QVBoxLayout;
    told->setContentsMargins(14, 10, 14, 10);
    told->setSpacing(4);
    told->addWidget(m_result);
    told->addWidget(m_flags);
    column->addLayout(told);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 0, 14, 0);
    below->addWidget(m_steps);
    column->addLayout(below, 3);
    connect(m_payload, &QPlainTextEdit::textChanged, this, &RoutesPage::tryPayload);
    return pane;
}

QString RoutesPage::title() const
{
    return tr("Routes of %1").arg(systemWord(m_system.toStdString()));
}

Address RoutesPage::address() const
{
    return {"routes", m_system, {}};
}

void RoutesPage::open(const Address &address)
{
    const bool isKept = m_document && m_document->isChanged() && address.id == m_system;
    m_system = address.id;
    if (!isKept)
        load();
    emit addressChanged();
}

void RoutesPage::load()
{
    m_document.reset();
    const WorkspaceInfo workspace = m_control.workspace();
    if (workspace.isElsewhere())
        return m_pane->showEmpty(
            tr("The files of this workspace are with its engine. Edit routes where they are."));
    if (!m_surroundings) {
        m_surroundings = std::make_unique<SurroundingsLoader>(workspace.folder.toStdString(),
                                                              workspace.environment.toStdString());
        connect(m_surroundings.get(), &SurroundingsLoader::loaded, this, &RoutesPage::show);
    }
    m_surroundings->load();
    const std::string shown = "flows/" + m_system.toStdString() + "/routes.yaml";
    m_document = std::make_unique<RoutesDocument>(workspace.folder.toStdString() + '/' + shown, shown);
    if (const Result<void> loaded = m_document->load(); !loaded) {
        m_document.reset();
        return m_pane->showError(errorSentence(loaded.error()), errorAdvice(loaded.error()), nullptr);
    }
    connect(m_document.get(), &RoutesDocument::changed, this, &RoutesPage::show);
    connect(&m_document->undoStack(), &QUndoStack::indexChanged, this,
            [this] { m_context.commands.update(); });
    const QString kept = m_context.state.value(kPayloadKey + m_system).toString();
    m_payload->setPlainText(kept.isEmpty() ? QStringLiteral("{}") : kept);
    m_pane->showContent();
    show();
}

QStringList RoutesPage::flowNames() const
{
    QStringList names;
    for (const client::FlowSummary &flow : m_context.engine.flows())
        if (QString::fromStdString(flow.system) == m_system)
            names.append(QString::fromStdString(flow.name.value));
    return names;
}

void RoutesPage::show()
{
    if (!m_document)
        return;
    m_context.commands.update();
    m_name->setText(title());
    m_state->setText(m_document->isChanged() ? tr("Not saved") : QString());
    const Errors &errors = m_document->errors();
    m_problem->setVisible(!errors.empty());
    if (!errors.empty())
        m_problem->setText(tr("%n error(s)", nullptr, static_cast<int>(errors.size())),
                           errorSentence(errors.front()));
    showRules();
    tryPayload();
}

void RoutesPage::showRules()
{
    const std::vector<RouteRow> &rows = m_document->rows();
    const auto count = static_cast<qsizetype>(rows.size());
    while (m_lines.size() > count)
        m_lines.takeLast()->deleteLater();
    while (m_lines.size() < count) {
        auto *line = new RouteLine(static_cast<int>(m_lines.size()), this);
        connectLine(line, static_cast<int>(m_lines.size()));
        m_list->addWidget(line);
        m_lines.append(line);
    }
    const QStringList flows = flowNames();
    for (qsizetype row = 0; row < count; ++row)
        m_lines[row]->present(rows[static_cast<std::size_t>(row)], flows, row + 1 == count);
    const QSignalBlocker quiet(m_fallback);
    const QString fallback = QString::fromStdString(m_document->fallback());
    m_fallback->clear();
    m_fallback->addItems(flows);
    if (!flows.contains(fallback))
        m_fallback->addItem(fallback);
    m_fallback->setCurrentText(fallback);
}

void RoutesPage::connectLine(RouteLine *line, int row)
{
    connect(line, &RouteLine::conditionChanged, this,
            [this, row](const QString &text) { attempt(m_document->setCondition(row, text.toStdString())); });
    connect(line, &RouteLine::flowChanged, this,
            [this, row](const QString &flow) { attempt(m_document->setFlow(row, flow.toStdString())); });
    connect(line, &RouteLine::removeWanted, this, [this, row] { attempt(m_document->removeRow(row)); });
    connect(line, &RouteLine::moveWanted, this, [this, row](int by) {
        attempt(m_document->swapRows(by < 0 ? row - 1 : row));
        m_lines[row + by]->condition()->setFocus();
    });
}

void RoutesPage::attempt(const Result<void> &result)
{
    if (!result)
        emit told(errorSentence(result.error()));
}

void RoutesPage::tryPayload()
{
    if (!m_document)
        return;
    const QString text = m_payload->toPlainText();
    m_context.state.setValue(kPayloadKey + m_system, text);
    m_steps->clear();
    m_flags->clear();
    for (RouteLine *line : std::as_const(m_lines))
        line->setVerdict({});
    const Result<json::Value> payload = json::parse(text.toStdString());
    if (!payload)
        return m_result->setText(errorSentence(payload.error()));
    const auto library = m_surroundings->surroundings().library;
    if (!library)
        return;
    const Result<RouteTrial> trial = m_document->tryPayload(*payload, *library);
    if (!trial)
        return m_result->setText(errorSentence(trial.error()));
    showTrial(*trial);
}

void RoutesPage::showTrial(const RouteTrial &trial)
{
    for (std::size_t row = 0; row < trial.verdicts.size(); ++row)
        m_lines[static_cast<qsizetype>(row)]->setVerdict(trial.verdicts[row]);
    if (trial.flow.empty())
        return m_result->setText(tr("A rule cannot be decided: a request like this is refused."));
    const QString flow = QString::fromStdString(trial.flow);
    m_result->setText(trial.rule == "default"
                          ? tr("No rule is true: the default %1 runs.").arg(flow)
                          : tr("%1 runs, by the rule %2.").arg(flow, QString::fromStdString(trial.rule)));
    QStringList flags;
    for (const std::string &flag : trial.ignoredFlags)
        flags.append(QString::fromStdString(flag));
    if (!flags.isEmpty())
        m_flags->setText(tr("Also true, and without a say: %1").arg(flags.join(", ")));
    const Theme &theme = themeOf(this);
    const auto library = m_surroundings->surroundings().library;
    const flow::FlowPtr chosen = library->find(FlowName(trial.flow));
    for (std::size_t i = 0; chosen && i < chosen->steps.size(); ++i) {
        const flow::Step &step = chosen->steps[i];
        const auto dropped = std::find_if(trial.dropped.begin(), trial.dropped.end(),
                                          [&](const auto &each) { return each.step.value == step.id.value; });
        const QString id = QString::fromStdString(step.id.value);
        const bool isRun = dropped == trial.dropped.end();
        auto *item = new QListWidgetItem(
            isRun ? tr("%1: runs", "a step").arg(id)
                  : tr("%1: filtered, %2", "a step and why").arg(id, QString::fromStdString(dropped->reason)),
            m_steps);
        item->setIcon(theme.statusPixmap(isRun ? Status::Success : Status::Skipped, theme.scaled(13),
                                         devicePixelRatioF()));
        item->setSizeHint({0, theme.rowHeight()});
        item->setToolTip(item->text());
    }
}

void RoutesPage::save()
{
    const Result<void> saved = m_document->save();
    if (!saved)
        return emit told(errorSentence(saved.error()));
    client::Act act;
    act.verb = "reload";
    act.actor = client::thisUser();
    m_context.engine.act(std::move(act), this, [this](const Result<json::Value> &done) {
        emit told(done ? tr("Saved: the engine routes by these rules now.") : errorSentence(done.error()));
        m_context.engine.refresh();
    });
}

QString RoutesPage::whyNothing() const
{
    return m_document ? QString() : tr("There are no routes to edit.");
}

void RoutesPage::add(const char *id, std::function<QString()> text, const char *icon,
                     const QKeySequence &keys, Act act)
{
    m_context.commands.add(
        this, {id, std::move(text), icon, {keys}, std::move(act.run), [this, whyNot = std::move(act.whyNot)] {
                   return m_document ? whyNot() : whyNothing();
               }});
}

void RoutesPage::addCommands()
{
    add("routes.undo", [] { return tr("Undo"); }, "undo", QKeySequence(Qt::CTRL | Qt::Key_Z),
        {[this] { m_document->undoStack().undo(); },
         [this] { return m_document->undoStack().canUndo() ? QString() : tr("There is nothing to undo."); }});
    add("routes.redo", [] { return tr("Redo"); }, "redo", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
        {[this] { m_document->undoStack().redo(); },
         [this] { return m_document->undoStack().canRedo() ? QString() : tr("There is nothing to redo."); }});
    add("routes.add", [] { return tr("Add a rule"); }, "plus", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        {[this] { addRule(); }, [] { return QString(); }});
    add("routes.save", [] { return tr("Save"); }, "check", QKeySequence(Qt::CTRL | Qt::Key_S),
        {[this] { save(); },
         [this] {
             return !m_document->errors().empty() ? tr("The routes have errors.")
                    : m_document->isChanged()     ? QString()
                                                  : tr("There are no changes.");
         }});
}

void RoutesPage::addRule()
{
    attempt(m_document->addRow("false", m_document->fallback()));
    if (m_lines.isEmpty())
        return;
    m_lines.last()->condition()->setFocus();
    m_lines.last()->condition()->selectAll();
}

void RoutesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void RoutesPage::retranslate()
{
    setAccessibleName(title());
    m_flows->setText(tr("Flows"));
    m_rulesTitle->setText(tr("Rules: the first true one chooses the flow"));
    m_defaultCaption->setText(tr("When no rule is true"));
    m_fallback->setAccessibleName(m_defaultCaption->text());
    m_testTitle->setText(tr("Try a payload"));
    m_payload->setAccessibleName(tr("Payload as JSON"));
    m_steps->setAccessibleName(tr("Steps of the chosen flow"));
    show();
}

} // namespace batuta::views
