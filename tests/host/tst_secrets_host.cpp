// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What an engine makes of secrets that are not in files: who may see them, and addresses in Secret Manager.
#include "engine/json/json.h"
#include "engine/secrets/secret_store.h"
#include "tests/host/acting.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;

namespace {

/// The house's own open() takes no engine that has problems.
void openWithProblems(tests::House &house, host::EngineOptions options = {})
{
    options.workspace = house.folder();
    for (const auto &[key, value] : house.env)
        options.overrides.emplace_back(key, value);
    auto opened =
        host::Engine::create(std::move(options), {house.loop, house.logger, house.metrics, house.clock});
    BATUTA_VERIFY_OK(opened);
    house.engine = std::move(*opened);
}

} // namespace

class TstSecretsHost : public QObject
{
    Q_OBJECT
private slots:
    void aRevealIsAuditedBeforeItIsDone()
    {
        net::Loop loop;
        tests::House house(loop);
        house.file(".env", "A_TOKEN=planted-1\n");
        house.open();
        client::Act reveal;
        reveal.verb = "reveal_secret";
        reveal.subject = "dev/A_TOKEN";
        reveal.why = "it was planted-1"; // what people write is masked, too
        BATUTA_VERIFY_OK(tests::act(house, reveal));
        reveal.actor = {"eva", {"viewer"}};
        std::optional<Result<json::Value>> done;
        house.engine->act(reveal, [&](Result<json::Value> result) { done = std::move(result); });
        QVERIFY(house.until([&] { return done.has_value(); }));
        BATUTA_VERIFY_ERROR(*done, ErrorCode::ActForbidden);
        reveal.actor = {"eva", {"viewer", "secrets.reveal"}};
        done.reset();
        house.engine->act(reveal, [&](Result<json::Value> result) { done = std::move(result); });
        QVERIFY(house.until([&] { return done.has_value(); }));
        BATUTA_VERIFY_OK(*done);
        std::optional<store::AuditPage> audit;
        house.engine->audit({0, 10}, [&](auto page) { audit = std::move(*page); });
        QVERIFY(house.until([&] { return audit.has_value(); }));
        QCOMPARE(audit->items.size(), std::size_t{2}); // the refused one is none
        QCOMPARE(audit->items[0].who, std::string("eva"));
        QCOMPARE(audit->items[1].verb + " " + audit->items[1].subject,
                 std::string("reveal_secret dev/A_TOKEN"));
        QVERIFY(audit->items[1].why.find("planted") == std::string::npos);
    }

