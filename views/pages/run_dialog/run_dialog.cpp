// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/run_dialog.h"

#include "engine/json/json.h"
#include "views/pages/run_dialog/flow_chooser.h"
#include "views/pages/run_dialog/form_pane.h"
#include "views/pages/run_dialog/launch_pane.h"
#include "views/pages/run_dialog/plan_pane.h"
#include "views/pages/run_dialog/preset_bar.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QDir>
#include <QPainterPath>
#include <QStackedWidget>
#include <QTabBar>

namespace batuta::views {
namespace {

constexpr int kDialogInset = 16;

} // namespace

RunDialog::RunDialog(Context context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_launcher(context, nullptr)
    , m_all(std::make_unique<QWidget>(this))
{
    setFocusPolicy(Qt::NoFocus);
    setAcceptDrops(true);
    buildHead();
    buildBody();
    buildFoot();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_all.get());
    auto *column = new QVBoxLayout(m_all.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice = new Notice(Notice::Kind::Error, this);
    m_notice->hide();
    column->addWidget(m_head);
    column->addWidget(m_notice);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_left, 57);
    body->addWidget(m_right, 43);
    column->addLayout(body, 1);
    column->addWidget(m_foot);
    connectParts();
    connect(&themeOf(this), &Theme::changed, this, &RunDialog::dress);
    dress();
    retranslate();
}

RunDialog::~RunDialog() = default;

void RunDialog::buildHead()
{
    m_head = new QWidget(this);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(kDialogInset, 0, 12, 0);
    row->setSpacing(9);
    m_title = new Label(TextStyle::Title, Ink::Primary, this);
    m_chooser = new FlowChooser(m_context.engine, this);
    m_version = new Chip({}, this);
    m_version->setMono(true);
    m_in = new Label(TextStyle::Body, Ink::Secondary, this);
    m_environment = new Chip({}, this);
    m_source = new Label(TextStyle::Body, Ink::Secondary, this);
    m_source->setElide(Qt::ElideMiddle);
    m_source->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_close = new Button({}, "x", Button::Variant::Ghost, this);
    m_close->setIconOnly(true);
    row->addWidget(m_title);
    row->addWidget(m_chooser);
    row->addWidget(m_version);
    row->addWidget(m_in);
    row->addWidget(m_environment);
    row->addWidget(m_source, 1);
    row->addWidget(m_close);
}

void RunDialog::buildBody()
{
    m_left = m_form = new FormPane(m_launcher.form(), this);
    m_right = new QWidget(this);
    auto *column = new QVBoxLayout(m_right);
    column->setContentsMargins(1, 0, 0, 0); // the hairline between the sides
    column->setSpacing(0);
    m_tabs = new QTabBar(this);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (int i = 0; i < 3; ++i)
        m_tabs->addTab({});
    m_pages = new QStackedWidget(this);
    m_plan = new PlanPane(m_launcher.plan(), this);
    m_payload = new LaunchPane(LaunchPane::Content::Payload, this);
    m_commands = new LaunchPane(LaunchPane::Content::Commands, this);
    for (QWidget *page : {static_cast<QWidget *>(m_plan), static_cast<QWidget *>(m_payload),
                          static_cast<QWidget *>(m_commands)})
        m_pages->addWidget(page);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        refreshTexts();
    });
}

void RunDialog::buildFoot()
{
    m_foot = new QWidget(this);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(kDialogInset, 0, kDialogInset, 0);
    row->setSpacing(8);
    m_presets = new PresetBar(m_launcher.form(), m_launcher.memory(), this);
    m_cancel = new Button({}, {}, Button::Variant::Normal, this);
    m_run = new Button({}, "play", Button::Variant::Primary, this);
    row->addWidget(m_presets);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_run);
}

