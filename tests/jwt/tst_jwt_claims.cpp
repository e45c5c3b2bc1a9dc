// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/refusals.h"
#include "engine/jwt/verifier.h"
#include "tests/support/jwt/outside_signer.h"
#include "tests/support/jwt/set_time.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace std::chrono_literals;
using jwt::Algorithm;
using test::kNow;
using test::kSeconds;
using test::shown;

/// What a token that is signed must say, and when.
class TstJwtClaims : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatATokenSays();
    void readsRoles_data();
    void readsRoles();
    void refusesClaims_data();
    void refusesClaims();
    void refusesAnAudienceWithoutAName_data();
    void refusesAnAudienceWithoutAName();
    void believesATokenInItsTime_data();
    void believesATokenInItsTime();
    void theLeewayIsASetting();
    void asksForTheTypeOfTheToken_data();
    void asksForTheTypeOfTheToken();
    void refusesSettings();

private:
    Result<jwt::Claims> verify(const QByteArray &claims, jwt::Settings settings = {}, WallTime now = kNow,
                               const QByteArray &header = {})
    {
        settings.keys = {m_signer.key(Algorithm::HS256, "k1")};
        const Result<jwt::Verifier> verifier = jwt::Verifier::make(std::move(settings));
        if (!verifier)
            return verifier.error();
        return verifier->verify(m_signer.token(Algorithm::HS256, claims, header), now);
    }
    static QString reasonOf(const Result<jwt::Claims> &claims)
    {
        return claims ? QString() : shown(claims.error().detail);
    }
    static QByteArray withExpiry(const QByteArray &more);
    test::OutsideSigner m_signer;
};

QByteArray TstJwtClaims::withExpiry(const QByteArray &more)
{
    return R"({"exp":)" + QByteArray::number(qint64{kSeconds + 60}) + more + '}';
}

void TstJwtClaims::givesWhatATokenSays()
{
    const auto claims = verify(withExpiry(R"(,"iss":"https://id.example","sub":"ana","aud":["a","batuta"],)"
                                          R"("iat":1795271400,"nbf":1795271399.5,"more":{"x":1})"),
                               {{}, "https://id.example", "batuta", {}});
    BATUTA_VERIFY_OK(claims);
    QCOMPARE(shown(claims->subject + " " + claims->issuer + " " + claims->keyId),
             "ana https://id.example k1");
    QCOMPARE(claims->audience.size(), 2U);
    QVERIFY(claims->expires == kNow + 60s);
    QVERIFY(claims->issuedAt == kNow);
    QVERIFY(claims->notBefore == kNow - 500ms);
    QVERIFY(claims->roles.empty());
    QCOMPARE(claims->all["more"]["x"].asInteger(), 1);
}

void TstJwtClaims::readsRoles_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("roles");
    QTest::newRow("not asked for") << "" << QByteArray(R"(,"roles":["a"])") << "";
    QTest::newRow("not there") << "roles" << QByteArray() << "";
    QTest::newRow("a list") << "roles" << QByteArray(R"(,"roles":["releases.route","ops"])")
                            << "releases.route,ops";
    QTest::newRow("a text") << "scope" << QByteArray(R"(,"scope":"ops  secrets.reveal")")
                            << "ops,secrets.reveal";
    QTest::newRow("a way") << "/realm_access/roles" << QByteArray(R"(,"realm_access":{"roles":["ops"]})")
                           << "ops";
    QTest::newRow("a way to nothing") << "/realm_access/roles" << QByteArray(R"(,"realm_access":1)") << "";
    QTest::newRow("an address as a name")
        << "https://x/roles" << QByteArray(R"(,"https://x/roles":["ops"])") << "ops";
    QTest::newRow("a number") << "roles" << QByteArray(R"(,"roles":1)") << "refused";
    QTest::newRow("a list of numbers") << "roles" << QByteArray(R"(,"roles":["a",1])") << "refused";
}

void TstJwtClaims::readsRoles()
{
    QFETCH(QString, claim);
    QFETCH(QByteArray, more);
    const auto claims = verify(withExpiry(more), {{}, {}, {}, claim.toStdString()});
    QString roles = claims ? "" : "refused";
    for (const std::string &role : claims ? claims->roles : std::vector<std::string>{})
        roles += (roles.isEmpty() ? "" : ",") + shown(role);
    QTEST(roles, "roles");
}

