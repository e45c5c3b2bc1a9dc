// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace batuta::cli {

/// What the commands of the cloud take besides an environment.
struct CloudWords
{
    std::string verb; ///< of `release`: export, replace, restore, rehearse, `jobs list` …
    std::string project;
    std::string region;
    std::string service;
    bool isMeant = false;            ///< logs: those of the cloud
    std::string revision;            ///< logs, rehearse: only of it
    std::vector<std::string> shares; ///< traffic: [SERVICE] REVISION=PERCENT …
    std::vector<std::string> tags;   ///< TAG=REVISION
    std::vector<std::string> untags;
    std::string to; ///< rollback: a revision, or "" for the last good one
    std::string reason;
    bool noWait = false;
    bool isPublic = false; ///< deploy: anybody may call it
    std::string image;
    std::vector<std::string> keys; ///< deploy: KEY=VALUE
    std::vector<std::string> keyFiles;
    std::vector<std::string> secrets; ///< KEY=SECRET[:VERSION]
    std::vector<std::string> unset;
    std::vector<std::pair<std::string, std::string>> settings; ///< memory, cpu, timeout … as they were given
    std::string suffix;
    std::string tag;
    int percent = -1;   ///< of the new revision; -1 leaves the traffic as it is
    std::string canary; ///< deploy: `5,25,50` or `5:20m,25:1h`
    std::string every;  ///< deploy: how long a stage lasts that does not say so
    std::vector<std::string> gates;
    bool holds = false; ///< deploy: a broken gate asks
    std::string heldMost;
    std::string healthPath; ///< deploy: asked before the revision gets traffic
    bool waits = false;     ///< deploy: follows the rollout on a running engine
    bool printsFlow = false;
    std::string flow;                 ///< rehearse: whose executions run again
    int runs = 10;                    ///< rehearse: that succeeded
    int failed = 3;                   ///< rehearse: that failed
    std::vector<std::string> ignored; ///< rehearse: paths that may differ
    std::string different, slower;    ///< rehearse: shares
    std::vector<std::string> args;    ///< jobs run: instead of the job's
    int tasks = 0;                    ///< jobs run: instead of the job's; 0 leaves them
    std::string output;
    bool all = false; ///< export: every service of the region
    std::string file; ///< replace
};

/// What `cloud-local` takes.
struct CloudLocalWords
{
    std::string directory; ///< default: `<workspace>/.batuta/cloud`
    std::string images;    ///< default: `<workspace>/images.yaml`
    std::string secrets;
    std::string region = "us-central1";
    std::string project = "local-project";
    int port = 8085;
    bool wantsToken = false;
};

} // namespace batuta::cli
