// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/compare_page.h"

#include "views/models/text.h"
#include "views/pages/compare/compare_words.h"
#include "views/pages/compare/difference_table.h"
#include "views/pages/compare/duration_histogram.h"
#include "views/pages/compare/run_card.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QSplitter>
#include <QTabBar>

namespace batuta::views {
namespace {

constexpr int kRight = 400;     // px of the differences
constexpr int kHistogram = 170; // px

} // namespace

ComparePage::ComparePage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_past(context.engine)
    , m_model(new CompareModel(this))
    , m_others(new QMenu(this))
{
    addCommands();
    build();
    connect(&m_past, &FlowPast::changed, this, &ComparePage::updateHistogram);
    connect(&m_context.preferences, &Preferences::changed, this, &ComparePage::updateRuns);
    retranslate();
    updateState();
}

ComparePage::~ComparePage()
{
    m_model->setRuns(nullptr); // it is gone before the model
}

void ComparePage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *content = new QWidget(this);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(0);
    m_cardA = new RunCard(true, m_context.commands.action("compare.openA"), content);
    m_cardB = new RunCard(false, m_context.commands.action("compare.openB"), content);
    cards->addWidget(m_cardA, 1);
    cards->addWidget(m_cardB, 1);
    connect(m_cardA, &RunCard::changeRequested, this, [this] { chooseOther(true); });
    connect(m_cardB, &RunCard::changeRequested, this, [this] { chooseOther(false); });
    auto *cause = new Bar(Bar::Kind::ActionBar, content);
    m_sentence = new Label(TextStyle::Body, Ink::Primary, cause);
    m_sentence->setElide(Qt::ElideRight);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    cause->row()->addWidget(m_sentence, 1);
    m_across = new QSplitter(Qt::Horizontal, content);
    m_across->addWidget(makeLeft());
    m_across->addWidget(makeRight());
    m_across->setStretchFactor(0, 1);
    m_across->setChildrenCollapsible(false);
    m_across->setSizes({900, themeOf(this).scaled(kRight)});
    inside->addLayout(cards);
    inside->addWidget(cause);
    inside->addWidget(m_across, 1);
    m_state = new StatePane(content, this);
    column->addWidget(makeHead());
    column->addWidget(m_state, 1);
    for (QAction *action : m_context.commands.commandsOf(this))
        if (action->property("letter").toBool()) {
            m_table->addAction(action); // else a letter would act while the focus is elsewhere
            m_differences->addAction(action);
        }
    setFocusProxy(m_table);
}

QWidget *ComparePage::makeHead()
{
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_back = new Button(QString(), QString(), Button::Variant::Ghost, bar);
    m_flow = new Label(TextStyle::Title, Ink::Primary, bar);
    m_flow->setElide(Qt::ElideRight);
    m_align = new Segmented(bar);
    m_align->add("start", QString());
    m_align->add("step", QString());
    bar->row()->setContentsMargins(4, 0, 14, 0);
    bar->row()->setSpacing(8);
    bar->row()->addWidget(m_back);
    bar->row()->addWidget(m_flow, 1);
    bar->row()->addWidget(m_align);
    bar->row()->addWidget(
        new Button(m_context.commands.action("compare.swap"), Button::Variant::Normal, bar));
    bar->row()->addWidget(
        new Button(m_context.commands.action("compare.copy"), Button::Variant::Normal, bar));
    connect(m_back, &QAbstractButton::clicked, this, [this] { emit openRequested({"runs", {}, {}}); });
    connect(m_align, &Segmented::chosen, this, &ComparePage::align);
    return bar;
}

QWidget *ComparePage::makeLeft()
{
    auto *down = new QSplitter(Qt::Vertical, this);
    m_table = new CompareTable(*m_model, down);
    auto *below = new QWidget(down);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new Bar(Bar::Kind::PanelTitle, below);
    m_histogramTitle = new Label(TextStyle::Strong, Ink::Primary, title);
    m_sample = new Label(TextStyle::Caption, Ink::Tertiary, title);
    m_sample->setElide(Qt::ElideRight);
    title->row()->addWidget(m_histogramTitle);
    title->row()->addWidget(m_sample, 1);
    m_histogram = new DurationHistogram(below);
    column->addWidget(title);
    column->addWidget(m_histogram, 1);
    down->addWidget(m_table);
    down->addWidget(below);
    down->setStretchFactor(0, 1);
    down->setSizes({700, themeOf(this).scaled(kHistogram)});
    down->setChildrenCollapsible(false);
    m_table->setProperty("pane", true);
    connect(m_table, &CompareTable::stepChosen, this, &ComparePage::stepChosen);
    return down;
}

