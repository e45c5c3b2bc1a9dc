// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/matrix.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::environments;
using batuta::test::shown;

namespace {

constexpr const char *kFlow = R"(batuta: 1
name: update
steps:
  call:
    http:
      url: "${{ env.CALL_URL }}"
      auth: {bearer: "${{ env.API_TOKEN }}"}
  maybe:
    needs: [call]
    if: env.MODE == 'fast'
    set: {a: "${{ default(env.EXTRA, 'x') }}"}
)";

class Workspace
{
public:
    void write(const QString &path, const QByteArray &text) const
    {
        const QString whole = m_folder.filePath(path);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    std::string path() const { return m_folder.path().toStdString(); }
    WorkspaceFiles files() const { return readWorkspaceFiles(path(), "dev"); }
    Matrix matrix() const { return matrixOf(files(), keyUsesOf(path()), 0); }

private:
    QTemporaryDir m_folder;
};

QStringList texts(const Matrix &matrix)
{
    QStringList lines;
    for (const Finding &finding : matrix.findings)
        lines << shown(findingText(finding, matrix));
    return lines;
}

} // namespace

class TestMatrix : public QObject
{
    Q_OBJECT

private slots:
    void findsFilesAndEnvironments();
    void knowsWhoUsesAKey();
    void tellsWhatAGapBreaks();
    void findsWrongUrls_data();
    void findsWrongUrls();
    void comparesWithTheReference();
    void neverTellsAValue();
    void showsWhatCannotBeRead();
    void aStoredSecretIsNoGap();
    void urlsThatDoNotWorkAreFindings();
    void referencesAreSecretsThatMayBeSeen();
    void theStoreCountsAndMayHaveAnEnvironmentOfItsOwn();
    void devIsOverTheFilesWithoutASuffix();
    void whatFlowsUseAsASecretIsOne();
};

void TestMatrix::findsFilesAndEnvironments()
{
    Workspace workspace;
    workspace.write(".env", "A=1\n");
    workspace.write("env-vars.yaml", "A: \"2\"\nB: \"3\"\n");
    workspace.write("deployments/env-vars.yaml", "C: \"4\"\n");
    workspace.write("deployments/env-vars.production.yaml", "A: \"5\"\n");
    workspace.write(".env.staging", "A=6\n");
    workspace.write(".env.example", "A=\n");
    workspace.write(".env.bak", "A=7\n");
    workspace.write("flows/x/.env.example", "B=\n");
    const WorkspaceFiles files = workspace.files();
    QCOMPARE(files.templates.size(), 2U);
    QCOMPARE(files.environments.size(), 3U);
    QCOMPARE(shown(files.environments[0].name), QString("dev"));
    QCOMPARE(shown(files.environments[1].name), QString("staging"));
    QCOMPARE(shown(files.environments[2].name), QString("production"));
    QCOMPARE(shown(files.environments[0].find("A")->value), QString("1"));
    QCOMPARE(shown(files.environments[0].find("B")->value), QString("3"));
    QVERIFY(files.environments[0].find("C") == nullptr);
    QCOMPARE(shown(files.environments[2].find("A")->value), QString("5"));
}

void TestMatrix::knowsWhoUsesAKey()
{
    const std::vector<KeyUse> uses = keyUses(kFlow, "f.yaml");
    QStringList lines;
    for (const KeyUse &use : uses)
        lines << QString("%1 %2.%3 %4")
                     .arg(shown(use.key), shown(use.flow), shown(use.step))
                     .arg(int(use.kind));
    lines.sort();
    QCOMPARE(lines, (QStringList{"API_TOKEN update.call 1", "CALL_URL update.call 0", "EXTRA update.maybe 3",
                                 "MODE update.maybe 2"}));
}

void TestMatrix::tellsWhatAGapBreaks()
{
    Workspace workspace;
    workspace.write("flows/x/update.yaml", kFlow);
    workspace.write(".env", "CALL_URL=https://a.b/c\nAPI_TOKEN=t\nMODE=fast\nOLD=1\n");
    workspace.write(".env.staging", "call_url=x\nCALL_URL=\nMODE=fast\n");
    const QStringList found = texts(workspace.matrix());
    QVERIFY2(found.contains("CALL_URL has no value in staging. Skipped: call of update."),
             qPrintable(found.join('\n')));
    QVERIFY2(found.contains("API_TOKEN has no value in staging. Skipped: call of update."),
             qPrintable(found.join('\n')));
    QVERIFY2(found.contains("OLD is used by no flow."), qPrintable(found.join('\n')));
    QVERIFY(!found.join('\n').contains("EXTRA"));
}

