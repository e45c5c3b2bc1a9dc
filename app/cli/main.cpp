// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "engine/base/core_files.h"

#include <csignal>

int main(int argc, char **argv)
{
    batuta::forbidCoreFiles();
    std::signal(SIGPIPE, SIG_IGN); // `batuta executions | head` ends quietly
    const batuta::cli::Reading reading = batuta::cli::readOptions(argc, argv);
    return reading.goOn ? batuta::cli::perform(reading.options) : reading.exitCode;
}
