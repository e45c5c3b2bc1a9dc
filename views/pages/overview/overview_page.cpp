// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/overview/overview_page.h"

#include "views/pages/overview/overview_lines.h"
#include "views/pages/overview/rollout_card.h"
#include "views/pages/overview/section_delegate.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QScrollArea>

namespace batuta::views {
namespace {

using Part = OverviewFeed::Part;
constexpr int kHours[] = {1, 6, 24, 168};
constexpr int kRightWidth = 400, kPaneHeight = 96;
constexpr double kUsualErrors = 0.05; ///< of a flow, as the shipped board of the flows draws it

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace

OverviewPage::OverviewPage(Context context, const QString &workspace, QWidget *parent,
                           std::unique_ptr<const Clock> clock)
    : Page(parent)
    , m_context(context)
    , m_clock(std::move(clock))
    , m_feed(new OverviewFeed(context.engine, workspace.toStdString(), *m_clock, this))
    , m_strip(new FigureStrip(this))
    , m_stripState(new StatePane(m_strip, this))
{
    QVBoxLayout *rows = column(this);
    rows->addWidget(makeHeader());
    rows->addWidget(m_stripState);
    rows->addWidget(makeBody(), 1);
    m_stripState->setFixedHeight(m_strip->sizeHint().height());
    addCommands();
    setFocusProxy(m_sections[0].list);
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &OverviewPage::showRunning);
    connect(m_feed, &OverviewFeed::changed, this, &OverviewPage::showPart);
    connect(&m_context.engine, &EngineLink::infoChanged, this, [this] { showPart(Part::Figures); });
    connect(&m_context.preferences, &Preferences::changed, this, &OverviewPage::retranslate);
    retranslate();
}

QWidget *OverviewPage::makeHeader()
{
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, bar);
    m_date = new Label(TextStyle::Body, Ink::Secondary, bar);
    m_range = new Segmented(bar);
    for (const int hours : kHours)
        m_range->add(QString::number(hours), {});
    m_range->setValue(QString::number(m_feed->hours()));
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_date);
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_range);
    if (QAction *run = m_context.commands.action("app.run")) {
        m_run = new Button(run, Button::Variant::Primary, bar);
        bar->row()->addWidget(m_run);
    }
    connect(m_range, &Segmented::chosen, this, [this](const QString &hours) {
        setHours(hours.toInt());
        emit addressChanged();
    });
    return bar;
}

QWidget *OverviewPage::makeBody()
{
    auto *body = new Surface(Surface::Level::Raised, this); // the hairline between the columns
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    auto *left = new Surface(Surface::Level::Panel, body);
    auto *right = new Surface(Surface::Level::Panel, body);
    QVBoxLayout *rows = column(left);
    rows->addWidget(makeSection(Part::Attention, 0, {"metrics", "alerts", {}}));
    rows->addWidget(makeSection(Part::Running, 1, {"runs", {}, QUrlQuery("status=running")}));
    rows->addWidget(makeSection(Part::Flows, 2, {"flows", {}, {}}));
    rows->addStretch(1);
    QVBoxLayout *side = column(right);
    side->addWidget(makeRollout());
    side->addWidget(makeSection(Part::Services, 3, {"releases", {}, {}}));
    side->addWidget(makeSection(Part::Activity, 4, {"metrics", "alerts", {}}));
    side->addStretch(1);
    QScrollArea *area = scrolled(right, body);
    area->setFixedWidth(themeOf(this).scaled(kRightWidth));
    row->addWidget(scrolled(left, body), 1);
    row->addWidget(area);
    return body;
}

