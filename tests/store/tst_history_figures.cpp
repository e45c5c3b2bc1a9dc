// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Questions over all executions: what an id is, how many there are, what failed.
#include "engine/store/failure.h"
#include "engine/store/figure_source.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

#include <algorithm>
#include <random>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;
using namespace std::chrono_literals;

namespace {

constexpr int kCount = 6'000; // two buckets of the index by id

/// Execution `number` of many days, with fields that only some share.
ExecutionRecord varied(int number)
{
    ExecutionRecord record = number % 40 == 39 ? begun(number) : ended(number);
    record.flow = number % 3 == 0 ? "course_to_vacancy" : "update_profile";
    record.flowVersion = number < kCount / 2 ? "9f86d081884c" : "1b4f0e985197";
    record.trigger = number % 5 == 0 ? "schedule" : "http";
    record.environment = "staging";
    record.revision = number < kCount / 2 ? "" : "api-00042-kid";
    record.userId = "user-" + std::to_string(number % 50);
    record.sessionId = number % 2 == 0 ? "" : "session-" + std::to_string(number % 1000);
    record.correlationId = "correlation-" + std::to_string(number);
    record.startedAt = begun(0).startedAt + std::chrono::minutes((number * 7919LL) % 6'000);
    if (record.endedAt == WallTime{})
        return record;
    record.endedAt = record.startedAt + record.duration;
    if (number % 25 == 7) {
        record.status = "failed";
        record.steps[0].status = "failed";
        record.error = number % 2 == 0
                           ? "create_embeddings: HTTP 503 for user " + std::to_string(number)
                           : "create_embeddings: net.timeout: after " + std::to_string(number) + " ms";
    } else if (number % 100 == 13) {
        record.status = "cancelled";
    }
    return record;
}

const Facet *facetOf(const RunFigures &figures, const std::string &field)
{
    for (const Facet &facet : figures.facets)
        if (facet.field == field)
            return &facet;
    return nullptr;
}

std::int64_t countIn(const std::vector<FacetValue> &values, const std::string &value)
{
    for (const FacetValue &one : values)
        if (one.value == value)
            return one.count;
    return 0;
}

using Question = std::function<bool(const ExecutionRecord &)>;

std::int64_t counted(const Question &fits)
{
    static const std::vector<ExecutionRecord> all = [] {
        std::vector<ExecutionRecord> records;
        for (int i = 0; i < kCount; ++i)
            records.push_back(varied(i));
        return records;
    }();
    return std::count_if(all.begin(), all.end(), fits);
}

} // namespace

class TestHistoryFigures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreThoseOfTheRows_data();
    void figuresAreThoseOfTheRows();
    void aFacetKeepsTheOtherValuesOfItsField();
    void theHistogramIsThatOfTheStarts();
    void bucketsAreRoundAndFew_data();
    void bucketsAreRoundAndFew();
    void listsFilterByWhatIsCounted_data();
    void listsFilterByWhatIsCounted();
    void failuresAreGrouped();
    void aGroupIsAddressedUntilItComesAgain();
    void anIdIsFound_data();
    void anIdIsFound();
    void anIdThatIsNoneFindsNothing();
    void whatEndsAgainIsCountedOnce();
    void whatIsPrunedIsNotCounted();
    void whatADeadEngineLeftIsCounted();

private:
    RunFigures figures(const ExecutionQuery &filter, int buckets = 60) const;
    FailureReport failures(const FailureQuery &query) const;
    Found found(const std::string &text) const;

    std::unique_ptr<AnyStore> m_store;
    std::unique_ptr<History> m_history;
};

