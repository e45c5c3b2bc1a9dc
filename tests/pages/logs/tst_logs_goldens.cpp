// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/logs/logs_house.h"
#include "tests/support/golden.h"

#include <QApplication>
#include <QLineEdit>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// Pictures of the page of the logs, in both themes.
class TestLogsGoldens : public QObject
{
    Q_OBJECT

private slots:
    void thePageLooksAsItDid_data();
    void thePageLooksAsItDid();
};

void TestLogsGoldens::thePageLooksAsItDid_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QString>("state");
    for (const bool isDark : {true, false})
        for (const char *state : {"typical", "nothing", "error", "wrong", "10000"})
            QTest::addRow("%s-%s", state, isDark ? "dark" : "light") << isDark << state;
}

void TestLogsGoldens::thePageLooksAsItDid()
{
    QFETCH(bool, isDark);
    QFETCH(QString, state);
    LogsHouse house;
    house.theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    const int lines = state == "10000" ? 10'000 : 600;
    const QString file = house.write("app.log", 0, lines);
    LogsPage page(house.context(), house.control);
    page.resize(1364, 812);
    const QString query = state == "nothing" ? "nothing_of_the_kind"
                          : state == "10000" ? ""
                                             : "severity>=INFO and (service=gap-analysis or status=503)";
    page.open({"logs", {}, LogsHouse::at(state == "error" ? "/nowhere/at/all.log" : file, query)});
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *table = page.findChild<LogTable *>();
    const std::uint64_t wanted = state == "nothing" || state == "error" ? 0 : state == "10000" ? 10'000 : 343;
    LogFacetModel &facets = page.findChild<LogFacetList *>()->facets();
    const std::uint64_t all = state == "error" ? 0 : static_cast<std::uint64_t>(lines);
    const auto isThere = [&] {
        const LogPicture &picture = table->lines().picture();
        return picture.rows && picture.rows->snapshot()->lines == all && facets.isSure();
    };
    QTRY_VERIFY(isThere());
    QCOMPARE(table->lines().count(), wanted);
    if (wanted > 0) {
        table->setFocus();
        table->setCurrent(20);
        QTest::keyClick(table, Qt::Key_Return);
    }
    auto *field = page.findChild<QueryField *>();
    if (state == "typical") {
        page.findChild<QueryLine *>()->showFind(true);
        page.findChild<QueryLine *>()->find().field().setText("503");
        QTRY_VERIFY(table->lines().foundCount() > 0 && isThere());
    } else if (state == "wrong") {
        field->setText("severity>=WARM");
        QTest::keyClick(field, Qt::Key_Return);
    }
    table->setFocus();
    page.findChild<QueryLine *>()->setOutcome("343 / 600"); // milliseconds differ from run to run
    for (int i = 0; i < 3; ++i) {                           // a layout may ask for another one
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
    const QString difference =
        compareWithGolden(page, QString("logs-%1-%2").arg(state, isDark ? "dark" : "light"));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestLogsGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_logs_goldens.moc"
