// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The form of an input: fields from the schema, values as text and as JSON, what is wrong, undo.
#include "engine/flow/library.h"
#include "engine/json/json.h"
#include "tests/support/verify.h"
#include "views/models/input/input_form.h"

#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using Rule = InputProblem::Rule;

class InputFormTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFlowBecomesAForm_data();
    void everyFlowBecomesAForm();
    void eachSchemaHasItsKind_data();
    void eachSchemaHasItsKind();
    void anEmptyFieldIsAbsent();
    void textBecomesAValueOfItsKind();
    void eachBrokenRuleIsNamed_data();
    void eachBrokenRuleIsNamed();
    void defaultsAreNotMissing();
    void nullsAndUnknownKeysSurviveTheForm();
    void jsonTextAndFieldsAreOneThing();
    void secretsNeverStandInTheJsonText();
    void aMaskedInputLeavesItsSecretsOut();
    void aKeyWithAFieldIsRefusedAmongTheOthers();
    void typingIsOneStepOfUndo();
    void anotherSchemaStartsAnew();
    void refusalsOfTheEngineFindTheirFields();
};

namespace {

json::Value parsed(std::string_view text)
{
    return json::parse(text).value();
}

json::Value schemaOf(std::string_view property)
{
    return parsed(R"({"type": "object", "properties": {"x": )" + std::string(property) + "}}");
}

const char *const kSchema = R"({
  "type": "object", "required": ["user_id"],
  "properties": {
    "user_id": {"type": "string", "minLength": 1},
    "count": {"type": "integer", "minimum": 1, "maximum": 20, "default": 8},
    "note": {"type": ["string", "null"]},
    "ids": {"type": "array", "items": {"type": "integer"}},
    "meta": {"type": "object"},
    "api_token": {"type": ["string", "null"], "writeOnly": true}
  }})";

} // namespace

void InputFormTest::everyFlowBecomesAForm_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<int>("plain");
    QTest::addColumn<int>("secret");
    QTest::newRow("update_profile") << "update_profile" << 9 << 10;
    QTest::newRow("first_login") << "first_login" << 9 << 9;
    QTest::newRow("analysis_to_profession") << "analysis_to_profession" << 6 << 2;
    QTest::newRow("analysis_to_vacancy") << "analysis_to_vacancy" << 6 << 2;
    QTest::newRow("course_to_profession") << "course_to_profession" << 6 << 1;
    QTest::newRow("course_to_vacancy") << "course_to_vacancy" << 6 << 1;
}

void InputFormTest::everyFlowBecomesAForm()
{
    QFETCH(QString, flow);
    QFETCH(int, plain);
    QFETCH(int, secret);
    const flow::Library library = flow::loadLibrary(BATUTA_SOURCE_DIR);
    const auto found = library.find(FlowName(flow.toStdString()));
    QVERIFY(found != nullptr);
    InputForm form;
    form.setSchema(found->input.source());
    const auto ofKind = [&](FieldKind kind) {
        return static_cast<int>(std::ranges::count(form.fields(), kind, &InputField::kind));
    };
    QCOMPARE(ofKind(FieldKind::Text), plain);
    QCOMPARE(ofKind(FieldKind::Secret), secret);
    QVERIFY(form.field("user_id")->isRequired);
    QVERIFY(!form.field("identifier")->isRequired);
    QVERIFY(form.field("identifier")->isNullable);
    QCOMPARE(form.firstMissing(), std::string("user_id"));
    form.setText("user_id", "u1");
    QCOMPARE(form.firstMissing(), std::string("session_id"));
    form.setText("session_id", "s1");
    QVERIFY(form.problems().empty());
}

void InputFormTest::eachSchemaHasItsKind_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *property, FieldKind kind) {
        QTest::newRow(name) << QString(property) << static_cast<int>(kind);
    };
    row("string", R"({"type": "string"})", FieldKind::Text);
    row("nullable string", R"({"type": ["string", "null"]})", FieldKind::Text);
    row("any of string and null", R"({"anyOf": [{"type": "string"}, {"type": "null"}]})", FieldKind::Text);
    row("secret", R"({"type": "string", "writeOnly": true})", FieldKind::Secret);
    row("enum", R"({"enum": ["a", "b", null]})", FieldKind::Choice);
    row("const", R"({"const": 3})", FieldKind::Choice);
    row("boolean", R"({"type": "boolean"})", FieldKind::Boolean);
    row("integer", R"({"type": "integer"})", FieldKind::Integer);
    row("number", R"({"type": "number"})", FieldKind::Number);
    row("date-time", R"({"type": "string", "format": "date-time"})", FieldKind::DateTime);
    row("uri", R"({"type": "string", "format": "uri"})", FieldKind::Uri);
    row("strings", R"({"type": "array", "items": {"type": "string"}})", FieldKind::List);
    row("objects", R"({"type": "array", "items": {"type": "object"}})", FieldKind::Json);
    row("object", R"({"type": "object"})", FieldKind::Json);
    row("anything", R"({})", FieldKind::Json);
    row("two types", R"({"type": ["string", "integer"]})", FieldKind::Json);
}

