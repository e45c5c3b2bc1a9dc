// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/deploy_plan.h"
#include "views/widgets/label.h"

#include <QVBoxLayout>
#include <QWidget>

namespace batuta::views {

/// One step of the deploy wizard: what it shows follows the plan, what is changed there goes to the plan.
class DeployPane : public QWidget
{
    Q_OBJECT

public:
    DeployPane(DeployPlan &plan, const QString &title, const QString &detail, QWidget *parent);
    virtual void present() = 0;

protected:
    /// A title above a part of the pane.
    void addTitle(const QString &title);
    QVBoxLayout &rows() { return *m_rows; }
    const DeployDraft &draft() const { return m_plan.draft(); }

    DeployPlan &m_plan;

private:
    QVBoxLayout *m_rows;
};

} // namespace batuta::views
