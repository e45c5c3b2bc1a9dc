// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Jobs of API v2 whose tasks really run, and our client with them.
#include "engine/cloud/cloud.h"
#include "engine/cloud/job_client.h"
#include "tests/cloud_local/cloud_house.h"

using namespace batuta;
using batuta::test::shown;

class TstCloudJobs : public QObject
{
    Q_OBJECT

private slots:
    void tasksRunWithTheirOwnVariables();
    void aFailingTaskIsTriedAgainAndTold();
    void aTimeoutEndsATask();
    void tooMuchMemoryEndsATask_data();
    void tooMuchMemoryEndsATask();
    void anExecutionIsCancelled();
    void overridesAreOfOneRun();
    void refusals_data();
    void refusals();
    void jobsAndExecutionsOutliveTheCloud();
    void ourClientWorksWithThem();

private:
    static constexpr const char *kParent = "/v2/projects/demo-proj/locations/us-east1";
    static json::Value job(const std::string &script, int tasks = 1, int retries = 0,
                           const std::string &timeout = "20s")
    {
        return json::Object{
            {"template",
             json::Object{{"taskCount", tasks},
                          {"template", json::Object{{"maxRetries", retries},
                                                    {"timeout", timeout},
                                                    {"containers", json::Array{container(script)}}}}}}};
    }
    static json::Value container(const std::string &script)
    {
        return json::Object{{"image", "good"},
                            {"command", json::Array{"/bin/sh", "-c", script, "task"}},
                            {"env", json::Array{json::Object{{"name", "GREETING"}, {"value", "hello"}}}}};
    }
    static tests::CloudAnswer create(tests::CloudHouse &house, const json::Value &body,
                                     const std::string &name = "nightly")
    {
        return house.ask("POST", "run", std::string(kParent) + "/jobs?jobId=" + name, body);
    }
    static tests::CloudAnswer start(tests::CloudHouse &house, const json::Value &request = json::Object{})
    {
        return house.ask("POST", "run", std::string(kParent) + "/jobs/nightly:run", request);
    }
    static json::Value waited(tests::CloudHouse &house, const json::Value &operation)
    {
        return house
            .ask("POST", "run", "/v2/" + operation["name"].asString() + ":wait",
                 json::Object{{"timeout", "20s"}})
            .body;
    }
    static json::Value ran(tests::CloudHouse &house, const json::Value &body)
    {
        create(house, body);
        return waited(house, start(house).body)["response"];
    }
    static QStringList logged(tests::CloudHouse &house)
    {
        const auto answer = house.ask(
            "POST", "logging", "/v2/entries:list",
            json::Object{{"resourceNames", json::Array{"projects/demo-proj"}},
                         {"filter", "resource.type=\"cloud_run_job\" resource.labels.job_name=\"nightly\""}});
        QStringList lines;
        for (const json::Value &entry : answer.body["entries"].asArray())
            lines << shown(entry["textPayload"].asString());
        lines.sort();
        return lines;
    }
    static QString messageOf(const json::Value &execution)
    {
        return shown(execution["conditions"].at(0)["message"].asString());
    }
};

