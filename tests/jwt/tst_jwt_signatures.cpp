// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/refusals.h"
#include "engine/jwt/signed_text.h"
#include "tests/support/jwt/outside_signer.h"
#include "tests/support/verify.h"

using namespace batuta;
using jwt::Algorithm;
using test::shown;

namespace {

constexpr const char *kRfcPayload =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
constexpr const char *kRfcSecret =
    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
constexpr const char *kRfcRsa = R"(-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAofgWCuLjybRlzo0tZWJj
NiuSfb4p4fAkd/wWJcyQoTbji9k0l8W26mPddxHmfHQp+Vaw+4qPCJrcS2mJPMEz
P1Pt0Bm4d4QlL+yRT+SFd2lZS+pCgNMsD1W/YpRPEwOWvG6b32690r2jZ47soMZo
9wGzjb/7OMg0LOL+bSf63kpaSHSXndS5z5rexMdbBYUsLA9e+KXBdQOS+UTo7WTB
EMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6/I5IhlJH7aGhyxX
FvUK+DWNmoudF8NAco9/h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXp
oQIDAQAB
-----END PUBLIC KEY-----
)";
constexpr const char *kRfcCurve = R"(-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV7
6e8Tus9uPHvRVEXH8UTNG72bfocs3+257rn0s2ldbqkLJK2KRiMohYjlrQ==
-----END PUBLIC KEY-----
)";
constexpr const char *kRfcEdwards = R"(-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----
)";

QString reasonOf(const Result<jwt::Opened> &opened)
{
    return opened ? QString() : shown(opened.error().detail);
}

} // namespace

/// Whose signature a token has: the examples of the standards, tokens of another program, and every lie
/// about the algorithm or the key.
class TstJwtSignatures : public QObject
{
    Q_OBJECT

private slots:
    void opensTheExamplesOfTheStandards_data();
    void opensTheExamplesOfTheStandards();
    void opensWhatAnotherProgramSigned_data();
    void opensWhatAnotherProgramSigned();
    void numbersOfACurveMayBeginWithZero();
    void refusesNumbersThatAreNone_data();
    void refusesNumbersThatAreNone();
    void refusesATokenWithOneOtherByte_data();
    void refusesATokenWithOneOtherByte();
    void refusesAnotherAlgorithmThanTheKeys_data();
    void refusesAnotherAlgorithmThanTheKeys();
    void aPublicKeyIsNoSecret();
    void theKidNamesAKeyOfOurs_data();
    void theKidNamesAKeyOfOurs();
    void refusesWhatIsNoToken_data();
    void refusesWhatIsNoToken();
    void refusesHeaders_data();
    void refusesHeaders();

private:
    static void addAlgorithms()
    {
        QTest::addColumn<int>("algorithm");
        for (int i = 0; i <= static_cast<int>(Algorithm::EdDSA); ++i)
            QTest::newRow(shown(algorithmName(static_cast<Algorithm>(i))).toUtf8()) << i;
    }
    test::OutsideSigner m_signer;
};

void TstJwtSignatures::opensTheExamplesOfTheStandards_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<QByteArray>("material");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("signature");
    const QByteArray secret = QByteArray::fromBase64(kRfcSecret, QByteArray::Base64UrlEncoding);
    QTest::newRow("RFC 7515 A.1") << static_cast<int>(Algorithm::HS256) << secret
                                  << QByteArray("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9")
                                  << QByteArray(kRfcPayload)
                                  << QByteArray("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QTest::newRow("RFC 7515 A.2") << static_cast<int>(Algorithm::RS256) << QByteArray(kRfcRsa)
                                  << QByteArray("eyJhbGciOiJSUzI1NiJ9") << QByteArray(kRfcPayload)
                                  << QByteArray(
                                         "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7"
                                         "AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4"
                                         "BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K"
                                         "0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqv"
                                         "hJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrB"
                                         "p0igcN_IoypGlUPQGe77Rw");
    QTest::newRow("RFC 7515 A.3")
        << static_cast<int>(Algorithm::ES256) << QByteArray(kRfcCurve) << QByteArray("eyJhbGciOiJFUzI1NiJ9")
        << QByteArray(kRfcPayload)
        << QByteArray("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-"
                      "Kg6NU1Q");
    QTest::newRow("RFC 8037 A.4")
        << static_cast<int>(Algorithm::EdDSA) << QByteArray(kRfcEdwards) << QByteArray("eyJhbGciOiJFZERTQSJ9")
        << QByteArray("RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc")
        << QByteArray("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_"
                      "MuM0KAg");
}

