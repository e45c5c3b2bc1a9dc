// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::cloud_local {

bool isServiceName(std::string_view name); ///< `[a-z]([-a-z0-9]*[a-z0-9])?`, at most 63
bool isTag(std::string_view tag);
bool isProjectId(std::string_view id); ///< also a number

/// The project's number: 12 digits that follow from its id, so that they are the same on every machine.
std::string projectNumber(std::string_view project);

/// Unpadded base64 of the 8 bytes of a time in microseconds, as Cloud Run's resourceVersion.
std::string versionText(std::uint64_t microseconds);
/// Of a version with or without quotes; nothing for what is no version.
std::optional<std::uint64_t> versionNumber(std::string_view text);

/// `NNNNN-xxx`: the generation in five digits and three letters at random.
std::string revisionSuffix(std::int64_t generation);
/// What stands for the region in the older kind of URL: us-east1 → `ue`.
std::string regionCode(std::string_view region);

std::string base64(std::string_view bytes, bool isUrl = false);
std::optional<std::string> fromBase64(std::string_view text); ///< either alphabet, padded or not
std::string hexText(std::string_view bytes);
std::string sha256Hex(std::string_view bytes);
/// HMAC-SHA256 as URL-safe base64.
std::string signature(std::string_view key, std::string_view text);

} // namespace batuta::cloud_local
