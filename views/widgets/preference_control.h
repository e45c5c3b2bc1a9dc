// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/preferences.h"

#include <QWidget>

class QCheckBox;

namespace batuta::views {

class Segmented;

/// The control of one preference: shows what holds, and sets what a person chooses, at once. Welcome and
/// settings use the same.
class PreferenceControl final : public QWidget
{
    Q_OBJECT

public:
    enum class Which { Theme, Language, TextScale, RowHeight, ReducedMotion, Patterns, Utc };

    PreferenceControl(Which which, Preferences &preferences, QWidget *parent = nullptr);

    static QString title(Which which);
    static QString explanation(Which which);
    static void reset(Which which, Preferences &preferences);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void choose(const QString &value);
    QString value() const;

    Which m_which;
    Preferences &m_preferences;
    Segmented *m_segments = nullptr;
    QCheckBox *m_check = nullptr;
};

} // namespace batuta::views
