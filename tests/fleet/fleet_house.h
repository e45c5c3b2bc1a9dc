// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/fleet.h"
#include "engine/json/json.h"
#include "tests/support/net/client_run.h"
#include "tests/support/net/raw_socket.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace batuta::tests {

/// A fleet in a folder of its own, on a loop that runs only inside its calls, with clients on the same loop.
/// Its image is tests/support/fleet_program.cpp.
class FleetHouse
{
public:
    explicit FleetHouse(fleet::FleetOptions options = {}, fleet::FleetHooks hooks = {});
    ~FleetHouse();

    static fleet::ServiceKey service() { return {"demo", "us-east1", "shop"}; }
    static fleet::RevisionKey key(const std::string &revision) { return {service(), revision}; }
    /// A revision of the test's own program, which behaves so.
    static fleet::RevisionSpec spec(const std::string &revision, const std::string &behaviour = {});

    /// Waits for its outcome.
    fleet::StartOutcome start(fleet::RevisionSpec spec);
    /// Starts it and gives it all traffic; false when one of the two failed.
    bool serve(fleet::RevisionSpec spec);
    bool route(std::vector<fleet::Share> shares, std::vector<std::string> hosts = {});
    bool retire(const std::string &revision);

    /// A request through the ingress: `200 body`, or `net.timeout: …`.
    std::string get(const std::string &path, const std::string &tag = {});
    ClientRun::Outcome fetch(net::HttpRequest request, const std::string &path, const std::string &tag = {});
    std::string url(const std::string &path, const std::string &tag = {}) const;

    /// Runs the script, which may wait for bytes, on a thread of its own while the fleet works.
    bool raw(const std::function<void(RawSocket &peer)> &script, const std::string &tag = {});
    bool until(const std::function<bool()> &isSo) { return run.runUntil(isSo); }
    int instances(const std::string &revision,
                  fleet::InstanceStage stage = fleet::InstanceStage::Ready) const;
    /// Texts of a log's entries, oldest first.
    std::vector<std::string> texts(const std::string &log) const;
    bool says(const std::string &log, const std::string &part) const;
    std::vector<fleet::Entry> entries(const std::string &log) const;
    std::string folder() const { return m_folder.path().toStdString(); }
    /// The fleet goes and another comes in the same folder.
    Status again();

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    fleet::FleetOptions m_options;
    fleet::FleetHooks m_hooks;

public:
    ClientRun run;
    std::unique_ptr<fleet::Fleet> fleet;
    Status opened;
};

/// Whether the process is there and has not ended.
bool isAlive(int process);

} // namespace batuta::tests
