// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The pane of the editor's tests, by its keys and buttons.
#include "tests/models/base/scripted_client.h"
#include "tests/support/console_house.h"
#include "views/pages/editor/testing/test_commands.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/testing/test_steps_model.h"
#include "views/widgets/code_view.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr const char *kFlow = R"(batuta: 1
name: little_test
labels: {system: ml_orchestrator}
input: {type: object, required: [user_id], properties: {user_id: {type: string}}}
steps:
  first: {set: {n: 1, sessionId: sessao-ana-1}}
  second:
    needs: [first]
    http: {method: POST, url: "${{ env.DEFAULT_CREATE_USER_EMBEDDINGS_URL }}", json: "${{ steps.first.output }}"}
  third: {needs: [second], set: {who: "${{ input.user_id }}"}}
)";

/// The pane of a flow in a window of its own, with its commands.
struct Desk
{
    Desk(EngineLink &engine, ViewState &state, const std::string &file)
        : document(file, kFlow)
        , bench(document, engine, state)
        , page(new QWidget(&window))
        , pane(new TestPane(bench, page))
    {
        addTestCommands(commands, page, [this] { return pane; });
        QObject::connect(pane, &TestPane::changed, &commands, &CommandRegistry::update);
        for (auto [outer, inner] : {std::pair<QWidget *, QWidget *>(&window, page), {page, pane}}) {
            auto *column = new QVBoxLayout(outer);
            column->setContentsMargins(0, 0, 0, 0);
            column->addWidget(inner);
        }
        window.resize(900, 420);
        window.show();
        isReady = QTest::qWaitForWindowActive(&window) &&
                  QTest::qWaitFor([this] { return document.flow().has_value(); }, 10000);
        bench.form().fill(json::Object{{"user_id", "u1"}});
        pane->setFocus();
        document.select({"second"});
    }

    void press(const char *keys)
    {
        const QKeyCombination combination = QKeySequence(QString::fromLatin1(keys))[0];
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window,
                        combination.key(), combination.keyboardModifiers());
    }
    QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *one : window.findChildren<QAbstractButton *>())
            if (one->isVisible() && one->text() == text)
                return one;
        return nullptr;
    }
    bool click(const QString &text) const
    {
        QAbstractButton *found = button(text);
        if (found == nullptr || !found->isEnabled())
            return false;
        found->click();
        return true;
    }
    /// Of the question that is open.
    bool answer(const QString &text) const
    {
        for (QAbstractButton *one : overlay()->findChildren<QAbstractButton *>())
            if (one->text() == text) {
                one->click();
                return true;
            }
        return false;
    }
    Overlay *overlay() const
    {
        for (Overlay *one : window.findChildren<Overlay *>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    bool ended()
    {
        return QTest::qWaitFor([&] { return bench.phase() == TestBench::Phase::Ended; }, 20000);
    }
    bool held()
    {
        return QTest::qWaitFor([&] { return !bench.held().empty(); }, 20000);
    }
    bool warnsOfFaults() const
    {
        for (const Notice *notice : pane->findChildren<Notice *>())
            if (notice->isVisible() && notice->findChildren<QAbstractButton *>().size() == 1)
                return true;
        return false;
    }
    QString cell(int row, int column) const
    {
        return pane->findChild<QTableView *>()->model()->index(row, column).data().toString();
    }

    CommandRegistry commands;
    FlowDocument document;
    TestBench bench;
    QWidget window; ///< goes before what its pane shows
    QWidget *page;  ///< the scope of the commands: their keys are not heard in an overlay
    TestPane *pane;
    bool isReady = false;
};

} // namespace

