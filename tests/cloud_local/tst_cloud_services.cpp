// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/cloud_house.h"

#include <QRegularExpression>

using namespace batuta;
using batuta::test::shown;
using batuta::tests::conditionWords;

/// Services by API v1 (Knative), with revisions that really run.
class TstCloudServices : public QObject
{
    Q_OBJECT

private slots:
    void aDeployEndsReadyAndServes();
    void whatIsNotSaidIsFilledIn();
    void aRevisionIsMadeWhenTheTemplateDiffers();
    void aFailedStartLeavesTrafficWhereItWas_data();
    void aFailedStartLeavesTrafficWhereItWas();
    void theFirstDeployThatFailsHasNoAddress();
    void trafficIsSplitAndTagged();
    void trafficToNobodyFails();
    void aStaleVersionIsRefused();
    void aDryRunKeepsNothing();
    void aNamedRevisionIsNotMadeTwice();
    void listsAreNarrowedByLabels();
    void aServiceGoesWithItsRevisions();
    void allIsThereAfterACrash();
    void secretsAreLookedUp();
    void onlyWhomThePolicyNamesGetsIn();
    void partsOfAServiceCanBeRead();
};

void TstCloudServices::aDeployEndsReadyAndServes()
{
    tests::CloudHouse house;
    BATUTA_VERIFY_OK(house.opened);
    const auto begun = house.ask("POST", "us-east1-run", house.path(), house.service("shop"));
    QCOMPARE(begun.status, 200);
    QCOMPARE(shown(conditionWords(begun.body)),
             "Ready Unknown, ConfigurationsReady Unknown, RoutesReady Unknown");
    QCOMPARE(begun.body["metadata"]["generation"].asInteger(), 1);
    QVERIFY(begun.body["status"]["observedGeneration"].isNull());
    const json::Value service = house.settled(begun.body);
    QCOMPARE(shown(conditionWords(service)), "Ready True, ConfigurationsReady True, RoutesReady True");
    QCOMPARE(service["status"]["observedGeneration"].asInteger(), 1);
    const std::string &revision = service["status"]["latestReadyRevisionName"].asString();
    QVERIFY(QRegularExpression("^shop-00001-[b-z2-9]{3}$").match(shown(revision)).hasMatch());
    QCOMPARE(service["status"]["latestCreatedRevisionName"].asString(), revision);
    QCOMPARE(service["status"]["traffic"].at(0)["revisionName"].asString(), revision);
    const std::string &url = service["status"]["url"].asString();
    QCOMPARE(shown(house.get(url + "/")).left(3), "403"); // nobody was let in yet
    house.open("shop");
    QCOMPARE(shown(house.get(url + "/")), "200 ok");
    const auto who = json::parse(house.get(url + "/who").substr(4));
    QVERIFY(who.has_value());
    QCOMPARE((*who)["revision"].asString(), revision);
    QCOMPARE(shown((*who)["configuration"].asString()), "shop");
}

void TstCloudServices::whatIsNotSaidIsFilledIn()
{
    tests::CloudHouse house;
    const json::Value service = house.deploy("shop");
    const json::Value &inner = service["spec"]["template"]["spec"];
    QCOMPARE(inner["containerConcurrency"].asInteger(), 80);
    QCOMPARE(inner["timeoutSeconds"].asInteger(), 540);
    QVERIFY(inner["serviceAccountName"].asString().ends_with("-compute@developer.gserviceaccount.com"));
    const json::Value &container = inner["containers"].at(0);
    QCOMPARE(container["ports"].at(0)["containerPort"].asInteger(), 8080);
    QCOMPARE(shown(container["ports"].at(0)["name"].asString()), "http1");
    QCOMPARE(container["startupProbe"]["timeoutSeconds"].asInteger(), 240);
    QVERIFY(container["name"].isNull());
    QVERIFY(container["resources"]["requests"].isNull());
    QVERIFY(inner["nodeSelector"].isNull());
    const json::Value &annotations = service["metadata"]["annotations"];
    QCOMPARE(shown(annotations["run.googleapis.com/ingress"].asString()), "all");
    QCOMPARE(shown(service["metadata"]["labels"]["cloud.googleapis.com/location"].asString()), "us-east1");
    QCOMPARE(
        shown(service["spec"]["template"]["metadata"]["annotations"]["run.googleapis.com/startup-cpu-boost"]
                  .asString()),
        "true");
    QCOMPARE(service["spec"]["traffic"],
             json::Value(json::Array{json::Object{{"latestRevision", true}, {"percent", 100}}}));
    QVERIFY(shown(service["metadata"]["namespace"].asString()).toLongLong() > 0);
}

