// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/editor/inspector_house.h"
#include "views/pages/editor/inspector/form_parts.h"
#include "views/pages/editor/inspector/free_box.h"
#include "views/pages/editor/inspector/key_line.h"
#include "views/pages/editor/inspector/line_boxes.h"
#include "views/pages/editor/inspector/list_boxes.h"
#include "views/pages/editor/inspector/run_list.h"
#include "views/pages/editor/inspector/section_box.h"
#include "views/widgets/choice.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTabBar>

using namespace batuta;
using namespace batuta::views;
using edit::FieldPath;

namespace {

const std::string kShop = R"(# the shop
batuta: 1
name: shop
input:
  type: object
  required: [user_id]
  properties:
    user_id: {type: string}
    items: {type: array}
steps:
  find: # first
    title: "Find it"
    http: {method: POST, url: "${{ env.FIND_URL }}"}
    timeout: 60s # long enough
  tell:
    title: Tell
    needs: [find]
    http:
      method: GET
      # where to
      url: ${{ env.TELL_URL }}
      json:
        user_id: ${{ input.user_id }}
        best: ${{ steps.find.output.ranking.best }}
    timeout: 30s
)";

void type(QWidget *control, const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(control))
        line->selectAll();
    else if (auto *edit = qobject_cast<QPlainTextEdit *>(control))
        edit->selectAll();
    QTest::keyClicks(control, text);
}

QAbstractItemView *popupOf(const ExpressionEdit *edit)
{
    return edit->completer()->popup();
}

QStringList offered(const ExpressionEdit *edit)
{
    QStringList names;
    const QAbstractItemModel *model = edit->completer()->completionModel();
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data(Qt::UserRole).toString();
    return names;
}

edit::Surroundings surroundings()
{
    edit::Surroundings around;
    around.environmentKeys = {
        {"dev", {"FIND_URL", "TELL_URL"}}, {"staging", {"FIND_URL"}}, {"production", {}}};
    around.secretKeys = {{"dev", {"HOOK"}}};
    return around;
}

} // namespace

/// The inspector on real documents: typing, undo, policies, several steps at once, expressions.
class TestEditInspector : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void typingInAFieldIsOneUndo();
    void anEmptiedFieldGoesOnWhereItWas();
    void anEmptiedOptionalFieldLeavesTheFile();
    void aRequiredFieldStaysEmpty();
    void theSwitchAddsAndTakesOut();
    void aStepMovesToTheEndAndBack();
    void theShortTitleGrowsIntoTwoLanguages();
    void renamesTheStepEverywhere();
    void refusesAnIdThatIsTaken();
    void severalStepsChangeTogether();
    void rowsOfTheBody();
    void yamlThatCannotBeReadIsNotTaken();
    void chipsOfferStepsThatMakeNoCircle();
    void completesInputsStepsAndKeys();
    void showsTheValueOfTheLastRun();
    void showsWhereAKeyHasAValue();
    void showsAndMendsAProblemAtItsField();
    void theFormStaysWhileTheTextCannotBeRead();
    void readOnlyChangesNothing();
    void undoAndEscapeReachThePage();
    void listsTheRunsOfTheStep();
    void theInputsTable();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestEditInspector::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->install();
}

void TestEditInspector::typingInAFieldIsOneUndo()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    QVERIFY(house.inspector->focusField({"steps", "find", "timeout"}));
    QCOMPARE(house.inspector->focusedField(), (FieldPath{"steps", "find", "timeout"}));
    type(house.control({"steps", "find", "timeout"}), "2m");
    QString wanted = QString::fromStdString(kShop);
    wanted.replace("timeout: 60s # long enough", "timeout: 2m # long enough");
    QCOMPARE(house.text(), wanted);
    QCOMPARE(house.document.undoStack().count(), 1);
    QTest::keyClick(house.control({"steps", "find", "timeout"}), Qt::Key_Up);
    QCOMPARE(house.value({"steps", "find", "timeout"}), json::Value("3m"));
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
    QCOMPARE(qobject_cast<QLineEdit *>(house.control({"steps", "find", "timeout"}))->text(), "60s");
}

