// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/graph/flow_graph.h"
#include "views/graph/graph_words.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

/// `start>a a>b b>end`, in the order of the graph.
QString edgesOf(const FlowGraph &graph)
{
    const auto name = [&](int at) {
        const GraphNode &node = graph.node(at);
        return node.role == NodeRole::Start ? QString("start")
               : node.role == NodeRole::End ? QString("end")
                                            : QString::fromStdString(node.step);
    };
    QStringList edges;
    for (const auto &[from, to] : graph.edges)
        edges << name(from) + '>' + name(to);
    return edges.join(' ');
}

QString groupsOf(const FlowGraph &graph)
{
    QStringList groups;
    for (const GraphGroup &group : graph.groups) {
        QStringList steps;
        for (const int node : group.nodes)
            steps << QString::fromStdString(graph.node(node).step);
        groups << QString::fromStdString(group.label) + '=' + steps.join(',');
    }
    return groups.join(' ');
}

const char *kHead = "batuta: 1\nname: sample\ntitle: Sample\nlabels: {system: test}\nsteps:\n";

std::string step(const std::string &name, const std::string &needs, const std::string &rest)
{
    return "  " + name + ":\n    needs: [" + needs + "]\n" + rest + "    set: {a: 1}\n";
}

} // namespace

class TestFlowGraph : public QObject
{
    Q_OBJECT

private slots:
    void connectsStartStepsFinallyAndEnd_data();
    void connectsStartStepsFinallyAndEnd();
    void theShippedFlowHasTwoBranches();
    void aFlowOfOneDomainHasNoBranch();
    void stepsOfADomainThatDoNotHangTogetherAreNoBranch();
    void aGroupMadeByHandCountsForMoreThanTheDomain();
    void aBranchShowsTheConditionOnlyWhenAllStepsShareIt();
    void conditionsLoseTheirBraces_data();
    void conditionsLoseTheirBraces();
    void topologicalOrderFollowsTheNeeds();
    void aStepIsOneSentence();
};

void TestFlowGraph::connectsStartStepsFinallyAndEnd_data()
{
    QTest::addColumn<std::vector<std::string>>("steps");
    QTest::addColumn<QString>("edges");
    using Steps = std::vector<std::string>;
    QTest::newRow("empty") << Steps{} << "start>end";
    QTest::newRow("one") << Steps{"a"} << "start>a a>end";
    QTest::newRow("chain") << Steps{"a", "b: a"} << "a>b start>a b>end";
    QTest::newRow("fork") << Steps{"a", "b: a", "c: a"} << "a>b a>c start>a b>end c>end";
    QTest::newRow("finally") << Steps{"a", "b: a", "!z"} << "a>b start>a b>z z>end";
    QTest::newRow("only finally") << Steps{"!z"} << "start>z z>end";
    QTest::newRow("unknown need") << Steps{"a: nobody"} << "start>a a>end";
}

void TestFlowGraph::connectsStartStepsFinallyAndEnd()
{
    QFETCH(std::vector<std::string>, steps);
    QTEST(edgesOf(graphOf(tests::flowOf(steps))), "edges");
}

void TestFlowGraph::theShippedFlowHasTwoBranches()
{
    const FlowGraph graph = graphOf(tests::repositoryFlow("update_profile"));
    QCOMPARE(groupsOf(graph),
             "profession=match_usuario_profissao,match_usuario_carreira,match_analysis_user_profession,"
             "gap_analysis_user_profession,suggest_course_profession "
             "vacancy=match_candidato,match_analysis_user_vacancy,gap_analysis_user_vacancy,"
             "suggest_course_vacancy");
    QCOMPARE(conditionWord(graph.node(graph.find("match_candidato"))), "unless input.vacancy_id");
}

void TestFlowGraph::aFlowOfOneDomainHasNoBranch()
{
    QVERIFY(graphOf(tests::repositoryFlow("analysis_to_vacancy")).groups.empty());
}

void TestFlowGraph::stepsOfADomainThatDoNotHangTogetherAreNoBranch()
{
    const std::string label = "    labels: {domain: x}\n";
    const FlowGraph graph = graphOf(
        tests::flowFromYaml(kHead + step("a", "", label) + step("b", "a", "") + step("c", "b", label)));
    QCOMPARE(groupsOf(graph), "");
}

void TestFlowGraph::aGroupMadeByHandCountsForMoreThanTheDomain()
{
    const std::string label = "    labels: {domain: x, group: y}\n";
    const FlowGraph graph = graphOf(tests::flowFromYaml(kHead + step("a", "", "    labels: {domain: x}\n") +
                                                        step("b", "a", label) + step("c", "b", label)));
    QCOMPARE(graph.groups.size(), 1U);
    QCOMPARE(graph.groups.front().label, std::string("y"));
    QCOMPARE(graph.groups.front().nodes.size(), 2U);
}

void TestFlowGraph::aBranchShowsTheConditionOnlyWhenAllStepsShareIt()
{
    const std::string same = "    labels: {domain: x}\n    if: ${{ env.A }}\n";
    const std::string other = "    labels: {domain: x}\n    if: ${{ env.B }}\n";
    const FlowGraph shared =
        graphOf(tests::flowFromYaml(kHead + step("a", "", "") + step("b", "a", same) + step("c", "b", same)));
    QCOMPARE(shared.groups.at(0).condition, std::string("env.A"));
    const FlowGraph mixed = graphOf(
        tests::flowFromYaml(kHead + step("a", "", "") + step("b", "a", same) + step("c", "b", other)));
    QCOMPARE(mixed.groups.at(0).condition, std::string());
}

void TestFlowGraph::conditionsLoseTheirBraces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bare");
    QTest::newRow("whole") << "${{ input.a }}"
                           << "input.a";
    QTest::newRow("tight") << "${{input.a}}"
                           << "input.a";
    QTest::newRow("bare") << "input.a"
                          << "input.a";
    QTest::newRow("two") << "${{ a }} and ${{ b }}"
                         << "${{ a }} and ${{ b }}";
    QTest::newRow("nothing inside") << "${{ }}"
                                    << "";
}

void TestFlowGraph::conditionsLoseTheirBraces()
{
    QFETCH(QString, text);
    QTEST(QString::fromStdString(bareExpression(text.toStdString())), "bare");
}

void TestFlowGraph::topologicalOrderFollowsTheNeeds()
{
    const FlowGraph graph = graphOf(tests::flowOf({"c: b", "b: a", "a", "x: y", "y: x"}));
    QStringList order;
    for (const int node : graph.topological())
        order << QString::fromStdString(graph.node(node).step);
    QCOMPARE(order.join(' '), "a b c x y");
}

void TestFlowGraph::aStepIsOneSentence()
{
    const FlowGraph graph = graphOf(tests::flowOf({"a", "b: a", "c: b"}));
    QCOMPARE(nodeSentence(graph, graph.find("b"), true), "b, HTTP step, id b, selected. From a. To c");
    QCOMPARE(nodeSentence(graph, graph.find("a"), false, views::Status::Failed),
             "a, HTTP step, id a, Failed. To b");
}

QTEST_GUILESS_MAIN(TestFlowGraph)
#include "tst_flow_graph.moc"
