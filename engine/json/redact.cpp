// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/redact.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace batuta::json {
namespace {

constexpr std::size_t kShortest = 4;
constexpr int kDeepestEscape = 4; ///< JSON in texts of JSON

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLetterOrDigit(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

char lowerOf(char c)
{
    return isUpper(c) ? static_cast<char>(c | 0x20) : c;
}

bool endsWith(std::string_view word, std::string_view ending)
{
    return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

/// Written together too: `accesstoken`, `apikeys`.
constexpr std::array<std::string_view, 17> kEndings = {
    "authorization", "cookie", "token",      "password",   "passwd",      "passphrase",
    "secret",        "apikey", "credential", "privatekey", "accesskey",   "signingkey",
    "secretkey",     "senha",  "jwt",        "otlpheader", "tracesheader"};

/// Two letters as one number; a few other pairs share it.
constexpr std::size_t pairOf(char first, char second)
{
    return (static_cast<std::size_t>(first & 31) << 5) | static_cast<std::size_t>(second & 31);
}

constexpr auto lastPairs()
{
    std::array<bool, 1024> table{};
    for (const std::string_view ending : kEndings)
        table[pairOf(ending[ending.size() - 2], ending.back())] = true;
    return table;
}

constexpr auto kLastPairs = lastPairs();

bool endsLikeASecret(std::string_view word)
{
    if (word.size() > 1 && word.back() == 's')
        word.remove_suffix(1);
    // Most names end otherwise, and every header, field and environment key comes by here.
    return word.size() > 1 && kLastPairs[pairOf(word[word.size() - 2], word.back())] &&
           std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return endsWith(word, ending); });
}

/// Whether one of the words of `name`, alone or behind the one before it, ends like a secret. `X-Api-Key`,
/// `apiKey` and `API_key` are all "api" and "key" at their end. `letters` is room for the whole name.
bool hasSecretWord(std::string_view name, char *letters)
{
    std::size_t size = 0;
    std::size_t before = 0; // where the word before the current one begins
    std::size_t start = 0;
    const auto isSecretSoFar = [&] { return endsLikeASecret({letters + before, size - before}); };
    bool startsWord = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!isLetterOrDigit(c)) {
            startsWord = true;
            continue;
        }
        if (startsWord || (i > 0 && isUpper(c) && !isUpper(name[i - 1]))) {
            if (isSecretSoFar())
                return true;
            before = std::exchange(start, size);
        }
        letters[size++] = lowerOf(c);
        startsWord = false;
    }
    return isSecretSoFar();
}

bool looksSecret(std::string_view name)
{
    std::array<char, 128> letters;
    if (name.size() <= letters.size())
        return hasSecretWord(name, letters.data());
    std::string manyLetters(name.size(), ' ');
    return hasSecretWord(name, manyLetters.data());
}

/// A name of usual length as four words, with zeros behind it.
struct ShortName
{
    static constexpr std::size_t kMost = 32;
    std::array<std::uint64_t, kMost / sizeof(std::uint64_t)> words{};

    ShortName() = default;
    explicit ShortName(std::string_view name)
    {
        if (!name.empty())
            std::memcpy(words.data(), name.data(), name.size());
    }
    bool operator==(const ShortName &) const = default;
    /// The high bits of a product hang on all bits of its factors.
    std::size_t slot(int bits) const
    {
        std::uint64_t hash = 0;
        for (const std::uint64_t word : words)
            hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15ULL + (hash >> 32);
        return static_cast<std::size_t>(hash >> (64 - bits));
    }
};

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
    // The same few hundred names of headers, fields and keys come again and again.
    constexpr int kBits = 9;
    struct Known
    {
        ShortName name;
        bool isSecret = false; // the empty name, which stands in every slot at first, is none
    };
    thread_local std::array<Known, 1U << kBits> known;
    if (name.size() > ShortName::kMost)
        return looksSecret(name);
    const ShortName wanted(name);
    Known &slot = known[wanted.slot(kBits)];
    if (!(slot.name == wanted))
        slot = {wanted, looksSecret(name)};
    return slot.isSecret;
}

Redactor::Redactor(std::vector<std::string> secrets)
{
    for (const std::string &secret : secrets) {
        if (secret.size() < kShortest)
            continue;
        m_secrets.push_back(secret);
        m_secrets.push_back(asPercentEncoded(secret));
        // JSON within a text of JSON, and that again: each time its quotes are escaped once more.
        std::string escaped = secret;
        for (int depth = 0; depth < kDeepestEscape; ++depth) {
            std::string more = asJson(escaped);
            if (more == escaped)
                break;
            m_secrets.push_back(more);
            escaped = std::move(more);
        }
    }
    std::sort(m_secrets.begin(), m_secrets.end());
    m_secrets.erase(std::unique(m_secrets.begin(), m_secrets.end()), m_secrets.end());
}

std::string Redactor::text(std::string_view text) const
{
    const std::vector<Span> spans = findAll(text, m_secrets);
    if (spans.empty())
        return std::string(text);
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
    std::optional<Value> masked = maskedOf(value);
    return masked ? std::move(*masked) : value;
}

// What holds nothing to mask is shared instead of copied: most values are such.
std::optional<Value> Redactor::maskedOf(const Value &value) const
{
    if (value.isString()) {
        if (!holds(value.asString(), m_secrets))
            return std::nullopt;
        return Value(text(value.asString()));
    }
    std::optional<Value> copy;
    if (value.isArray()) {
        const Array &items = value.asArray();
        for (std::size_t i = 0; i < items.size(); ++i)
            if (std::optional<Value> masked = maskedOf(items[i])) {
                if (!copy)
                    copy = value;
                copy->array()[i] = std::move(*masked);
            }
    } else if (value.isObject()) {
        for (const auto &[name, member] : value.asObject()) {
            std::optional<Value> masked =
                isMaskable(member) && isSecretName(name) ? std::optional<Value>(kMask) : maskedOf(member);
            if (!masked)
                continue;
            if (!copy)
                copy = value;
            copy->object().set(name, std::move(*masked));
        }
    }
    return copy;
}

} // namespace batuta::json
