// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/expr/expr_rows.h"

using namespace batuta;

class TestExprOperators : public QObject
{
    Q_OBJECT

private slots:
    void literals_data();
    void literals() { compare(); }
    void equality_data();
    void equality() { compare(); }
    void order_data();
    void order() { compare(); }
    void logic_data();
    void logic() { compare(); }
    void precedence_data();
    void precedence() { compare(); }
    void access_data();
    void access() { compare(); }
    void filters_data();
    void filters() { compare(); }
    void truthiness_data();
    void truthiness();
    void display_data();
    void display();

private:
    void compare()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const expr::ObjectContext context(*json::parse(R"({
            "input": {"a": 1, "b": "x", "Name": "Ana", "empty": "", "zero": 0, "no": false, "nothing": null,
                      "list": [10, 20, 30], "matrix": [[1, 2], [3, 4]], "object": {"k": "v", "1": "one", "": "blank"},
                      "people": [{"name": "Ana", "tags": ["x", "y"], "address": {"city": "Recife"}},
                                 {"name": "Bia", "tags": ["z"]}, {"age": 3}, 7],
                      "byName": {"p": {"v": 1}, "q": {"v": 2}, "r": 3}, "big": 9007199254740993},
            "env": {"URL": "x.example", "url": "exact"}})"));
        QCOMPARE(rows::evaluated(text, context), expected);
    }
};

void TestExprOperators::literals_data()
{
    rows::columns();
    rows::row("null", "null");
    rows::row("true", "true");
    rows::row("false", "false");
    rows::row(" 'a' ", "\"a\"");
    rows::row("''", "\"\"");
    rows::row("'it''s'", "\"it's\"");
    rows::row("''''", "\"'\"");
    rows::row("'a\nb'", "\"a\\nb\"");
    rows::row("'é😀'", "\"é😀\"");
    rows::row("0", "0");
    rows::row("42", "42");
    rows::row("-42", "-42");
    rows::row("+42", "42");
    rows::row("-0", "0");
    rows::row("1.5", "1.5");
    rows::row("1.", "1");
    rows::row(".5", "0.5");
    rows::row("-.5", "-0.5");
    rows::row("1.2e2", "120");
    rows::row("1.2E+2", "120");
    rows::row("1.2e-2", "0.012");
    rows::row("2.0", "2");
    rows::row("0xff", "255");
    rows::row("0xFF", "255");
    rows::row("0xFFFFFFFF", "-1");
    rows::row("0o10", "8");
    rows::row("0o37777777777", "-1");
    rows::row("NaN", "NaN");
    rows::row("Infinity", "Infinity");
    rows::row("-Infinity", "-Infinity");
    rows::row("1e999", "Infinity");
    rows::row("-1e999", "-Infinity");
    rows::row("1e-999", "0");
    rows::row("0.1e-400", "0");
    rows::row("1000000000000000", "1E+15");
    rows::row("999999999999999", "999999999999999");
    rows::row("0.1", "0.1");
    rows::row("0.00001", "1E-05");
    rows::row("0.0001", "0.0001");
    rows::row("0.84551240822557006", "0.84551240822557");
}

void TestExprOperators::equality_data()
{
    rows::columns();
    rows::row("1 == 1", "true");
    rows::row("1 == 1.0", "true");
    rows::row("1 == 2", "false");
    rows::row("1 != 2", "true");
    rows::row("0 == -0", "true");
    rows::row("NaN == NaN", "false");
    rows::row("NaN != NaN", "true");
    rows::row("Infinity == Infinity", "true");
    rows::row("'abc' == 'ABC'", "true");
    rows::row("'ação' == 'AÇÃO'", "true");
    rows::row("'я' == 'Я'", "true");
    rows::row("'ß' == 'SS'", "false");
    rows::row("'a' == 'á'", "false");
    rows::row("'a' == 'ab'", "false");
    rows::row("'x' == 'é'", "false");
    rows::row("null == null", "true");
    rows::row("null == 0", "true");
    rows::row("null == ''", "true");
    rows::row("null == false", "true");
    rows::row("null == '0'", "true");
    rows::row("null == 'x'", "false");
    rows::row("true == 1", "true");
    rows::row("true == '1'", "true");
    rows::row("true == 'true'", "false");
    rows::row("true == 2", "false");
    rows::row("false == ''", "true");
    rows::row("false == 0", "true");
    rows::row("1 == '1'", "true");
    rows::row("1 == ' 1 '", "true");
    rows::row("1 == '\u00A01\u2003'", "true");
    rows::row("255 == '0xff'", "true");
    rows::row("8 == '0o10'", "true");
    rows::row("0 == ''", "true");
    rows::row("0 == '   '", "true");
    rows::row("1 == 'one'", "false");
    rows::row("1 == '1x'", "false");
    rows::row("1 == '1e'", "false");
    rows::row("1 == '.'", "false");
    rows::row("Infinity == 'Infinity'", "true");
    rows::row("-Infinity == '-Infinity'", "true");
    rows::row("'1' == '1.0'", "false");
    rows::row("input.list == input.list", "true");
    rows::row("input.object == input.object", "true");
    rows::row("fromJSON('[]') == fromJSON('[]')", "false");
    rows::row("input.list == '10,20,30'", "false");
    rows::row("input.list == null", "false");
    rows::row("input.object == 'Object'", "false");
    rows::row("input.list != input.object", "true");
    rows::row("input.big == 9007199254740992", "true");
    rows::row("input.missing == null", "true");
}

