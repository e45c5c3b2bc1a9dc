// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/runs_page.h"

#include "views/models/runs/run_figures.h"
#include "views/pages/runs/facet_list.h"
#include "views/pages/runs/filter_line.h"
#include "views/pages/runs/held_strip.h"
#include "views/pages/runs/id_search.h"
#include "views/pages/runs/run_histogram.h"
#include "views/pages/runs/runs_table.h"
#include "views/pages/runs/runs_words.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>

namespace batuta::views {
namespace {

const QString kFilterKey = QStringLiteral("runs/filter");
const QString kColumnsKey = QStringLiteral("runs/columns");

/// A person types the status as it is spelt in either language.
QString statusTyped(const QString &text)
{
    for (const char *status :
         {"running", "queued", "paused", "success", "failed", "cancelled", "interrupted"})
        if (text.compare(status, Qt::CaseInsensitive) == 0 ||
            text.compare(statusWord(status), Qt::CaseInsensitive) == 0)
            return status;
    return {};
}

} // namespace

RunsPage::RunsPage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_model(new RunsModel(context.engine, this))
    , m_words(new RunsWords(*m_model, context.preferences, this))
    , m_table(new RunsTable(*m_model, *m_words, this))
    , m_pane(new StatePane(m_table, this))
    , m_filters(new FilterLine(this))
    , m_search(new IdSearch(context.engine, this))
    , m_notice(new Notice(Notice::Kind::Error, this))
    , m_figures(new RunFigures(context.engine, this))
    , m_facets(new FacetList(this))
    , m_histogram(new RunHistogram(context.preferences, this))
{
    addCommands();
    m_retry = m_notice->addButton(QString(), "retry");
    m_notice->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(makeFilterBar());
    column->addWidget(m_notice);
    column->addWidget(makeBody(), 1);
    column->addWidget(makeFooter());
    setFocusProxy(m_table);
    m_filters->setProperty("pane", true);
    m_table->setProperty("pane", true);
    m_table->setColumns(m_context.state.value(kColumnsKey).toObject());
    connectModel();
    connectTable();
    connectFilters();
    retranslate();
}

QWidget *RunsPage::makeHeader()
{
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, bar);
    m_live = new Label(TextStyle::Small, Ink::Secondary, bar);
    m_pause = new Button(m_context.commands.action("runs.pause"), Button::Variant::Normal, bar);
    m_run = new Button(runFlowCommand(), Button::Variant::Primary, bar);
    bar->row()->addWidget(m_title);
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_live);
    bar->row()->addSpacing(2);
    bar->row()->addWidget(m_pause);
    bar->row()->addWidget(m_run);
    return bar;
}

QWidget *RunsPage::makeFilterBar()
{
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    m_views = new Button(QString(), "bookmark", Button::Variant::Normal, bar);
    m_columns = new Button(QString(), "split", Button::Variant::Normal, bar);
    m_export = new Button(m_context.commands.action("runs.export_csv"), Button::Variant::Normal, bar);
    m_views->setHasMenu(true);
    bar->row()->addWidget(m_filters, 1);
    bar->row()->addWidget(m_views);
    bar->row()->addWidget(m_columns);
    bar->row()->addWidget(m_export);
    connect(m_views, &QAbstractButton::clicked, this, &RunsPage::showViewMenu);
    connect(m_columns, &QAbstractButton::clicked, this,
            [this] { showColumnMenu(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 2))); });
    return bar;
}

QWidget *RunsPage::makeBody()
{
    auto *body = new QWidget(this);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *list = new QVBoxLayout;
    list->setSpacing(0);
    list->addWidget(m_histogram);
    list->addWidget(m_pane, 1);
    row->addWidget(m_facets);
    row->addLayout(list, 1);
    m_facets->setProperty("pane", true);
    m_histogram->setProperty("pane", true);
    connect(m_figures, &RunFigures::changed, this, &RunsPage::showFigures);
    connect(m_facets, &FacetList::toggled, this, &RunsPage::setFilterValue);
    connect(m_facets, &FacetList::isolated, this, &RunsPage::isolate);
    connect(m_facets, &FacetList::excluded, this, &RunsPage::toggleExcluded);
    connect(m_facets, &FacetList::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_histogram, &RunHistogram::brushed, this, &RunsPage::brush);
    connect(m_histogram, &RunHistogram::releaseChosen, this, &RunsPage::openRelease);
    return body;
}

