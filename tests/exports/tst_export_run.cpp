// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A real engine that tells a webhook and a collector what it does.
#include "engine/json/json.h"
#include "tests/exports/receiver.h"
#include "tests/support/verify.h"

#include <map>
#include <set>

using namespace batuta;
using batuta::test::shown;

namespace {

constexpr const char *kCaller = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
constexpr const char *kSecret = "planted-secret-7f3a";
constexpr const char *kSent = "batuta_export_items_sent_total{exporter=\"otlp\"}";
constexpr const char *kDropped = "batuta_export_items_dropped_total{exporter=\"otlp\"}";
constexpr const char *kRetries = "batuta_export_retries_total{exporter=\"otlp\"}";

struct Scene
{
    Scene()
        : house(loop)
        , collector(house.functions, "/v1/traces")
        , webhook(house.functions, "/events")
    {
        house.function("CALL_URL", "/call");
        house.flow("one",
                   "steps:\n  call: {http: {method: POST, url: '${{ env.CALL_URL }}', json: {n: 1}}}\n");
        options.exports.isOn = true;
    }

    void traces() { options.exports.otlpUrl = house.functions.url(""); }
    void events() { options.exports.cloudEventsUrl = house.functions.url("/events"); }
    /// Ends the engine as SIGTERM does, so that everything is sent.
    bool drain(Duration grace = std::chrono::seconds(10))
    {
        bool isDone = false;
        house.engine->drain(grace, [&] { isDone = true; });
        return house.until([&] { return isDone; });
    }
    Result<client::ExecutionRecord> run(const std::string &flow, const std::string &traceparent = {})
    {
        client::StartExecution command;
        command.flow = FlowName(flow);
        command.input = json::Object{};
        command.trigger = "http";
        command.correlationId = "c-7";
        command.traceparent = traceparent;
        return house.run(std::move(command));
    }
    double figure(const std::string &series) { return tests::figure(house.metrics, series); }

    net::Loop loop;
    tests::House house;
    tests::Receiver collector;
    tests::Receiver webhook;
    host::EngineOptions options;
};

std::string headerOf(const tests::House &house, const std::string &path)
{
    return std::string(house.functions.last(path).header("traceparent"));
}

const json::Value &spanNamed(const std::vector<json::Value> &spans, std::string_view name)
{
    static const json::Value kNone;
    for (const json::Value &span : spans)
        if (span["name"].asString() == name)
            return span;
    return kNone;
}

} // namespace

class TstExportRun : public QObject
{
    Q_OBJECT

private slots:
    void aTraceReachesItsCollector()
    {
        Scene scene;
        scene.traces();
        scene.house.open(scene.options);
        BATUTA_VERIFY_OK(scene.run("one", kCaller));
        QVERIFY(scene.drain());
        const auto spans = scene.collector.spans();
        QCOMPARE(spans.size(), std::size_t(3));
        const json::Value &execution = spanNamed(spans, "one");
        const json::Value &step = spanNamed(spans, "call");
        const json::Value &call = spanNamed(spans, "POST");
        QCOMPARE(shown(execution["parentSpanId"].asString()), QString("b7ad6b7169203331"));
        QCOMPARE(execution["kind"].asInteger(), 2);
        QCOMPARE(shown(step["parentSpanId"].asString()), shown(execution["spanId"].asString()));
        QCOMPARE(shown(call["parentSpanId"].asString()), shown(step["spanId"].asString()));
        QCOMPARE(call["kind"].asInteger(), 3);
        // What the function was sent names the span of the call, so that its own spans hang there.
        QCOMPARE(shown(headerOf(scene.house, "/call")),
                 shown("00-0af7651916cd43dd8448eb211c80319c-" + call["spanId"].asString() + "-01"));
        QCOMPARE(tests::attribute(call, "http.response.status_code"), QString("200"));
        QCOMPARE(tests::attribute(execution, "batuta.correlation_id"), QString("c-7"));
        QVERIFY(std::stoll(call["startTimeUnixNano"].asString()) >=
                std::stoll(step["startTimeUnixNano"].asString()));
        QVERIFY(std::stoll(call["endTimeUnixNano"].asString()) <=
                std::stoll(execution["endTimeUnixNano"].asString()));
        QCOMPARE(shown(scene.collector.requests[0].header("Content-Type")), QString("application/json"));
        QCOMPARE(scene.figure(kSent), 3.0);
        QCOMPARE(scene.figure("batuta_export_items_waiting{exporter=\"otlp\"}"), 0.0);
    }

