// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;

namespace {

constexpr const char *kStaging = "# of staging\n"
                                 "DEFAULT_MATCH_CANDIDATO_URL=htps://match.example/x # typo\n"
                                 "DEFAULT_WEBHOOK_URL=\n"
                                 "API_TOKEN='planted-secret'\n"
                                 "LOG_LEVEL=INFO\n";

} // namespace

/// `batuta env`: the files of environments.
class TestCliEnv : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
    }
    void init() { m_programs->write(".env.staging", kStaging); }
    void cleanupTestCase() { m_programs.reset(); }

    void aTypoIsFoundWithTheStepsItBreaksAndMended()
    {
        const Finished before = m_programs->batuta({"env", "check", "--env", "staging"});
        QCOMPARE(before.exitCode, 3);
        QVERIFY2(
            before.out.contains("error: DEFAULT_MATCH_CANDIDATO_URL is no URL in staging: it begins with "
                                "neither https:// nor http://. It fails: match_candidato of "),
            before.out);
        const Finished set =
            m_programs->batuta({"env", "set", "DEFAULT_MATCH_CANDIDATO_URL", m_programs->sandboxUrl() + "/x",
                                "--env", "staging", "--why", "typo"});
        QVERIFY2(set.exitCode == 0 && set.out.contains(" is set in "), set.out + set.err);
        QCOMPARE(
            text(".env.staging"),
            QByteArray(kStaging).replace("htps://match.example/x", m_programs->sandboxUrl().toUtf8() + "/x"));
        const Finished after = m_programs->batuta({"env", "check", "--env", "staging"});
        QVERIFY2(!after.out.contains("DEFAULT_MATCH_CANDIDATO_URL"), after.out);
        const QByteArray history = text(".batuta/environments/history.jsonl");
        QVERIFY2(history.contains("\"typo\"") && !history.contains("htps"), history);
    }

    void urlsAreAsked()
    {
        m_programs->write(".env.staging", "DEFAULT_MATCH_CANDIDATO_URL=http://127.0.0.1:1/x\n"
                                          "DEFAULT_MATCH_ANALYSIS_USER_VACANCY_URL=" +
                                              m_programs->sandboxUrl().toUtf8() + "/health\n");
        const Finished check = m_programs->batuta({"env", "check", "--env", "staging", "--urls"});
        QVERIFY2(check.out.contains("error: DEFAULT_MATCH_CANDIDATO_URL does not work in staging: "),
                 check.out);
        QVERIFY2(
            check.out.contains("note: DEFAULT_MATCH_ANALYSIS_USER_VACANCY_URL answers in staging: HTTP "),
            check.out);
    }

    void theProcessIsAColumn()
    {
        QVERIFY(!m_programs->batuta({"env", "list"}).out.contains("process"));
        const QString given =
            "LOG_LEVEL=TRACE-ALL API_TOKEN=planted-process " BATUTA_BIN_DIR "/batuta env list";
        const Finished list = m_programs->shell(given, 60), json = m_programs->shell(given + " --json", 60);
        QVERIFY2(list.out.split('\n').first().trimmed().endsWith("process") && list.out.contains("TRACE-ALL"),
                 list.out);
        QVERIFY2(json.out.contains("\"process\":\"TRACE-ALL\""), json.out);
        QVERIFY(!list.out.contains("planted") && !json.out.contains("planted"));
    }

    void noSecretIsShown()
    {
        for (const QStringList &words :
             {QStringList{"env", "list"}, QStringList{"env", "list", "--json"},
              QStringList{"env", "diff", "dev", "staging"},
              QStringList{"env", "diff", "staging", "dev", "--json"}, QStringList{"env", "check"}}) {
            const Finished said = m_programs->batuta(words);
            QVERIFY2(!said.out.isEmpty() && !(said.out + said.err).contains("planted"), said.out + said.err);
        }
        QVERIFY(m_programs->batuta({"env", "diff", "dev", "staging"}).out.contains("API_TOKEN"));
    }

    void aValueCanComeFromStandardInput()
    {
        const Finished told = m_programs->batuta({"env", "set", "API_TOKEN", "x", "--env", "staging"});
        QVERIFY2(told.exitCode == 2 && told.err.contains("standard input"), told.err);
        const Finished set =
            m_programs->batuta({"env", "set", "API_TOKEN", "--env", "staging"}, "new value\n");
        QCOMPARE(set.exitCode, 0);
        QVERIFY2(text(".env.staging").contains("API_TOKEN='new value'\n"), text(".env.staging"));
        QCOMPARE(m_programs->batuta({"env", "unset", "API_TOKEN", "--env", "staging"}).exitCode, 0);
        QCOMPARE(text(".env.staging"), QByteArray(kStaging).replace("API_TOKEN='planted-secret'\n", ""));
        QVERIFY(m_programs->batuta({"env", "unset", "API_TOKEN", "--env", "staging"})
                    .out.contains("nothing to change"));
    }

    void productionWantsAYes()
    {
        m_programs->write(".env.production", "LOG_LEVEL=INFO\n");
        QCOMPARE(m_programs->batuta({"env", "set", "LOG_LEVEL", "DEBUG", "--env", "production"}).exitCode, 2);
        QCOMPARE(text(".env.production"), QByteArray("LOG_LEVEL=INFO\n"));
        QCOMPARE(
            m_programs->batuta({"env", "set", "LOG_LEVEL", "DEBUG", "--env", "production", "--yes"}).exitCode,
            0);
        QCOMPARE(text(".env.production"), QByteArray("LOG_LEVEL=DEBUG\n"));
        QFile::remove(m_programs->folder() + "/.env.production");
    }

    void filesAreConverted()
    {
        m_programs->write("a.env", "# c\nPORT=8080\nKEY2=yes # two\n");
        const Finished plain = m_programs->batuta({"env", "convert", "a.env"});
        QCOMPARE(plain.out, QByteArray("# c\nPORT: \"8080\"\nKEY2: \"yes\" # two\n"));
        const Finished cloud = m_programs->batuta({"env", "convert", "a.env", "--cloud-run", "-o", "a.yaml"});
        QVERIFY2(cloud.exitCode == 0 && cloud.err.contains("PORT"), cloud.err);
        QCOMPARE(text("a.yaml"), QByteArray("# c\nKEY2: \"yes\" # two\n"));
        QVERIFY(
            !(QFile::permissions(m_programs->folder() + "/a.yaml") & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(m_programs->batuta({"env", "convert", "a.yaml"}).out, QByteArray("# c\nKEY2=yes # two\n"));
    }

    void aSecretIsKeptSealedUsedAndNeverShown()
    {
        m_programs->write("passphrase", "correct horse\n");
        m_programs->write("flows/ml_orchestrator/tiny.yaml",
                          "batuta: 1\nname: tiny\nsteps:\n  a: {set: {n: \"${{ secrets.PLAN_KEY }}\"}}\n"
                          "output: \"${{ steps.a.output.n == 'planted-secret' }}\"\n");
        qputenv("BATUTA_PASSPHRASE_FILE", (m_programs->folder() + "/passphrase").toUtf8());
        const Finished set = m_programs->batuta({"secrets", "set", "PLAN_KEY"}, "planted-secret\n");
        QVERIFY2(set.exitCode == 0 && set.out.contains("Used by tiny.a"), set.out + set.err);
        const Finished list = m_programs->batuta({"secrets", "list"});
        QVERIFY2(list.out.contains("PLAN_KEY") && list.out.contains("file"), list.out + list.err);
        QVERIFY2(m_programs->batuta({"env", "list"}).out.contains("(stored)"), "env list");
        QCOMPARE(m_programs->batuta({"env", "set", "PLAN_KEY"}, "weaker\n").exitCode, 2);
        const Finished run = m_programs->batuta({"run", "tiny", "--input", "-", "--json"}, "{}");
        QVERIFY2(run.exitCode == 0, run.out + run.err);
        QVERIFY2(m_programs->lastLine(run.out)["execution"]["output"] == json::Value(true), run.out);
        QVERIFY2(!(run.out + run.err + list.out + set.out).contains("planted"), run.out + run.err);
        QVERIFY(!text(".batuta/secrets/sealed.json").contains("planted"));
        m_programs->write("passphrase", "wrong\n");
        QCOMPARE(m_programs->batuta({"secrets", "list"}).exitCode, 0); // names want none
        const Finished locked = m_programs->batuta({"secrets", "set", "PLAN_KEY"}, "planted-2\n");
        QVERIFY2(locked.exitCode != 0 && locked.err.contains("the passphrase is another"), locked.err);
        qunsetenv("BATUTA_PASSPHRASE_FILE");
        const Finished without = m_programs->batuta({"run", "tiny", "--input", "-", "--json"}, "{}");
        QVERIFY2(without.exitCode != 0 ||
                     !(m_programs->lastLine(without.out)["execution"]["output"] == json::Value(true)),
                 without.out);
    }

    void badWordsAreRefused()
    {
        QCOMPARE(m_programs->batuta({"env", "check", "--env", "nowhere"}).exitCode, 2);
        QCOMPARE(m_programs->batuta({"env", "set", "1KEY", "x"}).exitCode, 3);
        QVERIFY(m_programs->batuta({"env", "convert", "none.env"}).exitCode != 0);
        QCOMPARE(m_programs->batuta({"env", "convert", "notes.txt"}).exitCode, 2);
        m_programs->write("bad.yaml", "A: [1\n");
        const Finished bad = m_programs->batuta({"env", "convert", "bad.yaml"});
        QVERIFY2(bad.exitCode == 3 && bad.err.contains("bad.yaml:"), bad.err);
    }

private:
    QByteArray text(const QString &name) const
    {
        QFile file(m_programs->folder() + "/" + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

    std::unique_ptr<test::Programs> m_programs;
};

QTEST_GUILESS_MAIN(TestCliEnv)
#include "tst_cli_env.moc"
