// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reader.h"
#include "tests/editor/flow_workspace.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

class TestFlowFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void opensTheFile();
    void savesTheDraftWithinTwoSeconds();
    void savesWhatIsTypedWithoutAPause();
    void savesAtOnceWhenAsked();
    void savesWhatIsLeftWhenItIsClosed();
    void aDraftIsOpenedInPlaceOfTheFile();
    void aDraftThatSaysTheSameGoes();
    void aDraftThatWasTakenBackGoes();
    void discardingADraftCanBeUndone();
    void aDraftWithoutAFileIsANewFlow();
    void aDraftOfAnOlderFileSaysSo();
    void aDamagedDraftIsKept_data();
    void aDamagedDraftIsKept();
    void aDraftThatCannotBeSavedIsToldAndTriedAgain();
    void theSecondWindowIsTold();
    void aLockOfADeadProcessIsTakenOver();
    void movesAreKeptBesideTheFlow();
    void othersMayMoveStepsMeanwhile();
    void otherKeysOfALayoutStay();
    void aBadLayoutIsIgnoredAndKept_data();
    void aBadLayoutIsIgnoredAndKept();

private:
    void type(const std::string &text);
    void open();

    std::unique_ptr<FlowWorkspace> m_workspace;
    std::unique_ptr<FlowFiles> m_files;
};

void TestFlowFiles::init()
{
    m_files.reset();
    m_workspace = std::make_unique<FlowWorkspace>();
    m_files = m_workspace->files();
}

void TestFlowFiles::open()
{
    m_files->open();
    QTRY_VERIFY(m_files->document());
}

void TestFlowFiles::type(const std::string &text)
{
    m_files->document()->change("type", edit::TextEdits{{{0, 0}, text}});
}

void TestFlowFiles::opensTheFile()
{
    QSignalSpy opened(m_files.get(), &FlowFiles::opened);
    QVERIFY(!m_files->document());
    m_files->open();
    QVERIFY(opened.wait());
    QCOMPARE(m_files->document()->text(), kNight);
    QCOMPARE(m_files->document()->file(), std::string("flows/ml/night.yaml"));
    QCOMPARE(m_files->knownVersion(), flow::versionOf(kNight));
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QVERIFY(m_files->isDraftSaved());
    QVERIFY(!m_files->draftFound());
    QVERIFY(!m_files->draftHolder());
    QVERIFY(!m_files->isReadOnly());
    QVERIFY(!m_workspace->exists(m_workspace->draft()));
}