void TestHistoryFigures::initTestCase()
{
    m_store = std::make_unique<AnyStore>();
    m_history = m_store->open();
    QVERIFY(m_history);
    for (int i = 0; i < kCount; ++i)
        if (varied(i).status == "running")
            m_history->begin(varied(i), "", nullptr);
        else
            m_history->finish(varied(i), {}, nullptr);
    QVERIFY(m_history->findNow(idOf(0))); // behind nothing that is queued: the reader does not wait
    QCOMPARE(outcome(beginNow(*m_history, begun(kCount + 1))), QString("ok"));
    ExecutionRecord last = ended(kCount + 1);
    last.environment = "another"; // all others are of one
    QCOMPARE(outcome(finishNow(*m_history, last)), QString("ok"));
    QCOMPARE(m_history->stats().failedBatches, std::uint64_t(0));
    QVERIFY(*m_history->findNow(idOf(kCount + 1)) == last);
    // The one that waited for all others is of another day.
    QCOMPARE(m_store->number("SELECT count(*) FROM executions"), std::int64_t(kCount + 1));
}

RunFigures TestHistoryFigures::figures(const ExecutionQuery &filter, int buckets) const
{
    const auto answer = answerOf<Result<RunFigures>>([&](auto done) {
        m_history->figures({filter, buckets}, std::move(done));
    });
    if (!answer)
        qWarning("%s", errorText(answer.error()).c_str());
    return answer ? *answer : RunFigures();
}

FailureReport TestHistoryFigures::failures(const FailureQuery &query) const
{
    const auto answer =
        answerOf<Result<FailureReport>>([&](auto done) { m_history->failures(query, std::move(done)); });
    return answer ? *answer : FailureReport();
}

Found TestHistoryFigures::found(const std::string &text) const
{
    const auto answer = answerOf<Result<Found>>([&](auto done) {
        m_history->lookUp({text, 12}, std::move(done));
    });
    return answer ? *answer : Found();
}

void TestHistoryFigures::figuresAreThoseOfTheRows_data()
{
    QTest::addColumn<ExecutionQuery>("filter");
    const WallTime first = begun(0).startedAt;
    QTest::newRow("all") << ExecutionQuery{.environment = "staging"};
    QTest::newRow("flow") << ExecutionQuery{.flow = "course_to_vacancy"};
    QTest::newRow("status") << ExecutionQuery{.status = "failed"};
    QTest::newRow("running") << ExecutionQuery{.status = "running"};
    QTest::newRow("trigger and version")
        << ExecutionQuery{.trigger = "schedule", .flowVersion = "1b4f0e985197"};
    QTest::newRow("revision") << ExecutionQuery{.revision = "api-00042-kid"};
    QTest::newRow("minutes of two days")
        << ExecutionQuery{.flow = "update_profile", .since = first + 17min, .until = first + 47h + 3min};
    QTest::newRow("a part of an hour") << ExecutionQuery{.since = first + 61min, .until = first + 62min};
    QTest::newRow("user") << ExecutionQuery{.status = "success", .userId = "user-8"};
    QTest::newRow("error code") << ExecutionQuery{.errorCode = "503"};
    QTest::newRow("nobody") << ExecutionQuery{.flow = "no_such_flow"};
    QTest::newRow("not success") << ExecutionQuery{.status = "!success"};
    QTest::newRow("neither success nor running") << ExecutionQuery{.status = "!success,running"};
    QTest::newRow("not a flow") << ExecutionQuery{.flow = "!update_profile"};
    QTest::newRow("without a revision or that one")
        << ExecutionQuery{.trigger = "!schedule", .revision = "!api-00042-kid"};
    QTest::newRow("not an error") << ExecutionQuery{.errorCode = "!503"};
    QTest::newRow("failed, not an error") << ExecutionQuery{.status = "failed", .errorCode = "!503,401"};
    QTest::newRow("of a user, not failed") << ExecutionQuery{.status = "!failed", .userId = "user-7"};
    QTest::newRow("of a user, not an error")
        << ExecutionQuery{.userId = "user-7", .errorCode = "!net.timeout"};
}

