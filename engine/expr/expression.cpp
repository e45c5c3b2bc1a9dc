// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/expression.h"

#include "engine/base/text.h"
#include "engine/expr/compare.h"
#include "engine/expr/evaluator.h"
#include "engine/expr/functions.h"
#include "engine/expr/parser.h"
#include "engine/expr/references.h"
#include "engine/json/json.h"

#include <cmath>

namespace batuta::expr {

struct Expression::Compiled
{
    std::string text;
    Place origin;
    ExprLimits limits;
    detail::Node root;
    detail::Analysis analysis;
};

bool Context::status(std::string_view function) const
{
    return function == "success" || function == "always";
}

std::string Context::now() const
{
    return "";
}

ObjectContext::ObjectContext(json::Value roots)
    : m_roots(std::move(roots))
{
}

const json::Value *ObjectContext::root(std::string_view name) const
{
    return m_roots.asObject().find(name);
}

Result<Expression> Expression::parse(std::string_view text, const Place &origin, const ExprLimits &limits)
{
    if (!isValidUtf8(text))
        return Error{ErrorCode::ExprSyntax, "", "the text is not UTF-8", origin, ""};
    Result<detail::Node> root = detail::Parser(text, origin, limits).parse();
    if (!root)
        return root.error();
    detail::Analysis analysis = detail::analyse(*root);
    for (Reference &reference : analysis.references)
        reference.place = detail::placeIn(text, origin, reference.offset);
    Expression expression;
    expression.m_compiled = std::make_shared<const Compiled>(
        Compiled{std::string(text), origin, limits, std::move(*root), std::move(analysis)});
    return expression;
}

Result<json::Value> Expression::evaluate(const Context &context) const
{
    detail::Evaluator evaluator(context, m_compiled->limits);
    detail::Operand result = evaluator.evaluate(m_compiled->root);
    if (evaluator.failed()) {
        Error error = *evaluator.error();
        error.subject = std::string(trimmed(std::string_view(m_compiled->text).substr(0, 200)));
        error.place = detail::placeIn(m_compiled->text, m_compiled->origin, evaluator.failedAt());
        return error;
    }
    return result.borrowed != nullptr ? *result.borrowed : std::move(result.owned);
}

const std::vector<Reference> &Expression::references() const
{
    return m_compiled->analysis.references;
}

bool Expression::usesStatusFunction() const
{
    return m_compiled->analysis.usesStatusFunction;
}

const std::string &Expression::text() const
{
    return m_compiled->text;
}

bool isTruthy(const json::Value &value)
{
    switch (value.type()) {
    case json::Value::Type::Null:
        return false;
    case json::Value::Type::Boolean:
        return value.asBoolean();
    case json::Value::Type::Integer:
    case json::Value::Type::Double:
        return value.asDouble() != 0 && !std::isnan(value.asDouble());
    case json::Value::Type::String:
        return !value.asString().empty();
    case json::Value::Type::Array:
    case json::Value::Type::Object:
        break;
    }
    return true;
}

std::string displayText(const json::Value &value)
{
    return detail::isPrimitive(value) ? detail::toText(value) : json::write(value);
}

std::vector<std::string> functionNames()
{
    return detail::allFunctionNames();
}

} // namespace batuta::expr