void TestEditInspector::anEmptiedFieldGoesOnWhereItWas()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"find"});
    QWidget *timeout = house.control({"steps", "find", "timeout"});
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(timeout, Qt::Key_Backspace);
    QVERIFY(!house.text().contains("long enough"));
    QTest::keyClicks(timeout, "5s");
    QVERIFY(house.text().contains("    timeout: 5s # long enough\n"));
    QWidget *label = house.control({"steps", "find", "title", "en"});
    type(label, "Seek");
    QVERIFY(house.text().contains("    title: \"Seek\"\n"));
}

void TestEditInspector::anEmptiedOptionalFieldLeavesTheFile()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"tell"});
    QWidget *timeout = house.control({"steps", "tell", "timeout"});
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(timeout, Qt::Key_Backspace);
    QString wanted = QString::fromStdString(kShop);
    wanted.remove("    timeout: 30s\n");
    QCOMPARE(house.text(), wanted);
}

void TestEditInspector::aRequiredFieldStaysEmpty()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"find"});
    auto *url = qobject_cast<ExpressionBox *>(house.field({"steps", "find", "http", "url"}));
    url->edit()->setFocus();
    url->edit()->selectAll();
    QTest::keyClick(url->edit(), Qt::Key_Delete);
    QCOMPARE(house.value({"steps", "find", "http", "url"}), json::Value(""));
    QTest::keyClicks(url->edit(), "http://a");
    QVERIFY2(house.text().contains("http: {method: POST, url: http://a}"), house.document.text().c_str());
}

void TestEditInspector::theSwitchAddsAndTakesOut()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"tell"});
    SectionBox *breaker = nullptr;
    for (SectionBox *section : house.inspector->findChildren<SectionBox *>())
        if (section->title() == "Circuit breaker")
            breaker = section;
    QVERIFY(breaker && breaker->switchControl() && !breaker->switchControl()->isChecked());
    QVERIFY(!house.field({"steps", "tell", "breaker", "failures"}));
    breaker->switchControl()->click();
    QCOMPARE(house.value({"steps", "tell", "breaker", "failures"}), json::Value(5));
    auto *failures = qobject_cast<QLineEdit *>(house.control({"steps", "tell", "breaker", "failures"}));
    QVERIFY(failures && failures->isVisible());
    QCOMPARE(failures->text(), "5");
    breaker->switchControl()->click();
    QCOMPARE(house.document.text(), kShop);
    house.document.undoStack().undo();
    QVERIFY(breaker->switchControl()->isChecked());
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::aStepMovesToTheEndAndBack()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"tell"});
    const auto atEnd = [&] { return house.switchOf("Always at the end"); };
    const json::Value url = house.value({"steps", "tell", "http", "url"});
    atEnd()->click();
    QCOMPARE(house.document.selection(), std::vector<std::string>{"tell"});
    QVERIFY(atEnd()->isChecked());
    QCOMPARE(house.value({"finally", "tell", "http", "url"}), url);
    QCOMPARE(house.value({"steps", "tell"}), house.value({"finally", "tell", "needs"})); // neither is there
    QVERIFY(house.text().contains("# where to")); // comments go with it
    atEnd()->click();
    QVERIFY(!atEnd()->isChecked() && house.value({"finally", "tell"}) == json::Value());
    QCOMPARE(house.value({"steps", "tell", "http", "url"}), url);
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::theShortTitleGrowsIntoTwoLanguages()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"tell"});
    auto *english = qobject_cast<QLineEdit *>(house.control({"steps", "tell", "title", "en"}));
    QCOMPARE(english->text(), "Tell");
    type(house.control({"steps", "tell", "title", "pt_BR"}), "Avisar");
    QCOMPARE(house.value({"steps", "tell", "title"}),
             json::Value(json::Object{{"en", "Tell"}, {"pt_BR", "Avisar"}}));
    QCOMPARE(english->text(), "Tell");
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::renamesTheStepEverywhere()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"find"});
    PlainLine *id = house.inspector->findChild<IdLine *>()->line();
    id->setFocus();
    type(id, "seek");
    QTest::keyClick(id, Qt::Key_Return);
    QVERIFY(house.text().contains("  seek: # first\n"));
    QVERIFY(house.text().contains("needs: [seek]"));
    QVERIFY(house.text().contains("steps.seek.output.ranking"));
    QCOMPARE(house.document.selection(), std::vector<std::string>{"seek"});
    QTRY_VERIFY(house.field({"steps", "seek", "timeout"}));
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::refusesAnIdThatIsTaken()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"find"});
    QSignalSpy told(house.inspector.get(), &EditInspector::told);
    PlainLine *id = house.inspector->findChild<IdLine *>()->line();
    id->setFocus();
    type(id, "tell");
    QTest::keyClick(id, Qt::Key_Return);
    QCOMPARE(house.document.text(), kShop);
    QVERIFY(!told.isEmpty());
}