void TestHistoryFigures::figuresAreThoseOfTheRows()
{
    QFETCH(ExecutionQuery, filter);
    filter.environment = "staging";
    if (!filter.until)
        filter.until = begun(0).startedAt + 6'000min;
    const auto is = [](const std::string &wanted, const std::string &value) {
        if (wanted.starts_with('!'))
            return ("," + wanted.substr(1) + ",").find("," + value + ",") == std::string::npos;
        return wanted.empty() || wanted == value;
    };
    const auto fits = [&](const ExecutionRecord &record) {
        const std::optional<Failure> failure = failureOf(record);
        return is(filter.flow, record.flow) && is(filter.status, record.status) &&
               is(filter.trigger, record.trigger) && is(filter.flowVersion, record.flowVersion) &&
               is(filter.revision, record.revision) && is(filter.userId, record.userId) &&
               is(filter.errorCode, failure ? failure->code : "none") &&
               (!filter.since || record.startedAt >= *filter.since) && record.startedAt < *filter.until;
    };
    const RunFigures answer = figures(filter);
    QCOMPARE(answer.total, counted(fits));
    std::int64_t sum = 0;
    for (const FacetValue &value : answer.histogram)
        for (const std::int64_t count : value.trend)
            sum += count;
    QCOMPARE(sum, answer.total);
    QVERIFY(!answer.isPartial);
    for (const char *status : {"success", "failed", "running"})
        if (is(filter.status, status))
            QCOMPARE(countIn(facetOf(answer, "status")->values, status),
                     counted([&](const auto &record) { return fits(record) && record.status == status; }));
}

void TestHistoryFigures::aFacetKeepsTheOtherValuesOfItsField()
{
    const RunFigures answer = figures({.status = "failed", .trigger = "http"});
    const auto of = [&](const char *status) {
        return counted([&](const auto &r) { return r.trigger == "http" && r.status == status; });
    };
    QCOMPARE(countIn(facetOf(answer, "status")->values, "success"), of("success"));
    QCOMPARE(countIn(facetOf(answer, "trigger")->values, "schedule"),
             counted([](const auto &r) { return r.trigger == "schedule" && r.status == "failed"; }));
    QCOMPARE(countIn(facetOf(answer, "error_code")->values, "503"), counted([](const auto &r) {
                 return r.trigger == "http" && r.status == "failed" && failureOf(r)->code == "503";
             }));
    QVERIFY(!facetOf(answer, "flow")->values.front().trend.empty());
    const RunFigures none = figures({.flow = "no_such_flow"});
    QCOMPARE(countIn(facetOf(none, "flow")->values, "update_profile"),
             counted([](const auto &r) { return r.flow == "update_profile"; }) + 1);
    QVERIFY(std::any_of(facetOf(none, "flow")->values.begin(), facetOf(none, "flow")->values.end(),
                        [](const FacetValue &value) { return value.value == "no_such_flow"; }));
}

void TestHistoryFigures::theHistogramIsThatOfTheStarts()
{
    const WallTime first = begun(0).startedAt;
    for (const auto &[since, until, buckets] :
         {std::tuple(first, first + 3h, 60), std::tuple(first + 11min, first + 96h + 7min, 40)}) {
        const RunFigures answer =
            figures({.environment = "staging", .since = since, .until = until}, buckets);
        QVERIFY(answer.since <= since && answer.width > Duration());
        for (const FacetValue &value : answer.histogram)
            for (std::size_t i = 0; i < value.trend.size(); ++i) {
                const WallTime from = std::max<WallTime>(answer.since + i * answer.width, since);
                const WallTime to = std::min<WallTime>(answer.since + (i + 1) * answer.width, until);
                QCOMPARE(value.trend[i], counted([&](const auto &record) {
                             return record.status == value.value && record.startedAt >= from &&
                                    record.startedAt < to;
                         }));
            }
    }
}

void TestHistoryFigures::bucketsAreRoundAndFew_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("buckets");
    for (const int minutes : {1, 59, 60, 61, 359, 360, 1440, 10'080, 600'000})
        for (const int buckets : {1, 24, 400})
            QTest::addRow("%d minutes, %d buckets", minutes, buckets) << minutes << buckets;
}

