// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/runs/stored_runs.h"
#include "tests/support/console_house.h"
#include "tests/support/verify.h"
#include "views/models/runs/run_figures.h"
#include "views/pages/runs/facet_list.h"
#include "views/pages/runs/run_histogram.h"
#include "views/pages/runs/runs_export.h"
#include "views/pages/runs/runs_page.h"
#include "views/pages/runs/runs_table.h"
#include "views/widgets/button.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QFile>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

constexpr int kStored = 1000;

} // namespace

/// Facets, histogram, exports and acts on many runs, over a real engine with a history.
class TestRunsFigures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void facetsCountWhatIsListed();
    void aFacetFiltersAndLetsGo();
    void aFacetIsLeftOut();
    void aFacetIsTheOnlyFilter();
    void aFacetsMenuHasAllWays();
    void theHistogramIsBrushed();
    void aReleaseHasAFlagThatOpensIt();
    void theHistogramIsDrivenByKeys();
    void filtersAreKeptAsAView();
    void severalRunsAreSelected();
    void oneTwoOrMoreRunsAreCompared();
    void whatHasEndedIsNotCancelled();
    void anExportHasEveryRun_data();
    void anExportHasEveryRun();
    void aFormulaIsNoFormulaInATable();
    void aNarrowWindowKeepsTheList();
    void pictures();

private:
    RunsTable *table() const { return m_page->findChild<RunsTable *>(); }
    FacetList *facets() const { return m_page->findChild<FacetList *>(); }
    RunHistogram *histogram() const { return m_page->findChild<RunHistogram *>(); }
    int facetRow(const QString &key, const QString &value) const;
    void select(int row)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->model()->index(row, 0)).center());
    }

    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<RunsPage> m_page;
};

void TestRunsFigures::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    storeRuns(m_house->folder().toStdString(), kStored);
    QVERIFY(m_house->start());
}

void TestRunsFigures::init()
{
    m_page = std::make_unique<RunsPage>(m_house->context());
    m_page->resize(1364, 800);
    m_page->open({"runs", {}, QUrlQuery("all=1")});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_COMPARE(table()->model()->rowCount(), kStored);
    QTRY_VERIFY(facets()->model()->rowCount() > 0);
}

int TestRunsFigures::facetRow(const QString &key, const QString &value) const
{
    const auto *model = static_cast<FacetModel *>(facets()->model());
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->row(row)->key == key && model->row(row)->value == value)
            return row;
    return -1;
}

void TestRunsFigures::facetsCountWhatIsListed()
{
    auto *model = static_cast<FacetModel *>(facets()->model());
    QAbstractItemModelTester tester(model);
    qint64 all = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->row(row)->key == "status")
            all += model->row(row)->count;
    QCOMPARE(all, qint64(kStored));
    QVERIFY(facetRow("trigger", "schedule") > 0);
    QVERIFY(facetRow("error_code", "503") > 0);
}

void TestRunsFigures::aFacetFiltersAndLetsGo()
{
    const int row = facetRow("status", "failed");
    const qint64 failed = static_cast<FacetModel *>(facets()->model())->row(row)->count;
    facets()->setFocus();
    facets()->setCurrentIndex(facets()->model()->index(row, 0));
    QTest::keyClick(facets(), Qt::Key_Space);
    QTRY_COMPARE(table()->model()->rowCount(), static_cast<int>(failed));
    QCOMPARE(m_page->address().query.queryItemValue("status"), QString("failed"));
    // The other values of the field are still there to be chosen instead.
    QTRY_VERIFY(static_cast<FacetModel *>(facets()->model())->row(facetRow("status", "failed"))->isChosen);
    QVERIFY(static_cast<FacetModel *>(facets()->model())->row(facetRow("status", "success"))->count > 0);
    facets()->setCurrentIndex(facets()->model()->index(facetRow("status", "failed"), 0));
    QTest::keyClick(facets(), Qt::Key_Space);
    QTRY_COMPARE(table()->model()->rowCount(), kStored);
}

