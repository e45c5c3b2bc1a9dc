// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/expr/expr_rows.h"

using namespace batuta;
using expr::Expression;

class TestExprParser : public QObject
{
    Q_OBJECT

private slots:
    void refusesBadTokens_data();
    void refusesBadTokens() { refuse(); }
    void refusesBadShapes_data();
    void refusesBadShapes() { refuse(); }
    void refusesUnknownNamesAndWrongArguments_data();
    void refusesUnknownNamesAndWrongArguments() { refuse(); }
    void namesTheNearestNames_data();
    void namesTheNearestNames();
    void countsPlacesFromTheOrigin();
    void evaluationErrorsHavePlacesToo();
    void listsReferences_data();
    void listsReferences();
    void referencesHavePlaces();
    void knowsStatusFunctions();
    void boundsTheLength();
    void boundsTheDepth();
    void boundsTheMemory();
    void boundsTheWork();
    void isSharedBetweenCopies();

private:
    static void refusalColumns();
    static void row(const char *text, const char *code, int column);
    void refuse();
};

void TestExprParser::refusalColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("column");
}

void TestExprParser::row(const char *text, const char *code, int column)
{
    QTest::addRow("%s", QByteArray(text).toPercentEncoding(" ").constData())
        << QString::fromUtf8(text) << QString(code) << column;
}

void TestExprParser::refusesBadTokens_data()
{
    refusalColumns();
    row("", "expr.syntax", 1);
    row("   ", "expr.syntax", 1);
    row("1 2", "expr.syntax", 3);
    row("a-1 2", "expr.unknown_name", 1);
    row("input.a -1", "expr.syntax", 9);
    row("1-2", "expr.syntax", 1);
    row("--1", "expr.syntax", 1);
    row("1x", "expr.syntax", 1);
    row("0xg", "expr.syntax", 1);
    row("0x1FFFFFFFF", "expr.syntax", 1);
    row("0o8", "expr.syntax", 1);
    row("-input.a", "expr.syntax", 1);
    row("'abc", "expr.syntax", 1);
    row("'abc''", "expr.syntax", 1);
    row("\"abc\"", "expr.syntax", 1);
    row("1 = 1", "expr.syntax", 3);
    row("1 & 1", "expr.syntax", 3);
    row("1 | 1", "expr.syntax", 3);
}

void TestExprParser::refusesBadShapes_data()
{
    refusalColumns();
    row("1 ==", "expr.syntax", 5);
    row("== 1", "expr.syntax", 1);
    row("1 == == 1", "expr.syntax", 6);
    row("1 && ", "expr.syntax", 6);
    row("!", "expr.syntax", 2);
    row("1 ! 1", "expr.syntax", 3);
    row("1 === 1", "expr.syntax", 5);
    row("(1", "expr.syntax", 3);
    row("1)", "expr.syntax", 2);
    row("()", "expr.syntax", 2);
    row("[1]", "expr.syntax", 1);
    row("input[", "expr.syntax", 7);
    row("input[]", "expr.syntax", 7);
    row("input[1", "expr.syntax", 8);
    row("input[1,2]", "expr.syntax", 8);
    row("input.", "expr.syntax", 7);
    row("input..a", "expr.syntax", 7);
    row("input.1", "expr.syntax", 7);
    row("input.'a'", "expr.syntax", 7);
    row("input.a(1)", "expr.syntax", 8);
    row("input*", "expr.syntax", 1);
    row("*", "expr.syntax", 1);
    row("input[* == 1]", "expr.syntax", 9);
    row("'a'.b", "expr.syntax", 4);
    row("'a'[0]", "expr.syntax", 4);
    row("true.x", "expr.syntax", 5);
    row("null[0]", "expr.syntax", 5);
    row("join(", "expr.syntax", 6);
    row("join('a',)", "expr.syntax", 10);
    row("join(,)", "expr.syntax", 6);
    row("join('a' 'b')", "expr.syntax", 10);
    row("join", "expr.unknown_name", 1);
    row("1, 2", "expr.syntax", 2);
    row("1 + 1", "expr.syntax", 3);
    row("1 % 1", "expr.syntax", 3);
    row("input ? 1 : 2", "expr.syntax", 7);
    row("$x", "expr.syntax", 1);
    row("input.é", "expr.syntax", 7);
    row("{}", "expr.syntax", 1);
}

