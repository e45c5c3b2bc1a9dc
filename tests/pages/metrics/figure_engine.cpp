// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/metrics/figure_engine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace batuta::tests {
namespace {

using namespace std::chrono_literals;

const std::vector<std::string> kFlows{"update_profile",       "first_login",       "analysis_to_vacancy",
                                      "course_to_profession", "course_to_vacancy", "analysis_to_profession"};
const std::vector<std::string> kSteps{
    "create_embeddings",       "match_profession",          "match_analysis_user_profession",
    "gap_analysis_user_prof",  "course_suggestion_profess", "match_candidato",
    "match_analysis_user_vac", "gap_analysis_user_vacancy", "course_suggestion_vacancy",
    "notify_webhook"};
const std::vector<std::string> kBreakers{"gap-analysis",      "match-candidate",   "match-analysis",
                                         "course-suggestion", "create-embeddings", "data_processing",
                                         "ml_service",        "api_gateway"};

/// Every label set that a question has a line for.
std::vector<series::Labels> linesOf(const series::Question &question)
{
    std::vector<series::Labels> lines{{}};
    const std::map<std::string, std::vector<std::string>> values{
        {"flow", kFlows},
        {"step", kSteps},
        {"breaker", kBreakers},
        {"state", {"closed", "half_open", "open"}},
        {"status", {"success", "failed", "cancelled"}},
        {"code", {"503", "429", "schema", "net.timeout", "401", "net.resolve"}},
        {"revision_name", {"gap-analysis-00042-kex", "gap-analysis-00043-tam"}},
        {"response_code_class", {"2xx", "4xx", "5xx"}},
        {"phase", {"wait", "dns", "connect", "tls", "first_byte", "transfer"}}};
    if (question.of.metric == "batuta_execution_failures_total") {
        lines.clear();
        const std::vector<std::string> &codes = values.at("code");
        for (std::size_t i = 0; i < codes.size(); ++i)
            lines.push_back(
                {{"code", codes[i]}, {"flow", kFlows[i % kFlows.size()]}, {"step", kSteps[(7 + i) % 10]}});
        return lines;
    }
    for (const std::string &label : question.by) {
        std::vector<series::Labels> next;
        for (const series::Labels &line : lines)
            for (const std::string &value :
                 values.count(label) ? values.at(label) : std::vector<std::string>{"x"}) {
                next.push_back(line);
                next.back().emplace_back(label, value);
            }
        lines = std::move(next);
    }
    return lines;
}

/// The same every time: no chance in a picture.
double ripple(WallTime at, std::size_t salt)
{
    const double t = std::chrono::duration<double>(at.time_since_epoch()).count() / 300;
    const double s = static_cast<double>(salt % 97);
    return 0.5 + 0.25 * std::sin(t * 0.7 + s) + 0.15 * std::sin(t * 1.9 + 2 * s) +
           0.1 * std::sin(t * 5.3 + s * s);
}

std::size_t saltOf(const std::string &metric, const series::Labels &labels)
{
    std::size_t salt = metric.size();
    for (const auto &[name, value] : labels)
        for (const char c : value)
            salt = salt * 31 + static_cast<unsigned char>(c);
    return salt;
}

std::string label(const series::Labels &labels, const char *name)
{
    for (const auto &[own, value] : labels)
        if (own == name)
            return value;
    return {};
}

double breakerAt(const series::Labels &labels, WallTime at)
{
    const std::string breaker = label(labels, "breaker"), state = label(labels, "state");
    const Duration before = storyEnd() - at;
    std::string now = "closed";
    if (breaker == "gap-analysis")
        now = before < 6min ? "half_open" : before < 25min ? "open" : "closed";
    else if (breaker == "create-embeddings" && before > 170min && before < 182min)
        now = "open";
    return now == state ? 1 : 0;
}

} // namespace

WallTime storyEnd()
{
    WallTime end{};
    parseIsoTime("2026-11-21T14:30:00Z", end);
    return end;
}

