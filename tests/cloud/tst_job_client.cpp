// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Jobs of Cloud Run, as its documentation shows their shapes.
#include "engine/cloud/job_client.h"
#include "tests/cloud/google_house.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using namespace batuta::cloud;
using batuta::test::shown;
using batuta::tests::GoogleHouse;

namespace {

constexpr const char *kJobs = "run.googleapis.com/v2/projects/demo/locations/us-east1/jobs";

// Below: moc does not read on behind such texts.
std::string jobJson();
std::string executionJson(const std::string &name, const std::string &rest);

} // namespace

class TestJobClient : public QObject
{
    Q_OBJECT

private slots:
    void aJobIsRead();
    void executionsAreReadTheNewestFirst();
    void aRunSendsWhatIsDifferent();
    void aRefusalIsInGooglesWords();
    void namesThatReachElsewhere();

private:
    static ServiceName name() { return {"demo", "us-east1", "nightly"}; }
};

void TestJobClient::aJobIsRead()
{
    GoogleHouse house;
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    JobClient client(api);
    house.on(std::string("GET ") + kJobs + "/nightly", {200, jobJson(), {}});
    const auto job = house.ask<Job>([&](auto reply) { client.job(name(), reply); });
    BATUTA_VERIFY_OK(job);
    QCOMPARE(shown(job->image), QString("us-docker.pkg.dev/demo/x/job:3"));
    QCOMPARE(job->taskCount, 8);
    QCOMPARE(job->parallelism, 2);
    QCOMPARE(job->maxRetries, 1);
    QCOMPARE(job->timeoutSeconds, 900);
    QCOMPARE(job->executions, 12);
    QCOMPARE(shown(job->env[1].secret), QString("db"));
    QCOMPARE(shown(job->latestExecution), QString("nightly-x7k2p"));
    QCOMPARE(shown(job->latestStatus), QString("EXECUTION_SUCCEEDED"));
    QVERIFY(job->ready.state == ConditionState::Succeeded);
    house.on(std::string("GET ") + kJobs, {200, std::string(R"({"jobs":[)") + jobJson() + "]}", {}});
    const auto jobs =
        house.ask<std::vector<Job>>([&](auto reply) { client.jobs("demo", "us-east1", reply); });
    BATUTA_VERIFY_OK(jobs);
    QCOMPARE(jobs->size(), std::size_t(1));
}

void TestJobClient::executionsAreReadTheNewestFirst()
{
    GoogleHouse house;
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    JobClient client(api);
    const std::string older = executionJson(
        "nightly-a",
        R"(1T00:00:00Z","completionTime":"2026-06-01T00:01:00Z","succeededCount":7,"failedCount":1,
"conditions":[{"type":"Completed","state":"CONDITION_FAILED","executionReason":"NON_ZERO_EXIT_CODE",
"message":"Task nightly-a-task3 failed with message: The container exited with an error."}])");
    const std::string newer = executionJson("nightly-b", R"(2T00:00:00Z","runningCount":2)");
    house.on(std::string("GET ") + kJobs + "/nightly/executions",
             {200, R"({"executions":[)" + older + "," + newer + "]}", {}});
    const auto all =
        house.ask<std::vector<JobExecution>>([&](auto reply) { client.executions(name(), reply); });
    BATUTA_VERIFY_OK(all);
    QCOMPARE(shown((*all)[0].name), QString("nightly-b"));
    QVERIFY(!(*all)[0].isOver());
    QCOMPARE((*all)[0].running, 2);
    QVERIFY((*all)[1].isOver() && !(*all)[1].isGood());
    QCOMPARE((*all)[1].failed, 1);
    QCOMPARE(shown((*all)[1].done.reason), QString("NON_ZERO_EXIT_CODE"));
}

