// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/preferences.h"

#include <QLocale>

namespace batuta::views {

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{
}

QString Preferences::theme() const
{
    const QString theme = m_settings.value("look/theme").toString();
    return theme == "light" || theme == "dark" ? theme : "system";
}

QString Preferences::language() const
{
    const QString language = m_settings.value("look/language").toString();
    if (language == "en" || language == "pt_BR")
        return language;
    return QLocale().language() == QLocale::Portuguese ? "pt_BR" : "en";
}

qreal Preferences::textScale() const
{
    const qreal scale = m_settings.value("look/text_scale", 1.0).toDouble();
    return scale >= 0.9 && scale <= 1.3 ? scale : 1.0;
}

int Preferences::rowHeight() const
{
    return m_settings.value("look/row_height", 26).toInt() == 32 ? 32 : 26;
}

bool Preferences::reducedMotion() const
{
    return m_settings.value("look/reduced_motion", false).toBool();
}

bool Preferences::patterns() const
{
    return m_settings.value("look/patterns", true).toBool();
}

bool Preferences::utc() const
{
    return m_settings.value("look/utc", false).toBool();
}

void Preferences::setTheme(const QString &theme)
{
    choose("look/theme", theme);
}

void Preferences::setLanguage(const QString &language)
{
    choose("look/language", language);
}

void Preferences::setTextScale(qreal scale)
{
    choose("look/text_scale", scale);
}

void Preferences::setRowHeight(int height)
{
    choose("look/row_height", height);
}

void Preferences::setReducedMotion(bool reduced)
{
    choose("look/reduced_motion", reduced);
}

void Preferences::setPatterns(bool shown)
{
    choose("look/patterns", shown);
}

void Preferences::setUtc(bool utc)
{
    choose("look/utc", utc);
}

QVariant Preferences::value(const QString &key, const QVariant &fallback) const
{
    return m_settings.value(key, fallback);
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
}

void Preferences::choose(const QString &key, const QVariant &value)
{
    if (m_settings.value(key) == value)
        return;
    m_settings.setValue(key, value);
    emit changed();
}

} // namespace batuta::views
