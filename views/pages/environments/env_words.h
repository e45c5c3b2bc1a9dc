// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/matrix.h"
#include "engine/environments/url_check.h"
#include "views/models/status.h"

#include <QString>

namespace batuta::views {

/// What is wrong, in a few words: `required, no value in production`. Holds no value.
QString findingWord(const environments::Finding &finding, const environments::Matrix &matrix);
/// Which steps that breaks, or "".
QString breaksWord(const environments::Finding &finding);
Status findingStatus(const environments::Finding &finding);
QString findingIcon(const environments::Finding &finding);
/// `required`, `optional` or `not in it`.
QString templateWord(const environments::Row &row);
QString urlWord(const environments::UrlAnswer &answer);
/// How long each part of the way took: `DNS 3 ms, connection 5 ms, TLS 12 ms`.
QString urlPhases(const environments::UrlAnswer &answer);

} // namespace batuta::views
