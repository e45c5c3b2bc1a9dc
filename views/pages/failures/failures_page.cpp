// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/failures/failures_page.h"

#include "views/pages/failures/failure_list.h"
#include "views/pages/failures/failure_pane.h"
#include "views/theme/theme.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>

namespace batuta::views {
namespace {

using Show = FailureListModel::Show;

constexpr int kPaneWidth = 400;

Show showOf(const QString &name)
{
    return name == "addressed" ? Show::Addressed : name == "waiting" ? Show::Waiting : Show::Open;
}

} // namespace

FailuresPage::FailuresPage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_feed(new FailureFeed(context.engine, this))
    , m_model(new FailureListModel(*m_feed, context.preferences, this))
    , m_list(new FailureList(*m_model, this))
    , m_pane(new FailurePane(*m_feed, context.preferences, this))
    , m_state(new StatePane(m_list, this))
    , m_notice(new Notice(Notice::Kind::Error, this))
{
    addCommands();
    m_notice->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_notice);
    column->addWidget(makeBody(), 1);
    setFocusProxy(m_list);
    m_list->setProperty("pane", true);
    m_pane->setProperty("pane", true);
    connectPane();
    connect(m_feed, &FailureFeed::changed, this, &FailuresPage::showState);
    connect(&m_context.engine, &EngineLink::stateChanged, this, &FailuresPage::showState);
    connect(&m_context.preferences, &Preferences::changed, this, &FailuresPage::showState);
    retranslate();
}

QWidget *FailuresPage::makeHeader()
{
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, bar);
    m_show = new Segmented(bar);
    m_range = new Segmented(bar);
    for (const char *show : {"open", "addressed", "waiting"})
        m_show->add(show, {});
    for (const char *hours : {"1", "24", "168", "0"})
        m_range->add(hours, {});
    m_show->setValue("open");
    m_range->setValue("24");
    bar->row()->addWidget(m_title);
    bar->row()->addSpacing(8);
    bar->row()->addWidget(m_show);
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_range);
    connect(m_show, &Segmented::chosen, this, &FailuresPage::setShow);
    connect(m_range, &Segmented::chosen, this, [this](const QString &hours) {
        m_feed->setHours(hours.toInt());
        emit addressChanged();
    });
    return bar;
}

QWidget *FailuresPage::makeBody()
{
    auto *body = new QWidget(this);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_pane->setFixedWidth(themeOf(this).scaled(kPaneWidth));
    row->addWidget(m_state, 1);
    row->addWidget(m_pane);
    return body;
}

void FailuresPage::connectPane()
{
    connect(m_list, &FailureList::currentKeyChanged, this, [this] {
        m_pane->show(m_model->shown() == Show::Waiting ? QString() : m_list->currentKey());
        m_context.commands.update();
        emit addressChanged();
    });
    connect(m_list, &QAbstractItemView::doubleClicked, this, &FailuresPage::openCurrent);
    connect(m_pane, &FailurePane::runsRequested, this, &FailuresPage::openRuns);
    connect(m_pane, &FailurePane::sampleRequested, this, [this](const QString &id) {
        emit openRequested({"run", id, {}});
    });
    connect(m_pane, &FailurePane::repeatRequested, this, &FailuresPage::askRepeat);
    connect(m_pane, &FailurePane::noted, this,
            [this](const QString &key, const QString &text, const QString &assignee) {
                note(key, json::Object{{"text", text.toStdString()}, {"assignee", assignee.toStdString()}},
                     tr("The note was saved."));
            });
    connect(m_pane, &FailurePane::addressed, this, [this](const QString &key, bool isAddressed) {
        note(key, json::Object{{"addressed", isAddressed}},
             isAddressed ? tr("Addressed until it comes again.") : tr("It is open again."));
    });
}

QString FailuresPage::title() const
{
    return tr("Failure inbox");
}

