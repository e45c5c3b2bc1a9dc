// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/alert_sender.h"
#include "engine/series/alert_states.h"
#include "engine/series/board.h"
#include "engine/series/prometheus.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace batuta::series {

/// What an engine has for figures: keeps its own, asks Prometheus servers, watches the alert rules of the
/// workspace, and has its boards. Lives on the loop's thread; files are read and written beside it.
class Station
{
public:
    struct Ports
    {
        net::Loop &loop;
        telemetry::Logger &log;
        const telemetry::Metrics &metrics;
        const Clock &clock;
        net::HttpClient &http;
        const env::Environment &environment;
        std::function<void()> refresh;                ///< of the gauges, before a sample
        Duration firstWait = std::chrono::seconds(2); ///< after a try to send an alert that failed
    };

    /// `file`: of the series; ":memory:" keeps them as long as this object.
    Station(Ports ports, std::string workspace, std::string file);
    ~Station();

    /// Asks Cloud Monitoring; set by whoever knows a cloud.
    std::function<void(const Question &, Reply<Answer>)> askCloud;

    /// Samples and watches from now on. Without it only questions are answered.
    void begin();
    /// Samples and watches now, instead of at the next round seconds.
    void lookNow() { m_keeper.sampleNow(); }
    /// Reads metrics.yaml again.
    void reload();

    void ask(Question question, Reply<Answer> reply);
    void catalogue(Reply<Catalogue> reply);
    void alerts(Reply<AlertBook> reply);
    void boards(Reply<std::vector<BoardText>> reply);

    /// Of an act: acknowledge_alert, mute_alert or save_board.
    static bool isAct(std::string_view verb);
    /// Whether it could be done now.
    Status check(const std::string &verb, const std::string &subject, const json::Value &data) const;
    void perform(const std::string &verb, const std::string &subject, const json::Value &data,
                 const std::string &who, Reply<json::Value> reply);

private:
    void useSettings(Settings settings);
    void watch(WallTime now);
    void look(const AlertRule &rule, WallTime now);
    void happened(const AlertEvent &event);
    void note(const AlertEvent &event);
    void keepStates();
    template <class T> std::function<void(Result<T>)> onLoop(Reply<T> reply);

    Ports m_ports;
    std::string m_workspace;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    Settings m_settings;
    AlertStates m_states;
    AlertSender m_sender;
    Prometheus m_prometheus;
    WallTime m_watched{};
    bool m_isWatching = false;
    Keeper m_keeper;
    store::JobThread m_files; ///< last: it ends first
};

} // namespace batuta::series
