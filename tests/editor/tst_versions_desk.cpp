// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A flow is edited, published from the dialog, and runs on the real engine without a restart.
#include "tests/support/console_house.h"
#include "views/pages/editor/versions/publish_dialog.h"
#include "views/pages/editor/versions/versions_desk.h"
#include "views/pages/editor/versions/versions_panel.h"
#include "views/widgets/button.h"
#include "views/widgets/overlay.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr const char *kFlow = R"(batuta: 1
name: little_sum
steps:
  first: {set: {n: 1}}
output: "${{ steps.first.output.n }}"
)";

} // namespace

class TestVersionsDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<tests::ConsoleHouse>();
        m_file = m_house->folder() + "/flows/ml_orchestrator/little_sum.yaml";
        QVERIFY(m_house->start());
        QFile file(m_file);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(kFlow) > 0);
    }
    void cleanupTestCase() { m_house.reset(); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_window->show();
        m_files = std::make_unique<FlowFiles>(
            versions::VersionBook::Where{m_house->folder().toStdString(), "little_sum", m_file.toStdString()},
            "Reload");
        QSignalSpy opened(m_files.get(), &FlowFiles::opened);
        m_files->open();
        QVERIFY(opened.wait(10'000));
        m_desk = std::make_unique<VersionsDesk>(m_house->context(), *m_files, m_window.get());
        QVERIFY(QTest::qWaitFor([&] { return m_desk->source().isLoaded(); }, 10'000));
    }
    void cleanup()
    {
        m_desk.reset();
        m_files.reset();
        m_window.reset();
    }

    void whatIsPublishedRunsAtOnce()
    {
        QVERIFY(!m_house->link.flow("little_sum")); // the engine was started before there was a file
        edit("n: 1", "n: 2");
        QCOMPARE(publish("two of them"), 2); // 1 is what the file held
        QVERIFY(QTest::qWaitFor([&] { return m_house->link.flow("little_sum") != nullptr; }, 10'000));
        const client::ExecutionRecord record = m_house->ended(m_house->run("little_sum", json::Object{}));
        QCOMPARE(record.output.asInteger(), 2);
        QCOMPARE(record.flowVersion, m_desk->source().list().entries.back().version);
        QCOMPARE(m_desk->newest(), 2);
        QCOMPARE(m_desk->onDisk(), 2);
        QVERIFY(!m_files->document()->isChanged());
    }

    void anEarlierVersionIsRestoredPublishedAndRuns()
    {
        const std::string before = m_files->document()->text();
        m_desk->showVersions();
        auto *panel = m_window->findChild<VersionsPanel *>();
        QVERIFY(panel);
        panel->select(1);
        emit panel->restoreRequested(1, kFlow);
        QCOMPARE(m_files->document()->text(), std::string(kFlow));
        m_files->document()->undoStack().undo();
        QCOMPARE(m_files->document()->text(), before);
        m_files->document()->undoStack().redo();
        QCOMPARE(publish("back to one"), 3);
        const client::ExecutionRecord record = m_house->ended(m_house->run("little_sum", json::Object{}));
        QCOMPARE(record.output.asInteger(), 1);
    }

    void aFileThatChangedMeanwhileIsNotOverwritten()
    {
        edit("n: 1", "n: 5");
        QFile file(m_file);
        QVERIFY(file.open(QFile::Append) && file.write("# by hand\n") > 0);
        file.close();
        m_desk->publish();
        auto *dialog = m_window->findChild<PublishDialog *>();
        QVERIFY(QTest::qWaitFor([&] { return dialog->whyNot().isEmpty(); }, 10'000));
        emit dialog->publishRequested("mine");
        QVERIFY(QTest::qWaitFor([&] { return !dialog->whyNot().contains("written"); }, 10'000));
        QVERIFY(file.open(QFile::ReadOnly) && file.readAll().endsWith("# by hand\n"));
        QCOMPARE(m_desk->newest(), 3);
    }

    void comparingKeepsTheNoteOfThePublish()
    {
        m_desk->publish();
        auto *dialog = m_window->findChild<PublishDialog *>();
        dialog->findChild<QPlainTextEdit *>()->setPlainText("a note");
        m_desk->compareWithNewest();
        QCOMPARE(m_window->findChildren<Overlay *>().size(), 2);
        QTest::keyClick(m_window->findChildren<Overlay *>().last(), Qt::Key_Escape);
        QCOMPARE(dialog->note(), QString("a note"));
        QVERIFY(dialog->isVisible());
    }

private:
    void edit(const std::string &from, const std::string &to)
    {
        std::string text = m_files->document()->text();
        text.replace(text.find(from), from.size(), to);
        m_files->document()->replaceText("edit", text);
    }

    /// Through the dialog; the number, once the engine has it.
    int publish(const QString &note)
    {
        QSignalSpy published(m_desk.get(), &VersionsDesk::published);
        m_desk->publish();
        auto *dialog = m_window->findChild<PublishDialog *>();
        const bool isReady = QTest::qWaitFor(
            [&] {
                dialog->findChild<QCheckBox *>()->setChecked(true);
                return dialog->whyNot().isEmpty();
            },
            10'000);
        if (!isReady)
            qWarning("%s", qPrintable(dialog->whyNot()));
        dialog->findChild<QPlainTextEdit *>()->setPlainText(note);
        QTest::keyClick(dialog->findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);
        return published.wait(10'000) ? published.front().front().toInt() : 0;
    }

    std::unique_ptr<tests::ConsoleHouse> m_house;
    QString m_file;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<FlowFiles> m_files;
    std::unique_ptr<VersionsDesk> m_desk;
};

QTEST_MAIN(TestVersionsDesk)
#include "tst_versions_desk.moc"