void InputFormTest::eachSchemaHasItsKind()
{
    QFETCH(QString, property);
    QFETCH(int, kind);
    const auto fields = inputFields(schemaOf(property.toStdString()));
    QCOMPARE(fields.size(), 1U);
    QCOMPARE(static_cast<int>(fields.front().kind), kind);
    const bool saysNull = property.contains("null");
    QCOMPARE(fields.front().isNullable, saysNull);
}

void InputFormTest::anEmptyFieldIsAbsent()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    form.setText("user_id", "u");
    form.setText("note", "x");
    form.setText("note", "");
    QCOMPARE(QString::fromStdString(json::write(form.input())), QString(R"({"user_id":"u"})"));
    form.setText("user_id", "");
    QCOMPARE(form.problems().size(), 1U);
    QVERIFY(form.problem("user_id")->rule == Rule::Required);
}

void InputFormTest::textBecomesAValueOfItsKind()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    form.setText("user_id", "007");
    form.setText("count", "7");
    form.setText("ids", "[1, 2]");
    form.setText("meta", R"({"a": [1]})");
    QVERIFY(form.input() == parsed(R"({"user_id": "007", "count": 7, "ids": [1, 2], "meta": {"a": [1]}})"));
    form.setText("count", "many");
    QVERIFY(form.problem("count")->rule == Rule::Syntax);
    QCOMPARE(form.text("count"), QString("many"));
    QVERIFY(form.value("count") == nullptr);
    form.setText("count", "9007199254740993");
    QVERIFY(form.input()["count"] == json::Value(std::int64_t{9007199254740993}));
    form.setText("meta", "{");
    QVERIFY(form.problem("meta")->rule == Rule::Syntax);
    QVERIFY(!form.problem("meta")->fact.asString().empty());
}

void InputFormTest::eachBrokenRuleIsNamed_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("fact");
    const auto row = [](const char *name, const char *property, const char *value, Rule rule,
                        const char *fact) {
        QTest::newRow(name) << QString(property) << QString(value) << static_cast<int>(rule) << QString(fact);
    };
    row("type", R"({"type": "string"})", "1", Rule::Type, R"("string")");
    row("not whole", R"({"type": "integer"})", "1.5", Rule::Type, R"("integer")");
    row("enum", R"({"enum": ["a", "b"]})", R"("c")", Rule::Choice, R"(["a","b"])");
    row("minimum", R"({"type": "integer", "minimum": 1})", "0", Rule::Minimum, "1");
    row("above", R"({"exclusiveMinimum": 1})", "1", Rule::Above, "1");
    row("maximum", R"({"maximum": 20})", "21", Rule::Maximum, "20");
    row("below", R"({"exclusiveMaximum": 20})", "20", Rule::Below, "20");
    row("multiple", R"({"multipleOf": 5})", "7", Rule::MultipleOf, "5");
    row("short", R"({"minLength": 3})", R"("ab")", Rule::MinLength, "3");
    row("long", R"({"maxLength": 3})", R"("abcd")", Rule::MaxLength, "3");
    row("pattern", R"({"pattern": "^usr_[0-9]+$"})", R"("x")", Rule::Pattern, R"("^usr_[0-9]+$")");
    row("format", R"({"format": "uri"})", R"("x")", Rule::Format, R"("uri")");
    row("few", R"({"minItems": 2})", "[1]", Rule::MinItems, "2");
    row("many", R"({"maxItems": 1})", "[1, 2]", Rule::MaxItems, "1");
    row("nested", R"({"items": {"minimum": 3}})", "[5, 1]", Rule::Minimum, "3");
    row("inner key", R"({"required": ["a"]})", "{}", Rule::Required, R"("is required")");
    row("extra key", R"({"properties": {"a": {}}, "additionalProperties": false})", R"({"quite_other": 1})",
        Rule::UnknownKey, R"("is not known")");
    row("not", R"({"not": {"type": "string"}})", R"("a")", Rule::Engine,
        R"("has a form that is not allowed")");
}

void InputFormTest::eachBrokenRuleIsNamed()
{
    QFETCH(QString, property);
    QFETCH(QString, value);
    QFETCH(int, rule);
    QFETCH(QString, fact);
    const auto schema = json::Schema::compile(schemaOf(property.toStdString()));
    BATUTA_VERIFY_OK(schema);
    const auto problems = inputProblems(*schema, json::Object{{"x", parsed(value.toStdString())}});
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().field, std::string("x"));
    QCOMPARE(static_cast<int>(problems.front().rule), rule);
    QCOMPARE(QString::fromStdString(json::write(problems.front().fact)), fact);
}

void InputFormTest::defaultsAreNotMissing()
{
    InputForm form;
    form.setSchema(parsed(R"({"required": ["n"], "properties": {"n": {"type": "integer", "default": 8}}})"));
    QVERIFY(form.problems().empty());
    QVERIFY(form.field("n")->fallback == json::Value(8));
    QVERIFY(form.value("n") == nullptr);
}

