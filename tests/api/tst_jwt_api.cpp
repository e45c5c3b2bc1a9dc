// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/refusal_lines.h"
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/jwt/outside_signer.h"
#include "tests/support/jwt/set_time.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace std::chrono_literals;
using batuta::test::shown;
using jwt::Algorithm;

/// JSON Web Tokens over HTTP, signed by another program: who comes in, as whom, and what they learn when they
/// do not.
class TstJwtApi : public QObject
{
    Q_OBJECT

private slots:
    void wantsATokenEverywhereButHealth();
    void takesTheTokenAndJwtsSideBySide();
    void everyWrongTokenGetsTheSameAnswer_data();
    void everyWrongTokenGetsTheSameAnswer();
    void logsARefusalOnceASecond();
    void wrongTokensDoNotRollTheLogAway();
    void aRememberedTokenEndsWithItsTime();
    void aStreamEndsWithItsToken_data();
    void aStreamEndsWithItsToken();
    void theAuditSaysWhoItWas();
    void nobodyPassesForTheToken();
    void actsWithTheRolesOfTheToken();
    void aFlowsTextWantsEveryRole();
    void keysLetAnOpenAddressListen();

private:
    void open(const char *token);
    Result<jwt::Verifier> verifier();
    std::string signedFor(const QByteArray &more = {}, int seconds = 60, const QByteArray &header = {});
    tests::RawAnswer ask(const std::string &token, const std::string &target = "/flows",
                         const std::string &method = "GET", const std::string &body = {});
    static std::string challengeOf(const tests::RawAnswer &answer);

    test::OutsideSigner m_signer;
    test::SetTime m_time; // touched on the loop only, once the house is open
    std::shared_ptr<jwt::CachedVerifier> m_checker;
    std::unique_ptr<tests::ApiHouse> m_house;
};

Result<jwt::Verifier> TstJwtApi::verifier()
{
    return jwt::Verifier::make(
        {{m_signer.key(Algorithm::RS256, "rsa"), m_signer.key(Algorithm::HS256, "shared")},
         "https://id.example",
         "batuta",
         "roles"});
}

void TstJwtApi::open(const char *token)
{
    m_house.reset();
    m_time.now = test::kNow;
    m_checker = std::make_shared<jwt::CachedVerifier>(*verifier(), m_time);
    tests::ApiHouse::Options options;
    options.api.token = token;
    options.api.jwt = m_checker;
    options.api.streams.heartbeat = 20ms;
    options.build = [](tests::House &house) {
        house.function("HOLD_URL", "/hold");
        house.functions.hold("/hold");
        house.flow("held", "steps:\n  a: {http: {url: \"${{ env.HOLD_URL }}\"}}\n");
        house.flow("asked", "steps:\n  a: {approval: {}}\n");
    };
    m_house = std::make_unique<tests::ApiHouse>(std::move(options));
}

std::string TstJwtApi::signedFor(const QByteArray &more, int seconds, const QByteArray &header)
{
    const QByteArray exp = QByteArray::number(qint64{test::kSeconds} + seconds);
    return m_signer.token(Algorithm::RS256,
                          R"({"iss":"https://id.example","aud":"batuta","sub":"ana@id.example","exp":)" +
                              exp + more + "}",
                          header.isEmpty() ? QByteArray(R"("kid":"rsa","typ":"JWT")") : header);
}

tests::RawAnswer TstJwtApi::ask(const std::string &token, const std::string &target,
                                const std::string &method, const std::string &body)
{
    return m_house->ask(method, target, body,
                        "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n");
}

std::string TstJwtApi::challengeOf(const tests::RawAnswer &answer)
{
    const std::string name = "WWW-Authenticate: ";
    const std::size_t at = answer.head.find(name);
    if (at == std::string::npos)
        return {};
    const std::size_t from = at + name.size();
    return answer.head.substr(from, answer.head.find("\r\n", from) - from);
}

