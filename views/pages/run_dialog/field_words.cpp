// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/field_words.h"

#include "engine/json/json.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace batuta::views {
namespace {

using Rule = InputProblem::Rule;

constexpr qsizetype kShort = 48; // characters

QString words(const char *text)
{
    return QCoreApplication::translate("FieldWords", text);
}

QString counted(const char *text, const json::Value &count)
{
    return QCoreApplication::translate("FieldWords", text, nullptr, static_cast<int>(count.asInteger()));
}

QString cut(QString text)
{
    return text.size() > kShort ? text.left(kShort - 1) + QChar(0x2026) : text;
}

QString typeWords(const InputField &field)
{
    if (field.kind == FieldKind::Choice) {
        QStringList choices;
        for (const json::Value &choice : field.choices)
            choices << shortValue(choice);
        return words(QT_TRANSLATE_NOOP("FieldWords", "one of %1")).arg(cut(choices.join(", ")));
    }
    QStringList types;
    for (const std::string &type : field.types)
        types << QString::fromStdString(type);
    QString text = types.isEmpty() ? words(QT_TRANSLATE_NOOP("FieldWords", "any JSON"))
                                   : types.join(words(QT_TRANSLATE_NOOP("FieldWords", " or ")));
    const std::string &item = field.rules["items"]["type"].asString();
    if (field.kind == FieldKind::List && !item.empty())
        text = words(QT_TRANSLATE_NOOP("FieldWords", "array of %1")).arg(QString::fromStdString(item));
    return text;
}

QString rangeWords(const json::Value &rules)
{
    const json::Value *least = rules.asObject().find("minimum"), *most = rules.asObject().find("maximum");
    if (least && most)
        return words(QT_TRANSLATE_NOOP("FieldWords", "%1 to %2")).arg(shortValue(*least), shortValue(*most));
    if (least)
        return words(QT_TRANSLATE_NOOP("FieldWords", "at least %1")).arg(shortValue(*least));
    if (most)
        return words(QT_TRANSLATE_NOOP("FieldWords", "at most %1")).arg(shortValue(*most));
    return {};
}

QString lengthWords(const json::Value &rules)
{
    const json::Object &all = rules.asObject();
    QStringList parts;
    if (const json::Value *least = all.find("minLength"); least && least->asInteger() == 1)
        parts << words(QT_TRANSLATE_NOOP("FieldWords", "not empty"));
    else if (least)
        parts << counted(QT_TRANSLATE_N_NOOP("FieldWords", "at least %n character(s)"), *least);
    if (const json::Value *most = all.find("maxLength"))
        parts << counted(QT_TRANSLATE_N_NOOP("FieldWords", "up to %n character(s)"), *most);
    if (const json::Value *least = all.find("minItems"))
        parts << counted(QT_TRANSLATE_N_NOOP("FieldWords", "at least %n item(s)"), *least);
    if (const json::Value *most = all.find("maxItems"))
        parts << counted(QT_TRANSLATE_N_NOOP("FieldWords", "up to %n item(s)"), *most);
    if (const json::Value *pattern = all.find("pattern"))
        parts << cut(QString::fromStdString(pattern->asString()));
    return parts.join(", ");
}

QString formatSentence(const std::string &format)
{
    if (format == "date-time")
        return words(
            QT_TRANSLATE_NOOP("FieldWords", "Write a date and time with its zone, as 2026-11-21T14:00:00Z."));
    if (format == "date")
        return words(QT_TRANSLATE_NOOP("FieldWords", "Write a date, as 2026-11-21."));
    if (format == "time")
        return words(QT_TRANSLATE_NOOP("FieldWords", "Write a time with its zone, as 14:00:00Z."));
    if (format == "uri")
        return words(
            QT_TRANSLATE_NOOP("FieldWords", "Write an address with its scheme, as https://example.org/."));
    if (format == "email")
        return words(QT_TRANSLATE_NOOP("FieldWords", "Write an e-mail address."));
    if (format == "uuid")
        return words(QT_TRANSLATE_NOOP("FieldWords", "Write a UUID."));
    return words(QT_TRANSLATE_NOOP("FieldWords", "It must have the format %1."))
        .arg(QString::fromStdString(format));
}

QString typeSentence(const json::Value &types)
{
    QStringList names;
    if (types.isString())
        names << QString::fromStdString(types.asString());
    for (const json::Value &type : types.asArray())
        names << QString::fromStdString(type.asString());
    return words(QT_TRANSLATE_NOOP("FieldWords", "It must be of type %1."))
        .arg(names.join(words(QT_TRANSLATE_NOOP("FieldWords", " or "))));
}

QString syntaxSentence(const InputProblem &problem, const InputField *field)
{
    if (field != nullptr && field->kind == FieldKind::Integer)
        return words(QT_TRANSLATE_NOOP("FieldWords", "Write a whole number, as 8."));
    if (field != nullptr && field->kind == FieldKind::Number)
        return words(QT_TRANSLATE_NOOP("FieldWords", "Write a number with a decimal point, as 1.5."));
    if (problem.fact.asString().empty())
        return words(QT_TRANSLATE_NOOP("FieldWords", "Write a JSON object, as {\"name\": \"value\"}."));
    return words(QT_TRANSLATE_NOOP("FieldWords", "This is not JSON yet: %1."))
        .arg(QString::fromStdString(problem.fact.asString()));
}

QString limitSentence(const InputProblem &problem)
{
    const json::Value &fact = problem.fact;
    switch (problem.rule) {
    case Rule::Minimum:
        return words(QT_TRANSLATE_NOOP("FieldWords", "It must be at least %1.")).arg(shortValue(fact));
    case Rule::Above:
        return words(QT_TRANSLATE_NOOP("FieldWords", "It must be more than %1.")).arg(shortValue(fact));
    case Rule::Maximum:
        return words(QT_TRANSLATE_NOOP("FieldWords", "It must be at most %1.")).arg(shortValue(fact));
    case Rule::Below:
        return words(QT_TRANSLATE_NOOP("FieldWords", "It must be less than %1.")).arg(shortValue(fact));
    case Rule::MultipleOf:
        return words(QT_TRANSLATE_NOOP("FieldWords", "It must be a multiple of %1.")).arg(shortValue(fact));
    case Rule::MinLength:
        return fact.asInteger() == 1
                   ? words(QT_TRANSLATE_NOOP("FieldWords", "It must not be empty."))
                   : counted(QT_TRANSLATE_N_NOOP("FieldWords", "It needs at least %n character(s)."), fact);
    case Rule::MaxLength:
        return counted(QT_TRANSLATE_N_NOOP("FieldWords", "It may have at most %n character(s)."), fact);
    case Rule::MinItems:
        return counted(QT_TRANSLATE_N_NOOP("FieldWords", "It needs at least %n item(s)."), fact);
    case Rule::MaxItems:
        return counted(QT_TRANSLATE_N_NOOP("FieldWords", "It may have at most %n item(s)."), fact);
    default:
        return {};
    }
}

QString ruleSentence(const InputProblem &problem, const InputField *field)
{
    const json::Value &fact = problem.fact;
    switch (problem.rule) {
    case Rule::Required:
        return words(QT_TRANSLATE_NOOP("FieldWords", "This field is required."));
    case Rule::Type:
        return typeSentence(fact);
    case Rule::Choice:
        return words(QT_TRANSLATE_NOOP("FieldWords", "It must be one of %1.")).arg(shortValue(fact));
    case Rule::Unique:
        return words(QT_TRANSLATE_NOOP("FieldWords", "No item may stand twice."));
    case Rule::Pattern:
        return words(QT_TRANSLATE_NOOP("FieldWords", "It must match the pattern %1."))
            .arg(QString::fromStdString(fact.asString()));
    case Rule::Format:
        return formatSentence(fact.asString());
    case Rule::UnknownKey:
        return words(QT_TRANSLATE_NOOP("FieldWords", "The flow does not know this key."));
    case Rule::KnownKey:
        return words(QT_TRANSLATE_NOOP("FieldWords", "%1 has a field of its own: use that."))
            .arg(QString::fromStdString(fact.asString()));
    case Rule::Syntax:
        return syntaxSentence(problem, field);
    case Rule::Engine:
        return words(QT_TRANSLATE_NOOP("FieldWords", "The engine says: %1."))
            .arg(QString::fromStdString(fact.asString()));
    default:
        return limitSentence(problem);
    }
}

} // namespace

