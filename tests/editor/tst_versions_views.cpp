// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The dialogs of the editor's versions over a real book, a real document and no engine.
#include "views/models/document/version_names.h"
#include "views/pages/editor/versions/change_list.h"
#include "views/pages/editor/versions/compare_dialog.h"
#include "views/pages/editor/versions/diff_graph.h"
#include "views/pages/editor/versions/diff_view.h"
#include "views/pages/editor/versions/disk_strip.h"
#include "views/pages/editor/versions/publish_dialog.h"
#include "views/pages/editor/versions/version_rows.h"
#include "views/pages/editor/versions/versions_panel.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/notice.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

const std::string kOne = R"(batuta: 1
name: ship
deadline: 60s
steps:
  pick: {set: {n: 1}}
  pack:
    needs: [pick]
    set: {n: 2}
  label: {needs: [pick], set: {text: "small"}}
  send: {needs: [pack, label], set: {n: 3}}
)";
const std::string kTwo = R"(batuta: 1
name: ship
deadline: 90s
steps:
  pick: {set: {n: 1}}
  pack:
    needs: [pick]
    set: {n: 20}  # more of them
  weigh: {needs: [pack], set: {n: 4}}
  send: {needs: [weigh], set: {n: 3}}
)";

Button *buttonOf(QWidget &panel, const QString &text)
{
    for (Button *button : panel.findChildren<Button *>())
        if (button->text() == text && button->isVisibleTo(&panel))
            return button;
    return nullptr;
}

} // namespace

class TestVersionsViews : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme.install();
        m_shots = qEnvironmentVariable("BATUTA_SHOTS");
    }
    void init();
    void cleanup();
    void theListTellsWhoPublishedWhatAndWhatRuns();
    void aVersionIsRestoredIntoTheDraft();
    void aVersionIsCopied();
    void aFileChangedOutsideIsToldAndAdopted();
    void twoVersionsAreComparedAsGraphAndText();
    void theSidesCanBeSwappedAndChosen();
    void aTextThatIsNoYamlIsComparedLineByLine();
    void aPublishTellsWhatChangesAndTakesANote();
    void errorsBlockAPublishAndLeadToTheirPlace();
    void nothingNewIsNotPublished();
    void theStripOfTheDiskAsks();
    void anExecutionsVersionHasItsNumber();

private:
    void publish(const std::string &text, const char *author, const char *note);
    void load();
    void shoot(QWidget &widget, const QString &name);
    QString flowFile() const { return m_folder->filePath("flows/a/ship.yaml"); }

    Theme m_theme;
    QString m_shots;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FlowDocument> m_document;
    std::unique_ptr<EngineLink> m_engine;
    std::unique_ptr<VersionSource> m_source;
    std::string m_running;
};

void TestVersionsViews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath("flows/a"));
    publish(kOne, "ana", "First steps");
    publish(kTwo, "ben", "Weighed before it is sent, and twenty at a time");
    m_running = kOne;
    m_document = std::make_unique<FlowDocument>("flows/a/ship.yaml", kTwo);
    m_engine = std::make_unique<EngineLink>();
    m_source = std::make_unique<VersionSource>(
        versions::VersionBook::Where{m_folder->path().toStdString(), "ship", flowFile().toStdString()},
        [this] { return m_document->text(); }, [this] { return m_running; });
    load();
}

void TestVersionsViews::cleanup()
{
    m_source.reset();
    m_engine.reset();
    m_document.reset();
}

void TestVersionsViews::publish(const std::string &text, const char *author, const char *note)
{
    auto book =
        versions::VersionBook::open({m_folder->path().toStdString(), "ship", flowFile().toStdString()});
    QVERIFY(book && book->publish({text, author, note, SystemClock().wall(), {}}));
}

