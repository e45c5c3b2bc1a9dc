// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/console.h"

#include "app/console/screenshots.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace batuta::console {
namespace {

QString settingsFile(const Options &options)
{
    if (!options.settings.isEmpty())
        return options.settings;
    // Pictures must not depend on what a person has chosen, nor change it.
    if (!options.screenshots.isEmpty())
        return options.screenshots + "/.settings.ini";
    return QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + "/batuta/console.ini";
}

/// Milliseconds since this process began: from /proc/self/stat and the uptime, both in hundredths of a
/// second.
double sinceProcessStart()
{
    QFile stat("/proc/self/stat"), uptime("/proc/uptime");
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const double started = fields.value(19).toDouble() / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return (uptime.readAll().split(' ').value(0).toDouble() - started) * 1000;
}

} // namespace

Console::Console(Options options, QString folder, app::WorkspaceFile file)
    : m_options(std::move(options))
    , m_folder(std::move(folder))
    , m_preferences(settingsFile(m_options))
    , m_state(m_options.screenshots.isEmpty() ? m_folder + "/.batuta/console.json" : QString())
    , m_control(std::make_unique<ConsoleControl>(m_folder, std::move(file), m_link))
    , m_instance(QDir(m_folder).canonicalPath())
{
    if (!m_options.theme.isEmpty())
        m_preferences.setTheme(m_options.theme);
    if (!m_options.language.isEmpty())
        m_preferences.setLanguage(m_options.language);
    if (m_options.textScale > 0)
        m_preferences.setTextScale(m_options.textScale);
    m_theme.install();
    m_look = std::make_unique<views::Look>(m_preferences, m_theme);
    connect(m_control.get(), &ConsoleControl::closed, this, [this] { emit done(m_exitCode); });
}

Console::~Console() = default;

bool Console::begin()
{
    if (m_options.screenshots.isEmpty() && !m_instance.claim(m_options.address))
        return false;
    openWindow();
    m_control->start();
    return true;
}

void Console::openWindow()
{
    m_shell = std::make_unique<views::Shell>(views::Context{m_link, m_commands, m_preferences, m_state},
                                             *m_control);
    connect(m_shell.get(), &views::Shell::left, this, &Console::leave);
    connect(&m_instance, &SingleInstance::raised, m_shell.get(), &views::Shell::raiseWith);
    if (!m_options.screenshots.isEmpty()) {
        m_preferences.setUtc(true);
        m_shell->resize(m_options.size);
        m_shell->show();
        m_screenshots = std::make_unique<Screenshots>(*m_shell, m_link, *m_control, m_options.screenshots);
        connect(m_screenshots.get(), &Screenshots::finished, this, [this](int exitCode) {
            m_exitCode = exitCode;
            leave();
        });
        m_screenshots->begin();
        return;
    }
    m_shell->begin();
    if (!m_options.address.isEmpty())
        m_shell->raiseWith(m_options.address);
    if (m_options.smoke)
        measureFirstFrame();
}

/// Says when the first frame stood on the screen and when the engine answered, and leaves.
void Console::measureFirstFrame()
{
    m_shell->installEventFilter(this);
    connect(
        &m_link, &views::EngineLink::flowsChanged, this,
        [this] {
            std::printf("engine with %zu flows after %.0f ms\n", m_link.flows().size(), sinceProcessStart());
            std::fflush(stdout);
            m_shell->close();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

bool Console::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_shell.get() && event->type() == QEvent::Paint) {
        m_shell->removeEventFilter(this);
        // The paint that begins now paints the whole window; what is posted comes after it.
        QTimer::singleShot(0, this, [] { std::printf("first frame after %.0f ms\n", sinceProcessStart()); });
    }
    return QObject::eventFilter(watched, event);
}

void Console::leave()
{
    m_shell->hide();
    m_control->close(std::chrono::seconds(5));
}

} // namespace batuta::console
