// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/http_call.h"
#include "tests/steps/workbench.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace std::chrono_literals;
using batuta::test::shown;
using batuta::tests::text;

namespace {

flow::HttpStep stepTo(const std::string &url)
{
    flow::HttpStep step;
    step.url = text(url);
    step.idToken.emplace();
    return step;
}

} // namespace

/// `auth: google_id_token`: the token is asked for before the call, for the right audience.
class TstSignedCall : public QObject
{
    Q_OBJECT

private slots:
    void theTokenIsForTheAddressThatIsCalled();
    void anAudienceMayBeNamed();
    void withoutATokenNothingIsCalled();
    void aTokenThatDoesNotComeIsATimeout();
    void whoCancelsMeanwhileIsHeard();
    void anEngineWithoutASignInSaysSo();
};

void TstSignedCall::theTokenIsForTheAddressThatIsCalled()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    std::string asked;
    bench.idToken = [&](const std::string &audience, auto reply) {
        asked = audience;
        bench.run.loop.post([reply] { reply(std::string("id.token.here")); });
    };
    QVERIFY(bench.does(stepTo(receiver.url("/match?x=1"))));
    QCOMPARE(bench.outcome(), QString("done"));
    QCOMPARE(shown(asked + "/match?x=1"), shown(receiver.url("/match?x=1")));
    QCOMPARE(shown(receiver.requests.at(0).header("Authorization")), QString("Bearer id.token.here"));
    QVERIFY(bench.report->exchange.has_value());
    QCOMPARE(bench.reports, 1);
}

void TstSignedCall::anAudienceMayBeNamed()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    bench.roots.set("input", json::Object{{"aud", "https://custom.example"}});
    std::string asked;
    bench.idToken = [&](const std::string &audience, auto reply) {
        asked = audience;
        bench.run.loop.post([reply] { reply(std::string("t")); });
    };
    flow::HttpStep step = stepTo(receiver.url("/"));
    step.idToken->audience = text("${{ input.aud }}");
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(shown(asked), QString("https://custom.example"));
}

void TstSignedCall::withoutATokenNothingIsCalled()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    bench.idToken = [&](const std::string &, auto reply) {
        bench.run.loop.post([reply] {
            reply(Error{ErrorCode::CloudSignIn, "login", "invalid_grant", {}, {}});
        });
    };
    QVERIFY(bench.does(stepTo(receiver.url("/"))));
    QCOMPARE(bench.outcome(),
             QString("failed: The sign-in to the cloud failed: login, invalid_grant [cloud.sign_in]"));
    QVERIFY(receiver.requests.empty());
}

void TstSignedCall::aTokenThatDoesNotComeIsATimeout()
{
    tests::Workbench bench;
    bench.timeout = 20ms;
    bench.idToken = [](const std::string &, const auto &) {};
    QVERIFY(bench.does(stepTo("http://127.0.0.1:1/")));
    QCOMPARE(bench.outcome(), QString("failed: No id token within 20ms"));
}

void TstSignedCall::whoCancelsMeanwhileIsHeard()
{
    tests::Workbench bench;
    std::function<void(Result<std::string>)> late;
    bench.idToken = [&](const std::string &, auto reply) { late = reply; };
    bench.start(stepTo("http://127.0.0.1:1/"));
    bench.running->cancel();
    QCOMPARE(bench.outcome(), QString("cancelled"));
    late(std::string("t"));
    QCOMPARE(bench.reports, 1);
}

void TstSignedCall::anEngineWithoutASignInSaysSo()
{
    tests::Workbench bench;
    QVERIFY(bench.does(stepTo("http://127.0.0.1:1/")));
    QCOMPARE(bench.outcome(), QString("failed: No id token: this engine signs in nowhere"));
}

QTEST_APPLESS_MAIN(TstSignedCall)
#include "tst_signed_call.moc"
