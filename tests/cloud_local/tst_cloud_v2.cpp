// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/cloud_house.h"

using namespace batuta;
using batuta::test::shown;

/// API v2 over the objects that v1 shows, too.
class TstCloudV2 : public QObject
{
    Q_OBJECT

private slots:
    void aServiceIsMadeByAnOperation();
    void bothApisShowOneObject();
    void aMaskChangesItsFieldsAlone();
    void trafficAloneMakesNoRevisionOfWhatGcloudMade();
    void aStaleEtagIsRefused();
    void whatIsOnlyValidatedIsNotKept();
    void aFailedOperationHasTheWords();
    void revisionsAndOperationsAreListed();
    void fieldsAreNamedAsV2NamesThem();
    void aServiceIsDeleted();

private:
    static constexpr const char *kParent = "/v2/projects/demo-proj/locations/us-east1";
    static json::Value service(const std::string &image)
    {
        return *json::parse(
            R"({"labels":{"team":"orders"},"template":{"timeout":"540s","scaling":{"minInstanceCount":1,"maxInstanceCount":3},
            "maxInstanceRequestConcurrency":20,"containers":[{"image":")" +
            image + R"(","env":[{"name":"A","value":"1"}],
            "resources":{"limits":{"cpu":"1","memory":"512Mi"},"cpuIdle":true,"startupCpuBoost":true}}]}})");
    }
    static json::Value waited(tests::CloudHouse &house, const json::Value &operation)
    {
        return house
            .ask("POST", "run", "/v2/" + operation["name"].asString() + ":wait",
                 json::Object{{"timeout", "8s"}})
            .body;
    }
    static json::Value deploy(tests::CloudHouse &house, const std::string &name = "shop")
    {
        const auto begun =
            house.ask("POST", "run", std::string(kParent) + "/services?serviceId=" + name, service("good"));
        return waited(house, begun.body)["response"];
    }
};

void TstCloudV2::aServiceIsMadeByAnOperation()
{
    tests::CloudHouse house;
    const auto begun =
        house.ask("POST", "run", std::string(kParent) + "/services?serviceId=shop", service("good"));
    QCOMPARE(begun.status, 200);
    QVERIFY(begun.body["done"].isNull());
    QVERIFY(
        shown(begun.body["name"].asString()).startsWith("projects/demo-proj/locations/us-east1/operations/"));
    const json::Value done = waited(house, begun.body);
    QVERIFY(done["done"].asBoolean());
    const json::Value &made = done["response"];
    QCOMPARE(shown(made["@type"].asString()), "type.googleapis.com/google.cloud.run.v2.Service");
    QCOMPARE(shown(made["name"].asString()), "projects/demo-proj/locations/us-east1/services/shop");
    QCOMPARE(shown(made["generation"].asString()), "1"); // a text, as proto3 writes int64
    QCOMPARE(made["observedGeneration"], made["generation"]);
    QCOMPARE(shown(made["terminalCondition"]["state"].asString()), "CONDITION_SUCCEEDED");
    QCOMPARE(shown(made["template"]["timeout"].asString()), "540s");
    QCOMPARE(made["template"]["scaling"]["minInstanceCount"].asInteger(), 1);
    QVERIFY(made["template"]["containers"].at(0)["resources"]["cpuIdle"].asBoolean());
    QCOMPARE(shown(made["trafficStatuses"].at(0)["type"].asString()),
             "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST");
    QCOMPARE(made["latestReadyRevision"], made["latestCreatedRevision"]);
    house.open("shop");
    QCOMPARE(shown(house.get(made["uri"].asString() + "/")), "200 ok");
}

