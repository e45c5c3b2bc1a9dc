// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"
#include "engine/cloud_local/service_shape.h"

namespace batuta::cloud_local {

/// What clients send of a job in API v2, with Cloud Run's defaults; or what it would refuse.
Outcome<json::Value> jobDraft(const json::Value &body);
/// The template of one execution with what `jobs/J:run` overrides; or what it would refuse.
Outcome<json::Value> executionTemplate(const json::Value &job, const json::Value &overrides);
/// `90s`, `3.5s`; nothing for other texts.
std::optional<Duration> protoDuration(std::string_view text);

/// projects/P/locations/R/jobs/J
std::string jobName(const Ref &job);
/// A condition of v2; `reason` only when it failed.
json::Value conditionV2(std::string_view type, std::string_view state, const std::string &message,
                        std::string_view reason, const std::string &now);

} // namespace batuta::cloud_local