QWidget *RunsPage::makeFooter()
{
    auto *bar = new Bar(Bar::Kind::Footer, this);
    m_count = new Label(TextStyle::Small, Ink::Secondary, bar);
    bar->row()->addWidget(m_count);
    bar->row()->addStretch(1);
    for (const char *key : {"Enter", "C", "R", "X"}) {
        m_hints.append(new Label(TextStyle::Caption, Ink::Secondary, bar));
        bar->row()->addWidget(new KeyHint(key, bar));
        bar->row()->addWidget(m_hints.last());
        bar->row()->addSpacing(4);
    }
    return bar;
}

void RunsPage::connectModel()
{
    connect(m_model, &RunsModel::stateChanged, this, &RunsPage::showState);
    connect(m_model, &RunsModel::heldChanged, this, &RunsPage::showHeld);
    connect(m_model, &RunsModel::rateChanged, this, &RunsPage::showLive);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RunsPage::followView);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RunsPage::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &RunsPage::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                const int row = m_table->currentRow();
                if (row >= from.row() && row <= to.row())
                    m_context.commands.update();
            });
    connect(&m_context.engine, &EngineLink::stateChanged, this, &RunsPage::showState);
    connect(&m_context.preferences, &Preferences::changed, m_words, &RunsWords::retranslate);
}

void RunsPage::connectTable()
{
    connect(m_table, &RunsTable::moved, this, &RunsPage::followView);
    connect(m_table, &RunsTable::columnsChanged, this,
            [this] { m_context.state.setValue(kColumnsKey, m_table->columns()); });
    connect(m_table, &RunsTable::homePressed, m_model, &RunsModel::release);
    connect(m_table->strip(), &QAbstractButton::clicked, m_model, &RunsModel::release);
    connect(m_table, &RunsTable::slashPressed, m_filters->field(), qOverload<>(&QWidget::setFocus));
    connect(m_table, &QAbstractItemView::doubleClicked, this, &RunsPage::openSelected);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunsPage::showCellMenu);
    connect(m_table, &RunsTable::pointerMoved, this, [this] {
        if (!std::exchange(m_pointerMoves, true))
            followView();
    });
    connect(m_table, &RunsTable::pointerStopped, this, [this] {
        m_pointerMoves = false;
        followView();
    });
    QHeaderView *header = m_table->horizontalHeader();
    connect(header, &QHeaderView::sectionClicked, this, &RunsPage::sortBy);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { showColumnMenu(header->mapToGlobal(at)); });
}

void RunsPage::connectFilters()
{
    connect(m_filters, &FilterLine::typed, this, &RunsPage::useTyped);
    connect(m_filters, &FilterLine::removed, this, [this](const QString &key) { setFilterValue(key, {}); });
    connect(m_filters, &FilterLine::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_search, &IdSearch::isExecution, this, [this](const QString &id) {
        m_filters->clearText();
        emit openRequested({"run", id, {}});
    });
    connect(m_search, &IdSearch::isFilter, this, &RunsPage::setFilterValue);
    connect(m_search, &IdSearch::isUnknown, this,
            [this](const QString &id) { m_filters->setProblem(tr("No run has the ID %1.").arg(id)); });
    connect(m_search, &IdSearch::failed, this,
            [this](const Error &error) { m_filters->setProblem(errorSentence(error)); });
    connect(m_retry, &QAbstractButton::clicked, m_model, &RunsModel::retry);
}

QString RunsPage::title() const
{
    return tr("Runs");
}

