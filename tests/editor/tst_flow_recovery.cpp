// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/editor/flow_workspace.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using namespace batuta::tests;

namespace {

constexpr qint64 kMayBeLostMs = 2'000;

/// The number that the document had when its draft was saved; 0 when there is none.
int numberIn(const std::string &text)
{
    return text.rfind("# ", 0) == 0 ? std::stoi(text.substr(2)) : 0;
}

} // namespace

class TestFlowRecovery : public QObject
{
    Q_OBJECT

private slots:
    void aKillLosesAtMostTwoSeconds_data();
    void aKillLosesAtMostTwoSeconds();
};

void TestFlowRecovery::aKillLosesAtMostTwoSeconds_data()
{
    QTest::addColumn<int>("edits");
    QTest::newRow("before the first save") << 20;
    QTest::newRow("about the first save") << 41;
    QTest::newRow("after it") << 70;
    QTest::newRow("much later") << 133;
}

void TestFlowRecovery::aKillLosesAtMostTwoSeconds()
{
    QFETCH(int, edits);
    const FlowWorkspace workspace;
    std::vector<qint64> toldAt{0}; // by number
    QElapsedTimer clock;
    clock.start();
    QProcess program;
    connect(&program, &QProcess::readyReadStandardOutput, this, [&] {
        while (program.canReadLine())
            if (program.readLine().trimmed().toInt() == static_cast<int>(toldAt.size()))
                toldAt.push_back(clock.elapsed());
        if (static_cast<int>(toldAt.size()) > edits)
            program.kill();
    });
    program.start(BATUTA_BIN_DIR "/editing_program", {QString::fromStdString(workspace.path())});
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    const auto last = toldAt.size() - 1;
    QVERIFY(last >= static_cast<std::size_t>(edits));

    const std::unique_ptr<FlowFiles> files = workspace.files();
    files->open();
    QTRY_VERIFY(files->document());
    QVERIFY(!files->draftHolder()); // the lock of the killed one
    const std::string text = files->document()->text();
    const auto kept = static_cast<std::size_t>(numberIn(text));
    QVERIFY(kept <= last + 1);
    // What was told first is not in the draft, and was typed at most two seconds before the kill.
    const qint64 lost = kept >= last ? 0 : toldAt[last] - toldAt[kept + 1];
    qInfo("%zu edits, %zu in the draft, %lld ms lost", last, kept, static_cast<long long>(lost));
    QVERIFY2(lost <= kMayBeLostMs, qPrintable(QString::number(lost)));
    QCOMPARE(files->draftFound().has_value(), kept > 0);
    QCOMPARE(workspace.read(workspace.flow()), kNight);
    std::string whole = kNight;
    for (std::size_t number = 1; number <= kept; ++number)
        whole.insert(0, "# " + std::to_string(number) + "\n");
    QCOMPARE(text, whole);
}

QTEST_GUILESS_MAIN(TestFlowRecovery)
#include "tst_flow_recovery.moc"
