// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Signed requests that start flows, in a real engine.
#include "engine/json/json.h"
#include "engine/policy/hmac.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

#include <QTest>

#include <openssl/hmac.h>

#include <array>

using namespace batuta;
using batuta::test::shown;

namespace {

constexpr const char *kSecret = "a-very-secret-thing";
constexpr const char *kFlow = R"(
triggers:
  - webhook: {path: /hooks/profile, secret: "${{ secrets.HOOK_SECRET }}"}
  - webhook: {path: /hooks/mapped, secret: "${{ secrets.HOOK_SECRET }}", input: {user: "${{ trigger.body.data.id }}"}}
  - webhook: {path: /hooks/open, unsigned: true}
steps:
  a: {set: {event: "${{ trigger.headers['x-github-event'] }}", proof: "${{ toJSON(trigger.headers) }}"}}
output: {input: "${{ input }}", path: "${{ trigger.path }}", event: "${{ steps.a.output.event }}", proof: "${{ steps.a.output.proof }}"}
)";

host::EngineOptions serving()
{
    host::EngineOptions options;
    options.resumes = true;
    return options;
}

void open(tests::House &house)
{
    house.env["HOOK_SECRET"] = kSecret;
    house.flow("hooked", kFlow);
    house.open(serving());
}

std::string seconds(WallTime time)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count());
}

host::HookRequest signedAt(WallTime time, const std::string &path, const std::string &body,
                           const char *secret = kSecret)
{
    const std::string timestamp = seconds(time);
    return {path,
            {{"X-Batuta-Timestamp", timestamp},
             {"X-Batuta-Signature", policy::signatureOf(secret, timestamp, body)}},
            body};
}

host::HookRequest fromGitHub(const std::string &path, const std::string &body)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), kSecret, static_cast<int>(std::string(kSecret).size()),
         reinterpret_cast<const unsigned char *>(body.data()), body.size(), digest.data(), &size);
    const QByteArray hex =
        QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<int>(size)).toHex();
    return {path,
            {{"x-hub-signature-256", "sha256=" + hex.toStdString()},
             {"X-GitHub-Event", "push"},
             {"Authorization", "Bearer x"}},
            body};
}

Result<client::Started> receive(tests::House &house, host::HookRequest request)
{
    std::optional<Result<client::Started>> answer;
    house.engine->triggers().receive(std::move(request),
                                     [&](Result<client::Started> started) { answer = std::move(started); });
    if (!house.until([&] { return answer.has_value(); }))
        return Error{ErrorCode::Internal, "hook", "no reply", {}, {}};
    return *answer;
}

} // namespace

class TstHooks : public QObject
{
    Q_OBJECT
private slots:
    void aSignedRequestStartsTheFlow()
    {
        net::Loop loop;
        tests::House house(loop);
        open(house);
        const auto started =
            receive(house, signedAt(house.clock.wall(), "/hooks/profile", R"({"user":"u1"})"));
        BATUTA_VERIFY_OK(started);
        const auto record = house.end(started->id);
        BATUTA_VERIFY_OK(record);
        QCOMPARE(shown(record->trigger), "webhook");
        QCOMPARE(shown(json::write(record->output["input"])), R"({"user":"u1"})");
        QCOMPARE(shown(record->output["path"].asString()), "/hooks/profile");
        QVERIFY(house.log().find(kSecret) == std::string::npos);
    }

    void theInputMayBeMadeOfTheBody()
    {
        net::Loop loop;
        tests::House house(loop);
        open(house);
        const auto started =
            receive(house, signedAt(house.clock.wall(), "/hooks/mapped", R"({"data":{"id":7}})"));
        BATUTA_VERIFY_OK(started);
        QCOMPARE(shown(json::write(house.end(started->id)->output["input"])), R"({"user":7})");
    }

