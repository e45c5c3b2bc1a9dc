// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/import_actions.h"
#include "engine/flow/definition.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <string>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace batuta::views {

class Button;
class Label;
class MiniGraph;

/// Asks what a new flow begins with, how it is named and where it belongs. A panel for an Overlay,
/// 860 × 560. Writes nothing.
class NewFlowDialog final : public QWidget
{
    Q_OBJECT

public:
    /// What is there already. `isTaken` is asked for every name that is typed.
    struct Workspace
    {
        QStringList systems;
        std::function<bool(const QString &name)> isTaken;
    };

    explicit NewFlowDialog(Workspace workspace, QWidget *parent = nullptr);

    static constexpr QSize kSize{860, 560};

    /// A workflow that was read stands among the templates, and is chosen; what it has and a flow cannot have
    /// is listed. `file` is how it is called.
    void showImported(const edit::ImportedFlow &flow, const QString &file);
    void showTrouble(const QString &sentence);

signals:
    /// The text of the flow is valid, but for one without steps.
    void created(const QString &system, const QString &name, const std::string &text);
    /// A workflow of GitHub Actions is to be read instead.
    void importWanted();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QWidget *makeForm();
    void retranslate();
    void showTemplate();
    void check();
    void create();
    QString whyNot() const;
    QString templateId() const;
    std::string text() const;
    void showReport();

    Workspace m_workspace;
    Label *m_title;
    QListWidget *m_templates;
    MiniGraph *m_picture;
    Label *m_about, *m_steps;
    QListWidget *m_report; ///< of an import
    edit::ImportedFlow m_imported;
    QString m_importedFile;
    Label *m_nameCaption, *m_systemCaption, *m_titleCaption;
    QLineEdit *m_name, *m_flowTitle;
    QComboBox *m_system;
    Label *m_trouble;
    Button *m_import, *m_cancel, *m_create;
};

} // namespace batuta::views
