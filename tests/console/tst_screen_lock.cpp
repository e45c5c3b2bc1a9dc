// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/screen_lock.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace batuta;

/// A session of its own, in which a screen saver speaks.
class TestScreenLock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aLockedScreenIsHeard();

private:
    void say(const char *active) const;

    QProcess m_bus;
};

void TestScreenLock::initTestCase()
{
    if (QStandardPaths::findExecutable("dbus-daemon").isEmpty() ||
        QStandardPaths::findExecutable("dbus-send").isEmpty())
        QSKIP("D-Bus is not installed");
    m_bus.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
    QVERIFY(m_bus.waitForStarted() && m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void TestScreenLock::cleanupTestCase()
{
    m_bus.terminate();
    m_bus.waitForFinished();
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

QTEST_GUILESS_MAIN(TestScreenLock)
#include "tst_screen_lock.moc"