    void subflowsAndItemsAreOneTree()
    {
        Scene scene;
        scene.house.flow("parent", "steps:\n"
                                   "  sub: {flow: {name: one}}\n"
                                   "  all:\n"
                                   "    needs: [sub]\n"
                                   "    foreach: {items: [1, 2]}\n"
                                   "    http: {url: '${{ env.CALL_URL }}'}\n");
        scene.traces();
        scene.house.open(scene.options);
        const auto record = scene.run("parent");
        BATUTA_VERIFY_OK(record);
        QCOMPARE(shown(record->status), QString("success"));
        QVERIFY(scene.drain());
        const auto spans = scene.collector.spans();
        QCOMPARE(spans.size(), std::size_t(10)); // 3 of the child; itself, 2 steps, 2 attempts, 2 items
        std::map<std::string, const json::Value *> byId;
        std::set<std::string> traces;
        for (const json::Value &span : spans) {
            traces.insert(span["traceId"].asString());
            QVERIFY(byId.emplace(span["spanId"].asString(), &span).second);
        }
        QCOMPARE(traces.size(), std::size_t(1));
        int roots = 0;
        for (const json::Value &span : spans)
            roots += byId.contains(span["parentSpanId"].asString()) ? 0 : 1;
        QCOMPARE(roots, 1);
        const json::Value &child = spanNamed(spans, "one");
        const json::Value &attempt = *byId.at(child["parentSpanId"].asString());
        QCOMPARE(tests::attribute(attempt, "batuta.step.id"), QString("sub"));
        QCOMPARE(tests::attribute(attempt, "batuta.attempt"), QString("1"));
        const json::Value &item = *byId.at(headerOf(scene.house, "/call").substr(36, 16));
        QVERIFY(!tests::attribute(item, "batuta.item").isEmpty());
    }

