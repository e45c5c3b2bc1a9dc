// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What only a history on a server can meet; tst_history… prove that it means the same as one in a file.
#include "engine/store/history.h"
#include "engine/store/pg_session.h"
#include "tests/store/losing_proxy.h"
#include "tests/store/sample.h"
#include "tests/support/postgres_server.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <atomic>
#include <future>

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kSecret = "pl4nted-s3cret";

std::unique_ptr<History> opened(const PostgresOptions &options)
{
    auto history = openPostgres(options);
    if (!history)
        qWarning("%s", errorText(history.error()).c_str());
    return history ? std::move(*history) : nullptr;
}

AuditEntry act(int number)
{
    AuditEntry entry;
    entry.at = begun(number).startedAt;
    entry.who = "ana";
    entry.verb = "cancel";
    entry.subject = idOf(number);
    entry.data = json::Value(json::Array{number, "maçã"});
    return entry;
}

std::vector<std::string> hashesOf(History &history)
{
    for (int i = 0; i < 5; ++i)
        std::ignore = answerOf<Status>([&](auto answer) { history.audit(act(i), answer); });
    const auto page = answerOf<Result<AuditPage>>([&](auto answer) { history.auditTrail(0, 10, answer); });
    std::vector<std::string> hashes;
    for (const AuditEntry &entry : page->items)
        hashes.push_back(entry.hash);
    return hashes;
}

} // namespace

class TestPostgres : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void addressesAreToldApart_data();
    void addressesAreToldApart();
    void noErrorShowsAPassword_data();
    void noErrorShowsAPassword();
    void aNewerSchemaIsRefused();
    void anOlderSchemaIsBroughtUpToDate_data();
    void anOlderSchemaIsBroughtUpToDate();
    void anEmptyDatabaseHasNothingToRead();
    void enginesThatStartTogetherMakeOneSchema();
    void theChainHasTheSameHashesAsInAFile();
    void keepsWhatNoServerTakesAsText();
    void aFullDiskIsNamed();
    void aRestartedServerLosesNothing();
    void aServerThatStaysAwayIsNamed();
    void aCommitWhoseAnswerIsLostCounts();
    void aClaimWhoseAnswerIsLostCounts();
    void anEngineThatWasAwayTooLongHasLostItsExecutions();
    void aSilentEngineThatIsConnectedIsLeftAlone();
    void theLeaseOfAnotherMachineIsWaitedFor();
    void twoEnginesClaimAtTheSameTime();

private:
    PostgresOptions options() const { return {.url = m_url}; }
    Status run(const std::string &sql) const
    {
        Result<PgSession> session = PgSession::connect(m_url);
        return session ? session->script("SET search_path = batuta; " + sql) : Status(session.error());
    }
    /// Ends every connection to the test's database but the one that says so.
    Status cutAll() const
    {
        return run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
            "pid <> pg_backend_pid()");
    }

    PostgresServer m_server;
    std::string m_url;
};

void TestPostgres::initTestCase()
{
    QCOMPARE(m_server.start(), QString());
}

void TestPostgres::init()
{
    m_url = m_server.newDatabase();
    QVERIFY(!m_url.empty());
}

void TestPostgres::addressesAreToldApart_data()
{
    QTest::addColumn<QByteArray>("store");
    QTest::addColumn<bool>("server");
    QTest::addColumn<bool>("password");
    QTest::addColumn<QByteArray>("shownAs");
    const auto row = [](const char *store, bool server, bool password, const char *shownAs) {
        QTest::newRow(store) << QByteArray(store) << server << password << QByteArray(shownAs);
    };
    row("history.db", false, false, "history.db");
    row("/a/postgresql:/b.db", false, false, "/a/postgresql:/b.db");
    row(":memory:", false, false, ":memory:");
    row("postgresql://ana@db:5433/flows", true, false, "postgresql://ana@db:5433/flows");
    row("postgres://db/flows?sslmode=require", true, false, "postgresql://db/flows");
    row("postgresql://ana:pw@db/flows", true, true, "postgresql://ana@db/flows");
    row("postgresql://db/flows?user=ana&password=pw", true, true, "postgresql://ana@db/flows");
    row("postgresql://db/flows?sslpassword=pw", true, true, "postgresql://db/flows");
    row("postgresql://ana:pw@db/flows?nonsense=1", true, true, "postgresql://…");
    row("postgresql://ana:p%00w@db/flows", true, true, "postgresql://…");
}

