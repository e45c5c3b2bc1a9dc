// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The flow editor as a person uses it: the real page on a real engine with the functions of the sandbox.
#include "tests/support/shell_house.h"
#include "views/graph/edit_view.h"
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_header.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/editor/new/new_flow_dialog.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/versions/publish_dialog.h"
#include "views/widgets/label.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr int kPatience = 20'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstEditorPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_shell.reset(); }
    void opensAFlow();
    void aChangeIsADraftUntilItIsPublished();
    void theCommandsAreInThePalette();
    void aNewFlowIsBuiltTestedPublishedAndRun();
    void aFlowThatIsNotThereIsSaid();
    void theHeaderIsReadWhole_data();
    void theHeaderIsReadWhole();

private:
    EditorPage *page() const { return m_shell->shell->findChild<EditorPage *>(); }
    bool open(const QString &flow);
    void trigger(const char *command);
    QString file(const QString &name) const { return m_shell->house.folder() + '/' + name; }

    std::unique_ptr<tests::ShellHouse> m_shell;
};

void TstEditorPage::initTestCase()
{
    m_shell = std::make_unique<tests::ShellHouse>();
    QVERIFY(m_shell->start());
}

bool TstEditorPage::open(const QString &flow)
{
    m_shell->shell->open({"flow", flow, {}});
    return QTest::qWaitFor(
        [&] {
            EditorPage *editor = page();
            return editor && editor->desk() && editor->address().id == flow &&
                   (editor->desk()->document().flow() || !editor->desk()->document().problems().empty());
        },
        kPatience);
}

void TstEditorPage::trigger(const char *command)
{
    QAction *action = m_shell->house.commands.action(command);
    QVERIFY2(action, command);
    m_shell->house.commands.update();
    QVERIFY2(action->isEnabled(), qPrintable(CommandRegistry::whyNot(action)));
    action->trigger();
}

void TstEditorPage::opensAFlow()
{
    QVERIFY(open("update_profile"));
    FlowDocument &document = page()->desk()->document();
    QVERIFY(document.flow()->steps.size() >= 10);
    QVERIFY(!document.isChanged());
    QCOMPARE(document.errors(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(page()->desk()->canvas().view().isLaidOut(), kPatience);
}

void TstEditorPage::aChangeIsADraftUntilItIsPublished()
{
    QVERIFY(open("course_to_vacancy"));
    FlowDocument &document = page()->desk()->document();
    const std::string first = document.text();
    const QString flowFile = file("flows/ml_orchestrator/course_to_vacancy.yaml");
    const QByteArray onDisk = contentOf(flowFile);
    QCOMPARE(onDisk.toStdString(), first);
    QVERIFY(document.change("title", [](const edit::FlowText &text) {
        return text.setValue({"steps", "suggest_course_vacancy", "timeout"}, "90s");
    }));
    QVERIFY(document.isChanged());
    const QString draft = file(".batuta/drafts/course_to_vacancy.yaml");
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(draft).contains("timeout: 90s"), 5'000);
    QCOMPARE(contentOf(flowFile), onDisk);
    QTRY_VERIFY_WITH_TIMEOUT(!document.isChecking() && document.isFlowCurrent(), kPatience);
    const std::string edited = document.text();
    trigger("editor.undo");
    QCOMPARE(document.text(), first);
    trigger("editor.redo");
    QCOMPARE(document.text(), edited);
    QTRY_VERIFY_WITH_TIMEOUT(!document.isChecking(), kPatience);
    trigger("editor.publish");
    auto *dialog = m_shell->shell->findChild<PublishDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY2_WITH_TIMEOUT(dialog->whyNot().isEmpty(), qPrintable(dialog->whyNot()), kPatience);
    emit dialog->publishRequested("a note");
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(flowFile).toStdString(), edited, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!document.isChanged(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(draft), kPatience);
    const QString version = QString::fromStdString(document.flow()->version);
    QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(m_shell->house.link.flow("course_to_vacancy")->version),
                              version, kPatience);
}

void TstEditorPage::theCommandsAreInThePalette()
{
    QVERIFY(open("update_profile"));
    const auto all = m_shell->house.commands.commandsOf(page());
    const auto has = [&](const QString &id) {
        return std::any_of(all.begin(), all.end(),
                           [&](const QAction *action) { return CommandRegistry::idOf(action) == id; });
    };
    for (const char *id :
         {"editor.undo", "editor.publish", "editor.compare", "editor.versions", "editor.new", "editor.test",
          "editor.next_problem", "editor.fix", "editor.export_svg", "editor.copy_mermaid", "editor.outline"})
        QVERIFY2(has(id), id);
}

/// From an empty canvas by keyboard: two steps, a value, a test, a publish, a run.
void TstEditorPage::aNewFlowIsBuiltTestedPublishedAndRun()
{
    QVERIFY(open("update_profile"));
    trigger("editor.new");
    auto *dialog = m_shell->shell->findChild<NewFlowDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget *>("templates")->count(), 6);
    QTest::keyClicks(dialog->findChild<QLineEdit *>("name"), "made_here");
    dialog->findChild<QComboBox *>("system")->setCurrentText("ml_orchestrator");
    QTest::keyClick(dialog->findChild<QLineEdit *>("name"), Qt::Key_Return);
    QVERIFY(QFile::exists(file(".batuta/drafts/made_here.yaml")));
    QTRY_VERIFY_WITH_TIMEOUT(page()->address().id == "made_here" && page()->desk(), kPatience);
    EditorDesk &desk = *page()->desk();
    FlowDocument &document = desk.document();
    QTRY_VERIFY_WITH_TIMEOUT(!document.isChecking(), kPatience);
    QVERIFY(!m_shell->house.commands.action("editor.publish")->isEnabled()); // it has no steps yet

    EditView &view = desk.canvas().view();
    for (const char *kind : {"set", "log"}) {
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Tab);
        QWidget *picker = QApplication::focusWidget();
        QVERIFY(picker && picker != &view);
        QTest::keyClicks(picker, kind);
        QTest::keyClick(picker, Qt::Key_Return);
    }
    QTRY_VERIFY_WITH_TIMEOUT(
        document.flow() && document.flow()->steps.size() == 2 && document.isFlowCurrent(), kPatience);
    QCOMPARE(document.flow()->steps[1].needs.size(), std::size_t{1});
    QTRY_COMPARE_WITH_TIMEOUT(document.errors(), 0, kPatience);

    trigger("editor.test");
    TestBench &bench = desk.tests().bench();
    QTRY_VERIFY_WITH_TIMEOUT(bench.phase() == TestBench::Phase::Ended, kPatience);
    QCOMPARE(bench.steps().size(), std::size_t{2});
    for (const auto &[id, step] : bench.steps())
        QCOMPARE(QString::fromStdString(step.status), QString("success"));
    QVERIFY(!m_shell->house.link.flow("made_here")); // a test leaves nothing in the workspace

    trigger("editor.publish");
    auto *publish = m_shell->shell->findChild<PublishDialog *>();
    QVERIFY(publish);
    QTRY_VERIFY2_WITH_TIMEOUT(publish->whyNot().isEmpty(), qPrintable(publish->whyNot()), kPatience);
    emit publish->publishRequested("a note");
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->house.link.flow("made_here"), kPatience);
    QCOMPARE(contentOf(file("flows/ml_orchestrator/made_here.yaml")).toStdString(), document.text());
    const QString run = m_shell->house.run("made_here", json::Object{});
    QVERIFY(!run.isEmpty());
    QCOMPARE(QString::fromStdString(m_shell->house.ended(run).status), QString("success"));
}

