// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/database.h"
#include "tests/cloud_local/cloud_house.h"

#include <functional>

using namespace batuta;
using batuta::test::shown;

/// Each way in which the APIs refuse, with Google's status and words.
class TstCloudRefusals : public QObject
{
    Q_OBJECT

private slots:
    void statusesAreGoogles_data();
    void statusesAreGoogles();
    void whatIsBeyondALimitIsNamed_data();
    void whatIsBeyondALimitIsNamed();
    void policiesAndBudgetsAreChecked_data();
    void policiesAndBudgetsAreChecked();
    void policiesAreKept();
    void tokensAreGranted_data();
    void tokensAreGranted();
    void instancesFindTheirMetadata();
};

namespace {

constexpr const char *kRegion = "/v2/projects/demo-proj/locations/us-east1";
using Case = std::function<tests::CloudAnswer(tests::CloudHouse &)>;

json::Value parsed(const char *text)
{
    return json::parse(text).value_or(json::Value());
}

struct Row
{
    const char *name;
    const char *words; ///< how the answer begins
    Case ask;
    bool wantsToken = false;
    int maxServices = 1000;
};

const std::string services = tests::CloudHouse::path();

const std::vector<Row> kRows{
    {"400 bad field", "400 INVALID_ARGUMENT: spec.template.spec.timeoutSeconds: must be between 1 and 3600.",
     [](auto &house) {
         auto body = house.service("shop");
         body.object()["spec"].object()["template"].object()["spec"].object().set("timeoutSeconds", 3601);
         return house.ask("POST", "us-east1-run", services, body);
     }},
    {"400 deleting the latest revision", "400 FAILED_PRECONDITION: Revision 'shop-one' cannot be deleted",
     [](auto &house) {
         auto body = house.service("shop");
         body.object()["spec"].object()["template"].object()["metadata"].object().set("name", "shop-one");
         house.settled(house.ask("POST", "us-east1-run", services, body).body);
         return house.ask("DELETE", "us-east1-run",
                          "/apis/serving.knative.dev/v1/namespaces/demo-proj/revisions/shop-one");
     }},
    {"401 no token", "401 UNAUTHENTICATED: Request had invalid authentication credentials.",
     [](auto &house) { return house.ask("GET", "run", std::string(kRegion) + "/services"); }, true},
    {"401 a token that has expired or was forged",
     "401 UNAUTHENTICATED: Request had invalid authentication credentials.",
     [](auto &house) {
         const auto token =
             house
                 .ask("POST", "iamcredentials", "/v1/projects/-/serviceAccounts/a@b.test:generateAccessToken",
                      parsed(R"({"scope":["x"]})"))
                 .body["accessToken"]
                 .asString();
         return house.ask("GET", "run", std::string(kRegion) + "/services", {},
                          {{"Authorization", "Bearer " + token + "x"}});
     }},
    {"403 the API is disabled", "403 PERMISSION_DENIED: run.googleapis.com has not been used in project",
     [](auto &house) {
         house.ask("POST", "serviceusage", "/v1/projects/demo-proj/services/run.googleapis.com:disable",
                   json::Object{});
         return house.ask("GET", "run", std::string(kRegion) + "/services");
     }},
    {"403 billing is off", "403 PERMISSION_DENIED: This API method requires billing to be enabled.",
     [](auto &house) {
         house.ask("PUT", "cloudbilling", "/v1/projects/demo-proj/billingInfo",
                   parsed(R"({"billingAccountName":""})"));
         return house.ask("GET", "run", std::string(kRegion) + "/services");
     }},
    {"404 no such service",
     "404 NOT_FOUND: Resource 'shop' of kind 'SERVICE' in region 'us-east1' in project 'demo-proj' does "
     "not exist.",
     [](auto &house) { return house.ask("GET", "us-east1-run", services + "/shop"); }},
    {"404 no such revision", "404 NOT_FOUND: Resource 'shop-1' of kind 'REVISION' in region 'us-east1'",
     [](auto &house) {
         return house.ask("GET", "run", std::string(kRegion) + "/services/shop/revisions/shop-1");
     }},
    {"404 no such operation", "404 NOT_FOUND: Resource 'x' of kind 'OPERATION'",
     [](auto &house) {
         return house.ask("POST", "run", std::string(kRegion) + "/operations/x:wait", json::Object{});
     }},
    {"409 it is there already", "409 ALREADY_EXISTS: Resource 'shop' already exists.",
     [](auto &house) {
         house.deploy("shop");
         return house.ask("POST", "us-east1-run", services, house.service("shop"));
     }},
    {"409 a stale version", "409 ABORTED: Conflict for resource 'shop': version '",
     [](auto &house) {
         auto body = house.deploy("shop");
         body.object()["metadata"].object().set("resourceVersion", "AAZU4FN7oZM");
         return house.ask("PUT", "us-east1-run", services + "/shop", body);
     }},
    {"429 more than the quota",
     "429 RESOURCE_EXHAUSTED: Quota exceeded for total allowable count of services",
     [](auto &house) {
         house.ask("POST", "us-east1-run", services, house.service("one"));
         return house.ask("POST", "us-east1-run", services, house.service("two"));
     },
     false, 1},
    {"503 the state cannot be written", "503 UNAVAILABLE: The state cannot be written: ",
     [](auto &house) {
         auto file = store::Database::open(house.folder() + "/state/cloud.db", store::OpenMode::ReadWrite);
         if (file && !file->run("DROP TABLE document"))
             return tests::CloudAnswer{};
         return house.ask("POST", "us-east1-run", services, house.service("shop"));
     }},
    {"400 metrics without a type", "400 INVALID_ARGUMENT: filter: must name one metric.type.",
     [](auto &house) {
         return house.ask("GET", "monitoring",
                          "/v3/projects/demo-proj/timeSeries?interval.endTime=2026-01-01T00:00:00Z");
     }},
    {"404 a metric that is not there", "404 NOT_FOUND: Cannot find metric(s) that match type = \"x\"",
     [](auto &house) {
         return house.ask("GET", "monitoring",
                          "/v3/projects/demo-proj/"
                          "timeSeries?filter=metric.type%3Dx&interval.endTime=2026-01-01T00:00:00Z");
     }},
    {"400 a filter", "400 INVALID_ARGUMENT: Unparseable filter: syntax error at line 1, column 10",
     [](auto &house) {
         return house.ask("POST", "logging", "/v2/entries:list",
                          parsed(R"({"resourceNames":["projects/demo-proj"],"filter":"severity="})"));
     }},
    {"400 logs of nobody", "400 INVALID_ARGUMENT: resourceNames: At least one resource name is required.",
     [](auto &house) { return house.ask("POST", "logging", "/v2/entries:list", json::Object{}); }},
};

struct Limit
{
    const char *name, *at, *value, *field;
};

const Limit kLimits[] = {
    {"timeout", "spec", R"({"timeoutSeconds":0})", "spec.template.spec.timeoutSeconds"},
    {"concurrency", "spec", R"({"containerConcurrency":1001})", "spec.template.spec.containerConcurrency"},
    {"cpu", "limits", R"({"cpu":"3"})", "spec.template.spec.containers[0].resources.limits.cpu"},
    {"a word as cpu", "limits", R"({"cpu":"many"})", "spec.template.spec.containers[0].resources.limits.cpu"},
    {"memory", "limits", R"({"memory":"64Gi"})", "spec.template.spec.containers[0].resources.limits.memory"},
    {"memory for its cpu", "limits", R"({"memory":"8Gi"})",
     "spec.template.spec.containers[0].resources.limits.memory"},
    {"too little memory for its cpu", "limits", R"({"cpu":"8","memory":"2Gi"})",
     "spec.template.spec.containers[0].resources.limits.memory"},
    {"reserved name", "container", R"({"env":[{"name":"PORT","value":"1"}]})",
     "spec.template.spec.containers[0].env[0].name"},
    {"a number as value", "container", R"({"env":[{"name":"A","value":1}]})",
     "spec.template.spec.containers[0].env[0].value"},
    {"a name twice", "container", R"({"env":[{"name":"A","value":"1"},{"name":"A","value":"2"}]})",
     "spec.template.spec.containers[0].env[1].name"},
    {"port", "container", R"({"ports":[{"containerPort":70000}]})",
     "spec.template.spec.containers[0].ports[0].containerPort"},
    {"port's name", "container", R"({"ports":[{"name":"tcp","containerPort":80}]})",
     "spec.template.spec.containers[0].ports[0].name"},
    {"no image", "container", R"({"image":""})", "spec.template.spec.containers[0].image"},
    {"probe", "container", R"({"startupProbe":{"tcpSocket":{},"periodSeconds":100,"failureThreshold":3}})",
     "spec.template.spec.containers[0].startupProbe"},
    {"probe's timeout", "container",
     R"({"livenessProbe":{"httpGet":{"path":"/"},"periodSeconds":2,"timeoutSeconds":5}})",
     "spec.template.spec.containers[0].livenessProbe.timeoutSeconds"},
    {"probe's path", "container", R"({"livenessProbe":{"httpGet":{"path":"x"}}})",
     "spec.template.spec.containers[0].livenessProbe.httpGet.path"},
    {"unknown name", "container", R"({"imagePolicy":"x"})", "service.spec.template.spec.containers[0]"},
    {"max scale", "annotations", R"({"autoscaling.knative.dev/maxScale":"x"})",
     "spec.template.metadata.annotations[autoscaling.knative.dev/maxScale]"},
    {"min above max", "annotations", R"({"autoscaling.knative.dev/minScale":"9"})",
     "spec.template.metadata.annotations[autoscaling.knative.dev/minScale]"},
    {"revision's name", "template", R"({"name":"other-one"})", "spec.template.metadata.name"},
    {"percents", "traffic", R"([{"latestRevision":true,"percent":90}])", "spec.traffic"},
    {"a percent", "traffic", R"([{"latestRevision":true,"percent":150}])", "spec.traffic[0].percent"},
    {"tags", "traffic", R"([{"latestRevision":true,"percent":100,"tag":"a"},{"revisionName":"b","tag":"a"}])",
     "spec.traffic[1].tag"},
    {"a tag", "traffic", R"([{"latestRevision":true,"percent":100,"tag":"A_B"}])", "spec.traffic[0].tag"},
    {"both", "traffic", R"([{"latestRevision":true,"revisionName":"b","percent":100}])", "spec.traffic[0]"},
    {"label", "labels", R"({"team":"A B"})", "metadata.labels[team]"},
    {"ingress", "service annotations", R"({"run.googleapis.com/ingress":"some"})",
     "metadata.annotations[run.googleapis.com/ingress]"},
};

} // namespace

