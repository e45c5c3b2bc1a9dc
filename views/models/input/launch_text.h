// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <QList>
#include <QPair>
#include <QString>

#include <string>
#include <vector>

namespace batuta::views {

// The same launch as lines for a POSIX shell. No secret is ever in them: where one belongs stands a variable
// of the shell, and the first line stops with a message while that variable is not set.

/// What is launched, and where. Without a flow, the routes of the engine choose one.
struct Launch
{
    std::string flow;
    json::Value input;
    std::vector<std::string> secrets; ///< names of writeOnly members; secret names are known anyway
    std::string engine = "http://127.0.0.1:8080"; ///< of `batuta serve`
    std::string environment;                      ///< for `--env`; "" and "default" name none
};

/// `text` as one word of a POSIX shell. NUL characters, which no argument can hold, are left out.
QString shellQuoted(const QString &text);

/// Starts it on a running engine: `POST /flows/{name}/executions`, or `POST /orchestrate` without a flow.
QString curlCommand(const Launch &launch);
QString curlCommand(const std::string &flow, const json::Value &input);
/// Runs it in the workspace of the current folder. "" without a flow: the program wants one.
QString batutaRunCommand(const Launch &launch);
QString batutaRunCommand(const std::string &flow, const json::Value &input);

/// Any request, a recorded one for example. Headers with secret names, members of a JSON body with secret
/// names, and masked values become variables of the shell.
QString curlOfRequest(const QString &method, const QString &url,
                      const QList<QPair<QString, QString>> &headers, const QString &body);

} // namespace batuta::views
