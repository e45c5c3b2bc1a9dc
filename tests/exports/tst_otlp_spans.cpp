// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/gzip.h"
#include "engine/exports/otlp_spans.h"
#include "engine/json/json.h"
#include "engine/net/inflate.h"
#include "tests/support/verify.h"

#include <algorithm>

using namespace batuta;
using namespace batuta::exports;
using batuta::test::shown;

namespace {

const WallTime kNoon{std::chrono::seconds(1'795'262'400)}; // 2026-11-21T12:00:00Z
const telemetry::TraceContext kTrace{"0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", 1};

/// JSON, or the same with ' for ".
json::Value parsed(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    const auto value = json::parse(text);
    return value ? *value : json::Value(errorText(value.error()));
}

Ended ended()
{
    Ended ended{{}, kTrace, {}};
    ended.record.id = "2f0d0c56-6d3d-4f8c-9d3e-7b9f4a1f0001";
    ended.record.flow = "orders";
    ended.record.flowVersion = "abc";
    ended.record.status = "failed";
    ended.record.error = "pay: HTTP 503";
    ended.record.trigger = "http";
    ended.record.startedAt = kNoon;
    ended.record.endedAt = kNoon + std::chrono::milliseconds(90);
    return ended;
}

store::StepRecord payStep()
{
    store::StepRecord step;
    step.step = "pay";
    step.kind = "http";
    step.status = "failed";
    step.reason = "HTTP 503";
    step.attempts = 2;
    step.startedAt = kNoon + std::chrono::milliseconds(10);
    step.endedAt = kNoon + std::chrono::milliseconds(80);
    const json::Value request =
        parsed("{'method':'POST','url':'https://pay.test/v1?order=7&api_key=x%26','bytes':5}");
    step.attemptsDetail = parsed(
        "[{'attempt':1,'status':'failed','error':'Connection error: refused','status_code':0,"
        "'started_at':'2026-11-21T12:00:00.010000Z','duration_ms':5.25},"
        "{'attempt':2,'status':'failed','error':'HTTP 503','status_code':503,"
        "'started_at':'2026-11-21T12:00:00.020000Z','duration_ms':60,'response':{'status':503,'bytes':2}}]");
    for (json::Value &attempt : step.attemptsDetail.array())
        attempt.object().set("request", request);
    return step;
}

std::vector<json::Value> spansOf(const Ended &one)
{
    std::string text;
    const std::size_t count = appendSpans(one, text);
    const json::Value spans = parsed('[' + text + ']');
    return spans.asArray().size() == count ? spans.asArray() : std::vector<json::Value>{};
}

json::Value attribute(const json::Value &span, std::string_view key)
{
    for (const json::Value &one : span["attributes"].asArray())
        if (one["key"].asString() == key)
            return one["value"];
    return {};
}

} // namespace

/// Spans of made-up records, compared with texts written by hand from the JSON mapping of OTLP.
class TstOtlpSpans : public QObject
{
    Q_OBJECT

private slots:
    void anExecutionIsASpan()
    {
        std::string text;
        QCOMPARE(appendSpans(ended(), text), std::size_t(1));
        QCOMPARE(
            shown(text).replace('"', '\''),
            QString("{'traceId':'0af7651916cd43dd8448eb211c80319c','spanId':'b7ad6b7169203331','flags':257,"
                    "'name':'orders','kind':1,'startTimeUnixNano':'1795262400000000000',"
                    "'endTimeUnixNano':'1795262400090000000','attributes':["
                    "{'key':'batuta.execution.id','value':{'stringValue':'2f0d0c56-6d3d-4f8c-9d3e-"
                    "7b9f4a1f0001'}},"
                    "{'key':'batuta.execution.status','value':{'stringValue':'failed'}},"
                    "{'key':'batuta.flow.name','value':{'stringValue':'orders'}},"
                    "{'key':'batuta.flow.version','value':{'stringValue':'abc'}},"
                    "{'key':'batuta.trigger','value':{'stringValue':'http'}},"
                    "{'key':'error.type','value':{'stringValue':'failed'}}],"
                    "'status':{'code':2,'message':'pay: HTTP 503'}}"));
    }

    void aCallerIsAParentFarAway()
    {
        Ended one = ended();
        one.callerSpan = "00f067aa0ba902b7";
        one.record.status = "success";
        const auto spans = spansOf(one);
        QCOMPARE(shown(spans.at(0)["parentSpanId"].asString()), QString("00f067aa0ba902b7"));
        QCOMPARE(spans.at(0)["kind"].asInteger(), 2);
        QCOMPARE(spans.at(0)["flags"].asInteger(), 0x301);
        QVERIFY(spans.at(0)["status"].asObject().empty());
        one.record.parent = "another execution"; // a subflow: its caller is this engine
        QCOMPARE(spansOf(one).at(0)["kind"].asInteger(), 1);
        QCOMPARE(spansOf(one).at(0)["flags"].asInteger(), 0x101);
    }

    void stepsAndAttemptsAreNested()
    {
        Ended one = ended();
        one.record.steps = {payStep()};
        const auto spans = spansOf(one);
        QCOMPARE(spans.size(), std::size_t(4));
        const telemetry::TraceContext step = stepSpan(kTrace, "pay");
        QCOMPARE(shown(spans[1]["spanId"].asString()), shown(step.spanId));
        QCOMPARE(shown(spans[1]["parentSpanId"].asString()), shown(kTrace.spanId));
        QCOMPARE(shown(spans[1]["name"].asString()), QString("pay"));
        QCOMPARE(shown(spans[2]["spanId"].asString()), shown(attemptSpan(step, 1).spanId));
        QCOMPARE(shown(spans[3]["spanId"].asString()), shown(attemptSpan(step, 2).spanId));
        QCOMPARE(shown(spans[3]["parentSpanId"].asString()), shown(step.spanId));
        QCOMPARE(shown(spans[2]["startTimeUnixNano"].asString()), QString("1795262400010000000"));
        QCOMPARE(shown(spans[2]["endTimeUnixNano"].asString()), QString("1795262400015250000"));
        for (const json::Value &span : spans)
            QCOMPARE(shown(span["traceId"].asString()), shown(kTrace.traceId));
    }

    void aCallFollowsTheConventions()
    {
        Ended one = ended();
        one.record.steps = {payStep()};
        const auto spans = spansOf(one);
        const json::Value &call = spans.at(3);
        QCOMPARE(call["kind"].asInteger(), 3);
        QCOMPARE(shown(call["name"].asString()), QString("POST"));
        QCOMPARE(shown(attribute(call, "http.request.method")["stringValue"].asString()), QString("POST"));
        QCOMPARE(shown(attribute(call, "url.full")["stringValue"].asString()),
                 QString("https://pay.test/v1?order=7&api_key=***"));
        QCOMPARE(shown(attribute(call, "server.address")["stringValue"].asString()), QString("pay.test"));
        QCOMPARE(shown(attribute(call, "server.port")["intValue"].asString()), QString("443"));
        QCOMPARE(shown(attribute(call, "http.response.status_code")["intValue"].asString()), QString("503"));
        QCOMPARE(shown(attribute(call, "http.request.resend_count")["intValue"].asString()), QString("1"));
        QCOMPARE(shown(attribute(call, "error.type")["stringValue"].asString()), QString("503"));
        QCOMPARE(call["status"]["code"].asInteger(), 2);
        const json::Value &first = spans.at(2);
        QVERIFY(attribute(first, "http.request.resend_count").isNull());
        QVERIFY(attribute(first, "http.response.status_code").isNull());
        QCOMPARE(shown(attribute(first, "error.type")["stringValue"].asString()), QString("failed"));
    }

    void itemsAreInsideTheirAttempt()
    {
        Ended one = ended();
        store::StepRecord step = payStep();
        step.attempts = 1;
        step.attemptsDetail = parsed("[{'attempt':1,'status':'success','started_at':'2026-11-21T12:00:00."
                                     "010000Z','duration_ms':5,'items':["
                                     "{'attempt':2,'item':3,'status':'success','started_at':'2026-11-21T12:"
                                     "00:00.010000Z','duration_ms':1,"
                                     "'request':{'method':'GET','url':'http://a.test/'}}]}]");
        one.record.steps = {step};
        const auto spans = spansOf(one);
        QCOMPARE(spans.size(), std::size_t(4));
        const telemetry::TraceContext attempt = attemptSpan(stepSpan(kTrace, "pay"), 1);
        QCOMPARE(shown(spans[3]["parentSpanId"].asString()), shown(attempt.spanId));
        QCOMPARE(shown(spans[3]["spanId"].asString()), shown(itemSpan(attempt, 3, 2).spanId));
        QCOMPARE(shown(attribute(spans[3], "batuta.item")["intValue"].asString()), QString("3"));
        QCOMPARE(spans[2]["kind"].asInteger(), 1);
        QCOMPARE(shown(spans[2]["name"].asString()), QString("pay"));
    }

    void whatDidNotRunHasNoSpan()
    {
        Ended one = ended();
        store::StepRecord skipped = payStep();
        skipped.attempts = 0;
        store::StepRecord asked = payStep();
        asked.attemptsDetail = parsed("[{'attempt':1,'status':'waiting','question':{}}]");
        one.record.steps = {skipped, asked};
        QCOMPARE(spansOf(one).size(), std::size_t(2));
    }

    void aRequestIsWhole()
    {
        TraceSettings settings;
        settings.service = "orders \"x\"";
        settings.resource = {{"deployment.environment.name", "staging"}};
        std::string text = requestHead(settings, "1.2.3");
        appendSpans(ended(), text);
        text += kRequestTail;
        const json::Value body = parsed(text);
        const json::Value &resource = body["resourceSpans"].at(0);
        QCOMPARE(shown(attribute(resource["resource"], "service.name")["stringValue"].asString()),
                 QString("orders \"x\""));
        QCOMPARE(
            shown(attribute(resource["resource"], "deployment.environment.name")["stringValue"].asString()),
            QString("staging"));
        const json::Value &scope = resource["scopeSpans"].at(0);
        QCOMPARE(shown(scope["scope"]["name"].asString()), QString("batuta"));
        QCOMPARE(shown(scope["scope"]["version"].asString()), QString("1.2.3"));
        QCOMPARE(scope["spans"].asArray().size(), std::size_t(1));
    }

    void packedBytesComeBack()
    {
        std::string bytes;
        for (int i = 0; i < 50'000; ++i)
            bytes += std::to_string(i * 2'654'435'761U);
        const std::string packed = gzipped(bytes);
        QVERIFY(!packed.empty() && packed.size() < bytes.size());
        const auto back = net::inflated(packed, 10u << 20);
        BATUTA_VERIFY_OK(back);
        QVERIFY(*back == bytes);
        QVERIFY(net::inflated(gzipped(""), 10).value_or("x").empty());
    }
};

QTEST_APPLESS_MAIN(TstOtlpSpans)
#include "tst_otlp_spans.moc"
