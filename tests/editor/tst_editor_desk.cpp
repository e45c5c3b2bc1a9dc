// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What the panes of the editor do for each other, and with files that others change or hold.
#include "engine/json/json.h"
#include "tests/support/shell_house.h"
#include "views/graph/edit_view.h"
#include "views/graph/flow_scene.h"
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/editor/inspector/edit_inspector.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/text/find_bar.h"
#include "views/pages/editor/text/problems_pane.h"
#include "views/pages/editor/text/yaml_edit.h"
#include "views/pages/editor/text/yaml_pane.h"
#include "views/pages/editor/versions/disk_strip.h"
#include "views/pages/run_dialog/run_dialog.h"
#include "views/widgets/code_view.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr int kPatience = 20'000;
const char *const kFlow = "course_to_vacancy";

} // namespace

class TstEditorDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_shell.reset(); }
    void init() { QVERIFY(open(kFlow)); }
    void cleanup();
    void aFileIsPublishedAsItsFirstVersion();
    void aProblemLeadsToItsField();
    void aKeyWithoutAValueLeadsToTheEnvironments();
    void theYamlHasItsCommands();
    void refreshingReadsTheDiskAgain();
    void refreshingOpensWhatCouldNotBeRead();
    void theRunDialogKnowsTheFlow();
    void aDraftThatAnotherWindowHasIsOnlyRead();
    void aFileThatGoesIsNamedAsTheWorkspaceHasIt();
    void anOutputIsMockedBesideItsStep();

private:
    EditorPage *page() const { return m_shell->shell->findChild<EditorPage *>(); }
    EditorDesk &desk() const { return *page()->desk(); }
    FlowDocument &document() const { return desk().document(); }
    bool open(const QString &flow);
    void trigger(const char *command);
    QAction *action(const char *command);
    QString file(const QString &name) const { return m_shell->house.folder() + '/' + name; }
    QString flowFile() const { return file("flows/ml_orchestrator/%1.yaml").arg(kFlow); }
    void setTimeout(const std::string &value);

    std::unique_ptr<tests::ShellHouse> m_shell;
};

void TstEditorDesk::initTestCase()
{
    m_shell = std::make_unique<tests::ShellHouse>();
    QVERIFY(m_shell->start());
}

bool TstEditorDesk::open(const QString &flow)
{
    m_shell->shell->open({"flow", flow, {}});
    return QTest::qWaitFor(
        [&] {
            EditorPage *editor = page();
            return editor && editor->desk() && editor->address().id == flow &&
                   !editor->desk()->document().isChecking() && editor->desk()->document().flow();
        },
        kPatience);
}

/// As it was: the draft goes, and the next test opens it anew.
void TstEditorDesk::cleanup()
{
    m_shell->shell->closeOverlay();
    if (page()->desk()) {
        while (document().undoStack().canUndo())
            document().undoStack().undo();
        page()->desk()->setMode("split");
    }
    QVERIFY(open("first_login"));
}

QAction *TstEditorDesk::action(const char *command)
{
    m_shell->house.commands.update();
    return m_shell->house.commands.action(command);
}

void TstEditorDesk::trigger(const char *command)
{
    QVERIFY2(action(command), command);
    QVERIFY2(action(command)->isEnabled(), qPrintable(CommandRegistry::whyNot(action(command))));
    action(command)->trigger();
}

void TstEditorDesk::setTimeout(const std::string &value)
{
    QVERIFY(document().change("timeout", [&](const edit::FlowText &text) {
        return text.setValue({"steps", "suggest_course_vacancy", "timeout"}, value);
    }));
    QTRY_VERIFY_WITH_TIMEOUT(!document().isChecking(), kPatience);
}

/// The header says what the button does: a file that no publish has written becomes version 1, and what is
/// changed then is version 2.
void TstEditorDesk::aFileIsPublishedAsItsFirstVersion()
{
    QTRY_COMPARE_WITH_TIMEOUT(action("editor.publish")->text(), QString("Publish v1"), kPatience);
    setTimeout("90s");
    QCOMPARE(action("editor.publish")->text(), QString("Publish v2"));
}

