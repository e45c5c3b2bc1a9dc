// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Figures of the real program: scraped by a real Prometheus server and charted from there, and after kill -9.
#include "engine/json/json.h"
#include "tests/cli/programs.h"
#include "tests/support/verify.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace batuta;
using batuta::test::Finished;
using batuta::test::Programs;

namespace {

constexpr int kPatience = 60'000;

/// A port at which nothing listens now.
quint16 freePort()
{
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    const bool isBound = ::bind(handle, any, size) == 0 && ::getsockname(handle, any, &size) == 0;
    ::close(handle);
    return isBound ? ntohs(address.sin_port) : quint16(0);
}

/// The sum of all values of the first line of an answer; -1 without one.
double sumOf(const QByteArray &answer)
{
    const auto json = json::parse(answer.toStdString());
    if (!json || (*json)["lines"].asArray().empty())
        return -1;
    double sum = 0;
    for (const json::Value &value : (*json)["lines"].at(0)["values"].asArray())
        sum += value.asDouble();
    return sum;
}

QByteArray question(const char *rest)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return QString(R"({"from":"%1","to":"%2","step_ms":10000,%3})")
        .arg(now.addSecs(-1800).toString(Qt::ISODate), now.addSecs(20).toString(Qt::ISODate), rest)
        .toUtf8();
}

Finished ask(const Programs &programs, const QString &url, const char *rest)
{
    programs.write("question.json", question(rest));
    return programs.shell("curl -s -m 20 -H 'Content-Type: application/json' -d @question.json " + url +
                          "/series/query");
}

} // namespace

class TstCliSeries : public QObject
{
    Q_OBJECT

private slots:
    void aPrometheusServerScrapesAndIsAsked();
    void figuresSurviveKillNine();
};

void TstCliSeries::aPrometheusServerScrapesAndIsAsked()
{
    Programs programs;
    QVERIFY(programs.isReady());
    const QString own = QString("127.0.0.1:%1").arg(freePort());
    programs.write("metrics.yaml",
                   "sources: [{name: production, prometheus: 'http://" + own.toUtf8() + "'}]\n");
    const QString url = programs.serve();
    QVERIFY(!url.isEmpty());
    programs.write("prometheus.yml", "global: {scrape_interval: 1s}\nscrape_configs:\n  - job_name: batuta\n"
                                     "    static_configs: [{targets: ['" +
                                         url.mid(7).toUtf8() + "']}]\n");
    QProcess prometheus;
    prometheus.setProcessChannelMode(QProcess::MergedChannels);
    prometheus.start("prometheus",
                     {"--config.file=" + programs.folder() + "/prometheus.yml",
                      "--storage.tsdb.path=" + programs.folder() + "/data", "--web.listen-address=" + own});
    QVERIFY2(prometheus.waitForStarted(), "installer/setup installs it: the package prometheus");
    programs.write("sample.json", Programs::sample());
    QCOMPARE(programs
                 .shell("curl -s -m 60 -H 'Content-Type: application/json' -d @sample.json " + url +
                        "/orchestrate")
                 .exitCode,
             0);
    double most = -1;
    QElapsedTimer clock;
    for (clock.start(); most < 1 && clock.elapsed() < kPatience;)
        most = sumOf(
            ask(programs, url,
                R"json("source":"production","expression":"sum(batuta_executions_total{flow=\"update_profile\"})")json")
                .out);
    QVERIFY2(most >= 1, prometheus.readAll().constData());
    const QByteArray refused = ask(programs, url, R"("source":"production","expression":"sum(")").out;
    QVERIFY2(refused.contains("input.invalid") && refused.contains("parse error"), refused.constData());
    prometheus.kill();
    prometheus.waitForFinished();
    const QByteArray gone = ask(programs, url, R"("source":"production","expression":"up")").out;
    QVERIFY2(gone.contains("net.connect") && gone.contains("production"), gone.constData());
}

void TstCliSeries::figuresSurviveKillNine()
{
    Programs programs;
    QVERIFY(programs.isReady());
    QString url = programs.serve();
    QVERIFY(!url.isEmpty());
    programs.write("sample.json", Programs::sample());
    programs.shell("curl -s -m 60 -H 'Content-Type: application/json' -d @sample.json " + url +
                   "/orchestrate");
    const char *runs = R"("metric":"batuta_executions_total","function":"increase")";
    QElapsedTimer clock;
    double before = -1;
    for (clock.start(); before < 1 && clock.elapsed() < kPatience;)
        before = sumOf(ask(programs, url, runs).out);
    QCOMPARE(before, 1.0);
    ::kill(static_cast<pid_t>(programs.engine().processId()), SIGKILL);
    QVERIFY(programs.engine().waitForFinished(10'000));
    url = programs.serve();
    QVERIFY(!url.isEmpty());
    const QByteArray after = ask(programs, url, runs).out;
    QCOMPARE(sumOf(after), 1.0);
}

QTEST_GUILESS_MAIN(TstCliSeries)
#include "tst_cli_series.moc"
