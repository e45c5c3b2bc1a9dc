// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Looks before a deployment, builds, backups and alerts, over a local cloud with real processes.
#include "engine/client/release_lookups.h"
#include "engine/releases/watch.h"
#include "tests/cloud_local/cloud_house.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace batuta;
using namespace batuta::tests;
using batuta::test::shown;
using State = client::DeployFinding::State;

namespace {

constexpr const char *kAccount = "000000-000000-000000";

class KitHouse
{
public:
    KitHouse()
        : house(cloud.run.loop)
    {
        cloud.deploy("shop");
        cloud.open("shop");
        host::EngineOptions options;
        options.clouds = [this] {
            cloud::Settings dev;
            dev.project = "demo-proj";
            dev.region = "us-east1";
            dev.server = cloud.cloud->url();
            dev.billingAccount = kAccount;
            cloud::Settings production = dev;
            production.isGuarded = true;
            return Result<std::vector<std::pair<std::string, cloud::Settings>>>(
                {{"dev", dev}, {"production", production}});
        };
        house.open(std::move(options));
    }

    Result<json::Value> lookUp(const std::string &kind, json::Value data = json::Object{},
                               const std::string &service = "shop")
    {
        std::optional<Result<json::Value>> got;
        house.engine->lookUpRelease({kind, "dev", service, std::move(data)},
                                    [&](Result<json::Value> answer) { got = std::move(answer); });
        if (!house.until([&] { return got.has_value(); }))
            return Error{ErrorCode::Internal, kind, "no reply", {}, {}};
        return *got;
    }
    client::DeployCheck look(const client::RolloutRequest &request)
    {
        const auto answer = lookUp("deploy", client::toJson(request));
        const auto check = answer ? client::deployCheckFromJson(*answer) : answer.error();
        refused = check ? std::string() : errorText(check.error());
        return check ? *check : client::DeployCheck();
    }
    Result<json::Value> act(const std::string &verb, const std::string &subject, json::Value data,
                            const std::string &why = {})
    {
        client::Act act;
        act.verb = verb;
        act.subject = subject;
        act.data = std::move(data);
        act.why = why;
        return tests::act(house, std::move(act));
    }
    client::BackupList backups()
    {
        const auto answer = lookUp("backups");
        return answer ? client::backupListFromJson(*answer).value_or(client::BackupList())
                      : client::BackupList();
    }
    client::Watching watching()
    {
        const auto answer = lookUp("watching");
        return answer ? client::watchingFromJson(*answer).value_or(client::Watching()) : client::Watching();
    }
    Result<client::ServiceBoard> board()
    {
        std::optional<Result<client::ServiceBoard>> got;
        house.engine->releasedService({"dev", "shop"}, [&](auto reply) { got = std::move(reply); });
        if (!house.until([&] { return got.has_value(); }))
            return Error{ErrorCode::Internal, "board", "no reply", {}, {}};
        return *got;
    }

    CloudHouse cloud;
    House house;
    std::string refused;
};

client::RolloutRequest requestOf(const std::string &image)
{
    client::RolloutRequest request;
    request.environment = "dev";
    request.service = "shop";
    request.draft.image = image;
    request.tag = "next";
    request.healthPath = "/health";
    return request;
}

const client::DeployFinding *findingOf(const client::DeployCheck &check, const std::string &name)
{
    const auto found = std::find_if(check.findings.begin(), check.findings.end(),
                                    [&](const auto &one) { return one.check == name; });
    return found == check.findings.end() ? nullptr : &*found;
}

State stateOf(const client::DeployCheck &check, const std::string &name)
{
    const client::DeployFinding *finding = findingOf(check, name);
    return finding == nullptr ? State::Unknown : finding->state;
}

} // namespace

class TestReleaseKit : public QObject
{
    Q_OBJECT

private slots:
    void aLookChangesNothing();
    void whatCloudRunWouldRefuseIsSaidBeforehand();
    void aRevisionIsCopied();
    void aServiceThatIsNotThereYet();
    void aBackupBringsTheServiceBack();
    void aChangedBackupIsNotRestored();
    void productionWantsReasonAndName();
    void aDirectoryIsBuilt();
    void alertsAndBudgetsAreSaved();
    void formsThatMakeNoSenseAreRefused_data();
    void formsThatMakeNoSenseAreRefused();
};

