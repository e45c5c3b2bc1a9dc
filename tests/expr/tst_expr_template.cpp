// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/template.h"
#include "tests/expr/expr_rows.h"

using namespace batuta;
using expr::Template;
using expr::TemplateTree;

class TestExprTemplate : public QObject
{
    Q_OBJECT

private slots:
    void fillsIn_data();
    void fillsIn();
    void refuses_data();
    void refuses();
    void readsConditions_data();
    void readsConditions();
    void conditionsThatAreAlwaysTrueAreRefused();
    void countsPlaces();
    void offsetsCountFromTheStartOfTheText();
    void treesKeepTheirShape();
    void treesShareTheirLiterals();
    void treesKnowThePlaceOfEachText();
    void treesListTheirReferences();
    void treesAreBounded();

private:
    const expr::ObjectContext m_context{*json::parse(
        R"({"input":{"a":1,"s":"x","list":[1,2],"no":false,"nothing":null},"env":{"URL":"h.example"}})")};
};

void TestExprTemplate::fillsIn_data()
{
    rows::columns();
    rows::row("", "\"\"");
    rows::row("plain", "\"plain\"");
    rows::row("$ { {{ }} $${", "\"$ { {{ }} $${\"");
    rows::row("${{ input.a }}", "1");
    rows::row("${{input.a}}", "1");
    rows::row("${{ input.list }}", "[1,2]");
    rows::row("${{ input.nothing }}", "null");
    rows::row("${{ input.no }}", "false");
    rows::row(" ${{ input.a }}", "\" 1\"");
    rows::row("${{ input.a }}${{ input.a }}", "\"11\"");
    rows::row("a ${{ input.s }} b ${{ input.list }} c", "\"a x b [1,2] c\"");
    rows::row("${{ env.URL }}/v1?x=${{ input.nothing }}", "\"h.example/v1?x=\"");
    rows::row("${{ '}}' }}", "\"}}\"");
    rows::row("${{ 'it''s }}' }}!", "\"it's }}!\"");
    rows::row("${{ format('{{{0}}}', input.a) }}", "\"{1}\"");
    rows::row("é ${{ 'ü' }}", "\"é ü\"");
    rows::row("${{ '${{' }}", "\"${{\"");
}

void TestExprTemplate::fillsIn()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Result<Template> parsed = Template::parse(text.toStdString());
    QVERIFY2(parsed.has_value(), parsed ? "" : errorText(parsed.error()).c_str());
    const Result<json::Value> value = parsed->evaluate(m_context);
    QVERIFY(value.has_value());
    QCOMPARE(QString::fromStdString(json::write(*value)), expected);
    QCOMPARE(*parsed->evaluateText(m_context), expr::displayText(*value));
    QCOMPARE(parsed->isLiteral(), !text.contains("${{ ") && !text.contains("${{i"));
    QCOMPARE(QString::fromStdString(parsed->text()), text);
}

void TestExprTemplate::refuses_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("a ${{ input.a") << 3;
    QTest::newRow("${{ 'a }}") << 1;
    QTest::newRow("${{ }}") << 4;
    QTest::newRow("${{}}") << 4;
    QTest::newRow("ok ${{ input.a }} ${{ nope }}") << 23;
    QTest::newRow("${{ input.a } }}") << 13;
}

void TestExprTemplate::refuses()
{
    QFETCH(int, column);
    const Result<Template> parsed = Template::parse(QTest::currentDataTag());
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().place.column, column);
}

void TestExprTemplate::readsConditions_data()
{
    rows::columns();
    rows::row("input.a == 1", "true");
    rows::row("${{ input.a == 1 }}", "true");
    rows::row("  ${{ input.s }} ", "\"x\"");
    rows::row("'}}'", "\"}}\"");
    rows::row("success() && input.no", "false");
    rows::row("!input.no", "true");
}

void TestExprTemplate::readsConditions()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Result<Template> condition = Template::parseCondition(text.toStdString());
    QVERIFY2(condition.has_value(), condition ? "" : errorText(condition.error()).c_str());
    QCOMPARE(QString::fromStdString(json::write(*condition->evaluate(m_context))), expected);
    QCOMPARE(condition->usesStatusFunction(), text.contains("success()"));
    QVERIFY(!condition->isLiteral());
}

void TestExprTemplate::conditionsThatAreAlwaysTrueAreRefused()
{
    for (const char *text :
         {"${{ input.a }} == 2", "x ${{ input.a }}", "${{ input.a }} && ${{ input.no }}"}) {
        const Result<Template> condition = Template::parseCondition(text);
        QVERIFY(!condition.has_value());
        QCOMPARE(condition.error().code, ErrorCode::ExprSyntax);
    }
    QVERIFY(!Template::parseCondition("").has_value());
    QVERIFY(!Template::parseCondition("  ").has_value());
}