QWidget *OverviewPage::makeSection(Part part, int kind, const Address &all)
{
    Section &section = m_sections[static_cast<std::size_t>(kind)];
    auto *whole = new QWidget(this);
    QVBoxLayout *rows = column(whole);
    auto *bar = new Bar(Bar::Kind::PanelTitle, whole);
    auto *list = new SectionList(static_cast<SectionList::Kind>(kind), whole);
    auto *content = new QWidget(whole);
    QVBoxLayout *lines = column(content);
    auto *titles =
        part == Part::Flows || part == Part::Services ? new SectionTitles(list->kind(), content) : nullptr;
    if (titles)
        lines->addWidget(titles);
    lines->addWidget(list);
    section = {part,
               whole,
               list,
               new StatePane(content, whole),
               new Label(TextStyle::Strong, Ink::Primary, bar),
               new Label(TextStyle::Small, Ink::Tertiary, bar),
               new Button(QString(), QString(), Button::Variant::Ghost, bar),
               titles};
    section.all->setSmall(true);
    list->setProperty("pane", true);
    bar->row()->addWidget(section.title);
    bar->row()->addWidget(section.note);
    bar->row()->addStretch(1);
    if (part == Part::Attention) {
        m_undo = new Button(QString(), "undo", Button::Variant::Ghost, bar);
        m_undo->setSmall(true);
        m_undo->hide();
        bar->row()->addWidget(m_undo);
        connect(m_undo, &QAbstractButton::clicked, this, &OverviewPage::undo);
    }
    bar->row()->addWidget(section.all);
    rows->addWidget(bar);
    rows->addWidget(section.state);
    connect(section.all, &QAbstractButton::clicked, this, [this, all] { emit openRequested(all); });
    connect(list, &SectionList::opened, this, &Page::openRequested);
    connect(list, &SectionList::currentLineChanged, this, [this] { m_context.commands.update(); });
    return whole;
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

Address OverviewPage::address() const
{
    QUrlQuery query;
    query.addQueryItem("last", QString::number(m_feed->hours()));
    return {"overview", {}, query};
}

void OverviewPage::open(const Address &address)
{
    const int hours = address.query.queryItemValue("last").toInt();
    if (std::ranges::find(kHours, hours) != std::end(kHours))
        setHours(hours);
}

void OverviewPage::refresh()
{
    m_feed->refresh();
}

void OverviewPage::setHours(int hours)
{
    m_range->setValue(QString::number(hours));
    m_feed->setHours(hours);
    retranslate();
}

void OverviewPage::showPart(Part part)
{
    switch (part) {
    case Part::Figures:
        m_strip->setFigures(figuresOf(*m_feed, m_context.engine.running()));
        if (const Error *error = m_feed->error(part); error && !m_feed->isReady(part))
            return m_stripState->showError(errorSentence(*error), errorAdvice(*error), nullptr);
        return m_feed->isReady(part) ? m_stripState->showContent() : m_stripState->showLoading();
    case Part::Attention:
        return showAttention();
    case Part::Running:
        return showRunning();
    case Part::Flows:
        m_sections[2].list->setLines(
            flowLines(m_feed->flows(), m_feed->figures().objective.value_or(kUsualErrors), m_clock->wall()));
        return finish(m_sections[2], tr("Nothing ran in this time."));
    case Part::Release:
        return showRollout();
    case Part::Services:
        return showServices();
    case Part::Activity:
        m_sections[4].list->setLines(activityLines(m_feed->deeds(), moments()));
        return finish(m_sections[4], m_feed->keepsFigures()
                                         ? tr("Nothing was changed in this time.")
                                         : tr("Nothing was changed in this time. This engine keeps no "
                                              "figures, so that it raises no alerts."));
    }
}

void OverviewPage::showAttention()
{
    m_causes = m_feed->causes();
    m_sections[0].list->setLines(attentionLines(m_causes, moments()));
    const QString count = QLocale().toString(static_cast<int>(m_causes.size()));
    m_sections[0].note->setText(m_causes.empty() ? QString() : count);
    finish(m_sections[0], whyNothing());
    m_context.commands.update();
}

Moments OverviewPage::moments() const
{
    return {m_clock->wall(), m_context.preferences.utc()};
}

QString OverviewPage::whyNothing() const
{
    const WallTime last = m_feed->lastProblem();
    return last == WallTime{}
               ? tr("Nothing needs attention.")
               : tr("Nothing needs attention. The last problem was at %1.").arg(momentWord(last, moments()));
}

void OverviewPage::showRunning()
{
    m_sections[1].list->setLines(runningLines(m_feed->running(), m_context.engine, m_clock->wall()));
    const int running = m_context.engine.running();
    m_sections[1].note->setText(running > 0 ? QLocale().toString(running) : QString());
    finish(m_sections[1], tr("Nothing runs now."));
}

/// Shows the lines of a section, or what stands for them. What was there stays while it is read again.
void OverviewPage::finish(Section &section, const QString &emptyText)
{
    const Error *error = m_feed->error(section.part);
    const bool hasLines = section.list->count() > 0;
    if (hasLines)
        section.state->showContent();
    else if (error)
        section.state->showError(errorSentence(*error), errorAdvice(*error), nullptr);
    else if (!m_feed->isReady(section.part))
        section.state->showLoading();
    else
        section.state->showEmpty(emptyText);
    const int titles = section.titles ? section.titles->height() : 0;
    section.state->setFixedHeight(hasLines ? section.list->height() + titles
                                           : themeOf(this).scaled(kPaneHeight));
}

void OverviewPage::retranslate()
{
    m_title->setText(title());
    m_date->setText(QLocale().toString(momentOf(m_clock->wall(), m_context.preferences.utc()).date(),
                                       QLocale::LongFormat));
    for (const int hours : kHours)
        m_range->setText(QString::number(hours), hoursWord(hours));
    m_range->setAccessibleName(tr("Time that is shown"));
    m_strip->setAccessibleName(tr("Figures of the engine"));
    m_undo->setText(tr("Undo"));
    const QString names[] = {tr("Needs attention"), tr("Running now"), tr("Flows"), tr("Services"),
                             tr("Activity")};
    const QString all[] = {tr("Alert rules"), tr("All runs"), tr("All flows"), tr("All services"),
                           tr("Alerts")};
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i].title->setText(names[i]);
        m_sections[i].list->setAccessibleName(names[i]);
        m_sections[i].all->setText(all[i]);
    }
    m_sections[2].note->setText(tr("last %Ln run(s), height is duration", nullptr, OverviewFeed::kRecent));
    m_sections[2].titles->setTexts({tr("Flow"), tr("Runs %1").arg(hoursWord(m_feed->hours())), tr("Success"),
                                    tr("Recent"), tr("p50"), tr("p95"), tr("p95 vs 7 d")});
    m_sections[3].titles->setTexts({tr("Service"), tr("Inst."), tr("Req/s"), tr("p95 1 h")});
    m_releaseTitle->setText(tr("Release in progress"));
    m_openRelease->setText(tr("Open release"));
    m_answer->setText(tr("Answer"));
    for (const Part part : {Part::Figures, Part::Attention, Part::Running, Part::Flows, Part::Release,
                            Part::Services, Part::Activity})
        showPart(part);
}

void OverviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_feed->setWanted(true);
    m_second.start();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_feed->setWanted(false);
    m_second.stop();
}

} // namespace batuta::views
