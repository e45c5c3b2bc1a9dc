// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/keys.h"
#include "engine/flow/reader.h"
#include "tests/editor/canvas_fixture.h"
#include "views/pages/editor/canvas/inline_editor.h"
#include "views/pages/editor/canvas/kind_list.h"
#include "views/pages/editor/canvas/step_kinds.h"
#include "views/pages/editor/canvas/step_palette.h"
#include "views/pages/editor/canvas/step_picker.h"
#include "views/widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

#include <set>

using namespace batuta;
using namespace batuta::views;
using batuta::tests::CanvasWindow;

namespace {

const std::string kFlow = R"(batuta: 1
name: sample   # a name
steps:
  # the first
  a:
    title: "First"
    log: one   # said
  b:
    needs: [a]
    wait: {for: 1s}

  c:
    needs: [a]   # beside b
    log: three
    unknown_key: {kept: [1,  2]}
  d:
    needs: [b, c]
    log: four
)";

} // namespace

/// Each act with undo and redo: the text before and after is the same to the byte.
class TestEditCanvas : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void init();
    void cleanup() { m_window.reset(); }
    void everyKindOfTheFormatCanBeAddedAndIsValid();
    void thePaletteAddsAfterTheSelection();
    void thePickerAddsWhatIsTyped();
    void aStepIsDroppedOnTheGround();
    void aStepIsDroppedOnAnEdge();
    void portsConnect();
    void theKeyboardConnects();
    void anEdgeIsReconnected();
    void anEdgeIsDeleted();
    void deletingBridges();
    void deletingWithoutABridge();
    void duplicates();
    void copiesAndPastesAsYaml();
    void cuts();
    void pastesFromATextEditor();
    void editsTheLabelInPlace();
    void groupsAndUngroups();
    void severalStepsAreChangedAsOne();

private:
    void acts(const std::function<void()> &act);
    void key(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&m_window->view(), key, keys); }
    void select(std::vector<std::string> steps) { m_window->document.select(std::move(steps)); }
    FlowDocument &document() { return m_window->document; }

    Theme m_theme;
    std::unique_ptr<CanvasWindow> m_window;
};

void TestEditCanvas::init()
{
    m_window = std::make_unique<CanvasWindow>(kFlow);
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
    m_window->view().setFocus();
    QTRY_VERIFY(m_window->shows("d"));
    m_window->view().resetZoom();
    m_window->view().centerOn(m_window->view().flowScene().layout().bounds.center());
}

void TestEditCanvas::acts(const std::function<void()> &act)
{
    const std::string before = document().text();
    const StepPlaces placesBefore = document().places();
    const int index = document().undoStack().index();
    act();
    QCOMPARE(document().undoStack().index(), index + 1); // one act, one step
    const std::string after = document().text();
    const StepPlaces placesAfter = document().places();
    QVERIFY(after != before || placesAfter != placesBefore);
    document().undoStack().undo();
    QCOMPARE(document().text(), before);
    QVERIFY(document().places() == placesBefore);
    document().undoStack().redo();
    QCOMPARE(document().text(), after);
    QVERIFY(document().places() == placesAfter);
    for (const char *kept : {"# a name", "  # the first\n", "# said", "{kept: [1,  2]}"})
        QVERIFY2(after.find(kept) != std::string::npos || before.find(kept) == std::string::npos, kept);
}

void TestEditCanvas::everyKindOfTheFormatCanBeAddedAndIsValid()
{
    std::set<std::string> wanted, offered;
    for (const flow::Key &kind : flow::keys::kinds().keys)
        if (kind.supported)
            wanted.insert(std::string(kind.name));
    for (const StepKind &kind : stepKinds()) {
        offered.insert(kind.kind);
        const auto text = edit::FlowText::read("batuta: 1\nname: x\nsteps: {}\n", "x.yaml");
        const auto edits = text->addStep({freeStepId(kind, *text), kind.yaml, {}, {}, {}});
        QVERIFY2(edits, kind.id.c_str());
        const auto reading = flow::readFlow(edit::applied(text->text(), *edits), "x.yaml");
        QVERIFY2(
            reading.flow,
            (kind.id + ": " + (reading.errors.empty() ? "" : errorText(reading.errors.front()))).c_str());
    }
    QVERIFY(wanted == offered);
}

