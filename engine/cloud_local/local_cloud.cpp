// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/local_cloud.h"

#include "engine/cloud_local/bridge_certificate.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/iam.h"

#include <filesystem>

namespace batuta::cloud_local {
namespace {

namespace fs = std::filesystem;

net::HttpServerLimits serverLimits()
{
    net::HttpServerLimits limits;
    limits.bodyBytes = 128ULL << 20; // a source archive comes as one body
    return limits;
}

std::string bridgeFolder(const LocalCloudOptions &options)
{
    return (fs::path(options.directory) / "tls").string();
}

fleet::FleetOptions fleetOptions(const LocalCloudOptions &options)
{
    fleet::FleetOptions made = options.fleet;
    if (!options.directory.empty())
        made.directory = (fs::path(options.directory) / "fleet").string();
    return made;
}

} // namespace

std::string rootFileOf(const LocalCloudOptions &options)
{
    return options.directory.empty() ? std::string() : bridgeFiles(bridgeFolder(options)).rootFile;
}

Cloud::Cloud(net::Loop &theLoop, const Clock &theClock, LocalCloudOptions theOptions,
             std::unique_ptr<Documents> theDocuments)
    : loop(theLoop)
    , clock(theClock)
    , options(std::move(theOptions))
    , documents(std::move(theDocuments))
    , fleet(loop, clock, fleetOptions(options),
            {[this](const fleet::Caller &caller) { return admit(*this, caller); }, {}})
    , images(*documents, options.images, options.directory)
    , operations(loop, clock, *documents)
    , services(clock, *documents, fleet, images, operations)
    , jobs({loop, clock, *documents, fleet, images, operations})
    , tokens(clock, *documents)
    , builds(loop, clock, *documents, images)
{
    builds.setFolder(options.directory, options.searchPath);
}

struct LocalCloud::State
{
    State(net::Loop &loop, const Clock &clock, LocalCloudOptions options,
          std::unique_ptr<Documents> documents)
        : cloud(loop, clock, std::move(options), std::move(documents))
        , server(loop, serverLimits(), [this](net::ServerRequest request, net::Responder responder) {
            dispatch(cloud, std::move(request), std::move(responder));
        })
    {
    }

    Status open();
    Status openBridge();
    /// Outside a request nobody waits for the write: what fails is tried again with the next one.
    void write()
    {
        const Status written = cloud.documents->commit();
        static_cast<void>(written);
    }

    Cloud cloud;
    net::HttpServer server;
};

Status LocalCloud::State::openBridge()
{
    if (cloud.options.directory.empty())
        return {};
    const auto files = bridgeCertificate(bridgeFolder(cloud.options), cloud.clock.wall());
    if (!files)
        return files.error();
    net::TunnelOptions options;
    options.pemFile = files->pemFile;
    options.isOurs = [](std::string_view name) { return placeOf(name).has_value(); };
    return server.takeTunnels(std::move(options));
}

Status LocalCloud::State::open()
{
    if (Status opened = cloud.fleet.open(); !opened)
        return opened;
    const auto port = server.listen("127.0.0.1", cloud.options.port);
    if (!port)
        return port.error();
    if (Status opened = openBridge(); !opened)
        return opened;
    cloud.port = *port;
    ServicePorts ports;
    ports.surroundings = [this] {
        const std::string host = "127.0.0.1:" + std::to_string(cloud.port);
        return std::vector<std::string>{"GCE_METADATA_HOST=" + host, "GCE_METADATA_IP=" + host,
                                        "GOOGLE_CLOUD_PROJECT=" + cloud.options.project,
                                        "PATH=" + cloud.options.searchPath};
    };
    ports.secret = [this](const std::string &name, const std::string &) { return secretOf(cloud, name); };
    ports.changed = [this] { write(); };
    ports.maxServices = cloud.options.maxServices;
    cloud.jobs.setPorts(ports);
    cloud.services.setPorts(std::move(ports));
    cloud.builds.onChanged([this] { write(); });
    cloud.builds.restore();
    cloud.jobs.restore();
    cloud.services.restore();
    return cloud.documents->commit();
}

LocalCloud::LocalCloud(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

LocalCloud::~LocalCloud() = default;

Result<std::unique_ptr<LocalCloud>> LocalCloud::open(net::Loop &loop, const Clock &clock,
                                                     LocalCloudOptions options)
{
    std::string file;
    if (!options.directory.empty()) {
        std::error_code error;
        fs::create_directories(options.directory, error);
        if (error)
            return Error{ErrorCode::FileUnwritable, options.directory, error.message(), {}, {}};
        fs::permissions(options.directory, fs::perms::owner_all, error); // keys and secrets of services
        file = (fs::path(options.directory) / "cloud.db").string();
    }
    auto documents = Documents::open(file);
    if (!documents)
        return documents.error();
    auto state = std::make_unique<State>(loop, clock, std::move(options), std::move(*documents));
    if (const Status opened = state->open(); !opened)
        return opened.error();
    return std::unique_ptr<LocalCloud>(new LocalCloud(std::move(state)));
}

std::uint16_t LocalCloud::port() const
{
    return m_state->cloud.port;
}

std::string LocalCloud::url() const
{
    return "http://127.0.0.1:" + std::to_string(port());
}

std::string LocalCloud::ingressUrl() const
{
    return "http://127.0.0.1:" + std::to_string(m_state->cloud.fleet.sharedPort());
}

fleet::Fleet &LocalCloud::fleet()
{
    return m_state->cloud.fleet;
}

void LocalCloud::stop(std::function<void()> done)
{
    m_state->server.stopAccepting();
    m_state->cloud.fleet.stop([this, done = std::move(done)] {
        m_state->write();
        done();
    });
}

} // namespace batuta::cloud_local
