// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_document.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using Names = std::vector<std::string>;

namespace {

const std::string kFlow = "# The pipeline of the night\n"
                          "batuta: 1\n"
                          "name: night\n"
                          "steps:\n"
                          "  # the first one\n"
                          "  fetch:\n"
                          "    http: {url: \"http://a.example/x\"}   # keep me\n"
                          "    timeout: 5s\n"
                          "  join:\n"
                          "    needs: [fetch]\n"
                          "    set: {all: \"${{ steps.fetch.output }}\"}\n"
                          "\n"
                          "  tell:\n"
                          "    needs: [join]\n"
                          "    log: {message: 'done'}\n";

std::size_t at(const std::string &text, const std::string &word)
{
    return text.find(word);
}

edit::TextEdits typed(const FlowDocument &document, const std::string &before, const std::string &word)
{
    const std::size_t place = at(document.text(), before) + before.size();
    return {{{place, place}, word}};
}

Names stepsOf(const FlowDocument &document)
{
    Names names;
    if (document.flow())
        for (const client::StepPreview &step : document.flow()->steps)
            names.push_back(step.step);
    return names;
}

FlowDocument::Make set(edit::FieldPath path, json::Value value)
{
    return [=](const edit::FlowText &text) { return text.setValue(path, value); };
}

} // namespace

class TestFlowDocument : public QObject
{
    Q_OBJECT

private slots:
    void readsTheFlowOnAWorker();
    void keepsTheLastFlowWhileTheTextIsBroken();
    void theTextCanBeReadWhileTheFlowHasErrors();
    void nobodyHearsOfATextThatIsOlder();
    void aDocumentMayGoWhileItIsRead();
    void isCheckedAgainWithOtherSurroundings();
    void everyChangeComesAndGoesByte_data();
    void everyChangeComesAndGoesByte();
    void aRefusedChangeSaysWhyAndChangesNothing();
    void aChangeOfABrokenTextIsRefused();
    void editsOfAnOlderTextAreRefused();
    void listenersCanFollowTheEdits();
    void typingOfOneFieldIsOneStep();
    void typingOfAnotherFieldIsAnother();
    void typingAfterAPauseIsAnother();
    void erasingWhatWasTypedLeavesNothing();
    void backspaceIsOneStep();
    void aSaveEndsTheTyping();
    void countsTheChangesSinceTheBase();
    void movingMergesAndIsNoChange();
    void oneGestureMayChangeTextAndPlaces();
};

void TestFlowDocument::readsTheFlowOnAWorker()
{
    FlowDocument document("flows/ml/night.yaml", kFlow);
    QSignalSpy changed(&document, &FlowDocument::flowChanged);
    QVERIFY(!document.flow());
    QVERIFY(document.isChecking());
    QVERIFY(changed.wait());
    QCOMPARE(stepsOf(document), (Names{"fetch", "join", "tell"}));
    QCOMPARE(document.flow()->steps[2].level, 2);
    QCOMPARE(document.flow()->file, std::string("flows/ml/night.yaml"));
    QVERIFY(document.flow()->definition);
    QVERIFY(document.isFlowCurrent());
    QVERIFY(!document.isChecking());
    QCOMPARE(document.brokenLine(), 0);
    QCOMPARE(document.errors(), 0);
    QVERIFY(document.flowText());
    QVERIFY(!document.isChanged());
}

void TestFlowDocument::keepsTheLastFlowWhileTheTextIsBroken()
{
    FlowDocument document("night.yaml", kFlow);
    QTRY_VERIFY(document.flow());
    document.change("type", typed(document, "needs: [fetch", ", \"x"));
    QTRY_VERIFY(!document.isChecking());
    QVERIFY(!document.isFlowCurrent());
    QVERIFY(document.brokenLine() >= 10);
    QCOMPARE(stepsOf(document), (Names{"fetch", "join", "tell"}));
    QVERIFY(document.errors() > 0);
    QVERIFY(!document.flowText());
    document.undoStack().undo();
    QVERIFY(document.flowText());
    QTRY_VERIFY(document.isFlowCurrent());
    QCOMPARE(document.brokenLine(), 0);
    QCOMPARE(document.errors(), 0);
}

void TestFlowDocument::theTextCanBeReadWhileTheFlowHasErrors()
{
    FlowDocument document("night.yaml", kFlow);
    document.change("type", typed(document, "needs: [fetch", ", nobody"));
    QTRY_VERIFY(!document.isChecking());
    QVERIFY(document.errors() > 0);
    QCOMPARE(document.brokenLine(), 0);
    QVERIFY(!document.isFlowCurrent());
    QCOMPARE(document.flowText()->needsOf("join"), (Names{"fetch", "nobody"}));
}

