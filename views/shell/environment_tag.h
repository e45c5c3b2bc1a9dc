// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QAbstractButton>

namespace batuta::views {

/// The environment as it stands in the bar: soft in dev and staging, solid in production, with a lock or the
/// time that is left until it locks itself. Opens the menu of environments.
class EnvironmentTag final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit EnvironmentTag(const QString &name, QWidget *parent = nullptr);
    void setName(const QString &name);
    void setUnlocked(int seconds);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tell();
    QFont textFont() const;
    bool isProduction() const { return m_kind == EnvironmentKind::Production; }
    /// The room of the lock, or of the time that is left.
    int stateWidth() const;

    EnvironmentKind m_kind = EnvironmentKind::Dev;
    QString m_name;
    QString m_left; ///< `14:32`; "" while production is locked
};

} // namespace batuta::views
