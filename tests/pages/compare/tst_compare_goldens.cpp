// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/compare/two_executions.h"
#include "tests/support/console_house.h"
#include "tests/support/golden.h"
#include "views/pages/compare/compare_page.h"
#include "views/pages/compare/heat_page.h"

#include <QApplication>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

/// The pages that show runs side by side, beside their pictures in tests/goldens.
class TestCompareGoldens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<tests::ConsoleHouse>();
        m_house->theme.install();
        m_house->preferences.setUtc(true);
        m_house->link.attach(m_engine);
        QTRY_VERIFY(!m_house->link.flows().empty());
    }
    void cleanupTestCase()
    {
        m_house->link.detach({ErrorCode::EngineUnreachable, "engine", "over", {}, {}});
        m_house.reset();
    }

    void pages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("isDark");
        const QString failed = QString::fromStdString(m_engine.failed.id), good = tests::kGood;
        for (const bool isDark : {false, true}) {
            const QString theme = isDark ? "-dark" : "-light";
            const auto add = [&](const QString &name, const QString &query) {
                QTest::newRow(qPrintable(name + theme)) << name + theme << query << isDark;
            };
            add("compare-typical", "a=" + good + "&b=" + failed);
            add("compare-error", "a=" + good + "&b=00000000-0000-4000-8000-000000000000");
            add("compare-nothing", {});
            add("heat-typical", "runs=" + good + ',' + failed);
        }
    }
    void pages()
    {
        QFETCH(QString, name);
        QFETCH(QString, query);
        QFETCH(bool, isDark);
        m_house->theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
        std::unique_ptr<Page> page;
        if (name.startsWith("heat"))
            page = std::make_unique<HeatPage>(m_house->context());
        else
            page = std::make_unique<ComparePage>(m_house->context());
        page->resize(1364, 826);
        page->show();
        page->open({name.section('-', 0, 0), {}, QUrlQuery(query)});
        const auto *compare = qobject_cast<ComparePage *>(page.get());
        const auto *heat = qobject_cast<HeatPage *>(page.get());
        if (name.contains("typical"))
            QTRY_VERIFY(compare ? !compare->runs().isEmpty() : heat->model().rowCount() > 0);
        QString difference;
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         difference = tests::compareWithGolden(*page, name);
                         return difference.isEmpty() && !qEnvironmentVariableIsSet("BATUTA_UPDATE_GOLDENS");
                     },
                     3000) ||
                     qEnvironmentVariableIsSet("BATUTA_UPDATE_GOLDENS"),
                 qPrintable(difference));
    }

private:
    std::unique_ptr<tests::ConsoleHouse> m_house;
    tests::TwoExecutions m_engine;
};

int main(int argc, char **argv)
{
    tests::pinFonts();
    QApplication app(argc, argv);
    TestCompareGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_compare_goldens.moc"
