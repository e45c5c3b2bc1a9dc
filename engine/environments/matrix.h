// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/key_uses.h"
#include "engine/environments/url_check.h"
#include "engine/environments/workspace_files.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::environments {

/// A key in one environment.
struct Cell
{
    bool isSet = false;
    std::string value;
    std::string file; ///< that it comes from
    bool isStored =
        false; ///< in the store of secrets, which is stronger than the files; its value is not read
    bool differs = false; ///< from the reference, without being expected to
};

struct Row
{
    std::string key;
    std::string group; ///< of the template
    std::string description;
    bool isInTemplate = false;
    bool isRequired = false; ///< by the template, or because a step is skipped without it
    bool isSecret = false;   ///< by its name, by its uses, or because of where its value is kept
    std::vector<Cell> cells; ///< one for each environment
    std::vector<KeyUse> uses;
};

/// What is wrong, or worth a look, with one key in one environment.
struct Finding
{
    enum class Kind {
        Missing,       ///< required, or used, and without a value
        Placeholder,   ///< the template's text is still there
        NotUrl,        ///< used as a URL, and none: `detail` says why
        BadReference,  ///< to Secret Manager: `detail` says why
        NoAnswer,      ///< asked, and it does not work: `detail` says why
        Clear,         ///< http:// to another machine
        Reserved,      ///< Cloud Run refuses it: `detail` says why
        Unreadable,    ///< a line or a file: `detail` says why
        Overridden,    ///< the process has a value of its own, which is stronger
        NotDeployed,   ///< the revision `detail` runs without it
        DeployedOther, ///< the revision `detail` runs with another value
        DeployedOnly,  ///< the revision `detail` has it, and no file
        Differs,       ///< from the reference
        NotInTemplate,
        Unused, ///< by every flow
    };
    enum class Severity { Error, Warning, Note };
    Kind kind = Kind::Missing;
    Severity severity = Severity::Note;
    std::string key;
    std::size_t environment = 0;
    std::string detail;
    std::vector<KeyUse> breaks; ///< the steps it breaks
    Place place;
};

/// The keys of all environments side by side, and what that shows.
struct Matrix
{
    std::vector<std::string> environments;
    std::vector<Row> rows;         ///< in the template's order, then the others by name
    std::vector<Finding> findings; ///< the worst first

    const Row *find(std::string_view key) const;
};

/// `reference` is the environment that others are compared with, by position.
Matrix matrixOf(const WorkspaceFiles &files, const std::vector<KeyUse> &uses, std::size_t reference);

using UrlAnswers = std::map<std::string, UrlAnswer>; ///< by URL

/// A finding for every cell with a URL that steps call and that did not work when it was asked.
void addAnswers(Matrix &matrix, const UrlAnswers &answers);

/// The worst first; what is alike stays in its order.
void sortBySeverity(std::vector<Finding> &findings);
/// Whom it stops when the key's value does not work.
std::vector<KeyUse> stoppedBy(const Row &row);

/// Why a text is no URL that a call can go to, or "".
std::string whyNoUrl(std::string_view value);

/// A finding in a sentence: `WEBHOOK_URL has no value in production: step notify of update_profile is
/// skipped`. Values are never in it.
std::string findingText(const Finding &finding, const Matrix &matrix);

/// The first four hexadecimal digits of SHA-256: enough to see that two secrets are not the same.
std::string shortFingerprint(std::string_view value);

} // namespace batuta::environments
