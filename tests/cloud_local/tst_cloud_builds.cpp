// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/archive.h"
#include "engine/cloud_local/images.h"
#include "tests/cloud_local/cloud_house.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace batuta;
using batuta::test::shown;

/// Sources are uploaded, built and run; archives bring nothing from outside their folder.
class TstCloudBuilds : public QObject
{
    Q_OBJECT

private slots:
    void anUploadedSourceBecomesAnImageThatRuns();
    void aBuildThatFailsSaysWhy_data();
    void aBuildThatFailsSaysWhy();
    void uploadsComeInTwoWays();
    void namesOfImages_data();
    void namesOfImages();
    void archivesStayInside_data();
    void archivesStayInside();
    void archivesAreBounded();

private:
    static QByteArray pack(tests::CloudHouse &house,
                           const std::vector<std::pair<std::string, std::string>> &files);
    static json::Value build(tests::CloudHouse &house, const QByteArray &archive, const std::string &tag);
};

namespace {

/// One ustar header with its content; what no tar program would write, too.
std::string tarEntry(const std::string &name, char type, const std::string &content,
                     const std::string &link = {})
{
    std::string head(512, '\0');
    const auto put = [&](std::size_t at, const std::string &text) { head.replace(at, text.size(), text); };
    const auto octal = [](std::size_t number) {
        char text[12];
        std::snprintf(text, sizeof text, "%011zo", number);
        return std::string(text);
    };
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, octal(content.size()));
    put(136, octal(0));
    put(148, "        ");
    head[156] = type;
    put(157, link);
    put(257, "ustar");
    put(263, "00");
    unsigned sum = 0;
    for (const char c : head)
        sum += static_cast<unsigned char>(c);
    char text[8];
    std::snprintf(text, sizeof text, "%06o", sum);
    put(148, std::string(text));
    head[154] = '\0';
    return head + content + std::string((512 - content.size() % 512) % 512, '\0');
}

} // namespace

QByteArray TstCloudBuilds::pack(tests::CloudHouse &house,
                                const std::vector<std::pair<std::string, std::string>> &files)
{
    const QString folder = QString::fromStdString(house.folder() + "/source");
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    for (const auto &[name, text] : files)
        house.write("source/" + name, text);
    QProcess tar;
    tar.start("tar", {"-czf", folder + ".tgz", "-C", folder, "."});
    tar.waitForFinished();
    QFile file(folder + ".tgz");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

json::Value TstCloudBuilds::build(tests::CloudHouse &house, const QByteArray &archive, const std::string &tag)
{
    house.ask("POST", "storage", "/storage/v1/b?project=demo-proj",
              json::Object{{"name", "demo-proj_cloudbuild"}});
    // As gcloud writes it: single quotes round the boundary, and LF.
    const std::string body =
        "--===1==\nContent-Type: application/json\n\n{\"size\":\"" + std::to_string(archive.size()) +
        "\"}\n--===1==\nContent-Type: application/x-tar\n\n" + archive.toStdString() + "\n--===1==--";
    const auto stored =
        house
            .askText("POST", "storage",
                     "/upload/storage/v1/b/demo-proj_cloudbuild/o?uploadType=multipart&name=source%2Fa.tgz",
                     body, {{"Content-Type", "multipart/related; boundary='===1=='"}})
            .body;
    if (stored["size"].asString() != std::to_string(archive.size()))
        return stored;
    const auto begun =
        house
            .ask("POST", "cloudbuild", "/v1/projects/demo-proj/locations/global/builds",
                 json::Object{{"source", json::Object{{"storageSource",
                                                       json::Object{{"bucket", "demo-proj_cloudbuild"},
                                                                    {"object", "source/a.tgz"},
                                                                    {"generation", stored["generation"]}}}}},
                              {"images", json::Array{tag}}})
            .body;
    const std::string id = begun["metadata"]["build"]["id"].asString();
    json::Value now;
    house.run.runUntil([&] { return house.cloud != nullptr; });
    for (int i = 0; i < 400; ++i) {
        now = house.ask("GET", "cloudbuild", "/v1/projects/demo-proj/locations/global/builds/" + id).body;
        if (!now["finishTime"].isNull())
            break;
    }
    return now;
}

void TstCloudBuilds::anUploadedSourceBecomesAnImageThatRuns()
{
    tests::CloudHouse house;
    const QByteArray archive =
        pack(house, {{"image.yaml", "build: \"echo built > made.txt\"\ncommand: [\"" +
                                        std::string(FLEET_PROGRAM) + "\"]\nenv: {FROM: image}\n"}});
    const json::Value built = build(house, archive, "gcr.io/demo-proj/app:v1");
    QCOMPARE(shown(built["status"].asString()), "SUCCESS");
    const std::string digest = built["results"]["images"].at(0)["digest"].asString();
    QVERIFY(digest.starts_with("sha256:"));
    const json::Value service = house.deploy("shop", "gcr.io/demo-proj/app:v1");
    QVERIFY(shown(tests::conditionWords(service)).startsWith("Ready True"));
    const auto revision = house
                              .ask("GET", "us-east1-run",
                                   "/apis/serving.knative.dev/v1/namespaces/demo-proj/revisions/" +
                                       service["status"]["latestReadyRevisionName"].asString())
                              .body;
    const std::string pinned = revision["status"]["imageDigest"].asString();
    QCOMPARE(shown(pinned), shown("gcr.io/demo-proj/app@" + digest));
    // gcloud writes the digest into the next template: it can be run, too.
    QVERIFY(shown(tests::conditionWords(house.deploy("cart", pinned))).startsWith("Ready True"));
    const auto images = house
                            .ask("GET", "artifactregistry",
                                 "/v1/projects/demo-proj/locations/us/repositories/gcr.io/dockerImages")
                            .body["dockerImages"];
    QCOMPARE(shown(images.at(0)["uri"].asString()), shown(pinned));
    QCOMPARE(shown(images.at(0)["tags"].at(0).asString()), "v1");
    const auto log = house.ask("GET", "storage", "/logs/log-" + built["id"].asString() + ".txt");
    QVERIFY2(shown(log.text).contains("PUSH gcr.io/demo-proj/app:v1"), log.text.c_str());
    QCOMPARE(house
                 .ask("GET", "storage", "/logs/log-" + built["id"].asString() + ".txt", {},
                      {{"Range", "bytes=100000-"}})
                 .status,
             416);
}

void TstCloudBuilds::aBuildThatFailsSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no manifest") << "readme.txt"
                                 << "hello"
                                 << "there is neither an image.yaml nor a Procfile";
    QTest::newRow("a command that fails") << "image.yaml"
                                          << "build: \"exit 7\"\ncommand: run\n"
                                          << "non-zero status: 7";
    QTest::newRow("an unknown key") << "image.yaml"
                                    << "comand: run\n"
                                    << "unknown key comand";
    QTest::newRow("no web line") << "Procfile"
                                 << "worker: run\n"
                                 << "there is no line that begins with web:";
}