void TstJwtSignatures::opensTheExamplesOfTheStandards()
{
    QFETCH(int, algorithm);
    QFETCH(QByteArray, material);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, signature);
    const auto key = jwt::Key::make({}, static_cast<Algorithm>(algorithm), material.toStdString());
    BATUTA_VERIFY_OK(key);
    const QByteArray token = header + '.' + payload + '.' + signature;
    const auto opened = jwt::openSigned(token.toStdString(), {*key});
    BATUTA_VERIFY_OK(opened);
    QCOMPARE(test::base64Url(QByteArray::fromStdString(opened->payload)), payload);
}

void TstJwtSignatures::opensWhatAnotherProgramSigned_data()
{
    addAlgorithms();
}

void TstJwtSignatures::opensWhatAnotherProgramSigned()
{
    QFETCH(int, algorithm);
    const auto wanted = static_cast<Algorithm>(algorithm);
    const jwt::Key key = m_signer.key(wanted, "k1");
    for (int i = 0; i < 3; ++i) {
        const QByteArray payload = R"({"n":)" + QByteArray::number(i) + "}";
        const auto opened =
            jwt::openSigned(m_signer.token(wanted, payload, R"("kid":"k1","typ":"JWT")"), {key});
        BATUTA_VERIFY_OK(opened);
        QCOMPARE(shown(opened->payload), QString(payload));
        QCOMPARE(shown(opened->type + " " + opened->keyId), "JWT k1");
    }
}

void TstJwtSignatures::numbersOfACurveMayBeginWithZero()
{
    // Of openssl, which was asked until each number did.
    const auto key = jwt::Key::make({}, Algorithm::ES256, R"(-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEWdXC/4DWdFsSsAHz5a4yHweVsG5t
HN3OqpMjAEe3uMHyIexkRDgCGS7ObMKIV15xiZbd/j1c7KedMKsqmNt96Q==
-----END PUBLIC KEY-----
)");
    BATUTA_VERIFY_OK(key);
    const std::string text = "eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.";
    BATUTA_VERIFY_OK(jwt::openSigned(
        text + "AAqRhoq3kghV2US2vxAuoBEbmsCp61hE71kSOvQdIXYLw3FQ0Z3QNYwecH2k9BaLbb7begBsv5Vy8kpEQPhmZw",
        {*key}));
    BATUTA_VERIFY_OK(jwt::openSigned(
        text + "Pq8YLWhDIsMH5hbISqEJJa9Nh7DIHM9KRzGe-Yl8UNcA3fqLOSBbl1VRMMKg-m7mvf_9N8OhMDa1qbC9WTZKZQ",
        {*key}));
}

void TstJwtSignatures::refusesNumbersThatAreNone_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("ones") << QByteArray(63, '\0') + '\1';
    QTest::newRow("largest") << QByteArray(64, '\xff');
    QTest::newRow("a byte short") << QByteArray(63, '\1');
    QTest::newRow("a byte long") << QByteArray(65, '\1');
    QTest::newRow("of the other curve") << QByteArray(96, '\1');
    QTest::newRow("none") << QByteArray();
    QTest::newRow("DER") << QByteArray::fromHex("3006020101020101");
}

void TstJwtSignatures::refusesNumbersThatAreNone()
{
    QFETCH(QByteArray, signature);
    for (const Algorithm algorithm : {Algorithm::ES256, Algorithm::ES384, Algorithm::EdDSA, Algorithm::RS256,
                                      Algorithm::PS256, Algorithm::HS256})
        QVERIFY(!m_signer.key(algorithm).verifies("text", signature.toStdString()));
}

void TstJwtSignatures::refusesATokenWithOneOtherByte_data()
{
    addAlgorithms();
}

void TstJwtSignatures::refusesATokenWithOneOtherByte()
{
    QFETCH(int, algorithm);
    const auto wanted = static_cast<Algorithm>(algorithm);
    const std::vector<jwt::Key> keys{m_signer.key(wanted)};
    const std::string token = m_signer.token(wanted, R"({"sub":"ana"})");
    BATUTA_VERIFY_OK(jwt::openSigned(token, keys));
    for (std::size_t at = 0; at < token.size(); ++at) {
        for (const char other : {'A', 'B', '_', '.', '=', ' ', '\n'}) {
            std::string tampered = token;
            tampered[at] = other;
            if (tampered != token)
                QVERIFY2(!jwt::openSigned(tampered, keys), tampered.c_str());
        }
        QVERIFY(!jwt::openSigned(token.substr(0, at), keys));
        QVERIFY(!jwt::openSigned(std::string(token).erase(at, 1), keys));
    }
    QVERIFY(!jwt::openSigned(token + "A", keys));
    QVERIFY(!jwt::openSigned(token + "\n", keys));
    QVERIFY(!jwt::openSigned(" " + token, keys));
}

