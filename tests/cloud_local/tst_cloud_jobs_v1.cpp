// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Jobs by API v1, as gcloud sends and reads them, and gcloud itself with them.
#include "tests/cloud_local/gcloud_shell.h"

using namespace batuta;
using batuta::test::shown;
using tests::GcloudEnd;

class TstCloudJobsV1 : public QObject
{
    Q_OBJECT

private slots:
    void aJobIsTheSameInBothVersions();
    void aStaleVersionIsRefused();
    void executionsAndTasksAreChosenByLabels();
    void aRunWithOtherValues();
    void refusals_data();
    void refusals();
    void gcloudMakesChangesAndRunsJobs();
    void gcloudTellsWhyAJobFailed();
    void gcloudCancelsAnExecution();

private:
    static constexpr const char *kJobs = "/apis/run.googleapis.com/v1/namespaces/demo-proj/jobs";
    static constexpr const char *kExecutions = "/apis/run.googleapis.com/v1/namespaces/demo-proj/executions";

    /// A job as gcloud writes it.
    static json::Value job(const std::string &script, int tasks = 1);
    static json::Value run(tests::CloudHouse &house, const json::Value &request = json::Object{})
    {
        const json::Value begun =
            house.ask("POST", "us-east1-run", std::string(kJobs) + "/nightly:run", request).body;
        const std::string path = std::string(kExecutions) + "/" + begun["metadata"]["name"].asString();
        json::Value now = begun;
        for (int i = 0; i < 2'000 && now["status"]["completionTime"].isNull() && !begun["kind"].isNull(); ++i)
            now = house.ask("GET", "us-east1-run", path).body;
        return now;
    }
    static QString namesIn(const tests::CloudAnswer &answer)
    {
        QStringList names;
        for (const json::Value &item : answer.body["items"].asArray())
            names << shown(item["metadata"]["name"].asString());
        return names.join(' ');
    }
};

json::Value TstCloudJobsV1::job(const std::string &script, int tasks)
{
    const auto text = R"({"apiVersion":"run.googleapis.com/v1","kind":"Job",
            "metadata":{"name":"nightly","namespace":"demo-proj","labels":{"team":"orders"},"annotations":{
                "run.googleapis.com/client-name":"gcloud","run.googleapis.com/client-version":"528.0.0"}},
            "spec":{"template":{"metadata":{"labels":{"client.knative.dev/nonce":"abc"},"annotations":{
                "run.googleapis.com/execution-environment":"gen2"}},
              "spec":{"taskCount":)" +
                      std::to_string(tasks) +
                      R"(,"template":{"spec":{"maxRetries":0,"timeoutSeconds":"20",
                "containers":[{"image":"good","command":["/bin/sh","-c"],"args":[")" +
                      script + R"("],
                  "env":[{"name":"CODE","value":"0"},
                         {"name":"KEY","valueFrom":{"secretKeyRef":{"name":"db-password","key":"latest"}}}],
                  "resources":{"limits":{"cpu":"1000m","memory":"512Mi"}}}]}}}}},"status":{}})";
    return json::parse(text).value_or(json::Value());
}

