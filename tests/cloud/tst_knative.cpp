// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/knative.h"
#include "tests/cloud/google_house.h"
#include "tests/cloud/knative_service.h"
#include "tests/support/verify.h"

#include <QProcess>

using namespace batuta;
using namespace batuta::cloud;
using batuta::test::shown;
using batuta::tests::GoogleHouse;
using batuta::tests::service;

namespace {

const ServiceName kName{"demo-proj", "us-east1", "svc"};
const std::string kHost =
    "us-east1-run.googleapis.com/apis/serving.knative.dev/v1/namespaces/demo-proj/services";

struct Client
{
    explicit Client(GoogleHouse &house)
        : signIn(house.ground(), tests::anybody())
        , api(house.ground(), signIn)
    {
    }
    SignIn signIn;
    Api api;
    KnativeClient knative{api};
};

} // namespace

class TestKnative : public QObject
{
    Q_OBJECT

private slots:
    void anExportReadsBackTheSame();
    void whatIsTheServersIsLeftOut();
    void everyValueOfAKeyIsQuoted();
    void pythonsReaderSeesTheSameTexts();
    void whatGcloudWroteUnquotedIsReadAsTexts();
    void aReplacementSendsTheVersionThatWasRead();
    void aServiceThatIsNotThereIsMade();
    void aFileOfAnotherServiceIsRefused();
};

void TestKnative::anExportReadsBackTheSame()
{
    const auto read = readKnative(knativeYaml(service()), "svc.yaml", kName);
    BATUTA_VERIFY_OK(read);
    QVERIFY((*read)["spec"]["template"]["spec"] == service()["spec"]["template"]["spec"]);
    QVERIFY((*read)["spec"]["traffic"] == service()["spec"]["traffic"]);
    QCOMPARE(shown(knativeYaml(*read).substr(0, 200)),
             shown(knativeYaml(*readKnative(knativeYaml(*read), "x", kName)).substr(0, 200)));
}

void TestKnative::whatIsTheServersIsLeftOut()
{
    const QString yaml = shown(knativeYaml(service()));
    for (const char *gone :
         {"uid", "selfLink", "resourceVersion", "generation:", "creationTimestamp", "status", "creator",
          "client-name", "operation-id", "svc-00042-kep", "nonce", "urls"})
        QVERIFY2(!yaml.contains(gone), gone);
    QVERIFY(yaml.startsWith("apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: svc\n"));
    QVERIFY(yaml.contains("run.googleapis.com/ingress: all\n"));
}

void TestKnative::everyValueOfAKeyIsQuoted()
{
    const QString yaml = shown(knativeYaml(service()));
    for (const char *line : {"- name: FEATURE\n          value: \"yes\"\n", "value: \"12:30:45\"\n",
                             "value: \"012\"\n", "value: \"\"\n", "- name: \"y\"\n", "maxScale: \"100\"\n",
                             "key: \"3\"\n", "\"on\": \"yes\"\n", "containerPort: 8080\n"})
        QVERIFY2(yaml.contains(line), qPrintable(QString(line) + "\n" + yaml));
}

void TestKnative::pythonsReaderSeesTheSameTexts()
{
    // YAML 1.1, which gcloud reads with.
    QProcess python;
    python.start("python3",
                 {"-c", "import sys, yaml, json\n"
                        "s = yaml.safe_load(sys.stdin.buffer.read().decode())\n"
                        "print(json.dumps(s['spec']['template']['spec']['containers'][0]['env']))"});
    QVERIFY(python.waitForStarted());
    python.write(QByteArray::fromStdString(knativeYaml(service())));
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished());
    if (python.exitCode() != 0 && python.readAllStandardError().contains("No module named"))
        QSKIP("python3-yaml is not installed: the reader of YAML 1.1 is not asked");
    const auto env = json::parse(python.readAllStandardOutput().toStdString());
    BATUTA_VERIFY_OK(env);
    QVERIFY(*env == service()["spec"]["template"]["spec"]["containers"].at(0)["env"]);
}

