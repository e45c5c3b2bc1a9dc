// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/overview/cloud_story.h"
#include "tests/pages/overview/overview_engine.h"
#include "tests/support/golden.h"
#include "views/pages/overview/overview_lines.h"
#include "views/pages/overview/overview_page.h"
#include "views/pages/overview/rollout_card.h"
#include "views/pages/overview/section_list.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"

#include <QApplication>
#include <QSignalSpy>
#include <QStackedLayout>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;
using State = OverviewEngine::State;

namespace {

class StoryClock final : public Clock
{
public:
    WallTime wall() const override { return OverviewEngine::now(); }
    SteadyTime steady() const override { return {}; }
};

/// Figures have a thin space before their unit.
QString plain(QString text)
{
    return text.replace(QChar(0x2009), ' ');
}

/// The page of an engine that tells its story.
struct Story
{
    explicit Story(State state, bool isTakenOver = false)
    {
        engine.state = state;
        engine.isTakenOver = isTakenOver;
        preferences.setUtc(true);
        link.attach(engine);
        page = std::make_unique<OverviewPage>(Context{link, commands, preferences, viewState}, QString(),
                                              nullptr, std::make_unique<StoryClock>());
        page->resize(1364, 812);
        page->show();
    }
    ~Story()
    {
        page.reset();
        link.detach({});
    }
    SectionList *list(SectionList::Kind kind) const
    {
        for (SectionList *one : page->findChildren<SectionList *>())
            if (one->kind() == kind)
                return one;
        return nullptr;
    }
    /// What stands for lines is there: what nothing, loading and an error look like.
    bool isReady() const
    {
        const QString words = engine.state == State::Error     ? "the disk is gone"
                              : engine.state == State::Nothing ? "Nothing was changed in this time."
                                                               : "";
        const auto labels = page->findChildren<Label *>();
        const bool isSaid = std::ranges::any_of(
            labels, [&](const Label *label) { return label->isVisible() && label->text().contains(words); });
        const auto panes = page->findChildren<StatePane *>();
        return isSaid && std::ranges::all_of(panes, [this](const StatePane *pane) {
                   constexpr int kSkeleton = 1;
                   return engine.state != State::Loading ||
                          qobject_cast<QStackedLayout *>(pane->layout())->currentIndex() == kSkeleton;
               });
    }
    QStringList activity() const
    {
        QStringList texts;
        for (int row = 0; row < list(SectionList::Kind::Activity)->count(); ++row)
            texts << list(SectionList::Kind::Activity)->lineAt(row)->text;
        return texts;
    }

    QTemporaryDir folder;
    OverviewEngine engine;
    EngineLink link;
    CommandRegistry commands;
    Preferences preferences{folder.filePath("preferences.ini")};
    ViewState viewState{QString()};
    std::unique_ptr<OverviewPage> page;
};

} // namespace

/// The overview in each of its states as it looked at half past two, and who did what.
class TestOverviewGoldens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void thePageLooksAsItDid_data();
    void thePageLooksAsItDid();
    void actsAreToldWithWhoDidThem();
    void actsInARowAreOne();
    void theRolloutAndTheServicesAreShown();
    void aRolloutThatOthersEndedAsksNoMore();
    void everyActHasItsWords_data();
    void everyActHasItsWords();

private:
    Theme m_theme;
};

void TestOverviewGoldens::thePageLooksAsItDid_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("isDark");
    for (const bool isDark : {true, false})
        for (const auto &[name, state] :
             {std::pair("typical", State::Typical), std::pair("nothing", State::Nothing),
              std::pair("loading", State::Loading), std::pair("error", State::Error)})
            QTest::addRow("%s-%s", name, isDark ? "dark" : "light") << state << isDark;
}