void TstCloudServices::aRevisionIsMadeWhenTheTemplateDiffers()
{
    tests::CloudHouse house;
    json::Value service = house.deploy("shop");
    const std::string first = service["status"]["latestReadyRevisionName"].asString();
    // What was read is written back, and only a label of the service changes.
    service.object()["metadata"].object()["labels"].object().set("team", "orders");
    service = house.settled(house.ask("PUT", "us-east1-run", house.path("/shop"), service).body);
    QCOMPARE(service["status"]["latestReadyRevisionName"].asString(), first);
    QCOMPARE(service["metadata"]["generation"].asInteger(), 1);
    QCOMPARE(shown(service["metadata"]["labels"]["team"].asString()), "orders");
    service.object()["spec"].object()["template"].object()["metadata"].object()["labels"].object().set(
        "client.knative.dev/nonce", "other");
    service = house.settled(house.ask("PUT", "us-east1-run", house.path("/shop"), service).body);
    const std::string second = service["status"]["latestReadyRevisionName"].asString();
    QVERIFY(second != first);
    QVERIFY(second.starts_with("shop-00002-"));
    QCOMPARE(service["metadata"]["generation"].asInteger(), 2);
    QCOMPARE(service["status"]["traffic"].at(0)["revisionName"].asString(), second);
}

void TstCloudServices::aFailedStartLeavesTrafficWhereItWas_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("message");
    const QString unhealthy = "Revision '%1' is not ready and cannot serve traffic. The user-provided "
                              "container failed to start and listen on the port defined provided by the "
                              "PORT=8080 environment variable within the allocated timeout.";
    QTest::newRow("it ends") << "exit"
                             << "HealthCheckContainerError" << unhealthy;
    QTest::newRow("no such program") << "gone"
                                     << "HealthCheckContainerError" << unhealthy;
    QTest::newRow("no such image") << "gcr.io/p/nothing:v2"
                                   << "ContainerMissing"
                                   << "Image 'gcr.io/p/nothing:v2' not found.";
}

void TstCloudServices::aFailedStartLeavesTrafficWhereItWas()
{
    QFETCH(QString, image);
    QFETCH(QString, reason);
    QFETCH(QString, message);
    tests::CloudHouse house;
    json::Value service = house.deploy("shop");
    house.open("shop");
    const std::string first = service["status"]["latestReadyRevisionName"].asString();
    service.object()["spec"]
        .object()["template"]
        .object()["spec"]
        .object()["containers"]
        .array()[0]
        .object()
        .set("image", image.toStdString());
    service = house.settled(house.ask("PUT", "us-east1-run", house.path("/shop"), service).body);
    const std::string second = service["status"]["latestCreatedRevisionName"].asString();
    QCOMPARE(shown(conditionWords(service)), "Ready False, ConfigurationsReady False, RoutesReady True");
    QCOMPARE(shown(service["status"]["conditions"].at(0)["reason"].asString()), reason);
    const QString text = shown(service["status"]["conditions"].at(0)["message"].asString());
    QVERIFY2(text.startsWith(message.arg(shown(second))), qPrintable(text));
    QCOMPARE(service["status"]["latestReadyRevisionName"].asString(), first);
    QCOMPARE(service["status"]["traffic"].at(0)["revisionName"].asString(), first);
    QCOMPARE(service["status"]["observedGeneration"], service["metadata"]["generation"]);
    const auto revision = house.ask("GET", "us-east1-run",
                                    "/apis/serving.knative.dev/v1/namespaces/demo-proj/revisions/" + second);
    QVERIFY(shown(conditionWords(revision.body)).contains("Ready False"));
    QCOMPARE(shown(house.get(service["status"]["url"].asString() + "/")), "200 ok");
}

