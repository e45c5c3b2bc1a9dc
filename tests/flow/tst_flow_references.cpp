// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "engine/flow/secret_names.h"
#include "tests/flow/error_list.h"

#include <QTest>

using namespace batuta;
using namespace batuta::flow;

/// Which names an expression may look at, depending on where it stands.
class TestFlowReferences : public QObject
{
    Q_OBJECT

private slots:
    void checksWhatAnExpressionLooksAt_data();
    void checksWhatAnExpressionLooksAt();
    void placesAnExpressionInsideABlock();
    void offersTheNearestNameOfTheInput();
    void findsWhatIsTakenFromSecrets();
};

void TestFlowReferences::checksWhatAnExpressionLooksAt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("errors");
    const QByteArray head = "batuta: 1\nname: x\nsteps:\n  a: {log: hi}\n  b: {log: hi, needs: [a]}\n";
    const auto row = [&](const char *name, const QByteArray &text, const char *errors) {
        QTest::newRow(name) << QByteArray(head + text) << QString(errors);
    };
    row("a step that is needed", "  c: {needs: [b], if: 'steps.b.output.x'}\n",
        "flow.kind_count 6:3 steps.c\n");
    row("through others", "  c: {needs: [b], log: '${{ steps.a.status }}'}\n", "");
    row("in any case", "  c: {needs: [b], log: '${{ STEPS.A.status }}'}\n", "");
    row("not needed", "  c: {needs: [a], log: '${{ steps.b.status }}'}\n",
        "flow.contradiction 6:29 steps.c.log\n");
    row("itself", "  c: {log: '${{ steps.c.status }}'}\n", "flow.contradiction 6:17 steps.c.log\n");
    row("nobody", "  c: {log: '${{ steps.create.status }}'}\n", "flow.unknown_step 6:17 steps.c.log\n");
    row("nobody in json", "  c: {http: {url: 'http://a', method: PUT, json: [{q: 'x ${{ steps.no }}'}]}}\n",
        "flow.unknown_step 6:62 steps.c.http.json[0].q\n");
    row("by index", "  c: {log: \"${{ steps['b'].status }}\"}\n", "flow.contradiction 6:17 steps.c.log\n");
    row("all steps", "  c: {log: '${{ toJSON(steps) }}'}\n", "");
    row("a computed step", "  c: {log: '${{ steps[input.which].status }}'}\n", "");
    row("secrets", "  c: {log: '${{ secrets.KEY }}'}\n", "");
    row("secrets in the key and the output",
        "idempotency: {key: '${{ secrets.KEY }}'}\noutput: '${{ secrets.KEY }}'\n", "");
    row("message", "  c: {log: '${{ message.x }}'}\n", "");
    row("item", "  c: {log: '${{ item.x }}'}\n", "flow.contradiction 6:17 steps.c.log\n");
    row("item of a foreach", "  c: {foreach: {items: [1]}, log: '${{ item.x }}${{ ITEM.y }}'}\n", "");
    row("item by its name", "  c: {foreach: {items: [1], as: one}, log: '${{ one.x }}${{ item.x }}'}\n", "");
    row("item before there is one", "  c: {foreach: {items: '${{ item.x }}'}, log: hi, if: item.x}\n",
        "flow.contradiction 6:29 steps.c.foreach.items\nflow.contradiction 6:55 steps.c.if\n");
    row("item of another step",
        "  c: {foreach: {items: [1], as: one}, log: hi}\n  d: {log: '${{ one.x }}'}\n",
        "expr.unknown_name 7:17 steps.d.log\n");
    row("item in an undo", "  c: {foreach: {items: [1]}, log: hi, compensate: {log: '${{ item.x }}'}}\n",
        "flow.contradiction 6:62 steps.c.compensate.log\n");
    row("an undo reads its own step and others",
        "  c: {log: hi, compensate: {log: '${{ steps.c.output }}${{ steps.b.status }}${{ secrets.X }}'}}\n",
        "");
    row("an undo reads nobody", "  c: {log: hi, compensate: {log: '${{ steps.d.output }}'}}\n",
        "flow.unknown_step 6:39 steps.c.compensate.log\n");
    row("an undo reads a last step",
        "  c: {log: hi, compensate: {log: '${{ steps.z.output }}'}}\nfinally: {z: {log: hi}}\n",
        "flow.contradiction 6:39 steps.c.compensate.log\n");
    row("an undo reads the report", "  c: {log: hi, compensate: {log: '${{ execution.report }}'}}\n",
        "flow.contradiction 6:39 steps.c.compensate.log\n");
    row("vars", "  c: {log: '${{ vars.x }}'}\n", "flow.not_supported 6:17 steps.c.log\n");
    row("an unknown context", "  c: {log: '${{ inputs.x }}'}\n", "expr.unknown_name 6:17 steps.c.log\n");
    row("the other contexts", "  c: {log: '${{ input.x }}${{ env.X }}${{ execution.id }}${{ flow.name }}'}\n",
        "");
    row("the report before the end", "  c: {log: '${{ execution.report }}'}\n",
        "flow.contradiction 6:17 steps.c.log\n");
    row("the report at the end", "finally: {z: {log: '${{ execution.report }}'}}\n", "");
    row("any step at the end", "finally: {z: {log: '${{ steps.b.status }}'}}\n", "");
    row("another last step", "finally: {y: {log: hi}, z: {log: '${{ steps.y.status }}'}}\n",
        "flow.contradiction 6:39 finally.z.log\n");
    row("another last step that is needed",
        "finally: {y: {log: hi}, z: {needs: [y], log: '${{ steps.y.status }}'}}\n", "");
    row("a last step too early", "  c: {log: '${{ steps.z.status }}'}\nfinally: {z: {log: hi}}\n",
        "flow.contradiction 6:17 steps.c.log\n");
    row("a last step in the output", "finally: {z: {log: hi}}\noutput: '${{ steps.z.status }}'\n",
        "flow.contradiction 7:14 output\n");
    row("any step in the output", "output: '${{ steps.b.output }}'\n", "");
    row("a step in the key", "idempotency: {key: '${{ steps.b.output }}'}\n",
        "flow.contradiction 6:25 idempotency.key\n");
    row("a closed input",
        "  c: {log: '${{ input.yes }}${{ input.Yes }}${{ input.no }}'}\n"
        "input: {additionalProperties: false, properties: {yes: {}}}\n",
        "expr.unknown_name 6:49 steps.c.log\n");
    row("an open input", "  c: {log: '${{ input.no }}'}\ninput: {properties: {yes: {}}}\n", "");
}