void TstCloudBuilds::aBuildThatFailsSaysWhy()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, detail);
    tests::CloudHouse house;
    const json::Value built = build(house, pack(house, {{name.toStdString(), text.toStdString()}}), "app:v1");
    QCOMPARE(shown(built["status"].asString()), "FAILURE");
    QVERIFY2(shown(built["failureInfo"]["detail"].asString()).contains(detail), json::write(built).c_str());
    QVERIFY(house.ask("GET", "artifactregistry", "/v1/projects/demo-proj/locations/us/repositories")
                .body["repositories"]
                .asArray()
                .empty());
}

void TstCloudBuilds::uploadsComeInTwoWays()
{
    tests::CloudHouse house;
    QCOMPARE(house.ask("GET", "storage", "/storage/v1/b/mine").status, 404);
    house.ask("POST", "storage", "/storage/v1/b?project=demo-proj", json::Object{{"name", "mine"}});
    QCOMPARE(house.ask("POST", "storage", "/storage/v1/b?project=demo-proj", json::Object{{"name", "mine"}})
                 .status,
             409);
    QCOMPARE(house.ask("GET", "storage", "/storage/v1/b?prefix=mi&project=demo-proj")
                 .body["items"]
                 .asArray()
                 .size(),
             std::size_t(1));
    const auto begun =
        house.askText("POST", "storage",
                      "/resumable/upload/storage/v1/b/mine/o?uploadType=resumable&name=a%2Fb.bin", "", {});
    const std::string place = begun.header("Location");
    QVERIFY2(shown(place).startsWith("http://storage.googleapis.com/resumable/upload/"), place.c_str());
    const std::string bytes(300'000, '\x01');
    const auto stored = house.askText("PUT", "storage", place.substr(place.find("/resumable")), bytes, {});
    QCOMPARE(shown(stored.body["size"].asString()), "300000");
    QCOMPARE(house.ask("GET", "storage", "/storage/v1/b/mine/o/a%2Fb.bin?alt=media").text, bytes);
    QCOMPARE(shown(house.ask("GET", "storage", "/storage/v1/b/mine/o/a%2Fb.bin").body["name"].asString()),
             "a/b.bin");
    QCOMPARE(house.ask("DELETE", "storage", "/storage/v1/b/mine/o/a%2Fb.bin").status, 204);
    QCOMPARE(house.ask("GET", "storage", "/storage/v1/b/mine/o/a%2Fb.bin").status, 404);
    QCOMPARE(house
                 .askText("POST", "storage", "/upload/storage/v1/b/mine/o?uploadType=multipart&name=x",
                          "no parts", {{"Content-Type", "multipart/related; boundary=x"}})
                 .status,
             400);
}

void TstCloudBuilds::namesOfImages_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("parts");
    QTest::newRow("plain") << "app"
                           << "app latest ";
    QTest::newRow("tag") << "gcr.io/p/app:v1"
                         << "gcr.io/p/app v1 ";
    QTest::newRow("port") << "localhost:5000/p/app"
                          << "localhost:5000/p/app latest ";
    QTest::newRow("port and tag") << "localhost:5000/p/app:v1"
                                  << "localhost:5000/p/app v1 ";
    QTest::newRow("digest") << "gcr.io/p/app@sha256:12"
                            << "gcr.io/p/app  sha256:12";
    QTest::newRow("tag and digest") << "gcr.io/p/app:v1@sha256:12"
                                    << "gcr.io/p/app v1 sha256:12";
}

