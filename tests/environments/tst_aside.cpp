// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/aside.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::environments;
using batuta::test::shown;

namespace {

const KeyUse kCall{"CALL_URL", "update", "call", UseKind::Url};

EnvironmentFiles filesOf(const std::string &name, const std::string &text)
{
    EnvironmentFiles files;
    files.name = name;
    files.suffix = name == "dev" ? "" : name;
    const std::string path = name == "dev" ? ".env" : ".env." + name;
    files.files.push_back({path, EnvFormat::Dotenv, EnvText::read(text, EnvFormat::Dotenv, path), true});
    return files;
}

Matrix matrix(const std::string &production = "CALL_URL=https://a/x\nTIMEOUT=540\nAPI_TOKEN=planted-1\n")
{
    WorkspaceFiles files;
    files.environments = {filesOf("dev", "CALL_URL=https://d/x\n"), filesOf("production", production)};
    return matrixOf(files, {kCall}, 0);
}

Aside deployed(std::vector<AsideValue> values)
{
    return {Aside::Kind::Deployed, "production", "ml-00042-kex", std::move(values)};
}

QStringList texts(const Matrix &matrix)
{
    QStringList lines;
    for (const Finding &finding : matrix.findings)
        lines << shown(findingText(finding, matrix));
    return lines;
}

} // namespace

/// What stands beside the files: a process and a deployed revision.
class TestAside : public QObject
{
    Q_OBJECT

private slots:
    void theProcessIsStronger();
    void whatTheProcessGivesIsNotMissing();
    void statesOfARevision_data();
    void statesOfARevision();
    void aRevisionSaysWhatItBreaks();
    void whatOnlyARevisionHasGetsARow();
    void whatCloudRunSetsIsNotMissed();
    void anEnvironmentThatIsNotThereIsHarmless();
};

void TestAside::theProcessIsStronger()
{
    Matrix all = matrix();
    const char *const process[] = {"PATH=/bin",           "CALL_URL=https://other/planted",
                                   "TIMEOUT=540",         "BROKEN",
                                   "API_TOKEN=planted-2", nullptr};
    const Aside aside = processAside(all, "production", process);
    QCOMPARE(aside.values.size(), std::size_t{3}); // PATH is no business of flows
    QCOMPARE(shown(aside.find("CALL_URL")->value), QString("https://other/planted"));
    QCOMPARE(asideState(all, *all.find("TIMEOUT"), aside), AsideState::Same);
    addAside(all, aside);
    const QStringList said = texts(all);
    QVERIFY2(said.contains("CALL_URL has another value in the process, which is stronger in production. Used "
                           "by call of update."),
             qPrintable(said.join('\n')));
    QCOMPARE(said.filter("in the process").size(), 2); // and the token
    QVERIFY(!said.join(' ').contains("planted"));
}

void TestAside::whatTheProcessGivesIsNotMissing()
{
    Matrix all = matrix("TIMEOUT=1\n");
    QCOMPARE(texts(all).filter("CALL_URL has no value in production").size(), 1);
    const char *const empty[] = {"CALL_URL=", nullptr};
    addAside(all, processAside(all, "production", empty));
    QCOMPARE(texts(all).filter("CALL_URL has no value in production").size(), 1);
    const char *const given[] = {"CALL_URL=https://a/x", nullptr};
    addAside(all, processAside(all, "production", given));
    QCOMPARE(texts(all).filter("CALL_URL").size(), 0);
}

void TestAside::statesOfARevision_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<bool>("isMasked");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, const char *file, const char *value, const char *secret,
                        bool isMasked, AsideState state) {
        QTest::newRow(name) << file << value << secret << isMasked << static_cast<int>(state);
    };
    const char *const reference = "K=sm://projects/p-project/secrets/hook/versions/3\n";
    row("the same", "K=1\n", "1", "", false, AsideState::Same);
    row("another", "K=1\n", "2", "", false, AsideState::Other);
    row("another by a blank", "K=1\n", "1 ", "", false, AsideState::Other);
    row("only there", "", "1", "", false, AsideState::Only);
    row("empty is a value", "K=\n", "", "", false, AsideState::Same);
    row("a masked one", "K=1\n", "", "", true, AsideState::Unknown);
    row("a masked one without a file", "", "", "", true, AsideState::Only);
    row("the same reference", reference, "", "hook@3", false, AsideState::Same);
    row("another version", reference, "", "hook@4", false, AsideState::Other);
    row("a reference over a text", "K=1\n", "", "hook@3", false, AsideState::Other);
    row("a text over a reference", reference, "", "", true, AsideState::Other);
}

void TestAside::statesOfARevision()
{
    QFETCH(QString, file);
    QFETCH(QString, value);
    QFETCH(QString, secret);
    QFETCH(bool, isMasked);
    QFETCH(int, state);
    const Matrix all = matrix("OTHER=1\n" + file.toStdString());
    Row row;
    row.key = "K";
    row.cells.resize(2);
    const Row *own = all.find("K");
    const Aside aside = deployed({{"K", value.toStdString(), secret.toStdString(), isMasked}});
    QCOMPARE(static_cast<int>(asideState(all, own ? *own : row, aside)), state);
}

void TestAside::aRevisionSaysWhatItBreaks()
{
    Matrix all = matrix();
    addAside(all, deployed({{"CALL_URL", "https://old/planted", "", false}, {"API_TOKEN", "", "", true}}));
    const QStringList said = texts(all);
    QVERIFY2(said.contains("CALL_URL has another value in the revision ml-00042-kex in production. Used by "
                           "call of update."),
             qPrintable(said.join('\n')));
    QVERIFY(said.contains("TIMEOUT is not in the revision ml-00042-kex in production."));
    QVERIFY(said.filter("API_TOKEN").filter("revision").isEmpty()); // nobody can tell
    QVERIFY(!said.join(' ').contains("planted"));
    for (std::size_t i = 1; i < all.findings.size(); ++i)
        QVERIFY(all.findings[i - 1].severity <= all.findings[i].severity);
}

void TestAside::whatOnlyARevisionHasGetsARow()
{
    Matrix all = matrix();
    addAside(all,
             deployed({{"ZEBRA", "1", "", false}, {"AFTER", "", "s@1", false}, {"no key", "1", "", false}}));
    QCOMPARE(shown(all.rows.back().key), QString("ZEBRA"));
    QVERIFY(all.find("AFTER")->isSecret && all.find("AFTER")->cells.size() == 2);
    QVERIFY(!all.find("no key"));
    QVERIFY(texts(all).contains("ZEBRA is in the revision ml-00042-kex, but in no file in production."));
}

void TestAside::whatCloudRunSetsIsNotMissed()
{
    Matrix all = matrix("PORT=8080\nEMPTY=\nCALL_URL=https://a/x\n");
    const Aside aside = deployed({{"CALL_URL", "https://a/x", "", false}});
    QCOMPARE(asideState(all, *all.find("PORT"), aside), AsideState::NotMeant);
    addAside(all, aside);
    QVERIFY2(texts(all).filter("revision").isEmpty(), qPrintable(texts(all).join('\n')));
}

void TestAside::anEnvironmentThatIsNotThereIsHarmless()
{
    Matrix all = matrix();
    Aside aside = deployed({{"CALL_URL", "https://a/x", "", false}});
    aside.environment = "qa";
    QCOMPARE(asideState(all, *all.find("CALL_URL"), aside), AsideState::Only);
    const std::size_t before = all.findings.size();
    addAside(all, aside);
    QCOMPARE(all.findings.size(), before);
}

QTEST_GUILESS_MAIN(TestAside)
#include "tst_aside.moc"
