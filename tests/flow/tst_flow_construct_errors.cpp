// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "tests/flow/error_list.h"

#include <QTest>

using namespace batuta;
using namespace batuta::flow;

namespace {

/// `text` is the only step, on line 4.
void stepRow(const char *name, const QByteArray &text, const char *errors)
{
    QTest::newRow(name) << QByteArray("batuta: 1\nname: x\nsteps:\n  a: " + text + "\n") << QString(errors);
}

/// `text` is a policy of a call: it starts at column 32 of line 4.
void policyRow(const char *name, const QByteArray &text, const char *errors)
{
    stepRow(name, "{http: {url: 'http://a'}, " + text + "}", errors);
}

} // namespace

/// Places of the problems in what surrounds a step (breaker, foreach …) and in the kinds beside http.
class TestFlowConstructErrors : public QObject
{
    Q_OBJECT

private slots:
    void placesEveryProblem_data();
    void placesEveryProblem();
    void saysWhichKeysAnUndoHas();

private:
    void policyRows();
    void undoRows();
    void processRows();
    void personRows();
    void noticeRows();
};

void TestFlowConstructErrors::policyRows()
{
    policyRow("breaker as word", "breaker: true", "flow.wrong_type 4:41 steps.a.breaker\n");
    policyRow("breaker keys", "breaker: {failures: 0, open: 0s, probes: 1001, wait: 1s}",
              "flow.bad_value 4:52 steps.a.breaker.failures\nflow.bad_value 4:61 steps.a.breaker.open\n"
              "flow.bad_value 4:73 steps.a.breaker.probes\nflow.unknown_key 4:79 steps.a.breaker.wait\n");
    policyRow("breaker name", "breaker: {name: My Shop, forget_after: x}",
              "flow.bad_name 4:48 steps.a.breaker.name\nflow.bad_value 4:71 "
              "steps.a.breaker.forget_after\n");
    policyRow("rate limit without limit", "rate_limit: {per: 1s}",
              "flow.missing_key 4:44 steps.a.rate_limit\n");
    policyRow("rate limit of nothing", "rate_limit: {limit: 0, per: 0s}",
              "flow.bad_value 4:52 steps.a.rate_limit.limit\nflow.bad_value 4:60 steps.a.rate_limit.per\n");
    for (const char *kind :
         {"set: {}", "log: hi", "check: {g: {if: 'true'}}", "wait: {event: x}", "approval: {}", "notify: hi"})
        QTest::newRow(kind) << QByteArray(
                                   QByteArray("batuta: 1\nname: x\nsteps:\n  a:\n    breaker: {}\n    ") +
                                   "rate_limit: {limit: 1}\n    " + kind + "\n")
                            << "flow.contradiction 5:5 steps.a.breaker\nflow.contradiction 6:5 "
                               "steps.a.rate_limit\n";
    for (const char *kind : {"approval: {}", "notify: hi"})
        QTest::addRow("retry of %s", kind)
            << QByteArray(QByteArray("batuta: 1\nname: x\nsteps:\n  a:\n    retry: {attempts: 2}\n    ") +
                          kind + "\n")
            << "flow.contradiction 5:5 steps.a.retry\n";
    stepRow("foreach as list", "{log: hi, foreach: [1]}", "flow.wrong_type 4:25 steps.a.foreach\n");
    stepRow("foreach without items", "{log: hi, foreach: {as: x}}",
            "flow.missing_key 4:25 steps.a.foreach\n");
    for (const char *items : {"abc", "3", "{a: b}", "'a ${{ b }}'"})
        stepRow(items, QByteArray("{log: hi, foreach: {items: ") + items + "}}",
                "flow.wrong_type 4:33 steps.a.foreach.items\n");
    for (const char *as : {"input", "env", "secrets", "steps", "execution", "flow", "trigger", "message",
                           "vars", "'true'", "'null'", "nan", "Source"})
        stepRow(as, QByteArray("{log: hi, foreach: {items: [], as: ") + as + "}}",
                "flow.bad_name 4:41 steps.a.foreach.as\n");
    stepRow("foreach settings", "{log: hi, foreach: {items: [], max_parallel: 0, on_failure: continue}}",
            "flow.bad_value 4:51 steps.a.foreach.max_parallel\nflow.bad_value 4:66 "
            "steps.a.foreach.on_failure\n");
    stepRow("foreach asks", "{approval: {}, foreach: {items: [1]}}",
            "flow.contradiction 4:21 steps.a.foreach\n");
}

