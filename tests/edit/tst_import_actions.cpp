// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/import_actions.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>

using namespace batuta;
using namespace batuta::edit;
using test::shown;

/// Workflows of GitHub Actions as flows: each result is a valid flow, and what has no counterpart is named
/// with its line, and stands in the text.
class TestImportActions : public QObject
{
    Q_OBJECT

private slots:
    void aChainOfJobs();
    void stepsOfAJobFollowEachOther();
    void conditions_data();
    void conditions();
    void aMatrixIsAForeach();
    void theEnvironmentReachesTheProcess();
    void whatStartsIt();
    void nothingIsDropped();
    void isRefused_data();
    void isRefused();
    void everyTextIsValid_data();
    void everyTextIsValid();

private:
    ImportedFlow imported(const std::string &text);
    flow::FlowPtr flowOf(const ImportedFlow &flow);
};

ImportedFlow TestImportActions::imported(const std::string &text)
{
    auto flow = importActions(text, "build.yml", "ci");
    if (!flow)
        qWarning("%s", errorText(flow.error()).c_str());
    return flow ? std::move(*flow) : ImportedFlow();
}

flow::FlowPtr TestImportActions::flowOf(const ImportedFlow &imported)
{
    const flow::FlowReading reading = flow::readFlow(imported.text, "x.yaml");
    for (const Error &error : reading.errors)
        qWarning("%s\n%s", errorText(error).c_str(), imported.text.c_str());
    return reading.flow;
}

void TestImportActions::aChainOfJobs()
{
    const ImportedFlow read = imported(R"(name: Build & deploy
on: workflow_dispatch
jobs:
  deploy:
    needs: [build, test]
    timeout-minutes: 15
    steps:
      - run: ./deploy.sh
  build:
    steps:
      - run: make
  test:
    needs: build
    continue-on-error: true
    steps:
      - run: make test
)");
    const flow::FlowPtr flow = flowOf(read);
    QVERIFY(flow);
    QCOMPARE(shown(read.name), "build_deploy");
    QCOMPARE(flow->steps.size(), std::size_t{3});
    QCOMPARE(shown(flow->steps[0].id.value), "build");
    QCOMPARE(shown(flow->steps[1].id.value), "test");
    QCOMPARE(flow->steps[1].needs, std::vector<int>{0});
    QVERIFY(flow->steps[1].onFailure == flow::OnFailure::Continue);
    QCOMPARE(flow->steps[2].needs, (std::vector<int>{0, 1}));
    QVERIFY(flow->steps[2].timeout == std::chrono::minutes(15));
    QVERIFY(read.unmapped.empty());
}

void TestImportActions::stepsOfAJobFollowEachOther()
{
    const ImportedFlow read = imported(R"(on: push
jobs:
  lint:
    name: Lint everything
    steps:
      - uses: actions/checkout@v4
      - name: Install tools
        run: |
          set -x
          install them
      - id: go
        run: lint --all
        working-directory: sub
        shell: sh
      - if: failure()
        run: tell
  after:
    needs: lint
    steps:
      - run: echo done
)");
    const flow::FlowPtr flow = flowOf(read);
    QVERIFY(flow);
    QCOMPARE(flow->steps.size(), std::size_t{4});
    QCOMPARE(shown(flow->steps[0].id.value), "lint_install_tools");
    QCOMPARE(shown(flow->steps[1].id.value), "lint_go");
    QCOMPARE(flow->steps[1].needs, std::vector<int>{0});
    QCOMPARE(flow->steps[3].needs, std::vector<int>{2});
    QVERIFY2(read.text.find("set -x\n          install them") != std::string::npos, read.text.c_str());
    QVERIFY(read.text.find("directory: \"sub\"") != std::string::npos);
    QVERIFY(read.text.find("# not imported, line 6: uses: actions/checkout@v4") != std::string::npos);
    QCOMPARE(read.unmapped.size(), std::size_t{2}); // push, checkout
    QCOMPARE(read.unmapped[1].line, 6);
}