void TstCloudJobsV1::aJobIsTheSameInBothVersions()
{
    tests::CloudHouse house;
    const auto made = house.ask("POST", "us-east1-run", kJobs, job("echo $KEY; exit $CODE", 2));
    QCOMPARE(shown(made.words()), "200");
    QCOMPARE(shown(tests::conditionWords(made.body)), "Ready True");
    const json::Value two =
        house.ask("GET", "run", "/v2/projects/demo-proj/locations/us-east1/jobs/nightly").body;
    const json::Value &task = two["template"]["template"];
    QCOMPARE(two["template"]["taskCount"].asInteger(), 2);
    QCOMPARE(shown(task["timeout"].asString()), "20s");
    QCOMPARE(shown(task["containers"].at(0)["env"].at(1)["valueSource"]["secretKeyRef"]["secret"].asString()),
             "db-password");
    QCOMPARE(shown(two["labels"]["team"].asString()), "orders");
    QCOMPARE(shown(two["client"].asString()), "gcloud");
    const json::Value one = house.ask("GET", "us-east1-run", std::string(kJobs) + "/nightly").body;
    const json::Value &spec = one["spec"]["template"]["spec"];
    QCOMPARE(spec["taskCount"].asInteger(), 2);
    const json::Value &own = spec["template"]["spec"];
    QCOMPARE(shown(own["timeoutSeconds"].asString()), "20");
    QCOMPARE(shown(own["containers"].at(0)["args"].at(0).asString()), "echo $KEY; exit $CODE");
    QCOMPARE(shown(own["containers"].at(0)["env"].at(1)["valueFrom"]["secretKeyRef"]["name"].asString()),
             "db-password");
    QCOMPARE(shown(one["metadata"]["labels"]["cloud.googleapis.com/location"].asString()), "us-east1");
    QCOMPARE(shown(one["metadata"]["annotations"]["run.googleapis.com/client-name"].asString()), "gcloud");
    const json::Value done = run(house);
    QCOMPARE(done["status"]["succeededCount"].asInteger(), 2);
    QCOMPARE(shown(tests::conditionWords(done)), "ResourcesAvailable True, Started True, Completed True");
    const json::Value after = house.ask("GET", "us-east1-run", std::string(kJobs) + "/nightly").body;
    QCOMPARE(shown(after["status"]["latestCreatedExecution"]["completionStatus"].asString()),
             "EXECUTION_SUCCEEDED");
    QCOMPARE(shown(after["status"]["latestCreatedExecution"]["name"].asString()),
             shown(done["metadata"]["name"].asString()));
}

void TstCloudJobsV1::aStaleVersionIsRefused()
{
    tests::CloudHouse house;
    const json::Value first = house.ask("POST", "us-east1-run", kJobs, job("true")).body;
    const std::string path = std::string(kJobs) + "/nightly";
    const auto second = house.ask("PUT", "us-east1-run", path, first);
    QCOMPARE(shown(second.words()), "200");
    QCOMPARE(second.body["metadata"]["generation"].asInteger(), 2);
    const auto stale = house.ask("PUT", "us-east1-run", path, first);
    QVERIFY2(shown(stale.words()).startsWith("409 ABORTED"), stale.words().c_str());
    QCOMPARE(house.ask("DELETE", "us-east1-run", path + "?dryRun=all").status, 200);
    QCOMPARE(house.ask("DELETE", "us-east1-run", path).status, 200);
    QCOMPARE(house.ask("GET", "us-east1-run", path).status, 404);
}

void TstCloudJobsV1::executionsAndTasksAreChosenByLabels()
{
    tests::CloudHouse house;
    house.ask("POST", "us-east1-run", kJobs, job("exit $CLOUD_RUN_TASK_INDEX", 2));
    json::Value other = job("true");
    other.object()["metadata"].object().set("name", "weekly");
    QCOMPARE(house.ask("POST", "europe-west1-run", kJobs, other).status, 200);
    QCOMPARE(namesIn(house.ask("GET", "us-east1-run", kJobs)), "nightly");
    QCOMPARE(namesIn(house.ask("GET", "run", kJobs)), "weekly nightly"); // of all regions
    const json::Value failed = run(house);
    QCOMPARE(failed["status"]["failedCount"].asInteger(), 1);
    const std::string name = failed["metadata"]["name"].asString();
    const std::string number = failed["metadata"]["namespace"].asString();
    QCOMPARE(house
                 .ask("GET", "us-east1-run",
                      "/apis/run.googleapis.com/v1/namespaces/" + number + "/executions/" + name)
                 .status,
             200);
    const std::string byJob = std::string(kExecutions) + "?labelSelector=run.googleapis.com/job+%3D+";
    QCOMPARE(namesIn(house.ask("GET", "us-east1-run", byJob + "nightly")), shown(name));
    QCOMPARE(namesIn(house.ask("GET", "us-east1-run", byJob + "weekly")), "");
    const std::string tasks = "/apis/run.googleapis.com/v1/namespaces/demo-proj/tasks?labelSelector="
                              "run.googleapis.com/execution+%3D+" +
                              name;
    QCOMPARE(namesIn(house.ask("GET", "us-east1-run", tasks)), shown(name + "-task0 " + name + "-task1"));
    const auto broken =
        house.ask("GET", "us-east1-run", tasks + ",run.googleapis.com/runningState+in+(Failed,Cancelled)");
    QCOMPARE(namesIn(broken), shown(name + "-task1"));
    const json::Value &last = broken.body["items"].at(0)["status"]["lastAttemptResult"];
    QCOMPARE(last["exitCode"].asInteger(), 1);
    const std::string own = std::string(kExecutions) + "/" + name;
    QCOMPARE(house.ask("POST", "us-east1-run", own + ":cancel", json::Object{}).status, 400); // has ended
    QCOMPARE(house.ask("DELETE", "us-east1-run", own).status, 200);
    QCOMPARE(house.ask("GET", "us-east1-run", own).status, 404);
}