void TstCloudRefusals::statusesAreGoogles_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < kRows.size(); ++i)
        QTest::newRow(kRows[i].name) << int(i);
}

void TstCloudRefusals::statusesAreGoogles()
{
    QFETCH(int, row);
    const Row &given = kRows[static_cast<std::size_t>(row)];
    cloud_local::LocalCloudOptions options;
    options.wantsToken = given.wantsToken;
    options.maxServices = given.maxServices;
    tests::CloudHouse house(std::move(options));
    BATUTA_VERIFY_OK(house.opened);
    const tests::CloudAnswer answer = given.ask(house);
    const std::string words = answer.words();
    QVERIFY2(shown(words).startsWith(given.words), (words + " " + answer.text).c_str());
    QCOMPARE(answer.body["error"]["code"].asInteger(), answer.status);
}

void TstCloudRefusals::whatIsBeyondALimitIsNamed_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field");
    for (const Limit &limit : kLimits)
        QTest::newRow(limit.name) << limit.at << limit.value << limit.field;
}

void TstCloudRefusals::whatIsBeyondALimitIsNamed()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, field);
    tests::CloudHouse house;
    json::Value body = house.service("shop");
    json::Value &spec = body.object()["spec"].object()["template"].object()["spec"];
    json::Value &metadata = body.object()["spec"].object()["template"].object()["metadata"];
    json::Value &container = spec.object()["containers"].array()[0];
    const json::Value given = parsed(value.toUtf8().constData());
    json::Value *at = pointer == "spec"          ? &spec
                      : pointer == "limits"      ? &container.object()["resources"].object()["limits"]
                      : pointer == "container"   ? &container
                      : pointer == "template"    ? &metadata
                      : pointer == "labels"      ? &body.object()["metadata"].object()["labels"]
                      : pointer == "annotations" ? &metadata.object()["annotations"]
                                                 : &body.object()["metadata"].object()["annotations"];
    if (pointer == "traffic")
        body.object()["spec"].object().set("traffic", given);
    for (const auto &[name, member] : given.asObject())
        at->object().set(name, member);
    const auto answer = house.ask("POST", "us-east1-run", house.path(), body);
    QCOMPARE(answer.status, 400);
    const json::Value &violations = answer.body["error"]["details"].at(0)["fieldViolations"];
    QCOMPARE(shown(answer.body["error"]["details"].at(0)["@type"].asString()),
             "type.googleapis.com/google.rpc.BadRequest");
    QCOMPARE(shown(violations.at(0)["field"].asString()), field);
    QVERIFY(!violations.at(0)["description"].asString().empty());
    QCOMPARE(house.ask("GET", "us-east1-run", house.path("/shop")).status, 404);
}

