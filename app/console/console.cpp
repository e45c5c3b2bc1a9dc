// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/console.h"

#include "app/console/capsule_control.h"
#include "app/console/console_control.h"
#include "app/console/remote_control.h"
#include "app/console/screenshots.h"

#include <QCryptographicHash>
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

/// What the views remember of an engine elsewhere; not its name, which a file name could not hold.
QString stateFileOf(const QUrl &url)
{
    const QByteArray hash = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/batuta/engines/" +
           QString::fromLatin1(hash.first(24)) + ".json";
}

QString keyOf(const Subject &subject)
{
    if (subject.capsule)
        return "capsule " + subject.capsule->file;
    return subject.folder.isEmpty() ? "engine " + subject.engine.url.toString()
                                    : QDir(subject.folder).canonicalPath();
}

} // namespace

Console::Console(Options options, Subject subject)
    : m_options(std::move(options))
    , m_subject(std::move(subject))
    , m_preferences(settingsFile(m_options))
    , m_instance(keyOf(m_subject))
{
    if (!m_options.theme.isEmpty())
        m_preferences.setTheme(m_options.theme);
    if (!m_options.language.isEmpty())
        m_preferences.setLanguage(m_options.language);
    if (m_options.textScale > 0)
        m_preferences.setTextScale(m_options.textScale);
    m_theme.install();
    m_look = std::make_unique<views::Look>(m_preferences, m_theme);
}

Console::~Console() = default;

bool Console::begin()
{
    if (m_options.screenshots.isEmpty() && !m_instance.claim(m_options.address))
        return false;
    Window &first = m_subject.capsule            ? openCapsule(*m_subject.capsule)
                    : m_subject.folder.isEmpty() ? openOther(m_subject.engine, {})
                                                 : openOwn();
    connect(&m_instance, &SingleInstance::raised, &first.shell(), &views::Shell::raiseWith);
    if (!m_options.screenshots.isEmpty()) {
        takePictures(first);
    } else {
        first.shell().begin();
        if (!m_options.address.isEmpty())
            first.shell().raiseWith(m_options.address);
        if (m_options.smoke)
            measureFirstFrame(first);
    }
    first.control().start();
    return true;
}

Window &Console::add(std::unique_ptr<Window> window)
{
    Window *added = m_windows.emplace_back(std::move(window)).get();
    connect(added, &Window::closed, this, [this, added] { remove(added); });
    connect(&added->control(), &WindowControl::engineChosen, this,
            [this](const views::EngineAddress &address, const client::EngineInfo &info) {
                Window &other = openOther(address, info);
                other.shell().begin();
                other.control().start();
            });
    connect(&added->control(), &WindowControl::capsuleOpened, this, [this](const OpenedFile &opened) {
        Window &other = openCapsule(opened);
        other.shell().begin();
        other.control().start();
    });
    return *added;
}

Window &Console::openOwn()
{
    const QString stateFile =
        m_options.screenshots.isEmpty() ? m_subject.folder + "/.batuta/console.json" : QString();
    return add(std::make_unique<Window>(m_preferences, stateFile, [this](views::EngineLink &link) {
        auto control = std::make_unique<ConsoleControl>(m_subject.folder, m_subject.file, link);
        m_own = control.get();
        return control;
    }));
}

Window &Console::openOther(const views::EngineAddress &address, const client::EngineInfo &info)
{
    return add(
        std::make_unique<Window>(m_preferences, stateFileOf(address.url), [&](views::EngineLink &link) {
            return std::make_unique<RemoteControl>(address, info, link);
        }));
}

/// What its views remember is forgotten with it.
Window &Console::openCapsule(const OpenedFile &opened)
{
    return add(std::make_unique<Window>(m_preferences, QString(), [&](views::EngineLink &link) {
        return std::make_unique<CapsuleControl>(opened, link);
    }));
}

/// The last window that closes ends the console.
void Console::remove(Window *window)
{
    QMetaObject::invokeMethod(
        this,
        [this, window] {
            std::erase_if(m_windows, [window](const auto &one) { return one.get() == window; });
            if (m_windows.empty())
                emit done(m_exitCode);
        },
        Qt::QueuedConnection); // it is still telling
}

void Console::takePictures(Window &window)
{
    m_preferences.setUtc(true);
    window.shell().resize(m_options.size);
    window.shell().show();
    m_screenshots =
        std::make_unique<Screenshots>(window.shell(), window.link(), *m_own, m_options.screenshots);
    connect(m_screenshots.get(), &Screenshots::finished, this, [this, &window](int exitCode) {
        m_exitCode = exitCode;
        window.leave();
    });
    m_screenshots->begin();
}

/// Says when the first frame stood on the screen and when the engine answered, and leaves.
void Console::measureFirstFrame(Window &window)
{
    window.shell().installEventFilter(this);
    connect(
        &window.link(), &views::EngineLink::flowsChanged, this,
        [&window] {
            std::printf("engine with %zu flows after %.0f ms\n", window.link().flows().size(),
                        sinceProcessStart());
            std::fflush(stdout);
            window.shell().close();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

bool Console::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The paint that begins now paints the whole window; what is posted comes after it.
        QTimer::singleShot(0, this, [] { std::printf("first frame after %.0f ms\n", sinceProcessStart()); });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace batuta::console