void TstJwtClaims::refusesClaims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArray &claims, std::string_view why) {
        QTest::newRow(name) << claims << QByteArray(why.data(), static_cast<int>(why.size()));
    };
    const QByteArray right = R"(,"iss":"id","aud":"batuta")";
    row("right", withExpiry(right), "");
    row("aud among others", withExpiry(R"(,"iss":"id","aud":["x","batuta"])"), "");
    row("no JSON", "hello", jwt::reason::kClaims);
    row("a list", "[]", jwt::reason::kClaims);
    row("exp twice", R"({"exp":1,"exp":99999999999})", jwt::reason::kClaims);
    row("sub twice", withExpiry(right + R"(,"sub":"a","s\u0075b":"b")"), jwt::reason::kClaims);
    row("a name twice within", withExpiry(right + R"(,"a":{"b":1,"b":2})"), jwt::reason::kClaims);
    row("too deep", withExpiry(right + R"(,"a":)" + QByteArray(9, '[') + QByteArray(9, ']')),
        jwt::reason::kClaims);
    row("no exp", R"({"iss":"id","aud":"batuta"})", jwt::reason::kNoExpiry);
    for (const char *time : {"\"1795271460\"", "null", "true", "-1", "1e300", "253402300800", "[1795271460]"})
        for (const char *claim : {"exp", "nbf", "iat"})
            row((std::string(claim) + " is " + time).c_str(),
                (QByteArray(claim) == "exp" ? QByteArray("{") : withExpiry(right).chopped(1) + ",") + '"' +
                    claim + "\":" + time + '}',
                jwt::reason::kClaimType);
    row("no iss", withExpiry(R"(,"aud":"batuta")"), jwt::reason::kIssuer);
    row("another iss", withExpiry(R"(,"iss":"id2","aud":"batuta")"), jwt::reason::kIssuer);
    row("iss in capitals", withExpiry(R"(,"iss":"ID","aud":"batuta")"), jwt::reason::kIssuer);
    row("iss is a list", withExpiry(R"(,"iss":["id"],"aud":"batuta")"), jwt::reason::kClaimType);
    row("no aud", withExpiry(R"(,"iss":"id")"), jwt::reason::kAudience);
    row("another aud", withExpiry(R"(,"iss":"id","aud":"batuta2")"), jwt::reason::kAudience);
    row("an empty aud", withExpiry(R"(,"iss":"id","aud":[])"), jwt::reason::kAudience);
    row("aud is a number", withExpiry(R"(,"iss":"id","aud":1)"), jwt::reason::kClaimType);
    row("aud has a number", withExpiry(R"(,"iss":"id","aud":["batuta",1])"), jwt::reason::kClaimType);
    row("sub is a number", withExpiry(right + R"(,"sub":7)"), jwt::reason::kClaimType);
    row("sub with a line end", withExpiry(right + R"(,"sub":"a\nb")"), jwt::reason::kClaimType);
    row("sub too long", withExpiry(right + R"(,"sub":")" + QByteArray(256, 'a') + '"'),
        jwt::reason::kClaimType);
}

void TstJwtClaims::refusesClaims()
{
    QFETCH(QByteArray, claims);
    QFETCH(QByteArray, says);
    const auto read = verify(claims, {{}, "id", "batuta", {}});
    QCOMPARE(reasonOf(read), QString(says));
    if (!read)
        BATUTA_VERIFY_ERROR(read, ErrorCode::HttpUnauthorized);
}

void TstJwtClaims::refusesAnAudienceWithoutAName_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("taken");
    QTest::newRow("no aud") << QByteArray() << true;
    QTest::newRow("a text") << QByteArray(R"(,"aud":"batuta")") << false;
    QTest::newRow("an empty text") << QByteArray(R"(,"aud":"")") << false;
    QTest::newRow("a list") << QByteArray(R"(,"aud":["x","batuta"])") << false;
    QTest::newRow("an empty list") << QByteArray(R"(,"aud":[])") << false;
}

void TstJwtClaims::refusesAnAudienceWithoutAName()
{
    QFETCH(QByteArray, more);
    QFETCH(bool, taken);
    const auto claims = verify(withExpiry(more));
    QCOMPARE(reasonOf(claims), taken ? QString() : shown(jwt::reason::kNoAudience));
}