void TstCloudJobsV1::aRunWithOtherValues()
{
    tests::CloudHouse house;
    house.ask("POST", "us-east1-run", kJobs, job("exit $CODE"));
    const json::Value done = run(
        house,
        *json::parse(
            R"({"overrides":{"taskCount":3,"timeoutSeconds":30,"containerOverrides":[{"env":[{"name":"CODE","value":"7"}]}]}})"));
    QCOMPARE(done["status"]["failedCount"].asInteger(), 3);
    QCOMPARE(done["spec"]["taskCount"].asInteger(), 3);
    QCOMPARE(run(house)["status"]["succeededCount"].asInteger(), 1); // it was of one run
}

void TstCloudJobsV1::refusals_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    const QString jobs = kJobs, executions = kExecutions;
    QTest::newRow("no job") << "GET" << jobs + "/none"
                            << ""
                            << "404 NOT_FOUND: Resource 'none' of kind 'JOB' in region 'us-east1'";
    QTest::newRow("run of none") << "POST" << jobs + "/none:run"
                                 << "{}"
                                 << "404 NOT_FOUND: Resource 'none'";
    QTest::newRow("no execution") << "GET" << executions + "/none"
                                  << ""
                                  << "404 NOT_FOUND: Resource 'none' of kind 'EXECUTION'";
    QTest::newRow("no task") << "GET"
                             << "/apis/run.googleapis.com/v1/namespaces/demo-proj/tasks/none-task0"
                             << ""
                             << "404 NOT_FOUND: Resource 'none-task0' of kind 'TASK'";
    QTest::newRow("no container") << "POST" << jobs << R"({"metadata":{"name":"a"},"spec":{}})"
                                  << "400 INVALID_ARGUMENT: spec.template.spec.template.spec.containers";
    QTest::newRow("a bad name") << "POST" << jobs << R"({"metadata":{"name":"A B"},"spec":{}})"
                                << "400 INVALID_ARGUMENT: metadata.name";
    QTest::newRow("not an object") << "POST" << jobs << "[1]"
                                   << "400 INVALID_ARGUMENT";
    QTest::newRow("a bad selector") << "GET" << executions + "?labelSelector=%3D"
                                    << ""
                                    << "400 INVALID_ARGUMENT: Invalid label selector";
}

void TstCloudJobsV1::refusals()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, body);
    QFETCH(QString, words);
    tests::CloudHouse house;
    const auto answer = house.askText(method.toStdString(), "us-east1-run", path.toStdString(),
                                      body.toStdString(), {{"Content-Type", "application/json"}});
    QVERIFY2(shown(answer.words()).startsWith(words), answer.words().c_str());
}

