// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/pages.h"
#include "engine/cloud/run_client.h"
#include "engine/cloud/run_codec.h"
#include "tests/cloud/google_house.h"
#include "tests/cloud/run_service.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::cloud;
using namespace std::chrono_literals;
using batuta::test::shown;
using batuta::tests::GoogleHouse;
using batuta::tests::kService;
using batuta::tests::revisionJson;

namespace {

const ServiceName kName{"demo-proj", "us-east1", "svc"};
const std::string kPath = "run.googleapis.com/v2/projects/demo-proj/locations/us-east1/services/svc";
const std::string kOperations = "run.googleapis.com/v2/projects/demo-proj/locations/us-east1/operations/";

std::string errorJson(int code, const char *status, const std::string &message, const char *details = "[]")
{
    return R"({"error":{"code":)" + std::to_string(code) + R"(,"message":")" + message + R"(","status":")" +
           status + R"(","details":)" + details + "}}";
}

struct Client
{
    explicit Client(GoogleHouse &house, Credentials who = tests::anybody())
        : signIn(house.ground(), std::move(who))
        , api(house.ground(), signIn)
        , run(api)
    {
    }
    SignIn signIn;
    Api api;
    RunClient run;
};

Service readBack()
{
    return readService(json::parse(kService).value()).value();
}

} // namespace

class TestRunClient : public QObject
{
    Q_OBJECT

private slots:
    void aServiceIsReadWithWhatOneDecidesBy();
    void listsAreFollowedPageByPageThroughEmptyOnes();
    void revisionsComeNewestFirstWithTheDigestsOfV1();
    void movingTrafficIsOneRequestWithTheEtag();
    void aConflictSaysWhoChangedItAndIsNotRepeated();
    void aDeploymentKeepsWhatItDoesNotKnow();
    void whatTheServerOnlyChecksIsMarked();
    void anOperationIsWaitedForAndItsErrorTold();
    void policiesGoBackWithEtagAndConditions();
    void aTokenThatIsRefusedIsRenewedOnce();
    void whatMayBeTriedAgainIs_data();
    void whatMayBeTriedAgainIs();
    void refusalsAreToldInGooglesWords_data();
    void refusalsAreToldInGooglesWords();
    void namesThatReachElsewhereAreRefusedUnsent();
};

void TestRunClient::aServiceIsReadWithWhatOneDecidesBy()
{
    GoogleHouse house;
    house.on("GET " + kPath, {200, kService});
    Client client(house);
    const auto service = house.ask<Service>([&](auto reply) { client.run.service(kName, reply); });
    BATUTA_VERIFY_OK(service);
    QVERIFY(service->name == kName);
    QCOMPARE(shown(service->etag), QString("\"CJvR-1\""));
    QCOMPARE(service->generation, std::int64_t{7});
    QCOMPARE(shown(service->lastModifier), QString("renata.lima@example.com"));
    QCOMPARE(shown(service->latestReady), QString("svc-00041-abc"));
    QCOMPARE(shown(service->latestCreated), QString("svc-00042-kep"));
    QVERIFY(service->ready.state == ConditionState::Failed);
    QCOMPARE(shown(service->ready.reason), QString("HEALTH_CHECK_CONTAINER_ERROR"));
    QCOMPARE(service->traffic.size(), std::size_t{2});
    QVERIFY(service->traffic[1].isLatest());
    QCOMPARE(shown(service->traffic[1].tag), QString("next"));
    QCOMPARE(service->routed.at(0).percent, 100);
    QVERIFY(service->isReconciling);
    const ServiceConfig &config = service->config;
    QCOMPARE(shown(config.image),
             QString("us-east1-docker.pkg.dev/demo-proj/apps/svc:41")); // it has the port
    QCOMPARE(config.timeoutSeconds, 540);
    QCOMPARE(config.minInstances, 1);
    QVERIFY(!config.cpuIdle); // left out beside limits it is false
    QVERIFY(config.env.at(1) == (EnvVar{"TOKEN", "", "api-key", "3"}));
    QVERIFY(config.liveness->kind == Probe::Kind::Http);
    QCOMPARE(config.liveness->periodSeconds, 10);
    QCOMPARE(shown(house.request(0).header("Authorization")), QString("Bearer token-of-anybody"));
}

