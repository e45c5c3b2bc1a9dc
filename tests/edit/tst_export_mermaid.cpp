// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/export_mermaid.h"
#include "engine/flow/library.h"
#include "engine/flow/reader.h"
#include "tests/support/verify.h"

#include <QRegularExpression>
#include <QTest>

using namespace batuta;
using test::shown;

class TestExportMermaid : public QObject
{
    Q_OBJECT

private slots:
    void drawsAFlow();
    void everyShippedFlowHasItsStepsAndNeeds();
};

void TestExportMermaid::drawsAFlow()
{
    const flow::FlowReading reading = flow::readFlow(R"(batuta: 1
name: end
steps:
  end: {title: 'Say "hi" <now> #1', labels: {domain: end}, set: {a: 1}}
  two: {needs: [end], if: "${{ steps.end.output.a > 0 }}", foreach: {items: [1, 2], as: it}, set: {b: 1}}
finally:
  last: {log: {message: x}}
)",
                                                     "x.yaml");
    QVERIFY(reading.flow);
    const QString text = shown(edit::asMermaid(*reading.flow));
    QCOMPARE(text.section('\n', 1), QString(R"(flowchart LR
  start((start))
  s_two["<b>two</b><br/>set · two<br/>if ${{ steps.end.output.a #gt; 0 }}<br/>for each it"]
  subgraph d_end["end"]
    s_end["<b>Say #quot;hi#quot; #lt;now#gt; #35;1</b><br/>set · end"]
  end
  subgraph finally
    s_last["<b>last</b><br/>log · last"]
  end
  stop(((end)))
  start --> s_end
  s_end --> s_two
  s_two --> s_last
  s_last --> stop
)"));
}

void TestExportMermaid::everyShippedFlowHasItsStepsAndNeeds()
{
    const flow::Library library = flow::loadLibrary(BATUTA_SOURCE_DIR);
    QVERIFY(library.flows.size() >= 6);
    for (const auto &[name, flow] : library.flows) {
        const QString text = shown(edit::asMermaid(*flow));
        qsizetype needs = 0;
        for (const flow::Step &step : flow->steps) {
            QCOMPARE(text.count("s_" + QString::fromStdString(step.id.value) + "[\""), 1);
            needs += static_cast<qsizetype>(step.needs.size());
        }
        QVERIFY2(text.count(" --> ") >= needs, name.c_str());
    }
}

QTEST_GUILESS_MAIN(TestExportMermaid)
#include "tst_export_mermaid.moc"
