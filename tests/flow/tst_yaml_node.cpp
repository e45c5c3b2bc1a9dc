// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/yaml_node.h"
#include "engine/json/json.h"
#include "tests/flow/error_list.h"

#include <QTest>

using namespace batuta;
using namespace batuta::flow;

namespace {

std::string repeated(const std::string &part, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += part;
    return text;
}

/// Nine anchors, each a list of nine aliases of the one before: 9^9 nodes when it is believed.
std::string bomb()
{
    std::string text = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c <= 'i'; ++c) {
        const std::string alias = std::string("*") + static_cast<char>(c - 1) + ", ";
        text += std::string(1, c) + ": &" + c + " [" + repeated(alias, 8) + "*" + static_cast<char>(c - 1) +
                "]\n";
    }
    return text;
}

QString placeOf(YamlMark mark)
{
    return QString("%1:%2").arg(mark.line).arg(mark.column);
}

} // namespace

class TestYamlNode : public QObject
{
    Q_OBJECT

private slots:
    void typesPlainScalarsByTheCoreSchema_data();
    void typesPlainScalarsByTheCoreSchema();
    void givesThePlaceOfKeysAndValuesInCharacters();
    void givesThePlaceOfTheTextInsideQuotesAndBlocks();
    void expandsAliases();
    void refusesWhatIsNotOneGoodDocument_data();
    void refusesWhatIsNotOneGoodDocument();
    void refusesWhatIsBeyondTheLimits_data();
    void refusesWhatIsBeyondTheLimits();
};

void TestYamlNode::typesPlainScalarsByTheCoreSchema_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("json");
    const auto row = [](const char *yaml, const char *json) { QTest::newRow(yaml) << yaml << json; };
    row("true", "true");
    row("False", "false");
    row("yes", "\"yes\"");
    row("~", "null");
    row("Null", "null");
    row("nullable", "\"nullable\"");
    row("12", "12");
    row("+12", "12");
    row("-7", "-7");
    row("0o17", "15");
    row("0x1F", "31");
    row("0x-1", "\"0x-1\"");
    row("012", "12");
    row("1.5", "1.5");
    row(".5", "0.5");
    row("5.", "5");
    row("1e3", "1000");
    row("1e", "\"1e\"");
    row(".", "\".\"");
    row("1.2.3", "\"1.2.3\"");
    row("5xx", "\"5xx\"");
    row("1e999", "\"1e999\"");
    row("2026-11-21", "\"2026-11-21\"");
    row("'12'", "\"12\"");
    row("\"true\"", "\"true\"");
    row("!!str 12", "\"12\"");
    row("[1, {a: b}, '']", "[1,{\"a\":\"b\"},\"\"]");
}

void TestYamlNode::typesPlainScalarsByTheCoreSchema()
{
    QFETCH(QString, yaml);
    QFETCH(QString, json);
    const YamlReading reading = readYaml("v: " + yaml.toStdString() + "\n", "f");
    QCOMPARE(test::listed(reading.errors), QString());
    QCOMPARE(QString::fromStdString(json::write(toJson(reading.root->members.at(0).value))), json);
}

void TestYamlNode::givesThePlaceOfKeysAndValuesInCharacters()
{
    const YamlReading reading = readYaml("\xEF\xBB\xBF# first\nção: {é: [x, ü, y]}\n", "f");
    QVERIFY(reading.root);
    const YamlNode::Member &outer = reading.root->members.at(0);
    QCOMPARE(placeOf(outer.keyMark), QString("2:1"));
    const YamlNode::Member &inner = outer.value.members.at(0);
    QCOMPARE(placeOf(inner.keyMark), QString("2:7"));
    QCOMPARE(placeOf(inner.value.items.at(1).mark), QString("2:14"));
    QCOMPARE(placeOf(inner.value.items.at(2).mark), QString("2:17"));
}

