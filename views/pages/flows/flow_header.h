// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <QWidget>

class QAction;

namespace batuta::views {

class Bar;
class Button;
class Chip;
class Label;

/// The header of the page: where one is, which version, which file, and what can be done with the flow.
class FlowHeader final : public QWidget
{
    Q_OBJECT

public:
    /// Commands that become its buttons; they must outlive it.
    struct Commands
    {
        QAction *create, *routes, *drafts, *edit, *runs, *inspector, *run;
    };
    explicit FlowHeader(Commands commands, QWidget *parent = nullptr);

    /// `file` as it is to be shown.
    void present(const client::FlowSummary &flow, const QString &file);
    void clear();
    /// How many flows were begun and never published.
    void setDrafts(int count);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();

    Bar *m_bar;
    Label *m_view, *m_first, *m_system, *m_second, *m_name;
    Chip *m_version;
    Label *m_file;
    Button *m_create, *m_routes, *m_drafts, *m_edit, *m_runs, *m_inspector, *m_run;
    std::string m_systemName;
};

} // namespace batuta::views
