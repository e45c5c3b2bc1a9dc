// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/environment.h"
#include "tests/support/verify.h"

#include <QDir>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::env;
using batuta::test::shown;

namespace {

/// A workspace on disk with the files of one test.
class Workspace
{
public:
    void write(const QString &name, const QByteArray &text)
    {
        QDir(m_folder.path()).mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file cannot be written");
    }
    std::string path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

QString valueOf(const Environment &environment, std::string_view key)
{
    const Entry *entry = environment.find(key);
    return entry ? shown(entry->value) + " from " + shown(sourceName(entry->source)) : QString("nothing");
}

Entry entry(const char *key, const char *value, Source source = Source::Process)
{
    return {key, value, source, {}};
}

} // namespace

class TestEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void strongerSourcesWin()
    {
        Workspace workspace;
        workspace.write("env-vars.yaml", "A: yaml\nB: yaml\nC: yaml\nD: yaml\n");
        workspace.write(".env", "B=dotenv\nC=dotenv\nD=dotenv\n");
        const char *const process[] = {"C=process", "D=process", "not a key=1", nullptr};
        const Loaded loaded = load({workspace.path(), "", {{"D", "override"}}, process});
        QVERIFY(loaded.problems.empty());
        QCOMPARE(valueOf(loaded.environment, "A"), QString("yaml from env-vars.yaml"));
        QCOMPARE(valueOf(loaded.environment, "B"), QString("dotenv from .env"));
        QCOMPARE(valueOf(loaded.environment, "C"), QString("process from process"));
        QCOMPARE(valueOf(loaded.environment, "D"), QString("override from --set"));
        QCOMPARE(valueOf(loaded.environment, "E"), QString("nothing"));
        QCOMPARE(loaded.environment.entries().size(), std::size_t(4));
    }

    void theLastOfOneSourceWins()
    {
        const Environment environment({entry("A", "1"), entry("A", "2"), entry("A", "0", Source::YamlFile)});
        QCOMPARE(valueOf(environment, "A"), QString("2 from process"));
    }

    void anEmptyValueHidesAWeakerOne()
    {
        const Environment environment(
            {entry("A", "1", Source::DotenvFile), entry("A", "", Source::Override)});
        QCOMPARE(valueOf(environment, "A"), QString(" from --set"));
    }

    void withoutFilesNothingIsMissed()
    {
        const Workspace workspace;
        const Loaded loaded = load({workspace.path(), "", {}, nullptr});
        QVERIFY(loaded.problems.empty());
        QVERIFY(loaded.environment.entries().empty());
    }

    void takesTheDeploymentsFolder()
    {
        Workspace workspace;
        workspace.write("deployments/env-vars.yaml", "A: deployed\n");
        QCOMPARE(valueOf(load({workspace.path(), "", {}, nullptr}).environment, "A"),
                 QString("deployed from env-vars.yaml"));
        workspace.write("env-vars.yaml", "B: root\n");
        const Loaded loaded = load({workspace.path(), "", {}, nullptr});
        QCOMPARE(valueOf(loaded.environment, "A"), QString("nothing"));
        QCOMPARE(valueOf(loaded.environment, "B"), QString("root from env-vars.yaml"));
    }

    void aNamedEnvironmentReadsOnlyItsFiles()
    {
        Workspace workspace;
        workspace.write(".env", "A=default\n");
        workspace.write(".env.staging", "B=staging\n");
        workspace.write("deployments/env-vars.staging.yaml", "C: staging\n");
        const Loaded loaded = load({workspace.path(), "staging", {}, nullptr});
        QVERIFY(loaded.problems.empty());
        QCOMPARE(valueOf(loaded.environment, "A"), QString("nothing"));
        QCOMPARE(valueOf(loaded.environment, "B"), QString("staging from .env"));
        QCOMPARE(valueOf(loaded.environment, "C"), QString("staging from env-vars.yaml"));
    }

    void reportsAMissingNamedEnvironment()
    {
        const Workspace workspace;
        const Loaded loaded = load({workspace.path(), "staging", {{"A", "1"}}, nullptr});
        QCOMPARE(loaded.problems.size(), std::size_t(1));
        QVERIFY(loaded.problems[0].code == ErrorCode::FileUnreadable);
        QVERIFY(shown(mendText(loaded.problems[0])).contains(".env.staging"));
        QCOMPARE(valueOf(loaded.environment, "A"), QString("1 from --set"));
    }