class TstTestPane : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_house = std::make_unique<tests::ConsoleHouse>();
        QVERIFY(m_house->start());
    }
    void cleanupTestCase() { m_house.reset(); }
    void init()
    {
        m_house->state->setValue("editor/tests/little_test", {});
        m_desk = std::make_unique<Desk>(
            m_house->link, *m_house->state,
            (m_house->folder() + "/flows/ml_orchestrator/little_test.yaml").toStdString());
        QVERIFY(m_desk->isReady);
    }
    void cleanup() { m_desk.reset(); }

    void aKeyRunsWhatIsOnTheScreen()
    {
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->ended());
        QCOMPARE(m_desk->cell(0, TestStepsModel::State), QString("success"));
        QCOMPARE(m_desk->cell(2, TestStepsModel::State), QString("success"));
        const auto *output = m_desk->pane->findChild<CodeView *>();
        QVERIFY(!output->toPlainText().isEmpty()); // of the step that is selected
        m_desk->document.select({"first"});
        QVERIFY(output->toPlainText().contains("sessao-ana-1"));
    }

    void theListSelects()
    {
        auto *table = m_desk->pane->findChild<QTableView *>();
        table->setFocus();
        QCOMPARE(table->currentIndex().row(), 1);
        m_desk->press("Down");
        QCOMPARE(m_desk->document.selection(), std::vector<std::string>{"third"});
        m_desk->press("Ctrl+Alt+Return");
        QVERIFY(m_desk->ended());
        QCOMPARE(m_desk->cell(2, TestStepsModel::State), QString("success"));
    }

    void anOutputIsPinnedAndUnpinned()
    {
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->ended());
        QVERIFY(m_desk->click("Pin this output"));
        QCOMPARE(m_desk->cell(1, TestStepsModel::Marks), QString("Pinned"));
        m_desk->press("Ctrl+Alt+Shift+P");
        auto *text = m_desk->overlay()->findChild<CodeView *>();
        text->setPlainText("{");
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->overlay()); // it says what is wrong, and stays
        text->setPlainText(R"({"mine": true})");
        m_desk->press("Ctrl+Return");
        QVERIFY(!m_desk->overlay());
        QVERIFY(m_desk->bench.setup().pins().at("second")["mine"].asBoolean());
        QVERIFY(m_desk->click("Unpin"));
        QVERIFY(m_desk->bench.setup().pins().empty());
    }

    void nobodyOverlooksAFault()
    {
        QVERIFY(!m_desk->warnsOfFaults());
        m_desk->press("Ctrl+Alt+F");
        QVERIFY(m_desk->overlay());
        m_desk->overlay()->findChild<QLineEdit *>()->setText("soon");
        QVERIFY(m_desk->click("Inject"));
        QVERIFY(m_desk->overlay());
        m_desk->overlay()->findChild<QLineEdit *>()->setText("10ms");
        QVERIFY(m_desk->click("Inject"));
        QVERIFY(!m_desk->overlay());
        QVERIFY(m_desk->warnsOfFaults());
        QCOMPARE(m_desk->cell(1, TestStepsModel::Marks), QString("Fault: 500 +10ms"));
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->ended());
        QCOMPARE(m_desk->cell(1, TestStepsModel::State), QString("failed"));
        QVERIFY(m_desk->click("Clear the faults"));
        QCOMPARE(m_desk->cell(1, TestStepsModel::Marks), QString("injected"));
        QVERIFY(m_desk->warnsOfFaults()); // of the test that is still shown
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->ended());
        QVERIFY(!m_desk->warnsOfFaults());
    }

    void aStepThatCallsNothingHasNoFault()
    {
        m_desk->document.select({"first"});
        QSignalSpy told(m_desk->pane, &TestPane::told);
        m_desk->press("Ctrl+Alt+F");
        QVERIFY(!m_desk->overlay());
        QCOMPARE(told.size(), 1);
    }

    void holdsStepsAndGoesOnByKeys()
    {
        m_desk->press("F9");
        QCOMPARE(m_desk->cell(1, TestStepsModel::Marks), QString("Breakpoint"));
        QVERIFY(!m_desk->button("Continue"));
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->held());
        QVERIFY(m_desk->button("Continue"));
        QCOMPARE(m_desk->cell(1, TestStepsModel::State), QString("held"));
        m_desk->press("F11");
        QVERIFY(QTest::qWaitFor([&] { return m_desk->bench.held() == std::vector<std::string>{"third"}; },
                                20000));
        m_desk->press("Shift+F11");
        auto *text = m_desk->overlay()->findChild<CodeView *>();
        QVERIFY(text->toPlainText().contains("u1"));
        text->setPlainText(R"({"user_id": 5})");
        QVERIFY(m_desk->click("Go on with this"));
        QVERIFY(m_desk->overlay());
        text->setPlainText(R"({"user_id": "u9"})");
        QVERIFY(m_desk->click("Go on with this"));
        QVERIFY(!m_desk->overlay());
        // It was stepping: third is the last, so nothing more holds.
        QVERIFY(m_desk->ended());
        QCOMPARE(m_desk->bench.step("third")->output, std::string(R"({"who":"u9"})"));
    }

    void aTestIsStopped()
    {
        m_desk->press("F9");
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->held());
        m_desk->press("Ctrl+Shift+F5");
        QVERIFY(m_desk->ended());
        QCOMPARE(m_desk->bench.record().status(), std::string("cancelled"));
    }

    void looksBackByKeysAndSlider()
    {
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->ended());
        QVERIFY(QTest::qWaitFor([&] { return m_desk->bench.moments() >= 8; }, 10000));
        auto *slider = m_desk->pane->findChild<QSlider *>();
        QCOMPARE(slider->value(), m_desk->bench.moments());
        m_desk->press("Ctrl+Alt+Left");
        QVERIFY(m_desk->bench.isLookingBack());
        slider->setValue(1);
        QCOMPARE(m_desk->cell(0, TestStepsModel::State), QString("pending"));
        m_desk->press("Ctrl+Alt+Right");
        QCOMPARE(m_desk->bench.moment(), 2);
        QVERIFY(m_desk->click("Back to now"));
        QCOMPARE(m_desk->cell(0, TestStepsModel::State), QString("success"));
    }

    void theInputIsAskedFor()
    {
        m_desk->bench.form().clearAll();
        m_desk->press("Ctrl+Return");
        QVERIFY(m_desk->overlay());
        QVERIFY(m_desk->answer("Run"));
        QVERIFY(m_desk->overlay()); // user_id is still missing
        m_desk->bench.form().setText("user_id", "u3");
        QVERIFY(m_desk->answer("Run"));
        QVERIFY(!m_desk->overlay());
        QVERIFY(m_desk->ended());
        QCOMPARE(m_desk->bench.step("third")->output, std::string(R"({"who":"u3"})"));
    }

    void inProductionADraftAsksFirst()
    {
        tests::ScriptedClient client;
        client.state.version = "1";
        client.state.environment = "production";
        EngineLink link;
        link.attach(client);
        QVERIFY(QTest::qWaitFor([&] { return link.isRunning(); }, 10000));
        {
            Desk desk(link, *m_house->state, "flows/ml_orchestrator/little_test.yaml");
            QVERIFY(desk.isReady);
            desk.press("Ctrl+Return");
            QVERIFY(desk.overlay());
            QCOMPARE(client.unanswered("start"), 0);
            desk.press("Return"); // the focus is on Cancel
            QVERIFY(!desk.overlay());
            desk.press("Ctrl+Return");
            auto *yes = desk.overlay()->findChild<QAbstractButton *>("runInProduction");
            yes->setFocus();
            desk.press("Return");
            desk.press("Ctrl+Return");
            QVERIFY(desk.overlay());
            QCOMPARE(client.unanswered("start"), 0);
            desk.press("Space");
            QVERIFY(!desk.overlay());
            QCOMPARE(client.unanswered("start"), 1);
        }
        link.detach({});
    }

private:
    std::unique_ptr<tests::ConsoleHouse> m_house;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TstTestPane)
#include "tst_test_pane.moc"