void RunDialog::connectParts()
{
    connect(m_close, &QAbstractButton::clicked, this, &RunDialog::closeRequested);
    connect(m_cancel, &QAbstractButton::clicked, this, &RunDialog::closeRequested);
    connect(m_run, &QAbstractButton::clicked, this, &RunDialog::run);
    connect(m_chooser, &FlowChooser::chosen, this, [this](const QString &flow, const QString &system) {
        choose(flow, system);
        m_form->focusFirst();
    });
    // Later: the change of the form that comes with it takes older notices away.
    connect(
        m_form, &FormPane::refused, this, [this](const QString &why) { tell(true, why, {}); },
        Qt::QueuedConnection);
    connect(m_presets, &PresetBar::told, this, &RunDialog::told);
    for (const LaunchPane *pane : {m_payload, m_commands})
        connect(pane, &LaunchPane::copied, this, &RunDialog::told);
    connect(&m_launcher, &Launcher::planChanged, this, &RunDialog::refreshPlan);
    connect(&m_launcher, &Launcher::startingChanged, this, &RunDialog::refreshRun);
    connect(&m_launcher, &Launcher::refused, this, &RunDialog::showRefusal);
    connect(&m_launcher, &Launcher::lost, this, [this] {
        tell(true, tr("The engine went away before it answered."),
             tr("The run may have been started: look at Runs before you run it again."));
    });
    connect(&m_launcher, &Launcher::started, this, [this](const QString &execution, bool isRepeat) {
        emit told(
            isRepeat
                ? tr("The same request came a short time ago and is run again as %1").arg(execution.left(8))
                : tr("Run %1 started").arg(execution.left(8)));
        emit started(execution);
        emit closeRequested();
    });
    connect(&m_launcher.form(), &InputForm::changed, this, [this] {
        m_notice->hide();
        refreshTexts();
    });
    connect(&m_context.engine, &EngineLink::stateChanged, this, &RunDialog::refreshPlan);
    connect(&m_context.engine, &EngineLink::infoChanged, this, &RunDialog::refreshTarget);
    connect(&m_context.engine, &EngineLink::flowsChanged, this, [this] {
        if (!m_launcher.hasTarget() && (!m_wantedFlow.isEmpty() || !m_wantedInput.isEmpty()))
            setFlow(m_wantedFlow, QString::fromUtf8(m_wantedInput));
    });
}

void RunDialog::setFlow(const QString &flow, const QString &inputJson)
{
    m_wantedFlow = flow;
    m_wantedInput = inputJson.toUtf8();
    m_hasChooser = flow.isEmpty();
    m_notice->hide();
    const bool isThere = !flow.isEmpty() && m_launcher.setFlow(flow);
    if (!flow.isEmpty() && !isThere && !m_context.engine.flows().empty()) {
        m_hasChooser = true;
        tell(true, tr("The workspace has no flow %1.").arg(flow), tr("Choose another one above."));
    }
    if (isThere)
        choose(flow, {});
    refreshTarget();
    if (m_launcher.hasTarget())
        m_form->focusFirst();
    else if (m_hasChooser)
        m_chooser->setFocus();
}

void RunDialog::choose(const QString &flow, const QString &system)
{
    InputMemory &memory = m_launcher.memory();
    if (m_launcher.hasTarget() && (flow != m_launcher.flow() || system != m_launcher.system()))
        memory.keepLastValues(m_launcher.form().input());
    if (!(system.isEmpty() ? m_launcher.setFlow(flow) : m_launcher.setSystem(system)))
        return;
    m_form->setOthersMatter(!system.isEmpty());
    const QByteArray given = std::exchange(m_wantedInput, {});
    if (!given.isEmpty())
        fillFrom(given);
    else if (const auto last = memory.lastValues())
        m_launcher.form().fill(*last);
    m_launcher.form().undoStack().clear();
    refreshTarget();
}

void RunDialog::fillFrom(const QByteArray &json)
{
    const auto input = json::parse(json.toStdString());
    if (!input || !input->isObject()) {
        tell(true, tr("That is no JSON object, so the form was not filled."),
             input ? QString() : errorSentence(input.error()));
        return;
    }
    const int masked = m_launcher.form().fill(*input);
    if (masked > 0)
        tell(false, tr("%n secret(s) were never kept.", nullptr, masked),
             tr("Fill them in again if they are needed."));
}

bool RunDialog::isProduction() const
{
    return environmentKind(m_launcher.environment()) == EnvironmentKind::Production;
}

