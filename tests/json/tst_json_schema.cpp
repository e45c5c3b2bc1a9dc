// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/json/schema.h"

#include <QTest>

using namespace batuta;
using json::Schema;
using json::Value;

class TestJsonSchema : public QObject
{
    Q_OBJECT

private slots:
    void checksValues_data();
    void checksValues() { check(); }
    void checksTexts_data();
    void checksTexts() { check(); }
    void checksListsAndObjects_data();
    void checksListsAndObjects() { check(); }
    void checksCombinations_data();
    void checksCombinations() { check(); }
    void refusesSchemas_data();
    void refusesSchemas();
    void namesEveryViolationInOrder();
    void endsWithHostileSchemasAndValues();
    void longTextsAreNotGivenToPatterns();
    void fillsDefaults();
    void defaultsLeaveTheOriginalAlone();
    void listsSecretProperties();

private:
    static void columns();
    static void row(const char *schema, const char *value, const char *expected);
    void check();
};

static QString violations(const Schema &schema, const Value &value)
{
    QStringList lines;
    for (const json::Violation &violation : schema.validate(value))
        lines += QString::fromStdString(violation.pointer + " " + violation.message);
    return lines.join("; ");
}

void TestJsonSchema::columns()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
}

void TestJsonSchema::row(const char *schema, const char *value, const char *expected)
{
    QTest::addRow("%s | %s", schema, value)
        << QString::fromUtf8(schema) << QString::fromUtf8(value) << QString::fromUtf8(expected);
}

void TestJsonSchema::checksValues_data()
{
    columns();
    row("true", "1", "");
    row("false", "1", " is not allowed here");
    row("{}", "[1]", "");
    row(R"({"type":"string"})", R"("")", "");
    row(R"({"type":"string"})", "1", " must be a string");
    row(R"({"type":"integer"})", "1", "");
    row(R"({"type":"integer"})", "1.0", "");
    row(R"({"type":"integer"})", "1.5", " must be an integer");
    row(R"({"type":"integer"})", "true", " must be an integer");
    row(R"({"type":["integer","number"]})", "1.5", "");
    row(R"({"type":"number"})", "\"1\"", " must be a number");
    row(R"({"type":"boolean"})", "0", " must be true or false");
    row(R"({"type":"array"})", "{}", " must be an array");
    row(R"({"type":"object"})", "[]", " must be an object");
    row(R"({"type":"null"})", "0", " must be null");
    row(R"({"type":["string","null"]})", "null", "");
    row(R"({"type":["string","null"]})", "1", " must be a string or null");
    row(R"({"enum":["a",1,null]})", "1.0", "");
    row(R"({"enum":["a",1,null]})", "\"b\"", " must be one of \"a\", 1, null");
    row(R"({"const":{"a":[1]}})", R"({"a":[1]})", "");
    row(R"({"const":3})", "4", " must be 3");
    row(R"({"minimum":2})", "2", "");
    row(R"({"minimum":2})", "1.9", " must be at least 2");
    row(R"({"maximum":2})", "3", " must be at most 2");
    row(R"({"exclusiveMinimum":2})", "2", " must be more than 2");
    row(R"({"exclusiveMaximum":2})", "2", " must be less than 2");
    row(R"({"multipleOf":0.1})", "0.3", "");
    row(R"({"multipleOf":3})", "7", " must be a multiple of 3");
    row(R"({"minimum":2})", "\"x\"", "");
}

