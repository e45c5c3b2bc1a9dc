// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/metrics_page.h"

#include "views/models/cloud_places.h"
#include "views/pages/metrics/alerts_pane.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/metrics_words.h"
#include "views/pages/metrics/table_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace batuta::views {
namespace {

using namespace std::chrono_literals;

const QString kStateKey = QStringLiteral("metrics/board");
const QString kAlertsTab = QStringLiteral("/alerts");
constexpr std::pair<const char *, Duration> kRanges[] = {
    {"1h", 1h}, {"6h", 6h}, {"24h", 24h}, {"7d", 24h * 7}};

Duration rangeOf(const QString &text)
{
    for (const auto &[name, range] : kRanges)
        if (text == QLatin1String(name))
            return range;
    return {};
}

QString nameOf(Duration range)
{
    for (const auto &[name, own] : kRanges)
        if (own == range)
            return QString::fromLatin1(name);
    return {};
}

} // namespace

MetricsPage::MetricsPage(Context context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_feed(context.engine, m_axis)
    , m_places(new CloudPlaces(context.engine, this))
    , m_utc(context.preferences.utc())
    , m_grid(new BoardGrid(m_feed, m_axis, this))
    , m_alerts(new AlertsPane(context.engine, m_utc, this))
    , m_pane(new StatePane(m_grid, this))
    , m_stack(new QStackedWidget(this))
    , m_problem(new Notice(Notice::Kind::Warning, this))
{
    addCommands();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_alerts);
    m_problem->hide();
    m_grid->setProperty("pane", true);
    m_grid->setUtc(m_utc);
    m_axis.setLast(6h, SystemClock().wall());
    m_feed.setEvery(m_every);
    connect(m_grid, &BoardGrid::runsWanted, this, &MetricsPage::openRuns);
    connect(m_grid, &BoardGrid::currentChanged, this, [this] { m_context.commands.update(); });
    connect(m_grid, &BoardGrid::menuWanted, this, &MetricsPage::showPanelMenu);
    connect(m_alerts, &AlertsPane::told, this, &Page::told);
    connect(m_alerts, &AlertsPane::selectionChanged, this, [this] { m_context.commands.update(); });
    connect(&m_grid->undo(), &QUndoStack::indexChanged, this, &MetricsPage::showHeader);
    connect(&m_axis, &BoardAxis::heldChanged, this, &MetricsPage::showHeader);
    connect(&m_axis, &BoardAxis::rangeChanged, this, [this] {
        showHeader();
        emit addressChanged();
    });
    connect(&m_context.engine, &EngineLink::stateChanged, this, [this] {
        if (m_context.engine.isRunning())
            loadBoards();
    });
    connect(m_places, &CloudPlaces::changed, this, &MetricsPage::placesCame);
    connect(&m_context.preferences, &Preferences::changed, this, [this] {
        m_utc = m_context.preferences.utc();
        m_grid->setUtc(m_utc);
    });
    m_pane->showLoading();
    retranslate();
}

/// The grid goes after the page is none any more, and its undo stack tells when it is cleared.
MetricsPage::~MetricsPage()
{
    m_grid->undo().disconnect(this);
}