void TestExprParser::refusesUnknownNamesAndWrongArguments_data()
{
    refusalColumns();
    row("TRUE", "expr.unknown_name", 1);
    row("github.ref", "expr.unknown_name", 1);
    row("hashFiles('a')", "expr.unknown_name", 1);
    row("success(1)", "expr.arguments", 1);
    row("contains('a')", "expr.arguments", 1);
    row("contains('a','b','c')", "expr.arguments", 1);
    row("startsWith()", "expr.arguments", 1);
    row("endsWith('a')", "expr.arguments", 1);
    row("format()", "expr.arguments", 1);
    row("join()", "expr.arguments", 1);
    row("join('a','b','c')", "expr.arguments", 1);
    row("toJSON()", "expr.arguments", 1);
    row("fromJSON('a','b')", "expr.arguments", 1);
    row("case(true, 1)", "expr.arguments", 1);
    row("case(true, 1, 2, 3)", "expr.arguments", 1);
    row("default(1)", "expr.arguments", 1);
    row("length()", "expr.arguments", 1);
    row("now(1)", "expr.arguments", 1);
    row("sum()", "expr.arguments", 1);
    row("round(1,2,3)", "expr.arguments", 1);
    row("sha256()", "expr.arguments", 1);
    row("pick(input)", "expr.arguments", 1);
    row("omitNull()", "expr.arguments", 1);
}

void TestExprParser::refuse()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(int, column);
    const Result<Expression> expression = Expression::parse(text.toStdString());
    QVERIFY(!expression.has_value());
    const Error &error = expression.error();
    QCOMPARE(QString::fromStdString(std::string(codeName(error.code))), code);
    QVERIFY(!error.detail.empty());
    QCOMPARE(error.place.line, 1);
    QCOMPARE(error.place.column, column);
}

void TestExprParser::namesTheNearestNames_data()
{
    rows::columns();
    rows::row("inputs.x", "Did you mean `input`?");
    rows::row("step.a.output", "Did you mean `steps`?");
    rows::row("secret.X", "Did you mean `secrets`?");
    rows::row("lenght('a')", "Did you mean `length`?");
    rows::row("fromJson2('a')", "Did you mean `fromJSON`?");
    rows::row("zzzzzzzzzz.a",
              "Known names: input, env, secrets, steps, execution, flow, trigger, message, item, vars");
}

void TestExprParser::namesTheNearestNames()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Result<Expression> expression = Expression::parse(text.toStdString());
    QVERIFY(!expression.has_value());
    QCOMPARE(QString::fromStdString(mendText(expression.error())), expected);
}

void TestExprParser::countsPlacesFromTheOrigin()
{
    const Place origin{"f.yaml", 10, 5};
    QCOMPARE(Expression::parse("input.é || nope", origin).error().place, (Place{"f.yaml", 10, 11}));
    QCOMPARE(Expression::parse("'é' == nope", origin).error().place, (Place{"f.yaml", 10, 12}));
    QCOMPARE(Expression::parse("input.a ||\n  nope", origin).error().place, (Place{"f.yaml", 11, 3}));
}

void TestExprParser::evaluationErrorsHavePlacesToo()
{
    const Result<Expression> expression =
        Expression::parse("input.a ||\n fromJSON('secret text')", {"f.yaml", 3, 1});
    const Result<json::Value> value = expression->evaluate(expr::ObjectContext(json::Value()));
    QVERIFY(!value.has_value());
    QCOMPARE(value.error().place, (Place{"f.yaml", 4, 2}));
    QVERIFY2(value.error().detail.find("secret") == std::string::npos, "an error must not tell the value");
}

void TestExprParser::listsReferences_data()
{
    rows::columns();
    rows::row("1 == 1", "");
    rows::row("'input.a'", "");
    rows::row("input", "input@0+5");
    rows::row("input.a", "input.a@0+7");
    rows::row(" Input.A.b ", "input.A.b@1+9");
    rows::row("steps.create.output['id'].x", "steps.create.output.id.x@0+27");
    rows::row("steps['a b'][0].c", "steps.a b.0.c@0+17");
    rows::row("steps[input.x].output", "steps@0+5 input.x@6+7");
    rows::row("input.list.*.name", "input.list@0+10");
    rows::row("input.list[*]", "input.list@0+10");
    rows::row("(input.a).b", "input.a.b@1+10");
    rows::row("input.a == env.B && !vars.c", "input.a@0+7 env.B@11+5 vars.c@21+6");
    rows::row("format('{0}', input.a, secrets.T)", "input.a@14+7 secrets.T@23+9");
    rows::row("fromJSON(input.a).b[input.c]", "input.a@9+7 input.c@20+7");
    rows::row("input.a || input.b || input.c", "input.a@0+7? input.b@11+7? input.c@22+7");
    rows::row("default(input.a, input.b)", "input.a@8+7? input.b@17+7");
    rows::row("default(format('{0}', input.a), 1)", "input.a@22+7?");
    rows::row("input.a && input.b || 'x'", "input.a@0+7? input.b@11+7?");
    rows::row("default(input.a || input.b, 1)", "input.a@8+7? input.b@19+7?");
    rows::row("!input.a", "input.a@1+7");
}

