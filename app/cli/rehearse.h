// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/cloud_desk.h"

namespace batuta::cli {

/// batuta release rehearse: recorded executions once more against a revision without traffic. The exit code
/// is the verdict: good, broken, or not enough is known.
int rehearse(CloudDesk &desk);

} // namespace batuta::cli
