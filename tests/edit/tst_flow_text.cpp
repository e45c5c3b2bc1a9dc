// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/flow_text.h"
#include "engine/json/json.h"

#include <QTest>

using namespace batuta;
using namespace batuta::edit;

namespace {

const std::string kFlow = R"(# The head of the file.
batuta: 1
name: café # ação
steps:
  # Makes it.
  # Truly.
  create:
    title: 'Créer'
    http: {method: POST, url: "${{ env.URL }}"}
    # a deeper word of create
  match:
    needs: [create]
    run: |
      one
      two

  last:
    needs:
    - create
    - match
    set:
output: {x: 1}
)";

FlowText read(const std::string &text)
{
    Result<FlowText> flow = FlowText::read(text, "flow.yaml");
    if (!flow)
        qFatal("%s", errorText(flow.error()).c_str());
    return *flow;
}

QString textOf(const FlowText &flow, const std::optional<Range> &range)
{
    return range ? QString::fromStdString(flow.text().substr(range->from, range->size())) : QString("-");
}

} // namespace

class TestFlowText : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheSteps();
    void rangesAreWhatIsWritten_data();
    void rangesAreWhatIsWritten();
    void findsPathsByPlace();
    void readsValues();
    void brokenYamlHasItsError();
    void anAliasLeadsToItsAnchor();
    void windowsFilesHaveTheSameRanges();
};

void TestFlowText::knowsTheSteps()
{
    const FlowText flow = read(kFlow);
    QCOMPARE(flow.steps(), (std::vector<std::string>{"create", "match", "last"}));
    QVERIFY(flow.steps(StepList::Finally).empty());
    QVERIFY(flow.hasStep("match"));
    QVERIFY(!flow.hasStep("name"));
    QCOMPARE(flow.needsOf("last"), (std::vector<std::string>{"create", "match"}));
    QCOMPARE(flow.needsOf("match"), (std::vector<std::string>{"create"}));
    QVERIFY(flow.needsOf("create").empty());
    QCOMPARE(flow.stepPath("last"), (FieldPath{"steps", "last"}));
    QVERIFY(flow.stepPath("nobody").empty());
}

void TestFlowText::rangesAreWhatIsWritten_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QStringList{"name"} << "name: café # ação\n"
                           << "name"
                           << "café";
    QTest::newRow("first: the head is the file's") << QStringList{"batuta"} << "batuta: 1\n"
                                                   << "batuta"
                                                   << "1";
    QTest::newRow("quoted") << QStringList{"steps", "create", "title"} << "    title: 'Créer'\n"
                            << "title"
                            << "'Créer'";
    QTest::newRow("comments") << QStringList{"steps", "create"}
                              << "  # Makes it.\n  # Truly.\n  create:\n    title: 'Créer'\n"
                                 "    http: {method: POST, url: \"${{ env.URL }}\"}\n"
                                 "    # a deeper word of create\n"
                              << "create"
                              << "title: 'Créer'\n    http: {method: POST, url: \"${{ env.URL }}\"}";
    QTest::newRow("in flow") << QStringList{"steps", "create", "http", "url"} << "url: \"${{ env.URL }}\""
                             << "url"
                             << "\"${{ env.URL }}\"";
    QTest::newRow("literal") << QStringList{"steps", "match", "run"} << "    run: |\n      one\n      two\n"
                             << "run"
                             << "|\n      one\n      two";
    QTest::newRow("item of an indentless list")
        << QStringList{"steps", "last", "needs", "1"} << "    - match\n"
        << "-"
        << "match";
    QTest::newRow("list") << QStringList{"steps", "last", "needs"}
                          << "    needs:\n    - create\n    - match\n"
                          << "needs"
                          << "- create\n    - match";
    QTest::newRow("nothing") << QStringList{"steps", "last", "set"} << "    set:\n"
                             << "set"
                             << "";
    QTest::newRow("not there") << QStringList{"steps", "last", "retry"} << "-"
                               << "-"
                               << "-";
}