void TestPostgres::addressesAreToldApart()
{
    QFETCH(QByteArray, store);
    QTEST(isServer(store.toStdString()), "server");
    QTEST(hasPassword(store.toStdString()), "password");
    QTEST(QByteArray::fromStdString(shownStore(store.toStdString())), "shownAs");
}

void TestPostgres::noErrorShowsAPassword_data()
{
    QTest::addColumn<QByteArray>("address");
    const QByteArray secret(kSecret);
    QTest::newRow("nobody there") << "postgresql://ana:" + secret + "@%2Fnowhere/flows";
    QTest::newRow("nobody there, as an option") << "postgresql://%2Fnowhere/flows?password=" + secret;
    QTest::newRow("unknown option") << "postgresql://ana:" + secret + "@db/flows?nonsense=1";
    QTest::newRow("bad escape") << "postgresql://ana:" + secret + "%zz@db/flows";
    QTest::newRow("a host that is not closed") << "postgresql://ana:" + secret + "@[::1/flows";
}

void TestPostgres::noErrorShowsAPassword()
{
    QFETCH(QByteArray, address);
    const auto history = openPostgres({.url = address.toStdString()});
    QCOMPARE(outcome(history), QString("store.open"));
    const QString text = shown(errorText(history.error())) + shown(mendText(history.error()));
    QVERIFY2(!text.contains(kSecret), qPrintable(text));
    QVERIFY2(text.contains("address") || text.contains("postgresql://"), qPrintable(text)); // not a path
}

void TestPostgres::aNewerSchemaIsRefused()
{
    QVERIFY(opened(options()));
    QCOMPARE(outcome(run("UPDATE version SET number = 4711")), QString("ok"));
    QCOMPARE(outcome(openPostgres(options())), QString("store.version"));
    QCOMPARE(outcome(openPostgres({.url = m_url, .readOnly = true})), QString("store.version"));
}

void TestPostgres::anOlderSchemaIsBroughtUpToDate_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("without figures") << 1;
    QTest::newRow("without an index by duration") << 2;
}

void TestPostgres::anOlderSchemaIsBroughtUpToDate()
{
    QFETCH(int, version);
    {
        const auto history = opened(options());
        QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
        QCOMPARE(outcome(beginNow(*history, begun(2))), QString("ok"));
        QCOMPARE(outcome(journalNow(*history, idOf(2), "entry")), QString("ok"));
    }
    QCOMPARE(outcome(run("DROP INDEX executions_by_duration; UPDATE version SET number = 2")), QString("ok"));
    if (version < 2)
        QCOMPARE(outcome(run("DROP TABLE cohorts, tallies, failures, failure_groups; ALTER TABLE executions "
                             "DROP COLUMN revision; UPDATE version SET number = 1")),
                 QString("ok"));
    QCOMPARE(outcome(openPostgres({.url = m_url, .readOnly = true})), QString("store.open"));

    const auto history = opened(options());
    QVERIFY(history);
    QVERIFY(*history->findNow(idOf(1)) == ended(1));
    const auto claimed = claimNow(*history);
    QCOMPARE(claimed->size(), std::size_t(1));
    QVERIFY(claimed->at(0).record == begun(2) && claimed->at(0).entries == std::vector<std::string>{"entry"});
    QCOMPARE(outcome(finishNow(*history, ended(2))), QString("ok"));
    QCOMPARE(history->listNow({.order = Order::Longest})->items.size(), std::size_t(2));
    const auto figures =
        answerOf<Result<RunFigures>>([&](auto done) { history->figures({}, std::move(done)); });
    QCOMPARE(figures->total, std::int64_t(2)); // what was there before is counted, too
    QCOMPARE(outcome(run("SELECT 1 / (to_regclass('executions_by_duration') IS NOT NULL)::int")),
             QString("ok"));
}

