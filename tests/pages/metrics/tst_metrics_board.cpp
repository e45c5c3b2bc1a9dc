// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/metrics/figure_engine.h"
#include "tests/support/verify.h"
#include "views/models/metrics/alert_watch.h"
#include "views/pages/metrics/alerts_pane.h"
#include "views/pages/metrics/bars_body.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/breakers_body.h"
#include "views/pages/metrics/legend.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/pages/metrics/metrics_words.h"
#include "views/pages/metrics/panel_dialog.h"
#include "views/pages/metrics/plot_overlay.h"
#include "views/pages/metrics/table_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/code_view.h"
#include "views/widgets/notice.h"

#include <QAbstractItemModelTester>
#include <QChart>
#include <QChartView>
#include <QLineEdit>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTableView>

#include <cmath>
#include <limits>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using namespace std::chrono_literals;

namespace {

/// The page over an engine of figures, in a window of its own.
struct House
{
    explicit House(const QString &query = "board=flows&from=2026-11-21T08:30:00Z&to=2026-11-21T14:30:00Z")
    {
        preferences.setUtc(true);
        preferences.setLanguage("en");
        link.attach(engine);
        page = std::make_unique<MetricsPage>(Context{link, commands, preferences, state});
        page->resize(1316, 800);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()))
            qWarning("the window is not active");
        page->open({"metrics", {}, QUrlQuery(query)});
        settle();
    }
    ~House() { link.detach({}); }

    void settle() const
    {
        QTRY_VERIFY(page->grid().panels() > 0);
        QTRY_VERIFY(page->feed().panel(page->grid().panels() - 1).state != BoardFeed::State::Loading ||
                    engine.holds);
    }
    PanelFrame &frame(int panel) const { return *page->grid().frame(panel); }
    QWidget &overlay(int panel) const { return *frame(panel).findChild<PlotOverlay *>(); }
    /// The middle of a step in the plot of a panel.
    QPoint point(int panel, int step, double share = 0.5) const
    {
        const double wide = overlay(panel).width() / static_cast<double>(page->axis().steps());
        return {qRound((step + 0.5) * wide), qRound(overlay(panel).height() * share)};
    }
    /// How many stretches of lines a panel draws.
    int stretches(int panel) const
    {
        int count = 0;
        for (const QAbstractSeries *series : frame(panel).findChild<QChartView *>()->chart()->series())
            if (const auto *line = qobject_cast<const QLineSeries *>(series); line && line->count() > 0)
                ++count;
        return count;
    }

    QTemporaryDir folder;
    FigureEngine engine;
    EngineLink link;
    CommandRegistry commands;
    Preferences preferences{folder.filePath("preferences.ini")};
    ViewState state{QString()};
    std::unique_ptr<MetricsPage> page;
};

enum Panel { Throughput, Durations, ErrorRate, StepHeat, Breakers, Running, Retries, TopErrors };

void savePicture(QWidget &widget, const char *name)
{
    if (const QByteArray folder = qgetenv("BATUTA_PICTURES"); !folder.isEmpty())
        widget.grab().save(QString("%1/%2.png").arg(folder, name));
}

} // namespace

/// The page of metrics by pointer and keys.
class TstMetricsBoard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void theBoardOfTheProgramIsShown();
    void theWindowAndTheSampleAreStated();
    void oneCrosshairForAll();
    void aClickOpensTheRunsOfItsStep();
    void aBarOpensItsRuns();
    void aDragZoomsAllAndBackspaceComesBack();
    void aGapIsNeverInterpolated();
    void legendsToggleAndIsolate();
    void keysMoveTheCrosshairAndReadAloud();
    void vShowsTheValues();
    void editingMovesResizesAndUndoes();
    void savingChangesOnlyPlaces();
    void panelsAreChangedAddedAndRemoved();
    void whatIsWrongInAFormIsSaid();
    void loadingKeepsTheLastPicture();
    void emptyAndErrorAreOtherPictures();
    void theFlowIsAskedFor();
    void anAddressLeadsToTheSamePicture();
    void alertsAreAcknowledgedAndMuted();
    void theDesktopIsToldOfNewAlertsOnly();
    void pictures_data();
    void pictures();