void TstCloudV2::bothApisShowOneObject()
{
    tests::CloudHouse house;
    const json::Value two = deploy(house);
    json::Value one = house.read("shop");
    QCOMPARE(one["spec"]["template"]["spec"]["containerConcurrency"].asInteger(), 20);
    QCOMPARE(shown(one["spec"]["template"]["metadata"]["annotations"]["autoscaling.knative.dev/minScale"]
                       .asString()),
             "1");
    QCOMPARE("\"" + one["metadata"]["resourceVersion"].asString() + "\"", two["etag"].asString());
    QCOMPARE(one["metadata"]["uid"], two["uid"]);
    // What v1 writes, v2 reads; nothing differs when v2 writes back what it has read.
    one.object()["metadata"].object()["annotations"].object().set("run.googleapis.com/ingress", "internal");
    QCOMPARE(house.ask("PUT", "us-east1-run", house.path("/shop"), one).status, 200);
    const auto read = house.ask("GET", "run", std::string(kParent) + "/services/shop").body;
    QCOMPARE(shown(read["ingress"].asString()), "INGRESS_TRAFFIC_INTERNAL_ONLY");
    const auto written = house.ask("PATCH", "run", std::string(kParent) + "/services/shop", read);
    QCOMPARE(written.status, 200);
    QVERIFY(written.body["done"].asBoolean());
    QCOMPARE(written.body["response"]["latestCreatedRevision"], two["latestCreatedRevision"]);
}

void TstCloudV2::aMaskChangesItsFieldsAlone()
{
    tests::CloudHouse house;
    const json::Value before = deploy(house);
    const auto begun = house.ask(
        "PATCH", "run", std::string(kParent) + "/services/shop?updateMask=description,template.timeout",
        *json::parse(R"({"description":"A shop","template":{"timeout":"60s"}})"));
    const json::Value after = waited(house, begun.body)["response"];
    QCOMPARE(shown(after["description"].asString()), "A shop");
    QCOMPARE(shown(after["template"]["timeout"].asString()), "60s");
    QCOMPARE(after["template"]["containers"], before["template"]["containers"]);
    QCOMPARE(after["labels"], before["labels"]);
    QVERIFY(!(after["latestReadyRevision"] == before["latestReadyRevision"]));
    const auto traffic = house.ask(
        "PATCH", "run", std::string(kParent) + "/services/shop?updateMask=traffic",
        json::Object{
            {"traffic", json::Array{json::Object{
                            {"type", "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"},
                            {"revision", before["latestReadyRevision"].asString().substr(
                                             before["latestReadyRevision"].asString().rfind('/') + 1)},
                            {"percent", 100}}}}});
    QVERIFY(traffic.body["done"].asBoolean());
    QCOMPARE(traffic.body["response"]["trafficStatuses"].at(0)["percent"].asInteger(), 100);
    QCOMPARE(traffic.body["response"]["latestReadyRevision"], after["latestReadyRevision"]);
}

void TstCloudV2::trafficAloneMakesNoRevisionOfWhatGcloudMade()
{
    tests::CloudHouse house;
    const json::Value made = house.deploy("shop"); // with labels that v2 does not show
    const std::string revision = made["status"]["latestReadyRevisionName"].asString();
    const auto moved = house.ask(
        "PATCH", "run", std::string(kParent) + "/services/shop?updateMask=traffic",
        json::Object{{"traffic", json::Array{json::Object{{"type", "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"},
                                                          {"revision", revision},
                                                          {"percent", 100},
                                                          {"tag", "good"}}}}});
    QVERIFY(moved.body["done"].asBoolean());
    const json::Value now = house.read("shop");
    QCOMPARE(now["status"]["latestCreatedRevisionName"].asString(), revision);
    QCOMPARE(now["spec"]["template"], made["spec"]["template"]);
    QCOMPARE(shown(now["status"]["traffic"].at(0)["tag"].asString()), "good");
}

void TstCloudV2::aStaleEtagIsRefused()
{
    tests::CloudHouse house;
    const json::Value before = deploy(house);
    json::Value body = json::Object{{"description", "one"}, {"etag", before["etag"]}};
    const std::string target = std::string(kParent) + "/services/shop?updateMask=description";
    QCOMPARE(house.ask("PATCH", "run", target, body).status, 200);
    const auto stale = house.ask("PATCH", "run", target, body);
    QVERIFY(shown(stale.words()).startsWith("409 ABORTED: Conflict for resource 'shop'"));
    QCOMPARE(house
                 .ask("DELETE", "run",
                      std::string(kParent) + "/services/shop?etag=" + std::string("%22AAAAAAAAAAA%22"))
                 .status,
             409);
}

