// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/settings.h"

#include "engine/base/text.h"
#include "engine/net/url.h"
#include "engine/series/question_reader.h"

#include <algorithm>
#include <filesystem>

namespace batuta::series {
namespace {

using flow::Field;
using flow::KeyTable;
using flow::Reading;

constexpr std::uint64_t kMostBytes = 1u << 20;
constexpr std::size_t kMostRules = 500;

/// Reads `metrics.yaml` in its order.
class SettingsReader
{
public:
    SettingsReader(Reading &reading, Settings &settings)
        : m_reading(reading)
        , m_settings(settings)
    {
    }

    void read(const Field &root)
    {
        static const KeyTable kRoot{"metrics", {{"sources"}, {"channels"}, {"alerts"}}};
        if (root.node->isNull() || !m_reading.hasKeys(root, kRoot))
            return;
        each(root["sources"], [this](const Field &field) { readSource(field); });
        each(root["channels"], [this](const Field &field) { readChannel(field); });
        each(root["alerts"], [this](const Field &field) { readRule(field); });
    }

private:
    template <class Work> void each(const Field &list, Work work)
    {
        if (!list || !m_reading.isSequence(list))
            return;
        for (std::size_t i = 0; i < list.node->items.size() && i < kMostRules; ++i)
            work(list.item(i));
    }

    std::string textOf(const Field &field, const char *name)
    {
        const Field value = field[name];
        return value ? m_reading.text(value).value_or("") : std::string();
    }

    void readSource(const Field &field)
    {
        static const KeyTable kSource{"source", {{"name", true}, {"prometheus", true}, {"token"}}};
        if (!m_reading.hasKeys(field, kSource))
            return;
        PrometheusSource source{textOf(field, "name"), textOf(field, "prometheus"), textOf(field, "token")};
        while (source.url.ends_with('/'))
            source.url.pop_back();
        if (const auto url = net::parseUrl(source.url); !url)
            return m_reading.add(url.error(), field["prometheus"]);
        m_settings.sources.push_back(std::move(source));
    }

    void readChannel(const Field &field)
    {
        static const KeyTable kChannel{"channel", {{"name", true}, {"webhook"}, {"slack"}, {"secret"}}};
        if (!m_reading.hasKeys(field, kChannel))
            return;
        AlertChannel channel;
        channel.name = textOf(field, "name");
        channel.kind = field["slack"] ? AlertChannel::Kind::Slack : AlertChannel::Kind::Webhook;
        channel.urlKey = textOf(field, field["slack"] ? "slack" : "webhook");
        channel.secretKey = textOf(field, "secret");
        if (static_cast<bool>(field["slack"]) == static_cast<bool>(field["webhook"]))
            return m_reading.add(ErrorCode::FlowKindCount, field, "webhook or slack",
                                 "Name the key of the environment that holds the address.");
        if (channel.urlKey.find("://") != std::string::npos)
            return m_reading.add(ErrorCode::FlowBadValue, field[field["slack"] ? "slack" : "webhook"],
                                 "an address stands in the file",
                                 "Write the name of a key of the environment, which holds the address.");
        m_settings.channels.push_back(std::move(channel));
    }