private:
    Theme m_theme;
};

void TstMetricsBoard::theBoardOfTheProgramIsShown()
{
    House house;
    QCOMPARE(house.page->grid().panels(), 8);
    const auto *breakers = house.frame(Breakers).findChild<BreakersBody *>();
    QCOMPARE(breakers->rows().size(), std::size_t{8});
    const auto open = std::find_if(breakers->rows().begin(), breakers->rows().end(),
                                   [](const auto &row) { return row.name == "gap-analysis"; });
    QCOMPARE(open->now, BreakersBody::Stand::HalfOpen);
    QVERIFY(house.frame(Retries).findChild<BarsBody *>()->rows().size() >= 5);
    QVERIFY(house.page->feed().marks().size() == 1);
    QVERIFY(house.stretches(Durations) == 3);
}

void TstMetricsBoard::theWindowAndTheSampleAreStated()
{
    House house;
    for (int panel = 0; panel < house.page->grid().panels(); ++panel) {
        const QString text = house.frame(panel).sampleText();
        QVERIFY2(text.contains(QString("6%1h in 5%1min steps").arg(QChar(0x2009))), qPrintable(text));
        QVERIFY2(text.contains("n = ") || text.contains("reading"), qPrintable(text));
    }
    const QString thin(QChar(0x2009));
    QCOMPARE(rangeWord(1h + 30s), "1" + thin + "h"); // not 1.0 h
    QCOMPARE(rangeWord(90min), "1.5" + thin + "h");
    QCOMPARE(rangeWord(59min + 58s), "60" + thin + "min");
}

void TstMetricsBoard::oneCrosshairForAll()
{
    House house;
    QTest::mouseMove(&house.overlay(Throughput), house.point(Throughput, 20));
    QTRY_COMPARE(house.page->axis().cursor().value_or(-1), 20);
    QVERIFY(house.frame(Durations).reading().contains("p95"));
    QVERIFY(house.frame(Durations).reading().startsWith(QString("10:10, 5%1min bucket").arg(QChar(0x2009))));
}

void TstMetricsBoard::aClickOpensTheRunsOfItsStep()
{
    House house;
    QSignalSpy opened(house.page.get(), &Page::openRequested);
    QTest::mouseClick(&house.overlay(Throughput), Qt::LeftButton, {}, house.point(Throughput, 12, 0.99));
    QCOMPARE(opened.count(), 1);
    const Address address = opened[0][0].value<Address>();
    QCOMPARE(address.view, QString("runs"));
    QCOMPARE(address.query.queryItemValue("since"), QString("2026-11-21T09:30:00.000000Z"));
    QCOMPARE(address.query.queryItemValue("until"), QString("2026-11-21T09:35:00.000000Z"));
    QVERIFY(!address.query.queryItemValue("flow").isEmpty()); // the lowest area is a flow
    QTest::mouseClick(&house.overlay(ErrorRate), Qt::LeftButton, {}, house.point(ErrorRate, 12, 0.1));
    QCOMPARE(opened[1][0].value<Address>().query.queryItemValue("status"), QString("failed"));
}

void TstMetricsBoard::aBarOpensItsRuns()
{
    House house;
    QSignalSpy opened(house.page.get(), &Page::openRequested);
    QTest::mouseClick(house.frame(TopErrors).findChild<BarsBody *>(), Qt::LeftButton, {}, {60, 14});
    QCOMPARE(opened.count(), 1);
    const QUrlQuery query = opened[0][0].value<Address>().query;
    QVERIFY(!query.queryItemValue("error_code").isEmpty());
    QCOMPARE(query.queryItemValue("since"), QString("2026-11-21T08:30:00.000000Z"));
}

