// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/runs/stored_runs.h"
#include "tests/support/console_house.h"
#include "tests/support/verify.h"
#include "views/pages/runs/filter_line.h"
#include "views/pages/runs/runs_page.h"
#include "views/pages/runs/runs_table.h"
#include "views/pages/runs/runs_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

constexpr int kStored = 1000;

} // namespace

/// The page with runs that have ended, by keys and clicks.
class TestRunsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theListIsShownWithItsWords();
    void enterAndDoubleClickOpenTheTrace();
    void jAndKMoveTheSelection();
    void escClearsTheSelection();
    void theIdAndTheRowAreCopied();
    void aTypedFilterBecomesAChip();
    void aChipIsRemovedByClickAndByBackspace();
    void anExecutionIdOpensItsTrace();
    void anotherIdIsFoundOut_data();
    void anotherIdIsFoundOut();
    void textThatIsNoFilterIsExplained();
    void noRunsMatchOffersToClear();
    void anAddressLeadsToTheSamePicture();
    void theHeaderTurnsTheOrder();
    void runsAreSortedByDuration();
    void columnsAndFiltersAreRemembered();
    void theCellMenuFiltersForItsCell();
    void runAgainHasTheInput();
    void cancelIsRefusedForAnEndedRun();
    void anUnreachableEngineKeepsTheRows();

private:
    QModelIndex cell(int row, int column = 0) const { return m_table->model()->index(row, column); }
    QPoint centre(int row, int column) const { return m_table->visualRect(cell(row, column)).center(); }
    void select(int row);
    void type(const QString &text);
    QStringList chips() const;
    QString label(const QString &part) const;

    std::unique_ptr<ConsoleHouse> m_house;
    std::vector<std::string> m_ids; ///< the newest first
    std::unique_ptr<RunsPage> m_page;
    RunsTable *m_table = nullptr;
};

void TestRunsPage::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    m_ids = storeRuns(m_house->folder().toStdString(), kStored);
    QVERIFY(m_house->start());
}

void TestRunsPage::init()
{
    m_page = std::make_unique<RunsPage>(m_house->context());
    m_page->resize(1364, 800);
    m_page->open({"runs", {}, QUrlQuery("all=1")});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_table = m_page->findChild<RunsTable *>();
    QTRY_COMPARE(m_table->model()->rowCount(), kStored);
    m_table->setFocus();
}

void TestRunsPage::cleanup()
{
    m_page.reset();
}

void TestRunsPage::select(int row)
{
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centre(row, RunsModel::FlowColumn));
}

void TestRunsPage::type(const QString &text)
{
    QTest::keyClick(m_table, Qt::Key_Slash);
    auto *field = m_page->findChild<FilterLine *>()->field();
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

QStringList TestRunsPage::chips() const
{
    QStringList texts;
    for (const FilterChip *chip : m_page->findChildren<FilterChip *>())
        if (chip->isVisible())
            texts << chip->text();
    return texts;
}

/// The text of the label that has `part`, or nothing.
QString TestRunsPage::label(const QString &part) const
{
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(part))
            return label->text();
    return {};
}

void TestRunsPage::theListIsShownWithItsWords()
{
    QVERIFY(label("Live").endsWith("Live"));
    QVERIFY(label("run(s)").startsWith("1,000"));
    const auto run = storedRun(3); // a failed one
    QCOMPARE(run.status, std::string("failed"));
    QCOMPARE(cell(3, RunsModel::ExecutionColumn).data().toString(),
             QString::fromStdString(m_ids[3].substr(0, 8)));
    QCOMPARE(cell(3, RunsModel::FlowColumn).data().toString(), QString::fromStdString(run.flow));
    QCOMPARE(cell(3, RunsModel::DetailColumn).data().toString(), QString::fromStdString(run.error));
    QCOMPARE(cell(3, RunsModel::RetriesColumn).data().toString(), QString("3"));
    const QString sentence = cell(3).data(Qt::AccessibleTextRole).toString();
    const QString wanted =
        QString("Run %1, %2, failed, started %3, 24.5 seconds, 3 retry(s)")
            .arg(cell(3, RunsModel::ExecutionColumn).data().toString(), QString::fromStdString(run.flow),
                 cell(3, RunsModel::StartedColumn).data().toString());
    QCOMPARE(sentence, wanted);
}

