// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"
#include "tests/store/sample.h"
#include "tests/support/any_store.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::store;
using namespace batuta::test;

namespace {

AuditEntry act(int number)
{
    AuditEntry entry;
    entry.at = begun(number).startedAt;
    entry.who = "ana";
    entry.verb = "cancel";
    entry.subject = idOf(number);
    entry.why = number % 2 == 0 ? "" : "it hangs";
    if (number % 3 != 0)
        entry.data = json::Value(json::Array{number, "maçã"});
    return entry;
}

} // namespace

class TestHistoryKept : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsTheTextOfEachVersionOnce();
    void keepsValuesByKey();
    void findsKeptValuesByPrefix_data();
    void findsKeptValuesByPrefix();
    void numbersAndChainsActs();
    void anUntouchedChainHolds();
    void seesWhatWasDoneToTheChain_data();
    void seesWhatWasDoneToTheChain();
    void twoEnginesWriteOneChain();

private:
    std::unique_ptr<History> open(bool readOnly = false) const
    {
        return m_store->open(Durability::Full, readOnly);
    }
    static Result<std::optional<FlowText>> flowText(History &history, const std::string &version)
    {
        return answerOf<Result<std::optional<FlowText>>>(
            [&](auto answer) { history.flowText("flow", version, answer); });
    }
    static Status keep(History &history, const std::string &key, const std::string &value)
    {
        return answerOf<Status>([&](auto answer) { history.keep(key, value, answer); });
    }
    static QString kept(History &history, const std::string &prefix)
    {
        using Kept = Result<std::vector<std::pair<std::string, std::string>>>;
        const Kept values = answerOf<Kept>([&](auto answer) { history.kept(prefix, answer); });
        QString text;
        for (const auto &[key, value] : *values)
            text += shown(key) + "=" + shown(value) + " ";
        return text.trimmed();
    }
    static Status audit(History &history, const AuditEntry &entry)
    {
        return answerOf<Status>([&](auto answer) { history.audit(entry, answer); });
    }
    static AuditVerdict verdict(History &history)
    {
        return *answerOf<Result<AuditVerdict>>([&](auto answer) { history.verifyAudit(answer); });
    }

    std::unique_ptr<AnyStore> m_store;
};

void TestHistoryKept::init()
{
    m_store = std::make_unique<AnyStore>();
}

void TestHistoryKept::keepsTheTextOfEachVersionOnce()
{
    {
        const auto history = open();
        history->keepFlow({"flow", "v1", "flows/a.yaml", "name: flow\n"});
        history->keepFlow({"flow", "v2", "flows/a.yaml", "name: flow\nsteps: {}\n"});
        history->keepFlow({"flow", "v1", "flows/b.yaml", "another text of the same version"});
    }
    const auto history = open();
    history->keepFlow({"flow", "v1", "flows/c.yaml", "and another"});
    QCOMPARE(outcome(keep(*history, "a", "b")), QString("ok")); // behind the text
    const auto first = flowText(*history, "v1");
    QCOMPARE((*first)->file, std::string("flows/a.yaml"));
    QCOMPARE((*first)->text, std::string("name: flow\n"));
    QCOMPARE((*flowText(*history, "v2"))->text, std::string("name: flow\nsteps: {}\n"));
    QVERIFY(!flowText(*history, "v3")->has_value());
}

void TestHistoryKept::keepsValuesByKey()
{
    {
        const auto history = open();
        QCOMPARE(outcome(keep(*history, "paused.a", "1")), QString("ok"));
        QCOMPARE(outcome(keep(*history, "paused.a", "2")), QString("ok"));
        QCOMPARE(outcome(keep(*history, "paused.b", "")), QString("ok"));
    }
    QCOMPARE(kept(*open(true), "paused."), QString("paused.a=2 paused.b="));
    QCOMPARE(outcome(keep(*open(true), "paused.a", "3")), QString("store.write"));
}

void TestHistoryKept::findsKeptValuesByPrefix_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("found");
    QTest::newRow("some") << "a."
                          << "a.1=x a.2=x";
    QTest::newRow("one") << "a.2"
                         << "a.2=x";
    QTest::newRow("all") << ""
                         << "A.1=x a%=x a.1=x a.2=x b=x";
    QTest::newRow("no pattern") << "a%"
                                << "a%=x";
    QTest::newRow("none") << "c"
                          << "";
}

