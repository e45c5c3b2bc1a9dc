// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/engine_host.h"
#include "app/shared/cloud_reader.h"
#include "engine/env/environment.h"
#include "tests/pages/logs/logs_house.h"
#include "tests/support/verify.h"
#include "views/models/trace/cloud_log_link.h"
#include "views/pages/logs/cloud_strip.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/pages/metrics/metrics_words.h"
#include "views/pages/overview/overview_page.h"
#include "views/pages/overview/rollout_card.h"
#include "views/pages/overview/section_list.h"
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/trace_page.h"
#include "views/widgets/button.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// Logs, Metrics, a trace and the overview over services that really run in a local cloud, through a real
/// engine.
class TestCloudSources : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void logsShowWhatServicesLog();
    void metricsChartWhatServicesDo();
    void aRunLeadsToItsRequests();
    void theOverviewShowsServicesAndARollout();
    void cleanupTestCase();

private:
    void write(const QString &name, const QByteArray &text) const;
    QByteArray batuta(const QStringList &words) const;
    QByteArray call(const QString &path, const QByteArray &body = {}) const;
    Context context() { return {m_link, m_commands, *m_preferences, m_state}; }

    QTemporaryDir m_folder;
    Theme m_theme;
    QProcess m_cloud;
    console::EngineHost m_engine;
    EngineLink m_link;
    CommandRegistry m_commands;
    std::unique_ptr<Preferences> m_preferences;
    ViewState m_state{QString()};
    QString m_url;
};