void TstJwtSignatures::refusesAnotherAlgorithmThanTheKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("signer");
    QTest::addColumn<QByteArray>("alg");
    const auto row = [](Algorithm key, Algorithm signer, const char *alg) {
        QTest::addRow("%s for a key for %s", alg, algorithmName(key).data())
            << static_cast<int>(key) << static_cast<int>(signer) << QByteArray(alg);
    };
    for (const Algorithm key : {Algorithm::HS256, Algorithm::RS256, Algorithm::ES256, Algorithm::EdDSA})
        for (const char *alg : {"none", "None", "NONE", "", "hs256", "HS257", "HS512", "RS384", "PS384",
                                "ES512", "ES256K", "Ed25519", "dir"})
            row(key, key, alg);
    // The right key and the right signature, under another name.
    row(Algorithm::RS256, Algorithm::RS384, "RS384");
    row(Algorithm::RS256, Algorithm::PS256, "PS256");
    row(Algorithm::PS256, Algorithm::RS256, "RS256");
    row(Algorithm::HS256, Algorithm::HS384, "HS384");
    row(Algorithm::ES256, Algorithm::HS256, "HS256");
    row(Algorithm::HS256, Algorithm::RS256, "RS256");
}

void TstJwtSignatures::refusesAnotherAlgorithmThanTheKeys()
{
    QFETCH(int, key);
    QFETCH(int, signer);
    QFETCH(QByteArray, alg);
    const auto own = static_cast<Algorithm>(key);
    for (const QByteArray kid : {"", R"(,"kid":"a")"}) {
        const std::string token =
            m_signer.token(static_cast<Algorithm>(signer), "{}", R"("alg":")" + alg + '"' + kid);
        QCOMPARE(reasonOf(jwt::openSigned(token, {m_signer.key(own, "a")})), shown(jwt::reason::kAlgorithm));
        // Also without any signature.
        const std::string bare = token.substr(0, token.rfind('.') + 1);
        QCOMPARE(reasonOf(jwt::openSigned(bare, {m_signer.key(own, "a")})), shown(jwt::reason::kAlgorithm));
    }
}

void TstJwtSignatures::aPublicKeyIsNoSecret()
{
    // The attack: sign with the public key, which everybody knows, as the secret of an HMAC.
    for (const Algorithm own : {Algorithm::RS256, Algorithm::ES256, Algorithm::EdDSA}) {
        const QByteArray pem = QByteArray::fromStdString(m_signer.material(own));
        const QByteArray text = test::base64Url(R"({"alg":"HS256","kid":"a"})") + '.' + test::base64Url("{}");
        const QByteArray token = text + '.' + test::base64Url(m_signer.hmac(text, pem));
        const std::vector<jwt::Key> keys{m_signer.key(own, "a"), m_signer.key(Algorithm::HS256, "b")};
        QCOMPARE(reasonOf(jwt::openSigned(token.toStdString(), keys)), shown(jwt::reason::kAlgorithm));
        const QByteArray nameless = test::base64Url(R"({"alg":"HS256"})") + '.' + test::base64Url("{}");
        const QByteArray second = nameless + '.' + test::base64Url(m_signer.hmac(nameless, pem));
        QCOMPARE(reasonOf(jwt::openSigned(second.toStdString(), keys)), shown(jwt::reason::kSignature));
    }
}

void TstJwtSignatures::theKidNamesAKeyOfOurs_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("says");
    const QByteArray unknown(jwt::reason::kUnknownKey.data());
    QTest::newRow("one of ours") << QByteArray(R"("kid":"second")") << QByteArray();
    QTest::newRow("the other") << QByteArray(R"("kid":"first")")
                               << QByteArray(jwt::reason::kSignature.data());
    QTest::newRow("none, where two are for it") << QByteArray() << QByteArray(jwt::reason::kNoKey.data());
    QTest::newRow("unknown") << QByteArray(R"("kid":"third")") << unknown;
    QTest::newRow("empty") << QByteArray(R"("kid":"")") << unknown;
    QTest::newRow("in another case") << QByteArray(R"("kid":"Second")") << unknown;
    QTest::newRow("a path") << QByteArray(R"("kid":"../../dev/null")") << unknown;
    QTest::newRow("an address") << QByteArray(R"("kid":"https://evil.example/key")") << unknown;
    QTest::newRow("no text") << QByteArray(R"("kid":2)") << QByteArray(jwt::reason::kHeaderMember.data());
}

void TstJwtSignatures::theKidNamesAKeyOfOurs()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, says);
    const auto first = jwt::Key::make("first", Algorithm::HS256, std::string(32, 'x'));
    BATUTA_VERIFY_OK(first);
    const jwt::Key nameless = m_signer.key(Algorithm::RS256);
    const std::vector<jwt::Key> keys{nameless, *first, m_signer.key(Algorithm::HS256, "second")};
    QCOMPARE(reasonOf(jwt::openSigned(m_signer.token(Algorithm::HS256, "{}", header), keys)), QString(says));
    QCOMPARE(reasonOf(jwt::openSigned(m_signer.token(Algorithm::RS256, "{}"), keys)), QString());
}