void TestPostgres::anEmptyDatabaseHasNothingToRead()
{
    QCOMPARE(outcome(openPostgres({.url = m_url, .readOnly = true})), QString("store.open"));
    QCOMPARE(outcome(run("SELECT 1 / (to_regnamespace('batuta') IS NULL)::int")), QString("ok"));
}

void TestPostgres::enginesThatStartTogetherMakeOneSchema()
{
    std::vector<std::future<std::unique_ptr<History>>> engines;
    for (int i = 0; i < 6; ++i)
        engines.push_back(std::async(std::launch::async, [this] { return opened(options()); }));
    int number = 0;
    for (auto &engine : engines) {
        const auto history = engine.get();
        QVERIFY(history);
        QCOMPARE(outcome(finishNow(*history, ended(++number))), QString("ok"));
    }
    QCOMPARE(opened(options())->listNow({})->items.size(), std::size_t(6));
}

void TestPostgres::theChainHasTheSameHashesAsInAFile()
{
    const QTemporaryDir folder;
    const auto file = openSqlite({.path = folder.filePath("history.db").toStdString()});
    const std::vector<std::string> wanted = hashesOf(**file);
    QCOMPARE(wanted.size(), std::size_t(5));
    QVERIFY(hashesOf(*opened(options())) == wanted);
}

void TestPostgres::keepsWhatNoServerTakesAsText()
{
    const auto history = opened(options());
    ExecutionRecord record = ended(1);
    record.userId = std::string(20'000, 'u') + "1";
    record.error = std::string("a\0b", 3) + "\xFF" + "c";
    QCOMPARE(outcome(finishNow(*history, record)), QString("ok"));
    record.error = "a\xEF\xBF\xBD"
                   "b\xEF\xBF\xBD"
                   "c";
    QVERIFY(*history->findNow(idOf(1)) == record);
    ExecutionQuery query{.userId = record.userId};
    QCOMPARE(history->listNow(query)->items.size(), std::size_t(1));
    query.userId.back() = '2'; // the same where the index looks
    QCOMPARE(history->listNow(query)->items.size(), std::size_t(0));
    AuditEntry entry = act(1);
    entry.why = "b\xFF";
    QCOMPARE(outcome(answerOf<Status>([&](auto answer) { history->audit(entry, answer); })), QString("ok"));
    QCOMPARE(answerOf<Result<AuditVerdict>>([&](auto answer) { history->verifyAudit(answer); })->firstBroken,
             std::int64_t(0));
}

void TestPostgres::aFullDiskIsNamed()
{
    const auto history = opened(options());
    QCOMPARE(
        outcome(run("CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
                    "'no space' USING ERRCODE = '53100'; END $$; CREATE TRIGGER no_space BEFORE INSERT ON "
                    "executions FOR EACH ROW EXECUTE FUNCTION no_space()")),
        QString("ok"));
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("store.full"));
    QCOMPARE(outcome(run("DROP TRIGGER no_space ON executions")), QString("ok"));
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
}

