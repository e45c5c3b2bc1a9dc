// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/releases/deploy_pane.h"

class QCheckBox;
class QLineEdit;

namespace batuta::views {

class Button;
class CodeView;
class FindingList;
class Notice;

/// Step 5: the engine's look at the draft, without changing anything.
class DeployPreflight final : public DeployPane
{
    Q_OBJECT

public:
    DeployPreflight(DeployPlan &plan, QWidget *parent);
    void present() override;
    FindingList &findings() { return *m_findings; }

private:
    FindingList *m_findings;
    Notice *m_problem;
    Label *m_state;
};

/// Step 6: what will happen, why it is done, and in production the name of the service.
class DeployReview final : public DeployPane
{
    Q_OBJECT

public:
    DeployReview(DeployPlan &plan, QWidget *parent);
    void present() override;
    /// Why it cannot be deployed now, or "".
    QString whyNot() const;
    void setGuarded(bool isGuarded);
    void setRefused(const QString &strong, const QString &text);
    QLineEdit &reason() { return *m_reason; }
    QLineEdit &typedName() { return *m_name; }
    QCheckBox &backup() { return *m_backup; }
    CodeView &command() { return *m_command; }

signals:
    void edited();

private:
    QLineEdit *addField(Label *&label, const QString &title);

    bool m_isGuarded = false;
    Label *m_what, *m_reasonLabel, *m_nameLabel;
    QLineEdit *m_reason, *m_name;
    QCheckBox *m_backup;
    CodeView *m_command;
    Notice *m_refused;
};

} // namespace batuta::views