void TestKnative::whatGcloudWroteUnquotedIsReadAsTexts()
{
    const auto read = readKnative(
        "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: svc\n"
        "  labels: {on: 1}\nspec:\n  template:\n    spec:\n      timeoutSeconds: 540\n      containers:\n"
        "      - image: i\n        args: [yes, 1.5]\n        resources: {limits: {cpu: 2}}\n        env:\n   "
        "     - name: A\n          value: yes\n"
        "        - name: B\n          value: 12:30:45\n        - {name: C, value: 1.0}\n        - {name: D, "
        "value: }\n",
        "svc.yaml", kName);
    BATUTA_VERIFY_OK(read);
    const json::Value of = (*read)["spec"]["template"]["spec"];
    QCOMPARE(
        shown(json::write(of["containers"].at(0)["env"])),
        QString(
            R"([{"name":"A","value":"yes"},{"name":"B","value":"12:30:45"},{"name":"C","value":"1.0"},{"name":"D","value":""}])"));
    QCOMPARE(shown(json::write(of["containers"].at(0)["args"])), QString(R"(["yes","1.5"])"));
    QCOMPARE(shown(json::write(of["containers"].at(0)["resources"])), QString(R"({"limits":{"cpu":"2"}})"));
    QCOMPARE(of["timeoutSeconds"].asInteger(), std::int64_t{540});
}

void TestKnative::aReplacementSendsTheVersionThatWasRead()
{
    GoogleHouse house;
    house.on("GET " + kHost + "/svc", {200, json::write(service())});
    house.on("PUT " + kHost + "/svc", {200, json::write(service())});
    Client client(house);
    const auto replaced = house.ask<Operation>([&](auto reply) {
        client.knative.replace(kName, knativeYaml(service()), CloudPort::Check::Apply, reply);
    });
    BATUTA_VERIFY_OK(replaced);
    QCOMPARE(shown(replaced->name), QString("projects/demo-proj/locations/us-east1/operations/o"));
    const json::Value sent = house.body(1);
    QCOMPARE(shown(sent["metadata"]["resourceVersion"].asString()), QString("AAZU4FN7oZM"));
    QCOMPARE(shown(sent["metadata"]["namespace"].asString()), QString("demo-proj"));
    QCOMPARE(shown(sent["metadata"]["annotations"]["run.googleapis.com/client-name"].asString()),
             QString("batuta"));
    BATUTA_VERIFY_OK(house.ask<Operation>([&](auto reply) {
        client.knative.replace(kName, knativeYaml(service()), CloudPort::Check::Only, reply);
    }));
    QCOMPARE(shown(house.request(3).queryValue("dryRun")), QString("all"));
}

void TestKnative::aServiceThatIsNotThereIsMade()
{
    GoogleHouse house;
    house.on("POST " + kHost, {200, json::write(service())});
    Client client(house);
    BATUTA_VERIFY_OK(house.ask<Operation>([&](auto reply) {
        client.knative.replace(kName, knativeYaml(service()), CloudPort::Check::Apply, reply);
    }));
    QVERIFY(house.body(1)["metadata"]["resourceVersion"].isNull());
}

void TestKnative::aFileOfAnotherServiceIsRefused()
{
    const std::string yaml = knativeYaml(service());
    BATUTA_VERIFY_ERROR(readKnative(yaml, "x", {"demo-proj", "us-east1", "other"}), ErrorCode::FlowBadValue);
    BATUTA_VERIFY_ERROR(readKnative("kind: Service\n", "x", kName), ErrorCode::FlowBadValue);
    BATUTA_VERIFY_ERROR(readKnative("a: [", "x", kName), ErrorCode::YamlSyntax);
}

QTEST_APPLESS_MAIN(TestKnative)
#include "tst_knative.moc"