void TstJwtApi::wantsATokenEverywhereButHealth()
{
    open("");
    QCOMPARE(m_house->ask("GET", "/health").status, 200);
    const tests::RawAnswer without = m_house->ask("GET", "/flows");
    QCOMPARE(without.status, 401);
    QCOMPARE(shown(challengeOf(without)), "Bearer");
    QCOMPARE(m_house->ask("GET", "/flows", {}, "Authorization: Basic YTpi\r\n").status, 401);
    QCOMPARE(ask(signedFor()).status, 200);
    QCOMPARE(ask(signedFor(), "/nowhere").status, 404);
    QCOMPARE(m_house->ask("GET", "/flows?access_token=" + signedFor()).status, 401);
    QVERIFY(m_house->log().find("jwt_refused") == std::string::npos);
}

void TstJwtApi::takesTheTokenAndJwtsSideBySide()
{
    open("s3cret-token");
    QCOMPARE(ask("s3cret-token").status, 200);
    QCOMPARE(m_checker->verifications(), 0U);
    QCOMPARE(ask(signedFor()).status, 200);
    QCOMPARE(ask("s3cret-tokem").status, 401);
    QCOMPARE(ask(signedFor({}, -600)).status, 401);
    QCOMPARE(m_checker->verifications(), 3U);
}

void TstJwtApi::everyWrongTokenGetsTheSameAnswer_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("reason");
    const std::string right = signedFor();
    const auto row = [](const char *name, const std::string &token, const char *reason) {
        QTest::newRow(name) << QByteArray::fromStdString(token) << reason;
    };
    std::string tampered = right;
    tampered[right.find('.') + 5] = tampered[right.find('.') + 5] == 'x' ? 'y' : 'x';
    row("words", "let-me-in", "three parts");
    row("expired", signedFor({}, -30), "expired");
    row("tampered", tampered, "signature");
    row("unsigned", right.substr(0, right.rfind('.') + 1), "signature");
    row("alg none", signedFor({}, 60, R"("alg":"none","kid":"rsa")"), "alg");
    row("unknown key", signedFor({}, 60, R"("kid":"https://evil.example/keys")"), "kid");
    row("its own key", signedFor({}, 60, R"("kid":"rsa","jwk":{"kty":"RSA"})"), "its header brings");
    row("for another service", signedFor(R"(,"aud":"x")"), "twice");
    row("longer than 8 KiB", std::string(9'000, 'a'), "longer than 8 KiB");
    const QByteArray claims = R"({"iss":"https://id.example","aud":"batuta","exp":1795271460})";
    const QByteArray lie = test::base64Url(R"({"alg":"HS256","kid":"rsa"})") + '.' + test::base64Url(claims);
    const QByteArray pem = QByteArray::fromStdString(m_signer.material(Algorithm::RS256));
    row("the public key as a secret", (lie + '.' + test::base64Url(m_signer.hmac(lie, pem))).toStdString(),
        "alg");
}

void TstJwtApi::everyWrongTokenGetsTheSameAnswer()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, reason);
    open("");
    const tests::RawAnswer answer = ask(token.toStdString());
    QCOMPARE(answer.status, 401);
    QCOMPARE(shown(challengeOf(answer)), R"(Bearer error="invalid_token")");
    // The same as without any token: what was wrong with it is nobody's business.
    QCOMPARE(shown(answer.body), shown(m_house->ask("GET", "/flows").body));
    // The reason is in the log, and nothing of the token.
    const QString log = QString::fromStdString(m_house->log());
    QVERIFY2(log.contains("jwt_refused"), qPrintable(log));
    const QString line = log.mid(log.indexOf("jwt_refused")).section('\n', 0, 0);
    QVERIFY2(line.contains(reason), qPrintable(line));
    for (const QByteArray &part : token.split('.'))
        QVERIFY(part.size() < 8 || !log.contains(part.left(40)));
}

void TstJwtApi::logsARefusalOnceASecond()
{
    api::RefusalLines lines;
    const SteadyTime start{};
    QVERIFY(lines.next("a", start) == 0U);
    QVERIFY(!lines.next("a", start));
    QVERIFY(lines.next("b", start) == 0U); // another reason
    QVERIFY(!lines.next("a", start + 999ms));
    QVERIFY(lines.next("a", start + 1s) == 2U);
    QVERIFY(!lines.next("a", start + 1999ms));
    QVERIFY(lines.next("a", start + 9s) == 1U);
    QVERIFY(lines.next("b", start + 9s) == 0U);
}

void TstJwtApi::wrongTokensDoNotRollTheLogAway()
{
    open("");
    const auto lines = [this] {
        return QString::fromStdString(m_house->log()).split('\n').filter("jwt_refused");
    };
    int asked = 0;
    const auto start = std::chrono::steady_clock::now();
    while (lines().size() < 2 && std::chrono::steady_clock::now() < start + 20s) {
        QCOMPARE(ask("let-me-in").status, 401);
        ++asked;
    }
    QVERIFY(std::chrono::steady_clock::now() >= start + 1s);
    QCOMPARE(lines().size(), 2);
    const auto second = json::parse(lines().at(1).toStdString());
    BATUTA_VERIFY_OK(second);
    QVERIFY(asked > 2);
    QCOMPARE((*second)["left_out"].asInteger(), asked - 2);
}

void TstJwtApi::aRememberedTokenEndsWithItsTime()
{
    open("");
    const std::string token = signedFor();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(ask(token).status, 200);
    QCOMPARE(m_checker->verifications(), 1U);
    m_house->run([this](tests::House &) { m_time.now = test::kNow + 89s; });
    QCOMPARE(ask(token).status, 200);
    m_house->run([this](tests::House &) { m_time.now = test::kNow + 90s; });
    QCOMPARE(ask(token).status, 401);
    QCOMPARE(ask(token).status, 401);
    QVERIFY(m_house->log().find("it has expired") != std::string::npos);
}

void TstJwtApi::aStreamEndsWithItsToken_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("all events") << "/events";
    QTest::newRow("those of an execution") << "/executions/%1/events";
}

