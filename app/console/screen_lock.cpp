// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/screen_lock.h"

#include <QDBusConnection>
#include <QTimer>

namespace batuta::console {

/// The first frame does not wait for a bus.
ScreenLock::ScreenLock(QObject *parent)
    : QObject(parent)
{
    QTimer::singleShot(0, this, &ScreenLock::listen);
}

void ScreenLock::listen()
{
    QDBusConnection session = QDBusConnection::sessionBus();
    for (const char *saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                              "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"})
        if (session.isConnected())
            session.connect({}, {}, QString::fromLatin1(saver), "ActiveChanged", this,
                            SLOT(screenSaverChanged(bool)));
    QDBusConnection system = QDBusConnection::systemBus();
    if (system.isConnected())
        system.connect("org.freedesktop.login1", {}, "org.freedesktop.login1.Session", "Lock", this,
                       SIGNAL(locked()));
}

void ScreenLock::screenSaverChanged(bool isActive)
{
    if (isActive)
        emit locked();
}

} // namespace batuta::console
