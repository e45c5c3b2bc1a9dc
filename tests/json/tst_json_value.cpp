// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

using batuta::json::Array;
using batuta::json::Object;
using batuta::json::Value;

class TestJsonValue : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsTypes();
    void readersFallBackInsteadOfThrowing();
    void integersBeyondSignedAreDoubles();
    void aCopyIsSharedUntilItIsChanged();
    void aSharedValueMayBeReadWhileItsCopyIsChanged();
    void keepsTheOrderOfMembers();
    void findsMembersOfLargeObjects();
    void erasesMembersOfLargeObjects();
    void refusesTwoMembersOfOneName();
    void equalityIsDeepAndWithoutOrder();
    void missingMembersAndItemsAreNull();
    void aValueThatIsStillTextIsLikeAnyOther();
    void aValueThatIsStillTextIsWrittenAsItIs();
    void textThatIsNoJsonIsNull();
    void manyThreadsMayLookIntoTheSameText();
    void aListInBracesKeepsTheLastOfTwo();
};

void TestJsonValue::knowsItsTypes()
{
    QCOMPARE(Value().type(), Value::Type::Null);
    QCOMPARE(Value(nullptr).type(), Value::Type::Null);
    QCOMPARE(Value(true).type(), Value::Type::Boolean);
    QCOMPARE(Value(1).type(), Value::Type::Integer);
    QCOMPARE(Value(1.5).type(), Value::Type::Double);
    QCOMPARE(Value("x").type(), Value::Type::String);
    QCOMPARE(Value(Array{}).type(), Value::Type::Array);
    QCOMPARE(Value(Object{}).type(), Value::Type::Object);
}

void TestJsonValue::readersFallBackInsteadOfThrowing()
{
    QCOMPARE(Value("x").asInteger(7), std::int64_t{7});
    QCOMPARE(Value(2.0).asInteger(7), std::int64_t{2});
    QCOMPARE(Value(2.5).asInteger(7), std::int64_t{7});
    QCOMPARE(Value(1e30).asInteger(7), std::int64_t{7});
    QCOMPARE(Value(std::numeric_limits<double>::quiet_NaN()).asInteger(7), std::int64_t{7});
    QCOMPARE(Value(3).asDouble(), 3.0);
    QCOMPARE(Value(true).asDouble(0.5), 0.5);
    QCOMPARE(Value(1).asBoolean(true), true);
    QCOMPARE(Value(1).asString(), std::string());
    QVERIFY(Value(1).asArray().empty());
    QVERIFY(Value(1).asObject().empty());
}

void TestJsonValue::integersBeyondSignedAreDoubles()
{
    QVERIFY(Value(std::uint64_t{9223372036854775807U}).isInteger());
    QCOMPARE(Value(std::uint64_t{9223372036854775808U}).type(), Value::Type::Double);
}

void TestJsonValue::aCopyIsSharedUntilItIsChanged()
{
    Value first(Object{{"a", 1}, {"list", Array{1, 2}}});
    Value second = first;
    QCOMPARE(&first.asObject(), &second.asObject());
    second.object().set("a", 2);
    QCOMPARE(first["a"].asInteger(), std::int64_t{1});
    QCOMPARE(second["a"].asInteger(), std::int64_t{2});
    QCOMPARE(&first["list"].asArray(), &second["list"].asArray());
    const Object *before = &second.asObject();
    second.object().set("a", 3);
    QCOMPARE(&second.asObject(), before);
}

void TestJsonValue::aSharedValueMayBeReadWhileItsCopyIsChanged()
{
    Value shared(Array{1, 2, 3});
    std::atomic<int> wrong = 0;
    std::thread reader([copy = shared, &wrong] {
        for (int i = 0; i < 2000; ++i)
            wrong += copy.asArray().size() != 3;
    });
    for (int i = 0; i < 2000; ++i) {
        Value mine = shared;
        mine.array().push_back(i);
        wrong += mine.asArray().size() != 4;
    }
    reader.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(shared.asArray().size(), std::size_t{3});
}

void TestJsonValue::keepsTheOrderOfMembers()
{
    Object object;
    object["z"] = 1;
    object["a"] = 2;
    object.set("z", 3);
    QCOMPARE(batuta::json::write(object), std::string(R"({"z":3,"a":2})"));
    QVERIFY(object.erase("z"));
    QVERIFY(!object.erase("z"));
    QCOMPARE(batuta::json::write(object), std::string(R"({"a":2})"));
}

void TestJsonValue::findsMembersOfLargeObjects()
{
    Object object;
    for (int i = 999; i >= 0; --i)
        object.set("name" + std::to_string(i), i);
    QCOMPARE(object.size(), std::size_t{1000});
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(object.find("name" + std::to_string(i))->asInteger(), std::int64_t{i});
    QVERIFY(object.find("name1000") == nullptr);
    QCOMPARE(object.begin()->first, std::string("name999"));
}

void TestJsonValue::erasesMembersOfLargeObjects()
{
    Object object;
    for (int i = 0; i < 100; ++i)
        object.append(std::to_string(i), i);
    for (int i = 0; i < 100; i += 2)
        QVERIFY(object.erase(std::to_string(i)));
    QCOMPARE(object.size(), std::size_t{50});
    for (int i = 0; i < 100; ++i)
        QCOMPARE(object.contains(std::to_string(i)), i % 2 == 1);
}

