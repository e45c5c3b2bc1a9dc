// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/widgets/page.h"

#include <QWidget>

namespace batuta::views {

class Button;
class Label;

/// The line at the bottom: which engine, its link, and problems at the left, time zone, language, version and
/// environment at the right. What a page tells ("Copied") stands in the middle for four seconds.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    StatusStrip(Context context, WorkspaceInfo workspace, QWidget *parent = nullptr);
    void setWorkspace(const WorkspaceInfo &workspace);
    void tell(const QString &text);

signals:
    void engineWanted();
    void problemsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Context m_context;
    WorkspaceInfo m_workspace;
    Button *m_link;
    Button *m_problems;
    Label *m_told;
    Button *m_zone;
    Button *m_language;
    Label *m_version;
    QWidget *m_segment;
    QTimer m_forget;
};

} // namespace batuta::views