void TestRunsPage::enterAndDoubleClickOpenTheTrace()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    select(2);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QVERIFY(opened[0][0].value<Address>() == (Address{"run", QString::fromStdString(m_ids[2]), {}}));
    select(5);
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, centre(5, RunsModel::FlowColumn));
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened[1][0].value<Address>().id, QString::fromStdString(m_ids[5]));
}

void TestRunsPage::jAndKMoveTheSelection()
{
    QTest::keyClick(m_table, Qt::Key_J);
    QCOMPARE(m_table->currentRow(), 0);
    QTest::keyClick(m_table, Qt::Key_J);
    QTest::keyClick(m_table, Qt::Key_Down);
    QTest::keyClick(m_table, Qt::Key_K);
    QCOMPARE(m_table->currentRow(), 1);
    QTest::keyClick(m_table, Qt::Key_End);
    QCOMPARE(m_table->currentRow(), kStored - 1);
    QTRY_COMPARE(cell(kStored - 1, RunsModel::ExecutionColumn).data(Qt::ToolTipRole).toString(),
                 QString::fromStdString(m_ids.back()));
    QTest::keyClick(m_table, Qt::Key_Home);
    QCOMPARE(m_table->currentRow(), 0);
}

void TestRunsPage::escClearsTheSelection()
{
    select(4);
    QCOMPARE(m_table->currentRow(), 4);
    QVERIFY(label("1 selected").startsWith("1,000"));
    QTest::keyClick(m_table, Qt::Key_Escape);
    QCOMPARE(m_table->currentRow(), -1);
    QVERIFY(label("1 selected").isEmpty());
}

void TestRunsPage::theIdAndTheRowAreCopied()
{
    QSignalSpy told(m_page.get(), &Page::told);
    select(3);
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(m_ids[3]));
    QCOMPARE(told.count(), 1);
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QJsonObject row = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
    QCOMPARE(row["execution_id"].toString(), QString::fromStdString(m_ids[3]));
    QCOMPARE(row["status"].toString(), QString("failed"));
    QCOMPARE(row["steps"].toArray().size(), int(storedRun(3).steps.size()));
}

void TestRunsPage::aTypedFilterBecomesAChip()
{
    QSignalSpy changed(m_page.get(), &Page::addressChanged);
    type("flow:first_login");
    QCOMPARE(chips(), QStringList("flow is first_login"));
    QCOMPARE(changed.count(), 1);
    QTRY_VERIFY(m_table->model()->rowCount() > 0 && m_table->model()->rowCount() < kStored);
    for (int row = 0; row < 10; ++row)
        QTRY_COMPARE(cell(row, RunsModel::FlowColumn).data().toString(), QString("first_login"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // back to the list
    type("failed");
    QCOMPARE(chips(), QStringList({"status is failed", "flow is first_login"}));
    QTRY_COMPARE(cell(0).data().toString(), QString("failed"));
}

void TestRunsPage::aChipIsRemovedByClickAndByBackspace()
{
    m_page->open({"runs", {}, QUrlQuery("flow=first_login&status=failed&last=2h")});
    QCOMPARE(chips().size(), 3);
    for (FilterChip *chip : m_page->findChildren<FilterChip *>())
        if (chip->isVisible() && chip->key() == "flow")
            QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(chips(), QStringList({"status is failed", "started in last 2 h"}));
    QTest::keyClick(m_table, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QCOMPARE(chips(), QStringList());
    QTRY_COMPARE(m_table->model()->rowCount(), kStored);
}

void TestRunsPage::anExecutionIdOpensItsTrace()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    type(QString::fromStdString(m_ids[7]).toUpper());
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(opened[0][0].value<Address>() == (Address{"run", QString::fromStdString(m_ids[7]), {}}));
    QCOMPARE(chips(), QStringList());
}

void TestRunsPage::anotherIdIsFoundOut_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("chip");
    const auto run = storedRun(12);
    QTest::newRow("user") << QString::fromStdString(run.userId)
                          << "subject is " + QString::fromStdString(run.userId);
    QTest::newRow("session") << QString::fromStdString(run.sessionId)
                             << "session is " + QString::fromStdString(run.sessionId);
    QTest::newRow("correlation") << QString::fromStdString(run.correlationId)
                                 << "correlation is " + QString::fromStdString(run.correlationId);
    QTest::newRow("flow") << "update_profile"
                          << "flow is update_profile";
}

void TestRunsPage::anotherIdIsFoundOut()
{
    QFETCH(QString, id);
    QFETCH(QString, chip);
    type(id);
    QTRY_COMPARE(chips(), QStringList(chip));
    QTRY_VERIFY(m_table->model()->rowCount() > 0 && m_table->model()->rowCount() < kStored);
}

void TestRunsPage::textThatIsNoFilterIsExplained()
{
    type("colour:red");
    QVERIFY(!label("Use status:").isEmpty());
    QTest::keyClicks(QApplication::focusWidget(), "x");
    QVERIFY(label("Use status:").isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), m_table);
    type("nobody-has-this-id");
    QTRY_VERIFY(!label("nobody-has-this-id").isEmpty());
    QCOMPARE(m_table->model()->rowCount(), kStored);
}