void TestFlowConstructErrors::undoRows()
{
    stepRow("undo as word", "{log: hi, compensate: no}", "flow.wrong_type 4:28 steps.a.compensate\n");
    stepRow("undo without kind", "{log: hi, compensate: {}}", "flow.kind_count 4:16 steps.a.compensate\n");
    stepRow("undo with two kinds", "{log: hi, compensate: {log: no, set: {}}}",
            "flow.kind_count 4:38 steps.a.compensate.set\n");
    stepRow(
        "undo with keys of a step",
        "{log: hi, compensate: {log: no, needs: [b], if: 'false', skip: [], foreach: {}, compensate: {}}}",
        "flow.unknown_key 4:38 steps.a.compensate.needs\nflow.unknown_key 4:50 steps.a.compensate.if\n"
        "flow.unknown_key 4:63 steps.a.compensate.skip\nflow.unknown_key 4:73 "
        "steps.a.compensate.foreach\nflow.unknown_key 4:86 steps.a.compensate.compensate\n");
    stepRow("undo tried again", "{log: hi, compensate: {log: no, retry: {attempts: 2}, breaker: {}}}",
            "flow.contradiction 4:38 steps.a.compensate.retry\nflow.contradiction 4:60 "
            "steps.a.compensate.breaker\n");
    stepRow("undo named like a step", "{log: hi, compensate: {log: no}}\n  a_undo: {log: hi}",
            "flow.bad_name 4:16 steps.a.compensate\n");
    QTest::newRow("undo with a long name")
        << QByteArray("batuta: 1\nname: x\nsteps:\n  " + QByteArray(59, 'a') +
                      ": {log: hi, compensate: {log: no}}\n")
        << QString("flow.bad_name 4:74 steps." + QString(59, 'a') + ".compensate\n");
    stepRow("undo at the end", "{log: hi}\nfinally: {z: {log: hi, compensate: {log: no}}}",
            "flow.contradiction 5:24 finally.z.compensate\n");
    // It runs when the deadline may be over already.
    QTest::newRow("undo longer than the deadline")
        << QByteArray(
               "batuta: 1\nname: x\ndeadline: 5s\nsteps:\n  a: {log: hi, compensate: {timeout: 9s, http: "
               "{url: 'http://a'}}}\n")
        << QString();
}

void TestFlowConstructErrors::processRows()
{
    stepRow("process without command", "{process: {}}", "flow.missing_key 4:16 steps.a.process\n");
    stepRow("command as text", "{process: {command: ls -l}}",
            "flow.wrong_type 4:26 steps.a.process.command\n");
    stepRow("empty command", "{process: {command: []}}", "flow.bad_value 4:26 steps.a.process.command\n");
    stepRow("no program", "{process: {command: ['', x]}}",
            "flow.bad_value 4:27 steps.a.process.command[0]\n");
    stepRow("argument as list", "{process: {command: [ls, [x]]}}",
            "flow.wrong_type 4:31 steps.a.process.command[1]\n");
    stepRow("variables", "{process: {command: [ls], env: {A-B: c, D: [e]}}}",
            "flow.bad_name 4:38 steps.a.process.env.A-B\nflow.wrong_type 4:49 steps.a.process.env.D\n");
    stepRow("passed variables", "{process: {command: [ls], pass: [1A]}}",
            "flow.bad_name 4:38 steps.a.process.pass\n");
    stepRow("passed and written", "{process: {command: [ls], pass: [A], env: {A: b}}}",
            "flow.contradiction 4:38 steps.a.process.pass\n");
    for (const char *directory : {"/tmp", "../x", "a/../../b", "''"})
        stepRow(directory, QByteArray("{process: {command: [ls], directory: ") + directory + "}}",
                "flow.bad_value 4:43 steps.a.process.directory\n");
    stepRow("process output", "{process: {command: [ls], output: xml, max_output: 0, grace: 0s}}",
            "flow.bad_value 4:40 steps.a.process.output\nflow.bad_value 4:57 steps.a.process.max_output\n"
            "flow.bad_value 4:67 steps.a.process.grace\n");
}