void TestRunClient::listsAreFollowedPageByPageThroughEmptyOnes()
{
    GoogleHouse house;
    const std::string route = "GET run.googleapis.com/v2/projects/demo-proj/locations/us-east1/services";
    house.on(route, {200, R"({"services":[],"nextPageToken":"a/b"})"});
    house.on(route, {200, R"({"services":[)" + std::string(kService) + R"(],"nextPageToken":"c"})"});
    house.on(route, {200, R"({"services":[)" + std::string(kService) + "]}"});
    Client client(house);
    const auto services = house.ask<std::vector<Service>>(
        [&](auto reply) { client.run.services("demo-proj", "us-east1", reply); });
    BATUTA_VERIFY_OK(services);
    QCOMPARE(services->size(), std::size_t{2});
    QCOMPARE(shown(house.request(1).queryValue("pageToken")), QString("a/b"));
    QCOMPARE(shown(house.request(2).queryValue("pageToken")), QString("c"));
}

void TestRunClient::revisionsComeNewestFirstWithTheDigestsOfV1()
{
    GoogleHouse house;
    house.on("GET " + kPath + "/revisions",
             {200, R"({"revisions":[)" + revisionJson("svc-00001-abc", "2026-08-01T10:00:00Z") + "," +
                       revisionJson("svc-00002-abd", "2026-08-02T10:00:00Z") + "]}"});
    house.on(
        "GET us-east1-run.googleapis.com/apis/serving.knative.dev/v1/namespaces/demo-proj/revisions",
        {200,
         R"({"items":[{"metadata":{"name":"svc-00002-abd"},"status":{"imageDigest":"us-east1-docker.pkg.dev/p/r/svc@sha256:77"}}]})"});
    Client client(house);
    const auto revisions =
        house.ask<std::vector<Revision>>([&](auto reply) { client.run.revisions(kName, reply); });
    BATUTA_VERIFY_OK(revisions);
    QCOMPARE(shown(revisions->at(0).name), QString("svc-00002-abd"));
    QCOMPARE(shown(revisions->at(0).imageDigest), QString("sha256:77"));
    QCOMPARE(shown(revisions->at(1).imageDigest), QString());
    QVERIFY(revisions->at(0).isReady()); // an idle revision is Active False and Ready True
    QVERIFY(!revisions->at(0).condition("Active")->counts);
    QVERIFY(revisions->at(0).config.whole["uid"].isNull()); // only what makes a template
    QCOMPARE(shown(house.request(1).queryValue("labelSelector")), QString("serving.knative.dev/service=svc"));
}

void TestRunClient::movingTrafficIsOneRequestWithTheEtag()
{
    GoogleHouse house;
    house.on("PATCH " + kPath,
             {200, R"({"name":"projects/demo-proj/locations/us-east1/operations/o1","done":false})"});
    Client client(house);
    const auto moved = house.ask<Operation>([&](auto reply) {
        client.run.route(readBack(), {{"svc-00041-abc", 100, {}, {}}, {"", 0, "next", "https://x"}},
                         CloudPort::Check::Apply, reply);
    });
    BATUTA_VERIFY_OK(moved);
    QCOMPARE(shown(moved->name), QString("projects/demo-proj/locations/us-east1/operations/o1"));
    QCOMPARE(house.asked().size(), std::size_t{1});
    QCOMPARE(shown(house.request(0).queryValue("updateMask")), QString("traffic"));
    QCOMPARE(
        shown(house.request(0).body),
        QString(
            R"({"name":"projects/demo-proj/locations/us-east1/services/svc","etag":"\"CJvR-1\"","traffic":[)"
            R"({"type":"TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION","revision":"svc-00041-abc","percent":100},)"
            R"({"type":"TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST","tag":"next"}]})"));
}

