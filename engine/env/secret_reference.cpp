// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/secret_reference.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::env {
namespace {

constexpr std::string_view kScheme = "sm://";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLower = "abcdefghijklmnopqrstuvwxyz";

bool isOf(std::string_view text, std::size_t most, std::string_view more)
{
    return !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || more.find(c) != std::string_view::npos;
    });
}

constexpr std::string_view kUpperAndMarks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

bool isNumber(std::string_view text)
{
    return !text.empty() && text.size() <= 19 && text.front() != '0' &&
           text.find_first_not_of(kDigits) == std::string_view::npos;
}

/// An id, `example.com:id`, or the number.
bool isProject(std::string_view text)
{
    return isNumber(text) || (isOf(text, 120, "-.:") && kLower.find(text.front()) != std::string_view::npos &&
                              text.size() >= 6);
}

bool isVersion(std::string_view text)
{
    return isNumber(text) ||
           (isOf(text, 63, kUpperAndMarks) && (kDigits.find(text.front()) == std::string_view::npos) &&
            text.front() != '-' && text.front() != '_');
}

Error wrong(std::string_view value, std::string detail)
{
    // Whatever somebody has put there instead of an address may be the secret: only its beginning is told.
    const std::string begin = std::string(value.substr(0, kScheme.size()));
    return {ErrorCode::EnvSyntax,
            begin + "…",
            std::move(detail),
            {},
            "Write sm://projects/PROJECT/secrets/NAME/versions/VERSION, where VERSION is a number, latest or "
            "an alias."};
}

} // namespace

std::string SecretReference::resourceOfSecret() const
{
    return "projects/" + project + (location.empty() ? "" : "/locations/" + location) + "/secrets/" + secret;
}

std::string SecretReference::resource() const
{
    return resourceOfSecret() + "/versions/" + version;
}

bool isReference(std::string_view value)
{
    return value.starts_with(kScheme);
}

Result<SecretReference> readReference(std::string_view value)
{
    if (!isReference(value))
        return wrong("", "it is no reference to Secret Manager");
    const std::vector<std::string_view> parts = split(value.substr(kScheme.size()), '/');
    const bool isRegional = parts.size() == 8;
    if (parts.size() != 6 && !isRegional)
        return wrong(value, "it does not name a project, a secret and a version");
    const std::size_t at = isRegional ? 4 : 2;
    if (parts[0] != "projects" || parts[at] != "secrets" || parts[at + 2] != "versions" ||
        (isRegional && parts[2] != "locations"))
        return wrong(value, "its parts are not projects, secrets and versions");
    SecretReference reference{std::string(parts[1]), isRegional ? std::string(parts[3]) : "",
                              std::string(parts[at + 1]), std::string(parts[at + 3])};
    if (!isProject(reference.project))
        return wrong(value, "its project is neither an id nor a number");
    if (isRegional && !isOf(reference.location, 63, "-"))
        return wrong(value, "its location is no region");
    if (!isOf(reference.secret, 255, kUpperAndMarks))
        return wrong(value, "the name of its secret has characters that Secret Manager does not take");
    if (!isVersion(reference.version))
        return wrong(value, "its version is neither a number nor a name");
    return reference;
}

} // namespace batuta::env
