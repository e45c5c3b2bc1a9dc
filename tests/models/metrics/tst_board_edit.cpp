// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "views/models/metrics/board_edit.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

const std::string kBoard = R"(# our board
title: {en: Flows, pt_BR: Fluxos}
panels:
  # how much
  - title: {en: Throughput, pt_BR: Vazão}
    kind: stacked # areas
    at: [1, 1, 1, 1]
    series:
      - {metric: batuta_executions_total, function: per_minute, by: [flow]}
  - title: Errors
    unit: share
    at: [2, 1, 1, 1]
    alert_above: 0.05
    series:
      - metric: batuta_executions_total
        where: {status: failed}
        function: share
        share: {metric: batuta_executions_total}
      - {metric: batuta_step_retries_total, function: increase}
)";

BoardDraft draftOf(std::string text)
{
    return {std::move(text), "ours", false};
}

} // namespace

/// Panels of a board that are changed, added and removed in its file.
class TestBoardEdit : public QObject
{
    Q_OBJECT

private slots:
    void aFormShowsWhatThePanelHas();
    void whatIsNotChangedStays();
    void onlyWhatIsChangedChanges();
    void theOtherLanguageStays();
    void questionsAreReplaced();
    void panelsComeAndGo();
    void nonsenseIsRefused();
    void theShippedBoardsCanBeEdited();
};

void TestBoardEdit::aFormShowsWhatThePanelHas()
{
    const PanelForm form = formOf(draftOf(kBoard), 1);
    QCOMPARE(form.title, std::string("Errors"));
    QVERIFY(form.kind == series::PanelKind::Lines && form.unit == series::Unit::Share);
    QCOMPARE(form.alert, std::string("0.05"));
    QCOMPARE(form.objective, std::string());
    QCOMPARE(form.series, std::string("- metric: batuta_executions_total\n"
                                      "  where: {status: failed}\n"
                                      "  function: share\n"
                                      "  share: {metric: batuta_executions_total}\n"
                                      "- {metric: batuta_step_retries_total, function: increase}"));
}

void TestBoardEdit::whatIsNotChangedStays()
{
    for (const std::size_t panel : {0, 1}) {
        const auto after = withPanel(draftOf(kBoard), panel, formOf(draftOf(kBoard), panel));
        QVERIFY(after);
        QCOMPARE(*after, kBoard);
    }
}

void TestBoardEdit::onlyWhatIsChangedChanges()
{
    PanelForm form = formOf(draftOf(kBoard), 1);
    form.title = "Failures: all";
    form.kind = series::PanelKind::Bars;
    form.alert.clear();
    form.objective = "0.01";
    const auto after = withPanel(draftOf(kBoard), 1, form);
    QVERIFY2(after, after ? "" : errorText(after.error()).c_str());
    const series::Panel panel = series::readBoard(*after, "ours").board.panels[1];
    QCOMPARE(panel.title.en, std::string("Failures: all"));
    QVERIFY(panel.kind == series::PanelKind::Bars && panel.unit == series::Unit::Share);
    QVERIFY(!panel.alert && panel.objective == 0.01);
    QCOMPARE(panel.series.size(), std::size_t(2));
    QVERIFY(after->starts_with(kBoard.substr(0, kBoard.find("  - title: Errors"))));
}

void TestBoardEdit::theOtherLanguageStays()
{
    BoardDraft draft = draftOf(kBoard);
    draft.isPortuguese = true;
    PanelForm form = formOf(draft, 0);
    QCOMPARE(form.title, std::string("Vazão"));
    form.title = "Volume";
    const auto after = withPanel(draft, 0, form);
    QVERIFY(after);
    const series::Panel panel = series::readBoard(*after, "ours").board.panels[0];
    QCOMPARE(panel.title.en, std::string("Throughput"));
    QCOMPARE(panel.title.ptBr, std::string("Volume"));
    QVERIFY(after->find("# areas") != std::string::npos);
}

void TestBoardEdit::questionsAreReplaced()
{
    PanelForm form = formOf(draftOf(kBoard), 0);
    form.series = "- {metric: batuta_executions_running, function: mean}\n"
                  "- metric: batuta_executions_queued\n  function: mean";
    const auto after = withPanel(draftOf(kBoard), 0, form);
    QVERIFY2(after, after ? "" : errorText(after.error()).c_str());
    const auto panels = series::readBoard(*after, "ours").board.panels;
    QCOMPARE(panels[0].series.size(), std::size_t(2));
    QCOMPARE(panels[0].series[1].question.of.metric, std::string("batuta_executions_queued"));
    QCOMPARE(panels[1].series.size(), std::size_t(2));
    QCOMPARE(formOf(draftOf(*after), 0).series, form.series);
}

void TestBoardEdit::panelsComeAndGo()
{
    PanelForm form;
    form.title = "Queue";
    form.unit = series::Unit::Seconds;
    form.series = "- {metric: batuta_executions_queued, function: mean}";
    const auto more = withNewPanel(draftOf(kBoard), form);
    QVERIFY2(more, more ? "" : errorText(more.error()).c_str());
    const series::Board board = series::readBoard(*more, "ours").board;
    QCOMPARE(board.panels.size(), std::size_t(3));
    QCOMPARE(board.panels[2].title.en, std::string("Queue"));
    QCOMPARE(board.panels[2].place.row, 1); // below the others
    QVERIFY(more->starts_with(kBoard));
    const auto less = withoutPanel(draftOf(*more), 0);
    QVERIFY2(less, less ? "" : errorText(less.error()).c_str());
    const series::Board rest = series::readBoard(*less, "ours").board;
    QCOMPARE(rest.panels.size(), std::size_t(2));
    QCOMPARE(rest.panels[0].title.en, std::string("Errors"));
    QCOMPARE(rest.panels[1].title.en, std::string("Queue"));
    const auto one = withoutPanel(draftOf(*less), 1);
    QVERIFY(one);
    const auto none = withoutPanel(draftOf(*one), 0);
    QVERIFY(!none && none.error().code == ErrorCode::ActRefused);
}

void TestBoardEdit::nonsenseIsRefused()
{
    const PanelForm good = formOf(draftOf(kBoard), 0);
    for (const char *text : {"", "nonsense", "- {metric: }", "- {metric: a, function: dance}", "- [", "[]"}) {
        PanelForm form = good;
        form.series = text;
        QVERIFY2(!withPanel(draftOf(kBoard), 0, form), text);
    }
    PanelForm form = good;
    form.alert = "much";
    const auto after = withPanel(draftOf(kBoard), 0, form);
    QVERIFY(!after && after.error().subject == "much");
}

void TestBoardEdit::theShippedBoardsCanBeEdited()
{
    for (const char *name : {"flows", "steps", "engine"}) {
        QFile file(QString(BATUTA_SOURCE_DIR "/resources/boards/%1.yaml").arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const BoardDraft draft = draftOf(file.readAll().toStdString());
        const std::size_t count = series::readBoard(draft.text, name).board.panels.size();
        QVERIFY(count > 1);
        for (std::size_t panel = 0; panel < count; ++panel) {
            PanelForm form = formOf(draft, panel);
            QCOMPARE(*withPanel(draft, panel, form), draft.text);
            form.title = "Another";
            form.objective = "3";
            QVERIFY(withPanel(draft, panel, form));
            QVERIFY(withoutPanel(draft, panel));
        }
    }
}

QTEST_APPLESS_MAIN(TestBoardEdit)
#include "tst_board_edit.moc"
