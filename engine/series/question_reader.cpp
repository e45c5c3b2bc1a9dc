// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/question_reader.h"

#include "engine/series/codec.h"

#include <algorithm>

namespace batuta::series {
namespace {

using flow::Field;
using flow::Reading;

Labels readLabels(Reading &reading, const Field &field)
{
    Labels labels;
    if (!reading.isMapping(field))
        return labels;
    for (const flow::YamlNode::Member &member : field.node->members)
        if (const auto value = reading.text(field.member(member)))
            labels.emplace_back(member.key, *value);
    std::sort(labels.begin(), labels.end());
    return labels;
}

/// `p95` is the percentile 0.95.
bool readPercentile(std::string_view text, Question &question)
{
    if (text.size() < 2 || text.size() > 6 || text.front() != 'p')
        return false;
    double percent = 0, scale = 1;
    for (const char c : text.substr(1)) {
        if (c == '.' && scale == 1)
            scale = 10;
        else if (c < '0' || c > '9')
            return false;
        else if (scale == 1)
            percent = percent * 10 + (c - '0');
        else {
            percent += (c - '0') / scale;
            scale *= 10;
        }
    }
    question.function = Function::Percentile;
    question.quantile = percent / 100;
    return percent <= 100;
}

void readFunction(Reading &reading, const Field &field, Question &question)
{
    const auto text = reading.text(field);
    if (!text || readPercentile(*text, question))
        return;
    if (const auto function = functionOf(*text); function && *function != Function::Percentile)
        question.function = *function;
    else
        reading.add(ErrorCode::FlowBadValue, field, *text + " is none",
                    "Write rate, per_minute, increase, mean, max, average, share, or a percentile like p95.");
}

Selection readSelection(Reading &reading, const Field &field)
{
    Selection selection;
    if (const Field metric = field["metric"])
        selection.metric = reading.text(metric).value_or("");
    if (const Field where = field["where"])
        selection.where = readLabels(reading, where);
    return selection;
}

} // namespace

std::vector<flow::Key> withQuestionKeys(std::vector<flow::Key> own)
{
    for (const char *name : {"metric", "where", "function", "by", "share", "source", "expression", "most"})
        own.push_back({name});
    return own;
}

Question readQuestion(Reading &reading, const Field &field)
{
    static const flow::KeyTable kShare{"share", {{"metric", true}, {"where"}}};
    Question question;
    question.of = readSelection(reading, field);
    if (const Field function = field["function"])
        readFunction(reading, function, question);
    if (const Field by = field["by"])
        question.by = reading.textList(by);
    if (const Field share = field["share"]; share && reading.hasKeys(share, kShare))
        question.share = readSelection(reading, share);
    if (const Field source = field["source"])
        question.source = reading.text(source).value_or("");
    if (const Field expression = field["expression"])
        question.expression = reading.text(expression).value_or("");
    if (const Field most = field["most"])
        question.most = static_cast<std::size_t>(reading.integer(most, 1, 200).value_or(20));
    const bool isCloud = isCloudSource(question.source);
    if (question.of.metric.empty() && (question.source.empty() || isCloud))
        reading.add(ErrorCode::FlowMissingKey, field, "metric",
                    "Name a metric, or a source and an expression.");
    if (!question.source.empty() && !isCloud && question.expression.empty())
        reading.add(ErrorCode::FlowMissingKey, field, "expression",
                    "Say in PromQL what the source is asked.");
    if ((question.function == Function::Share) != question.share.has_value())
        reading.add(ErrorCode::FlowContradiction, field, "function and share", "A share needs both.");
    return question;
}

} // namespace batuta::series
