// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/compare/two_executions.h"
#include "tests/support/console_house.h"
#include "views/pages/compare/compare_page.h"
#include "views/pages/compare/compare_words.h"
#include "views/pages/compare/difference_table.h"
#include "views/pages/compare/duration_histogram.h"
#include "views/pages/compare/heat_page.h"
#include "views/pages/compare/value_panel.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<ConsoleHouse>();
        m_house->link.attach(m_engine);
        QTRY_VERIFY(!m_house->link.flows().empty());
    }
    void init()
    {
        m_page = std::make_unique<ComparePage>(m_house->context());
        m_page->resize(1364, 826);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_house->link.detach({ErrorCode::EngineUnreachable, "engine", "over", {}, {}});
        m_house.reset();
    }

    void theLastSuccessIsFoundByItself();
    void whatDiffersIsListed();
    void keysGoFromDifferenceToDifference();
    void swapTurnsThemRound();
    void theSummaryIsMarkdown();
    void withoutASuccessItSaysSo();
    void anUnknownRunSaysSo();
    void barsCanBeginAtAStep();
    void bothTextsStandSideBySide();
    void moreThanTwoRunsAreATableOfHeat();

private:
    void open()
    {
        Address address{"compare", {}, {}};
        address.query.addQueryItem("b", QString::fromStdString(m_engine.failed.id));
        m_page->open(address);
        QTRY_VERIFY(!m_page->runs().isEmpty());
    }
    QString chosen() const { return stepName(m_page->runs(), m_page->table().step()); }

    TwoExecutions m_engine;
    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<ComparePage> m_page;
};