QWidget *MetricsPage::makeHeader()
{
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, bar);
    m_tabs = new Segmented(bar);
    m_held = new Label(TextStyle::Small, Ink::Secondary, bar);
    m_addPanel = new Button(m_context.commands.action("metrics.panel.add"), Button::Variant::Normal, bar);
    m_save = new Button(m_context.commands.action("metrics.save"), Button::Variant::Primary, bar);
    m_edit = new Button(m_context.commands.action("metrics.edit"), Button::Variant::Normal, bar);
    m_flowButton = new Button(QString(), QString(), Button::Variant::Normal, bar);
    m_flowButton->setHasMenu(true);
    m_placeButton = new Button(QString(), "releases", Button::Variant::Normal, bar);
    m_placeButton->setHasMenu(true);
    m_ranges = new Segmented(bar);
    for (const auto &[name, range] : kRanges)
        m_ranges->add(QString::fromLatin1(name), rangeWord(range));
    m_everyButton = new Button(QString(), "retry", Button::Variant::Normal, bar);
    m_everyButton->setHasMenu(true);
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_tabs);
    bar->row()->addStretch(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_held), static_cast<QWidget *>(m_addPanel),
                            static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_edit),
                            static_cast<QWidget *>(m_flowButton), static_cast<QWidget *>(m_placeButton),
                            static_cast<QWidget *>(m_ranges), static_cast<QWidget *>(m_everyButton)})
        bar->row()->addWidget(widget);
    connect(m_tabs, &Segmented::chosen, this, [this](const QString &value) {
        showAlerts(value == kAlertsTab);
        if (value != kAlertsTab)
            showBoard(value);
    });
    connect(m_ranges, &Segmented::chosen, this, &MetricsPage::setLast);
    connect(m_flowButton, &QAbstractButton::clicked, this, &MetricsPage::showFlowMenu);
    connect(m_placeButton, &QAbstractButton::clicked, this, &MetricsPage::showPlaceMenu);
    connect(m_everyButton, &QAbstractButton::clicked, this, &MetricsPage::showEveryMenu);
    return bar;
}

QString MetricsPage::title() const
{
    return tr("Metrics");
}

Address MetricsPage::address() const
{
    QUrlQuery query;
    if (!m_board.isEmpty())
        query.addQueryItem("board", m_board);
    if (!m_feed.flow().isEmpty())
        query.addQueryItem("flow", m_feed.flow());
    if (m_feed.hasCloud() && !m_feed.environment().isEmpty()) {
        query.addQueryItem("cloud", QString::fromUtf8(QUrl::toPercentEncoding(m_feed.environment())));
        query.addQueryItem("service", QString::fromUtf8(QUrl::toPercentEncoding(m_feed.service())));
    }
    if (m_axis.isLive()) {
        query.addQueryItem("last", nameOf(m_axis.last()));
    } else {
        query.addQueryItem("from", QString::fromStdString(isoTime(m_axis.from())));
        query.addQueryItem("to", QString::fromStdString(isoTime(m_axis.to())));
    }
    return {"metrics", m_isAlerts ? QStringLiteral("alerts") : QString(), query};
}

void MetricsPage::open(const Address &address)
{
    const QUrlQuery &query = address.query;
    showAlerts(address.id == QLatin1String("alerts"));
    if (!query.isEmpty())
        m_feed.setFlow(query.queryItemValue("flow"));
    if (const QString cloud = query.queryItemValue("cloud", QUrl::FullyDecoded); !cloud.isEmpty())
        setPlace(cloud, query.queryItemValue("service", QUrl::FullyDecoded));
    WallTime from{}, to{};
    if (parseIsoTime(query.queryItemValue("from").toStdString(), from) &&
        parseIsoTime(query.queryItemValue("to").toStdString(), to) && from < to) {
        if (from != m_axis.from() || to != m_axis.to())
            m_axis.zoom(from, to);
    } else if (const Duration last = rangeOf(query.queryItemValue("last")); last.count() > 0) {
        if (last != m_axis.last())
            m_axis.setLast(last, SystemClock().wall());
    }
    m_wanted = query.queryItemValue("board");
    if (m_boards.empty())
        loadBoards();
    else if (!m_wanted.isEmpty())
        showBoard(m_wanted);
    showHeader();
}

void MetricsPage::refresh()
{
    m_wanted = m_board;
    loadBoards();
    m_places->refresh();
    m_feed.refresh();
    m_alerts->refresh();
}

void MetricsPage::loadBoards()
{
    m_context.engine.boards(
        this, [this](Result<std::vector<series::BoardText>> boards) { boardsCame(std::move(boards)); });
}

