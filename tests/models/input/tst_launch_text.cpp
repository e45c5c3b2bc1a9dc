// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Copied command lines mean in a real shell what was launched, and hold no secret.
#include "engine/json/json.h"
#include "views/models/input/launch_text.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class LaunchText : public QObject
{
    Q_OBJECT

private slots:
    void aQuotedWordComesBackFromTheShell_data();
    void aQuotedWordComesBackFromTheShell();
    void theRunCommandGivesTheInput();
    void theCurlCommandGivesMethodAddressAndBody();
    void withoutAFlowTheRoutesChoose();
    void secretsBecomeVariables();
    void aMissingSecretStopsTheCommand();
    void aRecordedRequestBecomesACommand();
};

namespace {

json::Value parsed(const char *text)
{
    return json::parse(text).value();
}

/// What /bin/sh prints for `script`.
struct Shell
{
    explicit Shell(const QString &script, const QStringList &variables = {})
    {
        QProcess process;
        process.setEnvironment(QProcess::systemEnvironment() + variables);
        process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
        QSignalSpy ended(&process, &QProcess::finished);
        if (process.state() != QProcess::NotRunning)
            ended.wait();
        code = process.exitCode();
        out = process.readAllStandardOutput();
        error = process.readAllStandardError();
    }
    int code = -1;
    QByteArray out, error;
};

/// `curl` and `batuta` that print their arguments, each with its length, and their input.
const QString kFakes = QStringLiteral("args() { for a in \"$@\"; do printf '<%s>' \"$a\"; done; }\n"
                                      "curl() { args \"$@\"; }\n"
                                      "batuta() { args \"$@\"; cat; }\n");

} // namespace

void LaunchText::aQuotedWordComesBackFromTheShell_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("usr_48213");
    QTest::newRow("empty") << QString();
    QTest::newRow("quotes") << QStringLiteral("it's \"so\" 'quoted'");
    QTest::newRow("only quotes") << QStringLiteral("'''");
    QTest::newRow("substitution") << QStringLiteral("$(rm -rf x) `id` ${HOME} $HOME \\$x");
    QTest::newRow("lines") << QStringLiteral("one\ntwo\r\n\tthree");
    QTest::newRow("history") << QStringLiteral("!! !x #no comment ; & | > < * ? [a] ~ {a,b}");
    QTest::newRow("backslashes") << QStringLiteral("C:\\new\\table\\");
    QTest::newRow("dash") << QStringLiteral("--data @/etc/passwd");
    QTest::newRow("letters") << QString::fromUtf8("ção 日本 😀");
}

void LaunchText::aQuotedWordComesBackFromTheShell()
{
    QFETCH(QString, text);
    QCOMPARE(QString::fromUtf8(Shell(QStringLiteral("printf '%s' ") + shellQuoted(text)).out), text);
}

void LaunchText::theRunCommandGivesTheInput()
{
    const json::Value input = parsed(R"({"user_id": "o'neil $HOME", "n": 3, "list": ["a\nb", null]})");
    const Shell shell(kFakes + batutaRunCommand("update_profile", input));
    QVERIFY2(shell.code == 0, shell.error);
    const QByteArray head = "<run><update_profile><--input><->";
    QVERIFY2(shell.out.startsWith(head), shell.out);
    QCOMPARE(json::parse(shell.out.mid(head.size()).toStdString()).value() == input, true);
    QVERIFY(batutaRunCommand("", input).isEmpty());

    Launch launch;
    launch.flow = "update_profile";
    launch.environment = "staging";
    QVERIFY(batutaRunCommand(launch).endsWith(u"--env staging"));
}

void LaunchText::theCurlCommandGivesMethodAddressAndBody()
{
    const Shell shell(kFakes + curlCommand("first_login", parsed(R"({"user_id": "u'1"})")));
    QVERIFY2(shell.code == 0, shell.error);
    QVERIFY2(shell.out.contains("<-X><POST><http://127.0.0.1:8080/flows/first_login/executions>"), shell.out);
    QVERIFY2(shell.out.contains("<Content-Type: application/json>"), shell.out);
    QVERIFY2(shell.out.contains("\"u'1\""), shell.out);
}

void LaunchText::withoutAFlowTheRoutesChoose()
{
    QVERIFY(curlCommand("", parsed("{}")).contains(u"http://127.0.0.1:8080/orchestrate"));
}

void LaunchText::secretsBecomeVariables()
{
    Launch launch;
    launch.flow = "f";
    launch.secrets = {"pin"};
    launch.input =
        parsed(R"({"pin": "12345678", "a": {"api_key": "k-very-secret"}, "old": "***", "gone_token": null})");
    for (const QString &text : {curlCommand(launch), batutaRunCommand(launch)}) {
        QVERIFY(!text.contains(u"12345678"));
        QVERIFY(!text.contains(u"k-very-secret"));
        QVERIFY(!text.contains(u"***"));
        QVERIFY(!text.contains(u"GONE_TOKEN"));
        const Shell shell(kFakes + text, {"PIN=p i'n", "API_KEY=k", "OLD=o"});
        QVERIFY2(shell.code == 0, shell.error);
        QVERIFY2(shell.out.contains("\"pin\": \"p i'n\""), shell.out);
        QVERIFY2(shell.out.contains("\"api_key\": \"k\""), shell.out);
        QVERIFY2(shell.out.contains("\"old\": \"o\""), shell.out);
    }
}

void LaunchText::aMissingSecretStopsTheCommand()
{
    const Shell shell(kFakes + curlCommand("f", parsed(R"({"match_candidato_token": "abc"})")));
    QVERIFY(shell.code != 0);
    QVERIFY2(shell.out.isEmpty(), shell.out);
    QVERIFY2(shell.error.contains("MATCH_CANDIDATO_TOKEN"), shell.error);
}

void LaunchText::aRecordedRequestBecomesACommand()
{
    const QString text =
        curlOfRequest(QStringLiteral("PUT"), QStringLiteral("http://h/a?b=[1]&c='x'"),
                      {{QStringLiteral("Authorization"), QStringLiteral("Bearer s3cr3t-value")},
                       {QStringLiteral("X-Api-Key"), QStringLiteral("***")},
                       {QStringLiteral("X-Empty"), QString()},
                       {QStringLiteral("X-Note"), QStringLiteral("it's\r\nfine")}},
                      QStringLiteral("@not a file, it's text"));
    QVERIFY(!text.contains(u"s3cr3t"));
    const Shell shell(kFakes + text, {"AUTHORIZATION_TOKEN=t1", "X_API_KEY=k1"});
    QVERIFY2(shell.code == 0, shell.error);
    QCOMPARE(QString::fromUtf8(shell.out),
             QStringLiteral("<-sS><-g><-X><PUT><http://h/a?b=[1]&c='x'><-H><Authorization: Bearer t1>"
                            "<-H><X-Api-Key: k1><-H><X-Empty;><-H><X-Note: it'sfine>"
                            "<--data-raw><@not a file, it's text>"));
}

QTEST_GUILESS_MAIN(LaunchText)
#include "tst_launch_text.moc"
