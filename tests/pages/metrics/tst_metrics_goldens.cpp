// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/metrics/figure_engine.h"
#include "tests/support/golden.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// Pictures of the boards, in both themes, over figures of a day that stands.
class TestMetricsGoldens : public QObject
{
    Q_OBJECT

private slots:
    void thePageLooksAsItDid_data();
    void thePageLooksAsItDid();
};

void TestMetricsGoldens::thePageLooksAsItDid_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QString>("state");
    for (const bool isDark : {true, false})
        for (const char *state : {"flows", "steps", "engine", "cloud", "editing", "error"})
            QTest::addRow("%s-%s", state, isDark ? "dark" : "light") << isDark << state;
}

void TestMetricsGoldens::thePageLooksAsItDid()
{
    QFETCH(bool, isDark);
    QFETCH(QString, state);
    QTemporaryDir folder;
    Theme theme;
    theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    theme.install();
    FigureEngine engine;
    if (state == "error")
        engine.trouble = Error{ErrorCode::NetTimeout, "prometheus", "it did not answer for 10 s", {}, {}};
    if (state == "cloud")
        engine.places = {{"production", "demo", "us-east1", "gap-analysis", false, true}};
    EngineLink link;
    CommandRegistry commands;
    Preferences preferences(folder.filePath("preferences.ini"));
    preferences.setUtc(true);
    preferences.setLanguage("en");
    ViewState kept{QString()};
    link.attach(engine);
    MetricsPage page(Context{link, commands, preferences, kept});
    page.resize(1364, 812);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const QString board =
        state == "steps" || state == "engine" || state == "cloud" ? state : QStringLiteral("flows");
    page.open(
        {"metrics", {}, QUrlQuery("board=" + board + "&from=2026-11-21T08:30:00Z&to=2026-11-21T14:30:00Z")});
    QTRY_VERIFY(page.grid().panels() > 0);
    const auto isThere = [&] {
        for (int panel = 0; panel < page.grid().panels(); ++panel)
            if (page.feed().panel(panel).state == BoardFeed::State::Loading)
                return false;
        return true;
    };
    QTRY_VERIFY(isThere());
    page.grid().frame(0)->setFocus();
    if (state == "editing")
        QTest::keyClick(page.grid().frame(0), Qt::Key_E);
    for (int i = 0; i < 3; ++i) { // a layout may ask for another one
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
    const QString difference =
        compareWithGolden(page, QString("metrics-%1-%2").arg(state, isDark ? "dark" : "light"));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    link.detach({});
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestMetricsGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_metrics_goldens.moc"