void TestExprOperators::order_data()
{
    rows::columns();
    rows::row("1 < 2", "true");
    rows::row("2 < 1", "false");
    rows::row("1 <= 1", "true");
    rows::row("1 >= 1", "true");
    rows::row("2 > 1", "true");
    rows::row("1 > 1", "false");
    rows::row("'a' < 'B'", "true");
    rows::row("'b' > 'A'", "true");
    rows::row("'a' <= 'A'", "true");
    rows::row("'a' < 'ab'", "true");
    rows::row("'_' > 'a'", "true");
    rows::row("'Z' < 'é'", "true");
    rows::row("'10' < '9'", "true");
    rows::row("10 < '9'", "false");
    rows::row("'10' > 9", "true");
    rows::row("1 < 'x'", "false");
    rows::row("1 >= 'x'", "false");
    rows::row("NaN < 1", "false");
    rows::row("NaN >= NaN", "false");
    rows::row("true > false", "true");
    rows::row("false < true", "true");
    rows::row("true >= true", "true");
    rows::row("true > true", "false");
    rows::row("true < 2", "true");
    rows::row("null < 1", "true");
    rows::row("null <= null", "true");
    rows::row("null < null", "false");
    rows::row("null >= ''", "true");
    rows::row("'' < true", "true");
    rows::row("input.list < input.list", "false");
    rows::row("input.list <= input.list", "true");
    rows::row("input.list >= input.object", "false");
    rows::row("input.object > 0", "false");
    rows::row("'\U0001F600' < '\uFFFD'", "true");
}

void TestExprOperators::logic_data()
{
    rows::columns();
    rows::row("true && 'x'", "\"x\"");
    rows::row("'' && 'x'", "\"\"");
    rows::row("0 && 'x'", "0");
    rows::row("null && 'x'", "null");
    rows::row("NaN && 'x'", "NaN");
    rows::row("'a' && 'b' && 'c'", "\"c\"");
    rows::row("'a' && 0 && 'c'", "0");
    rows::row("'' || 'x'", "\"x\"");
    rows::row("'y' || 'x'", "\"y\"");
    rows::row("null || 0 || ''", "\"\"");
    rows::row("null || 0 || 'z' || 'never'", "\"z\"");
    rows::row("!true", "false");
    rows::row("!''", "true");
    rows::row("!'false'", "false");
    rows::row("!!1", "true");
    rows::row("! ! 0", "false");
    rows::row("!input.list", "false");
    rows::row("false && fromJSON('bad')", "false");
    rows::row("true || fromJSON('bad')", "true");
    rows::row("true && fromJSON('bad')", "expr.evaluation: fromJSON() reads at 1:1: this is not valid JSON");
    rows::row("input.object && true", "true");
}

void TestExprOperators::precedence_data()
{
    rows::columns();
    rows::row("1 == 1 && 2 == 2", "true");
    rows::row("false && false || true", "true");
    rows::row("true || false && false", "true");
    rows::row("(true || false) && false", "false");
    rows::row("!false && true", "true");
    rows::row("!(false && true)", "true");
    rows::row("!false == true", "true");
    rows::row("1 < 2 == true", "true");
    rows::row("true == 1 < 2", "true");
    rows::row("3 > 2 > 1", "false");
    rows::row("1 == 1 == 1", "true");
    rows::row("1 != 2 == true", "true");
    rows::row("2 == 2 != false", "true");
    rows::row("((((1))))", "1");
    rows::row("!input.no", "true");
    rows::row("!input['no'] == true", "true");
    rows::row("1\n==\n1", "true");
}

