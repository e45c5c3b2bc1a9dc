// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/documents.h"
#include "engine/cloud_local/images.h"
#include "engine/cloud_local/operations.h"
#include "engine/cloud_local/service_shape.h"
#include "engine/fleet/fleet.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace batuta::cloud_local {

/// How a service is written.
struct Writing
{
    std::string who{};      ///< an e-mail address
    bool isDryRun = false;  ///< everything is checked, nothing is kept
    bool forcesNew = false; ///< a revision even when the template is the same
    std::string version{};  ///< of a removal: the one that the client knows, or ""
};

/// What services need besides their neighbours.
struct ServicePorts
{
    /// `NAME=value` for every instance: where the metadata server is.
    std::function<std::vector<std::string>()> surroundings{};
    /// The value of a secret's version; nothing when it is not there.
    std::function<std::optional<std::string>(const std::string &name, const std::string &version)> secret{};
    /// Something changed outside a request: to be written.
    std::function<void()> changed{};
    int maxServices = 1000;          ///< per project and region
    std::size_t maxRevisions = 1000; ///< per service; older ones that serve nothing go
};

/// Services and revisions: takes what clients write, keeps the objects as API v1 shapes them, brings
/// revisions into the fleet, and moves traffic when they are ready. Lives on the loop's thread.
class Services
{
public:
    Services(const Clock &clock, Documents &documents, fleet::Fleet &fleet, Images &images,
             Operations &operations);

    void setPorts(ServicePorts ports) { m_ports = std::move(ports); }
    /// After a start: what was ready runs again, what was on its way goes on.
    void restore();

    Outcome<json::Value> create(const Ref &ref, const json::Value &body, const Writing &writing);
    Outcome<json::Value> replace(const Ref &ref, const json::Value &body, const Writing &writing);
    /// Gives the id of the operation.
    Outcome<std::string> remove(const Ref &ref, const Writing &writing);
    Outcome<std::string> removeRevision(const Ref &ref, const Writing &writing);

    Outcome<json::Value> service(const Ref &ref) const;
    Outcome<json::Value> revision(const Ref &ref) const;
    /// Newest first; an empty region means all of the project.
    std::vector<json::Value> services(const std::string &project, const std::string &region) const;
    std::vector<json::Value> revisions(const std::string &project, const std::string &region) const;
    bool has(const Ref &ref) const { return m_documents.find("service", ref.key()) != nullptr; }

private:
    struct Plan
    {
        std::string revision; ///< that the service's newest one will be
        bool isNew = false;
    };

    Outcome<Plan> plan(const Ref &ref, const json::Value &drafted, const json::Value *stored,
                       bool forcesNew) const;
    Outcome<json::Value> put(const Ref &ref, json::Value service, const json::Value *stored,
                             const Writing &writing);
    json::Value newRevision(const Ref &ref, const json::Value &service, const std::string &name) const;
    json::Value shownRevision(const json::Value &kept, const Ref &ref) const;
    std::string stamp();
    std::string now() const;

    void bringIn(const Ref &service, const std::string &revision, bool isProven);
    Outcome<fleet::RevisionSpec> specFor(const Ref &service, const json::Value &revision) const;
    void hear(const Ref &service, const std::string &revision, const fleet::StartOutcome &outcome);
    void fail(const Ref &service, const std::string &revision, const std::string &reason,
              const std::string &message);
    void afterRevision(const Ref &service, const std::string &revision);
    /// Routes what the spec says, as far as its revisions are ready; sets RoutesReady.
    void applyTraffic(const Ref &service, json::Value &object);
    Status tellFleet(const Ref &service, const json::Value &traffic);
    void settle(const Ref &service, json::Value object);
    void pruneRevisions(const Ref &service);

    const Clock &m_clock;
    Documents &m_documents;
    fleet::Fleet &m_fleet;
    Images &m_images;
    Operations &m_operations;
    ServicePorts m_ports;
    std::uint64_t m_lastStamp = 0;
};

} // namespace batuta::cloud_local