    void readRule(const Field &field)
    {
        static const KeyTable kRule{"alert", withQuestionKeys({{"name", true},
                                                               {"title"},
                                                               {"failures"},
                                                               {"window"},
                                                               {"above"},
                                                               {"below"},
                                                               {"at_least"},
                                                               {"for"},
                                                               {"severity"},
                                                               {"to"}})};
        if (!m_reading.hasKeys(field, kRule))
            return;
        AlertRule rule;
        rule.name = textOf(field, "name");
        rule.title = textOf(field, "title");
        if (const auto same = std::find_if(m_settings.rules.begin(), m_settings.rules.end(),
                                           [&](const AlertRule &other) { return other.name == rule.name; });
            same != m_settings.rules.end())
            return m_reading.add(ErrorCode::FlowBadValue, field["name"], rule.name + " is there twice",
                                 "Give the alert another name.");
        rule.question = field["failures"] ? failuresOf(field["failures"]) : readQuestion(m_reading, field);
        readTimes(field, rule);
        readLimit(field, rule);
        static const std::vector<std::string> kSeverities{"info", "warning", "critical"};
        if (const Field severity = field["severity"])
            rule.severity = kSeverities[m_reading.choice(severity, kSeverities).value_or(1)];
        if (const Field to = field["to"])
            rule.to = m_reading.textList(to);
        for (const std::string &name : rule.to)
            if (name != "desktop" && m_settings.channel(name) == nullptr)
                m_reading.add(ErrorCode::FlowBadValue, field["to"], name + " is no channel",
                              "Write desktop, or the name of one of the channels.");
        m_settings.rules.push_back(std::move(rule));
    }

    /// `failures: all`, or the name of a flow.
    Question failuresOf(const Field &field)
    {
        Question question;
        question.of = {"batuta_executions_total", {{"status", "critical_error|failed"}}};
        question.function = Function::Increase;
        question.by = {"flow"};
        if (const auto flow = m_reading.text(field); flow && *flow != "all")
            question.of.where.insert(question.of.where.begin(), {"flow", *flow});
        return question;
    }

    void readTimes(const Field &field, AlertRule &rule)
    {
        constexpr Duration kLongest = std::chrono::hours(24 * 7);
        if (const Field window = field["window"])
            rule.window = m_reading.duration(window).value_or(rule.window);
        if (const Field patience = field["for"])
            rule.patience = m_reading.duration(patience).value_or(Duration{});
        if (rule.window < std::chrono::seconds(10) || rule.window > kLongest)
            m_reading.add(ErrorCode::FlowBadValue, field["window"], "the window",
                          "Write 10s or more, and at most 7d.");
    }

    void readLimit(const Field &field, AlertRule &rule)
    {
        constexpr double kMost = 1e15;
        const Field above = field["above"], below = field["below"];
        if (static_cast<bool>(above) == static_cast<bool>(below) && !(field["failures"] && !above))
            return m_reading.add(ErrorCode::FlowKindCount, field, "above or below",
                                 "Give the alert exactly one limit.");
        rule.isBelow = static_cast<bool>(below);
        if (above || below)
            rule.limit = m_reading.number(rule.isBelow ? below : above, -kMost, kMost).value_or(0);
        if (const Field least = field["at_least"])
            rule.atLeast = m_reading.number(least, 0, kMost).value_or(0);
    }

    Reading &m_reading;
    Settings &m_settings;
};

} // namespace

const PrometheusSource *Settings::source(std::string_view name) const
{
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const auto &own) { return own.name == name; });
    return found == sources.end() ? nullptr : &*found;
}

const AlertChannel *Settings::channel(std::string_view name) const
{
    const auto found =
        std::find_if(channels.begin(), channels.end(), [&](const auto &own) { return own.name == name; });
    return found == channels.end() ? nullptr : &*found;
}

Settings readSettings(std::string_view text, const std::string &file)
{
    Settings settings;
    settings.file = file;
    flow::YamlReading yaml = flow::readYaml(text, file);
    if (!yaml.root) {
        settings.problems = std::move(yaml.errors);
        return settings;
    }
    Reading reading(file);
    SettingsReader(reading, settings).read({&*yaml.root, "metrics", {}});
    settings.problems = reading.takeErrors();
    return settings;
}

Settings loadSettings(const std::string &workspace)
{
    const std::string file = (std::filesystem::path(workspace) / "metrics.yaml").string();
    std::error_code failure;
    if (!std::filesystem::exists(file, failure)) {
        Settings none;
        none.file = file;
        return none;
    }
    const Result<std::string> text = readFile(file, kMostBytes);
    if (!text) {
        Settings broken;
        broken.file = file;
        broken.problems.push_back(text.error());
        return broken;
    }
    return readSettings(*text, file);
}

} // namespace batuta::series