void TestComparePage::theLastSuccessIsFoundByItself()
{
    QSignalSpy moved(m_page.get(), &Page::addressChanged);
    open();
    QCOMPARE(m_page->address().query.queryItemValue("a"), QString(kGood));
    QCOMPARE(chosen(), QString("gap_analysis_user_vacancy"));
    QCOMPARE(m_page->address().query.queryItemValue("step"), QString("gap_analysis_user_vacancy"));
    QVERIFY(moved.count() > 0);
    QAbstractItemModelTester tester(m_page->table().model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY2(m_page->sentence().startsWith(
                 "gap_analysis_user_vacancy is where they part: success in A, failed (503) in B"),
             qPrintable(m_page->sentence()));
    QCOMPARE(m_page->table().model()->rowCount(), 12);
}

void TestComparePage::whatDiffersIsListed()
{
    open();
    const auto fields = [this] {
        QStringList names;
        for (const DifferenceModel::Row &row : m_page->differences().rows().rows())
            names << row.field;
        return names;
    };
    QVERIFY2(fields().contains("status") && fields().contains("attempts"), qPrintable(fields().join(' ')));
    m_page->tabs().setCurrentIndex(1);
    QCOMPARE(fields(), QStringList({"input.user_id", "input.session_id", "input.match_candidato_token"}));
    m_page->tabs().setCurrentIndex(3);
    QVERIFY(fields().contains("flow version") && fields().contains("environment"));
    const DifferenceModel::Row version = m_page->differences().rows().rows()[1];
    QVERIFY(!version.differs);
}

void TestComparePage::keysGoFromDifferenceToDifference()
{
    open();
    m_page->table().setStep(-1);
    m_page->table().setFocus();
    QStringList visited;
    for (int i = 0; i < 20; ++i) {
        const int before = m_page->table().step();
        QTest::keyClick(&m_page->table(), Qt::Key_N);
        if (m_page->table().step() == before)
            break;
        visited << chosen();
    }
    QVERIFY(visited.contains("gap_analysis_user_vacancy"));
    for (int at = 0; at < static_cast<int>(m_page->runs().steps().size()); ++at)
        QCOMPARE(visited.contains(stepName(m_page->runs(), at)),
                 m_page->runs().steps()[static_cast<std::size_t>(at)].differs());
    QTest::keyClick(&m_page->table(), Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(chosen(), visited.size() > 1 ? visited[visited.size() - 2] : visited.last());
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    QTest::keyClick(&m_page->table(), Qt::Key_1);
    QTest::keyClick(&m_page->table(), Qt::Key_2);
    QCOMPARE(opened.at(0).at(0).value<Address>().id, QString(kGood));
    QCOMPARE(opened.at(1).at(0).value<Address>().id, QString::fromStdString(m_engine.failed.id));
}

void TestComparePage::swapTurnsThemRound()
{
    open();
    const QString step = chosen();
    QTest::keyClick(&m_page->table(), Qt::Key_X);
    QTRY_COMPARE(m_page->runs().a().record().id, m_engine.failed.id);
    QCOMPARE(chosen(), step);
    QCOMPARE(m_page->address().query.queryItemValue("b"), QString(kGood));
}

void TestComparePage::theSummaryIsMarkdown()
{
    open();
    m_page->table().setFocus();
    QTest::keyClick(&m_page->table(), Qt::Key_C, Qt::ControlModifier);
    const QString summary = QApplication::clipboard()->text();
    QVERIFY(summary.startsWith("## "));
    QVERIFY(summary.contains("| execution_id | `" + QString(kGood) + "` | `"));
    QVERIFY(summary.contains("| gap_analysis_user_vacancy | success | failed (503) | "));
    QVERIFY(summary.contains("| input.user_id | usr_41288 | usr_48213 |"));
    QVERIFY(!summary.contains("match_profession |")); // it does not differ
}

void TestComparePage::withoutASuccessItSaysSo()
{
    m_engine.hasGood = false;
    Address address{"compare", {}, {}};
    address.query.addQueryItem("b", QString::fromStdString(m_engine.failed.id));
    m_page->open(address);
    QTRY_VERIFY([&] {
        for (const Label *label : m_page->findChildren<Label *>())
            if (label->isVisible() && label->text().startsWith("No earlier run"))
                return true;
        return false;
    }());
    QVERIFY(m_page->runs().isEmpty());
    m_engine.hasGood = true;
    m_page->refresh();
    QTRY_VERIFY(!m_page->runs().isEmpty());
}

void TestComparePage::anUnknownRunSaysSo()
{
    Address address{"compare", {}, {}};
    address.query.addQueryItem("a", kGood);
    address.query.addQueryItem("b", "00000000-0000-4000-8000-000000000000");
    m_page->open(address);
    QTRY_VERIFY(m_house->commands.action("compare.reload"));
    QVERIFY(m_page->runs().isEmpty());
    QVERIFY(!m_house->commands.action("compare.swap")->isEnabled());
}

void TestComparePage::barsCanBeginAtAStep()
{
    open();
    const auto *model = static_cast<const CompareModel *>(m_page->table().model());
    QCOMPARE(model->shiftA(), Duration{});
    const Duration apart = m_page->runs().lengthB();
    QCOMPARE(model->span(), apart);
    m_house->commands.action("compare.align")->trigger();
    QCOMPARE(model->aligned(), m_page->table().step());
    QVERIFY(model->shiftA() == Duration{} || model->shiftB() == Duration{});
    m_house->commands.action("compare.align")->trigger();
    QCOMPARE(model->aligned(), -1);
}

void TestComparePage::bothTextsStandSideBySide()
{
    open();
    m_page->tabs().setCurrentIndex(1);
    m_house->commands.action("compare.texts")->trigger();
    auto *panel = m_page->window()->findChild<ValuePanel *>();
    QVERIFY(panel);
    const auto views = panel->findChildren<CodeView *>();
    QCOMPARE(views.size(), 2);
    QVERIFY(views[0]->toPlainText().contains("usr_41288") && views[1]->toPlainText().contains("usr_48213"));
    QVERIFY(!panel->markedInA().isEmpty() && !panel->markedInB().isEmpty());
    for (const int line : panel->markedInB())
        QVERIFY(views[1]->document()->findBlockByNumber(line).text() !=
                views[0]->document()->findBlockByNumber(line).text());
}

void TestComparePage::moreThanTwoRunsAreATableOfHeat()
{
    HeatPage page(m_house->context());
    page.resize(1364, 826);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QAbstractItemModelTester tester(const_cast<HeatModel *>(&page.model()));
    QSignalSpy opened(&page, &Page::openRequested);
    const QString failed = QString::fromStdString(m_engine.failed.id);
    Address address{"heat", {}, {}};
    address.query.addQueryItem("runs", QString(kGood) + ',' + failed + ',' + kGood);
    page.open(address);
    QTRY_COMPARE(page.model().columnCount(), 2); // one of them was named twice
    QCOMPARE(page.model().rowCount(), static_cast<int>(m_engine.failed.steps.size()));
    int gap = -1;
    for (int row = 0; row < page.model().rowCount(); ++row)
        if (page.model().step(row) == "gap_analysis_user_vacancy")
            gap = row;
    QCOMPARE(page.model().heat(gap, 0), 0.0);
    QCOMPARE(page.model().heat(gap, 1), 1.0);
    page.table().setFocus();
    page.table().setCurrentIndex(page.model().index(gap, 1));
    QTest::keyClick(&page.table(), Qt::Key_C);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.back().front().value<Address>().query.queryItemValue("b"), failed);
    QTest::keyClick(&page.table(), Qt::Key_Return);
    QCOMPARE(opened.back().front().value<Address>().id, failed);
    address.query = QUrlQuery("runs=" + QString(kGood) + ",00000000-0000-4000-8000-000000000000");
    page.open(address);
    QTRY_VERIFY([&] {
        for (const Label *label : page.findChildren<Label *>())
            if (label->isVisible() && label->text().contains("00000000"))
                return true;
        return false;
    }());
}

QTEST_MAIN(TestComparePage)
#include "tst_compare_page.moc"
