// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/input_memory.h"

#include "engine/json/json.h"

#include <QJsonArray>
#include <QJsonObject>

namespace batuta::views {
namespace {

// Inputs are kept as text: QJsonValue would round large integers and sort the members.

std::optional<json::Value> parsed(const QJsonValue &text)
{
    Result<json::Value> value = json::parse(text.toString().toStdString());
    if (!value || !value->isObject())
        return {};
    return std::move(*value);
}

std::int64_t millis(WallTime at)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

PastInput pastOf(const QJsonObject &row, json::Value input)
{
    const auto at = WallTime(std::chrono::milliseconds(row.value("at").toInteger()));
    return {std::move(input), at, row.value("execution").toString()};
}

} // namespace

InputMemory::InputMemory(ViewState &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
}

void InputMemory::setFlow(const QString &flow, SecretRules secrets)
{
    m_flow = flow;
    m_secrets = std::move(secrets);
    emit changed();
}

QString InputMemory::key(const char *part) const
{
    return QStringLiteral("run/%1/%2").arg(m_flow, QLatin1String(part));
}

std::optional<QString> InputMemory::textOf(const json::Value &input) const
{
    const std::string text = json::write(m_secrets.without(input));
    if (m_flow.isEmpty() || text.size() > kLargest)
        return {};
    return QString::fromStdString(text);
}

void InputMemory::keep(const QString &key, const QJsonValue &value)
{
    m_state.setValue(key, value);
    emit changed();
}

std::vector<PastInput> InputMemory::recent() const
{
    std::vector<PastInput> list;
    for (const QJsonValue &row : m_state.value(key("recent")).toArray())
        if (auto input = parsed(row.toObject().value("input")); input && list.size() < kMostRecent)
            list.push_back(pastOf(row.toObject(), std::move(*input)));
    return list;
}

void InputMemory::remember(const json::Value &input, const QString &execution, WallTime at)
{
    keepLastValues(input);
    const std::optional<QString> text = textOf(input);
    if (!text)
        return;
    QJsonArray rows{
        QJsonObject{{"input", *text}, {"at", static_cast<qint64>(millis(at))}, {"execution", execution}}};
    const json::Value kept = m_secrets.without(input);
    for (const QJsonValue &row : m_state.value(key("recent")).toArray()) {
        const auto old = parsed(row.toObject().value("input"));
        if (old && !(*old == kept) && rows.size() < static_cast<qsizetype>(kMostRecent))
            rows.append(row);
    }
    keep(key("recent"), rows);
}

std::optional<PastInput> InputMemory::sameAs(const json::Value &input) const
{
    if (m_state.value(key("recent")).toArray().isEmpty())
        return {};
    const json::Value wanted = m_secrets.without(input);
    const qsizetype length = QString::fromStdString(json::write(wanted)).size();
    for (const QJsonValue &row : m_state.value(key("recent")).toArray()) {
        const QJsonValue text = row.toObject().value("input");
        if (text.toString().size() != length) // the same members are written with the same length
            continue;
        if (auto old = parsed(text); old && *old == wanted)
            return pastOf(row.toObject(), std::move(*old));
    }
    return {};
}

QStringList InputMemory::presets() const
{
    QStringList names = m_state.value(key("presets")).toObject().keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::optional<json::Value> InputMemory::preset(const QString &name) const
{
    return parsed(m_state.value(key("presets")).toObject().value(name));
}

bool InputMemory::savePreset(const QString &name, const json::Value &input)
{
    QJsonObject all = m_state.value(key("presets")).toObject();
    const std::optional<QString> text = textOf(input);
    const bool isFull = static_cast<std::size_t>(all.size()) >= kMostPresets && !all.contains(name);
    if (name.trimmed().isEmpty() || !text || isFull)
        return false;
    all.insert(name.trimmed(), *text);
    keep(key("presets"), all);
    return true;
}

bool InputMemory::renamePreset(const QString &from, const QString &to)
{
    QJsonObject all = m_state.value(key("presets")).toObject();
    if (!all.contains(from) || to.trimmed().isEmpty() || all.contains(to.trimmed()))
        return false;
    all.insert(to.trimmed(), all.take(from));
    keep(key("presets"), all);
    return true;
}

void InputMemory::removePreset(const QString &name)
{
    QJsonObject all = m_state.value(key("presets")).toObject();
    all.remove(name);
    keep(key("presets"), all);
}

std::optional<json::Value> InputMemory::lastValues() const
{
    return parsed(m_state.value(key("last")));
}

void InputMemory::keepLastValues(const json::Value &input)
{
    const std::optional<QString> text = textOf(input);
    m_state.setValue(key("last"), text ? QJsonValue(*text) : QJsonValue());
}

} // namespace batuta::views