void TestFlowDocument::nobodyHearsOfATextThatIsOlder()
{
    FlowDocument document("night.yaml", kFlow);
    QTRY_VERIFY(!document.isChecking());
    std::vector<std::size_t> counts;
    connect(&document, &FlowDocument::flowChanged, this,
            [&] { counts.push_back(document.flowText()->steps().size()); });
    for (int i = 0; i < 20; ++i)
        QVERIFY(document.change("add", [i](const edit::FlowText &text) {
            return text.addStep({"new_" + std::to_string(i), "log: {message: x}\n", {}, {}, ""});
        }));
    QTRY_VERIFY(!document.isChecking());
    QCOMPARE(counts, (std::vector<std::size_t>{23}));
    QCOMPARE(document.flow()->steps.size(), std::size_t(23));
}

void TestFlowDocument::aDocumentMayGoWhileItIsRead()
{
    int told = 0;
    for (int i = 0; i < 100; ++i) {
        FlowDocument document("night.yaml", kFlow);
        connect(&document, &FlowDocument::flowChanged, this, [&] { ++told; });
        for (int turn = 0; turn < i; ++turn) // gone before, while and after the worker answers
            QCoreApplication::processEvents();
    }
    FlowDocument last("night.yaml", kFlow);
    QTRY_VERIFY(!last.isChecking());
    QVERIFY(told <= 100);
}

void TestFlowDocument::isCheckedAgainWithOtherSurroundings()
{
    FlowDocument document("night.yaml", kFlow);
    QTRY_VERIFY(!document.isChecking());
    QSignalSpy told(&document, &FlowDocument::problemsChanged);
    edit::Surroundings surroundings;
    surroundings.environmentKeys["dev"] = {"A"};
    document.setSurroundings(surroundings);
    QVERIFY(document.isChecking());
    QVERIFY(told.wait());
    QVERIFY(!document.isChecking());
}

void TestFlowDocument::everyChangeComesAndGoesByte_data()
{
    QTest::addColumn<FlowDocument::Make>("make");
    using edit::FlowText;
    const auto row = [](const char *name, FlowDocument::Make make) { QTest::newRow(name) << make; };
    row("add", [](const FlowText &t) {
        return t.addStep({"extra", "log: {message: hi}\n", {"tell"}, {}, ""});
    });
    row("insert between", [](const FlowText &t) {
        return t.insertBetween("fetch", "join", {"mid", "log: {message: hi}\n", {}, {}, ""});
    });
    row("remove and bridge", [](const FlowText &t) { return t.removeSteps({"join"}, true); });
    row("remove", [](const FlowText &t) { return t.removeSteps({"fetch", "tell"}, false); });
    row("duplicate", [](const FlowText &t) { return t.duplicateSteps({"join", "tell"}); });
    row("paste", [](const FlowText &t) { return t.pasteSteps(t.copySteps({"fetch"}), "join"); });
    row("rename", [](const FlowText &t) { return t.renameStep("fetch", "load"); });
    row("connect", [](const FlowText &t) { return t.connect("fetch", "tell"); });
    row("disconnect", [](const FlowText &t) { return t.disconnect("fetch", "join"); });
    row("set a value", set({"steps", "fetch", "timeout"}, "9s"));
    row("set a new value", set({"steps", "fetch", "retry", "attempts"}, 3));
    row("set as typed", [](const FlowText &t) {
        return t.setRaw({"steps", "tell", "log"}, "message: |\n  two\n  lines\n");
    });
    row("remove a field", [](const FlowText &t) { return t.removeField({"steps", "fetch", "timeout"}); });
    row("rename a key", [](const FlowText &t) {
        return t.renameKey({"steps", "join", "set", "all"}, "some");
    });
    row("append", [](const FlowText &t) { return t.appendItem({"steps", "tell", "needs"}, "fetch"); });
    row("type", [](const FlowText &t) {
        return edit::TextEdits{{{0, 0}, "#"}, {{t.text().size() - 1, t.text().size()}, "\r\n"}};
    });
}

