// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/edit/broken_flows.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace batuta;
using namespace batuta::edit;
using namespace batuta::test;

namespace {

const std::string kHead = "batuta: 1\nname: x\n";

void row(const char *name, const std::string &text, const char *problems)
{
    QTest::newRow(name) << kHead + text << std::string(problems);
}

void stepRow(const char *name, const std::string &steps, const char *problems)
{
    row(name, "steps:\n" + steps, problems);
}

std::string read(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
}

/// A flow as large as the format allows: `count` steps in each list, each with a call and expressions.
std::string largeFlow(int count)
{
    std::string text = kHead + "input: {type: object, properties: {a: {type: string}}}\n";
    for (const char *list : {"steps:\n", "finally:\n"}) {
        text += list;
        for (int i = 0; i < count; ++i) {
            const std::string id = std::string(list).substr(0, 1) + std::to_string(i);
            text += "  " + id + ":\n";
            if (i > 0)
                text += "    needs: [" + id.substr(0, 1) + std::to_string(i % 5 == 0 ? i / 2 : i - 1) + "]\n";
            text += "    http:\n      url: \"${{ env.URL }}\"\n      query: {a: \"${{ input.a }}\"}\n"
                    "    timeout: 10s\n";
        }
    }
    return text;
}

} // namespace

class TestCheckFlow : public QObject
{
    Q_OBJECT

private slots:
    void findsAndIsSilent_data();
    void findsAndIsSilent();
    void namesPlaceStepAndWords();
    void errorsDoNotHideTheRest();
    void underlinesTheWordInAnExpression();
    void shippedFlowsHaveOnlyWhatIsTrue();
    void asksTheOtherFlows();
    void whatIsNoFlowHasAnErrorThatSaysSo();
    void checksALargeFlowInTime();

private:
    void timeRows();
    void useRows();
    void callRows();
};

void TestCheckFlow::timeRows()
{
    const std::string get = "http: {url: https://example.com/}";
    row("fits the deadline",
        "deadline: 110s\nsteps:\n  a: {" + get + ", timeout: 60s}\n  b: {needs: [a], " + get +
            ", timeout: 50s}\n",
        "");
    row("side by side",
        "deadline: 60s\nsteps:\n  a: {" + get + ", timeout: 60s}\n  b: {" + get + ", timeout: 50s}\n", "");
    row("one after the other",
        "deadline: 109s\nsteps:\n  a: {" + get + ", timeout: 60s}\n  b: {needs: [a], " + get +
            ", timeout: 50s}\n",
        "W check.worst_case deadline\n");
    row("the waits count",
        "deadline: 120s\nsteps:\n  a: {" + get +
            ", timeout: 40s, retry: {attempts: 3, backoff: {first: 1s}}}\n",
        "W check.tries_above_deadline steps.a.retry.attempts\n");
    row("finally is outside",
        "deadline: 60s\nsteps:\n  a: {log: hi}\nfinally:\n  b: {" + get + ", timeout: 2m}\n", "");
    stepRow("an answer may never come", "  a: {approval: {role: boss}}\n",
            "N check.no_expiry steps.a.approval\n");
    row("the deadline ends it",
        "deadline: 1h\nsteps:\n  a: {approval: {role: boss}}\n  b: {wait: {event: paid}}\n", "");
    stepRow("a command with a timeout", "  a: {process: {command: [ls]}, timeout: 5s}\n", "");
    row("total_timeout keeps the tries below the deadline",
        "deadline: 60s\nsteps:\n  a: {" + get + ", timeout: 40s, total_timeout: 60s, retry: {attempts: 3}}\n",
        "");
    row("and bounds what has no other bound",
        "deadline: 60s\nsteps:\n  a: {process: {command: [ls]}, total_timeout: 50s, retry: {attempts: 2}}\n"
        "  b: {needs: [a], foreach: {items: [1, 2]}, " +
            get + ", timeout: 5s, total_timeout: 20s}\n",
        "W check.worst_case deadline\n");
    stepRow("a command with an end to its tries",
            "  a: {process: {command: [ls]}, total_timeout: 5s, retry: {attempts: 2}}\n", "");
    stepRow("a total of one attempt", "  a: {" + get + ", total_timeout: 5s}\n",
            "N check.total_without_effect steps.a.total_timeout\n");
    stepRow("a total of items", "  a: {" + get + ", total_timeout: 5s, foreach: {items: [1]}}\n", "");
    stepRow("tried once", "  a: {" + get + ", retry: {attempts: 1}}\n", "");
}

