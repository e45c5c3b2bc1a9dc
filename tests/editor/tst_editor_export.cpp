// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Pictures of the graph, and workflows that come from elsewhere, through the page's own commands.
#include "tests/support/shell_house.h"
#include "views/graph/edit_view.h"
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/editor/new/new_flow_dialog.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr int kPatience = 20'000;

constexpr const char *kWorkflow = R"(name: Nightly
on: {schedule: [{cron: "0 3 * * *"}]}
jobs:
  build: {runs-on: ubuntu-latest, steps: [{run: make}]}
  check: {runs-on: ubuntu-latest, needs: build, steps: [{run: make test}, {uses: actions/upload-artifact@v4}]}
)";

} // namespace

class TstEditorExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_shell.reset(); }
    void writesPng();
    void writesSvg();
    void aFolderThatIsNotThereIsSaid();
    void copiesMermaid();
    void aWorkflowBecomesADraftAndTellsWhatIsLeftOut();

private:
    EditorPage *page() const { return m_shell->shell->findChild<EditorPage *>(); }
    bool trigger(const char *command);
    bool exportTo(const char *command, const QString &path);

    QTemporaryDir m_folder;
    std::unique_ptr<tests::ShellHouse> m_shell;
};

void TstEditorExport::initTestCase()
{
    m_shell = std::make_unique<tests::ShellHouse>();
    QVERIFY(m_shell->start());
    m_shell->shell->open({"flow", "update_profile", {}});
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->desk() && page()->desk()->document().flow() &&
                                 page()->desk()->canvas().view().isLaidOut(),
                             kPatience);
}

bool TstEditorExport::trigger(const char *command)
{
    m_shell->house.commands.update();
    QAction *action = m_shell->house.commands.action(command);
    if (!action || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

bool TstEditorExport::exportTo(const char *command, const QString &path)
{
    if (!trigger(command))
        return false;
    auto *choice = page()->findChild<QFileDialog *>();
    if (!choice)
        return false;
    emit choice->fileSelected(path);
    choice->close();
    return QTest::qWaitFor([this] { return !page()->findChild<QFileDialog *>(); }, kPatience);
}

void TstEditorExport::writesPng()
{
    const QString path = m_folder.filePath("graph.png");
    QVERIFY(exportTo("editor.export_png", path));
    const QImage picture(path);
    QVERIFY(picture.width() > 1'000 && picture.height() > 200); // all of it, not only what is in sight
    QSet<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 3)
        for (int y = 0; y < picture.height(); y += 3)
            colours.insert(picture.pixel(x, y));
    QVERIFY(colours.size() > 8);
}

void TstEditorExport::writesSvg()
{
    const QString path = m_folder.filePath("graph.svg");
    QVERIFY(exportTo("editor.export_svg", path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<svg"));
    QVERIFY2(text.count("<path") + text.count("<rect") > 22,
             qPrintable(QString::number(text.size()))); // boxes, edges
}

void TstEditorExport::aFolderThatIsNotThereIsSaid()
{
    QSignalSpy told(page(), &Page::told);
    QVERIFY(exportTo("editor.export_png", m_folder.filePath("nowhere/graph.png")));
    QCOMPARE(told.size(), 1);
    QVERIFY2(!told.at(0).at(0).toString().contains("is written"), qPrintable(told.at(0).at(0).toString()));
}

void TstEditorExport::copiesMermaid()
{
    QVERIFY(trigger("editor.copy_mermaid"));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains("flowchart LR"), qPrintable(text.left(60)));
    for (const flow::Step &step : page()->desk()->document().flow()->definition->steps)
        QVERIFY2(text.contains(QString::fromStdString(step.id.value)), step.id.value.c_str());
}

void TstEditorExport::aWorkflowBecomesADraftAndTellsWhatIsLeftOut()
{
    const QString path = m_folder.filePath("nightly.yml");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kWorkflow);
    file.close();
    QVERIFY(trigger("editor.new"));
    auto *dialog = m_shell->shell->findChild<NewFlowDialog *>();
    QVERIFY(dialog);
    emit dialog->importWanted();
    auto *choice = dialog->findChild<QFileDialog *>();
    QVERIFY(choice);
    emit choice->fileSelected(path);
    choice->close();
    const auto tells = [dialog](const QString &text) {
        for (const QListWidget *list : dialog->findChildren<QListWidget *>())
            if (list->isVisible() && !list->findItems(text, Qt::MatchContains).isEmpty())
                return true;
        return false;
    };
    QTRY_VERIFY(tells("upload-artifact"));
    auto *name = dialog->findChild<QLineEdit *>("name");
    name->setText("nightly");
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page()->address().id == "nightly" && page()->desk(), kPatience);
    FlowDocument &document = page()->desk()->document();
    QTRY_VERIFY_WITH_TIMEOUT(document.flow() && !document.isChecking(), kPatience);
    QVERIFY(document.flow()->definition->steps.size() >= 2);
    QVERIFY2(document.text().find("0 3 * * *") != std::string::npos, document.text().c_str());
}

QTEST_MAIN(TstEditorExport)
#include "tst_editor_export.moc"