void TestRunsFigures::aFacetIsLeftOut()
{
    const auto row = [this](const char *value) {
        return static_cast<FacetModel *>(facets()->model())->row(facetRow("status", value));
    };
    const auto failed = static_cast<int>(row("failed")->count),
               cancelled = static_cast<int>(row("cancelled")->count);
    facets()->setFocus();
    facets()->setCurrentIndex(facets()->model()->index(facetRow("status", "failed"), 0));
    QTest::keyClick(facets(), Qt::Key_Space, Qt::ShiftModifier);
    QTRY_COMPARE(table()->model()->rowCount(), kStored - failed);
    QCOMPARE(m_page->address().query.queryItemValue("status"), QString("!failed"));
    QTRY_VERIFY(row("failed")->isExcluded && !row("failed")->isChosen);
    const QModelIndex other = facets()->model()->index(facetRow("status", "cancelled"), 0);
    QTest::mouseClick(facets()->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      facets()->visualRect(other).center());
    QTRY_COMPARE(table()->model()->rowCount(), kStored - failed - cancelled);
    QTRY_VERIFY(row("cancelled")->isExcluded);
    // A click takes each of them back.
    for (const char *value : {"failed", "cancelled"}) {
        const QModelIndex place = facets()->model()->index(facetRow("status", value), 0);
        QTest::mouseClick(facets()->viewport(), Qt::LeftButton, {}, facets()->visualRect(place).center());
        QTRY_VERIFY(!row(value)->isExcluded);
    }
    QTRY_COMPARE(table()->model()->rowCount(), kStored);
}

void TestRunsFigures::aFacetIsTheOnlyFilter()
{
    m_page->open({"runs", {}, QUrlQuery("flow=update_profile&status=!failed&last=30d")});
    QTRY_VERIFY(facetRow("trigger", "schedule") > 0);
    const QModelIndex place = facets()->model()->index(facetRow("trigger", "schedule"), 0);
    facets()->scrollTo(place);
    QTest::mouseClick(facets()->viewport(), Qt::LeftButton, Qt::AltModifier,
                      facets()->visualRect(place).center());
    const QUrlQuery query = m_page->address().query;
    QCOMPARE(query.queryItemValue("trigger"), QString("schedule"));
    QVERIFY(!query.hasQueryItem("flow") && !query.hasQueryItem("status"));
    QCOMPARE(query.queryItemValue("last"), QString("30d")); // the time stays
}

void TestRunsFigures::aFacetsMenuHasAllWays()
{
    facets()->setFocus();
    facets()->setCurrentIndex(facets()->model()->index(facetRow("flow", "first_login"), 0));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(facets(), &asked);
    auto *menu = facets()->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 3);
    for (QAction *action : menu->actions())
        if (action->text().startsWith("Leave it out"))
            action->trigger();
    QCOMPARE(m_page->address().query.queryItemValue("flow"), QString("!first_login"));
    menu->close();
}

