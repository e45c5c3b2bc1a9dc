// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The Run dialog, driven by keys and clicks over the real engine and sandbox.
#include "engine/json/json.h"
#include "tests/pages/run_dialog/open_dialog.h"
#include "tests/support/console_house.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace batuta;
using namespace batuta::views;
using tests::OpenDialog;

class RunDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void filledByKeysItShowsThePlanAndRuns();
    void emptyRequiredFieldsBlockAndTakeTheFocus();
    void thePlanFollowsTheInput();
    void otherKeysSurviveBetweenFormAndJson();
    void noSecretIsShownCopiedOrKept();
    void theSameInputIsRecognised();
    void pastInputsComeBackByKeys();
    void aPresetIsSavedAndUsed();
    void aRecordedInputFillsTheForm();
    void aDroppedFileFillsTheForm();
    void aFlowIsChosenByTyping();
    void theRoutesChoose();
    void undoTakesBackWhatWasTyped();
    void everythingIsReachedByTab();
    void hugeTextIsBounded();
    void withoutAnEngineTheFormStays();

private:
    std::unique_ptr<tests::ConsoleHouse> m_house;
};

namespace {

constexpr auto kIds = R"({"user_id": "u1", "session_id": "s1"})";

bool dropOn(QWidget *target, const QString &file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    data.setText(file);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    return enter.isAccepted();
}

} // namespace

void RunDialogTest::initTestCase()
{
    m_house = std::make_unique<tests::ConsoleHouse>();
    QVERIFY(m_house->start());
}

void RunDialogTest::init()
{
    for (const auto &flow : m_house->link.flows())
        for (const char *part : {"recent", "presets", "last"})
            m_house->state->setValue(QString("run/%1/%2").arg(QString::fromStdString(flow.name.value), part),
                                     {});
}