void TstCloudServices::theFirstDeployThatFailsHasNoAddress()
{
    tests::CloudHouse house;
    const json::Value service = house.deploy("shop", "exit");
    QCOMPARE(shown(conditionWords(service)), "Ready False, ConfigurationsReady False, RoutesReady Unknown");
    QVERIFY(service["status"]["url"].isNull());
    QVERIFY(service["status"]["traffic"].isNull());
    QVERIFY(service["status"]["latestReadyRevisionName"].isNull());
}

void TstCloudServices::trafficIsSplitAndTagged()
{
    tests::CloudHouse house;
    json::Value service = house.deploy("shop");
    house.open("shop");
    const std::string first = service["status"]["latestReadyRevisionName"].asString();
    service.object()["spec"].object()["template"].object()["metadata"].object().set("name", "shop-two");
    service.object()["spec"].object().set(
        "traffic", json::Array{json::Object{{"revisionName", first}, {"percent", 100}},
                               json::Object{{"revisionName", "shop-two"}, {"tag", "next"}}});
    service = house.settled(house.ask("PUT", "us-east1-run", house.path("/shop"), service).body);
    QCOMPARE(shown(conditionWords(service)), "Ready True, ConfigurationsReady True, RoutesReady True");
    const json::Value &tagged = service["status"]["traffic"].at(1);
    QCOMPARE(shown(tagged["tag"].asString()), "next");
    QVERIFY(shown(house.get(tagged["url"].asString() + "/who")).contains("\"revision\":\"shop-two\""));
    QVERIFY(shown(house.get(service["status"]["url"].asString() + "/who")).contains(shown(first)));
    service.object()["spec"].object().set(
        "traffic", json::Array{json::Object{{"revisionName", first}, {"percent", 50}},
                               json::Object{{"latestRevision", true}, {"percent", 50}}});
    const auto moved = house.ask("PUT", "us-east1-run", house.path("/shop"), service);
    // Traffic alone needs no waiting: the answer is the end.
    QCOMPARE(shown(conditionWords(moved.body)), "Ready True, ConfigurationsReady True, RoutesReady True");
    QCOMPARE(moved.body["status"]["observedGeneration"], moved.body["metadata"]["generation"]);
    int ofFirst = 0;
    for (int i = 0; i < 60; ++i)
        ofFirst +=
            shown(house.get(service["status"]["url"].asString() + "/who")).contains(shown(first)) ? 1 : 0;
    QVERIFY2(ofFirst > 8 && ofFirst < 52, std::to_string(ofFirst).c_str());
}

void TstCloudServices::trafficToNobodyFails()
{
    tests::CloudHouse house;
    json::Value service = house.deploy("shop");
    const std::string first = service["status"]["latestReadyRevisionName"].asString();
    service.object()["spec"].object().set(
        "traffic", json::Array{json::Object{{"revisionName", "shop-00009-xyz"}, {"percent", 100}}});
    service = house.settled(house.ask("PUT", "us-east1-run", house.path("/shop"), service).body);
    QCOMPARE(shown(conditionWords(service)), "Ready False, ConfigurationsReady True, RoutesReady False");
    QCOMPARE(shown(service["status"]["conditions"].at(0)["message"].asString()),
             "Revision 'shop-00009-xyz' does not exist or is deleted. Update all traffic to route to "
             "currently available revisions.");
    QCOMPARE(service["status"]["traffic"].at(0)["revisionName"].asString(), first);
}

