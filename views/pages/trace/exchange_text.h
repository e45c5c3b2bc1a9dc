// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_step.h"

#include <QString>

namespace batuta::views {

/// One message of a call, as it is shown and copied.
struct MessageText
{
    std::string head;    ///< `POST https://…` or `HTTP/1.1 503`
    std::string headers; ///< a line each; secrets are masked by the engine
    std::string body;    ///< as it was recorded
    qint64 bytes = 0;    ///< of the body as it was sent
    bool isThere = false;
    bool isCut = false;
    bool isBinary = false;
    /// Size, and what is missing of it: "The body is cut: 1.0 MiB of 3.2 MiB are recorded."
    QString note() const;
    std::string headAndHeaders() const;
    std::string brief() const; ///< head, and the body indented when it is JSON
};

MessageText requestOf(const TraceAttempt &attempt);
MessageText responseOf(const TraceAttempt &attempt);
/// The call as a line for a shell; "" for what is no call.
QString curlOf(const TraceAttempt &attempt);

} // namespace batuta::views
