// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace batuta::views {

/// What a person has chosen for all workspaces; kept in an ini file. Lives on the window's thread.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    /// `file`: path of the ini file; its folder is made when something is written.
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    QString theme() const;    ///< system, light or dark
    QString language() const; ///< en or pt_BR; without a choice that of the system
    qreal textScale() const;  ///< 0.9, 1, 1.15 or 1.3
    int rowHeight() const;    ///< 26 or 32
    bool reducedMotion() const;
    bool patterns() const;
    bool utc() const; ///< times are shown in UTC instead of local time

    void setTheme(const QString &theme);
    void setLanguage(const QString &language);
    void setTextScale(qreal scale);
    void setRowHeight(int height);
    void setReducedMotion(bool reduced);
    void setPatterns(bool shown);
    void setUtc(bool utc);

    /// Anything else that is kept for the person: window geometry, the last workspace.
    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);

signals:
    void changed();

private:
    void choose(const QString &key, const QVariant &value);

    QSettings m_settings;
};

} // namespace batuta::views