void TestReleaseKit::aLookChangesNothing()
{
    KitHouse house;
    const auto before = house.board();
    auto request = requestOf("good");
    request.draft.settings = {{"memory", "1Gi"}};
    request.draft.env = {{"A", "2", {}, {}}, {"API_TOKEN", "s3cr3t-value", {}, {}}};
    const client::DeployCheck check = house.look(request);
    QVERIFY2(!check.findings.empty(), house.refused.c_str());
    QVERIFY(!check.isNew);
    for (const char *name : {"limits", "names", "traffic", "quota", "health", "cloud"})
        QVERIFY2(stateOf(check, name) == State::Passes, name);
    QVERIFY(stateOf(check, "keys") == State::Warns); // a secret in plain sight
    QCOMPARE(shown(findingOf(check, "keys")->code), QString("plain_secret"));
    const auto memory = std::find_if(check.changes.begin(), check.changes.end(),
                                     [](const auto &one) { return one.key == "memory"; });
    QVERIFY(memory != check.changes.end() && memory->after == "1Gi");
    QVERIFY(check.command.find("gcloud run deploy shop --image=good --memory=1Gi") == 0);
    QVERIFY(check.command.find("--tag=next") != std::string::npos);
    const std::string whole = json::write(client::toJson(check));
    QVERIFY(whole.find("s3cr3t-value") == std::string::npos);
    const auto after = house.board();
    QCOMPARE(after->revisions.size(), before->revisions.size());
    QCOMPARE(shown(after->service.etag), shown(before->service.etag));
}

void TestReleaseKit::whatCloudRunWouldRefuseIsSaidBeforehand()
{
    KitHouse house;
    auto request = requestOf("good");
    request.healthPath = "/nowhere-to-be-found";
    request.draft.settings = {{"memory", "16Gi"}, {"timeout", "2h"}};
    request.draft.env = {{"PORT", "1", {}, {}}, {"DB", "sm://projects/p/secrets/s/versions/1", {}, {}}};
    const client::DeployCheck check = house.look(request);
    QVERIFY(stateOf(check, "limits") == State::Fails);
    QVERIFY(stateOf(check, "keys") == State::Fails);
    QVERIFY(stateOf(check, "cloud") == State::Unknown); // it need not be asked any more
    const auto codes = [&](const std::string &code) {
        return std::count_if(check.findings.begin(), check.findings.end(),
                             [&](const auto &one) { return one.code == code; });
    };
    QCOMPARE(codes("memory"), 1);
    QCOMPARE(codes("timeout"), 1);
    QCOMPARE(codes("env"), 1);
    QCOMPARE(codes("reference"), 1);
}

void TestReleaseKit::aRevisionIsCopied()
{
    KitHouse house;
    const std::string first = house.board()->service.latestReady;
    auto request = requestOf("good");
    request.draft.from = first;
    request.draft.env = {{"B", "1", {}, {}}};
    const client::DeployCheck check = house.look(request);
    QVERIFY2(!check.findings.empty(), house.refused.c_str());
    QCOMPARE(check.changes.size(), std::size_t(1));
    QCOMPARE(shown(check.changes.front().key), QString("env B"));
    request.draft.from = "shop-00099-not";
    house.look(request);
    QVERIFY(house.refused.find("no such revision") != std::string::npos);
}

void TestReleaseKit::aServiceThatIsNotThereYet()
{
    KitHouse house;
    auto request = requestOf("good");
    const auto answer = house.lookUp("deploy", client::toJson(request), "bakery");
    const auto check = answer ? client::deployCheckFromJson(*answer) : answer.error();
    BATUTA_VERIFY_OK(check);
    QVERIFY(check->isNew);
    QVERIFY(stateOf(*check, "cloud") == State::Passes);
    const auto memory = std::find_if(check->changes.begin(), check->changes.end(),
                                     [](const auto &one) { return one.key == "memory"; });
    QVERIFY(memory != check->changes.end() && memory->after == "2Gi"); // of the guide
}

