// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/step_inspector.h"

#include "views/models/text.h"
#include "views/pages/trace/ask_pane.h"
#include "views/pages/trace/attempt_table.h"
#include "views/pages/trace/exchange_text.h"
#include "views/pages/trace/history_pane.h"
#include "views/pages/trace/inspector_facts.h"
#include "views/pages/trace/phase_bar.h"
#include "views/pages/trace/trace_words.h"
#include "views/pages/trace/why_box.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QTabBar>

namespace batuta::views {
StepInspector::StepInspector(TraceModel &model, FlowPast &past, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_past(past)
    , m_glyph(new StatusGlyph(Status::Queued, this))
    , m_title(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_openFlow(new Button(QString(), "flows", Button::Variant::Ghost, this))
    , m_why(new WhyBox(this))
    , m_tabs(new QTabBar(this))
    , m_table(new AttemptTable(this))
    , m_phases(new PhaseBar(this))
    , m_messageBar(nullptr)
    , m_message(new Segmented(this))
    , m_size(new Label(TextStyle::MonoSmall, Ink::Tertiary, this))
    , m_copy(new Button(QString(), "copy", Button::Variant::Ghost, this))
    , m_note(new Label(TextStyle::Caption, Ink::Secondary, this))
    , m_payload(new PayloadView(this))
    , m_history(new HistoryPane(this))
    , m_ask(new AskPane(this))
    , m_curl(new Button(QString(), "terminal", Button::Variant::Normal, this))
    , m_hint(new Label(TextStyle::Caption, Ink::Tertiary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    m_messageBar = makeMessageBar();
    m_note->setElide(Qt::ElideRight);
    m_note->setContentsMargins(14, 5, 14, 5);
    auto *inside = new Surface(Surface::Level::Panel, this);
    inside->setMinimumWidth(1); // as wide as what is seen of it: its parts elide
    auto *insideColumn = new QVBoxLayout(inside);
    insideColumn->setContentsMargins(0, 0, 0, 0);
    insideColumn->setSpacing(0);
    for (QWidget *part : {makeFacts(), static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_ask),
                          makeTabs(), static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_phases),
                          m_messageBar, static_cast<QWidget *>(m_note)})
        insideColumn->addWidget(part);
    insideColumn->addWidget(m_payload, 1);
    insideColumn->addWidget(m_history, 1);
    m_payload->setMinimumHeight(themeOf(this).scaled(180));
    auto *scroll = new QScrollArea(this); // in a low window all of it scrolls
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(makeHead());
    column->addWidget(scroll, 1);
    column->addWidget(makeFoot());
    connectParts();
    connect(&themeOf(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void StepInspector::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &StepInspector::updateCode);
    connect(&m_model, &QAbstractItemModel::modelReset, this, // another run: nothing that is shown holds
            [this] {
                m_shown = {-2, 0, Tab::Input, {}, nullptr, 0, false};
                if (m_step >= static_cast<int>(m_model.run().steps().size()))
                    m_step = -1; // what the past of its flow tells may come before the next step is chosen
            });
    connect(m_message, &Segmented::chosen, this, &StepInspector::updateCode);
    connect(m_table, &AttemptTable::attemptChosen, this, [this](int attempt) {
        updateCode();
        emit attemptChosen(attempt);
    });
    connect(m_copy, &QAbstractButton::clicked, m_payload, &PayloadView::copyAll);
    connect(m_payload, &PayloadView::told, this, &StepInspector::told);
    connect(m_history, &HistoryPane::runRequested, this, &StepInspector::runRequested);
    connect(m_why, &WhyBox::linkClicked, this, &StepInspector::failuresRequested);
    connect(&m_past, &FlowPast::changed, this, [this] {
        updateWhy();
        updateCode();
    });
    connect(m_curl, &QAbstractButton::clicked, this, &StepInspector::copyCurl);
    connect(m_openFlow, &QAbstractButton::clicked, this,
            [this] { emit flowRequested(m_step < 0 ? QString() : textOf(m_model.run().step(m_step).id)); });
}

QWidget *StepInspector::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 10, 10, 4);
    row->setSpacing(10);
    m_title->setElide(Qt::ElideMiddle);
    QFont font = m_title->font();
    font.setPixelSize(qRound(font.pixelSize() * 1.12));
    m_title->setFont(font);
    m_openFlow->setIconOnly(true);
    m_openFlow->setSmall(true);
    row->addWidget(m_glyph);
    row->addWidget(m_title, 1);
    row->addWidget(m_openFlow);
    return head;
}

QWidget *StepInspector::makeFacts()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(14, 4, 14, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    for (int i = 0; i < 6; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_captions[at] = new Label(TextStyle::Caption, Ink::Tertiary, box);
        m_values[at] = new Label(TextStyle::Mono, Ink::Primary, box);
        m_captions[at]->setElide(Qt::ElideRight);
        m_values[at]->setElide(Qt::ElideRight);
        const int row = i / 3 * 3;
        grid->addWidget(m_captions[at], row, i % 3);
        grid->addWidget(m_values[at], row + 1, i % 3);
        grid->setColumnStretch(i % 3, 1);
    }
    grid->setRowMinimumHeight(2, 8);
    return box;
}

QWidget *StepInspector::makeTabs()
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true); // five of them in a narrow window
    m_tabs->setElideMode(Qt::ElideNone);
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    bar->row()->setContentsMargins(2, 0, 2, 0);
    bar->row()->addWidget(m_tabs, 1);
    return bar;
}

