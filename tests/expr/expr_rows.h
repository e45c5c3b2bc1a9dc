// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/expr/expression.h"
#include "engine/json/json.h"

#include <QTest>

#include <string>

/// Rows of (expression, expected) for table tests, and how they are evaluated.
namespace rows {

inline void columns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

inline void row(const char *text, const char *expected)
{
    QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

/// The value as JSON (NaN and infinities by name), or `code: detail` of the error.
inline QString evaluated(const QString &text, const batuta::expr::Context &context)
{
    using namespace batuta;
    const Result<expr::Expression> expression = expr::Expression::parse(text.toStdString());
    if (!expression)
        return QString::fromStdString(std::string(codeName(expression.error().code)) + ": " +
                                      expression.error().detail);
    const Result<json::Value> value = expression->evaluate(context);
    if (!value)
        return QString::fromStdString(std::string(codeName(value.error().code)) + ": " +
                                      value.error().detail);
    if (value->type() == json::Value::Type::Double)
        return QString::fromStdString(expr::displayText(*value));
    return QString::fromStdString(json::write(*value));
}

} // namespace rows
