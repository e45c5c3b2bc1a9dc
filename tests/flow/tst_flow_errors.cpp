// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "tests/flow/error_list.h"

#include <QTest>

using namespace batuta;
using namespace batuta::flow;

namespace {

Errors errorsOf(const QByteArray &text)
{
    const FlowReading reading = readFlow(text.toStdString(), "f.yaml");
    // The contract of a reading: a flow, or errors.
    return reading.flow && !reading.errors.empty() ? Errors{{ErrorCode::Internal, "both", "", {}, ""}}
                                                   : reading.errors;
}

void row(const char *name, const QByteArray &text, const char *errors)
{
    QTest::newRow(name) << text << QString(errors);
}

/// The head is good and ends on line 4: `text` starts on line 5.
void headRow(const char *name, const QByteArray &text, const char *errors)
{
    row(name, "batuta: 1\nname: x\nsteps:\n  a: {log: hi}\n" + text, errors);
}

/// `text` is the only step, on line 4.
void stepRow(const char *name, const QByteArray &text, const char *errors)
{
    row(name, "batuta: 1\nname: x\nsteps:\n  a: " + text + "\n", errors);
}

} // namespace

class TestFlowErrors : public QObject
{
    Q_OBJECT

private slots:
    void placesEveryProblem_data();
    void placesEveryProblem();
    void reportsAllProblemsAtOnce();
    void saysHowToMendIt_data();
    void saysHowToMendIt();
    void showsThePathOfACycle();
    void stopsCountingProblemsAtSomePoint();

private:
    void headRows();
    void stepRows();
    void kindRows();
    void limitRows();
    void contradictionRows();
    void totalRows();
};

void TestFlowErrors::headRows()
{
    row("no mapping", "- a\n", "flow.wrong_type 1:1\n");
    row("no version", "name: x\nsteps: {a: {log: hi}}\n", "flow.missing_key 1:1\n");
    row("version 2", "batuta: 2\nnonsense: 1\n", "flow.version 1:9 batuta\n");
    row("version as text", "batuta: '1'\nname: x\n", "flow.version 1:9 batuta\n");
    row("no name, no steps", "batuta: 1\n", "flow.missing_key 1:1\nflow.missing_key 1:1\n");
    row("bad name", "batuta: 1\nname: My-Flow\nsteps: {a: {log: hi}}\n", "flow.bad_name 2:7 name\n");
    row("number as name", "batuta: 1\nname: 12\nsteps: {a: {log: hi}}\n", "flow.wrong_type 2:7 name\n");
    row("empty steps", "batuta: 1\nname: x\nsteps: {}\n", "flow.bad_value 3:8 steps\n");
    row("steps as list", "batuta: 1\nname: x\nsteps: [a]\n", "flow.wrong_type 3:8 steps\n");
    row("steps without value", "batuta: 1\nname: x\nsteps:\n", "flow.wrong_type 3:1 steps\n");
    headRow("unknown key", "stepz: 1\n", "flow.unknown_key 5:1 stepz\n");
    headRow("title without en", "title: {pt_BR: Oi}\n", "flow.missing_key 5:8 title\n");
    headRow("title in French", "title: {en: a, fr: b}\n", "flow.unknown_key 5:16 title.fr\n");
    headRow("description as list", "description: []\n", "flow.wrong_type 5:14 description\n");
    headRow("label name", "labels: {My Label: x}\n", "flow.bad_name 5:10 labels.My Label\n");
    headRow("label value", "labels: {size: 12}\n", "flow.wrong_type 5:16 labels.size\n");
    headRow("deadline", "deadline: 9 minutes\n", "flow.bad_value 5:11 deadline\n");
    headRow("deadline of nothing", "deadline: 0s\n", "flow.bad_value 5:11 deadline\n");
    headRow("deadline as list", "deadline: []\n", "flow.wrong_type 5:11 deadline\n");
    headRow("max_parallel 0", "max_parallel: 0\n", "flow.bad_value 5:15 max_parallel\n");
    headRow("max_parallel 1001", "max_parallel: 1001\n", "flow.bad_value 5:15 max_parallel\n");
    headRow("max_parallel as text", "max_parallel: '4'\n", "flow.wrong_type 5:15 max_parallel\n");
    headRow("concurrency", "concurrency: {limit: 0}\n", "flow.bad_value 5:22 concurrency.limit\n");
    headRow("triggers", "triggers: {}\n", "flow.wrong_type 5:11 triggers\n");
    headRow("idempotency without key", "idempotency: {window: 1s}\n", "flow.missing_key 5:14 idempotency\n");
    headRow("on_repeat other", "idempotency: {key: a, on_repeat: no}\n",
            "flow.bad_value 5:34 idempotency.on_repeat\n");
    headRow("input schema", "input: {type: objekt}\n", "schema.invalid 5:8 input\n");
    headRow("defaults", "defaults: {timeout: 5, needs: []}\n",
            "flow.bad_value 5:21 defaults.timeout\nflow.unknown_key 5:24 defaults.needs\n");
    headRow("output", "output: {a: '${{ 1 + }}'}\n", "expr.syntax 5:20 output.a\n");
    headRow("finally twice the name", "finally: {a: {log: x}}\n", "flow.bad_name 5:11 finally.a\n");
    headRow("finally needs a step", "finally: {b: {needs: [a], log: x}}\n",
            "flow.unknown_step 5:23 finally.b.needs[0]\n");
    headRow("duplicate key", "name: y\n", "yaml.duplicate_key 5:1 name\n");
    headRow("bad YAML", "x: [\n", "yaml.syntax 6:1\n");
}

