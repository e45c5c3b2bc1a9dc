// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/cloud_desk.h"

namespace batuta::cli {

/// batuta release jobs: list, describe, run, executions, cancel, as `words.verb` says behind `jobs `.
int jobs(CloudDesk &desk);

} // namespace batuta::cli
