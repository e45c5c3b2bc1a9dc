// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/welcome/welcome_page.h"

#include "views/pages/welcome/welcome_cards.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/preference_control.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>

namespace batuta::views {
namespace {

using Which = PreferenceControl::Which;

constexpr Which kLook[] = {Which::Language, Which::Theme, Which::RowHeight, Which::TextScale};
constexpr const char *kKeys[] = {"app.palette", "app.run", "view.flows", "view.runs", "app.keys", "app.menu"};
constexpr int kMostSamples = 6;

Status statusOfCheck(const Diagnosis &diagnosis, const QString &name)
{
    for (const EngineCheck &check : diagnosis.checks)
        if (check.name == name)
            return check.status;
    return Status::Queued;
}

} // namespace

WelcomePage::WelcomePage(Context context, EngineControl &control, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_control(control)
    , m_welcome(new Label(TextStyle::Display))
    , m_motto(new Label(TextStyle::Text, Ink::Secondary))
    , m_samplesTitle(new Label(TextStyle::Strong))
    , m_samplesNote(new Label(TextStyle::Small, Ink::Tertiary))
    , m_keysTitle(new Label(TextStyle::Strong))
{
    auto *ground = new Surface(Surface::Level::Canvas);
    auto *centre = new QHBoxLayout(ground);
    centre->setContentsMargins(24, 24, 24, 24);
    auto *holder = new QWidget;
    holder->setMaximumWidth(themeOf(this).scaled(1060));
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(20);
    grid->addWidget(makeHead(), 0, 0, 1, 2);
    grid->addWidget(makeSteps(), 1, 0, 2, 1);
    grid->addWidget(makeSamples(), 1, 1);
    grid->addWidget(makeKeys(), 2, 1);
    grid->addWidget(makeLook(), 3, 0, 1, 2);
    grid->setColumnStretch(0, 8);
    grid->setColumnStretch(1, 5);
    auto *column = new QVBoxLayout;
    column->addStretch(1);
    column->addWidget(holder);
    column->addStretch(2);
    centre->addStretch(1);
    centre->addLayout(column, 30);
    centre->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(ground);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&context.engine, &EngineLink::stateChanged, this, &WelcomePage::refresh);
    connect(&context.engine, &EngineLink::flowsChanged, this, [this] {
        refresh();
        fillSamples();
    });
    retranslate();
}

QWidget *WelcomePage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(m_welcome);
    words->addWidget(m_motto);
    words->addStretch(1);
    row->addWidget(new Emblem);
    row->addLayout(words);
    row->addStretch(1);
    row->addWidget(new FlowDrawing);
    return head;
}

WelcomePage::Step WelcomePage::makeStep(int number, QVBoxLayout *column, QWidget *button)
{
    Step step{new StepMark(number), new Label(TextStyle::Strong), new Label(TextStyle::Body, Ink::Secondary)};
    step.text->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(18, 16, 18, 16);
    row->setSpacing(14);
    row->addWidget(step.mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(step.title);
    words->addWidget(step.text);
    if (button) {
        words->addSpacing(4);
        words->addWidget(button, 0, Qt::AlignLeft);
    }
    row->addLayout(words, 1);
    column->addLayout(row);
    return step;
}

QWidget *WelcomePage::makeSteps()
{
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const CommandRegistry &commands = m_context.commands;
    m_engine = makeStep(1, column, new Button(commands.action("engine.connection")));
    column->addStretch(1);
    column->addWidget(new Hairline);
    m_workspace = makeStep(2, column, new Button(commands.action("app.open_workspace")));
    column->addStretch(1);
    column->addWidget(new Hairline);
    m_sandbox = makeStep(3, column, nullptr);
    column->addStretch(2);
    return card;
}

QWidget *WelcomePage::makeSamples()
{
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 16, 10);
    head->setSpacing(8);
    m_samplesNote->setElide(Qt::ElideRight);
    head->addWidget(m_samplesTitle);
    head->addWidget(m_samplesNote, 1);
    column->addLayout(head);
    m_samples = new QVBoxLayout;
    m_samples->setSpacing(0);
    column->addLayout(m_samples);
    column->addStretch(1);
    return card;
}

