// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A revision with a tag and no traffic is rehearsed on the page.
#include "engine/json/json.h"
#include "tests/pages/releases/page_house.h"
#include "views/pages/releases/rehearsal_dialog.h"
#include "views/pages/releases/rehearsal_table.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

class TestRehearsalDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void onlyATaggedRevisionWithoutTraffic();
    void saysWhatItCallsAndWantsAReason();
    void tellsWhatDiffers();
    void aRefusalStands();
    void looksAsDrawn_data();
    void looksAsDrawn();

private:
    /// The newest revision gets a tag, and has no traffic.
    static void tag(PageHouse &house)
    {
        client::ServiceBoard &board = house.engine.board;
        board.service.traffic =
            board.service.routed = {{board.revisions[1].name, 100, {}, {}},
                                    {board.revisions.front().name, 0, "next", "https://next---x"}};
    }
    static RehearsalDialog &open(PageHouse &house)
    {
        house.model().chooseRevision(house.engine.board.revisions.front().name);
        house.command("releases.rehearse").trigger();
        return *house.page->rehearsal();
    }
    /// As the engine has it: two calls that fail now, and one that says something else.
    static client::ExecutionRecord record(const std::string &status, bool isOver)
    {
        constexpr const char *kOutput =
            R"({"revision":"r","ended_by":"broken","gates":[{"gate":"rehearsal order","figure":"rehearsal",
"verdict":"broken","why":"no","rehearsal":{"verdict":"broken","why":"1 execution fails now that did not",
"counts":{"runs":3,"same":1,"different":1,"worse":1,"mended":0,"not_run":0},
"then":{"calls":3,"p50_ms":12.4,"p95_ms":40.0},"now":{"calls":3,"p50_ms":13.1,"p95_ms":1240.0},"runs":[
{"origin":"11111111-0000-4000-8000-000000000001","execution":"22222222-0000-4000-8000-000000000001",
"end":"same","status_then":"success","status_now":"success","steps":[{"step":"match_candidato","end":"same",
"status_then":"success","status_now":"success","code_then":200,"code_now":200,"ms_then":12.4,"ms_now":13.1,
"error":"","different":0,"differences":[]}]},
{"origin":"11111111-0000-4000-8000-000000000002","execution":"22222222-0000-4000-8000-000000000002",
"end":"different","status_then":"success","status_now":"success","steps":[{"step":"match_candidato",
"end":"different","status_then":"success","status_now":"success","code_then":200,"code_now":200,
"ms_then":11.0,"ms_now":14.0,"error":"","different":2,"differences":[{"path":"output.score","then":"0.91",
"now":"0.87"},{"path":"output.items[1]","then":"","now":"[7]"}]}]},
{"origin":"11111111-0000-4000-8000-000000000003","execution":"22222222-0000-4000-8000-000000000003",
"end":"worse","status_then":"success","status_now":"failed","steps":[{"step":"match_candidato","end":"worse",
"status_then":"success","status_now":"failed","code_then":200,"code_now":503,"ms_then":40.0,"ms_now":1240.0,
"error":"HTTP 503","different":0,"differences":[]}]}]}}]})";
        client::ExecutionRecord record;
        record.id = "33333333-0000-4000-8000-000000000000";
        record.flow = client::kRehearsalFlow;
        record.status = status;
        record.input = json::Object{{"service", "ml-orchestrator"}, {"flow", "order"}};
        client::StepRecord step;
        step.step = client::kRehearsalStep;
        step.status = isOver ? "failed" : "running";
        if (isOver)
            step.output = kOutput;
        else
            step.attemptsDetail = json::Array{json::Object{
                {"progress", json::Object{{"rehearsal", json::Object{{"done", 1}, {"of", 3}}}}}}};
        record.steps = {step};
        return record;
    }

    Theme m_theme;
};

void TestRehearsalDialog::onlyATaggedRevisionWithoutTraffic()
{
    PageHouse house;
    house.open();
    const std::string newest = house.engine.board.revisions.front().name;
    house.model().chooseRevision(newest);
    QVERIFY(!house.command("releases.rehearse").isEnabled());
    tag(house);
    house.model().refresh();
    QTRY_VERIFY(house.command("releases.rehearse").isEnabled());
    QCOMPARE(rehearsalTag(house.engine.board.service, newest), std::string("next"));
    for (auto *traffic : {&house.engine.board.service.traffic, &house.engine.board.service.routed})
        traffic->push_back({newest, 5, {}, {}});
    house.model().refresh();
    QTRY_VERIFY(!house.command("releases.rehearse").isEnabled());
}

