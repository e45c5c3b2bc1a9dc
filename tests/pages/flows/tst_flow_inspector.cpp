// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/pages/flows/inspector_facts.h"
#include "views/pages/flows/pair_table.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

const char *kFlow = R"(batuta: 1
name: sample
title: Sample
description: Shows everything.
labels: {system: test}
deadline: 90s
max_parallel: 3
idempotency: {key: "${{ input.a }}", window: 60s, on_repeat: reject}
input:
  type: object
  required: [a]
  properties:
    a: {type: string, description: the first}
    token: {type: [string, "null"], writeOnly: true}
steps:
  call:
    title: Call it
    if: ${{ input.a != 'x' }}
    skip:
      - {if: "${{ input.token }}", reason: token given}
    http:
      method: POST
      url: "${{ env.CALL_URL }}"
      headers: {X-From: batuta}
      json: {user: "${{ input.a }}", kind: plain}
      auth: {bearer: "${{ input.token }}"}
    timeout: 30s
    total_timeout: 50s
    retry: {attempts: 3, on: [timeout, 429, 5xx], backoff: {first: 2s, factor: 3, max: 20s, jitter: none}}
    on_failure: abort
  after:
    needs: [call]
    set: {total: "${{ steps.call.output.n }}"}
finally:
  tell:
    log: {message: "done ${{ input.a }}", level: WARNING}
)";

/// `title: text; caption=value; key>value` of each section, a line each.
QStringList shown(const QList<InspectorSection> &sections)
{
    QStringList lines;
    for (const InspectorSection &section : sections) {
        QStringList parts;
        if (!section.text.isEmpty())
            parts << section.text;
        for (const InspectorFact &fact : section.facts)
            parts << fact.caption + '=' + QString(fact.value).replace(QChar(0x2009), ' ');
        for (const InspectorPair &pair : section.pairs)
            parts << pair.key + '>' + pair.value;
        if (!section.code.isEmpty())
            parts << section.code;
        lines << section.title + ": " + parts.join("; ");
    }
    return lines;
}

} // namespace

class TestFlowInspector : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCallShowsEverySetting();
    void aStepShowsWhatItNeeds();
    void aLastStepSaysSo();
    void theFlowShowsItsOwnSettings();
    void everyStepOfTheShippedFlowsHasSections();
    void rowsOfATableAreReadAndCopiedByKeys();

private:
    QStringList step(const std::string &name) const;

    Theme m_theme;
    client::FlowSummary m_flow;
};

void TestFlowInspector::initTestCase()
{
    m_theme.install();
    m_flow = tests::flowFromYaml(kFlow);
}

QStringList TestFlowInspector::step(const std::string &name) const
{
    return shown(stepSections(*m_flow.definition, *stepOf(m_flow, name)));
}

void TestFlowInspector::aCallShowsEverySetting()
{
    const QStringList expected{
        "Call: Method=POST; env.CALL_URL",
        "Inputs: user>input.a; kind>plain",
        "Headers: X-From>batuta; Authorization>input.token",
        "Conditions: runs if>input.a != 'x'; skipped if>input.token; needs key>CALL_URL",
        "Policy: Timeout=30.0 s; Total timeout=50.0 s; On failure=Stop the run; Attempts=3; First "
        "wait=2.0 s; Grows by=3; "
        "Longest wait=20.0 s; Jitter=None; Retried on=timeout, 429, 500–599",
    };
    QCOMPARE(step("call"), expected);
}

void TestFlowInspector::aStepShowsWhatItNeeds()
{
    const QStringList expected{
        ": Needs=call",
        "Values: total>steps.call.output.n",
        "Policy: Timeout=None; On failure=Skip what needs it; Attempts=1, no retry",
    };
    QCOMPARE(step("after"), expected);
}

void TestFlowInspector::aLastStepSaysSo()
{
    const QStringList lines = step("tell");
    QCOMPARE(lines.at(0), ": Runs after all other steps, whatever happened.");
    QCOMPARE(lines.at(1), "Log line: Level=WARNING; done ${{ input.a }}");
}

void TestFlowInspector::theFlowShowsItsOwnSettings()
{
    const QStringList expected{
        ": Shows everything.",
        "Policy: Deadline=90.0 s; Steps at once=3",
        "Repeated requests: Within=60.0 s; What happens=Refused; ${{ input.a }}",
        "Input: a>string, required; token>string, secret",
    };
    QCOMPARE(shown(flowSections(m_flow)), expected);
}

void TestFlowInspector::everyStepOfTheShippedFlowsHasSections()
{
    for (const char *name :
         {"update_profile", "first_login", "course_to_vacancy", "analysis_to_profession"}) {
        const client::FlowSummary flow = tests::repositoryFlow(name);
        for (const client::StepPreview &preview : flow.steps) {
            const flow::Step *found = stepOf(flow, preview.step);
            QVERIFY2(found, preview.step.c_str());
            const QStringList lines = shown(stepSections(*flow.definition, *found));
            QVERIFY2(lines.join('\n').contains("Method=POST"), preview.step.c_str());
        }
    }
    QVERIFY(!stepOf(m_flow, "nobody"));
}

void TestFlowInspector::rowsOfATableAreReadAndCopiedByKeys()
{
    PairTable table({{"user", "input.a"}, {"long", QString("word ").repeated(30)}});
    table.resize(240, table.heightForWidth(240));
    table.show();
    QVERIFY(table.heightForWidth(240) > 3 * m_theme.scaled(25)); // the long one takes more lines
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), "input.a");
    QVERIFY(table.accessibleDescription().startsWith("user: input.a\n"));
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.current(), 1);
}

QTEST_MAIN(TestFlowInspector)
#include "tst_flow_inspector.moc"
