// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/console.h"
#include "app/shared/workspace.h"

#include <QApplication>
#include <QMessageBox>

#include <csignal>
#include <cstdio>

namespace {

int refuse(const QString &why, bool withWindow)
{
    std::fprintf(stderr, "batuta-console: %s\n", qPrintable(why));
    if (withWindow)
        QMessageBox::critical(nullptr, "Batuta", why);
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace batuta;
    std::signal(SIGPIPE, SIG_IGN);
    console::prepareEnvironment(argc, argv);
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName("batuta-console");
    QCoreApplication::setApplicationVersion(
        QString::fromUtf8(host::version().data(), static_cast<qsizetype>(host::version().size())));
    const console::ParsedOptions parsed = console::parseOptions(QCoreApplication::arguments());
    if (!parsed.options)
        return refuse(parsed.error, false);
    const bool forPerson =
        parsed.options->screenshots.isEmpty() && QGuiApplication::platformName() != "offscreen";
    const auto folder = app::findWorkspace(parsed.options->workspace.toStdString());
    if (!folder)
        return refuse(QString::fromStdString(errorText(folder.error()) + " " + mendText(folder.error())),
                      forPerson);
    auto file = app::readWorkspaceFile(*folder);
    if (!file)
        return refuse(QString::fromStdString(errorText(file.error()) + " " + mendText(file.error())),
                      forPerson);
    console::Console window(*parsed.options, QString::fromStdString(*folder), std::move(*file));
    QObject::connect(&window, &console::Console::done, &app, &QCoreApplication::exit, Qt::QueuedConnection);
    QApplication::setQuitOnLastWindowClosed(false);
    if (!window.begin())
        return 0; // the window that was there already has been raised
    return QApplication::exec();
}