void TestMatrix::findsWrongUrls_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind"); // -1: none
    QTest::newRow("good") << "https://a.b/c" << -1;
    QTest::newRow("here") << "http://127.0.0.1:8080/c" << -1;
    QTest::newRow("elsewhere, in the clear") << "http://a.b/c" << int(Finding::Kind::Clear);
    QTest::newRow("no scheme") << "a.b/c" << int(Finding::Kind::NotUrl);
    QTest::newRow("a quote too many") << "'https://a.b/c\"" << int(Finding::Kind::NotUrl);
    QTest::newRow("no host") << "https:///c" << int(Finding::Kind::NotUrl);
    QTest::newRow("a port that is none") << "https://a.b:99999/c" << int(Finding::Kind::NotUrl);
    QTest::newRow("the template's") << "https://REGION-PROJECT.run.app" << int(Finding::Kind::Placeholder);
}

void TestMatrix::findsWrongUrls()
{
    QFETCH(QString, value);
    QFETCH(int, kind);
    Workspace workspace;
    workspace.write("flows/x/update.yaml", kFlow);
    workspace.write(".env", "CALL_URL=" + value.toUtf8() + "\nAPI_TOKEN=t\nMODE=fast\n");
    int found = -1;
    for (const Finding &finding : workspace.matrix().findings)
        if (finding.key == "CALL_URL")
            found = int(finding.kind);
    QCOMPARE(found, kind);
}

void TestMatrix::comparesWithTheReference()
{
    Workspace workspace;
    workspace.write(".env.example", "# Runtime\nTIMEOUT=540\nCALL_URL=https://REGION.x\nTOKEN=\n");
    workspace.write(".env", "TIMEOUT=540\nCALL_URL=https://dev.x\nTOKEN=a\n");
    workspace.write(".env.production", "TIMEOUT=300\nCALL_URL=https://prod.x\nTOKEN=b\nMORE=1\n");
    const Matrix matrix = workspace.matrix();
    QVERIFY(matrix.find("TIMEOUT")->cells[1].differs);
    QVERIFY(!matrix.find("CALL_URL")->cells[1].differs);
    QVERIFY(!matrix.find("TOKEN")->cells[1].differs);
    QVERIFY(matrix.find("TOKEN")->isSecret);
    QCOMPARE(texts(matrix),
             (QStringList{"TIMEOUT differs in production.", "MORE is not in the template, but in production.",
                          "MORE is used by no flow."}));
    QCOMPARE(shown(matrix.rows.back().key), QString("MORE"));
}

void TestMatrix::neverTellsAValue()
{
    Workspace workspace;
    workspace.write("flows/x/update.yaml", kFlow);
    workspace.write(".env",
                    "CALL_URL=planted-secret-1\nAPI_TOKEN=planted-secret-2\nplanted-secret-3\nMODE=x\n");
    workspace.write(".env.staging",
                    "CALL_URL=https://planted-secret-4 x\nAPI_TOKEN=\nMODE=planted-secret-5\n");
    QVERIFY(!texts(workspace.matrix()).isEmpty());
    QVERIFY(!texts(workspace.matrix()).join('\n').contains("planted"));
}

void TestMatrix::showsWhatCannotBeRead()
{
    Workspace workspace;
    workspace.write(".env", "A=1\nnonsense\n");
    workspace.write("env-vars.yaml", "A: [1\n");
    const Matrix matrix = workspace.matrix();
    QCOMPARE(matrix.findings.size(), 3U); // two files, and A is used by no flow
    QVERIFY(matrix.findings[0].kind == Finding::Kind::Unreadable);
    QVERIFY(matrix.findings[1].kind == Finding::Kind::Unreadable);
    QCOMPARE(shown(matrix.find("A")->cells[0].value), QString("1"));
}

void TestMatrix::aStoredSecretIsNoGap()
{
    Workspace workspace;
    workspace.write("flows/x/update.yaml", kFlow);
    workspace.write(".env", "CALL_URL=https://a.b/c\nMODE=fast\n");
    WorkspaceFiles files = workspace.files();
    const auto gaps = [&] { return texts(matrixOf(files, keyUsesOf(workspace.path()), 0)); };
    QCOMPARE(gaps(), QStringList{"API_TOKEN has no value in dev. Skipped: call of update."});
    files.environments[0].stored = {"API_TOKEN"};
    QCOMPARE(gaps(), QStringList());
    const Matrix matrix = matrixOf(files, keyUsesOf(workspace.path()), 0);
    QVERIFY(matrix.find("API_TOKEN")->isSecret && matrix.find("API_TOKEN")->cells[0].isStored);
}

