// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_figures.h"
#include "engine/logs/log_source.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>

using namespace batuta;
using namespace batuta::logs;

namespace {

constexpr const char *kLines =
    R"({"severity":"INFO","timestamp":"2026-11-21T12:00:00Z","message":"step finished","service":"api","status":200,"http":{"status":204}}
{"severity":"ERROR","timestamp":"2026-11-21T12:00:01Z","message":"no healthy instance, returning 503","service":"gap","status":503}
{"severity":"WARNING","timestamp":"2026-11-21T12:00:02Z","message":"attempt 2 failed","service":"gap","status":"503","note":"healthy"}
{"severity":"INFO","timestamp":"2026-11-21T12:00:03Z","message":"caf\u00e9 \"quoted\"","service":"api"}
2026-11-21 12:00:04 ERROR plain status=503 text
{"severity":"ERROR","timestamp":"2026-11-21T12:00:05Z","message":"torn
{"severity":"WARNING","timestamp":"2026-11-21T12:00:06Z","message":"attempt 3 failed","service":"gap","status":429}
)";

} // namespace

/// What a query finds is what reading every line would find; and what is counted of it.
class TestLogRows : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aQueryFindsItsLines_data();
    void aQueryFindsItsLines();
    void theShortWayFindsWhatTheLongWayFinds();
    void numbersAreFoundHoweverTheyAreWritten();
    void aSpanLimits();
    void rowsAndLinesBelongTogether();
    void bucketsHoldAllLines();
    void facetsCount();
    void fieldsAreKnown();
    void repeatsAreGrouped();
    void whatIsStoppedGivesNothing();
    void followingMergesWhatIsNew();

private:
    LogSnapshotPtr write(const std::string &text);
    static QString found(const LogSnapshotPtr &snapshot, const std::string &query);

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<LogSource>> m_sources;
    LogSnapshotPtr m_lines;
};

LogSnapshotPtr TestLogRows::write(const std::string &text)
{
    QFile file(m_folder.filePath(QString("%1.log").arg(m_sources.size())));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0)
        return nullptr;
    file.close();
    m_sources.push_back(std::make_unique<LogSource>(std::vector<std::string>{file.fileName().toStdString()}));
    m_sources.back()->update();
    return m_sources.back()->snapshot();
}

QString TestLogRows::found(const LogSnapshotPtr &snapshot, const std::string &query)
{
    const Result<LogQuery> parsed = LogQuery::parse(query);
    if (!parsed)
        return test::shown(errorText(parsed.error()));
    const LogRowsPtr rows = findRows(snapshot, LogMatcher(*parsed));
    QString text;
    for (std::uint64_t row = 0; row < rows->count(); ++row)
        text += QString::number(rows->at(row).line);
    return text;
}

void TestLogRows::initTestCase()
{
    m_lines = write(kLines);
    QCOMPARE(m_lines->lines, std::uint64_t{7});
}

void TestLogRows::aQueryFindsItsLines_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) { QTest::newRow(query) << query << lines; };
    row("", "0123456");
    row("severity>=WARN", "12456");
    row("severity=warning", "26");
    row("severity!=INFO", "12456");
    row("service=api", "03");
    row("service!=api", "12456");
    row("not service=*", "45");
    row("status=503", "124");
    row("status>=429", "1246");
    row("http.status=204", "0");
    row("healthy", "1");
    row("HEALTHY", "");
    row("Step", "");
    row("step", "0");
    row("\"no healthy\"", "1");
    row("503", "14");
    row("café", "3");
    row("\"\\\"quoted\\\"\"", "3");
    row("message~\"^attempt \\d failed$\"", "26");
    row("message!~attempt", "01345");
    row("line~status", "01246"); // 0: nested too
    row("service=g*", "126");
    row("time>=2026-11-21T12:00:05Z", "56");
    row("time<2026-11-21T12:00:01", "0");
    row("file=0.log", "0123456");
    row("file=other", "");
    row("service=api or severity=ERROR", "01345");
    row("(service=api or severity=ERROR) and not status=503", "035");
    row("service=gap status=503 attempt", "2");
    row("torn", "5");
}

void TestLogRows::aQueryFindsItsLines()
{
    QFETCH(QString, query);
    QFETCH(QString, lines);
    QCOMPARE(found(m_lines, query.toStdString()), lines);
}

