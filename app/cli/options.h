// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/cloud_words.h"
#include "app/shared/keep.h"

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
    kNotEnough = 5,   ///< a rehearsal: too little was recorded to tell
};

enum class Command {
    Run,
    Serve,
    Trace,
    Executions,
    Find,
    Failures,
    Logs,
    Act, ///< the verb says which
    Audit,
    Schedules, ///< the verb says what about them
    Prune,
    Export,
    Import,
    Flows,
    Validate,
    Eval,
    Route,
    Plan,
    Version,
    Versions, ///< of a flow; the verb says what about them
    Env,      ///< files of environments; the verb says what about them
    Secrets,
    Revisions, ///< of a service of Cloud Run
    Traffic,
    Rollback,
    Deploy,
    CloudLocal,
    Capsule, ///< executions in one signed file; the verb says what about them
};

/// Which executions a command is about.
struct Filter
{
    std::string flow;
    std::string status;
    std::string userId;
    std::string sessionId;
    std::string correlationId;
    std::string since; ///< a UTC time, or how long ago
    std::string until;

    bool isEmpty() const
    {
        return flow.empty() && status.empty() && userId.empty() && sessionId.empty() &&
               correlationId.empty() && since.empty() && until.empty();
    }
};

/// What an act takes besides the executions. Fields that its verb does not know stay empty.
struct ActWords
{
    std::string verb;
    std::string why;
    std::string step; ///< answer, release; `--from` of rerun
    bool compensate = false;
    std::string version; ///< rerun: same or newest
    std::string only;
    std::string upTo;
    std::vector<std::string> pins;        ///< STEP, or STEP=FILE
    std::vector<std::string> breakpoints; ///< STEP, or STEP=CONDITION
    bool stepping = false;
    bool approve = false;
    bool reject = false;
    std::string comment;
    std::string form; ///< a file, or `-`
    std::string name; ///< of the signal
    std::string data; ///< of the signal: a file, or `-`
    bool all = false; ///< backfill: also what ran already
    bool yes = false;
    bool dryRun = false;
};

/// What `env` takes besides an environment.
struct EnvWords
{
    std::string key;
    std::string value; ///< set: or from standard input
    bool hasValue = false;
    bool asksUrls = false;
    bool asService = false;
    bool forCloudRun = false;
    std::string output; ///< convert: a file, or "" for standard output
};

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
    std::string id;                 ///< trace, acts on one execution
    std::string text;               ///< find; logs: the query
    bool follows = false;           ///< logs: goes on with what is written
    bool counts = false;            ///< logs: says how many lines there are
    std::string expression;         ///< eval
    std::string context;            ///< eval
    std::vector<std::string> files; ///< validate
    bool strict = false;            ///< validate: warnings fail as well
    std::string from;               ///< versions: show, diff, restore; env: diff
    std::string to;                 ///< versions: diff; env: diff, convert
    std::string note;               ///< versions: publish, restore
    int maxParallel = 0;
    std::string correlationId;
    bool correctedFilter = false;

    Filter filter;
    std::vector<std::string> ids; ///< acts, export, capsule
    ActWords act;
    EnvWords env;
    CloudLocalWords cloudLocal;
    CloudWords cloud;
    app::KeepWords keep;
    std::string output;         ///< capsule: the file to write
    std::string keyFingerprint; ///< capsule: the only key that is believed, or ""
    bool verifies = false;      ///< audit: checks the chain instead of listing it
    int limit = 20;

    std::string address = "127.0.0.1";
    int port = 8080;
    bool allowUnauthenticated = false;
    std::string jwtFile; ///< serve: whose JSON Web Tokens it takes
    std::string logLevel = "INFO";
    std::string logFile;
    std::string historyFile;
    std::string store; ///< postgresql://…, a file, or "" for what BATUTA_STORE says
    std::string grace = "30s";
    std::string otlpUrl;
    std::string cloudEventsUrl;
    bool awake = false;  ///< or what the workspace says
    std::string journal; ///< full, normal, memory, or "" for what the workspace says
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
