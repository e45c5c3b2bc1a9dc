// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/steps/workbench.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/wait.h>

using namespace batuta;
using batuta::test::shown;
using batuta::tests::text;
using batuta::tests::tree;

/// Programs as steps: process and jq.
class TstProcessStep : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowAProgramEnded_data();
    void tellsHowAProgramEnded();
    void argumentsArePassedAsTheyAre();
    void onlyChosenVariablesReachIt();
    void readsItsInput_data();
    void readsItsInput();
    void worksBelowTheWorkspace_data();
    void worksBelowTheWorkspace();
    void anOutputAboveTheLimitFails();
    void aTimeoutEndsItAndWhatItStarted();
    void cancelEndsIt();
    void cancelWaitsForAnOrderlyEnd();
    void aForgottenAttemptReportsNothing();
    void tellsWhatCannotBeHandedOver_data();
    void tellsWhatCannotBeHandedOver();
    void jqComputes_data();
    void jqComputes();
    void jqIsStopped();

private:
    static flow::ProcessStep shell(const std::string &script)
    {
        flow::ProcessStep step;
        for (const std::string &word : {std::string("sh"), std::string("-c"), script})
            step.command.push_back(text(word));
        return step;
    }
};

void TstProcessStep::tellsHowAProgramEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<bool>("json");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("output");
    QTest::newRow("text") << "echo hello" << false << "done"
                          << R"("hello")";
    QTest::newRow("one line end goes") << "printf 'a\\n\\n'" << false << "done"
                                       << R"("a\n")";
    QTest::newRow("nothing") << "true" << false << "done"
                             << R"("")";
    QTest::newRow("bytes") << "printf '\\377'" << false << "done"
                           << "\"(binary)\"";
    QTest::newRow("json") << "echo '{\"a\": [1, 2.5]}'" << true << "done"
                          << R"({"a":[1,2.5]})";
    QTest::newRow("status") << "exit 4" << false << "failed: Exit status 4"
                            << "null";
    QTest::newRow("status and words")
        << "echo partly; echo 'no disk' >&2; exit 1" << false << "failed: Exit status 1: no disk"
        << "null";
    QTest::newRow("half a character")
        << "printf '\\200\\200abc\\001' >&2; exit 1" << false << "failed: Exit status 1: abc?"
        << "null";
    QTest::newRow("signal") << "kill -SEGV $$" << false << "failed: Ended by signal 11 (SIGSEGV)"
                            << "null";
}

void TstProcessStep::tellsHowAProgramEnded()
{
    QFETCH(QString, script);
    QFETCH(bool, json);
    tests::Workbench bench;
    flow::ProcessStep step = shell(script.toStdString());
    step.jsonOutput = json;
    QVERIFY(bench.does(std::move(step)));
    QTEST(bench.outcome(), "outcome");
    QTEST(bench.output(), "output");
    QVERIFY(!bench.report->exchange);
    QCOMPARE(bench.reports, 1);
    QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
}

void TstProcessStep::argumentsArePassedAsTheyAre()
{
    tests::Workbench bench;
    bench.roots.set("input", json::Object{{"name", "a b; $(touch broken) `x` 'q' \"d\" *\n-n"}});
    flow::ProcessStep step;
    for (const char *word : {"printf", "%s|", "${{ input.name }}", "", "$HOME"})
        step.command.push_back(text(word));
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "done");
    QCOMPARE(shown(bench.report->output.asString()), "a b; $(touch broken) `x` 'q' \"d\" *\n-n||$HOME|");
    QVERIFY(!QFile::exists(bench.folder.filePath("broken")));
}

void TstProcessStep::onlyChosenVariablesReachIt()
{
    ::setenv("BATUTA_TEST_TOKEN", "hidden", 1);
    ::setenv("BATUTA_TEST_PASSED", "passed", 1);
    ::setenv("LANG", "C.UTF-8", 1);
    ::setenv("TZ", "UTC", 1);
    tests::Workbench bench;
    bench.roots.set("input", json::Object{{"who", "Ana = b"}});
    flow::ProcessStep step;
    step.command.push_back(text("env"));
    step.pass = {"BATUTA_TEST_PASSED", "BATUTA_TEST_ABSENT", "TZ"};
    step.environment = {{"WHO", text("${{ input.who }}")}, {"LANG", text("pt_BR")}};
    QVERIFY(bench.does(std::move(step)));
    QStringList variables = shown(bench.report->output.asString()).split('\n');
    variables.sort();
    QStringList expected{"BATUTA_TEST_PASSED=passed",
                         "HOME=" + qEnvironmentVariable("HOME"),
                         "LANG=pt_BR",
                         "PATH=" + qEnvironmentVariable("PATH"),
                         "TZ=UTC",
                         "WHO=Ana = b"};
    if (!qEnvironmentVariableIsSet("HOME"))
        expected.removeAt(1);
    QCOMPARE(variables, expected);
}

