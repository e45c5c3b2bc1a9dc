// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/environments_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableWidget;

namespace batuta::views {

class Button;
class Label;

/// A panel for an Overlay: takes the keys of a .env or YAML file into an environment, as pending edits. Keys
/// that are not known here come first, and each says where it goes.
class ImportDialog final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportDialog(EnvironmentsModel &model, QWidget *parent = nullptr);

    /// Reads a file; what cannot be read is said.
    void read(const QString &path);
    QTableWidget &mapping() { return *m_mapping; }
    QComboBox &environment() { return *m_environment; }
    Button &takeButton() { return *m_take; }

signals:
    void told(const QString &text);
    void closeRequested();

private:
    void build();
    void choose();
    void present();
    void take();
    void refresh();
    QComboBox *targetOf(int row) const;

    EnvironmentsModel &m_model;
    std::vector<std::pair<std::string, std::string>> m_values; ///< unknown keys first
    QLineEdit *m_path;
    QComboBox *m_environment;
    QTableWidget *m_mapping;
    Label *m_state;
    Button *m_take;
};

} // namespace batuta::views
