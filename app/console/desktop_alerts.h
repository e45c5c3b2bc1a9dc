// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/metrics/alert_watch.h"

#include <QSystemTrayIcon>

namespace batuta::console {

/// Tells the desktop of alerts. A sign in its tray is there only as long as something fires: desktops show
/// messages of such a sign only. Where there is no tray, nothing is told here, and the page of metrics has
/// it. Lives on the window's thread.
class DesktopAlerts final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopAlerts(views::EngineLink &engine, QObject *parent = nullptr);

signals:
    void opened(); ///< a person has clicked the message or the sign

private:
    void tell(const series::Alert &alert, bool isFiring);

    views::AlertWatch m_watch;
    QSystemTrayIcon m_sign;
    int m_firing = 0;
};

} // namespace batuta::console