void TestFlowConstructErrors::personRows()
{
    stepRow("role", "{approval: {role: 12}}", "flow.wrong_type 4:24 steps.a.approval.role\n");
    stepRow("form as text", "{approval: {form: name}}", "flow.wrong_type 4:24 steps.a.approval.form\n");
    stepRow("form", "{approval: {form: {type: objekt}}}", "schema.invalid 4:24 steps.a.approval.form\n");
    stepRow("expires", "{approval: {expires: tomorrow, on_expiry: skip}}",
            "flow.bad_value 4:27 steps.a.approval.expires\nflow.bad_value 4:48 "
            "steps.a.approval.on_expiry\n");
    stepRow("share of what is asked", "{approval: {traffic: {revision: r, percent: 101}}}",
            "flow.bad_value 4:50 steps.a.approval.traffic.percent\n");
    stepRow("on_expiry without expires", "{approval: {on_expiry: approve}}",
            "flow.contradiction 4:18 steps.a.approval.on_expiry\n");
    stepRow("approval with a timeout", "{approval: {}, timeout: 1h}",
            "flow.contradiction 4:21 steps.a.timeout\n");
    QTest::newRow("expires over deadline")
        << QByteArray("batuta: 1\nname: x\ndeadline: 5s\nsteps:\n  a: {approval: {expires: 6s}}\n")
        << "flow.contradiction 5:27 steps.a.approval.expires\n";
    stepRow("event and time", "{wait: {event: x, for: 1s}}", "flow.contradiction 4:14 steps.a.wait.event\n");
    stepRow("jq without program", "{jq: {input: 1}}", "flow.missing_key 4:11 steps.a.jq\n");
    stepRow("jq as list", "{jq: {program: [.]}}", "flow.wrong_type 4:21 steps.a.jq.program\n");
    stepRow("empty program", "{jq: {program: ' '}}", "flow.bad_value 4:21 steps.a.jq.program\n");
    stepRow("program with an expression", "{jq: {program: '.x + ${{ input.y }}'}}",
            "flow.bad_value 4:21 steps.a.jq.program\n");
    stepRow("jq input", "{jq: {program: ., input: '${{ 1 + }}'}}", "expr.syntax 4:38 steps.a.jq.input\n");
}