void TestFlowDocument::everyChangeComesAndGoesByte()
{
    QFETCH(FlowDocument::Make, make);
    FlowDocument document("night.yaml", kFlow);
    document.select({"join"});
    const Status done = document.change("it", make);
    QVERIFY2(done, done ? "" : errorText(done.error()).c_str());
    document.select({"tell"});
    const std::string after = document.text();
    QVERIFY(after != kFlow);
    QVERIFY(document.isChanged());
    QCOMPARE(document.undoStack().count(), 1);
    for (int i = 0; i < 3; ++i) {
        document.undoStack().undo();
        QCOMPARE(document.text(), kFlow);
        QVERIFY(!document.isChanged());
        QCOMPARE(document.selection(), Names{"join"});
        document.undoStack().redo();
        QCOMPARE(document.text(), after);
        QVERIFY(document.isChanged());
        QCOMPARE(document.selection(), Names{"tell"});
    }
}

void TestFlowDocument::aRefusedChangeSaysWhyAndChangesNothing()
{
    FlowDocument document("night.yaml", kFlow);
    QSignalSpy refused(&document, &FlowDocument::refused);
    const Status status =
        document.change("connect", [](const edit::FlowText &text) { return text.connect("tell", "fetch"); });
    QVERIFY(!status);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(document.text(), kFlow);
    QVERIFY(!document.undoStack().canUndo());
}

void TestFlowDocument::aChangeOfABrokenTextIsRefused()
{
    FlowDocument document("night.yaml", "steps: [");
    QSignalSpy refused(&document, &FlowDocument::refused);
    QVERIFY(!document.change("set", set({"name"}, "x")));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(document.text(), std::string("steps: ["));
}

void TestFlowDocument::editsOfAnOlderTextAreRefused()
{
    FlowDocument document("night.yaml", "name: x\n");
    QSignalSpy refused(&document, &FlowDocument::refused);
    document.change("type", edit::TextEdits{{{4, 40}, "y"}});
    document.change("type", edit::TextEdits{{{4, 5}, "y"}, {{2, 3}, "y"}});
    QCOMPARE(refused.count(), 2);
    QCOMPARE(document.text(), std::string("name: x\n"));
}

void TestFlowDocument::listenersCanFollowTheEdits()
{
    FlowDocument document("night.yaml", kFlow);
    std::string mirror = kFlow;
    connect(&document, &FlowDocument::textChanged, this,
            [&](const edit::TextEdits &edits) { mirror = edit::applied(mirror, edits); });
    QVERIFY(document.change("rename", [](const edit::FlowText &t) { return t.renameStep("fetch", "load"); }));
    document.replaceText("all", "name: other\n");
    QCOMPARE(mirror, document.text());
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(mirror, kFlow);
    QCOMPARE(document.revision(), quint64(5));
}

void TestFlowDocument::typingOfOneFieldIsOneStep()
{
    FlowDocument document("night.yaml", kFlow);
    for (const char *value : {"1s", "12s", "120s", "12s", "125s"})
        QVERIFY(document.change("timeout", set({"steps", "fetch", "timeout"}, value), "fetch.timeout"));
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(document.changesSinceBase(), 1);
    const std::string after = document.text();
    document.undoStack().undo();
    QCOMPARE(document.text(), kFlow);
    document.undoStack().redo();
    QCOMPARE(document.text(), after);
}

void TestFlowDocument::typingOfAnotherFieldIsAnother()
{
    FlowDocument document("night.yaml", kFlow);
    QVERIFY(document.change("timeout", set({"steps", "fetch", "timeout"}, "1s"), "fetch.timeout"));
    QVERIFY(document.change("name", set({"name"}, "day"), "name"));
    QVERIFY(document.change("name", set({"name"}, "days"), "name"));
    QVERIFY(document.change("name", set({"name"}, "a")));
    QVERIFY(document.change("name", set({"name"}, "b")));
    QCOMPARE(document.undoStack().count(), 4);
}