void TestFlowErrors::stepRows()
{
    row("step name", "batuta: 1\nname: x\nsteps:\n  Bad-Name: {log: hi}\n",
        "flow.bad_name 4:3 steps.Bad-Name\n");
    stepRow("no mapping", "hi", "flow.wrong_type 4:6 steps.a\n");
    stepRow("unknown key", "{log: hi, tiemout: 5s}", "flow.unknown_key 4:16 steps.a.tiemout\n");
    stepRow("no kind", "{title: hi}", "flow.kind_count 4:3 steps.a\n");
    stepRow("two kinds", "{log: hi, set: {}}", "flow.kind_count 4:16 steps.a.set\n");
    for (const char *kind : {"message", "celery", "model"})
        stepRow(kind, QByteArray("{") + kind + ": {}}",
                (QByteArray("flow.not_supported 4:7 steps.a.") + kind + "\n").constData());
    stepRow("needs nobody", "{log: hi, needs: [b]}", "flow.unknown_step 4:24 steps.a.needs[0]\n");
    stepRow("needs itself", "{log: hi, needs: [a]}", "flow.cycle 4:24 steps.a.needs[0]\n");
    stepRow("needs twice", "{log: hi, needs: [b, b]}",
            "flow.unknown_step 4:24 steps.a.needs[0]\nflow.bad_value 4:27 steps.a.needs[1]\n");
    stepRow("needs as text", "{log: hi, needs: b}", "flow.wrong_type 4:23 steps.a.needs\n");
    stepRow("if as list", "{log: hi, if: []}", "flow.wrong_type 4:20 steps.a.if\n");
    stepRow("if broken", "{log: hi, if: 'input.x =='}", "expr.syntax 4:31 steps.a.if\n");
    stepRow("skip without reason", "{log: hi, skip: [{if: 'true'}]}",
            "flow.missing_key 4:23 steps.a.skip[0]\n");
    stepRow("skip as mapping", "{log: hi, skip: {}}", "flow.wrong_type 4:22 steps.a.skip\n");
    stepRow("on_failure", "{log: hi, on_failure: ignore}", "flow.bad_value 4:28 steps.a.on_failure\n");
    stepRow("timeout", "{log: hi, timeout: soon}", "flow.bad_value 4:25 steps.a.timeout\n");
    stepRow("retry", "{http: {url: 'http://a'}, retry: {attempts: 101, on: [6xx, 200, 500], extra: 1}}",
            "flow.bad_value 4:50 steps.a.retry.attempts\nflow.bad_value 4:60 steps.a.retry.on[0]\n"
            "flow.bad_value 4:65 steps.a.retry.on[1]\nflow.unknown_key 4:76 steps.a.retry.extra\n");
    stepRow("retry without attempts", "{http: {url: 'http://a'}, retry: {}}",
            "flow.missing_key 4:39 steps.a.retry\n");
    stepRow("backoff",
            "{http: {url: 'http://a'}, retry: {attempts: 2, backoff: {factor: 0.5, jitter: half}}}",
            "flow.bad_value 4:71 steps.a.retry.backoff.factor\nflow.bad_value 4:84 "
            "steps.a.retry.backoff.jitter\n");
}

