// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/station.h"

#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::series {
namespace {

constexpr Duration kWatchEvery = std::chrono::seconds(10);
constexpr int kHistory = 500;
constexpr std::array<std::string_view, 3> kActs{"acknowledge_alert", "mute_alert", "save_board"};
constexpr double kMostMuted = 7.0 * 24 * 60; ///< minutes

bool isTold(const AlertEvent &event)
{
    return event.what == "firing" || event.what == "resolved";
}

} // namespace

Station::Station(Ports ports, std::string workspace, std::string file)
    : m_ports(std::move(ports))
    , m_workspace(std::move(workspace))
    , m_sender({m_ports.loop, m_ports.http, m_ports.clock, m_ports.environment, m_ports.firstWait})
    , m_prometheus(m_ports.http, m_ports.environment)
    , m_keeper({m_ports.loop, m_ports.log, m_ports.metrics, m_ports.clock, m_ports.refresh}, std::move(file))
{
    m_keeper.sampled = [this](WallTime now) { watch(now); };
    useSettings(loadSettings(m_workspace));
}

Station::~Station()
{
    *m_alive = false;
    m_files.close();
}

template <class T> std::function<void(Result<T>)> Station::onLoop(Reply<T> reply)
{
    return [&loop = m_ports.loop, alive = m_alive, reply = std::move(reply)](Result<T> result) {
        loop.post([alive, reply, result = std::move(result)]() mutable {
            if (*alive)
                reply(std::move(result));
        });
    };
}

void Station::begin()
{
    m_keeper.begin();
    m_keeper.with<std::string>([](SeriesFile &file) { return file.alertState(); },
                               [this](const Result<std::string> &text) {
                                   const Result<json::Value> kept =
                                       text ? json::parse(*text) : Result<json::Value>(json::Value());
                                   m_states.restore(kept.value_or(json::Value()));
                                   m_isWatching = true;
                               });
}

void Station::reload()
{
    m_files.post([workspace = m_workspace, put = onLoop<Settings>([this](Result<Settings> settings) {
                                               useSettings(std::move(*settings));
                                           })] { put(loadSettings(workspace)); });
}

void Station::useSettings(Settings settings)
{
    m_settings = std::move(settings);
    m_states.setRules(m_settings.rules, m_ports.clock.wall());
    for (const Error &problem : m_settings.problems)
        m_ports.log.warning("series", "metrics_problem",
                            {{"message", errorText(problem)}, {"mend", mendText(problem)}});
}

void Station::ask(Question question, Reply<Answer> reply)
{
    if (question.source.empty())
        return m_keeper.ask(std::move(question), std::move(reply));
    if (isCloudSource(question.source) && askCloud)
        return askCloud(question, onLoop<Answer>(std::move(reply)));
    const PrometheusSource *source = m_settings.source(question.source);
    if (source == nullptr)
        return reply(Error{ErrorCode::InputInvalid,
                           question.source,
                           "metrics.yaml has no source of this name",
                           {},
                           "Name it under sources in metrics.yaml."});
    m_prometheus.ask(*source, question, onLoop<Answer>(std::move(reply)));
}

void Station::catalogue(Reply<Catalogue> reply)
{
    m_keeper.catalogue([this, reply = std::move(reply)](Result<Catalogue> catalogue) {
        if (catalogue)
            for (const PrometheusSource &source : m_settings.sources)
                catalogue->sources.push_back(source.name);
        reply(std::move(catalogue));
    });
}

void Station::alerts(Reply<AlertBook> reply)
{
    m_keeper.with<std::vector<AlertEvent>>(
        [](SeriesFile &file) { return file.alertEvents(kHistory); },
        [this, reply = std::move(reply)](Result<std::vector<AlertEvent>> events) {
            AlertBook book{m_states.alerts(), {}, m_settings.problems, m_settings.file};
            if (events)
                book.history = std::move(*events);
            else
                book.problems.push_back(events.error());
            reply(std::move(book));
        });
}

void Station::boards(Reply<std::vector<BoardText>> reply)
{
    m_files.post([workspace = m_workspace, put = onLoop<std::vector<BoardText>>(std::move(reply))] {
        put(loadBoards(workspace));
    });
}

bool Station::isAct(std::string_view verb)
{
    return std::find(kActs.begin(), kActs.end(), verb) != kActs.end();
}

