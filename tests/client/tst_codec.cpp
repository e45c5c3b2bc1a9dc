// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/codec.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

namespace {

WallTime at(int microseconds)
{
    return WallTime(std::chrono::seconds(1'795'000'000)) + Duration(microseconds);
}

/// As it comes out at the other end of a wire.
json::Value sent(const json::Value &value)
{
    return *json::parse(json::write(value));
}

client::ExecutionRecord wholeRecord()
{
    client::ExecutionRecord record;
    record.id = "0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10";
    record.flow = "update_profile";
    record.flowVersion = "9c1185a5c5e9";
    record.status = "failed";
    record.error = "HTTP 500";
    record.trigger = "cron";
    record.routeRule = "rule";
    record.environment = "staging";
    record.userId = "u";
    record.sessionId = "s";
    record.correlationId = "c";
    record.identifier = "i";
    record.parent = "p";
    record.origin = "o";
    record.startedAt = at(1);
    record.endedAt = at(1'234'567);
    record.duration = Duration(1'234'567);
    record.input = json::Object{{"n", 1}};
    record.output = json::Array{1, "two", nullptr};
    client::StepRecord step;
    step.step = "call";
    step.kind = "http";
    step.status = "failed";
    step.reason = "HTTP 500";
    step.statusCode = 500;
    step.attempts = 3;
    step.isFinally = true;
    step.isUndo = true;
    step.startedAt = at(1'001);
    step.endedAt = at(1'003);
    step.duration = Duration(1'001);
    step.attemptsDetail = json::Array{json::Object{{"attempt", 1}}};
    step.output = R"({"a":[1,2.5,"x"]})";
    record.steps.push_back(step);
    return record;
}

} // namespace

/// What crosses the border of processes is the same on the other side, to the microsecond.
class TstCodec : public QObject
{
    Q_OBJECT

private slots:
    void anExecution();
    void aPageOfThem();
    void marksOfAPage();
    void anEvent();
    void aCommand();
    void whatACommandMayNotSay_data();
    void whatACommandMayNotSay();
    void whatWasStarted();
    void aFlowWithItsDefinition();
    void aFlowThatThisProgramCannotRead();
    void aPreview();
    void theEngine();
    void aLineOfTheLog();
    void everyErrorKeepsItsCode();
    void secretsThatTheHistorySealedStayThere();
    void whatIsSomethingElseIsRefused();
};

void TstCodec::anExecution()
{
    const auto record = client::executionFromJson(sent(client::toJson(wholeRecord())));
    BATUTA_VERIFY_OK(record);
    QVERIFY2(*record == wholeRecord(), json::write(client::toJson(*record)).c_str());
}

void TstCodec::aPageOfThem()
{
    client::ExecutionPage page;
    page.items.push_back(wholeRecord());
    page.next = "cursor";
    page.isPartial = true;
    const auto with = client::pageFromJson(sent(client::toJson(page, true)));
    BATUTA_VERIFY_OK(with);
    QCOMPARE(with->next, page.next);
    QVERIFY(with->isPartial);
    QCOMPARE(with->items.size(), std::size_t(1));
    const client::ExecutionRecord &row = with->items[0];
    QCOMPARE(shown(row.id), shown(wholeRecord().id));
    QVERIFY(row.startedAt == wholeRecord().startedAt && row.duration == wholeRecord().duration);
    QVERIFY(row.input.isNull());
    QCOMPARE(row.steps.size(), std::size_t(1));
    QCOMPARE(shown(row.steps[0].step), QString("call"));
    QCOMPARE(row.steps[0].attempts, 3);
    QVERIFY(row.steps[0].startedAt == at(1'001));
    const auto without = client::pageFromJson(sent(client::toJson(page, false)));
    BATUTA_VERIFY_OK(without);
    QVERIFY(without->items[0].steps.empty());
}

void TstCodec::marksOfAPage()
{
    client::ExecutionPage page;
    page.total = 401;
    page.marks = {"a", "b", "c"};
    const auto read = client::pageFromJson(sent(client::toJson(page, false)));
    BATUTA_VERIFY_OK(read);
    QCOMPARE(read->total, std::int64_t(401));
    QCOMPARE(read->marks, page.marks);
}

void TstCodec::anEvent()
{
    const client::EventRecord event{7, "id", at(9), "step_ended", "a", json::Object{{"status", "success"}}};
    const auto read = client::eventFromJson(sent(client::toJson(event)));
    BATUTA_VERIFY_OK(read);
    QVERIFY(*read == event);
}

void TstCodec::aCommand()
{
    client::StartExecution command;
    command.flow = FlowName("update_profile");
    command.system = "ml_orchestrator";
    command.input = json::Object{{"user_id", "u"}};
    command.correlationId = "c";
    command.traceparent = "t";
    command.maxParallel = 3;
    const auto read = client::startFromJson(sent(client::toJson(command)));
    BATUTA_VERIFY_OK(read);
    QVERIFY(read->flow == command.flow && read->input == command.input);
    QCOMPARE(shown(read->system), shown(command.system));
    QCOMPARE(shown(read->trigger), QString("manual"));
    QCOMPARE(shown(read->correlationId), QString("c"));
    QCOMPARE(shown(read->traceparent), QString("t"));
    QCOMPARE(read->maxParallel, std::optional<int>(3));
    const auto least = client::startFromJson(json::Object{{"flow", "f"}});
    BATUTA_VERIFY_OK(least);
    QVERIFY(least->input == json::Value(json::Object{}) && !least->maxParallel);
}

void TstCodec::whatACommandMayNotSay_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a list") << "[]";
    QTest::newRow("a text") << R"("update_profile")";
    QTest::newRow("no parallel") << R"({"max_parallel": 0})";
    QTest::newRow("too parallel") << R"({"max_parallel": 1001})";
    QTest::newRow("half parallel") << R"({"max_parallel": 1.5})";
    QTest::newRow("parallel in words") << R"({"max_parallel": "two"})";
}

void TstCodec::whatACommandMayNotSay()
{
    QFETCH(QString, text);
    BATUTA_VERIFY_ERROR(client::startFromJson(*json::parse(text.toStdString())), ErrorCode::JsonSyntax);
}

void TstCodec::whatWasStarted()
{
    const client::Started started{
        ExecutionId("id"), FlowName("f"), {"system", "rule", {"flag"}, {{"step", "why"}}}, true};
    const auto read = client::startedFromJson(sent(client::toJson(started)));
    BATUTA_VERIFY_OK(read);
    QVERIFY(read->id == started.id && read->flow == started.flow && read->isRepeat);
    QCOMPARE(shown(read->routing.rule), QString("rule"));
    QCOMPARE(read->routing.ignoredFlags, started.routing.ignoredFlags);
    QCOMPARE(shown(read->routing.dropped.at(0).reason), QString("why"));
}

void TstCodec::aFlowWithItsDefinition()
{
    client::FlowSummary flow;
    flow.definition =
        flow::readFlow("batuta: 1\nname: small\nsteps:\n  a: {set: {x: 1}}\n", "flows/t/small.yaml").flow;
    QVERIFY(flow.definition);
    flow.name = FlowName("small");
    flow.title = {"Small", "Pequeno"};
    flow.file = "flows/t/small.yaml";
    flow.version = flow.definition->version;
    flow.input = json::Object{{"type", "object"}};
    client::StepPreview step;
    step.step = "a";
    step.kind = "set";
    step.title = {"A", "Um"};
    step.needs = {"b"};
    step.level = 2;
    step.isFinally = true;
    flow.steps = {step};
    const auto read = client::flowFromJson(sent(client::withText(flow)));
    BATUTA_VERIFY_OK(read);
    QVERIFY(read->definition);
    QCOMPARE(shown(read->definition->version), shown(flow.version)); // the same text, to the byte
    QCOMPARE(shown(read->definition->file), shown(flow.file));
    QCOMPARE(shown(read->title.ptBr), QString("Pequeno"));
    QVERIFY(read->input == flow.input);
    QCOMPARE(read->steps.size(), std::size_t(1));
    QCOMPARE(read->steps[0].needs, step.needs);
    QVERIFY(read->steps[0].level == 2 && read->steps[0].isFinally);
    QVERIFY(!client::flowFromJson(sent(client::toJson(flow)))->definition);
}

void TstCodec::aFlowThatThisProgramCannotRead()
{
    const auto read =
        client::flowFromJson(json::Object{{"name", "newer"}, {"text", "batuta: 2\nname: newer\n"}});
    BATUTA_VERIFY_OK(read);
    QVERIFY(!read->definition);
}

void TstCodec::aPreview()
{
    client::FlowPreview preview;
    preview.flow = FlowName("f");
    preview.routing.rule = "rule";
    client::StepPreview step;
    step.step = "a";
    step.verdict = "skips";
    step.reason = "because";
    preview.steps = {step};
    const auto read = client::previewFromJson(sent(client::toJson(preview)));
    BATUTA_VERIFY_OK(read);
    QCOMPARE(shown(read->steps.at(0).verdict), QString("skips"));
    QCOMPARE(shown(read->steps.at(0).reason), QString("because"));
    QCOMPARE(shown(read->routing.rule), QString("rule"));
}

void TstCodec::theEngine()
{
    client::EngineInfo info;
    info.version = "1.2.3";
    info.workspace = "/w";
    info.environment = "production";
    info.environmentFingerprint = "5f1d";
    info.flows = 6;
    info.running = 2;
    info.problems = {{ErrorCode::FlowCycle, "a", "a → b → a", {"flows/x.yaml", 3, 5}, "break it"}};
    const auto read = client::infoFromJson(sent(client::toJson(info)));
    BATUTA_VERIFY_OK(read);
    QCOMPARE(shown(read->environment), QString("production"));
    QVERIFY(read->flows == 6 && read->running == 2 && read->problems.size() == 1);
    QVERIFY(read->problems[0].code == ErrorCode::FlowCycle);
    QVERIFY(read->problems[0].place == info.problems[0].place);
    QCOMPARE(shown(read->problems[0].mend), QString("break it"));
}

void TstCodec::aLineOfTheLog()
{
    const client::LogLineRecord line{at(5), "INFO", "engine", "step_started", "words", R"({"a":1})"};
    const client::LogLineRecord read = client::logLineFromJson(sent(client::toJson(line)));
    QVERIFY(read.at == line.at);
    QCOMPARE(shown(read.level + read.logger + read.event + read.message + read.json),
             shown(line.level + line.logger + line.event + line.message + line.json));
}

void TstCodec::everyErrorKeepsItsCode()
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::StoreVersion); ++code) {
        const Error error{static_cast<ErrorCode>(code), "s", "d", {}, "m"};
        const Error read = client::errorFromJson(sent(json::Object{{"error", client::toJson(error)}}));
        QVERIFY2(read.code == error.code, std::string(codeName(error.code)).c_str());
        QCOMPARE(shown(read.subject + read.detail + read.mend), QString("sdm"));
    }
}

void TstCodec::secretsThatTheHistorySealedStayThere()
{
    client::ExecutionRecord record = wholeRecord();
    record.sealed = "do-not-send";
    QVERIFY(json::write(client::toJson(record)).find("do-not-send") == std::string::npos);
}

void TstCodec::whatIsSomethingElseIsRefused()
{
    const json::Value other(json::Object{{"hello", "world"}});
    BATUTA_VERIFY_ERROR(client::executionFromJson(other), ErrorCode::JsonSyntax);
    BATUTA_VERIFY_ERROR(client::pageFromJson(other), ErrorCode::JsonSyntax);
    BATUTA_VERIFY_ERROR(client::flowFromJson(other), ErrorCode::JsonSyntax);
    BATUTA_VERIFY_ERROR(client::previewFromJson(other), ErrorCode::JsonSyntax);
    BATUTA_VERIFY_ERROR(client::infoFromJson(other), ErrorCode::JsonSyntax);
    BATUTA_VERIFY_ERROR(client::startedFromJson(other), ErrorCode::JsonSyntax);
    BATUTA_VERIFY_ERROR(client::eventFromJson(other), ErrorCode::JsonSyntax);
}

QTEST_APPLESS_MAIN(TstCodec)
#include "tst_codec.moc"