void TestFlowErrors::kindRows()
{
    stepRow("http without url", "{http: {}}", "flow.missing_key 4:13 steps.a.http\n");
    stepRow("http key", "{http: {url: 'http://a', body: x}}", "flow.unknown_key 4:31 steps.a.http.body\n");
    stepRow("http method", "{http: {url: 'http://a', method: post}}",
            "flow.bad_value 4:39 steps.a.http.method\n");
    stepRow("http url", "{http: {url: 'ftp://a'}}", "flow.bad_value 4:19 steps.a.http.url\n");
    stepRow("http header name", "{http: {url: 'http://a', headers: {'a b': c}}}",
            "flow.bad_name 4:41 steps.a.http.headers.a b\n");
    stepRow("http framing header", "{http: {url: 'http://a', headers: {Host: c}}}",
            "flow.bad_value 4:41 steps.a.http.headers.Host\n");
    stepRow("http header twice", "{http: {url: 'http://a', headers: {X-A: b, x-a: c}}}",
            "flow.bad_value 4:49 steps.a.http.headers.x-a\n");
    stepRow("http header value", "{http: {url: 'http://a', headers: {X-A: \"b\\nc\"}}}",
            "flow.bad_value 4:46 steps.a.http.headers.X-A\n");
    stepRow("http query", "{http: {url: 'http://a', query: {q: [1]}}}",
            "flow.wrong_type 4:42 steps.a.http.query.q\n");
    stepRow("http auth", "{http: {url: 'http://a', auth: {basic: x}}}",
            "flow.missing_key 4:37 steps.a.http.auth\nflow.unknown_key 4:38 steps.a.http.auth.basic\n");
    stepRow("two ways of http auth", "{http: {url: 'http://a', auth: {bearer: x, google_id_token: y}}}",
            "flow.contradiction 4:37 steps.a.http.auth\n");
    stepRow("http response size", "{http: {url: 'http://a', max_response: 2GiB}}",
            "flow.bad_value 4:45 steps.a.http.max_response\n");
    stepRow("http json expressions",
            "{http: {url: 'http://a', method: PUT, json: {a: '${{ ( }}', b: ['${{ no() }}']}}}",
            "expr.syntax 4:61 steps.a.http.json.a\nexpr.unknown_name 4:75 steps.a.http.json.b[0]\n");
    stepRow("set as list", "{set: [1]}", "flow.wrong_type 4:12 steps.a.set\n");
    stepRow("wait for nothing", "{wait: {}}", "flow.missing_key 4:13 steps.a.wait\n");
    stepRow("wait for a word", "{wait: {for: ever}}", "flow.bad_value 4:19 steps.a.wait.for\n");
    stepRow("wait until a word", "{wait: {until: dawn}}", "flow.bad_value 4:21 steps.a.wait.until\n");
    stepRow("wait for no event", "{wait: {event: ''}}", "flow.bad_value 4:21 steps.a.wait.event\n");
    stepRow("wait for events", "{wait: {event: [x]}}", "flow.wrong_type 4:21 steps.a.wait.event\n");
    stepRow("flow without name", "{flow: {input: {}}}", "flow.missing_key 4:13 steps.a.flow\n");
    stepRow("flow input", "{flow: {name: b, input: [1]}}", "flow.wrong_type 4:30 steps.a.flow.input\n");
    stepRow("log level", "{log: {message: hi, level: info}}", "flow.bad_value 4:33 steps.a.log.level\n");
    stepRow("log without message", "{log: {}}", "flow.missing_key 4:12 steps.a.log\n");
    stepRow("check without gate", "{check: {}}", "flow.bad_value 4:14 steps.a.check\n");
    stepRow("gate of nothing", "{check: {g: {min: 1}}}", "flow.missing_key 4:18 steps.a.check.g\n");
    stepRow("gate without bound", "{check: {g: {value: 1}}}", "flow.missing_key 4:18 steps.a.check.g\n");
    stepRow("gate name", "{check: {G-1: {if: 'true'}}}", "flow.bad_name 4:15 steps.a.check.G-1\n");
}