QString RunDialog::environmentName() const
{
    const std::string &name = m_launcher.environment();
    return environmentWord(name == "default" ? std::string() : name);
}

void RunDialog::refreshTarget()
{
    const client::FlowSummary *flow = m_launcher.summary();
    const QString system = m_launcher.system();
    m_chooser->setVisible(m_hasChooser);
    m_chooser->show(m_launcher.flow(), system);
    m_title->setText(m_hasChooser || m_wantedFlow.isEmpty() ? tr("Run") : tr("Run %1").arg(m_wantedFlow));
    setAccessibleName(m_launcher.flow().isEmpty() ? tr("Run a flow") : tr("Run %1").arg(m_launcher.flow()));
    m_version->setVisible(flow && !flow->version.empty());
    if (flow)
        m_version->setText(QString::fromStdString(flow->version.substr(0, 8)));
    m_version->setToolTip(flow ? tr("Version %1 of the flow").arg(QString::fromStdString(flow->version))
                               : QString());
    m_in->setText(tr("in"));
    m_environment->setText(environmentName());
    m_environment->setEnvironment(environmentKind(m_launcher.environment()));
    const QDir workspace(QString::fromStdString(m_context.engine.info().workspace));
    const QString file = flow ? workspace.relativeFilePath(QString::fromStdString(flow->file)) : QString();
    m_source->setText(!system.isEmpty()
                          ? tr("Fields of all flows of %1").arg(systemWord(system.toStdString()))
                      : file.isEmpty() ? QString()
                                       : tr("Fields come from %1").arg(file));
    const bool isWaiting = m_context.engine.flows().empty();
    m_form->setMessage(m_launcher.hasTarget() ? QString()
                       : isWaiting            ? tr("The engine has not told its flows yet.")
                                              : tr("Choose a flow above."));
    refreshPlan();
    refreshTexts();
}

void RunDialog::refreshTexts()
{
    if (!m_launcher.hasTarget())
        return;
    // Only what is seen: a large input is slow to lay out.
    const InputForm &form = m_launcher.form();
    if (m_pages->currentWidget() == m_payload)
        m_payload->setTexts(
            {QString::fromStdString(json::writePretty(form.secrets().masked(form.input()))).trimmed()});
    if (m_pages->currentWidget() == m_commands)
        m_commands->setTexts(
            {curlCommand(m_launcher.launch(false)), batutaRunCommand(m_launcher.launch(true))});
}

void RunDialog::tell(bool isError, const QString &strong, const QString &text)
{
    m_notice->setKind(isError ? Notice::Kind::Error : Notice::Kind::Info);
    m_notice->setText(strong, text);
    m_notice->show();
}

void RunDialog::run()
{
    if (!whyNot().isEmpty() || !m_form->submit())
        return;
    m_launcher.start();
}

void RunDialog::showRefusal(const Error &error)
{
    std::vector<std::string> names;
    for (const InputField &field : m_launcher.form().fields())
        names.push_back(field.name);
    m_form->showRefusals(inputProblems(error, names));
    tell(true, errorSentence(error), errorAdvice(error));
    refreshPlan();
}

void RunDialog::dress()
{
    const Theme &theme = themeOf(this);
    m_head->setFixedHeight(theme.scaled(48));
    m_foot->setFixedHeight(theme.scaled(52));
    m_tabs->setFont(theme.font(TextStyle::Small));
    update();
}

void RunDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    QPainterPath shape;
    shape.addRoundedRect(rect(), 7, 7);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    painter.fillRect(rect(), c.panel);
    const int top = m_head->height(), foot = m_foot->y();
    painter.fillRect(QRect(0, foot, width(), height() - foot), c.raised);
    painter.fillRect(QRect(0, top - 1, width(), 1), c.borderSubtle);
    painter.fillRect(QRect(0, foot, width(), 1), c.borderSubtle);
    painter.fillRect(QRect(m_right->x(), m_right->y(), 1, m_right->height()), c.borderSubtle);
    painter.fillRect(QRect(m_right->x(), m_right->y() + m_tabs->height() - 1, m_right->width(), 1),
                     c.borderSubtle);
}

} // namespace batuta::views