void TestFlowReferences::checksWhatAnExpressionLooksAt()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, errors);
    QCOMPARE(test::listed(readFlow(text.toStdString(), "f").errors), errors);
}

void TestFlowReferences::placesAnExpressionInsideABlock()
{
    const Errors errors = readFlow("batuta: 1\nname: x\nsteps:\n  a:\n    log: |\n"
                                   "      first ${{ input.x }}\n"
                                   "      then ${{ message.x }} and ${{ vars.x }}\n",
                                   "f")
                              .errors;
    QCOMPARE(test::listed(errors), QString("flow.not_supported 7:37 steps.a.log\n"));
}

void TestFlowReferences::offersTheNearestNameOfTheInput()
{
    const Errors errors =
        readFlow("batuta: 1\nname: x\ninput: {additionalProperties: false, properties: {user_id: {}}}\n"
                 "steps: {a: {log: '${{ input.userid }}'}}\n",
                 "f")
            .errors;
    QCOMPARE(errors.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(errors[0].mend), QString("Did you mean `user_id`?"));
}

void TestFlowReferences::findsWhatIsTakenFromSecrets()
{
    const std::string text =
        "a: '${{ secrets.KEY }}'\nb: \"${{ Secrets['hook-url'] }} ${{ secrets [ \\\"Q\\\" ] }}\"\n"
        "c: '${{ secrets.KEY }} my_secrets.no secrets are none'";
    QVERIFY(secretNames(text) == (std::vector<std::string>{"KEY", "Q", "hook-url"}));
    QVERIFY(secretNames("secrets.").empty() && secretNames("secrets").empty() && secretNames("").empty());
}

QTEST_APPLESS_MAIN(TestFlowReferences)
#include "tst_flow_references.moc"
