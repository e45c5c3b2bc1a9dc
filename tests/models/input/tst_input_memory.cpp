// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Past inputs and presets: kept across a restart, bounded, and never with a secret.
#include "engine/json/json.h"
#include "views/models/input/input_memory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class InputMemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theNewestComesFirstAndEachInputOnce();
    void onlyTwentyAreKept();
    void everythingSurvivesARestart();
    void noSecretReachesTheFile();
    void theSameInputIsFoundWhateverItsSecrets();
    void presetsAreSavedRenamedAndRemoved();
    void hugeInputsAreNotKept();
    void flowsDoNotMix();

private:
    QString file() const { return m_folder->filePath("state.json"); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

json::Value parsed(std::string_view text)
{
    return json::parse(text).value();
}

const WallTime kStart = WallTime(std::chrono::seconds(1'700'000'000));

SecretRules rules()
{
    return SecretRules(parsed(
        R"({"properties": {"pin": {"type": "string", "writeOnly": true},
                           "deep": {"properties": {"seed": {"type": "string", "writeOnly": true}}}}})"));
}

} // namespace

void InputMemoryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void InputMemoryTest::theNewestComesFirstAndEachInputOnce()
{
    ViewState state(file());
    InputMemory memory(state);
    memory.setFlow("f", rules());
    memory.remember(parsed(R"({"a": 1})"), "id1", kStart);
    memory.remember(parsed(R"({"a": 2})"), "id2", kStart + std::chrono::seconds(1));
    memory.remember(parsed(R"({"a": 1})"), "id3", kStart + std::chrono::seconds(2));
    const auto recent = memory.recent();
    QCOMPARE(recent.size(), 2U);
    QCOMPARE(recent[0].execution, QString("id3"));
    QVERIFY(recent[0].at == kStart + std::chrono::seconds(2));
    QVERIFY(recent[1].input == parsed(R"({"a": 2})"));
}

void InputMemoryTest::onlyTwentyAreKept()
{
    ViewState state(file());
    InputMemory memory(state);
    memory.setFlow("f", rules());
    for (int i = 0; i < 30; ++i)
        memory.remember(json::Object{{"a", i}}, QString::number(i), kStart);
    QCOMPARE(memory.recent().size(), InputMemory::kMostRecent);
    QVERIFY(memory.recent().front().input["a"] == json::Value(29));
}

void InputMemoryTest::everythingSurvivesARestart()
{
    const json::Value input = parsed(R"({"z": 1, "a": 9007199254740993})");
    {
        ViewState state(file());
        InputMemory memory(state);
        memory.setFlow("f", rules());
        memory.remember(input, "id", kStart);
        QVERIFY(memory.savePreset("mine", input));
    }
    ViewState state(file());
    InputMemory memory(state);
    memory.setFlow("f", rules());
    QVERIFY(memory.recent().front().input == input);
    QCOMPARE(memory.recent().front().input.asObject().begin()->first, std::string("z"));
    QVERIFY(memory.preset("mine") == input);
    QVERIFY(memory.lastValues() == input);
}

void InputMemoryTest::noSecretReachesTheFile()
{
    const json::Value input = parsed(R"({"user_id": "u1", "pin": "s3cr3t-one", "deep": {"seed": "s3cr3t-two"},
        "list": [{"X-Api-Key": "s3cr3t-three"}], "note": "my pin is s3cr3t-one", "other_token": "s3cr3t-four",
        "password": {"old": "s3cr3t-five"}})");
    {
        ViewState state(file());
        InputMemory memory(state);
        memory.setFlow("f", rules());
        memory.remember(input, "id", kStart);
        memory.savePreset("mine", input);
        memory.keepLastValues(input);
    }
    QFile kept(file());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QByteArray bytes = kept.readAll();
    QVERIFY(bytes.contains("u1"));
    QVERIFY2(!bytes.contains("s3cr3t"), bytes);
}

void InputMemoryTest::theSameInputIsFoundWhateverItsSecrets()
{
    ViewState state(file());
    InputMemory memory(state);
    memory.setFlow("f", rules());
    memory.remember(parsed(R"({"a": 1, "pin": "first"})"), "id", kStart);
    const auto same = memory.sameAs(parsed(R"({"a": 1, "pin": "second"})"));
    QVERIFY(same.has_value());
    QCOMPARE(same->execution, QString("id"));
    QVERIFY(!memory.sameAs(parsed(R"({"a": 2})")));
}

void InputMemoryTest::presetsAreSavedRenamedAndRemoved()
{
    ViewState state(file());
    InputMemory memory(state);
    memory.setFlow("f", rules());
    QVERIFY(memory.savePreset(" b ", parsed(R"({"a": 1})")));
    QVERIFY(memory.savePreset("A", parsed(R"({"a": 2})")));
    QVERIFY(!memory.savePreset("  ", parsed("{}")));
    QCOMPARE(memory.presets(), QStringList({"A", "b"}));
    QVERIFY(!memory.renamePreset("A", "b"));
    QVERIFY(memory.renamePreset("A", "c"));
    QVERIFY(memory.preset("c") == parsed(R"({"a": 2})"));
    memory.removePreset("b");
    QCOMPARE(memory.presets(), QStringList({"c"}));
    QVERIFY(!memory.preset("b"));
}

void InputMemoryTest::hugeInputsAreNotKept()
{
    ViewState state(file());
    InputMemory memory(state);
    memory.setFlow("f", rules());
    const json::Value huge = json::Object{{"a", std::string(InputMemory::kLargest, 'x')}};
    memory.remember(huge, "id", kStart);
    QVERIFY(memory.recent().empty());
    QVERIFY(!memory.lastValues());
    QVERIFY(!memory.savePreset("huge", huge));
}

void InputMemoryTest::flowsDoNotMix()
{
    ViewState state(file());
    InputMemory memory(state);
    memory.setFlow("f", rules());
    memory.remember(parsed(R"({"a": 1})"), "id", kStart);
    memory.setFlow("g", rules());
    QVERIFY(memory.recent().empty());
    QVERIFY(!memory.lastValues());
}

QTEST_GUILESS_MAIN(InputMemoryTest)
#include "tst_input_memory.moc"
