// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/env_history.h"
#include "engine/versions/version_book.h"
#include "tests/pages/runs/stored_runs.h"
#include "tests/support/console_house.h"
#include "tests/support/verify.h"
#include "views/models/runs/failure_feed.h"
#include "views/models/runs/failure_finder.h"
#include "views/models/runs/run_repeater.h"
#include "views/pages/failures/failure_list.h"
#include "views/pages/failures/failure_pane.h"
#include "views/pages/failures/failures_page.h"
#include "views/pages/failures/repeat_panel.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

constexpr int kStored = 400; // 57 of them failed, in four flows
constexpr auto kQuietFlow = "course_to_profession";

/// A flow whose version ran well for eight hours before it failed once.
void storeQuietFlow(const std::string &workspace)
{
    auto history = store::openSqlite(
        {.path = workspace + "/.batuta/history.db", .durability = store::Durability::Normal});
    for (const bool isFailure : {false, true}) {
        store::ExecutionRecord record = storedRun(isFailure ? 3 : 0);
        record.flow = kQuietFlow;
        record.flowVersion = "0c7d1e44aa10";
        record.startedAt -= isFailure ? Duration{} : Duration(std::chrono::hours(8));
        record.endedAt = record.startedAt + record.duration;
        (*history)->finish(std::move(record), {}, {});
    }
    (*history)->close();
}

} // namespace

/// The inbox over a real engine with a history.
class TestFailuresPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void groupsAreListedWithTheirCounts();
    void theChosenGroupIsExplained();
    void theRunsOfAGroupAreOpened();
    void aNoteIsKeptAndAGroupIsAddressed();
    void theInputOfARepetitionMustBeAnObject();
    void runsAreRepeatedWithAReport();
    void aRunIsFoundInItsGroup();
    void nothingChangedIsSaidToo(); // before the next one changes something
    void whatChangedJustBeforeIsTold();
    void anAddressLeadsToTheSamePicture();
    void emptyStatesSayWhatIsTrue();
    void pictures();

private:
    FailureList *list() const { return m_page->findChild<FailureList *>(); }
    FailurePane *pane() const { return m_page->findChild<FailurePane *>(); }
    Button *button(const QString &text) const
    {
        for (Button *one : pane()->findChildren<Button *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }

    QString suspect() const { return pane()->findChild<Label *>("suspect")->text(); }
    /// The key of the group that a stored run is found in.
    QString groupOf(const std::string &id)
    {
        QString found = "not answered";
        findFailureGroup(m_house->link, m_house->ended(QString::fromStdString(id)), this,
                         [&found](const QString &key) { found = key; });
        [&] { QTRY_VERIFY(found != "not answered"); }();
        return found;
    }

    std::vector<std::string> m_ids;
    std::unique_ptr<ConsoleHouse> m_house;
    std::unique_ptr<FailuresPage> m_page;
};

void TestFailuresPage::initTestCase()
{
    m_house = std::make_unique<ConsoleHouse>();
    m_ids = storeRuns(m_house->folder().toStdString(), kStored);
    storeQuietFlow(m_house->folder().toStdString());
    QVERIFY(m_house->start());
}

void TestFailuresPage::init()
{
    m_page = std::make_unique<FailuresPage>(m_house->context());
    m_page->resize(1364, 800);
    m_page->open({"failures", {}, QUrlQuery("show=open&last=0")});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(list()->model()->rowCount() > 0);
}

void TestFailuresPage::groupsAreListedWithTheirCounts()
{
    auto *model = static_cast<FailureListModel *>(list()->model());
    QAbstractItemModelTester tester(model);
    int count = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        QCOMPARE(model->line(row)->text, QString("HTTP 503"));
        QVERIFY(!model->line(row)->trend.empty());
        count += model->line(row)->count.toInt();
    }
    int failed = 1; // of the quiet flow
    for (int age = 0; age < kStored; ++age)
        failed += storedRun(age).status == "failed" ? 1 : 0;
    QCOMPARE(count, failed);
}