void TstProcessStep::readsItsInput_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("read");
    QTest::newRow("an object") << R"({"a": "${{ input.n }}", "b": "x"})"
                               << R"({"a":7,"b":"x"})";
    QTest::newRow("a text as it is") << R"("plain ${{ input.n }}")"
                                     << "plain 7";
    QTest::newRow("a number") << R"("${{ input.n }}")"
                              << "7";
}

void TstProcessStep::readsItsInput()
{
    QFETCH(QString, given);
    tests::Workbench bench;
    bench.roots.set("input", json::Object{{"n", 7}});
    flow::ProcessStep step = shell("cat");
    step.input = tree(json::parse(given.toStdString()).value());
    QVERIFY(bench.does(std::move(step)));
    QTEST(shown(bench.report->output.asString()), "read");
}

void TstProcessStep::worksBelowTheWorkspace_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("where");
    const QString outside =
        "critical: The value is not allowed: step, the folder %1 is outside the workspace [flow.bad_value]";
    QTest::newRow("itself") << ""
                            << "done"
                            << "";
    QTest::newRow("below") << "sub"
                           << "done"
                           << "/sub";
    QTest::newRow("back again") << "sub/../sub"
                                << "done"
                                << "/sub";
    QTest::newRow("link inside") << "inside"
                                 << "done"
                                 << "/sub";
    for (const char *path : {"..", "/", "/tmp", "outside", "outside/..", "sub/../.."})
        QTest::newRow(path) << path << outside.arg(path) << "";
    QTest::newRow("neighbour") << "../neighbour"
                               << "failed: Cannot start: the folder ../neighbour: No such file or directory"
                               << "";
}

void TstProcessStep::worksBelowTheWorkspace()
{
    QFETCH(QString, directory);
    QFETCH(QString, outcome);
    tests::Workbench bench;
    const QDir folder(bench.folder.path());
    QVERIFY(folder.mkpath("sub"));
    QVERIFY(QFile::link(folder.filePath("sub"), folder.filePath("inside")));
    QVERIFY(QFile::link("/usr", folder.filePath("outside")));
    flow::ProcessStep step = shell("pwd -P");
    step.directory = text(directory.toStdString());
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), outcome);
    if (outcome == "done")
        QTEST(shown(bench.report->output.asString()).remove(folder.canonicalPath()), "where");
}

void TstProcessStep::anOutputAboveTheLimitFails()
{
    tests::Workbench bench;
    flow::ProcessStep step = shell("trap '' TERM; yes");
    step.maxOutputBytes = 64 << 10;
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "failed: The output is above the limit of 64KiB");
    QCOMPARE(bench.output(), "null");
}

void TstProcessStep::aTimeoutEndsItAndWhatItStarted()
{
    tests::Workbench bench;
    flow::ProcessStep step =
        shell("trap '' TERM; sh -c 'echo $$ > inner; exec tail -f /dev/null' & echo $$ > outer; wait; wait");
    step.grace = std::chrono::milliseconds(60);
    bench.timeout = std::chrono::milliseconds(300);
    const auto began = std::chrono::steady_clock::now();
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "failed: Timeout after 300ms");
    QCOMPARE(bench.report->outcome.cause, plan::Outcome::Cause::Timeout);
    QVERIFY(std::chrono::steady_clock::now() - began >= std::chrono::milliseconds(360));
    for (const char *name : {"inner", "outer"}) {
        QFile file(bench.folder.filePath(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), name);
        const QString stat = QString("/proc/%1/stat").arg(file.readAll().trimmed().toInt());
        // An orphan may stay as a zombie where nobody reaps it: dead all the same.
        QVERIFY(bench.until([&] {
            QFile state(stat);
            return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z");
        }));
    }
}

void TstProcessStep::cancelEndsIt()
{
    tests::Workbench bench;
    bench.start(shell("exec tail -f /dev/null"));
    QVERIFY(bench.running);
    bench.running->cancel();
    bench.running->cancel();
    QVERIFY(!bench.report); // not before it has gone
    QVERIFY(bench.ended());
    QCOMPARE(bench.outcome(), "cancelled");
    QCOMPARE(bench.reports, 1);
}