void TstMetricsBoard::aDragZoomsAllAndBackspaceComesBack()
{
    House house;
    const Duration before = house.page->axis().to() - house.page->axis().from();
    QTest::mousePress(&house.overlay(Durations), Qt::LeftButton, {}, house.point(Durations, 10));
    QTest::mouseMove(&house.overlay(Durations), house.point(Durations, 16));
    QTest::mouseMove(&house.overlay(Durations), house.point(Durations, 21));
    QTest::mouseRelease(&house.overlay(Durations), Qt::LeftButton, {}, house.point(Durations, 21));
    QCOMPARE(house.page->axis().to() - house.page->axis().from(), Duration(1h));
    QTRY_COMPARE(house.page->feed().panel(StepHeat).data.step, Duration(30s)); // all of them
    house.frame(Throughput).setFocus();
    QTest::keyClick(&house.frame(Throughput), Qt::Key_Backspace);
    QCOMPARE(house.page->axis().to() - house.page->axis().from(), before);
    QTest::keyClick(&house.frame(Throughput), Qt::Key_Z);
    QVERIFY(house.page->axis().to() - house.page->axis().from() > before);
}

void TstMetricsBoard::aGapIsNeverInterpolated()
{
    House house;
    house.engine.value = [](const series::Question &question, const series::Labels &labels, WallTime at) {
        const Duration before = storyEnd() - at;
        const bool isGap = before > 1h && before <= 2h;
        return isGap ? std::numeric_limits<double>::quiet_NaN() : story(question, labels, at);
    };
    house.page->refresh();
    QTRY_COMPARE(house.stretches(Durations), 6); // three lines, each in two parts
}

void TstMetricsBoard::legendsToggleAndIsolate()
{
    House house;
    const auto items = house.frame(Durations).findChildren<LegendItem *>();
    QCOMPARE(items.size(), 3);
    const auto hidden = [&] {
        QString text;
        for (const PanelLine &line : house.page->feed().panel(Durations).data.lines)
            text += line.isHidden ? '-' : '+';
        return text;
    };
    QTest::mouseClick(items[1], Qt::LeftButton);
    QCOMPARE(hidden(), QString("+-+"));
    QCOMPARE(house.stretches(Durations), 2);
    QTest::mouseClick(items[1], Qt::LeftButton, Qt::AltModifier);
    QCOMPARE(hidden(), QString("-+-"));
    QTest::mouseClick(items[1], Qt::LeftButton, Qt::AltModifier);
    QCOMPARE(hidden(), QString("+++"));
    house.frame(Durations).setFocus();
    QTest::keyClick(&house.frame(Durations), Qt::Key_3);
    QCOMPARE(hidden(), QString("++-"));
    house.page->refresh(); // what was hidden stays hidden
    QTRY_COMPARE(hidden(), QString("++-"));
}

void TstMetricsBoard::keysMoveTheCrosshairAndReadAloud()
{
    House house;
    house.frame(Durations).setFocus();
    QTest::keyClick(&house.frame(Durations), Qt::Key_Left);
    QCOMPARE(*house.page->axis().cursor(), 71);
    QTest::keyClick(&house.frame(Durations), Qt::Key_Left);
    QCOMPARE(*house.page->axis().cursor(), 70);
    const QString read = house.frame(Durations).accessibleDescription();
    QVERIFY2(read.contains("p99") && read.startsWith("14:20"), qPrintable(read));
    QSignalSpy opened(house.page.get(), &Page::openRequested);
    QTest::keyClick(&house.frame(Durations), Qt::Key_Return);
    QCOMPARE(opened[0][0].value<Address>().query.queryItemValue("since"),
             QString("2026-11-21T14:20:00.000000Z"));
}

void TstMetricsBoard::vShowsTheValues()
{
    House house;
    house.frame(Durations).setFocus();
    QTest::keyClick(&house.frame(Durations), Qt::Key_V);
    auto *dialog = house.page->findChild<TableDialog *>();
    QVERIFY(dialog);
    const auto *table = dialog->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 72);
    QCOMPARE(table->model()->columnCount(), 4);
    QCOMPARE(table->model()->headerData(2, Qt::Horizontal).toString(), QString("p95"));
    savePicture(*house.page, "table");
}

