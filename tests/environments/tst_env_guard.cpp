// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What stands around the files: their history, git, and the URLs in them.
#include "engine/environments/env_history.h"
#include "engine/environments/git_guard.h"
#include "engine/environments/url_check.h"
#include "tests/support/net/certificates.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::environments;
using namespace batuta::tests;
using batuta::test::shown;

namespace {

class Folder
{
public:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    void git(const QStringList &words) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.insert("GIT_CONFIG_NOSYSTEM", "1");
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start("git", QStringList{"-c", "user.name=T", "-c", "user.email=t@example.com"} + words);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }
    std::string path() const { return m_folder.path().toStdString(); }
    std::vector<GitDanger> dangers() const { return gitDangers(path(), readWorkspaceFiles(path(), "dev")); }

private:
    QTemporaryDir m_folder;
};

RawServer::Script answering(const std::string &status, std::string *asked = nullptr)
{
    return [status, asked](RawSocket &socket, int) {
        const std::string request = socket.readUntil("\r\n\r\n");
        if (asked)
            *asked = request;
        socket.send("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };
}

std::string urlOf(const RawServer &server, const std::string &scheme = "http")
{
    return scheme + "://localhost:" + std::to_string(server.port()) + "/match?token=planted";
}

} // namespace

class TestEnvGuard : public QObject
{
    Q_OBJECT

private slots:
    void aFileThatGitWouldTakeIsADanger();
    void nothingIsSaidOutsideOfGit();
    void asksUrlsWithoutAnEffect();
    void tellsWhatIsWrongWithAUrl();
    void doesNotTrustStrangers();
    void keepsWhoChangedWhat();
    void keepsNoValueInTheClear();
    void readsOnBehindATornLine();
};

void TestEnvGuard::aFileThatGitWouldTakeIsADanger()
{
    Folder folder;
    folder.git({"init", "-q"});
    folder.write(".env", "A=1\n");
    folder.write(".env.example", "A=\n");
    folder.write(".gitignore", "*.log");
    QCOMPARE(folder.dangers().size(), 1U);
    QVERIFY(folder.dangers()[0].kind == GitDanger::Kind::NotIgnored);
    folder.git({"add", "-A"});
    QVERIFY(folder.dangers()[0].kind == GitDanger::Kind::Staged);
    folder.git({"commit", "-q", "-m", "x"});
    QVERIFY(folder.dangers()[0].kind == GitDanger::Kind::Tracked);
    QVERIFY(shown(dangerText(folder.dangers()[0])).contains("git rm --cached"));
    folder.git({"rm", "-q", "--cached", ".env"});
    QVERIFY(addIgnoreLine(folder.dangers()[0]).has_value());
    QCOMPARE(folder.read(".gitignore"), QByteArray("*.log\n/.env\n"));
    QVERIFY(folder.dangers().empty());
}

void TestEnvGuard::nothingIsSaidOutsideOfGit()
{
    Folder folder;
    folder.write(".env", "A=1\n");
    QVERIFY(folder.dangers().empty());
}

void TestEnvGuard::asksUrlsWithoutAnEffect()
{
    std::string asked;
    {
        RawServer server(answering("204 No Content", &asked));
        const std::vector<UrlAnswer> answers = checkUrls({urlOf(server)});
        QCOMPARE(answers.size(), 1U);
        QVERIFY(answers[0].kind == UrlAnswer::Kind::Fine);
        QVERIFY(answers[0].total.count() > 0);
    }
    QVERIFY2(asked.starts_with("OPTIONS /match?token=planted HTTP/1.1"), asked.c_str());
}

void TestEnvGuard::tellsWhatIsWrongWithAUrl()
{
    RawServer forbidden(answering("403 Forbidden"));
    RawServer unknown(answering("405 Method Not Allowed"));
    RawServer missing(answering("404 Not Found"));
    RawServer broken(answering("503 Service Unavailable"));
    const std::vector<UrlAnswer> answers =
        checkUrls({urlOf(forbidden), urlOf(unknown), urlOf(missing), urlOf(broken), "nonsense",
                   "http://no-such-host.invalid/x", "http://localhost:1/x"});
    QStringList kinds;
    for (const UrlAnswer &answer : answers) {
        kinds << QString::number(int(answer.kind));
        QVERIFY2(answer.detail.find("planted") == std::string::npos, answer.detail.c_str());
        QVERIFY(!answer.detail.empty());
    }
    QCOMPARE(kinds.join(' '), QString("0 0 1 2 6 3 4"));
}

void TestEnvGuard::doesNotTrustStrangers()
{
    const Certificate root({"Root", ""});
    const Certificate leaf({"localhost", "DNS:localhost"}, &root);
    RawServer server([&leaf](RawSocket &socket, int) {
        TlsPeer peer(socket, leaf);
        if (!peer.readUntil("\r\n\r\n").empty())
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
    QVERIFY(checkUrls({urlOf(server, "https")})[0].kind == UrlAnswer::Kind::NoTrust);
    QTemporaryDir folder;
    UrlCheckOptions options;
    options.caFile = folder.filePath("root.pem").toStdString();
    QVERIFY(root.writePem(options.caFile));
    const UrlAnswer answer = checkUrls({urlOf(server, "https")}, options)[0];
    QVERIFY2(answer.kind == UrlAnswer::Kind::Fine, answer.detail.c_str());
    QVERIFY(answer.tls.count() > 0);
}

void TestEnvGuard::keepsWhoChangedWhat()
{
    Folder folder;
    const Result<EnvHistory> history = EnvHistory::open(folder.path());
    QVERIFY(history.has_value());
    QVERIFY(history->newest(10)->empty());
    const WallTime now = WallTime(std::chrono::seconds(1'790'000'000));
    QVERIFY(history->add({now, "ana", "staging", "typo", ".env.staging", {{"A", "1", "2"}, {"B", {}, ""}}}));
    QVERIFY(history->add({now, "rui", "dev", "", ".env", {{"A", "x\ny", {}}}}));
    const auto changes = EnvHistory::open(folder.path())->newest(10);
    QCOMPARE(changes->size(), 2U);
    QCOMPARE(shown((*changes)[0].who), QString("rui"));
    QCOMPARE(shown(*(*changes)[0].keys[0].before), QString("x\ny"));
    QVERIFY(!(*changes)[0].keys[0].after);
    QCOMPARE(shown((*changes)[1].why), QString("typo"));
    QVERIFY((*changes)[1].at == now);
    QVERIFY(!(*changes)[1].keys[1].before);
    QCOMPARE(shown(*(*changes)[1].keys[1].after), QString());
    QCOMPARE(history->newest(1)->size(), 1U);
}

void TestEnvGuard::keepsNoValueInTheClear()
{
    Folder folder;
    QVERIFY(EnvHistory::open(folder.path())
                ->add({{}, "ana", "dev", "", ".env", {{"A", "planted-1", "planted-2"}}}));
    const QByteArray kept = folder.read(".batuta/environments/history.jsonl");
    QVERIFY(kept.contains("\"A\""));
    QVERIFY(!kept.contains("planted"));
}

void TestEnvGuard::readsOnBehindATornLine()
{
    Folder folder;
    const auto history = EnvHistory::open(folder.path());
    QVERIFY(history->add({{}, "ana", "dev", "", ".env", {{"A", "1", "2"}}}));
    const QByteArray whole = folder.read(".batuta/environments/history.jsonl");
    folder.write(".batuta/environments/history.jsonl", whole + whole.left(20));
    QCOMPARE(history->newest(10)->size(), 1U);
    QVERIFY(history->add({{}, "rui", "dev", "", ".env", {{"A", "2", "3"}}}));
    QCOMPARE(shown((*history->newest(10))[0].who), QString("rui"));
}

QTEST_GUILESS_MAIN(TestEnvGuard)
#include "tst_env_guard.moc"
