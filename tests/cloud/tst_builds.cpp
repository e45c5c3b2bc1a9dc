// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/build_client.h"
#include "engine/cloud/source_pack.h"
#include "tests/cloud/google_house.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QProcess>

#include <fstream>

using namespace batuta;
using namespace batuta::cloud;
using namespace std::chrono_literals;
using batuta::test::shown;
using batuta::tests::GoogleHouse;

namespace {

const std::string kStorage = "storage.googleapis.com/";
const std::string kBuilds = "cloudbuild.googleapis.com/v1/projects/demo.proj/locations/global/builds";

void write(const QTemporaryDir &folder, const char *name, const std::string &text)
{
    const QString path = folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    std::ofstream(path.toStdString()) << text;
}

/// Names in the archive, as tar sees them.
QStringList namesIn(const std::string &bytes)
{
    QProcess tar;
    tar.start("tar", {"tzf", "-"});
    tar.write(QByteArray::fromStdString(bytes));
    tar.closeWriteChannel();
    tar.waitForFinished();
    return QString::fromUtf8(tar.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
}

std::string buildJson(const char *status, const char *more = "")
{
    return R"({"id":"b1","projectId":"demo.proj","status":")" + std::string(status) +
           R"(","logsBucket":"gs://logs","logUrl":"https://x")" + more + "}";
}

} // namespace

class TestBuilds : public QObject
{
    Q_OBJECT

private slots:
    void whatIsIgnoredStaysOut_data();
    void whatIsIgnoredStaysOut();
    void aFolderIsPackedWithoutWhatIsIgnored();
    void withoutADockerfileNothingIsUploaded();
    void aBuildIsUploadedStartedAndFollowedToItsEnd();
    void aLargeSourceGoesThroughASession();
    void anUploadOfAnotherSizeIsRefused();
    void bucketsAreNamedAsGcloudNamesThem();
};

void TestBuilds::whatIsIgnoredStaysOut_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isOut");
    const auto row = [](const char *rules, const char *path, bool isOut) {
        QTest::addRow("%s: %s", rules, path) << QString(rules).replace(' ', '\n') << QString(path) << isOut;
    };
    row("*.pyc", "a/b/c.pyc", true);
    row("*.pyc", "a/b/c.py", false);
    row("/build", "build", true);
    row("/build", "a/build", false);
    row("build", "a/build", true);
    row("a/*.txt", "a/x.txt", true);
    row("a/*.txt", "a/b/x.txt", false);
    row("a/**/x.txt", "a/b/c/x.txt", true);
    row("a/**/x.txt", "a/x.txt", true);
    row("**/logs", "x/y/logs", true);
    row("*.md !README.md", "README.md", false);
    row("*.md !README.md", "OTHER.md", true);
    row("# !.env", ".env", false);
    row("file[0-9]", "file7", true);
    row("file[!0-9]", "file7", false);
    row("?", "ab", false);
    row("?", "a", true);
    row("dist/", "dist", false); // not a folder here
    row("a*b*c*d*e*f*g*h*i*j", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false);
}

void TestBuilds::whatIsIgnoredStaysOut()
{
    QFETCH(QString, rules);
    QFETCH(QString, path);
    const IgnoreRules parsed = IgnoreRules::parse(rules.toStdString());
    QTEST(parsed.ignores(path.toStdString(), false), "isOut");
}

void TestBuilds::aFolderIsPackedWithoutWhatIsIgnored()
{
    QTemporaryDir folder;
    write(folder, "Dockerfile", "FROM scratch\n");
    write(folder, "app/main.py", "print(1)\n");
    write(folder, "app/main.pyc", "x");
    write(folder, "node_modules/a/index.js", "x");
    write(folder, ".git/config", "x");
    write(folder, ".gitignore", "everything\n");
    write(folder, ".gcloudignore", "*.pyc\nnode_modules/\n");
    const auto pack = packSource(folder.path().toStdString());
    BATUTA_VERIFY_OK(pack);
    QCOMPARE(namesIn(pack->bytes).join(' '), QString(".gitignore Dockerfile app/main.py"));
    QCOMPARE(pack->files, std::uint64_t{3});
    QCOMPARE(shown(packSource(folder.path().toStdString())->bytes.substr(10)), shown(pack->bytes.substr(10)));
}

void TestBuilds::withoutADockerfileNothingIsUploaded()
{
    GoogleHouse house;
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    QTemporaryDir folder;
    std::unique_ptr<Running> running;
    const auto built = house.ask<Build>([&](auto reply) {
        running = BuildClient(api).build({"demo.proj", folder.path().toStdString(), "i"}, {}, reply, 1ms);
    });
    BATUTA_VERIFY_ERROR(built, ErrorCode::FlowBadValue);
    QVERIFY(house.asked().empty());
}

