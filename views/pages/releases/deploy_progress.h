// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/deploy_run.h"
#include "views/widgets/pane.h"

namespace batuta::views {

class Button;
class CodeView;
class FindingList;
class Label;
class Notice;

/// How far a deployment is: its phases, what Cloud Run says of the new revision, what that logs; and at the
/// end what became of it and where the traffic is. Leaving it stops nothing.
class DeployProgress final : public Surface
{
    Q_OBJECT

public:
    explicit DeployProgress(QWidget *parent);
    /// Follows another deployment; null none.
    void follow(DeployRun *run, bool utc);
    FindingList &phases() { return *m_phases; }
    FindingList &conditions() { return *m_conditions; }
    CodeView &log() { return *m_log; }
    QString verdict() const;

private:
    void present();
    void presentEnd();

    DeployRun *m_run = nullptr;
    bool m_utc = false;
    Label *m_title, *m_detail, *m_conditionsTitle, *m_logTitle;
    Notice *m_end;
    FindingList *m_phases, *m_conditions;
    CodeView *m_log;
};

} // namespace batuta::views
