// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What is on the screen runs on a real engine, against the functions of the sandbox.
#include "tests/support/console_house.h"
#include "views/pages/editor/testing/test_bench.h"

#include "engine/json/json.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr const char *kFlow = R"(batuta: 1
name: little_test
labels: {system: ml_orchestrator}
input: {type: object, required: [user_id], properties: {user_id: {type: string}, token: {type: string, writeOnly: true}}}
steps:
  first: {set: {n: 1, who: "${{ input.user_id }}", sessionId: sessao-ana-1}}
  second:
    needs: [first]
    retry: {attempts: 2, on: [5xx], backoff: {first: 1ms, max: 1ms}}
    http: {method: POST, url: "${{ env.DEFAULT_CREATE_USER_EMBEDDINGS_URL }}", json: "${{ steps.first.output }}"}
  third: {needs: [second], set: {n: "${{ steps.first.output.n }}"}}
)";

} // namespace

class TstTestBench : public QObject
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
        m_document = std::make_unique<FlowDocument>(
            (m_house->folder() + "/flows/ml_orchestrator/little_test.yaml").toStdString(), kFlow);
        QVERIFY(QTest::qWaitFor([&] { return m_document->flow().has_value(); }, 10000));
        m_house->state->setValue("editor/tests/little_test", {});
        m_bench = std::make_unique<TestBench>(*m_document, m_house->link, *m_house->state);
        m_bench->form().fill(json::Object{{"user_id", "u1"}, {"token", "tok-123456"}});
    }
    void cleanup()
    {
        if (m_bench->isRunning()) {
            m_bench->cancel();
            ended();
        }
        m_bench.reset();
        m_document.reset();
    }

    void whatIsOnTheScreenRuns()
    {
        QVERIFY(!m_house->link.flow("little_test"));
        m_bench->runWhole();
        QVERIFY(ended());
        QCOMPARE(statuses(), "first=success second=success third=success");
        QCOMPARE(m_bench->step("first")->output,
                 std::string(R"({"n":1,"who":"u1","sessionId":"sessao-ana-1"})"));
        QVERIFY(!m_bench->step("second")->output.empty());
        QVERIFY(m_bench->step("second")->duration > Duration{});
        QCOMPARE(m_bench->record().record().trigger, std::string("editor"));
        QVERIFY(!m_bench->isOutdated());
        m_document->replaceText("edit", replaced("n: 1", "n: 2"));
        QVERIFY(m_bench->isOutdated());
        m_bench->runWhole();
        QVERIFY(ended());
        QCOMPARE(m_bench->step("first")->output,
                 std::string(R"({"n":2,"who":"u1","sessionId":"sessao-ana-1"})"));
    }

    void aTextThatIsNoFlowIsRefused()
    {
        m_document->replaceText("edit", replaced("needs: [first]", "needs: [nobody]"));
        m_bench->runWhole();
        QVERIFY(QTest::qWaitFor([&] { return m_bench->phase() == TestBench::Phase::Idle; }, 10000));
        QVERIFY(m_bench->error().has_value());
        QCOMPARE(int(m_bench->error()->code), int(ErrorCode::FlowUnknownStep));
    }

    void anInputIsAskedForFirst()
    {
        m_bench->form().clearAll();
        QSignalSpy wanted(m_bench.get(), &TestBench::inputWanted);
        m_bench->runWhole();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_bench->phase(), TestBench::Phase::Idle);
    }

    void theInputOfTheLastTestIsThereAgain()
    {
        m_bench->runWhole();
        QVERIFY(ended());
        TestBench next(*m_document, m_house->link, *m_house->state);
        QCOMPARE(next.form().input()["user_id"].asString(), std::string("u1"));
        QVERIFY(next.form().input()["token"].isNull()); // secrets are never kept
    }

    void oneStepRunsWithWhatTheOthersGave()
    {
        m_bench->runWhole();
        QVERIFY(ended());
        m_document->replaceText("edit",
                                replaced("json: \"${{ steps.first.output }}\"",
                                         "json: {sessionId: \"${{ steps.first.output.sessionId }}\"}"));
        QVERIFY(QTest::qWaitFor([&] { return m_document->isFlowCurrent(); }, 10000));
        m_bench->runStep("second");
        QVERIFY(ended());
        QCOMPARE(statuses(), "first=success second=success");
        QVERIFY(m_bench->step("first")->isPinned);
        QVERIFY(!m_bench->step("second")->isPinned);
        m_bench->runStep("third"); // it needs what was given two tests ago
        QVERIFY(ended());
        QCOMPARE(statuses(), "first=success second=success third=success");
        QCOMPARE(m_bench->step("third")->output, std::string(R"({"n":1})"));
    }

    void runsUpToAStep()
    {
        m_bench->runUpTo("second");
        QVERIFY(ended());
        QCOMPARE(statuses(), "first=success second=success");
    }

    void aPinnedStepAnswersWithItsPin()
    {
        QVERIFY(m_bench->setup().pin("second", *json::parse(R"({"given": true})")));
        m_bench->runWhole();
        QVERIFY(ended());
        QVERIFY(m_bench->step("second")->isPinned);
        QCOMPARE(m_bench->step("second")->output, std::string(R"({"given":true})"));
        TestBench next(*m_document, m_house->link, *m_house->state); // kept for the next time
        QVERIFY(next.setup().pins().contains("second"));
        m_bench->setup().unpin("second");
        m_bench->runWhole();
        QVERIFY(ended());
        QVERIFY(!m_bench->step("second")->isPinned);
        m_bench->pinOutput("second");
        QVERIFY(m_bench->setup().pins().contains("second"));
    }

    void faultsAreSeenAsInjected()
    {
        QVERIFY(m_bench->setup().setFault("second", {"500", "", 1}));
        m_bench->runWhole();
        QVERIFY(ended());
        QCOMPARE(statuses(), "first=success second=success third=success"); // the second attempt succeeds
        QVERIFY(m_bench->hadFaults());
        QVERIFY(m_bench->step("second")->isInjected);
        QCOMPARE(m_bench->step("second")->attempts, 2);
        QVERIFY(!m_bench->step("third")->isInjected);
        QVERIFY(m_bench->setup().setFault("second", {"drop", "", 0}));
        m_bench->runWhole();
        QVERIFY(ended());
        QCOMPARE(m_bench->step("second")->status, std::string("failed"));
        QVERIFY(m_bench->step("second")->reason.starts_with("Injected"));
        m_bench->setup().clearFaults();
        m_bench->runWhole();
        QVERIFY(ended());
        QVERIFY(!m_bench->hadFaults());
    }

    void holdsAndGoesOn()
    {
        m_bench->setup().toggleBreakpoint("second");
        m_bench->runWhole();
        QVERIFY(heldAt("second"));
        QCOMPARE(m_bench->step("first")->status, std::string("success"));
        m_bench->stepOn();
        QVERIFY(heldAt("third"));
        m_bench->release({}, false);
        QVERIFY(ended());
        QCOMPARE(statuses(), "first=success second=success third=success");
    }

    void aBreakpointThatIsSetMeanwhileHolds()
    {
        m_bench->setup().toggleBreakpoint("first");
        m_bench->runWhole();
        QVERIFY(heldAt("first"));
        m_bench->setup().toggleBreakpoint("third");
        QVERIFY(m_bench->setup().setCondition("second", "input.user_id == 'somebody else'"));
        m_bench->release("first", false);
        QVERIFY(heldAt("third"));
        m_bench->cancel();
        QVERIFY(m_bench->isCancelling());
        QVERIFY(ended());
        QCOMPARE(m_bench->record().status(), std::string("cancelled"));
    }

    void aStepBeginsATest()
    {
        m_bench->stepOn();
        QVERIFY(heldAt("first"));
        m_bench->stepOn();
        QVERIFY(heldAt("second"));
    }

    void thePayloadIsEditedWhileHeld()
    {
        m_bench->setup().toggleBreakpoint("first");
        m_bench->runWhole();
        QVERIFY(heldAt("first"));
        QVERIFY(!m_bench->payload().contains("tok-123456"));
        QVERIFY(!m_bench->releaseWith("first", "{"));
        QVERIFY(!m_bench->releaseWith("first", "[]"));
        QVERIFY(!m_bench->releaseWith("first", R"({"user_id": 7})"));
        QVERIFY(m_bench->releaseWith("first", m_bench->payload().replace("u1", "u2")));
        QVERIFY(ended());
        QCOMPARE(m_bench->step("first")->output,
                 std::string(R"({"n":1,"who":"u2","sessionId":"sessao-ana-1"})"));
    }

    void looksBack()
    {
        m_bench->runWhole();
        QVERIFY(ended());
        QVERIFY(QTest::qWaitFor([&] { return m_bench->moments() >= 8; }, 10000));
        m_bench->setMoment(1);
        QVERIFY(m_bench->isLookingBack());
        QCOMPARE(statuses(), "first=pending second=pending third=pending");
        int at = 1;
        while (m_bench->step("first")->status != "success")
            m_bench->setMoment(++at);
        QCOMPARE(statuses(), "first=success second=pending third=pending");
        QVERIFY(!m_bench->step("first")->output.empty());
        QVERIFY(m_bench->step("second")->output.empty());
        m_bench->setMoment(m_bench->moments());
        QVERIFY(!m_bench->isLookingBack());
        QCOMPARE(statuses(), "first=success second=success third=success");
    }

    void pinsHaveBounds()
    {
        const json::Value large(std::string(TestSetup::kLargestPin, 'x'));
        QVERIFY(!m_bench->setup().pin("first", large));
        const json::Value fits(std::string(TestSetup::kLargestPin - 2, 'x'));
        for (const char *step : {"a", "b", "c", "d"})
            QVERIFY(m_bench->setup().pin(step, fits));
        QVERIFY(!m_bench->setup().pin("e", fits));
        QVERIFY(m_bench->setup().pin("a", fits)); // instead of itself
    }

    void faultsThatMakeNoSenseAreRefused()
    {
        QVERIFY(!m_bench->setup().setFault("second", {"", "", 0}));
        QVERIFY(!m_bench->setup().setFault("second", {"200", "", 0}));
        QVERIFY(!m_bench->setup().setFault("second", {"", "soon", 0}));
        QVERIFY(!m_bench->setup().setFault("second", {"", "2h", 0}));
        QVERIFY(m_bench->setup().faults().empty());
        QVERIFY(!m_bench->setup().setCondition("second", "input.x =="));
        QCOMPARE(faultAnswers("set").size(), std::size_t(0));
        QCOMPARE(faultMark({"500", "2s", 0}), QString("500 +2s"));
    }

private:
    bool ended()
    {
        return QTest::qWaitFor([&] { return m_bench->phase() == TestBench::Phase::Ended; }, 20000);
    }
    bool heldAt(const std::string &step)
    {
        return QTest::qWaitFor([&] { return m_bench->held() == std::vector<std::string>{step}; }, 20000);
    }
    QString statuses() const
    {
        QStringList all;
        for (const auto &[name, step] : m_bench->steps())
            all << QString::fromStdString(name + "=" + step.status);
        return all.join(' ');
    }
    static std::string replaced(const std::string &what, const std::string &with)
    {
        std::string text = kFlow;
        return text.replace(text.find(what), what.size(), with);
    }

    std::unique_ptr<tests::ConsoleHouse> m_house;
    std::unique_ptr<FlowDocument> m_document;
    std::unique_ptr<TestBench> m_bench;
};

QTEST_MAIN(TstTestBench)
#include "tst_test_bench.moc"