void TestRehearsalDialog::saysWhatItCallsAndWantsAReason()
{
    PageHouse house;
    tag(house);
    house.open();
    RehearsalDialog &dialog = open(house);
    QVERIFY(dialog.flow().count() > 0);
    QVERIFY(!dialog.startButton().isEnabled());
    dialog.reason().setText("before the canary");
    QVERIFY2(dialog.startButton().isEnabled(), qPrintable(dialog.whyNot()));
    dialog.succeeded().setText("50");
    QVERIFY(!dialog.startButton().isEnabled()); // with those that failed it is too many
    dialog.succeeded().setText("5");
    dialog.ignore().setText(" id , items[*].at,");
    QTest::keyClick(&dialog.reason(), Qt::Key_Return);
    QVERIFY(house.engine.acts.empty());
    house.engine.rollout = record("running", false);
    dialog.startButton().click();
    QTRY_COMPARE(house.engine.acts.size(), std::size_t(1));
    const client::Act &act = house.engine.acts.front();
    QCOMPARE(act.verb, std::string("rehearse"));
    QCOMPARE(act.subject, std::string("production/ml-orchestrator"));
    QCOMPARE(act.why, std::string("before the canary"));
    const auto request = client::rehearsalFromAct(act);
    QVERIFY(request.has_value());
    QCOMPARE(request->flow, dialog.flow().currentText().toStdString());
    QCOMPARE(request->succeeded, 5);
    QCOMPARE(request->ignore, (std::vector<std::string>{"id", "items[*].at"}));
    QTRY_VERIFY(dialog.model().state() && dialog.model().state()->of == 3);
    QVERIFY(dialog.model().isRunning());
    QVERIFY(!dialog.flow().isEnabled());
}

void TestRehearsalDialog::tellsWhatDiffers()
{
    PageHouse house;
    tag(house);
    house.open();
    RehearsalDialog &dialog = open(house);
    dialog.reason().setText("before the canary");
    house.engine.rollout = record("failed", true);
    dialog.startButton().click();
    QTRY_COMPARE(dialog.table().model()->rowCount(), 3);
    QCOMPARE(dialog.verdict(), QString("Not as before. 1 fails now, 1 different, 1 same"));
    const auto cell = [&](int row, int column) {
        return dialog.table().model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, RehearsalRows::End), QString("fails now")); // the worst first
    QCOMPARE(cell(0, RehearsalRows::Outcome), QString("200 → 503"));
    QCOMPARE(cell(0, RehearsalRows::Latency), QString("40 ms → 1.2 s"));
    QCOMPARE(cell(0, RehearsalRows::Difference), QString("HTTP 503"));
    QCOMPARE(cell(1, RehearsalRows::Difference), QString("output.score: 0.91 → 0.87, and 1 more"));
    QCOMPARE(cell(2, RehearsalRows::End), QString("same"));
    dialog.table().selectRow(1);
    QTRY_COMPARE(dialog.differences().toPlainText(),
                 QString("output.score: 0.91 → 0.87\noutput.items[1]: – → [7]"));
    QSignalSpy opened(house.page.get(), &Page::openRequested);
    emit dialog.table().doubleClicked(dialog.table().currentIndex());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().value<Address>().text(),
             QString("batuta://compare?a=11111111-0000-4000-8000-000000000002"
                     "&b=22222222-0000-4000-8000-000000000002"));
}

void TestRehearsalDialog::aRefusalStands()
{
    PageHouse house;
    tag(house);
    house.open();
    RehearsalDialog &dialog = open(house);
    dialog.reason().setText("before the canary");
    house.engine.refusal = Error{ErrorCode::ActForbidden, "x", "it wants the role releases.route", {}, {}};
    dialog.startButton().click();
    QTRY_VERIFY(dialog.verdict().contains("releases.route"));
    QVERIFY(!dialog.model().isRunning());
    QVERIFY(dialog.startButton().isEnabled());
}

void TestRehearsalDialog::looksAsDrawn_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TestRehearsalDialog::looksAsDrawn()
{
    QFETCH(bool, isDark);
    m_theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    PageHouse house;
    tag(house);
    house.open();
    const QString name = isDark ? "dark" : "light";
    house.model().chooseRevision(house.engine.board.revisions.front().name);
    QCOMPARE(differenceOf(*house.page, "rehearsal-page-" + name), QString());
    RehearsalDialog &dialog = open(house);
    dialog.reason().setText("before the canary");
    house.engine.rollout = record("failed", true);
    dialog.startButton().click();
    QTRY_COMPARE(dialog.table().model()->rowCount(), 3);
    dialog.table().selectRow(1);
    QCOMPARE(differenceOf(dialog, "rehearsal-" + name), QString());
}

int main(int argc, char **argv)
{
    pinFonts();
    QApplication app(argc, argv);
    TestRehearsalDialog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_rehearsal_dialog.moc"
