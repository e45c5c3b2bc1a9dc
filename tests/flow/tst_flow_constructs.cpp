// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "tests/flow/error_list.h"

#include <QTest>

// Qt takes the word away; it is a member of Step.
#undef foreach

using namespace batuta;
using namespace batuta::flow;

namespace {

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

std::string text(const std::optional<expr::Template> &value)
{
    return value ? value->text() : "-";
}

std::string text(const std::optional<expr::TemplateTree> &value)
{
    return value ? json::write(value->source()) : "-";
}

std::string text(const NamedTemplates &list)
{
    std::string all;
    for (const auto &[name, value] : list)
        all += name + "=" + value.text() + ",";
    return "{" + all + "}";
}

std::string text(std::optional<Duration> time)
{
    return time ? durationText(*time) : "-";
}

/// The whole of an action in one line, as it was read.
struct Words
{
    std::string operator()(const ProcessStep &process) const
    {
        std::string all;
        for (const expr::Template &argument : process.command)
            all += argument.text() + "|";
        all += " env " + text(process.environment) + " pass";
        for (const std::string &name : process.pass)
            all += " " + name;
        return all + " in " + text(process.directory) + " input " + text(process.input) +
               (process.jsonOutput ? " json" : " text") + " " +
               number(static_cast<std::int64_t>(process.maxOutputBytes)) + " " + text(process.grace);
    }
    std::string operator()(const ApprovalStep &approval) const
    {
        return "'" + approval.role + "' form " +
               (approval.form ? json::write(approval.form->source()) : "-") + " " + text(approval.message) +
               " " + text(approval.expires) +
               (approval.onExpiry == ApprovalStep::OnExpiry::Approve ? " approve" : " fail");
    }
    std::string operator()(const JqStep &jq) const
    {
        return jq.program + " of " + json::write(jq.input.source());
    }
    std::string operator()(const WebhookStep &webhook) const
    {
        return webhook.url.text() + " " + text(webhook.headers) + " " + json::write(webhook.json.source()) +
               " " + text(webhook.secret);
    }
    std::string operator()(const SlackStep &slack) const
    {
        return slack.webhook.text() + " " + slack.text.text() + " " + text(slack.blocks);
    }
    std::string operator()(const NotifyStep &notify) const
    {
        return notify.text.text() + " " + text(notify.title) + " " + notify.level;
    }
    std::string operator()(const CloudRunStep &run) const
    {
        return number(static_cast<int>(run.action)) + (run.changes() ? " changes " : " ") +
               json::write(run.with.source());
    }
    std::string operator()(const WaitStep &wait) const { return "event " + text(wait.event); }
    template <class T> std::string operator()(const T &) const { return "*"; }
};

std::string policies(const Step &step)
{
    std::string all;
    if (step.timeout)
        all += "\ntimeout " + text(step.timeout);
    if (step.totalTimeout)
        all += "\ntotal " + text(step.totalTimeout);
    if (step.retry) {
        all += "\nretry " + number(step.retry->attempts) + (step.retry->onConnection ? " connection" : "") +
               (step.retry->onTimeout ? " timeout" : "");
        for (const auto &[first, last] : step.retry->onStatus)
            all += " " + number(first) + "-" + number(last);
    }
    if (const auto &breaker = step.breaker)
        all += "\nbreaker " + breaker->name + " " + number(breaker->failures) + " " + text(breaker->open) +
               " " + text(breaker->forgetAfter) + " " + number(breaker->probes);
    if (const auto &rate = step.rateLimit)
        all += "\nrate_limit " + rate->name + " " + number(rate->limit) + " " + text(rate->per);
    if (const auto &each = step.forEach)
        all += "\nforeach " + each->as + " of " + json::write(each->items.source()) + " " +
               number(each->maxParallel) + (each->stopsOnFailure ? " stop" : " collect");
    for (const NeededKey &key : step.neededKeys)
        all += "\nneeds " + key.key + (key.isUrl ? " as URL" : "");
    return all;
}

std::string shown(const Step &step)
{
    return std::string(kindName(step.action)) + " " + std::visit(Words(), step.action) + policies(step);
}

} // namespace

