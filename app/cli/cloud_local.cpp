// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta cloud-local: a local Cloud Run on loopback, until SIGTERM or SIGINT.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/shared/embedded_cloud.h"
#include "app/shared/workspace.h"

#include <csignal>
#include <filesystem>
#include <fstream>
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

/// What a shell reads to point gcloud here: it sends everything to this server as to a proxy, which answers
/// it.
Status writeGcloudEnvironment(const cloud_local::LocalCloudOptions &settings, std::uint16_t port)
{
    const fs::path folder(settings.directory);
    std::error_code error;
    fs::create_directories(folder / "gcloud", error);
    std::ofstream(folder / "token") << "local-token";
    std::ofstream file(folder / "gcloud.env");
    const auto line = [&file](const std::string &name, const std::string &value) {
        file << "export " << name << "='" << value << "'\n";
    };
    line("CLOUDSDK_CONFIG", (folder / "gcloud").string());
    line("CLOUDSDK_CORE_PROJECT", settings.project);
    line("CLOUDSDK_RUN_REGION", settings.region);
    line("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", (folder / "token").string());
    line("CLOUDSDK_CORE_DISABLE_PROMPTS", "1");
    line("CLOUDSDK_CORE_DISABLE_USAGE_REPORTING", "true");
    line("CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK", "true");
    line("CLOUDSDK_SURVEY_DISABLE_PROMPTS", "true");
    line("CLOUDSDK_PROXY_TYPE", "http");
    line("CLOUDSDK_PROXY_ADDRESS", "127.0.0.1");
    line("CLOUDSDK_PROXY_PORT", std::to_string(port));
    for (const char *api :
         {"run", "serviceusage", "logging", "monitoring", "cloudbuild", "cloudresourcemanager",
          "cloudbilling", "billingbudgets", "artifactregistry", "storage"}) {
        std::string name = api;
        for (char &c : name)
            c = static_cast<char>(c - 'a' + 'A');
        line("CLOUDSDK_API_ENDPOINT_OVERRIDES_" + name,
             std::string("http://") + api + ".googleapis.com/" + (name == "STORAGE" ? "storage/v1/" : ""));
    }
    if (!file.flush())
        return Error{ErrorCode::FileUnwritable, (folder / "gcloud.env").string(), {}, {}, {}};
    return {};
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
    if (const Status written = writeGcloudEnvironment(*settings, (*cloud)->port()); !written)
        return fail(written.error());
    std::cout << "The local Cloud Run listens on " << (*cloud)->url() << "\n"
              << "Services by their Host: " << (*cloud)->ingressUrl() << "\n"
              << "For gcloud, in a shell: . " << settings->directory << "/gcloud.env" << std::endl;
    loop.onSignals({SIGTERM, SIGINT}, [&](int) { (*cloud)->stop([&loop] { loop.stop(); }); });
    loop.run();
    return kSuccess;
}

} // namespace batuta::cli
