// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/environments_model.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace batuta::views {

class Button;
class CodeView;
class Label;
class Segmented;

/// A panel for an Overlay: writes one environment as .env, as YAML for Cloud Run or as the variables of a
/// service.yaml, into a new file that only its owner may read. Secrets are left out, unless that is asked for
/// twice.
class ExportDialog final : public QWidget
{
    Q_OBJECT

public:
    explicit ExportDialog(EnvironmentsModel &model, QWidget *parent = nullptr);

    Segmented &format() { return *m_format; }
    QLineEdit &path() { return *m_path; }
    QCheckBox &withSecrets() { return *m_secrets; }
    QCheckBox &really() { return *m_really; }
    Button &writeButton() { return *m_write; }
    /// Why it cannot be written now, or "".
    QString whyNot() const;

signals:
    void told(const QString &text);
    void closeRequested();

private:
    void build();
    void choose();
    void refresh();
    void write();
    /// What would be written, and how many secrets were left out.
    Result<std::string> textOf(bool withSecrets, int *leftOut) const;
    std::vector<std::pair<std::string, std::string>> variables(bool withSecrets, int *leftOut) const;
    std::string preview(const std::string &text) const;

    EnvironmentsModel &m_model;
    QComboBox *m_environment;
    Segmented *m_format;
    QCheckBox *m_secrets, *m_really;
    CodeView *m_preview;
    QLineEdit *m_path;
    Label *m_state;
    Button *m_write;
};

} // namespace batuta::views