void TestJsonValue::refusesTwoMembersOfOneName()
{
    for (const int count : {2, 100}) {
        std::vector<Object::Member> members;
        for (int i = 0; i < count; ++i)
            members.emplace_back(std::to_string(i), i);
        QVERIFY(Object::fromMembers(members).second);
        members.back().first = "0";
        QVERIFY(!Object::fromMembers(members).second);
    }
}

void TestJsonValue::equalityIsDeepAndWithoutOrder()
{
    QCOMPARE(Value(1), Value(1.0));
    QVERIFY(!(Value(1) == Value(true)));
    QVERIFY(!(Value(0) == Value()));
    QVERIFY(!(Value(std::int64_t{9007199254740993}) == Value(std::int64_t{9007199254740992})));
    QCOMPARE(Value(Object{{"a", Array{1, 2}}, {"b", 2}}), Value(Object{{"b", 2}, {"a", Array{1, 2}}}));
    QVERIFY(!(Value(Object{{"a", 1}}) == Value(Object{{"a", 1}, {"b", 1}})));
    QVERIFY(!(Value(Array{1, 2}) == Value(Array{2, 1})));
}

void TestJsonValue::missingMembersAndItemsAreNull()
{
    const Value value(Object{{"a", Array{1}}});
    QVERIFY(value["b"]["c"].isNull());
    QVERIFY(value["a"].at(1).isNull());
    QVERIFY(value.at(0).isNull());
    QCOMPARE(value["a"].at(0).asInteger(), std::int64_t{1});
}

void TestJsonValue::aValueThatIsStillTextIsLikeAnyOther()
{
    const Value object = Value::unparsed(R"({"a":[1,2],"b":"x"})");
    QCOMPARE(object.type(), Value::Type::Object);
    QCOMPARE(object["a"].at(1).asInteger(), std::int64_t{2});
    QCOMPARE(object, Value(Object{{"b", "x"}, {"a", Array{1, 2}}}));
    QCOMPARE(Value(Object{{"b", "x"}, {"a", Array{1, 2}}}), object);
    QCOMPARE(Value::unparsed("[1,2]").asArray().size(), std::size_t{2});
    QCOMPARE(Value::unparsed("\"x\"").asString(), std::string("x"));
    QCOMPARE(Value::unparsed("true").asBoolean(), true);
    QCOMPARE(Value::unparsed("7").asInteger(), std::int64_t{7});
    QCOMPARE(Value::unparsed("7.5").asDouble(), 7.5);
    QVERIFY(Value::unparsed("null").isNull());

    Value changed = object;
    changed.object().set("b", "y");
    QCOMPARE(batuta::json::write(changed), std::string(R"({"a":[1,2],"b":"y"})"));
    QCOMPARE(object["b"].asString(), std::string("x"));
    Value list = Value::unparsed("[1]");
    list.array().push_back(2);
    QCOMPARE(batuta::json::write(list), std::string("[1,2]"));
    Value other = Value::unparsed("[1]");
    other.object().set("a", 1);
    QCOMPARE(batuta::json::write(other), std::string(R"({"a":1})"));
}

void TestJsonValue::aValueThatIsStillTextIsWrittenAsItIs()
{
    const std::string text = R"({"b":1.50,"a":"\u00e9"})";
    const Value value = Value::unparsed(text);
    QCOMPARE(batuta::json::write(Value(Array{value, 1})), "[" + text + ",1]");
    QCOMPARE(value["a"].asString(), std::string("\xC3\xA9"));
    QCOMPARE(batuta::json::write(value), text); // whoever looked into it changed nothing
    QCOMPARE(batuta::json::writePretty(value), std::string("{\n  \"b\": 1.5,\n  \"a\": \"\xC3\xA9\"\n}"));
}

void TestJsonValue::textThatIsNoJsonIsNull()
{
    for (const char *text : {"", "{", "[1,]", R"({"a":1,"a":2})"})
        QVERIFY2(Value::unparsed(text).isNull(), text);
}

void TestJsonValue::manyThreadsMayLookIntoTheSameText()
{
    for (int round = 0; round < 50; ++round) {
        const Value value =
            Value::unparsed(R"({"a":[1,2,3],"b":{"c":"text that is long enough to be allocated"}})");
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([copy = value, &right] {
                right += copy["a"].at(2).asInteger() == 3 && copy["b"]["c"].asString().size() == 40 ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 4);
    }
}

void TestJsonValue::aListInBracesKeepsTheLastOfTwo()
{
    const std::string name = "a";
    const Value text("a text that is long enough to be allocated");
    const Object object{{name, 1}, {"b", text}, {name, 2}};
    QCOMPARE(object.size(), std::size_t{2});
    QCOMPARE(object.find("a")->asInteger(), std::int64_t{2});
    QCOMPARE(*object.find("b"), text);
}

QTEST_APPLESS_MAIN(TestJsonValue)
#include "tst_json_value.moc"