void TestRunsPage::noRunsMatchOffersToClear()
{
    m_page->open({"runs", {}, QUrlQuery("user_id=nobody&flow=first_login")});
    QTRY_VERIFY(!label("No runs match.").isEmpty());
    QCOMPARE(chips().size(), 2);
    Button *clear = nullptr;
    for (Button *button : m_page->findChildren<Button *>())
        if (button->isVisible() && button->text() == "Clear 2 filter(s)")
            clear = button;
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE(m_table->model()->rowCount(), kStored);
    QVERIFY(m_table->isVisible());
}

void TestRunsPage::anAddressLeadsToTheSamePicture()
{
    const Address failed{"runs", {}, QUrlQuery("status=failed")};
    const Address before = m_page->address();
    m_page->open(failed);
    QVERIFY(m_page->address() == failed);
    QTRY_VERIFY(m_table->model()->rowCount() > 0 && m_table->model()->rowCount() < 200);
    m_page->open({"runs", {}, {}}); // from the rail: as it was left
    QVERIFY(m_page->address() == failed);
    m_page->open(before);
    QTRY_COMPARE(m_table->model()->rowCount(), kStored);
}

void TestRunsPage::theHeaderTurnsTheOrder()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int x = header->sectionViewportPosition(RunsModel::StartedColumn) + 20;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
    QTRY_COMPARE(cell(0, RunsModel::ExecutionColumn).data(Qt::ToolTipRole).toString(),
                 QString::fromStdString(m_ids.back()));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
    QTRY_COMPARE(cell(0, RunsModel::ExecutionColumn).data(Qt::ToolTipRole).toString(),
                 QString::fromStdString(m_ids.front()));
}

