// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/policy/hmac.h"
#include "engine/series/station.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"

#include <atomic>
#include <fstream>
#include <mutex>

using namespace batuta;
using namespace batuta::series;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

/// A clock that stands until it is pushed.
class PushedClock final : public Clock
{
public:
    WallTime wall() const override { return now; }
    SteadyTime steady() const override { return std::chrono::steady_clock::now(); }

    WallTime now = WallTime(1'789'999'200s);
};

/// Who is told: keeps what came, and answers as it is told to.
class Receiver
{
public:
    Receiver()
        : m_server([this](net::ServerRequest request, net::Responder responder) {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(std::move(request));
            net::ServerResponse response;
            response.status = m_refusals-- > 0 ? status : 200;
            responder.send(std::move(response));
        })
    {
    }

    std::string url() const { return m_server.url("/hooks/T000/token-in-the-path"); }
    void refuse(int times, int with)
    {
        const std::lock_guard lock(m_mutex);
        m_refusals = times;
        status = with;
    }
    std::vector<net::ServerRequest> requests()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    std::mutex m_mutex;
    std::vector<net::ServerRequest> m_requests;
    int m_refusals = 0;
    int status = 503;
    tests::TestServer m_server;
};

/// A station over a registry of its own, in a workspace with this metrics.yaml.
struct House
{
    House(const std::string &yaml, std::vector<env::Entry> entries)
        : environment(std::move(entries))
    {
        std::ofstream(folder.filePath("metrics.yaml").toStdString()) << yaml;
        open();
    }

    void open()
    {
        station.reset();
        station = std::make_unique<Station>(
            Station::Ports{loop, log, metrics, clock, http, environment, [] {}, Duration(1ms)},
            folder.path().toStdString(), folder.filePath("series.db").toStdString());
        station->begin();
        std::ignore = alerts(); // what was kept is there before it is looked at
    }

    /// Ten seconds pass, and the rules are looked at.
    void look()
    {
        clock.now += 10s;
        station->lookNow();
        QVERIFY(until([this] { return !alerts().alerts.empty(); }));
        std::ignore = alerts();
    }

    AlertBook alerts()
    {
        std::optional<AlertBook> book;
        station->alerts([&](Result<AlertBook> came) { book = came.value_or(AlertBook{}); });
        if (!until([&] { return book.has_value(); }))
            return {};
        return *book;
    }

    /// `firing, sent`: what has happened, the oldest first.
    QString history()
    {
        QStringList what;
        for (const AlertEvent &event : alerts().history)
            what.prepend(QString::fromStdString(event.what));
        return what.join(", ");
    }

    bool until(const std::function<bool()> &condition)
    {
        const auto end = std::chrono::steady_clock::now() + 20s;
        while (!condition()) {
            if (std::chrono::steady_clock::now() > end)
                return false;
            loop.startTimer(std::chrono::steady_clock::now() + 2ms, [this] { loop.stop(); });
            loop.run();
        }
        return true;
    }

    QTemporaryDir folder;
    net::Loop loop;
    net::HttpClient http{loop, {}};
    telemetry::Logger log;
    telemetry::Metrics metrics;
    PushedClock clock;
    env::Environment environment;
    std::unique_ptr<Station> station;
};

const std::string kRules = R"(
channels:
  - {name: ops, webhook: OPS_URL, secret: OPS_SECRET}
  - {name: chat, slack: CHAT_URL}
alerts:
  - {name: failures, failures: all, window: 10s, to: [ops], severity: critical}
)";

telemetry::Counter &failed(House &house)
{
    return house.metrics.counter("batuta_executions_total", "", {{"flow", "a"}, {"status", "failed"}});
}

std::vector<env::Entry> keys(const Receiver &receiver)
{
    return {{"OPS_URL", receiver.url(), {}, {}},
            {"OPS_SECRET", "hush-hush", {}, {}},
            {"CHAT_URL", receiver.url(), {}, {}}};
}

} // namespace

/// Rules of a workspace, evaluated over kept figures without any window, and told to others.
class TstStation : public QObject
{
    Q_OBJECT

private slots:
    void aFailureIsSentAndSigned();
    void aBusyReceiverIsTriedAgain();
    void aRefusalIsToldWithoutTheAddress();
    void slackGetsText();
    void aMissingKeyIsNamed();
    void aMutedAlertSendsNothing();
    void nobodyIsToldTwiceAfterARestart();
    void aServerThatIsGoneIsAProblemOfItsRule();
    void actsAreChecked();
};

void TstStation::aFailureIsSentAndSigned()
{
    Receiver receiver;
    House house(kRules, keys(receiver));
    house.look();
    QCOMPARE(house.history(), QString());
    failed(house).increment(3);
    house.look();
    QVERIFY(house.until([&] { return house.history() == "firing, sent"; }));
    const net::ServerRequest request = receiver.requests().at(0);
    const json::Value body = *json::parse(request.body);
    QCOMPARE(shown(body["alert"].asString()), QString("failures"));
    QCOMPARE(shown(body["severity"].asString()), QString("critical"));
    QCOMPARE(body["value"].asDouble(), 3.0);
    QCOMPARE(shown(body["labels"]["flow"].asString()), QString("a"));
    QCOMPARE(shown(request.header(policy::kSignatureHeader)),
             QString::fromStdString(
                 policy::signatureOf("hush-hush", request.header(policy::kTimestampHeader), request.body)));
    house.look();
    house.look();
    QVERIFY(house.until([&] { return house.history() == "firing, sent, resolved, sent"; }));
}