    void refusesWhatIsNotProven_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("code");
        const char *const rows[] = {"no signature",    "another secret",  "another body", "too old",
                                    "from the future", "an unknown path", "too large"};
        for (int i = 0; i < 7; ++i)
            QTest::newRow(rows[i]) << i
                                   << (i == 5   ? "http.not_found"
                                       : i == 6 ? "http.too_large"
                                                : "http.unauthorized");
    }

    void refusesWhatIsNotProven()
    {
        QFETCH(int, which);
        net::Loop loop;
        tests::House house(loop);
        open(house);
        const WallTime now = house.clock.wall();
        const std::string path = "/hooks/profile";
        host::HookRequest request = signedAt(now, path, "{}");
        if (which == 0)
            request.headers.clear();
        else if (which == 1)
            request = signedAt(now, path, "{}", "another");
        else if (which == 2)
            request.body = R"({"a":1})";
        else if (which == 3)
            request = signedAt(now - std::chrono::minutes(6), path, "{}");
        else if (which == 4)
            request = signedAt(now + std::chrono::minutes(6), path, "{}");
        else if (which == 5)
            request.path = "/hooks/other";
        else
            request = signedAt(now, path, "\"" + std::string(host::Hooks::kMostBody, 'x') + "\"");
        const auto refused = receive(house, request);
        QVERIFY(!refused);
        QTEST(shown(codeName(refused.error().code)), "code");
        QCOMPARE(house.engine->running(), 0);
        QCOMPARE(house.logged("hook_refused"), which != 5);
    }

    void aRequestIsTakenOnce()
    {
        net::Loop loop;
        tests::House house(loop);
        open(house);
        const host::HookRequest request = signedAt(house.clock.wall(), "/hooks/profile", "{}");
        const auto started = receive(house, request);
        BATUTA_VERIFY_OK(started);
        BATUTA_VERIFY_ERROR(receive(house, request), ErrorCode::DuplicateRequest);
        BATUTA_VERIFY_OK(house.end(started->id));
        house.close();
        house.open(serving()); // it remembers by the execution that came of it
        const auto repeated = receive(house, request);
        BATUTA_VERIFY_ERROR(repeated, ErrorCode::DuplicateRequest);
        QVERIFY(errorText(repeated.error()).find(started->id.value) != std::string::npos);
        BATUTA_VERIFY_OK(
            receive(house, signedAt(house.clock.wall() + std::chrono::seconds(1), "/hooks/profile", "{}")));
    }

    void gitHubsSignatureIsTakenToo()
    {
        net::Loop loop;
        tests::House house(loop);
        house.clock.set("2026-11-21T12:00:00Z"); // the begin of a stretch of five minutes
        open(house);
        const host::HookRequest request = fromGitHub("/hooks/profile", R"({"ref":"main"})");
        const auto started = receive(house, request);
        BATUTA_VERIFY_OK(started);
        const auto record = house.end(started->id);
        QCOMPARE(shown(record->output["event"].asString()), "push");
        QVERIFY(record->output["proof"].asString().find("Bearer") == std::string::npos);
        QVERIFY(record->output["proof"].asString().find("sha256") == std::string::npos);
        BATUTA_VERIFY_ERROR(receive(house, request), ErrorCode::DuplicateRequest);
        house.close();
        house.clock.set("2026-11-21T12:04:00Z");
        house.open(serving());
        BATUTA_VERIFY_ERROR(receive(house, request), ErrorCode::DuplicateRequest);
        house.clock.set("2026-11-21T12:05:30Z"); // the same push again, later: it holds no time
        BATUTA_VERIFY_OK(receive(house, request));
        house.close();
        house.clock.set("2026-11-21T12:10:01Z"); // another stretch, but less than five minutes
        house.open(serving());
        BATUTA_VERIFY_ERROR(receive(house, request), ErrorCode::DuplicateRequest);
    }

    void aFlowMayTakeUnsignedRequests()
    {
        net::Loop loop;
        tests::House house(loop);
        open(house);
        const host::HookRequest request{"/hooks/open", {}, "{}"};
        const auto first = receive(house, request);
        const auto second = receive(house, request);
        BATUTA_VERIFY_OK(first);
        BATUTA_VERIFY_OK(second);
        QVERIFY(first->id.value != second->id.value);
    }

    void theBodyMustFit()
    {
        net::Loop loop;
        tests::House house(loop);
        open(house);
        const WallTime now = house.clock.wall();
        BATUTA_VERIFY_ERROR(receive(house, signedAt(now, "/hooks/profile", "[1]")), ErrorCode::InputInvalid);
        BATUTA_VERIFY_ERROR(receive(house, signedAt(now, "/hooks/profile", "{")), ErrorCode::JsonSyntax);
        BATUTA_VERIFY_OK(receive(house, signedAt(now, "/hooks/profile", "")));
    }

    void whatCouldNotStartMayComeAgain()
    {
        net::Loop loop;
        tests::House house(loop);
        house.env["HOOK_SECRET"] = kSecret;
        house.flow("hooked", "triggers:\n  - webhook: {path: /hooks/one, secret: '${{ secrets.HOOK_SECRET "
                             "}}'}\nsteps:\n  w: {wait: {event: go}}\n");
        host::EngineOptions options = serving();
        options.maxRunning = 1;
        house.open(options);
        const auto running = receive(house, signedAt(house.clock.wall(), "/hooks/one", "{}"));
        BATUTA_VERIFY_OK(running);
        const host::HookRequest request = signedAt(house.clock.wall(), "/hooks/one", R"({"n":2})");
        BATUTA_VERIFY_ERROR(receive(house, request), ErrorCode::HttpBusy);
        house.engine->act(client::cancelOf(running->id, {"ana", {"*"}}), [](const auto &) {});
        BATUTA_VERIFY_OK(house.end(running->id));
        BATUTA_VERIFY_OK(receive(house, request));
    }

    void aMissingSecretIsAProblem()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("hooked", kFlow);
        house.flow("twice", "triggers:\n  - webhook: {path: /hooks/open, unsigned: true}\nsteps:\n  a: {log: "
                            "hi}\n");
        host::EngineOptions options = serving();
        options.workspace = house.folder();
        auto engine = host::Engine::create(options, {loop, house.logger, house.metrics, house.clock});
        BATUTA_VERIFY_OK(engine);
        house.engine = std::move(*engine);
        const Errors &problems = house.engine->problems();
        QCOMPARE(problems.size(), 3u);
        QCOMPARE(shown(codeName(problems[0].code)), "secret.missing");
        QVERIFY(problems[0].place.line > 0);
        QVERIFY(problems[0].detail.find("/hooks/profile") != std::string::npos);
        QCOMPARE(shown(codeName(problems[2].code)), "flow.contradiction");
        for (const char *path : {"/hooks/profile", "/hooks/open"}) {
            BATUTA_VERIFY_ERROR(receive(house, signedAt(house.clock.wall(), path, "{}", "")),
                                ErrorCode::HttpUnauthorized);
            BATUTA_VERIFY_ERROR(receive(house, {path, {}, "{}"}), ErrorCode::HttpUnauthorized);
        }
    }
};

QTEST_GUILESS_MAIN(TstHooks)
#include "tst_hooks.moc"