void InputFormTest::nullsAndUnknownKeysSurviveTheForm()
{
    const json::Value input = parsed(
        R"({"user_id": "u", "note": null, "create_user_embedding": true, "big": {"n": 9007199254740993}})");
    InputForm form;
    form.setSchema(parsed(kSchema));
    QCOMPARE(form.fill(input), 0);
    QVERIFY(form.isNull("note"));
    QCOMPARE(form.text("note"), QString());
    form.setText("user_id", "v");
    const json::Value now = form.input();
    QVERIFY(now["note"].isNull() && now.asObject().contains("note"));
    QVERIFY(now["create_user_embedding"] == json::Value(true));
    QVERIFY(now["big"] == input["big"]);
    form.setText(InputForm::kOthers, R"({"other": 1})");
    QVERIFY(form.input() == parsed(R"({"user_id": "v", "note": null, "other": 1})"));
}

void InputFormTest::jsonTextAndFieldsAreOneThing()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    form.setJsonText(R"({"user_id": "u", "extra": [1], "count": 3})");
    QCOMPARE(form.text("user_id"), QString("u"));
    QCOMPARE(form.text("count"), QString("3"));
    QVERIFY(form.jsonText().contains("\"extra\""));
    form.setJsonText(R"({"user_id": )");
    QVERIFY(form.problems().front().rule == Rule::Syntax);
    QCOMPARE(form.jsonText(), QString(R"({"user_id": )"));
    QCOMPARE(form.text("user_id"), QString("u"));
    form.setJsonText("[1]");
    QVERIFY(!form.problems().empty());
    form.setText("user_id", "w");
    QVERIFY(form.problems().empty());
    QVERIFY(form.jsonText().contains("\"w\""));
}

void InputFormTest::secretsNeverStandInTheJsonText()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    form.setText("user_id", "u");
    form.setText("api_token", "s3cr3t-value");
    form.setText("meta", R"({"password": "p4ss-word", "a": 1})");
    QVERIFY(!form.jsonText().contains("s3cr3t"));
    QVERIFY(!form.jsonText().contains("p4ss"));
    QVERIFY(!form.text("meta").contains("p4ss"));
    QString text = form.jsonText();
    form.setJsonText(text.replace("\"u\"", "\"v\""));
    QCOMPARE(form.text("api_token"), QString("s3cr3t-value"));
    QCOMPARE(form.input()["meta"]["password"].asString(), std::string("p4ss-word"));
    QCOMPARE(form.text("user_id"), QString("v"));
}

void InputFormTest::aMaskedInputLeavesItsSecretsOut()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    QCOMPARE(form.fill(parsed(R"({"user_id": "u", "api_token": "***", "meta": {"password": "***"}})")), 2);
    QVERIFY(form.input() == parsed(R"({"user_id": "u", "meta": {}})"));
}

void InputFormTest::aKeyWithAFieldIsRefusedAmongTheOthers()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    form.setText("user_id", "u");
    form.setText(InputForm::kOthers, R"({"count": 3})");
    QVERIFY(form.problem(InputForm::kOthers)->rule == Rule::KnownKey);
    form.setText(InputForm::kOthers, "[3]");
    QVERIFY(form.problem(InputForm::kOthers)->rule == Rule::Syntax);
}

void InputFormTest::typingIsOneStepOfUndo()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    for (const char *text : {"u", "us", "usr"})
        form.setText("user_id", text);
    form.setText("note", "n");
    form.fill(parsed(R"({"user_id": "other"})"));
    QCOMPARE(form.undoStack().count(), 3);
    form.undoStack().undo();
    QCOMPARE(form.text("note"), QString("n"));
    form.undoStack().undo();
    QCOMPARE(form.text("note"), QString());
    QCOMPARE(form.text("user_id"), QString("usr"));
    form.undoStack().undo();
    QCOMPARE(form.text("user_id"), QString());
    form.undoStack().redo();
    QCOMPARE(form.text("user_id"), QString("usr"));
}

void InputFormTest::anotherSchemaStartsAnew()
{
    InputForm form;
    form.setSchema(parsed(kSchema));
    form.setText("user_id", "u");
    QSignalSpy schemas(&form, &InputForm::schemaChanged);
    form.setSchema(parsed(R"({"properties": {"a": {"type": "string"}}})"));
    QCOMPARE(schemas.count(), 1);
    QVERIFY(form.input() == parsed("{}"));
    QVERIFY(!form.undoStack().canUndo());
    QCOMPARE(form.fields().size(), 1U);
}

void InputFormTest::refusalsOfTheEngineFindTheirFields()
{
    const Error refusal{
        ErrorCode::InputInvalid, "f", "user_id is required; ids/0 must be an integer; zzz x", {}, {}};
    const auto problems = inputProblems(refusal, {"user_id", "ids"});
    QCOMPARE(problems.size(), 2U);
    QVERIFY(problems[0].rule == Rule::Required);
    QCOMPARE(problems[1].pointer, std::string("/ids/0"));
    QCOMPARE(problems[1].field, std::string("ids"));
    QCOMPARE(problems[1].fact.asString(), std::string("must be an integer"));
}

QTEST_GUILESS_MAIN(InputFormTest)
#include "tst_input_form.moc"