void TestReleaseKit::aBackupBringsTheServiceBack()
{
    KitHouse house;
    const auto backed = house.act("back_up", "dev/", json::Object{});
    BATUTA_VERIFY_OK(backed);
    const std::string name = (*backed)["backup"].asString();
    const client::BackupList list = house.backups();
    QCOMPARE(list.backups.size(), std::size_t(1));
    QCOMPARE(shown(list.backups[0].name), shown(name));
    QCOMPARE(list.backups[0].services, std::vector<std::string>{"shop"});
    QVERIFY(!list.backups[0].problem && list.backups[0].at != WallTime{});

    auto request = requestOf("good");
    request.draft.env = {{"LATER", "yes", {}, {}}, {"API_TOKEN", "s3cr3t-value", {}, {}}};
    const auto begun = house.act("roll_out", "dev/shop", client::toJson(request));
    BATUTA_VERIFY_OK(begun);
    BATUTA_VERIFY_OK(house.house.end(ExecutionId((*begun)["execution_id"].asString())));
    const auto answer = house.lookUp("backup", json::Object{{"backup", name}});
    const auto sides = answer ? client::backupSidesFromJson(*answer) : answer.error();
    BATUTA_VERIFY_OK(sides);
    QVERIFY(sides->now.find("LATER") != std::string::npos);
    QVERIFY(sides->then.find("LATER") == std::string::npos);
    QVERIFY(sides->now.find("s3cr3t-value") == std::string::npos);

    const auto restored = house.act("restore_service", "dev/shop", json::Object{{"backup", name}});
    BATUTA_VERIFY_OK(restored);
    std::string seen;
    const bool isBack = eventually(house.house, [&] {
        const auto board = house.board();
        seen = board ? board->service.isReconciling ? "reconciling" : "" : errorText(board.error());
        if (!board)
            return false;
        for (const auto &one : board->service.config.env)
            seen += " " + one.name;
        return seen.find("reconciling") == std::string::npos && seen.find("LATER") == std::string::npos;
    });
    QVERIFY2(isBack, seen.c_str());
}

void TestReleaseKit::aChangedBackupIsNotRestored()
{
    KitHouse house;
    const auto backed = house.act("back_up", "dev/", json::Object{});
    BATUTA_VERIFY_OK(backed);
    QFile file(QString::fromStdString((*backed)["folder"].asString() + "/shop.yaml"));
    QVERIFY(file.open(QIODevice::Append));
    file.write("# more\n");
    file.close();
    QVERIFY(house.backups().backups[0].problem);
    const json::Object which{{"backup", (*backed)["backup"].asString()}};
    QVERIFY(!house.act("restore_service", "dev/shop", which));
    QVERIFY(!house.lookUp("backup", which));
    for (const char *name : {"", "..", "../dev", "dev-2020-01-01T00-00-00Z"})
        QVERIFY(!house.lookUp("backup", json::Object{{"backup", name}}));
}

void TestReleaseKit::productionWantsReasonAndName()
{
    KitHouse house;
    const auto backed = house.act("back_up", "production/", json::Object{}); // changes nothing there
    BATUTA_VERIFY_OK(backed);
    json::Object data{{"backup", (*backed)["backup"].asString()}};
    auto done = house.act("restore_service", "production/shop", data);
    QVERIFY(!done && done.error().code == ErrorCode::ActRefused);
    done = house.act("restore_service", "production/shop", data, "the canary burns");
    QVERIFY(!done && done.error().mend == "Type shop.");
    data.set("confirmed", "shop");
    BATUTA_VERIFY_OK(house.act("restore_service", "production/shop", data, "the canary burns"));
    done = house.act("save_alert", "production/shop", json::Object{{"share", 0.05}});
    QVERIFY(!done && done.error().code == ErrorCode::ActRefused);
}

