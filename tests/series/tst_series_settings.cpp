// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/board.h"
#include "engine/series/codec.h"
#include "engine/series/settings.h"
#include "tests/support/verify.h"

#include <cmath>
#include <limits>

using namespace batuta;
using namespace batuta::series;
using namespace std::chrono_literals;
using batuta::test::shown;

/// metrics.yaml, boards, and how questions are spelt in JSON.
class TstSeriesSettings : public QObject
{
    Q_OBJECT

private slots:
    void readsSourcesChannelsAndAlerts();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void theOwnBoardsAreWithoutErrors();
    void aBoardOfTheWorkspaceComesFirst();
    void savesOnlyGoodBoards();
    void boardsMayBeJson();
    void tellsWhatIsWrongInABoard_data();
    void tellsWhatIsWrongInABoard();
    void questionsAndAnswersComeBack();
};

void TstSeriesSettings::readsSourcesChannelsAndAlerts()
{
    const Settings settings = readSettings(R"yaml(
sources:
  - {name: production, prometheus: "https://prometheus.example:9090/", token: PROM_TOKEN}
channels:
  - {name: on_call, slack: SLACK_URL}
  - {name: ops, webhook: OPS_URL, secret: OPS_SECRET}
alerts:
  - name: slow
    metric: batuta_execution_duration_seconds
    function: p99.5
    where: {flow: update_profile}
    window: 10m
    above: 22
    at_least: 20
    for: 2m
    severity: critical
    to: [desktop, on_call]
  - {name: any, failures: all, to: [ops]}
  - {name: queue, source: production, expression: "sum(up)", below: 1}
)yaml",
                                           "metrics.yaml");
    QVERIFY2(settings.problems.empty(),
             settings.problems.empty() ? "" : errorText(settings.problems[0]).c_str());
    QCOMPARE(shown(settings.sources[0].url), QString("https://prometheus.example:9090"));
    QCOMPARE(settings.channels[1].kind, AlertChannel::Kind::Webhook);
    const AlertRule &slow = settings.rules[0];
    QCOMPARE(slow.question.function, Function::Percentile);
    QVERIFY(std::abs(slow.question.quantile - 0.995) < 1e-12);
    QCOMPARE(slow.window, Duration(10min));
    QCOMPARE(slow.patience, Duration(2min));
    QCOMPARE(slow.limit, 22.0);
    QCOMPARE(slow.to.size(), std::size_t{2});
    QCOMPARE(settings.rules[1].question.of.where[0].second, std::string("critical_error|failed"));
    QVERIFY(settings.rules[2].isBelow);
}

void TstSeriesSettings::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("no YAML") << "alerts: ["
                             << "yaml.syntax";
    QTest::newRow("unknown key") << "alert: []"
                                 << "flow.unknown_key";
    QTest::newRow("no metric") << "alerts: [{name: a, above: 1}]"
                               << "flow.missing_key";
    QTest::newRow("two limits") << "alerts: [{name: a, metric: m, above: 1, below: 0}]"
                                << "flow.kind_count";
    QTest::newRow("no limit") << "alerts: [{name: a, metric: m}]"
                              << "flow.kind_count";
    QTest::newRow("twice") << "alerts: [{name: a, metric: m, above: 1}, {name: a, metric: m, above: 1}]"
                           << "flow.bad_value";
    QTest::newRow("no such channel") << "alerts: [{name: a, metric: m, above: 1, to: [nobody]}]"
                                     << "flow.bad_value";
    QTest::newRow("an address in the file") << "channels: [{name: a, slack: \"https://hooks.example/x\"}]"
                                            << "flow.bad_value";
    QTest::newRow("no function") << "alerts: [{name: a, metric: m, function: sum, above: 1}]"
                                 << "flow.bad_value";
    QTest::newRow("percentile of more than all") << "alerts: [{name: a, metric: m, function: p101, above: 1}]"
                                                 << "flow.bad_value";
    QTest::newRow("a share of nothing") << "alerts: [{name: a, metric: m, function: share, above: 1}]"
                                        << "flow.contradiction";
    QTest::newRow("no url") << "sources: [{name: a, prometheus: here}]"
                            << "net.url";
    QTest::newRow("a window too short") << "alerts: [{name: a, metric: m, above: 1, window: 1s}]"
                                        << "flow.bad_value";
}

void TstSeriesSettings::tellsWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const Settings settings = readSettings(text.toStdString(), "metrics.yaml");
    QVERIFY(!settings.problems.empty());
    QCOMPARE(shown(codeName(settings.problems[0].code)), code);
    QVERIFY(settings.problems[0].place.line > 0);
}

void TstSeriesSettings::theOwnBoardsAreWithoutErrors()
{
    const QTemporaryDir folder;
    const auto boards = loadBoards(folder.path().toStdString());
    QCOMPARE(boards.size(), std::size_t{4});
    for (const BoardText &board : boards) {
        const BoardReading reading = readBoard(board.text, board.name);
        QVERIFY2(reading.errors.empty(), reading.errors.empty() ? "" : errorText(reading.errors[0]).c_str());
        QVERIFY(reading.board.panels.size() >= 6);
        for (const Panel &panel : reading.board.panels)
            QVERIFY2(!panel.title.ptBr.empty(), panel.title.en.c_str());
    }
}