void TestHistoryKept::findsKeptValuesByPrefix()
{
    QFETCH(QString, prefix);
    const auto history = open();
    for (const char *key : {"b", "a.2", "a.1", "A.1", "a%"})
        QCOMPARE(outcome(keep(*history, key, "x")), QString("ok"));
    QTEST(kept(*history, prefix.toStdString()), "found");
}

void TestHistoryKept::numbersAndChainsActs()
{
    const auto history = open();
    for (int i = 0; i < 25; ++i)
        QCOMPARE(outcome(audit(*history, act(i))), QString("ok"));
    std::int64_t below = 0;
    std::vector<AuditEntry> all;
    do {
        const auto page =
            answerOf<Result<AuditPage>>([&](auto answer) { history->auditTrail(below, 10, answer); });
        QCOMPARE(outcome(page), QString("ok"));
        all.insert(all.end(), page->items.begin(), page->items.end());
        below = page->next;
    } while (below != 0 && all.size() < 100);
    QCOMPARE(all.size(), std::size_t(25));
    for (int i = 0; i < 25; ++i) {
        const AuditEntry &entry = all[static_cast<std::size_t>(24 - i)];
        const AuditEntry wanted = act(i);
        QCOMPARE(entry.number, std::int64_t(i + 1));
        QCOMPARE(entry.hash.size(), std::size_t(64));
        QVERIFY(entry.at == wanted.at && entry.who == wanted.who && entry.verb == wanted.verb);
        QVERIFY(entry.subject == wanted.subject && entry.why == wanted.why && entry.data == wanted.data);
    }
}

void TestHistoryKept::anUntouchedChainHolds()
{
    QCOMPARE(verdict(*open()).firstBroken, std::int64_t(0));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(outcome(audit(*open(), act(i))), QString("ok"));
    const AuditVerdict found = verdict(*open(true));
    QCOMPARE(found.entries, std::int64_t(5));
    QVERIFY2(found.firstBroken == 0 && found.problem.empty(), found.problem.c_str());
}

void TestHistoryKept::seesWhatWasDoneToTheChain_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("broken");
    const auto row = [](const char *name, const char *sql, int broken) {
        QTest::newRow(name) << QByteArray(sql) << broken;
    };
    row("a changed time", "UPDATE audit SET at = at + 1 WHERE number = 2", 2);
    row("a changed person", "UPDATE audit SET who = 'eva' WHERE number = 3", 3);
    row("a changed reason", "UPDATE audit SET why = NULL WHERE number = 2", 2);
    row("changed data", "UPDATE audit SET data = replace(data, '2', '3') WHERE number = 3", 3);
    row("moved text", "UPDATE audit SET who = 'anac', verb = 'ancel' WHERE number = 1", 1);
    row("a changed hash", "UPDATE audit SET hash = upper(hash) WHERE number = 4", 4);
    row("the first removed", "DELETE FROM audit WHERE number = 1", 1);
    row("one removed", "DELETE FROM audit WHERE number = 4", 4);
    row("one removed, the gap closed",
        "DELETE FROM audit WHERE number = 4; UPDATE audit SET number = number - 1 WHERE number > 4", 4);
    row("two swapped",
        "UPDATE audit SET number = -2 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3; "
        "UPDATE audit SET number = 3 WHERE number = -2",
        2);
    row("the last removed", "DELETE FROM audit WHERE number = 6", 6);
    row("all removed", "DELETE FROM audit", 1);
    row("one added", "INSERT INTO audit VALUES(7, 1, 'x', 'x', 'x', 'x', 'x', 'x')", 7);
    row("the head removed", "DELETE FROM kept", 7);
}

void TestHistoryKept::seesWhatWasDoneToTheChain()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, broken);
    const auto history = open();
    for (int i = 0; i < 6; ++i)
        QCOMPARE(outcome(audit(*history, act(i))), QString("ok"));
    QCOMPARE(outcome(m_store->run(sql.toStdString())), QString("ok"));
    const AuditVerdict found = verdict(*history);
    QCOMPARE(found.firstBroken, std::int64_t(broken));
    QVERIFY(!found.problem.empty());
}

void TestHistoryKept::twoEnginesWriteOneChain()
{
    const auto first = open();
    const auto second = open();
    for (int i = 0; i < 50; ++i) {
        first->audit(act(i), nullptr);
        second->audit(act(i), nullptr);
    }
    first->close();
    second->close();
    const AuditVerdict found = verdict(*open());
    QCOMPARE(found.entries, std::int64_t(100));
    QVERIFY2(found.firstBroken == 0, found.problem.c_str());
}

BATUTA_EVERY_STORE_MAIN(TestHistoryKept)
#include "tst_history_kept.moc"