void TestCheckFlow::useRows()
{
    stepRow("a status function runs all the same",
            "  a: {if: false, log: hi}\n  b: {needs: [a], if: always(), log: hi}\n",
            "W check.never_runs steps.a.if\n");
    stepRow("continue goes on",
            "  a: {if: false, on_failure: continue, log: hi}\n  b: {needs: [a], log: hi}\n",
            "W check.never_runs steps.a.if\n");
    stepRow("a condition of now", "  a: {if: \"now() > '2030'\", log: hi}\n", "");
    stepRow("the last value is looked at in the record", "  a: {set: {v: 1}}\n", "");
    row("an output leaves it out", "output: {v: 1}\nsteps:\n  a: {set: {v: 1}}\n",
        "N check.unused_output steps.a\n");
    stepRow("all steps at once", "  a: {set: {v: 1}}\n  b: {needs: [a], log: \"${{ toJSON(steps) }}\"}\n",
            "");
    row("the whole input",
        "input: {type: object, properties: {a: {type: string}}}\nsteps:\n  a: {log: \"${{ toJSON(input) "
        "}}\"}\n",
        "");
    row("unused input", "input: {type: object, properties: {a: {type: string}}}\nsteps:\n  a: {log: hi}\n",
        "N check.unused_input input.properties.a\n");
    row("bounded list",
        "input: {type: object, properties: {l: {type: array, maxItems: 9}}}\nsteps:\n  a: {foreach: {items: "
        "\"${{ input.l }}\"}, log: hi}\n",
        "");
    row("schedule without input",
        "input: {type: object, required: [a], properties: {a: {type: string}}}\n"
        "triggers: [{schedule: {cron: \"0 2 * * *\"}}]\nsteps:\n  a: {log: \"${{ input.a }}\"}\n",
        "W check.trigger_input triggers[0].schedule\n");
    row("with a default",
        "input: {type: object, required: [a], properties: {a: {type: string, default: x}}}\n"
        "triggers: [{schedule: {cron: \"0 2 * * *\"}}]\nsteps:\n  a: {log: \"${{ input.a }}\"}\n",
        "");
    row("one key for all", "idempotency: {key: all}\nsteps:\n  a: {log: hi}\n",
        "W check.constant_key idempotency.key\n");
}

void TestCheckFlow::callRows()
{
    stepRow("a key of one environment only", "  a: {http: {url: \"${{ env.OTHER }}\"}}\n",
            "W check.key_without_value steps.a.http.url\n");
    stepRow("any case", "  a: {http: {url: \"${{ env.url }}\", auth: {bearer: \"${{ secrets.token }}\"}}}\n",
            "");
    stepRow("with a default", "  a: {http: {url: \"${{ default(env.NONE, 'https://e.com') }}\"}}\n", "");
    stepRow("a secret that is nowhere",
            "  a: {http: {url: https://e.com/, auth: {bearer: \"${{ secrets.NONE }}\"}}}\n",
            "W check.secret_without_value steps.a.http.auth.bearer\n");
    stepRow("once for a step",
            "  a: {http: {url: \"${{ env.NONE }}\", json: {a: \"${{ env.NONE }}\"}, method: POST}}\n",
            "W check.key_without_value steps.a.http.url\n");
    stepRow("a POST is tried again with the engine's key",
            "  a: {http: {method: POST, url: https://e.com/, json: {}}, retry: {attempts: 3}}\n", "");
    stepRow("a key of its own",
            "  a: {http: {url: https://e.com/, headers: {Idempotency-Key: \"${{ execution.id }}\"}}}\n", "");
    stepRow("always the same key", "  a: {http: {url: https://e.com/, headers: {idempotency-key: x}}}\n",
            "W check.constant_call_key steps.a.http.headers.idempotency-key\n");
    stepRow("a token within the house", "  a: {http: {url: \"http://sandbox:8080/\", auth: {bearer: x}}}\n",
            "");
    stepRow("a token in the open", "  a: {http: {url: \"http://e.com/\", auth: {bearer: x}}}\n",
            "W check.token_in_the_clear steps.a.http.url\n");
    stepRow("a secret in a channel",
            "  a: {slack: {webhook: \"${{ secrets.TOKEN }}\", text: \"${{ secrets.TOKEN }}\"}}\n",
            "W check.secret_is_told steps.a.slack.text\n");
    stepRow("a secret among arguments",
            "  a: {process: {command: [ls, \"${{ secrets.TOKEN }}\"], env: {T: \"${{ secrets.TOKEN }}\"}}, "
            "timeout: 5s}\n",
            "W check.secret_is_told steps.a.process.command[1]\n");
    stepRow("a secret in the log", "  a: {log: \"${{ secrets.TOKEN }}\"}\n",
            "N check.secret_is_told steps.a.log\n");
}

