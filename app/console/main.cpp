// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/console.h"
#include "app/shared/workspace.h"
#include "engine/base/core_files.h"
#include "engine/host/engine.h"

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

batuta::Result<batuta::console::Subject> ownWorkspace(const batuta::console::Options &options)
{
    const auto folder = batuta::app::findWorkspace(options.workspace.toStdString());
    if (!folder)
        return folder.error();
    auto file = batuta::app::readWorkspaceFile(*folder);
    if (!file)
        return file.error();
    const auto store = batuta::app::readStore(options.store.toStdString());
    if (!store)
        return store.error();
    file->store = *store;
    return batuta::console::Subject{QString::fromStdString(*folder), std::move(*file), {}};
}

batuta::Result<batuta::console::Subject> ownCapsule(const QString &file)
{
    auto opened = batuta::console::readCapsuleFile(file, {});
    if (!opened)
        return opened.error();
    return batuta::console::Subject{{}, {}, {}, std::move(*opened)};
}

/// The token never comes by a word of the command line, which others on this machine can read.
batuta::Result<batuta::console::Subject> engineElsewhere(const batuta::console::Options &options)
{
    using namespace batuta::views;
    const auto url = readEngineUrl(options.engine);
    if (!url)
        return url.error();
    const auto token = options.tokenFile.isEmpty() ? checkedToken(qgetenv("BATUTA_TOKEN"))
                                                   : readTokenFile(options.tokenFile);
    if (!token)
        return token.error();
    return batuta::console::Subject{{}, {}, {*url, *token, options.caFile}};
}

} // namespace

int main(int argc, char **argv)
{
    using namespace batuta;
    forbidCoreFiles();
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
    const auto subject = !parsed.options->capsule.isEmpty() ? ownCapsule(parsed.options->capsule)
                         : parsed.options->engine.isEmpty() ? ownWorkspace(*parsed.options)
                                                            : engineElsewhere(*parsed.options);
    if (!subject)
        return refuse(QString::fromStdString(errorText(subject.error()) + " " + mendText(subject.error())),
                      forPerson);
    console::Console window(*parsed.options, *subject);
    QObject::connect(&window, &console::Console::done, &app, &QCoreApplication::exit, Qt::QueuedConnection);
    QApplication::setQuitOnLastWindowClosed(false);
    if (!window.begin())
        return 0; // the window that was there already has been raised
    return QApplication::exec();
}