void TestFailuresPage::theChosenGroupIsExplained()
{
    QCOMPARE(pane()->key(), list()->currentKey());
    QVERIFY(!pane()->key().isEmpty());
    const QString first = pane()->key();
    QTest::keyClick(list(), Qt::Key_Down);
    QVERIFY(pane()->key() != first);
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(pane()->key(), first);
}

void TestFailuresPage::theRunsOfAGroupAreOpened()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    QTest::mouseClick(button("Show the runs"), Qt::LeftButton);
    QTest::mouseClick(button("Open the newest"), Qt::LeftButton);
    QCOMPARE(opened.size(), 2);
    const auto runs = opened[0][0].value<Address>(), run = opened[1][0].value<Address>();
    QCOMPARE(runs.view, QString("runs"));
    QCOMPARE(runs.query.queryItemValue("failure"), list()->currentKey());
    QCOMPARE(m_house->ended(run.id).status, std::string("failed"));
}

void TestFailuresPage::aNoteIsKeptAndAGroupIsAddressed()
{
    const QString key = list()->currentKey();
    QSignalSpy told(m_page.get(), &Page::told);
    pane()->findChild<QLineEdit *>()->setText("maria");
    pane()->findChild<QPlainTextEdit *>()->setPlainText("the deploy of 14:03");
    QTest::mouseClick(button("Save the note"), Qt::LeftButton);
    QTRY_COMPARE(told.size(), 1);
    const int open = list()->model()->rowCount();
    QTest::mouseClick(button("Mark as addressed"), Qt::LeftButton);
    QTRY_COMPARE(list()->model()->rowCount(), open - 1);
    m_page->open({"failures", {}, QUrlQuery("show=addressed&last=0&group=" + key)});
    QTRY_COMPARE(list()->currentKey(), key);
    QCOMPARE(pane()->findChild<QPlainTextEdit *>()->toPlainText(), QString("the deploy of 14:03"));
    QCOMPARE(pane()->findChild<QLineEdit *>()->text(), QString("maria"));
    QTest::mouseClick(button("Open it again"), Qt::LeftButton);
    QTRY_COMPARE(list()->model()->rowCount(), 0);
}

void TestFailuresPage::theInputOfARepetitionMustBeAnObject()
{
    RepeatPanel panel(3);
    QSignalSpy confirmed(&panel, &RepeatPanel::confirmed);
    auto *text = panel.findChild<QPlainTextEdit *>();
    Button *repeat = nullptr;
    for (Button *one : panel.findChildren<Button *>())
        repeat = one->text().startsWith("Repeat") ? one : repeat;
    for (const auto &[input, isGood] :
         {std::pair("", true), {"[1]", false}, {"{", false}, {R"({"a": 1})", true}}) {
        text->setPlainText(input);
        QCOMPARE(repeat->isEnabled(), isGood);
    }
    repeat->click();
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(confirmed[0][0].value<json::Value>()["a"].asInteger(), 1);
}

void TestFailuresPage::runsAreRepeatedWithAReport()
{
    // What was stored by hand was never a version that this engine keeps: every run is refused, and said so.
    client::ExecutionQuery query;
    query.failure = list()->currentKey().toStdString();
    auto *repeater = new RunRepeater(m_house->link, {}, "test", m_page.get());
    QSignalSpy finished(repeater, &RunRepeater::finished), progressed(repeater, &RunRepeater::progressed);
    repeater->start(query);
    QTRY_COMPARE(finished.size(), 1);
    const int all = progressed.last()[1].toInt();
    QVERIFY(all > 0);
    QCOMPARE(finished[0][0].toInt() + finished[0][1].toInt(), all);
    QVERIFY(!finished[0][2].toString().isEmpty());
}

void TestFailuresPage::aRunIsFoundInItsGroup()
{
    int newest = -1, oldest = -1;
    for (int age = 0; age < kStored; ++age)
        if (storedRun(age).status == "failed" && storedRun(age).flow == "update_profile") {
            newest = newest < 0 ? age : newest;
            oldest = age; // behind the samples that the engine names
        }
    const QString group = groupOf(m_ids[static_cast<std::size_t>(newest)]);
    QVERIFY(!group.isEmpty());
    QCOMPARE(groupOf(m_ids[static_cast<std::size_t>(oldest)]), group);
    QCOMPARE(groupOf(m_ids[0]), QString()); // it did not fail
}

