// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/runs/run_source.h"
#include "tests/pages/runs/stored_runs.h"
#include "tests/support/console_house.h"
#include "tests/support/golden.h"
#include "views/models/runs/run_figures.h"
#include "views/pages/runs/runs_page.h"
#include "views/pages/runs/runs_table.h"

#include <QApplication>
#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

constexpr int kStored = 10'000;
const QString kTime = QStringLiteral("since=2026-11-20T00:00:00Z&until=2026-11-21T15:00:00Z");

/// The same each time, whenever it is told.
client::ExecutionRecord fixedRun(int age)
{
    client::ExecutionRecord record = storedRun(age);
    record.id = QString("%1-0000-4000-8000-000000000000").arg(age * 7919 + 0x10000000, 8, 16).toStdString();
    record.startedAt = WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)) +
                       std::chrono::hours(14) - std::chrono::seconds(7 * age);
    record.endedAt = record.startedAt + record.duration;
    return record;
}

} // namespace

/// The list of runs, beside its pictures in tests/goldens.
class TestRunsGoldens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void thePageLooksAsItDid_data();
    void thePageLooksAsItDid();

private:
    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<RunSource> m_engine;
};

void TestRunsGoldens::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    m_house->theme.install();
    m_house->preferences.setUtc(true);
    m_engine = std::make_unique<RunSource>();
    for (int age = kStored; age-- > 0;)
        m_engine->keep(fixedRun(age));
    m_house->link.attach(*m_engine);
    QTRY_VERIFY(m_house->link.isRunning());
}

void TestRunsGoldens::cleanupTestCase()
{
    m_house->link.detach({ErrorCode::EngineUnreachable, "engine", "over", {}, {}});
    m_engine.reset();
    m_house.reset();
}

void TestRunsGoldens::thePageLooksAsItDid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("isDark");
    for (const bool isDark : {false, true})
        for (const auto &[name, query, rows] :
             {std::tuple("10000", "", kStored), std::tuple("longest", "&order=longest", kStored),
              std::tuple("loading", "", 0), std::tuple("error", "", 0)}) {
            const QString full = QString("runs-%1-%2").arg(name, isDark ? "dark" : "light");
            QTest::newRow(qPrintable(full)) << full << kTime + query << rows << isDark;
        }
}

void TestRunsGoldens::thePageLooksAsItDid()
{
    QFETCH(QString, name);
    QFETCH(QString, query);
    QFETCH(int, rows);
    QFETCH(bool, isDark);
    m_house->theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    m_engine->isStuck = name.contains("loading");
    m_engine->fails = name.contains("error");
    RunsPage page(m_house->context());
    page.resize(1364, 826);
    page.open({"runs", {}, QUrlQuery(query)});
    page.show();
    const auto *model = page.findChild<RunsModel *>();
    if (rows > 0) {
        QTRY_VERIFY(model->state() == RunsModel::State::Ready && !model->isCounting());
        QTRY_VERIFY(page.findChild<RunFigures *>()->isReady());
    }
    QCOMPARE(model->rowCount(), rows);
    QString difference;
    const bool isUpdate = qEnvironmentVariableIsSet("BATUTA_UPDATE_GOLDENS");
    const bool isSame = QTest::qWaitFor(
        [&] {
            difference = compareWithGolden(page, name);
            return difference.isEmpty() && !isUpdate;
        },
        3000);
    QVERIFY2(isSame || isUpdate, qPrintable(difference));
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestRunsGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_runs_goldens.moc"
