// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/alert_sender.h"

#include "engine/json/json.h"
#include "engine/policy/hmac.h"
#include "engine/series/alert_states.h"

#include <cmath>

namespace batuta::series {
namespace {

constexpr int kTries = 5;
constexpr int kMostInFlight = 100;
constexpr std::uint64_t kAnswerBytes = 64u << 10;

std::string bodyOf(const AlertChannel &channel, const Alert &alert, const AlertEvent &event)
{
    const std::string &title = alert.rule.title.empty() ? alert.rule.name : alert.rule.title;
    if (channel.kind == AlertChannel::Kind::Slack)
        return json::write(
            json::Object{{"text", (event.what == "resolved" ? "Resolved: " : alert.rule.severity + ": ") +
                                      title + "\n" + event.text}});
    json::Object labels;
    for (const auto &[name, value] : alert.worst)
        labels.set(name, value);
    return json::write(
        json::Object{{"alert", alert.rule.name},
                     {"title", title},
                     {"severity", alert.rule.severity},
                     {"state", event.what},
                     {"at", isoTime(event.at)},
                     {"value", std::isfinite(alert.value) ? json::Value(alert.value) : json::Value()},
                     {"limit", alert.rule.limit},
                     {"below", alert.rule.isBelow},
                     {"samples", alert.samples},
                     {"window_s", secondsOf(alert.rule.window)},
                     {"labels", std::move(labels)},
                     {"text", event.text}});
}

} // namespace

struct AlertSender::Letter
{
    std::string url;
    std::string secret;
    std::string body;
    Told told;
    int tries = 0;
};

void AlertSender::send(const AlertChannel &channel, const Alert &alert, const AlertEvent &event, Told told)
{
    const env::Entry *url = m_ports.environment.find(channel.urlKey);
    if (url == nullptr || url->value.empty())
        return told(channel.urlKey + " is not in the environment");
    auto letter = std::make_shared<Letter>();
    letter->url = url->value;
    if (!channel.secretKey.empty()) {
        const env::Entry *secret = m_ports.environment.find(channel.secretKey);
        if (secret == nullptr || secret->value.empty())
            return told(channel.secretKey + " is not in the environment");
        letter->secret = secret->value;
    }
    letter->body = bodyOf(channel, alert, event);
    letter->told = std::move(told);
    if (m_inFlight >= kMostInFlight)
        return letter->told("too many wait to be sent");
    ++m_inFlight;
    post(letter);
}

void AlertSender::post(const std::shared_ptr<Letter> &letter)
{
    ++letter->tries;
    net::HttpRequest request;
    request.method = "POST";
    request.url = letter->url;
    request.timeout = std::chrono::seconds(15);
    request.maxResponseBytes = kAnswerBytes;
    request.body = letter->body;
    request.headers.emplace_back("Content-Type", "application/json");
    if (!letter->secret.empty()) {
        const auto now = std::chrono::floor<std::chrono::seconds>(m_ports.clock.wall());
        const std::string timestamp = std::to_string(now.time_since_epoch().count());
        request.headers.emplace_back(policy::kTimestampHeader, timestamp);
        request.headers.emplace_back(policy::kSignatureHeader,
                                     policy::signatureOf(letter->secret, timestamp, letter->body));
    }
    m_ports.http.send(std::move(request), [this, letter, alive = m_alive](const auto &got) {
        if (!*alive)
            return;
        if (!got) // the code alone: the text of a failure may hold the address
            return failed(letter, std::string(codeTitle(got.error().error.code)), false);
        const bool isTaken = got->status >= 200 && got->status < 300;
        if (!isTaken) {
            constexpr int kBusy = 429, kLate = 408, kServer = 500;
            const bool isFinal = got->status < kServer && got->status != kBusy && got->status != kLate;
            return failed(letter, "HTTP " + std::to_string(got->status), isFinal);
        }
        --m_inFlight;
        letter->told({});
    });
}

void AlertSender::failed(const std::shared_ptr<Letter> &letter, const std::string &why, bool isFinal)
{
    if (isFinal || letter->tries >= kTries) {
        --m_inFlight;
        return letter->told(why);
    }
    const Duration wait = m_ports.firstWait * (1 << (letter->tries - 1));
    m_ports.loop.startTimer(m_ports.clock.steady() + wait, [this, letter, alive = m_alive] {
        if (*alive)
            post(letter);
    });
}

} // namespace batuta::series
