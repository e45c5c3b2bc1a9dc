// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/gcloud_environment.h"

#include <filesystem>
#include <fstream>
#include <string_view>

namespace batuta::app {
namespace {

namespace fs = std::filesystem;

/// One word for a shell, whatever stands in it.
std::string shellWord(std::string_view text)
{
    std::string word = "'";
    for (const char letter : text)
        word += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return word + "'";
}

} // namespace

Status writeGcloudEnvironment(const cloud_local::LocalCloudOptions &given, std::uint16_t port)
{
    cloud_local::LocalCloudOptions options = given;
    std::error_code error;
    options.directory = fs::absolute(given.directory, error).string();
    const fs::path folder(options.directory);
    fs::create_directories(folder / "gcloud", error);
    std::ofstream(folder / "token") << "local-token";
    std::ofstream file(folder / "gcloud.env");
    const auto line = [&file](std::string_view name, const std::string &value) {
        file << "export " << name << "=" << shellWord(value) << "\n";
    };
    line("CLOUDSDK_CONFIG", (folder / "gcloud").string());
    line("CLOUDSDK_CORE_PROJECT", options.project);
    line("CLOUDSDK_RUN_REGION", options.region);
    line("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", (folder / "token").string());
    line("CLOUDSDK_CORE_DISABLE_PROMPTS", "1");
    line("CLOUDSDK_CORE_DISABLE_USAGE_REPORTING", "true");
    line("CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK", "true");
    line("CLOUDSDK_SURVEY_DISABLE_PROMPTS", "true");
    line("CLOUDSDK_PROXY_TYPE", "http");
    line("CLOUDSDK_PROXY_ADDRESS", "127.0.0.1");
    line("CLOUDSDK_PROXY_PORT", std::to_string(port));
    line("CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE", cloud_local::rootFileOf(options));
    // Some paths of gcloud know these alone.
    line("https_proxy", "http://127.0.0.1:" + std::to_string(port));
    line("REQUESTS_CA_BUNDLE", cloud_local::rootFileOf(options));
    if (file.flush())
        return {};
    return Error{ErrorCode::FileUnwritable, (folder / "gcloud.env").string(), {}, {}, {}};
}

} // namespace batuta::app
