// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The power goes at the worst moments: at each call of a function, at each answer to whoever started or
// waits. What the disk then holds is enough to go on, and nothing that had its effect happens again.
#include "engine/store/database.h"
#include "tests/host/acting.h"
#include "tests/store/losing_vfs.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

using namespace batuta;
using test::LosingVfs;
using tests::begin;
using tests::resuming;

namespace {

constexpr const char *kChain = R"(
input: {type: object, properties: {n: {type: integer}}}
steps:
  first: {http: {method: POST, url: "${{ env.FIRST }}", json: {n: "${{ input.n }}"}}}
  each:
    needs: [first]
    foreach: {items: [1, 2], as: piece, max_parallel: 1}
    http: {method: POST, url: "${{ env.EACH }}", json: {n: "${{ input.n }}", piece: "${{ piece }}"}}
  second:
    needs: [each]
    http: {method: POST, url: "${{ env.SECOND }}", json: {n: "${{ input.n }}"}}
    retry: {attempts: 3, on: [5xx], backoff: {first: 5ms, max: 5ms}}
finally:
  last: {http: {method: POST, url: "${{ env.LAST }}", json: {n: "${{ input.n }}"}}}
)";

constexpr const char *kOnce = R"(
input: {type: object, properties: {user: {type: string}}}
idempotency: {key: "${{ input.user }}", window: 300s, on_repeat: reuse}
steps:
  a: {set: {x: 1}}
)";

constexpr int kExecutions = 3;

/// Opens an engine on the history at `file`, whose own engine has died; false when there are no tables yet.
bool openAfterLoss(tests::House &house, const std::string &file)
{
    auto database = store::Database::open(file, store::OpenMode::ReadWrite);
    if (!database || !database->run("UPDATE engines SET closed_at = 1"))
        return false;
    // The key beside the history is the same.
    std::error_code none;
    std::filesystem::copy_file(house.folder() + "/.batuta/history.db.key", file + ".key", none);
    host::EngineOptions options = resuming();
    options.historyFile = file;
    house.open(options);
    return true;
}

/// A call as the function saw it.
struct Call
{
    std::string path;
    std::string body; ///< says of which execution it is, and of which item
    std::string key;
    std::string attempt;

    bool operator==(const Call &other) const = default;
};

/// A disk after the power has gone, and what the world had seen by then.
struct Loss
{
    std::string file;
    std::vector<Call> calls;
    std::set<std::string> begun; ///< whose start was answered, or who called
    std::set<std::string> ended; ///< whose end was told
    bool wasCalling = false;     ///< the last call had no answer yet
};

/// The place of a call within its execution.
std::size_t orderOf(const Call &call)
{
    static const std::vector<std::string> order{"/first", "/each", "/second", "/last"};
    const auto at =
        static_cast<std::size_t>(std::find(order.begin(), order.end(), call.path) - order.begin());
    return at * 10 + (call.path == "/each" ? (call.body.find(R"("piece":2)") != std::string::npos ? 2 : 1)
                                           : static_cast<std::size_t>(call.attempt.back() - '0'));
}

std::string executionOf(const Call &call)
{
    const std::size_t at = call.body.find(R"("n":)");
    return call.body.substr(at, call.body.find_first_of(",}", at) - at);
}

/// Executions of the chain on a disk that loses its power whenever `note` is called.
class World
{
public:
    World()
        : house(loop)
    {
        for (const char *name : {"FIRST", "EACH", "SECOND", "LAST"}) {
            const std::string path = "/" + QString(name).toLower().toStdString();
            house.function(name, path);
            house.functions.answer(path, [this](const auto &request) { return answered(request); });
        }
        house.flow("chain", kChain);
    }

    /// Runs all executions to their ends, losing the power all the while.
    bool run(store::Durability durability, LosingVfs::Loss kind)
    {
        m_kind = kind;
        host::EngineOptions options = resuming();
        options.durability = durability;
        house.open(options);
        m_isLosing = true;
        std::vector<ExecutionId> ids;
        for (int n = 0; n < kExecutions; ++n) {
            const auto started = begin(house, "chain", json::Object{{"n", n}});
            if (!started)
                return false;
            ids.push_back(started->id);
            m_seen.begun.insert(started->id.value);
            note();
        }
        for (const ExecutionId &id : ids) {
            const auto record = house.end(id);
            if (!record || record->status != "success")
                return false;
            m_seen.ended.insert(id.value);
            note();
        }
        m_isLosing = false;
        house.close();
        return true;
    }

    /// The first promise that the disk of `loss` does not keep, or "".
    QString brokenPromise(const Loss &loss)
    {
        m_seen = {};
        if (!openAfterLoss(house, loss.file))
            return "there is no history";
        for (const std::string &id : loss.begun) {
            const auto record = house.end(ExecutionId(id));
            if (!record || record->status != "success")
                return QString::fromStdString(id + ": " +
                                              (record ? record->status : errorText(record.error())));
        }
        house.close();
        if (loss.ended.size() == kExecutions && !m_seen.calls.empty())
            return "what had ended calls again";
        return brokenCall(loss);
    }

    const std::vector<Loss> &losses() const { return m_losses; }

    net::Loop loop;
    tests::House house;

private:
    void note(bool isCalling = false)
    {
        if (!m_isLosing)
            return;
        Loss loss = m_seen;
        loss.wasCalling = isCalling;
        const std::string number = std::to_string(m_losses.size());
        loss.file = house.folder() + "/loss-" + number + ".db";
        LosingVfs::copyAfterLoss(house.folder() + "/.batuta/history.db", loss.file, m_kind,
                                 static_cast<std::uint32_t>(m_losses.size()));
        m_losses.push_back(std::move(loss));
    }

