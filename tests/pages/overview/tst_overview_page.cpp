// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/runs/stored_runs.h"
#include "tests/support/console_house.h"
#include "tests/support/verify.h"
#include "views/pages/overview/figure_strip.h"
#include "views/pages/overview/overview_page.h"
#include "views/pages/overview/section_delegate.h"
#include "views/pages/overview/section_list.h"
#include "views/widgets/choice.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

constexpr int kStored = 400;

int storedCount(const char *status)
{
    int count = 0;
    for (int age = 0; age < kStored; ++age)
        count += storedRun(age).status == status ? 1 : 0;
    return count;
}

} // namespace

/// The overview over a real engine with a history.
class TestOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void theStripCountsWhatIsStored();
    void flowsShowTheirLastRuns();
    void oneCauseIsOneLineWithOneAction();
    void keysGoRoundTheSectionsAndOpen();
    void theTimeRangeChangesWhatIsCounted();
    void whatRunsNowIsThereWithItsSteps();
    void acknowledgingIsUndone();
    void pictures();

private:
    SectionList *list(SectionList::Kind kind) const
    {
        for (SectionList *one : m_page->findChildren<SectionList *>())
            if (one->kind() == kind)
                return one;
        return nullptr;
    }
    QString figure(int at) const { return m_page->findChild<FigureStrip *>()->figures().value(at).value; }

    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<OverviewPage> m_page;
};

void TestOverviewPage::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    storeRuns(m_house->folder().toStdString(), kStored);
    QVERIFY(m_house->start());
}

void TestOverviewPage::init()
{
    m_page = std::make_unique<OverviewPage>(m_house->context());
    m_page->resize(1364, 860);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(list(SectionList::Kind::Attention)->count() > 0);
    QTRY_VERIFY(list(SectionList::Kind::Flows)->count() > 0);
}

void TestOverviewPage::theStripCountsWhatIsStored()
{
    QTRY_COMPARE(figure(0), QString::number(kStored));
    const double rate = 100 - 100.0 * storedCount("failed") / kStored;
    QCOMPARE(figure(1), QString("%1 %").arg(QLocale().toString(rate, 'f', 2)));
    for (const FigureStrip::Figure &one : m_page->findChild<FigureStrip *>()->figures())
        if (one.caption == "Running")
            QCOMPARE(one.value, QString("0"));
}

void TestOverviewPage::flowsShowTheirLastRuns()
{
    SectionList *flows = list(SectionList::Kind::Flows);
    QAbstractItemModelTester tester(flows->model());
    QCOMPARE(flows->count(), 4);
    QTRY_COMPARE(flows->lineAt(0)->ticks.size(), qsizetype(OverviewFeed::kRecent));
    int runs = 0;
    for (int row = 0; row < flows->count(); ++row)
        runs += flows->lineAt(row)->figures.value(0).toInt();
    QCOMPARE(runs, kStored);
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    const QRect row = flows->visualRect(flows->model()->index(0, 0));
    const QRect strip = FlowColumns(row, m_house->theme).recent;
    const QString run = SectionDelegate::runAt(*flows->lineAt(0), row, strip.center(), flows);
    QTest::mouseClick(flows->viewport(), Qt::LeftButton, {}, strip.center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<Address>().id, run);
    QCOMPARE(m_house->ended(run).flow, flows->lineAt(0)->text.toStdString());
}

void TestOverviewPage::oneCauseIsOneLineWithOneAction()
{
    SectionList *attention = list(SectionList::Kind::Attention);
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    for (int row = 0; row < attention->count(); ++row) {
        const OverviewLine *line = attention->lineAt(row);
        QVERIFY(!line->action.isEmpty());
        const QRect place = attention->visualRect(attention->model()->index(row, 0));
        QTest::mouseClick(attention->viewport(), Qt::LeftButton, {},
                          SectionDelegate::buttonOf(*line, place, attention).center());
        QCOMPARE(opened.size(), row + 1);
        QCOMPARE(opened[row][0].value<Address>(), line->address);
    }
}

