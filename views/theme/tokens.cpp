// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace batuta::views {
namespace {

const QJsonObject &document()
{
    static const QJsonObject object = [] {
        QFile file(":/theme/tokens.json");
        if (!file.open(QIODevice::ReadOnly))
            qFatal("tokens.json is not in the program");
        return QJsonDocument::fromJson(file.readAll()).object();
    }();
    return object;
}

QColor colour(const QJsonValue &value)
{
    const QColor read(value.toString());
    if (!read.isValid())
        qFatal("tokens.json: %s is no colour", qPrintable(value.toString()));
    return read;
}

Role roleOf(const QJsonValue &value)
{
    const QJsonObject role = value.toObject();
    return {colour(role["fg"]), colour(role["solid"]), colour(role["onSolid"]), colour(role["soft"]),
            colour(role["softBorder"])};
}

template <std::size_t N> void readColours(std::array<QColor, N> &into, const QJsonValue &value)
{
    for (std::size_t i = 0; i < N; ++i)
        into[i] = colour(value.toArray().at(static_cast<qsizetype>(i)));
}

Colors::Code codeOf(const QJsonObject &code)
{
    return {colour(code["key"]),      colour(code["string"]),  colour(code["number"]),
            colour(code["keyword"]),  colour(code["comment"]), colour(code["punct"]),
            colour(code["variable"]), colour(code["addBg"]),   colour(code["delBg"])};
}

Colors colorsOf(const QJsonObject &theme)
{
    Colors colors;
    const QJsonObject bg = theme["bg"].toObject(), border = theme["border"].toObject(),
                      text = theme["text"].toObject(), status = theme["status"].toObject(),
                      environment = theme["environment"].toObject();
    colors.canvas = colour(bg["canvas"]);
    colors.panel = colour(bg["panel"]);
    colors.raised = colour(bg["raised"]);
    colors.active = colour(bg["active"]);
    colors.borderSubtle = colour(border["subtle"]);
    colors.borderStrong = colour(border["strong"]);
    colors.borderControl = colour(border["control"]);
    colors.textPrimary = colour(text["primary"]);
    colors.textSecondary = colour(text["secondary"]);
    colors.textTertiary = colour(text["tertiary"]);
    colors.textDisabled = colour(text["disabled"]);
    colors.textInverse = colour(text["inverse"]);
    colors.accent = roleOf(theme["accent"]);
    colors.selection = colour(theme["selection"]);
    colors.focus = colour(theme["focus"]);
    colors.critical = colour(theme["critical"]);
    colors.scrim = colour(theme["scrim"]);
    constexpr const char *states[] = {"queued",  "running",   "success", "failed",
                                      "skipped", "cancelled", "waiting"};
    for (std::size_t i = 0; i < kStatusCount; ++i)
        colors.status[i] = roleOf(status[QLatin1String(states[i])]);
    constexpr const char *kinds[] = {"dev", "staging", "production"};
    for (std::size_t i = 0; i < 3; ++i)
        colors.environment[i] = roleOf(environment[QLatin1String(kinds[i])]);
    readColours(colors.series, theme["series"]);
    readColours(colors.heat, theme["heat"]);
    colors.code = codeOf(theme["code"].toObject());
    return colors;
}

} // namespace

Tokens readTokens()
{
    Tokens tokens;
    const QJsonObject color = document()["color"].toObject();
    tokens.light = colorsOf(color["light"].toObject());
    tokens.dark = colorsOf(color["dark"].toObject());
    const QJsonObject scale = document()["type"].toObject()["scale"].toObject();
    constexpr const char *names[] = {"micro", "caption", "small",   "body", "text",      "strong",
                                     "title", "metric",  "display", "mono", "monoSmall", "code"};
    for (std::size_t i = 0; i < kTextStyleCount; ++i) {
        const QJsonObject style = scale[QLatin1String(names[i])].toObject();
        tokens.text[i] = {style["size"].toDouble(), style["line"].toInt(), style["weight"].toInt(),
                          style["family"].toString() == "mono"};
    }
    return tokens;
}

QString iconMarkup(const QString &name)
{
    if (name.startsWith("status."))
        return document()["status"].toObject()[name.mid(7)].toObject()["glyph"].toString();
    return document()["icons"].toObject()["paths"].toObject()[name].toString();
}

} // namespace batuta::views