void TstEditorDesk::aProblemLeadsToItsField()
{
    setTimeout("700s"); // longer than the deadline of the flow
    QTRY_VERIFY_WITH_TIMEOUT(document().errors() > 0, kPatience);
    desk().showBottom("problems");
    QListView &list = *desk().problems().list();
    list.setFocus();
    list.setCurrentIndex(list.model()->index(0, 0));
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(document().selection(), std::vector<std::string>{"suggest_course_vacancy"});
    QTRY_COMPARE(desk().inspector().focusedField(),
                 (edit::FieldPath{"steps", "suggest_course_vacancy", "timeout"}));
}

void TstEditorDesk::aKeyWithoutAValueLeadsToTheEnvironments()
{
    QSignalSpy wanted(page(), &Page::openRequested);
    emit desk().problems().valueRequested("A_KEY");
    emit desk().inspector().openKeyRequested("B_KEY");
    QCOMPARE(wanted.size(), 2);
    const auto address = wanted.front().front().value<Address>();
    QCOMPARE(address.view, QString("environments"));
    QCOMPARE(address.query.queryItemValue("key"), QString("A_KEY"));
    QCOMPARE(address.query.queryItemValue("env"), QString("dev"));
}

void TstEditorDesk::theYamlHasItsCommands()
{
    desk().setMode("graph");
    trigger("editor.yaml_line");
    QCOMPARE(desk().mode(), QString("split"));
    FindBar &bar = *desk().yaml().findBar();
    QTest::keyClicks(bar.field(), "3");
    QTest::keyClick(bar.field(), Qt::Key_Return);
    QCOMPARE(desk().yaml().caretText(), QString("Ln 3, Col 1"));
    const std::string before = document().text();
    trigger("editor.yaml_comment");
    QVERIFY(document().text() != before);
    document().undoStack().undo();
    trigger("editor.yaml_find");
    QTest::keyClicks(bar.field(), "timeout");
    trigger("editor.yaml_next");
    QCOMPARE(desk().yaml().edit()->textCursor().selectedText(), QString("timeout"));
    QCOMPARE(action("editor.yaml_find")->shortcut(), QKeySequence(QKeySequence::Find));
}

void TstEditorDesk::refreshingReadsTheDiskAgain()
{
    QFile written(flowFile());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray first = written.readAll();
    written.close();
    const auto write = [&](const QByteArray &text) {
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(text);
        written.close();
        page()->refresh();
    };
    write(first + "# from outside\n");
    QTRY_VERIFY_WITH_TIMEOUT(document().text().ends_with("# from outside\n"), kPatience);
    write(first);
    QTRY_COMPARE_WITH_TIMEOUT(document().text(), first.toStdString(), kPatience);
}

void TstEditorDesk::refreshingOpensWhatCouldNotBeRead()
{
    QVERIFY(open("first_login"));
    QVERIFY(QFile::rename(flowFile(), flowFile() + ".away"));
    m_shell->shell->open({"flow", kFlow, {}});
    QTRY_VERIFY(!page()->desk());
    const auto isNamed = [this] {
        const auto labels = page()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() &&
                   label->text().contains("flows/ml_orchestrator/course_to_vacancy.yaml") &&
                   !label->text().contains("/flows");
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isNamed(), kPatience);
    QVERIFY(QFile::rename(flowFile() + ".away", flowFile()));
    page()->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(page()->desk(), kPatience);
    QCOMPARE(page()->address().id, QString(kFlow));
}

void TstEditorDesk::theRunDialogKnowsTheFlow()
{
    trigger("app.run");
    auto *dialog = m_shell->shell->findChild<RunDialog *>();
    QVERIFY(dialog);
    const auto labels = dialog->findChildren<QLabel *>();
    QTRY_VERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains(kFlow); }));
}

