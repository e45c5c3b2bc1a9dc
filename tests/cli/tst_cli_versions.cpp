// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include "engine/json/json.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;

namespace {

constexpr const char *kOne =
    "batuta: 1\nname: tiny\nsteps:\n  a: {set: {n: 1}}\noutput: \"${{ steps.a.output.n }}\"\n";

QByteArray changed(const char *from, const char *to)
{
    return QByteArray(kOne).replace(from, to);
}

} // namespace

/// `batuta versions`: what was published of a flow.
class TestCliVersions : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_programs = std::make_unique<test::Programs>();
        QVERIFY(m_programs->isReady());
        m_programs->write("flows/ml_orchestrator/tiny.yaml", kOne);
    }
    void cleanup() { m_programs.reset(); }

    void aFlowIsPublishedListedComparedAndRestored()
    {
        QVERIFY(
            m_programs->batuta({"versions", "list", "tiny"}).out.startsWith("Nothing was published yet."));
        const Finished first = m_programs->batuta({"versions", "publish", "tiny", "--note", "first"});
        QVERIFY2(first.exitCode == 0 && first.out.startsWith("tiny: v1 "), first.out + first.err);
        m_programs->write("next.yaml", changed("n: 1", "n: 2"));
        const Finished second = m_programs->batuta({"versions", "publish", "tiny", "next.yaml"});
        QVERIFY2(second.out.contains(": v2 "), second.out + second.err);
        QCOMPARE(flow(), changed("n: 1", "n: 2"));
        const QByteArray list = m_programs->batuta({"versions", "list", "tiny"}).out;
        QVERIFY2(list.indexOf("v2") > 0 && list.indexOf("v2") < list.indexOf("v1"), list);
        QVERIFY2(list.contains("first"), list);
        QCOMPARE(m_programs->batuta({"versions", "show", "tiny", "v1"}).out, QByteArray(kOne));
        const Finished diff = m_programs->batuta({"versions", "diff", "tiny", "1", "2"});
        QVERIFY2(diff.out.startsWith(
                     "step a changed: set.n\n--- v1\n+++ v2\n@@ -4,1 +4,1 @@\n-  a: {set: {n: 1}}\n"
                     "+  a: {set: {n: 2}}\n"),
                 diff.out);
        const Finished json = m_programs->batuta({"versions", "diff", "tiny", "1", "2", "--json"});
        const auto read = json::parse(json.out.toStdString());
        QVERIFY(read);
        QCOMPARE((*read)["steps"].at(0)["fields"].at(0)["after"].asString(), std::string("2"));
        const Finished back = m_programs->batuta({"versions", "restore", "tiny", "v1", "--note", "back"});
        QVERIFY2(back.out.contains(": v3 "), back.out + back.err);
        QCOMPARE(flow(), QByteArray(kOne));
        QVERIFY(m_programs->batuta({"versions", "diff", "tiny"}).out.contains("are the same"));
    }

    void whatWasChangedByHandIsToldAndKept()
    {
        QCOMPARE(m_programs->batuta({"versions", "publish", "tiny"}).exitCode, 0);
        m_programs->write("flows/ml_orchestrator/tiny.yaml", changed("n: 1", "n: 7"));
        QVERIFY(m_programs->batuta({"versions", "list", "tiny"}).out.contains("changed outside"));
        QVERIFY(m_programs->batuta({"versions", "diff", "tiny"}).out.contains("+  a: {set: {n: 7}}"));
        QCOMPARE(m_programs->batuta({"versions", "restore", "tiny", "1"}).exitCode, 0);
        QCOMPARE(m_programs->batuta({"versions", "show", "tiny", "2"}).out, changed("n: 1", "n: 7"));
    }

    void whatCannotRunIsNotPublished()
    {
        m_programs->write("bad.yaml", changed("a: {set", "a: {sett"));
        const Finished bad = m_programs->batuta({"versions", "publish", "tiny", "bad.yaml"});
        QCOMPARE(bad.exitCode, 3);
        m_programs->write("other.yaml", changed("name: tiny", "name: other"));
        QCOMPARE(m_programs->batuta({"versions", "publish", "tiny", "other.yaml"}).exitCode, 3);
        QCOMPARE(flow(), QByteArray(kOne));
        QCOMPARE(m_programs->batuta({"versions", "show", "tiny", "v9"}).exitCode, 2);
        QVERIFY(m_programs->batuta({"versions", "list", "nobody"}).exitCode != 0);
        QCOMPARE(m_programs->batuta({"versions", "publish"}).exitCode, 2);
    }

    void aRunningEngineTakesItAtOnce()
    {
        const QString url = m_programs->serve();
        QVERIFY(!url.isEmpty());
        m_programs->write("next.yaml", changed("n: 1", "n: 2"));
        const Finished published =
            m_programs->batuta({"versions", "publish", "tiny", "next.yaml", "--engine", url});
        QVERIFY2(published.exitCode == 0, published.err);
        const Finished run =
            m_programs->batuta({"run", "tiny", "--input", "-", "--engine", url, "--json"}, "{}");
        QVERIFY2(run.exitCode == 0, run.err);
        const Finished list = m_programs->batuta({"executions", "--engine", url, "--json"});
        const QByteArray hash = published.out.simplified().split(' ').at(2);
        QVERIFY2(hash.size() == 12 && list.out.contains(hash), list.out);
        QVERIFY(m_programs->batuta({"audit", "list", "--engine", url}).out.contains("reload"));
    }

private:
    QByteArray flow() const
    {
        QFile file(m_programs->folder() + "/flows/ml_orchestrator/tiny.yaml");
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<test::Programs> m_programs;
};

QTEST_GUILESS_MAIN(TestCliVersions)
#include "tst_cli_versions.moc"
