// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/flow_text.h"
#include "tests/edit/edited.h"

#include <QTest>

using namespace batuta;
using namespace batuta::edit;
using batuta::test::edited;

namespace {

const QString kFlow = R"(batuta: 1
name: f
steps:
  # Makes it.
  create:
    title: Create
    set: {x: 1}

  # Uses it.
  match: # here
    needs: [create]
    set: {y: "${{ steps.create.output.x }}"}

  last:
    title: steps.create is a word here
    needs:
      - create # first
      - match
    if: steps['create'].status == 'succeeded'
    set: {z: 'a "${{ steps[''match''].output }}" b'}
output: {r: "${{ steps.CREATE.output }}"}
)";

QString with(QString text, const QString &before, const QString &after)
{
    Q_ASSERT(text.contains(before));
    return text.replace(before, after);
}

} // namespace

class TestFlowSteps : public QObject
{
    Q_OBJECT

private slots:
    void addsSteps_data();
    void addsSteps();
    void insertsBetween();
    void removesSteps();
    void removesAllSteps();
    void connectsAndDisconnects();
    void refusesImpossibleConnections();
    void renamesEverywhere();
    void renamesInEveryQuoting_data();
    void renamesInEveryQuoting();
    void copiesAndPastes();
    void pastesIntoAnotherFlow();
    void duplicates();
    void writesOutWhatAliasesStandFor();
    void refusesNamesAndUnknowns();
};

void TestFlowSteps::addsSteps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("needs");
    QTest::addColumn<QString>("expected");
    const QString step = "  new:\n    title: N\n    set:\n      a: 1 # c\n";
    const QString needing = "  new:\n    title: N\n    needs: [create]\n    set:\n      a: 1 # c\n";
    QTest::newRow("at the end") << kFlow << "" << QStringList{}
                                << with(kFlow, "output:", "\n" + step + "output:");
    QTest::newRow("behind") << kFlow << "create" << QStringList{"create"}
                            << with(kFlow, "\n  # Uses", "\n" + needing + "\n  # Uses");
    QTest::newRow("none yet") << "batuta: 1\nname: f\n"
                              << "" << QStringList{} << "batuta: 1\nname: f\nsteps:\n" + step;
    QTest::newRow("empty") << "steps: {} # c\noutput: 1\n"
                           << "" << QStringList{} << "steps: # c\n" + step + "output: 1\n";
    QTest::newRow("nothing") << "steps:\noutput: 1\n"
                             << "" << QStringList{} << "steps:\n" + step + "output: 1\n";
    QTest::newRow("flow style")
        << "steps: {create: {set: {}}}\n"
        << "" << QStringList{"create"}
        << "steps: {create: {set: {}}, new: {title: N, needs: [create], set: {a: 1}}}\n";
    QTest::newRow("no break at the end")
        << "steps:\n  create:\n    set: {}"
        << "" << QStringList{} << "steps:\n  create:\n    set: {}\n" + step.chopped(1);
    QTest::newRow("windows") << "steps:\r\n  create:\r\n    set: {}\r\n"
                             << "" << QStringList{}
                             << "steps:\r\n  create:\r\n    set: {}\r\n" +
                                    QString(step).replace("\n", "\r\n");
    QTest::newRow("a literal text at an open end")
        << "steps:\n  create:\n    jq: |\n      .x"
        << "" << QStringList{} << "steps:\n  create:\n    jq: |-\n      .x\n" + step.chopped(1);
    QTest::newRow("a literal text, and a comment at an open end")
        << "steps:\n  create:\n    jq: |\n      .x\n    # c"
        << "" << QStringList{} << "steps:\n  create:\n    jq: |\n      .x\n    # c\n" + step.chopped(1);
}

void TestFlowSteps::addsSteps()
{
    QFETCH(QString, text);
    QFETCH(QString, after);
    QFETCH(QStringList, needs);
    QFETCH(QString, expected);
    NewStep step{"new", "title: N\nset:\n  a: 1 # c\n", {}, StepList::Steps, after.toStdString()};
    for (const QString &need : needs)
        step.needs.push_back(need.toStdString());
    QCOMPARE(edited(text, [&](const FlowText &flow) { return flow.addStep(step); }), expected);
}

