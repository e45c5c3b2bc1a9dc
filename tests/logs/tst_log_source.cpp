// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_chunk.h"
#include "engine/logs/log_rows.h"
#include "engine/logs/log_source.h"
#include "engine/logs/log_watch.h"
#include "tests/support/verify.h"

#include <filesystem>
#include <zlib.h>

using namespace batuta;
using namespace batuta::logs;

namespace {

std::string lineAt(int second, const std::string &rest = "x")
{
    char text[80];
    std::snprintf(text, sizeof text, R"({"timestamp":"2026-11-21T12:%02d:%02d.000000Z","message":")",
                  second / 60 % 60, second % 60);
    return text + rest + "\"}\n";
}

} // namespace

/// Files as programs write them: growing, rotated, truncated, packed, torn and odd.
class TestLogSource : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void linesAreWhereTheyAre();
    void aFileThatGrowsKeepsItsLines();
    void aTornLineIsWholeLater();
    void aTruncatedFileBeginsAgain();
    void aFileCutWhileReadGivesNoMore();
    void rotationLosesNothing();
    void packedFilesAreRead();
    void aBombIsRefused();
    void aFolderIsOneLogByTime();
    void aLineOfAHundredMegabytes();
    void wrongClocksDoNotStretchTheSpan();
    void weeksBetweenLines();
    void whatCannotBeReadIsSaid();
    void theWatchHears();
    void chunksGoOnOverRotations();
    void aChunkBeginsWithAWholeLine();

