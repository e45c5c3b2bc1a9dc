// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/trace/trace_story.h"
#include "tests/support/console_house.h"
#include "tests/support/golden.h"
#include "views/models/trace/trace_feed.h"
#include "views/pages/trace/trace_page.h"

#include <QApplication>
#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// The page of one run when there is nothing to see yet, beside its pictures in tests/goldens. (The run of
/// the mockup is among the pages of the window: tst_goldens.)
class TestTraceGoldens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void thePageLooksAsItDid_data();
    void thePageLooksAsItDid();

private:
    std::unique_ptr<ConsoleHouse> m_house;
    OneExecution m_engine;
};

void TestTraceGoldens::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    m_house->theme.install();
    m_house->preferences.setUtc(true);
    tellStory(m_engine);
    m_house->link.attach(m_engine);
    QTRY_VERIFY(!m_house->link.flows().empty());
}

void TestTraceGoldens::cleanupTestCase()
{
    m_house->link.detach({ErrorCode::EngineUnreachable, "engine", "over", {}, {}});
    m_house.reset();
}

void TestTraceGoldens::thePageLooksAsItDid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isDark");
    for (const bool isDark : {false, true})
        for (const char *state : {"loading", "error", "unknown"}) {
            const QString name = QString("trace-%1-%2").arg(state, isDark ? "dark" : "light");
            QTest::newRow(qPrintable(name)) << name << isDark;
        }
}

void TestTraceGoldens::thePageLooksAsItDid()
{
    QFETCH(QString, name);
    QFETCH(bool, isDark);
    m_house->theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    m_engine.isStuck = name.contains("loading");
    m_engine.fails = name.contains("error");
    const int before = m_engine.asked;
    TracePage page(m_house->context());
    page.resize(1364, 826);
    page.show();
    page.open({"run",
               name.contains("unknown") ? QString("00000000-0000-4000-8000-000000000000")
                                        : QString::fromStdString(m_engine.record.id),
               {}});
    QTRY_VERIFY(m_engine.asked > before);
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
    TestTraceGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_trace_goldens.moc"
