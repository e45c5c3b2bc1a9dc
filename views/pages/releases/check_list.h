// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/rollback_plan.h"

#include <QWidget>

namespace batuta::views {

/// What was checked before traffic moves: a picture, what, and what was found; one line each.
class CheckList final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);
    void setChecks(const std::vector<ReleaseCheck> &checks, const QString &target);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<ReleaseCheck> m_checks;
    QString m_target;
};

QString checkTitle(const ReleaseCheck &check, const QString &target);
QString checkFinding(const ReleaseCheck &check);

} // namespace batuta::views