void TstStation::aBusyReceiverIsTriedAgain()
{
    Receiver receiver;
    receiver.refuse(3, 503);
    House house(kRules, keys(receiver));
    failed(house).increment();
    house.look();
    QVERIFY(house.until([&] { return house.history() == "firing, sent"; }));
    QCOMPARE(receiver.requests().size(), std::size_t{4});
}

void TstStation::aRefusalIsToldWithoutTheAddress()
{
    Receiver receiver;
    receiver.refuse(1, 404);
    House house(kRules, keys(receiver));
    failed(house).increment();
    house.look();
    QVERIFY(house.until([&] { return house.history() == "firing, not_sent"; }));
    QCOMPARE(receiver.requests().size(), std::size_t{1}); // 404 will not be another answer soon
    for (const AlertEvent &event : house.alerts().history) {
        QVERIFY(event.text.find("token-in-the-path") == std::string::npos);
        QVERIFY(event.text.find("hush-hush") == std::string::npos);
    }
    QCOMPARE(shown(house.alerts().history.at(0).text), QString("ops: HTTP 404"));
}

void TstStation::slackGetsText()
{
    Receiver receiver;
    std::string rules = kRules;
    rules.replace(rules.find("to: [ops]"), 9, "to: [chat]");
    House house(rules, keys(receiver));
    failed(house).increment(2);
    house.look();
    QVERIFY(house.until([&] { return house.history() == "firing, sent"; }));
    const json::Value body = *json::parse(receiver.requests().at(0).body);
    QCOMPARE(shown(body["text"].asString()), QString("critical: failures\n2 (above 0), flow a"));
}

void TstStation::aMissingKeyIsNamed()
{
    House house(kRules, {});
    failed(house).increment();
    house.look();
    QVERIFY(house.until([&] { return house.history() == "firing, not_sent"; }));
    QCOMPARE(shown(house.alerts().history.at(0).text), QString("ops: OPS_URL is not in the environment"));
}

void TstStation::aMutedAlertSendsNothing()
{
    Receiver receiver;
    House house(kRules, keys(receiver));
    bool isDone = false;
    house.station->perform("mute_alert", "failures", json::Object{{"minutes", 60}}, "ana",
                           [&](const Result<json::Value> &done) { isDone = done.has_value(); });
    QVERIFY(isDone);
    failed(house).increment();
    house.look();
    QVERIFY(house.until([&] { return house.history() == "muted, firing"; }));
    QVERIFY(receiver.requests().empty());
}

void TstStation::nobodyIsToldTwiceAfterARestart()
{
    Receiver receiver;
    House house(kRules, keys(receiver));
    failed(house).increment();
    house.look();
    QVERIFY(house.until([&] { return house.history() == "firing, sent"; }));
    house.open();
    QCOMPARE(house.alerts().alerts.at(0).state, AlertState::Firing);
    failed(house).increment();
    house.look();
    QCOMPARE(house.history(), QString("firing, sent"));
}

void TstStation::aServerThatIsGoneIsAProblemOfItsRule()
{
    House house("sources: [{name: gone, prometheus: 'http://127.0.0.1:1', token: TOKEN}]\n"
                "alerts: [{name: up, source: gone, expression: up, below: 1}]\n",
                {{"TOKEN", "hush-hush", {}, {}}});
    house.look();
    QVERIFY(house.until([&] { return !house.alerts().alerts.at(0).problem.empty(); }));
    const std::string problem = house.alerts().alerts.at(0).problem;
    QVERIFY2(problem.find("net.connect") != std::string::npos, problem.c_str());
    QVERIFY(problem.find("hush-hush") == std::string::npos);
}

void TstStation::actsAreChecked()
{
    House house(kRules, {});
    BATUTA_VERIFY_ERROR(house.station->check("mute_alert", "nobody", json::Object{{"minutes", 5}}),
                        ErrorCode::ActRefused);
    BATUTA_VERIFY_ERROR(house.station->check("mute_alert", "failures", json::Object{{"minutes", 1e9}}),
                        ErrorCode::InputInvalid);
    BATUTA_VERIFY_ERROR(house.station->check("acknowledge_alert", "failures", {}), ErrorCode::ActRefused);
    BATUTA_VERIFY_ERROR(house.station->check("save_board", "../x", {}), ErrorCode::InputInvalid);
    QVERIFY(!house.station->check("save_board", "x", json::Object{{"text", "title: ["}}).has_value());
}

QTEST_APPLESS_MAIN(TstStation)
#include "tst_station.moc"