void TestFlowSteps::insertsBetween()
{
    const auto insert = [](const char *from, const char *to) {
        return edited(kFlow, [&](const FlowText &flow) {
            return flow.insertBetween(from, to, {"mid", "set: {}", {}, StepList::Steps, ""});
        });
    };
    QString wanted = with(kFlow, "\n  # Uses", "\n  mid:\n    needs: [create]\n    set: {}\n\n  # Uses");
    QCOMPARE(insert("create", "match"),
             with(wanted, "needs: [create]\n    set: {y", "needs: [mid]\n    set: {y"));
    wanted = with(kFlow, "\n  last", "\n  mid:\n    needs: [match]\n    set: {}\n\n  last");
    QCOMPARE(insert("match", "last"), with(wanted, "      - match\n", "      - mid\n"));
    QCOMPARE(insert("last", "create"), QString("refused: flow.cycle"));
    QCOMPARE(insert("", "create"),
             with(with(kFlow, "    title: Create\n", "    title: Create\n    needs: [mid]\n"),
                  "output:", "\n  mid:\n    set: {}\noutput:"));
}

void TestFlowSteps::removesSteps()
{
    const auto remove = [](const std::vector<std::string> &ids, bool bridge) {
        return edited(kFlow, [&](const FlowText &flow) { return flow.removeSteps(ids, bridge); });
    };
    const QString match = "  # Uses it.\n  match: # here\n    needs: [create]\n"
                          "    set: {y: \"${{ steps.create.output.x }}\"}\n\n";
    QCOMPARE(remove({"match"}, true), with(with(kFlow, match, ""), "      - match\n", ""));
    QCOMPARE(remove({"match"}, false), with(with(kFlow, match, ""), "      - match\n", ""));
    const QString create = "  # Makes it.\n  create:\n    title: Create\n    set: {x: 1}\n\n";
    QString wanted = with(with(kFlow, create, ""), "    needs: [create]\n", "");
    QCOMPARE(remove({"create"}, true), with(wanted, "      - create # first\n", ""));
    wanted = with(with(kFlow, create, ""), match, "");
    QCOMPARE(remove({"create", "match"}, true),
             with(wanted, "    needs:\n      - create # first\n      - match\n", ""));
    QCOMPARE(remove({"last"}, true),
             kFlow.left(kFlow.indexOf("\n  last")) + kFlow.mid(kFlow.indexOf("\noutput") + 1));
    const QString chain = "steps:\n  a: {set: {}}\n  b: {needs: [a], set: {}}\n  c: {needs: [b], set: {}}\n";
    const auto removeB = [](bool bridge) {
        return [bridge](const FlowText &flow) { return flow.removeSteps({"b"}, bridge); };
    };
    QCOMPARE(edited(chain, removeB(true)), QString("steps:\n  a: {set: {}}\n  c: {needs: [a], set: {}}\n"));
    QCOMPARE(edited(chain, removeB(false)), QString("steps:\n  a: {set: {}}\n  c: {set: {}}\n"));
}

void TestFlowSteps::removesAllSteps()
{
    const auto all = [](const FlowText &flow) { return flow.removeSteps({"a", "b", "z"}, true); };
    QCOMPARE(edited("steps:\n  a: {}\n  b: {}\nfinally:\n  z: {}\nname: f\n", all),
             QString("steps: {}\nname: f\n"));
}

void TestFlowSteps::connectsAndDisconnects()
{
    const auto connect = [](const QString &text, const char *from, const char *to) {
        return edited(text, [&](const FlowText &content) { return content.connect(from, to); });
    };
    const QString flow = "steps:\n  a:\n    title: A # t\n    set: {}\n  b: {needs: [a], set: {}}\n"
                         "  c:\n    needs: # why\n    - b\n    set: {}\n  d:\n  e: {}\n";
    QCOMPARE(connect(flow, "a", "c"), with(flow, "    - b\n", "    - b\n    - a\n"));
    QCOMPARE(connect(flow, "e", "a"), with(flow, "# t\n", "# t\n    needs: [e]\n"));
    QCOMPARE(connect(flow, "e", "b"), with(flow, "[a]", "[a, e]"));
    QCOMPARE(connect(flow, "a", "d"), with(flow, "  d:\n", "  d:\n    needs: [a]\n"));
    QCOMPARE(connect(flow, "a", "e"), with(flow, "  e: {}\n", "  e:\n    needs: [a]\n"));
    const auto disconnect = [](const QString &text, const char *from, const char *to) {
        return edited(text, [&](const FlowText &content) { return content.disconnect(from, to); });
    };
    QCOMPARE(disconnect(flow, "a", "b"), with(flow, "needs: [a], ", ""));
    QCOMPARE(disconnect(flow, "b", "c"), with(flow, "    needs: # why\n    - b\n", ""));
    QCOMPARE(disconnect(flow, "c", "a"), QString("refused: flow.unknown_step"));
    for (const char *needs : {"[{k: 1}, b]", "{k: 1}", "[a, [b]]"}) {
        const QString odd = with(flow, "  d:\n", QString("  d: {needs: %1}\n").arg(needs));
        QCOMPARE(connect(odd, "e", "d"), QString("refused: flow.wrong_type"));
    }
}

