// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace batuta::cli {

/// Exit codes, part of the contract with scripts.
enum Exit : int {
    kSuccess = 0,
    kExecutionFailed = 1,
    kUsage = 2,
    kInvalid = 3,     ///< an invalid flow, input, expression or file
    kUnreachable = 4, ///< the engine, or its history, cannot be reached
};

enum class Command { Run, Serve, Trace, Executions, Flows, Validate, Eval, Route, Plan, Version };

/// The command line, read. Fields that a command does not know stay as they are here.
struct Options
{
    Command command = Command::Version;
    std::string workspace;
    std::string environment;
    std::vector<std::pair<std::string, std::string>> overrides;
    std::string engine; ///< URL of a running engine; "" works on the workspace itself
    std::string tokenFile;
    bool json = false;

    std::string flow;               ///< run, plan
    std::string input;              ///< a file, or `-` for standard input
    std::string id;                 ///< trace
    std::string expression;         ///< eval
    std::string context;            ///< eval
    std::vector<std::string> files; ///< validate
    int maxParallel = 0;
    std::string correlationId;
    bool correctedFilter = false;

    std::string status;
    std::string userId;
    std::string sessionId;
    int limit = 20;

    std::string address = "127.0.0.1";
    int port = 8080;
    bool allowUnauthenticated = false;
    std::string logLevel = "INFO";
    std::string logFile;
    std::string historyFile;
    std::string grace = "30s";
};

/// What reading came to: options to act on, or an exit code when everything has been said (help, a usage
/// error).
struct Reading
{
    Options options;
    bool goOn = false;
    int exitCode = kSuccess;
};

Reading readOptions(int argc, char **argv);

} // namespace batuta::cli
