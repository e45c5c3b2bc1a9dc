// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"

#include <QTest>

using namespace batuta;
using json::Value;

class TestJsonParse : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void refusesWhatIsTooLarge();
    void refusesWhatIsTooDeep();
    void refusesDuplicateNamesInLargeObjects();
    void keepsIntegersExact();
    void readsTheSameWithOrWithoutTheFastReader();
    void findsByPointer_data();
    void findsByPointer();
};

void TestJsonParse::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *text, const char *written) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(written);
    };
    row("null", "null");
    row(" true ", "true");
    row("false", "false");
    row("0", "0");
    row("-0", "0");
    row("-12", "-12");
    row("1.50", "1.5");
    row("1e3", "1000");
    row("1E-7", "1e-07");
    row("9223372036854775807", "9223372036854775807");
    row("-9223372036854775808", "-9223372036854775808");
    row("123456789012345678901234567890", "1.2345678901234568e+29");
    row("1e-400", "0");
    row("-123.0e-400", "0");
    row("\"\"", "\"\"");
    row(R"("\"\\\/\b\f\n\r\t")", R"("\"\\/\b\f\n\r\t")");
    row(R"("\u0041\u00e9\ud83d\ude00")", "\"Aé😀\"");
    row(R"("\u0000")", R"("\u0000")");
    row("[]", "[]");
    row("{}", "{}");
    row("[1,[2,[3]], {\"a\" : [ ] }]", R"([1,[2,[3]],{"a":[]}])");
    row("{\"b\":1,\"a\":{\"b\":2}}", R"({"b":1,"a":{"b":2}})");
    row("\t\n\r [1]", "[1]");
}

void TestJsonParse::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    const Result<Value> value = json::parse({text.data(), static_cast<std::size_t>(text.size())});
    QVERIFY2(value.has_value(), value ? "" : errorText(value.error()).c_str());
    QCOMPARE(QByteArray::fromStdString(json::write(*value)), written);
    QVERIFY(json::check({text.data(), static_cast<std::size_t>(text.size())}).has_value());
}

void TestJsonParse::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, int line, int column, const char *says) {
        QTest::addRow("%s", QByteArray(text).toPercentEncoding().constData())
            << QByteArray(text) << line << column << QString::fromUtf8(says);
    };
    row("", 1, 1, "the text ends where a value is expected");
    row(" \n ", 2, 2, "the text ends where a value is expected");
    row("nul", 1, 1, "a value is expected");
    row("nulls", 1, 5, "something follows");
    row("True", 1, 1, "a value is expected");
    row("'a'", 1, 1, "a value is expected");
    row("[1,]", 1, 4, "a value is expected");
    row("[1 2]", 1, 4, "`,` or `]` is expected");
    row("[1", 1, 3, "`,` or `]` is expected");
    row("{\"a\":1,}", 1, 8, "a name in double quotes is expected");
    row("{a:1}", 1, 2, "a name in double quotes is expected");
    row("{\"a\"}", 1, 5, "`:` is expected");
    row("{\"a\":1 \"b\":2}", 1, 8, "`,` or `}` is expected");
    row("{\"a\":1,\n  \"é\":1, \"a\":2}", 2, 10, "`a` stands twice");
    row("[{\"x\":{\"k\":1,\"k\":1}}]", 1, 14, "`k` stands twice");
    row("{\"\\u0061\":1,\"a\":2}", 1, 13, "`a` stands twice");
    row("{} {}", 1, 4, "something follows");
    row("01", 1, 1, "must not start with 0");
    row("-", 1, 2, "a value is expected");
    row("+1", 1, 1, "a value is expected");
    row("1.", 1, 3, "digits are expected after the point");
    row(".5", 1, 1, "a value is expected");
    row("1e", 1, 3, "digits are expected in the exponent");
    row("1e400", 1, 1, "beyond the range");
    row("NaN", 1, 1, "a value is expected");
    row("\"abc", 1, 1, "no closing quote");
    row("\"a\nb\"", 1, 3, "control character");
    row("\"\\x\"", 1, 2, "unknown escape");
    row("\"\\u12g4\"", 1, 2, "four hexadecimal digits");
    row("\"\\ud800\"", 1, 2, "half of a surrogate pair");
    row("\"\\ud800\\u0041\"", 1, 2, "half of a surrogate pair");
    row("\"\\udc00\"", 1, 2, "half of a surrogate pair");
    row("\"\xC3(\"", 1, 1, "not UTF-8");
    row("\"\xED\xA0\x80\"", 1, 1, "not UTF-8");
    row("\xEF\xBB\xBF[]", 1, 1, "a value is expected");
    row("// no\n1", 1, 1, "a value is expected");
}