void TestRunsFigures::aReleaseHasAFlagThatOpensIt()
{
    RunHistogram bars(m_house->preferences);
    bars.resize(900, 72);
    client::RunFigures figures;
    figures.width = std::chrono::minutes(1);
    figures.histogram = {{"success", 60, std::vector<std::int64_t>(6, 10)}};
    figures.facets = {{"revision",
                       {{"ml-orchestrator-00042-kex", 50, {10, 10, 10, 10, 5, 5}},
                        {"ml-orchestrator-00043-tam", 10, {0, 0, 0, 0, 5, 5}}}},
                      {"flow_version", {{"9f86d081884c", 10, {0, 0, 10, 0, 0, 0}}}}};
    bars.setFigures(figures, false);
    QCOMPARE(bars.releases().size(),
             1); // what ran from the beginning is no news; versions are of several flows
    QCOMPARE(bars.releases()[0].name, QString("ml-orchestrator-00043-tam"));
    bars.setFigures(figures, true);
    QCOMPARE(bars.releases().size(), 2);
    QSignalSpy chosen(&bars, &RunHistogram::releaseChosen), brushed(&bars, &RunHistogram::brushed);
    bars.show();
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.flagOf(1).center().toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(brushed.size(), 0);
    QCOMPARE(chosen[0][0].toString(), QString("ml-orchestrator-00043-tam"));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&bars, Qt::Key_Right);
    QTest::keyClick(&bars, Qt::Key_F);
    QCOMPARE(chosen.last()[0].toString(), QString("9f86d081884c"));
    QCOMPARE(chosen.last()[1].toBool(), false);
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    emit histogram()->releaseChosen("ml-orchestrator-00043-tam", true);
    const auto address = opened.last()[0].value<Address>();
    QCOMPARE(address.view + '/' + address.id, QString("releases/ml-orchestrator"));
    QCOMPARE(address.query.queryItemValue("revision"), QString("ml-orchestrator-00043-tam"));
}

void TestRunsFigures::theHistogramIsBrushed()
{
    const int middle = histogram()->height() / 2;
    QTest::mousePress(histogram(), Qt::LeftButton, {}, QPoint(histogram()->width() / 3, middle));
    QTest::mouseMove(histogram(), QPoint(histogram()->width() / 2, middle));
    QTest::mouseRelease(histogram(), Qt::LeftButton, {}, QPoint(histogram()->width() / 2, middle));
    QTRY_VERIFY(table()->model()->rowCount() < kStored && table()->model()->rowCount() > 0);
    const QUrlQuery query = m_page->address().query;
    QVERIFY(!query.queryItemValue("since").isEmpty() && !query.queryItemValue("until").isEmpty());
}

void TestRunsFigures::theHistogramIsDrivenByKeys()
{
    QSignalSpy brushed(histogram(), &RunHistogram::brushed);
    QTest::keyClick(histogram(), Qt::Key_Left);
    QTest::keyClick(histogram(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(histogram(), Qt::Key_Escape);
    QTest::keyClick(histogram(), Qt::Key_Return);
    QCOMPARE(brushed.size(), 0);
    QTest::keyClick(histogram(), Qt::Key_Right);
    QTest::keyClick(histogram(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(histogram(), Qt::Key_Return);
    QCOMPARE(brushed.size(), 1);
}

void TestRunsFigures::filtersAreKeptAsAView()
{
    m_page->open({"runs", {}, QUrlQuery("status=!success&flow=update_profile")});
    m_house->commands.action("runs.save_view")->trigger();
    auto *asked = m_page->findChild<QInputDialog *>();
    QVERIFY(asked);
    asked->setTextValue("Trouble");
    asked->accept();
    m_page->open({"runs", {}, QUrlQuery("all=1")});
    for (Button *button : m_page->findChildren<Button *>())
        if (button->text() == "Views")
            QTest::mouseClick(button, Qt::LeftButton);
    const auto choose = [this](const QString &name) {
        for (QMenu *menu : m_page->findChildren<QMenu *>())
            for (QAction *action : menu->actions())
                if (action->text() == name && !action->menu())
                    return action->trigger();
    };
    choose("Trouble");
    QCOMPARE(m_page->address().query.queryItemValue("status"), QString("!success"));
    QCOMPARE(m_page->address().query.queryItemValue("flow"), QString("update_profile"));
}

void TestRunsFigures::severalRunsAreSelected()
{
    select(2);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table()->selectedCount(), 3);
    QCOMPARE(table()->selectedRows(10), (QList<int>{2, 3, 4}));
    QCOMPARE(table()->selectedRows(2).size(), 2);
}

void TestRunsFigures::oneTwoOrMoreRunsAreCompared()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    table()->setFocus();
    select(2);
    QTRY_VERIFY(m_house->commands.action("runs.compare")->isEnabled());
    QTest::keyClick(table(), Qt::Key_C);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_C);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_C); // three stand side by side, as a table
    QCOMPARE(opened.size(), 3);
    QCOMPARE(opened[2][0].value<Address>().view, QString("heat"));
    const auto one = opened[0][0].value<Address>(), two = opened[1][0].value<Address>();
    QVERIFY(one.view == "compare" && !one.query.hasQueryItem("a"));
    QCOMPARE(two.query.queryItemValue("b"), one.query.queryItemValue("b"));
    QVERIFY(two.query.queryItemValue("a") != two.query.queryItemValue("b"));
}