QWidget *StepInspector::makeMessageBar()
{
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    m_message->add("request", tr("Request"));
    m_message->add("response", tr("Response"));
    m_message->add("headers", tr("Headers"));
    m_message->setValue("response");
    m_copy->setIconOnly(true);
    m_copy->setSmall(true);
    m_size->setElide(Qt::ElideRight);
    m_size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bar->row()->addWidget(m_message);
    bar->row()->addWidget(m_size, 1);
    bar->row()->addWidget(m_copy);
    return bar;
}

QWidget *StepInspector::makeFoot()
{
    auto *foot = new Bar(Bar::Kind::Footer, this);
    foot->setMinimumHeight(themeOf(this).scaled(40));
    foot->row()->addWidget(m_curl);
    foot->row()->addStretch(1);
    foot->row()->addWidget(m_hint);
    return foot;
}

void StepInspector::retranslate()
{
    setAccessibleName(tr("Inspector of the step"));
    m_openFlow->setText(tr("Open the flow"));
    m_openFlow->setAccessibleName(m_openFlow->text());
    m_openFlow->setToolTip(m_openFlow->text());
    m_message->setText("request", tr("Request"));
    m_message->setText("response", tr("Response"));
    m_message->setText("headers", tr("Headers"));
    m_message->setAccessibleName(tr("Part of the call"));
    m_copy->setText(tr("Copy what is shown"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(m_copy->text());
    m_curl->setText(tr("Copy as cURL"));
    m_curl->setAccessibleName(m_curl->text());
    m_curl->updateGeometry();
    m_hint->setText(tr("J / K next step"));
    m_tabs->setAccessibleName(tr("Parts of the step"));
    m_shown = {-2, 0, Tab::Input, {}, nullptr, 0, false};
    refresh();
}

void StepInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StepInspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, 0, 1, height()), c.borderSubtle);
}

void StepInspector::show(int step, int attempt)
{
    const bool isOther = step != m_step;
    m_step = step;
    refresh();
    if (step < 0)
        return;
    const auto last = static_cast<int>(m_model.run().step(step).rows().size()) - 1;
    if (attempt >= 0 || isOther)
        chooseAttempt(attempt >= 0 ? attempt : last);
}

int StepInspector::attempt() const
{
    return m_table->attempt();
}

void StepInspector::chooseAttempt(int attempt)
{
    m_table->setAttempt(attempt);
    updateCode();
}