void TestExprOperators::access_data()
{
    rows::columns();
    rows::row("input.a", "1");
    rows::row("INPUT.A", "1");
    rows::row("input.name", "\"Ana\"");
    rows::row("input . name", "\"Ana\"");
    rows::row("input['NAME']", "\"Ana\"");
    rows::row("input.missing", "null");
    rows::row("input.missing.deeper.still", "null");
    rows::row("input.b.deeper", "null");
    rows::row("input.nothing.x", "null");
    rows::row("env.url", "\"exact\"");
    rows::row("env.Url", "\"x.example\"");
    rows::row("input.list[0]", "10");
    rows::row("input.list[2]", "30");
    rows::row("input.list[3]", "null");
    rows::row("input.list[-1]", "null");
    rows::row("input.list[1.9]", "20");
    rows::row("input.list['1']", "20");
    rows::row("input.list['x']", "null");
    rows::row("input.list[null]", "10");
    rows::row("input.list[true]", "20");
    rows::row("input.list['']", "10");
    rows::row("input.list[NaN]", "null");
    rows::row("input.list[Infinity]", "null");
    rows::row("input.list[input.list]", "null");
    rows::row("input.list[input.a]", "20");
    rows::row("input.list.first", "null");
    rows::row("input.matrix[1][0]", "3");
    rows::row("input.object[1]", "\"one\"");
    rows::row("input.object[1.0]", "\"one\"");
    rows::row("input.object[true]", "null");
    rows::row("input.object[null]", "\"blank\"");
    rows::row("input.object[input.list]", "null");
    rows::row("input[format('{0}', 'b')]", "\"x\"");
    rows::row("input['b' || 'a']", "\"x\"");
    rows::row("(input).b", "\"x\"");
    rows::row("(input.list)[1]", "20");
    rows::row("fromJSON('{\"x\":{\"y\":[5]}}').x.y[0]", "5");
    rows::row("input.big", "9007199254740993");
    rows::row("secrets.X", "null");
    rows::row("input.null", "null");
    rows::row("input.true", "null");
}

void TestExprOperators::filters_data()
{
    rows::columns();
    rows::row("input.people.*.name", R"(["Ana","Bia"])");
    rows::row("input.people[*].name", R"(["Ana","Bia"])");
    rows::row("input.people.*.NAME", R"(["Ana","Bia"])");
    rows::row("input.people.*['name']", R"(["Ana","Bia"])");
    rows::row("input.people.*.tags", R"([["x","y"],["z"]])");
    rows::row("input.people.*.tags.*", R"(["x","y","z"])");
    rows::row("input.people.*.tags[0]", R"(["x","z"])");
    rows::row("input.people.*.tags['1']", R"(["y"])");
    rows::row("input.people.*.address.city", R"(["Recife"])");
    rows::row("input.people.*.missing", "[]");
    rows::row("input.byName.*.v", "[1,2]");
    rows::row("input.byName.*", R"([{"v":1},{"v":2},3])");
    rows::row("input.byName.*.*", "[1,2]");
    rows::row("input.matrix.*.*", "[1,2,3,4]");
    rows::row("input.matrix.*[1]", "[2,4]");
    rows::row("input.matrix.*[*]", "[1,2,3,4]");
    rows::row("input.list.*", "[10,20,30]");
    rows::row("input.list.*[0]", "[]");
    rows::row("(input.people.*)[0]", "[]");
    rows::row("input.a.*", "[]");
    rows::row("input.missing.*.x", "[]");
    rows::row("(input.people.* || 1).name", R"(["Ana","Bia"])");
    rows::row("input.* == null", "false");
    rows::row("join(input.people.*.name, '+')", "\"Ana+Bia\"");
    rows::row("contains(input.people.*.name, 'bia')", "true");
    rows::row("length(input.people.*.tags.*)", "3");
}

void TestExprOperators::truthiness_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("truthy");
    for (const char *text : {"null", "false", "0", "0.0", "\"\""})
        QTest::newRow(text) << QString(text) << false;
    for (const char *text : {"true", "1", "-0.5", "\"0\"", "\"false\"", "\" \"", "[]", "{}"})
        QTest::newRow(text) << QString(text) << true;
}

void TestExprOperators::truthiness()
{
    QFETCH(QString, value);
    QFETCH(bool, truthy);
    QCOMPARE(expr::isTruthy(*json::parse(value.toStdString())), truthy);
    QVERIFY(!expr::isTruthy(json::Value(qQNaN())));
}

void TestExprOperators::display_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *value, const char *text) {
        QTest::newRow(value) << QString::fromUtf8(text);
    };
    row("null", "");
    row("true", "true");
    row("12345678901234567", "12345678901234567");
    row("1.5e20", "1.5E+20");
    row("0.30000000000000004", "0.3");
    row("\"x\"", "x");
    row("[1, \"a\"]", "[1,\"a\"]");
    row("{\"a\": null}", "{\"a\":null}");
}

void TestExprOperators::display()
{
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(expr::displayText(*json::parse(QTest::currentDataTag()))), text);
}

QTEST_APPLESS_MAIN(TestExprOperators)
#include "tst_expr_operators.moc"
