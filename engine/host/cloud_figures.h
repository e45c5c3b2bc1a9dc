// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/cloud/settings.h"
#include "engine/cloud/watch_values.h"
#include "engine/series/values.h"

#include <vector>

namespace batuta::host {

/// What Cloud Monitoring is asked for a question: the figures themselves, then those that they are a share
/// of, or the requests that they stand on. InputInvalid for what it does not know. Monitoring samples each
/// minute, so no step is shorter.
Result<std::vector<cloud::SeriesQuery>> cloudQueries(const series::Question &question,
                                                     const cloud::Settings &place, WallTime now);
/// Its answers, in the order of the queries, on the steps of the question. A step without a point is a gap;
/// but where things are counted, no point between others means none.
series::Answer cloudAnswer(const series::Question &question, const std::vector<cloud::SeriesQuery> &queries,
                           const std::vector<std::vector<cloud::Series>> &answers);

} // namespace batuta::host
