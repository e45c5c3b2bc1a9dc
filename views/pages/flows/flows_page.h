// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/replies.h"
#include "views/widgets/page.h"

class QSplitter;

namespace batuta::views {

class FlowCanvas;
class FlowHeader;
class FlowInspector;
class FlowList;
class FlowView;
class StatePane;

/// The flows of the workspace: a list by system, the graph of one, and what its file says of it. Address:
/// `batuta://flows/NAME?step=ID`; without a name the last one, or the first. Remembers the panes, and zoom,
/// place and selection of each flow, in the workspace's view state. Editing leads to the flow editor.
class FlowsPage final : public Page
{
    Q_OBJECT

public:
    explicit FlowsPage(Context context, QWidget *parent = nullptr);
    ~FlowsPage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addCommands();
    void addCanvasCommands();
    void addEditorCommands();
    void build();
    void connectParts();
    void retranslate();
    void follow();
    void choose(const QString &flow);
    void showFlow(const client::FlowSummary &flow);
    void showProblem(const QString &sentence, const QString &place, const QString &advice);
    void showInspector();
    void showNothing();
    void remember();
    void restorePanes();
    void rememberPanes();
    void toggleInspector();
    void readDrafts();
    void openDrafts();
    QString whyNotRun() const;
    QString whyNoFlow() const;
    QString flowKey() const;
    bool isShown() const;

    Context m_context;
    FlowHeader *m_header = nullptr;
    FlowList *m_list;
    FlowCanvas *m_canvas;
    StatePane *m_pane;
    FlowInspector *m_inspector;
    QSplitter *m_split;
    QString m_flow;             ///< that is shown, or wanted as soon as the engine tells it
    QString m_step;             ///< to be selected once the graph is there
    QString m_version;          ///< of the flow that is shown; empty while none is
    bool m_isStepAsked = false; ///< by an address: it is scrolled to
    bool m_hasOpened = false;
    QStringList m_drafts; ///< flows that were begun and never published
    Replies m_replies;
};

} // namespace batuta::views