void MetricsPage::boardsCame(Result<std::vector<series::BoardText>> boards)
{
    if (!boards) {
        if (m_boards.empty())
            m_pane->showError(tr("The boards could not be read."),
                              errorSentence(boards.error()) + QChar('\n') + errorAdvice(boards.error()),
                              m_context.commands.action("metrics.refresh"));
        return;
    }
    const bool isFirst = m_boards.empty();
    m_boards = std::move(*boards);
    showTabs();
    if (m_grid->isEditing()) // what is being arranged is not thrown away
        return;
    const QString kept = m_context.state.value(kStateKey).toString();
    showBoard(!m_wanted.isEmpty() ? m_wanted : isFirst && !kept.isEmpty() ? kept : m_board);
}

void MetricsPage::showBoard(const QString &name)
{
    const auto is = [](const QString &wanted) {
        return
            [wanted](const series::BoardText &board) { return QString::fromStdString(board.name) == wanted; };
    };
    auto found = std::find_if(m_boards.begin(), m_boards.end(), is(name));
    if (found == m_boards.end())
        found = m_boards.begin();
    if (found == m_boards.end())
        return m_pane->showEmpty(tr("There is no board."));
    if (m_grid->isEditing())
        toggleEdit();
    m_board = QString::fromStdString(found->name);
    m_context.state.setValue(kStateKey, m_board);
    series::BoardReading reading =
        series::readBoard(found->text, found->file.empty() ? found->name : found->file);
    m_draft = found->text;
    m_isBoardWrong = !reading.errors.empty();
    m_problem->setVisible(m_isBoardWrong);
    if (m_isBoardWrong)
        m_problem->setText(
            tr("%n problem(s) in this board.", nullptr, static_cast<int>(reading.errors.size())),
            errorSentence(reading.errors.front()) + QChar(' ') + errorAdvice(reading.errors.front()));
    if (reading.board.panels.empty())
        m_pane->showEmpty(tr("This board has no panels."));
    else
        m_pane->showContent();
    m_grid->undo().clear();
    m_feed.setBoard(std::move(reading.board));
    m_axis.setLeastStep(m_feed.hasCloud() ? Duration(1min) : Duration());
    placesCame();
    emit addressChanged();
}

void MetricsPage::showTabs()
{
    for (const series::BoardText &board : m_boards) {
        const series::BoardReading reading = series::readBoard(board.text, board.name);
        const QString name = QString::fromStdString(board.name), title = localText(reading.board.title);
        const QString shown = title.isEmpty() ? name : title;
        if (isForNobody(board, reading.board))
            continue;
        if (m_tabs->property(qPrintable("has-" + name)).toBool()) {
            m_tabs->setText(name, shown);
            continue;
        }
        m_tabs->setProperty(qPrintable("has-" + name), true);
        m_tabs->add(name, shown);
    }
    if (!m_tabs->property("has-alerts-tab").toBool()) {
        m_tabs->setProperty("has-alerts-tab", true);
        m_tabs->add(kAlertsTab, tr("Alerts"), "bell");
    }
}

void MetricsPage::showAlerts(bool shown)
{
    if (shown && m_grid->isEditing())
        toggleEdit();
    m_isAlerts = shown;
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_alerts) : m_pane);
    m_feed.setActive(isVisible() && !shown);
    showHeader();
    emit addressChanged();
}

void MetricsPage::showHeader()
{
    m_tabs->setValue(m_isAlerts ? kAlertsTab : m_board);
    m_ranges->setValue(m_axis.isLive() ? nameOf(m_axis.last()) : QString());
    const QString flow = m_feed.flow();
    m_flowButton->setText(flow.isEmpty() ? tr("flow: all") : tr("flow: %1").arg(flow));
    m_everyButton->setText(m_every == 0 ? tr("not by itself") : tr("every %n s", nullptr, m_every));
    const auto held = m_axis.heldSince();
    m_held->setText(held && m_axis.isLive() ? tr("Paused at %1").arg(clockTime(*held, m_utc))
                    : m_axis.isLive()
                        ? QString()
                        : tr("%1 to %2").arg(clockTime(m_axis.from(), m_utc), clockTime(m_axis.to(), m_utc)));
    const bool isEditing = m_grid->isEditing();
    m_save->setVisible(isEditing);
    m_addPanel->setVisible(isEditing);
    for (QWidget *widget : {static_cast<QWidget *>(m_ranges), static_cast<QWidget *>(m_everyButton),
                            static_cast<QWidget *>(m_edit)})
        widget->setVisible(!m_isAlerts);
    m_flowButton->setVisible(!m_isAlerts && !m_feed.hasCloud());
    m_placeButton->setVisible(!m_isAlerts && m_feed.hasCloud());
    showPlace();
    m_held->setVisible(!m_isAlerts);
    m_context.commands.update();
}