void TestYamlNode::givesThePlaceOfTheTextInsideQuotesAndBlocks()
{
    const YamlReading reading = readYaml("a: &x \"q\"\nb: |\n\n    one\n    two\nc: plain\n", "f");
    QVERIFY(reading.root);
    QCOMPARE(placeOf(reading.root->member("a")->value.textMark), QString("1:8"));
    QCOMPARE(placeOf(reading.root->member("c")->value.textMark), QString("6:4"));
    const YamlNode &block = reading.root->member("b")->value;
    QCOMPARE(QString::fromStdString(block.text), QString("\none\ntwo\n"));
    QCOMPARE(placeOf(block.textMark), QString("3:5"));
    const Place second = block.placeInText({"f", 5, 2});
    QCOMPARE(placeOf({second.line, second.column}), QString("5:6"));
}

void TestYamlNode::expandsAliases()
{
    const YamlReading reading = readYaml("a: &x {k: [1]}\nb: [*x, *x]\n", "f");
    QVERIFY(reading.root);
    QCOMPARE(QString::fromStdString(json::write(toJson(*reading.root))),
             QString("{\"a\":{\"k\":[1]},\"b\":[{\"k\":[1]},{\"k\":[1]}]}"));
}

void TestYamlNode::refusesWhatIsNotOneGoodDocument_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *name, const QByteArray &text, const char *errors) {
        QTest::newRow(name) << text << errors;
    };
    row("empty", "", "yaml.syntax 1:1\n");
    row("only a comment", "# nothing\n", "yaml.syntax 1:1\n");
    row("two documents", "a: 1\n---\nb: 2\n", "yaml.syntax 2:1\n");
    row("unclosed list", "a: 1\nb: [1, 2\n", "yaml.syntax 3:1\n");
    row("duplicate keys", "a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n",
        "yaml.duplicate_key 2:17 c\nyaml.duplicate_key 3:1 a\n");
    row("merge key", "a: &x {k: 1}\nb:\n  <<: *x\n", "yaml.syntax 3:3 <<\n");
    row("a list as key", "? [a]\n: b\n", "yaml.syntax 1:3\n");
    row("null as key", "~: 1\n", "yaml.syntax 1:1\n");
    row("foreign tag", "a: !ruby/object {}\n", "yaml.syntax 1:4\n");
    row("not a number", "a: .nan\n", "yaml.syntax 1:4\n");
    row("alias of nothing", "a: *x\n", "yaml.syntax 1:4\n");
    row("alias of its parent", "a: &x [1, *x]\n", "yaml.syntax 1:11\n");
    row("not UTF-8", "a: \xFF\n", "yaml.syntax 0:0\n");
    row("a zero byte", QByteArray("a: \0b\n", 6), "yaml.syntax 1:4\n");
}

void TestYamlNode::refusesWhatIsNotOneGoodDocument()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, errors);
    const YamlReading reading = readYaml(text.toStdString(), "f");
    QVERIFY(!reading.root);
    QCOMPARE(test::listed(reading.errors), errors);
}

void TestYamlNode::refusesWhatIsBeyondTheLimits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *name, const std::string &text, const char *errors) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << errors;
    };
    const std::string chunk(100'000, 'x');
    row("bytes", "a: " + std::string((1u << 20) + 1, 'x'), "yaml.limit 0:0\n");
    row("depth", repeated("[", 40) + repeated("]", 40), "yaml.limit 1:33\n");
    row("depth by aliases",
        "a: &a " + repeated("[", 20) + repeated("]", 20) + "\nb: " + repeated("[", 15) + "*a" +
            repeated("]", 15) + "\n",
        "yaml.limit 2:19\n");
    row("a long key", "? " + std::string(1025, 'k') + "\n: 1\n", "yaml.limit 1:3\n");
    row("nodes", "[" + repeated("a,", 100'001) + "]", "yaml.limit 1:200000\n");
    row("aliases", "a: &a x\nb: [" + repeated("*a,", 1'001) + "]\n", "yaml.limit 2:3005\n");
    row("aliases in aliases", bomb(), "yaml.limit 6:12\n");
    row("bytes by aliases", "a: &a " + chunk + "\nb: [" + repeated("*a,", 11) + "]\n", "yaml.limit 2:35\n");
}

void TestYamlNode::refusesWhatIsBeyondTheLimits()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, errors);
    const YamlReading reading = readYaml(text.toStdString(), "f");
    QVERIFY(!reading.root);
    QCOMPARE(test::listed(reading.errors), errors);
}

QTEST_APPLESS_MAIN(TestYamlNode)
#include "tst_yaml_node.moc"
