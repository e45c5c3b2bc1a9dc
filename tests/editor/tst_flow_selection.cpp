// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_document.h"

#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using Names = std::vector<std::string>;

namespace {

const std::string kFlow = R"(batuta: 1
name: night
steps:
  a: {log: {message: one}}
  b:
    needs: [a]
    log: {message: two}
  c: {needs: [b], log: {message: three}}
finally:
  d: {log: {message: four}}
)";

FlowDocument::Make renaming(const std::string &from, const std::string &to)
{
    return [=](const edit::FlowText &text) { return text.renameStep(from, to); };
}

FlowDocument::Make removing(const Names &steps)
{
    return [=](const edit::FlowText &text) { return text.removeSteps(steps, true); };
}

} // namespace

class TestFlowSelection : public QObject
{
    Q_OBJECT

private slots:
    void isOneSetInTheOrderOfSelecting();
    void survivesRenames();
    void survivesARenameByTyping();
    void removedStepsAreDroppedAndComeBack();
    void aNewStepMayBeSelectedBeforeItIsRead();
    void placesFollowARename();
    void aPlaceSelectsItsStep();
};

void TestFlowSelection::isOneSetInTheOrderOfSelecting()
{
    FlowDocument document("night.yaml", kFlow);
    QSignalSpy told(&document, &FlowDocument::selectionChanged);
    document.select({"c", "a", "c"});
    QCOMPARE(document.selection(), (Names{"c", "a"}));
    QVERIFY(document.isSelected("a"));
    QVERIFY(!document.isSelected("b"));
    document.select({"c", "a"});
    QCOMPARE(told.count(), 1);
    document.select({});
    QCOMPARE(told.count(), 2);
}

void TestFlowSelection::survivesRenames()
{
    FlowDocument document("night.yaml", kFlow);
    QTRY_VERIFY(!document.isChecking());
    document.select({"c", "a"});
    QVERIFY(document.change("rename", renaming("a", "first")));
    QVERIFY(document.change("rename", renaming("c", "third")));
    QTRY_COMPARE(document.selection(), (Names{"third", "first"}));
    document.undoStack().undo();
    document.undoStack().undo();
    QTRY_VERIFY(!document.isChecking());
    QCOMPARE(document.selection(), (Names{"c", "a"}));
    document.undoStack().redo();
    QTRY_VERIFY(!document.isChecking());
    QCOMPARE(document.selection(), (Names{"c", "first"}));
}

void TestFlowSelection::survivesARenameByTyping()
{
    FlowDocument document("night.yaml", kFlow);
    QTRY_VERIFY(!document.isChecking());
    document.select({"b"});
    const std::size_t place = document.text().find("  b:") + 3;
    document.change("type", edit::TextEdits{{{place, place}, ": \""}}, "typing"); // cannot be read
    QTRY_VERIFY(document.brokenLine() > 0);
    QCOMPARE(document.selection(), Names{"b"});
    document.change("type", edit::TextEdits{{{place, place + 3}, "etter"}}, "typing");
    QTRY_COMPARE(document.selection(), Names{"better"});
}

void TestFlowSelection::removedStepsAreDroppedAndComeBack()
{
    FlowDocument document("night.yaml", kFlow);
    QTRY_VERIFY(!document.isChecking());
    document.select({"b", "c", "d"});
    QVERIFY(document.change("remove", removing({"b", "d"})));
    QTRY_COMPARE(document.selection(), Names{"c"});
    document.undoStack().undo();
    QTRY_VERIFY(!document.isChecking());
    QCOMPARE(document.selection(), (Names{"b", "c", "d"}));
}

void TestFlowSelection::aNewStepMayBeSelectedBeforeItIsRead()
{
    FlowDocument document("night.yaml", kFlow);
    QVERIFY(document.change("add", [](const edit::FlowText &text) {
        return text.addStep({"e", "log: {message: five}\n", {}, {}, "c"});
    }));
    document.select({"e"});
    QTRY_VERIFY(!document.isChecking());
    QCOMPARE(document.selection(), Names{"e"});
    document.select({"nobody"});
    document.setSurroundings({});
    QTRY_VERIFY(document.selection().empty());
}

void TestFlowSelection::placesFollowARename()
{
    FlowDocument document("night.yaml", kFlow, {{"a", {16, 32}}, {"c", {5, 5}}});
    QTRY_VERIFY(!document.isChecking());
    QVERIFY(document.change("rename", renaming("a", "first")));
    QTRY_COMPARE(document.places(), (StepPlaces{{"c", {5, 5}}, {"first", {16, 32}}}));
    document.undoStack().undo();
    QTRY_COMPARE(document.places(), (StepPlaces{{"a", {16, 32}}, {"c", {5, 5}}}));
}

void TestFlowSelection::aPlaceSelectsItsStep()
{
    FlowDocument document("night.yaml", kFlow);
    QSignalSpy shown(&document, &FlowDocument::placeSelected);
    const std::size_t place = kFlow.find("two");
    document.selectPlace({place, place + 3});
    QCOMPARE(document.selection(), Names{"b"});
    QCOMPARE(shown.count(), 1);
    document.selectPlace({0, 3});
    QCOMPARE(document.selection(), Names{"b"});
    QCOMPARE(shown.count(), 2);
}

QTEST_GUILESS_MAIN(TestFlowSelection)
#include "tst_flow_selection.moc"