void TestCheckFlow::findsAndIsSilent_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("problems");
    timeRows();
    useRows();
    callRows();
}

void TestCheckFlow::findsAndIsSilent()
{
    QFETCH(std::string, text);
    QFETCH(std::string, problems);
    const Checked checked = checkFlow(text, "flows/t/x.yaml", surroundingsOfTests());
    QCOMPARE(listed(checked.problems), problems);
    QVERIFY(checked.flow);
}

void TestCheckFlow::namesPlaceStepAndWords()
{
    const Checked checked =
        checkFlow(kHead + "steps:\n  match: {log: hi}\n  b:\n    needs: [matsh]\n    log: é\n", "x.yaml", {});
    QCOMPARE(checked.problems.size(), 1U);
    const Problem &problem = checked.problems.front();
    QCOMPARE(problem.code, std::string("flow.unknown_step"));
    QCOMPARE(problem.step, std::string("b"));
    QCOMPARE(problem.mend, std::string("Did you mean `match`?"));
    QCOMPARE(problem.place.line, 6);
    QCOMPARE(problem.place.column, 13);
    QCOMPARE(problem.range.size(), 5U);
    QVERIFY(!checked.flow);
}

void TestCheckFlow::errorsDoNotHideTheRest()
{
    const Checked checked =
        checkFlow(kHead + "steps:\n  a: {http: {url: \"${{ env.NONE }}\"}}\n  b: {needs: [c], log: hi}\n",
                  "x.yaml", surroundingsOfTests());
    QCOMPARE(
        listed(checked.problems),
        std::string("W check.key_without_value steps.a.http.url\nE flow.unknown_step steps.b.needs[0]\n"));
}

void TestCheckFlow::underlinesTheWordInAnExpression()
{
    const std::string text =
        kHead +
        "steps:\n  one: {set: {v: 1}}\n  b: {needs: [one], log: \"ação ${{ steps.onee.output.v }}\"}\n";
    const Checked checked = checkFlow(text, "x.yaml", {});
    const auto found = std::find_if(checked.problems.begin(), checked.problems.end(),
                                    [](const Problem &one) { return one.code == "flow.unknown_step"; });
    QVERIFY(found != checked.problems.end());
    QCOMPARE(text.substr(found->range.from, found->range.size()), std::string("onee"));
    QCOMPARE(found->fixes.front().title, std::string("Use one"));
}

