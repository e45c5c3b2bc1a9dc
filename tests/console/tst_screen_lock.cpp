// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/screen_lock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace batuta;

/// A session of its own, in which a screen saver speaks, and a system with a logind that is not the real one.
class TestScreenLock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aLockedScreenIsHeard();
    void logindIsHeard();
    void aStrangerIsNotHeard();

private:
    void say(const char *active) const;
    /// `Lock` of a session as logind sends it, from whoever is `connection`.
    static void lockBy(const QDBusConnection &connection);

    QProcess m_bus, m_system;
    QString m_systemAddress;
};

void TestScreenLock::initTestCase()
{
    if (QStandardPaths::findExecutable("dbus-daemon").isEmpty() ||
        QStandardPaths::findExecutable("dbus-send").isEmpty())
        QSKIP("D-Bus is not installed");
    for (QProcess *bus : {&m_bus, &m_system}) {
        bus->start("dbus-daemon", {"--session", "--nofork", "--print-address"});
        QVERIFY(bus->waitForStarted() && bus->waitForReadyRead());
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    m_systemAddress = QString::fromLatin1(m_system.readLine().trimmed());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_systemAddress.toLatin1());
}

void TestScreenLock::cleanupTestCase()
{
    for (QProcess *bus : {&m_bus, &m_system}) {
        bus->terminate();
        bus->waitForFinished();
    }
}

void TestScreenLock::say(const char *active) const
{
    QCOMPARE(QProcess::execute("dbus-send", {"--session", "--type=signal", "/org/freedesktop/ScreenSaver",
                                             "org.freedesktop.ScreenSaver.ActiveChanged",
                                             QString("boolean:%1").arg(QLatin1String(active))}),
             0);
}

void TestScreenLock::aLockedScreenIsHeard()
{
    console::ScreenLock lock;
    QSignalSpy locked(&lock, &console::ScreenLock::locked);
    QCoreApplication::processEvents(); // it listens a moment later
    say("false");
    say("true");
    QTRY_COMPARE(locked.count(), 1);
}

void TestScreenLock::lockBy(const QDBusConnection &connection)
{
    QVERIFY(connection.send(QDBusMessage::createSignal("/org/freedesktop/login1/session/c1",
                                                       "org.freedesktop.login1.Session", "Lock")));
}

void TestScreenLock::logindIsHeard()
{
    QDBusConnection logind = QDBusConnection::connectToBus(m_systemAddress, "logind");
    QVERIFY(logind.registerService("org.freedesktop.login1"));
    console::ScreenLock lock;
    QSignalSpy locked(&lock, &console::ScreenLock::locked);
    QCoreApplication::processEvents(); // it listens a moment later
    QVERIFY(logind.send(QDBusMessage::createSignal("/org/freedesktop/login1/session/c1",
                                                   "org.freedesktop.login1.Session", "Unlock")));
    lockBy(logind);
    QTRY_COMPARE(locked.count(), 1);
    QDBusConnection::disconnectFromBus("logind");
}

/// Who is not logind may not lock.
void TestScreenLock::aStrangerIsNotHeard()
{
    QDBusConnection logind = QDBusConnection::connectToBus(m_systemAddress, "logind");
    QDBusConnection stranger = QDBusConnection::connectToBus(m_systemAddress, "stranger");
    QVERIFY(logind.registerService("org.freedesktop.login1"));
    console::ScreenLock lock;
    QSignalSpy locked(&lock, &console::ScreenLock::locked);
    QCoreApplication::processEvents();
    lockBy(stranger);
    for (int heard = 1; heard <= 2; ++heard) { // they come behind it
        lockBy(logind);
        QTRY_COMPARE(locked.count(), heard);
    }
    for (const char *name : {"logind", "stranger"})
        QDBusConnection::disconnectFromBus(name);
}

QTEST_GUILESS_MAIN(TestScreenLock)
#include "tst_screen_lock.moc"
