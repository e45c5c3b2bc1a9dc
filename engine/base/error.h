// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace batuta {

/// Every way in which Batuta can refuse or fail, grouped by room. The text of each stands in error.cpp;
/// its stable spelling (`codeName`) is what APIs, logs and tests compare.
enum class ErrorCode {
    Internal,       ///< a broken invariant of ours
    UsageInvalid,   ///< command line words that make no sense
    FileUnreadable, ///< missing, not permitted, not a file
    FileTooLarge,   ///< above the stated limit
    FileUnwritable,
    JsonSyntax,
    JsonTooDeep,
    JsonTooLarge,
    SchemaInvalid,   ///< the JSON Schema itself is wrong
    SchemaViolation, ///< a value does not fit its schema
    ExprSyntax,
    ExprUnknownName, ///< a context or function that does not exist
    ExprArguments,   ///< wrong number of arguments
    ExprEvaluation,  ///< fromJSON of bad text, limit reached …
    ExprLimit,       ///< depth, length or memory bound
    YamlSyntax,
    YamlLimit, ///< size, depth, aliases or nodes
    YamlDuplicateKey,
    FlowVersion,
    FlowUnknownKey,
    FlowMissingKey,
    FlowWrongType,
    FlowBadName,
    FlowBadValue,
    FlowUnknownStep, ///< `needs` names a step that is not there
    FlowCycle,
    FlowKindCount,     ///< a step with no kind, or with two
    FlowNotSupported,  ///< known to the format, not in this version of the engine
    FlowContradiction, ///< two settings that cannot both hold
    FlowDuplicate,     ///< the same flow name in two files
    FlowUnknown,       ///< no flow of that name in the workspace
    RouteInvalid,
    EnvSyntax,
    EnvBadKey,
    InputInvalid,
    ExecutionUnknown,
    ExecutionEnded,   ///< an act on an execution that has already ended
    DuplicateRequest, ///< refused by the flow's idempotency policy
    FlowFull,         ///< refused by the flow's concurrency limit
    FlowTextMissing,  ///< the version that an execution began with is not kept any more
    ActUnknown,       ///< a verb that no engine knows
    ActRefused,       ///< the act does not fit what the execution is doing
    ActForbidden,     ///< the actor lacks the role
    ScheduleUnknown,  ///< the flow has no schedule
    QueueUnknown,     ///< no flow has a trigger for the queue
    SecretMissing,    ///< a flow needs a secret that the environment does not have
    SealUnreadable,   ///< encrypted values without their key
    EngineStopping,
    EngineUnreachable,
    NetUrl,
    NetResolve,
    NetConnect,
    NetTls,
    NetTimeout,
    NetTooLarge,
    NetProtocol,
    NetCancelled,
    NetListen,
    HttpBadRequest,
    HttpUnauthorized,
    HttpNotFound,
    HttpMethod,
    HttpMediaType,
    HttpTooLarge,
    HttpBusy,
    StoreOpen,
    StoreCorrupt,
    StoreWrite,
    StoreRead,
    StoreFull, ///< no space left
    StoreBusy, ///< locked by another program for too long
    StoreVersion,
    CloudSignIn,   ///< no credentials, or Google does not take them
    CloudRefused,  ///< Google's API said no, in its own words
    CloudConflict, ///< somebody changed the resource since it was read
};
inline constexpr ErrorCode kLastErrorCode = ErrorCode::CloudConflict;

/// Where something stands in a file. Lines and columns count from 1; 0 means unknown.
struct Place
{
    std::string file;
    int line = 0;
    int column = 0;

    bool operator==(const Place &) const = default;
};

/// One failure as a value: what (code), about what (subject), the facts (detail), where (place), and how to
/// mend it when that depends on the case (mend; otherwise the code's own advice is used).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string subject;
    std::string detail;
    Place place;
    std::string mend;
};

using Errors = std::vector<Error>;

/// Stable spelling of a code: `flow.unknown_step`.
std::string_view codeName(ErrorCode code);
/// What the code means, in English, without a subject: "A step needs one that is not there".
std::string_view codeTitle(ErrorCode code);
/// How to mend it: the error's own advice, or that of its code.
std::string mendText(const Error &error);
/// `file:line:column`, as much of it as is known.
std::string placeText(const Place &place);
/// One line: place, code, title, subject and detail.
std::string errorText(const Error &error);

} // namespace batuta