QWidget *WelcomePage::makeKeys()
{
    auto *card = new Card;
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 10, 16, 14);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_keysTitle, 0, 0, 1, 4);
    int at = 0;
    for (const char *id : kKeys) {
        const QAction *action = m_context.commands.action(id);
        auto *word = new Label(TextStyle::Small, Ink::Secondary);
        word->setElide(Qt::ElideRight);
        word->setObjectName(id);
        m_keyWords.append(word);
        const int row = 1 + at / 2, column = at % 2 * 2;
        grid->addWidget(word, row, column);
        grid->addWidget(
            new KeyHint(action ? action->shortcut().toString(QKeySequence::NativeText) : QString()), row,
            column + 1, Qt::AlignRight);
        ++at;
    }
    grid->setRowStretch(5, 1);
    return card;
}

/// Two by two, and the checks beside them: four in a row would not fit a small window with large text.
QWidget *WelcomePage::makeLook()
{
    auto *card = new Card;
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(18, 12, 18, 14);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(4);
    int at = 0;
    for (const Which which : kLook) {
        auto *title = new Label(TextStyle::Small, Ink::Secondary);
        m_lookTitles.append(title);
        grid->addWidget(title, at / 2 * 2, at % 2);
        grid->addWidget(new PreferenceControl(which, m_context.preferences), at / 2 * 2 + 1, at % 2);
        ++at;
    }
    grid->addWidget(new PreferenceControl(Which::ReducedMotion, m_context.preferences), 1, 2);
    grid->addWidget(new PreferenceControl(Which::Patterns, m_context.preferences), 3, 2);
    grid->setColumnStretch(2, 1);
    return card;
}

QString WelcomePage::title() const
{
    return tr("Welcome");
}

Address WelcomePage::address() const
{
    return {"welcome", {}, {}};
}

void WelcomePage::open(const Address &)
{
    refresh();
    fillSamples();
}

void WelcomePage::retranslate()
{
    m_welcome->setText(tr("Welcome to Batuta"));
    m_motto->setText(tr("Run flows, watch them live, trace every step."));
    m_engine.title->setText(tr("Engine"));
    m_workspace.title->setText(tr("Workspace"));
    m_sandbox.title->setText(tr("Functions"));
    m_samplesTitle->setText(tr("Start from a flow"));
    m_keysTitle->setText(tr("Keyboard"));
    for (Label *word : m_keyWords)
        if (const QAction *action = m_context.commands.action(word->objectName()))
            word->setText(action->text());
    for (qsizetype i = 0; i < m_lookTitles.size(); ++i)
        m_lookTitles.at(i)->setText(PreferenceControl::title(kLook[i]));
    refresh();
    fillSamples();
}

void WelcomePage::refresh()
{
    const EngineLink &link = m_context.engine;
    const WorkspaceInfo workspace = m_control.workspace();
    const bool failed = link.state() == EngineLink::State::Unreachable;
    m_engine.mark->setStatus(link.isRunning() ? Status::Success : failed ? Status::Failed : Status::Queued);
    m_engine.text->setText(link.isRunning()
                               ? tr("The engine %1 runs inside this window, with a history of its own.")
                                     .arg(QString::fromStdString(link.info().version))
                           : failed ? errorSentence(link.reason())
                                    : tr("The engine is starting."));
    const int flows = static_cast<int>(link.flows().size());
    m_workspace.mark->setStatus(flows > 0 ? Status::Success : Status::Queued);
    m_workspace.text->setText(
        tr("%n flow(s) in %1. Batuta follows this folder and never rewrites what it does not "
           "understand.",
           nullptr, flows)
            .arg(workspace.folder));
    const Status sandbox = statusOfCheck(m_control.diagnosis(), "sandbox");
    m_sandbox.mark->setStatus(workspace.hasSandbox ? sandbox : Status::Queued);
    m_sandbox.text->setText(
        workspace.hasSandbox
            ? tr("The sandbox plays the ten ML functions on this computer: flows run without a cloud "
                 "account. It "
                 "ends with this window.")
            : tr("Flows call the functions whose addresses stand in this workspace's .env."));
    m_samplesNote->setText(workspace.hasSandbox ? tr("they run against the sandbox") : QString());
}

void WelcomePage::fillSamples()
{
    while (m_samples->count() > 0)
        if (const std::unique_ptr<QLayoutItem> item(m_samples->takeAt(0)); item->widget())
            item->widget()->deleteLater();
    int shown = 0;
    for (const client::FlowSummary &flow : m_context.engine.flows()) {
        if (shown++ == kMostSamples)
            break;
        const QString name = QString::fromStdString(flow.name.value);
        auto *row = new SampleRow(localText(flow.title), name,
                                  tr("%n step(s)", nullptr, static_cast<int>(flow.steps.size())));
        connect(row, &QAbstractButton::clicked, this, [this, name] { emit runRequested(name, {}); });
        m_samples->addWidget(row);
    }
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace batuta::views