void TestJsonSchema::checksTexts_data()
{
    columns();
    row(R"({"minLength":1})", "\"\"", " must not be empty");
    row(R"({"minLength":3})", "\"éé\"", " must have at least 3 characters");
    row(R"({"maxLength":2})", "\"éé\"", "");
    row(R"({"maxLength":1})", "\"ab\"", " must have at most 1 character");
    row(R"({"pattern":"^[a-z]+$"})", "\"abc\"", "");
    row(R"({"pattern":"b"})", "\"abc\"", "");
    row(R"({"pattern":"^[a-z]+$"})", "\"A\"", " must match the pattern ^[a-z]+$");
    row(R"({"format":"date"})", "\"2024-02-29\"", "");
    row(R"({"format":"date"})", "\"2023-02-29\"", " must be a date, as 2024-12-31");
    row(R"({"format":"date"})", "\"2023-13-01\"", " must be a date, as 2024-12-31");
    row(R"({"format":"time"})", "\"23:59:60.5+02:00\"", "");
    row(R"({"format":"time"})", "\"24:00:00Z\"", " must be a time with its zone, as 23:59:59Z");
    row(R"({"format":"date-time"})", "\"2024-01-01T00:00:00Z\"", "");
    row(R"({"format":"date-time"})", "\"2024-01-01\"",
        " must be a date and time with its zone, as 2024-12-31T23:59:59Z");
    row(R"({"format":"email"})", "\"a@b\"", "");
    row(R"({"format":"email"})", "\"a b@c\"", " must be an e-mail address");
    row(R"({"format":"uri"})", "\"https://x/y\"", "");
    row(R"({"format":"uri"})", "\"x/y\"", " must be a URI with its scheme, as https://example.org/");
    row(R"({"format":"ipv4"})", "\"127.0.0.1\"", "");
    row(R"({"format":"ipv4"})", "\"127.0.0.256\"", " must be an IPv4 address");
    row(R"({"format":"uuid"})", "\"123E4567-e89b-42d3-a456-426614174000\"", "");
    row(R"({"format":"uuid"})", "\"123\"", " must be a UUID");
    row(R"({"format":"of our own"})", "\"x\"", "");
}

void TestJsonSchema::checksListsAndObjects_data()
{
    columns();
    row(R"({"minItems":1})", "[]", " must have at least 1 item");
    row(R"({"maxItems":1})", "[1,2]", " must have at most 1 item");
    row(R"({"items":{"type":"string"}})", R"(["a",1,"b",2])", "/1 must be a string; /3 must be a string");
    row(R"({"items":[{"type":"string"}],"additionalItems":{"type":"integer"}})", R"(["a",1,"b"])",
        "/2 must be an integer");
    row(R"({"items":[{"type":"string"}]})", R"(["a",1])", "");
    row(R"({"uniqueItems":true})", R"([1,2,{"a":1,"b":2}])", "");
    row(R"({"uniqueItems":true})", R"([{"a":1,"b":2},{"b":2,"a":1.0}])", "/1 is the same as item 0");
    row(R"({"contains":{"const":2}})", "[1,2]", "");
    row(R"({"contains":{"const":2}})", "[1]", " must contain an item that fits");
    row(R"({"required":["a","b"]})", R"({"b":null})", "/a is required");
    row(R"({"required":["a/b"]})", "{}", "/a~1b is required");
    row(R"({"required":["a"]})", "[]", "");
    row(R"({"properties":{"a":{"type":"string"}}})", R"({"a":1,"x":1})", "/a must be a string");
    row(R"({"properties":{"user_id":{}},"additionalProperties":false})", R"({"userid":1})",
        "/userid is not known; did you mean `user_id`?");
    row(R"({"additionalProperties":{"type":"integer"}})", R"({"a":1,"b":"x"})", "/b must be an integer");
    row(R"({"patternProperties":{"^x_":{"type":"integer"}},"additionalProperties":false})",
        R"({"x_a":"1","y":1})", "/x_a must be an integer; /y is not known");
    row(R"({"propertyNames":{"maxLength":2}})", R"({"ab":1,"abc":2})", "/abc has a name that is not allowed");
    row(R"({"minProperties":1})", "{}", " must have at least 1 member");
    row(R"({"maxProperties":1})", R"({"a":1,"b":2})", " must have at most 1 member");
    row(R"({"dependencies":{"a":["b"]}})", R"({"a":1})", "/b is required together with `a`");
    row(R"({"dependencies":{"a":{"required":["c"]}}})", R"({"a":1})", "/c is required");
}

