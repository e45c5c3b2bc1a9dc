// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Webhooks, schedules and messages over HTTP.
#include "engine/json/json.h"
#include "engine/policy/hmac.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

using namespace batuta;
using batuta::test::shown;

namespace {

constexpr const char *kSecret = "a-very-secret-thing";
constexpr const char *kToken = "Authorization: Bearer t0ken\r\nContent-Type: application/json\r\n";

void build(tests::House &house)
{
    house.env["HOOK_SECRET"] = kSecret;
    house.clock.set("2026-11-21T12:30:00Z");
    house.flow("hooked", R"(
triggers:
  - webhook: {path: /hooks/profile, secret: "${{ secrets.HOOK_SECRET }}"}
  - schedule: {cron: 0 2 * * *, timezone: America/Sao_Paulo, missed: run_once}
  - message: {queue: perfis, if: "${{ message.go }}"}
steps:
  a: {set: {x: 1}}
)");
}

std::unique_ptr<tests::ApiHouse> house()
{
    tests::ApiHouse::Options options;
    options.api.token = "t0ken";
    options.engine.resumes = true;
    options.build = build;
    return std::make_unique<tests::ApiHouse>(std::move(options));
}

std::string signedHeaders(tests::ApiHouse &house, const std::string &body, int age = 0)
{
    WallTime now{};
    house.run([&](tests::House &inside) { now = inside.clock.wall() - std::chrono::seconds(age); });
    const std::string timestamp =
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
    return "Content-Type: application/json\r\nX-Batuta-Timestamp: " + timestamp +
           "\r\nX-Batuta-Signature: " + policy::signatureOf(kSecret, timestamp, body) + "\r\n";
}

QString code(const tests::RawAnswer &answer)
{
    const auto body = json::parse(answer.body);
    return body ? shown((*body)["error"]["code"].asString()) : QString();
}

} // namespace

class TstTriggersApi : public QObject
{
    Q_OBJECT

private slots:
    void aHookNeedsItsSignatureAndNoToken()
    {
        const auto api = house();
        const std::string body = R"({"user":"u1"})";
        const std::string headers = signedHeaders(*api, body);
        const tests::RawAnswer answer = api->ask("POST", "/hooks/profile", body, headers);
        QCOMPARE(answer.status, 202);
        const std::string id = (*json::parse(answer.body))["execution_id"].asString();
        QVERIFY(answer.has("/executions/" + id));
        const tests::RawAnswer again = api->ask("POST", "/hooks/profile", body, headers);
        QCOMPARE(again.status, 409);
        QCOMPARE(code(again), "request.duplicate");
        QVERIFY(api->until([&](tests::House &inside) { return inside.engine->running() == 0; }));
        const tests::RawAnswer record = api->ask("GET", "/executions/" + id, {}, kToken);
        QCOMPARE(shown((*json::parse(record.body))["trigger"].asString()), "webhook");
    }

    void aHookIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("wrong body") << "/hooks/profile"
                                    << "wrong" << 401;
        QTest::newRow("no signature") << "/hooks/profile"
                                      << "none" << 401;
        QTest::newRow("a token only") << "/hooks/profile"
                                      << "token" << 401;
        QTest::newRow("old") << "/hooks/profile"
                             << "old" << 401;
        QTest::newRow("unknown") << "/hooks/nobody"
                                 << "good" << 404;
        QTest::newRow("no object") << "/hooks/profile"
                                   << "list" << 422;
        QTest::newRow("no JSON") << "/hooks/profile"
                                 << "text" << 400;
        QTest::newRow("too large") << "/hooks/profile"
                                   << "large" << 413;
    }

    void aHookIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        QFETCH(int, status);
        const auto api = house();
        std::string body = kind == "list" ? "[1]" : kind == "text" ? "hi" : "{}";
        if (kind == "large")
            body = "\"" + std::string(host::Hooks::kMostBody, 'x') + "\"";
        std::string headers = signedHeaders(*api, kind == "wrong" ? "{ }" : body, kind == "old" ? 400 : 0);
        if (kind == "none")
            headers = "Content-Type: application/json\r\n";
        else if (kind == "token")
            headers = kToken;
        const tests::RawAnswer answer = api->ask("POST", path.toStdString(), body, headers);
        QCOMPARE(answer.status, status);
        QCOMPARE(api->ask("GET", path.toStdString(), {}, kToken).status, 405);
        api->run([](tests::House &inside) { QCOMPARE(inside.engine->running(), 0); });
    }

    void schedulesAreListedAndPaused()
    {
        const auto api = house();
        QCOMPARE(api->ask("GET", "/schedules").status, 401);
        const auto schedule = [&] {
            return (*json::parse(api->ask("GET", "/schedules", {}, kToken).body))["schedules"].at(0);
        };
        QCOMPARE(shown(schedule()["timezone"].asString()), "America/Sao_Paulo");
        QCOMPARE(shown(schedule()["missed"].asString()), "run_once");
        QCOMPARE(shown(schedule()["next"].at(0).asString()), "2026-11-22T05:00:00.000000Z");
        QVERIFY(!schedule()["paused"].asBoolean());
        const std::string flow = R"({"subject":"hooked","why":"the functions are down"})";
        QCOMPARE(api->ask("POST", "/acts/pause_schedule", flow, kToken).status, 202);
        QVERIFY(schedule()["paused"].asBoolean());
        QCOMPARE(api->ask("POST", "/acts/pause_schedule", flow, kToken).status, 409);
        QCOMPARE(api->ask("POST", "/acts/resume_schedule", flow, kToken).status, 202);
        QCOMPARE(api->ask("POST", "/acts/resume_schedule", R"({"subject":"no"})", kToken).status, 404);
        QCOMPARE(api->ask("POST", "/acts/pause_schedule", flow).status, 401);
        QCOMPARE(api->ask("GET", "/schedules?a=b", {}, kToken).status, 400);
    }

    void messagesAndBackfillsAreActs()
    {
        const auto api = house();
        const std::string go = R"({"subject":"perfis","data":{"body":{"go":true}}})";
        const tests::RawAnswer taken = api->ask("POST", "/acts/message", go, kToken);
        QCOMPARE(taken.status, 202);
        QCOMPARE(shown((*json::parse(taken.body))["flow"].asString()), "hooked");
        const std::string stop = R"({"subject":"perfis","data":{"body":{"go":false}}})";
        QCOMPARE(code(api->ask("POST", "/acts/message", stop, kToken)), "act.refused");
        const tests::RawAnswer lost = api->ask("POST", "/acts/message", R"({"subject":"x"})", kToken);
        QCOMPARE(lost.status, 404);
        QCOMPARE(code(lost), "queue.unknown");
        const std::string week =
            R"({"subject":"hooked","data":{"since":"2026-11-14T00:00:00Z","until":"2026-11-21T00:00:00Z"}})";
        const tests::RawAnswer filled = api->ask("POST", "/acts/backfill", week, kToken);
        QCOMPARE(filled.status, 202);
        QCOMPARE((*json::parse(filled.body))["started"].asArray().size(), 7u);
        const tests::RawAnswer again = api->ask("POST", "/acts/backfill", week, kToken);
        QCOMPARE((*json::parse(again.body))["started"].asArray().size(), 0u);
        QCOMPARE((*json::parse(again.body))["there"].asArray().size(), 7u);
    }
};

QTEST_GUILESS_MAIN(TstTriggersApi)
#include "tst_triggers_api.moc"