void TestRunClient::aConflictSaysWhoChangedItAndIsNotRepeated()
{
    GoogleHouse house;
    house.on(
        "PATCH " + kPath,
        {409,
         errorJson(409, "ABORTED",
                   "Conflict for resource 'svc': version '1' was specified but current version is '2'.")});
    house.on("GET " + kPath, {200, kService});
    Client client(house);
    const auto moved = house.ask<Operation>([&](auto reply) {
        client.run.route(readBack(), {{"a", 100, {}, {}}}, CloudPort::Check::Apply, reply);
    });
    BATUTA_VERIFY_ERROR(moved, ErrorCode::CloudConflict);
    QCOMPARE(
        shown(moved.error().detail),
        QString(
            "changed by renata.lima@example.com at 2026-09-01T10:00:00.000000Z; Conflict for resource 'svc': "
            "version '1' was specified but current version is '2'."));
    const std::vector<std::string> asked = house.asked();
    QCOMPARE(asked.size(), std::size_t{2});
    QCOMPARE(shown(asked[1]), shown("GET " + kPath));
}

void TestRunClient::aDeploymentKeepsWhatItDoesNotKnow()
{
    GoogleHouse house;
    house.on("PATCH " + kPath, {200, R"({"name":"projects/p/locations/r/operations/o","done":true})"});
    Client client(house);
    Service read = readBack();
    read.config.image = "us-east1-docker.pkg.dev/demo-proj/apps/svc:42";
    read.config.memory = "4Gi";
    read.config.env.erase(read.config.env.begin());
    BATUTA_VERIFY_OK(house.ask<Operation>([&](auto reply) {
        client.run.update(read, {read.config, {}, {}}, CloudPort::Check::Apply, reply);
    }));
    QCOMPARE(shown(house.request(0).queryValue("updateMask")), QString("template,client"));
    const json::Value plan = house.body(0)["template"];
    QVERIFY(plan["revision"].isNull()); // the old name would be refused
    QCOMPARE(shown(json::write(plan["volumes"])),
             QString(R"([{"name":"keys","secret":{"secret":"api-key"}}])"));
    QCOMPARE(shown(plan["containers"].at(0)["image"].asString()), QString("us-docker.pkg.dev/x/y/proxy:1"));
    const json::Value main = plan["containers"].at(1);
    QCOMPARE(shown(main["image"].asString()), QString("us-east1-docker.pkg.dev/demo-proj/apps/svc:42"));
    QCOMPARE(
        shown(json::write(main["resources"])),
        QString(
            R"({"limits":{"cpu":"2","memory":"4Gi","nvidia.com/gpu":"0"},"startupCpuBoost":true,"cpuIdle":false})"));
    QCOMPARE(
        shown(json::write(main["env"])),
        QString(R"([{"name":"TOKEN","valueSource":{"secretKeyRef":{"secret":"api-key","version":"3"}}}])"));
    QCOMPARE(shown(json::write(main["volumeMounts"])), QString(R"([{"name":"keys","mountPath":"/keys"}])"));
    QCOMPARE(shown(json::write(main["livenessProbe"]["httpGet"]["httpHeaders"])),
             QString(R"([{"name":"X","value":"y"}])"));
}

void TestRunClient::whatTheServerOnlyChecksIsMarked()
{
    GoogleHouse house;
    const std::string done = R"({"name":"projects/p/locations/r/operations/o","done":true})";
    house.on("PATCH " + kPath, {200, done});
    house.on("POST run.googleapis.com/v2/projects/demo-proj/locations/us-east1/services", {200, done});
    Client client(house);
    BATUTA_VERIFY_OK(house.ask<Operation>(
        [&](auto reply) { client.run.update(readBack(), {}, CloudPort::Check::Only, reply); }));
    BATUTA_VERIFY_OK(house.ask<Operation>(
        [&](auto reply) { client.run.create(kName, {}, CloudPort::Check::Only, reply); }));
    QCOMPARE(shown(house.request(0).queryValue("validateOnly")), QString("true"));
    QCOMPARE(shown(house.request(1).queryValue("validateOnly")), QString("true"));
    QCOMPARE(shown(house.request(1).queryValue("serviceId")), QString("svc"));
}