void StepInspector::refresh()
{
    if (m_step >= static_cast<int>(m_model.run().steps().size()))
        m_step = -1;
    const int before = m_table->attempt();
    const bool wasLast = before == m_table->model()->rowCount() - 1;
    m_table->setStep(m_model.run(), m_step, m_model.now());
    if (m_step >= 0 && (before < 0 || wasLast)) // whoever looks at the newest attempt goes on with it
        m_table->setAttempt(m_table->model()->rowCount() - 1);
    updateFacts();
    updateTabs();
    updateCode();
}

QString StepInspector::sentence() const
{
    return m_why->sentence();
}

void StepInspector::showHistory()
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->tabData(i).toInt() == static_cast<int>(Tab::History))
            m_tabs->setCurrentIndex(i);
}

/// Why the step stands so, and how many others share it.
void StepInspector::updateWhy()
{
    const TraceRun &run = m_model.run();
    if (m_step < 0) {
        m_why->setLink({});
        return m_why->setSentence(textOf(run.record().error), run.picture());
    }
    const TraceStep &step = run.step(m_step);
    QString sentence = whySentence(step);
    QString link;
    if (step.picture() == Status::Failed && m_past.isThere()) {
        const StepHistory history = m_past.historyOf(step.id);
        sentence += ' ' + othersSentence(history, m_past.isPartial());
        if (history.othersFailed > 0)
            link = tr("Show those runs");
    }
    m_why->setLink(link);
    m_why->setSentence(sentence.trimmed(), step.picture());
}

void StepInspector::updateFacts()
{
    const TraceRun &run = m_model.run();
    const QList<InspectorFact> facts = m_step >= 0 ? factsOfStep(m_model, m_step) : factsOfRun(m_model);
    for (int i = 0; i < 6; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_captions[at]->setText(i < facts.size() ? facts[i].caption : QString());
        m_values[at]->setText(i < facts.size() ? facts[i].value : QString());
        if (i < facts.size() && facts[i].isBad)
            m_values[at]->setStatus(Status::Failed);
        else
            m_values[at]->setInk(Ink::Primary);
    }
    if (m_step >= 0) {
        const TraceStep &step = run.step(m_step);
        m_glyph->setStatus(step.picture());
        m_title->setText(textOf(step.id));
    } else {
        m_glyph->setStatus(run.picture());
        m_title->setText(textOf(run.record().flow));
    }
    m_ask->setQuestion(m_step < 0 ? std::string() : run.record().id + '/' + run.step(m_step).id,
                       m_step < 0 ? json::Value() : run.step(m_step).question());
    updateWhy();
}

void StepInspector::updateTabs()
{
    QList<QPair<Tab, QString>> tabs;
    if (m_step < 0) {
        tabs = {{Tab::Input, tr("Input")}, {Tab::Output, tr("Output")}};
    } else {
        const TraceStep &step = m_model.run().step(m_step);
        const auto attempts = static_cast<int>(step.rows().size());
        tabs.append({Tab::Attempts, attempts > 0 ? tr("Attempts %1").arg(attempts) : tr("Attempts")});
        if (step.kind == "http")
            tabs += {{Tab::Request, tr("Request")}, {Tab::Response, tr("Response")}};
        tabs += {{Tab::Context, tr("Context")}, {Tab::History, tr("History")}};
    }
    const Tab before = tab();
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > tabs.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < tabs.size())
        m_tabs->addTab(QString());
    int current = 0;
    for (int i = 0; i < tabs.size(); ++i) {
        if (m_tabs->tabText(i) != tabs[i].second)
            m_tabs->setTabText(i, tabs[i].second);
        m_tabs->setTabData(i, static_cast<int>(tabs[i].first));
        if (tabs[i].first == before)
            current = i;
    }
    m_tabs->setCurrentIndex(current);
}

StepInspector::Tab StepInspector::tab() const
{
    return static_cast<Tab>(m_tabs->tabData(m_tabs->currentIndex()).toInt());
}

const TraceAttempt *StepInspector::chosen() const
{
    if (m_step < 0)
        return nullptr;
    const auto &attempts = m_model.run().step(m_step).rows();
    const auto at = static_cast<std::size_t>(std::max(0, m_table->attempt()));
    return at < attempts.size() ? &attempts[at] : nullptr;
}

} // namespace batuta::views
