// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "tests/editor/flow_workspace.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;
using Damage = std::function<void(const FlowWorkspace &)>;

namespace {

const std::string kTheirs = "# theirs\n" + kNight;

void makeAgain(const FlowWorkspace &workspace, const std::function<void(const char *path)> &make)
{
    workspace.remove(workspace.flow());
    make(workspace.flow().c_str());
}

/// While it lives, this program has only the rights of nobody; no-op without the rights of root.
class WithoutRights
{
public:
    WithoutRights() { isDone = ::getuid() == 0 && ::setresuid(65'534, 65'534, 0) == 0; }
    ~WithoutRights()
    {
        if (isDone && ::setresuid(0, 0, 0) != 0)
            qFatal("the rights do not come back");
    }

private:
    bool isDone = false;
};

} // namespace

class TestFlowDisk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anUnchangedDocumentFollowsTheFile_data();
    void anUnchangedDocumentFollowsTheFile();
    void aChangedDocumentAsks();
    void reloadingCanBeUndone();
    void keepingMineIsRemembered();
    void theSameTextWrittenElsewhereIsNoChange();
    void aFileThatGoesIsToldAndMayComeBack();
    void aFileThatIsGoneCanBePublishedAgain();
    void aFolderThatGoesComesBack();
    void publishesWhatIsKnown();
    void publishesNothingOverWhatIsNotKnown();
    void aReadOnlyFileCanBeEditedAndNotPublished();
    void aFileThatCannotBeOpenedSaysWhy_data();
    void aFileThatCannotBeOpenedSaysWhy();
    void aFileThatWasMendedOpens();
    void aFileThatTheEngineWouldRefuseCanStillBeMended();

private:
    void open();
    Result<versions::Published> publish(const std::string &text);
    FlowDocument &document() { return *m_files->document(); }

    std::unique_ptr<FlowWorkspace> m_workspace;
    std::unique_ptr<FlowFiles> m_files;
};

void TestFlowDisk::init()
{
    m_files.reset();
    m_workspace = std::make_unique<FlowWorkspace>();
    m_files = m_workspace->files();
}

void TestFlowDisk::open()
{
    m_files->open();
    QTRY_VERIFY(m_files->document());
}

Result<versions::Published> TestFlowDisk::publish(const std::string &text)
{
    std::optional<Result<versions::Published>> told;
    m_files->publish({text, "ana", "a note", {}, {}}, [&](auto result) { told = std::move(result); });
    [&] { QTRY_VERIFY(told); }();
    return told ? std::move(*told) : Error{};
}

void TestFlowDisk::anUnchangedDocumentFollowsTheFile_data()
{
    QTest::addColumn<bool>("byRename");
    QTest::newRow("written in place") << false;
    QTest::newRow("renamed onto it") << true;
}

void TestFlowDisk::anUnchangedDocumentFollowsTheFile()
{
    QFETCH(bool, byRename);
    open();
    QSignalSpy reloaded(m_files.get(), &FlowFiles::reloaded);
    const auto write = byRename ? &FlowWorkspace::replace : &FlowWorkspace::write;
    for (int i = 1; i <= 3; ++i) { // also after the first time
        const std::string text = "# " + std::to_string(i) + "\n" + kNight;
        write(m_workspace->flow(), text);
        QTRY_COMPARE(reloaded.count(), i);
        QCOMPARE(document().text(), text);
        QVERIFY(!document().isChanged());
        QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
        QCOMPARE(m_files->knownVersion(), flow::versionOf(text));
    }
    QVERIFY(!m_workspace->exists(m_workspace->draft()));
}

void TestFlowDisk::aChangedDocumentAsks()
{
    open();
    document().replaceText("type", "# mine\n" + kNight);
    QSignalSpy told(m_files.get(), &FlowFiles::fileOnDiskChanged);
    m_workspace->replace(m_workspace->flow(), kTheirs);
    QVERIFY(told.wait());
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Changed);
    QCOMPARE(m_files->textOnDisk(), kTheirs);
    QCOMPARE(document().text(), "# mine\n" + kNight);
    m_workspace->replace(m_workspace->flow(), "# again\n" + kNight);
    QTRY_COMPARE(m_files->textOnDisk(), "# again\n" + kNight);
    m_workspace->replace(m_workspace->flow(), kNight); // as it was
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QCOMPARE(document().text(), "# mine\n" + kNight);
}

void TestFlowDisk::reloadingCanBeUndone()
{
    open();
    document().replaceText("type", "# mine\n" + kNight);
    m_workspace->replace(m_workspace->flow(), kTheirs);
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Changed);
    m_files->reload();
    QCOMPARE(document().text(), kTheirs);
    QVERIFY(!document().isChanged());
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    document().undoStack().undo();
    QCOMPARE(document().text(), "# mine\n" + kNight);
    QVERIFY(document().isChanged());
}

