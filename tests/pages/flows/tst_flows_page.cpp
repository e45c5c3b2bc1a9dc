// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/console_house.h"
#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/graph/minimap.h"
#include "views/pages/flows/flows_page.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class TestFlowsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theFirstVisitShowsAFlow();
    void anAddressLeadsToAFlowAndAStep();
    void choosingInTheListShowsTheFlow();
    void theFilterNarrowsTheList();
    void clickingAStepShowsItInTheInspector();
    void runIsAskedForWithTheKey();
    void runsOfTheFlowAreOpened();
    void lettersActOnTheCanvasOnly();
    void theInspectorCanBeHidden();
    void zoomAndSelectionComeBack();
    void aFlowThatIsNotThereIsSaid();
    void aProblemIsShownWithItsPlaceAndMend();
    void withoutTheEngineNothingCanBeRun();
    void picture_data();
    void picture();

private:
    template <class T> T *part() const { return m_page->findChild<T *>(); }
    FlowView &view() const { return *part<FlowView>(); }
    void openFlow(const QString &flow, const QString &step = {});
    QString texts() const;
    QPoint middleOf(const std::string &step) const;

    std::unique_ptr<tests::ConsoleHouse> m_house;
    std::unique_ptr<FlowsPage> m_page;
};

void TestFlowsPage::initTestCase()
{
    m_house = std::make_unique<tests::ConsoleHouse>();
    QFile broken(m_house->folder() + "/flows/ml_orchestrator/broken.yaml");
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("batuta: 1\nname: broken\nsteps:\n  a:\n    needs: [nobody]\n    set: {x: 1}\n");
    broken.close();
    QVERIFY(m_house->start());
}

void TestFlowsPage::init()
{
    m_page = std::make_unique<FlowsPage>(m_house->context());
    m_page->resize(1364, 824);
    m_page->show();
    m_page->activateWindow();
    QTRY_VERIFY(view().isLaidOut() || QString(QTest::currentTestFunction()).startsWith("withoutTheEngine"));
}

void TestFlowsPage::cleanup()
{
    m_page.reset();
    for (const char *key : {"flows/last", "flows/inspector", "flows/panes", "flows/flow/update_profile"})
        m_house->state->setValue(key, {});
}

void TestFlowsPage::openFlow(const QString &flow, const QString &step)
{
    Address address{"flows", flow, {}};
    if (!step.isEmpty())
        address.query.addQueryItem("step", step);
    m_page->open(address);
    QTRY_COMPARE(QString::fromStdString(view().flowName()), flow);
}

/// Everything that labels of the page say.
QString TestFlowsPage::texts() const
{
    QStringList texts;
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts.join('\n');
}

QPoint TestFlowsPage::middleOf(const std::string &step) const
{
    const FlowScene &scene = view().flowScene();
    return view().mapFromScene(scene.boxOf(scene.graph().find(step)).center());
}

void TestFlowsPage::theFirstVisitShowsAFlow()
{
    QCOMPARE(m_page->address().id, "analysis_to_profession"); // the first by title
    QVERIFY(texts().contains("ML Orchestrator"));
    QCOMPARE(m_page->title(), "Flows");
}

void TestFlowsPage::anAddressLeadsToAFlowAndAStep()
{
    openFlow("update_profile", "match_candidato");
    QTRY_COMPARE(view().selected(), std::string("match_candidato"));
    QCOMPARE(m_page->address().text(), "batuta://flows/update_profile?step=match_candidato");
    QVERIFY(texts().contains("flows/ml_orchestrator/update_profile.yaml"));
    QVERIFY(texts().contains("11 step(s), 2 branch(es)"));
}

void TestFlowsPage::choosingInTheListShowsTheFlow()
{
    QSignalSpy moved(m_page.get(), &Page::addressChanged);
    part<QListView>()->setFocus();
    QTest::keyClick(part<QListView>(), Qt::Key_Down);
    QTRY_COMPARE(view().flowName(), std::string("analysis_to_vacancy"));
    QCOMPARE(m_page->address().id, "analysis_to_vacancy");
    QVERIFY(moved.size() >= 1);
}

void TestFlowsPage::theFilterNarrowsTheList()
{
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Slash);
    auto *filter = part<QLineEdit>();
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, "login/");
    QCOMPARE(filter->text(), "login/"); // the key is a letter here
    QTest::keyClick(filter, Qt::Key_Backspace);
    QCOMPARE(part<QListView>()->model()->rowCount(), 2);
    QTest::keyClick(filter, Qt::Key_Down);
    QTRY_VERIFY(part<QListView>()->hasFocus());
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), "");
}

void TestFlowsPage::clickingAStepShowsItInTheInspector()
{
    openFlow("update_profile");
    QVERIFY(texts().contains("Complete flow, with creation of embeddings."));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, middleOf("match_candidato"));
    QVERIFY(texts().contains("Match candidate and vacancies"));
    QVERIFY(texts().contains("POST"));
    QVERIFY(!texts().contains("Complete flow, with creation of embeddings."));
    QTest::keyClick(&view(), Qt::Key_Escape);
    QVERIFY(texts().contains("Complete flow, with creation of embeddings."));
}