void TestEditCanvas::thePaletteAddsAfterTheSelection()
{
    select({"b"});
    StepPalette &palette = m_window->canvas->palette();
    QTest::keyClicks(&palette.filter(), "transf");
    QCOMPARE(palette.list().kinds(), 1);
    acts([&] { QTest::keyClick(&palette.filter(), Qt::Key_Return); });
    QCOMPARE(m_window->needsOf("jq"), "b");
    QVERIFY(document().selection() == std::vector<std::string>{"jq"});
    QTRY_COMPARE(m_window->view().selected(), std::string("jq"));
    QVERIFY(m_window->view().viewport()->rect().contains(m_window->middleOf("jq")));
    QTest::keyClick(&palette.filter(), Qt::Key_Escape);
    QCOMPARE(palette.list().kinds(), static_cast<int>(stepKinds().size()));
}

void TestEditCanvas::thePickerAddsWhatIsTyped()
{
    select({"b", "c"});
    key(Qt::Key_Tab);
    StepPicker &picker = m_window->canvas->picker();
    QVERIFY(picker.isVisible());
    QTest::keyClicks(&picker.field(), "h");
    QTest::keyClick(&picker.field(), Qt::Key_Down);
    QTest::keyClick(&picker.field(), Qt::Key_Up);
    QCOMPARE(picker.currentKind(), "http");
    acts([&] { QTest::keyClick(&picker.field(), Qt::Key_Return); });
    QVERIFY(picker.isHidden());
    QCOMPARE(m_window->needsOf("http"), "b c");
    select({});
    key(Qt::Key_Tab);
    QTest::keyClick(&picker.field(), Qt::Key_Escape);
    QVERIFY(picker.isHidden());
    QTRY_VERIFY(m_window->view().hasFocus());
}

void TestEditCanvas::aStepIsDroppedOnTheGround()
{
    const QPoint to = m_window->at(m_window->view().boxOfStep("d").bottomRight() + QPointF(20, 80));
    acts([&] { m_window->drop(to, "wait"); });
    QCOMPARE(m_window->needsOf("wait"), "");
    QTRY_VERIFY(m_window->shows("wait"));
    const QPoint way = m_window->middleOf("wait") - to;
    QVERIFY2(way.manhattanLength() <= kGrid, "it stands where it was dropped");
}

void TestEditCanvas::aStepIsDroppedOnAnEdge()
{
    acts([&] { m_window->drop(m_window->outOf("c") + QPoint(8, 0), "set"); });
    QCOMPARE(m_window->needsOf("set"), "c");
    QCOMPARE(m_window->needsOf("d"), "b set");
}

void TestEditCanvas::portsConnect()
{
    acts([&] { m_window->drag(m_window->outOf("b"), m_window->middleOf("c")); });
    QCOMPARE(m_window->needsOf("c"), "a b");
    const int index = document().undoStack().index();
    QTRY_VERIFY(
        !m_window->graph().wayBetween(m_window->graph().find("b"), m_window->graph().find("c")).empty());
    m_window->drag(m_window->outOf("d"), m_window->middleOf("a"));
    QCOMPARE(document().undoStack().index(), index); // a circle
}

void TestEditCanvas::theKeyboardConnects()
{
    select({"a"});
    key(Qt::Key_C);
    QVERIFY(m_window->view().isConnecting());
    key(Qt::Key_End);
    acts([&] { key(Qt::Key_Return); });
    QCOMPARE(m_window->needsOf("d"), "b c a");
}

void TestEditCanvas::anEdgeIsReconnected()
{
    m_window->view().selectEdge({"b", "d"});
    const QRectF head = m_window->view().boxOfStep("d");
    acts([&] { m_window->drag(m_window->at({head.left(), head.center().y()}), m_window->middleOf("c")); });
    QCOMPARE(m_window->needsOf("d"), "c");
    QCOMPARE(m_window->needsOf("c"), "a b");
}

void TestEditCanvas::anEdgeIsDeleted()
{
    m_window->view().selectEdge({"c", "d"});
    acts([&] { key(Qt::Key_Delete); });
    QCOMPARE(m_window->needsOf("d"), "b");
    QVERIFY(document().flowText()->hasStep("c"));
    document().undoStack().undo();
    QTRY_COMPARE(m_window->graph().beforeOf(m_window->graph().find("d")).size(), std::size_t{2});
    select({"a"}); // without the pointer
    key(Qt::Key_N);
    acts([&] { key(Qt::Key_Delete); });
    QCOMPARE(m_window->needsOf("b"), "");
}

void TestEditCanvas::deletingBridges()
{
    m_window->click("b");
    acts([&] { key(Qt::Key_Delete); });
    QVERIFY(!document().flowText()->hasStep("b"));
    QCOMPARE(m_window->needsOf("d"), "a c");
    QTRY_VERIFY(!m_window->shows("b"));
}