void MetricsPage::retranslate()
{
    m_title->setText(tr("Metrics"));
    m_feed.setOtherWord(tr("other"));
    m_tabs->setAccessibleName(tr("Boards"));
    m_ranges->setAccessibleName(tr("Time range"));
    if (!m_boards.empty()) {
        showTabs();
        m_tabs->setText(kAlertsTab, tr("Alerts"));
    }
    showHeader();
}

void MetricsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void MetricsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_axis.advance(SystemClock().wall());
    m_feed.setActive(!m_isAlerts);
    if (m_boards.empty())
        loadBoards();
}

void MetricsPage::hideEvent(QHideEvent *event)
{
    m_feed.setActive(false);
    m_axis.hold(false, SystemClock().wall());
    Page::hideEvent(event);
}

int MetricsPage::currentPanel() const
{
    return m_isAlerts ? -1 : m_grid->current();
}

void MetricsPage::showPanelMenu(int panel, const QPoint &at)
{
    QMenu *menu = newMetricsMenu(this);
    menu->addAction(tr("Table of values"), this, [this, panel] { showTable(panel); });
    const bool isCloud = isAboutCloud(m_feed.board().panels[static_cast<std::size_t>(panel)]);
    menu->addAction(isCloud ? tr("Requests of this time") : tr("Runs of this time"), this,
                    [this, panel] { openRuns(panel, -1, -1); });
    if (m_grid->isEditing()) {
        menu->addSeparator();
        menu->addAction(tr("Change the panel"), this, [this, panel] { editPanel(panel); });
        menu->addAction(tr("Remove the panel"), this, [this, panel] { removePanel(panel); });
        menu->addAction(m_context.commands.action("metrics.panel.add"));
    }
    menu->addSeparator();
    menu->addAction(m_context.commands.action("metrics.edit"));
    menu->popup(at);
}

void MetricsPage::showTable(int panel)
{
    const series::Panel &shown = m_feed.board().panels[static_cast<std::size_t>(panel)];
    const Duration range = m_axis.to() - m_axis.from();
    const bool utc = m_utc;
    auto *dialog = new TableDialog(
        localText(shown.title), m_grid->frame(panel)->sampleText(),
        new ValueTable(
            m_feed.panel(panel).data,
            {[range, utc](WallTime time) { return timeWord(time, std::min<Duration>(range, 25h), utc); },
             [unit = shown.unit](double value) { return valueWord(unit, value); }, tr("Time")},
            this));
    m_overlay = new Overlay(window(), dialog, {760, 560});
    connect(dialog, &TableDialog::closeRequested, m_overlay, &Overlay::close);
    connect(dialog, &TableDialog::told, this, &Page::told);
    m_overlay->open();
}

void MetricsPage::showEveryMenu()
{
    QMenu *menu = newMetricsMenu(this);
    for (const int seconds : {5, 10, 30, 60, 0}) {
        QAction *action =
            menu->addAction(seconds == 0 ? tr("not by itself") : tr("every %n s", nullptr, seconds), this,
                            [this, seconds] { setEvery(seconds); });
        action->setCheckable(true);
        action->setChecked(seconds == m_every);
    }
    menu->popup(m_everyButton->mapToGlobal(QPoint(0, m_everyButton->height() + 2)));
}

} // namespace batuta::views
