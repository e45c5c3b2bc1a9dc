// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/versions/flow_diff.h"

#include <QTest>

using namespace batuta;
using namespace batuta::versions;

namespace {

QString sign(ChangeKind kind)
{
    return kind == ChangeKind::Added ? "+" : kind == ChangeKind::Removed ? "-" : "~";
}

QString shown(const FieldChange &change)
{
    return QString::fromStdString(join(change.path, ".")) + ":" +
           QString::fromStdString(change.before.value_or("none")) + ">" +
           QString::fromStdString(change.after.value_or("none"));
}

/// `~a(timeout:1s>2s) +b | +a>b | title:x>y | order`
QString shown(const FlowDiff &diff)
{
    QStringList steps, edges, fields;
    for (const StepChange &change : diff.steps) {
        QStringList own;
        for (const FieldChange &field : change.fields)
            own << shown(field);
        steps << sign(change.kind) + QString::fromStdString(change.step) + (change.isFinally ? "!" : "") +
                     (own.isEmpty() ? QString() : "(" + own.join(", ") + ")");
    }
    for (const EdgeChange &edge : diff.edges)
        edges << sign(edge.kind) + QString::fromStdString(edge.from + ">" + edge.to);
    for (const FieldChange &field : diff.fields)
        fields << shown(field);
    QStringList all;
    for (const QStringList &part : {steps, edges, fields})
        if (!part.isEmpty())
            all << part.join(' ');
    if (diff.hasOtherOrder)
        all << "order";
    return all.join(" | ");
}

} // namespace

class TstFlowDiff : public QObject
{
    Q_OBJECT
private slots:
    void whatTwoTextsSayIsCompared_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("diff");
        const QByteArray two = "name: f\nsteps:\n  a: {log: x}\n  b: {log: y, needs: [a]}\n";
        QTest::newRow("same") << two << two << "";
        QTest::newRow("comments, quotes and order of keys say nothing")
            << two
            << QByteArray("# hello\nname: 'f'\nsteps:\n  a:\n    log: \"x\"\n  b: {needs: [a], log: y}\n")
            << "";
        QTest::newRow("a step more") << two << two + "  c: {log: z, needs: [a, b]}\n"
                                     << "+c | +a>c +b>c";
        QTest::newRow("a step less") << two << QByteArray("name: f\nsteps:\n  a: {log: x}\n") << "-b | -a>b";
        QTest::newRow("a value") << two << QByteArray(two).replace("log: y", "log: z") << "~b(log:y>z)";
        QTest::newRow("a value within")
            << QByteArray("steps: {a: {http: {url: u}, retry: {attempts: 2, on: [5xx]}}}")
            << QByteArray("steps: {a: {http: {url: u, method: PUT}, retry: {attempts: 3, on: [5xx, 429]}}}")
            << R"(~a(http.method:none>PUT, retry.attempts:2>3, retry.on:["5xx"]>["5xx",429]))";
        QTest::newRow("a value less") << QByteArray("steps: {a: {log: x, timeout: 3s}}")
                                      << QByteArray("steps: {a: {log: x}}") << "~a(timeout:3s>none)";
        QTest::newRow("a number became a text")
            << QByteArray("steps: {a: {set: {n: 1}}}") << QByteArray("steps: {a: {set: {n: '1'}}}")
            << "~a(set.n:1>1)";
        QTest::newRow("another kind") << QByteArray("steps: {a: {log: x}}")
                                      << QByteArray("steps: {a: {jq: .}}") << "~a(jq:none>., log:x>none)";
        QTest::newRow("an edge turned")
            << two << QByteArray("name: f\nsteps:\n  a: {log: x, needs: b}\n  b: {log: y}\n") << "+b>a -a>b";
        QTest::newRow("of the flow") << two
                                     << "deadline: 9s\n" + QByteArray(two).replace("name: f", "name: g")
                                     << "deadline:none>9s name:f>g";
        QTest::newRow("another order")
            << two << QByteArray("name: f\nsteps:\n  b: {log: y, needs: [a]}\n  a: {log: x}\n") << "order";
        QTest::newRow("finally") << two << two + "finally: {z: {log: end}}\n"
                                 << "+z!";
        QTest::newRow("steps that are no mapping")
            << two << QByteArray("name: f\nsteps: [1]\n") << "-a -b | -a>b";
    }
    void whatTwoTextsSayIsCompared()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, diff);
        const auto found = flowDiff(before.toStdString(), after.toStdString());
        QVERIFY(found);
        QCOMPARE(shown(*found), diff);
        QCOMPARE(found->isEmpty(), diff.isEmpty());
    }

    void stepsAreFoundAndCounted()
    {
        const auto diff = flowDiff("steps: {a: {log: x}, b: {log: y}}", "steps: {b: {log: z}, c: {log: y}}");
        QVERIFY(diff);
        QCOMPARE(diff->count(ChangeKind::Added), 1);
        QCOMPARE(diff->count(ChangeKind::Removed), 1);
        QCOMPARE(diff->count(ChangeKind::Changed), 1);
        QCOMPARE(diff->find("c")->kind, ChangeKind::Added);
        QVERIFY(!diff->find("nobody"));
    }

    void yamlThatCannotBeReadIsAnError()
    {
        QCOMPARE(flowDiff("steps: {", "a: 1").error().code, ErrorCode::YamlSyntax);
        QCOMPARE(flowDiff("a: 1", "a: [").error().code, ErrorCode::YamlSyntax);
    }
};

QTEST_APPLESS_MAIN(TstFlowDiff)
#include "tst_flow_diff.moc"