QString fieldKindLine(const InputField &field)
{
    QStringList parts{typeWords(field)};
    if (!field.format.empty())
        parts << QString::fromStdString(field.format);
    for (const QString &part : {rangeWords(field.rules), lengthWords(field.rules)})
        if (!part.isEmpty())
            parts << part;
    if (field.fallback)
        parts << words(QT_TRANSLATE_NOOP("FieldWords", "default %1")).arg(shortValue(*field.fallback));
    return parts.join(", ");
}

QString problemSentence(const InputProblem &problem, const InputField *field)
{
    const QString sentence = ruleSentence(problem, field);
    // Of something inside of the field: say where.
    const std::string inner =
        problem.pointer.size() > problem.field.size() + 1 && !problem.pointer.empty()
            ? problem.pointer.substr(problem.field.empty() ? 1 : problem.field.size() + 2)
            : std::string();
    if (inner.empty())
        return sentence;
    return words(QT_TRANSLATE_NOOP("FieldWords", "%1: %2")).arg(QString::fromStdString(inner), sentence);
}

QString shortValue(const json::Value &value)
{
    if (value.isString())
        return cut(QString::fromStdString(value.asString()));
    QStringList items;
    for (const json::Value &item : value.asArray())
        items << shortValue(item);
    return cut(value.isArray() ? items.join(", ") : QString::fromStdString(json::write(value)));
}

QString inputSummary(const json::Value &input)
{
    constexpr qsizetype kMost = 3;
    QStringList parts;
    for (const auto &[name, member] : input.asObject())
        if (parts.size() < kMost && !member.isNull() && !member.isObject())
            parts << QString::fromStdString(name) + '=' + shortValue(member);
    return cut(parts.join(", "));
}

} // namespace batuta::views