/// One example of each construct around a step and of each kind that is not a plain call, with all its keys
/// and with none of those that may be left out.
class TestFlowConstructs : public QObject
{
    Q_OBJECT

private slots:
    void readsAConstruct_data();
    void readsAConstruct();
    void readsAnUndo();
    void keepsTheTextOfTheFile();
};

void TestFlowConstructs::readsAConstruct_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *step, const char *expected) {
        QTest::newRow(name) << QByteArray(step) << QString(expected);
    };
    row("breaker",
        "{http: {url: 'http://a'}, breaker: {name: shop, failures: 3, open: 2m, forget_after: 10m, probes: "
        "4}}",
        "http *\nbreaker shop 3 2m 10m 4");
    row("breaker by default", "{flow: {name: y}, breaker: {}}", "flow *\nbreaker order.a 5 1m 5m 1");
    row("rate limit", "{http: {url: 'http://a'}, rate_limit: {name: shop, limit: 50, per: 60s}}",
        "http *\nrate_limit shop 50 1m");
    row("rate limit by default", "{jq: {program: .}, rate_limit: {limit: 2}}",
        "jq . of null\nrate_limit order.a 2 1s");
    row("foreach",
        "{log: '${{ fonte }}', foreach: {items: '${{ input.fontes }}', as: fonte, max_parallel: 3, "
        "on_failure: stop}}",
        "log *\nforeach fonte of \"${{ input.fontes }}\" 3 stop");
    row("foreach by default", "{set: {x: '${{ item }}'}, foreach: {items: [1, '${{ input.b }}']}}",
        "set *\nforeach item of [1,\"${{ input.b }}\"] 8 collect");
    row("process",
        "{process: {command: [tools/report, '${{ input.day }}', 3], env: {DAY: '${{ input.day }}'}, pass: "
        "[USER, TERM], "
        "directory: tools, input: {a: '${{ input.a }}'}, output: json, max_output: 64KiB, grace: 1s}, "
        "timeout: 9s, retry: {attempts: 2}}",
        "process tools/report|${{ input.day }}|3| env {DAY=${{ input.day }},} pass USER TERM in tools input "
        "{\"a\":\"${{ input.a }}\"} json 65536 1s\ntimeout 9s\nretry 2 connection timeout");
    row("process by default", "{process: {command: [ls]}}",
        "process ls| env {} pass in - input - text 1048576 5s");
    row("approval",
        "{approval: {role: release_manager, form: {type: object}, message: 'Ship ${{ input.v }}?', expires: "
        "24h, "
        "on_expiry: approve}}",
        "approval 'release_manager' form {\"type\":\"object\"} Ship ${{ input.v }}? 24h approve");
    row("approval by default", "{approval: {}}", "approval '' form - - - fail");
    row("jq",
        "{jq: {program: '.a | length', input: {a: '${{ input.list }}'}}, timeout: 1s, total_timeout: 9s}",
        "jq .a | length of {\"a\":\"${{ input.list }}\"}\ntimeout 1s\ntotal 9s");
    row("webhook",
        "{webhook: {url: '${{ secrets.HOOK_URL }}', headers: {X-A: '${{ env.A }}', X-B: \"${{ env.B || 'b' "
        "}}\"}, "
        "json: {id: 1}, secret: '${{ secrets.KEY }}'}, timeout: 2s, retry: {attempts: 1, on: [timeout]}}",
        "webhook ${{ secrets.HOOK_URL }} {X-A=${{ env.A }},X-B=${{ env.B || 'b' }},} {\"id\":1} ${{ "
        "secrets.KEY }}"
        "\ntimeout 2s\nretry 1 timeout\nneeds HOOK_URL as URL\nneeds A\nneeds KEY");
    row("webhook by default", "{webhook: {url: 'https://a/b'}}",
        "webhook https://a/b {} {} -\ntimeout 15s\nretry 3 connection timeout 429-429 500-599");
    row("slack",
        "{slack: {webhook: '${{ secrets.SLACK }}', text: 'Hi ${{ input.x }}', blocks: [{type: divider}]}}",
        "slack ${{ secrets.SLACK }} Hi ${{ input.x }} [{\"type\":\"divider\"}]\ntimeout 15s\nretry 3 "
        "connection "
        "timeout 429-429 500-599\nneeds SLACK as URL");
    row("slack without blocks",
        "{slack: {webhook: 'https://a', text: hi}, timeout: 1s, retry: {attempts: 1}}",
        "slack https://a hi -\ntimeout 1s\nretry 1 connection timeout");
    row("notify", "{notify: {text: Done, title: Order, level: WARNING}}", "notify Done Order WARNING");
    row("cloud_run", "{cloud_run: {action: traffic, revision: '${{ input.x }}', percent: 5}}",
        "cloud_run 1 changes {\"action\":\"traffic\",\"revision\":\"${{ input.x }}\",\"percent\":5}");
    row("notify as text", "{notify: 'Done ${{ input.x }}'}", "notify Done ${{ input.x }} - INFO");
    row("wait for an event", "{wait: {event: 'paid_${{ input.id }}'}, timeout: 1h}",
        "wait event paid_${{ input.id }}\ntimeout 1h");
    row("secrets of a call", "{http: {url: 'http://a', auth: {bearer: '${{ secrets.TOKEN }}'}}}",
        "http *\nneeds TOKEN");
}

