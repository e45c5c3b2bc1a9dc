// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// /metrics as the real Prometheus takes it, and by value.
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/exports/receiver.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <fstream>

using namespace batuta;
using batuta::test::shown;

namespace {

void build(tests::House &house)
{
    house.function("CALL_URL", "/call");
    house.function("BAD_URL", "/bad");
    house.functions.answer("/bad", 503);
    house.flow("good", "steps:\n"
                       "  call: {http: {url: '${{ env.CALL_URL }}'}, rate_limit: {limit: 1, per: 50ms}}\n"
                       "  after: {needs: [call], set: {x: 1}}\n");
    house.flow("bad", "steps:\n"
                      "  call:\n"
                      "    http: {url: '${{ env.BAD_URL }}'}\n"
                      "    retry: {attempts: 2, on: [5xx], backoff: {first: 1ms, max: 1ms}}\n"
                      "    breaker: {failures: 2, open: 60s}\n");
    house.env["HOOK_SECRET"] = "a-secret-of-the-hook";
    house.flow("hooked",
               "triggers:\n  - webhook: {path: /hooks/profile, secret: '${{ secrets.HOOK_SECRET }}'}\n"
               "steps:\n  a: {set: {x: 1}}\n");
    house.flow("narrow", "concurrency: {limit: 1, when_full: queue}\nsteps:\n  a: {wait: {for: 60s}}\n");
}

tests::ApiHouse::Options options()
{
    tests::ApiHouse::Options options;
    options.build = build;
    options.engine.exports = {true, "http://127.0.0.1:1", ""};
    return options;
}

void work(tests::ApiHouse &house)
{
    for (int i = 0; i < 3; ++i)
        house.ask("POST", "/flows/good/executions?wait=true", "{}");
    house.ask("POST", "/flows/bad/executions?wait=true", "{}");
    house.ask("POST", "/hooks/profile", "{}");
    house.start("narrow");
    house.start("narrow");
}

double valueOf(const std::string &page, const std::string &series)
{
    const std::size_t at = ('\n' + page).find('\n' + series + ' ');
    return at == std::string::npos ? -1 : std::atof(page.c_str() + at + series.size() + 1);
}

} // namespace

