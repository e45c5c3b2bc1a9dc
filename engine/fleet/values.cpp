// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/values.h"

namespace batuta::fleet {

Probe defaultStartupProbe()
{
    Probe probe;
    probe.timeout = std::chrono::seconds(240);
    probe.period = std::chrono::seconds(240);
    probe.failureThreshold = 1;
    probe.isDefault = true;
    return probe;
}

} // namespace batuta::fleet