void TestImportActions::conditions_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("here");
    const auto row = [](const char *written, const char *here) {
        QTest::addRow("%s", written) << QByteArray(written) << QByteArray(here);
    };
    row("always()", "${{ always() }}");
    row("success() && inputs.go", "${{ success() && input.go }}");
    row("${{ github.event.inputs.level == 'a.b' }}", "${{ input.level == 'a.b' }}");
    row("needs.first.result == 'failure'",
        "${{ (steps.first.status == 'failed' && 'failure' || steps.first.status) == 'failure' }}");
    row("env.MODE == 'fast'", "${{ 'it''s' == 'fast' }}");
    row("env.WHERE != ''", "${{ format('{0}/{{x}}', input.go) != '' }}");
    row("vars.URL && secrets.KEY", "${{ env.URL && secrets.KEY }}");
    row("contains(github.workflow, 'a') || true", "${{ contains(flow.name, 'a') || true }}");
    row("inputs['the-level'] > 3", "${{ input['the-level'] > 3 }}");
    row("github.ref == 'refs/heads/main'", "");
    row("hashFiles('**/lock', format('{0}', 1)) != ''", "");
    row("needs.first.outputs.x", "");
}

void TestImportActions::conditions()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, here);
    const ImportedFlow read = imported(R"(on: {workflow_dispatch: {inputs: {go: {type: boolean}, level: {}}}}
env: {MODE: "it's", WHERE: "${{ inputs.go }}/{x}"}
jobs:
  first: {steps: [{run: one}]}
  second:
    needs: first
    if: )" + QByteArray("\"" + written + "\"").toStdString() +
                                       "\n    steps: [{run: two}]\n");
    const flow::FlowPtr flow = flowOf(read);
    QVERIFY(flow);
    QVERIFY(flow->steps[1].condition.has_value());
    QCOMPARE(shown(flow->steps[1].condition->text()),
             here.isEmpty() ? QString("${{ false }}") : QString(here));
    QCOMPARE(read.unmapped.empty(), !here.isEmpty());
}

void TestImportActions::aMatrixIsAForeach()
{
    const ImportedFlow read = imported(R"(on: workflow_dispatch
jobs:
  test:
    strategy:
      fail-fast: false
      max-parallel: 2
      matrix:
        os: [a, b]
        version: [1, 2]
        exclude: [{os: b, version: 2}]
        include: [{os: a, extra: yes}, {os: c, version: 9}]
    steps:
      - run: build ${{ matrix.os }}
      - run: test ${{ matrix.version }} ${{ matrix.extra }}
)");
    const flow::FlowPtr flow = flowOf(read);
    QVERIFY(flow);
    QCOMPARE(flow->steps.size(), std::size_t{1});
    const flow::Step &step = flow->steps[0];
    QVERIFY(step.forEach.has_value());
    QCOMPARE(step.forEach->maxParallel, 2);
    const char *items[] = {R"({"os":"a","version":1,"extra":"yes"})",
                           R"({"os":"a","version":2,"extra":"yes"})", R"({"os":"b","version":1})",
                           R"({"os":"c","version":9})"};
    for (const char *item : items)
        QVERIFY2(read.text.find(item) != std::string::npos, read.text.c_str());
    QVERIFY(read.text.find(R"("os":"b","version":2)") == std::string::npos);
    QVERIFY(read.text.find("build ${{ item.os }}") != std::string::npos);
    QVERIFY(read.text.find("test ${{ item.version }} ${{ item.extra }}") != std::string::npos);
}

void TestImportActions::theEnvironmentReachesTheProcess()
{
    const ImportedFlow read = imported(R"(on: workflow_dispatch
env: {A: one, B: "${{ secrets.KEY }}"}
jobs:
  go:
    env: {B: two, C: "${{ env.A }}-x"}
    steps:
      - run: echo $A ${{ env.C }}
        env: {D: "${{ vars.PLACE }}"}
)");
    QVERIFY(flowOf(read));
    for (const char *line : {"A: \"one\"", "B: \"two\"", "C: \"${{ 'one' }}-x\"", "D: \"${{ env.PLACE }}\"",
                             "echo $A ${{ format('{0}-x', 'one') }}"})
        QVERIFY2(read.text.find(line) != std::string::npos, read.text.c_str());
}

void TestImportActions::whatStartsIt()
{
    const ImportedFlow read = imported(R"(on:
  schedule: [{cron: "15 3 * * 1"}, {cron: "0 12 * * *"}]
  workflow_dispatch:
    inputs:
      level: {type: choice, options: [low, high], default: low, required: true, description: How much}
      count: {type: number, default: 3}
      dry: {type: boolean, default: false}
  pull_request: {branches: [main]}
jobs:
  go: {steps: [{run: go}]}
)");
    const flow::FlowPtr flow = flowOf(read);
    QVERIFY(flow);
    QCOMPARE(flow->triggers.size(), std::size_t{2});
    const json::Value &schema = flow->input.source();
    QCOMPARE(shown(json::write(schema["properties"]["level"])),
             R"({"type":"string","description":"How much","enum":["low","high"],"default":"low"})");
    QCOMPARE(shown(json::write(schema["properties"]["count"])), R"({"type":"number","default":3})");
    QCOMPARE(shown(json::write(schema["required"])), R"(["level"])");
    QCOMPARE(read.unmapped.size(), std::size_t{1});
    QCOMPARE(shown(read.unmapped[0].what), "on: pull_request");
}