class TstPrometheus : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatHappened()
    {
        tests::ApiHouse house(options());
        work(house);
        const std::string page = house.ask("GET", "/metrics").body;
        const auto is = [&](const std::string &series) { return valueOf(page, series); };
        QCOMPARE(is("batuta_executions_total{flow=\"good\",status=\"success\"}"), 3.0);
        QCOMPARE(is("batuta_executions_total{flow=\"bad\",status=\"failed\"}"), 1.0);
        QCOMPARE(is("batuta_executions_started_total"), 6.0);
        QCOMPARE(is("batuta_executions_running"), 1.0);
        QCOMPARE(is("batuta_executions_queued"), 1.0);
        QCOMPARE(is("batuta_concurrency_running{flow=\"narrow\"}"), 1.0);
        QCOMPARE(is("batuta_concurrency_waiting{flow=\"narrow\"}"), 1.0);
        QCOMPARE(is("batuta_steps_total{flow=\"good\",kind=\"http\",status=\"success\",step=\"call\"}"), 3.0);
        QCOMPARE(is("batuta_steps_total{flow=\"good\",kind=\"set\",status=\"success\",step=\"after\"}"), 3.0);
        QCOMPARE(is("batuta_step_duration_seconds_count{flow=\"good\",step=\"call\"}"), 3.0);
        QCOMPARE(is("batuta_step_retries_total{flow=\"bad\",step=\"call\"}"), 1.0);
        QCOMPARE(is("batuta_step_retries_total{flow=\"good\",step=\"call\"}"), 0.0);
        QCOMPARE(is("batuta_breaker_state{breaker=\"bad.call\",state=\"open\"}"), 1.0);
        QCOMPARE(is("batuta_breaker_state{breaker=\"bad.call\",state=\"closed\"}"), 0.0);
        QCOMPARE(is("batuta_breaker_opens_total{breaker=\"bad.call\"}"), 1.0);
        QCOMPARE(is("batuta_rate_limit_wait_seconds_count{limit=\"good.call\"}") >= 1.0, true);
        QCOMPARE(is("batuta_http_call_phase_seconds_count{phase=\"first_byte\"}"), 5.0);
        QVERIFY(is("batuta_http_call_phase_seconds_count{phase=\"connect\"}") >= 1.0);
        QCOMPARE(is("batuta_http_call_phase_seconds_count{phase=\"tls\"}"), 0.0);
    }

    void saysHowTheEngineIs()
    {
        tests::ApiHouse house(options());
        work(house);
        const std::string page = house.ask("GET", "/metrics").body;
        const auto is = [&](const std::string &series) { return valueOf(page, series); };
        QVERIFY(is("batuta_journal_transactions_total") >= 1.0);
        QCOMPARE(is("batuta_journal_commit_seconds_count"),
                 is("batuta_journal_transactions_total") + is("batuta_journal_failed_transactions_total"));
        QCOMPARE(is("batuta_journal_failed_transactions_total"), 0.0);
        QVERIFY(is("batuta_journal_queue") >= 0.0);
        QCOMPARE(is("batuta_webhooks_refused_total{error=\"http.unauthorized\"}"), 1.0);
        QCOMPARE(is("batuta_history_executions_total"), 4.0);
        QCOMPARE(is("batuta_export_items_dropped_total{exporter=\"otlp\"}"), 0.0);
        QVERIFY(is("batuta_export_items_waiting{exporter=\"otlp\"}") >= 1.0);
        QVERIFY(page.find("batuta_build_info{version=\"") != std::string::npos);
        QVERIFY(is("process_cpu_seconds_total") > 0.0);
        QVERIFY(is("process_resident_memory_bytes") > 1e6);
        QVERIFY(is("process_open_fds") > 3.0 && is("process_open_fds") < is("process_max_fds"));
        QVERIFY(is("process_threads") >= 3.0);
        const auto now = static_cast<double>(QDateTime::currentSecsSinceEpoch());
        QVERIFY(is("process_start_time_seconds") > now - 300 && is("process_start_time_seconds") < now + 2);
    }

    void promtoolFindsNothingToSay()
    {
        tests::ApiHouse house(options());
        work(house);
        QProcess promtool;
        promtool.start("promtool", {"check", "metrics"});
        QVERIFY2(promtool.waitForStarted(), "installer/setup installs it: the package prometheus");
        promtool.write(house.ask("GET", "/metrics").body.c_str());
        promtool.closeWriteChannel();
        QVERIFY(promtool.waitForFinished(30'000));
        const QByteArray said = promtool.readAllStandardOutput() + promtool.readAllStandardError();
        QVERIFY2(promtool.exitCode() == 0 && said.trimmed().isEmpty(), said.constData());
    }

    void prometheusScrapesIt()
    {
        tests::ApiHouse house(options());
        work(house);
        QTemporaryDir folder;
        const std::string own = "127.0.0.1:" + std::to_string(tests::closedPort());
        std::ofstream(folder.filePath("prometheus.yml").toStdString())
            << "global: {scrape_interval: 1s}\nscrape_configs:\n  - job_name: batuta\n    static_configs:\n"
            << "      - targets: ['127.0.0.1:" << house.port() << "']\n";
        QProcess prometheus;
        prometheus.setProcessChannelMode(QProcess::MergedChannels);
        prometheus.start("prometheus", {"--config.file=" + folder.filePath("prometheus.yml"),
                                        "--storage.tsdb.path=" + folder.filePath("data"),
                                        "--web.listen-address=" + QString::fromStdString(own)});
        QVERIFY2(prometheus.waitForStarted(), "installer/setup installs it: the package prometheus");
        net::Loop loop;
        net::HttpClient http(loop, {});
        const auto query =
            "http://" + own + "/api/v1/query?query=" +
            net::percentEncoded("histogram_quantile(1,batuta_execution_duration_seconds_bucket{flow="
                                "\"good\"}) and batuta_execution_duration_seconds_count == 3");
        std::string answer;
        std::function<void()> ask = [&] {
            http.send({.method = "GET", .url = query, .headers = {}, .body = {}}, [&](const auto &response) {
                answer = response ? response->body : std::string();
                const auto body = json::parse(answer);
                if (body && !(*body)["data"]["result"].asArray().empty())
                    return loop.stop();
                loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(200), ask);
            });
        };
        ask();
        loop.startTimer(std::chrono::steady_clock::now() + std::chrono::seconds(40), [&] { loop.stop(); });
        loop.run();
        prometheus.terminate();
        prometheus.waitForFinished(10'000);
        QVERIFY2(answer.find("\"flow\":\"good\"") != std::string::npos,
                 (answer + prometheus.readAll().toStdString()).c_str());
    }
};

QTEST_GUILESS_MAIN(TstPrometheus)
#include "tst_prometheus.moc"
