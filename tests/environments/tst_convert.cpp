// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/convert.h"
#include "engine/environments/service_env.h"
#include "tests/support/verify.h"

#include <QProcess>
#include <QStandardPaths>

using namespace batuta;
using namespace batuta::environments;
using batuta::test::shown;

namespace {

QString converted(const QString &text, EnvFormat from, ConvertOptions options, QString *leftOut = nullptr)
{
    const Result<EnvText> file = EnvText::read(text.toStdString(), from, "f");
    if (!file)
        return "unreadable: " + shown(codeName(file.error().code));
    const Result<Converted> out = convert(*file, options);
    if (!out)
        return "refused: " + shown(errorText(out.error()));
    for (const Error &error : out->leftOut)
        if (leftOut)
            *leftOut += shown(error.subject) + ' ';
    return shown(out->text);
}

} // namespace

class TestConvert : public QObject
{
    Q_OBJECT

private slots:
    void quotesEveryValueOfYaml();
    void keepsCommentsAndOrder();
    void goesBack();
    void leavesOutWhatCloudRunReserves();
    void theLastOfSeveralCounts();
    void refusesWhatHasProblems();
    void sayTheSameToPython();
    void referencesAreNoValuesOfAnEnvVarsFile();
    void aServiceRefersToItsSecrets();
    void aServiceLeavesOutWhatItCannotSay();
};

void TestConvert::quotesEveryValueOfYaml()
{
    QCOMPARE(converted("A=yes\nB=012\nC=1e3\nD=12:30:45\nE2=null\nF=\nG=\"a\\nb\"\nH='x \"y\" \\z'\n",
                       EnvFormat::Dotenv, {EnvFormat::Yaml, false}),
             QString("A: \"yes\"\nB: \"012\"\nC: \"1e3\"\nD: \"12:30:45\"\nE2: \"null\"\nF: \"\"\n"
                     "G: \"a\\nb\"\nH: \"x \\\"y\\\" \\\\z\"\n"));
}

void TestConvert::keepsCommentsAndOrder()
{
    QCOMPARE(converted("\xEF\xBB\xBF# head\r\n\r\nexport B = 2 # two\r\n  # in between\r\nA: 1\r\n# end",
                       EnvFormat::Dotenv, {EnvFormat::Yaml, false}),
             QString("# head\n\nB: \"2\" # two\n# in between\nA: \"1\"\n# end\n"));
    // What ends a line for YAML alone would end the comment there.
    QCOMPARE(converted("# a\xE2\x80\xA8"
                       "b\nA=1 # c\xC2\x85"
                       "d\n",
                       EnvFormat::Dotenv, {EnvFormat::Yaml, false}),
             QString("# a b\nA: \"1\" # c d\n"));
}

void TestConvert::goesBack()
{
    QCOMPARE(converted("---\n# c\nA: 'it''s' # one\nB: |\n  x\n  y\nC: 8080\n", EnvFormat::Yaml,
                       {EnvFormat::Dotenv, false}),
             QString("# c\nA=\"it's\" # one\nB=\"x\\ny\\n\"\nC=8080\n"));
    QCOMPARE(converted("{A: '1', B: two}", EnvFormat::Yaml, {EnvFormat::Dotenv, false}),
             QString("A=1\nB=two\n"));
    QCOMPARE(converted("A: \"'\\\"`#\"\n", EnvFormat::Yaml, {EnvFormat::Dotenv, false}).left(8),
             QString("refused:"));
}

void TestConvert::leavesOutWhatCloudRunReserves()
{
    QString out;
    QCOMPARE(converted("PORT=8080\nA=1\nK_SERVICE=x\nX_GOOGLE_A=1\n", EnvFormat::Dotenv,
                       {EnvFormat::Yaml, true}, &out),
             QString("A: \"1\"\n"));
    QCOMPARE(out, QString("PORT K_SERVICE X_GOOGLE_A "));
    QCOMPARE(converted("PORT=8080\n", EnvFormat::Dotenv, {EnvFormat::Yaml, false}),
             QString("PORT: \"8080\"\n"));
}

void TestConvert::theLastOfSeveralCounts()
{
    QString out;
    QCOMPARE(converted("A=1\nB=2\nA=3\n", EnvFormat::Dotenv, {EnvFormat::Yaml, false}, &out),
             QString("B: \"2\"\nA: \"3\"\n"));
    QCOMPARE(out, QString("A "));
}