void TestEditInspector::severalStepsChangeTogether()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"find", "tell"});
    auto *timeout = qobject_cast<QLineEdit *>(house.control({"steps", "find", "timeout"}));
    QVERIFY(timeout && timeout->text().isEmpty());
    QCOMPARE(timeout->placeholderText(), "mixed");
    auto *url = qobject_cast<ExpressionBox *>(house.field({"steps", "find", "http", "url"}));
    QCOMPARE(url->edit()->placeholderText(), "mixed");
    QTest::keyClicks(timeout, "9s");
    QCOMPARE(house.value({"steps", "find", "timeout"}), json::Value("9s"));
    QCOMPARE(house.value({"steps", "tell", "timeout"}), json::Value("9s"));
    QVERIFY(house.text().contains("timeout: 9s # long enough"));
    QCOMPARE(timeout->text(), "9s");
    QCOMPARE(house.document.undoStack().count(), 1);
    house.document.undoStack().undo();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::rowsOfTheBody()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    const FieldPath body{"steps", "tell", "http", "json"};
    house.document.select({"tell"});
    auto *free = qobject_cast<FreeBox *>(house.field(body));
    QVERIFY(free && free->form() == FreeBox::Form::Rows);
    auto *rows = qobject_cast<MapBox *>(free->inside());
    QCOMPARE(rows->rows(), 2);
    QTRY_VERIFY(rows->keyOf(0)->width() > 60);
    QTRY_VERIFY(rows->valueOf(0)->x() >= rows->keyOf(0)->width());
    QCOMPARE(rows->valueOf(1)->text(), "${{ steps.find.output.ranking.best }}");
    rows->valueOf(0)->setFocus();
    type(rows->valueOf(0), "12");
    QCOMPARE(house.value(body)["user_id"], json::Value(12));
    type(rows->valueOf(0), "\"12\"");
    QCOMPARE(house.value(body)["user_id"], json::Value("12"));
    type(rows->valueOf(0), "{a: [1, 2]}");
    QCOMPARE(house.value(body)["user_id"], json::Value(json::Object{{"a", json::Array{1, 2}}}));
    QCOMPARE(rows->valueOf(0)->text(), "{a: [1, 2]}"); // as it was typed
    auto *add = qobject_cast<QLineEdit *>(rows->control());
    add->setFocus();
    QTest::keyClicks(add, "language");
    QTest::keyClick(add, Qt::Key_Return);
    QCOMPARE(rows->rows(), 3);
    QVERIFY(rows->valueOf(2)->hasFocus());
    QTest::keyClicks(rows->valueOf(2), "pt");
    QVERIFY(
        house.text().contains("        best: ${{ steps.find.output.ranking.best }}\n        language: pt\n"));
    rows->keyOf(2)->setFocus();
    type(rows->keyOf(2), "tongue");
    QTest::keyClick(rows->keyOf(2), Qt::Key_Return);
    QVERIFY(house.text().contains("        tongue: pt\n"));
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
    QCOMPARE(rows->rows(), 2);
}

