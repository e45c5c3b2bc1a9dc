// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/desktop_alerts.h"

#include <QApplication>
#include <QLocale>

#include <cmath>

namespace batuta::console {

DesktopAlerts::DesktopAlerts(views::EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_watch(engine)
{
    connect(&m_watch, &views::AlertWatch::raised, this,
            [this](const series::Alert &alert) { tell(alert, true); });
    connect(&m_watch, &views::AlertWatch::resolved, this,
            [this](const series::Alert &alert) { tell(alert, false); });
    connect(&m_sign, &QSystemTrayIcon::messageClicked, this, &DesktopAlerts::opened);
    connect(&m_sign, &QSystemTrayIcon::activated, this, &DesktopAlerts::opened);
}

void DesktopAlerts::tell(const series::Alert &alert, bool isFiring)
{
    m_firing = std::max(0, m_firing + (isFiring ? 1 : -1));
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    const QString name =
        QString::fromStdString(alert.rule.title.empty() ? alert.rule.name : alert.rule.title);
    const QString value =
        std::isnan(alert.value) ? QStringLiteral("–") : QLocale().toString(alert.value, 'g', 5);
    m_sign.setIcon(QApplication::windowIcon());
    m_sign.setToolTip(tr("Batuta: %n alert(s) firing", nullptr, m_firing));
    m_sign.show();
    m_sign.showMessage(
        isFiring ? tr("Alert: %1").arg(name) : tr("Resolved: %1").arg(name),
        tr("It stands at %1, the limit is %2.").arg(value, QLocale().toString(alert.rule.limit, 'g', 5)),
        isFiring && alert.rule.severity != "info" ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    if (m_firing == 0)
        QTimer::singleShot(15'000, this, [this] { // the message is of the sign: it must outlive it
            if (m_firing == 0)
                m_sign.hide();
        });
}

} // namespace batuta::console
