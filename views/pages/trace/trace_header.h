// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_run.h"

#include <QWidget>

class QAction;
class QMenu;

namespace batuta::views {

class Button;
class Chip;
class Label;

/// Where the run belongs, its id, its state, and what can be done with it. The page gives the commands.
class TraceHeader final : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *retry, *cancel, *pause, *resume, *compare, *copyId;
        std::vector<QAction *> copies; ///< of the menu `Copy as`
        std::vector<QAction *> reruns; ///< of the menu beside `retry`
    };
    explicit TraceHeader(Actions actions, QWidget *parent = nullptr);

    /// Before anything is known of it there is only its id. `isPast`: a moment of a run that is over.
    void setRun(const QString &id, const TraceRun &run, bool isPast);
    const Label &id() const { return *m_id; }

signals:
    void runsRequested();
    void flowRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillMenus();

    Actions m_actions;
    Button *m_runs;
    Button *m_flow;
    QWidget *m_flowArrow;
    Label *m_id;
    Chip *m_status;
    Button *m_cancel;
    Button *m_pause;
    Button *m_resume;
    Button *m_copyAs;
    Button *m_retry;
    Button *m_reruns;
    QMenu *m_menu;
    QMenu *m_rerunMenu;
};

} // namespace batuta::views
