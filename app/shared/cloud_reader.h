// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/engine_options.h"

#include <string>

namespace batuta::app {

/// What an engine asks for its clouds: the environments that batuta.yaml names one for, read anew each time;
/// dev first, production last.
decltype(host::EngineOptions::clouds) cloudReader(const std::string &workspace);

} // namespace batuta::app