void TestFlowSteps::refusesImpossibleConnections()
{
    const auto flow =
        FlowText::read("steps:\n  a: {}\n  b: {needs: [a]}\n  c: {needs: [b]}\nfinally: {z: {}}\n", "");
    QCOMPARE(flow->whyNotConnect("a", "c"), std::string());
    QCOMPARE(flow->whyNotConnect("c", "a"), std::string("that would close the circle a → c → b → a"));
    QCOMPARE(flow->whyNotConnect("a", "b"), std::string("b needs a already"));
    QVERIFY(!flow->whyNotConnect("a", "a").empty());
    QVERIFY(!flow->whyNotConnect("a", "z").empty());
    QVERIFY(!flow->whyNotConnect("a", "gone").empty());
    QCOMPARE(flow->connect("c", "a").error().code, ErrorCode::FlowCycle);
    QCOMPARE(flow->connect("a", "z").error().code, ErrorCode::FlowContradiction);
}

void TestFlowSteps::renamesEverywhere()
{
    QString wanted = with(kFlow, "  create:\n", "  made:\n");
    wanted = with(wanted, "needs: [create]", "needs: [made]");
    wanted = with(wanted, "${{ steps.create.output", "${{ steps.made.output");
    wanted = with(wanted, "- create # first", "- made # first");
    wanted = with(wanted, "steps['create']", "steps['made']");
    wanted = with(wanted, "steps.CREATE", "steps.made");
    QCOMPARE(edited(kFlow, [](const FlowText &flow) { return flow.renameStep("create", "made"); }), wanted);
    const QString match =
        with(with(with(kFlow, "  match:", "  found:"), "- match", "- found"), "''match''", "''found''");
    QCOMPARE(edited(kFlow, [](const FlowText &flow) { return flow.renameStep("match", "found"); }), match);
}

void TestFlowSteps::renamesInEveryQuoting_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "log: {message: go}\n    if: steps.a.status"
                           << "log: {message: go}\n    if: steps.b2.status";
    QTest::newRow("literal")
        << "set:\n      t: |\n        a ${{ steps.a.output }}\n        a ${{ 'a' }} ${{ STEPS.A }}"
        << "set:\n      t: |\n        a ${{ steps.b2.output }}\n        a ${{ 'a' }} ${{ STEPS.b2 }}";
    QTest::newRow("folded")
        << "set:\n      t: >-\n        a ${{ steps.a.output }}\n        a ${{ steps['a'] }}"
        << "set:\n      t: >-\n        a ${{ steps.b2.output }}\n        a ${{ steps['b2'] }}";
    QTest::newRow("escapes") << "set: {t: \"a\\t\\\"${{ steps.a.output }}\\\"\"}"
                             << "set: {t: \"a\\t\\\"${{ steps.b2.output }}\\\"\"}";
    QTest::newRow("glued to an escape") << "set: {t: \"${{ format('\\ta', steps.a) }}\"}"
                                        << "set: {t: \"${{ format('\\ta', steps.b2) }}\"}";
    QTest::newRow("two lines")
        << "set:\n      t: \"${{ steps.a.output }}\n        and ${{ steps.a.status }}\""
        << "set:\n      t: \"${{ steps.b2.output }}\n        and ${{ steps.b2.status }}\"";
    QTest::newRow("only looks alike")
        << "log: {message: 'steps.a.output', fields: {a: steps.a}}\n    title: ${{ steps.a }}"
        << "log: {message: 'steps.a.output', fields: {a: steps.a}}\n    title: ${{ steps.a }}";
}

void TestFlowSteps::renamesInEveryQuoting()
{
    QFETCH(QString, before);
    QFETCH(QString, expected);
    const QString head = "batuta: 1\nname: f\nsteps:\n  a: {set: {}}\n  c:\n    needs: [a]\n    ";
    const QString wanted =
        QString(head).replace("a: {set", "b2: {set").replace("[a]", "[b2]") + expected + "\n";
    QCOMPARE(edited(head + before + "\n", [](const FlowText &flow) { return flow.renameStep("a", "b2"); }),
             wanted);
}

void TestFlowSteps::copiesAndPastes()
{
    const auto flow = FlowText::read(kFlow.toStdString(), "");
    const std::string copy = flow->copySteps({"create", "match"});
    QCOMPARE(QString::fromStdString(copy),
             QString("# Makes it.\ncreate:\n  title: Create\n  set: {x: 1}\n\n# Uses it.\nmatch: # here\n"
                     "  needs: [create]\n  set: {y: \"${{ steps.create.output.x }}\"}\n"));
    const QString pasted =
        edited(kFlow, [&](const FlowText &text) { return text.pasteSteps(copy, "match"); });
    QCOMPARE(pasted, with(kFlow, "\n  last:",
                          "\n  # Makes it.\n  create_2:\n    title: Create\n    set: {x: 1}\n\n"
                          "  # Uses it.\n  match_2: # here\n    needs: [create_2]\n"
                          "    set: {y: \"${{ steps.create_2.output.x }}\"}\n\n  last:"));
    QCOMPARE(edited(kFlow, [](const FlowText &text) { return text.pasteSteps("- a\n", ""); }),
             QString("refused: flow.wrong_type"));
}