    void aCallerWhoDoesNotRecordIsHeeded()
    {
        Scene scene;
        scene.traces();
        scene.house.open(scene.options);
        BATUTA_VERIFY_OK(scene.run("one", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"));
        QVERIFY(headerOf(scene.house, "/call").ends_with("-00"));
        QVERIFY(scene.drain());
        QCOMPARE(scene.collector.requests.size(), std::size_t(0));
    }

    void aShareOfNothingRecordsNothing()
    {
        Scene scene;
        scene.traces();
        scene.house.env["OTEL_TRACES_SAMPLER_ARG"] = "0";
        scene.house.open(scene.options);
        BATUTA_VERIFY_OK(scene.run("one"));
        QVERIFY(headerOf(scene.house, "/call").ends_with("-00"));
        BATUTA_VERIFY_OK(scene.run("one", kCaller)); // a caller's choice stands
        QVERIFY(scene.drain());
        QCOMPARE(scene.collector.spans().size(), std::size_t(3));
    }

    void batchesArePackedAndKeepTheirHeaders()
    {
        Scene scene;
        scene.traces();
        scene.house.env["OTEL_EXPORTER_OTLP_COMPRESSION"] = "gzip";
        scene.house.env["OTEL_EXPORTER_OTLP_HEADERS"] = "api-key=planted%2Dkey,x=y";
        scene.house.env["OTEL_SERVICE_NAME"] = "orders";
        scene.house.open(scene.options);
        for (int i = 0; i < 5; ++i)
            BATUTA_VERIFY_OK(scene.run("one"));
        QVERIFY(scene.drain());
        QCOMPARE(scene.collector.requests.size(), std::size_t(1)); // all in one batch
        QCOMPARE(shown(scene.collector.requests[0].header("Content-Encoding")), QString("gzip"));
        QCOMPARE(shown(scene.collector.requests[0].header("api-key")), QString("planted-key"));
        QCOMPARE(scene.collector.spans().size(), std::size_t(15));
        QVERIFY(scene.collector.text().find("\"service.name\",\"value\":{\"stringValue\":\"orders\"") !=
                std::string::npos);
    }

    void aFullBatchDoesNotWait()
    {
        Scene scene;
        scene.traces();
        scene.house.open(scene.options);
        for (int i = 0; i < 180; ++i) // 540 spans, and a batch has 512
            BATUTA_VERIFY_OK(scene.run("one"));
        QVERIFY(scene.house.until([&] { return scene.figure(kSent) >= 512; }));
        QVERIFY(scene.drain());
        QCOMPARE(scene.figure(kSent), 540.0);
    }

    void aCollectorInTroubleIsTriedAgain()
    {
        Scene scene;
        scene.traces();
        scene.collector.answers = {tests::Receiver::status(503, {{"Retry-After", "1"}}),
                                   tests::Receiver::status(429)};
        scene.house.open(scene.options);
        BATUTA_VERIFY_OK(scene.run("one"));
        QVERIFY(scene.drain());
        QCOMPARE(scene.collector.requests.size(), std::size_t(3));
        QVERIFY(scene.collector.times[1] - scene.collector.times[0] >= std::chrono::milliseconds(990));
        QCOMPARE(shown(scene.collector.requests[0].body), shown(scene.collector.requests[2].body));
        QCOMPARE(scene.figure(kSent), 3.0);
        QCOMPARE(scene.figure(kRetries), 2.0);
        QCOMPARE(scene.figure(kDropped), 0.0);
    }

    void whatIsRefusedIsCounted()
    {
        Scene scene;
        scene.traces();
        scene.collector.answers = {tests::Receiver::status(400)};
        scene.house.open(scene.options);
        BATUTA_VERIFY_OK(scene.run("one"));
        QVERIFY(scene.drain());
        QCOMPARE(scene.collector.requests.size(), std::size_t(1));
        QCOMPARE(scene.figure(kDropped), 3.0);
        QVERIFY(scene.house.logged("traces_refused"));
    }

    void aPartThatIsRefusedIsCounted()
    {
        Scene scene;
        scene.traces();
        scene.collector.answers = {tests::Receiver::status(
            200, {}, "{\"partialSuccess\":{\"rejectedSpans\":\"2\",\"errorMessage\":\"too old\"}}")};
        scene.house.open(scene.options);
        BATUTA_VERIFY_OK(scene.run("one"));
        QVERIFY(scene.drain());
        QCOMPARE(scene.figure(kSent), 1.0);
        QCOMPARE(scene.figure(kDropped), 2.0);
    }

    void nobodyWaitsForADeadCollector()
    {
        Scene scene;
        const std::string dead = "http://127.0.0.1:" + std::to_string(tests::closedPort());
        scene.options.exports.otlpUrl = dead;
        scene.options.exports.cloudEventsUrl = dead;
        scene.house.open(scene.options);
        for (int i = 0; i < 20; ++i)
            BATUTA_VERIFY_OK(scene.run("one"));
        const SteadyTime began = scene.house.clock.steady();
        QVERIFY(scene.drain(std::chrono::milliseconds(300)));
        QVERIFY(scene.house.clock.steady() - began < std::chrono::seconds(4));
        QCOMPARE(scene.figure(kSent), 0.0);
        QCOMPARE(scene.figure(kDropped), 60.0);
    }

    void aWebhookHearsOfARealRun()
    {
        Scene scene;
        scene.house.function("BAD_URL", "/bad");
        scene.house.functions.answer("/bad", 500);
        scene.house.flow("mixed", "steps:\n"
                                  "  bad: {http: {url: '${{ env.BAD_URL }}'}}\n"
                                  "  ask: {approval: {message: 'Go on?', role: boss}}\n");
        scene.events();
        scene.house.open(scene.options);
        client::StartExecution command;
        command.flow = FlowName("mixed");
        command.input = json::Object{};
        command.traceparent = kCaller;
        const auto started = scene.house.engine->startNow(std::move(command));
        BATUTA_VERIFY_OK(started);
        QVERIFY(scene.house.until([&] { return scene.webhook.requests.size() >= 3; }));
        const auto bodies = scene.webhook.bodies();
        QCOMPARE(shown(bodies[0]["type"].asString()), QString("batuta.execution.started"));
        QCOMPARE(shown(bodies[0]["data"]["flow"].asString()), QString("mixed"));
        QVERIFY(bodies[0]["traceparent"].asString().starts_with("00-0af7651916cd43dd8448eb211c80319c-"));
        const json::Value &asked = bodies[bodies[1]["type"].asString() == "batuta.step.waiting" ? 1 : 2];
        QCOMPARE(shown(asked["data"]["step"].asString()), QString("ask"));
        QCOMPARE(shown(asked["data"]["question"]["message"].asString()), QString("Go on?"));
        client::Act cancel;
        cancel.verb = "cancel";
        cancel.subject = started->id.value;
        cancel.actor = {"ana", {"*"}};
        scene.house.engine->act(std::move(cancel), [](const auto &) {});
        BATUTA_VERIFY_OK(scene.house.end(started->id));
        QVERIFY(scene.drain());
        QVERIFY(scene.webhook.types().startsWith("started "));
        QVERIFY(scene.webhook.types().endsWith(" cancelled"));
        QVERIFY(scene.webhook.types().contains("step.failed"));
        std::set<std::string> ids;
        for (const json::Value &body : scene.webhook.bodies())
            ids.insert(body["id"].asString());
        QCOMPARE(ids.size(), std::size_t(4));
        QVERIFY(ids.contains(started->id.value + "/4"));
    }

    void noSecretLeaves()
    {
        Scene scene;
        scene.house.env["API_TOKEN"] = kSecret;
        scene.house.env["OTEL_EXPORTER_OTLP_HEADERS"] = "authorization=Bearer%20planted-otlp-key";
        scene.house.env["BATUTA_CLOUD_EVENTS_SECRET"] = "planted-hook-key";
        scene.house.functions.answer("/call", 500, std::string("{\"error\":\"") + kSecret + " is wrong\"}");
        scene.house.flow("leaky",
                         std::string("steps:\n"
                                     "  a:\n"
                                     "    http:\n"
                                     "      url: '${{ env.CALL_URL }}?q=${{ env.API_TOKEN }}'\n"
                                     "      headers: {Authorization: 'Bearer ${{ env.API_TOKEN }}'}\n"
                                     "  b: {set: {x: '${{ env.OTEL_EXPORTER_OTLP_HEADERS }}'}}\n"
                                     "  c: {log: 'no ${{ env.API_TOKEN }}'}\n"));
        scene.traces();
        scene.events();
        try {
            scene.house.open(scene.options);
        } catch (const std::exception &problem) {
            QFAIL(problem.what());
        }
        const auto record = scene.run("leaky");
        BATUTA_VERIFY_OK(record);
        QVERIFY(scene.drain());
        QVERIFY(scene.collector.spans().size() >= 5);
        QVERIFY(scene.webhook.requests.size() >= 3);
        const std::string all = scene.collector.text() + scene.webhook.text() + scene.house.log();
        for (const char *secret : {kSecret, "planted-otlp-key", "planted-hook-key"})
            QVERIFY2(all.find(secret) == std::string::npos, secret);
    }

    void nothingHappensWhenItIsOff()
    {
        Scene scene;
        scene.options.exports.isOn = false;
        scene.house.env["OTEL_EXPORTER_OTLP_ENDPOINT"] = scene.house.functions.url("");
        scene.house.env["BATUTA_CLOUD_EVENTS_URL"] = scene.house.functions.url("/events");
        scene.house.open(scene.options);
        const auto record = scene.run("one");
        BATUTA_VERIFY_OK(record);
        const auto events = scene.house.events(ExecutionId(record->id));
        QCOMPARE(events.at(0).data.asObject().size(), std::size_t(2));
        QVERIFY(scene.drain());
        QVERIFY(scene.collector.requests.empty() && scene.webhook.requests.empty());
        QCOMPARE(scene.figure(kSent), -1.0);
    }

    void aTraceGoesOnAfterARestart()
    {
        Scene scene;
        scene.traces();
        scene.options.resumes = true;
        scene.house.functions.hold("/call");
        scene.house.open(scene.options);
        client::StartExecution command;
        command.flow = FlowName("one");
        command.input = json::Object{};
        command.traceparent = kCaller;
        const auto started = scene.house.engine->startNow(std::move(command));
        BATUTA_VERIFY_OK(started);
        QVERIFY(scene.house.until([&] { return scene.house.functions.held() == 1; }));
        const std::string before = headerOf(scene.house, "/call");
        scene.house.close();
        scene.house.functions.answer("/call", 200);
        scene.house.open(scene.options);
        BATUTA_VERIFY_OK(scene.house.end(started->id));
        QCOMPARE(shown(headerOf(scene.house, "/call")), shown(before)); // the same attempt is the same span
        QVERIFY(scene.drain());
        const auto spans = scene.collector.spans();
        QCOMPARE(spans.size(), std::size_t(3));
        QCOMPARE(shown(spanNamed(spans, "one")["parentSpanId"].asString()), QString("b7ad6b7169203331"));
    }
};

QTEST_APPLESS_MAIN(TstExportRun)
#include "tst_export_run.moc"
