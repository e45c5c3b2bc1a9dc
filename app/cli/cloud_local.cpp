// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta cloud-local: a local Cloud Run on loopback, until SIGTERM or SIGINT.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/shared/embedded_cloud.h"
#include "app/shared/workspace.h"

#include <csignal>
#include <filesystem>
#include <iostream>

namespace batuta::cli {
namespace {

namespace fs = std::filesystem;

Result<cloud_local::LocalCloudOptions> settingsOf(const Options &options)
{
    const CloudLocalWords &words = options.cloudLocal;
    std::string workspace;
    if (words.directory.empty() || words.images.empty()) {
        Result<std::string> found = app::findWorkspace(options.workspace);
        if (!found)
            return found.error();
        workspace = std::move(*found);
    }
    cloud_local::LocalCloudOptions settings = app::localCloudOptions(workspace);
    if (!words.directory.empty())
        settings.directory = words.directory;
    if (!words.images.empty())
        settings.images = words.images;
    settings.directory = fs::absolute(settings.directory).string();
    settings.secretsFile = words.secrets;
    settings.port = static_cast<std::uint16_t>(words.port);
    settings.region = words.region;
    settings.project = words.project;
    settings.wantsToken = words.wantsToken;
    return settings;
}

} // namespace

int cloudLocal(const Options &options)
{
    const auto settings = settingsOf(options);
    if (!settings)
        return fail(settings.error());
    const SystemClock clock;
    net::Loop loop;
    auto cloud = cloud_local::LocalCloud::open(loop, clock, *settings);
    if (!cloud)
        return fail(cloud.error());
    if (const Status told = app::tellLocalCloud(*settings, (*cloud)->url()); !told)
        return fail(told.error());
    std::cout << "The local Cloud Run listens on " << (*cloud)->url() << "\n"
              << "Services by their Host: " << (*cloud)->ingressUrl() << "\n"
              << "For gcloud, in a shell: . " << settings->directory << "/gcloud.env" << std::endl;
    loop.onSignals({SIGTERM, SIGINT}, [&](int) { (*cloud)->stop([&loop] { loop.stop(); }); });
    loop.run();
    return kSuccess;
}

} // namespace batuta::cli
