// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_search.h"
#include "engine/telemetry/log.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace batuta;
using namespace batuta::logs;
using telemetry::ExecutionLog;
using telemetry::Logger;

namespace {

constexpr auto kMine = "11111111-2222-4333-8444-555555555555";
constexpr auto kOther = "99999999-2222-4333-8444-555555555555";

QByteArray lineOf(const char *execution, const char *step, int number)
{
    return QByteArray(R"({"severity":"INFO","timestamp":"2026-11-21T14:21:07.)") +
           QByteArray::number(number).rightJustified(6, '0') + R"(Z","logger":"step_executor","event":"e)" +
           QByteArray::number(number) + R"(","message":"e)" + QByteArray::number(number) +
           R"(","execution_id":")" + execution + R"(","step_name":")" + step + "\"}\n";
}

QStringList eventsOf(const Result<std::vector<FoundLine>> &found)
{
    QStringList events;
    if (found)
        for (const FoundLine &line : *found)
            events.push_back(QString::fromStdString(line.event));
    return events;
}

} // namespace

class TestLogSearch : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void findsTheLinesOfAnExecutionOldestFirst();
    void aStepNarrowsThem();
    void anUnknownExecutionHasNone();
    void takesTheNewestWhenThereAreMoreThanTheLimit();
    void goesOnInRotatedFiles();
    void goesOnWithWhatIsNew();
    void aRotationBetweenQuestionsIsSeen();
    void aLineThatIsNotEndedYetIsLeftOut();
    void linesAcrossBlocksAreWhole();
    void looksAtNoMoreThanItsBytes();
    void anIdInsideAnotherFieldIsNoHit();
    void aFileThatIsNotThereIsAnError();
    void findsEveryLineOnceWhileOthersWrite();

