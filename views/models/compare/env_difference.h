// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// The environment of a run: which one, and when.
struct EnvMoment
{
    std::string environment;
    WallTime at{};
};

/// A key whose value was not the same. Secrets are masks, nothing is a key that was not there.
struct EnvKeyDifference
{
    std::string key;
    std::optional<std::string> a, b;
    bool operator==(const EnvKeyDifference &) const = default;
};

/// How the environments of two runs differ key by key: within one environment by the history of its edits,
/// between two by their files as they are now. Blocks for the disk. What was edited outside of Batuta is not
/// in the history, and what only a process knew is in no file.
std::vector<EnvKeyDifference> envDifferences(const std::string &workspace, const EnvMoment &a,
                                             const EnvMoment &b);

/// The same on a worker; `then` comes on the window's thread, unless `context` is gone by then.
void askEnvDifferences(const std::string &workspace, const EnvMoment &a, const EnvMoment &b, QObject *context,
                       std::function<void(std::vector<EnvKeyDifference>)> then);

} // namespace batuta::views