void TestRunsFigures::whatHasEndedIsNotCancelled()
{
    select(2);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QSignalSpy told(m_page.get(), &Page::told);
    m_house->commands.action("runs.cancel")->trigger();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), QString("None of the selected runs is running."));
    m_house->commands.action("runs.repeat_failed")->trigger();
    QTRY_COMPARE(told.size(), 2); // stored by hand: refused, each of them, with the reason
    QVERIFY2(told[1][0].toString().contains("2"), qPrintable(told[1][0].toString()));
}

void TestRunsFigures::anExportHasEveryRun_data()
{
    QTest::addColumn<bool>("isCsv");
    QTest::newRow("CSV") << true;
    QTest::newRow("JSON lines") << false;
}

void TestRunsFigures::anExportHasEveryRun()
{
    QFETCH(bool, isCsv);
    const QTemporaryDir folder;
    const QString name = folder.filePath("runs");
    RunFilter filter;
    filter.status = "failed";
    auto *out = new RunsExport(m_house->link, name,
                               isCsv ? RunsExport::Format::Csv : RunsExport::Format::JsonLines, m_page.get());
    QSignalSpy finished(out, &RunsExport::finished);
    out->start(filter);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(finished[0][1].toString().isEmpty(), qPrintable(finished[0][1].toString()));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), finished[0][0].toInt() + (isCsv ? 1 : 0));
    for (const QByteArray &line : lines.mid(isCsv ? 1 : 0))
        QVERIFY(line.contains("failed") && line.contains("HTTP 503"));
    auto *nowhere = new RunsExport(m_house->link, folder.filePath("no/such/folder"), RunsExport::Format::Csv,
                                   m_page.get());
    QSignalSpy refused(nowhere, &RunsExport::finished);
    nowhere->start(filter);
    QCOMPARE(refused.size(), 1);
    QVERIFY(!refused[0][1].toString().isEmpty());
}

void TestRunsFigures::aFormulaIsNoFormulaInATable()
{
    store::ExecutionRecord record = storedRun(1);
    record.userId = "=HYPERLINK(\"http://x\",\"y\")";
    record.error = "two\nlines";
    const QByteArray line = csvLine(record);
    QVERIFY(line.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""));
    QVERIFY(line.contains("\"two\nlines\""));
    QCOMPARE(csvHeading().count(','), 13);
}

void TestRunsFigures::aNarrowWindowKeepsTheList()
{
    m_page->resize(800, 600);
    QVERIFY(!facets()->isVisible());
    m_page->resize(1364, 800);
    QVERIFY(facets()->isVisible());
    m_house->commands.action("runs.facets")->trigger();
    QVERIFY(!facets()->isVisible());
    m_house->commands.action("runs.facets")->trigger();
    QVERIFY(facets()->isVisible());
}

void TestRunsFigures::pictures()
{
    const QByteArray folder = qgetenv("BATUTA_PICTURES");
    if (folder.isEmpty())
        QSKIP("BATUTA_PICTURES names no folder");
    for (const auto &[mode, name] : {std::pair(ThemeMode::Dark, "dark"), {ThemeMode::Light, "light"}}) {
        m_house->theme.setMode(mode);
        QVERIFY(m_page->grab().save(QString::fromUtf8(folder) + "/runs-" + name + ".png"));
    }
}

QTEST_MAIN(TestRunsFigures)
#include "tst_runs_figures.moc"
