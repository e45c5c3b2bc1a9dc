// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/json/pieces.h"
#include "engine/json/weight.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace batuta;
using namespace std::string_view_literals;
using json::Array;
using json::Object;
using json::Value;

class TestJsonWrite : public QObject
{
    Q_OBJECT

private slots:
    void spellsNumbers_data();
    void spellsNumbers();
    void decimalsAreSpelledLikeTheirDoubles();
    void doublesReadBackTheSame();
    void escapesOnlyWhatItMust();
    void escapesAnywhereInLongTexts();
    void replacesWhatIsNotUtf8();
    void indentsForPeople();
    void randomValuesSurviveARoundTrip();
    void aValueWeighsAboutItsText();
};

void TestJsonWrite::spellsNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("negative zero") << -0.0 << "0";
    QTest::newRow("one") << 1.0 << "1";
    QTest::newRow("a tenth") << 0.1 << "0.1";
    QTest::newRow("negative") << -12.5 << "-12.5";
    QTest::newRow("below one") << -0.05 << "-0.05";
    QTest::newRow("six places") << 123456789.654321 << "123456789.654321";
    QTest::newRow("one place more") << 0.1234567 << "0.1234567";
    QTest::newRow("near a short one") << 0.1 + 0.2 << "0.30000000000000004";
    QTest::newRow("hundred thousand") << 100000.0 << "100000";
    QTest::newRow("largest plain") << 1e20 << "100000000000000000000";
    QTest::newRow("1e21") << 1e21 << "1e+21";
    QTest::newRow("smallest plain") << 0.000001 << "0.000001";
    QTest::newRow("1e-7") << 1e-7 << "1e-07";
    QTest::newRow("largest") << std::numeric_limits<double>::max() << "1.7976931348623157e+308";
    QTest::newRow("NaN") << std::nan("") << "null";
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << "null";
}

void TestJsonWrite::spellsNumbers()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(json::numberText(number)), text);
    QCOMPARE(QString::fromStdString(json::write(Value(number))), text);
}

void TestJsonWrite::decimalsAreSpelledLikeTheirDoubles()
{
    std::mt19937_64 random(20261121);
    for (int i = 0; i < 20000; ++i) {
        const auto number =
            static_cast<std::int64_t>(random() >> (random() % 40 + 20)) * (i % 2 == 0 ? 1 : -1);
        json::Text text;
        json::writeThousandths(number, text);
        text += ' ';
        json::writeMillionths(number, text);
        text += ' ';
        json::writeInteger(number, text);
        const auto value = static_cast<double>(number);
        QCOMPARE(QString::fromStdString(text.str()),
                 QString::fromStdString(json::numberText(value / 1e3) + ' ' + json::numberText(value / 1e6) +
                                        ' ' + std::to_string(number)));
    }
}

