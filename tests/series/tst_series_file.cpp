// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/evaluation.h"
#include "engine/series/sampler.h"
#include "tests/support/verify.h"

#include <cmath>

using namespace batuta;
using namespace batuta::series;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

const WallTime kBegin = WallTime(1'789'999'200s); ///< a round hour

/// A registry, and the file that it is sampled into, at times that the test says.
struct Book
{
    explicit Book(const std::string &path = ":memory:")
        : file(*SeriesFile::open(path))
    {
    }

    void sample(WallTime at)
    {
        const Result<Slot> slot = sampler.take(file);
        BATUTA_VERIFY_OK(slot);
        BATUTA_VERIFY_OK(file.append(at, 10s, *slot));
    }

    Answer ask(Question question, Duration range, Duration step = 10s)
    {
        question.from = kBegin;
        question.to = kBegin + range;
        question.step = step;
        const Result<Answer> answer = Evaluation(file, question).answer();
        return answer ? *answer : Answer();
    }

    telemetry::Metrics metrics;
    Sampler sampler{metrics};
    SeriesFile file;
};

Question of(const std::string &metric, Function function = Function::Increase)
{
    Question question;
    question.of.metric = metric;
    question.function = function;
    return question;
}

/// `3 0 - 1`: a gap is a dash.
QString text(const std::vector<double> &values)
{
    QStringList parts;
    for (const double value : values)
        parts << (std::isnan(value) ? QString("-") : QString::number(value, 'g', 6));
    return parts.join(' ');
}

QString first(const Answer &answer)
{
    return answer.lines.empty() ? QString("no line") : text(answer.lines.front().values);
}

} // namespace

/// What is kept of a registry, and what is told of it.
class TstSeriesFile : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatACounterGrewBy();
    void aGapStaysAGap();
    void linesAreGroupedByLabels();
    void theSmallestLinesBecomeOther();
    void gaugesAreAddedOverSeriesAndAveragedOverTime();
    void percentilesComeFromBuckets();
    void aShareOfNothingIsUnknown();
    void samplesOfOneStretchAreSummedUp();
    void coarserTiersTellTheSame();
    void oldRowsGo();
    void survivesBeingOpenedAgain();
    void twoEnginesAreAddedUp();
    void refusesQuestionsThatCannotBeMeant();
    void keepsABoundedNumberOfSeries();
    void refusesAFileOfAnotherVersion();
    void damagedRowsAreLeftOut();
};

void TstSeriesFile::tellsWhatACounterGrewBy()
{
    Book book;
    auto &runs = book.metrics.counter("runs", "", {{"flow", "a"}});
    for (int i = 0; i < 3; ++i) {
        runs.increment(static_cast<unsigned>(i));
        book.sample(kBegin + i * 10s);
    }
    QCOMPARE(first(book.ask(of("runs"), 30s)), QString("0 1 2"));
    QCOMPARE(first(book.ask(of("runs", Function::PerMinute), 30s)), QString("0 6 12"));
    QCOMPARE(first(book.ask(of("runs", Function::Rate), 30s, 30s)), QString("0.1"));
    QCOMPARE(book.ask(of("runs"), 30s).samples, 3.0);
}

void TstSeriesFile::aGapStaysAGap()
{
    Book book;
    auto &runs = book.metrics.counter("runs", "");
    runs.increment(4);
    book.sample(kBegin);
    runs.increment(5);
    book.sample(kBegin + 30s);
    QCOMPARE(first(book.ask(of("runs"), 50s)), QString("4 - - 5 -"));
}

void TstSeriesFile::linesAreGroupedByLabels()
{
    Book book;
    book.metrics.counter("runs", "", {{"flow", "a"}, {"status", "ok"}}).increment(1);
    book.metrics.counter("runs", "", {{"flow", "a"}, {"status", "bad"}}).increment(2);
    book.metrics.counter("runs", "", {{"flow", "b"}, {"status", "ok"}}).increment(4);
    book.sample(kBegin);
    Question byFlow = of("runs");
    byFlow.by = {"flow"};
    const Answer answer = book.ask(byFlow, 10s);
    QCOMPARE(answer.lines.size(), std::size_t{2});
    QCOMPARE(shown(answer.lines[0].labels[0].second), QString("b")); // the largest first
    QCOMPARE(text(answer.lines[1].values), QString("3"));
    Question chosen = of("runs");
    chosen.of.where = {{"status", "bad|worse"}};
    QCOMPARE(first(book.ask(chosen, 10s)), QString("2"));
    chosen.of.where = {{"status", "none"}};
    QVERIFY(book.ask(chosen, 10s).lines.empty());
}

void TstSeriesFile::theSmallestLinesBecomeOther()
{
    Book book;
    for (unsigned i = 1; i <= 5; ++i)
        book.metrics.counter("runs", "", {{"flow", std::string(1, static_cast<char>('a' + i))}}).increment(i);
    book.sample(kBegin);
    Question question = of("runs");
    question.by = {"flow"};
    question.most = 3;
    const Answer answer = book.ask(question, 10s);
    QCOMPARE(answer.lines.size(), std::size_t{3});
    QVERIFY(answer.lines.back().isOther);
    QCOMPARE(text(answer.lines.back().values), QString("6"));
    QCOMPARE(answer.samples, 15.0);
}

