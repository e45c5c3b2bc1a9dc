// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_check.h"

#include "engine/client/summary.h"

#include <QThreadPool>

#include <memory>

namespace batuta::views {
namespace {

constexpr int kAtATime = 2;

/// The error of a text whose YAML cannot be read is its first problem.
Error errorOf(const edit::Problems &problems, const std::string &file)
{
    if (problems.empty())
        return {ErrorCode::YamlSyntax, file, "", {file, 1, 1}, ""};
    const edit::Problem &first = problems.front();
    return {
        ErrorCode::YamlSyntax, file, first.detail, {file, first.place.line, first.place.column}, first.mend};
}

CheckAnswer answerTo(const CheckOrder &order)
{
    edit::Checked checked = edit::checkFlow(order.text, order.file, order.surroundings);
    CheckAnswer answer{order.generation, errorOf(checked.problems, order.file), {}, {}};
    if (checked.text)
        answer.text = std::move(*checked.text);
    if (checked.flow)
        answer.flow = client::summaryOf(checked.flow);
    answer.problems = std::move(checked.problems);
    return answer;
}

} // namespace

FlowCheck::FlowCheck(Told told)
    : m_told(std::move(told))
{
}

void FlowCheck::start(CheckOrder order)
{
    if (m_running < kAtATime)
        run(std::move(order));
    else
        m_next = std::move(order);
}

void FlowCheck::run(CheckOrder order)
{
    ++m_running;
    QThreadPool::globalInstance()->start([this, way = m_replies.way(), order = std::move(order)] {
        auto answer = std::make_shared<CheckAnswer>(answerTo(order));
        way([this, answer] { ended(std::move(*answer)); });
    });
}

void FlowCheck::ended(CheckAnswer answer)
{
    --m_running;
    if (std::optional<CheckOrder> next = std::exchange(m_next, std::nullopt))
        run(std::move(*next));
    m_told(std::move(answer));
}

} // namespace batuta::views