void TestLogRows::theShortWayFindsWhatTheLongWayFinds()
{
    std::mt19937 random(test::seed());
    std::string text;
    const std::vector<std::string> words{"api", "gap", "timeout", "503",   "Healthy",
                                         "a b", "é",   "x/y",     "q\\\"t"};
    const auto word = [&] { return words[random() % words.size()]; };
    for (int i = 0; text.size() < 2'500'000; ++i)
        text += R"({"severity":")" + std::string(severityName(static_cast<Severity>(random() % 6))) +
                R"(","message":")" + word() + ' ' + word() + R"(","service":")" + word() + R"(","status":)" +
                std::to_string(random() % 600) + (random() % 50 == 0 ? "\n" : "}\n");
    const LogSnapshotPtr snapshot = write(text);
    const std::vector<std::string> parts{
        "service=api", "timeout",    "severity>=WARN", "status>=300", "service!=gap", "message~\"a.*503\"",
        "healthy",     "status=503", "\"é\"",          "service=x*",  "line~timeout", "severity=ERROR"};
    for (int i = 0; i < 40; ++i) {
        std::string query = random() % 3 == 0 ? "not " : "";
        query += parts[random() % parts.size()];
        for (unsigned n = random() % 3; n > 0; --n)
            query += std::string(random() % 2 ? " and " : " or ") + (random() % 3 == 0 ? "not " : "") +
                     parts[random() % parts.size()];
        const LogMatcher matcher(*LogQuery::parse(query));
        const LogRowsPtr rows = findRows(snapshot, matcher);
        const IndexedFile &file = *snapshot->files.front();
        std::uint64_t row = 0;
        for (std::uint64_t line = random() % 7; line < file.lines(); line += 7) {
            while (row < rows->count() && rows->at(row).line < line)
                ++row;
            const bool isFound = row < rows->count() && rows->at(row).line == line;
            if (isFound != matcher.matches(file, line))
                QFAIL(qPrintable(test::shown(query + ": " + file.text(line, 300))));
        }
    }
}

/// Numbers as programs write them, and as they do not: each line is judged as when it is read whole.
void TestLogRows::numbersAreFoundHoweverTheyAreWritten()
{
    std::mt19937 random(test::seed());
    const std::vector<std::string> lines{
        R"({"status":%})",
        R"({"status": %,"service":"api"})",
        R"({"status" : %})",
        R"({"status":"%"})",
        R"({"status":%.5})",
        R"({"status":%e2})",
        R"({"status":%)",
        R"({"status":%00000000000000000})",
        R"({"http":{"status":%}})",
        R"({"http":{"status":7},"status":%})",
        R"({"message":"\"status\":%,","status":12})",
        R"({"message":"status","status":%})",
        R"({"a":"status","http_status":%})",
        R"({"status":null,"status":%})",
        R"( {"status":%})",
        R"(status=%)",
        R"(GET / status=% "status":7,)",
        R"(nothing of %)",
    };
    std::string text;
    for (int i = 0; text.size() < 1'500'000; ++i) {
        std::string line = lines[random() % lines.size()];
        const int number = static_cast<int>(random() % 600) - 50;
        line.replace(line.find('%'), 1, std::to_string(number));
        text += line + (random() % 20 == 0 ? "\r\n" : "\n");
    }
    const LogSnapshotPtr snapshot = write(text);
    const IndexedFile &file = *snapshot->files.front();
    for (const char *query : {"status>=300", "status<7", "status=7", "status!=7", "status>-3", "status<=12.5",
                              "not status>200", "status!=7 and status!=12", "status>10 or status=-4"}) {
        const LogMatcher matcher(*LogQuery::parse(query));
        const LogRowsPtr rows = findRows(snapshot, matcher);
        std::uint64_t row = 0;
        for (std::uint64_t line = 0; line < file.lines(); ++line) {
            const bool isFound = row < rows->count() && rows->at(row).line == line;
            row += isFound ? 1 : 0;
            if (isFound != matcher.matches(file, line))
                QFAIL(qPrintable(QString(query) + ": " + test::shown(file.text(line, 200))));
        }
        QCOMPARE(row, rows->count());
        QVERIFY(row > 0 && row < file.lines());
    }
}

void TestLogRows::aSpanLimits()
{
    HeadReader reader;
    const TimeSpan span{reader.time("2026-11-21T12:00:01"), reader.time("2026-11-21T12:00:04")};
    const LogRowsPtr rows = findRows(m_lines, LogMatcher(LogQuery(), span));
    QCOMPARE(rows->count(), std::uint64_t{3});
    QCOMPARE(rows->at(0).line, std::uint64_t{1});
}