void TstCloudServices::aStaleVersionIsRefused()
{
    tests::CloudHouse house;
    const json::Value old = house.deploy("shop");
    json::Value changed = old;
    changed.object()["metadata"].object()["labels"].object().set("team", "orders");
    QCOMPARE(house.ask("PUT", "us-east1-run", house.path("/shop"), changed).status, 200);
    const auto stale = house.ask("PUT", "us-east1-run", house.path("/shop"), changed);
    QVERIFY2(QRegularExpression("^409 ABORTED: Conflict for resource 'shop': version '\\d{16}' was specified "
                                "but current version is '\\d{16}'\\.$")
                 .match(shown(stale.words()))
                 .hasMatch(),
             stale.words().c_str());
    changed.object()["metadata"].object().erase("resourceVersion"); // then nobody looks
    QCOMPARE(house.ask("PUT", "us-east1-run", house.path("/shop"), changed).status, 200);
}

void TstCloudServices::aDryRunKeepsNothing()
{
    tests::CloudHouse house;
    const auto tried = house.ask("POST", "us-east1-run", house.path() + "?dryRun=all", house.service("shop"));
    QCOMPARE(tried.status, 200);
    QCOMPARE(tried.body["spec"]["template"]["spec"]["containerConcurrency"].asInteger(), 80);
    QCOMPARE(house.ask("GET", "us-east1-run", house.path("/shop")).status, 404);
    json::Value bad = house.service("shop");
    bad.object()["spec"].object()["template"].object()["spec"].object().set("timeoutSeconds", 4000);
    QCOMPARE(house.ask("POST", "us-east1-run", house.path() + "?dryRun=all", bad).status, 400);
}

void TstCloudServices::aNamedRevisionIsNotMadeTwice()
{
    tests::CloudHouse house;
    json::Value service = house.service("shop");
    service.object()["spec"].object()["template"].object()["metadata"].object().set("name", "shop-one");
    service = house.settled(house.ask("POST", "us-east1-run", house.path(), service).body);
    QCOMPARE(shown(service["status"]["latestReadyRevisionName"].asString()), "shop-one");
    QCOMPARE(house.ask("PUT", "us-east1-run", house.path("/shop"), service).status, 200);
    service = house.read("shop");
    service.object()["spec"].object()["template"].object()["spec"].object().set("timeoutSeconds", 30);
    QCOMPARE(shown(house.ask("PUT", "us-east1-run", house.path("/shop"), service).words()),
             "409 ALREADY_EXISTS: Revision named 'shop-one' with different configuration already exists.");
}

void TstCloudServices::listsAreNarrowedByLabels()
{
    tests::CloudHouse house;
    house.deploy("shop");
    house.deploy("cart");
    const std::string revisions = "/apis/serving.knative.dev/v1/namespaces/demo-proj/revisions";
    const auto own =
        house.ask("GET", "us-east1-run", revisions + "?labelSelector=serving.knative.dev%2Fservice+%3D+shop");
    QCOMPARE(own.body["items"].asArray().size(), std::size_t(1));
    QVERIFY(own.body["metadata"].isObject()); // gcloud falls over without it
    QCOMPARE(house
                 .ask("GET", "us-east1-run",
                      revisions + "?labelSelector=serving.knative.dev%2Fservice+in+(shop,cart)")
                 .body["items"]
                 .asArray()
                 .size(),
             std::size_t(2));
    QCOMPARE(house
                 .ask("GET", "us-east1-run",
                      revisions + "?labelSelector=!nothing,serving.knative.dev%2Fservice!%3Dshop")
                 .body["items"]
                 .asArray()
                 .size(),
             std::size_t(1));
    QCOMPARE(house.ask("GET", "us-east1-run", revisions + "?labelSelector=%3Dx").status, 400);
    const auto first = house.ask("GET", "run", "/v1/projects/demo-proj/locations/-/services?limit=1");
    QCOMPARE(first.body["items"].asArray().size(), std::size_t(1));
    const auto second = house.ask("GET", "run",
                                  "/v1/projects/demo-proj/locations/-/services?limit=1&continue=" +
                                      first.body["metadata"]["continue"].asString());
    QCOMPARE(second.body["items"].asArray().size(), std::size_t(1));
    QVERIFY(!(second.body["items"] == first.body["items"]));
    QVERIFY(second.body["metadata"]["continue"].isNull());
}