void TestMatrix::urlsThatDoNotWorkAreFindings()
{
    Workspace workspace;
    workspace.write("flows/a/update.yaml", kFlow);
    workspace.write(".env", "CALL_URL=https://a/x\nAPI_TOKEN=t\nMODE=a\nOTHER=https://a/y\n");
    workspace.write(".env.staging", "CALL_URL=https://a/y\nAPI_TOKEN=t\nMODE=a\n");
    Matrix matrix = workspace.matrix();
    UrlAnswer gone, fine;
    gone.kind = UrlAnswer::Kind::NotFound;
    gone.detail = "HTTP 404";
    fine.kind = UrlAnswer::Kind::Fine;
    addAnswers(matrix, {{"https://a/y", gone}, {"https://a/x", fine}});
    const QStringList said = texts(matrix);
    QVERIFY2(said.contains("CALL_URL does not work in staging: HTTP 404. It fails: call of update."),
             qPrintable(said.join('\n')));
    QCOMPARE(said.filter("does not work").size(), 1); // OTHER is called by nobody
    QCOMPARE(matrix.findings.front().severity, Finding::Severity::Error);
}

void TestMatrix::referencesAreSecretsThatMayBeSeen()
{
    Workspace workspace;
    workspace.write("flows/a/update.yaml", kFlow);
    workspace.write(".env",
                    "CALL_URL=sm://projects/my-project/secrets/u/versions/1\nAPI_TOKEN=sm://t\nMODE=a\n");
    const Matrix matrix = workspace.matrix();
    QVERIFY(matrix.find("CALL_URL")->isSecret);
    const QStringList said = texts(matrix);
    QVERIFY(said.filter("CALL_URL").isEmpty()); // neither no URL nor anything else
    QVERIFY2(said.filter("API_TOKEN refers to no secret in dev").size() == 1, qPrintable(said.join('\n')));
}

void TestMatrix::theStoreCountsAndMayHaveAnEnvironmentOfItsOwn()
{
    Workspace workspace;
    workspace.write("flows/a/update.yaml", kFlow);
    workspace.write(".env", "CALL_URL=https://a/x\nMODE=a\n");
    WorkspaceFiles files = workspace.files();
    addStored(files, "dev", "API_TOKEN");
    addStored(files, "qa", "API_TOKEN");
    QCOMPARE(files.environments.size(), std::size_t{2});
    const Matrix matrix = matrixOf(files, keyUsesOf(workspace.path()), 0);
    QVERIFY(matrix.find("API_TOKEN")->cells[0].isStored && matrix.find("API_TOKEN")->cells[1].isStored);
    QVERIFY(texts(matrix).filter("API_TOKEN has no value").isEmpty());
    QVERIFY(texts(matrix).contains("CALL_URL has no value in qa. Skipped: call of update."));
}

void TestMatrix::devIsOverTheFilesWithoutASuffix()
{
    Workspace workspace;
    workspace.write(".env", "A=1\nB=1\nC=1\n");
    workspace.write(".env.dev", "B=2\n");
    workspace.write("env-vars.yaml", "A: '0'\nD: '0'\n");
    workspace.write("env-vars.dev.yaml", "D: '3'\n");
    const WorkspaceFiles files = workspace.files();
    QCOMPARE(files.environments.size(), std::size_t{1});
    QCOMPARE(shown(files.environments.front().name), QString("dev"));
    const env::Loaded loaded = env::load({workspace.path(), "dev", {}, nullptr});
    QVERIFY(loaded.problems.empty());
    for (const auto &[key, value] : {std::pair("A", "1"), {"B", "2"}, {"C", "1"}, {"D", "3"}}) {
        QCOMPARE(shown(files.environments.front().find(key)->value), QString(value));
        QCOMPARE(shown(loaded.environment.find(key)->value), QString(value)); // as the engine has it
    }
}

void TestMatrix::whatFlowsUseAsASecretIsOne()
{
    Workspace workspace;
    workspace.write(
        "flows/x/tells.yaml",
        "batuta: 1\nname: tells\nsteps:\n  tell:\n    slack: {webhook: \"${{ secrets.HOOK }}\", text: a}\n"
        "  again:\n    set: {a: \"${{ env.HOOK }}\", b: \"${{ env.OPEN }}\"}\n");
    workspace.write(".env", "HOOK=https://a/planted\nOPEN=1\n");
    const Matrix matrix = workspace.matrix();
    QVERIFY(matrix.find("HOOK")->isSecret);
    QVERIFY(!matrix.find("OPEN")->isSecret);
    for (const KeyUse &use : keyUsesOf(workspace.path()))
        QCOMPARE(use.isSecret, use.step == "tell");
}

QTEST_GUILESS_MAIN(TestMatrix)
#include "tst_matrix.moc"