void TstMetricsBoard::editingMovesResizesAndUndoes()
{
    House house;
    BoardGrid &grid = house.page->grid();
    const BoardPlaces before = grid.places();
    house.frame(Throughput).setFocus();
    QTest::keyClick(&house.frame(Throughput), Qt::Key_E);
    QVERIFY(grid.isEditing());
    QTest::keyClick(&house.frame(Throughput), Qt::Key_Right);
    QVERIFY(grid.places() != before);
    QCOMPARE(grid.places()[Throughput].column, 1);
    QTest::keyClick(&house.frame(Throughput), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(grid.places()[Throughput].wide, 2);
    QTest::keyClick(&house.frame(Throughput), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&house.frame(Throughput), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(grid.places() == before);
    const QPoint title(60, 14), below = house.frame(Retries).pos() + QPoint(60, 20);
    QTest::mousePress(&house.frame(Throughput), Qt::LeftButton, {}, title);
    QTest::mouseMove(&house.frame(Throughput), house.frame(Throughput).mapFromParent(below));
    QTest::mouseRelease(&house.frame(Throughput), Qt::LeftButton, {},
                        house.frame(Throughput).mapFromParent(below));
    QCOMPARE(grid.places()[Throughput].column, 1);
    QVERIFY(grid.places()[Throughput].row >= 1);
    savePicture(*house.page, "editing");
    QTest::keyClick(&house.frame(Throughput), Qt::Key_E); // leaves without saving
    QVERIFY(grid.places() == before);
}

void TstMetricsBoard::savingChangesOnlyPlaces()
{
    House house;
    const std::string before = house.engine.files[0].text;
    house.frame(Throughput).setFocus();
    QTest::keyClick(&house.frame(Throughput), Qt::Key_E);
    QTest::keyClick(&house.frame(Throughput), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&house.frame(Throughput), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(house.engine.acts.size(), std::size_t{1});
    const client::Act &act = house.engine.acts[0];
    QCOMPARE(QString::fromStdString(act.verb), QString("save_board"));
    QCOMPARE(QString::fromStdString(act.subject), QString("flows"));
    const std::string text = act.data["text"].asString();
    QVERIFY(text.find("at: [1, 1, 2, 1]") != std::string::npos);
    QCOMPARE(text.substr(0, text.find("panels:")), before.substr(0, before.find("panels:")));
    QTRY_VERIFY(!house.page->grid().isEditing());
    QTRY_COMPARE(house.page->grid().places()[Throughput].wide, 2);
}

void TstMetricsBoard::panelsAreChangedAddedAndRemoved()
{
    House house;
    BoardGrid &grid = house.page->grid();
    const auto title = [&](int panel) { return house.page->feed().board().panels[panel].title.en; };
    const auto dialog = [&] { return house.page->findChild<PanelDialog *>(); };
    house.frame(Durations).setFocus();
    QTest::keyClick(&house.frame(Durations), Qt::Key_E);
    QTest::keyClick(&house.frame(Durations), Qt::Key_Right, Qt::ShiftModifier); // wider, before it changes
    QTest::keyClick(&house.frame(Durations), Qt::Key_F2);
    QVERIFY(dialog());
    QCOMPARE(dialog()->titleField().text(), QString("Duration"));
    savePicture(*house.page, "panel-form");
    dialog()->titleField().setText("How long");
    dialog()->alertField().setText("20");
    QTest::keyClick(&dialog()->seriesField(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog());
    QCOMPARE(title(Durations), std::string("How long"));
    QCOMPARE(grid.places()[Durations].wide, 2);
    QCOMPARE(house.page->feed().board().panels[Durations].alert, std::optional(20.0));
    QTest::keyClick(&house.frame(Durations), Qt::Key_Delete);
    QCOMPARE(grid.panels(), 7);
    QCOMPARE(title(Durations), std::string("Error rate"));
    QTest::keyClick(&house.frame(Durations), Qt::Key_Insert);
    QVERIFY(dialog());
    dialog()->titleField().setText("Fresh");
    QTest::keyClick(&dialog()->titleField(), Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    QCOMPARE(title(7), std::string("Fresh"));
    for (int i = 0; i < 4; ++i)
        grid.undo().undo();
    QVERIFY(!grid.undo().canUndo());
    QCOMPARE(title(Durations), std::string("Duration"));
    QCOMPARE(grid.places()[Durations].wide, 1);
    for (int i = 0; i < 4; ++i)
        grid.undo().redo();
    house.frame(0).setFocus();
    QTest::keyClick(&house.frame(0), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(house.engine.acts.size(), std::size_t{1});
    const std::string text = house.engine.acts[0].data["text"].asString();
    QVERIFY(text.starts_with(house.engine.files[0].text.substr(0, 60)));
    QVERIFY(text.find("Fresh") != std::string::npos && text.find("How long") == std::string::npos);
}

void TstMetricsBoard::whatIsWrongInAFormIsSaid()
{
    House house;
    house.frame(Throughput).setFocus();
    QTest::keyClick(&house.frame(Throughput), Qt::Key_E);
    QTest::keyClick(&house.frame(Throughput), Qt::Key_F2);
    auto *dialog = house.page->findChild<PanelDialog *>();
    QVERIFY(dialog);
    dialog->seriesField().setPlainText("- {metric: batuta_executions_total, function: dance}");
    dialog->accept();
    QVERIFY(dialog->problem().isVisible());
    QVERIFY(!house.page->grid().undo().canUndo());
    dialog->titleField().clear();
    dialog->accept();
    QVERIFY(house.page->findChild<PanelDialog *>());
    QTest::keyClick(&dialog->titleField(), Qt::Key_Escape);
    QTRY_VERIFY(!house.page->findChild<PanelDialog *>());
    QVERIFY(house.page->grid().isEditing());
}

void TstMetricsBoard::loadingKeepsTheLastPicture()
{
    House house;
    house.engine.holds = true;
    house.page->axis().zoom(storyEnd() - 2h, storyEnd());
    QTRY_COMPARE(house.page->feed().panel(Durations).state, BoardFeed::State::Loading);
    QVERIFY(house.frame(Durations).body().isStale());
    QVERIFY(house.stretches(Durations) > 0);
    house.engine.release();
    QTRY_VERIFY(!house.frame(Durations).body().isStale());
}

void TstMetricsBoard::emptyAndErrorAreOtherPictures()
{
    House house;
    house.engine.value = [](const auto &, const auto &, WallTime) {
        return std::numeric_limits<double>::quiet_NaN();
    };
    house.page->refresh();
    QTRY_VERIFY(house.page->feed().panel(Durations).data.isEmpty());
    QTRY_VERIFY(!house.frame(Durations).body().isVisible());
    savePicture(*house.page, "empty");
    house.engine.trouble = Error{ErrorCode::NetTimeout, "production", "after 15 s", {}, {}};
    house.page->refresh();
    QTRY_COMPARE(house.page->feed().panel(Durations).state, BoardFeed::State::Failed);
    savePicture(*house.page, "error");
    house.engine.trouble.reset();
    house.engine.value = {};
    house.page->refresh();
    QTRY_VERIFY(house.frame(Durations).body().isVisible());
}

void TstMetricsBoard::theFlowIsAskedFor()
{
    House house("board=flows&last=6h&flow=first_login");
    bool isAsked = false;
    for (const series::Question &question : house.engine.asked) {
        const bool hasFlow = question.of.where == series::Labels{{"flow", "first_login"}};
        if (question.of.metric == "batuta_execution_duration_seconds") {
            QVERIFY(hasFlow);
            isAsked = true;
        }
        if (question.of.metric == "batuta_breaker_state")
            QVERIFY(question.of.where.empty());
    }
    QVERIFY(isAsked);
}

void TstMetricsBoard::anAddressLeadsToTheSamePicture()
{
    House house("board=steps&last=24h&flow=first_login");
    const Address address = house.page->address();
    QCOMPARE(address.text(), QString("batuta://metrics?board=steps&flow=first_login&last=24h"));
    House other(address.query.toString());
    QCOMPARE(other.page->address().text(), address.text());
    QVERIFY(other.page->axis().isLive());
    other.page->open({"metrics", "alerts", {}});
    QCOMPARE(other.page->address().id, QString("alerts"));
}

void TstMetricsBoard::alertsAreAcknowledgedAndMuted()
{
    House house;
    series::Alert firing;
    firing.rule.name = "failures";
    firing.rule.title = "Failures of update_profile";
    firing.rule.question.of.metric = "batuta_executions_total";
    firing.rule.to = {"desktop", "on_call"};
    firing.state = series::AlertState::Firing;
    firing.since = storyEnd();
    firing.value = 0.053;
    firing.samples = 412;
    series::Alert quiet = firing;
    quiet.rule.name = "slow";
    quiet.rule.title = {};
    quiet.state = series::AlertState::Quiet;
    house.engine.book = {
        {quiet, firing},
        {{2, storyEnd(), "failures", "sent", "on_call"}, {1, storyEnd(), "failures", "firing", "0.053"}},
        {},
        "metrics.yaml"};
    house.page->open({"metrics", "alerts", {}});
    QTableView &table = house.page->alerts().table();
    QTRY_COMPARE(table.model()->rowCount(), 2);
    const QAbstractItemModelTester tester(table.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.model()->index(0, AlertsModel::NameColumn).data().toString(),
             QString("Failures of update_profile"));
    QVERIFY(!house.page->alerts().whyNotAcknowledge().isEmpty());
    table.setCurrentIndex(table.model()->index(0, 0)); // the worst is first
    QVERIFY(house.page->alerts().whyNotAcknowledge().isEmpty());
    savePicture(*house.page, "alerts");
    house.page->alerts().acknowledge();
    QTRY_COMPARE(house.engine.acts.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(house.engine.acts[0].verb), QString("acknowledge_alert"));
    house.page->alerts().mute();
    QTRY_COMPARE(house.engine.acts.size(), std::size_t{2});
    QCOMPARE(house.engine.acts[1].data["minutes"].asInteger(), std::int64_t{60});
    table.setCurrentIndex(table.model()->index(1, 0));
    QVERIFY(!house.page->alerts().whyNotAcknowledge().isEmpty()); // it does not fire
}

void TstMetricsBoard::theDesktopIsToldOfNewAlertsOnly()
{
    House house;
    series::Alert alert;
    alert.rule.name = "failures";
    alert.rule.to = {"desktop"};
    alert.state = series::AlertState::Firing;
    house.engine.book.alerts = {alert};
    AlertWatch watch(house.link);
    int raised = 0, resolved = 0;
    connect(&watch, &AlertWatch::raised, this, [&] { ++raised; });
    connect(&watch, &AlertWatch::resolved, this, [&] { ++resolved; });
    const auto look = [&](series::AlertState state, WallTime muted = {}) {
        house.engine.book.alerts[0].state = state;
        house.engine.book.alerts[0].mutedUntil = muted;
        QSignalSpy looked(&watch, &AlertWatch::looked);
        watch.look();
        looked.wait();
        return QString("%1 %2").arg(raised).arg(resolved);
    };
    QCOMPARE(look(series::AlertState::Firing), QString("0 0")); // it fired before anybody looked
    QCOMPARE(look(series::AlertState::Quiet), QString("0 1"));
    QCOMPARE(look(series::AlertState::Pending), QString("0 1"));
    QCOMPARE(look(series::AlertState::Firing), QString("1 1"));
    QCOMPARE(look(series::AlertState::Firing), QString("1 1"));
    look(series::AlertState::Quiet);
    QCOMPARE(look(series::AlertState::Firing, SystemClock().wall() + 1h), QString("1 2")); // muted
    look(series::AlertState::Quiet);
    house.engine.book.alerts[0].rule.to = {"on_call"};
    QCOMPARE(look(series::AlertState::Firing), QString("1 3"));
}

void TstMetricsBoard::pictures_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QString>("board");
    for (const char *board : {"flows", "steps", "engine"}) {
        QTest::addRow("%s dark", board) << true << QString(board);
        QTest::addRow("%s light", board) << false << QString(board);
    }
}

void TstMetricsBoard::pictures()
{
    QFETCH(bool, isDark);
    QFETCH(QString, board);
    m_theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    House house("board=" + board + "&from=2026-11-21T08:30:00Z&to=2026-11-21T14:30:00Z");
    QTest::mouseMove(&house.overlay(1), house.point(1, 30));
    QTest::mouseMove(&house.overlay(1), house.point(1, 66));
    QTRY_VERIFY(house.page->axis().cursor().has_value());
    savePicture(*house.page, qPrintable(board + (isDark ? "-dark" : "-light")));
    QVERIFY(house.page->grid().panels() >= 6);
}

QTEST_MAIN(TstMetricsBoard)
#include "tst_metrics_board.moc"
