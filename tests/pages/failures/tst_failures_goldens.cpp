// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/overview/overview_engine.h"
#include "tests/support/golden.h"
#include "views/pages/failures/failure_list.h"
#include "views/pages/failures/failures_page.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using State = OverviewEngine::State;

/// Pictures of the inbox of failures, in its states and both themes.
class TestFailuresGoldens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void thePageLooksAsItDid_data();
    void thePageLooksAsItDid();

private:
    Theme m_theme;
};

void TestFailuresGoldens::thePageLooksAsItDid_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("isDark");
    for (const bool isDark : {true, false})
        for (const auto &[name, state, sentence] :
             {std::tuple("typical", State::Typical, "ran first"),
              std::tuple("nothing", State::Nothing, "Nothing failed in this time."),
              std::tuple("error", State::Error, "The failures cannot be read.")})
            QTest::addRow("%s-%s", name, isDark ? "dark" : "light") << state << sentence << isDark;
}

void TestFailuresGoldens::thePageLooksAsItDid()
{
    QFETCH(State, state);
    QFETCH(QString, sentence);
    QFETCH(bool, isDark);
    m_theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    const QTemporaryDir folder;
    OverviewEngine engine;
    engine.state = state;
    EngineLink link;
    CommandRegistry commands;
    Preferences preferences{folder.filePath("preferences.ini")};
    preferences.setUtc(true);
    ViewState viewState{QString()};
    link.attach(engine);
    {
        FailuresPage page({link, commands, preferences, viewState});
        page.resize(1364, 812);
        page.open({"failures", {}, QUrlQuery("show=open&last=0")});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto isSaid = [&] {
            const auto labels = page.findChildren<Label *>();
            return std::ranges::any_of(labels, [&](const Label *label) {
                return label->isVisible() && label->text().contains(sentence);
            });
        };
        QTRY_VERIFY(isSaid());
        QCOMPARE(page.findChild<FailureList *>()->model()->rowCount(), state == State::Typical ? 2 : 0);
        for (int i = 0; i < 3; ++i) { // a layout may ask for another one
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
        const QString difference = compareWithGolden(page, QString("failures-") + QTest::currentDataTag());
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
    link.detach({});
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestFailuresGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_failures_goldens.moc"
