// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/expr/expr_rows.h"

using namespace batuta;

namespace {

/// A place where a step before has failed, in an execution that started at a known time.
class FailedContext : public expr::ObjectContext
{
public:
    using expr::ObjectContext::ObjectContext;
    bool status(std::string_view function) const override { return function == "failure"; }
    std::string now() const override { return "2026-01-02T03:04:05Z"; }
};

} // namespace

class TestExprFunctions : public QObject
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts() { compare(); }
    void formats_data();
    void formats() { compare(); }
    void json_data();
    void json() { compare(); }
    void choices_data();
    void choices() { compare(); }
    void numbers_data();
    void numbers() { compare(); }
    void objects_data();
    void objects() { compare(); }
    void statusFunctionsAskTheContext();
    void aPlaceWithoutTroubleIsASuccess();
    void listsItsFunctions();

private:
    void compare()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const FailedContext context(*json::parse(R"({
            "input": {"list": ["a", "B", 3, null, true], "numbers": [3, 1, 2], "mixed": [1, "2", null, 4.5], "empty": [],
                      "nested": [["a"], {"k": 1}], "object": {"b": 1, "A": null, "c": "x"}, "text": "Olá, Mundo",
                      "bad": [1, "x"], "one": 1, "lines": "a\u0085b\u2028c\u2029d", "half": [0.5, 1.5]}})"));
        QCOMPARE(rows::evaluated(text, context), expected);
    }
};

