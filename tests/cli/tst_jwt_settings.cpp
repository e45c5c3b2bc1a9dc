// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/workspace_file.h"
#include "tests/support/jwt/outside_signer.h"
#include "tests/support/jwt/set_time.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace batuta;
using jwt::Algorithm;
using test::shown;

/// `jwt:` of batuta.yaml and the file of --jwt: what they may say, and where the keys come from.
class TestJwtSettings : public QObject
{
    Q_OBJECT

private slots:
    void readsTheSample();
    void refuses_data();
    void refuses();
    void readsKeysOfFiles();
    void aSecretIsForItsOwnerAlone();
    void aSecretIsTheFileThatWasAskedAbout();
    void readsSecretsOfTheEnvironment();
    void refusesWeakKeys();

private:
    QString write(const QString &name, const QByteArray &content, bool isPrivate = false)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        file.setPermissions(isPrivate ? QFile::ReadOwner | QFile::WriteOwner
                                      : QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        return file.fileName();
    }
    Result<jwt::Verifier> verifierOf(const QByteArray &settings)
    {
        const Result<app::JwtWords> words = app::readJwtFile(write("jwt.yaml", settings).toStdString());
        if (!words)
            return words.error();
        return app::jwtVerifier(*words, [this] {
            ++m_lookUps;
            return env::Environment(m_entries);
        });
    }

    QTemporaryDir m_folder;
    test::OutsideSigner m_signer;
    std::vector<env::Entry> m_entries;
    int m_lookUps = 0;
};

void TestJwtSettings::readsTheSample()
{
    const auto words = app::readJwtFile(BATUTA_SOURCE_DIR "/resources/samples/jwt.yaml");
    BATUTA_VERIFY_OK(words);
    QCOMPARE(shown(words->issuer), "https://login.example/realms/house");
    QCOMPARE(shown(words->audience + " " + words->roles), "batuta /realm_access/roles");
    QVERIFY(words->leeway == std::chrono::seconds(30));
    QCOMPARE(words->keys.size(), 4U);
    QCOMPARE(shown(words->keys[0].file), QString(BATUTA_SOURCE_DIR "/resources/samples/keys/house-2026.pem"));
    QCOMPARE(shown(words->keys[2].id + " " + words->keys[2].algorithm + " " + words->keys[2].secret),
             "nightly HS256 NIGHTLY_SECRET");
    // The same below `jwt:` of a workspace.
    write("batuta.yaml", "jwt:\n  leeway: 5s\n  keys:\n    - {alg: ES256, file: a.pem}\n");
    const auto file = app::readWorkspaceFile(m_folder.path().toStdString());
    BATUTA_VERIFY_OK(file);
    QVERIFY(file->jwt && file->jwt->leeway == std::chrono::seconds(5));
    QCOMPARE(shown(file->jwt->keys.at(0).file), m_folder.filePath("a.pem"));
}

void TestJwtSettings::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("a list") << QByteArray("- a\n") << "jwt.yaml:1:1";
    QTest::newRow("no keys") << QByteArray("issuer: a\n") << "jwt.keys";
    QTest::newRow("an empty list") << QByteArray("keys: []\n") << "jwt.keys";
    QTest::newRow("unknown key") << QByteArray("isuer: a\nkeys: [{alg: RS256, file: a}]\n") << "jwt.yaml:1:1";
    QTest::newRow("unknown key of a key")
        << QByteArray("keys: [{alg: RS256, url: \"https://a\"}]\n") << "jwt.url";
    QTest::newRow("no alg") << QByteArray("keys: [{file: a}]\n") << "no such alg";
    QTest::newRow("none") << QByteArray("keys: [{alg: none, file: a}]\n") << "no such alg: none";
    QTest::newRow("alg in small letters") << QByteArray("keys: [{alg: rs256, file: a}]\n") << "no such alg";
    QTest::newRow("neither file nor secret") << QByteArray("keys: [{alg: HS256}]\n") << "file or secret";
    QTest::newRow("both") << QByteArray("keys: [{alg: HS256, file: a, secret: A_SECRET}]\n")
                          << "file or secret";
    QTest::newRow("a secret for RS256")
        << QByteArray("keys: [{alg: RS256, secret: A_SECRET}]\n") << "file or secret";
    QTest::newRow("a name that is not masked")
        << QByteArray("keys: [{alg: HS256, secret: SIGNING}]\n") << "SIGNING is not masked";
    QTest::newRow("leeway is no time")
        << QByteArray("leeway: long\nkeys: [{alg: RS256, file: a}]\n") << "jwt.leeway";
    QTest::newRow("no such file") << QByteArray("keys: [{alg: RS256, file: nowhere.pem}]\n")
                                  << "file.unreadable";
    QTest::newRow("no such key of the environment")
        << QByteArray("keys: [{alg: HS256, secret: NO_SECRET}]\n") << "secret.missing";
}

void TestJwtSettings::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const auto verifier = verifierOf(text);
    QVERIFY(!verifier);
    QVERIFY2(shown(errorText(verifier.error())).contains(error), errorText(verifier.error()).c_str());
}

