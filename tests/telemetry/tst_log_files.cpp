// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/telemetry/log.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <thread>

using namespace batuta;
using namespace batuta::telemetry;

namespace {

/// stdout is another descriptor while this object lives.
class StdoutIs
{
public:
    explicit StdoutIs(int descriptor)
    {
        std::fflush(stdout);
        m_before = ::dup(STDOUT_FILENO);
        ::dup2(descriptor, STDOUT_FILENO);
        ::close(descriptor);
    }
    ~StdoutIs()
    {
        ::dup2(m_before, STDOUT_FILENO);
        ::close(m_before);
    }

private:
    int m_before = -1;
};

std::string readToTheEnd(int descriptor)
{
    std::string text;
    std::array<char, 65536> part;
    for (ssize_t count = 0; (count = ::read(descriptor, part.data(), part.size())) > 0;)
        text.append(part.data(), static_cast<std::size_t>(count));
    return text;
}

} // namespace

class TestLogFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesLinesToTheFile();
    void writesWarningsWithoutDelay();
    void flushesTheRestEachSecond();
    void flushesWhenItEnds();
    void continuesAnOldFile();
    void rotatesAndKeepsOnlySoManyOldFiles();
    void makesTheFolder();
    void aFileThatCannotBeOpenedIsNamed();
    void writesToStdout();
    void aFullPipeHoldsUpNobodyAndWhatIsDroppedIsCounted();
    void aPipeThatNobodyReadsDoesNotKeepTheEnd();

private:
    std::unique_ptr<Logger> open()
    {
        m_options.file = m_path.toStdString();
        Result<std::unique_ptr<Logger>> logger = Logger::open(m_options);
        if (!logger)
            qFatal("%s", errorText(logger.error()).c_str());
        return std::move(*logger);
    }
    QList<QByteArray> lines(const QString &path) const
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> lines = file.readAll().split('\n');
        lines.removeLast(); // what follows the last line end: nothing
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Logger::Options m_options;
};

void TestLogFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath("batuta.log");
    m_options = {};
}

void TestLogFiles::writesLinesToTheFile()
{
    {
        const auto logger = open();
        for (int i = 0; i < 10; ++i)
            logger->info("main", "e", {{"number", i}, {"pattern", "%v{}%%"}});
        logger->debug("main", "below the level");
    }
    const QList<QByteArray> written = lines(m_path);
    QCOMPARE(written.size(), 10);
    for (int i = 0; i < 10; ++i) {
        const Result<json::Value> value = json::parse(written[i].toStdString());
        BATUTA_VERIFY_OK(value);
        QCOMPARE((*value)["number"].asInteger(-1), std::int64_t(i));
        QCOMPARE((*value)["pattern"].asString(), std::string("%v{}%%"));
    }
}

void TestLogFiles::writesWarningsWithoutDelay()
{
    const auto logger = open();
    int written = 0;
    // Just after the flush of each second, so that the next one is no help; again where the machine was slow.
    const auto isQuick = [&](auto write) {
        for (int i = 0; i < 5; ++i) {
            logger->info("main", "e");
            ++written;
            if (!QTest::qWaitFor([&] { return lines(m_path).size() == written; }))
                return false;
            write();
            ++written;
            if (QTest::qWaitFor([&] { return lines(m_path).size() == written; }, 500))
                return true;
        }
        return false;
    };
    QVERIFY(isQuick([&] { logger->warning("main", "e"); }));
    QVERIFY(isQuick([&] { logger->error("main", "e"); }));
}

void TestLogFiles::flushesTheRestEachSecond()
{
    const auto logger = open();
    logger->info("main", "e");
    QTRY_COMPARE(lines(m_path).size(), 1);
}

void TestLogFiles::flushesWhenItEnds()
{
    open()->info("main", "e");
    QCOMPARE(lines(m_path).size(), 1);
}

void TestLogFiles::continuesAnOldFile()
{
    open()->info("main", "first");
    open()->info("main", "second");
    QCOMPARE(lines(m_path).size(), 2);
}

