// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/workspace_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;

class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error"); // "" when it reads
        QTest::newRow("whole") << QByteArray("name: plataforma\nenvironment: staging\nsandbox: true\n") << "";
        QTest::newRow("name only") << QByteArray("name: plataforma\n") << "";
        QTest::newRow("journal") << QByteArray("name: plataforma\njournal: normal\n") << "";
        QTest::newRow("keep") << QByteArray("name: plataforma\nkeep: {age: 30d, count: 100000, size: 2GiB}\n")
                              << "";
        QTest::newRow("max_data") << QByteArray("name: plataforma\nmax_data: 256MiB\n") << "";
        QTest::newRow("no data at all") << QByteArray("max_data: 0\n") << "batuta.yaml:1:11";
        QTest::newRow("wrong max_data") << QByteArray("max_data: much\n") << "max_data";
        QTest::newRow("awake") << QByteArray("name: plataforma\nawake: true\n") << "";
        QTest::newRow("neither awake nor not") << QByteArray("awake: often\n") << "batuta.yaml:1:8";
        QTest::newRow("unknown journal") << QByteArray("journal: sometimes\n") << "batuta.yaml:1:10";
        QTest::newRow("keep is no mapping") << QByteArray("keep: 30d\n") << "keep";
        QTest::newRow("unknown limit") << QByteArray("keep: {weight: 3}\n") << "keep.weight";
        QTest::newRow("wrong age") << QByteArray("keep:\n  age: soon\n") << "batuta.yaml:2:8";
        QTest::newRow("wrong count") << QByteArray("keep: {count: -1}\n") << "keep.count";
        QTest::newRow("wrong size") << QByteArray("keep: {size: big}\n") << "keep.size";
        QTest::newRow("unknown key") << QByteArray("nmae: x\n") << "nmae";
        QTest::newRow("not a switch") << QByteArray("sandbox: maybe\n") << "sandbox";
        QTest::newRow("a list") << QByteArray("- a\n") << "batuta.yaml";
        QTest::newRow("cloud") << QByteArray("name: plataforma\ncloud: {project: p, region: us-east1}\n")
                               << "";
        QTest::newRow("cloud is no mapping") << QByteArray("cloud: p\n") << "cloud";
        QTest::newRow("unknown key of the cloud")
            << QByteArray("cloud:\n  projekt: p\n") << "batuta.yaml:2:3";
        QTest::newRow("guard is no switch")
            << QByteArray("cloud: {environments: {dev: {guard: maybe}}}\n") << "cloud.guard";
        QTest::newRow("broken") << QByteArray("name: [\n") << "batuta.yaml";
        QTest::newRow("twice") << QByteArray("name: a\nname: b\n") << "name";
        QTest::newRow("too long") << QByteArray("name: ") + QByteArray(500, 'x') << "name";
        QTest::newRow("huge") << QByteArray(70'000, '#') << "batuta.yaml";
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        QTemporaryDir folder;
        QFile file(folder.filePath("batuta.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto read = app::readWorkspaceFile(folder.path().toStdString());
        QCOMPARE(bool(read), error.isEmpty());
        if (read)
            QCOMPARE(read->name, std::string("plataforma"));
        else
            QVERIFY2(errorText(read.error()).find(error.toStdString()) != std::string::npos,
                     errorText(read.error()).c_str());
    }

    void readsWhatTheHistoryKeeps()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("batuta.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("journal: memory\nawake: true\nmax_data: 3KiB\nkeep: {age: 2d, count: 7, size: 3KiB}\n");
        file.close();
        const auto read = app::readWorkspaceFile(folder.path().toStdString());
        QVERIFY(read);
        QVERIFY(read->journal == store::Durability::Memory);
        QVERIFY(read->awake && !read->sandbox);
        QCOMPARE(read->maxData.value_or(0), std::uint64_t(3 * 1024));
        QVERIFY(read->keep.age == std::chrono::hours(48));
        QCOMPARE(read->keep.count, 7);
        QCOMPARE(read->keep.bytes, 3 * 1024);
    }

    void everyEnvironmentHasItsPlaceInTheCloud()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("batuta.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "cloud:\n  project: demo\n  region: us-east1\n  service: web\n  credentials: keys/key.json\n"
            "  proxy: http://proxy.corp:3128\n  no_proxy: \"a.corp, *.b.corp\"\n  ca: keys/corp.pem\n"
            "  environments:\n    dev: {server: \"http://127.0.0.1:8791\", credentials: \"\"}\n"
            "    production: {project: demo-prod}\n    eu: {region: europe-west1, guard: true}\n");
        file.close();
        const auto read = app::readWorkspaceFile(folder.path().toStdString());
        QVERIFY2(read, read ? "" : errorText(read.error()).c_str());
        const auto dev = read->cloud.of("dev"), production = read->cloud.of("production"),
                   eu = read->cloud.of("eu"), other = read->cloud.of("staging", {"p2", ""});
        QVERIFY(dev && production && eu && other);
        QVERIFY(dev->isLocal() && !dev->isGuarded && dev->credentials.empty());
        QCOMPARE(QString::fromStdString(production->credentials), folder.filePath("keys/key.json"));
        QCOMPARE(production->project, std::string("demo-prod"));
        QVERIFY(production->isGuarded && !production->isLocal());
        QVERIFY(eu->isGuarded && eu->region == "europe-west1" && eu->service == "web");
        QVERIFY(other->project == "p2" && other->region == "us-east1" && !other->isGuarded);
        QCOMPARE(dev->proxy, std::string("http://proxy.corp:3128"));
        QCOMPARE(dev->noProxy, std::string("a.corp, *.b.corp"));
        QVERIFY2(dev->caFile.ends_with("/keys/corp.pem"), dev->caFile.c_str());
        QVERIFY(read->cloud.of("prod")->isGuarded);
        QVERIFY(!app::CloudPlaces().of("dev"));
    }

    void withoutTheFileTheFolderGivesTheName()
    {
        QTemporaryDir folder;
        const auto read = app::readWorkspaceFile(folder.path().toStdString());
        QVERIFY(read);
        QCOMPARE(QString::fromStdString(read->name), folder.path().section('/', -1));
        QVERIFY(!read->sandbox);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspace_file.moc"
