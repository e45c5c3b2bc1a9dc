// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/environments_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace batuta::views {

class Button;
class DiffView;
class Label;
class Notice;

/// A panel for an Overlay: what the pending edits make of every file, secrets masked, and the button that
/// writes them. For production its name must be typed, and Enter never applies.
class ReviewDialog final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewDialog(EnvironmentsModel &model, QWidget *parent = nullptr);

    /// Why it cannot be applied now, or "".
    QString whyNot() const;
    QLineEdit &typedName() { return *m_name; }
    QLineEdit &reason() { return *m_reason; }
    Button &applyButton() { return *m_apply; }
    DiffView &diff() { return *m_diff; }

signals:
    void closeRequested();

private:
    void build();
    void refresh();
    void presentFile();
    void apply();
    QString productionName() const; ///< "" when it is not changed

    EnvironmentsModel &m_model;
    Label *m_title, *m_state, *m_why, *m_nameLabel;
    QComboBox *m_files;
    DiffView *m_diff;
    Notice *m_notice;
    QLineEdit *m_reason, *m_name;
    Button *m_apply, *m_cancel;
};

} // namespace batuta::views