void TestFlowConstructErrors::noticeRows()
{
    stepRow("webhook without url", "{webhook: {}}", "flow.missing_key 4:16 steps.a.webhook\n");
    stepRow("webhook url", "{webhook: {url: a.b}}", "flow.bad_value 4:22 steps.a.webhook.url\n");
    stepRow("webhook header", "{webhook: {url: 'http://a', headers: {Host: x, X-Batuta-Signature: y}}}",
            "flow.bad_value 4:44 steps.a.webhook.headers.Host\nflow.bad_value 4:53 "
            "steps.a.webhook.headers.X-Batuta-Signature\n");
    stepRow("webhook secret", "{webhook: {url: 'http://a', secret: {}}}",
            "flow.wrong_type 4:42 steps.a.webhook.secret\n");
    stepRow("slack without text", "{slack: {webhook: 'http://a'}}", "flow.missing_key 4:14 steps.a.slack\n");
    stepRow("slack webhook", "{slack: {webhook: a, text: hi}}",
            "flow.bad_value 4:24 steps.a.slack.webhook\n");
    stepRow("slack blocks", "{slack: {webhook: 'http://a', text: hi, blocks: {}}}",
            "flow.wrong_type 4:54 steps.a.slack.blocks\n");
    stepRow("cloud_run without action", "{cloud_run: {}}", "flow.missing_key 4:18 steps.a.cloud_run\n");
    stepRow("cloud_run action", "{cloud_run: {action: launch}}",
            "flow.bad_value 4:27 steps.a.cloud_run.action\n");
    stepRow("cloud_run foreign key", "{cloud_run: {action: wait, percent: 5}}",
            "flow.contradiction 4:33 steps.a.cloud_run.percent\n");
    stepRow("cloud_run percent", "{cloud_run: {action: traffic, revision: r, percent: 101}}",
            "flow.bad_value 4:58 steps.a.cloud_run.percent\n");
    stepRow("cloud_run half a traffic", "{cloud_run: {action: traffic, revision: r}}",
            "flow.missing_key 4:18 steps.a.cloud_run\n");
    stepRow("cloud_run two traffics", "{cloud_run: {action: traffic, traffic: [], tag: t}}",
            "flow.contradiction 4:36 steps.a.cloud_run.traffic\n");
    stepRow("cloud_run time", "{cloud_run: {action: wait, for: soon}}",
            "flow.bad_value 4:38 steps.a.cloud_run.for\n");
    stepRow("cloud_run typed by the file", "{cloud_run: {action: rollback, confirm: shop}}",
            "flow.bad_value 4:46 steps.a.cloud_run.confirm\n");
    stepRow("cloud_run gate without gates", "{cloud_run: {action: gate, for: 1m}}",
            "flow.missing_key 4:18 steps.a.cloud_run\n");
    stepRow("cloud_run gate of nothing", "{cloud_run: {action: gate, gates: []}}",
            "flow.bad_value 4:40 steps.a.cloud_run.gates\n");
    stepRow("cloud_run shape", "{cloud_run: {action: deploy, env: [A], image: [x]}}",
            "flow.wrong_type 4:40 steps.a.cloud_run.env\nflow.wrong_type 4:52 steps.a.cloud_run.image\n");
    stepRow("notify without text", "{notify: {title: x}}", "flow.missing_key 4:15 steps.a.notify\n");
    stepRow("notify as list", "{notify: [x]}", "flow.wrong_type 4:15 steps.a.notify\n");
    stepRow("notify level", "{notify: {text: x, level: DEBUG}}",
            "flow.bad_value 4:32 steps.a.notify.level\n");
}

void TestFlowConstructErrors::placesEveryProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("errors");
    policyRows();
    undoRows();
    processRows();
    personRows();
    noticeRows();
}

void TestFlowConstructErrors::placesEveryProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, errors);
    const FlowReading reading = readFlow(text.toStdString(), "f.yaml");
    QCOMPARE(test::listed(reading.errors), errors);
    QCOMPARE(reading.flow != nullptr, errors.isEmpty());
    for (const Error &error : reading.errors) {
        QCOMPARE(error.place.file, std::string("f.yaml"));
        QVERIFY(!mendText(error).empty());
    }
}

void TestFlowConstructErrors::saysWhichKeysAnUndoHas()
{
    const Errors errors =
        readFlow("batuta: 1\nname: x\nsteps:\n  a: {log: hi, compensate: {log: no, tiemout: 1s}}\n", "f")
            .errors;
    QCOMPARE(errors.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(errors[0].mend), QString("Did you mean `timeout`?"));
}

QTEST_APPLESS_MAIN(TestFlowConstructErrors)
#include "tst_flow_construct_errors.moc"