void TstCloudBuilds::namesOfImages()
{
    QFETCH(QString, reference);
    QFETCH(QString, parts);
    const auto name = cloud_local::imageName(reference.toStdString());
    QCOMPARE(shown(name.name + " " + name.tag + " " + name.digest), parts);
}

void TstCloudBuilds::archivesStayInside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isFine");
    const auto row = [](const char *name, const std::string &entries, bool isFine) {
        QTest::newRow(name) << QByteArray::fromStdString(entries + std::string(1024, '\0')) << isFine;
    };
    row("a file", tarEntry("a/b.txt", '0', "hello"), true);
    row("a link inside", tarEntry("a/b.txt", '0', "hello") + tarEntry("c", '2', "", "a/b.txt"), true);
    row("a link up and inside", tarEntry("a/b", '2', "", "../c.txt"), true);
    row("a path up", tarEntry("../evil.txt", '0', "x"), false);
    row("a path up in the middle", tarEntry("a/../../evil.txt", '0', "x"), false);
    row("an absolute path", tarEntry("/tmp/batuta-evil.txt", '0', "x"), false);
    row("a link out", tarEntry("a", '2', "", "../../etc"), false);
    row("an absolute link", tarEntry("a", '2', "", "/etc/passwd"), false);
    row("a hard link out", tarEntry("a", '1', "", "../../etc/passwd"), false);
    row("a write through a link",
        tarEntry("d", '2', "", ".") + tarEntry("e/f", '0', "x") + tarEntry("e/g", '2', "", "../../x"), false);
    row("a device", tarEntry("null", '3', ""), false);
    row("a pipe", tarEntry("pipe", '6', ""), false);
}

void TstCloudBuilds::archivesStayInside()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isFine);
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.tar").toStdString();
    QFile file(folder.filePath("a.tar"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const Status done = cloud_local::unpack(path, folder.filePath("out/deep").toStdString());
    QCOMPARE(done.has_value(), isFine);
    QCOMPARE(QFile::exists(folder.filePath("out/deep")), isFine); // nothing is left of what was refused
    QVERIFY(!QFile::exists(folder.filePath("out/evil.txt")));
    QVERIFY(!QFile::exists(folder.filePath("evil.txt")));
}

void TstCloudBuilds::archivesAreBounded()
{
    QTemporaryDir folder;
    std::string many;
    for (int i = 0; i < 20; ++i)
        many += tarEntry("f" + std::to_string(i), '0', std::string(1000, 'x'));
    QFile file(folder.filePath("a.tar"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(many + std::string(1024, '\0')));
    file.close();
    const std::string path = folder.filePath("a.tar").toStdString();
    const std::string out = folder.filePath("out").toStdString();
    BATUTA_VERIFY_ERROR(cloud_local::unpack(path, out, {1'000'000, 10}), ErrorCode::FileTooLarge);
    BATUTA_VERIFY_ERROR(cloud_local::unpack(path, out, {10'000, 100}), ErrorCode::FileTooLarge);
    BATUTA_VERIFY_OK(cloud_local::unpack(path, out, {20'000, 20}));
    BATUTA_VERIFY_ERROR(cloud_local::unpack(folder.filePath("none").toStdString(), out),
                        ErrorCode::InputInvalid);
}

QTEST_GUILESS_MAIN(TstCloudBuilds)
#include "tst_cloud_builds.moc"
