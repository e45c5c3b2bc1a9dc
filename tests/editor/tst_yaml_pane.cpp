// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/editor/text_fixture.h"
#include "views/pages/editor/text/find_bar.h"
#include "views/pages/editor/text/yaml_completer.h"
#include "views/pages/editor/text/yaml_edit.h"
#include "views/pages/editor/text/yaml_pane.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTextBlock>

using namespace batuta;
using namespace batuta::test;
using namespace batuta::views;
using Names = std::vector<std::string>;

namespace {

struct PaneHouse : TextHouse
{
    explicit PaneHouse(std::string text = kTextFlow)
        : TextHouse(std::move(text))
        , pane(document)
    {
        pane.resize(700, 300);
        pane.show();
        pane.activateWindow();
        edit().setFocus();
    }
    YamlEdit &edit() { return *pane.edit(); }
    QString shown() { return edit().toPlainText(); }
    void caretTo(const QString &word)
    {
        QTextCursor cursor(edit().document());
        cursor.setPosition(static_cast<int>(shown().indexOf(word)));
        edit().setTextCursor(cursor);
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&edit(), code, modifiers);
    }

    YamlPane pane;
};

} // namespace

class TestYamlPane : public QObject
{
    Q_OBJECT

private slots:
    void typingIsAChangeOfTheDocument();
    void undoOfTheDocumentIsTheUndoOfThePane();
    void changesFromElsewhereAppear();
    void theCaretSelectsItsStep();
    void aSelectionElsewhereMovesTheCaret();
    void underlinesProblemsAndTellsThem();
    void keysIndentCommentAndBreak();
    void findsAndGoesToLines();
    void completesWhatFits();
    void headerTellsFileAndCaret();
    void oddTextsKeepTheirBytes();
    void aLargeTextStaysUsable();
    void readOnlyTakesNothing();
    void itsKeysAreNotThePages();
};

void TestYamlPane::typingIsAChangeOfTheDocument()
{
    PaneHouse house;
    QVERIFY(house.settle());
    house.caretTo("é");
    QTest::keyClicks(&house.edit(), "xy");
    std::string expected = kTextFlow;
    expected.insert(expected.find("é"), "xy");
    QCOMPARE(house.document.text(), expected);
    QCOMPARE(house.document.undoStack().count(), 1);
    QCOMPARE(house.shown().toStdString(), expected);
}

void TestYamlPane::undoOfTheDocumentIsTheUndoOfThePane()
{
    PaneHouse house;
    QVERIFY(house.settle());
    house.caretTo("title");
    QTest::keyClicks(&house.edit(), "ab");
    house.document.change("from the canvas", edit::TextEdits{{{0, 6}, "# store"}});
    house.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(house.document.text().rfind("# shop", 0) == 0);
    QVERIFY(house.document.text().find("abtitle") != std::string::npos);
    house.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(house.document.text(), kTextFlow);
    QCOMPARE(house.shown().toStdString(), kTextFlow);
    house.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(house.shown().contains("abtitle"));
    QVERIFY(!house.edit().document()->isUndoRedoEnabled());
}

void TestYamlPane::changesFromElsewhereAppear()
{
    PaneHouse house;
    QVERIFY(house.settle());
    QVERIFY(house.document.change(
        "rename", [](const edit::FlowText &text) { return text.renameStep("match", "pair"); }));
    QCOMPARE(house.shown().toStdString(), house.document.text());
    QVERIFY(house.shown().contains("steps.pair.output"));
    house.document.undoStack().undo();
    QCOMPARE(house.shown().toStdString(), kTextFlow);
}

void TestYamlPane::theCaretSelectsItsStep()
{
    PaneHouse house;
    QVERIFY(house.settle());
    house.caretTo("title: B");
    QCOMPARE(house.document.selection(), (Names{"b"}));
    house.caretTo("method: POST");
    QCOMPARE(house.document.selection(), (Names{"c"}));
    house.caretTo("name: shop");
    QCOMPARE(house.document.selection(), Names());
    // While the text is being read it waits, and asks again.
    house.caretTo("POST");
    QTest::keyClicks(&house.edit(), " ");
    house.document.select({});
    QVERIFY(house.document.isChecking());
    house.key(Qt::Key_Left);
    QTRY_COMPARE(house.document.selection(), (Names{"c"}));
}

