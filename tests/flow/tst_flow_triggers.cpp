// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/graph_check.h"
#include "engine/flow/trigger_reader.h"
#include "engine/json/json.h"
#include "tests/flow/error_list.h"

#include <QTest>

using namespace batuta;
using namespace batuta::flow;

namespace {

std::string text(const std::optional<expr::Template> &value)
{
    return value ? value->text() : "-";
}

std::string text(const std::optional<expr::TemplateTree> &value)
{
    return value ? json::write(value->source()) : "-";
}

/// A trigger in one line, as it was read.
struct Words
{
    std::string operator()(const ScheduleTrigger &trigger) const
    {
        return "schedule " + trigger.cron + " " + trigger.timezone + " " +
               std::to_string(static_cast<int>(trigger.missed)) + " " + text(trigger.input);
    }
    std::string operator()(const WebhookTrigger &trigger) const
    {
        return "webhook " + trigger.path + " " + text(trigger.secret) + " " +
               (trigger.isUnsigned ? "unsigned" : durationText(trigger.tolerance)) + " " +
               text(trigger.input);
    }
    std::string operator()(const MessageTrigger &trigger) const
    {
        return "message " + trigger.queue + " " + text(trigger.condition) + " " + text(trigger.input);
    }
};

std::string shown(const Concurrency &concurrency)
{
    return "concurrency " + std::to_string(concurrency.limit) + " " + text(concurrency.key) + " " +
           std::to_string(static_cast<int>(concurrency.whenFull));
}

} // namespace

/// The readers of what begins an execution, called with the value alone, on line 1.
class TestFlowTriggers : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatBeginsAnExecution_data();
    void readsWhatBeginsAnExecution();
};

