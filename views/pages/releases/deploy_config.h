// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/releases/deploy_pane.h"

#include <map>

class QGridLayout;
class QLineEdit;

namespace batuta::views {

class Button;

/// Step 2: memory, CPU, times, instances and port, with what each may be, what it is now, and what Cloud Run
/// would refuse.
class DeployConfig final : public DeployPane
{
    Q_OBJECT

public:
    DeployConfig(DeployPlan &plan, QWidget *parent);
    void present() override;
    QLineEdit &field(const std::string &name) { return *m_fields.at(name).editor; }
    Button &guideButton() { return *m_guide; }

private:
    struct Field
    {
        QLineEdit *editor;
        Label *note; ///< what it may be; what is wrong with it
        Label *now;
    };
    void addField(QGridLayout &grid, const std::string &name);
    QString problemOf(const std::string &name) const;

    std::map<std::string, Field> m_fields;
    Button *m_guide;
};

} // namespace batuta::views