void TestYamlPane::aSelectionElsewhereMovesTheCaret()
{
    PaneHouse house;
    QVERIFY(house.settle());
    house.caretTo("name: shop");
    house.document.select({"c"});
    QCOMPARE(house.edit().textCursor().block().text(), QString("  c:"));
    // A step that the caret is in already keeps it where it is.
    house.caretTo("method: POST");
    house.document.select({});
    house.document.select({"c"});
    QVERIFY(house.edit().textCursor().block().text().contains("method"));
    const std::size_t at = kTextFlow.find("SHOP_URL");
    house.document.selectPlace({at, at + 8});
    QCOMPARE(house.edit().textCursor().selectedText(), QString("SHOP_URL"));
}

void TestYamlPane::underlinesProblemsAndTellsThem()
{
    std::string text = kTextFlow;
    text.replace(text.find("needs: [b]"), 10, "needs: [bb, match]");
    PaneHouse house(text);
    QVERIFY(house.settle());
    const std::size_t at = text.find("bb,");
    bool isUnderlined = false;
    for (const auto &mark : house.edit().extraSelections())
        isUnderlined = isUnderlined || (mark.cursor.selectedText() == "bb" &&
                                        mark.format.underlineStyle() == QTextCharFormat::WaveUnderline);
    QVERIFY(isUnderlined);
    QVERIFY(house.edit().problemAt(at));
    QCOMPARE(house.edit().problemAt(at)->code, std::string("flow.unknown_step"));
    QVERIFY(!house.edit().problemAt(0));
}

void TestYamlPane::keysIndentCommentAndBreak()
{
    PaneHouse house("a:\n  b: 1\n  c:\n");
    house.caretTo("b: 1");
    house.key(Qt::Key_End);
    house.key(Qt::Key_Return);
    QCOMPARE(house.document.text(), std::string("a:\n  b: 1\n  \n  c:\n"));
    house.caretTo("c:");
    house.key(Qt::Key_End);
    house.key(Qt::Key_Return);
    QCOMPARE(house.document.text(), std::string("a:\n  b: 1\n  \n  c:\n    \n"));
    house.caretTo("b: 1");
    house.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(house.document.text(), std::string("a:\n  # b: 1\n  \n  c:\n    \n"));
    house.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(house.document.text(), std::string("a:\n  b: 1\n  \n  c:\n    \n"));
    house.key(Qt::Key_A, Qt::ControlModifier);
    house.key(Qt::Key_Tab);
    QCOMPARE(house.document.text(), std::string("  a:\n    b: 1\n    \n    c:\n      \n"));
    house.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(house.document.text(), std::string("a:\n  b: 1\n  \n  c:\n    \n"));
    while (house.document.undoStack().canUndo())
        house.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(house.document.text(), std::string("a:\n  b: 1\n  c:\n"));
}