    /// The window's: a sealed file is opened while the engine runs.
    void aPassphraseThatIsTypedOpensTheSealedFile()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("HOOK", "/hook");
        const auto store =
            secrets::makeStore(house.folder(), secrets::StoreKind::File, {"", "correct horse"});
        BATUTA_VERIFY_OK(store);
        BATUTA_VERIFY_OK((*store)->set({"dev", "A_TOKEN"}, "planted-1"));
        house.flow("calls", R"(
steps:
  a: {http: {method: POST, url: "${{ env.HOOK }}", auth: {bearer: "${{ secrets.A_TOKEN }}"}}}
)");
        const auto typed = std::make_shared<secrets::Passphrase>();
        host::EngineOptions options;
        options.passphrase = typed;
        openWithProblems(house, std::move(options));
        BATUTA_VERIFY_OK(house.run("calls"));
        QCOMPARE(house.functions.calls("/hook"), 0); // skipped
        client::Act reload;
        reload.verb = "reload";
        typed->set("battery staple");
        BATUTA_VERIFY_OK(tests::act(house, reload));
        BATUTA_VERIFY_OK(house.run("calls"));
        QCOMPARE(house.functions.calls("/hook"), 0);
        typed->set("correct horse");
        BATUTA_VERIFY_OK(tests::act(house, reload));
        BATUTA_VERIFY_OK(house.run("calls"));
        QCOMPARE(house.functions.calls("/hook"), 1);
        QCOMPARE(test::shown(house.functions.last("/hook").header("Authorization")),
                 QString("Bearer planted-1"));
        for (const char *word : {"horse", "staple", "planted"})
            QVERIFY2(house.log().find(word) == std::string::npos, word);
    }

    /// Nobody is called with an address instead of a value.
    void aReferenceThatIsNotFetchedIsNotThere()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("HOOK", "/hook");
        house.file(".env", "A_TOKEN=sm://projects/my-project/secrets/a/versions/1\n"
                           "B_TOKEN=sm://projects/my-project/secrets/b/versions/1\nC_TOKEN=sm://c\n");
        house.env["B_TOKEN"] = "given"; // is stronger than the file
        house.flow("calls", R"(
steps:
  a: {http: {method: POST, url: "${{ env.HOOK }}", auth: {bearer: "${{ secrets.A_TOKEN }}"}}}
  b: {http: {method: POST, url: "${{ env.HOOK }}", auth: {bearer: "${{ secrets.B_TOKEN }}"}}}
)");
        openWithProblems(house);
        const auto record = house.run("calls");
        BATUTA_VERIFY_OK(record);
        QCOMPARE(house.functions.calls("/hook"), 1);
        QCOMPARE(test::shown(house.functions.last("/hook").header("Authorization")), QString("Bearer given"));
        std::optional<client::EngineInfo> info;
        house.engine->info([&](auto told) { info = std::move(*told); });
        QVERIFY(house.until([&] { return info.has_value(); }));
        QStringList problems;
        for (const Error &problem : info->problems)
            problems << QString::fromStdString(problem.subject);
        QVERIFY2(problems.contains("A_TOKEN") && problems.contains("C_TOKEN") &&
                     !problems.contains("B_TOKEN"),
                 qPrintable(problems.join(' ')));
    }

    void aReferenceIsFetchedFromTheCloudOfTheEnvironment()
    {
        std::atomic<int> asked = 0;
        tests::TestServer google([&](const net::ServerRequest &request, net::Responder responder) {
            ++asked;
            const bool isThere = request.path == "/v1/projects/my-project/secrets/a/versions/1:access";
            responder.send({isThere ? 200 : 404,
                            "application/json",
                            isThere ? R"({"payload":{"data":"cGxhbnRlZC03"}})"
                                    : R"({"error":{"code":404,"message":"nothing","status":"NOT_FOUND"}})",
                            {}});
        });
        net::Loop loop;
        tests::House house(loop);
        house.function("HOOK", "/hook");
        house.file(".env", "A_TOKEN=sm://projects/my-project/secrets/a/versions/1\n"
                           "B_PLAIN=sm://projects/my-project/secrets/a/versions/1\n"
                           "C_TOKEN=sm://projects/my-project/secrets/gone/versions/1\n");
        house.flow("calls", R"(
steps:
  a: {http: {method: POST, url: "${{ env.HOOK }}", json: {x: "${{ env.B_PLAIN }}"},
             auth: {bearer: "${{ secrets.A_TOKEN }}"}}}
  c: {http: {method: POST, url: "${{ env.HOOK }}", auth: {bearer: "${{ secrets.C_TOKEN }}"}}}
)");
        host::EngineOptions options;
        options.clouds = [&]() -> Result<std::vector<std::pair<std::string, cloud::Settings>>> {
            cloud::Settings settings;
            settings.project = "my-project";
            settings.region = "us-central1";
            settings.server = google.url("");
            return std::vector{std::pair(std::string("dev"), settings)};
        };
        openWithProblems(house, options);
        QCOMPARE(asked.load(), 2); // one secret of two keys is asked once
        const auto record = house.run("calls");
        BATUTA_VERIFY_OK(record);
        QCOMPARE(house.functions.calls("/hook"), 1);
        QCOMPARE(test::shown(house.functions.last("/hook").header("Authorization")),
                 QString("Bearer planted-7"));
        for (const store::StepRecord &step : record->steps)
            QVERIFY(json::write(step.attemptsDetail).find("planted") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TstSecretsHost)
#include "tst_secrets_host.moc"