void TstCloudJobs::tasksRunWithTheirOwnVariables()
{
    tests::CloudHouse house;
    const auto made =
        create(house, job("echo $GREETING $CLOUD_RUN_JOB $CLOUD_RUN_TASK_INDEX/$CLOUD_RUN_TASK_COUNT", 3));
    QVERIFY(made.body["done"].asBoolean());
    QVERIFY(waited(house, made.body)["done"].asBoolean()); // clients wait for it all the same
    QCOMPARE(shown(made.body["response"]["@type"].asString()), "type.googleapis.com/google.cloud.run.v2.Job");
    const auto begun = start(house);
    QCOMPARE(begun.status, 200);
    QCOMPARE(shown(begun.body["metadata"]["@type"].asString()),
             "type.googleapis.com/google.cloud.run.v2.Execution");
    const std::string name = begun.body["metadata"]["name"].asString();
    QVERIFY(shown(name).startsWith("projects/demo-proj/locations/us-east1/jobs/nightly/executions/nightly-"));
    const json::Value done = waited(house, begun.body);
    QVERIFY(done["done"].asBoolean());
    QCOMPARE(done["response"]["succeededCount"].asInteger(), 3);
    QCOMPARE(shown(done["response"]["conditions"].at(0)["state"].asString()), "CONDITION_SUCCEEDED");
    QCOMPARE(logged(house), (QStringList{"hello nightly 0/3", "hello nightly 1/3", "hello nightly 2/3"}));
    const json::Value read = house.ask("GET", "run", std::string(kParent) + "/jobs/nightly").body;
    QCOMPARE(read["executionCount"].asInteger(), 1);
    QCOMPARE(shown(read["latestCreatedExecution"]["completionStatus"].asString()), "EXECUTION_SUCCEEDED");
    const json::Value tasks = house.ask("GET", "run", "/v2/" + name + "/tasks").body;
    QCOMPARE(tasks["tasks"].asArray().size(), std::size_t(3));
    QCOMPARE(tasks["tasks"].at(2)["lastAttemptResult"]["exitCode"].asInteger(), 0);
}

void TstCloudJobs::aFailingTaskIsTriedAgainAndTold()
{
    tests::CloudHouse house;
    const json::Value failed = ran(house, job("echo try $CLOUD_RUN_TASK_ATTEMPT; exit 3", 1, 2));
    QCOMPARE(logged(house), (QStringList{"try 0", "try 1", "try 2"}));
    QCOMPARE(failed["failedCount"].asInteger(), 1);
    QCOMPARE(failed["retriedCount"].asInteger(), 2);
    QVERIFY2(messageOf(failed).endsWith(
                 "-task0 failed with message: The container exited with an error. (exit code 3)"),
             qPrintable(messageOf(failed)));
    QCOMPARE(shown(failed["conditions"].at(0)["executionReason"].asString()), "NON_ZERO_EXIT_CODE");
    // One that is mended on its second try succeeds.
    house.ask("PATCH", "run", std::string(kParent) + "/jobs/nightly",
              job("test $CLOUD_RUN_TASK_ATTEMPT = 1", 1, 1));
    const json::Value mended = waited(house, start(house).body)["response"];
    QCOMPARE(mended["succeededCount"].asInteger(), 1);
    QCOMPARE(mended["retriedCount"].asInteger(), 1);
}

void TstCloudJobs::aTimeoutEndsATask()
{
    tests::CloudHouse house;
    const json::Value late = ran(house, job("sleep 60", 1, 0, "0.3s"));
    QVERIFY2(messageOf(late).endsWith("The configured timeout was reached."), qPrintable(messageOf(late)));
}

void TstCloudJobs::tooMuchMemoryEndsATask_data()
{
    QTest::addColumn<QString>("script");
    const std::string hog = "PORT=0 BEHAVIOUR=hog " + std::string(FLEET_PROGRAM);
    QTest::newRow("the program itself") << shown("export PORT=0 BEHAVIOUR=hog; exec " FLEET_PROGRAM);
    QTest::newRow("a child of it") << shown(hog + " & sleep 20");
}

void TstCloudJobs::tooMuchMemoryEndsATask()
{
    QFETCH(QString, script);
    tests::CloudHouse house;
    json::Value body = job(script.toStdString(), 1, 1);
    json::Value limited = container(script.toStdString());
    limited.object().set("resources", json::Object{{"limits", json::Object{{"memory", "256Mi"}}}});
    body.object()["template"].object()["template"].object().set("containers", json::Array{limited});
    const json::Value failed = ran(house, body);
    QVERIFY2(
        messageOf(failed).endsWith("-task0 failed with message: The configured memory limit was reached."),
        qPrintable(messageOf(failed)));
    QCOMPARE(failed["failedCount"].asInteger(), 1);
    QCOMPARE(failed["retriedCount"].asInteger(), 1);
    const QStringList said = logged(house).filter("Memory limit of 256 MiB exceeded with ");
    QCOMPARE(said.size(), 2); // once for each attempt
    const json::Value task =
        house.ask("GET", "run", "/v2/" + failed["name"].asString() + "/tasks").body["tasks"].at(0);
    QCOMPARE(task["lastAttemptResult"]["termSignal"].asInteger(), 9);
}