void TstProcessStep::cancelWaitsForAnOrderlyEnd()
{
    tests::Workbench bench;
    bench.start(shell("trap 'echo tidy > tidied; exit 0' TERM; echo ready > ready; "
                      "while :; do tail -f /dev/null & wait; done"));
    QVERIFY(bench.until([&] { return QFile::exists(bench.folder.filePath("ready")); }));
    bench.running->cancel();
    QVERIFY(bench.ended());
    QCOMPARE(bench.outcome(), "cancelled");
    QVERIFY(QFile::exists(bench.folder.filePath("tidied")));
}

void TstProcessStep::aForgottenAttemptReportsNothing()
{
    tests::Workbench bench;
    bench.timeout = std::chrono::milliseconds(20);
    bench.start(shell("exec tail -f /dev/null"));
    bench.running.reset();
    QVERIFY(bench.until([] { return ::waitpid(-1, nullptr, WNOHANG) == -1; }));
    QVERIFY(!bench.report);
}

void TstProcessStep::tellsWhatCannotBeHandedOver_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("no program") << "no-such-program"
                                << "failed: Cannot start no-such-program: No such file or directory";
    QTest::newRow("empty") << ""
                           << "failed: Cannot start : No such file or directory";
    QTest::newRow("NUL") << "${{ fromJSON('\"a\\u0000b\"') }}"
                         << "critical";
    QTest::newRow("broken expression") << "${{ fromJSON('{') }}"
                                       << "critical";
}

void TstProcessStep::tellsWhatCannotBeHandedOver()
{
    QFETCH(QString, word);
    tests::Workbench bench;
    flow::ProcessStep step;
    step.command.push_back(text(word.toStdString()));
    QVERIFY(bench.does(std::move(step)));
    QTEST(bench.outcome().startsWith("critical: ") ? "critical" : bench.outcome(), "outcome");
    QVERIFY(!bench.running);
}

void TstProcessStep::jqComputes_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("output");
    QTest::newRow("one value") << ".items | map(.n) | add"
                               << "done"
                               << "6";
    QTest::newRow("several") << ".items[].n"
                             << "done"
                             << "[1,2,3]";
    QTest::newRow("a list") << "[.items[].n]"
                            << "done"
                            << "[1,2,3]";
    QTest::newRow("none") << "empty"
                          << "done"
                          << "null";
    QTest::newRow("line ends in a text") << ".text"
                                         << "done"
                                         << R"("a\nb")";
    QTest::newRow("begins with a minus") << "-(.items|length)"
                                         << "done"
                                         << "-3";
    QTest::newRow("looks like an option") << "--version"
                                          << "jq refuses"
                                          << "null";
    QTest::newRow("no secrets") << "env.BATUTA_TEST_TOKEN"
                                << "done"
                                << "null";
    QTest::newRow("its own failure") << "error(\"mine\")"
                                     << "failed: Exit status 5: jq: error (at <stdin>:0): mine"
                                     << "null";
    QTest::newRow("no program of jq") << ".["
                                      << "jq refuses"
                                      << "null";
}

void TstProcessStep::jqComputes()
{
    QFETCH(QString, program);
    QFETCH(QString, outcome);
    ::setenv("BATUTA_TEST_TOKEN", "hidden", 1);
    tests::Workbench bench;
    bench.roots.set("input", json::parse(R"({"items":[{"n":1},{"n":2},{"n":3}],"text":"a\nb"})").value());
    QVERIFY(bench.does(flow::JqStep{program.toStdString(), tree("${{ input }}")}));
    if (outcome == "jq refuses")
        QVERIFY2(bench.outcome().startsWith("failed: Exit status 3: jq: error"), qPrintable(bench.outcome()));
    else
        QCOMPARE(bench.outcome(), outcome);
    QTEST(bench.output(), "output");
}

void TstProcessStep::jqIsStopped()
{
    tests::Workbench bench;
    bench.timeout = std::chrono::milliseconds(150);
    QVERIFY(bench.does(flow::JqStep{"last(range(1e18))", tree(nullptr)}));
    QCOMPARE(bench.outcome(), "failed: Timeout after 150ms");
    bench.timeout.reset();
    QVERIFY(bench.does(flow::JqStep{"(\"x\" * 1000) as $x | range(1e18) | $x", tree(nullptr)}));
    QCOMPARE(bench.outcome(), "failed: The output is above the limit of 16MiB");
}

QTEST_APPLESS_MAIN(TstProcessStep)
#include "tst_process_step.moc"
