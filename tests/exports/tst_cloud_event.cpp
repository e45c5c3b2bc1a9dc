// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/cloud_cursor.h"
#include "engine/exports/cloud_event.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::exports;
using batuta::test::shown;

namespace {

constexpr const char *kId = "2f0d0c56-6d3d-4f8c-9d3e-7b9f4a1f0001";
const WallTime kNoon{std::chrono::seconds(1'795'262'400)}; // 2026-11-21T12:00:00Z

store::ExecutionRecord record()
{
    store::ExecutionRecord record;
    record.id = kId;
    record.flow = "orders";
    record.flowVersion = "abc";
    record.trigger = "http";
    record.correlationId = "c-1";
    record.environment = "staging";
    record.startedAt = kNoon;
    store::StepRecord ask;
    ask.step = "ask";
    ask.kind = "approval";
    record.steps = {ask};
    return record;
}

std::string textOf(const store::EventRecord &event, std::int64_t number, json::Value question = {})
{
    Subject subject = subjectOf(record());
    subject.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    return cloudEventText({subject, event, cloudEventType(event, "approval"), number, std::move(question)},
                          "/batuta");
}

/// With ' for ", so that texts stay legible here.
QString plain(const std::string &text)
{
    return shown(text).replace('"', '\'');
}

/// The members that every event of the execution has, up to its data.
QString head(const QString &number, const QString &type, const QString &subject = {})
{
    const QString sequence = QString(",'sequence':'%1'").arg(number.toInt(), 10, 10, QChar('0'));
    return QString(
               "{'specversion':'1.0','id':'%1/%2','source':'/batuta','type':'batuta.%3',"
               "'subject':'%1%4','time':'2026-11-21T12:00:00.000000Z','datacontenttype':'application/json'")
               .arg(kId, number, type, subject) +
           (number == "interrupted" ? QString() : sequence) +
           ",'traceparent':'00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01','data':{'execution_id':"
           "'" +
           kId + "','flow':'orders','flow_version':'abc','trigger':'http','correlation_id':'c-1',";
}

store::EventRecord happening(const std::string &kind, const std::string &step = {}, json::Value data = {})
{
    return {7, kId, kNoon, kind, step, std::move(data)};
}

} // namespace

/// The JSON of events, compared with texts that were written by hand from the standard.
class TstCloudEvent : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfABeginning()
    {
        QCOMPARE(plain(textOf(happening("execution_started", {}, json::Object{{"traceparent", "x"}}), 1)),
                 head("1", "execution.started") +
                     "'started_at':'2026-11-21T12:00:00.000000Z','environment':'staging'}}");
    }

    void tellsOfAnEnd_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("type");
        QTest::newRow("success") << "success"
                                 << "execution.finished";
        QTest::newRow("failed") << "failed"
                                << "execution.failed";
        QTest::newRow("cancelled") << "cancelled"
                                   << "execution.cancelled";
    }
    void tellsOfAnEnd()
    {
        QFETCH(QString, status);
        QFETCH(QString, type);
        const json::Value data =
            json::Object{{"status", status.toStdString()}, {"error", nullptr}, {"duration_ms", 12.5}};
        QCOMPARE(plain(textOf(happening("execution_ended", {}, data), 12)),
                 head("12", type) + "'status':'" + status + "','error':null,'duration_ms':12.5}}");
    }

    void tellsOfAStepThatFailed()
    {
        const json::Value data =
            json::Object{{"status", "critical_error"}, {"reason", "HTTP 500"}, {"attempts", 3}};
        QCOMPARE(plain(textOf(happening("step_ended", "pay", data), 3)),
                 head("3", "step.failed", "/pay") +
                     "'step':'pay','status':'critical_error','reason':'HTTP 500','attempts':3}}");
        QVERIFY(
            cloudEventType(happening("step_ended", "pay", json::Object{{"status", "success"}}), "").empty());
        QVERIFY(
            cloudEventType(happening("step_ended", "pay", json::Object{{"status", "skipped"}}), "").empty());
    }