void TestPostgres::aRestartedServerLosesNothing()
{
    const auto history = opened(options());
    std::atomic<int> answered{0};
    std::atomic<int> failed{0};
    const auto note = [&](const Status &status) {
        answered += 1;
        failed += status ? 0 : 1;
    };
    constexpr int kAll = 600;
    for (int i = 0; i < kAll; ++i) {
        history->begin(begun(i), "resume", note);
        history->journal(idOf(i), "entry", note);
        if (i == 200 || i == 400) {
            QVERIFY(m_server.crash());
            QCOMPARE(m_server.startAgain(), QString());
        }
        if (i % 2 == 0)
            history->finish(ended(i), {eventOf(i, 1)}, note);
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered.load(), kAll * 5 / 2, 60'000);
    QCOMPARE(failed.load(), 0);
    QCOMPARE(history->listNow({.status = "success", .limit = 1'000})->items.size(), std::size_t(kAll / 2));
    history->close();
    const auto claimed = claimNow(*opened(options()));
    QCOMPARE(claimed->size(), std::size_t(kAll / 2));
    for (const Unfinished &one : *claimed)
        QVERIFY(one.resume == "resume" && one.entries == std::vector<std::string>{"entry"});
}

void TestPostgres::aServerThatStaysAwayIsNamed()
{
    const auto history = opened({.url = m_url, .patience = 200ms});
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    QVERIFY(m_server.stop());
    QCOMPARE(outcome(beginNow(*history, begun(2))), QString("store.busy"));
    QCOMPARE(outcome(journalNow(*history, idOf(1), "lost, and said so")), QString("store.busy"));
    QCOMPARE(outcome(claimNow(*history)), QString("store.busy"));
    QCOMPARE(outcome(history->findNow(idOf(1))), QString("store.busy"));
    QVERIFY(history->stats().failedBatches >= 2);
    QCOMPARE(m_server.startAgain(), QString());
    QCOMPARE(outcome(journalNow(*history, idOf(1), "kept")), QString("ok"));
    QVERIFY(*history->findNow(idOf(1)) == begun(1));
    QVERIFY(!history->findNow(idOf(2))->has_value());
    history->close();
    const auto claimed = claimNow(*opened(options()));
    QCOMPARE(claimed->size(), std::size_t(1));
    QVERIFY(claimed->at(0).entries == std::vector<std::string>{"kept"});
}

void TestPostgres::aCommitWhoseAnswerIsLostCounts()
{
    LosingProxy proxy(m_server.socket());
    const auto history = opened({.url = proxy.address(m_url.substr(m_url.rfind('/') + 1))});
    QVERIFY(history);
    QCOMPARE(outcome(beginNow(*history, begun(1))), QString("ok"));
    for (int i = 0; i < 5; ++i) {
        proxy.loseNextCommit();
        QCOMPARE(outcome(journalNow(*history, idOf(1), std::to_string(i))), QString("ok"));
        QCOMPARE(proxy.losses(), i + 1);
    }
    proxy.loseNextCommit();
    QCOMPARE(outcome(beginNow(*history, begun(2))), QString("ok")); // not refused as a second one
    proxy.loseNextCommit();
    const auto audited = answerOf<Status>([&](auto answer) { history->audit(act(1), answer); });
    QCOMPARE(outcome(audited), QString("ok"));
    const auto verdict = answerOf<Result<AuditVerdict>>([&](auto answer) { history->verifyAudit(answer); });
    QVERIFY(verdict->entries == 1 && verdict->firstBroken == 0);
    proxy.loseNextCommit();
    QCOMPARE(outcome(finishNow(*history, ended(2))), QString("ok"));
    QCOMPARE(proxy.losses(), 8);
    history->close();
    const auto claimed = claimNow(*opened(options()));
    QCOMPARE(claimed->size(), std::size_t(1));
    QVERIFY(claimed->at(0).entries == (std::vector<std::string>{"0", "1", "2", "3", "4"})); // each once
}

void TestPostgres::aClaimWhoseAnswerIsLostCounts()
{
    QCOMPARE(outcome(beginNow(*opened(options()), begun(1), "start")), QString("ok"));
    LosingProxy proxy(m_server.socket());
    const auto history = opened({.url = proxy.address(m_url.substr(m_url.rfind('/') + 1))});
    proxy.loseNextCommit();
    const auto claimed = claimNow(*history);
    QCOMPARE(proxy.losses(), 1);
    QCOMPARE(claimed->size(), std::size_t(1));
    QCOMPARE(claimed->at(0).resume, std::string("start"));
    QCOMPARE(outcome(journalNow(*history, idOf(1), "goes on")), QString("ok"));
    QCOMPARE(outcome(finishNow(*history, ended(1))), QString("ok"));
}

void TestPostgres::anEngineThatWasAwayTooLongHasLostItsExecutions()
{
    const auto first = opened({.url = m_url, .lease = 1h}); // so that it does not come back by itself
    QCOMPARE(outcome(beginNow(*first, begun(1), "start")), QString("ok"));
    QCOMPARE(outcome(journalNow(*first, idOf(1), "entry")), QString("ok"));
    QCOMPARE(outcome(cutAll()), QString("ok"));
    const auto second = opened({.url = m_url, .lease = 0us});
    std::size_t claimed = 0; // the server ends the old connection in its own time
    QTRY_COMPARE(claimed += claimNow(*second)->size(), std::size_t(1));
    QCOMPARE(outcome(journalNow(*first, idOf(1), "too late")), QString("store.write"));
    QCOMPARE(outcome(finishNow(*first, ended(1))), QString("store.write"));
    QVERIFY(*second->findNow(idOf(1)) == begun(1));
    QCOMPARE(outcome(beginNow(*first, begun(2))), QString("ok")); // as another engine
    QCOMPARE(outcome(journalNow(*first, idOf(2), "entry")), QString("ok"));
    QCOMPARE(outcome(journalNow(*second, idOf(1), "in time")), QString("ok"));
    QCOMPARE(outcome(finishNow(*second, ended(1))), QString("ok"));
    QVERIFY(*first->findNow(idOf(1)) == ended(1));
}

void TestPostgres::aSilentEngineThatIsConnectedIsLeftAlone()
{
    const auto first = opened({.url = m_url, .lease = 1h});
    QCOMPARE(outcome(beginNow(*first, begun(1))), QString("ok"));
    QCOMPARE(outcome(run("UPDATE engines SET seen_at = now() - interval '1 day'")), QString("ok"));
    const auto second = opened({.url = m_url, .lease = 0us});
    QCOMPARE(claimNow(*second)->size(), std::size_t(0));
    QCOMPARE(outcome(journalNow(*first, idOf(1), "entry")), QString("ok"));
}

void TestPostgres::theLeaseOfAnotherMachineIsWaitedFor()
{
    const auto first = opened({.url = m_url, .lease = 1h});
    QCOMPARE(outcome(beginNow(*first, begun(1))), QString("ok"));
    QCOMPARE(outcome(run("UPDATE engines SET place = 'another machine'")), QString("ok"));
    QCOMPARE(outcome(cutAll()), QString("ok"));
    const auto patient = opened({.url = m_url, .lease = 1h});
    std::promise<Result<std::vector<Unfinished>>> later;
    patient->claim([&later](auto claimed) { later.set_value(std::move(claimed)); });
    QCOMPARE(outcome(beginNow(*patient, begun(2))), QString("ok")); // the wait is in nobody's way
    patient->close();
    QCOMPARE(later.get_future().get()->size(), std::size_t(0));
    const auto second = opened({.url = m_url, .lease = 2s});
    const auto claimed = claimNow(*second); // answered when it is certain
    QCOMPARE(claimed->size(), std::size_t(2));
    QVERIFY(claimed->at(0).record == begun(2) && claimed->at(1).record == begun(1));
}

void TestPostgres::twoEnginesClaimAtTheSameTime()
{
    constexpr int kRounds = 10;
    for (int round = 0; round < kRounds; ++round) {
        {
            const auto left = opened(options());
            for (int i = 0; i < 50; ++i)
                left->begin(begun(round * 50 + i), "start", nullptr);
        }
        const auto first = opened(options());
        const auto second = opened(options());
        auto other = std::async(std::launch::async, [&second] { return claimNow(*second); });
        const auto mine = claimNow(*first);
        const auto theirs = other.get();
        QCOMPARE(outcome(mine), QString("ok"));
        QCOMPARE(outcome(theirs), QString("ok"));
        QCOMPARE(mine->size() + theirs->size(), std::size_t(50));
        for (const Unfinished &one : *mine)
            first->finish(ended(static_cast<int>(std::stoi(one.record.id.substr(24)))), {}, nullptr);
        for (const Unfinished &one : *theirs)
            second->finish(ended(static_cast<int>(std::stoi(one.record.id.substr(24)))), {}, nullptr);
    }
    const auto last = opened(options());
    QCOMPARE(last->listNow({.status = "success", .limit = 1'000})->items.size(), std::size_t(kRounds * 50));
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