void TestLogFiles::rotatesAndKeepsOnlySoManyOldFiles()
{
    m_options.fileBytes = 2'000;
    m_options.oldFiles = 3;
    {
        const auto logger = open();
        for (int i = 0; i < 200; ++i)
            logger->info("main", "e", {{"number", i}});
    }
    const QDir folder(m_folder->path());
    QCOMPARE(folder.entryList(QDir::Files, QDir::Name),
             QStringList({"batuta.1.log", "batuta.2.log", "batuta.3.log", "batuta.log"}));
    int next = -1;
    for (const char *name : {"batuta.3.log", "batuta.2.log", "batuta.1.log", "batuta.log"}) {
        QVERIFY(QFileInfo(folder.filePath(name)).size() <= 2'000);
        for (const QByteArray &line : lines(folder.filePath(name))) {
            const Result<json::Value> value = json::parse(line.toStdString());
            BATUTA_VERIFY_OK(value);
            const int number = static_cast<int>((*value)["number"].asInteger(-1));
            QVERIFY(next == -1 || number == next); // no line is lost or cut between two files
            next = number + 1;
        }
    }
    QCOMPARE(next, 200);
}

void TestLogFiles::makesTheFolder()
{
    m_path = m_folder->filePath("a/b/batuta.log");
    open()->info("main", "e");
    QCOMPARE(lines(m_path).size(), 1);
}

void TestLogFiles::aFileThatCannotBeOpenedIsNamed()
{
    m_options.file = m_folder->path().toStdString();
    const auto logger = Logger::open(m_options);
    BATUTA_VERIFY_ERROR(logger, ErrorCode::FileUnwritable);
    QCOMPARE(test::shown(logger.error().subject), m_folder->path());
}

void TestLogFiles::writesToStdout()
{
    {
        const StdoutIs file(::open(m_path.toLocal8Bit().constData(), O_CREAT | O_WRONLY, 0600));
        m_options.toStdout = true;
        const auto logger = Logger::open(m_options);
        (*logger)->info("main", "one");
        (*logger)->info("main", "two");
    }
    const QList<QByteArray> written = lines(m_path);
    QCOMPARE(written.size(), 2);
    QVERIFY(json::check(written[1].toStdString()).has_value());
}

void TestLogFiles::aFullPipeHoldsUpNobodyAndWhatIsDroppedIsCounted()
{
    constexpr int kLines = 100'000; // more than the pipe and the memory for waiting lines hold together
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    std::string text;
    std::thread reader;
    {
        const StdoutIs pipe(ends[1]);
        m_options.toStdout = true;
        auto logger = Logger::open(m_options);
        for (int i = 0; i < kLines; ++i)
            (*logger)->info("main", "e", {{"number", i}, {"text", "as long as lines usually are"}});
        reader = std::thread([&] { text = readToTheEnd(ends[0]); });
        logger->reset();
    }
    reader.join();
    ::close(ends[0]);
    std::int64_t told = 0;
    std::int64_t dropped = 0;
    for (const QByteArray &line : QByteArray::fromStdString(text).trimmed().split('\n')) {
        const Result<json::Value> value = json::parse(line.toStdString());
        BATUTA_VERIFY_OK(value);
        dropped += (*value)["dropped"].asInteger();
        told += (*value)["event"].asString() == "e" ? 1 : 0;
    }
    QVERIFY(dropped > 0);
    QCOMPARE(told + dropped, std::int64_t(kLines));
}

void TestLogFiles::aPipeThatNobodyReadsDoesNotKeepTheEnd()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    {
        const StdoutIs pipe(ends[1]);
        m_options.toStdout = true;
        const auto logger = Logger::open(m_options);
        for (int i = 0; i < 2'000; ++i)
            (*logger)->info("main", "e", {{"text", std::string(100, 'x')}});
    }
    ::close(ends[0]); // only now: until here nothing was read and nobody had left
}

QTEST_GUILESS_MAIN(TestLogFiles)
#include "tst_log_files.moc"
