// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/environments/env_mask.h"

#include "engine/base/text.h"
#include "engine/env/secret_reference.h"
#include "engine/environments/matrix.h"
#include "engine/json/redact.h"

#include <algorithm>

namespace batuta::views {
namespace {

using environments::EnvText;

constexpr std::string_view kDots = "••••••••";
constexpr std::string_view kWordLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

bool isSecretIn(const SecretKeys &secret, std::string_view key, std::string_view value)
{
    return isSecretValue(key, value) || (secret.count(key) > 0 && !env::readReference(value));
}

/// A line outside of all entries: of a comment what follows a secret name is hidden, of anything else all.
std::string maskedLine(std::string_view line, const SecretKeys &secret)
{
    const std::string_view bare = trimmed(line);
    if (bare.size() <= 3) // nothing, `---`, `}`
        return std::string(line);
    if (bare.front() != '#')
        return std::string(kDots);
    for (std::size_t at = line.find_first_of("=:"); at != std::string_view::npos;
         at = line.find_first_of("=:", at + 1)) {
        const std::string_view head = line.substr(0, at);
        const std::size_t end = head.find_last_not_of(' ');
        const std::size_t before =
            end == std::string_view::npos ? end : head.find_last_not_of(kWordLetters, end);
        const std::string_view word =
            before == std::string_view::npos ? std::string_view() : head.substr(before + 1, end - before);
        if (isSecretIn(secret, word, line.substr(at + 1)))
            return std::string(line.substr(0, at + 1)) + std::string(kDots);
    }
    return std::string(line);
}

/// The text between two entries, line by line.
std::string maskedRest(std::string_view text, const SecretKeys &secret)
{
    std::string out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        out += maskedLine(text.substr(from, end - from), secret);
        if (end < text.size())
            out += '\n';
        from = end + 1;
    }
    return out;
}

} // namespace

bool isSecretValue(std::string_view key, std::string_view value)
{
    if (env::isReference(value) && env::readReference(value))
        return false; // an address
    if (json::isSecretName(key))
        return true;
    const std::size_t scheme = value.find("://");
    if (scheme == std::string_view::npos)
        return false;
    const std::string_view rest = value.substr(scheme + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    const std::size_t at = authority.rfind('@');
    return at != std::string_view::npos && authority.substr(0, at).find(':') != std::string_view::npos;
}

bool isSecretValue(const environments::Row &row, std::string_view value)
{
    return isSecretValue(row.key, value) || (row.isSecret && !env::readReference(value));
}

std::string maskOf(std::string_view value)
{
    return std::string(kDots) + ' ' + environments::shortFingerprint(value);
}

std::string shownValue(std::string_view key, const std::string &value)
{
    return value.empty() || !isSecretValue(key, value) ? value : maskOf(value);
}

std::string shownValue(const environments::Row &row, const std::string &value)
{
    return value.empty() || !isSecretValue(row, value) ? value : maskOf(value);
}

SecretKeys secretKeysOf(const environments::Matrix &matrix)
{
    SecretKeys keys;
    for (const environments::Row &row : matrix.rows)
        if (row.isSecret)
            keys.insert(row.key);
    return keys;
}

std::string maskedText(const std::string &text, environments::EnvFormat format, const SecretKeys &secret)
{
    const Result<EnvText> read = EnvText::read(text, format, "env");
    if (!read)
        return "";
    const std::string_view whole = text;
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < read->entries().size(); ++i) {
        const env::Entry &entry = read->entries()[i];
        const env::Written &written = read->written(i);
        if (written.lines.from < at || written.value.from < written.lines.from)
            continue;
        out += maskedRest(whole.substr(at, written.lines.from - at), secret);
        at = std::max(written.lines.to, written.value.to);
        if (entry.value.empty() || !isSecretIn(secret, entry.key, entry.value)) {
            out += whole.substr(written.lines.from, at - written.lines.from);
            continue;
        }
        out += whole.substr(written.lines.from, written.value.from - written.lines.from);
        out += maskOf(entry.value);
    }
    return out + maskedRest(whole.substr(at), secret);
}

} // namespace batuta::views
