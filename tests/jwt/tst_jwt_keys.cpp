// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/base64url.h"
#include "tests/support/jwt/outside_signer.h"
#include "tests/support/verify.h"

using namespace batuta;
using jwt::Algorithm;
using test::shown;

/// Which keys are taken, and for what; and the one spelling of bytes.
class TstJwtKeys : public QObject
{
    Q_OBJECT

private slots:
    void takesAStrongKeyForItsAlgorithm_data();
    void takesAStrongKeyForItsAlgorithm();
    void refusesAWeakSecret_data();
    void refusesAWeakSecret();
    void refusesAKeyThatDoesNotFit_data();
    void refusesAKeyThatDoesNotFit();
    void noByteOfAKeyIsInAnError();
    void bytesHaveOneSpelling_data();
    void bytesHaveOneSpelling();

private:
    std::string materialFor(const QString &kind);
    test::OutsideSigner m_signer;
};

void TstJwtKeys::takesAStrongKeyForItsAlgorithm_data()
{
    QTest::addColumn<int>("algorithm");
    for (int i = 0; i <= static_cast<int>(Algorithm::EdDSA); ++i)
        QTest::newRow(shown(algorithmName(static_cast<Algorithm>(i))).toUtf8()) << i;
}

void TstJwtKeys::takesAStrongKeyForItsAlgorithm()
{
    QFETCH(int, algorithm);
    const auto wanted = static_cast<Algorithm>(algorithm);
    QCOMPARE(static_cast<int>(*jwt::algorithmOf(algorithmName(wanted))), algorithm);
    const Result<jwt::Key> key = jwt::Key::make("a", wanted, m_signer.material(wanted));
    BATUTA_VERIFY_OK(key);
    QCOMPARE(shown(key->id()), "a");
    QVERIFY(key->algorithm() == wanted);
    QVERIFY(!key->verifies("text", ""));
    QVERIFY(!key->verifies("", std::string(256, 'x')));
}

void TstJwtKeys::refusesAWeakSecret_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("taken");
    QTest::newRow("HS256, empty") << 0 << 0 << false;
    QTest::newRow("HS256, 31 bytes") << 0 << 31 << false;
    QTest::newRow("HS256, 32 bytes") << 0 << 32 << true;
    QTest::newRow("HS384, 47 bytes") << 1 << 47 << false;
    QTest::newRow("HS384, 48 bytes") << 1 << 48 << true;
    QTest::newRow("HS512, 63 bytes") << 2 << 63 << false;
    QTest::newRow("HS512, 64 bytes") << 2 << 64 << true;
    QTest::newRow("HS256, 4096 bytes") << 0 << 4096 << true;
    QTest::newRow("HS256, 4097 bytes") << 0 << 4097 << false;
}

void TstJwtKeys::refusesAWeakSecret()
{
    QFETCH(int, algorithm);
    QFETCH(int, bytes);
    const auto key = jwt::Key::make({}, static_cast<Algorithm>(algorithm),
                                    std::string(static_cast<std::size_t>(bytes), 'x'));
    QTEST(key.has_value(), "taken");
    if (!key)
        BATUTA_VERIFY_ERROR(key, ErrorCode::FlowBadValue);
}

std::string TstJwtKeys::materialFor(const QString &kind)
{
    if (kind == "nothing")
        return {};
    if (kind == "words")
        return "-----BEGIN PUBLIC KEY-----\nno key\n-----END PUBLIC KEY-----\n";
    if (kind.startsWith("RSA "))
        return m_signer.publicKey(
            {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:" + kind.section(' ', 1)});
    if (kind.startsWith("EC "))
        return m_signer.publicKey(
            {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + kind.section(' ', 1)});
    return m_signer.publicKey({"-algorithm", kind});
}

void TstJwtKeys::refusesAKeyThatDoesNotFit_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("algorithm");
    const auto row = [](const char *kind, Algorithm algorithm) {
        QTest::addRow("%s for %s", kind, algorithmName(algorithm).data())
            << kind << static_cast<int>(algorithm);
    };
    row("RSA 1024", Algorithm::RS256);
    row("RSA 2047", Algorithm::RS512);
    row("RSA 1024", Algorithm::PS256);
    row("RSA-PSS", Algorithm::RS256);
    row("RSA 2048", Algorithm::ES256);
    row("RSA 2048", Algorithm::EdDSA);
    row("RSA 2048", Algorithm::HS256); // a public key is no secret
    row("EC P-256", Algorithm::HS256);
    row("EC P-256", Algorithm::ES384);
    row("EC P-384", Algorithm::ES256);
    row("EC P-521", Algorithm::ES384);
    row("EC secp256k1", Algorithm::ES256);
    row("EC P-256", Algorithm::RS256);
    row("EC P-256", Algorithm::EdDSA);
    row("ED25519", Algorithm::ES256);
    row("ED25519", Algorithm::RS256);
    row("ED448", Algorithm::EdDSA);
    row("X25519", Algorithm::EdDSA);
    row("nothing", Algorithm::RS256);
    row("words", Algorithm::ES256);
}

void TstJwtKeys::refusesAKeyThatDoesNotFit()
{
    QFETCH(QString, kind);
    QFETCH(int, algorithm);
    BATUTA_VERIFY_ERROR(jwt::Key::make("a", static_cast<Algorithm>(algorithm), materialFor(kind)),
                        ErrorCode::FlowBadValue);
}

void TstJwtKeys::noByteOfAKeyIsInAnError()
{
    const auto secret = jwt::Key::make("a", Algorithm::HS256, "too-short-a-secret");
    QVERIFY(errorText(secret.error()).find("too-short-a-secret") == std::string::npos);
    QCOMPARE(
        shown(errorText(secret.error())),
        "The value is not allowed: key a for HS256, the secret is shorter than 32 bytes [flow.bad_value]");
    const auto words = jwt::Key::make("a", Algorithm::RS256, materialFor("words"));
    QVERIFY(errorText(words.error()).find("no key\n") == std::string::npos);
}

void TstJwtKeys::bytesHaveOneSpelling_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("taken");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("one byte") << QByteArray("_w") << true;
    QTest::newRow("two bytes") << QByteArray("A-w") << true;
    QTest::newRow("three bytes") << QByteArray("A-z_") << true;
    QTest::newRow("a letter alone") << QByteArray("A") << false;
    QTest::newRow("five letters") << QByteArray("AAAAA") << false;
    QTest::newRow("padding") << QByteArray("_w==") << false;
    QTest::newRow("bits left over") << QByteArray("_x") << false;
    QTest::newRow("bits left over of two") << QByteArray("A-x") << false;
    QTest::newRow("plus") << QByteArray("A+z_") << false;
    QTest::newRow("slash") << QByteArray("A-z/") << false;
    QTest::newRow("blank") << QByteArray("A-z ") << false;
    QTest::newRow("line end") << QByteArray("A-z_\n") << false;
    QTest::newRow("NUL") << QByteArray("A-z\0", 4) << false;
    QTest::newRow("above ASCII") << QByteArray("A-z\xc1") << false;
}

void TstJwtKeys::bytesHaveOneSpelling()
{
    QFETCH(QByteArray, text);
    const auto bytes = jwt::decodeBase64Url(text.toStdString());
    QTEST(bytes.has_value(), "taken");
    if (bytes)
        QCOMPARE(test::base64Url(QByteArray::fromStdString(*bytes)), text);
}

QTEST_APPLESS_MAIN(TstJwtKeys)
#include "tst_jwt_keys.moc"