void TestOverviewGoldens::thePageLooksAsItDid()
{
    QFETCH(State, state);
    QFETCH(bool, isDark);
    m_theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    Story story(state);
    QVERIFY(QTest::qWaitForWindowExposed(story.page.get()));
    if (state == State::Typical) {
        QTRY_COMPARE(story.list(SectionList::Kind::Running)->count(), 3);
        QTRY_VERIFY(story.activity().size() > 8);
        QTRY_COMPARE(story.list(SectionList::Kind::Services)->count(), 5);
        QTRY_VERIFY(story.list(SectionList::Kind::Flows)->count() == 4 &&
                    story.list(SectionList::Kind::Flows)->lineAt(3)->ticks.size() == OverviewFeed::kRecent);
    } else
        QTRY_VERIFY(story.isReady());
    for (int i = 0; i < 3; ++i) { // a layout may ask for another one
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
    const QString difference = compareWithGolden(*story.page, QString("overview-") + QTest::currentDataTag());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestOverviewGoldens::actsAreToldWithWhoDidThem()
{
    Story story(State::Typical);
    QTRY_VERIFY(story.activity().contains("3 run(s) run again"));
    QVERIFY(story.activity().contains("ml-orchestrator rolled back, PRODUCTION"));
    SectionList *list = story.list(SectionList::Kind::Activity);
    const OverviewLine *rolledBack =
        list->lineAt(static_cast<int>(story.activity().indexOf("ml-orchestrator rolled back, PRODUCTION")));
    QCOMPARE(rolledBack->detail, QString("renata.lima"));
    QCOMPARE(rolledBack->time, QString("14:10"));
    QCOMPARE(rolledBack->address.text(), QString("batuta://releases/ml-orchestrator?env=production"));
    QSignalSpy opened(story.page.get(), &Page::openRequested);
    for (int row = 0; row < list->count(); ++row)
        if (list->lineAt(row)->text.contains("cancelled")) {
            list->setCurrentIndex(list->model()->index(row, 0));
            list->openCurrent();
        }
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<Address>().view, QString("run"));
}

void TestOverviewGoldens::actsInARowAreOne()
{
    using namespace std::chrono_literals;
    const std::string run = "9e4a71c2-0000-4000-8000-000000000000";
    const WallTime now = OverviewEngine::now();
    const auto entry = [&](Duration ago, const char *who, const char *verb, const std::string &subject) {
        return client::AuditEntry{1, now - ago, who, verb, subject, {}, {}, {}};
    };
    const auto deeds = deedsOf({
        entry(1min, "ana", "cancel", run),
        entry(2min, "ana", "cancel", run),
        entry(3min, "rui", "cancel", run),                // somebody else
        entry(40min, "rui", "cancel", run),               // another time
        entry(41min, "rui", "mute_alert", "slow"),        // the alerts tell it
        entry(42min, "rui", "pause_schedule", "nightly"), // no run
        entry(43min, "rui", "pause_schedule", "hourly"),
    });
    QCOMPARE(deeds.size(), std::size_t(5));
    QCOMPARE(deeds[0].count, 2);
    QCOMPARE(deeds[0].at, now - 1min);
    QCOMPARE(deeds[1].who, std::string("rui"));
    QCOMPARE(deeds[2].count, 1);
    QCOMPARE(deeds[4].subject, std::string("hourly"));
}

void TestOverviewGoldens::theRolloutAndTheServicesAreShown()
{
    Story story(State::Typical);
    SectionList *services = story.list(SectionList::Kind::Services);
    QTRY_COMPARE(services->count(), 5);
    QCOMPARE(services->lineAt(0)->text, QString("gap-analysis")); // what fails comes first
    QCOMPARE(services->lineAt(0)->status, views::Status::Failed);
    QTRY_COMPARE(plain(services->lineAt(1)->figures.join(", ")), QString("4, 11.2, 212 ms"));
    QCOMPARE(services->lineAt(1)->detail, QString("00042-kex 75 %, 00043-tam 25 %"));
    QCOMPARE(services->lineAt(1)->address.text(),
             QString("batuta://releases/ml-orchestrator?env=production"));
    auto *card = story.page->findChild<RolloutCard *>();
    QTRY_VERIFY(card->isVisible() && card->picture().shares.size() == 2);
    QCOMPARE(card->picture().state, QString("Held by a gate"));
    QVERIFY(card->picture().shares.last().isNew);
    QCOMPARE(card->picture().stages.size(), 4);
    QCOMPARE(card->picture().stages[1].status, views::Status::Waiting);
    QCOMPARE(plain(card->picture().sentence),
             QString("p95 24.1 s, limit 22.0 s; Errors 0.42 %, limit 1.00 %"));
    QSignalSpy opened(story.page.get(), &Page::openRequested);
    for (Button *button : story.page->findChildren<Button *>())
        if (button->isVisible() && (button->text() == "Open release" || button->text() == "Answer"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened[0][0].value<Address>().text(),
             "batuta://run/" + QString::fromStdString(rolloutId()) + "?step=ask_2");
    QCOMPARE(opened[1][0].value<Address>().text(),
             QString("batuta://releases/ml-orchestrator?env=production"));
    Story without(State::Nothing); // no cloud, no rollout: nothing is said of them
    QTRY_VERIFY(without.isReady());
    QVERIFY(!without.page->findChild<RolloutCard *>()->isVisible());
    QVERIFY(!without.list(SectionList::Kind::Services)->isVisible());
}

void TestOverviewGoldens::aRolloutThatOthersEndedAsksNoMore()
{
    Story story(State::Typical, true);
    auto *card = story.page->findChild<RolloutCard *>();
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(card->picture().state, QString("Ended by others"));
    QCOMPARE(card->picture().sentence, QString("The traffic was moved by ana since: nothing was changed"));
    for (Button *button : story.page->findChildren<Button *>())
        QVERIFY(!button->isVisible() || button->text() != "Answer");
}

void TestOverviewGoldens::everyActHasItsWords_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("words");
    const QString run = "9e4a71c2-0000-4000-8000-000000000000", service = "production/api";
    const auto row = [](const char *verb, const QString &subject, const char *words) {
        QTest::newRow(verb) << QString(verb) << subject << QString(words);
    };
    row("answer", run + "/ask_2", "Run 9e4a71c2 answered");
    row("hold", run, "Run 9e4a71c2 told to hold");
    row("go_on", run, "Run 9e4a71c2 told to go on");
    row("next", run, "Run 9e4a71c2 told to take its next stage");
    row("promote", run, "Run 9e4a71c2 told to promote");
    row("reload", "", "Flows and routes read again");
    row("route_traffic", service, "Traffic of api changed, PRODUCTION");
    row("roll_out", service, "Rollout of api started, PRODUCTION");
    row("rehearse", service, "Rehearsal of api started, PRODUCTION");
    row("build_image", service, "Image of api built, PRODUCTION");
    row("export_service", service, "api exported, PRODUCTION");
    row("back_up", "production/", "Services backed up, PRODUCTION");
    row("restore_service", service, "api restored from a backup, PRODUCTION");
    row("replace_service", service, "api replaced from a file, PRODUCTION");
    row("save_alert", service, "Alert of api saved, PRODUCTION");
    row("save_budget", "production/", "Budget saved, PRODUCTION");
    row("deploy", service, "api deployed, PRODUCTION");
    row("release_refused", service, "The cloud refused a change of api, PRODUCTION");
}

void TestOverviewGoldens::everyActHasItsWords()
{
    QFETCH(QString, verb);
    QFETCH(QString, subject);
    QFETCH(QString, words);
    const QStringList kSignals{"hold", "go_on", "next", "promote"};
    client::AuditEntry entry{
        1, OverviewEngine::now(), "ana", verb.toStdString(), subject.toStdString(), {}, {}, {}};
    if (kSignals.contains(verb)) {
        entry.verb = "signal";
        entry.data = json::Object{{"name", verb.toStdString()}};
    }
    const QList<OverviewLine> lines = activityLines(deedsOf({entry}), {OverviewEngine::now(), true});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].text, words);
    QCOMPARE(lines[0].detail, QString("ana"));
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestOverviewGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_overview_goldens.moc"