namespace {

/// Its new revision gets traffic at 14:00, and fails.
double cloudStory(const series::Question &question, const series::Labels &labels, WallTime at)
{
    const double noise = ripple(at, saltOf(question.of.metric, labels));
    const bool isNew = label(labels, "revision_name").ends_with("tam");
    const Duration before = storyEnd() - at;
    if (isNew && before > 30min)
        return std::numeric_limits<double>::quiet_NaN();
    if (question.function == series::Function::Share)
        return isNew ? 0.03 + 0.05 * noise : 0.002 * noise;
    if (question.function == series::Function::Percentile && question.of.metric.ends_with("latencies"))
        return (question.quantile < 0.6    ? 0.12
                : question.quantile < 0.97 ? 0.4
                                           : 0.9) *
               (0.8 + noise) * (before < 30min ? 2 : 1);
    if (question.function == series::Function::Percentile)
        return 0.2 + 0.5 * noise;
    if (question.of.metric.ends_with("instance_count"))
        return std::floor(1 + 3 * noise);
    const std::string answered = label(labels, "response_code_class");
    const double share = answered == "4xx" ? 0.03 : answered == "5xx" ? (before < 30min ? 0.06 : 0.004) : 1;
    return 180 * (0.6 + noise) * share * (isNew ? 0.4 : before <= 30min ? 0.6 : 1);
}

} // namespace

double story(const series::Question &question, const series::Labels &labels, WallTime at)
{
    if (series::isCloudSource(question.source))
        return cloudStory(question, labels, at);
    const std::string &metric = question.of.metric;
    const double noise = ripple(at, saltOf(metric, labels));
    const Duration before = storyEnd() - at;
    const bool isBad = before < 30min;
    if (metric == "batuta_breaker_state")
        return breakerAt(labels, at);
    if (metric == "batuta_executions_total" && question.function == series::Function::Share)
        return isBad ? 0.004 + 0.05 * (1 - secondsOf(before) / 1800) : 0.004 + 0.005 * noise;
    if (metric == "batuta_execution_duration_seconds")
        return (question.quantile < 0.6    ? 9
                : question.quantile < 0.97 ? 17
                                           : 21) +
               3 * noise + (isBad ? 6 : 0);
    if (metric == "batuta_step_duration_seconds") {
        const bool isSlow = label(labels, "step") == "gap_analysis_user_vacancy" && isBad;
        return isSlow ? 19 : 0.2 + 4 * noise * noise * ripple(at, saltOf("x", labels));
    }
    if (metric == "batuta_execution_failures_total" || metric == "batuta_step_retries_total") {
        const double size = static_cast<double>(20 / (1 + saltOf(metric, labels) % 19));
        return std::floor(size * noise * (isBad ? 3 : 0.4));
    }
    return (1 + static_cast<double>(saltOf(metric, labels) % 4)) * (0.6 + noise);
}

FigureEngine::FigureEngine()
    : files(series::loadBoards(""))
{
}

/// The flow was published before it got slow.
void FigureEngine::releaseMarks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply)
{
    const client::ReleaseMark mark{
        storyEnd() - std::chrono::minutes(39), "published", "update_profile", {}, {}, {}};
    const client::ReleaseMark deployed{storyEnd() - 30min, "deployed", "gap-analysis",
                                       "00043-tam",        "ana",      {}};
    client::ReleaseMarks marks;
    for (const client::ReleaseMark &own : {mark, deployed})
        if (own.at >= query.from && own.at <= query.to &&
            (own.kind == "published" || !query.environment.empty()))
            marks.marks.push_back(own);
    reply(std::move(marks));
}

void FigureEngine::act(client::Act done, client::Reply<json::Value> reply)
{
    acts.push_back(done);
    if (done.verb == "save_board")
        for (series::BoardText &file : files)
            if (file.name == done.subject)
                file.text = done.data["text"].asString();
    reply(json::Value(json::Object{}));
}

series::Answer FigureEngine::answerTo(const series::Question &question) const
{
    series::Answer answer{question.from, question.step, question.step, {}, 0, 0};
    for (const series::Labels &labels : linesOf(question)) {
        series::Line line{labels, false, {}, {}};
        for (WallTime at = question.from; at < question.to; at += question.step) {
            const double figure = value ? value(question, labels, at) : story(question, labels, at);
            line.values.push_back(figure);
            line.samples.push_back(std::isnan(figure) ? figure : 31);
            answer.samples += std::isnan(figure) ? 0 : 31;
        }
        answer.lines.push_back(std::move(line));
    }
    if (answer.lines.size() > question.most)
        answer.lines.resize(question.most);
    return answer;
}

void FigureEngine::series(series::Question question, client::Reply<series::Answer> reply)
{
    asked.push_back(question);
    auto work = [this, question, reply = std::move(reply)] {
        if (trouble)
            return reply(*trouble);
        reply(answerTo(question));
    };
    if (holds)
        m_held.push_back(std::move(work));
    else
        work();
}

void FigureEngine::release()
{
    holds = false;
    for (const auto &work : std::exchange(m_held, {}))
        work();
}

} // namespace batuta::tests