void TestFlowDocument::typingAfterAPauseIsAnother()
{
    FlowDocument document("night.yaml", kFlow);
    QVERIFY(document.change("name", set({"name"}, "a"), "name"));
    QElapsedTimer pause;
    pause.start();
    QTRY_VERIFY_WITH_TIMEOUT(pause.hasExpired(1'010), 5'000);
    QVERIFY(document.change("name", set({"name"}, "ab"), "name"));
    QCOMPARE(document.undoStack().count(), 2);
}

void TestFlowDocument::erasingWhatWasTypedLeavesNothing()
{
    FlowDocument document("night.yaml", kFlow);
    document.change("type", typed(document, "name: ", "x"), "typing");
    document.change("type", typed(document, "name: x", "y"), "typing");
    const std::size_t place = at(document.text(), "xy");
    document.change("type", edit::TextEdits{{{place, place + 2}, ""}}, "typing");
    QCOMPARE(document.text(), kFlow);
    QCOMPARE(document.undoStack().count(), 0);
    QVERIFY(!document.isChanged());
}

void TestFlowDocument::backspaceIsOneStep()
{
    FlowDocument document("night.yaml", kFlow);
    for (const char *rest : {"keep m", "keep ", "keep"}) {
        const std::size_t end = at(document.text(), "keep") + std::string(rest).size();
        document.change("type", edit::TextEdits{{{end, end + 1}, ""}}, "typing");
    }
    QVERIFY(at(document.text(), "# keep\n") != std::string::npos);
    QCOMPARE(document.undoStack().count(), 1);
    // Elsewhere, too, with the same key: still one, and nothing is lost.
    document.change("type", typed(document, "batuta: ", "1"), "typing");
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QCOMPARE(document.text(), kFlow);
    document.undoStack().redo();
    QVERIFY(at(document.text(), "batuta: 11\n") != std::string::npos);
}

void TestFlowDocument::aSaveEndsTheTyping()
{
    FlowDocument document("night.yaml", kFlow);
    document.change("type", typed(document, "name: ", "x"), "typing");
    document.setBase(document.text());
    QVERIFY(!document.isChanged());
    document.change("type", typed(document, "name: x", "y"), "typing");
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QVERIFY(!document.isChanged());
    QCOMPARE(document.text(), document.base());
}

void TestFlowDocument::countsTheChangesSinceTheBase()
{
    FlowDocument document("night.yaml", kFlow);
    QSignalSpy told(&document, &FlowDocument::changedChanged);
    document.replaceText("a", "name: a\n");
    document.setPlaces("move", {{"fetch", {1, 2}}});
    document.replaceText("b", "name: b\n");
    QCOMPARE(document.changesSinceBase(), 2);
    QCOMPARE(told.count(), 2);
    document.setBase("name: b\n");
    QCOMPARE(document.changesSinceBase(), 0);
    document.undoStack().undo();
    QCOMPARE(document.changesSinceBase(), 1);
    document.setBase("name: of another window\n");
    QVERIFY(document.isChanged());
    QCOMPARE(document.changesSinceBase(), 1);
}

void TestFlowDocument::movingMergesAndIsNoChange()
{
    FlowDocument document("night.yaml", kFlow, {{"fetch", {0, 0}}});
    QSignalSpy moved(&document, &FlowDocument::placesChanged);
    QSignalSpy told(&document, &FlowDocument::changedChanged);
    for (int x = 16; x <= 80; x += 16)
        document.setPlaces("move", {{"fetch", QPointF(x, 0)}}, "move fetch");
    document.setPlaces("move", {{"fetch", {80, 0}}, {"join", {5, 5}}}, "move join");
    QCOMPARE(moved.count(), 6);
    QCOMPARE(document.undoStack().count(), 2);
    QVERIFY(!document.isChanged());
    QCOMPARE(told.count(), 0);
    QCOMPARE(document.revision(), quint64(1));
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(document.places(), (StepPlaces{{"fetch", {0, 0}}}));
    document.undoStack().redo();
    QCOMPARE(document.places(), (StepPlaces{{"fetch", {80, 0}}}));
    QElapsedTimer pause;
    pause.start();
    QTRY_VERIFY_WITH_TIMEOUT(pause.hasExpired(510), 5'000);
    document.setPlaces("move", {{"fetch", {96, 0}}}, "move fetch");
    QCOMPARE(document.undoStack().count(), 2);
}

void TestFlowDocument::oneGestureMayChangeTextAndPlaces()
{
    FlowDocument document("night.yaml", kFlow);
    document.undoStack().beginMacro("drop");
    QVERIFY(document.change("add", [](const edit::FlowText &text) {
        return text.addStep({"extra", "log: {message: hi}\n", {}, {}, ""});
    }));
    document.setPlaces("add", {{"extra", {160, 32}}});
    document.undoStack().endMacro();
    document.select({"extra"});
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(document.changesSinceBase(), 1);
    document.undoStack().undo();
    QCOMPARE(document.text(), kFlow);
    QVERIFY(document.places().empty());
    QVERIFY(document.selection().empty());
    document.undoStack().redo();
    QVERIFY(document.flowText()->hasStep("extra"));
    QCOMPARE(document.places().size(), std::size_t(1));
    QCOMPARE(document.selection(), Names{"extra"});
}

QTEST_GUILESS_MAIN(TestFlowDocument)
#include "tst_flow_document.moc"