void TestExprTemplate::countsPlaces()
{
    const Place place{"f.yaml", 5, 10};
    QCOMPARE(Template::parse("ab ${{ nope }}", place).error().place, (Place{"f.yaml", 5, 17}));
    QCOMPARE(Template::parse("ab\ncd ${{ nope }}", place).error().place, (Place{"f.yaml", 6, 8}));
    QCOMPARE(Template::parseCondition(" nope", place).error().place, (Place{"f.yaml", 5, 11}));
    QCOMPARE(Template::parseCondition(" ${{ nope }}", place).error().place, (Place{"f.yaml", 5, 15}));
    const Result<Template> parsed = Template::parse("${{ input.a }}\n${{ env.B }}", place);
    QCOMPARE(parsed->references().at(0).place, (Place{"f.yaml", 5, 14}));
    QCOMPARE(parsed->references().at(1).place, (Place{"f.yaml", 6, 5}));
}

void TestExprTemplate::offsetsCountFromTheStartOfTheText()
{
    const std::string text = "é ${{ input.a }} ${{ env.URL || 'x' }}";
    const std::vector<expr::Reference> references = Template::parse(text)->references();
    QCOMPARE(references.size(), std::size_t{2});
    QCOMPARE(text.substr(references[0].offset, references[0].length), std::string("input.a"));
    QCOMPARE(text.substr(references[1].offset, references[1].length), std::string("env.URL"));
    QVERIFY(references[1].optional);
    const std::string condition = "  ${{ input.a }}";
    const expr::Reference reference = Template::parseCondition(condition)->references().at(0);
    QCOMPARE(condition.substr(reference.offset, reference.length), std::string("input.a"));
}

void TestExprTemplate::treesKeepTheirShape()
{
    const json::Value source = *json::parse(
        R"({"z":"${{ input.list }}","a":{"${{ input.a }}":"x ${{ input.a }}"},"list":["${{ input.nothing }}",2,{}],"n":1})");
    const Result<TemplateTree> tree = TemplateTree::compile(source);
    QVERIFY(tree.has_value());
    QCOMPARE(json::write(*tree->evaluate(m_context)),
             std::string(R"({"z":[1,2],"a":{"${{ input.a }}":"x 1"},"list":[null,2,{}],"n":1})"));
    QVERIFY(tree->source() == source);
    QVERIFY(TemplateTree().evaluate(m_context)->isNull());
    QCOMPARE(json::write(*TemplateTree::compile(json::Value("${{ input.s }}"))->evaluate(m_context)),
             std::string("\"x\""));
}

void TestExprTemplate::treesShareTheirLiterals()
{
    const json::Value source = *json::parse(R"({"fixed":{"a":[1,2]},"made":"${{ input.a }}"})");
    const json::Value made = *TemplateTree::compile(source)->evaluate(m_context);
    QCOMPARE(&made["fixed"].asObject(), &source["fixed"].asObject());
    const json::Value literal = *TemplateTree::compile(source["fixed"])->evaluate(m_context);
    QCOMPARE(&literal.asObject(), &source["fixed"].asObject());
}

void TestExprTemplate::treesKnowThePlaceOfEachText()
{
    const auto placeOf = [](const std::string &pointer) {
        return pointer == "/a~1b/1" ? Place{"f.yaml", 4, 2} : Place{};
    };
    const Result<TemplateTree> tree =
        TemplateTree::compile(*json::parse(R"({"a/b":["${{ input.a }}","${{ nope }}"]})"), placeOf);
    QVERIFY(!tree.has_value());
    QCOMPARE(tree.error().place, (Place{"f.yaml", 4, 6}));
}

void TestExprTemplate::treesListTheirReferences()
{
    const Result<TemplateTree> tree = TemplateTree::compile(*json::parse(
        R"({"a":"${{ input.a }} ${{ secrets.K }}","b":[{"c":"${{ env.URL }}"}],"d":"input.x"})"));
    QStringList found;
    for (const expr::Reference &reference : tree->references())
        found += QString::fromStdString(reference.path.back());
    QCOMPARE(found.join(' '), QString("a K URL"));
}

void TestExprTemplate::treesAreBounded()
{
    json::Value deep = json::Value("${{ input.a }}");
    for (int i = 0; i < 200; ++i)
        deep = json::Array{deep};
    QCOMPARE(TemplateTree::compile(deep).error().code, ErrorCode::ExprLimit);
    const expr::ObjectContext context(
        json::Object{{"input", json::Object{{"x", std::string(1'000'000, 'x')}}}});
    const Result<TemplateTree> copies =
        TemplateTree::compile(json::Array(100, json::Value("${{ input.x }}")));
    QCOMPARE(copies->evaluate(context).error().code, ErrorCode::ExprLimit);
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "${{ input.x }}";
    QCOMPARE(Template::parse(text)->evaluate(context).error().code, ErrorCode::ExprLimit);
}

QTEST_APPLESS_MAIN(TestExprTemplate)
#include "tst_expr_template.moc"