void TestRunClient::anOperationIsWaitedForAndItsErrorTold()
{
    GoogleHouse house;
    const std::string name = "projects/demo-proj/locations/us-east1/operations/o1";
    house.on("POST " + kOperations + "o1:wait", {200, R"({"name":")" + name + R"(","done":false})"});
    house.on(
        "POST " + kOperations + "o1:wait",
        {200,
         R"({"name":")" + name +
             R"(","done":true,"error":{"code":9,"message":"The user-provided container failed to start."}})"});
    Client client(house);
    const auto ended = house.ask<Operation>([&](auto reply) { client.run.wait(name, 60s, reply); });
    BATUTA_VERIFY_OK(ended);
    QVERIFY(ended->isDone && ended->error);
    QCOMPARE(shown(ended->error->detail), QString("The user-provided container failed to start."));
    QCOMPARE(shown(house.request(0).body), QString(R"({"timeout":"30s"})"));
    QCOMPARE(house.asked().size(), std::size_t{2});
    house.on("POST " + kOperations + "o2:wait", {200, R"({"name":"x/o2","done":false})"});
    const auto late = house.ask<Operation>([&](auto reply) {
        client.run.wait("projects/demo-proj/locations/us-east1/operations/o2", 1ms, reply);
    });
    BATUTA_VERIFY_ERROR(late, ErrorCode::NetTimeout);
}

void TestRunClient::policiesGoBackWithEtagAndConditions()
{
    GoogleHouse house;
    const std::string policy =
        R"({"version":3,"etag":"BwU=","bindings":[{"role":"roles/run.invoker","members":["allUsers"]},)"
        R"({"role":"roles/run.admin","members":["user:a@b"],"condition":{"title":"weekdays","expression":"true"}}]})";
    house.on("GET " + kPath + ":getIamPolicy", {200, policy});
    house.on("POST " + kPath + ":setIamPolicy", {200, policy});
    Client client(house);
    const auto read = house.ask<Policy>([&](auto reply) { client.run.policy(kName, reply); });
    BATUTA_VERIFY_OK(read);
    QVERIFY(read->isPublic());
    BATUTA_VERIFY_OK(house.ask<Policy>([&](auto reply) { client.run.setPolicy(kName, *read, reply); }));
    QVERIFY(house.body(1)["policy"] == json::parse(policy).value());
}

