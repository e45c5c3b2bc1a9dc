// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/server.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::sandbox {

/// What the command line asks for.
struct Options
{
    ServerOptions server;
    std::string faultsFile;
    std::string envFile;
    std::string tokenFile;
    bool help = false;
    bool version = false;
};

Result<Options> parseOptions(const std::vector<std::string> &words);
std::string_view helpText();
/// The whole program behind main(): parses, serves until SIGTERM or SIGINT. Gives the exit code: 0, 1 when it
/// cannot serve, 2 when the command line is wrong.
int runProgram(const std::vector<std::string> &words);

} // namespace batuta::sandbox