void TestLogRows::rowsAndLinesBelongTogether()
{
    std::string text;
    for (int i = 0; i < 60'000; ++i)
        text += "2026-11-21 12:00:" + std::to_string(10 + i / 1200) +
                (i % 3 == 0 ? " ERROR three\n" : " INFO other line\n");
    const LogSnapshotPtr snapshot = write(text);
    const LogRowsPtr rows = findRows(snapshot, LogMatcher(*LogQuery::parse("severity=ERROR")));
    QCOMPARE(rows->count(), std::uint64_t{20'000});
    for (std::uint64_t row = 0; row < rows->count(); row += 37) {
        QCOMPARE(rows->at(row).line, row * 3);
        QCOMPARE(rows->rowOf({0, row * 3}), row);
        QCOMPARE(rows->rowOf({0, row * 3 + 1}), row + 1);
    }
    QCOMPARE(rows->rowAt(HeadReader().time("2026-11-21 12:00:20")), std::uint64_t{4000});
    QCOMPARE(rows->counts()[static_cast<std::size_t>(Severity::Error)], std::uint64_t{20'000});
}

void TestLogRows::bucketsHoldAllLines()
{
    const LogRowsPtr rows = findRows(m_lines, LogMatcher(LogQuery()));
    const Histogram histogram = histogramOf(*rows, timeSpan(*m_lines), 10);
    QCOMPARE(histogram.width, LineTime{1'000'000});
    QCOMPARE(histogram.buckets.size(), std::size_t{7});
    for (const SeverityCounts &bucket : histogram.buckets)
        QCOMPARE(std::accumulate(bucket.begin(), bucket.end(), std::uint64_t{0}), std::uint64_t{1});
    QCOMPARE(histogram.outside, std::uint64_t{0});
    const Histogram part = histogramOf(*rows, {histogram.span.from, histogram.span.from + 2'500'000}, 10);
    QVERIFY(part.outside > 0);
}

void TestLogRows::facetsCount()
{
    const LogRowsPtr rows = findRows(m_lines, LogMatcher(LogQuery()));
    const std::vector<Facet> facets = facetsOf(*rows, {"service", "status"});
    QCOMPARE(facets.size(), std::size_t{2});
    QCOMPARE(test::shown(facets[0].values[0].first), QString("gap"));
    QCOMPARE(facets[0].values[0].second, std::uint64_t{3});
    QCOMPARE(facets[1].values[0].second, std::uint64_t{3}); // 503 as number, as text and in a line of text
    QVERIFY(!facets[0].hasMore);
    QVERIFY(facetsOf(*rows, {"status"}, {}, 1)[0].hasMore);
}

void TestLogRows::fieldsAreKnown()
{
    const std::vector<FieldUse> fields = fieldsOf(*findRows(m_lines, LogMatcher(LogQuery())));
    QStringList names;
    for (const FieldUse &field : fields)
        names << test::shown(field.name);
    QCOMPARE(names, QStringList({"severity", "timestamp", "message", "service", "status", "http", "note"}));
    QCOMPARE(fields[3].lines, std::uint64_t{5});
    QCOMPARE(fields[3].values, std::uint64_t{2});
    QVERIFY(fields[5].isNested);
}

void TestLogRows::repeatsAreGrouped()
{
    const LogRowsPtr rows = findRows(m_lines, LogMatcher(*LogQuery::parse("severity=WARN or service=api")));
    const GroupedRows groups = groupsOf(*rows);
    QCOMPARE(groups.rows, (std::vector<std::uint64_t>{0, 1, 2})); // attempt 2 and attempt 3 are one
    QCOMPARE(groups.counts, (std::vector<std::uint64_t>{1, 2, 1}));
    QCOMPARE(groups.last[1], std::uint64_t{3});
}

void TestLogRows::whatIsStoppedGivesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!findRows(m_lines, LogMatcher(LogQuery()), {}, stop.get_token()));
}

void TestLogRows::followingMergesWhatIsNew()
{
    const QString folder = m_folder.filePath("two");
    QVERIFY(QDir().mkpath(folder));
    const auto append = [&](const char *name, int second) {
        QFile file(folder + '/' + name);
        QVERIFY(file.open(QIODevice::Append));
        file.write(qPrintable(QString("2026-11-21 12:00:%1 INFO %2\n").arg(second).arg(name)));
    };
    append("a.log", 10);
    append("b.log", 11);
    append("a.log", 12);
    LogSource source({folder.toStdString()});
    source.update();
    const LogMatcher matcher{LogQuery()};
    LogRowsPtr rows = findRows(source.snapshot(), matcher);
    for (int second = 20; second < 40; ++second) {
        append(second % 2 ? "a.log" : "b.log", second);
        source.update();
        rows = findRows(source.snapshot(), matcher, rows);
    }
    QCOMPARE(rows->count(), std::uint64_t{23});
    for (std::uint64_t row = 1; row < rows->count(); ++row)
        QVERIFY(source.snapshot()->time(rows->at(row - 1)) < source.snapshot()->time(rows->at(row)));
    QCOMPARE(rows->rowOf(rows->at(17)), std::uint64_t{17});
}

QTEST_GUILESS_MAIN(TestLogRows)
#include "tst_log_rows.moc"
