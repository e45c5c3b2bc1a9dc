// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Flows that start by themselves, in a real engine: schedules, backfills and messages.
#include "engine/json/json.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using batuta::test::shown;

namespace {

constexpr const char *kHourly = R"(
triggers:
  - schedule: {cron: 0 * * * *, input: {at: "${{ trigger.time }}"}}
steps:
  call: {http: {method: POST, url: "${{ env.CALL }}", json: {at: "${{ input.at }}"}}}
output: {at: "${{ input.at }}", time: "${{ trigger.time }}", kind: "${{ trigger.kind }}"}
)";

host::EngineOptions serving()
{
    host::EngineOptions options;
    options.resumes = true;
    return options;
}

void build(tests::House &house)
{
    house.function("CALL", "/call");
    house.flow("hourly", kHourly);
}

Result<json::Value> act(tests::House &house, const std::string &verb, const std::string &subject,
                        json::Value data = {})
{
    std::optional<Result<json::Value>> done;
    house.engine->act({verb, subject, {}, std::move(data), "a test", {"ana", {"*"}}},
                      [&](Result<json::Value> result) { done = std::move(result); });
    if (!house.until([&] { return done.has_value(); }))
        return Error{ErrorCode::Internal, verb, "no reply", {}, {}};
    return *done;
}

std::vector<client::ExecutionRecord> executions(tests::House &house)
{
    std::optional<client::ExecutionPage> page;
    house.engine->executions({}, [&](const Result<client::ExecutionPage> &found) {
        page = found.value_or(client::ExecutionPage());
    });
    house.until([&] { return page.has_value(); });
    return page->items;
}

std::vector<store::AuditEntry> audit(tests::House &house)
{
    std::optional<store::AuditPage> page;
    house.engine->audit(
        {0, 50}, [&](const Result<store::AuditPage> &found) { page = found.value_or(store::AuditPage()); });
    house.until([&] { return page.has_value(); });
    return page->items;
}

json::Value stretch(const char *since, const char *until, bool all = false)
{
    return json::Object{{"since", since}, {"until", until}, {"all", all}};
}

/// `started/there/refused` of a backfill.
QString counts(const Result<json::Value> &report)
{
    if (!report)
        return QString::fromStdString(errorText(report.error()));
    return QString("%1/%2/%3")
        .arg((*report)["started"].asArray().size())
        .arg((*report)["there"].asArray().size())
        .arg((*report)["refused"].asArray().size());
}

} // namespace