private:
    std::string path() const { return m_folder->filePath("batuta.log").toStdString(); }
    Result<std::vector<FoundLine>> find(const char *execution = kMine, const char *step = "",
                                        int limit = 1'000) const
    {
        return LogSearch(path()).find(execution, step, limit);
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogSearch::findsTheLinesOfAnExecutionOldestFirst()
{
    write("batuta.log", lineOf(kMine, "a", 1) + lineOf(kOther, "a", 2) + "no json\n" + lineOf(kMine, "b", 3));
    const auto found = find();
    BATUTA_VERIFY_OK(found);
    QCOMPARE(eventsOf(found), (QStringList{"e1", "e3"}));
    QCOMPARE(isoTime(found->at(0).at), std::string("2026-11-21T14:21:07.000001Z"));
    QCOMPARE(found->at(0).level, std::string("INFO"));
    QCOMPARE(found->at(0).logger, std::string("step_executor"));
    QCOMPARE(QByteArray::fromStdString(found->at(1).json) + '\n', lineOf(kMine, "b", 3));
}

void TestLogSearch::aStepNarrowsThem()
{
    write("batuta.log", lineOf(kMine, "a", 1) + lineOf(kMine, "b", 2) + lineOf(kMine, "a", 3));
    QCOMPARE(eventsOf(find(kMine, "a")), (QStringList{"e1", "e3"}));
}

void TestLogSearch::anUnknownExecutionHasNone()
{
    write("batuta.log", lineOf(kMine, "a", 1));
    BATUTA_VERIFY_OK(find(kOther));
    QCOMPARE(eventsOf(find(kOther)), QStringList());
    QCOMPARE(eventsOf(find("")), QStringList());
}

void TestLogSearch::takesTheNewestWhenThereAreMoreThanTheLimit()
{
    QByteArray text;
    for (int i = 0; i < 100; ++i)
        text += lineOf(kMine, "a", i);
    write("batuta.log", text);
    QCOMPARE(eventsOf(find(kMine, "", 3)), (QStringList{"e97", "e98", "e99"}));
}

void TestLogSearch::goesOnInRotatedFiles()
{
    write("batuta.2.log", lineOf(kMine, "a", 2));
    write("batuta.1.log", lineOf(kMine, "a", 3) + lineOf(kMine, "a", 4));
    write("batuta.log", lineOf(kMine, "a", 5));
    write("batuta.old.log", lineOf(kMine, "a", 1)); // no name that a rotation gives
    QCOMPARE(eventsOf(find()), (QStringList{"e2", "e3", "e4", "e5"}));
}

void TestLogSearch::goesOnWithWhatIsNew()
{
    LogSearch search(path());
    write("batuta.log", lineOf(kMine, "a", 1));
    QCOMPARE(eventsOf(search.find(kMine)), QStringList{"e1"});
    write("batuta.log", lineOf(kMine, "a", 1) + lineOf(kOther, "a", 2) + lineOf(kMine, "a", 3));
    QCOMPARE(eventsOf(search.find(kMine)), (QStringList{"e1", "e3"}));
    search.rest();
    QCOMPARE(eventsOf(search.find(kMine)), (QStringList{"e1", "e3"}));
    QVERIFY(QFile::remove(m_folder->filePath("batuta.log")));
    BATUTA_VERIFY_ERROR(search.find(kMine), ErrorCode::FileUnreadable);
}

void TestLogSearch::aRotationBetweenQuestionsIsSeen()
{
    LogSearch search(path());
    write("batuta.log", lineOf(kMine, "a", 1));
    for (int number = 2; number < 6; ++number) {
        QCOMPARE(eventsOf(search.find(kMine)).size(), number - 1);
        for (int index = number; index > 0; --index)
            QFile::rename(
                m_folder->filePath(index == 1 ? "batuta.log" : QString("batuta.%1.log").arg(index - 1)),
                m_folder->filePath(QString("batuta.%1.log").arg(index)));
        write("batuta.log", lineOf(kMine, "a", number));
    }
    QVERIFY(QFile::remove(m_folder->filePath("batuta.4.log")));
    QCOMPARE(eventsOf(search.find(kMine)), (QStringList{"e2", "e3", "e4", "e5"}));
}

void TestLogSearch::aLineThatIsNotEndedYetIsLeftOut()
{
    const QByteArray half = lineOf(kMine, "a", 2);
    for (qsizetype end = 1; end < half.size() - 1; ++end) {
        write("batuta.log", lineOf(kMine, "a", 1) + half.left(end));
        QCOMPARE(eventsOf(find()), QStringList{"e1"});
    }
}

void TestLogSearch::linesAcrossBlocksAreWhole()
{
    QByteArray text;
    QStringList expected;
    for (int i = 0; i < 6000; ++i) { // about 1 MB: several blocks, their ends at any place of a line
        text += lineOf(i % 7 == 0 ? kMine : kOther, "a", i);
        if (i % 7 == 0)
            expected += QString("e%1").arg(i);
    }
    write("batuta.log", text);
    QCOMPARE(eventsOf(find()), expected);
}

void TestLogSearch::looksAtNoMoreThanItsBytes()
{
    const QByteArray line = lineOf(kMine, "a", 1);
    for (const char *name : {"batuta.2.log", "batuta.1.log", "batuta.log"})
        write(name, line.repeated(10));
    const auto bytes = static_cast<std::uint64_t>(line.size());
    QCOMPARE(eventsOf(LogSearch(path(), bytes * 25).find(kMine)).size(), 20);
    QCOMPARE(eventsOf(LogSearch(path(), bytes * 30).find(kMine)).size(), 30);
    QCOMPARE(eventsOf(LogSearch(path(), 1).find(kMine)).size(), 10);
}

void TestLogSearch::anIdInsideAnotherFieldIsNoHit()
{
    write("batuta.log", QByteArray(R"({"event":"x","execution_id":")") + kOther +
                            R"(","note":"\"execution_id\":\")" + kMine +
                            "\\\"\",\"deep\":{\"execution_id\":\"" + kMine + "\"}}\n");
    QCOMPARE(eventsOf(find()), QStringList());
}

void TestLogSearch::aFileThatIsNotThereIsAnError()
{
    BATUTA_VERIFY_ERROR(find(), ErrorCode::FileUnreadable);
}

void TestLogSearch::findsEveryLineOnceWhileOthersWrite()
{
    constexpr int kLines = 3000;
    Logger::Options options;
    options.file = path();
    options.fileBytes = 200'000; // rotates about twice a thousand lines
    auto logger = Logger::open(options);
    BATUTA_VERIFY_OK(logger);
    const ExecutionLog log(**logger, {kMine, {}, {}});
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int i = 0; i < kLines; ++i)
            log.info("test", "e" + std::to_string(i), {{"step_name", "a"}});
        done = true;
    });
    LogSearch search(path());
    int rounds = 0;
    bool isOrdered = true;
    while (!done || rounds == 0) {
        int last = -1;
        for (const QString &event : eventsOf(search.find(kMine, "", 10'000))) {
            const int number = event.mid(1).toInt();
            isOrdered = isOrdered && number > last;
            last = number;
        }
        ++rounds;
    }
    writer.join();
    QVERIFY(isOrdered);
    (*logger)->flush();
    QCOMPARE(eventsOf(search.find(kMine, "", 10'000)).size(), kLines);
}

QTEST_APPLESS_MAIN(TestLogSearch)
#include "tst_log_search.moc"
