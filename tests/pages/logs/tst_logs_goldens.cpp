// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/logs/cloud_engine.h"
#include "tests/pages/logs/logs_house.h"
#include "tests/support/golden.h"

#include <QApplication>
#include <QLineEdit>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

/// Services that log for six minutes: requests, and what they say of executions.
void tell(CloudEngine &engine)
{
    parseIsoTime("2026-11-21T14:18:00Z", engine.begin);
    for (int i = 0; i < 600; ++i) {
        const WallTime at = engine.begin + std::chrono::milliseconds(600 * i + i * i % 400);
        const bool isBad = i > 240 && i % 7 == 0, isRequest = i % 3 == 0;
        const std::string revision = i > 330 ? "gap-analysis-00043-tam" : "gap-analysis-00042-kex";
        std::string line = R"({"timestamp":")" + isoTime(at) + R"(","severity":")" +
                           (isBad         ? "ERROR"
                            : i % 11 == 0 ? "WARNING"
                                          : "INFO") +
                           R"(","message":")";
        if (isRequest)
            line +=
                "POST " + std::string(isBad ? "503 15.9 s" : "200 120 ms") +
                R"( https://gap-analysis.example/vacancy","service":"gap-analysis","revision":")" + revision +
                R"(","log":"requests","method":"POST","status":)" + (isBad ? "503" : "200") +
                R"(,"latency_ms":)" + (isBad ? "15900" : "120") +
                R"(,"url":"https://gap-analysis.example/vacancy","trace_id":"0af7651916cd43dd8448eb211c80319c")";
        else
            line += std::string(isBad ? "no healthy instance, returning 503" : "model answered") +
                    R"(","service":")" + (i % 5 == 0 ? "match-candidato" : "gap-analysis") +
                    R"(","revision":")" + revision +
                    R"(","log":"stdout","execution_id":"9b1f6e0c-4d27-4a8e-8123-0123456789ab","attempt":)" +
                    std::to_string(i % 4) + R"(,"pool":{"instances":2,"healthy":)" + (isBad ? "0" : "2") +
                    "}";
        engine.add("id" + std::to_string(i), at,
                   line + R"(,"instance":"00a1b2","insert_id":"id)" + std::to_string(i) + "\"}");
    }
}

} // namespace

/// Pictures of the page of the logs, in both themes.
class TestLogsGoldens : public QObject
{
    Q_OBJECT

private slots:
    void thePageLooksAsItDid_data();
    void thePageLooksAsItDid();
    void cloudLoggingLooksAsItDid_data();
    void cloudLoggingLooksAsItDid();

private:
    static void settle();
};

/// A layout may ask for another one.
void TestLogsGoldens::settle()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
}

void TestLogsGoldens::cloudLoggingLooksAsItDid_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TestLogsGoldens::cloudLoggingLooksAsItDid()
{
    QFETCH(bool, isDark);
    CloudEngine engine;
    tell(engine);
    engine.marks = {
        {engine.begin + std::chrono::seconds(200), "deployed", "gap-analysis", "00043-tam", "ana", {}},
        {engine.begin + std::chrono::seconds(290), "roll_back", "gap-analysis", "00042-kex", "ana", {}}};
    LogsHouse house;
    house.theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    house.link.attach(engine);
    LogsPage page(house.context(), house.control);
    page.resize(1364, 812);
    QUrlQuery address("cloud=production&service=");
    address.addQueryItem("q", QString::fromUtf8(QUrl::toPercentEncoding(
                                  "service=gap-analysis severity>=INFO and not message~\"^model\"")));
    page.open({"logs", {}, address});
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *table = page.findChild<LogTable *>();
    LogFacetModel &facets = page.findChild<LogFacetList *>()->facets();
    QTRY_VERIFY(table->lines().count() > 50 && facets.isSure());
    QTRY_COMPARE(page.findChild<LogHistogram *>()->marks().size(), std::size_t{2});
    table->setFocus();
    table->setFollowing(false);
    table->setCurrent(table->lines().count() - 8);
    QTest::keyClick(table, Qt::Key_Return);
    page.findChild<QueryLine *>()->setOutcome("149 / 300"); // milliseconds differ from run to run
    settle();
    const QString difference =
        compareWithGolden(page, QString("logs-cloud-%1").arg(isDark ? "dark" : "light"));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    house.link.detach({});
}

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
    settle();
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
