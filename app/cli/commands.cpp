// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"

#include "engine/host/engine.h"

#include <iostream>

namespace batuta::cli {

int perform(const Options &options)
{
    switch (options.command) {
    case Command::Run:
        return run(options);
    case Command::Serve:
        return serve(options);
    case Command::Trace:
        return trace(options);
    case Command::Executions:
        return executions(options);
    case Command::Flows:
        return flows(options);
    case Command::Validate:
        return validate(options);
    case Command::Eval:
        return eval(options);
    case Command::Route:
    case Command::Plan:
        return route(options);
    case Command::Version:
        std::cout << "batuta " << host::version() << '\n';
        return kSuccess;
    }
    return kUsage;
}

} // namespace batuta::cli