void TestFlowFiles::savesTheDraftWithinTwoSeconds()
{
    open();
    QElapsedTimer since;
    since.start();
    type("# a\n");
    QVERIFY(!m_files->isDraftSaved());
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->draftText() == "# a\n" + kNight, 5'000);
    QVERIFY2(since.elapsed() <= 2'000, qPrintable(QString::number(since.elapsed())));
    QTRY_VERIFY(m_files->isDraftSaved());
    QVERIFY(m_files->draftSavedAt().isValid());
    QCOMPARE(m_workspace->read(m_workspace->flow()), kNight);
}

void TestFlowFiles::savesWhatIsTypedWithoutAPause()
{
    open();
    QTimer keys;
    connect(&keys, &QTimer::timeout, this, [this] { type("#"); });
    keys.start(10);
    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->draftText().empty(), 5'000);
    const std::size_t saved = m_workspace->draftText().size();
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->draftText().size() > saved, 5'000);
    keys.stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->draftText(), m_files->document()->text(), 5'000);
}

void TestFlowFiles::savesAtOnceWhenAsked()
{
    open();
    type("# a\n");
    QElapsedTimer since;
    since.start();
    m_files->saveDraft();
    QTRY_VERIFY(m_files->isDraftSaved());
    QVERIFY2(since.elapsed() < 2'000, qPrintable(QString::number(since.elapsed())));
    QCOMPARE(m_workspace->draftText(), "# a\n" + kNight);
}

void TestFlowFiles::savesWhatIsLeftWhenItIsClosed()
{
    open();
    type("# a\n");
    m_files->document()->setPlaces("move", {{"fetch", {16, 32}}});
    m_files.reset();
    QCOMPARE(m_workspace->draftText(), "# a\n" + kNight);
    QVERIFY(m_workspace->exists(m_workspace->layout()));
}

void TestFlowFiles::aDraftIsOpenedInPlaceOfTheFile()
{
    open();
    type("# a\n");
    m_files = m_workspace->files();
    open();
    QCOMPARE(m_files->document()->text(), "# a\n" + kNight);
    QCOMPARE(m_files->document()->base(), kNight);
    QVERIFY(m_files->document()->isChanged());
    QVERIFY(m_files->draftFound());
    QVERIFY(!m_files->draftFound()->isOlder);
    QVERIFY(m_files->draftFound()->at.secsTo(QDateTime::currentDateTime()) < 60);
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QVERIFY(m_files->isDraftSaved());
}

void TestFlowFiles::aDraftThatSaysTheSameGoes()
{
    m_workspace->write(m_workspace->draft(), writeDraft({"flows/ml/night.yaml", "0123456789ab", kNight}));
    open();
    QVERIFY(!m_files->draftFound());
    QVERIFY(!m_workspace->exists(m_workspace->draft()));
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
}

void TestFlowFiles::aDraftThatWasTakenBackGoes()
{
    open();
    type("# a\n");
    m_files->saveDraft();
    QTRY_VERIFY(m_workspace->exists(m_workspace->draft()));
    m_files->document()->undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->exists(m_workspace->draft()), 5'000);
    QTRY_VERIFY(m_files->isDraftSaved());
    QVERIFY(!m_files->draftSavedAt().isValid());
}

void TestFlowFiles::discardingADraftCanBeUndone()
{
    const std::string draft = "# a\n" + kNight;
    m_workspace->write(m_workspace->draft(),
                       writeDraft({"flows/ml/night.yaml", flow::versionOf(kNight), draft}));
    open();
    m_files->discardDraft("discard");
    QCOMPARE(m_files->document()->text(), kNight);
    QTRY_VERIFY(!m_workspace->exists(m_workspace->draft()));
    QTRY_VERIFY(!m_files->draftFound());
    m_files->document()->undoStack().undo();
    QCOMPARE(m_files->document()->text(), draft);
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->draftText(), draft, 5'000);
}

void TestFlowFiles::aDraftWithoutAFileIsANewFlow()
{
    m_workspace->remove(m_workspace->flow());
    m_workspace->write(m_workspace->draft(), writeDraft({"flows/ml/night.yaml", "", kNight}));
    open();
    QCOMPARE(m_files->document()->text(), kNight);
    QCOMPARE(m_files->document()->base(), std::string());
    QVERIFY(m_files->document()->isChanged());
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    QCOMPARE(m_files->knownVersion(), std::string());
    bool isPublished = false;
    m_files->publish({kNight, "ana", "first", {}, {}},
                     [&](const Result<versions::Published> &result) { isPublished = result.has_value(); });
    QTRY_VERIFY(isPublished);
    QCOMPARE(m_workspace->read(m_workspace->flow()), kNight);
    QVERIFY(!m_files->document()->isChanged());
    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->exists(m_workspace->draft()), 5'000);
}

void TestFlowFiles::aDraftOfAnOlderFileSaysSo()
{
    const std::string draft = "# mine\n" + kNight;
    m_workspace->write(m_workspace->draft(), writeDraft({"flows/ml/night.yaml", "0123456789ab", draft}));
    open();
    QVERIFY(m_files->draftFound()->isOlder);
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Changed);
    QCOMPARE(m_files->textOnDisk(), kNight);
    QCOMPARE(m_files->document()->text(), draft);
    QCOMPARE(m_workspace->draftText(), draft);
    m_files->keepMine();
    QCOMPARE(m_files->fileOnDisk(), FileOnDisk::Known);
    m_files = m_workspace->files(); // the answer is kept
    open();
    QVERIFY(!m_files->draftFound()->isOlder);
    QCOMPARE(m_files->document()->text(), draft);
}

void TestFlowFiles::aDamagedDraftIsKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no draft's first line") << QByteArray::fromStdString(kNight);
    QTest::newRow("one line only") << QByteArray("# Batuta draft of flows/ml/night.yaml, begun with 01");
    QTest::newRow("not UTF-8") << QByteArray(
        "# Batuta draft of flows/ml/night.yaml, begun with 0123456789ab\nname: \xff\xfe\n");
    QTest::newRow("of another file") << QByteArray(
        "# Batuta draft of flows/other/night.yaml, begun with 0123456789ab\nname: night\n");
    QTest::newRow("zeros after a power cut") << QByteArray(5'000, '\0');
    QTest::newRow("too large") << QByteArray("# Batuta draft of flows/ml/night.yaml, begun with 01\n") +
                                      QByteArray(11'000'000, ' ');
}

void TestFlowFiles::aDamagedDraftIsKept()
{
    QFETCH(QByteArray, content);
    m_workspace->write(m_workspace->draft(), content.toStdString());
    std::vector<Error> problems;
    connect(m_files.get(), &FlowFiles::problemFound, this,
            [&](const Error &problem) { problems.push_back(problem); });
    open();
    QCOMPARE(m_files->document()->text(), kNight);
    QTRY_COMPARE(problems.size(), std::size_t(1));
    QVERIFY(!problems.front().detail.empty());
    QVERIFY(problems.front().mend.find(".damaged-1") != std::string::npos);
    type("# a\n");
    m_files->saveDraft();
    QTRY_COMPARE(m_workspace->draftText(), "# a\n" + kNight);
    QCOMPARE(m_workspace->read(m_workspace->draft() + ".damaged-1"), content.toStdString());
}

void TestFlowFiles::aDraftThatCannotBeSavedIsToldAndTriedAgain()
{
    open();
    const QString drafts = QString::fromStdString(m_workspace->path() + "/.batuta/drafts");
    QVERIFY(QDir().rename(drafts, drafts + "-away"));
    m_workspace->write(drafts.toStdString(), "in the way");
    QSignalSpy problems(m_files.get(), &FlowFiles::problemFound);
    type("# a\n");
    m_files->saveDraft();
    QVERIFY(problems.wait());
    QCOMPARE(problems.front().front().value<Error>().code, ErrorCode::FileUnwritable);
    QVERIFY(!m_files->isDraftSaved());
    m_files->saveDraft();
    m_workspace->remove(drafts.toStdString());
    QVERIFY(QDir().rename(drafts + "-away", drafts));
    QTRY_VERIFY_WITH_TIMEOUT(m_files->isDraftSaved(), 10'000);
    QCOMPARE(m_workspace->draftText(), "# a\n" + kNight);
    QCOMPARE(problems.count(), 1); // not with every try
}

void TestFlowFiles::theSecondWindowIsTold()
{
    open();
    type("# mine\n");
    m_files->saveDraft();
    QTRY_VERIFY(m_files->isDraftSaved());
    std::unique_ptr<FlowFiles> second = m_workspace->files();
    second->open();
    QTRY_VERIFY(second->document());
    QVERIFY(second->draftHolder());
    QCOMPARE(second->draftHolder()->process, QCoreApplication::applicationPid());
    QCOMPARE(second->document()->text(), "# mine\n" + kNight);
    second->document()->change("type", edit::TextEdits{{{0, 0}, "# theirs\n"}});
    second->saveDraft();
    second.reset();
    QCOMPARE(m_workspace->draftText(), "# mine\n" + kNight);
    m_files.reset();
    second = m_workspace->files();
    second->open();
    QTRY_VERIFY(second->document());
    QVERIFY(!second->draftHolder());
}

void TestFlowFiles::aLockOfADeadProcessIsTakenOver()
{
    // As QLockFile writes it: process, program, host; no process has this number.
    const std::string host = QSysInfo::machineHostName().toStdString();
    m_workspace->write(m_workspace->draft() + ".lock", "4194305\nbatuta-console\n" + host + "\n\n\n");
    open();
    QVERIFY(!m_files->draftHolder());
    type("# a\n");
    m_files->saveDraft();
    QTRY_VERIFY(m_workspace->exists(m_workspace->draft()));
}

void TestFlowFiles::movesAreKeptBesideTheFlow()
{
    open();
    const StepPlaces places{{"fetch", {16, -32}}, {"tell", {160.25, 48}}};
    m_files->document()->setPlaces("move", places);
    QVERIFY(!m_workspace->exists(m_workspace->layout()));
    QTRY_VERIFY(m_workspace->exists(m_workspace->layout()));
    QVERIFY(m_files->isDraftSaved());
    QVERIFY(!m_workspace->exists(m_workspace->draft()));
    QCOMPARE(m_workspace->read(m_workspace->flow()), kNight);
    m_files = m_workspace->files();
    open();
    QCOMPARE(m_files->document()->places(), places);
    QVERIFY(!m_files->document()->undoStack().canUndo());
}

/// Two windows, or a checkout: what each has moved stays where it was put.
void TestFlowFiles::othersMayMoveStepsMeanwhile()
{
    const QByteArray both =
        R"({"version": 1, "steps": {"fetch": {"x": %1, "y": 2}, "tell": {"x": %2, "y": 4}}})";
    const auto put = [&](const char *fetch, const char *tell) {
        m_workspace->replace(m_workspace->layout(), QString(both).arg(fetch, tell).toStdString());
    };
    put("1", "3");
    open();
    put("100", "3");
    QTRY_COMPARE(m_files->document()->places(), (StepPlaces{{"fetch", {100, 2}}, {"tell", {3, 4}}}));
    QVERIFY(!m_files->document()->isChanged());
    m_files->document()->setPlaces("move", {{"fetch", {100, 2}}, {"tell", {50, 60}}});
    put("200", "3"); // before the move is saved
    QTRY_COMPARE(m_files->document()->places(), (StepPlaces{{"fetch", {200, 2}}, {"tell", {50, 60}}}));
    QTRY_VERIFY(m_workspace->read(m_workspace->layout()).find("60") != std::string::npos);
    QVERIFY(m_workspace->read(m_workspace->layout()).find("200") != std::string::npos);
}

void TestFlowFiles::otherKeysOfALayoutStay()
{
    m_workspace->write(m_workspace->layout(),
                       R"({"version": 1, "notes": [{"text": "hi"}],)"
                       R"( "steps": {"fetch": {"x": 1, "y": 2, "folded": true}}, "zoom": 0.5})");
    open();
    QCOMPARE(m_files->document()->places(), (StepPlaces{{"fetch", {1, 2}}}));
    m_files->document()->setPlaces("move", {{"fetch", {3, 4}}, {"tell", {5, 6}}});
    m_files.reset();
    const std::string written = m_workspace->read(m_workspace->layout());
    for (const char *part :
         {"\"notes\"", "\"hi\"", "\"folded\": true", "\"zoom\": 0.5", "\"x\": 3", "\"y\": 6"})
        QVERIFY2(written.find(part) != std::string::npos, written.c_str());
}

void TestFlowFiles::aBadLayoutIsIgnoredAndKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"version": 1, "steps": {"fetch": {"x")");
    QTest::newRow("another version") << QByteArray(R"({"version": 2, "steps": {}})");
    QTest::newRow("no steps") << QByteArray(R"({"version": 1})");
    QTest::newRow("no position") << QByteArray(R"({"version": 1, "steps": {"fetch": {"x": 1}}})");
    QTest::newRow("far off") << QByteArray(R"({"version": 1, "steps": {"fetch": {"x": 1e300, "y": 0}}})");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("too large") << QByteArray(2 << 20, ' ');
}

void TestFlowFiles::aBadLayoutIsIgnoredAndKept()
{
    QFETCH(QByteArray, content);
    m_workspace->write(m_workspace->layout(), content.toStdString());
    QSignalSpy problems(m_files.get(), &FlowFiles::problemFound);
    open();
    QTRY_COMPARE(problems.count(), 1);
    QVERIFY(m_files->document()->places().empty());
    QCOMPARE(m_workspace->read(m_workspace->layout()), content.toStdString());
    m_files->document()->setPlaces("move", {{"fetch", {3, 4}}});
    m_files.reset();
    QCOMPARE(m_workspace->read(m_workspace->layout() + ".damaged-1"), content.toStdString());
    QVERIFY(m_workspace->read(m_workspace->layout()).find("\"fetch\"") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestFlowFiles)
#include "tst_flow_files.moc"
