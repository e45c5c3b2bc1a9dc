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

#include <cstdio>

using namespace batuta;
using namespace batuta::telemetry;

class TestLogFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesLinesToTheFile();
    void flushesWarningsAtOnce();
    void flushesTheRestEachSecond();
    void flushesWhenItEnds();
    void continuesAnOldFile();
    void rotatesAndKeepsOnlySoManyOldFiles();
    void makesTheFolder();
    void aFileThatCannotBeOpenedIsNamed();
    void writesToStdout();

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

void TestLogFiles::flushesWarningsAtOnce()
{
    const auto logger = open();
    logger->info("main", "e");
    logger->warning("main", "e");
    QCOMPARE(lines(m_path).size(), 2);
    logger->error("main", "e");
    QCOMPARE(lines(m_path).size(), 3);
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
    // stdout becomes the file while the logger has it.
    std::fflush(stdout);
    const int before = ::dup(STDOUT_FILENO);
    const int file = ::open(m_path.toLocal8Bit().constData(), O_CREAT | O_WRONLY, 0600);
    QVERIFY(before >= 0 && file >= 0);
    ::dup2(file, STDOUT_FILENO);
    {
        m_options.toStdout = true;
        const auto logger = Logger::open(m_options);
        (*logger)->info("main", "one");
        (*logger)->info("main", "two");
    }
    ::dup2(before, STDOUT_FILENO);
    ::close(before);
    ::close(file);
    const QList<QByteArray> written = lines(m_path);
    QCOMPARE(written.size(), 2);
    QVERIFY(json::check(written[1].toStdString()).has_value());
}

QTEST_GUILESS_MAIN(TestLogFiles)
#include "tst_log_files.moc"
