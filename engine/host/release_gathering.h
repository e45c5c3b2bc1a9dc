// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/release_desk.h"

namespace batuta::host {

/// One answer about a service while its parts come in.
struct ReleaseDesk::Gathering
{
    client::ServiceBoard board;
    cloud::ServiceName name;
    std::string key; ///< `environment/service`, the subject of its acts
    client::Reply<client::ServiceBoard> reply;
    int open = 0; ///< parts that have not come
    std::optional<Error> error;
};

using FiguresReply = std::function<void(std::vector<client::RevisionFigures>, std::optional<Error>)>;
/// Asks Monitoring for requests, failures, rate, p95 and instances of every revision. What fails is told, and
/// the others are there all the same.
void askFigures(cloud::CloudPort &port, const cloud::ServiceName &name, WallTime now, FiguresReply reply);

/// Deployments, as the revisions tell them, among the entries; newest first.
void addDeployments(client::ServiceBoard &board);
/// Values of keys with secret names become a mark that is the same for equal values while this program runs.
void maskSecrets(std::vector<cloud::EnvVar> &env);
/// The same, and without the template that the cloud has.
void maskSecrets(cloud::ServiceConfig &config);

/// Whether the image of a revision is in its registry; nothing when that cannot be asked, with the reason.
void findImage(cloud::CloudPort &port, const cloud::ServiceName &name, const std::string &revision,
               std::function<void(std::optional<bool>, std::string)> reply);

} // namespace batuta::host