void TstJwtApi::aStreamEndsWithItsToken()
{
    QFETCH(QString, target);
    open("");
    const auto started = json::parse(ask(signedFor(), "/flows/held/executions", "POST", "{}").body);
    BATUTA_VERIFY_OK(started);
    tests::RawSocket socket = m_house->connect();
    const QString path = target.replace("%1", shown((*started)["execution_id"].asString()));
    socket.send("GET " + path.toStdString() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                signedFor() + "\r\n\r\n");
    QVERIFY(socket.readUntil("text/event-stream").find("200") != std::string::npos);
    for (int i = 0; i < 2; ++i)
        QVERIFY(socket.readUntil("alive\n").ends_with("alive\n"));
    m_house->run([this](tests::House &) { m_time.now = test::kNow + 90s; });
    QVERIFY(socket.readUntil("0\r\n\r\n").ends_with("0\r\n\r\n")); // the last chunk
}

void TstJwtApi::theAuditSaysWhoItWas()
{
    open("s3cret-token");
    const auto started = json::parse(ask(signedFor(), "/flows/held/executions", "POST", "{}").body);
    BATUTA_VERIFY_OK(started);
    const std::string acts = "/executions/" + (*started)["execution_id"].asString();
    QCOMPARE(ask(signedFor(), acts + "/acts/pause", "POST", "{}").status, 202);
    QCOMPARE(ask("s3cret-token", acts + "/acts/resume", "POST", "{}").status, 202);
    QCOMPARE(ask(signedFor(), acts + "/cancel", "POST").status, 202);
    const auto audit = json::parse(ask(signedFor(), "/audit").body);
    BATUTA_VERIFY_OK(audit);
    QStringList who;
    for (const json::Value &entry : (*audit)["entries"].asArray())
        who << shown(entry["verb"].asString() + " " + entry["who"].asString());
    QCOMPARE(who, (QStringList{"cancel jwt:ana@id.example", "resume api", "pause jwt:ana@id.example"}));
}