Address FailuresPage::address() const
{
    QUrlQuery query;
    query.addQueryItem("show", m_show->value());
    query.addQueryItem("last", QString::number(m_feed->hours()));
    if (!m_pane->key().isEmpty())
        query.addQueryItem("group", m_pane->key());
    return {"failures", {}, query};
}

void FailuresPage::open(const Address &address)
{
    const QString hours = address.query.queryItemValue("last");
    if (QStringList{"1", "24", "168", "0"}.contains(hours)) {
        m_range->setValue(hours);
        m_feed->setHours(hours.toInt());
    }
    m_wantedGroup = address.query.queryItemValue("group");
    const QString show = address.query.queryItemValue("show");
    setShow(QStringList{"addressed", "waiting"}.contains(show) ? show : QStringLiteral("open"));
}

void FailuresPage::refresh()
{
    m_feed->refresh();
}

void FailuresPage::setShow(const QString &show)
{
    m_show->setValue(show);
    m_model->setShow(showOf(show));
    m_pane->show({});
    showState();
    emit addressChanged();
}

void FailuresPage::showState()
{
    const QString before = m_wantedGroup.isEmpty() ? m_list->currentKey() : m_wantedGroup;
    m_model->refill();
    if (m_list->currentKey() != before)
        m_list->setCurrentKey(before);
    if (m_list->currentKey().isEmpty() && m_model->rowCount() > 0)
        m_list->setCurrentKey(m_model->line(0)->key);
    if (m_list->currentKey() == m_wantedGroup)
        m_wantedGroup.clear();
    const QStringList words{tr("Open"), tr("Addressed"), tr("Waiting")};
    const QStringList values{"open", "addressed", "waiting"};
    for (int i = 0; i < values.size(); ++i)
        m_show->setText(values[i], tr("%1  %2").arg(words[i], QLocale().toString(FailureListModel::countOf(
                                                                  *m_feed, showOf(values[i])))));
    const bool isStarting = m_context.engine.state() == EngineLink::State::Starting;
    const bool hasFailed = m_feed->state() == FailureFeed::State::Failed && !isStarting;
    m_notice->setVisible(hasFailed && m_model->rowCount() > 0);
    m_notice->setText(tr("The failures could not be read."), errorSentence(m_feed->error()));
    m_pane->setVisible(m_model->shown() != Show::Waiting && m_model->rowCount() > 0);
    if (m_model->rowCount() > 0)
        m_state->showContent();
    else if (hasFailed)
        m_state->showError(tr("The failures cannot be read."), errorSentence(m_feed->error()),
                           m_context.commands.action("failures.refresh"));
    else if (m_feed->state() == FailureFeed::State::Loading)
        m_state->showLoading();
    else if (m_model->shown() == Show::Waiting)
        m_state->showEmpty(tr("Nothing waits for another attempt or an answer."));
    else if (m_model->shown() == Show::Addressed)
        m_state->showEmpty(tr("Nothing was marked as addressed in this time."));
    else
        m_state->showEmpty(m_feed->report().groups.empty() ? tr("Nothing failed in this time.")
                                                           : tr("All failures are addressed."),
                           m_feed->hours() == 0 ? nullptr : m_widen);
}

void FailuresPage::retranslate()
{
    setAccessibleName(title());
    m_title->setText(title());
    m_list->setAccessibleName(tr("Groups of failures"));
    m_show->setAccessibleName(tr("Which failures"));
    m_range->setAccessibleName(tr("Time of the failures"));
    m_widen->setText(tr("Look at all time"));
    for (const auto &[hours, text] : {std::pair("1", tr("1 h")), std::pair("24", tr("24 h")),
                                      std::pair("168", tr("7 d")), std::pair("0", tr("All time"))})
        m_range->setText(hours, text);
    showState();
}

void FailuresPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void FailuresPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_feed->setWanted(true);
}

void FailuresPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_feed->setWanted(false);
}

} // namespace batuta::views