void TestFlowText::rangesAreWhatIsWritten()
{
    QFETCH(QStringList, path);
    QFETCH(QString, member);
    QFETCH(QString, key);
    QFETCH(QString, value);
    FieldPath parts;
    for (const QString &part : path)
        parts.push_back(part.toStdString());
    const FlowText flow = read(kFlow);
    QCOMPARE(textOf(flow, flow.memberRange(parts)), member);
    QCOMPARE(textOf(flow, flow.keyRange(parts)), key);
    QCOMPARE(textOf(flow, flow.valueRange(parts)), value);
    QCOMPARE(QString::fromStdString(flow.rawAt(parts).value_or("-")), value);
}

void TestFlowText::findsPathsByPlace()
{
    const FlowText flow = read(kFlow);
    const auto at = [&](const char *word) { return flow.text().find(word); };
    QCOMPARE(flow.pathAt(at("Makes")), (FieldPath{"steps", "create"}));
    QCOMPARE(flow.pathAt(at("POST")), (FieldPath{"steps", "create", "http", "method"}));
    QCOMPARE(flow.pathAt(at("deeper")), (FieldPath{"steps", "create"}));
    QCOMPARE(flow.pathAt(at("two")), (FieldPath{"steps", "match", "run"}));
    QCOMPARE(flow.pathAt(at("- match")), (FieldPath{"steps", "last", "needs", "1"}));
    QCOMPARE(flow.pathAt(at("head")), FieldPath());
    QCOMPARE(flow.stepAt(at("create]")), std::string("match"));
    QCOMPARE(flow.stepAt(at("output")), std::string());
    QCOMPARE(flow.stepAt(flow.text().size()), std::string());
    QCOMPARE(flow.stepAt(99999), std::string());
}

void TestFlowText::readsValues()
{
    const FlowText flow = read(kFlow);
    QCOMPARE(json::write(*flow.valueAt({"output"})), std::string(R"({"x":1})"));
    QCOMPARE(json::write(*flow.valueAt({"steps", "last", "needs", "0"})), std::string(R"("create")"));
    QVERIFY(flow.valueAt({"steps", "last", "set"})->isNull());
    QVERIFY(!flow.valueAt({"steps", "gone"}));
    QVERIFY(!flow.valueAt({"steps", "last", "needs", "2"}));
}

void TestFlowText::brokenYamlHasItsError()
{
    const Result<FlowText> flow = FlowText::read("steps:\n  a: [1\nb: 2\n", "flow.yaml");
    QVERIFY(!flow);
    QCOMPARE(flow.error().code, ErrorCode::YamlSyntax);
    QCOMPARE(flow.error().place.file, std::string("flow.yaml"));
    QVERIFY(flow.error().place.line > 0);
}

void TestFlowText::anAliasLeadsToItsAnchor()
{
    const FlowText flow = read("a: &x {k: 1}\nb: *x\n");
    QCOMPARE(textOf(flow, flow.valueRange({"b"})), QString("*x"));
    QCOMPARE(textOf(flow, flow.valueRange({"a"})), QString("{k: 1}"));
    QCOMPARE(textOf(flow, flow.valueRange({"b", "k"})), QString("1"));
    QCOMPARE(json::write(*flow.valueAt({"b", "k"})), std::string("1"));
}

void TestFlowText::windowsFilesHaveTheSameRanges()
{
    std::string text;
    for (const char c : kFlow)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const FlowText flow = read("\xEF\xBB\xBF" + text);
    QCOMPARE(flow.rawAt({"name"}), std::string("café"));
    QCOMPARE(flow.rawAt({"steps", "match", "run"}), std::string("|\r\n      one\r\n      two"));
    QCOMPARE(textOf(flow, flow.memberRange({"batuta"})), QString("batuta: 1\r\n"));
    QCOMPARE(flow.rawAt({"steps", "last", "needs", "1"}), std::string("match"));
}

QTEST_APPLESS_MAIN(TestFlowText)
#include "tst_flow_text.moc"
