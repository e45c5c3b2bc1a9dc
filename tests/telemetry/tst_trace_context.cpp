// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/telemetry/trace_context.h"
#include "tests/support/verify.h"

#include <set>

using namespace batuta;
using namespace batuta::telemetry;
using batuta::test::shown;

class TestTraceContext : public QObject
{
    Q_OBJECT

private slots:
    void readsValidHeaders_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("flags");
        const QString ids = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";
        QTest::newRow("sampled") << "00-" + ids + "-01" << 1;
        QTest::newRow("not sampled") << "00-" + ids + "-00" << 0;
        QTest::newRow("unknown flags") << "00-" + ids + "-ff" << 255;
        QTest::newRow("later version") << "01-" + ids + "-01" << 1;
        QTest::newRow("later version with more") << "cc-" + ids + "-01-what-comes" << 1;
        QTest::newRow("later version with a dash") << "cc-" + ids + "-01-" << 1;
    }
    void readsValidHeaders()
    {
        QFETCH(QString, header);
        const std::optional<TraceContext> context = parseTraceparent(header.toStdString());
        QVERIFY(context);
        QCOMPARE(shown(context->traceId), QString("0af7651916cd43dd8448eb211c80319c"));
        QCOMPARE(shown(context->spanId), QString("b7ad6b7169203331"));
        QTEST(static_cast<int>(context->flags), "flags");
        QCOMPARE(context->isSampled(), (context->flags & 1) == 1);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("header");
        const auto row = [](const char *name, const char *header) { QTest::newRow(name) << QString(header); };
        row("empty", "");
        row("words", "hello");
        row("version ff", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        row("version not hex", "0g-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        row("version of one digit", "0-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        row("upper case trace", "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        row("upper case span", "00-0af7651916cd43dd8448eb211c80319c-B7ad6b7169203331-01");
        row("upper case flags", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0A");
        row("zero trace", "00-00000000000000000000000000000000-b7ad6b7169203331-01");
        row("zero span", "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01");
        row("short trace", "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01");
        row("long trace", "00-0af7651916cd43dd8448eb211c80319cc-b7ad6b7169203331-01");
        row("short span", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333-01");
        row("no flags", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331");
        row("one flag digit", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1");
        row("version 00 with more", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x");
        row("later version, no dash", "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01x");
        row("other separators", "00_0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331_01");
        row("blank in front", " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        row("blank behind", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 ");
    }
    void refusesEverythingElse()
    {
        QFETCH(QString, header);
        QVERIFY(!parseTraceparent(header.toStdString()));
    }

    void writesWhatItReads()
    {
        const std::string header = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        QCOMPARE(shown(traceparent(*parseTraceparent(header))), shown(header));
        QCOMPARE(shown(traceparent({"0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", 0xFE})),
                 QString("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"));
    }

    void makesValidTracesThatDiffer()
    {
        std::set<std::string> traces;
        for (int i = 0; i < 1000; ++i) {
            const TraceContext context = newTrace();
            QVERIFY(context.isSampled());
            QVERIFY(parseTraceparent(traceparent(context)) == context);
            traces.insert(context.traceId);
        }
        QCOMPARE(traces.size(), std::size_t(1000));
    }

    void aChildStaysInTheTrace()
    {
        const TraceContext parent{"0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", 0};
        const TraceContext child = childOf(parent);
        QCOMPARE(shown(child.traceId), shown(parent.traceId));
        QVERIFY(child.spanId != parent.spanId);
        QVERIFY(!child.isSampled());
        QVERIFY(parseTraceparent(traceparent(child)).has_value());
    }

    void aNamedChildIsAlwaysTheSame()
    {
        const TraceContext parent{"0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", 1};
        const TraceContext child = namedChild(parent, "pay");
        QCOMPARE(shown(child.traceId), shown(parent.traceId));
        QVERIFY(parseTraceparent(traceparent(child)));
        QVERIFY(child == namedChild(parent, "pay"));
        std::set<std::string> ids{parent.spanId};
        for (int i = 0; i < 10'000; ++i)
            ids.insert(namedChild(parent, std::to_string(i)).spanId);
        QCOMPARE(ids.size(), std::size_t(10'001));
        QVERIFY(namedChild(newTrace(), "pay").spanId != child.spanId);
    }

    void aShareOfTracesIsChosen()
    {
        int chosen = 0;
        for (int i = 0; i < 10'000; ++i) {
            const TraceContext trace = newTrace();
            chosen += isChosen(trace, 0.25) ? 1 : 0;
            QVERIFY(isChosen(trace, 1) && !isChosen(trace, 0));
            QCOMPARE(isChosen(trace, 0.25), isChosen(childOf(trace), 0.25));
        }
        QVERIFY2(chosen > 2'200 && chosen < 2'800, qPrintable(QString::number(chosen)));
    }
};

QTEST_APPLESS_MAIN(TestTraceContext)
#include "tst_trace_context.moc"
