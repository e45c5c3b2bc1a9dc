// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"
#include "tests/support/jwt/outside_signer.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace batuta;
using jwt::Algorithm;
using test::Finished;

/// `batuta serve` that takes JSON Web Tokens, and `batuta` as the client that sends one.
class TestCliJwt : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
    }
    void cleanup() { m_programs.reset(); }

    void takesTokensOfAnIssuer();
    void theWorkspaceNamesTheKeys();
    void doesNotStartWithAWrongKey();

private:
    QByteArray token(Algorithm algorithm, int seconds);
    Finished executions(const QString &url, const QByteArray &token) const
    {
        m_programs->write("token", token + '\n');
        return m_programs->batuta({"executions", "--engine", url, "--token-file", "token"});
    }

    std::unique_ptr<test::Programs> m_programs;
    test::OutsideSigner m_signer;
};

QByteArray TestCliJwt::token(Algorithm algorithm, int seconds)
{
    const QByteArray exp = QByteArray::number(QDateTime::currentSecsSinceEpoch() + seconds);
    return QByteArray::fromStdString(m_signer.token(
        algorithm, R"({"iss":"https://id.example","aud":"batuta","sub":"ana","exp":)" + exp + "}",
        R"("kid":"a")"));
}

void TestCliJwt::takesTokensOfAnIssuer()
{
    m_programs->write("keys/a.pem", QByteArray::fromStdString(m_signer.material(Algorithm::ES256)));
    m_programs->write("keys/jwt.yaml", "issuer: https://id.example\naudience: batuta\nleeway: 0s\n"
                                       "keys: [{id: a, alg: ES256, file: a.pem}]\n");
    // An open address: the keys are enough to listen there.
    QString url = m_programs->serve({"--address", "0.0.0.0", "--jwt", "keys/jwt.yaml"});
    QVERIFY(!url.isEmpty());
    url.replace("0.0.0.0", "127.0.0.1");
    QCOMPARE(m_programs->batuta({"executions", "--engine", url}).exitCode, 4);
    const Finished taken = executions(url, token(Algorithm::ES256, 300));
    QVERIFY2(taken.exitCode == 0, taken.err);
    QCOMPARE(executions(url, token(Algorithm::ES256, -1)).exitCode, 4);
    QCOMPARE(executions(url, token(Algorithm::HS256, 300)).exitCode, 4);
    const QByteArray log = m_programs->shell("cat .batuta/logs/batuta.log").out;
    QVERIFY2(log.contains("it has expired") && log.contains("its alg is not that of the key"), log);
    QVERIFY(!log.contains(token(Algorithm::ES256, 300).left(60)));
}

void TestCliJwt::theWorkspaceNamesTheKeys()
{
    const QByteArray secret = QByteArray::fromStdString(m_signer.material(Algorithm::HS256));
    m_programs->shell("printf '\\nHOUSE_SECRET=\"%s\"\\n' '" + QString(secret) + "' >> .env");
    m_programs->shell(
        "printf 'jwt: {audience: batuta, keys: [{id: a, alg: HS256, secret: HOUSE_SECRET}]}\\n' "
        ">> batuta.yaml");
    m_programs->write("opaque", "let-me-in-as-well\n");
    const QString url = m_programs->serve({"--token-file", "opaque"});
    QVERIFY(!url.isEmpty());
    const Finished jwt = executions(url, token(Algorithm::HS256, 300));
    QVERIFY2(jwt.exitCode == 0, jwt.err);
    QCOMPARE(executions(url, "let-me-in-as-well").exitCode, 0);
    QCOMPARE(executions(url, "let-me-in").exitCode, 4);
    const Finished found = m_programs->shell("grep -rlF '" + QString(secret) + "' . --include='*' | sort");
    QCOMPARE(found.out.trimmed(), QByteArray("./.env"));
    const QString process = "/proc/" + QString::number(m_programs->engine().processId());
    QVERIFY(!m_programs->shell("tr '\\0' ' ' < " + process + "/cmdline").out.contains(secret));
}

void TestCliJwt::doesNotStartWithAWrongKey()
{
    const auto said = [this](const QByteArray &settings) {
        m_programs->write("jwt.yaml", settings);
        const Finished serve = m_programs->batuta({"serve", "--port", "0", "--jwt", "jwt.yaml"});
        return serve.exitCode == 0 ? QByteArray("it started") : serve.err;
    };
    m_programs->write("open.secret", QByteArray(64, 's'));
    const QByteArray open = said("keys: [{alg: HS256, file: open.secret}]\n");
    QVERIFY2(open.contains("others may read") && open.contains("chmod 600"), open);
    QFile::setPermissions(m_programs->folder() + "/open.secret", QFile::ReadOwner);
    const QByteArray none = said("keys: [{alg: none, file: open.secret}]\n");
    QVERIFY2(none.contains("no such alg: none"), none);
    const QByteArray secretAsKey = said("keys: [{alg: RS256, file: open.secret}]\n");
    QVERIFY2(secretAsKey.contains("it is no public key in PEM") && !secretAsKey.contains("ssss"),
             secretAsKey);
    QVERIFY(said("keys: [{alg: RS256, file: nowhere.pem}]\n").contains("file.unreadable"));
}

QTEST_GUILESS_MAIN(TestCliJwt)
#include "tst_cli_jwt.moc"
