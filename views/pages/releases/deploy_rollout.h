// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/releases/deploy_pane.h"

class QLineEdit;

namespace batuta::views {

class Button;
class ChoiceCard;
class DeployGates;
class DeployStages;
class Segmented;

/// Step 4: how the traffic comes to the new revision, and what stops it.
class DeployRollout final : public DeployPane
{
    Q_OBJECT

public:
    DeployRollout(DeployPlan &plan, QWidget *parent);
    void present() override;
    ChoiceCard &card(DeployDraft::Rollout rollout) { return *m_cards[static_cast<std::size_t>(rollout)]; }
    DeployStages &stages() { return *m_stages; }
    DeployGates &gates() { return *m_gates; }
    QLineEdit &tag() { return *m_tag; }
    QLineEdit &suffix() { return *m_suffix; }
    QLineEdit &healthPath() { return *m_health; }

private:
    void buildCards();
    void buildCanary();
    void buildBreak();
    void buildNames();
    QLineEdit *nameField(QLayout &line, const QString &title, std::string DeployDraft::*member);

    std::array<ChoiceCard *, 3> m_cards{};
    QWidget *m_canary;
    DeployStages *m_stages;
    DeployGates *m_gates;
    Segmented *m_break, *m_then;
    QWidget *m_held;
    QLineEdit *m_heldMost, *m_tag, *m_suffix, *m_health;
    Label *m_problem;
};

} // namespace batuta::views
