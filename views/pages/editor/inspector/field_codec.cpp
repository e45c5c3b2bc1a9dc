// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/field_codec.h"

#include "engine/base/units.h"
#include "engine/json/json.h"
#include "views/pages/editor/inspector/field_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

bool holdsOnlyText(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Lines || type == FieldType::Duration ||
           type == FieldType::Choice;
}

/// Number, true, false, null, or a text in quotes: what would be read as something else when typed.
std::optional<json::Value> scalarOf(const std::string &text)
{
    const Result<json::Value> value = json::parse(text);
    if (!value || value->isArray() || value->isObject())
        return std::nullopt;
    return *value;
}

QString limitsSentence(const FieldModel &field)
{
    const QLocale locale;
    if (field.least && field.most)
        return inspectorWord(QT_TRANSLATE_NOOP("InspectorField", "From %1 to %2."))
            .arg(locale.toString(*field.least), locale.toString(*field.most));
    return field.least ? inspectorWord(QT_TRANSLATE_NOOP("InspectorField", "At least %1."))
                             .arg(locale.toString(*field.least))
                       : inspectorWord(QT_TRANSLATE_NOOP("InspectorField", "At most %1."))
                             .arg(locale.toString(field.most.value_or(0)));
}

QString whyNotNumber(const QString &text, const FieldModel &field)
{
    const std::optional<json::Value> number = scalarOf(text.toStdString());
    if (!number || !number->isNumber())
        return inspectorWord(QT_TRANSLATE_NOOP("InspectorField", "This is a number."));
    if (field.type == FieldType::Integer && !number->isInteger())
        return inspectorWord(QT_TRANSLATE_NOOP("InspectorField", "This is a whole number."));
    const double value = number->asDouble();
    const bool isInside = (!field.least || value >= *field.least) && (!field.most || value <= *field.most);
    return isInside ? QString() : limitsSentence(field);
}

} // namespace

QString shownValue(const json::Value &value, FieldType type)
{
    if (value.isNull())
        return {};
    if (!value.isString())
        return QString::fromStdString(json::write(value));
    const std::string &text = value.asString();
    if (!holdsOnlyText(type) && type != FieldType::Condition && type != FieldType::Size && scalarOf(text))
        return QString::fromStdString(json::write(value));
    return QString::fromStdString(text);
}

json::Value typedValue(const QString &text, FieldType type)
{
    const std::string typed = text.toStdString();
    if (holdsOnlyText(type))
        return typed;
    const std::optional<json::Value> scalar = scalarOf(typed);
    const bool keepsText = type == FieldType::Condition || type == FieldType::Size;
    return scalar && !(keepsText && scalar->isString()) ? *scalar : json::Value(typed);
}

QString whyNotValue(const QString &text, const FieldModel &field)
{
    if (text.isEmpty() || text.contains("${{"))
        return {};
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Number:
        return whyNotNumber(text, field);
    case FieldType::Duration:
        return parseDuration(text.toStdString())
                   ? QString()
                   : inspectorWord(
                         QT_TRANSLATE_NOOP("InspectorField", "A duration is written like 250ms, 90s or 5m."));
    case FieldType::Size:
        return parseSize(text.toStdString())
                   ? QString()
                   : inspectorWord(
                         QT_TRANSLATE_NOOP("InspectorField", "A size is written like 64KiB or 16MiB."));
    case FieldType::Text:
        if (!field.pattern.empty() &&
            !QRegularExpression(QString::fromStdString(field.pattern)).match(text).hasMatch())
            return field.pattern.find("hooks") != std::string::npos
                       ? inspectorWord(
                             QT_TRANSLATE_NOOP("InspectorField", "A path is written like /hooks/name."))
                       : inspectorWord(QT_TRANSLATE_NOOP(
                             "InspectorField",
                             "A name has small letters, digits and _, and begins with a letter."));
        return {};
    default:
        return {};
    }
}

QString steppedValue(const QString &text, const FieldModel &field, int steps)
{
    const QString from = text.isEmpty() ? shownValue(field.fallback, field.type) : text;
    if (field.type == FieldType::Duration || field.type == FieldType::Size) {
        static const QRegularExpression parts(R"(^(\d+(?:\.\d+)?)([A-Za-z]*)$)");
        const auto match = parts.match(from);
        if (!match.hasMatch())
            return text;
        const double number = std::max(0.0, match.captured(1).toDouble() + steps);
        return QString::fromStdString(json::numberText(number)) + match.captured(2);
    }
    if (field.type != FieldType::Integer && field.type != FieldType::Number)
        return text;
    const std::optional<json::Value> now = scalarOf(from.toStdString());
    double number = (now && now->isNumber() ? now->asDouble() : field.least.value_or(0) - steps) + steps;
    number = std::clamp(number, field.least.value_or(-1e15), field.most.value_or(1e15));
    return QString::fromStdString(json::numberText(number));
}

} // namespace batuta::views