class TstTriggers : public QObject
{
    Q_OBJECT
private slots:
    void aScheduleStartsAnExecution()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.clock.set("2026-11-21T01:30:00Z");
        house.open(serving());
        QVERIFY(tests::eventually(house, [&] { return executions(house).empty(); }));
        house.clock.set("2026-11-21T02:00:00Z");
        house.engine->triggers().look();
        QVERIFY(house.until([&] { return house.functions.calls("/call") == 1; }));
        QVERIFY(tests::eventually(house, [&] { return executions(house).front().status == "success"; }));
        const auto record = house.end(ExecutionId(executions(house).front().id));
        BATUTA_VERIFY_OK(record);
        QCOMPARE(shown(record->trigger), "schedule");
        QCOMPARE(shown(record->output["time"].asString()), "2026-11-21T02:00:00.000000Z");
        QCOMPARE(shown(record->output["at"].asString()), "2026-11-21T02:00:00.000000Z");
        QCOMPARE(shown(record->output["kind"].asString()), "schedule");
        const json::Value schedule = house.engine->triggers().schedules().at(0);
        QCOMPARE(shown(schedule["last"]["execution_id"].asString()), shown(record->id));
        QCOMPARE(shown(schedule["next"].at(0).asString()), "2026-11-21T03:00:00.000000Z");
        house.engine->triggers().look();
        QCOMPARE(executions(house).size(), 1u);
    }

    void aRestartNeitherLosesNorRepeatsIt()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.hold("/call");
        house.clock.set("2026-11-21T01:30:00Z");
        house.open(serving());
        QVERIFY(executions(house).empty());
        house.clock.set("2026-11-21T02:00:00Z");
        house.engine->triggers().look();
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        const std::string id = executions(house).front().id;
        house.close();
        house.functions.answer("/call", 200);
        house.clock.set("2026-11-21T02:00:30Z");
        house.open(serving());
        const auto record = house.end(ExecutionId(id));
        BATUTA_VERIFY_OK(record);
        QCOMPARE(tests::statusesOf(record), "call=success");
        QCOMPARE(shown(record->output["time"].asString()), "2026-11-21T02:00:00.000000Z");
        house.engine->triggers().look();
        QCOMPARE(executions(house).size(), 1u);
    }

    void aRerunSeesWhatStartedTheFirst()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.functions.answer("/call", 500);
        house.clock.set("2026-11-21T12:30:00Z");
        house.open(serving());
        const auto report =
            act(house, "backfill", "hourly", stretch("2026-11-21T08:00:00Z", "2026-11-21T08:01:00Z"));
        QCOMPARE(counts(report), "1/0/0");
        const std::string id = (*report)["started"].at(0)["execution_id"].asString();
        QCOMPARE(tests::statusesOf(house.end(ExecutionId(id))), "call=failed");
        house.functions.answer("/call", 200);
        const auto again = act(house, "rerun", id);
        BATUTA_VERIFY_OK(again);
        const auto record = house.end(ExecutionId((*again)["execution_id"].asString()));
        BATUTA_VERIFY_OK(record);
        QCOMPARE(shown(record->trigger), "rerun");
        QCOMPARE(shown(record->output["time"].asString()), "2026-11-21T08:00:00.000000Z");
        QCOMPARE(shown(record->output["kind"].asString()), "backfill");
    }

    void aStoppingEngineStartsNothing()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.clock.set("2026-11-21T01:30:00Z");
        house.open(serving());
        QVERIFY(executions(house).empty());
        bool isDrained = false;
        house.engine->drain(std::chrono::seconds(1), [&] { isDrained = true; });
        house.clock.set("2026-11-21T02:00:00Z");
        house.engine->triggers().look();
        QVERIFY(house.until([&] { return isDrained; }));
        QVERIFY(executions(house).empty());
    }

    void pausingIsAnAct()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.flow("plain", "\nsteps:\n  a: {set: {x: 1}}\n");
        house.clock.set("2026-11-21T01:30:00Z");
        house.open(serving());
        BATUTA_VERIFY_OK(act(house, "pause_schedule", "hourly"));
        BATUTA_VERIFY_ERROR(act(house, "pause_schedule", "hourly"), ErrorCode::ActRefused);
        BATUTA_VERIFY_ERROR(act(house, "pause_schedule", "plain"), ErrorCode::ScheduleUnknown);
        BATUTA_VERIFY_ERROR(act(house, "pause_schedule", "nobody"), ErrorCode::FlowUnknown);
        QVERIFY(house.engine->triggers().schedules().at(0)["paused"].asBoolean());
        house.close();
        house.clock.set("2026-11-21T02:00:10Z");
        house.open(serving());
        QVERIFY(
            house.until([&] { return house.engine->triggers().schedules().at(0)["paused"].asBoolean(); }));
        BATUTA_VERIFY_OK(act(house, "resume_schedule", "hourly"));
        BATUTA_VERIFY_ERROR(act(house, "resume_schedule", "hourly"), ErrorCode::ActRefused);
        QVERIFY(executions(house).empty());
        const auto entries = audit(house);
        QCOMPARE(entries.size(), 2u); // the refused ones changed nothing
        QCOMPARE(shown(entries[0].verb), "resume_schedule");
        QCOMPARE(shown(entries[1].verb), "pause_schedule");
        QCOMPARE(shown(entries[1].subject), "hourly");
        QCOMPARE(shown(entries[1].who), "ana");
    }

    void aBackfillRunsWhatIsMissing()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.clock.set("2026-11-21T12:30:00Z");
        house.open(serving());
        const json::Value three = stretch("2026-11-21T08:00:00Z", "2026-11-21T11:00:00Z");
        const auto first = act(house, "backfill", "hourly", three);
        QCOMPARE(counts(first), "3/0/0");
        QCOMPARE(shown((*first)["started"].at(1)["time"].asString()), "2026-11-21T09:00:00.000000Z");
        const auto record = house.end(ExecutionId((*first)["started"].at(1)["execution_id"].asString()));
        BATUTA_VERIFY_OK(record);
        QCOMPARE(shown(record->trigger), "backfill");
        QCOMPARE(shown(record->output["time"].asString()), "2026-11-21T09:00:00.000000Z");
        const auto second = act(house, "backfill", "hourly", three);
        QCOMPARE(counts(second), "0/3/0");
        QCOMPARE(shown((*second)["there"].at(1)["execution_id"].asString()), shown(record->id));
        QCOMPARE(shown((*second)["there"].at(1)["status"].asString()), "success");
        QCOMPARE(
            counts(act(house, "backfill", "hourly", stretch("2026-11-21T08:00:00Z", "2026-11-21T12:00:00Z"))),
            "1/3/0");
        const auto again =
            act(house, "backfill", "hourly", stretch("2026-11-21T08:00:00Z", "2026-11-21T12:00:00Z", true));
        QCOMPARE(counts(again), "4/0/0");
        QVERIFY((*again)["started"].at(1)["execution_id"].asString() != record->id);
        QVERIFY(house.until([&] { return house.functions.calls("/call") == 8; }));
        QCOMPARE(executions(house).size(), 8u);
        QCOMPARE(audit(house).size(), 4u);
    }

    void whatTheScheduleRanIsNotFilledUp()
    {
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.clock.set("2026-11-21T01:30:00Z");
        house.open(serving());
        QVERIFY(executions(house).empty());
        house.clock.set("2026-11-21T02:00:00Z");
        house.engine->triggers().look();
        QVERIFY(tests::eventually(house, [&] { return executions(house).size() == 1; }));
        house.clock.set("2026-11-21T02:10:00Z");
        QCOMPARE(
            counts(act(house, "backfill", "hourly", stretch("2026-11-21T01:00:00Z", "2026-11-21T02:01:00Z"))),
            "1/1/0");
    }

    void aBackfillSaysWhatItCannotRun_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("words");
        QTest::newRow("no times") << QByteArray("{}") << "since";
        QTest::newRow("no end") << QByteArray(R"({"since":"2026-11-21T08:00:00Z"})") << "until";
        QTest::newRow("a word") << QByteArray(R"({"since":"yesterday","until":"2026-11-21T08:00:00Z"})")
                                << "since";
        QTest::newRow("backwards")
            << QByteArray(R"({"since":"2026-11-21T09:00:00Z","until":"2026-11-21T08:00:00Z"})")
            << "not after since";
        QTest::newRow("the future")
            << QByteArray(R"({"since":"2026-11-21T09:00:00Z","until":"2026-11-22T08:00:00Z"})") << "future";
        QTest::newRow("too many") << QByteArray(
                                         R"({"since":"2026-01-01T00:00:00Z","until":"2026-11-21T08:00:00Z"})")
                                  << "more than 1000";
    }

    void aBackfillSaysWhatItCannotRun()
    {
        QFETCH(QByteArray, data);
        QFETCH(QString, words);
        net::Loop loop;
        tests::House house(loop);
        build(house);
        house.clock.set("2026-11-21T12:30:00Z");
        house.open(serving());
        const auto refused = act(house, "backfill", "hourly", *json::parse(data.toStdString()));
        BATUTA_VERIFY_ERROR(refused, ErrorCode::ActRefused);
        QVERIFY2(shown(errorText(refused.error())).contains(words), errorText(refused.error()).c_str());
        QVERIFY(audit(house).empty());
    }

    void aBackfillReportsWhatTheFlowRefuses()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("strict", "input: {type: object, required: [n]}\ntriggers:\n  - schedule: {cron: 0 * * * "
                             "*}\nsteps:\n  a: {set: {x: 1}}\n");
        house.clock.set("2026-11-21T12:30:00Z");
        house.open(serving());
        const auto report =
            act(house, "backfill", "strict", stretch("2026-11-21T08:00:00Z", "2026-11-21T10:00:00Z"));
        QCOMPARE(counts(report), "0/0/2");
        QVERIFY((*report)["refused"].at(0)["error"].asString().find("input.invalid") != std::string::npos);
    }

    void aMessageStartsTheFlowThatWantsIt()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("a_first", R"(
triggers:
  - message: {queue: perfis, if: "${{ message.tipo_evento == 'parar' }}"}
steps:
  a: {set: {x: 1}}
)");
        house.flow("b_second", R"(
triggers:
  - message: {queue: other}
  - message: {queue: perfis, if: "${{ message.tipo_evento == 'iniciar' }}", input: {user: "${{ message.user }}"}}
steps:
  a: {set: {said: "${{ message.tipo_evento }}", from: "${{ trigger.headers.origin }}"}}
output: {user: "${{ input.user }}", said: "${{ steps.a.output.said }}", from: "${{ steps.a.output.from }}", queue: "${{ trigger.queue }}"}
)");
        house.open(serving());
        const json::Value start = *json::parse(
            R"({"body": {"tipo_evento": "iniciar", "user": "u1"}, "headers": {"origin": "crm"}})");
        const auto taken = act(house, "message", "perfis", start);
        BATUTA_VERIFY_OK(taken);
        QCOMPARE(shown((*taken)["flow"].asString()), "b_second");
        const auto record = house.end(ExecutionId((*taken)["execution_id"].asString()));
        BATUTA_VERIFY_OK(record);
        QCOMPARE(shown(record->trigger), "message");
        QCOMPARE(shown(json::write(record->output)),
                 R"({"user":"u1","said":"iniciar","from":"crm","queue":"perfis"})");
        const auto stop =
            act(house, "message", "perfis", *json::parse(R"({"body":{"tipo_evento":"parar"}})"));
        BATUTA_VERIFY_OK(stop);
        QCOMPARE(shown((*stop)["flow"].asString()), "a_first");
        const auto input = house.end(ExecutionId((*stop)["execution_id"].asString()));
        QCOMPARE(shown(json::write(input->input)), R"({"tipo_evento":"parar"})");
        BATUTA_VERIFY_ERROR(act(house, "message", "perfis", *json::parse(R"({"body":{"tipo_evento":"x"}})")),
                            ErrorCode::ActRefused);
        BATUTA_VERIFY_ERROR(act(house, "message", "nowhere", start), ErrorCode::QueueUnknown);
        BATUTA_VERIFY_ERROR(act(house, "message", "other", *json::parse(R"({"body":"a text"})")),
                            ErrorCode::InputInvalid);
        QCOMPARE(audit(house).size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TstTriggers)
#include "tst_triggers.moc"