void TestFlowSteps::pastesIntoAnotherFlow()
{
    const std::string copy = FlowText::read(kFlow.toStdString(), "")->copySteps({"match"});
    const auto paste = [&](const FlowText &text) { return text.pasteSteps(copy, ""); };
    // There is no `create` in that flow: the connection is not copied.
    QCOMPARE(
        edited("steps: {}\n", paste),
        QString("steps:\n  # Uses it.\n  match: # here\n    set: {y: \"${{ steps.create.output.x }}\"}\n"));
    const auto whole = [](const FlowText &text) {
        return text.pasteSteps("batuta: 1\nname: g\nsteps:\n    p: {set: {}}\n    q: {needs: [p]}\n", "");
    };
    QCOMPARE(edited("steps:\n  a: {}\n", whole),
             QString("steps:\n  a: {}\n  p: {set: {}}\n  q: {needs: [p]}\n"));
}

void TestFlowSteps::duplicates()
{
    const auto both = [](const FlowText &flow) { return flow.duplicateSteps({"create", "match"}); };
    const QString create = "  # Makes it.\n  create_2:\n    title: Create\n    set: {x: 1}\n\n";
    const QString match = "  # Uses it.\n  match_2: # here\n    needs: [create_2]\n"
                          "    set: {y: \"${{ steps.create_2.output.x }}\"}\n\n";
    QCOMPARE(edited(kFlow, both),
             with(with(kFlow, "  # Uses", create + "  # Uses"), "  last:", match + "  last:"));
    const auto one = [](const FlowText &flow) { return flow.duplicateSteps({"b_2"}); };
    QCOMPARE(edited("steps: {a: {}, b_2: {needs: [a]}, c: {}}\n", one),
             QString("steps: {a: {}, b_2: {needs: [a]}, b_3: {needs: [a]}, c: {}}\n"));
}

void TestFlowSteps::writesOutWhatAliasesStandFor()
{
    const auto flow = FlowText::read("steps:\n  a:\n    http: &h\n      url: x\n    needs: &n []\n"
                                     "  b:\n    http: *h\n    needs: *n\n",
                                     "");
    QCOMPARE(flow->copySteps({"a", "b"}),
             std::string("a:\n  http:\n    url: x\n  needs: []\nb:\n  http: {url: x}\n  needs: []\n"));
}

void TestFlowSteps::refusesNamesAndUnknowns()
{
    const auto flow = FlowText::read(kFlow.toStdString(), "");
    const auto code = [](const Result<TextEdits> &edits) {
        return edits ? ErrorCode::Internal : edits.error().code;
    };
    QCOMPARE(code(flow->addStep({"Big", "", {}, StepList::Steps, ""})), ErrorCode::FlowBadName);
    QCOMPARE(code(flow->addStep({"match", "", {}, StepList::Steps, ""})), ErrorCode::FlowBadName);
    QCOMPARE(code(flow->addStep({"x", "", {"gone"}, StepList::Steps, ""})), ErrorCode::FlowUnknownStep);
    QCOMPARE(code(flow->addStep({"x", "", {}, StepList::Steps, "gone"})), ErrorCode::FlowUnknownStep);
    QCOMPARE(code(flow->addStep({"x", "- a", {}, StepList::Steps, ""})), ErrorCode::FlowWrongType);
    QCOMPARE(code(flow->addStep({"x", "[", {}, StepList::Steps, ""})), ErrorCode::YamlSyntax);
    QCOMPARE(code(flow->removeSteps({"gone"}, true)), ErrorCode::FlowUnknownStep);
    QCOMPARE(code(flow->duplicateSteps({"gone"})), ErrorCode::FlowUnknownStep);
    QCOMPARE(code(flow->renameStep("gone", "x")), ErrorCode::FlowUnknownStep);
    QCOMPARE(code(flow->renameStep("match", "last")), ErrorCode::FlowBadName);
    QCOMPARE(code(flow->renameStep("match", "no name")), ErrorCode::FlowBadName);
    QVERIFY(flow->renameStep("match", "match")->empty());
}

QTEST_APPLESS_MAIN(TestFlowSteps)
#include "tst_flow_steps.moc"