void TestFlowDisk::keepingMineIsRemembered()
{
    open();
    document().replaceText("type", "# mine\n" + kNight);
    m_workspace->replace(m_workspace->flow(), kTheirs);
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Changed);
    m_files->keepMine();
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QCOMPARE(document().text(), "# mine\n" + kNight);
    QCOMPARE(document().base(), kTheirs);
    QCOMPARE(m_workspace->read(m_workspace->flow()), kTheirs);
    const auto published = publish(document().text());
    QVERIFY2(published, published ? "" : errorText(published.error()).c_str());
    QCOMPARE(m_workspace->read(m_workspace->flow()), "# mine\n" + kNight);
}

void TestFlowDisk::theSameTextWrittenElsewhereIsNoChange()
{
    open();
    document().replaceText("type", kTheirs);
    QSignalSpy told(m_files.get(), &FlowFiles::fileOnDiskChanged);
    m_workspace->replace(m_workspace->flow(), kTheirs);
    QTRY_VERIFY(!document().isChanged());
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QCOMPARE(told.count(), 0);
}

void TestFlowDisk::aFileThatGoesIsToldAndMayComeBack()
{
    open();
    m_workspace->remove(m_workspace->flow());
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Gone);
    QCOMPARE(document().text(), kNight);
    QVERIFY(!m_files->diskError().detail.empty());
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->draftText(), kNight, 5'000); // all that is left
    m_workspace->write(m_workspace->flow(), kNight);
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->exists(m_workspace->draft()), 5'000);
}

void TestFlowDisk::aFileThatIsGoneCanBePublishedAgain()
{
    open();
    m_workspace->remove(m_workspace->flow());
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Gone);
    m_files->keepMine();
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QVERIFY(document().isChanged());
    QVERIFY(publish(kNight));
    QCOMPARE(m_workspace->read(m_workspace->flow()), kNight);
    QVERIFY(!document().isChanged());
}

void TestFlowDisk::aFolderThatGoesComesBack()
{
    open();
    const std::string flows = m_workspace->path() + "/flows";
    std::filesystem::rename(flows, flows + "-away");
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Gone);
    std::filesystem::rename(flows + "-away", flows);
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    m_workspace->replace(m_workspace->flow(), kTheirs);
    QTRY_COMPARE(document().text(), kTheirs);
}

void TestFlowDisk::publishesWhatIsKnown()
{
    open();
    document().replaceText("type", "# mine\n" + kNight);
    QSignalSpy reloaded(m_files.get(), &FlowFiles::reloaded);
    QSignalSpy told(m_files.get(), &FlowFiles::fileOnDiskChanged);
    const auto published = publish(document().text());
    QVERIFY2(published, published ? "" : errorText(published.error()).c_str());
    QCOMPARE(published->entry.author, std::string("ana"));
    QCOMPARE(m_workspace->read(m_workspace->flow()), "# mine\n" + kNight);
    QVERIFY(!document().isChanged());
    QTRY_VERIFY_WITH_TIMEOUT(m_files->isDraftSaved(), 5'000);
    QVERIFY(!m_workspace->exists(m_workspace->draft()));
    QCOMPARE(reloaded.count() + told.count(), 0); // our own writing is no news
}

void TestFlowDisk::publishesNothingOverWhatIsNotKnown()
{
    open();
    document().replaceText("type", "# mine\n" + kNight);
    m_workspace->replace(m_workspace->flow(), kTheirs);
    const auto published = publish(document().text()); // before the watch has told
    QVERIFY(!published);
    QCOMPARE(published.error().code, ErrorCode::ActRefused);
    QCOMPARE(m_workspace->read(m_workspace->flow()), kTheirs);
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Changed);
}

void TestFlowDisk::aReadOnlyFileCanBeEditedAndNotPublished()
{
    if (::getuid() != 0)
        QSKIP("needs a file of somebody else");
    std::filesystem::permissions(m_workspace->outside(), std::filesystem::perms(0755));
    QDir().mkpath(QString::fromStdString(m_workspace->path() + "/.batuta"));
    std::filesystem::permissions(m_workspace->path() + "/.batuta", std::filesystem::perms(0777));
    const WithoutRights rights;
    open();
    QVERIFY(m_files->isReadOnly());
    document().replaceText("type", "# mine\n" + kNight);
    m_files->saveDraft();
    QTRY_COMPARE(m_workspace->draftText(), "# mine\n" + kNight);
    const auto published = publish(document().text());
    QVERIFY(!published);
    QCOMPARE(published.error().code, ErrorCode::FileUnwritable);
    QCOMPARE(m_workspace->read(m_workspace->flow()), kNight);
    QSignalSpy problems(m_files.get(), &FlowFiles::problemFound);
    document().setPlaces("move", {{"fetch", {1, 2}}});
    QVERIFY(problems.wait());
}