void TestHistoryFigures::bucketsAreRoundAndFew()
{
    QFETCH(int, minutes);
    QFETCH(int, buckets);
    const WallTime since = begun(0).startedAt + 37min;
    const TimeGrid grid = TimeGrid::of(since, since + std::chrono::minutes(minutes), {0, 0}, buckets);
    QVERIFY(grid.buckets() >= 1 && grid.buckets() <= static_cast<std::size_t>(buckets));
    QCOMPARE(grid.begin % grid.width, 0);
    QVERIFY(grid.begin <= grid.since &&
            grid.until <= grid.begin + static_cast<std::int64_t>(grid.buckets()) * grid.width);
    std::int64_t covered = 0;
    for (const Stretch &stretch : grid.stretches())
        covered += (stretch.to - stretch.from) * stretch.width;
    QCOMPARE(covered, grid.until - grid.since);
}

void TestHistoryFigures::listsFilterByWhatIsCounted_data()
{
    QTest::addColumn<ExecutionQuery>("filter");
    const std::string key = failureKey(failureOf(varied(7))->group);
    QTest::newRow("trigger") << ExecutionQuery{.trigger = "schedule"};
    QTest::newRow("version and flow")
        << ExecutionQuery{.flow = "update_profile", .flowVersion = "1b4f0e985197"};
    QTest::newRow("revision") << ExecutionQuery{.revision = "api-00042-kid"};
    QTest::newRow("error code") << ExecutionQuery{.errorCode = "net.timeout"};
    QTest::newRow("error code and status") << ExecutionQuery{.status = "failed", .errorCode = "503"};
    QTest::newRow("error code of a user") << ExecutionQuery{.userId = "user-7", .errorCode = "net.timeout"};
    QTest::newRow("group") << ExecutionQuery{.failure = key};
    QTest::newRow("group, oldest first") << ExecutionQuery{.failure = key, .order = Order::Oldest};
    QTest::newRow("not success") << ExecutionQuery{.status = "!success"};
    QTest::newRow("not success, oldest first")
        << ExecutionQuery{.status = "!success", .order = Order::Oldest};
    QTest::newRow("not failed of a flow")
        << ExecutionQuery{.flow = "update_profile", .status = "!failed,running"};
    QTest::newRow("not a flow") << ExecutionQuery{.flow = "!update_profile"};
    QTest::newRow("not a trigger, not a revision")
        << ExecutionQuery{.trigger = "!schedule", .revision = "!api-00042-kid"};
    QTest::newRow("not an error code") << ExecutionQuery{.errorCode = "!503"};
    QTest::newRow("of a user, neither failed nor of a flow")
        << ExecutionQuery{.flow = "!course_to_vacancy", .status = "!failed", .userId = "user-8"};
}

void TestHistoryFigures::listsFilterByWhatIsCounted()
{
    QFETCH(ExecutionQuery, filter);
    const RunFigures answer = figures(filter);
    filter.limit = 100;
    std::int64_t listed = 0;
    WallTime last = filter.order == Order::Oldest ? WallTime{} : WallTime::max();
    do {
        const Result<ExecutionPage> page = m_history->listNow(filter);
        QCOMPARE(outcome(page), QString("ok"));
        for (const ExecutionRecord &record : page->items) {
            QVERIFY(filter.order == Order::Oldest ? record.startedAt >= last : record.startedAt <= last);
            last = record.startedAt;
        }
        listed += static_cast<std::int64_t>(page->items.size());
        filter.cursor = page->next;
    } while (!filter.cursor.empty());
    QVERIFY(listed > 0);
    QCOMPARE(listed, answer.total);
}