void TestFailuresPage::whatChangedJustBeforeIsTold()
{
    using namespace std::chrono_literals;
    const QString key = list()->currentKey();
    const client::FailureGroup *group = m_page->findChild<FailureFeed *>()->group(key.toStdString());
    QVERIFY(group);
    const WallTime first = group->firstSeen;
    const std::string folder = m_house->folder().toStdString();
    const std::string name = folder + "/flows/ml_orchestrator/" + group->flow + ".yaml";
    auto book = versions::VersionBook::open({folder, group->flow, name});
    BATUTA_VERIFY_OK(book);
    QFile file(QString::fromStdString(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    BATUTA_VERIFY_OK(book->publish(
        {.text = file.readAll().toStdString() + "# later\n", .author = "marcos.alves", .at = first - 20min}));
    const auto edits = environments::EnvHistory::open(folder);
    BATUTA_VERIFY_OK(edits);
    const auto edit = [&](Duration before, const char *changed) {
        return edits->add({first - before, "renata.lima", "", "", ".env", {{changed, "a", "b"}}});
    };
    BATUTA_VERIFY_OK(edit(7h, "LONG_AGO")); // no suspect any more
    BATUTA_VERIFY_OK(edit(5min, "GAP_URL"));
    FailuresPage later(m_house->context());
    later.open({"failures", {}, QUrlQuery("show=open&last=0&group=" + key)});
    later.show();
    const auto *label = later.findChild<Label *>("suspect");
    QTRY_VERIFY2(label->text().contains("published by marcos.alves") && label->text().contains("GAP_URL"),
                 qPrintable(label->text()));
    const QStringList lines = label->text().split('\n');
    QVERIFY2(lines[0].contains("renata.lima changed GAP_URL in the environment dev"), qPrintable(lines[0]));
    QVERIFY2(lines[0].contains("5 m 00 s before the first of these failures"), qPrintable(lines[0]));
    QVERIFY(!label->text().contains("LONG_AGO"));
}

void TestFailuresPage::nothingChangedIsSaidToo()
{
    const auto flow = [this] {
        const client::FailureGroup *group =
            m_page->findChild<FailureFeed *>()->group(list()->currentKey().toStdString());
        return group ? group->flow : std::string();
    };
    for (int row = 0; row < list()->model()->rowCount() && flow() != kQuietFlow; ++row)
        QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(flow(), std::string(kQuietFlow));
    QTRY_VERIFY2(suspect().startsWith("Nothing was published, edited or deployed"), qPrintable(suspect()));
}

void TestFailuresPage::anAddressLeadsToTheSamePicture()
{
    QTest::keyClick(list(), Qt::Key_Down);
    const Address address = m_page->address();
    FailuresPage other(m_house->context());
    other.open(address);
    other.show();
    QTRY_COMPARE(other.address(), address);
}

void TestFailuresPage::emptyStatesSayWhatIsTrue()
{
    m_page->open({"failures", {}, QUrlQuery("show=waiting&last=0")});
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    QVERIFY(!pane()->isVisible());
}

void TestFailuresPage::pictures()
{
    const QByteArray folder = qgetenv("BATUTA_PICTURES");
    if (folder.isEmpty())
        QSKIP("BATUTA_PICTURES names no folder");
    m_page->resize(1364, 800);
    for (const auto &[mode, name] : {std::pair(ThemeMode::Dark, "dark"), {ThemeMode::Light, "light"}}) {
        m_house->theme.setMode(mode);
        QVERIFY(m_page->grab().save(QString::fromUtf8(folder) + "/failures-" + name + ".png"));
    }
    RepeatPanel panel(12);
    panel.resize(520, 320);
    QVERIFY(panel.grab().save(QString::fromUtf8(folder) + "/failures-repeat.png"));
}

QTEST_MAIN(TestFailuresPage)
#include "tst_failures_page.moc"