private:
    std::string path(const char *name = "app.log") const
    {
        return (m_folder->path() + '/' + name).toStdString();
    }
    void write(const std::string &text, const char *name = "app.log", bool append = false)
    {
        QFile file(QString::fromStdString(path(name)));
        QVERIFY(file.open(append ? QIODevice::Append : QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
    }
    static QStringList texts(const LogSource &source)
    {
        QStringList lines;
        const LogRowsPtr rows = findRows(source.snapshot(), LogMatcher(LogQuery()));
        for (std::uint64_t row = 0; row < rows->count(); ++row)
            lines << test::shown(source.snapshot()->text(rows->at(row), 200));
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogSource::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

/// Over the borders of blocks, with every length of line.
void TestLogSource::linesAreWhereTheyAre()
{
    std::string text;
    std::vector<std::string> lines;
    for (std::size_t i = 0; text.size() < 3'300'000; ++i) {
        lines.push_back(std::to_string(i) + std::string(i % 977, 'a' + static_cast<char>(i % 26)));
        text += lines.back() + (i % 3 == 0 ? "\r\n" : "\n");
    }
    write(text);
    LogSource source({path()});
    QVERIFY(source.update());
    const IndexedFile &file = *source.snapshot()->files.front();
    QCOMPARE(file.blocks().size(), std::size_t{4});
    QCOMPARE(file.lines(), std::uint64_t{lines.size()});
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (file.text(i, 10'000) != lines[i])
            QFAIL(qPrintable(QString("line %1 is another").arg(i)));
    QVERIFY(!source.update());
}

void TestLogSource::aFileThatGrowsKeepsItsLines()
{
    write(lineAt(1));
    LogSource source({path()});
    source.update();
    for (int i = 2; i < 40; ++i) {
        write(lineAt(i, std::string(60'000, 'y')), "app.log", true);
        QVERIFY(source.update());
        QCOMPARE(source.snapshot()->lines, static_cast<std::uint64_t>(i));
        QCOMPARE(source.snapshot()->time({0, 0}) + (i - 1) * 1'000'000,
                 source.snapshot()->time({0, static_cast<std::uint64_t>(i - 1)}));
    }
    QVERIFY(source.snapshot()->files.front()->blocks().size() > 2);
}

void TestLogSource::aTornLineIsWholeLater()
{
    const std::string line = lineAt(7, "whole");
    write(lineAt(1) + line.substr(0, 10));
    LogSource source({path()});
    source.update();
    const LogMatcher matcher(*LogQuery::parse("whole"));
    LogRowsPtr rows = findRows(source.snapshot(), matcher);
    QCOMPARE(rows->count(), std::uint64_t{0});
    QCOMPARE(source.snapshot()->lines, std::uint64_t{2});
    write(line.substr(10), "app.log", true);
    source.update();
    rows = findRows(source.snapshot(), matcher, rows);
    QCOMPARE(rows->count(), std::uint64_t{1});
    QCOMPARE(source.snapshot()->lines, std::uint64_t{2});
}

void TestLogSource::aTruncatedFileBeginsAgain()
{
    write(lineAt(1) + lineAt(2) + lineAt(3));
    LogSource source({path()});
    source.update();
    write(lineAt(50));
    QVERIFY(source.update());
    QCOMPARE(texts(source).size(), 1);
    write(lineAt(55) + lineAt(56) + lineAt(57)); // written anew, and longer than before
    QVERIFY(source.update());
    QVERIFY(texts(source).front().contains("12:00:55"));
    QCOMPARE(texts(source).size(), 3);
}

void TestLogSource::aFileCutWhileReadGivesNoMore()
{
    write(lineAt(1) + lineAt(2));
    LogSource source({path()});
    source.update();
    write("");
    QCOMPARE(test::shown(source.snapshot()->text({0, 1}, 100)), QString());
    const LogRowsPtr rows = findRows(source.snapshot(), LogMatcher(*LogQuery::parse("x")));
    QCOMPARE(rows->count(), std::uint64_t{0});
}

void TestLogSource::rotationLosesNothing()
{
    write(lineAt(1));
    LogSource source({path()});
    source.update();
    for (int i = 2; i < 6; ++i) {
        write(lineAt(10 * i, "last of it"), "app.log", true); // not seen before it is renamed
        std::filesystem::rename(path(), path(("app.log." + std::to_string(i)).c_str()));
        write(lineAt(10 * i + 1, "first of it"));
        source.update();
    }
    QCOMPARE(texts(source).size(), 9);
    QVERIFY(texts(source).last().contains("12:00:51"));
    LogSource later(withRotated(path()));
    later.update();
    QCOMPARE(texts(later), texts(source));
}

void TestLogSource::packedFilesAreRead()
{
    gzFile packed = gzopen(path("app.log.1.gz").c_str(), "wb");
    const std::string text = lineAt(1) + lineAt(2);
    gzwrite(packed, text.data(), static_cast<unsigned>(text.size()));
    gzclose(packed);
    write(lineAt(3));
    LogSource source(withRotated(path()));
    source.update();
    QCOMPARE(texts(source).size(), 3);
    QVERIFY(texts(source).front().contains("12:00:01"));
}

void TestLogSource::aBombIsRefused()
{
    gzFile packed = gzopen(path("a.gz").c_str(), "wb");
    const std::string zeros(1 << 20, '0');
    for (int i = 0; i < 4; ++i)
        gzwrite(packed, zeros.data(), static_cast<unsigned>(zeros.size()));
    gzclose(packed);
    BATUTA_VERIFY_ERROR(LogFile::open(path("a.gz"), 3 << 20), ErrorCode::FileTooLarge);
    BATUTA_VERIFY_OK(LogFile::open(path("a.gz"), 5 << 20));
    write("\x1f\x8bnot packed at all", "b.gz");
    BATUTA_VERIFY_ERROR(LogFile::open(path("b.gz")), ErrorCode::FileUnreadable);
}

void TestLogSource::aFolderIsOneLogByTime()
{
    write(lineAt(1, "a") + lineAt(4, "a") + "  a line of its stack\n" + lineAt(5, "a"), "a.log");
    write(lineAt(2, "b") + lineAt(4, "b"), "b.jsonl");
    write("no log", "picture.png");
    LogSource source({m_folder->path().toStdString()});
    source.update();
    QString order;
    for (const QString &line : texts(source))
        order += line.contains("\"a\"") ? 'a' : line.contains("\"b\"") ? 'b' : '.';
    QCOMPARE(order, QString("aba.ba"));
}

void TestLogSource::aLineOfAHundredMegabytes()
{
    write(lineAt(1) + "{\"message\":\"" + std::string(100 << 20, 'z') + "\"}\n" + lineAt(2, "after"));
    LogSource source({path()});
    source.update();
    QCOMPARE(source.snapshot()->lines, std::uint64_t{3});
    QCOMPARE(source.snapshot()->text({0, 1}, 1000).size(), std::size_t{1000});
    const LogRowsPtr rows = findRows(source.snapshot(), LogMatcher(*LogQuery::parse("after or zzzz")));
    QCOMPARE(rows->count(), std::uint64_t{2}); // of so long a line its beginning is looked at
    QCOMPARE(rows->at(1).line, std::uint64_t{2});
}

void TestLogSource::wrongClocksDoNotStretchTheSpan()
{
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += i == 700   ? "{\"timestamp\":\"1970-01-01T00:00:09Z\"}\n"
                : i == 900 ? "{\"timestamp\":\"2099-01-01T00:00:09Z\"}\n"
                           : lineAt(i);
    write(text);
    LogSource source({path()});
    source.update();
    const TimeSpan span = timeSpan(*source.snapshot());
    QVERIFY(span.to - span.from < 2001 * 1'000'000LL);
    QVERIFY(span.to - span.from > 1900 * 1'000'000LL);
}

void TestLogSource::weeksBetweenLines()
{
    std::string text;
    for (int year = 1980; year < 2026; ++year)
        text += std::to_string(year) + "-03-01 10:20:30.123456 INFO a year\n";
    write(text);
    LogSource source({path()});
    source.update();
    HeadReader reader;
    for (int year = 1980; year < 2026; ++year) {
        const LineTime wanted = reader.time(std::to_string(year) + "-03-01 10:20:30.123456");
        const LineTime got = source.snapshot()->time({0, static_cast<std::uint64_t>(year - 1980)});
        QVERIFY(wanted - got >= 0 && wanted - got < 1'000'000);
    }
}

void TestLogSource::whatCannotBeReadIsSaid()
{
    LogSource none({path("missing.log")});
    none.update();
    QCOMPARE(none.problems().size(), std::size_t{1});
    QVERIFY(none.problems().front().code == ErrorCode::FileUnreadable);
    none.update();
    QCOMPARE(none.problems().size(), std::size_t{1});
    write(lineAt(1), "missing.log");
    QVERIFY(none.update()); // it has come
    QCOMPARE(none.snapshot()->lines, std::uint64_t{1});
}

void TestLogSource::theWatchHears()
{
    LogWatch watch({m_folder->path().toStdString()});
    QVERIFY(watch.descriptor() >= 0);
    write(lineAt(1));
    QElapsedTimer timer;
    timer.start();
    watch.wait(20'000);
    QVERIFY(timer.elapsed() < 15'000);
}

void TestLogSource::chunksGoOnOverRotations()
{
    BATUTA_VERIFY_ERROR(readChunk(path(), {}, 1000), ErrorCode::FileUnreadable);
    write(lineAt(1) + lineAt(2) + "torn");
    Result<Chunk> chunk = readChunk(path(), {}, 100'000);
    BATUTA_VERIFY_OK(chunk);
    QCOMPARE(test::shown(chunk->lines), test::shown(lineAt(1) + lineAt(2)));
    QVERIFY(!chunk->hasGap);
    write(" now whole\n" + lineAt(3), "app.log", true);
    std::filesystem::rename(path(), path("app.1.log"));
    write(lineAt(4));
    chunk = readChunk(path(), chunk->after, 100'000);
    QCOMPARE(test::shown(chunk->lines), test::shown("torn now whole\n" + lineAt(3)));
    QVERIFY(!chunk->isEnd);
    chunk = readChunk(path(), chunk->after, 100'000);
    QCOMPARE(test::shown(chunk->lines), test::shown(lineAt(4)));
    QVERIFY(chunk->isEnd);
    const std::string after = chunk->after;
    chunk = readChunk(path(), after, 100'000);
    QCOMPARE(test::shown(chunk->lines + chunk->after), test::shown(after));
    for (const char *odd : {"1:0", ":", "99999999999999999999:1", "x", "5:-1"}) {
        chunk = readChunk(path(), odd, 100'000);
        BATUTA_VERIFY_OK(chunk);
        QVERIFY(chunk->hasGap);
        QCOMPARE(test::shown(chunk->lines), test::shown(lineAt(4)));
    }
}

void TestLogSource::aChunkBeginsWithAWholeLine()
{
    std::string text;
    for (int i = 0; text.size() < 300'000; ++i)
        text += lineAt(i);
    write(text);
    Result<Chunk> chunk = readChunk(path(), {}, kLeastChunk);
    QVERIFY(chunk->lines.starts_with("{\"timestamp") && chunk->lines.size() > 60'000);
    QVERIFY(text.ends_with(chunk->lines));
    write(std::string(200'000, 'z') + '\n' + lineAt(1)); // a line that no chunk holds
    std::string lines;
    bool hasGap = false;
    std::string after = "1:0";
    for (int i = 0; i < 10; ++i) {
        chunk = readChunk(path(), after, kLeastChunk);
        lines += chunk->lines;
        hasGap = hasGap || chunk->hasGap;
        after = chunk->after;
    }
    QVERIFY(hasGap);
    QVERIFY(lines.ends_with(lineAt(1)));
}

QTEST_GUILESS_MAIN(TestLogSource)
#include "tst_log_source.moc"