QWidget *ComparePage::makeRight()
{
    auto *right = new Surface(Surface::Level::Panel, this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new Bar(Bar::Kind::PanelTitle, right);
    m_tabs = new QTabBar(bar);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    for (int i = 0; i < 4; ++i)
        m_tabs->addTab(QString());
    bar->row()->setContentsMargins(2, 0, 2, 0);
    bar->row()->addWidget(m_tabs, 1);
    m_differences = new DifferenceTable(right);
    m_differences->setProperty("pane", true);
    m_same = new Label(TextStyle::Body, Ink::Secondary, right);
    m_same->setContentsMargins(14, 12, 14, 12);
    m_same->setWordWrap(true);
    column->addWidget(bar);
    column->addWidget(m_same);
    column->addWidget(m_differences, 1);
    column->addStretch(0);
    connect(m_tabs, &QTabBar::currentChanged, this, &ComparePage::updateDifferences);
    connect(m_differences, &DifferenceTable::told, this, &Page::told);
    connect(m_differences, &QAbstractItemView::activated, this, &ComparePage::showTexts);
    return right;
}

void ComparePage::retranslate()
{
    setAccessibleName(title());
    m_back->setText(tr("Runs"));
    m_back->setAccessibleName(tr("Back to Runs"));
    m_back->updateGeometry();
    m_align->setText("start", tr("Align at start"));
    m_align->setText("step", tr("Align at step"));
    m_align->setAccessibleName(tr("Where both bars begin at once"));
    m_tabs->setAccessibleName(tr("Kinds of differences"));
    updateRuns();
}

void ComparePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

QString ComparePage::title() const
{
    return tr("Compare");
}

QString ComparePage::sentence() const
{
    return m_sentence->text();
}

Address ComparePage::address() const
{
    Address address{"compare", {}, {}};
    if (!m_a.isEmpty())
        address.query.addQueryItem("a", m_a);
    if (!m_b.isEmpty())
        address.query.addQueryItem("b", m_b);
    if (!m_runs.isEmpty() && m_table->step() >= 0)
        address.query.addQueryItem("step", stepName(m_runs, m_table->step()));
    return address;
}

void ComparePage::open(const Address &address)
{
    const QString a = address.query.queryItemValue("a").trimmed().toLower();
    const QString b = address.query.queryItemValue("b").trimmed().toLower();
    m_wanted = address.query.queryItemValue("step");
    if (b == m_b && (a == m_a || a.isEmpty()) && m_stateNow == State::Ready)
        return;
    m_a = a;
    m_b = b;
    load();
}

void ComparePage::refresh()
{
    load();
}

void ComparePage::load()
{
    ++m_question;
    m_recordA.reset();
    m_recordB.reset();
    m_stateNow = m_b.isEmpty() ? State::Empty : State::Loading;
    updateState();
    if (!m_b.isEmpty())
        askBoth();
}

void ComparePage::askBoth()
{
    const quint64 question = m_question;
    m_context.engine.execution(m_b, this, [this, question](Result<client::ExecutionRecord> record) {
        came(false, question, std::move(record));
    });
    if (!m_a.isEmpty())
        m_context.engine.execution(m_a, this, [this, question](Result<client::ExecutionRecord> record) {
            came(true, question, std::move(record));
        });
}

/// The last run of B's flow that ended well before B began.
void ComparePage::askOther()
{
    client::ExecutionQuery query;
    query.flow = m_recordB->flow;
    query.status = "success";
    query.until = m_recordB->startedAt;
    query.limit = 1;
    m_context.engine.executions(
        std::move(query), this, [this, question = m_question](const Result<client::ExecutionPage> &page) {
            if (question != m_question)
                return;
            if (!page)
                return setTrouble(State::Failed, page.error());
            if (page->items.empty())
                return setTrouble(State::NoOther, {});
            m_a = textOf(page->items.front().id);
            emit addressChanged();
            m_context.engine.execution(m_a, this, [this, question](Result<client::ExecutionRecord> record) {
                came(true, question, std::move(record));
            });
        });
}

void ComparePage::came(bool isA, quint64 question, Result<client::ExecutionRecord> record)
{
    if (question != m_question)
        return;
    if (!record)
        return setTrouble(State::Failed, record.error());
    (isA ? m_recordA : m_recordB) = std::move(*record);
    if (!isA && m_a.isEmpty())
        return askOther();
    if (m_recordA && m_recordB)
        compareBoth();
}

void ComparePage::setTrouble(State state, const Error &error)
{
    m_stateNow = state;
    m_error = error;
    updateState();
}

void ComparePage::compareBoth()
{
    m_model->setRuns(nullptr);
    const client::FlowSummary *flow = m_context.engine.flow(textOf(m_recordB->flow));
    m_runs = RunComparison(std::move(*m_recordA), std::move(*m_recordB), flow, SystemClock().wall());
    m_recordA.reset();
    m_recordB.reset();
    m_model->setRuns(&m_runs);
    m_past.open(m_runs.b().record().flow, m_runs.b().record().id, false);
    askEnvironment();
    m_stateNow = State::Ready;
    m_align->setValue("start");
    updateState();
    updateRuns();
    int step = -1;
    for (int at = 0; at < static_cast<int>(m_runs.steps().size()) && step < 0; ++at)
        if (!m_wanted.isEmpty() && stepName(m_runs, at) == m_wanted)
            step = at;
    m_table->setStep(step >= 0 ? step : m_runs.mainStep());
    m_table->setFocus();
    emit addressChanged();
}

void ComparePage::updateState()
{
    m_context.commands.update();
    switch (m_stateNow) {
    case State::Empty:
        return m_state->showEmpty(tr("No runs to compare. Choose a run and press C."),
                                  m_context.commands.action("compare.runs"));
    case State::Loading:
        return m_state->showLoading();
    case State::NoOther:
        return m_state->showEmpty(tr("No earlier run of this flow that is kept ended well: there is nothing "
                                     "to compare %1 with.")
                                      .arg(m_b),
                                  m_context.commands.action("compare.openB"));
    case State::Failed:
        return m_state->showError(errorSentence(m_error), errorAdvice(m_error),
                                  m_context.commands.action("compare.reload"));
    case State::Ready:
        return m_state->showContent();
    }
}

void ComparePage::updateRuns()
{
    const bool utc = m_context.preferences.utc();
    m_cardA->setRun(m_runs.a(), m_runs.now(), utc);
    m_cardB->setRun(m_runs.b(), m_runs.now(), utc);
    m_flow->setText(m_runs.isEmpty() ? tr("Compare")
                                     : tr("Compare · %1").arg(textOf(m_runs.b().record().flow)));
    m_sentence->setText(m_runs.isEmpty() ? QString() : causeSentence(m_runs));
    updateDifferences();
    updateHistogram();
}

void ComparePage::stepChosen()
{
    if (m_align->value() == "step")
        m_model->setAligned(m_table->step());
    updateDifferences();
    updateHistogram();
    emit addressChanged();
}

QString ComparePage::noDifference(Tab tab) const
{
    switch (tab) {
    case Tab::Step:
        return m_table->step() < 0 ? tr("Choose a step to see what differs in it.")
                                   : tr("This step was sent the same, and gave the same.");
    case Tab::Input:
        return tr("Both runs had the same input.");
    case Tab::Output:
        return tr("Both runs gave the same output.");
    case Tab::Run:
        break;
    }
    return tr("Both runs had the same version, environment and trigger.");
}

void ComparePage::updateDifferences()
{
    if (m_runs.isEmpty())
        return;
    std::vector<ValueDifference> ofStep;
    if (m_table->step() >= 0)
        ofStep = m_runs.ofStep(m_table->step());
    const auto count = [](const QString &name, std::size_t n) {
        return n > 0 ? name + ' ' + QString::number(n) : name;
    };
    std::size_t facts = m_environment.size();
    for (const ComparedFact &fact : m_runs.facts())
        facts += fact.differs() ? 1 : 0;
    m_tabs->setTabText(0, count(tr("Step"), ofStep.size()));
    m_tabs->setTabText(1, count(tr("Input"), m_runs.input().size()));
    m_tabs->setTabText(2, count(tr("Output"), m_runs.output().size()));
    m_tabs->setTabText(3, count(tr("Run"), facts));
    const auto tab = static_cast<Tab>(m_tabs->currentIndex());
    QList<DifferenceModel::Row> rows;
    if (tab == Tab::Run) {
        for (const ComparedFact &fact : m_runs.facts())
            rows.append({factWord(fact.name), textOf(fact.a), textOf(fact.b), true, true, fact.differs()});
        for (const EnvKeyDifference &key : m_environment)
            rows.append({"env." + textOf(key.key), textOf(key.a.value_or("")), textOf(key.b.value_or("")),
                         key.a.has_value(), key.b.has_value()});
    } else
        for (const ValueDifference &difference : tab == Tab::Step    ? ofStep
                                                 : tab == Tab::Input ? m_runs.input()
                                                                     : m_runs.output())
            rows.append(DifferenceModel::rowOf(difference));
    m_same->setVisible(rows.isEmpty());
    m_same->setText(noDifference(tab));
    m_differences->setVisible(!rows.isEmpty());
    m_differences->rows().setRows(std::move(rows));
}

void ComparePage::updateHistogram()
{
    if (m_runs.isEmpty())
        return;
    const int step = m_table->step();
    std::vector<Duration> durations;
    std::optional<Duration> a = m_runs.lengthA(), b = m_runs.lengthB();
    QString name = textOf(m_runs.b().record().flow);
    if (step < 0) {
        for (const client::ExecutionRecord &run : m_past.runs())
            if (isEnded(run.status))
                durations.push_back(run.duration);
    } else {
        const ComparedStep &pair = m_runs.steps()[static_cast<std::size_t>(step)];
        name = stepName(m_runs, step);
        for (const StepPast &past : stepHistoryOf(m_past.runs(), name.toStdString(), {}).runs)
            durations.push_back(past.duration);
        a = pair.callsA > 0 ? std::optional(pair.lengthA) : std::nullopt;
        b = pair.callsB > 0 ? std::optional(pair.lengthB) : std::nullopt;
    }
    m_histogramTitle->setText(tr("Duration of %1").arg(name));
    m_sample->setText(m_past.isCut() ? tr("newest %n run(s)", nullptr, static_cast<int>(durations.size()))
                                     : tr("all %n run(s)", nullptr, static_cast<int>(durations.size())));
    m_histogram->setDurations(std::move(durations), a, b);
}

} // namespace batuta::views