    net::ServerResponse answered(const net::ServerRequest &request)
    {
        m_seen.calls.push_back({request.path, request.body, std::string(request.header("Idempotency-Key")),
                                std::string(request.header("X-Batuta-Attempt"))});
        const std::string &key = m_seen.calls.back().key;
        m_seen.begun.insert(key.substr(0, key.find('/')));
        note(true);
        const bool fails = request.path == "/second" && m_seen.calls.back().attempt == "1";
        return {fails ? 503 : 200, "application/json", R"({"ok":true})", {}};
    }

    /// What was called again and should not have been, or otherwise than before.
    QString brokenCall(const Loss &loss) const
    {
        std::map<std::string, Call> latest; // of each execution: only this may have been in flight
        for (const Call &call : loss.calls)
            latest[executionOf(call)] = call;
        for (const Call &call : m_seen.calls) {
            const auto before = latest.find(executionOf(call));
            if (before == latest.end() || orderOf(call) > orderOf(before->second))
                continue; // it had not been made
            if (!(call == before->second))
                return QString::fromStdString("called again: " + call.path + " " + call.body + ", attempt " +
                                              call.attempt);
        }
        return loss.wasCalling && m_seen.calls.empty() ? "nothing was called again" : "";
    }

    LosingVfs::Loss m_kind = LosingVfs::Loss::Dropped;
    bool m_isLosing = false;
    Loss m_seen;
    std::vector<Loss> m_losses;
};

} // namespace

class TstPowerLoss : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { LosingVfs::install(); }

    void nothingThatWasSeenIsLostOrDoneAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("dropped") << static_cast<int>(LosingVfs::Loss::Dropped);
        QTest::newRow("torn") << static_cast<int>(LosingVfs::Loss::Torn);
    }
    void nothingThatWasSeenIsLostOrDoneAgain()
    {
        QFETCH(int, kind);
        World world;
        QVERIFY(world.run(store::Durability::Full, static_cast<LosingVfs::Loss>(kind)));
        QVERIFY(world.losses().size() >= kExecutions * 8u); // 6 calls each, its start and its end
        for (std::size_t i = 0; i < world.losses().size(); ++i) {
            const QString broken = world.brokenPromise(world.losses()[i]);
            QVERIFY2(broken.isEmpty(), qPrintable(QString("loss %1: %2").arg(i).arg(broken)));
        }
    }

    /// The power goes after each transaction: whoever starts again within the window is never told of an
    /// execution that is not there.
    void aRepeatedStartIsNeverAnsweredWithNothing()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("once", kOnce);
        std::mutex mutex;
        std::vector<std::string> copies;
        LosingVfs::onSync([&] {
            const std::lock_guard lock(mutex);
            copies.push_back(house.folder() + "/sync-" + std::to_string(copies.size()) + ".db");
            LosingVfs::copyAfterLoss(house.folder() + "/.batuta/history.db", copies.back(),
                                     LosingVfs::Loss::Dropped, 1);
        });
        house.open(resuming());
        const auto first = begin(house, "once", json::Object{{"user", "ana"}});
        house.close();
        LosingVfs::onSync({});
        BATUTA_VERIFY_OK(first);
        int repeats = 0;
        for (const std::string &copy : copies) {
            if (!openAfterLoss(house, copy)) // the tables were not there yet
                continue;
            const auto again = begin(house, "once", json::Object{{"user", "ana"}});
            BATUTA_VERIFY_OK(again);
            const auto record = house.end(again->id);
            BATUTA_VERIFY_OK(record);
            QCOMPARE(tests::statusesOf(record), "a=success");
            repeats += again->isRepeat ? 1 : 0;
            house.close();
        }
        QVERIFY(repeats > 0 && repeats < static_cast<int>(copies.size()));
    }

    /// An execution that stands still for want of a journal waits for nothing, its deadline least of all.
    void whatStandsStillTakesNoTime()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("CALL", "/call");
        house.functions.hold("/call");
        house.flow("one", "deadline: 2s\nsteps:\n  a: {http: {url: \"${{ env.CALL }}\"}}\n"
                          "  b: {wait: {for: 2s}}\n");
        host::EngineOptions options = resuming();
        options.durability = store::Durability::Full;
        house.open(options);
        const auto started = begin(house, "one", json::Object{});
        BATUTA_VERIFY_OK(started);
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        LosingVfs::setBroken(true);
        house.functions.release(); // an end that cannot be written down
        const auto refused = house.end(started->id);
        const std::clock_t before = std::clock();
        const QDeadlineTimer window(2'500);
        house.until([&] { return window.hasExpired(); });
        const double busy = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        house.close();
        LosingVfs::setBroken(false);
        QVERIFY(!refused);
        QVERIFY2(busy < 0.4, std::to_string(busy).c_str());
    }

    /// The same disk with a journal that does not wait for it: it does lose, so the test above can fail.
    void aJournalThatDoesNotWaitLosesWhatWasSeen()
    {
        World world;
        QVERIFY(world.run(store::Durability::Normal, LosingVfs::Loss::Dropped));
        QVERIFY(!world.brokenPromise(world.losses().back()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstPowerLoss)
#include "tst_power_loss.moc"
