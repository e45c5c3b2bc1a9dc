// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The Run dialog over an engine whose replies the test holds: late, refused, in production; and every
// control.
#include "tests/pages/run_dialog/fake_engine.h"
#include "tests/pages/run_dialog/open_dialog.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTranslator>

using namespace batuta;
using namespace batuta::views;
using tests::FakeEngine;
using tests::OpenDialog;

class RunDialogRepliesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aStalePlanIsDropped();
    void aPlanIsAskedForOnceAfterTheLastKey();
    void aSecondStartIsImpossible();
    void aRefusalShowsWhatAndWhere();
    void inProductionOnlyTheButtonRuns();
    void anEngineThatGoesAwayEndsTheStart();
    void aFlowThatIsNotThereIsSaid();
    void changedFlowFilesKeepTheValues();
    void eachControlWritesItsValue();
    void listsTakeAndLoseItems();
    void badValuesAreMarkedAsTheyAreTyped();
    void theLanguageChangesAtRunTime();

private:
    Context context() { return {*m_link, m_commands, *m_preferences, *m_state}; }
    json::Value sent();

    QTemporaryDir m_folder;
    Theme m_theme;
    CommandRegistry m_commands;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ViewState> m_state;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineLink> m_link;
};

namespace {

constexpr auto kFlow = R"({"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}})";
constexpr auto kKinds = R"({"type": "object", "properties": {
    "on": {"type": "boolean", "default": true},
    "maybe": {"type": "boolean"},
    "lang": {"enum": ["pt-BR", "en", "es"], "default": "pt-BR"},
    "region": {"enum": ["north", "north-east", "south", "south-east", "centre-west"]},
    "count": {"type": "integer", "minimum": 1, "maximum": 20, "default": 8},
    "ids": {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
    "url": {"type": "string", "format": "uri"},
    "meta": {"type": "object"}}})";

/// Puts `~` before every text.
class Tilde final : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int n) const override
    {
        return '~' + QString::fromUtf8(text).replace("%n", QString::number(n));
    }
    bool isEmpty() const override { return false; }
};

QRadioButton *segment(const OpenDialog &open, const QString &value)
{
    for (QRadioButton *button : open.dialog->findChildren<QRadioButton *>())
        if (button->objectName() == value && button->isVisible())
            return button;
    return nullptr;
}

} // namespace

void RunDialogRepliesTest::initTestCase()
{
    m_theme.setMode(ThemeMode::Light);
    m_theme.install();
    m_preferences = std::make_unique<Preferences>(m_folder.filePath("console.ini"));
}

void RunDialogRepliesTest::init()
{
    m_state = std::make_unique<ViewState>(QString());
    m_engine = std::make_unique<FakeEngine>();
    m_engine->addFlow("one", kFlow, {"a", "b"});
    m_engine->addFlow("kinds", kKinds, {"a"});
    m_engine->facts.environment = "staging";
    m_link = std::make_unique<EngineLink>();
    m_link->attach(*m_engine);
    QTRY_VERIFY(m_link->isRunning() && !m_link->flows().empty());
}

void RunDialogRepliesTest::cleanup()
{
    m_link.reset();
    m_engine.reset();
}

/// The input of the newest question for a plan.
json::Value RunDialogRepliesTest::sent()
{
    return m_engine->previews.empty() ? json::Value() : m_engine->previews.back().command.input;
}

void RunDialogRepliesTest::aStalePlanIsDropped()
{
    OpenDialog open(context(), "one");
    open.type("a");
    QTRY_COMPARE(m_engine->previews.size(), 1U);
    open.type("b");
    QTRY_COMPARE(m_engine->previews.size(), 2U);
    m_engine->previews[1].reply(m_engine->planOf("runs"));
    QTRY_COMPARE(open.verdicts(), QStringList({"runs", "runs"}));
    m_engine->previews[0].reply(m_engine->planOf("skips"));
    // A third question proves that the late reply has been delivered by now.
    open.type("c");
    QTRY_COMPARE(m_engine->previews.size(), 3U);
    QCOMPARE(open.verdicts(), QStringList({"runs", "runs"}));
}

void RunDialogRepliesTest::aPlanIsAskedForOnceAfterTheLastKey()
{
    OpenDialog open(context(), "one");
    open.type("abcdef");
    QVERIFY(m_engine->previews.empty());
    QTRY_COMPARE(m_engine->previews.size(), 1U);
    QCOMPARE(sent()["id"].asString(), std::string("abcdef"));
}