void TstJwtClaims::believesATokenInItsTime_data()
{
    QTest::addColumn<int>("exp");
    QTest::addColumn<int>("nbf");
    QTest::addColumn<int>("iat");
    QTest::addColumn<QByteArray>("says");
    const QByteArray expired(jwt::reason::kExpired.data()), notYet(jwt::reason::kNotYet.data());
    const QByteArray future(jwt::reason::kFromFuture.data());
    QTest::newRow("now") << 60 << 0 << 0 << QByteArray();
    QTest::newRow("just expired, within the leeway") << -29 << -60 << -60 << QByteArray();
    QTest::newRow("expired at the end of the leeway") << -30 << -60 << -60 << expired;
    QTest::newRow("long expired") << -86'400 << -90'000 << -90'000 << expired;
    QTest::newRow("not yet, within the leeway") << 60 << 30 << 0 << QByteArray();
    QTest::newRow("not yet") << 60 << 31 << 0 << notYet;
    QTest::newRow("of a clock ahead, within the leeway") << 60 << 0 << 30 << QByteArray();
    QTest::newRow("of the future") << 60 << 0 << 31 << future;
}

void TstJwtClaims::believesATokenInItsTime()
{
    QFETCH(int, exp);
    QFETCH(int, nbf);
    QFETCH(int, iat);
    QFETCH(QByteArray, says);
    const auto at = [](int seconds) { return QByteArray::number(qint64{kSeconds} + seconds); };
    const QByteArray claims = R"({"exp":)" + at(exp) + R"(,"nbf":)" + at(nbf) + R"(,"iat":)" + at(iat) + '}';
    QCOMPARE(reasonOf(verify(claims)), QString(says));
}

void TstJwtClaims::theLeewayIsASetting()
{
    const QByteArray claims = withExpiry({});
    jwt::Settings strict, mild;
    strict.leeway = 0s;
    mild.leeway = 5min;
    QVERIFY(verify(claims, strict, kNow + 59s));
    QCOMPARE(reasonOf(verify(claims, strict, kNow + 60s)), shown(jwt::reason::kExpired));
    QVERIFY(verify(claims, mild, kNow + 359s));
    QCOMPARE(reasonOf(verify(claims, mild, kNow + 360s)), shown(jwt::reason::kExpired));
}

void TstJwtClaims::asksForTheTypeOfTheToken_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("taken");
    QTest::newRow("JWT") << QByteArray("JWT") << true;
    QTest::newRow("small") << QByteArray("jwt") << true;
    QTest::newRow("access token") << QByteArray("at+jwt") << true;
    QTest::newRow("with application") << QByteArray("application/at+JWT") << true;
    QTest::newRow("sign-out") << QByteArray("logout+jwt") << false;
    QTest::newRow("security event") << QByteArray("secevent+jwt") << false;
    QTest::newRow("proof") << QByteArray("dpop+jwt") << false;
}

void TstJwtClaims::asksForTheTypeOfTheToken()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, taken);
    const auto claims = verify(withExpiry({}), {}, kNow, R"("typ":")" + type + '"');
    QCOMPARE(reasonOf(claims), taken ? QString() : shown(jwt::reason::kType));
}

void TstJwtClaims::refusesSettings()
{
    const auto code = [](jwt::Settings settings) {
        const auto verifier = jwt::Verifier::make(std::move(settings));
        return verifier ? QString("taken") : shown(codeName(verifier.error().code));
    };
    const jwt::Key key = m_signer.key(Algorithm::HS256, "a"), nameless = m_signer.key(Algorithm::HS512);
    QCOMPARE(code({{key, nameless, nameless}, {}, {}, {}, 0s}), "taken");
    QCOMPARE(code({}), "flow.bad_value");
    QCOMPARE(code({{key, key}}), "flow.bad_value");
    QCOMPARE(code({std::vector<jwt::Key>(33, nameless)}), "flow.bad_value");
    QCOMPARE(code({{key}, {}, {}, {}, -1s}), "flow.bad_value");
    QCOMPARE(code({{key}, {}, {}, {}, 601s}), "flow.bad_value");
}

QTEST_APPLESS_MAIN(TstJwtClaims)
#include "tst_jwt_claims.moc"