void TestReleaseKit::aDirectoryIsBuilt()
{
    KitHouse house;
    const QDir folder(QString::fromStdString(house.house.folder()));
    QVERIFY(folder.mkpath("app"));
    house.house.file("app/Procfile", "web: /bin/true\n"); // what the local cloud runs
    house.house.file("app/Dockerfile", "FROM scratch\nCMD [\"/bin/true\"]\n");
    const std::string image = "us-east1-docker.pkg.dev/demo-proj/apps/shop:1";
    const auto begun =
        house.act("build_image", "dev/shop", json::Object{{"directory", "app"}, {"image", image}});
    BATUTA_VERIFY_OK(begun);
    const std::string id = (*begun)["build"].asString();
    client::BuildState state;
    QVERIFY(eventually(house.house, [&] {
        const auto answer = house.lookUp("build", json::Object{{"id", id}, {"from", 0}}, {});
        state = answer ? client::buildStateFromJson(*answer).value_or(client::BuildState()) : state;
        return state.status == "success" || state.status == "failure";
    }));
    QVERIFY2(state.status == "success", (state.said + state.log).c_str());
    QVERIFY(state.image.starts_with("us-east1-docker.pkg.dev/demo-proj/apps/shop"));
    QVERIFY(!state.log.empty() && state.next == static_cast<std::int64_t>(state.log.size()));
    const auto rest = house.lookUp("build", json::Object{{"id", id}, {"from", state.next}}, {});
    QCOMPARE(shown((*rest)["log"].asString()), QString());
    QVERIFY(stateOf(house.look(requestOf(image)), "image") != State::Fails);
    const auto none =
        house.act("build_image", "dev/shop", json::Object{{"directory", "nowhere"}, {"image", image}});
    BATUTA_VERIFY_OK(none);
    QVERIFY(eventually(house.house, [&] {
        const auto answer = house.lookUp("build", json::Object{{"id", (*none)["build"]}}, {});
        return answer && (*answer)["status"].asString() == "failure";
    }));
}

void TestReleaseKit::alertsAndBudgetsAreSaved()
{
    KitHouse house;
    BATUTA_VERIFY_OK(house.act("save_alert", "dev/shop", json::Object{{"share", 0.05}, {"minutes", 2}}));
    BATUTA_VERIFY_OK(
        house.act("save_alert", "dev/shop", json::Object{{"kind", "latency"}, {"p95_ms", 1500}}));
    client::Watching watching = house.watching();
    QCOMPARE(watching.policies.size(), std::size_t(2));
    std::optional<releases::AlertForm> errors;
    for (const cloud::AlertPolicy &policy : watching.policies)
        if (const auto form = releases::formOf(policy);
            form && form->kind == releases::AlertForm::Kind::Errors)
            errors = form;
    QVERIFY(errors && errors->share == 0.05 && errors->minutes == 2 && errors->service == "shop");
    BATUTA_VERIFY_OK(house.act("save_alert", "dev/shop",
                               json::Object{{"name", errors->name}, {"share", 0.1}, {"enabled", false}}));
    watching = house.watching();
    QCOMPARE(watching.policies.size(), std::size_t(2));
    for (const cloud::AlertPolicy &policy : watching.policies)
        if (policy.name == errors->name)
            QVERIFY(!policy.isEnabled && releases::formOf(policy)->share == 0.1);

    cloud::Budget budget = releases::usualBudget("demo-proj");
    budget.amountCents = 10'075;
    BATUTA_VERIFY_OK(house.act("save_budget", "dev/", client::budgetValue(budget)));
    watching = house.watching();
    QCOMPARE(watching.budgets.size(), std::size_t(1));
    QCOMPARE(watching.budgets[0].amountCents.value_or(0), std::int64_t(10'075));
    QCOMPARE(watching.budgets[0].thresholds.size(), std::size_t(4));
    budget = watching.budgets[0];
    budget.amountCents = 20'000;
    BATUTA_VERIFY_OK(house.act("save_budget", "dev/", client::budgetValue(budget)));
    QCOMPARE(house.watching().budgets.size(), std::size_t(1));
}

void TestReleaseKit::formsThatMakeNoSenseAreRefused_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("5 as a share") << QByteArray("save_alert") << QByteArray(R"({"share":5})");
    QTest::newRow("no share") << QByteArray("save_alert") << QByteArray(R"({"share":0})");
    QTest::newRow("never") << QByteArray("save_alert") << QByteArray(R"({"minutes":-1})");
    QTest::newRow("no channel") << QByteArray("save_alert")
                                << QByteArray(R"({"channels":["ana@example.com"]})");
    QTest::newRow("9000 %") << QByteArray("save_budget")
                            << QByteArray(
                                   R"({"displayName":"b","thresholdRules":[{"thresholdPercent":90}]})");
    QTest::newRow("no image") << QByteArray("build_image") << QByteArray(R"({"directory":"."})");
    QTest::newRow("no backup") << QByteArray("restore_service") << QByteArray("{}");
}

void TestReleaseKit::formsThatMakeNoSenseAreRefused()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, data);
    KitHouse house;
    const auto done = house.act(verb.toStdString(), "dev/shop", *json::parse(data.toStdString()));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InputInvalid);
}

QTEST_GUILESS_MAIN(TestReleaseKit)
#include "tst_release_kit.moc"