void TstCloudServices::aServiceGoesWithItsRevisions()
{
    tests::CloudHouse house;
    const json::Value service = house.deploy("shop");
    const auto gone = house.ask("DELETE", "us-east1-run", house.path("/shop"));
    QCOMPARE(shown(gone.body["status"].asString()), "Success");
    QCOMPARE(shown(house.ask("GET", "us-east1-run", house.path("/shop")).words()),
             "404 NOT_FOUND: Resource 'shop' of kind 'SERVICE' in region 'us-east1' in project 'demo-proj' "
             "does not exist.");
    QCOMPARE(house.ask("GET", "us-east1-run", "/apis/serving.knative.dev/v1/namespaces/demo-proj/revisions")
                 .body["items"]
                 .asArray()
                 .size(),
             std::size_t(0));
    QVERIFY(!house.get(service["status"]["url"].asString() + "/").starts_with("200"));
    QCOMPARE(shown(conditionWords(house.deploy("shop"))),
             "Ready True, ConfigurationsReady True, RoutesReady True");
}

void TstCloudServices::allIsThereAfterACrash()
{
    tests::CloudHouse house;
    const json::Value before = house.deploy("shop");
    house.open("shop");
    BATUTA_VERIFY_OK(house.again());
    const json::Value after = house.read("shop");
    QCOMPARE(after["spec"], before["spec"]);
    QCOMPARE(after["metadata"]["uid"], before["metadata"]["uid"]);
    QCOMPARE(shown(conditionWords(after)), "Ready True, ConfigurationsReady True, RoutesReady True");
    QCOMPARE(after["status"]["url"], before["status"]["url"]);
    QCOMPARE(shown(house.get(after["status"]["url"].asString() + "/")), "200 ok");
    // What was on its way goes on.
    const auto begun = house.ask("POST", "us-east1-run", house.path(), house.service("cart"));
    QVERIFY(shown(conditionWords(begun.body)).startsWith("Ready Unknown"));
    BATUTA_VERIFY_OK(house.again());
    QCOMPARE(shown(conditionWords(house.settled(begun.body))),
             "Ready True, ConfigurationsReady True, RoutesReady True");
}

void TstCloudServices::secretsAreLookedUp()
{
    tests::CloudHouse house;
    const auto withSecret = [](const std::string &name, const std::string &secret) {
        json::Value service = tests::CloudHouse::service(name);
        service.object()["spec"]
            .object()["template"]
            .object()["spec"]
            .object()["containers"]
            .array()[0]
            .object()
            .set("env",
                 json::Array{json::Object{
                     {"name", "PASSWORD"},
                     {"valueFrom",
                      json::Object{{"secretKeyRef", json::Object{{"name", secret}, {"key", "latest"}}}}}}});
        return service;
    };
    const auto fine = house.settled(
        house.ask("POST", "us-east1-run", house.path(), withSecret("shop", "db-password")).body);
    QCOMPARE(shown(conditionWords(fine)), "Ready True, ConfigurationsReady True, RoutesReady True");
    QVERIFY(json::write(fine).find("hunter2") == std::string::npos);
    const std::string versions = "/v1/projects/demo-proj/secrets/db-password/versions/";
    const auto value = house.ask("GET", "secretmanager", versions + "latest:access");
    QCOMPARE(shown(value.body["payload"]["data"].asString()), "aHVudGVyMg==");
    QCOMPARE(house.ask("GET", "secretmanager", versions + "2:access").status, 404);
    const auto failed =
        house.settled(house.ask("POST", "us-east1-run", house.path(), withSecret("cart", "nothing")).body);
    QCOMPARE(shown(failed["status"]["conditions"].at(0)["reason"].asString()), "SecretsAccessCheckFailed");
    QVERIFY(shown(failed["status"]["conditions"].at(0)["message"].asString())
                .endsWith("/secrets/nothing/versions/latest was not found"));
}