void RunDialogRepliesTest::aSecondStartIsImpossible()
{
    OpenDialog open(context(), "one", R"({"id": "x"})");
    QAbstractButton *run = open.button("Run in staging");
    QTest::mouseClick(run, Qt::LeftButton);
    QTest::mouseClick(run, Qt::LeftButton);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_engine->starts.size(), 1U);
    QVERIFY(!run->isEnabled());
    m_engine->starts[0].reply(
        client::Started{ExecutionId("9b1f6e0c-0000-4000-8000-000000000000"), {}, {}, false});
    QTRY_COMPARE(open.started.count(), 1);
    QCOMPARE(open.closed.count(), 1);
}

void RunDialogRepliesTest::aRefusalShowsWhatAndWhere()
{
    OpenDialog open(context(), "one", R"({"id": "x"})");
    QTest::mouseClick(open.button("Run in"), Qt::LeftButton);
    m_engine->starts[0].reply(
        Error{ErrorCode::InputInvalid, "one", "id must be known to us", {}, "Ask for an id."});
    QTRY_VERIFY(open.says("The engine says: must be known to us."));
    QVERIFY(open.says("Ask for an id."));
    QCOMPARE(open.focused(), QString("id"));
    QVERIFY(open.field<QLineEdit>("id")->property("invalid").toBool());
    QVERIFY(open.button("Run in")->isEnabled());
    open.type("y");
    QVERIFY(!open.field<QLineEdit>("id")->property("invalid").toBool());
    QVERIFY(!open.says("Ask for an id."));
    QCOMPARE(open.started.count(), 0);
}

void RunDialogRepliesTest::inProductionOnlyTheButtonRuns()
{
    m_engine->facts.environment = "production";
    m_link->refresh();
    QTRY_COMPARE(QString::fromStdString(m_link->info().environment), QString("production"));
    OpenDialog open(context(), "one", R"({"id": "x"})");
    QAbstractButton *run = open.button("Run in PRODUCTION");
    QVERIFY(run);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    open.press(Qt::Key_Return);
    run->setFocus(Qt::TabFocusReason);
    open.press(Qt::Key_Return);
    open.press(Qt::Key_Enter);
    QVERIFY(m_engine->starts.empty());
    QVERIFY(open.told.count() > 0);
    open.press(Qt::Key_Space);
    QCOMPARE(m_engine->starts.size(), 1U);
}

void RunDialogRepliesTest::anEngineThatGoesAwayEndsTheStart()
{
    OpenDialog open(context(), "one", R"({"id": "x"})");
    QTest::mouseClick(open.button("Run in"), Qt::LeftButton);
    QVERIFY(open.button("Starting"));
    m_link->detach({ErrorCode::EngineUnreachable, "engine", "it was killed", {}, {}});
    QVERIFY(!open.button("Run in")->isEnabled());
    QVERIFY(open.button("Run in")->toolTip().contains("it was killed"));
    QVERIFY(open.says("may have been started"));
}

void RunDialogRepliesTest::aFlowThatIsNotThereIsSaid()
{
    OpenDialog open(context(), "gone");
    QVERIFY(open.says("The workspace has no flow gone."));
    QVERIFY(open.field<QComboBox>("Flow to run")->isVisible());
    QVERIFY(!open.button("Run in")->isEnabled());
}

void RunDialogRepliesTest::changedFlowFilesKeepTheValues()
{
    OpenDialog open(context(), "one", R"({"id": "kept", "later": 5})");
    m_engine->summaries[0].input =
        json::parse(R"({"properties": {"id": {"type": "string"}, "later": {"type": "integer"}}})").value();
    m_link->refresh();
    QTRY_VERIFY(open.field<QAbstractSpinBox>("later"));
    QCOMPARE(open.field<QLineEdit>("id")->text(), QString("kept"));
    QCOMPARE(open.field<QAbstractSpinBox>("later")->text(), QString("5"));
}