void TestRunClient::aTokenThatIsRefusedIsRenewedOnce()
{
    GoogleHouse house;
    house.on("POST oauth2.googleapis.com/token", {200, R"({"access_token":"old","expires_in":3600})"});
    house.on("POST oauth2.googleapis.com/token", {200, R"({"access_token":"new","expires_in":3600})"});
    house.on("GET " + kPath,
             {401, errorJson(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")});
    house.on("GET " + kPath, {200, kService});
    house.on("DELETE " + kPath,
             {401, errorJson(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")});
    Client client(house, {AuthorizedUser{"c", "s", "r"}, {}, {}, "payer", "login"});
    BATUTA_VERIFY_OK(house.ask<Service>([&](auto reply) { client.run.service(kName, reply); }));
    QCOMPARE(shown(house.request(1).header("Authorization")), QString("Bearer old"));
    QCOMPARE(shown(house.request(3).header("Authorization")), QString("Bearer new"));
    QCOMPARE(shown(house.request(3).header("X-Goog-User-Project")), QString("payer"));
    const auto refused = house.ask<Operation>([&](auto reply) { client.run.remove(readBack(), reply); });
    BATUTA_VERIFY_ERROR(refused, ErrorCode::CloudSignIn);
    QCOMPARE(house.asked().size(), std::size_t{7}); // a third time would not help
    QVERIFY(errorText(refused.error()).find("new") == std::string::npos);
}

void TestRunClient::whatMayBeTriedAgainIs_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("calls");
    QTest::newRow("reading after 500") << QByteArray("GET") << 500 << QByteArray() << 3;
    QTest::newRow("reading after 503") << QByteArray("GET") << 503 << QByteArray("0") << 3;
    QTest::newRow("reading after 429") << QByteArray("GET") << 429 << QByteArray() << 3;
    QTest::newRow("a change that was not begun") << QByteArray("PATCH") << 503 << QByteArray() << 3;
    QTest::newRow("a change that may have been made") << QByteArray("PATCH") << 500 << QByteArray() << 1;
    QTest::newRow("a pause that is too long") << QByteArray("GET") << 503 << QByteArray("3600") << 1;
    QTest::newRow("what was refused") << QByteArray("GET") << 400 << QByteArray() << 1;
}

void TestRunClient::whatMayBeTriedAgainIs()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, calls);
    GoogleHouse house;
    const std::string route = method.toStdString() + " " + kPath;
    net::Headers headers;
    if (!retryAfter.isEmpty())
        headers.emplace_back("Retry-After", retryAfter.toStdString());
    for (int i = 0; i < 2; ++i)
        house.on(route, {status, errorJson(status, "", "not now"), headers});
    house.on(route, {200, kService});
    Client client(house);
    bool isDone = false;
    if (method == "GET")
        isDone = house.ask<Service>([&](auto reply) { client.run.service(kName, reply); }).has_value();
    else
        isDone = house
                     .ask<Operation>([&](auto reply) {
                         client.run.route(readBack(), {{"a", 100, {}, {}}}, CloudPort::Check::Apply, reply);
                     })
                     .has_value();
    QCOMPARE(static_cast<int>(house.asked().size()), calls);
    QCOMPARE(isDone, calls == 3);
}

void TestRunClient::refusalsAreToldInGooglesWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("mend");
    const auto row = [](const char *name, int status, const std::string &body, const char *code,
                        const char *detail, const char *mend) {
        QTest::newRow(name) << status << QByteArray::fromStdString(body) << QString(code) << QString(detail)
                            << QString(mend);
    };
    row("bad field", 400,
        errorJson(
            400, "INVALID_ARGUMENT", "The request has errors",
            R"([{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"template.timeout","description":"must be at most 3600s"}]}])"),
        "cloud.refused", "The request has errors; template.timeout: must be at most 3600s",
        "Change what the answer names.");
    row("role", 403, errorJson(403, "PERMISSION_DENIED", "Permission 'run.services.update' denied"),
        "act.forbidden", "Permission 'run.services.update' denied",
        "Ask for the role in the project: roles/run.viewer to look, roles/run.admin to change.");
    row("API off", 403,
        errorJson(403, "PERMISSION_DENIED", "Cloud Run Admin API has not been used",
                  R"([{"reason":"SERVICE_DISABLED","metadata":{"service":"run.googleapis.com"}}])"),
        "act.forbidden", "Cloud Run Admin API has not been used",
        "Enable the API: gcloud services enable run.googleapis.com.");
    row("not there", 404,
        errorJson(
            404, "NOT_FOUND",
            "Resource 'svc' of kind 'SERVICE' in region 'us-east1' in project 'demo-proj' does not exist."),
        "http.not_found",
        "Resource 'svc' of kind 'SERVICE' in region 'us-east1' in project 'demo-proj' does not exist.",
        "Check the name, and project and region in `cloud:` of batuta.yaml.");
    row("taken", 409, errorJson(409, "ALREADY_EXISTS", "Resource 'svc' already exists."), "cloud.refused",
        "Resource 'svc' already exists.", "Choose another name, or none and let Cloud Run choose.");
    row("no JSON", 502, "<html>Bad gateway</html>", "cloud.refused", "HTTP 502",
        "Try again in a minute; status.cloud.google.com tells about troubles.");
}

void TestRunClient::refusalsAreToldInGooglesWords()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    GoogleHouse house;
    house.on("GET " + kPath, {status, body.toStdString()});
    Client client(house);
    const auto refused = house.ask<Service>([&](auto reply) { client.run.service(kName, reply); });
    QVERIFY(!refused.has_value());
    QTEST(shown(codeName(refused.error().code)), "code");
    QTEST(shown(refused.error().detail), "detail");
    QTEST(shown(mendText(refused.error())), "mend");
    QCOMPARE(shown(refused.error().subject), QString("svc"));
}

void TestRunClient::namesThatReachElsewhereAreRefusedUnsent()
{
    GoogleHouse house;
    Client client(house);
    for (const char *name : {"../other", "a/b", "", "svc?x=1", "SVC"}) {
        const auto refused = house.ask<Service>([&](auto reply) {
            client.run.service({"demo-proj", "us-east1", name}, reply);
        });
        BATUTA_VERIFY_ERROR(refused, ErrorCode::FlowBadValue);
    }
    QVERIFY(house.asked().empty());
}

QTEST_APPLESS_MAIN(TestRunClient)
#include "tst_run_client.moc"
