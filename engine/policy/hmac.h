// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/base/units.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace batuta::policy {

/// `sha256=<hex>` over `<timestamp>.<body>`; the timestamp is in seconds since the Unix epoch.
inline constexpr std::string_view kSignatureHeader = "X-Batuta-Signature";
inline constexpr std::string_view kTimestampHeader = "X-Batuta-Timestamp";
/// GitHub's: `sha256=<hex>` over the body alone.
inline constexpr std::string_view kGitHubSignatureHeader = "X-Hub-Signature-256";

/// What of a request the signature is about. A header that was not sent is "".
struct SignedRequest
{
    std::string_view signature; ///< of kSignatureHeader
    std::string_view timestamp; ///< of kTimestampHeader
    std::string_view gitHubSignature;
    std::string_view body;
};

/// A signature that was right.
struct Verified
{
    std::string digest; ///< 32 bytes
    WallTime until;     ///< it is not right any more after that; GitHub's has no time of its own
};

/// The value of kSignatureHeader for a request that we send.
std::string signatureOf(std::string_view secret, std::string_view timestamp, std::string_view body);

/// Checks Batuta's signature when there is one, else GitHub's. HttpUnauthorized when neither is there, when
/// it is wrong, when the secret is empty, or when the timestamp is further than `tolerance` from `now`. Takes
/// the same time wherever a wrong signature differs.
Result<Verified> verifySignature(const SignedRequest &request, std::string_view secret, WallTime now,
                                 Duration tolerance);

/// Remembers signatures while they are right, so that a request that somebody recorded can't be sent again.
/// On one thread. At most kMost; when they are all still right, new ones are refused rather than old ones
/// forgotten.
class ReplayWindow
{
public:
    static constexpr std::size_t kMost = 100'000;

    /// DuplicateRequest the second time, HttpBusy when full. `path` is that of the webhook: two of them may
    /// share a secret.
    Status admit(const std::string &path, const Verified &verified, WallTime now);
    /// The request could not be accepted after all: the sender may try again with the same signature.
    void forget(const std::string &path, const Verified &verified);

private:
    std::unordered_set<std::string> m_seen;
    std::multimap<WallTime, std::string> m_until;
};

} // namespace batuta::policy