void TestJsonWrite::doublesReadBackTheSame()
{
    std::mt19937_64 random(20260101);
    for (int i = 0; i < 20000; ++i) {
        const std::uint64_t bits = random();
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        if (!std::isfinite(number))
            continue;
        const Result<Value> back = json::parse(json::write(Value(number)));
        QVERIFY2(back.has_value(), json::write(Value(number)).c_str());
        QCOMPARE(back->asDouble(), number);
    }
    for (int i = 0; i < 20000; ++i) {
        const double number =
            static_cast<double>(static_cast<std::int64_t>(random() % 2'000'000'000) - 1'000'000'000) /
            static_cast<double>(1 + random() % 100'000);
        const std::string text = json::numberText(number);
        QVERIFY2(json::parse(text)->asDouble() == number, text.c_str());
        QVERIFY2(text.size() <= 25, text.c_str());
    }
}

void TestJsonWrite::escapesOnlyWhatItMust()
{
    std::string out = "x";
    json::writeString("a\"\\/\b\f\n\r\t\x01\x1f\x7f é 😀\0z"sv, out);
    QCOMPARE(out, std::string("x\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f é 😀\\u0000z\""));
}

/// Long texts go in blocks: what is special may stand anywhere in one, and over its edge.
void TestJsonWrite::escapesAnywhereInLongTexts()
{
    for (const std::string_view special : {"\""sv, "\x01"sv, "é"sv, "😀"sv, "\xff"sv}) {
        for (std::size_t at = 0; at <= 1100; at += at < 40 ? 1 : 53) {
            const std::string text =
                std::string(at, 'a') + std::string(special) + std::string(1100 - at, 'b');
            std::string inside;
            json::writeString(special, inside);
            std::string out;
            json::writeString(text, out);
            QCOMPARE(out, '"' + std::string(at, 'a') + inside.substr(1, inside.size() - 2) +
                              std::string(1100 - at, 'b') + '"');
        }
    }
}

void TestJsonWrite::replacesWhatIsNotUtf8()
{
    QCOMPARE(json::write(Value("a\xff\"\xC3\xA9\xE2\x82")), std::string("\"a\uFFFD\\\"é\uFFFD\uFFFD\""));
}

void TestJsonWrite::indentsForPeople()
{
    const Value value(Object{{"a", Array{1, Object{}}}, {"b", Array{}}, {"c", Object{{"d", nullptr}}}});
    QCOMPARE(json::writePretty(value),
             std::string(
                 "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": [],\n  \"c\": {\n    \"d\": null\n  }\n}"));
    QCOMPARE(json::writePretty(Value(1)), std::string("1"));
}

static Value randomValue(std::mt19937 &random, int depth)
{
    switch (random() % (depth > 4 ? 5 : 7)) {
    case 0:
        return {};
    case 1:
        return random() % 2 == 0;
    case 2:
        return static_cast<std::int64_t>(random()) << 20;
    case 3:
        return static_cast<double>(random()) / 7;
    case 4: {
        std::string text;
        for (unsigned i = random() % 20; i > 0; --i)
            text += static_cast<char>(random() % 128);
        return text + "é";
    }
    case 5: {
        Array items;
        for (unsigned i = random() % 6; i > 0; --i)
            items.push_back(randomValue(random, depth + 1));
        return items;
    }
    default: {
        Object members;
        for (unsigned i = random() % 40; i > 0; --i)
            members.set(std::to_string(random() % 100), randomValue(random, depth + 1));
        return members;
    }
    }
}

void TestJsonWrite::randomValuesSurviveARoundTrip()
{
    std::mt19937 random(42);
    for (int i = 0; i < 300; ++i) {
        const Value value = randomValue(random, 0);
        for (const std::string &text : {json::write(value), json::writePretty(value)}) {
            const Result<Value> back = json::parse(text);
            QVERIFY2(back.has_value(), text.c_str());
            QVERIFY2(*back == value, text.c_str());
        }
    }
}

void TestJsonWrite::aValueWeighsAboutItsText()
{
    json::Array rows;
    for (int i = 0; i < 1'000; ++i)
        rows.emplace_back(json::Object{{"name", "Ana de Souza " + std::to_string(i)},
                                       {"scores", json::Array{i, 0.5, true, nullptr}},
                                       {"address", json::Object{{"street", std::string(20, 'x')}}}});
    const std::string text = json::write(Value(rows));
    const double weight = static_cast<double>(json::weight(Value(rows)));
    QVERIFY(weight > 0.8 * static_cast<double>(text.size()));
    QVERIFY(weight < 1.3 * static_cast<double>(text.size()));
    QCOMPARE(json::weight(Value::unparsed(text)), std::uint64_t(text.size())); // nobody parses it for that
    QCOMPARE(json::weight(Value(std::string(1 << 20, 'a'))), std::uint64_t((1 << 20) + 2));
}

QTEST_APPLESS_MAIN(TestJsonWrite)
#include "tst_json_write.moc"
