// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/prometheus.h"

#include "engine/json/json.h"
#include "engine/net/url.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace batuta::series {
namespace {

constexpr std::uint64_t kMostAnswerBytes = 16u << 20;
constexpr std::size_t kMostText = 500;

double secondsSince(WallTime time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

std::string numberText(double value)
{
    return json::numberText(value);
}

/// The step that a question without one gets: whole seconds, at most 360 points.
Duration stepOf(const Question &question)
{
    if (question.step.count() > 0)
        return question.step;
    const auto range = std::chrono::duration_cast<std::chrono::seconds>(question.to - question.from).count();
    return std::chrono::seconds(std::max<std::int64_t>(10, (range + kPoints - 1) / kPoints));
}

/// A step that somebody chose begins where they said.
WallTime beginOf(const Question &question)
{
    return question.step.count() > 0 ? question.from : floorTo(question.from, stepOf(question));
}

double valueOf(const json::Value &text)
{
    const std::string &digits = text.asString();
    double value = kNone;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc() && std::isfinite(value) ? value : kNone;
}

Line readLine(const json::Value &series, WallTime from, Duration step, std::size_t count)
{
    Line line;
    for (const auto &[name, value] : series["metric"].asObject())
        line.labels.emplace_back(name, value.asString());
    std::sort(line.labels.begin(), line.labels.end());
    line.values.assign(count, kNone);
    line.samples.assign(count, kNone);
    for (const json::Value &point : series["values"].asArray()) {
        const double at = (point.at(0).asDouble() - secondsSince(from)) / secondsOf(step);
        if (at > -0.5 && at < static_cast<double>(count) - 0.5) {
            const auto place = static_cast<std::size_t>(std::llround(at));
            line.values[place] = valueOf(point.at(1));
            line.samples[place] = std::isnan(line.values[place]) ? kNone : 1;
        }
    }
    return line;
}

Error refusal(const std::string &source, int status, const std::string &body)
{
    const Result<json::Value> said = json::parse(body);
    std::string detail = said ? (*said)["error"].asString().substr(0, kMostText) : std::string();
    if (detail.empty())
        detail = "HTTP " + std::to_string(status);
    if (status == 401 || status == 403)
        return {ErrorCode::HttpUnauthorized,
                source,
                std::move(detail),
                {},
                "Look at the token of the source in metrics.yaml."};
    if (status == 400 || status == 422)
        return {ErrorCode::InputInvalid,
                source,
                std::move(detail),
                {},
                "Change the expression of the panel or alert."};
    return {ErrorCode::NetProtocol, source, std::move(detail), {}, {}};
}

} // namespace

Result<Answer> readPrometheus(std::string_view body, const Question &question, const std::string &source)
{
    const Result<json::Value> json = json::parse(body, {kMostAnswerBytes, 16});
    if (!json)
        return Error{ErrorCode::NetProtocol, source, "the answer is no JSON", {}, {}};
    if ((*json)["status"].asString() != "success" || (*json)["data"]["resultType"].asString() != "matrix")
        return Error{ErrorCode::NetProtocol, source, "the answer is no range of series", {}, {}};
    Answer answer;
    answer.step = answer.kept = stepOf(question);
    answer.from = beginOf(question);
    const auto count = static_cast<std::size_t>((question.to - answer.from) / answer.step) + 1;
    const json::Array &series = (*json)["data"]["result"].asArray();
    for (const json::Value &item : series) {
        if (answer.lines.size() == std::max<std::size_t>(1, question.most))
            break;
        answer.lines.push_back(readLine(item, answer.from, answer.step, count));
        for (const double sample : answer.lines.back().samples)
            answer.samples += std::isnan(sample) ? 0 : sample;
    }
    answer.left = series.size() - answer.lines.size();
    return answer;
}

void Prometheus::ask(const PrometheusSource &source, const Question &question, Reply<Answer> reply)
{
    if (const Status possible = Evaluation::check(question); !possible)
        return reply(possible.error());
    const Duration step = stepOf(question);
    net::HttpRequest request;
    request.method = "POST";
    request.url = source.url + "/api/v1/query_range";
    request.timeout = std::chrono::seconds(15);
    request.maxResponseBytes = kMostAnswerBytes;
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    if (!source.tokenKey.empty()) {
        const env::Entry *token = m_environment.find(source.tokenKey);
        if (token == nullptr)
            return reply(
                Error{ErrorCode::SecretMissing, source.tokenKey, "of the source " + source.name, {}, {}});
        request.headers.emplace_back("Authorization", "Bearer " + token->value);
    }
    request.body = "query=" + net::percentEncoded(question.expression) +
                   "&start=" + numberText(secondsSince(beginOf(question))) +
                   "&end=" + numberText(secondsSince(question.to)) + "&step=" + numberText(secondsOf(step));
    m_http.send(std::move(request), [question, name = source.name, reply = std::move(reply)](auto got) {
        if (!got)
            return reply(Error{got.error().error.code, name, got.error().error.detail, {}, {}});
        reply(got->status == 200 ? readPrometheus(got->body, question, name)
                                 : Result<Answer>(refusal(name, got->status, got->body)));
    });
}

} // namespace batuta::series