void TestExprFunctions::texts_data()
{
    rows::columns();
    rows::row("contains('Hello', 'ELL')", "true");
    rows::row("contains(input.text, 'OLÁ')", "true");
    rows::row("contains('Hello', 'x')", "false");
    rows::row("contains('Hello', '')", "true");
    rows::row("contains('', 'x')", "false");
    rows::row("contains(123, 2)", "true");
    rows::row("contains(true, 'RU')", "true");
    rows::row("contains(null, '')", "true");
    rows::row("contains('x', input.list)", "false");
    rows::row("contains(input.list, 'b')", "true");
    rows::row("contains(input.list, '3')", "true");
    rows::row("contains(input.list, 'c')", "false");
    rows::row("contains(input.list, null)", "true");
    rows::row("contains(input.list, 1)", "true");
    rows::row("contains(input.numbers, 4)", "false");
    rows::row("contains(input.empty, null)", "false");
    rows::row("contains(input.object, 'b')", "false");
    rows::row("startsWith('Hello', 'hE')", "true");
    rows::row("startsWith('Hello', 'ello')", "false");
    rows::row("startsWith('Hello', '')", "true");
    rows::row("startsWith(123, 12)", "true");
    rows::row("startsWith(input.list, '')", "false");
    rows::row("startsWith('a', 'abc')", "false");
    rows::row("endsWith('Hello', 'LLO')", "true");
    rows::row("endsWith('Hello', 'Hell')", "false");
    rows::row("endsWith(input.text, 'MUNDO')", "true");
    rows::row("endsWith('o', 'llo')", "false");
    rows::row("endsWith('', input.object)", "false");
    rows::row("join(input.list)", "\"a,B,3,,true\"");
    rows::row("join(input.list, ' + ')", "\"a + B + 3 +  + true\"");
    rows::row("join(input.list, null)", "\"aB3true\"");
    rows::row("join(input.numbers, input.list)", "\"3,1,2\"");
    rows::row("join(input.empty, 'x')", "\"\"");
    rows::row("join('abc', 'x')", "\"abc\"");
    rows::row("join(null)", "\"\"");
    rows::row("join(input.object)", "\"\"");
    rows::row("join(input.nested, '|')", "\"Array|Object\"");
    rows::row("CONTAINS('a', 'A')", "true");
    rows::row("sha256('')", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"");
    rows::row("sha256('abc')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"");
    rows::row("sha256(input.numbers) == sha256('[3,1,2]')", "true");
    rows::row("length('Olá')", "3");
    rows::row("length(input.list)", "5");
    rows::row("length(input.object)", "3");
    rows::row("length(null)", "0");
    rows::row("length('')", "0");
    rows::row("length(5)", "expr.evaluation: length() wants a text, a list or an object");
    rows::row("now()", "\"2026-01-02T03:04:05Z\"");
}

void TestExprFunctions::formats_data()
{
    rows::columns();
    rows::row("format('a')", "\"a\"");
    rows::row("format('')", "\"\"");
    rows::row("format('{0} {1} {0}', 'x', 2)", "\"x 2 x\"");
    rows::row("format('{{0}} {0}', 'x')", "\"{0} x\"");
    rows::row("format('{{{0}}}', 'x')", "\"{x}\"");
    rows::row("format('}}{{')", "\"}{\"");
    rows::row("format('{00}', 'x')", "\"x\"");
    rows::row("format('{0}', null)", "\"\"");
    rows::row("format('{0}', false)", "\"false\"");
    rows::row("format('{0}', -2.0)", "\"-2\"");
    rows::row("format('{0}', 1e21)", "\"1E+21\"");
    rows::row("format('{0}', input.list)", "\"Array\"");
    rows::row("format('{0}', input.object)", "\"Object\"");
    rows::row("format('{0}', '{1}', 'x')", "\"{1}\"");
    rows::row("format(5)", "\"5\"");
    rows::row("format('{1}', 'x')", "expr.evaluation: the text of format() uses {1}, there are 1 arguments");
    for (const char *text :
         {"format('{')", "format('}')", "format('{}', 1)", "format('{a}', 1)", "format('{0', 1)",
          "format('{-1}', 1)", "format('{0:x}', 1)", "format('{ 0}', 1)", "format('{256}', 1)"})
        rows::row(
            text,
            "expr.evaluation: the text of format() has a brace at 1 that is no `{0}`; write `{{` or `}}` "
            "for a brace");
    rows::row("format('{0}')", "expr.evaluation: the text of format() uses {0}, there are 0 arguments");
    rows::row("format('no', fromJSON('bad'))", "\"no\"");
}

void TestExprFunctions::json_data()
{
    rows::columns();
    rows::row("toJSON(null)", "\"null\"");
    rows::row("tojson(true)", "\"true\"");
    rows::row("toJSON(-0)", "\"0\"");
    rows::row("toJSON(1.50)", "\"1.5\"");
    rows::row("toJSON(1e21)", "\"1E+21\"");
    rows::row("toJSON('a\"\\b')", R"("\"a\\\"\\\\b\"")");
    rows::row("toJSON(input.empty)", "\"[]\"");
    rows::row("toJSON(fromJSON('{}'))", "\"{}\"");
    rows::row("toJSON(input.numbers)", R"("[\n  3,\n  1,\n  2\n]")");
    rows::row("toJSON(input.nested)", R"("[\n  [\n    \"a\"\n  ],\n  {\n    \"k\": 1\n  }\n]")");
    rows::row("toJSON(input.object)", R"("{\n  \"b\": 1,\n  \"A\": null,\n  \"c\": \"x\"\n}")");
    rows::row("toJSON(input.lines)", R"("\"a\\u0085b\\u2028c\\u2029d\"")");
    rows::row("fromJSON('1')", "1");
    rows::row("fromJSON(' [1, {\"a\": null}] ')", R"([1,{"a":null}])");
    rows::row("fromJSON('\"x\"')", "\"x\"");
    rows::row("fromJSON(true)", "true");
    rows::row("fromJSON(toJSON(input.nested))[1].k", "1");
    rows::row("fromJSON('')", "expr.evaluation: fromJSON() reads at 1:1: this is not valid JSON");
    rows::row("fromJSON('[1,\n x]')", "expr.evaluation: fromJSON() reads at 2:2: this is not valid JSON");
    rows::row("fromJSON(input.list)", "expr.evaluation: fromJSON() reads at 1:1: this is not valid JSON");
}

void TestExprFunctions::choices_data()
{
    rows::columns();
    rows::row("case(true, 'a', 'b')", "\"a\"");
    rows::row("case(false, 'a', 'b')", "\"b\"");
    rows::row("case(false, 'a', true, 'b', 'c')", "\"b\"");
    rows::row("case(1 == 2, 'a', 1 == 3, 'b', 'c')", "\"c\"");
    rows::row("case(true, 1, fromJSON('bad'))", "1");
    rows::row("case(false, fromJSON('bad'), 2)", "2");
    rows::row("case(1, 'a', 'b')", "expr.evaluation: a condition of case() must be true or false");
    rows::row("case('true', 'a', 'b')", "expr.evaluation: a condition of case() must be true or false");
    rows::row("case(null, 'a', 'b')", "expr.evaluation: a condition of case() must be true or false");
    rows::row("default(null, 1)", "1");
    rows::row("default(input.missing.deep, 'x')", "\"x\"");
    rows::row("default('', 1)", "\"\"");
    rows::row("default(0, 1)", "0");
    rows::row("default(false, 1)", "false");
    rows::row("default(1, fromJSON('bad'))", "1");
}

void TestExprFunctions::numbers_data()
{
    rows::columns();
    rows::row("sum(input.numbers)", "6");
    rows::row("sum(1, 2, input.numbers)", "9");
    rows::row("sum(input.mixed)", "7.5");
    rows::row("sum(input.empty)", "0");
    rows::row("sum(null)", "0");
    rows::row("sum(0.5, 0.5)", "1");
    rows::row("sum(true, '2')", "3");
    rows::row("sum(fromJSON('[9007199254740993, 1]'))", "9007199254740994");
    rows::row("sum(fromJSON('[9223372036854775807, 1]'))", "9.22337203685478E+18");
    rows::row("sum(input.bad)", "expr.evaluation: sum() found something that is not a number");
    rows::row("sum(input.nested)", "expr.evaluation: sum() found something that is not a number");
    rows::row("min(input.numbers)", "1");
    rows::row("max(input.numbers)", "3");
    rows::row("min(4, '3', 5)", "3");
    rows::row("max(input.half)", "1.5");
    rows::row("min(input.empty)", "null");
    rows::row("max(null, input.empty)", "null");
    rows::row("max('x')", "expr.evaluation: max() found something that is not a number");
    rows::row("avg(input.numbers)", "2");
    rows::row("avg(1, 2)", "1.5");
    rows::row("avg(input.mixed)", "2.5");
    rows::row("avg(input.empty)", "null");
    rows::row("round(1.5)", "2");
    rows::row("round(2.5)", "3");
    rows::row("round(-1.5)", "-2");
    rows::row("round(1.2345, 2)", "1.23");
    rows::row("round('1.26', '1')", "1.3");
    rows::row("round(7)", "7");
    rows::row("round(null)", "null");
    rows::row("round(Infinity)", "Infinity");
    rows::row("round(1e308, 15)", "1E+308");
    rows::row("round('x')", "expr.evaluation: round() wants a number, and 0 to 15 digits");
    rows::row("round(1.5, 16)", "expr.evaluation: round() wants a number, and 0 to 15 digits");
    rows::row("round(1.5, -1)", "expr.evaluation: round() wants a number, and 0 to 15 digits");
}

void TestExprFunctions::objects_data()
{
    rows::columns();
    rows::row("pick(input.object, 'c', 'b')", R"({"c":"x","b":1})");
    rows::row("pick(input.object, 'a')", R"({"A":null})");
    rows::row("pick(input.object, 'missing', 'b', 'b', 'B')", R"({"b":1})");
    rows::row("pick(null, 'a')", "{}");
    rows::row("pick('x', 'a')", "expr.evaluation: pick() wants an object first");
    rows::row("pick(input.list, 'a')", "expr.evaluation: pick() wants an object first");
    rows::row("omitNull(input.object)", R"({"b":1,"c":"x"})");
    rows::row("omitNull(pick(input.object, 'A'))", "{}");
    rows::row("omitNull(null)", "null");
    rows::row("omitNull('x')", "\"x\"");
    rows::row("omitNull(input.list)", R"(["a","B",3,null,true])");
    rows::row("omitNull(input.object).c", "\"x\"");
}

void TestExprFunctions::statusFunctionsAskTheContext()
{
    const FailedContext context{json::Value()};
    QCOMPARE(rows::evaluated("success()", context), QString("false"));
    QCOMPARE(rows::evaluated("failure()", context), QString("true"));
    QCOMPARE(rows::evaluated("Failure()", context), QString("true"));
    QCOMPARE(rows::evaluated("cancelled()", context), QString("false"));
    QCOMPARE(rows::evaluated("always()", context), QString("true"));
}

void TestExprFunctions::aPlaceWithoutTroubleIsASuccess()
{
    const expr::ObjectContext context{json::Value()};
    QCOMPARE(rows::evaluated("success() && !failure() && !cancelled() && always()", context),
             QString("true"));
}

void TestExprFunctions::listsItsFunctions()
{
    const std::vector<std::string> names = expr::functionNames();
    QCOMPARE(names.size(), std::size_t{23});
    QVERIFY(std::find(names.begin(), names.end(), "toJSON") != names.end());
    QVERIFY(std::find(names.begin(), names.end(), "hashFiles") == names.end());
}

QTEST_APPLESS_MAIN(TestExprFunctions)
#include "tst_expr_functions.moc"
