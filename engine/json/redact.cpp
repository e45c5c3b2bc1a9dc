// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/redact.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::json {
namespace {

constexpr std::size_t kShortest = 4;

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLetterOrDigit(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// `X-Api-Key`, `apiKey` and `API_key` are all {"api", "key"} at their end.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    bool startsWord = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!isLetterOrDigit(name[i])) {
            startsWord = true;
            continue;
        }
        if (startsWord || (i > 0 && isUpper(name[i]) && !isUpper(name[i - 1])))
            words.emplace_back();
        words.back() += lowered(name.substr(i, 1));
        startsWord = false;
    }
    return words;
}

/// Written together too: `accesstoken`, `apikeys`.
bool endsLikeASecret(std::string_view word)
{
    constexpr std::array<std::string_view, 15> kEndings = {
        "authorization", "cookie",     "token",     "password",   "passwd",
        "passphrase",    "secret",     "apikey",    "credential", "privatekey",
        "accesskey",     "signingkey", "secretkey", "senha",      "jwt"};
    if (word.size() > 1 && word.back() == 's')
        word.remove_suffix(1);
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
        return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
    });
}

std::string asJson(std::string_view text)
{
    std::string out;
    writeString(text, out);
    return out.substr(1, out.size() - 2);
}

std::string asPercentEncoded(std::string_view text)
{
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool isPlain = (isLetterOrDigit(c) && static_cast<unsigned char>(c) < 0x80) ||
                             std::string_view("-._~").find(c) != std::string_view::npos;
        if (isPlain) {
            out += c;
            continue;
        }
        out += '%';
        out += kDigits[static_cast<unsigned char>(c) >> 4];
        out += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

bool holds(std::string_view text, const std::vector<std::string> &secrets)
{
    return std::any_of(secrets.begin(), secrets.end(), [&](const std::string &secret) {
        return text.find(secret) != std::string_view::npos;
    });
}

using Span = std::pair<std::size_t, std::size_t>;

std::vector<Span> findAll(std::string_view text, const std::vector<std::string> &secrets)
{
    std::vector<Span> spans;
    for (const std::string &secret : secrets)
        for (std::size_t at = text.find(secret); at != std::string_view::npos; at = text.find(secret, at + 1))
            spans.emplace_back(at, at + secret.size());
    std::sort(spans.begin(), spans.end());
    return spans;
}

bool isMaskable(const Value &value)
{
    return !value.isNull() && !value.isBoolean();
}

} // namespace

bool isSecretName(std::string_view name)
{
    const std::vector<std::string> words = wordsOf(name);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (endsLikeASecret(words[i]) || (i > 0 && endsLikeASecret(words[i - 1] + words[i])))
            return true;
    return false;
}

Redactor::Redactor(std::vector<std::string> secrets)
{
    for (const std::string &secret : secrets) {
        if (secret.size() < kShortest)
            continue;
        m_secrets.push_back(secret);
        m_secrets.push_back(asJson(secret));
        m_secrets.push_back(asPercentEncoded(secret));
    }
    std::sort(m_secrets.begin(), m_secrets.end());
    m_secrets.erase(std::unique(m_secrets.begin(), m_secrets.end()), m_secrets.end());
}

std::string Redactor::text(std::string_view text) const
{
    const std::vector<Span> spans = findAll(text, m_secrets);
    std::string out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < spans.size();) {
        // Secrets that overlap leave one mask: two would tell where they meet.
        std::size_t end = spans[i].second;
        const std::size_t start = spans[i].first;
        for (++i; i < spans.size() && spans[i].first < end; ++i)
            end = std::max(end, spans[i].second);
        out += text.substr(done, start - done);
        out += kMask;
        done = end;
    }
    out += text.substr(done);
    return out;
}

Value Redactor::value(const Value &value) const
{
    if (value.isString())
        return holds(value.asString(), m_secrets) ? Value(text(value.asString())) : value;
    if (value.isArray()) {
        Array items;
        items.reserve(value.asArray().size());
        for (const Value &item : value.asArray())
            items.push_back(this->value(item));
        return items;
    }
    if (!value.isObject())
        return value;
    std::vector<Object::Member> members;
    members.reserve(value.asObject().size());
    for (const auto &[name, member] : value.asObject())
        members.emplace_back(name,
                             isMaskable(member) && isSecretName(name) ? Value(kMask) : this->value(member));
    return Object::fromMembers(std::move(members)).first;
}

} // namespace batuta::json