void TstSeriesFile::gaugesAreAddedOverSeriesAndAveragedOverTime()
{
    Book book;
    auto &a = book.metrics.gauge("waiting", "", {{"flow", "a"}});
    auto &b = book.metrics.gauge("waiting", "", {{"flow", "b"}});
    a.set(1);
    b.set(2);
    book.sample(kBegin);
    a.set(5);
    book.sample(kBegin + 10s);
    QCOMPARE(first(book.ask(of("waiting", Function::Mean), 20s, 20s)), QString("5"));
    QCOMPARE(first(book.ask(of("waiting", Function::Most), 20s, 20s)), QString("7"));
}

void TstSeriesFile::percentilesComeFromBuckets()
{
    Book book;
    auto &seconds = book.metrics.histogram("seconds", "", {}, {1, 2, 4});
    for (int i = 0; i < 10; ++i)
        seconds.observe(1.5);
    book.sample(kBegin);
    Question question = of("seconds", Function::Percentile);
    question.quantile = 0.5;
    QCOMPARE(first(book.ask(question, 20s)), QString("1.5 -"));
    QCOMPARE(text(book.ask(question, 10s).lines[0].samples), QString("10"));
    QCOMPARE(first(book.ask(of("seconds", Function::Average), 10s)), QString("1.5"));
    QCOMPARE(percentile({1, 2, 4}, {0, 0, 0, 5}, 0.9), 4.0); // above the last bound
    QVERIFY(std::isnan(percentile({1, 2, 4}, {0, 0, 0, 0}, 0.9)));
}

void TstSeriesFile::aShareOfNothingIsUnknown()
{
    Book book;
    auto &good = book.metrics.counter("runs", "", {{"status", "ok"}});
    auto &bad = book.metrics.counter("runs", "", {{"status", "failed"}});
    good.increment(3);
    bad.increment(1);
    book.sample(kBegin);
    book.sample(kBegin + 10s);
    Question question = of("runs", Function::Share);
    question.of.where = {{"status", "failed"}};
    question.share = Selection{"runs", {}};
    const Answer answer = book.ask(question, 20s);
    QCOMPARE(first(answer), QString("0.25 -"));
    QCOMPARE(answer.samples, 4.0);
}

void TstSeriesFile::samplesOfOneStretchAreSummedUp()
{
    Book book;
    auto &runs = book.metrics.counter("runs", "");
    auto &now = book.metrics.gauge("now", "");
    for (int i = 0; i < 2; ++i) {
        runs.increment(3);
        now.set(i * 4);
        const Result<Slot> slot = book.sampler.take(book.file);
        BATUTA_VERIFY_OK(book.file.append(kBegin, 5s, *slot));
    }
    QCOMPARE(first(book.ask(of("runs"), 10s)), QString("6"));
    QCOMPARE(first(book.ask(of("runs", Function::Rate), 10s)), QString("0.6"));
    QCOMPARE(first(book.ask(of("now", Function::Mean), 10s)), QString("2"));
}

void TstSeriesFile::coarserTiersTellTheSame()
{
    Book book;
    auto &runs = book.metrics.counter("runs", "");
    auto &seconds = book.metrics.histogram("seconds", "", {}, {1, 2, 4});
    for (int i = 0; i < 720; ++i) { // two hours
        runs.increment();
        seconds.observe(i % 4);
        book.sample(kBegin + i * 10s);
    }
    Question slow = of("seconds", Function::Percentile);
    slow.quantile = 0.9;
    const QString before = first(book.ask(slow, 2h, 1min));
    BATUTA_VERIFY_OK(book.file.tidy(kBegin + 2h + 1min));
    QVERIFY(book.file.completeTo(1) >= kBegin + 2h);
    const Answer minutes = book.ask(of("runs"), 2h, 1min);
    QCOMPARE(minutes.kept, Duration(1min));
    QCOMPARE(minutes.lines[0].values.size(), std::size_t{120});
    QCOMPARE(minutes.lines[0].values[17], 6.0);
    const Answer hours = book.ask(of("runs"), 2h, 1h);
    QCOMPARE(hours.kept, Duration(1h));
    QCOMPARE(first(hours), QString("360 360"));
    QCOMPARE(first(book.ask(of("runs", Function::PerMinute), 2h, 1h)), QString("6 6"));
    QCOMPARE(first(book.ask(slow, 2h, 1min)), before);
}

