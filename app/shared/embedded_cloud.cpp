// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/embedded_cloud.h"

#include "app/shared/gcloud_environment.h"
#include "app/shared/workspace.h"
#include "app/shared/workspace_file.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <future>

namespace batuta::app {
namespace {

namespace fs = std::filesystem;

/// Of `http://127.0.0.1:40123`; 0 when there is none.
std::uint16_t portOf(const std::string &url)
{
    std::uint16_t port = 0;
    const std::size_t colon = url.rfind(':');
    if (colon != std::string::npos)
        std::from_chars(url.data() + colon + 1, url.data() + url.size(), port);
    return port;
}

} // namespace

cloud_local::LocalCloudOptions localCloudOptions(const std::string &workspace)
{
    cloud_local::LocalCloudOptions options;
    options.directory = localCloudFolder(workspace);
    if (const fs::path images = fs::path(workspace) / "images.yaml"; fs::exists(images))
        options.images = images.string();
    std::error_code error;
    if (const fs::path own = fs::read_symlink("/proc/self/exe", error); !error) // an image may say `batuta`
        options.searchPath = own.parent_path().string() + ":" + options.searchPath;
    return options;
}

Status tellLocalCloud(const cloud_local::LocalCloudOptions &options, const std::string &url)
{
    const fs::path file = fs::path(options.directory) / "address";
    if (std::ofstream out(file); out << url << "\n" << std::flush)
        return writeGcloudEnvironment(options, portOf(url));
    return Error{ErrorCode::FileUnwritable, file.string(), {}, {}, {}};
}

Result<std::unique_ptr<EmbeddedCloud>> EmbeddedCloud::open(const std::string &workspace)
{
    std::unique_ptr<EmbeddedCloud> none;
    const Result<WorkspaceFile> file = readWorkspaceFile(workspace);
    if (!file)
        return file.error();
    if (!file->cloud.wantsLocal())
        return none;
    cloud_local::LocalCloudOptions options = localCloudOptions(workspace);
    options.port = portOf(localCloudAddress(workspace));
    const CloudPlaces::Instead place = file->cloud.local();
    if (!place.project.empty())
        options.project = place.project;
    if (!place.region.empty())
        options.region = place.region;
    std::unique_ptr<EmbeddedCloud> cloud(new EmbeddedCloud(options));
    Result<std::string> url = cloud->start();
    if (!url && url.error().code == ErrorCode::NetListen && options.port != 0) {
        options.port = 0; // somebody else's now
        cloud.reset();
        cloud.reset(new EmbeddedCloud(options));
        url = cloud->start();
    }
    if (!url && url.error().code == ErrorCode::StoreBusy)
        return none;
    if (!url)
        return url.error();
    if (const Status told = tellLocalCloud(options, *url); !told)
        return told.error();
    return cloud;
}

EmbeddedCloud::EmbeddedCloud(cloud_local::LocalCloudOptions options)
    : m_options(std::move(options))
{
}

Result<std::string> EmbeddedCloud::start()
{
    const auto started = std::make_shared<std::promise<Result<std::string>>>();
    std::future<Result<std::string>> url = started->get_future();
    m_thread = std::thread([this, started] {
        auto cloud = cloud_local::LocalCloud::open(m_loop, m_clock, m_options);
        if (!cloud)
            return started->set_value(cloud.error());
        m_cloud = std::move(*cloud);
        started->set_value(m_cloud->url());
        m_loop.run();
        m_cloud.reset();
    });
    return url.get();
}

EmbeddedCloud::~EmbeddedCloud()
{
    m_loop.post([this] { m_cloud->stop([this] { m_loop.stop(); }); });
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace batuta::app