void TestVersionsViews::load()
{
    QSignalSpy loaded(m_source.get(), &VersionSource::loaded);
    m_source->load();
    QVERIFY(loaded.wait(10'000));
}

/// Pictures for whoever looks: BATUTA_SHOTS names a folder.
void TestVersionsViews::shoot(QWidget &widget, const QString &name)
{
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        m_theme.setMode(mode);
        QCoreApplication::processEvents();
        const QPixmap picture = widget.grab();
        QVERIFY(!picture.isNull());
        if (!m_shots.isEmpty())
            picture.save(m_shots + "/" + name + (mode == ThemeMode::Dark ? "-dark.png" : "-light.png"));
    }
}

void TestVersionsViews::theListTellsWhoPublishedWhatAndWhatRuns()
{
    VersionsPanel panel(*m_source, *m_engine);
    panel.resize(panel.wantedSize());
    panel.show();
    auto *list = panel.findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(panel.selected(), 2);
    const QString newest = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(newest.startsWith("Version 2, ") && newest.contains("ben") && newest.contains("Weighed"),
             qPrintable(newest));
    QVERIFY(!newest.contains("runs now"));
    const QString first = list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(first.contains("ana") && first.contains("runs now"), qPrintable(first));
    for (const Button *button : panel.findChildren<Button *>())
        QVERIFY(!button->accessibleName().isEmpty());
    QSignalSpy compared(&panel, &VersionsPanel::compareRequested);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(compared.size(), 1);
    QCOMPARE(compared.front().front().value<TextSide>(), (TextSide{TextSide::Published, 2}));
    buttonOf(panel, "With the one before")->click();
    QCOMPARE(compared.back().front().value<TextSide>(), (TextSide{TextSide::Published, 1}));
    panel.select(1);
    QVERIFY(!buttonOf(panel, "With the one before")->isEnabled());
    shoot(panel, "versions");
}

void TestVersionsViews::aVersionIsRestoredIntoTheDraft()
{
    VersionsPanel panel(*m_source, *m_engine);
    panel.show();
    panel.select(1);
    connect(&panel, &VersionsPanel::restoreRequested, m_document.get(),
            [this](int number, const std::string &text) {
                m_document->replaceText(QString("Restore v%1").arg(number), text);
            });
    QSignalSpy restored(&panel, &VersionsPanel::restoreRequested);
    buttonOf(panel, "Restore")->click();
    QVERIFY(restored.wait(10'000));
    QCOMPARE(m_document->text(), kOne);
    m_document->undoStack().undo();
    QCOMPARE(m_document->text(), kTwo);
}

void TestVersionsViews::aVersionIsCopied()
{
    VersionsPanel panel(*m_source, *m_engine);
    panel.show();
    panel.select(1);
    QSignalSpy told(&panel, &VersionsPanel::told);
    QTest::keyClick(panel.findChild<QListView *>(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(told.wait(10'000));
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), kOne);
}

void TestVersionsViews::aFileChangedOutsideIsToldAndAdopted()
{
    QFile file(flowFile());
    QVERIFY(file.open(QFile::Append) && file.write("# by hand\n") > 0);
    file.close();
    VersionsPanel panel(*m_source, *m_engine);
    panel.resize(panel.wantedSize());
    panel.show();
    load();
    Button *adopt = buttonOf(panel, "Adopt");
    QVERIFY(adopt);
    shoot(panel, "versions-outside");
    QSignalSpy adopted(&panel, &VersionsPanel::adopted);
    adopt->click();
    QVERIFY(adopted.wait(10'000));
    QCOMPARE(adopted.front().front().toInt(), 3);
    load();
    QVERIFY(!buttonOf(panel, "Adopt"));
    QCOMPARE(m_source->list().newest(), 3);
}

void TestVersionsViews::twoVersionsAreComparedAsGraphAndText()
{
    CompareDialog dialog(*m_source);
    dialog.resize(dialog.wantedSize());
    dialog.show();
    QSignalSpy compared(&dialog, &CompareDialog::compared);
    dialog.compare({TextSide::Published, 1}, {TextSide::Published, 2});
    QVERIFY(compared.wait(10'000));
    auto *graph = dialog.findChild<DiffGraph *>();
    QTRY_VERIFY(graph->isLaidOut());
    QVERIFY(graph->accessibleDescription().contains("1 step(s) added"));
    QVERIFY(graph->accessibleDescription().contains("1 step(s) removed"));
    const auto *changes = dialog.findChild<ChangeList *>();
    QStringList rows;
    for (int i = 0; i < changes->model()->rowCount(); ++i)
        rows << changes->model()->index(i, 0).data().toString();
    QVERIFY2(rows.contains("+ Added weigh") && rows.contains("− Removed label") &&
                 rows.contains("~ Changed pack") && rows.contains("+ Added pack → weigh"),
             qPrintable(rows.join('|')));
    QSignalSpy selected(graph, &FlowView::selectionChanged);
    dialog.findChild<ChangeList *>()->setCurrentIndex(
        changes->model()->index(rows.indexOf("~ Changed pack"), 0));
    QCOMPARE(graph->selected(), std::string("pack"));
    shoot(dialog, "compare-graph");
    emit dialog.findChild<Segmented *>()->chosen("text");
    auto *text = dialog.findChild<DiffView *>();
    QVERIFY(text->isVisible());
    QCOMPARE(text->rows().differences.size(), std::size_t(2));
    buttonOf(dialog, "Next")->click();
    QCOMPARE(text->present(), 1);
    shoot(dialog, "compare-text");
}

void TestVersionsViews::theSidesCanBeSwappedAndChosen()
{
    CompareDialog dialog(*m_source);
    dialog.show();
    QSignalSpy compared(&dialog, &CompareDialog::compared);
    dialog.compare({TextSide::Published, 1}, {TextSide::Draft, 0});
    QVERIFY(compared.wait(10'000));
    auto *text = dialog.findChild<DiffView *>();
    QVERIFY(text->accessibleName().contains("v1 and Draft"));
    const int added = text->rows().added, removed = text->rows().removed;
    QVERIFY(added != removed || added > 0);
    buttonOf(dialog, "Swap the sides")->click();
    QVERIFY(compared.wait(10'000));
    QVERIFY(text->accessibleName().contains("Draft and v1"));
    QCOMPARE(text->rows().added, removed);
    auto *left = dialog.findChildren<QComboBox *>().front();
    left->setCurrentIndex(left->findText("What runs now"));
    emit left->activated(left->currentIndex());
    QVERIFY(compared.wait(10'000));
    QVERIFY(text->rows().differences.empty()); // what runs is v1
    m_running.clear();
    emit left->activated(left->currentIndex());
    QVERIFY(compared.wait(10'000));
    QVERIFY(dialog.findChild<Notice *>()->isVisible());
}

void TestVersionsViews::aTextThatIsNoYamlIsComparedLineByLine()
{
    m_document->replaceText("x", "steps: {\n");
    CompareDialog dialog(*m_source);
    dialog.show();
    QSignalSpy compared(&dialog, &CompareDialog::compared);
    dialog.compare({TextSide::Published, 1}, {TextSide::Draft, 0});
    QVERIFY(compared.wait(10'000));
    QVERIFY(dialog.findChild<Notice *>()->isVisible());
    QVERIFY(dialog.findChild<DiffView *>()->isVisible());
}

void TestVersionsViews::aPublishTellsWhatChangesAndTakesANote()
{
    std::string text = kTwo;
    text.replace(text.find("n: 3"), 4, "n: 33");
    m_document->replaceText("edit", text);
    PublishDialog dialog(*m_document, *m_source);
    dialog.resize(dialog.wantedSize());
    dialog.show();
    auto *changes = dialog.findChild<ChangeList *>();
    QTRY_COMPARE_WITH_TIMEOUT(changes->model()->rowCount(), 1, 10'000);
    QCOMPARE(changes->model()->index(0, 0).data().toString(), QString("~ Changed send"));
    QTRY_VERIFY2_WITH_TIMEOUT(dialog.whyNot().isEmpty(), qPrintable(dialog.whyNot()), 10'000);
    Button *publish = buttonOf(dialog, "Publish v3");
    QVERIFY(publish && publish->isEnabled());
    auto *note = dialog.findChild<QPlainTextEdit *>();
    QTest::keyClicks(note, "Thirty-three");
    QTest::keyClick(note, Qt::Key_Return);
    shoot(dialog, "publish");
    QSignalSpy wanted(&dialog, &PublishDialog::publishRequested);
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toString(), QString("Thirty-three"));
    dialog.setPublishing(true);
    QVERIFY(!publish->isEnabled());
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    dialog.showRefusal({ErrorCode::ActRefused, "ship", "its file has changed", {}, {}});
    QVERIFY(dialog.findChild<Notice *>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(publish->isEnabled(), 10'000);
}

void TestVersionsViews::errorsBlockAPublishAndLeadToTheirPlace()
{
    std::string text = kTwo;
    text.replace(text.find("needs: [weigh]"), 14, "needs: [weihg]");
    m_document->replaceText("edit", text);
    PublishDialog dialog(*m_document, *m_source);
    dialog.resize(dialog.wantedSize());
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(m_document->errors() > 0 && !m_document->isChecking(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.whyNot().contains("mended first"), 10'000);
    auto *problems = dialog.findChild<QListWidget *>();
    QVERIFY(problems->isVisible());
    QVERIFY(problems->item(0)->text().startsWith("Error, line "));
    shoot(dialog, "publish-errors");
    QSignalSpy wanted(&dialog, &PublishDialog::publishRequested);
    QTest::keyClick(dialog.findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 0);
    QSignalSpy chosen(&dialog, &PublishDialog::problemChosen);
    emit problems->itemActivated(problems->item(0));
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.front().front().value<edit::Range>().from > 0);
}

void TestVersionsViews::nothingNewIsNotPublished()
{
    PublishDialog dialog(*m_document, *m_source);
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.whyNot().contains("Nothing is different from v2"), 10'000);
}

void TestVersionsViews::theStripOfTheDiskAsks()
{
    DiskStrip strip;
    QVERIFY(strip.isHidden());
    strip.resize(1000, 40);
    strip.present(DiskStrip::What::Changed, "flows/a/ship.yaml", true);
    strip.show();
    QSignalSpy reload(&strip, &DiskStrip::reloadWanted), keep(&strip, &DiskStrip::keepMineWanted),
        compare(&strip, &DiskStrip::compareWanted);
    buttonOf(strip, "Reload")->click();
    buttonOf(strip, "Keep mine")->click();
    buttonOf(strip, "Compare")->click();
    QCOMPARE(reload.size() + keep.size() + compare.size(), 3);
    shoot(strip, "strip");
    strip.present(DiskStrip::What::Gone, "flows/a/ship.yaml", true);
    QVERIFY(!buttonOf(strip, "Reload"));
    QVERIFY(buttonOf(strip, "Keep mine"));
    const auto told = [&strip] { return strip.findChild<Notice *>()->accessibleName(); };
    strip.present(DiskStrip::What::Unreadable, "flows/a/ship.yaml", true);
    QCOMPARE(told(), QString("flows/a/ship.yaml can no longer be read"));
    strip.present(DiskStrip::What::ReadOnly, "flows/a/ship.yaml", true);
    QCOMPARE(told(), QString("flows/a/ship.yaml may only be read"));
    QVERIFY(!buttonOf(strip, "Keep mine")); // there is nothing to choose
    strip.present(DiskStrip::What::Nothing, {}, false);
    QVERIFY(strip.isHidden());
}

void TestVersionsViews::anExecutionsVersionHasItsNumber()
{
    VersionNames names;
    QSignalSpy changed(&names, &VersionNames::changed);
    const std::string workspace = m_folder->path().toStdString();
    const std::string second = m_source->list().entries.back().version;
    QCOMPARE(names.numberOf(workspace, "ship", second), 0);
    QVERIFY(changed.wait(10'000));
    QCOMPARE(names.numberOf(workspace, "ship", second), 2);
    QCOMPARE(names.numberOf(workspace, "ship", m_source->list().entries.front().version), 1);
    QCOMPARE(names.numberOf(workspace, "ship", "000000000000"), 0);
    QCOMPARE(names.numberOf("", "ship", second), 0);
    QVERIFY(!changed.wait(200)); // nothing new was found
}

QTEST_MAIN(TestVersionsViews)
#include "tst_versions_views.moc"