void TestFlowErrors::limitRows()
{
    stepRow("expressions in a text", "{log: '" + QByteArray("${{ 1 }}").repeated(501) + "'}",
            "expr.limit 4:12 steps.a.log\n");
    stepRow("bytes around an expression", "{if: '" + QByteArray(1 << 16, ' ') + "${{ 1 }}', log: hi}",
            "expr.limit 4:11 steps.a.if\n");
    QByteArray headers;
    for (int i = 0; i < 101; ++i)
        headers += "H" + QByteArray::number(i) + ": x, ";
    stepRow("headers", "{http: {url: 'http://a', headers: {" + headers + "}}}",
            "flow.bad_value 4:40 steps.a.http.headers\n");
    QByteArray steps;
    for (int i = 0; i < 1001; ++i)
        steps += "  s" + QByteArray::number(i) + ": {log: hi}\n";
    row("steps", "batuta: 1\nname: x\nsteps:\n" + steps, "flow.bad_value 4:3 steps\n");
}

void TestFlowErrors::contradictionRows()
{
    headRow("default timeout over deadline", "deadline: 5s\ndefaults: {timeout: 6s}\n",
            "flow.contradiction 6:21 defaults.timeout\n");
    row("timeout over deadline",
        "batuta: 1\nname: x\ndeadline: 5s\nsteps:\n  a: {timeout: 6s, http: {url: 'http://a'}}\n",
        "flow.contradiction 5:16 steps.a.timeout\n");
    row("wait over deadline", "batuta: 1\nname: x\ndeadline: 5s\nsteps:\n  a: {wait: {for: 1m}}\n",
        "flow.contradiction 5:19 steps.a.wait.for\n");
    stepRow("wait over timeout", "{wait: {for: 1m}, timeout: 5s}",
            "flow.contradiction 4:19 steps.a.wait.for\n");
    totalRows();
    stepRow("connect over timeout", "{timeout: 1s, http: {url: 'http://a', connect_timeout: 2s}}",
            "flow.contradiction 4:61 steps.a.http.connect_timeout\n");
    for (const char *kind : {"set: {}", "log: hi", "check: {g: {if: 'true'}}", "wait: {for: 1s}"})
        row(kind,
            QByteArray("batuta: 1\nname: x\nsteps:\n  a:\n    retry: {attempts: 2}\n    ") + kind + "\n",
            "flow.contradiction 5:5 steps.a.retry\n");
    stepRow("backoff", "{http: {url: 'http://a'}, retry: {attempts: 2, backoff: {first: 9s, max: 3s}}}",
            "flow.contradiction 4:79 steps.a.retry.backoff.max\n");
    stepRow("body of a GET", "{http: {url: 'http://a', json: {}}}",
            "flow.contradiction 4:31 steps.a.http.json\n");
    stepRow("two authorizations", "{http: {url: 'http://a', auth: {bearer: x}, headers: {authorization: y}}}",
            "flow.contradiction 4:31 steps.a.http.auth\n");
    stepRow("for and until", "{wait: {for: 1s, until: '2026-11-21T02:00:00Z'}}",
            "flow.contradiction 4:23 steps.a.wait.until\n");
    stepRow("if and value", "{check: {g: {if: 'true', value: 1}}}",
            "flow.contradiction 4:19 steps.a.check.g.if\n");
    stepRow("min over max", "{check: {g: {value: 1, min: 3, max: 2}}}",
            "flow.contradiction 4:34 steps.a.check.g.min\n");
    stepRow("equals and max", "{check: {g: {value: 1, equals: 3, max: 2}}}",
            "flow.contradiction 4:29 steps.a.check.g.equals\n");
    // Attempts may well take longer than the deadline together: the deadline then cuts them.
    row("attempts together over deadline",
        "batuta: 1\nname: x\ndeadline: 5s\nsteps:\n  a: {timeout: 4s, http: {url: 'http://a'}, retry: "
        "{attempts: 9}}\n",
        "");
    headRow("a last step longer than the deadline",
            "deadline: 5s\nfinally: {b: {timeout: 9s, http: {url: 'http://a'}}}\n", "");
}