void TestJsonParse::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, says);
    const std::string_view view(text.data(), static_cast<std::size_t>(text.size()));
    const Result<Value> value = json::parse(view);
    QVERIFY(!value.has_value());
    QCOMPARE(value.error().code, ErrorCode::JsonSyntax);
    QVERIFY2(QString::fromStdString(value.error().detail).contains(says), value.error().detail.c_str());
    QCOMPARE(value.error().place.line, line);
    QCOMPARE(value.error().place.column, column);
    QVERIFY(!json::check(view).has_value());
}

void TestJsonParse::refusesWhatIsTooLarge()
{
    const std::string text = "[" + std::string(1000, ' ') + "]";
    QVERIFY(json::parse(text, {.bytes = 1002}).has_value());
    QCOMPARE(json::parse(text, {.bytes = 1001}).error().code, ErrorCode::JsonTooLarge);
    QCOMPARE(json::check(text, {.bytes = 1001}).error().code, ErrorCode::JsonTooLarge);
}

void TestJsonParse::refusesWhatIsTooDeep()
{
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    QVERIFY(json::parse(nested(64)).has_value());
    QVERIFY(json::check(nested(64)).has_value());
    for (const std::size_t depth : {65U, 2000U, 1000000U}) {
        const Result<Value> value = json::parse(nested(depth));
        QCOMPARE(value.error().code, ErrorCode::JsonTooDeep);
        QCOMPARE(value.error().place.column, 65);
        QCOMPARE(json::check(nested(depth)).error().code, ErrorCode::JsonTooDeep);
    }
    QVERIFY(json::parse(R"({"a":[1]})", {.depth = 2}).has_value());
    QVERIFY(!json::parse(R"({"a":[[]]})", {.depth = 2}).has_value());
}

void TestJsonParse::refusesDuplicateNamesInLargeObjects()
{
    std::string text = "{";
    for (int i = 0; i < 200; ++i)
        text += "\"n" + std::to_string(i) + "\":" + std::to_string(i) + ",";
    QVERIFY(json::parse(text + "\"last\":0}").has_value());
    QVERIFY(!json::parse(text + "\"n7\":0}").has_value());
    QVERIFY(!json::check(text + "\"n7\":0}").has_value());
}

void TestJsonParse::keepsIntegersExact()
{
    const Result<Value> value = json::parse("[9007199254740993, 18446744073709551615, 1.0]");
    QVERIFY(value.has_value());
    QCOMPARE(value->at(0).asInteger(), std::int64_t{9007199254740993});
    QCOMPARE(value->at(1).type(), Value::Type::Double);
    QCOMPARE(value->at(2).type(), Value::Type::Double);
}

void TestJsonParse::readsTheSameWithOrWithoutTheFastReader()
{
    // A huge integer sends the whole text to the strict reader.
    const std::string members = R"({"a":[1,-2.5,1e3,true,false,null,"é\u00e9\n"],"b":{"c":{},"d":[[]]}})";
    const Result<Value> fast = json::parse("[0," + members + "]");
    const Result<Value> strict = json::parse("[123456789012345678901234567890," + members + "]");
    QVERIFY(fast.has_value() && strict.has_value());
    QCOMPARE(json::write(fast->at(1)), json::write(strict->at(1)));
    QVERIFY(fast->at(1) == strict->at(1));
}

void TestJsonParse::findsByPointer_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *pointer, const char *written) {
        QTest::newRow(*pointer ? pointer : "(root)") << QString(pointer) << QString(written);
    };
    row("/a/0", "1");
    row("/a/2/b", "3");
    row("/x~1y", "4");
    row("/m~0n", "5");
    row("/", "6");
    row("/a/3", "");
    row("/a/00", "");
    row("/a/-", "");
    row("/a/0/1", "");
    row("/a/ 1", "");
    row("/nothing", "");
    row("a", "");
    row("/m~2n", "");
    row("/m~", "");
}

void TestJsonParse::findsByPointer()
{
    QFETCH(QString, pointer);
    QFETCH(QString, written);
    const Value root = *json::parse(R"({"a":[1,2,{"b":3}],"x/y":4,"m~n":5,"":6})");
    QCOMPARE(json::pointer(root, ""), &root);
    const Value *found = json::pointer(root, pointer.toStdString());
    QCOMPARE(found ? QString::fromStdString(json::write(*found)) : QString(), written);
}

QTEST_APPLESS_MAIN(TestJsonParse)
#include "tst_json_parse.moc"