void TestConvert::refusesWhatHasProblems()
{
    QVERIFY(
        converted("A=1\nwhat\n", EnvFormat::Dotenv, {EnvFormat::Yaml, false}).startsWith("refused: f:2:1"));
    QVERIFY(converted("A: [1]\n", EnvFormat::Yaml, {EnvFormat::Dotenv, false}).startsWith("refused: f:1:4"));
}

/// gcloud is Python: what its YAML reader makes of our file is what is deployed.
void TestConvert::sayTheSameToPython()
{
    const QString python = QStandardPaths::findExecutable("python3");
    QProcess check;
    if (!python.isEmpty()) {
        check.start(python, {"-c", "import yaml"});
        check.waitForFinished();
    }
    if (python.isEmpty() || check.exitCode() != 0)
        QSKIP("python3-yaml is not installed");
    const QString yaml = converted("A=yes\nB=012\nC=1e3\nD=12:30:45\nE=~\nF='a: b # c'\nG=\"é\\n\"\n",
                                   EnvFormat::Dotenv, {EnvFormat::Yaml, false});
    QProcess reader;
    reader.start(python, {"-c", "import sys,yaml,json;print(json.dumps(yaml.safe_load(sys.stdin.buffer)))"});
    reader.write(yaml.toUtf8());
    reader.closeWriteChannel();
    QVERIFY(reader.waitForFinished());
    QCOMPARE(QString(reader.readAll().trimmed()),
             QString(R"({"A": "yes", "B": "012", "C": "1e3", "D": "12:30:45", "E": "~", "F": "a: b # c", )"
                     R"("G": "\u00e9\n"})"));
}

void TestConvert::referencesAreNoValuesOfAnEnvVarsFile()
{
    QString leftOut;
    const QString text = "A=1\nB=sm://projects/my-project/secrets/b/versions/1\n";
    QCOMPARE(converted(text, EnvFormat::Dotenv, {EnvFormat::Yaml, true}, &leftOut), QString("A: \"1\"\n"));
    QCOMPARE(leftOut, QString("B "));
    QVERIFY(
        converted(text, EnvFormat::Dotenv, {EnvFormat::Yaml, false}).contains("sm://")); // a copy keeps it
}

void TestConvert::aServiceRefersToItsSecrets()
{
    const ServiceEnv service = serviceEnv({{"A", "yes: \"x\"\n"},
                                           {"B", "sm://projects/my-project/secrets/token/versions/3"},
                                           {"C", "sm://projects/other-project/secrets/token/versions/latest"},
                                           {"D", "sm://projects/my-project/secrets/token/versions/4"}});
    QVERIFY(service.leftOut.empty());
    QCOMPARE(shown(service.text),
             QString("spec:\n  template:\n    metadata:\n      annotations:\n"
                     "        run.googleapis.com/secrets: \"token:projects/my-project/secrets/token,"
                     "token-2:projects/other-project/secrets/token\"\n"
                     "    spec:\n      containers:\n        - env:\n"
                     "            - name: A\n              value: \"yes: \\\"x\\\"\\n\"\n"
                     "            - name: B\n              valueFrom:\n                secretKeyRef:\n"
                     "                  name: \"token\"\n                  key: \"3\"\n"
                     "            - name: C\n              valueFrom:\n                secretKeyRef:\n"
                     "                  name: \"token-2\"\n                  key: \"latest\"\n"
                     "            - name: D\n              valueFrom:\n                secretKeyRef:\n"
                     "                  name: \"token\"\n                  key: \"4\"\n"));
}

void TestConvert::aServiceLeavesOutWhatItCannotSay()
{
    const ServiceEnv service =
        serviceEnv({{"PORT", "8080"},
                    {"A", "sm://projects/my-project/locations/us-east1/secrets/a/versions/1"},
                    {"B", "sm://b"}});
    QCOMPARE(service.leftOut.size(), std::size_t{3});
    QVERIFY(shown(service.text).endsWith("- env: []\n"));
    QVERIFY(serviceEnv({}).leftOut.empty());
}

QTEST_GUILESS_MAIN(TestConvert)
#include "tst_convert.moc"
