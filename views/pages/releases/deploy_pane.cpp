// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_pane.h"

namespace batuta::views {

DeployPane::DeployPane(DeployPlan &plan, const QString &title, const QString &detail, QWidget *parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(20, 16, 20, 16);
    m_rows->setSpacing(6);
    auto *below = new Label(detail, TextStyle::Body, Ink::Secondary, this);
    below->setWordWrap(true);
    m_rows->addWidget(new Label(title, TextStyle::Title, Ink::Primary, this));
    m_rows->addWidget(below);
    m_rows->addSpacing(6);
}

void DeployPane::addTitle(const QString &title)
{
    m_rows->addSpacing(8);
    m_rows->addWidget(new Label(title, TextStyle::Strong, Ink::Primary, this));
}

} // namespace batuta::views