void TestCloudSources::write(const QString &name, const QByteArray &text) const
{
    QDir(m_folder.path()).mkpath(QFileInfo(name).path());
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestCloudSources::batuta(const QStringList &words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral(BATUTA_BIN_DIR "/batuta"),
        words + QStringList{"--workspace", m_folder.path(), "--history", m_folder.filePath("commands.db")});
    process.waitForFinished(60'000);
    const QByteArray said = process.readAll();
    return process.exitCode() == 0 ? QByteArray() : said;
}

QByteArray TestCloudSources::call(const QString &path, const QByteArray &body) const
{
    QNetworkAccessManager net;
    QNetworkRequest request(QUrl(m_url + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? net.get(request) : net.post(request, body));
    const bool isOver = QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000);
    return isOver ? reply->readAll() : "no answer";
}

void TestCloudSources::initTestCase()
{
    m_theme.install();
    m_preferences = std::make_unique<Preferences>(m_folder.filePath("preferences.ini"));
    m_preferences->setLanguage("en");
    write("flows/shop/check.yaml",
          "batuta: 1\nname: check\ntitle: Check\nsteps:\n  ask:\n    http: {method: GET, "
          "url: \"${{ env.SHOP_URL }}/who\"}\n  fail:\n    needs: [ask]\n    http: {method: "
          "GET, url: \"${{ env.SHOP_URL }}/status?code=503\"}\n");
    write("images.yaml", "images:\n  good:\n    command: [\"" FLEET_PROGRAM "\"]\n");
    m_cloud.start(QStringLiteral(BATUTA_BIN_DIR "/batuta"),
                  {"cloud-local", "--workspace", m_folder.path(), "--port", "0", "--project", "demo",
                   "--region", "us-east1"});
    QByteArray said;
    QVERIFY(QTest::qWaitFor(
        [&] {
            said += m_cloud.readAllStandardOutput() + m_cloud.readAllStandardError();
            return said.contains("listens on http://") && said.contains('\n');
        },
        20'000));
    const QByteArray server = said.mid(said.indexOf("http://")).split('\n').first().trimmed();
    write("batuta.yaml",
          "cloud:\n  project: demo\n  region: us-east1\n  server: " + server +
              "\n  environments:\n    dev: {service: shop}\n    production: {service: shop}\n");
    QCOMPARE(batuta({"deploy", "shop", "--image", "good", "--public", "--min", "1", "--key", "A=1", "--yes"}),
             QByteArray());
    bool isOpen = false;
    connect(&m_engine, &console::EngineHost::opened, this, [&] { isOpen = true; });
    host::EngineOptions options;
    options.workspace = m_folder.path().toStdString();
    options.clouds = app::cloudReader(options.workspace);
    options.resumes = true; // and keeps figures
    const auto open = [&] {
        isOpen = false;
        m_engine.open(options, m_folder.filePath("engine.log").toStdString());
        return QTest::qWaitFor([&] { return isOpen; }, 20'000);
    };
    QVERIFY(open());
    m_link.attach(m_engine.client());
    QTRY_VERIFY(m_link.isRunning());
    m_link.releasedService({"dev", "shop"}, this, [this](const Result<client::ServiceBoard> &board) {
        if (board)
            m_url = QString::fromStdString(board->service.url);
    });
    QTRY_VERIFY_WITH_TIMEOUT(!m_url.isEmpty(), 20'000);
    // A second revision while there is something in the log.
    call("/who");
    QCOMPARE(batuta({"deploy", "shop", "--key", "A=2", "--yes"}), QByteArray());
    call("/who");
    // The flow's key says where the service is: the engine reads it when it begins.
    m_link.detach({});
    bool isClosed = false;
    connect(&m_engine, &console::EngineHost::closed, this, [&] { isClosed = true; });
    m_engine.close({});
    QVERIFY(QTest::qWaitFor([&] { return isClosed; }, 20'000));
    write(".env", "SHOP_URL=" + m_url.toUtf8() + "\n");
    QVERIFY(open());
    m_link.attach(m_engine.client());
    QTRY_VERIFY(m_link.isRunning());
}

void TestCloudSources::logsShowWhatServicesLog()
{
    QCOMPARE(
        call(
            "/log",
            R"({"severity":"WARNING","message":"gap found","execution_id":"9b1f6e0c-4d27-4a8e-8123-0123456789ab","items":3})"),
        QByteArray("ok"));
    call("/status?code=503");
    NoEngine control(m_folder.path());
    LogsPage page(context(), control);
    page.resize(1364, 800);
    page.open({"logs", {}, QUrlQuery("cloud=dev&service=shop")});
    page.show();
    auto *table = page.findChild<LogTable *>();
    auto *field = page.findChild<QueryField *>();
    QTRY_VERIFY_WITH_TIMEOUT(table->lines().count() >= 4, 20'000);
    const auto asked = [&](const QString &query) {
        field->setText(query);
        emit field->entered();
    };
    // A payload's members are fields, under both of their names.
    for (const char *query :
         {"items=3", "jsonPayload.execution_id=\"9b1f6e0c-4d27-4a8e-8123-0123456789ab\""}) {
        asked(query);
        QTRY_COMPARE_WITH_TIMEOUT(table->lines().count(), std::uint64_t{1}, 20'000);
        QCOMPARE(table->lines().row(0).cells.last(), QString("gap found"));
        QCOMPARE(table->lines().value(0, "severity"), QString("WARN"));
    }
    // A request has its status, its time and its address.
    asked("log=requests status>=500");
    QTRY_VERIFY_WITH_TIMEOUT(
        table->lines().count() == 1 && table->lines().row(0).cells.last().startsWith("GET 503 "), 20'000);
    QVERIFY(table->lines().value(0, "url").endsWith("/status?code=503"));
    QVERIFY(!table->lines().value(0, "latency_ms").isEmpty());
    QCOMPARE(page.findChild<CloudStrip *>()->facts().filter,
             QString("logName:\"requests\" AND httpRequest.status>=500"));
    // What comes is added, each once, without a question of anybody.
    call("/status?code=500");
    QTRY_COMPARE_WITH_TIMEOUT(table->lines().count(), std::uint64_t{2}, 20'000);
    // The deployment stands in the histogram.
    asked({});
    QTRY_VERIFY_WITH_TIMEOUT(table->lines().count() >= 6, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!page.findChild<LogHistogram *>()->marks().empty(), 20'000);
    QCOMPARE(page.findChild<LogHistogram *>()->marks().back().kind, std::string("deployed"));
}

void TestCloudSources::metricsChartWhatServicesDo()
{
    for (int i = 0; i < 20; ++i)
        call("/who");
    MetricsPage page(context());
    page.resize(1364, 800);
    page.open({"metrics", {}, QUrlQuery("board=cloud&last=1h")});
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(page.grid().panels(), 9, 20'000);
    QTRY_COMPARE(page.feed().environment(), QString("dev"));
    QCOMPARE(page.feed().service(), QString("shop"));
    const auto isReady = [&](int panel) {
        const BoardFeed::PanelState &state = page.feed().panel(panel);
        return state.state == BoardFeed::State::Ready && !state.data.isEmpty();
    };
    for (const int panel : {0, 1, 2, 3, 4, 5}) {
        QTRY_VERIFY2_WITH_TIMEOUT(
            isReady(panel), (std::to_string(panel) + " " + errorText(page.feed().panel(panel).error)).c_str(),
            30'000);
        QCOMPARE(page.feed().panel(panel).data.step, Duration(std::chrono::minutes(1)));
        const QString sample = page.grid().frame(panel)->sampleText();
        QVERIFY2(sample.contains("1" + QString(QChar(0x2009)) + "h in 1") &&
                     (sample.contains("n = ") || sample.contains("reading")),
                 qPrintable(sample));
    }
    const PanelData &requests = page.feed().panel(0).data;
    QVERIFY(requests.samples >= 20);
    QVERIFY(requests.lines.front().name.startsWith("shop-"));
    QTRY_VERIFY_WITH_TIMEOUT(!page.feed().marks().empty(), 20'000);
    // A point leads to the entries behind it.
    QSignalSpy opened(&page, &Page::openRequested);
    emit page.grid().frame(0)->body().picked(-1, 0);
    QCOMPARE(opened.size(), 1);
    const auto address = opened.front().front().value<Address>();
    QCOMPARE(address.view, QString("logs"));
    QCOMPARE(address.query.queryItemValue("cloud"), QString("dev"));
    QVERIFY(address.query.queryItemValue("q", QUrl::FullyDecoded).startsWith("revision=shop-"));
    QVERIFY(page.address().query.queryItemValue("cloud") == "dev");
}

void TestCloudSources::aRunLeadsToItsRequests()
{
    QString id;
    client::StartExecution command;
    command.flow = FlowName("check");
    command.input = json::Object{};
    m_link.start(command, this, [&](const Result<client::Started> &started) {
        QVERIFY2(started.has_value(), started ? "" : errorText(started.error()).c_str());
        id = QString::fromStdString(started->id.value);
    });
    QTRY_VERIFY(!id.isEmpty());
    TracePage page(context());
    page.resize(1364, 800);
    page.open({"run", id, {}});
    page.show();
    auto *panel = page.findChild<LogPanel *>();
    const auto button = [&]() -> Button * {
        for (Button *own : panel->findChildren<Button *>())
            if (own->text() == "Cloud Logging" && own->isVisible())
                return own;
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(button() != nullptr, 20'000);
    // Once the run has ended its link has a trace and a time.
    Address logs;
    QSignalSpy opened(&page, &Page::openRequested);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            opened.clear();
            button()->click();
            if (!opened.wait(5'000))
                return false;
            logs = opened.front().front().value<Address>();
            return logs.query.hasQueryItem("to");
        }(),
        20'000);
    const QString query = logs.query.queryItemValue("q", QUrl::FullyDecoded);
    QVERIFY2(query.startsWith("jsonPayload.execution_id=\"" + id + "\" or trace=\""), qPrintable(query));
    NoEngine control(m_folder.path());
    LogsPage lines(context(), control);
    lines.resize(1364, 800);
    lines.open(logs);
    lines.show();
    auto *table = lines.findChild<LogTable *>();
    QTRY_COMPARE_WITH_TIMEOUT(table->lines().count(), std::uint64_t{2}, 20'000); // one for each call
    for (std::uint64_t row = 0; row < 2; ++row)
        QCOMPARE(table->lines().value(row, "log"), QString("requests"));
    QCOMPARE(lines.findChild<QueryField *>()->text(), query);
}

void TestCloudSources::theOverviewShowsServicesAndARollout()
{
    OverviewPage page(context());
    page.resize(1364, 800);
    page.show();
    const auto lists = page.findChildren<SectionList *>();
    const auto *services = *std::ranges::find(lists, SectionList::Kind::Services, &SectionList::kind);
    const auto *card = page.findChild<RolloutCard *>();
    QTRY_COMPARE_WITH_TIMEOUT(services->count(), 1, 20'000);
    QCOMPARE(services->lineAt(0)->text, QString("shop"));
    QCOMPARE(services->lineAt(0)->status, views::Status::Success);
    QVERIFY2(services->lineAt(0)->detail.endsWith(" 100 %"), qPrintable(services->lineAt(0)->detail));
    QTRY_VERIFY_WITH_TIMEOUT(services->lineAt(0)->figures.value(0).toInt() >= 1, 20'000);
    QVERIFY(!card->isVisible());
    client::RolloutRequest request;
    request.environment = "dev";
    request.service = "shop";
    request.draft.env = {{"A", "3", {}, {}}};
    request.stages = {{50, std::chrono::minutes(10)}};
    std::string rollout;
    m_link.act(client::rolloutAct(request, client::thisUser()), this, [&](const Result<json::Value> &answer) {
        QVERIFY2(answer.has_value(), answer ? "" : errorText(answer.error()).c_str());
        rollout = (*answer)["execution_id"].asString();
    });
    QTRY_VERIFY_WITH_TIMEOUT(card->isVisible() && card->picture().shares.size() == 2, 60'000);
    QCOMPARE(card->picture().service, QString("shop"));
    QCOMPARE(card->picture().shares[1].percent, 50);
    QVERIFY(card->picture().shares[1].isNew);
    QCOMPARE(card->picture().stages.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(card->picture().state, QString("In progress"), 20'000);
    m_link.act(client::cancelOf(ExecutionId(rollout), client::thisUser()), this, [](const auto &) {});
    QTRY_VERIFY_WITH_TIMEOUT(!card->isVisible(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(services->lineAt(0)->detail.endsWith(" 100 %"), 60'000);
}

void TestCloudSources::cleanupTestCase()
{
    m_link.detach({});
    m_cloud.terminate();
    QVERIFY(m_cloud.waitForFinished(30'000));
}

QTEST_MAIN(TestCloudSources)
#include "tst_cloud_sources.moc"