void TestFlowConstructs::readsAConstruct()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const FlowReading reading =
        readFlow("batuta: 1\nname: order\nsteps:\n  a: " + text.toStdString() + "\n", "f");
    QCOMPARE(test::listed(reading.errors), QString());
    QCOMPARE(QString::fromStdString(shown(reading.flow->steps.at(0))), expected);
}

void TestFlowConstructs::readsAnUndo()
{
    const FlowReading reading = readFlow("batuta: 1\n"
                                         "name: order\n"
                                         "defaults: {timeout: 7s, total_timeout: 30s, on_failure: "
                                         "abort}\n"
                                         "steps:\n"
                                         "  pay:\n"
                                         "    http: {url: '${{ env.PAY_URL }}'}\n"
                                         "    compensate:\n"
                                         "      title: {en: Refund, pt_BR: Devolver}\n"
                                         "      labels: {domain: money}\n"
                                         "      slack: {webhook: '${{ env.REFUND_URL }}', text: "
                                         "'${{ steps.pay.output.id }}'}\n"
                                         "      breaker: {}\n"
                                         "      total_timeout: 20s\n"
                                         "  ship: {needs: [pay], log: hi}\n",
                                         "f");
    QCOMPARE(test::listed(reading.errors), QString());
    const Step &pay = reading.flow->steps.at(0);
    QVERIFY(!reading.flow->steps.at(1).compensate);
    QVERIFY(pay.compensate != nullptr);
    const Step &undo = *pay.compensate;
    QCOMPARE(undo.id.value, std::string("pay_undo"));
    QCOMPARE(undo.title.ptBr, std::string("Devolver"));
    QCOMPARE(std::string(undo.label("domain")), std::string("money"));
    QCOMPARE(undo.place.line, 7);
    QVERIFY(undo.needs.empty() && !undo.condition && !undo.compensate);
    QVERIFY(undo.onFailure == OnFailure::SkipDependents);
    QCOMPARE(
        QString::fromStdString(shown(undo)),
        QString(
            "slack ${{ env.REFUND_URL }} ${{ steps.pay.output.id }} -\ntimeout 15s\ntotal 20s\nretry 3 "
            "connection timeout 429-429 500-599\nbreaker order.pay_undo 5 1m 5m 1\nneeds REFUND_URL as URL"));
    QVERIFY(reading.flow->usesStepValues);
    QCOMPARE(pay.neededKeys.size(), std::size_t{1});
    QVERIFY(pay.timeout == std::chrono::seconds(7));
    QVERIFY(pay.totalTimeout == std::chrono::seconds(30));
    QVERIFY(!reading.flow->steps.at(1).totalTimeout); // calls nothing
}

void TestFlowConstructs::keepsTheTextOfTheFile()
{
    const std::string text = "# head\nbatuta: 1\nname: order\nsteps: {a: {log: olá}}\n";
    const FlowReading reading = readFlow(text, "f");
    QVERIFY(reading.flow != nullptr);
    QCOMPARE(reading.flow->source, text);
}

QTEST_APPLESS_MAIN(TestFlowConstructs)
#include "tst_flow_constructs.moc"