void TstCloudV2::whatIsOnlyValidatedIsNotKept()
{
    tests::CloudHouse house;
    const auto tried = house.ask(
        "POST", "run", std::string(kParent) + "/services?serviceId=shop&validateOnly=true", service("good"));
    QVERIFY(tried.body["done"].asBoolean());
    QCOMPARE(house.ask("GET", "run", std::string(kParent) + "/services/shop").status, 404);
    QCOMPARE(house.ask("PATCH", "run", std::string(kParent) + "/services/shop", service("good")).status, 404);
    QCOMPARE(
        house.ask("PATCH", "run", std::string(kParent) + "/services/shop?allowMissing=true", service("good"))
            .status,
        200);
}

void TstCloudV2::aFailedOperationHasTheWords()
{
    tests::CloudHouse house;
    const auto begun =
        house.ask("POST", "run", std::string(kParent) + "/services?serviceId=shop", service("exit"));
    const json::Value done = waited(house, begun.body);
    QVERIFY(done["done"].asBoolean());
    QCOMPARE(done["error"]["code"].asInteger(), 9);
    QVERIFY(shown(done["error"]["message"].asString()).contains("failed to start and listen on the port"));
    const auto read = house.ask("GET", "run", std::string(kParent) + "/services/shop").body;
    QCOMPARE(shown(read["terminalCondition"]["state"].asString()), "CONDITION_FAILED");
    QCOMPARE(shown(read["terminalCondition"]["revisionReason"].asString()), "HEALTH_CHECK_CONTAINER_ERROR");
}

void TstCloudV2::revisionsAndOperationsAreListed()
{
    tests::CloudHouse house;
    const json::Value first = deploy(house);
    waited(house,
           house
               .ask("PATCH", "run",
                    std::string(kParent) + "/services/shop?forceNewRevision=true&updateMask=description",
                    json::Object{{"description", "x"}})
               .body);
    const auto list = house.ask("GET", "run", std::string(kParent) + "/services/shop/revisions")
                          .body["revisions"]
                          .asArray();
    QCOMPARE(list.size(), std::size_t(2));
    QCOMPARE(list[1]["name"], first["latestReadyRevision"]); // newest first
    QVERIFY(list[0]["template"].isNull());
    QCOMPARE(shown(list[0]["service"].asString()), "shop");
    QCOMPARE(house.ask("GET", "run", std::string(kParent) + "/services/-/revisions")
                 .body["revisions"]
                 .asArray()
                 .size(),
             std::size_t(2));
    QCOMPARE(house.ask("GET", "run", std::string(kParent) + "/operations?filter=done:true")
                 .body["operations"]
                 .asArray()
                 .size(),
             std::size_t(2));
    const std::string latest = list[0]["name"].asString();
    QVERIFY(
        shown(house.ask("DELETE", "run", "/v2/" + latest).words()).startsWith("400 FAILED_PRECONDITION: "));
    QCOMPARE(house.ask("DELETE", "run", "/v2/" + list[1]["name"].asString()).status, 200);
    QCOMPARE(house.ask("GET", "run", "/v2/" + list[1]["name"].asString()).status, 404);
}

void TstCloudV2::fieldsAreNamedAsV2NamesThem()
{
    tests::CloudHouse house;
    json::Value bad = service("good");
    bad.object()["template"].object().set("maxInstanceRequestConcurrency", 2000);
    const auto answer = house.ask("POST", "run", std::string(kParent) + "/services?serviceId=shop", bad);
    QCOMPARE(answer.status, 400);
    QCOMPARE(shown(answer.body["error"]["details"].at(0)["fieldViolations"].at(0)["field"].asString()),
             "template.maxInstanceRequestConcurrency");
    bad = service("good");
    bad.object()["annotations"].object().set("run.googleapis.com/x", "y");
    QCOMPARE(house.ask("POST", "run", std::string(kParent) + "/services?serviceId=shop", bad).status, 400);
}

void TstCloudV2::aServiceIsDeleted()
{
    tests::CloudHouse house;
    deploy(house);
    const auto gone = house.ask("DELETE", "run", std::string(kParent) + "/services/shop").body;
    QVERIFY(gone["done"].asBoolean());
    QVERIFY(!gone["response"]["deleteTime"].isNull());
    QVERIFY(house.ask("GET", "run", std::string(kParent) + "/services").body["services"].isNull());
}

QTEST_GUILESS_MAIN(TstCloudV2)
#include "tst_cloud_v2.moc"