void TestJsonSchema::checksCombinations_data()
{
    columns();
    row(R"({"allOf":[{"minimum":1},{"maximum":3}]})", "4", " must be at most 3");
    row(R"({"anyOf":[{"type":"string"},{"minimum":1}]})", "0", " fits none of the allowed forms");
    row(R"({"anyOf":[{"type":"string","minLength":2},{"type":"null"}]})", "\"x\"",
        " must have at least 2 characters");
    row(R"({"oneOf":[{"minimum":1},{"minimum":2}]})", "1", "");
    row(R"({"oneOf":[{"minimum":1},{"minimum":2}]})", "3",
        " fits 2 of the allowed forms, exactly one is allowed");
    row(R"({"not":{"type":"string"}})", "\"x\"", " has a form that is not allowed");
    row(R"({"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})", R"({"a":1})",
        "/b is required");
    row(R"({"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})", "{}",
        "/c is required");
    row(R"({"definitions":{"n":{"type":"integer"}},"items":{"$ref":"#/definitions/n"}})", R"([1,"x"])",
        "/1 must be an integer");
    row(R"({"properties":{"child":{"$ref":"#"},"n":{"type":"integer"}}})", R"({"child":{"child":{"n":"x"}}})",
        "/child/child/n must be an integer");
}

void TestJsonSchema::check()
{
    QFETCH(QString, schema);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const Result<Schema> compiled = Schema::compile(*json::parse(schema.toStdString()));
    QVERIFY2(compiled.has_value(), compiled ? "" : errorText(compiled.error()).c_str());
    QCOMPARE(violations(*compiled, *json::parse(value.toStdString())), expected);
}