void TestRunsPage::runsAreSortedByDuration()
{
    QHeaderView *header = m_table->horizontalHeader();
    const auto lasted = [this](int row) {
        return cell(row, RunsModel::DurationColumn).data(RunsModel::DurationRole).toLongLong();
    };
    const int x = header->sectionViewportPosition(RunsModel::DurationColumn) + 20;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
    QTRY_VERIFY(lasted(0) > 24'000'000);
    for (int row = 1; row < 100; ++row)
        QVERIFY(lasted(row - 1) >= lasted(row));
    QCOMPARE(header->sortIndicatorSection(), int(RunsModel::DurationColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(!label("Not live while sorted by duration").isEmpty());
    QCOMPARE(m_page->address().query.queryItemValue("order"), QString("longest"));
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_D, Qt::ShiftModifier);
    QTRY_VERIFY(lasted(0) < 1'000'000 && lasted(0) <= lasted(1));
    QTest::keyClick(m_table, Qt::Key_S, Qt::ShiftModifier);
    QTRY_COMPARE(cell(0, RunsModel::ExecutionColumn).data(Qt::ToolTipRole).toString(),
                 QString::fromStdString(m_ids.front()));
    QVERIFY(!label("Live").isEmpty());
}

void TestRunsPage::columnsAndFiltersAreRemembered()
{
    QHeaderView *header = m_table->horizontalHeader();
    QTest::mouseClick(m_page->findChild<RunsTable *>()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    emit header->customContextMenuRequested(QPoint(10, 10));
    auto *menu = m_page->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    for (QAction *action : menu->actions())
        if (action->text() == "Retries")
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(header->isSectionHidden(RunsModel::RetriesColumn));
    header->moveSection(header->visualIndex(RunsModel::FlowColumn), 1);
    header->resizeSection(RunsModel::FlowColumn, 222);
    m_page->open({"runs", {}, QUrlQuery("status=failed")});

    RunsPage again(m_house->context());
    again.resize(1364, 800);
    again.open({"runs", {}, {}});
    again.show();
    QVERIFY(again.address() == (Address{"runs", {}, QUrlQuery("status=failed")}));
    header = again.findChild<RunsTable *>()->horizontalHeader();
    QVERIFY(header->isSectionHidden(RunsModel::RetriesColumn));
    QCOMPARE(header->visualIndex(RunsModel::FlowColumn), 1);
    QCOMPARE(header->sectionSize(RunsModel::FlowColumn), 222);
    m_house->state->setValue("runs/columns", QJsonValue());
}

void TestRunsPage::theCellMenuFiltersForItsCell()
{
    emit m_table->customContextMenuRequested(centre(3, RunsModel::SubjectColumn));
    auto *menu = m_page->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(m_table->currentRow(), 3);
    const QString user = QString::fromStdString(storedRun(3).userId);
    QAction *filter = nullptr;
    for (QAction *action : menu->actions())
        if (action->text() == "Filter: subject is " + user)
            filter = action;
    QVERIFY(filter);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(filter).center());
    QCOMPARE(chips(), QStringList("subject is " + user));
}

void TestRunsPage::runAgainHasTheInput()
{
    QSignalSpy asked(m_page.get(), &Page::runRequested);
    select(3);
    QTest::keyClick(m_table, Qt::Key_R);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), QString::fromStdString(storedRun(3).flow));
    const QJsonObject input = QJsonDocument::fromJson(asked[0][1].toString().toUtf8()).object();
    QCOMPARE(input["user_id"].toString(), QString::fromStdString(storedRun(3).userId));
}

void TestRunsPage::cancelIsRefusedForAnEndedRun()
{
    select(3);
    QAction *cancel = m_house->commands.action("runs.cancel");
    QVERIFY(!cancel->isEnabled());
    QCOMPARE(CommandRegistry::whyNot(cancel), QString("This run has ended."));
}

void TestRunsPage::anUnreachableEngineKeepsTheRows()
{
    select(3);
    m_house->link.detach({ErrorCode::EngineUnreachable, "engine", "gone", {}, {}});
    QTRY_VERIFY(!label("The engine cannot be reached.").isEmpty());
    QCOMPARE(m_table->model()->rowCount(), kStored);
    QCOMPARE(m_table->currentRow(), 3);
    QVERIFY(label("Not live").contains("Not live"));
    QCOMPARE(CommandRegistry::whyNot(m_house->commands.action("runs.again")),
             QString("The engine cannot be reached."));
    m_house->link.attach(m_house->engine->client());
    QTRY_VERIFY(label("The engine cannot be reached.").isEmpty());
    QTRY_VERIFY(m_house->commands.action("runs.again")->isEnabled());
}

QTEST_MAIN(TestRunsPage)
#include "tst_runs_page.moc"
