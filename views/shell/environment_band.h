// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QWidget>

namespace batuta::views {

/// The strip on top of the window that says where one is: 2 px, in production 4 px and hatched.
class EnvironmentBand final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentBand(QWidget *parent = nullptr);
    void setEnvironment(EnvironmentKind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EnvironmentKind m_kind = EnvironmentKind::Dev;
};

} // namespace batuta::views