void TstCloudRefusals::policiesAndBudgetsAreChecked_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("field");
    const QString policies = "/v3/projects/demo-proj/alertPolicies";
    const QString budgets = "/v1/billingAccounts/B/budgets";
    const QString condition =
        R"({"displayName":"a","combiner":"OR","conditions":[{"displayName":"c","conditionThreshold":%1}]})";
    QTest::newRow("no condition") << "monitoring" << policies << R"({"displayName":"a","combiner":"OR"})"
                                  << "conditions";
    QTest::newRow("comparison") << "monitoring" << policies
                                << condition.arg(
                                       R"({"filter":"metric.type=\"x\"","comparison":"COMPARISON_GE"})")
                                << "conditions[0].conditionThreshold.comparison";
    QTest::newRow("duration")
        << "monitoring" << policies
        << condition.arg(R"({"filter":"metric.type=\"x\"","comparison":"COMPARISON_GT","duration":"90s"})")
        << "conditions[0].conditionThreshold.duration";
    QTest::newRow("filter") << "monitoring" << policies
                            << condition.arg(R"({"filter":"(metric.type","comparison":"COMPARISON_GT"})")
                            << "conditions[0].conditionThreshold.filter";
    QTest::newRow("rate limit")
        << "monitoring" << policies
        << R"({"displayName":"a","combiner":"OR","conditions":[{"displayName":"c","conditionMatchedLog":{"filter":"a"}}]})"
        << "alertStrategy.notificationRateLimit";
    QTest::newRow("channel") << "monitoring"
                             << "/v3/projects/demo-proj/notificationChannels"
                             << R"({"type":"email","labels":{"email_address":"x"}})"
                             << "labels.email_address";
    QTest::newRow("no amount") << "billingbudgets" << budgets << R"({"displayName":"b"})"
                               << "amount";
    QTest::newRow("nanos") << "billingbudgets" << budgets
                           << R"({"amount":{"specifiedAmount":{"units":"1","nanos":-1}}})"
                           << "amount.specifiedAmount.nanos";
    QTest::newRow("percent")
        << "billingbudgets" << budgets
        << R"({"amount":{"lastPeriodAmount":{}},"thresholdRules":[{"thresholdPercent":-0.5}]})"
        << "thresholdRules[0].thresholdPercent";
}