void TestJobClient::aRunSendsWhatIsDifferent()
{
    GoogleHouse house;
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    JobClient client(api);
    house.on(std::string("POST ") + kJobs + "/nightly:run",
             {200,
              R"({"name":"projects/demo/locations/us-east1/operations/1","metadata":)" +
                  executionJson("nightly-c", R"(3T00:00:00Z")") + "}",
              {}});
    Job read;
    read.name = name();
    read.etag = "tag-4";
    const auto begun = house.ask<JobExecution>([&](auto reply) {
        client.run(read, {{"--fast"}, {{"A", "2", {}, {}}}, 3, 60}, false, reply);
    });
    BATUTA_VERIFY_OK(begun);
    QCOMPARE(shown(begun->name), QString("nightly-c"));
    const json::Value sent = house.body(0);
    QCOMPARE(shown(sent["etag"].asString()), QString("tag-4"));
    const json::Value &overrides = sent["overrides"];
    QCOMPARE(overrides["taskCount"].asInteger(), 3);
    QCOMPARE(shown(overrides["timeout"].asString()), QString("60s"));
    QCOMPARE(shown(overrides["containerOverrides"].at(0)["args"].at(0).asString()), QString("--fast"));
    QVERIFY(sent["validateOnly"].isNull());
    const auto plain = house.ask<JobExecution>([&](auto reply) { client.run(read, {}, true, reply); });
    BATUTA_VERIFY_OK(plain);
    QVERIFY(house.body(1)["overrides"].isNull());
    QVERIFY(house.body(1)["validateOnly"].asBoolean());
}

void TestJobClient::aRefusalIsInGooglesWords()
{
    GoogleHouse house;
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    JobClient client(api);
    house.on(
        std::string("GET ") + kJobs + "/nightly",
        {403,
         R"({"error":{"code":403,"message":"Permission 'run.jobs.get' denied","status":"PERMISSION_DENIED"}})",
         {}});
    const auto job = house.ask<Job>([&](auto reply) { client.job(name(), reply); });
    QVERIFY(!job && job.error().code == ErrorCode::ActForbidden);
    QVERIFY2(errorText(job.error()).find("run.jobs.get") != std::string::npos,
             errorText(job.error()).c_str());
}

void TestJobClient::namesThatReachElsewhere()
{
    GoogleHouse house;
    SignIn signIn(house.ground(), tests::anybody());
    Api api(house.ground(), signIn);
    JobClient client(api);
    const auto job = house.ask<Job>([&](auto reply) { client.job({"demo", "us-east1", "x/../y"}, reply); });
    QVERIFY(!job);
    const auto execution =
        house.ask<JobExecution>([&](auto reply) { client.execution(name(), "a:cancel", reply); });
    QVERIFY(!execution);
    QVERIFY(house.asked().empty());
}

namespace {

std::string jobJson()
{
    return R"({"name":"projects/demo/locations/us-east1/jobs/nightly","generation":"4","creator":"ana@example.com",
"createTime":"2026-05-01T02:00:00.123456Z","updateTime":"2026-06-01T02:00:00Z","launchStage":"GA",
"template":{"taskCount":8,"parallelism":2,"template":{"containers":[{"image":"us-docker.pkg.dev/demo/x/job:3",
"args":["--full"],"env":[{"name":"A","value":"1"},{"name":"P","valueSource":{"secretKeyRef":{"secret":"db",
"version":"7"}}}],"resources":{"limits":{"cpu":"1","memory":"512Mi"}}}],"maxRetries":1,"timeout":"900s",
"serviceAccount":"robot@demo.iam.gserviceaccount.com"}},"executionCount":12,
"latestCreatedExecution":{"name":"nightly-x7k2p","completionStatus":"EXECUTION_SUCCEEDED"},
"terminalCondition":{"type":"Ready","state":"CONDITION_SUCCEEDED"},"etag":"tag-4"})";
}

std::string executionJson(const std::string &name, const std::string &rest)
{
    return R"({"name":"projects/demo/locations/us-east1/jobs/nightly/executions/)" + name +
           R"(","taskCount":8,"createTime":"2026-06-0)" + rest + "}";
}

} // namespace

QTEST_GUILESS_MAIN(TestJobClient)
#include "tst_job_client.moc"