void TstCloudJobs::anExecutionIsCancelled()
{
    tests::CloudHouse house;
    create(house, job("sleep 60", 2));
    const json::Value begun = start(house).body;
    const std::string path = "/v2/" + begun["metadata"]["name"].asString();
    QCOMPARE(house.ask("GET", "run", path).body["runningCount"].asInteger(), 2);
    const auto asked = house.ask("POST", "run", path + ":cancel", json::Object{});
    QCOMPARE(asked.status, 200);
    const json::Value gone = waited(house, begun)["response"];
    QCOMPARE(gone["cancelledCount"].asInteger(), 2);
    QCOMPARE(messageOf(gone), "The execution was cancelled.");
    QCOMPARE(house.ask("POST", "run", path + ":cancel", json::Object{}).status, 400);
    QCOMPARE(house.ask("DELETE", "run", path).status, 200);
    QCOMPARE(house.ask("GET", "run", path).status, 404);
}

void TstCloudJobs::overridesAreOfOneRun()
{
    tests::CloudHouse house;
    create(house, job("echo $GREETING $1"));
    const json::Value request = json::Object{
        {"overrides",
         json::Object{{"taskCount", 2},
                      {"containerOverrides",
                       json::Array{json::Object{
                           {"args", json::Array{"you"}},
                           {"env", json::Array{json::Object{{"name", "GREETING"}, {"value", "bye"}}}}}}}}}};
    QCOMPARE(waited(house, start(house, request).body)["response"]["taskCount"].asInteger(), 2);
    QCOMPARE(logged(house), (QStringList{"bye you", "bye you"}));
    waited(house, start(house).body);
    QCOMPARE(logged(house), (QStringList{"bye you", "bye you", "hello"}));
}

void TstCloudJobs::refusals_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    const QString here = kParent;
    QTest::newRow("unknown") << "GET " + here + "/jobs/none" << QString("")
                             << "404 NOT_FOUND: Resource 'none' of kind 'JOB'";
    QTest::newRow("no container") << "POST " + here + "/jobs?jobId=x" << QString("{}")
                                  << "400 INVALID_ARGUMENT";
    QTest::newRow("name") << "POST " + here + "/jobs?jobId=Big" << QString("{}") << "400 INVALID_ARGUMENT";
    QTest::newRow("twice") << "POST " + here + "/jobs?jobId=nightly" << QString("same")
                           << "409 ALREADY_EXISTS";
    QTest::newRow("stale") << "POST " + here + "/jobs/nightly:run" << QString(R"({"etag":"x"})")
                           << "409 ABORTED";
    QTest::newRow("tasks") << "POST " + here + "/jobs/nightly:run"
                           << QString(R"({"overrides":{"taskCount":20000}})") << "400 INVALID_ARGUMENT";
    QTest::newRow("execution") << "GET " + here + "/jobs/nightly/executions/none" << QString("")
                               << "404 NOT_FOUND: Resource 'none' of kind 'EXECUTION'";
}

void TstCloudJobs::refusals()
{
    QFETCH(QString, request);
    QFETCH(QString, body);
    QFETCH(QString, words);
    tests::CloudHouse house;
    create(house, job("true"));
    const json::Value sent = body == "same"   ? job("true")
                             : body.isEmpty() ? json::Value()
                                              : *json::parse(body.toStdString());
    const auto answer = house.ask(request.section(' ', 0, 0).toStdString(), "run",
                                  request.section(' ', 1).toStdString(), sent);
    QVERIFY2(shown(answer.words()).startsWith(words), answer.words().c_str());
}