void TestFlowErrors::totalRows()
{
    headRow("default total over deadline", "deadline: 5s\ndefaults: {total_timeout: 6s}\n",
            "flow.contradiction 6:27 defaults.total_timeout\n");
    headRow("default total below the timeout", "defaults: {timeout: 9s, total_timeout: 6s}\n",
            "flow.contradiction 5:40 defaults.total_timeout\n");
    row("total over deadline",
        "batuta: 1\nname: x\ndeadline: 5s\nsteps:\n  a: {total_timeout: 6s, jq: {program: .a}}\n",
        "flow.contradiction 5:22 steps.a.total_timeout\n");
    stepRow("total below the timeout", "{timeout: 9s, total_timeout: 6s, http: {url: 'http://a'}}",
            "flow.contradiction 4:35 steps.a.total_timeout\n");
    stepRow("total below the timeout of a webhook", "{total_timeout: 6s, webhook: {url: 'http://a'}}",
            "flow.contradiction 4:22 steps.a.total_timeout\n");
    row("timeout over the default total",
        "batuta: 1\nname: x\ndefaults: {total_timeout: 6s}\nsteps:\n  a: {timeout: 9s, flow: {name: y}}\n",
        "flow.contradiction 5:16 steps.a.timeout\n");
    row("total below the default timeout",
        "batuta: 1\nname: x\ndefaults: {timeout: 9s}\nsteps:\n  a: {total_timeout: 6s, flow: {name: y}}\n",
        "flow.contradiction 5:22 steps.a.total_timeout\n");
    stepRow("connect over total", "{total_timeout: 1s, http: {url: 'http://a', connect_timeout: 2s}}",
            "flow.contradiction 4:67 steps.a.http.connect_timeout\n");
    stepRow("wait over total", "{total_timeout: 1s, wait: {for: 2s}, foreach: {items: [1]}}",
            "flow.contradiction 4:38 steps.a.wait.for\n");
    stepRow("total of an undo", "{log: hi, compensate: {log: no, total_timeout: 5s}}",
            "flow.contradiction 4:38 steps.a.compensate.total_timeout\n");
    for (const char *kind : {"set: {}", "log: hi", "check: {g: {if: 'true'}}", "wait: {for: 1s}",
                             "approval: {}", "notify: hi", "cloud_run: {action: wait}"})
        QTest::addRow("total of %s", kind)
            << QByteArray("batuta: 1\nname: x\nsteps:\n  a:\n    total_timeout: 9s\n    ") + kind + "\n"
            << "flow.contradiction 5:5 steps.a.total_timeout\n";
    stepRow("total of items", "{log: hi, foreach: {items: [1]}, total_timeout: 9s}", "");
    stepRow("total like the timeout", "{process: {command: [ls]}, timeout: 9s, total_timeout: 9s}", "");
    headRow("total of a last step",
            "deadline: 5s\nfinally: {b: {total_timeout: 9s, http: {url: 'http://a'}}}\n", "");
}

void TestFlowErrors::placesEveryProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("errors");
    headRows();
    stepRows();
    kindRows();
    limitRows();
    contradictionRows();
}

void TestFlowErrors::placesEveryProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, errors);
    const Errors found = errorsOf(text);
    QCOMPARE(test::listed(found), errors);
    for (const Error &error : found) {
        QCOMPARE(error.place.file, std::string("f.yaml"));
        QVERIFY(!mendText(error).empty());
    }
}