void TestEditInspector::yamlThatCannotBeReadIsNotTaken()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"tell"});
    auto *free = qobject_cast<FreeBox *>(house.field({"steps", "tell", "http", "json"}));
    free->setForm(FreeBox::Form::Yaml);
    auto *yaml = qobject_cast<YamlBox *>(free->inside());
    QCOMPARE(yaml->edit()->text(),
             "user_id: ${{ input.user_id }}\nbest: ${{ steps.find.output.ranking.best }}");
    yaml->edit()->setFocus();
    yaml->edit()->selectAll();
    QTest::keyClicks(yaml->edit(), "[1, ");
    const QString before = house.text();
    QVERIFY(house.document.flowText());
    QTest::keyClicks(yaml->edit(), "2]");
    QCOMPARE(house.value({"steps", "tell", "http", "json"}), json::Value(json::Array{1, 2}));
    QVERIFY(house.text() != before);
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::chipsOfferStepsThatMakeNoCircle()
{
    tests::InspectorHouse house(kShop + "  end: {log: bye}\n", *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"find"});
    QWidget *line = house.control({"steps", "find", "needs"});
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Down);
    auto *completer = house.field({"steps", "find", "needs"})->findChild<QCompleter *>();
    QStringList names;
    for (int row = 0; row < completer->completionModel()->rowCount(); ++row)
        names << completer->completionModel()->index(row, 0).data().toString();
    QCOMPARE(names, QStringList{"end"}); // tell needs find
    completer->popup()->hide();
    QTest::keyClicks(line, "end,");
    QCOMPARE(house.value({"steps", "find", "needs"}), json::Value(json::Array{"end"}));
    QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(!house.document.flowText()->valueAt({"steps", "find", "needs"}));
}

void TestEditInspector::completesInputsStepsAndKeys()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.inspector->setSurroundings(surroundings());
    QTRY_VERIFY(house.inspector->findChild<RunList *>()->rows() == 1);
    house.document.select({"tell"});
    auto *box = qobject_cast<ExpressionBox *>(house.field({"steps", "tell", "http", "url"}));
    ExpressionEdit *url = box->edit();
    url->setFocus();
    type(url, "${{ input.user_id }}");
    QTRY_COMPARE(box->valueLine(), "= \"u1\" in the last run"); // the record is there
    type(url, "${{ inp");
    QVERIFY(popupOf(url)->isVisible());
    QCOMPARE(offered(url), QStringList{"input"});
    QTest::keyClick(popupOf(url), Qt::Key_Return);
    QCOMPARE(url->text(), "${{ input");
    house.inspector->activateWindow(); // the platform of the tests takes a popup for a window
    QTRY_VERIFY(url->hasFocus());
    QTest::keyClicks(url, ".");
    QCOMPARE(offered(url), (QStringList{"user_id", "items"}));
    QTest::keyClick(popupOf(url), Qt::Key_Escape);
    house.inspector->activateWindow();
    QTRY_VERIFY(url->hasFocus());
    type(url, "${{ env.");
    QCOMPARE(offered(url), (QStringList{"FIND_URL", "TELL_URL"}));
    type(url, "${{ steps.find.output.ranking.");
    QCOMPARE(offered(url), QStringList{"best"}); // as recorded
    type(url, "${{ secrets.");
    QCOMPARE(offered(url), QStringList{"HOOK"});
    type(url, "${{ starts");
    QCOMPARE(offered(url), QStringList{"startsWith("});
    type(url, "${{ 'env.");
    QVERIFY(!popupOf(url)->isVisible()); // in a text
    type(url, "env");
    QVERIFY(!popupOf(url)->isVisible()); // outside
    house.inspector->activateWindow();
    QTRY_VERIFY(url->hasFocus());
    QTest::keyClick(url, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(offered(url), QStringList{"env"});
    QTest::keyClick(popupOf(url), Qt::Key_Return);
    QCOMPARE(url->text(), "${{ env }}");
}

