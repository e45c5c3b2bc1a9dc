// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/expr/ast.h"
#include "engine/expr/expression.h"

#include <optional>

namespace batuta::expr::detail {

/// A value while it is worked with: borrowed from the context or the tree where possible, otherwise owned.
struct Operand
{
    const json::Value *borrowed = nullptr;
    json::Value owned;
    bool isFiltered = false; ///< made by `.*`: what follows is applied to each item

    Operand() = default;
    Operand(json::Value value)
        : owned(std::move(value))
    {
    }
    explicit Operand(const json::Value *value)
        : borrowed(value)
    {
    }

    const json::Value &value() const { return borrowed != nullptr ? *borrowed : owned; }
};

/// Evaluates one tree once. After a failure every operand is null and worthless; the first failure is kept.
class Evaluator
{
public:
    Evaluator(const Context &context, const ExprLimits &limits)
        : m_context(context)
        , m_memory(limits.memory)
        , m_limits(limits)
        , m_work(limits.memory * kWorkPerByte)
    {
    }

    Operand evaluate(const Node &node);

    const Context &context() const { return m_context; }
    bool failed() const { return m_error.has_value(); }
    const std::optional<Error> &error() const { return m_error; }
    std::size_t failedAt() const { return m_failedAt; }
    Operand fail(ErrorCode code, std::string detail, const Node &node);

    /// Notes that `bytes` are about to be built; false (a failure) when the limit is passed.
    bool charge(std::size_t bytes, const Node &node);
    /// Notes that `bytes` are about to be looked at, so that no expression keeps the engine's thread for
    /// long.
    bool chargeWork(std::size_t bytes, const Node &node);
    std::size_t memoryLeft() const { return m_memory; }
    /// toText() of a value, charged.
    std::string text(const json::Value &value, const Node &node);

private:
    static constexpr std::size_t kWorkPerByte = 32;

    Operand evaluateLogical(const Node &node);
    Operand evaluateComparison(const Node &node);
    Operand evaluateProperty(const Node &node);
    Operand evaluateIndex(const Node &node);
    Operand evaluateFilter(const Node &node);
    const json::Value *child(const json::Value &parent, const json::Value &index, const Node &node);
    Operand selectEach(const json::Value &items, const json::Value &index, const Node &node);

    const Context &m_context;
    std::size_t m_memory;
    const ExprLimits &m_limits;
    std::size_t m_work;
    std::optional<Error> m_error;
    std::size_t m_failedAt = 0;
};

} // namespace batuta::expr::detail
