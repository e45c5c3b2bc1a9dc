// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/look.h"

#include "views/models/preferences.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <string_view>

namespace batuta::views {

QString Translator::translate(const char *context, const char *text, const char *note, int n) const
{
    const QString whole = QTranslator::translate(context, text, note, n);
    const std::string_view name(context);
    const std::size_t colons = name.rfind("::");
    if (!whole.isEmpty() || colons == std::string_view::npos)
        return whole;
    return QTranslator::translate(context + colons + 2, text, note, n);
}

Look::Look(const Preferences &preferences, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_theme(theme)
{
    connect(&preferences, &Preferences::changed, this, &Look::apply);
    apply();
}

Look::~Look()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Look::apply()
{
    const QString theme = m_preferences.theme();
    m_theme.setMode(theme == "light"  ? ThemeMode::Light
                    : theme == "dark" ? ThemeMode::Dark
                                      : ThemeMode::System);
    m_theme.setTextScale(m_preferences.textScale());
    m_theme.setRowHeight(m_preferences.rowHeight());
    m_theme.setReducedMotion(m_preferences.reducedMotion());
    m_theme.setPatterns(m_preferences.patterns());
    speak(m_preferences.language());
}

void Look::speak(const QString &language)
{
    if (language == m_current)
        return;
    m_current = language;
    const bool portuguese = language == "pt_BR";
    // English numbers and dates as they are written in the field: 1,234.5 and 21 Nov.
    QLocale::setDefault(portuguese ? QLocale(QLocale::Portuguese, QLocale::Brazil)
                                   : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_qt);
    if (portuguese && m_qt.load("qtbase_pt_BR", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_ours);
    if (m_ours.load(":/i18n/batuta_" + language + ".qm"))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace batuta::views