void TstJwtApi::nobodyPassesForTheToken()
{
    open("s3cret-token");
    const auto claims = [](const QByteArray &more) {
        return R"({"iss":"https://id.example","aud":"batuta","exp":1795271460)" + more + '}';
    };
    const std::string api = m_signer.token(Algorithm::RS256, claims(R"(,"sub":"api")"), R"("kid":"rsa")");
    const std::string nameless = m_signer.token(Algorithm::RS256, claims({}), R"("kid":"rsa")");
    const auto started = json::parse(ask(api, "/flows/asked/executions", "POST", "{}").body);
    BATUTA_VERIFY_OK(started);
    const std::string execution = "/executions/" + (*started)["execution_id"].asString();
    const std::string acts = execution + "/acts/";
    QCOMPARE(ask(nameless, acts + "pause", "POST", "{}").status, 202);
    QCOMPARE(ask(nameless, acts + "resume", "POST", "{}").status, 202);
    const auto answered = [&] {
        return ask(api, acts + "answer", "POST", R"({"step":"a","data":{"approved":true}})").status == 202;
    };
    const auto start = std::chrono::steady_clock::now();
    while (!answered()) // it waits for nobody yet
        QVERIFY(std::chrono::steady_clock::now() < start + 20s);
    const auto isBy = [&] { return ask(api, execution).body.find(R"("by":"jwt:api")") != std::string::npos; };
    while (!isBy())
        QVERIFY(std::chrono::steady_clock::now() < start + 20s);
    const std::string audit = ask(api, "/audit").body;
    QVERIFY2(audit.find(R"("who":"jwt:api")") != std::string::npos, audit.c_str());
    QVERIFY2(audit.find(R"("who":"jwt:")") != std::string::npos, audit.c_str());
    QVERIFY2(audit.find(R"("who":"api")") == std::string::npos, audit.c_str());
}

void TstJwtApi::actsWithTheRolesOfTheToken()
{
    open("s3cret-token");
    const auto reveal = [this](const std::string &token) {
        return ask(token, "/acts/reveal_secret", "POST", R"({"subject":"dev/A_TOKEN"})").status;
    };
    QCOMPARE(reveal("s3cret-token"), 202);
    QCOMPARE(reveal(signedFor()), 403);
    QCOMPARE(reveal(signedFor(R"(,"roles":["ops"])")), 403);
    QCOMPARE(reveal(signedFor(R"(,"roles":["ops","secrets.reveal"])")), 202);
    QCOMPARE(reveal(signedFor(R"(,"roles":"secrets.reveal ops")")), 202);
    QCOMPARE(reveal(signedFor(R"(,"roles":["*"])")), 202);
    QCOMPARE(reveal(signedFor(R"(,"scope":"secrets.reveal")")), 403); // another claim than the settings name
}

void TstJwtApi::aFlowsTextWantsEveryRole()
{
    open("");
    json::Object body{{"text", "batuta: 1\nname: draft\nsteps:\n  a: {set: {x: 1}}\n"},
                      {"trigger", "editor"},
                      {"flow", "draft"}};
    const std::string text = json::write(json::Value(std::move(body)));
    const tests::RawAnswer refused = ask(signedFor(R"(,"roles":["ops"])"), "/executions", "POST", text);
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.body.find("every role") != std::string::npos);
    const tests::RawAnswer taken = ask(signedFor(R"(,"roles":["*"])"), "/executions", "POST", text);
    QVERIFY2(taken.status == 202, taken.body.c_str());
}

void TstJwtApi::keysLetAnOpenAddressListen()
{
    open("");
    m_house->run([this](tests::House &house) {
        api::ApiOptions options;
        options.address = "0.0.0.0";
        options.port = 0;
        QVERIFY(!api::ApiServer(*house.engine, house.metrics, options).listen());
        options.jwt = m_checker;
        QVERIFY(api::ApiServer(*house.engine, house.metrics, options).listen());
    });
}

QTEST_APPLESS_MAIN(TstJwtApi)
#include "tst_jwt_api.moc"