void TstCloudJobsV1::gcloudMakesChangesAndRunsJobs()
{
    if (!tests::hasGcloud())
        QSKIP("gcloud is not installed: jobs of the local cloud are not checked with it here");
    tests::CloudHouse house;
    GcloudEnd end = gcloudInShell(house, {"run", "jobs", "create", "nightly", "--image", "good", "--command",
                                          "/bin/sh", "--args=-c,echo $WHO; exit $CODE", "--tasks", "2",
                                          "--max-retries", "0", "--set-env-vars", "WHO=night,CODE=0",
                                          "--memory", "256Mi", "--task-timeout", "60s"});
    QVERIFY2(end.code == 0 && end.errors.contains("has successfully been created"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "update", "nightly", "--update-env-vars", "WHO=morning",
                                "--parallelism", "1"});
    QVERIFY2(end.code == 0 && end.errors.contains("has successfully been updated"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "describe", "nightly"});
    QVERIFY2(end.code == 0 && end.out.contains("morning") && end.out.contains("256Mi"),
             qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "execute", "nightly", "--wait"});
    QVERIFY2(end.code == 0 && end.errors.contains("has successfully completed"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "list"});
    QVERIFY2(end.code == 0 && end.out.contains("nightly") && end.out.contains("us-east1"),
             qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "list", "--job", "nightly"});
    QVERIFY2(end.code == 0 && end.out.contains("2 / 2"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "list", "--format", "value(name)"});
    const QString name = end.out.trimmed();
    QVERIFY2(name.startsWith("nightly-"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "describe", name});
    QVERIFY2(end.code == 0 && end.out.contains("2 tasks completed successfully"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "tasks", "list", "--execution", name});
    QVERIFY2(end.code == 0 && end.out.contains(name + "-task1"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "delete", name});
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "delete", "nightly"});
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "describe", "nightly"});
    QVERIFY2(end.code == 1 && end.errors.contains("Cannot find job [nightly]"), qPrintable(end.all()));
}

void TstCloudJobsV1::gcloudTellsWhyAJobFailed()
{
    if (!tests::hasGcloud())
        QSKIP("gcloud is not installed: jobs of the local cloud are not checked with it here");
    tests::CloudHouse house;
    house.ask("POST", "us-east1-run", kJobs, job("exit $CODE"));
    GcloudEnd end =
        gcloudInShell(house, {"run", "jobs", "execute", "nightly", "--wait", "--update-env-vars", "CODE=5"});
    QVERIFY2(end.code == 1 && end.errors.contains("The execution failed."), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "list", "--job", "nightly", "--format",
                                "value(status.conditions.message)"});
    QVERIFY2(end.out.contains("exit code 5"), qPrintable(end.all()));
    house.write("job.yaml", json::write(job("echo replaced")));
    end = gcloudInShell(house, {"run", "jobs", "replace", "job.yaml"});
    QVERIFY2(end.code == 0, qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "execute", "nightly", "--wait"});
    QVERIFY2(end.code == 0, qPrintable(end.all()));
}

void TstCloudJobsV1::gcloudCancelsAnExecution()
{
    if (!tests::hasGcloud())
        QSKIP("gcloud is not installed: jobs of the local cloud are not checked with it here");
    tests::CloudHouse house;
    house.ask("POST", "us-east1-run", kJobs, job("sleep 20"));
    GcloudEnd end = gcloudInShell(house, {"run", "jobs", "execute", "nightly"});
    QVERIFY2(end.code == 0 && end.errors.contains("has successfully started running"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "list", "--format", "value(name)"});
    const QString name = end.out.trimmed();
    end = gcloudInShell(house, {"run", "jobs", "executions", "cancel", name});
    QVERIFY2(end.code == 0 && end.errors.contains("Cancelled execution"), qPrintable(end.all()));
    end = gcloudInShell(house, {"run", "jobs", "executions", "tasks", "list", "--execution", name, "--format",
                                "value(metadata.labels['run.googleapis.com/runningState'])"});
    QVERIFY2(end.out.trimmed() == "Cancelled", qPrintable(end.all()));
}

QTEST_GUILESS_MAIN(TstCloudJobsV1)
#include "tst_cloud_jobs_v1.moc"