void TstSeriesSettings::aBoardOfTheWorkspaceComesFirst()
{
    const QTemporaryDir folder;
    const std::string workspace = folder.path().toStdString();
    const std::string text =
        "title: Mine\npanels:\n  - {title: A, at: [1, 1, 1, 1], series: [{metric: m}]}\n";
    BATUTA_VERIFY_OK(saveBoard(workspace, "flows", text));
    BATUTA_VERIFY_OK(saveBoard(workspace, "mine", text));
    const auto boards = loadBoards(workspace);
    QStringList names;
    for (const BoardText &board : boards)
        names << QString::fromStdString(board.name) + (board.file.empty() ? "" : "*");
    QCOMPARE(names.join(' '), QString("steps engine cloud flows* mine*"));
}

void TstSeriesSettings::savesOnlyGoodBoards()
{
    const QTemporaryDir folder;
    const std::string workspace = folder.path().toStdString();
    QVERIFY(!saveBoard(workspace, "a", "title: [").has_value());
    BATUTA_VERIFY_ERROR(saveBoard(workspace, "../a", "title: A\npanels: []\n"), ErrorCode::InputInvalid);
    BATUTA_VERIFY_ERROR(saveBoard(workspace, "a", std::string(2u << 20, ' ')), ErrorCode::FileTooLarge);
    QVERIFY(!QFile::exists(folder.filePath("boards/a.yaml")));
}

void TstSeriesSettings::boardsMayBeJson()
{
    const BoardReading reading = readBoard(
        R"({"title": "A", "panels": [{"title": "B", "kind": "bars", "at": [2, 3, 2, 1], "objective": 4.5,
            "series": [{"metric": "m", "function": "p95", "by": ["flow"], "earlier": "24h"}]}]})",
        "a.json");
    QVERIFY(reading.errors.empty());
    const Panel &panel = reading.board.panels.at(0);
    QCOMPARE(panel.kind, PanelKind::Bars);
    QVERIFY((panel.place == PanelPlace{1, 2, 2, 1}));
    QCOMPARE(panel.series[0].shift, Duration(24h));
    QCOMPARE(*panel.objective, 4.5);
}

void TstSeriesSettings::tellsWhatIsWrongInABoard_data()
{
    QTest::addColumn<QString>("panel");
    QTest::newRow("no place") << "{title: A, series: [{metric: m}]}";
    QTest::newRow("three numbers") << "{title: A, at: [1, 1, 1], series: [{metric: m}]}";
    QTest::newRow("beyond the grid") << "{title: A, at: [3, 1, 2, 1], series: [{metric: m}]}";
    QTest::newRow("no kind") << "{title: A, kind: pie, at: [1, 1, 1, 1], series: [{metric: m}]}";
    QTest::newRow("no unit") << "{title: A, unit: furlongs, at: [1, 1, 1, 1], series: [{metric: m}]}";
    QTest::newRow("a text for series") << "{title: A, at: [1, 1, 1, 1], series: m}";
    QTest::newRow("unknown key") << "{title: A, at: [1, 1, 1, 1], series: [{metric: m}], colour: red}";
}

void TstSeriesSettings::tellsWhatIsWrongInABoard()
{
    QFETCH(QString, panel);
    const BoardReading reading = readBoard(("title: A\npanels:\n  - " + panel + "\n").toStdString(), "a");
    QVERIFY(!reading.errors.empty());
    QVERIFY(reading.errors[0].place.line > 0);
}

void TstSeriesSettings::questionsAndAnswersComeBack()
{
    Question question;
    question.of = {"m", {{"flow", "a"}}};
    question.function = Function::Share;
    question.share = Selection{"n", {}};
    question.by = {"flow", "status"};
    question.from = WallTime(1'789'999'200s);
    question.to = question.from + 1h;
    question.step = 90s;
    question.most = 7;
    const Result<Question> again = questionFromJson(toJson(question));
    BATUTA_VERIFY_OK(again);
    QVERIFY(*again == question);
    const double none = std::numeric_limits<double>::quiet_NaN();
    const Answer answer{question.from, 90s, 10s, {{{{"flow", "a"}}, true, {1.5, none}, {3, none}}}, 2, 3};
    const Result<Answer> back = answerFromJson(toJson(answer));
    BATUTA_VERIFY_OK(back);
    QCOMPARE(back->step, answer.step);
    QCOMPARE(back->lines[0].values[0], 1.5);
    QVERIFY(std::isnan(back->lines[0].values[1]));
    QVERIFY(back->lines[0].isOther);
    QCOMPARE(back->left, std::size_t{2});
    BATUTA_VERIFY_ERROR(questionFromJson(json::Object{{"from", "x"}}), ErrorCode::InputInvalid);
    BATUTA_VERIFY_ERROR(answerFromJson(json::Object{}), ErrorCode::NetProtocol);
}

QTEST_APPLESS_MAIN(TstSeriesSettings)
#include "tst_series_settings.moc"
