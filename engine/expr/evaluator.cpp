// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/evaluator.h"

#include "engine/expr/compare.h"
#include "engine/expr/functions.h"

#include <cmath>

namespace batuta::expr::detail {
namespace {

/// The part of `parent` that `found` points to, which must not outlive an owned parent.
Operand partOf(const Operand &parent, const json::Value *found)
{
    if (found == nullptr)
        return {};
    return parent.borrowed != nullptr ? Operand(found) : Operand(json::Value(*found));
}

std::size_t textSize(const json::Value &value)
{
    return value.asString().size();
}

} // namespace

Operand Evaluator::evaluate(const Node &node)
{
    if (failed())
        return {};
    switch (node.kind) {
    case NodeKind::Literal:
        return Operand(&node.value);
    case NodeKind::Root: {
        const json::Value *root = m_context.root(node.value.asString());
        return root != nullptr ? Operand(root) : Operand();
    }
    case NodeKind::Property:
        return evaluateProperty(node);
    case NodeKind::Index:
        return evaluateIndex(node);
    case NodeKind::Filter:
        return evaluateFilter(node);
    case NodeKind::Not:
        return json::Value(!isTruthy(evaluate(node.children[0]).value()));
    case NodeKind::And:
    case NodeKind::Or:
        return evaluateLogical(node);
    case NodeKind::Equal:
    case NodeKind::NotEqual:
    case NodeKind::Less:
    case NodeKind::LessEqual:
    case NodeKind::Greater:
    case NodeKind::GreaterEqual:
        return evaluateComparison(node);
    case NodeKind::Call:
        return node.function->call(*this, node);
    }
    return {};
}

Operand Evaluator::evaluateLogical(const Node &node)
{
    Operand operand;
    for (const Node &child : node.children) {
        operand = evaluate(child);
        if (failed() || isTruthy(operand.value()) == (node.kind == NodeKind::Or))
            break;
    }
    return operand;
}

Operand Evaluator::evaluateComparison(const Node &node)
{
    const Operand left = evaluate(node.children[0]);
    const Operand right = evaluate(node.children[1]);
    const json::Value &a = left.value();
    const json::Value &b = right.value();
    if (failed() || !chargeWork(textSize(a) + textSize(b), node))
        return {};
    switch (node.kind) {
    case NodeKind::Equal:
        return json::Value(looselyEqual(a, b));
    case NodeKind::NotEqual:
        return json::Value(!looselyEqual(a, b));
    case NodeKind::Less:
        return json::Value(looseOrder(a, b) == -1);
    case NodeKind::Greater:
        return json::Value(looseOrder(a, b) == 1);
    case NodeKind::LessEqual:
        return json::Value(looselyEqual(a, b) || looseOrder(a, b) == -1);
    default:
        return json::Value(looselyEqual(a, b) || looseOrder(a, b) == 1);
    }
}

Operand Evaluator::evaluateProperty(const Node &node)
{
    const Operand parent = evaluate(node.children[0]);
    if (failed())
        return {};
    if (parent.isFiltered)
        return selectEach(parent.value(), node.value, node);
    return partOf(parent, child(parent.value(), node.value, node));
}

Operand Evaluator::evaluateIndex(const Node &node)
{
    const Operand parent = evaluate(node.children[0]);
    const Operand index = evaluate(node.children[1]);
    if (failed())
        return {};
    if (parent.isFiltered)
        return selectEach(parent.value(), index.value(), node);
    return partOf(parent, child(parent.value(), index.value(), node));
}

const json::Value *Evaluator::child(const json::Value &parent, const json::Value &index, const Node &node)
{
    if (parent.isObject()) {
        if (!isPrimitive(index))
            return nullptr;
        if (index.isString()) {
            if (const json::Value *exact = parent.asObject().find(index.asString()))
                return exact;
            return chargeWork(parent.asObject().size() * 8, node)
                       ? findMember(parent.asObject(), index.asString())
                       : nullptr;
        }
        return findMember(parent.asObject(), toText(index));
    }
    if (!parent.isArray())
        return nullptr;
    const double position = toNumber(index);
    const json::Array &items = parent.asArray();
    if (std::isnan(position) || position < 0 || position >= static_cast<double>(items.size()))
        return nullptr;
    return &items[static_cast<std::size_t>(position)];
}

Operand Evaluator::selectEach(const json::Value &items, const json::Value &index, const Node &node)
{
    json::Array selected;
    for (const json::Value &item : items.asArray()) {
        const json::Value *found = child(item, index, node);
        if (failed() || (found != nullptr && !charge(sizeof(json::Value) + textSize(*found), node)))
            return {};
        if (found != nullptr)
            selected.push_back(*found);
    }
    Operand result{json::Value(std::move(selected))};
    result.isFiltered = true;
    return result;
}

Operand Evaluator::evaluateFilter(const Node &node)
{
    const Operand parent = evaluate(node.children[0]);
    if (failed())
        return {};
    json::Array selected;
    const auto add = [&](const json::Value &value) {
        if (charge(sizeof(json::Value) + textSize(value), node))
            selected.push_back(value);
    };
    const auto addChildren = [&](const json::Value &value) {
        for (const json::Value &item : value.asArray())
            add(item);
        for (const auto &[name, member] : value.asObject())
            add(member);
    };
    if (parent.isFiltered) {
        for (const json::Value &item : parent.value().asArray())
            addChildren(item);
    } else {
        addChildren(parent.value());
    }
    Operand result{json::Value(std::move(selected))};
    result.isFiltered = true;
    return result;
}

Operand Evaluator::fail(ErrorCode code, std::string detail, const Node &node)
{
    if (!m_error) {
        m_error = Error{code, "", std::move(detail), {}, ""};
        m_failedAt = node.offset;
    }
    return {};
}

bool Evaluator::charge(std::size_t bytes, const Node &node)
{
    if (failed())
        return false;
    if (bytes > m_memory) {
        fail(ErrorCode::ExprLimit, "more than " + std::to_string(m_limits.memory) + " bytes of memory", node);
        return false;
    }
    m_memory -= bytes;
    return true;
}

bool Evaluator::chargeWork(std::size_t bytes, const Node &node)
{
    if (failed())
        return false;
    if (bytes > m_work) {
        fail(ErrorCode::ExprLimit, "more work than one expression may do", node);
        return false;
    }
    m_work -= bytes;
    return true;
}

std::string Evaluator::text(const json::Value &value, const Node &node)
{
    if (!charge(textSize(value), node))
        return {};
    return toText(value);
}

} // namespace batuta::expr::detail
