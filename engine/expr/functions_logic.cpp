// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/expr/compare.h"
#include "engine/expr/evaluator.h"
#include "engine/expr/functions.h"
#include "engine/expr/numbers.h"

#include <algorithm>
#include <cmath>

namespace batuta::expr::detail {
namespace {

/// Characters, not bytes: the UTF-8 bytes that start one.
std::size_t characters(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool addNumber(Evaluator &evaluator, const json::Value &value, const Node &node,
               std::vector<json::Value> &numbers)
{
    if (value.isNull())
        return true;
    if (!evaluator.charge(sizeof(json::Value), node))
        return false;
    const double number = toNumber(value);
    if (std::isnan(number)) {
        evaluator.fail(ErrorCode::ExprEvaluation,
                       std::string(node.function->name) + "() found something that is not a number", node);
        return false;
    }
    numbers.push_back(value.isInteger() ? value : json::Value(number));
    return true;
}

/// The numbers among the arguments; a list counts as its items, null as nothing.
std::vector<json::Value> takeNumbers(Evaluator &evaluator, const Node &node)
{
    std::vector<json::Value> numbers;
    for (const Node &child : node.children) {
        const Operand argument = evaluator.evaluate(child);
        if (!argument.value().isArray()) {
            if (!addNumber(evaluator, argument.value(), node, numbers))
                break;
            continue;
        }
        for (const json::Value &item : argument.value().asArray())
            if (!addNumber(evaluator, item, node, numbers))
                break;
    }
    if (evaluator.failed())
        numbers.clear();
    return numbers;
}

/// Exact as long as all are integers and the sum is one.
json::Value sumOf(const std::vector<json::Value> &numbers)
{
    std::int64_t whole = 0;
    double sum = 0;
    bool isWhole = true;
    for (const json::Value &number : numbers) {
        sum += number.asDouble();
        isWhole = isWhole && number.isInteger() && !__builtin_add_overflow(whole, number.asInteger(), &whole);
    }
    return isWhole ? json::Value(whole) : numberValue(sum);
}

Operand extreme(Evaluator &evaluator, const Node &node, int wanted)
{
    json::Value best;
    for (const json::Value &number : takeNumbers(evaluator, node))
        if (best.isNull() || looseOrder(number, best) == wanted)
            best = number;
    return best.isInteger() || best.isNull() ? best : numberValue(best.asDouble());
}

} // namespace

Operand callCase(Evaluator &evaluator, const Node &node)
{
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        const Operand condition = evaluator.evaluate(node.children[i]);
        if (evaluator.failed())
            return {};
        if (!condition.value().isBoolean())
            return evaluator.fail(ErrorCode::ExprEvaluation, "a condition of case() must be true or false",
                                  node.children[i]);
        if (condition.value().asBoolean())
            return evaluator.evaluate(node.children[i + 1]);
    }
    return evaluator.evaluate(node.children.back());
}

Operand callStatus(Evaluator &evaluator, const Node &node)
{
    return json::Value(node.function->name == "always" || evaluator.context().status(node.function->name));
}

Operand callDefault(Evaluator &evaluator, const Node &node)
{
    Operand value = evaluator.evaluate(node.children[0]);
    return value.value().isNull() ? evaluator.evaluate(node.children[1]) : value;
}

Operand callLength(Evaluator &evaluator, const Node &node)
{
    const Operand of = evaluator.evaluate(node.children[0]);
    const json::Value &value = of.value();
    if (!evaluator.chargeWork(value.asString().size(), node))
        return {};
    if (value.isNull())
        return json::Value(0);
    if (value.isString())
        return json::Value(std::uint64_t{characters(value.asString())});
    if (value.isArray())
        return json::Value(std::uint64_t{value.asArray().size()});
    if (value.isObject())
        return json::Value(std::uint64_t{value.asObject().size()});
    return evaluator.fail(ErrorCode::ExprEvaluation, "length() wants a text, a list or an object", node);
}

Operand callNow(Evaluator &evaluator, const Node &)
{
    return json::Value(evaluator.context().now());
}

Operand callSum(Evaluator &evaluator, const Node &node)
{
    return sumOf(takeNumbers(evaluator, node));
}

Operand callMin(Evaluator &evaluator, const Node &node)
{
    return extreme(evaluator, node, -1);
}

Operand callMax(Evaluator &evaluator, const Node &node)
{
    return extreme(evaluator, node, 1);
}

Operand callAvg(Evaluator &evaluator, const Node &node)
{
    const std::vector<json::Value> numbers = takeNumbers(evaluator, node);
    if (numbers.empty())
        return {};
    return numberValue(sumOf(numbers).asDouble() / static_cast<double>(numbers.size()));
}

Operand callRound(Evaluator &evaluator, const Node &node)
{
    constexpr double kMostDigits = 15;
    const Operand of = evaluator.evaluate(node.children[0]);
    double digits = 0;
    if (node.children.size() > 1)
        digits = toNumber(evaluator.evaluate(node.children[1]).value());
    const double number = toNumber(of.value());
    if (evaluator.failed() || of.value().isInteger() || of.value().isNull())
        return of;
    if (std::isnan(number) || !(digits >= 0 && digits <= kMostDigits))
        return evaluator.fail(ErrorCode::ExprEvaluation, "round() wants a number, and 0 to 15 digits", node);
    const double scale = std::pow(10.0, std::trunc(digits));
    const double scaled = number * scale;
    return numberValue(std::isfinite(scaled) ? std::round(scaled) / scale : number);
}

} // namespace batuta::expr::detail