Address RunsPage::address() const
{
    QUrlQuery query = m_model->filter().query();
    if (query.isEmpty())
        query.addQueryItem("all", "1");
    return {"runs", {}, query};
}

void RunsPage::open(const Address &address)
{
    if (!address.query.isEmpty())
        setFilter(RunFilter::fromQuery(address.query));
    else if (m_paneKey.isEmpty())
        setFilter(RunFilter::fromQuery(QUrlQuery(m_context.state.value(kFilterKey).toString())));
}

void RunsPage::setFilter(RunFilter filter)
{
    const bool isSame = filter == m_model->filter();
    m_model->setFilter(filter);
    m_figures->setFilter(filter);
    m_filters->setFilter(filter);
    m_filters->clearText();
    m_table->clearSelection();
    m_table->verticalScrollBar()->setValue(0);
    m_table->horizontalHeader()->setSortIndicator(
        client::isByDuration(filter.order) ? RunsModel::DurationColumn : RunsModel::StartedColumn,
        client::isAscending(filter.order) ? Qt::AscendingOrder : Qt::DescendingOrder);
    m_context.state.setValue(kFilterKey, filter.query().toString());
    showState();
    if (!isSame)
        emit addressChanged();
}

void RunsPage::setFilterValue(const QString &key, const QString &value)
{
    RunFilter filter = m_model->filter();
    if (filter.set(key, value))
        setFilter(filter);
}

void RunsPage::useTyped(const QString &text)
{
    if (const std::optional<TypedFilter> filter = parseFilter(text))
        return setFilterValue(filter->key, filter->value);
    if (const QString status = statusTyped(text); !status.isEmpty())
        return setFilterValue("status", status);
    if (m_context.engine.flow(text))
        return setFilterValue("flow", text);
    if (!text.contains(':'))
        return m_search->find(text);
    m_filters->setProblem(
        tr("Use status:, flow:, user:, session:, correlation:, version:, revision:, error: or last:, for "
           "example last:6h."));
}

/// New runs are kept back while they would move what a person looks at.
void RunsPage::followView()
{
    m_model->setVisible(m_table->firstVisibleRow(), m_table->lastVisibleRow(), m_table->currentRow());
    const bool isSelected = m_table->currentRow() >= 0;
    const bool holds = m_model->rowCount() > 0 && m_model->filter().order == client::Order::Newest &&
                       (isSelected || !m_table->isAtTop() || m_pointerMoves);
    m_model->setHolding(holds);
    m_table->setFollowing(!m_model->isHolding());
    if (!m_model->isHolding() && m_model->heldCount() > 0)
        m_model->release();
    showHeld();
    showCount();
    m_context.commands.update();
}

void RunsPage::showHeld()
{
    using Reason = HeldStrip::Reason;
    const int held = m_model->heldCount();
    m_table->strip()->setHeld(held, m_model->isRanked()                    ? Reason::Sorted
                                    : m_model->isPaused()                  ? Reason::Paused
                                    : m_table->currentRow() >= 0           ? Reason::Selected
                                    : m_pointerMoves && m_table->isAtTop() ? Reason::Pointer
                                                                           : Reason::Scrolled);
    m_table->showStrip(held > 0);
}

void RunsPage::showState()
{
    showPane();
    showNotice();
    showLive();
    followView();
}