void TestEditCanvas::deletingWithoutABridge()
{
    m_window->click("b");
    acts([&] { key(Qt::Key_Delete, Qt::ShiftModifier); });
    QCOMPARE(m_window->needsOf("d"), "c");
}

void TestEditCanvas::duplicates()
{
    select({"b", "c"});
    acts([&] { key(Qt::Key_D, Qt::ControlModifier); });
    QVERIFY(document().flowText()->hasStep("b_2") && document().flowText()->hasStep("c_2"));
    QCOMPARE(document().selection().size(), std::size_t{2});
    QTRY_COMPARE(m_window->view().selection().size(), std::size_t{2});
}

void TestEditCanvas::copiesAndPastesAsYaml()
{
    select({"c"});
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains("unknown_key: {kept: [1,  2]}"));
    CanvasWindow other("batuta: 1\nname: other\nsteps:\n  only:\n    log: x\n");
    other.commands.action("canvas.paste")->trigger();
    QVERIFY(other.document.flowText()->hasStep("c"));
    QVERIFY(other.document.selection() == std::vector<std::string>{"c"});
    acts([&] { key(Qt::Key_V, Qt::ControlModifier); });
    QVERIFY(document().flowText()->hasStep("c_2"));
}

void TestEditCanvas::cuts()
{
    select({"b"});
    acts([&] { key(Qt::Key_X, Qt::ControlModifier); });
    QVERIFY(!document().flowText()->hasStep("b"));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("b:"));
}

void TestEditCanvas::pastesFromATextEditor()
{
    QSignalSpy told(m_window->canvas, &EditCanvas::told);
    QGuiApplication::clipboard()->setText("just words");
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(told.size(), 1);
    QCOMPARE(document().text(), kFlow);
    QGuiApplication::clipboard()->setText(
        "fetch:\n  http:\n    url: https://example.com/\nsay:\n  needs: [fetch]\n  log: x\n");
    acts([&] { key(Qt::Key_V, Qt::ControlModifier); });
    QCOMPARE(m_window->needsOf("say"), "fetch");
    QTRY_COMPARE(m_window->view().selection().size(), std::size_t{2});
}

void TestEditCanvas::editsTheLabelInPlace()
{
    m_window->click("a");
    key(Qt::Key_E);
    InlineEditor &field = m_window->canvas->inlineEditor();
    QVERIFY(field.isVisible());
    QCOMPARE(field.text(), "First");
    QTest::keyClicks(&field, "Begin: here");
    acts([&] { QTest::keyClick(&field, Qt::Key_Return); });
    QVERIFY(document().text().find("title: \"Begin: here\"") != std::string::npos);
    QTRY_VERIFY(m_window->view().hasFocus());
    key(Qt::Key_E);
    QTest::keyClicks(&field, "no");
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(document().text().find("Begin: here") != std::string::npos);
    select({"b"});
    key(Qt::Key_E);
    QTest::keyClicks(&field, "Pause");
    acts([&] { QTest::keyClick(&field, Qt::Key_Return); });
    QTRY_COMPARE(localText(m_window->graph().node(m_window->graph().find("b")).title), "Pause");
}

void TestEditCanvas::groupsAndUngroups()
{
    select({"b", "d"});
    key(Qt::Key_G);
    InlineEditor &field = m_window->canvas->inlineEditor();
    QTest::keyClicks(&field, "vacancy");
    acts([&] { QTest::keyClick(&field, Qt::Key_Return); });
    QTRY_COMPARE(m_window->graph().groups.size(), std::size_t{1});
    QCOMPARE(m_window->graph().groups.front().label, std::string("vacancy"));
    QVERIFY2(document().text().find("domain") == std::string::npos, "routes would leave the steps out");
    acts([&] { key(Qt::Key_G, Qt::ShiftModifier); });
    QTRY_VERIFY(m_window->graph().groups.empty());
    QCOMPARE(document().text(), kFlow);
}

void TestEditCanvas::severalStepsAreChangedAsOne()
{
    select({"b", "d"});
    acts([&] { key(Qt::Key_Delete); });
    QVERIFY(!document().flowText()->hasStep("b") && !document().flowText()->hasStep("d"));
    document().undoStack().undo();
    QCOMPARE(document().text(), kFlow);
    QVERIFY(document().selection() == (std::vector<std::string>{"b", "d"}));
}

QTEST_MAIN(TestEditCanvas)
#include "tst_edit_canvas.moc"