void TestYamlPane::findsAndGoesToLines()
{
    PaneHouse house;
    house.key(Qt::Key_F, Qt::ControlModifier);
    FindBar &bar = *house.pane.findBar();
    QVERIFY(bar.isVisible());
    QTest::keyClicks(bar.field(), "match");
    QCOMPARE(house.edit().textCursor().selectedText(), QString("match"));
    QCOMPARE(house.edit().textCursor().blockNumber(), 4);
    QVERIFY(bar.outcome().startsWith("3 match"));
    QTest::keyClick(bar.field(), Qt::Key_Return);
    QCOMPARE(house.edit().textCursor().blockNumber(), 8);
    house.pane.findNext();
    house.pane.findNext();
    QCOMPARE(house.edit().textCursor().blockNumber(), 4); // around the end
    house.pane.findPrevious();
    QCOMPARE(house.edit().textCursor().blockNumber(), 9);
    QTest::keyClick(bar.field(), Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
    house.key(Qt::Key_G, Qt::ControlModifier);
    QTest::keyClicks(bar.field(), "11");
    QTest::keyClick(bar.field(), Qt::Key_Return);
    QCOMPARE(house.pane.caretText(), QString("Ln 11, Col 1"));
}

void TestYamlPane::completesWhatFits()
{
    PaneHouse house;
    QVERIFY(house.settle());
    house.caretTo("method: POST");
    house.key(Qt::Key_Home);
    house.key(Qt::Key_Up);
    house.key(Qt::Key_Up);
    house.key(Qt::Key_End);
    house.key(Qt::Key_Return);
    QTest::keyClicks(&house.edit(), "timeo");
    YamlCompleter &completer = house.edit().completer();
    QVERIFY(completer.isShown());
    QCOMPARE(completer.offers().items.front().text, QString("timeout"));
    completer.choose(0);
    QVERIFY(house.document.text().find("\n    timeout: \n") != std::string::npos);
}

void TestYamlPane::headerTellsFileAndCaret()
{
    PaneHouse house;
    house.caretTo("needs: [b]");
    QCOMPARE(house.pane.caretText(), QString("Ln 12, Col 5"));
}

void TestYamlPane::oddTextsKeepTheirBytes()
{
    const std::string text = "# caf\xE9\r\nbatuta: 1\r\nname: x\r\nsteps:\r\n  a: {log: hi}\r\n";
    PaneHouse house(text);
    house.caretTo("name");
    QTest::keyClicks(&house.edit(), "z");
    house.key(Qt::Key_Return);
    std::string expected = text;
    expected.insert(expected.find("name"), "z\r\n");
    QCOMPARE(house.document.text(), expected);
    while (house.document.undoStack().canUndo())
        house.document.undoStack().undo();
    QCOMPARE(house.document.text(), text);
}

void TestYamlPane::aLargeTextStaysUsable()
{
    std::string text = "batuta: 1\nname: x\nsteps:\n";
    for (int i = 0; text.size() < 5'000'000; ++i)
        text += "  step_" + std::to_string(i) + ":\n    log: \"${{ input.a }} of many words, to be long\"\n";
    QElapsedTimer timer;
    timer.start();
    PaneHouse house(text);
    QCoreApplication::processEvents();
    qInfo("5 MB shown in %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(house.settle());
    house.edit().goToLine(house.edit().blockCount() - 3);
    QCoreApplication::processEvents();
    QVERIFY(!house.edit().textCursor().block().layout()->formats().isEmpty()); // what is seen has colours
    timer.restart();
    constexpr int kKeys = 20;
    for (int i = 0; i < kKeys; ++i)
        QTest::keyClick(&house.edit(), Qt::Key_X);
    const qint64 each = timer.elapsed() / kKeys;
    qInfo("one key in %lld ms", static_cast<long long>(each));
    QVERIFY(each < 200); // of a debug build, on a machine with other work
    QCOMPARE(house.document.text().size(), text.size() + kKeys);
}

void TestYamlPane::readOnlyTakesNothing()
{
    PaneHouse house;
    house.pane.setReadOnly(true);
    house.caretTo("title");
    QTest::keyClicks(&house.edit(), "xyz");
    house.key(Qt::Key_Tab);
    house.key(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(house.document.text(), kTextFlow);
}

void TestYamlPane::itsKeysAreNotThePages()
{
    PaneHouse house;
    QAction search(&house.pane);
    search.setShortcut(QKeySequence::Find);
    search.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    house.pane.addAction(&search);
    QSignalSpy searched(&search, &QAction::triggered);
    house.key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(searched.count(), 0);
    QVERIFY(house.pane.findBar()->isVisible());
}

QTEST_MAIN(TestYamlPane)
#include "tst_yaml_pane.moc"