void TestFlowTriggers::readsWhatBeginsAnExecution_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto good = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString(expected);
    };
    const auto bad = good;
    good("schedule",
         "[{schedule: {cron: '0 2 * * MON-FRI', timezone: America/Sao_Paulo, missed: run_all, input: {at: "
         "'${{ "
         "trigger.time }}'}}}]",
         "schedule 0 2 * * MON-FRI America/Sao_Paulo 2 {\"at\":\"${{ trigger.time }}\"}\n");
    good("schedule by default", "[{schedule: {cron: '*/5 0-6,12 1 * *'}}]",
         "schedule */5 0-6,12 1 * * UTC 0 -\n");
    good("webhook",
         "[{webhook: {path: /hooks/a, secret: '${{ secrets.HOOK }}', tolerance: 1m, input: '${{ "
         "trigger.body.x }}'}}]",
         "webhook /hooks/a ${{ secrets.HOOK }} 1m \"${{ trigger.body.x }}\"\n");
    good("webhook by default",
         "[{webhook: {path: /hooks/a, secret: s}}, {webhook: {path: /hooks/b, unsigned: true}}]",
         "webhook /hooks/a s 5m -\nwebhook /hooks/b - unsigned -\n");
    good("message", "[{message: {queue: q, if: 'message.kind == 1', input: {id: '${{ message.id }}'}}}]",
         "message q message.kind == 1 {\"id\":\"${{ message.id }}\"}\n");
    good("message by default", "[{message: {queue: q}}]", "message q - -\n");
    good("concurrency", "{limit: 50, key: '${{ input.user }}', when_full: cancel_oldest}",
         "concurrency 50 ${{ input.user }} 2");
    good("concurrency by default", "{limit: 2}", "concurrency 2 - 0");

    bad("no list", "'x'", "flow.wrong_type 1:1 triggers\n");
    bad("nothing", "[{}]", "flow.bad_value 1:2 triggers[0]\n");
    bad("two in one", "[{message: {queue: q}, webhook: {path: /hooks/a}}]",
        "flow.bad_value 1:2 triggers[0]\n");
    bad("unknown", "[{timer: {}}]", "flow.unknown_key 1:3 triggers[0].timer\n");
    bad("schedule without cron", "[{schedule: {}}]", "flow.missing_key 1:13 triggers[0].schedule\n");
    bad("four fields", "[{schedule: {cron: '0 2 * *'}}]", "flow.bad_value 1:20 triggers[0].schedule.cron\n");
    bad("six fields", "[{schedule: {cron: '0 0 2 * * *'}}]",
        "flow.bad_value 1:20 triggers[0].schedule.cron\n");
    bad("a field of signs", "[{schedule: {cron: '0 2 * * $'}}]",
        "flow.bad_value 1:20 triggers[0].schedule.cron\n");
    bad("a field too large", "[{schedule: {cron: '0 25 * * *'}}]",
        "flow.bad_value 1:20 triggers[0].schedule.cron\n");
    bad("a day that never comes", "[{schedule: {cron: 0 0 30 2 *}}]",
        "flow.bad_value 1:20 triggers[0].schedule.cron\n");
    bad("nowhere", "[{schedule: {cron: '@daily', timezone: ../../etc/passwd}}]",
        "flow.bad_value 1:40 triggers[0].schedule.timezone\n");
    bad("missed and zone", "[{schedule: {cron: 0 2 * * 0, missed: never, timezone: ''}}]",
        "flow.bad_value 1:39 triggers[0].schedule.missed\nflow.bad_value 1:56 "
        "triggers[0].schedule.timezone\n");
    bad("schedule looks at input", "[{schedule: {cron: 0 2 * * 0, input: {a: '${{ input.x }}'}}}]",
        "flow.contradiction 1:47 triggers[0].schedule.input.a\n");
    bad("input as list", "[{schedule: {cron: 0 2 * * 0, input: [1]}}]",
        "flow.wrong_type 1:38 triggers[0].schedule.input\n");
    bad("webhook without path", "[{webhook: {}}]",
        "flow.missing_key 1:12 triggers[0].webhook\nflow.missing_key 1:12 triggers[0].webhook\n");
    for (const char *path :
         {"hooks", "''", "/a", "/hooks/", "/hooks/..", "/hooks/a/b", "'/hooks/a b'", "'/hooks/a?b'"})
        QTest::newRow(path) << QByteArray(QByteArray("[{webhook: {path: ") + path + ", secret: s}}]")
                            << "flow.bad_value 1:19 triggers[0].webhook.path\n";
    bad("webhook twice", "[{webhook: {path: /hooks/a, secret: s}}, {webhook: {path: /hooks/a, secret: t}}]",
        "flow.bad_value 1:59 triggers[1].webhook.path\n");
    bad("webhook without secret", "[{webhook: {path: /hooks/a}}]",
        "flow.missing_key 1:12 triggers[0].webhook\n");
    bad("webhook with and without", "[{webhook: {path: /hooks/a, secret: s, unsigned: true}}]",
        "flow.contradiction 1:40 triggers[0].webhook.unsigned\n");
    bad("tolerance of nothing", "[{webhook: {path: /hooks/a, unsigned: true, tolerance: 1m}}]",
        "flow.contradiction 1:45 triggers[0].webhook.tolerance\n");
    bad("secret from the body", "[{webhook: {path: /hooks/a, secret: '${{ trigger.body.x }}'}}]",
        "flow.contradiction 1:42 triggers[0].webhook.secret\n");
    bad("message without queue", "[{message: {if: 'true'}}]", "flow.missing_key 1:12 triggers[0].message\n");
    bad("message asks for success", "[{message: {queue: q, if: success()}}]",
        "flow.contradiction 1:27 triggers[0].message.if\n");
    bad("webhook looks at a message",
        "[{webhook: {path: /hooks/a, unsigned: true, input: {x: '${{ message.x }}'}}}]",
        "flow.contradiction 1:61 triggers[0].webhook.input.x\n");
    bad("concurrency", "{limit: 0, key: '${{ steps.a.output }}', when_full: wait}",
        "flow.bad_value 1:9 concurrency.limit\nflow.contradiction 1:22 concurrency.key\nflow.bad_value 1:53 "
        "concurrency.when_full\n");
    bad("concurrency without limit", "{key: a}", "flow.missing_key 1:1 concurrency\n");
}

void TestFlowTriggers::readsWhatBeginsAnExecution()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const YamlReading yaml = readYaml(text.toStdString(), "f");
    QVERIFY(yaml.root);
    Reading reading("f");
    std::string found;
    if (yaml.root->isMapping()) {
        found = shown(readConcurrency(reading, {&*yaml.root, "concurrency", yaml.root->mark}));
    } else {
        for (const Trigger &trigger : readTriggers(reading, {&*yaml.root, "triggers", yaml.root->mark}))
            found += std::visit(Words(), trigger) + "\n";
    }
    checkUses(reading, Scenery());
    const QString errors = test::listed(reading.takeErrors());
    QCOMPARE(errors.isEmpty() ? QString::fromStdString(found) : errors, expected);
}

QTEST_APPLESS_MAIN(TestFlowTriggers)
#include "tst_flow_triggers.moc"