void TstCloudRefusals::policiesAndBudgetsAreChecked()
{
    QFETCH(QString, host);
    QFETCH(QString, target);
    QFETCH(QString, body);
    QFETCH(QString, field);
    tests::CloudHouse house;
    const auto answer =
        house.ask("POST", host.toStdString(), target.toStdString(), parsed(body.toUtf8().constData()));
    QCOMPARE(answer.status, 400);
    QCOMPARE(shown(answer.body["error"]["details"].at(0)["fieldViolations"].at(0)["field"].asString()),
             field);
}

void TstCloudRefusals::policiesAreKept()
{
    tests::CloudHouse house;
    const std::string all = "/v3/projects/demo-proj/alertPolicies";
    const auto made = house.ask(
        "POST", "monitoring", all,
        parsed(R"({"displayName":"High error rate","combiner":"OR","conditions":[{"displayName":"5xx",
        "conditionThreshold":{"filter":"resource.type = \"cloud_run_revision\" AND metric.type = \"run.googleapis.com/request_count\"","comparison":"COMPARISON_GT",
        "thresholdValue":0.05,"duration":"60s","trigger":{"count":1}}}]})"));
    QCOMPARE(made.status, 200);
    const std::string name = made.body["name"].asString();
    QVERIFY(made.body["enabled"].asBoolean());
    QVERIFY(shown(made.body["conditions"].at(0)["name"].asString()).startsWith(shown(name) + "/conditions/"));
    BATUTA_VERIFY_OK(house.again());
    QCOMPARE(house.ask("GET", "monitoring", all).body["alertPolicies"].at(0), made.body);
    const auto changed = house.ask("PATCH", "monitoring", "/v3/" + name + "?updateMask=enabled",
                                   json::Object{{"enabled", false}});
    QVERIFY(!changed.body["enabled"].asBoolean(true));
    QCOMPARE(changed.body["displayName"], made.body["displayName"]);
    QCOMPARE(house.ask("DELETE", "monitoring", "/v3/" + name).status, 200);
    QCOMPARE(house.ask("GET", "monitoring", "/v3/" + name).status, 404);
}

