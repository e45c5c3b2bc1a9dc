// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/book.h"
#include "engine/fleet/figures.h"
#include "engine/fleet/log_lines.h"
#include "engine/json/json.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::fleet;
using batuta::test::shown;

namespace {

/// Stands still until it is told.
class SetClock final : public Clock
{
public:
    WallTime wall() const override { return now; }
    SteadyTime steady() const override { return {}; }
    WallTime now{std::chrono::hours(480'000)};
};

Entry entryOf(std::string text)
{
    Entry entry;
    entry.log = "stdout";
    entry.key = {{"demo", "us-east1", "shop"}, "shop-1"};
    entry.text = std::move(text);
    return entry;
}

QStringList texts(const Book &book)
{
    QStringList all;
    book.forward(0, [&](const Entry &entry) {
        all.push_back(shown(entry.text));
        return true;
    });
    return all;
}

} // namespace

/// Log entries: kept in order, within bounds, over restarts; lines that are JSON; figures by the minute.
class TstFleetBook : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrder();
    void theOldestGoFirst();
    void entriesSurviveARestart();
    void aCutLineIsLeftOut();
    void filesAreBounded();
    void tellsListeners();
    void readsLines_data();
    void readsLines();
    void liftsWhatLoggingLibrariesSet();
    void cutsLines();
    void distributions();
    void minutesInOrder();
};

void TstFleetBook::keepsTheOrder()
{
    SetClock clock;
    Book book(clock, {}, 1u << 20);
    for (const char *text : {"a", "b", "c"})
        book.append(entryOf(text));
    QCOMPARE(texts(book).join(' '), QString("a b c"));
    QCOMPARE(book.nextNumber(), 4U);
    QString backwards;
    book.backward(3, [&](const Entry &entry) {
        backwards += shown(entry.text);
        return true;
    });
    QCOMPARE(backwards, QString("ba"));
    book.forward(2, [&](const Entry &entry) {
        backwards = shown(entry.text);
        return false;
    });
    QCOMPARE(backwards, QString("b"));
}

void TstFleetBook::theOldestGoFirst()
{
    SetClock clock;
    Book book(clock, {}, 100'000);
    for (int i = 0; i < 1000; ++i)
        book.append(entryOf(std::string(200, 'x') + std::to_string(i)));
    QVERIFY(book.bytes() <= 100'000);
    QVERIFY(book.firstNumber() > 1);
    QVERIFY(texts(book).last().endsWith("999"));
    QCOMPARE(book.nextNumber(), 1001U);
}

void TstFleetBook::entriesSurviveARestart()
{
    QTemporaryDir folder;
    SetClock clock;
    Entry whole = entryOf({});
    whole.log = "requests";
    whole.severity = Severity::Error;
    whole.payload = json::parse(R"({"a":[1,{"b":null}]})").value();
    whole.request = HttpLine{"GET",      "http://h/p", "agent", "ref", "1.2.3.4",       "127.0.0.1",
                             "HTTP/1.1", 503,          1,       2,     Duration(12'345)};
    whole.trace = "t";
    whole.labels = {{"instanceId", "i"}};
    whole.source = SourcePlace{"f.py", "3", "g"};
    std::uint64_t next = 0;
    {
        Book book(clock, folder.path().toStdString(), 1u << 20);
        BATUTA_VERIFY_OK(book.open());
        book.append(entryOf("first"));
        book.append(whole);
        next = book.nextNumber();
    }
    Book book(clock, folder.path().toStdString(), 1u << 20);
    BATUTA_VERIFY_OK(book.open());
    QCOMPARE(book.nextNumber(), next);
    QCOMPARE(texts(book).size(), 2);
    book.forward(2, [&](const Entry &entry) {
        [&] { // QCOMPARE returns
            QCOMPARE(entry.severity, Severity::Error);
            QVERIFY(entry.payload == whole.payload);
            QCOMPARE(entry.request->status, 503);
            QCOMPARE(entry.request->latency.count(), 12'345);
            QCOMPARE(shown(entry.request->url), QString("http://h/p"));
            QCOMPARE(shown(entry.trace), QString("t"));
            QCOMPARE(shown(entry.labels.at(0).second), QString("i"));
            QCOMPARE(shown(entry.source->file), QString("f.py"));
            QVERIFY(entry.key == whole.key);
            QVERIFY(entry.time == clock.now);
        }();
        return true;
    });
    book.append(entryOf("third"));
    QCOMPARE(texts(book).size(), 3);
}

void TstFleetBook::aCutLineIsLeftOut()
{
    QTemporaryDir folder;
    SetClock clock;
    {
        Book book(clock, folder.path().toStdString(), 1u << 20);
        BATUTA_VERIFY_OK(book.open());
        book.append(entryOf("whole"));
        book.append(entryOf("cut"));
    }
    const QString name = QDir(folder.path()).entryList({"book-*"}).value(0);
    QFile file(folder.filePath(name));
    QVERIFY(file.resize(file.size() - 5));
    Book book(clock, folder.path().toStdString(), 1u << 20);
    BATUTA_VERIFY_OK(book.open());
    QCOMPARE(texts(book).join(' '), QString("whole"));
}

void TstFleetBook::filesAreBounded()
{
    QTemporaryDir folder;
    SetClock clock;
    constexpr std::uint64_t kBound = 400'000;
    Book book(clock, folder.path().toStdString(), kBound);
    BATUTA_VERIFY_OK(book.open());
    for (int i = 0; i < 4000; ++i) {
        book.append(entryOf(std::string(500, 'x')));
        if (i % 50 == 0)
            book.flush();
    }
    book.flush();
    qint64 bytes = 0;
    const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files)
        bytes += file.size();
    QVERIFY2(bytes < 2 * static_cast<qint64>(kBound), qPrintable(QString::number(bytes)));
    QVERIFY(files.size() <= 8);
}

void TstFleetBook::tellsListeners()
{
    SetClock clock;
    Book book(clock, {}, 1u << 20);
    QStringList heard;
    auto token = book.listen([&](const Entry &entry) { heard.push_back(shown(entry.text)); });
    book.append(entryOf("a"));
    token.reset();
    book.append(entryOf("b"));
    QCOMPARE(heard.join(' '), QString("a"));
}

void TstFleetBook::readsLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("payload");
    QTest::addColumn<int>("severity");
    QTest::newRow("text") << "hello"
                          << "hello"
                          << "null" << 0;
    QTest::newRow("only a message") << R"({"message":"hi","severity":"error"})"
                                    << "hi"
                                    << "null" << 500;
    QTest::newRow("more") << R"({"message":"hi","n":1,"severity":"WARN"})"
                          << ""
                          << R"({"message":"hi","n":1})" << 400;
    QTest::newRow("level stays") << R"({"message":"hi","level":"error"})"
                                 << ""
                                 << R"({"message":"hi","level":"error"})" << 0;
    QTest::newRow("not an object") << "[1]"
                                   << "[1]"
                                   << "null" << 0;
    QTest::newRow("broken") << R"({"a":})"
                            << R"({"a":})"
                            << "null" << 0;
    QTest::newRow("unknown severity") << R"({"severity":"purple","a":1})"
                                      << ""
                                      << R"({"a":1})" << 0;
}

void TstFleetBook::readsLines()
{
    QFETCH(QString, line);
    Entry entry;
    readLogLine(line.toStdString(), entry);
    QTEST(shown(entry.text), "text");
    QTEST(shown(json::write(entry.payload)), "payload");
    QTEST(static_cast<int>(entry.severity), "severity");
}

void TstFleetBook::liftsWhatLoggingLibrariesSet()
{
    Entry entry;
    readLogLine(
        R"({"message":"m","k":1,"time":"2026-11-21T14:21:07.5Z","logging.googleapis.com/trace":"projects/p/traces/abc",)"
        R"("logging.googleapis.com/spanId":"s","logging.googleapis.com/trace_sampled":true,)"
        R"("logging.googleapis.com/labels":{"l":"v"},"logging.googleapis.com/sourceLocation":{"file":"a.py","line":"7","function":"f"},)"
        R"("logging.googleapis.com/operation":{"id":"o"},"logging.googleapis.com/insertId":"i",)"
        R"("httpRequest":{"requestMethod":"PUT","status":201,"latency":"0.5s","responseSize":"12"}})",
        entry);
    QCOMPARE(shown(json::write(entry.payload)), QString(R"({"message":"m","k":1})"));
    QCOMPARE(shown(isoTime(entry.time)), QString("2026-11-21T14:21:07.500000Z"));
    QCOMPARE(shown(entry.trace), QString("abc"));
    QCOMPARE(shown(entry.span), QString("s"));
    QVERIFY(entry.isSampled);
    QCOMPARE(shown(entry.labels.at(0).second), QString("v"));
    QCOMPARE(shown(entry.source->line), QString("7"));
    QCOMPARE(shown(entry.operation["id"].asString()), QString("o"));
    QCOMPARE(shown(entry.insertId), QString("i"));
    QCOMPARE(shown(entry.request->method), QString("PUT"));
    QCOMPARE(entry.request->status, 201);
    QCOMPARE(entry.request->responseBytes, 12U);
    QCOMPARE(entry.request->latency.count(), 500'000);
}

void TstFleetBook::cutsLines()
{
    QStringList lines;
    LineCutter cutter([&](const std::string &line) { lines.push_back(shown(line)); });
    cutter.feed("a\nb");
    cutter.feed("c\r\n\n\xff!\nrest");
    QCOMPARE(lines.join('|'), QString("a|bc|?!"));
    cutter.end();
    QCOMPARE(lines.last(), QString("rest"));
    lines.clear();
    cutter.feed(std::string(150'000, 'x') + "\n");
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.join("").size(), 150'000);
}

void TstFleetBook::distributions()
{
    Distribution whole;
    Distribution left;
    Distribution right;
    for (int i = 1; i <= 1000; ++i) {
        whole.add(i);
        (i % 3 == 0 ? left : right).add(i);
    }
    QCOMPARE(whole.count, 1000U);
    QVERIFY(qAbs(whole.mean - 500.5) < 1e-6);
    QVERIFY(qAbs(whole.squaredDeviation - 83'333'250) < 1);
    // Within a bucket's width, 40 %.
    QVERIFY(qAbs(whole.percentile(0.5) - 500) < 100);
    QVERIFY(qAbs(whole.percentile(0.99) - 990) < 300);
    left.add(right);
    QCOMPARE(left.count, whole.count);
    QVERIFY(left.counts == whole.counts);
    QVERIFY(qAbs(left.mean - whole.mean) < 1e-6);
    QVERIFY(qAbs(left.squaredDeviation - whole.squaredDeviation) < 1);
    Distribution edges;
    edges.add(0.2);
    edges.add(1e12);
    QCOMPARE(edges.counts.front(), 1U);
    QCOMPARE(edges.counts.back(), 1U);
}

void TstFleetBook::minutesInOrder()
{
    SetClock clock;
    Figures figures(clock);
    const RevisionKey key{{"p", "r", "s"}, "v"};
    for (int minute = 0; minute < 2000; ++minute) {
        ++figures.now(key).requests[200];
        clock.now += std::chrono::minutes(1);
    }
    QCOMPARE(figures.between(key, WallTime(), clock.now).size(), 1440U);
    const auto some =
        figures.between(key, clock.now - std::chrono::minutes(3), clock.now - std::chrono::minutes(1));
    QCOMPARE(some.size(), 2U);
    QVERIFY(some[0]->begin < some[1]->begin);
    QVERIFY(figures.between({{"p", "r", "s"}, "other"}, WallTime(), clock.now).empty());
}

QTEST_APPLESS_MAIN(TstFleetBook)
#include "tst_fleet_book.moc"