void TestHistoryFigures::failuresAreGrouped()
{
    const FailureReport report = failures({});
    // Two errors in two flows, versions and revisions.
    QCOMPARE(report.groups.size(), std::size_t(8));
    QCOMPARE(report.total, counted([](const auto &r) { return r.status == "failed"; }));
    for (const FailureGroup &group : report.groups) {
        const auto isIn = [&](const ExecutionRecord &record) {
            const std::optional<Failure> failure = failureOf(record);
            return failure && failureKey(failure->group) == group.key;
        };
        QCOMPARE(group.count, counted(isIn));
        QCOMPARE(shown(group.step), QString("create_embeddings"));
        QVERIFY(group.pattern == "HTTP 503 for user <n>" || group.pattern == "net.timeout: after <n> ms");
        WallTime firstSeen = WallTime::max(), lastSeen{};
        for (int i = 0; i < kCount; ++i)
            if (const ExecutionRecord record = varied(i); isIn(record)) {
                firstSeen = std::min(firstSeen, record.endedAt);
                lastSeen = std::max(lastSeen, record.endedAt);
                if (record.endedAt == group.lastSeen)
                    QCOMPARE(shown(group.samples.front()), shown(record.id));
            }
        QVERIFY(group.firstSeen == firstSeen && group.lastSeen == lastSeen);
        QCOMPARE(group.samples.size(), std::size_t(5));
        QVERIFY(group.trend.size() <= 24);
    }
    const WallTime since = begun(0).startedAt + 50h;
    QCOMPARE(failures({.since = since}).total,
             counted([&](const auto &r) { return r.status == "failed" && r.startedAt >= since; }));
    const FailureReport one = failures({.key = report.groups.front().key});
    QCOMPARE(one.groups.size(), std::size_t(1));
    QVERIFY(failures({.limit = 3}).isCut);
}

void TestHistoryFigures::aGroupIsAddressedUntilItComesAgain()
{
    const std::string key = failures({}).groups.front().key;
    const auto group = [&] { return failures({.key = key}).groups.at(0); };
    FailureNote note{"a deploy was bad", "maria", "ana", SystemClock().wall(), {}};
    note.addressedAt = group().lastSeen + 1s;
    const auto keep = [&] {
        return answerOf<Status>([&](auto done) { m_history->keep(noteKey(key), writeNote(note), done); });
    };
    QCOMPARE(outcome(keep()), QString("ok"));
    QVERIFY(group().isAddressed && group().note == note);
    note.addressedAt = group().lastSeen - 1s; // it came after that
    QCOMPARE(outcome(keep()), QString("ok"));
    QVERIFY(!group().isAddressed && group().note.text == "a deploy was bad");
}

void TestHistoryFigures::anIdIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("count");
    QTest::newRow("execution") << shown(idOf(4711)) << "execution_id" << 1;
    QTest::newRow("execution, in capitals, with blanks") << "  " + shown(idOf(4711)).toUpper() + "\n"
                                                         << "execution_id" << 1;
    QTest::newRow("correlation") << "correlation-4711"
                                 << "correlation_id" << 1;
    QTest::newRow("user") << "user-8"
                          << "user_id" << kCount / 50;
    QTest::newRow("session") << "session-17"
                             << "session_id" << kCount / 1000;
    QTest::newRow("revision") << "api-00042-kid"
                              << "revision" << 1'000;
}

void TestHistoryFigures::anIdIsFound()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    const Found answer = found(text.toStdString());
    QCOMPARE(answer.hits.size(), std::size_t(1));
    const FindHit &hit = answer.hits.front();
    QCOMPARE(shown(hit.field), field);
    QTEST(static_cast<int>(hit.count), "count");
    QCOMPARE(hit.isMore, field == "revision");
    for (int i = 0; i < kCount; ++i)
        if (const ExecutionRecord record = varied(i);
            (field == "user_id" && record.userId == hit.value) ||
            (field == "session_id" && record.sessionId == hit.value))
            QVERIFY(record.startedAt <= hit.newest.startedAt);
}

void TestHistoryFigures::anIdThatIsNoneFindsNothing()
{
    const Found prefix = found(idOf(4711).substr(0, 9));
    QCOMPARE(prefix.hits.size(), std::size_t(12)); // all ids of this test begin so
    QVERIFY(prefix.hits.front().newest.startedAt >= prefix.hits.back().newest.startedAt);
    for (const char *text : {"", "  ", "6f1", "user", "maçã", "%", "6f1c2a3b-4d5e-4f60-8a7b-999999999999",
                             "6f1c2a3b-4d5e-4f60-8a7b-0000000047110"})
        QVERIFY2(found(text).hits.empty(), text);
    const auto endless = answerOf<Result<Found>>([&](auto done) {
        m_history->lookUp({std::string(301, 'x'), 12}, std::move(done));
    });
    QCOMPARE(outcome(endless), QString("input.invalid"));
}