void TestJsonSchema::refusesSchemas_data()
{
    QTest::addColumn<QString>("where");
    const auto row = [](const char *schema, const char *where) { QTest::newRow(schema) << QString(where); };
    row("1", "/");
    row(R"({"type":"strng"})", "/type");
    row(R"({"type":[]})", "/type");
    row(R"({"enum":[]})", "/enum");
    row(R"({"minLength":-1})", "/minLength");
    row(R"({"minLength":"1"})", "/minLength");
    row(R"({"minimum":"1"})", "/minimum");
    row(R"({"multipleOf":0})", "/multipleOf");
    row(R"({"pattern":"("})", "/pattern");
    row(R"({"pattern":"(a)\\1"})", "/pattern");
    row(R"({"pattern":1})", "/pattern");
    row(R"({"required":"a"})", "/required");
    row(R"({"required":[1]})", "/required");
    row(R"({"properties":[]})", "/properties");
    row(R"({"properties":{"a/b":{"type":1}}})", "/properties/a~1b/type");
    row(R"({"items":3})", "/items");
    row(R"({"allOf":{}})", "/allOf");
    row(R"({"anyOf":[]})", "/anyOf");
    row(R"({"$ref":"#/nowhere"})", "/$ref");
    row(R"({"$ref":"https://example.org/schema"})", "/$ref");
}

void TestJsonSchema::refusesSchemas()
{
    QFETCH(QString, where);
    const Result<Schema> compiled = Schema::compile(*json::parse(QTest::currentDataTag()));
    QVERIFY(!compiled.has_value());
    QCOMPARE(compiled.error().code, ErrorCode::SchemaInvalid);
    QCOMPARE(QString::fromStdString(compiled.error().subject), where);
    QVERIFY(!compiled.error().detail.empty());
}

void TestJsonSchema::namesEveryViolationInOrder()
{
    const Schema schema =
        *Schema::compile(*json::parse(R"({"type":"object","required":["user_id","session_id"],
        "properties":{"user_id":{"type":"string","minLength":1},"age":{"type":"integer","minimum":0},
                      "tags":{"type":"array","items":{"type":"string"}}}})"));
    QCOMPARE(violations(schema, *json::parse(R"({"tags":["a",1],"age":-1,"user_id":""})")),
             QString("/session_id is required; /tags/1 must be a string; /age must be at least 0; "
                     "/user_id must not be empty"));
}

void TestJsonSchema::endsWithHostileSchemasAndValues()
{
    const Schema loop = *Schema::compile(*json::parse(R"({"$ref":"#"})"));
    QCOMPARE(violations(loop, Value(1)), QString(" is nested too deep to be checked"));
    // Each level doubles the work; without a bound this would not end.
    const Schema doubling = *Schema::compile(*json::parse(
        R"({"anyOf":[{"items":{"$ref":"#"},"minItems":2},{"items":{"$ref":"#"},"minItems":2}]})"));
    Value nested;
    for (int i = 0; i < 40; ++i)
        nested = json::Array{nested};
    QVERIFY(!doubling.validate(nested).empty());
    const Schema strings = *Schema::compile(*json::parse(R"({"items":{"type":"string"}})"));
    QCOMPARE(strings.validate(json::Array(5000, 1)).size(), std::size_t{1000});
    QVERIFY(Schema::compile(*json::parse(R"({"pattern":"^([a-z]+)*$"})"))
                ->validate(Value(std::string(2000, 'a') + "!"))
                .size() == 1);
}

void TestJsonSchema::longTextsAreNotGivenToPatterns()
{
    const Schema schema = *Schema::compile(*json::parse(R"({"pattern":"^[a-z]+$"})"));
    QCOMPARE(violations(schema, Value(std::string(4096, 'a'))), QString());
    QCOMPARE(violations(schema, Value(std::string(400000, 'a'))),
             QString(" is too long to be checked against a pattern"));
}

void TestJsonSchema::fillsDefaults()
{
    const Schema schema =
        *Schema::compile(*json::parse(R"({"properties":{"a":{"default":1},"b":{"default":null},
        "c":{"properties":{"d":{"default":[2]},"e":{"$ref":"#/definitions/e"}}}},
        "definitions":{"e":{"properties":{"f":{"default":"x"}}}}})"));
    const auto filled = [&](const char *text) {
        return json::write(schema.withDefaults(*json::parse(text)));
    };
    QCOMPARE(filled("{}"), std::string(R"({"a":1,"b":null})"));
    QCOMPARE(filled(R"({"a":null,"c":{}})"), std::string(R"({"a":null,"c":{"d":[2]},"b":null})"));
    QCOMPARE(filled(R"({"a":2,"b":3,"c":{"d":4,"e":{}}})"),
             std::string(R"({"a":2,"b":3,"c":{"d":4,"e":{"f":"x"}}})"));
    QCOMPARE(filled("[]"), std::string("[]"));
}

void TestJsonSchema::defaultsLeaveTheOriginalAlone()
{
    const Schema schema = *Schema::compile(*json::parse(R"({"properties":{"a":{"default":1}}})"));
    const Value original = *json::parse(R"({"x":1})");
    const Value filled = schema.withDefaults(original);
    QCOMPARE(json::write(original), std::string(R"({"x":1})"));
    QCOMPARE(json::write(filled), std::string(R"({"x":1,"a":1})"));
}

void TestJsonSchema::listsSecretProperties()
{
    const Schema schema = *Schema::compile(*json::parse(
        R"({"properties":{"a":{"writeOnly":true},"b":{"writeOnly":false},"c":{},"d":{"type":"string","writeOnly":true}}})"));
    QCOMPARE(schema.secretProperties(), (std::vector<std::string>{"a", "d"}));
    QVERIFY(schema.source()["properties"].isObject());
}

QTEST_APPLESS_MAIN(TestJsonSchema)
#include "tst_json_schema.moc"
