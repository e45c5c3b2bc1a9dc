// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace batuta::test {

/// A private D-Bus session with an unlocked gnome-keyring, as a login has it. Its address stands in this
/// process's environment as long as it lives.
class KeyringSession
{
public:
    KeyringSession()
    {
        m_environment.insert("HOME", m_folder.path());
        m_environment.insert("XDG_DATA_HOME", m_folder.path());
        m_environment.insert("XDG_RUNTIME_DIR", m_folder.path());
        m_bus.setProcessEnvironment(m_environment);
        m_bus.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
            return;
        m_environment.insert("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        m_keyring.setProcessEnvironment(m_environment);
        m_keyring.start("gnome-keyring-daemon", {"--unlock", "--components=secrets"});
        m_keyring.write("password");
        m_keyring.closeWriteChannel();
        m_isReady = m_keyring.waitForFinished(); // it goes on behind, and ends with its bus
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"}) {
            m_before.append({name, qgetenv(name)});
            qputenv(name, m_environment.value(name).toUtf8());
        }
    }
    ~KeyringSession()
    {
        for (const auto &[name, value] : m_before)
            value.isEmpty() ? qunsetenv(name) : qputenv(name, value);
        m_bus.terminate();
        m_bus.waitForFinished();
    }
    static bool isInstalled()
    {
        return !QStandardPaths::findExecutable("dbus-daemon").isEmpty() &&
               !QStandardPaths::findExecutable("gnome-keyring-daemon").isEmpty();
    }
    bool isReady() const { return m_isReady; }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QList<std::pair<const char *, QByteArray>> m_before;
    QProcess m_bus;
    QProcess m_keyring;
    bool m_isReady = false;
};

} // namespace batuta::test