void TstSeriesFile::oldRowsGo()
{
    Book book;
    auto &runs = book.metrics.counter("runs", "");
    runs.increment(7);
    book.sample(kBegin);
    BATUTA_VERIFY_OK(book.file.tidy(kBegin + 2h));
    BATUTA_VERIFY_OK(book.file.tidy(kBegin + 24h * 30));
    int rows[3] = {};
    for (std::size_t tier = 0; tier < 3; ++tier)
        BATUTA_VERIFY_OK(
            book.file.rows(tier, kBegin, kBegin + 1h, [&](WallTime, std::string_view) { ++rows[tier]; }));
    QCOMPARE(rows[0], 0);
    QCOMPARE(rows[1], 0);
    QCOMPARE(rows[2], 1);
    QCOMPARE(first(book.ask(of("runs"), 1h, 1h)), QString("7")); // an hour of it is still known
    BATUTA_VERIFY_OK(book.file.tidy(kBegin + 24h * 400));
    QCOMPARE(first(book.ask(of("runs"), 1h, 1h)), QString("-"));
}

void TstSeriesFile::survivesBeingOpenedAgain()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("series.db").toStdString();
    {
        Book book(path);
        book.metrics.counter("runs", "", {{"flow", "a=\"b\""}}).increment(2);
        book.sample(kBegin);
    }
    Book book(path);
    BATUTA_VERIFY_OK(
        book.file.append(kBegin, 0s, {})); // begun in the same stretch, and nothing looked at yet
    book.metrics.counter("runs", "", {{"flow", "a=\"b\""}}).increment(3);
    book.sample(kBegin + 10s);
    QCOMPARE(book.file.series().size(), std::size_t{1});
    QCOMPARE(first(book.ask(of("runs"), 20s)), QString("2 3"));
    Book last(path);
    const Result<Slot> slot = last.sampler.take(last.file);
    BATUTA_VERIFY_OK(last.file.append(kBegin, 10s, *slot)); // together not longer than the stretch
    QCOMPARE(first(last.ask(of("runs", Function::Rate), 10s)), QString("0.2"));
}

void TstSeriesFile::twoEnginesAreAddedUp()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("series.db").toStdString();
    Book one(path), other(path);
    one.metrics.counter("runs", "").increment(2);
    other.metrics.counter("runs", "").increment(3);
    one.sample(kBegin);
    other.sample(kBegin);
    Book later(path);
    QCOMPARE(first(later.ask(of("runs"), 10s)), QString("5"));
    QCOMPARE(first(later.ask(of("runs", Function::Rate), 10s)), QString("0.5"));
    BATUTA_VERIFY_OK(later.file.tidy(kBegin + 10min));
    QCOMPARE(first(later.ask(of("runs"), 1min, 1min)), QString("5"));
}

void TstSeriesFile::refusesQuestionsThatCannotBeMeant()
{
    Question question = of("runs");
    question.from = kBegin;
    question.to = kBegin + 1h;
    question.step = 10s;
    BATUTA_VERIFY_OK(Evaluation::check(question));
    const auto refused = [&](auto change) {
        Question changed = question;
        change(changed);
        return !Evaluation::check(changed).has_value();
    };
    QVERIFY(refused([](Question &q) { q.of.metric.clear(); }));
    QVERIFY(refused([](Question &q) { q.to = q.from; }));
    QVERIFY(refused([](Question &q) { q.to = q.from + 24h * 400; }));
    QVERIFY(refused([](Question &q) { q.step = 1ms; }));
    QVERIFY(refused([](Question &q) { q.to = q.from + 24h * 300; }));
    QVERIFY(refused([](Question &q) { q.function = Function::Share; }));
    QVERIFY(refused([](Question &q) { q.quantile = std::nan(""); }));
    QVERIFY(refused([](Question &q) { q.source = "prometheus"; }));
}

void TstSeriesFile::keepsABoundedNumberOfSeries()
{
    Book book;
    for (int name = 0; name < 3; ++name)
        for (int i = 0; i < 900; ++i)
            book.metrics.counter("m" + std::to_string(name), "", {{"flow", std::to_string(i)}}).increment();
    book.sample(kBegin);
    QCOMPARE(book.file.series().size(), SeriesFile::kMostSeries);
    QCOMPARE(book.file.left(), std::size_t{700});
}

void TstSeriesFile::refusesAFileOfAnotherVersion()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("series.db").toStdString();
    {
        auto database = store::Database::open(path, store::OpenMode::ReadWrite);
        BATUTA_VERIFY_OK(database->run("PRAGMA user_version=7"));
    }
    BATUTA_VERIFY_ERROR(SeriesFile::open(path), ErrorCode::StoreVersion);
}

void TstSeriesFile::damagedRowsAreLeftOut()
{
    int cells = 0;
    const auto count = [&](std::int64_t, Kind, const Cell &) { ++cells; };
    const Slot slot{{1, {5, 0, {}}}, {9, {1.5, 0, {{2, 3}}}}};
    const std::string good =
        packed(slot, [](std::int64_t id) { return id == 1 ? Kind::Counter : Kind::Histogram; });
    QVERIFY(unpack(good, count));
    QCOMPARE(cells, 2);
    for (std::size_t length = 1; length < good.size(); ++length)
        unpack(std::string_view(good).substr(0, length), count); // ends, whatever it was told
    QVERIFY(!unpack("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", count));
}

QTEST_APPLESS_MAIN(TstSeriesFile)
#include "tst_series_file.moc"