void TestEditInspector::showsTheValueOfTheLastRun()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"tell"});
    auto *url = qobject_cast<ExpressionBox *>(house.field({"steps", "tell", "http", "url"}));
    url->edit()->setFocus();
    type(url->edit(), "http://x/${{ steps.find.output.id }}/${{ input.user_id }}");
    QTRY_COMPARE(url->valueLine(), "= \"http://x/7/u1\" in the last run");
    type(url->edit(), "${{ secrets.HOOK }}");
    QTRY_COMPARE(url->valueLine(), QString::fromUtf8("= ••••, a secret"));
    type(url->edit(), "${{ env.FIND_URL }}");
    QTRY_COMPARE(url->valueLine(), QString()); // its value is not known here
    type(url->edit(), "${{ steps.nowhere.output }}");
    QTRY_COMPARE(url->valueLine(), QString());
    type(url->edit(), "${{ input. }}");
    QTRY_VERIFY(url->edit()->property("invalid").toBool());
    type(url->edit(), "${{ input.items }}");
    QTRY_COMPARE(url->valueLine(), "= [1,2] in the last run");
    QTRY_VERIFY(!url->edit()->property("invalid").toBool());
    QVERIFY(house.inspector->focusField({"steps", "tell", "if"}));
    auto *condition = qobject_cast<ExpressionBox *>(house.field({"steps", "tell", "if"}));
    type(condition->edit(), "input.user_id == 'u1'");
    QTRY_COMPARE(condition->valueLine(), "= true in the last run");
}

void TestEditInspector::showsWhereAKeyHasAValue()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    QSignalSpy opened(house.inspector.get(), &EditInspector::openKeyRequested);
    house.inspector->setSurroundings(surroundings());
    house.document.select({"tell"});
    auto *keys = house.field({"steps", "tell", "http", "url"})->findChild<KeyLine *>();
    QTRY_VERIFY(keys->isVisible());
    QCOMPARE(keys->accessibleDescription(),
             "TELL_URL has a value in dev. TELL_URL has no value in staging. TELL_URL has no value in "
             "production.");
    QTest::keyClick(keys, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), "TELL_URL");
}

void TestEditInspector::showsAndMendsAProblemAtItsField()
{
    std::string broken = kShop;
    broken.replace(broken.find("timeout: 30s"), 12, "timeuot: 30s");
    broken.replace(broken.find("needs: [find]"), 13, "needs: [fnid]");
    tests::InspectorHouse house(broken, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"tell"});
    QTRY_VERIFY(!house.document.isChecking() && house.document.errors() > 0);
    FieldBox *needs = house.field({"steps", "tell", "needs"});
    QTRY_VERIFY(needs->control()->property("invalid").toBool());
    QVERIFY(!needs->control()->accessibleDescription().isEmpty());
    bool hasMended = false;
    for (QAbstractButton *button : needs->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text() == "Mend") {
            button->click();
            hasMended = true;
        }
    QVERIFY(hasMended);
    QCOMPARE(house.value({"steps", "tell", "needs"}), json::Value(json::Array{"find"}));
    QTRY_VERIFY(!needs->control()->property("invalid").toBool());
    QVERIFY(house.inspector->focusField({"steps", "tell", "timeuot"})); // as YAML
}

void TestEditInspector::theFormStaysWhileTheTextCannotBeRead()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.document.select({"find"});
    auto *timeout = qobject_cast<QLineEdit *>(house.control({"steps", "find", "timeout"}));
    house.document.replaceText("Type", kShop + "  : [\n");
    QTRY_VERIFY(!house.document.flowText());
    QCOMPARE(timeout->text(), "60s");
    house.document.undoStack().undo();
    QTRY_VERIFY(house.document.flowText());
    QTest::keyClicks(timeout, "0");
    QCOMPARE(house.value({"steps", "find", "timeout"}), json::Value("60s0"));
}