void TestBuilds::aBuildIsUploadedStartedAndFollowedToItsEnd()
{
    GoogleHouse house;
    QTemporaryDir folder;
    write(folder, "Dockerfile", "FROM scratch\n");
    const std::size_t size = packSource(folder.path().toStdString())->bytes.size();
    house.on("POST " + kStorage + "storage/v1/b", {200, "{}"});
    house.on("POST " + kStorage + "upload/storage/v1/b/demo_proj_cloudbuild/o",
             {200, R"({"bucket":"demo_proj_cloudbuild","generation":"7","size":")" + std::to_string(size) +
                       "\"}"});
    house.on("POST " + kBuilds,
             {200, R"({"name":"operations/build/x","metadata":{"build":)" + buildJson("QUEUED") + "}}"});
    house.on("GET " + kBuilds + "/b1", {200, buildJson("WORKING")});
    house.on("GET " + kBuilds + "/b1", {200, buildJson("WORKING")});
    house.on("GET " + kBuilds + "/b1",
             {200, buildJson("SUCCESS", R"(,"results":{"images":[{"name":"r/i:1","digest":"sha256:9"}]})")});
    const std::string log = "GET " + kStorage + "logs/log-b1.txt";
    house.on(log, {404, "{}"});
    house.on(log, {206, "Step 1\n"});
    house.on(log, {200, "Step 1\nStep 2\n"}); // a server that knows no ranges
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    BuildClient client(api);
    QStringList told;
    QString text;
    BuildWatch watch;
    watch.changed = [&](const Build &build) { told << shown(build.said); };
    watch.log = [&](std::string_view more) { text += shown(more); };
    std::unique_ptr<Running> running;
    const auto built = house.ask<Build>([&](auto reply) {
        running = client.build({"demo.proj", folder.path().toStdString(), "r/i:1"}, watch, reply, 1ms);
    });
    BATUTA_VERIFY_OK(built);
    QVERIFY(built->status == Build::Status::Success);
    QCOMPARE(shown(built->images.at(0)), QString("r/i:1@sha256:9"));
    QCOMPARE(told.join(' '), QString("QUEUED WORKING SUCCESS"));
    QCOMPARE(text, QString("Step 1\nStep 2\n"));
    const json::Value sent = house.body(3);
    QCOMPARE(shown(json::write(sent["steps"].at(0)["args"])),
             QString(R"(["build","--network","cloudbuild","--no-cache","-t","r/i:1","."])"));
    QCOMPARE(shown(sent["source"]["storageSource"]["generation"].asString()), QString("7"));
    const std::string body = house.request(2).body;
    QVERIFY(body.find("\r\n\r\n\x1f\x8b") != std::string::npos); // gzip behind its own header
}

void TestBuilds::aLargeSourceGoesThroughASession()
{
    GoogleHouse house;
    QTemporaryDir folder;
    write(folder, "Dockerfile", "FROM scratch\n");
    std::string noise; // what gzip cannot make smaller
    for (unsigned seed = 1; noise.size() < (6u << 20); seed = seed * 1'664'525 + 1'013'904'223)
        noise += static_cast<char>(seed >> 24);
    write(folder, "data", noise);
    house.on("GET " + kStorage + "storage/v1/b/demo_proj_cloudbuild", {200, "{}"});
    house.on("POST " + kStorage + "resumable/upload/storage/v1/b/demo_proj_cloudbuild/o",
             {200, "{}", {{"Location", "http://storage.googleapis.com/session/1"}}});
    house.on("PUT " + kStorage + "session/1", {200, R"({"size":"1"})"});
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    std::unique_ptr<Running> running;
    const auto built = house.ask<Build>([&](auto reply) {
        running = BuildClient(api).build({"demo.proj", folder.path().toStdString(), "i"}, {}, reply, 1ms);
    });
    BATUTA_VERIFY_ERROR(built, ErrorCode::NetProtocol); // the size is not that of what was sent
    QCOMPARE(house.request(2).body.size(), packSource(folder.path().toStdString())->bytes.size());
}

void TestBuilds::anUploadOfAnotherSizeIsRefused()
{
    GoogleHouse house;
    QTemporaryDir folder;
    write(folder, "Dockerfile", "FROM scratch\n");
    house.on("GET " + kStorage + "storage/v1/b/demo_proj_cloudbuild", {200, "{}"});
    house.on("POST " + kStorage + "upload/storage/v1/b/demo_proj_cloudbuild/o", {200, R"({"size":"3"})"});
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    std::unique_ptr<Running> running;
    const auto built = house.ask<Build>([&](auto reply) {
        running = BuildClient(api).build({"demo.proj", folder.path().toStdString(), "i"}, {}, reply, 1ms);
    });
    BATUTA_VERIFY_ERROR(built, ErrorCode::NetProtocol);
    QCOMPARE(house.asked().size(), std::size_t{2});
}

void TestBuilds::bucketsAreNamedAsGcloudNamesThem()
{
    QCOMPARE(shown(sourceBucketOf("example.com:my-google-app")),
             QString("example_com_my-elgoog-app_cloudbuild"));
}

QTEST_APPLESS_MAIN(TestBuilds)
#include "tst_builds.moc"