    void tellsOfAQuestion()
    {
        const json::Value question = json::Object{{"role", "boss"}, {"message", "Pay?"}};
        QCOMPARE(plain(textOf(happening("step_started", "ask", json::Object{{"attempt", 1}}), 2, question)),
                 head("2", "step.waiting", "/ask") +
                     "'step':'ask','question':{'role':'boss','message':'Pay?'}}}");
        QVERIFY(cloudEventType(happening("step_started", "pay"), "http").empty());
    }

    void tellsOfPausesAndOfWhatCouldNotGoOn()
    {
        QCOMPARE(shown(cloudEventType(happening("execution_paused"), "")),
                 QString("batuta.execution.paused"));
        QCOMPARE(shown(cloudEventType(happening("execution_unpaused"), "")),
                 QString("batuta.execution.resumed"));
        store::ExecutionRecord ended = record();
        ended.status = "interrupted";
        ended.error = "no text";
        ended.endedAt = kNoon;
        ended.duration = std::chrono::seconds(2);
        const store::EventRecord event = interruptedEvent(ended);
        QCOMPARE(plain(textOf(event, 0)),
                 head("interrupted", "execution.interrupted") +
                     "'status':'interrupted','error':'no text','duration_ms':2000}}");
    }

    void keepsOtherEventsToItself()
    {
        for (const char *kind :
             {"step_retry", "step_held", "notice", "execution_resumed", "execution_signalled",
              "execution_breakpoints", "execution_cancel_requested", "step_cancel_asked"})
            QVERIFY2(cloudEventType(happening(kind), "").empty(), kind);
    }

    void findsQuestions()
    {
        store::ExecutionRecord asking = record();
        QVERIFY(questionOf(asking, "ask").isNull());
        asking.steps[0].attemptsDetail =
            json::Array{json::Object{{"status", "waiting"}, {"question", json::Object{{"role", "boss"}}}}};
        QCOMPARE(shown(questionOf(asking, "ask")["role"].asString()), QString("boss"));
        QVERIFY(questionOf(asking, "other").isNull());
        QCOMPARE(shown(kindOf(asking, "ask")), QString("approval"));
        QCOMPARE(shown(kindOf(asking, "other")), QString());
    }

    void aCursorReadsBack()
    {
        const Cursor cursor =
            Cursor::of({{"a", kNoon, 3}, {"b", kNoon, 0}}, kNoon + std::chrono::microseconds(7));
        QCOMPARE(plain(cursor.text()),
                 QString("{'since':'2026-11-21T12:00:00.000007Z','behind':{'a':3,'b':0}}"));
        const auto again = Cursor::read(cursor.text());
        QVERIFY(again && again->since == cursor.since && again->behind == cursor.behind);
        QVERIFY(!Cursor::read("") && !Cursor::read("{}") && !Cursor::read("{\"since\":1}"));
    }

    void aCursorOfManyGoesBackInTime()
    {
        std::vector<Cursor::Open> open;
        for (int i = 0; i < 3'000; ++i)
            open.push_back({std::to_string(i), kNoon + std::chrono::seconds((i * 7919) % 3'000), 1});
        const Cursor cursor = Cursor::of(open, kNoon + std::chrono::hours(9));
        QCOMPARE(cursor.behind.size(), Cursor::kMostBehind);
        for (const Cursor::Open &one : open) // nobody is forgotten
            QVERIFY(one.startedAt >= cursor.since || cursor.behind.contains(one.execution));
    }

    void joinedCursorsForgetNothing()
    {
        Cursor one = Cursor::of({{"a", kNoon, 3}}, kNoon + std::chrono::seconds(5));
        one.join(Cursor::of({{"a", kNoon, 1}, {"b", kNoon, 2}}, kNoon));
        QVERIFY(one.since == kNoon);
        QVERIFY((one.behind == std::map<std::string, std::int64_t>{{"a", 3}, {"b", 2}}));
    }
};

QTEST_APPLESS_MAIN(TstCloudEvent)
#include "tst_cloud_event.moc"
