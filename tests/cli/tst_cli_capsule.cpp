// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/cli/programs.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;

namespace {

constexpr const char *kFlow = R"(batuta: 1
name: sealed
input: {type: object, properties: {user_id: {type: string}, password: {type: string, writeOnly: true}}}
steps:
  greet: {set: {text: "Olá ${{ input.user_id }}", key: "${{ input.password }}"}}
  gate: {needs: [greet], check: {never: {if: "false"}}}
)";

json::Value parsed(const QByteArray &text)
{
    const auto value = json::parse(text.toStdString());
    return value ? *value : json::Value();
}

} // namespace

/// `batuta capsule`: executions in one signed file.
class TestCliCapsule : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_programs->write("flows/test/sealed.yaml", kFlow);
        QVERIFY(
            m_programs
                ->shell("printf 'PLANTED_TOKEN=planted-t0ken-value\\nPLAIN_URL=http://ana:pl4nted-pw@x/\\n' "
                        ">> .env")
                .exitCode == 0);
        const Finished good =
            m_programs->batuta({"run", "update_profile", "-i", "-"}, test::Programs::sample());
        QVERIFY2(good.exitCode == 0, good.err);
        const Finished bad = m_programs->batuta({"run", "sealed", "-i", "-"},
                                                R"({"user_id": "ana", "password": "planted-s3cret-value"})");
        QCOMPARE(bad.exitCode, 1);
        m_good = idOf(good);
        m_bad = idOf(bad);
        const Finished out =
            m_programs->batuta({"capsule", "export", m_good, m_bad.toUpper(), "-o", "two.batuta-capsule"});
        QVERIFY2(out.exitCode == 0, out.err);
        QVERIFY2(out.out.startsWith("2 executions in two.batuta-capsule\nsigned by "), out.out);
        m_fingerprint = QString::fromUtf8(out.out.trimmed().right(64));
    }
    void cleanupTestCase() { m_programs.reset(); }

    void verifySaysWhoseKeySignedIt()
    {
        const Finished told = m_programs->batuta({"capsule", "verify", "two.batuta-capsule"});
        QCOMPARE(told.exitCode, 0);
        QVERIFY2(told.out.contains(m_fingerprint.toUtf8()) && told.out.contains("2 executions"), told.out);
        const Finished json = m_programs->batuta(
            {"capsule", "verify", "two.batuta-capsule", "--json", "--key", m_fingerprint.toUpper()});
        QCOMPARE(json.exitCode, 0);
        QVERIFY(parsed(json.out)["is_expected_key"].asBoolean());
        QCOMPARE(parsed(json.out)["key_fingerprint"].asString(), m_fingerprint.toStdString());
        const Finished other =
            m_programs->batuta({"capsule", "verify", "two.batuta-capsule", "--key", QString(64, '0')});
        QCOMPARE(other.exitCode, 3);
        QVERIFY2(other.err.contains("another key signed it"), other.err);
    }

    /// Far from the workspace: the file alone is enough.
    void showsWhatTheEngineShows()
    {
        const Finished here = m_programs->batuta({"trace", m_bad, "--json"});
        const Finished there =
            m_programs->shell("mkdir -p away && mv two.batuta-capsule away/ && cd /tmp && batuta "
                              "capsule show --json \"$OLDPWD\"/away/two.batuta-capsule; s=$?; "
                              "cd \"$OLDPWD\" && mv away/two.batuta-capsule . && exit $s");
        QVERIFY2(there.exitCode == 0, there.err);
        const json::Value shown = parsed(there.out);
        QCOMPARE(shown["executions"].asArray().size(), std::size_t{2});
        const json::Value &one = shown["executions"].at(1);
        QVERIFY(!parsed(here.out).isNull() && one["execution"] == parsed(here.out));
        QVERIFY(one["events"].asArray().size() >= 4);
        QVERIFY(!one["logs"].asArray().empty());
        QVERIFY(one["logs"].at(0)["line"].asString().find(m_bad.toStdString()) != std::string::npos);
        QCOMPARE(one["flow_text"].asString(), std::string(kFlow));
        QCOMPARE(one["environment"]["fingerprint"].asString().size(), std::size_t{12});
        const Finished text = m_programs->batuta({"capsule", "show", "two.batuta-capsule"});
        QVERIFY2(text.out.contains("greet") && text.out.contains("signed by " + m_fingerprint.toUtf8()),
                 text.out);
        QVERIFY2(text.out.contains("environment default"), text.out);
    }

    void keysGoAlongAndValuesDoNot()
    {
        const Finished text = m_programs->shell("zcat < two.batuta-capsule");
        QVERIFY2(text.exitCode == 0, text.err);
        QVERIFY(text.out.contains("PLANTED_TOKEN") && text.out.contains("PLAIN_URL"));
        for (const char *secret : {"planted-t0ken-value", "planted-s3cret-value", "pl4nted-pw"})
            QVERIFY2(!text.out.contains(secret), secret);
        QVERIFY(!text.out.contains("\"sealed\\\":"));
    }

    /// Nobody is called: the addresses of its environment lead nowhere.
    void replaysAgainstTheRecordedAnswers()
    {
        const Finished done = m_programs->batuta({"capsule", "replay", "two.batuta-capsule", "--json"});
        QVERIFY2(done.exitCode == 0, done.out + done.err);
        const json::Value report = parsed(done.out);
        QVERIFY(report["same"].asBoolean());
        QCOMPARE(report["executions"].asArray().size(), std::size_t{2});
        QCOMPARE(report["executions"].at(0)["replayed"].asString(), std::string("success"));
        QCOMPARE(report["executions"].at(1)["replayed"].asString(), std::string("failed"));
    }

    /// What an execution was given may be a stranger's.
    void whatIsShownDoesNotCommandTheTerminal()
    {
        m_programs->write("flows/test/escape.yaml",
                          "batuta: 1\nname: escape\nsteps:\n  gate:\n    skip:\n      - if: \"true\"\n"
                          "        reason: \"\\e]0;title\\a\\x9b2J\"\n    set: {a: 1}\n");
        const Finished run = m_programs->batuta({"run", "escape", "-i", "-"}, "{}");
        QVERIFY2(run.exitCode == 0, run.err);
        const Finished out = m_programs->batuta({"capsule", "export", idOf(run), "-o", "escape"});
        QVERIFY2(out.exitCode == 0, out.err);
        const Finished shown = m_programs->batuta({"capsule", "show", "escape"});
        QVERIFY2(shown.out.contains("]0;title"), shown.out);
        QVERIFY(!shown.out.contains('\x1b') && !shown.out.contains('\x07') &&
                !shown.out.contains("\xc2\x9b"));
    }

    void whatIsWrongIsTold()
    {
        const auto capsule = [this](const QStringList &words) {
            return m_programs->batuta(QStringList{"capsule"} + words);
        };
        QCOMPARE(capsule({"export", "00000000-0000-4000-8000-000000000000", "-o", "none"}).exitCode, 3);
        QVERIFY(!QFile::exists(m_programs->folder() + "/none"));
        QCOMPARE(capsule({"export", m_good}).exitCode, 2);
        QCOMPARE(capsule({"export", m_good, "-o", "no/folder/x"}).exitCode, 3);
        QCOMPARE(capsule({"show", "nowhere.batuta-capsule"}).exitCode, 3);
        m_programs->shell(
            "head -c 900 two.batuta-capsule > cut; cp .env plain; (zcat < two.batuta-capsule | sed "
            "s/update_profile/update_profilf/ | gzip) > changed");
        const Finished cut = capsule({"verify", "cut"});
        QCOMPARE(cut.exitCode, 3);
        QVERIFY2(cut.err.contains("cut off"), cut.err);
        const Finished plain = capsule({"verify", "plain"});
        QVERIFY2(plain.exitCode == 3 && plain.err.contains("not packed by gzip"), plain.err);
        const Finished changed = capsule({"verify", "changed"});
        QVERIFY2(changed.exitCode == 3 && changed.err.contains("was changed after it was signed"),
                 changed.err);
    }

private:
    static QString idOf(const Finished &run)
    {
        const json::Value last = test::Programs::lastLine(run.out);
        return QString::fromStdString(last["execution"]["execution_id"].asString());
    }

    std::unique_ptr<test::Programs> m_programs;
    QString m_good, m_bad, m_fingerprint;
};

QTEST_GUILESS_MAIN(TestCliCapsule)
#include "tst_cli_capsule.moc"