void TestOverviewPage::keysGoRoundTheSectionsAndOpen()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    SectionList *attention = list(SectionList::Kind::Attention), *flows = list(SectionList::Kind::Flows);
    attention->setFocus();
    QTest::keyClick(attention, Qt::Key_J); // nothing runs: that section is passed by
    QVERIFY(flows->hasFocus());
    QTest::keyClick(flows, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<Address>().query.queryItemValue("flow"), flows->lineAt(0)->text);
    QTest::keyClick(flows, Qt::Key_K);
    QVERIFY(attention->hasFocus());
}

void TestOverviewPage::theTimeRangeChangesWhatIsCounted()
{
    m_page->open({"overview", {}, QUrlQuery("last=1")});
    QCOMPARE(m_page->address().query.queryItemValue("last"), QString("1"));
    // The last stored run is 40 + 7 * 399 seconds old: all are in the last hour.
    QTRY_COMPARE(figure(0), QString::number(kStored));
    m_page->open({"overview", {}, QUrlQuery("last=99")});
    QCOMPARE(m_page->address().query.queryItemValue("last"), QString("1"));
    const auto ranges = m_page->findChildren<Segmented *>();
    QCOMPARE(ranges.size(), 1);
    QCOMPARE(ranges.front()->value(), QString("1"));
}

void TestOverviewPage::whatRunsNowIsThereWithItsSteps()
{
    QVERIFY(m_house->setFault("*", R"({"latency_ms": 1500})"));
    const QString id = m_house->run("update_profile", ConsoleHouse::sampleInput());
    QVERIFY(!id.isEmpty());
    SectionList *running = list(SectionList::Kind::Running);
    QTRY_VERIFY(running->count() == 1 && running->lineAt(0)->key == id);
    QCOMPARE(running->lineAt(0)->cells.size(),
             static_cast<qsizetype>(m_house->link.flow("update_profile")->steps.size()));
    QTRY_VERIFY(running->lineAt(0)->cells.contains(static_cast<char>(views::Status::Success)));
    QVERIFY(m_house->setFault("*", R"({"latency_ms": 1})"));
    m_house->ended(id);
    QTRY_COMPARE(running->count(), 0);
    QTRY_COMPARE(figure(0), QString::number(kStored + 1));
}

void TestOverviewPage::acknowledgingIsUndone()
{
    SectionList *attention = list(SectionList::Kind::Attention);
    QSignalSpy told(m_page.get(), &Page::told);
    const int before = attention->count();
    const QString key = attention->lineAt(0)->key;
    attention->setFocus();
    QTest::keyClick(attention, Qt::Key_A);
    QTRY_COMPARE(attention->count(), before - 1);
    for (int row = 0; row < attention->count(); ++row)
        QVERIFY(attention->lineAt(row)->key != key);
    QTRY_COMPARE(told.size(), 1);
    QTest::keyClick(attention, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(attention->count(), before);
    QCOMPARE(attention->lineAt(0)->key, key);
}

void TestOverviewPage::pictures()
{
    const QByteArray folder = qgetenv("BATUTA_PICTURES");
    if (folder.isEmpty())
        QSKIP("BATUTA_PICTURES names no folder");
    QVERIFY(m_house->setFault("*", R"({"latency_ms": 1500})"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(!m_house->run("update_profile", ConsoleHouse::sampleInput()).isEmpty());
    QTRY_COMPARE(list(SectionList::Kind::Running)->count(), 3);
    QTRY_VERIFY(list(SectionList::Kind::Running)
                    ->lineAt(0)
                    ->cells.contains(static_cast<char>(views::Status::Success)));
    for (const auto &[mode, name] : {std::pair(ThemeMode::Dark, "dark"), {ThemeMode::Light, "light"}}) {
        m_house->theme.setMode(mode);
        QVERIFY(m_page->grab().save(QString::fromUtf8(folder) + "/overview-" + name + ".png"));
    }
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overview_page.moc"
