// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_files.h"
#include "views/models/engine_control.h"
#include "views/widgets/page.h"

#include <functional>
#include <memory>

namespace batuta::views {

class EditorDesk;
class EditorHeader;
class NewFlowDialog;
class StatePane;
class SurroundingsLoader;
class VersionsDesk;
class YamlPane;

/// The flow editor (ui.md §5.2): one flow of the workspace, as graph, as YAML, or both. Address:
/// `batuta://flow/NAME?step=ID`. What is changed is a draft until it is published; going to another flow
/// keeps the draft. Needs the files of the workspace: with an engine elsewhere it says so.
class EditorPage final : public Page
{
    Q_OBJECT

public:
    EditorPage(Context context, EngineControl &control, QWidget *parent = nullptr);
    ~EditorPage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

    /// Null while nothing is open.
    EditorDesk *desk() const { return m_desk.get(); }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// What a command does, and why it cannot; without the latter it needs an open flow.
    struct Act
    {
        std::function<void()> run;
        std::function<QString()> whyNot;
    };
    void build();
    void addCommands();
    void addPaneCommands();
    void addYamlCommands();
    void addVersionCommands();
    void addExportCommands();
    void add(const char *id, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys,
             Act act);
    void retranslate();
    void close();
    void openFlow(const QString &name);
    void opened();
    void connectDesk();
    void showFacts();
    void showWhyNothing();
    QString fileOf(const QString &name) const;
    QString whyNoDesk() const;
    QString whyReadOnly() const;
    QString whyNotNew() const;
    QString undoWord(bool isUndo) const;
    QString whyNotPublish() const;
    QString publishWord() const;
    int nextVersion() const;
    QString versionWord() const;
    QString savedWord() const;
    void newFlow();
    void importInto(NewFlowDialog *dialog);
    void exportPicture(const QString &kind);
    void openMore();

    Context m_context;
    EngineControl &m_control;
    EditorHeader *m_header;
    QWidget *m_place; ///< where the desk stands
    StatePane *m_pane;
    std::unique_ptr<FlowFiles> m_files;
    std::unique_ptr<SurroundingsLoader> m_surroundings;
    std::unique_ptr<VersionsDesk> m_versions;
    std::unique_ptr<EditorDesk> m_desk;
    QString m_flow;
    QString m_step; ///< to be selected once it is open
    QString m_mode;
    QList<QAction *> m_yamlActions; ///< their keys act in the YAML only
};

} // namespace batuta::views
