// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_lookups.h"
#include "engine/cloud/cloud_port.h"

#include <deque>
#include <memory>
#include <string>

namespace batuta::host {

/// The builds that this engine has asked for: how far they are, and their logs, bounded. The last of them are
/// kept. On the loop's thread; whoever owns it drops it before the clouds.
class BuildBook
{
public:
    /// The id, to ask for its state.
    std::string begin(cloud::CloudPort &cloud, const cloud::BuildRequest &request);
    /// Its log from that byte on. HttpNotFound when it is not known any more.
    Result<client::BuildState> state(const std::string &id, std::int64_t from) const;
    void forget() { m_builds.clear(); }

private:
    struct Entry
    {
        client::BuildState state;
        std::int64_t dropped = 0; ///< bytes of the log that were too much
        std::unique_ptr<cloud::Running> running;
    };

    std::deque<std::shared_ptr<Entry>> m_builds;
    int m_count = 0;
};

} // namespace batuta::host