void TstCloudJobs::jobsAndExecutionsOutliveTheCloud()
{
    tests::CloudHouse house;
    create(house, job("sleep 60"));
    const json::Value begun = start(house).body;
    QVERIFY(house.again());
    const json::Value cut = house.ask("GET", "run", "/v2/" + begun["metadata"]["name"].asString()).body;
    QCOMPARE(messageOf(cut), "The local cloud was stopped while the execution ran.");
    QVERIFY(waited(house, begun)["done"].asBoolean());
    QCOMPARE(house.ask("GET", "run", std::string(kParent) + "/jobs").body["jobs"].asArray().size(),
             std::size_t(1));
}

void TstCloudJobs::ourClientWorksWithThem()
{
    tests::CloudHouse house;
    create(house, job("echo $GREETING $1; exit $CODE", 2));
    cloud::Settings settings;
    settings.project = "demo-proj";
    settings.region = "us-east1";
    settings.server = house.cloud->url();
    SystemClock clock;
    const auto cloud = cloud::Cloud::open(house.run.loop, clock, settings, {});
    BATUTA_VERIFY_OK(cloud);
    const auto ask = [&house]<class T>(std::optional<Result<T>> &got, auto call) {
        call([&got](Result<T> answer) { got = std::move(answer); });
        house.run.runUntil([&got] { return got.has_value(); });
    };
    const cloud::ServiceName name{"demo-proj", "us-east1", "nightly"};
    std::optional<Result<cloud::Job>> read;
    ask(read, [&](auto answer) { (*cloud)->jobs().job(name, answer); });
    BATUTA_VERIFY_OK(*read);
    QCOMPARE(shown((*read)->image), "good");
    QCOMPARE((*read)->taskCount, 2);
    QCOMPARE((*read)->maxRetries, 0);
    QCOMPARE((*read)->timeoutSeconds, 20);
    std::optional<Result<cloud::JobExecution>> begun;
    cloud::JobOverrides overrides{{"all"}, {{"CODE", "4", {}, {}}}, 1, 0};
    ask(begun, [&](auto answer) { (*cloud)->jobs().run(**read, overrides, false, answer); });
    BATUTA_VERIFY_OK(*begun);
    QVERIFY(!(*begun)->isOver());
    std::optional<Result<cloud::JobExecution>> now;
    for (int i = 0; i < 400 && (!now || (*now && !(*now)->isOver())); ++i) {
        now.reset();
        ask(now, [&](auto answer) { (*cloud)->jobs().execution(name, (*begun)->name, answer); });
    }
    BATUTA_VERIFY_OK(*now);
    QVERIFY((*now)->isOver() && !(*now)->isGood());
    QCOMPARE((*now)->failed, 1);
    QVERIFY2((*now)->done.message.find("exit code 4") != std::string::npos, (*now)->done.message.c_str());
    QCOMPARE(logged(house), QStringList{"hello all"});
    std::optional<Result<std::vector<cloud::JobExecution>>> all;
    ask(all, [&](auto answer) { (*cloud)->jobs().executions(name, answer); });
    BATUTA_VERIFY_OK(*all);
    QCOMPARE((*all)->size(), std::size_t(1));
    std::optional<Result<std::vector<cloud::Job>>> jobs;
    ask(jobs, [&](auto answer) { (*cloud)->jobs().jobs("demo-proj", "us-east1", answer); });
    BATUTA_VERIFY_OK(*jobs);
    QCOMPARE(shown((*jobs)->front().latestStatus), "EXECUTION_FAILED");
}

QTEST_GUILESS_MAIN(TstCloudJobs)
#include "tst_cloud_jobs.moc"