void RunDialogRepliesTest::eachControlWritesItsValue()
{
    OpenDialog open(context(), "kinds");
    QTRY_VERIFY(sent() == json::parse("{}").value()); // what was not touched is absent, defaults too
    QVERIFY(open.field<QCheckBox>("on")->isChecked());
    QTest::mouseClick(open.field<QCheckBox>("on"), Qt::LeftButton);
    QTRY_VERIFY(sent()["on"] == json::Value(false));
    QVERIFY(segment(open, "unset")->isChecked());
    QTest::mouseClick(segment(open, "false"), Qt::LeftButton);
    QTRY_VERIFY(sent()["maybe"] == json::Value(false));
    QTest::mouseClick(segment(open, "unset"), Qt::LeftButton);
    QTRY_VERIFY(!sent().asObject().contains("maybe"));
    QVERIFY(segment(open, "\"pt-BR\"")->isChecked());
    QTest::mouseClick(segment(open, "\"es\""), Qt::LeftButton);
    QTRY_COMPARE(sent()["lang"].asString(), std::string("es"));
    open.field<QComboBox>("region")->setFocus();
    open.press(Qt::Key_Down);
    QTRY_COMPARE(sent()["region"].asString(), std::string("north"));
    auto *count = open.field<QAbstractSpinBox>("count");
    QTest::keyClick(count, Qt::Key_Up);
    QTRY_VERIFY(sent()["count"] == json::Value(9));
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(count, Qt::Key_Up);
    QTRY_VERIFY(sent()["count"] == json::Value(20));
    open.field<QPlainTextEdit>("meta")->setPlainText(R"({"a": [1]})");
    QTRY_VERIFY(sent()["meta"]["a"].at(0) == json::Value(1));
    open.press(Qt::Key_Z, Qt::ControlModifier);
}

void RunDialogRepliesTest::listsTakeAndLoseItems()
{
    OpenDialog open(context(), "kinds");
    auto *line = open.field<QLineEdit>("ids");
    line->setFocus();
    open.type("1");
    open.press(Qt::Key_Return);
    open.type("2,");
    QTRY_VERIFY(sent()["ids"] == json::parse("[1, 2]").value());
    open.type("x");
    open.press(Qt::Key_Return);
    QVERIFY(line->property("invalid").toBool());
    QVERIFY(open.says("It must be of type integer."));
    open.press(Qt::Key_Backspace);
    QVERIFY(!line->property("invalid").toBool());
    QTest::mouseClick(open.button("1"), Qt::LeftButton);
    QTRY_VERIFY(sent()["ids"] == json::parse("[2]").value());
    open.type("7"); // not entered: running takes it over
    open.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_engine->starts.size(), 1U);
    QVERIFY(m_engine->starts[0].command.input["ids"] == json::parse("[2, 7]").value());
}

void RunDialogRepliesTest::badValuesAreMarkedAsTheyAreTyped()
{
    OpenDialog open(context(), "kinds");
    auto *count = open.field<QAbstractSpinBox>("count");
    count->setFocus();
    open.type("99");
    QVERIFY(open.says("It must be at most 20."));
    open.type("x");
    QVERIFY(open.says("Write a whole number, as 8."));
    QCOMPARE(count->text(), QString("99x"));
    open.field<QLineEdit>("url")->setFocus();
    open.type("example.org");
    QVERIFY(open.says("Write an address with its scheme"));
    QVERIFY(open.field<QLineEdit>("url")->accessibleDescription().contains("scheme"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_engine->starts.empty());
    QCOMPARE(open.focused(), QString("count"));
}

void RunDialogRepliesTest::theLanguageChangesAtRunTime()
{
    OpenDialog open(context(), "one", R"({"id": "x"})");
    Tilde tilde;
    QApplication::installTranslator(&tilde);
    QTRY_VERIFY(open.button("~Run in"));
    QVERIFY(open.button("~Cancel"));
    QVERIFY(open.says("~Input"));
    for (const QLabel *label : open.dialog->findChildren<QLabel *>()) {
        const bool isData = label->text().isEmpty() || label->text() == "*" || label->text() == "id" ||
                            label->text() == "string" || label->text() == "object" ||
                            label->text() == "batuta run";
        QVERIFY2(isData || label->text().contains('~'), qPrintable(label->text()));
    }
    for (const QAbstractButton *button : open.dialog->findChildren<QAbstractButton *>())
        QVERIFY2(button->text().contains('~') || button->text().isEmpty(), qPrintable(button->text()));
    QApplication::removeTranslator(&tilde);
    QTRY_VERIFY(open.button("Run in staging"));
}

QTEST_MAIN(RunDialogRepliesTest)
#include "tst_run_dialog_replies.moc"