void TestFlowsPage::runIsAskedForWithTheKey()
{
    openFlow("update_profile");
    QSignalSpy run(m_page.get(), &Page::runRequested);
    view().setFocus();
    QTRY_VERIFY(view().hasFocus());
    QTest::keyClick(&view(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(run.size(), 1);
    QCOMPARE(run.at(0).at(0).toString(), "update_profile");
    QCOMPARE(run.at(0).at(1).toString(), "");
}

void TestFlowsPage::runsOfTheFlowAreOpened()
{
    openFlow("first_login");
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    m_house->commands.action("flows.runs")->trigger();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<Address>().text(), "batuta://runs?flow=first_login");
}

void TestFlowsPage::lettersActOnTheCanvasOnly()
{
    openFlow("update_profile");
    view().setZoom(2);
    part<QListView>()->setFocus();
    QTRY_VERIFY(part<QListView>()->hasFocus());
    QTest::keyClick(part<QListView>(), Qt::Key_0);
    QCOMPARE(view().zoom(), 2.0);
    view().setFocus();
    QTRY_VERIFY(view().hasFocus());
    QTest::keyClick(&view(), Qt::Key_0);
    QCOMPARE(view().zoom(), 1.0);
}

void TestFlowsPage::theInspectorCanBeHidden()
{
    const int before = view().width();
    view().setFocus();
    QTRY_VERIFY(view().hasFocus());
    QTest::keyClick(&view(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(view().width() > before);
    QVERIFY(!m_house->state->value("flows/inspector").toBool(true));
    QTest::keyClick(&view(), Qt::Key_I, Qt::ControlModifier);
    QTRY_COMPARE(view().width(), before);
}

void TestFlowsPage::zoomAndSelectionComeBack()
{
    openFlow("update_profile");
    view().select("webhook");
    view().setZoom(1.5);
    view().centerOn(500, 200);
    const Camera kept = view().camera();
    init(); // another page of the same workspace
    QTRY_COMPARE(view().flowName(), std::string("update_profile"));
    QTRY_COMPARE(view().selected(), std::string("webhook"));
    QCOMPARE(view().zoom(), 1.5);
    QVERIFY((view().camera().centre - kept.centre).manhattanLength() < 3);
}

void TestFlowsPage::aFlowThatIsNotThereIsSaid()
{
    m_page->open({"flows", "nobody", {}});
    QTRY_VERIFY(texts().contains("There is no flow named nobody in this workspace."));
    QVERIFY(!m_house->commands.action("flows.run")->isEnabled());
}

void TestFlowsPage::aProblemIsShownWithItsPlaceAndMend()
{
    auto *list = part<QListView>();
    const int last = list->model()->rowCount() - 1;
    list->setCurrentIndex(list->model()->index(last, 0));
    QTRY_VERIFY(texts().contains("flows/ml_orchestrator/broken.yaml:5:"));
    QVERIFY(texts().contains("nobody"));
    QCOMPARE(m_page->address().id, "");
    QVERIFY(!m_house->commands.action("flows.run")->isEnabled());
    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_VERIFY(view().isVisible());
}

void TestFlowsPage::withoutTheEngineNothingCanBeRun()
{
    EngineLink link;
    Context context{link, m_house->commands, m_house->preferences, *m_house->state};
    m_page.reset();
    m_page = std::make_unique<FlowsPage>(context);
    m_page->resize(1364, 824);
    m_page->show();
    link.detach({ErrorCode::EngineUnreachable, "engine", "it is not there", {}, {}});
    QTRY_VERIFY(texts().contains("The engine cannot be reached."));
    QAction *run = m_house->commands.action("flows.run");
    QVERIFY(!run->isEnabled());
    QCOMPARE(CommandRegistry::whyNot(run), "The engine is not running.");
    m_page.reset(); // before its link
}

void TestFlowsPage::picture_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1364, 824);
    QTest::newRow("dark") << true << QSize(1364, 824);
    QTest::newRow("small") << false << QSize(1044, 604);
    QTest::newRow("large_text") << true << QSize(1044, 604);
}

/// Nothing is clipped, and a picture can be looked at: BATUTA_PICTURES names a folder.
void TestFlowsPage::picture()
{
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    m_house->theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    m_house->theme.setTextScale(QString(QTest::currentDataTag()) == "large_text" ? 1.3 : 1);
    m_page->resize(size);
    openFlow("update_profile", "gap_analysis_user_vacancy");
    QTRY_COMPARE(view().selected(), std::string("gap_analysis_user_vacancy"));
    if (isDark)
        view().setStatuses({{"create_embeddings", views::Status::Success},
                            {"match_candidato", views::Status::Failed},
                            {"match_usuario_profissao", views::Status::Running},
                            {"match_analysis_user_vacancy", views::Status::Skipped},
                            {"gap_analysis_user_profession", views::Status::Waiting},
                            {"webhook", views::Status::Queued}});
    QVERIFY(part<Minimap>()->isVisible());
    QVERIFY(view().viewport()->rect().contains(middleOf("gap_analysis_user_vacancy")));
    const QPixmap picture = m_page->grab();
    QCOMPARE(picture.size(), size);
    if (const QString folder = qEnvironmentVariable("BATUTA_PICTURES"); !folder.isEmpty())
        picture.save(QString("%1/flows_%2.png").arg(folder, QTest::currentDataTag()));
    m_house->theme.setMode(ThemeMode::Light);
    m_house->theme.setTextScale(1);
}

QTEST_MAIN(TestFlowsPage)
#include "tst_flows_page.moc"
