// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/input/input_form.h"
#include "views/models/input/input_memory.h"

#include <QWidget>

class QLineEdit;
class QMenu;

namespace batuta::views {

class Button;

/// The left end of the footer: a menu of presets and recent inputs, and the line in which a preset gets its
/// name.
class PresetBar final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    PresetBar(InputForm &form, InputMemory &memory, QWidget *parent);

    /// Asks for the name of a new preset.
    void askName();
    /// The next older (1) or newer (-1) recent input; before the newest stands what was typed.
    void step(int direction);
    /// Ends naming; false when nothing was being named.
    bool cancelNaming();

signals:
    void told(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void open();
    void addPresets(QMenu *menu);
    void addRecent(QMenu *menu);
    void use(const QString &preset);
    void name(const QString &renamed);
    void endNaming();

    InputForm &m_form;
    InputMemory &m_memory;
    Button *m_menu;
    QLineEdit *m_name;
    Button *m_save;
    QString m_preset;  ///< that the form was filled from
    QString m_renamed; ///< that gets another name
    int m_recent = -1; ///< the recent input that is shown
    json::Value m_typed;
    bool m_isStepping = false;
};

/// `4 min ago`
QString agoWord(WallTime at);

} // namespace batuta::views