void TestFlowDisk::aFileThatCannotBeOpenedSaysWhy_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<std::string>("detail");
    const auto row = [](const char *name, Damage damage, ErrorCode code, const std::string &detail) {
        QTest::newRow(name) << damage << code << detail;
    };
    using W = const FlowWorkspace &;
    row(
        "missing", [](W w) { w.remove(w.flow()); }, ErrorCode::FileUnreadable, "not there");
    row(
        "a folder", [](W w) { makeAgain(w, [](const char *path) { ::mkdir(path, 0755); }); },
        ErrorCode::FileUnreadable, "folder");
    row(
        "a pipe", [](W w) { makeAgain(w, [](const char *path) { ::mkfifo(path, 0644); }); },
        ErrorCode::FileUnreadable, "no file");
    row(
        "a link to nowhere",
        [](W w) { makeAgain(w, [](const char *path) { std::filesystem::create_symlink("nobody", path); }); },
        ErrorCode::FileUnreadable, "nowhere");
    row(
        "a link out of the workspace",
        [](W w) {
            w.write(w.outside() + "/secret.yaml", kNight);
            makeAgain(w, [&](const char *path) {
                std::filesystem::create_symlink(w.outside() + "/secret.yaml", path);
            });
        },
        ErrorCode::FileUnreadable, "link to");
    row(
        "a link in a circle",
        [](W w) { makeAgain(w, [](const char *path) { std::filesystem::create_symlink(path, path); }); },
        ErrorCode::FileUnreadable, "");
    row(
        "6 MB", [](W w) { w.write(w.flow(), std::string(6'000'000, '#')); }, ErrorCode::FileTooLarge, "more");
    row(
        "not UTF-8", [](W w) { w.write(w.flow(), "name: a\ntitle: caf\xe9\n"); }, ErrorCode::YamlSyntax,
        "UTF-8");
    row(
        "UTF-16", [](W w) { w.write(w.flow(), std::string("\xff\xfen\0a\0m\0", 8)); }, ErrorCode::YamlSyntax,
        "UTF-8");
}

void TestFlowDisk::aFileThatCannotBeOpenedSaysWhy()
{
    QFETCH(Damage, damage);
    QFETCH(ErrorCode, code);
    QFETCH(std::string, detail);
    damage(*m_workspace);
    std::optional<Error> why;
    connect(m_files.get(), &FlowFiles::failed, this, [&](const Error &error) { why = error; });
    m_files->open();
    QTRY_VERIFY(why);
    QCOMPARE(why->code, code);
    QVERIFY2(why->detail.find(detail) != std::string::npos, why->detail.c_str());
    QCOMPARE(m_workspace->path() + '/' + why->place.file, m_workspace->flow()); // once, and not whole
    QVERIFY2(why->subject.empty(), why->subject.c_str());
    QVERIFY(!why->mend.empty());
    QVERIFY(!m_files->document());
    if (QByteArray(QTest::currentDataTag()) == "not UTF-8")
        QCOMPARE(why->place.line, 2);
}

void TestFlowDisk::aFileThatWasMendedOpens()
{
    m_workspace->write(m_workspace->flow(), "\xff");
    QSignalSpy failed(m_files.get(), &FlowFiles::failed);
    m_files->open();
    QVERIFY(failed.wait());
    m_workspace->write(m_workspace->flow(), kNight);
    open();
    QCOMPARE(document().text(), kNight);
    // Broken while it is open: told, and nothing is lost.
    m_workspace->write(m_workspace->flow(), "\xff");
    QTRY_COMPARE(m_files->fileOnDisk(), FileOnDisk::Unreadable);
    QCOMPARE(m_files->diskError().code, ErrorCode::YamlSyntax);
    QCOMPARE(document().text(), kNight);
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->draftText(), kNight, 5'000);
}

void TestFlowDisk::aFileThatTheEngineWouldRefuseCanStillBeMended()
{
    m_workspace->write(m_workspace->flow(), kNight + std::string(2'000'000, '#') + "\n");
    open();
    QTRY_VERIFY(!document().isChecking());
    QVERIFY(document().errors() > 0);
    QVERIFY(document().brokenLine() > 0);
    document().replaceText("cut", kNight);
    QTRY_COMPARE(document().errors(), 0);
    QVERIFY(document().isFlowCurrent());
}

QTEST_GUILESS_MAIN(TestFlowDisk)
#include "tst_flow_disk.moc"