void TestEditInspector::readOnlyChangesNothing()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    house.inspector->setReadOnly("The engine is elsewhere.");
    house.document.select({"find"});
    QTest::keyClicks(house.control({"steps", "find", "timeout"}), "9");
    type(house.control({"steps", "find", "http", "url"}), "9");
    for (Switch *one : house.inspector->findChildren<Switch *>())
        one->click();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::undoAndEscapeReachThePage()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    QSignalSpy left(house.inspector.get(), &EditInspector::left);
    for (const FieldPath &path : {FieldPath{"steps", "find", "timeout"}, {"steps", "find", "http", "url"}}) {
        QVERIFY(house.inspector->focusField(path));
        type(house.control(path), "1s");
        QTest::keyClick(house.control(path), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(house.document.text(), kShop);
        QTest::keyClick(house.control(path), Qt::Key_Escape);
    }
    QCOMPARE(left.size(), 2);
    house.inspector->focusLabel();
    QCOMPARE(house.inspector->focusedField(), (FieldPath{"steps", "find", "title", "en"}));
}

void TestEditInspector::listsTheRunsOfTheStep()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    auto *runs = house.inspector->findChild<RunList *>();
    QTRY_COMPARE(runs->rows(), 1);
    QSignalSpy opened(house.inspector.get(), &EditInspector::openRunRequested);
    house.document.select({"find"});
    QCOMPARE(runs->rows(), 1);
    runs->findChild<QAbstractButton *>()->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][1].toString(), "find");
    house.document.select({"tell"});
    QCOMPARE(runs->rows(), 0); // it was not in that run
}

void TestEditInspector::theInputsTable()
{
    tests::InspectorHouse house(kShop, *m_theme);
    QVERIFY(house.isReady());
    QVERIFY(house.inspector->focusField({"input"}));
    QTest::keyClicks(house.control({"input"}), "limit");
    QTest::keyClick(house.control({"input"}), Qt::Key_Return);
    QVERIFY(house.text().contains("    items: {type: array}\n    limit:"));
    for (Switch *one : house.field({"input"})->findChildren<Switch *>())
        if (one->accessibleName().startsWith("limit"))
            one->click();
    QCOMPARE(house.value({"input", "required"}), json::Value(json::Array{"user_id", "limit"}));
    house.undoAll();
    QCOMPARE(house.document.text(), kShop);
}

void TestEditInspector::nothingIsCutOff_data()
{
    QTest::addColumn<qreal>("scale");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("130 %") << 1.3;
}

void TestEditInspector::nothingIsCutOff()
{
    QFETCH(qreal, scale);
    m_theme->setTextScale(scale);
    tests::InspectorHouse house(kShop, *m_theme);
    house.inspector->resize(288, 860);
    QVERIFY(house.isReady());
    house.inspector->setSurroundings(surroundings());
    for (const char *step : {"find", "tell", ""}) {
        house.document.select(*step ? std::vector<std::string>{step} : std::vector<std::string>{});
        for (const FieldBox *box : house.inspector->findChildren<FieldBox *>()) {
            if (!box->isVisible())
                continue;
            const QRect place(box->mapTo(house.inspector.get(), QPoint()), box->size());
            QVERIFY2(place.left() >= 0 && place.right() <= 288, qPrintable(box->caption()));
            const QRect control(box->control()->mapTo(house.inspector.get(), QPoint()),
                                box->control()->size());
            QVERIFY2(control.right() <= 288 && control.height() > 0, qPrintable(box->caption()));
        }
    }
    m_theme->setTextScale(1);
}

QTEST_MAIN(TestEditInspector)
#include "tst_edit_inspector.moc"