void TstEditorDesk::aDraftThatAnotherWindowHasIsOnlyRead()
{
    QVERIFY(open("first_login")); // so that the other one is first
    const FlowFiles::Where where{m_shell->house.folder().toStdString(), kFlow, flowFile().toStdString()};
    auto other = std::make_unique<FlowFiles>(where, "read again");
    other->open();
    QTRY_VERIFY(other->document());
    QVERIFY(open(kFlow));
    QVERIFY(desk().isReadOnly());
    const std::string before = document().text();
    desk().yaml().edit()->setFocus();
    QTest::keyClicks(desk().yaml().edit(), "x");
    document().select({"suggest_course_vacancy"});
    for (const char *command : {"editor.publish", "editor.discard", "editor.yaml_comment", "canvas.delete",
                                "canvas.add", "canvas.paste"}) {
        QVERIFY2(action(command), command);
        QVERIFY2(!action(command)->isEnabled(), command);
    }
    QCOMPARE(document().text(), before);
    other.reset();
    const auto buttons = desk().findChildren<QAbstractButton *>();
    const auto again = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
        return button->text() == "Try again" && button->isVisible();
    });
    QVERIFY(again != buttons.end());
    (*again)->click();
    QTRY_VERIFY_WITH_TIMEOUT(page()->desk() && !page()->desk()->isReadOnly(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(document().flow(), kPatience);
}

void TstEditorDesk::aFileThatGoesIsNamedAsTheWorkspaceHasIt()
{
    QVERIFY(QFile::rename(flowFile(), flowFile() + ".away"));
    const auto *strip = desk().findChild<DiskStrip *>();
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), kPatience);
    QCOMPARE(strip->findChild<Notice *>()->accessibleName(),
             QString("flows/ml_orchestrator/course_to_vacancy.yaml is gone from the disk"));
    QVERIFY(QFile::rename(flowFile() + ".away", flowFile()));
    QTRY_VERIFY_WITH_TIMEOUT(!strip->isVisible(), kPatience);
}

/// The button stands below the inspector of the step; what is written there is what tests get of the step.
void TstEditorDesk::anOutputIsMockedBesideItsStep()
{
    const auto button = [this](const QWidget &where, const QString &text) -> QAbstractButton * {
        for (QAbstractButton *each : where.findChildren<QAbstractButton *>())
            if (each->isVisible() && each->text() == text)
                return each;
        return nullptr;
    };
    document().select({});
    QVERIFY(!button(desk(), "Mock output"));
    document().select({"suggest_course_vacancy"});
    QVERIFY(button(desk(), "Mock output"));
    button(desk(), "Mock output")->click();
    const auto overlays = m_shell->shell->findChildren<Overlay *>();
    const auto asked =
        std::find_if(overlays.begin(), overlays.end(), [](const Overlay *each) { return each->isVisible(); });
    QVERIFY(asked != overlays.end());
    (*asked)->findChild<CodeView *>()->setPlainText(R"({"courses": ["c1"]})");
    QVERIFY(button(**asked, "Pin"));
    button(**asked, "Pin")->click();
    TestBench &bench = desk().tests().bench();
    QCOMPARE(bench.setup().pins().at("suggest_course_vacancy")["courses"].at(0).asString(),
             std::string("c1"));
    const FlowScene &scene = desk().canvas().view().flowScene();
    const int node = scene.graph().find("suggest_course_vacancy");
    QVERIFY(scene.marksOf(node).isPinned); // shown as such
    bench.form().fill(json::Object{{"user_id", "u1"}, {"session_id", "s1"}});
    trigger("editor.test");
    QTRY_VERIFY_WITH_TIMEOUT(bench.phase() == TestBench::Phase::Ended, kPatience);
    QCOMPARE(json::parse(bench.step("suggest_course_vacancy")->output).value()["courses"].at(0).asString(),
             std::string("c1"));
    bench.setup().unpin("suggest_course_vacancy");
    QVERIFY(!scene.marksOf(node).isPinned);
}

QTEST_MAIN(TstEditorDesk)
#include "tst_editor_desk.moc"