void TstCloudServices::onlyWhomThePolicyNamesGetsIn()
{
    tests::CloudHouse house;
    const json::Value service = house.deploy("shop");
    const std::string url = service["status"]["url"].asString() + "/";
    const std::string policies = "/v1/projects/demo-proj/locations/us-east1/services/shop";
    const auto token = [&](const std::string &account) {
        return house
            .ask("POST", "iamcredentials", "/v1/projects/-/serviceAccounts/" + account + ":generateIdToken",
                 json::Object{{"audience", service["status"]["url"]}})
            .body["token"]
            .asString();
    };
    const auto with = [](const std::string &bearer) {
        return net::Headers{{"Authorization", "Bearer " + bearer}};
    };
    QCOMPARE(shown(house.get(url)).left(3), "403");
    QCOMPARE(shown(house.get(url, with("made-up"))).left(3), "401");
    QCOMPARE(shown(house.get(url, with(token("caller@demo.test")))).left(3), "403");
    const auto known = house.ask("GET", "run", policies + ":getIamPolicy?options.requestedPolicyVersion=3");
    json::Value policy = json::Object{
        {"etag", known.body["etag"]},
        {"bindings", json::Array{json::Object{{"role", "roles/run.invoker"},
                                              {"members", json::Array{"serviceAccount:caller@demo.test"}}}}}};
    QCOMPARE(house.ask("POST", "run", policies + ":setIamPolicy", json::Object{{"policy", policy}}).status,
             200);
    QCOMPARE(shown(house.get(url, with(token("caller@demo.test")))), "200 ok");
    QCOMPARE(shown(house.get(url, with(token("other@demo.test")))).left(3), "403");
    QCOMPARE(house.ask("POST", "run", policies + ":setIamPolicy", json::Object{{"policy", policy}}).status,
             409); // stale
    QCOMPARE(house
                 .ask("POST", "run", policies + ":testIamPermissions",
                      *json::parse(R"({"permissions":["run.services.setIamPolicy"]})"))
                 .body["permissions"]
                 .asArray()
                 .size(),
             std::size_t(1));
    house.open("shop"); // a policy without an etag replaces whatever is there
    QCOMPARE(shown(house.get(url)), "200 ok");
}

void TstCloudServices::partsOfAServiceCanBeRead()
{
    tests::CloudHouse house;
    const json::Value service = house.deploy("shop");
    const std::string base = "/apis/serving.knative.dev/v1/namespaces/demo-proj";
    const auto route = house.ask("GET", "us-east1-run", base + "/routes/shop").body;
    QCOMPARE(shown(route["kind"].asString()), "Route");
    QCOMPARE(route["status"]["traffic"], service["status"]["traffic"]);
    const auto configuration = house.ask("GET", "us-east1-run", base + "/configurations/shop").body;
    QCOMPARE(configuration["spec"]["template"], service["spec"]["template"]);
    QCOMPARE(shown(conditionWords(configuration)), "Ready True");
    QCOMPARE(house.ask("GET", "us-east1-run", base + "/routes").body["items"].asArray().size(),
             std::size_t(1));
    const auto regions = house.ask("GET", "run", "/v1/projects/demo-proj/locations?pageSize=100").body;
    QVERIFY(regions["locations"].asArray().size() > 5);
}

QTEST_GUILESS_MAIN(TstCloudServices)
#include "tst_cloud_services.moc"