    void refusesNamesThatLeaveTheWorkspace()
    {
        const Workspace workspace;
        const Loaded loaded = load({workspace.path(), "../x", {}, nullptr});
        QCOMPARE(loaded.problems.size(), std::size_t(1));
        QVERIFY(loaded.problems[0].code == ErrorCode::UsageInvalid);
    }

    void keepsTheGoodLinesOfABadFile()
    {
        Workspace workspace;
        workspace.write(".env", "A=1\nnonsense\n");
        workspace.write("env-vars.yaml", "B: [1]\nC: 2\n");
        const Loaded loaded = load({workspace.path(), "", {}, nullptr});
        QCOMPARE(loaded.problems.size(), std::size_t(2));
        QCOMPARE(valueOf(loaded.environment, "A"), QString("1 from .env"));
        QCOMPARE(valueOf(loaded.environment, "C"), QString("2 from env-vars.yaml"));
    }

    void reportsAFolderInPlaceOfAFile()
    {
        Workspace workspace;
        workspace.write(".env/x", "");
        const Loaded loaded = load({workspace.path(), "", {}, nullptr});
        QCOMPARE(loaded.problems.size(), std::size_t(1));
        QVERIFY(loaded.problems[0].code == ErrorCode::FileUnreadable);
    }

    void refusesBadOverrideKeys()
    {
        const Loaded loaded = load({"", "", {{"A-B", "1"}, {"", "2"}}, nullptr});
        QCOMPARE(loaded.problems.size(), std::size_t(2));
        QVERIFY(loaded.problems[0].code == ErrorCode::EnvBadKey);
        QVERIFY(loaded.environment.entries().empty());
    }

    void takesWholeProcessVariables()
    {
        const char *const process[] = {"A=x=y",
                                       "EMPTY=",
                                       "noequals",
                                       "BASH_FUNC_f%%=() {",
                                       "BATUTA_STORE=postgresql://the-engines:own@db/flows",
                                       nullptr};
        const Loaded loaded = load({"", "", {}, process});
        QVERIFY(loaded.problems.empty());
        QCOMPARE(valueOf(loaded.environment, "A"), QString("x=y from process"));
        QCOMPARE(valueOf(loaded.environment, "EMPTY"), QString(" from process"));
        QCOMPARE(loaded.environment.entries().size(), std::size_t(2));
    }

    void givesItselfAsAnObject()
    {
        const json::Value object =
            Environment({entry("B", "2"), entry("A", "1"), entry("B", "3")}).asObject();
        QCOMPARE(object.asObject().size(), std::size_t(2));
        QCOMPARE(shown(object["A"].asString()), QString("1"));
        QCOMPARE(shown(object["B"].asString()), QString("3"));
        QVERIFY(Environment().asObject().asObject().empty());
    }

    void fingerprintsContentAndNotSource()
    {
        const Environment one({entry("A", "1"), entry("B", "2")});
        QCOMPARE(one.fingerprint().size(), std::size_t(12));
        QCOMPARE(shown(Environment({entry("B", "2", Source::YamlFile), entry("A", "1")}).fingerprint()),
                 shown(one.fingerprint()));
        QVERIFY(Environment({entry("A", "1"), entry("B", "3")}).fingerprint() != one.fingerprint());
        QVERIFY(Environment({entry("A", "1B=2")}).fingerprint() != one.fingerprint());
        // printf 'A=1\0B=2\0' | sha256sum
        QCOMPARE(shown(one.fingerprint()), QString("22ee4d94a93a"));
    }

    void collectsSecretValues()
    {
        const Environment environment({entry("SLACK_TOKEN", "xoxb-1"), entry("PORT", "8080"),
                                       entry("API_SECRET", ""), entry("DB_PASSWORD", "hunter2")});
        QVERIFY(environment.secretValues() == (std::vector<std::string>{"hunter2", "xoxb-1"}));
    }

    void marksWhatIsUsedAsASecret()
    {
        Environment environment({entry("SLACK_URL", "https://hooks.example/services/T0/B0/xyz"),
                                 entry("OTHER_URL", "https://example.org/ok"), entry("PORT", "8080")});
        QVERIFY(environment.secretValues().empty());
        for (const char *key : {"slack_url", "SLACK_URL", "NOBODY", "OTHER_URL"})
            environment.markSecret(key);
        QVERIFY(environment.secretValues() ==
                (std::vector<std::string>{"https://hooks.example/services/T0/B0/xyz", "/services/T0/B0/xyz",
                                          "https://example.org/ok"}));
    }
};

QTEST_APPLESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
