// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTranslator>

namespace batuta::views {

class Preferences;
class Theme;

/// lupdate of Qt 6.4 leaves the namespaces out of the contexts that it writes; this looks there too.
class Translator final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *text, const char *note = nullptr,
                      int n = -1) const override;
};

/// Makes the program look and speak as the preferences say, now and whenever they change: theme, sizes,
/// translations and the default locale. Every widget hears of a new language by QEvent::LanguageChange. One
/// per program, on the window's thread.
class Look final : public QObject
{
    Q_OBJECT

public:
    Look(const Preferences &preferences, Theme &theme, QObject *parent = nullptr);
    ~Look() override;

private:
    void apply();
    void speak(const QString &language);

    const Preferences &m_preferences;
    Theme &m_theme;
    QString m_current;
    Translator m_ours;
    QTranslator m_qt; ///< of Qt's own dialogs, when its translations are installed
};

} // namespace batuta::views