void TestExprParser::listsReferences()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QStringList found;
    const Result<Expression> expression = Expression::parse(text.toStdString());
    QVERIFY(expression.has_value());
    for (const expr::Reference &reference : expression->references()) {
        QStringList path;
        for (const std::string &part : reference.path)
            path += QString::fromStdString(part);
        found += QString("%1@%2+%3%4")
                     .arg(path.join('.'))
                     .arg(reference.offset)
                     .arg(reference.length)
                     .arg(reference.optional ? "?" : "");
    }
    QCOMPARE(found.join(' '), expected);
}

void TestExprParser::referencesHavePlaces()
{
    const Result<Expression> expression = Expression::parse("input.a ||\n  env.B", {"f.yaml", 7, 9});
    QCOMPARE(expression->references().at(0).place, (Place{"f.yaml", 7, 9}));
    QCOMPARE(expression->references().at(1).place, (Place{"f.yaml", 8, 3}));
}

void TestExprParser::knowsStatusFunctions()
{
    QVERIFY(Expression::parse("always()")->usesStatusFunction());
    QVERIFY(Expression::parse("input.a && (1 == 2 || !Failure())")->usesStatusFunction());
    QVERIFY(Expression::parse("input[format('{0}', success())]")->usesStatusFunction());
    QVERIFY(!Expression::parse("input.always")->usesStatusFunction());
    QVERIFY(!Expression::parse("'always()'")->usesStatusFunction());
}

void TestExprParser::boundsTheLength()
{
    const std::string fits = "'" + std::string(20'998, 'x') + "'";
    QVERIFY(Expression::parse(fits).has_value());
    QCOMPARE(Expression::parse(fits + " ").error().code, ErrorCode::ExprLimit);
    std::string wide = "'";
    for (int i = 0; i < 20'998; ++i)
        wide += "é";
    QVERIFY(Expression::parse(wide + "'").has_value());
}

void TestExprParser::boundsTheDepth()
{
    const auto chain = [](int count, const char *part, const char *start) {
        std::string text = start;
        for (int i = 0; i < count; ++i)
            text += part;
        return text;
    };
    QVERIFY(Expression::parse(chain(49, ".a", "input")).has_value());
    QCOMPARE(Expression::parse(chain(50, ".a", "input")).error().code, ErrorCode::ExprLimit);
    QCOMPARE(Expression::parse(chain(60, " == 1", "1")).error().code, ErrorCode::ExprLimit);
    QVERIFY(Expression::parse(chain(1000, " && 1", "1")).has_value());
    QVERIFY(Expression::parse(chain(1000, " || 1", "1")).has_value());
    QCOMPARE(Expression::parse(std::string(20'000, '!') + "1").error().code, ErrorCode::ExprLimit);
    QCOMPARE(Expression::parse(std::string(20'000, '(')).error().code, ErrorCode::ExprLimit);
    QVERIFY(Expression::parse(std::string(100, '(') + "1" + std::string(100, ')')).has_value());
    QCOMPARE(Expression::parse(chain(60, "[input", "input") + std::string(60, ']')).error().code,
             ErrorCode::ExprLimit);
}

void TestExprParser::boundsTheMemory()
{
    const expr::ObjectContext context(
        json::Object{{"input", json::Object{{"x", std::string(1'000'000, 'x')}}}});
    const auto errorOf = [&](const std::string &text) {
        const Result<json::Value> value = Expression::parse(text)->evaluate(context);
        return value ? ErrorCode::Internal : value.error().code;
    };
    QCOMPARE(errorOf("format('{0}{0}{0}', input.x)"), ErrorCode::Internal);
    QCOMPARE(errorOf("format('{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}', input.x)"),
             ErrorCode::ExprLimit);
    std::string nested = "input.x";
    for (int i = 0; i < 30; ++i)
        nested = "format('{0}{0}', " + nested + ")";
    QCOMPARE(errorOf(nested), ErrorCode::ExprLimit);
    QCOMPARE(Expression::parse("toJSON(input)", {}, {.memory = 1000})->evaluate(context).error().code,
             ErrorCode::ExprLimit);
}

void TestExprParser::boundsTheWork()
{
    const expr::ObjectContext context(
        json::Object{{"input", json::Object{{"x", std::string(4'000'000, 'a')},
                                            {"y", std::string(2'000'000, 'a') + "b"}}}});
    // A plain search would compare 4 MB × 2 MB.
    QCOMPARE(rows::evaluated("contains(input.x, input.y)", context), QString("false"));
    std::string many = "input.x == 'b'";
    for (int i = 0; i < 400; ++i)
        many += " || input.x == 'b'";
    QVERIFY(rows::evaluated(QString::fromStdString(many), context).startsWith("expr.limit"));
}

void TestExprParser::isSharedBetweenCopies()
{
    Expression copy = *Expression::parse("1 == 1");
    {
        const Expression first = copy;
        QCOMPARE(first.text(), std::string("1 == 1"));
    }
    QCOMPARE(copy.evaluate(expr::ObjectContext(json::Value()))->asBoolean(), true);
}

QTEST_APPLESS_MAIN(TestExprParser)
#include "tst_expr_parser.moc"