Status Station::check(const std::string &verb, const std::string &subject, const json::Value &data) const
{
    if (verb == "save_board") {
        if (!isBoardName(subject))
            return Error{
                ErrorCode::InputInvalid, "board", "a name has letters a to z, digits, _ and -", {}, {}};
        const BoardReading reading = readBoard(data["text"].asString(), subject);
        return reading.errors.empty() ? Status() : Status(reading.errors.front());
    }
    const Alert *alert = m_states.find(subject);
    if (alert == nullptr)
        return Error{ErrorCode::ActRefused, subject, "there is no alert of this name", {}, {}};
    if (verb == "acknowledge_alert" && alert->state != AlertState::Firing)
        return Error{ErrorCode::ActRefused, subject, "it does not fire", {}, {}};
    const double minutes = data["minutes"].asDouble(-1);
    if (verb == "mute_alert" && !(minutes >= 0 && minutes <= kMostMuted))
        return Error{ErrorCode::InputInvalid, "minutes", "must be from 0 to 10080", {}, {}};
    return {};
}

void Station::perform(const std::string &verb, const std::string &subject, const json::Value &data,
                      const std::string &who, Reply<json::Value> reply)
{
    if (verb == "save_board") {
        m_files.post([workspace = m_workspace, subject, text = data["text"].asString(),
                      put = onLoop<json::Value>(std::move(reply))] {
            const Status saved = saveBoard(workspace, subject, text);
            put(saved ? Result<json::Value>(json::Object{{"board", subject}})
                      : Result<json::Value>(saved.error()));
        });
        return;
    }
    const WallTime now = m_ports.clock.wall();
    const auto minutes = std::chrono::minutes(data["minutes"].asInteger());
    const Result<AlertEvent> event = verb == "mute_alert" ? m_states.mute(subject, who, now + minutes, now)
                                                          : m_states.acknowledge(subject, who, now);
    if (!event)
        return reply(event.error());
    note(*event);
    keepStates();
    reply(json::Object{{"alert", subject}, {"act", event->what}});
}

/// Every ten seconds; a rule that is still being asked about is asked again then.
void Station::watch(WallTime now)
{
    if (!m_isWatching || now - m_watched < kWatchEvery)
        return;
    m_watched = now;
    for (const Alert &alert : m_states.alerts())
        look(alert.rule, now);
}

void Station::look(const AlertRule &rule, WallTime now)
{
    Question question = rule.question;
    // The newest stretch that a sample of this moment went to.
    question.to = floorTo(now - Keeper::kEvery / 2, tiers()[0].step) + tiers()[0].step;
    question.from = question.to - rule.window;
    question.step = rule.window;
    ask(question, [this, name = rule.name, now](const Result<Answer> &answer) {
        if (!answer)
            return m_states.failed(name, answer.error());
        for (const AlertEvent &event : m_states.answered(name, *answer, now))
            happened(event);
    });
}

void Station::happened(const AlertEvent &event)
{
    note(event);
    keepStates();
    const Alert *alert = m_states.find(event.rule);
    if (alert == nullptr || !isTold(event) || alert->mutedUntil > event.at)
        return;
    for (const std::string &name : alert->rule.to)
        if (const AlertChannel *channel = m_settings.channel(name))
            m_sender.send(*channel, *alert, event,
                          [this, rule = event.rule, name](const std::string &problem) {
                              note({0, m_ports.clock.wall(), rule, problem.empty() ? "sent" : "not_sent",
                                    problem.empty() ? name : name + ": " + problem});
                          });
}

void Station::note(const AlertEvent &event)
{
    m_ports.log.info(
        "series", "alert",
        {{"message", event.rule + " " + event.what}, {"alert", event.rule}, {"text", event.text}});
    m_keeper.with<bool>(
        [event](SeriesFile &file) {
            const Status added = file.addAlertEvent(event);
            return added ? Result<bool>(true) : Result<bool>(added.error());
        },
        [](const Result<bool> &) {});
}

void Station::keepStates()
{
    m_keeper.with<bool>(
        [text = json::write(m_states.kept())](SeriesFile &file) {
            const Status kept = file.keepAlertState(text);
            return kept ? Result<bool>(true) : Result<bool>(kept.error());
        },
        [](const Result<bool> &) {});
}

} // namespace batuta::series