void TestHistoryFigures::whatEndsAgainIsCountedOnce()
{
    const AnyStore store;
    const auto history = store.open();
    ExecutionRecord record = ended(1);
    record.status = "failed";
    record.error = "create_embeddings: HTTP 503";
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    QCOMPARE(outcome(finishNow(*history, record)), QString("ok"));
    const auto counted = [&](const char *sql) { // once what was acknowledged is in the tables
        return history->findNow(idOf(1)) ? store.number(sql) : -1;
    };
    const auto failed = [&] { return counted("SELECT count(*) FROM failures"); };
    const auto sum = [&] { return counted("SELECT sum(count) FROM tallies WHERE width = 60"); };
    QCOMPARE(failed(), 1);
    QCOMPARE(sum(), 1);
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
    QCOMPARE(failed(), 0);
    QCOMPARE(sum(), 1);
    const auto answer =
        answerOf<Result<RunFigures>>([&](auto done) { history->figures({}, std::move(done)); });
    QCOMPARE(answer->total, 1);
    QCOMPARE(shown(answer->histogram.front().value), QString("success"));
}

void TestHistoryFigures::whatIsPrunedIsNotCounted()
{
    const AnyStore store;
    const auto history = store.open();
    for (int i = 0; i < 2'000; ++i) {
        ExecutionRecord record = ended(i);
        record.startedAt = begun(0).startedAt + std::chrono::minutes(i);
        record.endedAt = record.startedAt + 1s;
        record.status = i % 4 == 0 ? "failed" : "success";
        record.error = i % 4 == 0 ? "create_embeddings: HTTP 503" : "";
        history->finish(record, {}, nullptr);
    }
    QCOMPARE(outcome(finishNow(*history, ended(2'000))), QString("ok"));
    Retention keep;
    keep.count = 400;
    const auto pruned = answerOf<Result<Pruned>>([&](auto done) { history->prune(keep, std::move(done)); });
    QCOMPARE(outcome(pruned), QString("ok"));
    QCOMPARE(pruned->executions, 1'601);
    const auto answer =
        answerOf<Result<RunFigures>>([&](auto done) { history->figures({}, std::move(done)); });
    QCOMPARE(answer->total, 400);
    QCOMPARE(countIn(facetOf(*answer, "status")->values, "failed"), 100);
    QCOMPARE(store.number("SELECT count(*) FROM failures"), 100);
    QVERIFY(store.number("SELECT count(*) FROM tallies WHERE width = 60") <= 460);
    keep.count = 1;
    QCOMPARE(outcome(answerOf<Result<Pruned>>([&](auto done) { history->prune(keep, done); })),
             QString("ok"));
    QCOMPARE(store.number("SELECT count(*) FROM failure_groups"), 0);
}

void TestHistoryFigures::whatADeadEngineLeftIsCounted()
{
    const AnyStore store;
    {
        const auto history = store.open(Durability::Memory); // without a journal nothing can go on
        QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    }
    QCOMPARE(outcome(store.run("UPDATE engines SET closed_at = opened_at, pid = 999999999")), QString("ok"));
    const auto history = store.open();
    QCOMPARE(outcome(claimNow(*history)), QString("ok"));
    const auto answer =
        answerOf<Result<RunFigures>>([&](auto done) { history->figures({}, std::move(done)); });
    QCOMPARE(answer->total, 1);
    QCOMPARE(shown(answer->histogram.front().value), QString("interrupted"));
    QCOMPARE(countIn(facetOf(*answer, "error_code")->values, "interrupted"), 1);
}

BATUTA_EVERY_STORE_MAIN(TestHistoryFigures)
#include "tst_history_figures.moc"