void TestJwtSettings::readsKeysOfFiles()
{
    m_lookUps = 0;
    write("rsa.pem", QByteArray::fromStdString(m_signer.material(Algorithm::RS256)));
    const auto verifier = verifierOf(
        "audience: batuta\nroles: roles\nleeway: 0s\nkeys:\n  - {id: a, alg: RS256, file: rsa.pem}\n");
    BATUTA_VERIFY_OK(verifier);
    QCOMPARE(m_lookUps, 0); // nothing wanted the environment
    const std::string token = m_signer.token(
        Algorithm::RS256, R"({"aud":"batuta","exp":1795271460,"roles":["ops"]})", R"("kid":"a")");
    const auto claims = verifier->verify(token, test::kNow);
    BATUTA_VERIFY_OK(claims);
    QCOMPARE(shown(claims->roles.at(0)), "ops");
    QVERIFY(!verifier->verify(token, test::kNow + std::chrono::seconds(60)));
}

void TestJwtSettings::aSecretIsForItsOwnerAlone()
{
    const QByteArray settings = "keys: [{alg: HS512, file: hmac.secret}]\n";
    const QByteArray secret = QByteArray::fromStdString(m_signer.material(Algorithm::HS512));
    write("hmac.secret", secret + '\n');
    const auto open = verifierOf(settings);
    BATUTA_VERIFY_ERROR(open, ErrorCode::FileUnreadable);
    QVERIFY(mendText(open.error()).find("chmod 600") != std::string::npos);
    write("hmac.secret", secret + '\n', true);
    const auto verifier = verifierOf(settings);
    BATUTA_VERIFY_OK(verifier);
    write("long.secret", QByteArray(16 * 1024 + 1, 's'), true);
    BATUTA_VERIFY_ERROR(verifierOf("keys: [{alg: HS512, file: long.secret}]\n"), ErrorCode::FileTooLarge);
    BATUTA_VERIFY_ERROR(verifierOf("keys: [{alg: HS512, file: .}]\n"), ErrorCode::FileUnreadable);
    BATUTA_VERIFY_OK(verifier->verify(m_signer.token(Algorithm::HS512, R"({"exp":1795271460})"), test::kNow));
}

/// Somebody changes what the path leads to all the while: what others may read is never taken.
void TestJwtSettings::aSecretIsTheFileThatWasAskedAbout()
{
    const std::string mine = write("mine", QByteArray(64, 'm'), true).toStdString();
    const std::string open = write("open", "too short a key").toStdString();
    const std::string path = m_folder.filePath("swapped").toStdString(), next = path + ".next";
    const auto leadTo = [&](const std::string &file) {
        return ::symlink(file.c_str(), next.c_str()) == 0 && std::rename(next.c_str(), path.c_str()) == 0;
    };
    QVERIFY(leadTo(mine));
    const auto words =
        app::readJwtFile(write("jwt.yaml", "keys: [{alg: HS256, file: swapped}]\n").toStdString());
    BATUTA_VERIFY_OK(words);
    std::atomic<bool> isOver = false;
    std::thread other([&] {
        while (!isOver && leadTo(open) && leadTo(mine)) {
        }
    });
    int taken = 0, refused = 0;
    for (int i = 0; i < 5'000; ++i) {
        const auto verifier =
            app::jwtVerifier(*words, [] { return env::Environment(std::vector<env::Entry>()); });
        taken += verifier ? 1 : 0;
        refused += !verifier && verifier.error().code == ErrorCode::FileUnreadable ? 1 : 0;
    }
    isOver = true;
    other.join();
    QCOMPARE(taken + refused, 5'000); // the open one is too weak for a key, which would say that it was read
}

void TestJwtSettings::readsSecretsOfTheEnvironment()
{
    m_lookUps = 0;
    m_entries = {{"A_SECRET", m_signer.material(Algorithm::HS256), env::Source::Process, {}},
                 {"B_SECRET", std::string(64, 'b'), env::Source::Process, {}}};
    const auto verifier =
        verifierOf("keys: [{id: a, alg: HS256, secret: A_SECRET}, {id: b, alg: HS256, secret: B_SECRET}]\n");
    BATUTA_VERIFY_OK(verifier);
    QCOMPARE(m_lookUps, 1);
    BATUTA_VERIFY_OK(verifier->verify(
        m_signer.token(Algorithm::HS256, R"({"exp":1795271460})", R"("kid":"a")"), test::kNow));
}

void TestJwtSettings::refusesWeakKeys()
{
    m_entries = {{"A_SECRET", "too-short", env::Source::Process, {}}};
    const auto verifier = verifierOf("keys:\n  - {id: a, alg: HS256, secret: A_SECRET}\n");
    BATUTA_VERIFY_ERROR(verifier, ErrorCode::FlowBadValue);
    const std::string text = errorText(verifier.error());
    QVERIFY2(text.find("jwt.yaml:2:5") != std::string::npos, text.c_str());
    QVERIFY2(text.find("too-short") == std::string::npos, text.c_str());
    write("public.pem", QByteArray::fromStdString(m_signer.material(Algorithm::RS256)), true);
    BATUTA_VERIFY_ERROR(verifierOf("keys: [{alg: HS256, file: public.pem}]\n"), ErrorCode::FlowBadValue);
    BATUTA_VERIFY_ERROR(verifierOf("keys: [{alg: ES256, file: public.pem}]\n"), ErrorCode::FlowBadValue);
}

QTEST_APPLESS_MAIN(TestJwtSettings)
#include "tst_jwt_settings.moc"
