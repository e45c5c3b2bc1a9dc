// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"

#include <string>

namespace batuta::cloud_local {

/// The certificate with which the local cloud speaks TLS in the place of Google's APIs, and the root that
/// its clients are told to trust. The root vouches for these names alone and its key is kept nowhere, so
/// that nothing else can ever be signed with it.
struct BridgeCertificate
{
    std::string rootFile; ///< for clients
    std::string pemFile;  ///< certificate and key, for the server; readable by its owner only
};

BridgeCertificate bridgeFiles(const std::string &folder);
/// That of the folder, which is made when there is none, and again when less than a month of it is left or it
/// is damaged. FileUnwritable.
Result<BridgeCertificate> bridgeCertificate(const std::string &folder, WallTime now);

} // namespace batuta::cloud_local