void TstEditorPage::aFlowThatIsNotThereIsSaid()
{
    m_shell->shell->open({"flow", "never_heard_of", {}});
    QTRY_VERIFY(!page()->desk());
    QVERIFY(!m_shell->house.commands.action("editor.undo")->isEnabled());
    QVERIFY(open("update_profile"));
}

void TstEditorPage::theHeaderIsReadWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    for (const char *language : {"en", "pt_BR"})
        for (const int width : {1120, 1280, 1440})
            QTest::addRow("%s, %d", language, width) << language << width;
}

/// Whatever the language and the width of the window: what does not fit gives way, and nothing is cut.
void TstEditorPage::theHeaderIsReadWhole()
{
    QFETCH(QString, language);
    QFETCH(int, width);
    m_shell->house.preferences.setLanguage(language);
    m_shell->shell->resize(width, 680);
    QVERIFY(open("update_profile"));
    FlowDocument &document = page()->desk()->document();
    for (const char *timeout : {"90s", "91s"})
        QVERIFY(document.change("timeout", [&](const edit::FlowText &text) {
            return text.setValue({"steps", "suggest_course_vacancy", "timeout"}, timeout);
        }));
    const auto *header = page()->findChild<EditorHeader *>();
    QVERIFY(header);
    const QString saved = language == "en" ? "2 edits, saved" : "2 edições, salv";
    const auto labels = header->findChildren<Label *>();
    const auto isSaid = [&](const Label *label) { return label->text().startsWith(saved); };
    QTRY_VERIFY_WITH_TIMEOUT(std::any_of(labels.begin(), labels.end(), isSaid), kPatience);
    const auto cut = [&] {
        QStringList all;
        for (const Label *label : labels)
            if (label->isVisible() && label->width() < label->sizeHint().width())
                all << label->text();
        for (const QAbstractButton *button : header->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->width() < button->sizeHint().width())
                all << button->text();
        return all.join(", ");
    };
    QTRY_COMPARE(cut(), QString());
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    m_shell->house.preferences.setLanguage("en");
    m_shell->shell->resize(1440, 900);
}

QTEST_MAIN(TstEditorPage)
#include "tst_editor_page.moc"
