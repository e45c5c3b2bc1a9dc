// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>

namespace batuta::app {

/// The workspace to work on: the folder that was named, or the nearest one with a `flows` folder, from the
/// current folder upwards.
Result<std::string> findWorkspace(const std::string &named);

/// Where the engine keeps its own files: `<workspace>/.batuta/…`, made when missing, readable by its owner
/// only.
std::string historyFile(const std::string &workspace);
/// Where the history is kept instead, a file or postgresql://…: what was named, or BATUTA_STORE, or "". A
/// named one with a password in it is refused, because every word of a command line can be read by others
/// here.
Result<std::string> readStore(const std::string &named);
std::string logFile(const std::string &workspace);
/// Where the local Cloud Run of the workspace keeps its state.
std::string localCloudFolder(const std::string &workspace);
/// Where it listens, as the program that has it open says: `http://127.0.0.1:PORT`, or "".
std::string localCloudAddress(const std::string &workspace);

} // namespace batuta::app