void TstCloudRefusals::tokensAreGranted_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("error");
    QTest::newRow("refresh") << "grant_type=refresh_token&refresh_token=x&client_id=a&client_secret=b"
                             << "";
    QTest::newRow("refresh without a token") << "grant_type=refresh_token"
                                             << "invalid_grant";
    QTest::newRow("another grant") << "grant_type=password"
                                   << "unsupported_grant_type";
    QTest::newRow("no assertion")
        << "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=x"
        << "invalid_grant";
    // {"iss":"a@b.test","iat":1,"exp":3600,"scope":"x"}: long gone
    QTest::newRow("an old assertion")
        << "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=e30."
           "eyJpc3MiOiJhQGIudGVzdCIsImlhdCI6MSwiZXhwIjozNjAwLCJzY29wZSI6IngifQ.c2ln"
        << "invalid_grant";
}

void TstCloudRefusals::tokensAreGranted()
{
    QFETCH(QString, form);
    QFETCH(QString, error);
    cloud_local::LocalCloudOptions options;
    options.wantsToken = true;
    tests::CloudHouse house(std::move(options));
    const auto answer = house.askText("POST", "oauth2", "/token", form.toStdString(),
                                      {{"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(shown(answer.body["error"].asString()), error);
    QCOMPARE(answer.status, error.isEmpty() ? 200 : 400);
    if (!error.isEmpty())
        return;
    const std::string token = answer.body["access_token"].asString();
    QCOMPARE(
        house
            .ask("GET", "run", std::string(kRegion) + "/services", {}, {{"Authorization", "Bearer " + token}})
            .status,
        200);
}

void TstCloudRefusals::instancesFindTheirMetadata()
{
    tests::CloudHouse house;
    const net::Headers flavour{{"Metadata-Flavor", "Google"}, {"Host", "metadata.google.internal"}};
    QCOMPARE(shown(house.ask("GET", "", "/computeMetadata/v1/project/project-id", {}, flavour).text),
             "demo-proj");
    const auto token =
        house.ask("GET", "", "/computeMetadata/v1/instance/service-accounts/default/token", {}, flavour);
    QCOMPARE(shown(token.header("Metadata-Flavor")), "Google");
    QVERIFY(!token.body["access_token"].asString().empty());
    QCOMPARE(house.ask("GET", "", "/computeMetadata/v1/project/project-id").status, 403);
}

QTEST_GUILESS_MAIN(TstCloudRefusals)
#include "tst_cloud_refusals.moc"