/// Every key that a workflow can have and a flow cannot is in the report, and in the text.
void TestImportActions::nothingIsDropped()
{
    const std::string text = R"(name: Everything
run-name: by ${{ github.actor }}
permissions: read-all
concurrency: {group: x}
defaults: {run: {shell: bash}}
on: [push, workflow_dispatch]
jobs:
  one:
    runs-on: ubuntu-latest
    environment: production
    permissions: {contents: read}
    container: node:20
    services: {db: {image: postgres}}
    outputs: {x: "${{ steps.a.outputs.x }}"}
    concurrency: y
    steps:
      - uses: actions/setup-node@v4
        with: {node-version: 20}
      - id: a
        run: echo "x=1" >> "$GITHUB_OUTPUT"
      - run: Get-Item .
        shell: pwsh
      - run: deploy ${{ github.sha }}
        continue-on-error: ${{ inputs.maybe }}
  two:
    needs: one
    uses: ./.github/workflows/other.yml
    with: {a: 1}
    secrets: inherit
)";
    const ImportedFlow read = imported(text);
    QVERIFY(flowOf(read));
    for (const char *what :
         {"run-name", "permissions", "concurrency", "defaults", "on: push", "runs-on", "environment",
          "container", "services", "outputs", "uses: actions/setup-node@v4", "GITHUB_OUTPUT", "shell: pwsh",
          "github.sha", "continue-on-error", "uses: ./.github/workflows/other.yml"}) {
        const bool isNoted =
            std::any_of(read.unmapped.begin(), read.unmapped.end(), [&](const Unmapped &each) {
                return each.what.find(what) != std::string::npos && each.line > 0;
            });
        QVERIFY2(isNoted, what);
        QVERIFY2(read.text.find(what) != std::string::npos, what);
    }
    QVERIFY(read.text.find("if: \"${{ false }}\"") != std::string::npos);
}

void TestImportActions::isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no YAML") << QByteArray("a: [");
    QTest::newRow("no jobs") << QByteArray("on: push\n");
    QTest::newRow("a list") << QByteArray("- a\n- b\n");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a circle") << QByteArray("jobs: {a: {needs: b, steps: []}, b: {needs: a, steps: []}}");
    QTest::newRow("an unknown job") << QByteArray("jobs: {a: {needs: b, steps: []}}");
}

void TestImportActions::isRefused()
{
    QFETCH(QByteArray, text);
    const auto read = importActions(text.toStdString(), "x.yml", "ci");
    QVERIFY(!read);
    QVERIFY(!errorText(read.error()).empty());
}

void TestImportActions::everyTextIsValid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("hard names") << QByteArray(
        "name: '123 ção'\njobs: {'1-a': {steps: [{run: x}]}, A_B: {steps: [{run: y, id: '9'}]}}");
    QTest::newRow("same names") << QByteArray(
        "jobs: {a: {steps: [{name: x, run: 1}, {name: x, run: 2}]}, a_x: {steps: [{run: 3}]}}");
    QTest::newRow("no steps") << QByteArray("jobs: {a: {}, b: {needs: [a], steps: []}}");
    QTest::newRow("odd scripts") << QByteArray("jobs: {a: {steps: [{run: \"  led by blanks\\n\\ttab\\n\"}, "
                                               "{run: \"a: b # c\\n- d\\n\\n\\n\"}, {run: \"%\"}]}}");
    QTest::newRow("odd expressions") << QByteArray(
        "jobs: {a: {if: \"a.b.c.d(\", steps: [{run: \"${{ 'open\"}, {run: \"${{ }}\"}]}}");
    QTest::newRow("a matrix of an expression")
        << QByteArray("jobs: {a: {strategy: {matrix: \"${{ fromJSON(needs.x.outputs.m) }}\"}, steps: [{run: "
                      "\"${{ matrix.a }}\"}]}}");
    QTest::newRow("odd times") << QByteArray(
        "jobs: {a: {timeout-minutes: \"${{ inputs.t }}\", steps: [{run: x, timeout-minutes: -1}]}}");
}

void TestImportActions::everyTextIsValid()
{
    QFETCH(QByteArray, text);
    QVERIFY(flowOf(imported(text.toStdString())));
}

QTEST_GUILESS_MAIN(TestImportActions)
#include "tst_import_actions.moc"
