// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/codec.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace batuta::series {
namespace {

constexpr std::array<std::pair<Function, std::string_view>, 8> kFunctions{
    {{Function::Rate, "rate"},
     {Function::PerMinute, "per_minute"},
     {Function::Increase, "increase"},
     {Function::Mean, "mean"},
     {Function::Most, "max"},
     {Function::Percentile, "percentile"},
     {Function::Average, "average"},
     {Function::Share, "share"}}};
constexpr std::array<std::string_view, 3> kKindNames{"counter", "gauge", "histogram"};

json::Value toJson(const Labels &labels)
{
    json::Object object;
    for (const auto &[name, value] : labels)
        object.set(name, value);
    return object;
}

Labels labelsFrom(const json::Value &value)
{
    Labels labels;
    for (const auto &[name, text] : value.asObject())
        labels.emplace_back(name, text.asString());
    std::sort(labels.begin(), labels.end());
    return labels;
}

json::Value toJson(const Selection &selection)
{
    return json::Object{{"metric", selection.metric}, {"where", toJson(selection.where)}};
}

Selection selectionFrom(const json::Value &value)
{
    return {value["metric"].asString(), labelsFrom(value["where"])};
}

json::Value numbers(const std::vector<double> &values)
{
    json::Array array;
    array.reserve(values.size());
    for (const double value : values)
        array.push_back(std::isfinite(value) ? json::Value(value) : json::Value());
    return array;
}

std::vector<double> numbersFrom(const json::Value &value)
{
    std::vector<double> numbers;
    numbers.reserve(value.asArray().size());
    for (const json::Value &item : value.asArray())
        numbers.push_back(item.asDouble(std::numeric_limits<double>::quiet_NaN()));
    return numbers;
}

double milliseconds(Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

Duration durationFrom(const json::Value &value)
{
    constexpr double kMost = 1e15;
    const double ms = value.asDouble();
    return ms >= 0 && ms < kMost ? Duration(std::llround(ms * 1000)) : Duration(-1);
}

Status readTimes(const json::Value &value, Question &question)
{
    for (const auto &[name, time] : {std::pair("from", &question.from), std::pair("to", &question.to)})
        if (!parseIsoTime(value[name].asString(), *time))
            return Error{ErrorCode::InputInvalid, name, "must be a time like 2026-11-21T14:21:07Z", {}, {}};
    question.step = durationFrom(value["step_ms"]);
    return {};
}

} // namespace

std::string_view functionName(Function function)
{
    return kFunctions[static_cast<std::size_t>(function)].second;
}

std::optional<Function> functionOf(std::string_view name)
{
    for (const auto &[function, own] : kFunctions)
        if (own == name)
            return function;
    return std::nullopt;
}

json::Value toJson(const Question &question)
{
    json::Object object{{"from", isoTime(question.from)},
                        {"to", isoTime(question.to)},
                        {"step_ms", milliseconds(question.step)},
                        {"most", static_cast<std::int64_t>(question.most)}};
    if (!question.source.empty())
        object.set("source", question.source);
    if (!question.expression.empty()) {
        object.set("expression", question.expression);
        return object;
    }
    object.set("metric", question.of.metric);
    object.set("where", toJson(question.of.where));
    object.set("function", functionName(question.function));
    if (question.function == Function::Percentile)
        object.set("quantile", question.quantile);
    if (question.share)
        object.set("share", toJson(*question.share));
    json::Array by(question.by.begin(), question.by.end());
    object.set("by", std::move(by));
    return object;
}

Result<Question> questionFromJson(const json::Value &value)
{
    if (!value.isObject())
        return Error{ErrorCode::InputInvalid, "body", "must be a JSON object", {}, {}};
    Question question;
    if (const Status times = readTimes(value, question); !times)
        return times.error();
    question.source = value["source"].asString();
    question.expression = value["expression"].asString();
    question.of = selectionFrom(value);
    const std::string &name = value["function"].asString();
    const auto function = functionOf(name.empty() ? "rate" : name);
    if (!function) {
        std::vector<std::string> names;
        for (const auto &entry : kFunctions)
            names.emplace_back(entry.second);
        return Error{ErrorCode::InputInvalid, "function", "must be one of: " + join(names, ", "), {}, {}};
    }
    question.function = *function;
    question.quantile = value["quantile"].asDouble(question.quantile);
    if (!value["share"].isNull())
        question.share = selectionFrom(value["share"]);
    for (const json::Value &label : value["by"].asArray())
        question.by.push_back(label.asString());
    constexpr std::int64_t kMostLines = 200;
    question.most =
        static_cast<std::size_t>(std::clamp<std::int64_t>(value["most"].asInteger(20), 1, kMostLines));
    return question;
}

json::Value toJson(const Answer &answer)
{
    json::Array lines;
    for (const Line &line : answer.lines)
        lines.push_back(json::Object{{"labels", toJson(line.labels)},
                                     {"other", line.isOther},
                                     {"values", numbers(line.values)},
                                     {"samples", numbers(line.samples)}});
    return json::Object{{"from", isoTime(answer.from)},
                        {"step_ms", milliseconds(answer.step)},
                        {"kept_ms", milliseconds(answer.kept)},
                        {"lines", std::move(lines)},
                        {"left_out", static_cast<std::int64_t>(answer.left)},
                        {"samples", answer.samples}};
}

Result<Answer> answerFromJson(const json::Value &value)
{
    Answer answer;
    if (!parseIsoTime(value["from"].asString(), answer.from) || value["step_ms"].asDouble() <= 0)
        return Error{ErrorCode::NetProtocol, "series", "the answer has no time", {}, {}};
    answer.step = durationFrom(value["step_ms"]);
    answer.kept = durationFrom(value["kept_ms"]);
    for (const json::Value &line : value["lines"].asArray())
        answer.lines.push_back({labelsFrom(line["labels"]), line["other"].asBoolean(),
                                numbersFrom(line["values"]), numbersFrom(line["samples"])});
    answer.left = static_cast<std::size_t>(std::max<std::int64_t>(0, value["left_out"].asInteger()));
    answer.samples = value["samples"].asDouble();
    return answer;
}

json::Value toJson(const Catalogue &catalogue)
{
    json::Array metrics;
    for (const Metric &metric : catalogue.metrics) {
        json::Array series;
        for (const Labels &labels : metric.series)
            series.push_back(toJson(labels));
        metrics.push_back(json::Object{{"name", metric.name},
                                       {"kind", kKindNames[static_cast<std::size_t>(metric.kind)]},
                                       {"series", std::move(series)}});
    }
    json::Array sources(catalogue.sources.begin(), catalogue.sources.end());
    return json::Object{{"metrics", std::move(metrics)},
                        {"sources", std::move(sources)},
                        {"left_out", static_cast<std::int64_t>(catalogue.left)}};
}

Catalogue catalogueFromJson(const json::Value &value)
{
    Catalogue catalogue;
    for (const json::Value &item : value["metrics"].asArray()) {
        Metric metric{item["name"].asString(), Kind::Counter, {}};
        const auto kind = std::find(kKindNames.begin(), kKindNames.end(), item["kind"].asString());
        metric.kind = static_cast<Kind>(std::min<std::ptrdiff_t>(2, kind - kKindNames.begin()));
        for (const json::Value &labels : item["series"].asArray())
            metric.series.push_back(labelsFrom(labels));
        catalogue.metrics.push_back(std::move(metric));
    }
    for (const json::Value &source : value["sources"].asArray())
        catalogue.sources.push_back(source.asString());
    catalogue.left = static_cast<std::size_t>(std::max<std::int64_t>(0, value["left_out"].asInteger()));
    return catalogue;
}

} // namespace batuta::series