void RunsPage::showPane()
{
    const RunsModel::State state = m_model->state();
    const auto filters = static_cast<int>(m_model->filter().keys().size());
    const bool isStarting = m_context.engine.state() == EngineLink::State::Starting;
    const QString order = QString::number(static_cast<int>(m_model->filter().order));
    const QString key = m_model->rowCount() > 0                            ? "rows"
                        : state == RunsModel::State::Failed && !isStarting ? "failed"
                        : state == RunsModel::State::Ready && filters > 0
                            ? QString("none%1 %2").arg(filters).arg(order)
                        : state == RunsModel::State::Ready ? "empty"
                                                           : "loading";
    if (key == m_paneKey)
        return;
    m_paneKey = key;
    if (key == "rows")
        m_pane->showContent();
    else if (key == "loading")
        m_pane->showLoading();
    else if (key == "failed")
        m_pane->showError(tr("The runs cannot be read."), errorSentence(m_model->error()),
                          m_context.commands.action("runs.refresh"));
    else if (key == "empty")
        m_pane->showEmpty(tr("No runs yet."), runFlowCommand());
    else {
        m_clear->setText(tr("Clear %Ln filter(s)", nullptr, filters));
        const QStringList open{"running", "queued", "paused"};
        const bool isNeverListed = m_model->isRanked() && open.contains(m_model->filter().status);
        m_pane->showEmpty(isNeverListed ? tr("No runs match: what has not ended has no duration yet.")
                                        : tr("No runs match."),
                          m_clear);
    }
}

void RunsPage::showNotice()
{
    const bool isGone = m_context.engine.state() == EngineLink::State::Unreachable;
    const bool hasFailed = m_model->state() == RunsModel::State::Failed;
    m_notice->setVisible(m_model->rowCount() > 0 && (isGone || hasFailed));
    m_retry->setVisible(!isGone);
    if (isGone)
        m_notice->setText(tr("The engine cannot be reached."),
                          tr("The runs are as of %1. Nothing can be started or cancelled until it is back.")
                              .arg(clockTime(m_model->freshAt(), m_context.preferences.utc())));
    else if (hasFailed)
        m_notice->setText(tr("Some runs could not be read."), errorSentence(m_model->error()));
}

void RunsPage::showLive()
{
    m_runFlow->setEnabled(whyNoAct(m_context.engine).isEmpty());
    m_context.commands.action("runs.pause")->setProperty("iconName", m_model->isPaused() ? "play" : "pause");
    const double rate = m_model->rate();
    QString text;
    const bool isOff = !m_context.engine.isRunning() ||
                       (m_model->state() == RunsModel::State::Failed && m_model->rowCount() == 0);
    if (isOff)
        text = tr("Not live");
    else if (m_model->isRanked())
        text = tr("Not live while sorted by duration");
    else if (m_model->isPaused())
        text = tr("Paused");
    else
        text = rate > 0 ? tr("Live, %1 runs/s").arg(QLocale().toString(rate, 'f', 1)) : tr("Live");
    m_live->setText(QChar(0x25CF) + QStringLiteral("  ") + text);
    m_live->setAccessibleName(text);
    m_live->setStatus(isOff || m_model->isRanked() ? Status::Skipped
                      : m_model->isPaused()        ? Status::Waiting
                                                   : Status::Success);
}

void RunsPage::retranslate()
{
    setAccessibleName(title());
    m_title->setText(title());
    m_table->setAccessibleName(tr("List of runs"));
    m_pause->setKeyHint(tr("Space"));
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(m_columns->text());
    m_views->setText(tr("Views"));
    m_views->setAccessibleName(m_views->text());
    m_retry->setText(tr("Retry"));
    m_retry->setAccessibleName(m_retry->text());
    m_runFlow->setText(tr("Run flow"));
    const QStringList hints{tr("open"), tr("compare"), tr("run again"), tr("cancel")};
    for (int i = 0; i < m_hints.size(); ++i)
        m_hints[i]->setText(hints[i]);
    m_words->retranslate();
    if (!m_paneKey.isEmpty()) {
        m_paneKey = "-";
        showState();
    }
}

void RunsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void RunsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return Page::keyPressEvent(event);
    if (m_table->currentRow() >= 0)
        return m_table->clearSelection();
    if (m_model->heldCount() == 0 || m_model->isPaused())
        return Page::keyPressEvent(event);
    m_table->verticalScrollBar()->setValue(0);
    followView();
}

void RunsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_paneKey.isEmpty())
        open({"runs", {}, {}});
    m_figures->setWanted(true);
}

void RunsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_figures->setWanted(false);
}

void RunsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeFacets();
}

} // namespace batuta::views