void TestCheckFlow::shippedFlowsHaveOnlyWhatIsTrue()
{
    const QString root = QStringLiteral(BATUTA_SOURCE_DIR "/");
    Surroundings around;
    around.library = std::make_shared<const flow::Library>(flow::loadLibrary(root.toStdString()));
    QVERIFY(around.library->errors.empty());
    for (const auto &[name, flow] : around.library->flows) {
        const Checked checked = checkFlow(flow->source, flow->file, around);
        // The longest path of update_profile adds up to 13 minutes; its deadline is what the platform allows.
        const std::string expected = name == "update_profile" ? "W check.worst_case deadline\n" : "";
        QCOMPARE(listed(checked.problems), expected);
    }
    const QDir templates(root + "resources/templates");
    for (const QString &file : templates.entryList({"*.yaml"}))
        if (file != "empty.yaml") // has no step yet: that is its only problem
            for (const Problem &problem :
                 checkFlow(read(templates.filePath(file)), file.toStdString(), {}).problems)
                QVERIFY2(problem.severity == Severity::Note, qPrintable(file));
}

void TestCheckFlow::asksTheOtherFlows()
{
    auto library = std::make_shared<flow::Library>();
    const Checked other =
        checkFlow("batuta: 1\nname: child\ninput: {type: object, required: [id]}\nsteps:\n"
                  "  post: {http: {method: POST, url: https://e.com/, json: {a: \"${{ input.id }}\"}}}\n",
                  "flows/t/child.yaml", {});
    const Checked back =
        checkFlow("batuta: 1\nname: back\nsteps: {a: {flow: {name: x}}}\n", "flows/t/back.yaml", {});
    QVERIFY(other.flow && back.flow);
    library->flows = {{"child", other.flow}, {"back", back.flow}};
    Surroundings around;
    around.library = library;
    const auto problems = [&](const std::string &steps) {
        return listed(checkFlow(kHead + "steps:\n" + steps, "flows/t/x.yaml", around).problems);
    };
    QCOMPARE(problems("  a: {flow: {name: child, input: {id: 1}}}\n"), std::string());
    QCOMPARE(problems("  a: {flow: {name: child}}\n"),
             std::string("W check.subflow_input steps.a.flow.name\n"));
    QCOMPARE(problems("  a: {flow: {name: chidl, input: {id: 1}}}\n"),
             std::string("E flow.unknown steps.a.flow.name\n"));
    QCOMPARE(problems("  a: {flow: {name: back}}\n"), std::string("E flow.cycle steps.a.flow.name\n"));
    QCOMPARE(problems("  a: {flow: {name: child, input: {id: 1}}, retry: {attempts: 2}}\n"),
             std::string("N check.retry_without_key steps.a.retry\n"));
    QCOMPARE(listed(checkFlow("batuta: 1\nname: child\nsteps: {a: {log: hi}}\n", "flows/u/other.yaml", around)
                        .problems),
             std::string("E flow.duplicate name\n"));
}

void TestCheckFlow::whatIsNoFlowHasAnErrorThatSaysSo()
{
    const std::vector<std::pair<std::string, std::string>> texts{
        {"", "E yaml.syntax\n"},
        {"# only words\n", "E yaml.syntax\n"},
        {"- a\n", "E flow.wrong_type\n"},
        {"a: [\n", "E yaml.syntax\n"},
        {"a: 1\na: 2\nb: 3\nb: 4\n", "E yaml.duplicate_key a\nE yaml.duplicate_key b\n"},
        {"batuta: 1\n---\nbatuta: 1\n", "E yaml.syntax\n"},
        {"batuta: 2\nother: 1\n", "E flow.version batuta\n"},
        {std::string(2u << 20, ' ') + "x", "E yaml.limit\n"},
    };
    for (const auto &[text, problems] : texts) {
        const Checked checked = checkFlow(text, "x.yaml", {});
        QCOMPARE(listed(checked.problems), problems);
        QVERIFY(!checked.flow);
    }
}

void TestCheckFlow::checksALargeFlowInTime()
{
    const std::string text = largeFlow(1000);
    Surroundings around = surroundingsOfTests();
    qint64 best = 1'000'000;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        const Checked checked = checkFlow(text, "x.yaml", around);
        best = std::min(best, timer.elapsed());
        QVERIFY(checked.flow);
    }
    qInfo("2,000 steps in %zu bytes: %lld ms", text.size(), static_cast<long long>(best));
}

QTEST_APPLESS_MAIN(TestCheckFlow)
#include "tst_check_flow.moc"