void TstJwtSignatures::refusesWhatIsNoToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("says");
    const QByteArray form(jwt::reason::kForm.data()), header(jwt::reason::kHeader.data());
    QTest::newRow("nothing") << QByteArray() << form;
    QTest::newRow("words") << QByteArray("let-me-in") << form;
    QTest::newRow("dots") << QByteArray("..") << header;
    QTest::newRow("two parts") << QByteArray("e30.e30") << form;
    QTest::newRow("four parts") << QByteArray("e30.e30.e30.e30") << form;
    QTest::newRow("an encrypted one") << QByteArray("e30.e30.e30.e30.e30") << form;
    QTest::newRow("JSON serialization") << QByteArray(R"({"payload":"e30"})") << form;
    QTest::newRow("padding") << QByteArray("e30=.e30.e30") << form;
    QTest::newRow("a list as header") << "W10.e30." + QByteArray(43, 'A') << header;
    QTest::newRow("too long") << QByteArray(8193, 'a') << QByteArray(jwt::reason::kTooLarge.data());
    QTest::newRow("as long as allowed") << QByteArray(8192, 'a') << form;
    const QByteArray deep =
        test::base64Url(R"({"alg":"HS256","a":)" + QByteArray(9, '[') + QByteArray(9, ']') + '}');
    QTest::newRow("too deep") << deep + ".e30." + QByteArray(43, 'A') << header;
    QTest::newRow("not UTF-8") << test::base64Url("{\"alg\":\"HS256\",\"a\":\"\xff\"}") + ".e30.AA" << header;
}

void TstJwtSignatures::refusesWhatIsNoToken()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, says);
    const auto opened = jwt::openSigned(token.toStdString(), {m_signer.key(Algorithm::HS256)});
    BATUTA_VERIFY_ERROR(opened, ErrorCode::HttpUnauthorized);
    QCOMPARE(reasonOf(opened), QString(says));
}

void TstJwtSignatures::refusesHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("says");
    const QByteArray critical(jwt::reason::kCritical.data()), ownKey(jwt::reason::kOwnKey.data());
    const QByteArray member(jwt::reason::kHeaderMember.data()), form(jwt::reason::kHeader.data());
    const QByteArray alg = R"({"alg":"HS256",)";
    QTest::newRow("crit") << alg + R"("crit":["b64"],"b64":true})" << critical;
    QTest::newRow("an empty crit") << alg + R"("crit":[]})" << critical;
    QTest::newRow("a null crit") << alg + R"("crit":null})" << critical;
    QTest::newRow("jku") << alg + R"("jku":"https://evil.example/keys"})" << ownKey;
    QTest::newRow("jwk") << alg + R"("jwk":{"kty":"oct","k":"AA"}})" << ownKey;
    QTest::newRow("x5u") << alg + R"("x5u":"file:///etc/passwd"})" << ownKey;
    QTest::newRow("x5c") << alg + R"("x5c":["AA"]})" << ownKey;
    QTest::newRow("alg twice") << alg + R"("alg":"HS256"})" << form;
    QTest::newRow("alg twice, one escaped") << alg + R"("\u0061lg":"none"})" << form;
    QTest::newRow("kid twice") << alg + R"("kid":"a","kid":"b"})" << form;
    QTest::newRow("no alg") << QByteArray("{}") << QByteArray(jwt::reason::kAlgorithm.data());
    QTest::newRow("alg is a list") << QByteArray(R"({"alg":["HS256"]})") << member;
    QTest::newRow("alg is null") << QByteArray(R"({"alg":null})") << member;
    QTest::newRow("typ is a number") << alg + R"("typ":1})" << member;
    QTest::newRow("words behind it") << QByteArray(R"({"alg":"HS256"} x)") << form;
    QTest::newRow("two of them") << QByteArray(R"({"alg":"HS256"}{})") << form;
    QTest::newRow("a comment") << QByteArray(R"({"alg":"HS256"/**/})") << form;
}

void TstJwtSignatures::refusesHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, says);
    const auto opened =
        jwt::openSigned(m_signer.tokenOf(Algorithm::HS256, header, "{}"), {m_signer.key(Algorithm::HS256)});
    BATUTA_VERIFY_ERROR(opened, ErrorCode::HttpUnauthorized);
    QCOMPARE(reasonOf(opened), QString(says));
}

QTEST_APPLESS_MAIN(TstJwtSignatures)
#include "tst_jwt_signatures.moc"