void TestFlowErrors::reportsAllProblemsAtOnce()
{
    const Errors errors = errorsOf("batuta: 1\n"
                                   "name: Bad Name\n"
                                   "deadline: 10s\n"
                                   "triggers: [{schedule: {cron: 0 2 * * *, timezone: Mars/Base}}]\n"
                                   "steps:\n"
                                   "  a:\n"
                                   "    needs: [c, nobody]\n"
                                   "    http: {url: '${{ env.A'}\n"
                                   "    timeout: 30s\n"
                                   "  b: {needs: [a], set: {x: '${{ 1 + }}'}, retry: {attempts: 2}}\n"
                                   "  c: {needs: [b], lgo: hi}\n"
                                   "output: '${{ steps.d.output }}'\n");
    const QString expected("flow.bad_name 2:7 name\n"
                           "flow.bad_value 4:51 triggers[0].schedule.timezone\n"
                           "flow.unknown_step 7:16 steps.a.needs[1]\n"
                           "expr.syntax 8:18 steps.a.http.url\n"
                           "flow.contradiction 9:14 steps.a.timeout\n"
                           "flow.cycle 10:15 steps.b.needs[0]\n"
                           "expr.syntax 10:35 steps.b.set.x\n"
                           "flow.contradiction 10:43 steps.b.retry\n"
                           "flow.kind_count 11:3 steps.c\n"
                           "flow.unknown_key 11:19 steps.c.lgo\n"
                           "flow.unknown_step 12:14 output\n");
    QCOMPARE(test::listed(errors).split('\n'), expected.split('\n'));
}

void TestFlowErrors::saysHowToMendIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("mend");
    const QByteArray head = "batuta: 1\nname: x\nsteps:\n";
    const auto mendRow = [](const char *name, const QByteArray &text, const char *mend) {
        QTest::newRow(name) << text << QString(mend);
    };
    mendRow("key", head + "  a: {log: hi, tiemout: 5s}\n", "Did you mean `timeout`?");
    mendRow("kind", head + "  a: {http: {url: 'http://a', metod: GET}}\n", "Did you mean `method`?");
    mendRow("step", head + "  create: {log: hi}\n  b: {log: hi, needs: [craete]}\n",
            "Did you mean `create`?");
    mendRow("far key", head + "  a: {log: hi, zzzzzzzz: 5s}\n", "Remove it or mend its spelling.");
    mendRow("word", head + "  a: {log: hi, on_failure: stop}\n", "Write continue, skip_dependents or abort.");
    mendRow("total", head + "  a: {jq: {program: .a}, timeout: 9s, total_timeout: 5s}\n",
            "Raise total_timeout, or lower timeout.");
    mendRow("total of one attempt", head + "  a: {log: hi, total_timeout: 5s}\n",
            "Remove it: `timeout` limits the only attempt.");
    mendRow("total of an approval", head + "  a: {approval: {}, total_timeout: 5s}\n",
            "Write `expires` in the approval.");
    mendRow("number", head + "  a: {log: hi}\nmax_parallel: 0\n", "Write a number from 1 to 1000.");
    mendRow("missing key", head + "  a: {http: {}}\n", "Add the key `url`.");
}

void TestFlowErrors::saysHowToMendIt()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, mend);
    const Errors errors = errorsOf(text);
    QCOMPARE(errors.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(mendText(errors.front())), mend);
}

void TestFlowErrors::showsThePathOfACycle()
{
    const Errors errors = errorsOf("batuta: 1\nname: x\nsteps:\n"
                                   "  a: {log: hi, needs: [b]}\n"
                                   "  b: {log: hi, needs: [c]}\n"
                                   "  c: {log: hi, needs: [a, d]}\n"
                                   "  d: {log: hi}\n"
                                   "  e: {log: hi, needs: [f]}\n"
                                   "  f: {log: hi, needs: [e]}\n");
    QCOMPARE(test::listed(errors),
             QString("flow.cycle 6:24 steps.c.needs[0]\nflow.cycle 9:24 steps.f.needs[0]\n"));
    QCOMPARE(QString::fromStdString(errors[0].detail), QString("a → b → c → a"));
    QCOMPARE(QString::fromStdString(errors[1].detail), QString("e → f → e"));
}

void TestFlowErrors::stopsCountingProblemsAtSomePoint()
{
    QByteArray text = "batuta: 1\nname: x\nsteps: {a: {log: hi}}\n";
    for (int i = 0; i < 5000; ++i)
        text += "key" + QByteArray::number(i) + ": 1\n";
    const Errors errors = errorsOf(text);
    QCOMPARE(errors.size(), std::size_t{201});
}

QTEST_APPLESS_MAIN(TestFlowErrors)
#include "tst_flow_errors.moc"
