// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace batuta;
using test::Finished;
using test::Programs;

/// The engine as a service of Cloud Run: its root file system, and Batuta deployed by Batuta.
class TestCliContainer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theRootFileSystemIsWhole();
    void aFolderThatIsNotEmptyIsRefused();
    void whatTheBaseHasIsLeftOut();
    void whatIsAboveTheBaseIsSmall();
    void batutaDeploysBatuta();

private:
    /// installer/container/rootfs with these words, over the programs under test.
    Finished rootfs(const QString &words, const QString &most = "60") const
    {
        return m_programs->shell(
            "BATUTA_MOST_MB=" + most +
            " BATUTA_PROGRAMS=" BATUTA_BIN_DIR " " BATUTA_SOURCE_DIR "/installer/container/rootfs " + words);
    }

    std::unique_ptr<Programs> m_programs;
};

void TestCliContainer::initTestCase()
{
    m_programs = std::make_unique<Programs>();
    QVERIFY(m_programs->isReady());
    const Finished made = rootfs("image");
    QVERIFY2(made.exitCode == 0, made.err);
}

void TestCliContainer::theRootFileSystemIsWhole()
{
    // The linker of the folder, told to look nowhere else.
    const Finished listed =
        m_programs->shell("./image/usr/lib64/ld-linux-x86-64.so.2 --inhibit-cache --library-path "
                          "\"$PWD/image/usr/lib\" --list image/usr/bin/batuta");
    QVERIFY2(listed.exitCode == 0, listed.err);
    const QByteArray inside = m_programs->folder().toUtf8() + "/image/usr/lib/";
    int libraries = 0;
    for (const QByteArray &line : listed.out.split('\n')) {
        if (!line.contains("=>"))
            continue;
        QVERIFY2(line.contains(inside) || line.contains("ld-linux"), line);
        ++libraries;
    }
    QVERIFY(libraries > 10);
    QVERIFY(
        QFile::exists(m_programs->folder() + "/image/srv/batuta/flows/ml_orchestrator/update_profile.yaml"));
    QVERIFY(QFile::exists(m_programs->folder() + "/image/etc/ssl/certs/ca-certificates.crt"));
    const Finished secrets = m_programs->shell("find image -name .env -o -name '*.db' -o -name '*.key'");
    QCOMPARE(secrets.out, QByteArray());
}

void TestCliContainer::aFolderThatIsNotEmptyIsRefused()
{
    const Finished again = rootfs("image");
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.err.contains("image is not empty"), again.err);
}

void TestCliContainer::whatTheBaseHasIsLeftOut()
{
    QVERIFY(QDir(m_programs->folder()).mkpath("base/x86_64-linux-gnu"));
    m_programs->write("base/x86_64-linux-gnu/libstdc++.so.6", "");
    const Finished made = rootfs("--without base above", "1000");
    QVERIFY2(made.exitCode == 0, made.err);
    QVERIFY(made.err.contains("above the base"));
    QVERIFY(!QFile::exists(m_programs->folder() + "/above/usr/lib/libstdc++.so.6"));
    QVERIFY(QFile::exists(m_programs->folder() + "/above/usr/lib/libyaml-cpp.so.0.7"));
    QVERIFY(!QFile::exists(m_programs->folder() + "/above/etc/passwd")); // the base's own
}

/// Above a base that has no more than every Debian: debian:12-slim has a dozen of the other libraries, too.
void TestCliContainer::whatIsAboveTheBaseIsSmall()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer makes the program several times as large");
#endif
    constexpr qint64 kMost = 60'000'000;
    QVERIFY(QDir(m_programs->folder()).mkpath("least"));
    for (const char *name :
         {"ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6"})
        m_programs->write(QStringLiteral("least/") + name, "");
    const Finished made = rootfs("--without least layers");
    QVERIFY2(made.exitCode == 0, made.err);
    qint64 size = 0;
    QDirIterator files(m_programs->folder() + "/layers", QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        size += QFileInfo(files.next()).size();
    qInfo("%lld MB above the base", size / 1'000'000);
    QVERIFY(size > 10'000'000); // the program is in it
    QVERIFY2(size < kMost, QByteArray::number(size));
    const Finished big = m_programs->shell("find layers -name 'libicu*' -o -name 'libxml2*'");
    QCOMPARE(big.out, QByteArray()); // 35 MB that nothing here needs
    // Whoever builds the container is told, too.
    const Finished told = rootfs("--without least again", "1");
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.err.contains("more than 1 MB above the base"), told.err);
}

void TestCliContainer::batutaDeploysBatuta()
{
    m_programs->write("images.yaml", "images:\n  local/batuta:\n    directory: image\n");
    const QString cloud = m_programs->localCloud();
    QVERIFY(!cloud.isEmpty());
    m_programs->write("batuta.yaml", "name: demo\nenvironment: dev\ncloud: {project: demo-proj, region: "
                                     "us-east1, service: engine, server: \"" +
                                         cloud.toUtf8() + "\"}\n");
    // The functions' URLs come from the workspace's .env; the token is no word of the command line.
    m_programs->write("token", "a-token-of-the-test-only");
    const Finished deployed = m_programs->shell("printf 'BATUTA_TOKEN=%s\\n' \"$(cat token)\" | cat .env - "
                                                ">service.env && batuta deploy --image local/batuta "
                                                "--keys service.env --memory 1Gi --cpu 1 --min 1 --public");
    QVERIFY2(deployed.exitCode == 0, deployed.err);
    QVERIFY2(!deployed.err.contains("a-token-of-the-test-only"), deployed.err);
    const json::Value service = Programs::lastLine(m_programs->batuta({"traffic", "--json"}).out);
    const QString url = QString::fromStdString(service["url"].asString());
    QVERIFY(!url.isEmpty());

    const Finished refused =
        m_programs->shell("curl -s -o /dev/null -w '%{http_code}' " + url + "/executions");
    QCOMPARE(refused.out, QByteArray("401"));
    m_programs->write("input.json", Programs::sample());
    const Finished ran = m_programs->batuta(
        {"run", "update_profile", "--engine", url, "--token-file", "token", "-i", "input.json"});
    QVERIFY2(ran.exitCode == 0, ran.err + ran.out);
    const Finished listed = m_programs->batuta(
        {"executions", "--engine", url, "--token-file", "token", "--status", "success", "--json"});
    QVERIFY2(listed.out.contains("update_profile"), listed.out);
    // What it logs is read like any service's.
    QTRY_VERIFY_WITH_TIMEOUT(
        m_programs->batuta({"logs", "--cloud", "jsonPayload.event=\"execution_end\"", "--json"})
            .out.contains("update_profile"),
        15'000);
}

QTEST_GUILESS_MAIN(TestCliContainer)
#include "tst_cli_container.moc"