void RunDialogTest::filledByKeysItShowsThePlanAndRuns()
{
    OpenDialog open(m_house->context(), "update_profile");
    QVERIFY(open.isActive());
    QCOMPARE(open.focused(), QString("user_id"));
    open.type("usr_48213");
    open.press(Qt::Key_Tab);
    QCOMPARE(open.focused(), QString("session_id"));
    open.type("ses_7fa0c1");
    QTRY_COMPARE(open.verdicts().count("runs"), 11); // ten steps, and the webhook at the end
    QVERIFY(open.says("10 step"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(open.started.count(), 1);
    QCOMPARE(open.closed.count(), 1);
    const client::ExecutionRecord record = m_house->ended(open.started.first().first().toString());
    QCOMPARE(QString::fromStdString(record.flow), QString("update_profile"));
    QCOMPARE(QString::fromStdString(record.userId), QString("usr_48213"));
    QCOMPARE(QString::fromStdString(record.status), QString("success"));
}

void RunDialogTest::emptyRequiredFieldsBlockAndTakeTheFocus()
{
    OpenDialog open(m_house->context(), "first_login");
    QVERIFY(!open.says("This field is required."));
    open.field<QLineEdit>("identifier")->setFocus();
    open.type("x");
    QTest::mouseClick(open.button("Run in"), Qt::LeftButton);
    QVERIFY(open.says("This field is required."));
    QCOMPARE(open.focused(), QString("user_id"));
    QVERIFY(open.field<QLineEdit>("user_id")->property("invalid").toBool());
    open.type("u");
    QVERIFY(!open.field<QLineEdit>("user_id")->property("invalid").toBool());
    QCOMPARE(open.started.count(), 0);
    QVERIFY(open.field<QLineEdit>("session_id")->property("invalid").toBool());
}

void RunDialogTest::thePlanFollowsTheInput()
{
    OpenDialog open(m_house->context(), "update_profile", kIds);
    QTRY_COMPARE(open.verdicts().count("skips"), 0);
    QTRY_COMPARE(open.verdicts().count("runs"), 11);
    open.field<QLineEdit>("vacancy_id")->setFocus();
    open.type("v1");
    QTRY_COMPARE(open.verdicts().count("skips"), 1);
    QVERIFY(open.says("9 step"));
}

void RunDialogTest::otherKeysSurviveBetweenFormAndJson()
{
    OpenDialog open(m_house->context(), "update_profile",
                    R"({"user_id": "u1", "session_id": "s1", "process_vacancy_orchestrator": false})");
    QTRY_COMPARE(open.verdicts().count("filtered"), 3);
    open.press(Qt::Key_J, Qt::ControlModifier);
    auto *json = open.field<QPlainTextEdit>("Input as JSON");
    QVERIFY(json->isVisible());
    QVERIFY(json->toPlainText().contains("process_vacancy_orchestrator"));
    json->setPlainText(json->toPlainText().replace("\"u1\"", "\"u2\""));
    open.press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(open.field<QLineEdit>("user_id")->text(), QString("u2"));
    QTRY_COMPARE(open.verdicts().count("filtered"), 3);
    QVERIFY(open.button("Other keys (1)"));
}

void RunDialogTest::noSecretIsShownCopiedOrKept()
{
    OpenDialog open(m_house->context(), "update_profile", kIds);
    QTest::mouseClick(open.button("Tokens (10)"), Qt::LeftButton);
    auto *token = open.field<QLineEdit>("match_candidato_token");
    QTRY_VERIFY(token->isVisible());
    token->setFocus();
    open.type("s3cr3t-value");
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    for (int tab : {1, 2}) {
        open.dialog->findChild<QTabBar *>()->setCurrentIndex(tab);
        QTest::mouseClick(open.button("Copy"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains("match_candidato_token"));
        QVERIFY(!QApplication::clipboard()->text().contains("s3cr3t"));
    }
    for (const QPlainTextEdit *text : open.dialog->findChildren<QPlainTextEdit *>())
        QVERIFY(!text->toPlainText().contains("s3cr3t"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(open.started.count(), 1);
    open.dialog->hide();
    m_house->state->save();
    QFile file(m_house->folder() + "/views.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("u1"));
    QVERIFY(!kept.contains("s3cr3t"));
    QCOMPARE(QString::fromStdString(m_house->ended(open.started.first().first().toString()).status),
             QString("success"));
}

void RunDialogTest::theSameInputIsRecognised()
{
    {
        OpenDialog open(m_house->context(), "course_to_vacancy", kIds);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(open.started.count(), 1);
        m_house->ended(open.started.first().first().toString());
    }
    OpenDialog open(m_house->context(), "course_to_vacancy");
    const auto checks = [&] {
        for (const QWidget *widget : open.dialog->findChildren<QWidget *>())
            if (widget->accessibleName().contains("Identical input ran"))
                return true;
        return false;
    };
    QTRY_VERIFY(checks()); // the form holds the values of the last time
    open.field<QLineEdit>("user_id")->setFocus();
    open.type("x");
    QTRY_VERIFY(!checks());
}

void RunDialogTest::pastInputsComeBackByKeys()
{
    InputMemory memory(*m_house->state);
    memory.setFlow("first_login", SecretRules());
    memory.remember(json::parse(R"({"user_id": "old", "session_id": "s"})").value(), "1",
                    SystemClock().wall());
    memory.remember(json::parse(R"({"user_id": "new", "session_id": "s"})").value(), "2",
                    SystemClock().wall());
    OpenDialog open(m_house->context(), "first_login", R"({"user_id": "typed"})");
    auto *line = open.field<QLineEdit>("user_id");
    open.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(line->text(), QString("new"));
    open.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(line->text(), QString("old"));
    open.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(line->text(), QString("old"));
    open.press(Qt::Key_Down, Qt::AltModifier);
    open.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(line->text(), QString("typed"));
}

void RunDialogTest::aPresetIsSavedAndUsed()
{
    OpenDialog open(m_house->context(), "first_login", kIds);
    open.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(open.focused(), QString("Name of the preset"));
    open.type("complete");
    open.press(Qt::Key_Return);
    QVERIFY(open.button("Preset: complete"));
    QCOMPARE(open.started.count(), 0);
    open.press(Qt::Key_S, Qt::ControlModifier);
    open.press(Qt::Key_Escape); // ends the naming, not the dialog
    QCOMPARE(open.closed.count(), 0);
    open.field<QLineEdit>("user_id")->setFocus();
    open.type("changed");
    QVERIFY(!open.button("Preset: complete"));
    QTest::mouseClick(open.button("Recent"), Qt::LeftButton);
    auto *menu = open.dialog->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    for (QAction *action : menu->actions())
        if (action->text() == "complete")
            action->trigger();
    menu->close();
    QCOMPARE(open.field<QLineEdit>("user_id")->text(), QString("u1"));
    QVERIFY(open.button("Preset: complete"));
    open.press(Qt::Key_Escape);
    QCOMPARE(open.closed.count(), 1);
}

void RunDialogTest::aRecordedInputFillsTheForm()
{
    OpenDialog open(m_house->context(), "update_profile",
                    R"({"user_id": "u9", "session_id": "s9", "match_candidato_token": "***", "note": null})");
    QCOMPARE(open.field<QLineEdit>("user_id")->text(), QString("u9"));
    QVERIFY(open.field<QLineEdit>("match_candidato_token")->text().isEmpty());
    QVERIFY(open.says("1 secret"));
    OpenDialog broken(m_house->context(), "update_profile", "[1");
    QVERIFY(broken.says("was not filled"));
}

void RunDialogTest::aDroppedFileFillsTheForm()
{
    QFile good(m_house->folder() + "/good.json"), large(m_house->folder() + "/large.json");
    QVERIFY(good.open(QIODevice::WriteOnly) && large.open(QIODevice::WriteOnly));
    good.write(R"({"user_id": "dropped", "session_id": "s", "more": 1})");
    large.write("{\"user_id\": \"" + QByteArray(1024 * 1024, 'x') + "\"}");
    good.close();
    large.close();
    OpenDialog open(m_house->context(), "first_login", kIds);
    auto *line = open.field<QLineEdit>("user_id");
    QVERIFY(dropOn(line, large.fileName()));
    QVERIFY(open.says("too large"));
    QCOMPARE(line->text(), QString("u1"));
    QVERIFY(dropOn(line, good.fileName()));
    QCOMPARE(line->text(), QString("dropped"));
    QVERIFY(open.button("Other keys (1)"));
}

void RunDialogTest::aFlowIsChosenByTyping()
{
    OpenDialog open(m_house->context(), "");
    QVERIFY(!open.button("Run in")->isEnabled());
    QCOMPARE(open.button("Run in")->toolTip(), QString("Choose a flow first."));
    open.type("first_l");
    emit m_house->link.infoChanged(); // news of the engine do not disturb who is typing
    QCOMPARE(open.field<QComboBox>("Flow to run")->currentText(), QString("first_l"));
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.focused(), QString("user_id"));
    QVERIFY(open.button("Run in")->isEnabled());
    open.type("u");
    open.press(Qt::Key_Tab);
    open.type("s");
    QTRY_COMPARE(open.verdicts().count("runs"), 10); // nine steps and the webhook
}

void RunDialogTest::theRoutesChoose()
{
    OpenDialog open(m_house->context(), "");
    auto *chooser = open.field<QComboBox>("Flow to run");
    QTRY_VERIFY(chooser->findData("@ml_orchestrator") >= 0);
    chooser->setFocus();
    open.type("The routes");
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.focused(), QString("user_id"));
    open.type("u");
    open.press(Qt::Key_Tab);
    open.type("s");
    QTRY_VERIFY(open.says("The routes choose first_login, because no rule is true."));
    auto *others = open.field<QPlainTextEdit>("Other keys");
    QVERIFY(others->isVisible());
    others->setPlainText(R"({"process_only_vacancy_course": true, "create_user_embedding": true})");
    QTRY_VERIFY(open.says("by the rule input.process_only_vacancy_course"));
    QVERIFY(open.says("create_user_embedding"));
    QCOMPARE(open.verdicts().count("runs"), 2);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(open.started.count(), 1);
    QCOMPARE(QString::fromStdString(m_house->ended(open.started.first().first().toString()).flow),
             QString("course_to_vacancy"));
}

void RunDialogTest::undoTakesBackWhatWasTyped()
{
    OpenDialog open(m_house->context(), "first_login");
    open.type("abc");
    open.press(Qt::Key_Tab);
    open.type("def");
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.field<QLineEdit>("session_id")->text(), QString());
    QCOMPARE(open.field<QLineEdit>("user_id")->text(), QString("abc"));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.field<QLineEdit>("user_id")->text(), QString());
    open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.field<QLineEdit>("user_id")->text(), QString("abc"));
}

void RunDialogTest::everythingIsReachedByTab()
{
    OpenDialog open(m_house->context(), "first_login", kIds);
    QSet<QWidget *> seen;
    for (int i = 0; i < 60; ++i) {
        seen.insert(open.window().focusWidget());
        open.press(Qt::Key_Tab);
    }
    for (const char *text : {"Run in", "Cancel", "Close", "Recent", "Tokens", "Other keys"})
        QVERIFY2(seen.contains(open.button(text)), text);
    QVERIFY(seen.contains(open.dialog->findChild<QTabBar *>()));
    QVERIFY(seen.contains(open.dialog->findChild<QListView *>("plan")));
    for (const QWidget *widget : seen)
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
}

void RunDialogTest::hugeTextIsBounded()
{
    OpenDialog open(m_house->context(), "first_login", kIds);
    QApplication::clipboard()->setText(QString(200'000, 'x'));
    open.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(open.field<QLineEdit>("user_id")->text().size() <= 65'536);
    QTRY_VERIFY(open.says("A line holds up to"));
    QTest::mouseClick(open.button("Other keys"), Qt::LeftButton);
    auto *others = open.field<QPlainTextEdit>("Other keys");
    others->setFocus();
    QApplication::clipboard()->setText(QString(2'000'000, 'x'));
    open.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(others->toPlainText().size(), 0);
    QTRY_VERIFY(open.says("too much to paste"));
}

void RunDialogTest::withoutAnEngineTheFormStays()
{
    OpenDialog open(m_house->context(), "first_login", kIds);
    QVERIFY(open.button("Run in")->isEnabled());
    m_house->stopEngine();
    QVERIFY(!open.button("Run in")->isEnabled());
    QVERIFY(open.button("Run in")->toolTip().contains("stopped"));
    open.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(open.started.count(), 0);
    QCOMPARE(open.field<QLineEdit>("user_id")->text(), QString("u1"));
}

QTEST_MAIN(RunDialogTest)
#include "tst_run_dialog.moc"
