// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/failure.h"

#include "engine/store/cohort.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace batuta::store {
namespace {

constexpr std::size_t kMaxPattern = 300;
constexpr std::size_t kMaxRead = 4'000; // of an error: what comes later tells no groups apart

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isWord(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || c == '-';
}

/// Reads an error from its beginning, and writes what stays of it.
class Normaliser
{
public:
    explicit Normaliser(std::string_view text)
        : m_text(text.substr(0, kMaxRead))
    {
    }

    std::string read()
    {
        while (m_at < m_text.size() && m_out.size() < kMaxPattern)
            readOne();
        if (m_out.size() > kMaxPattern) {
            std::size_t end = kMaxPattern;
            while (end > 0 && (static_cast<unsigned char>(m_out[end]) & 0xc0) == 0x80)
                --end; // not in the middle of a character
            m_out.resize(end);
        }
        while (m_out.ends_with(' '))
            m_out.pop_back();
        return std::move(m_out);
    }

private:
    void readOne()
    {
        const char c = m_text[m_at];
        if (static_cast<unsigned char>(c) <= ' ') {
            ++m_at;
            if (!m_out.empty() && !m_out.ends_with(' '))
                m_out += ' ';
        } else if ((c == '"' || c == '\'' || c == '`') && readQuoted(c)) {
            m_out += "<text>";
        } else if (m_text.substr(m_at).starts_with("://")) {
            readAddress();
        } else if (isWord(c)) {
            readWord();
        } else {
            m_out += c;
            ++m_at;
        }
    }

    /// An apostrophe inside a word is none that quotes.
    bool readQuoted(char quote)
    {
        if (m_at > 0 && isWord(m_text[m_at - 1]))
            return false;
        const std::size_t end = m_text.find(quote, m_at + 1);
        if (end == std::string_view::npos)
            return false;
        m_at = end + 1;
        return true;
    }

    void readAddress()
    {
        m_out += "://<host>";
        m_at = std::min(m_text.find_first_of("/? \t\n\"'<>)", m_at + 3), m_text.size());
        while (m_at < m_text.size() && (isWord(m_text[m_at]) || m_text[m_at] == '/' || m_text[m_at] == '.'))
            if (isWord(m_text[m_at]))
                readWord();
            else
                m_out += m_text[m_at++];
        if (m_at < m_text.size() && m_text[m_at] == '?') {
            m_out += "?<query>";
            m_at = std::min(m_text.find_first_of(" \t\n\"'<>)", m_at), m_text.size());
        }
    }

    void readWord()
    {
        const std::size_t end = std::min(
            static_cast<std::size_t>(
                std::find_if_not(m_text.begin() + static_cast<std::ptrdiff_t>(m_at), m_text.end(), isWord) -
                m_text.begin()),
            m_text.size());
        const std::string_view word = m_text.substr(m_at, end - m_at);
        m_at = end;
        const bool isStatus = word.size() == 3 && m_out.ends_with("HTTP ");
        if (std::none_of(word.begin(), word.end(), isDigit) || isStatus)
            m_out += word;
        else
            writeMixed(word);
        // 12.5, 10.0.0.1 and 12:30:45 are one figure each.
        while (m_out.ends_with("<n>") && m_at + 1 < m_text.size() &&
               (m_text[m_at] == '.' || m_text[m_at] == ':') && isDigit(m_text[m_at + 1])) {
            ++m_at;
            while (m_at < m_text.size() && isDigit(m_text[m_at]))
                ++m_at;
        }
    }

    /// A word with digits in it: an id as a whole, or a name whose figures go.
    void writeMixed(std::string_view word)
    {
        constexpr std::size_t kLeastHex = 8, kLeastId = 8;
        const auto dashless = [](char c) { return isHex(c) || c == '-'; };
        const bool isAllDigits = std::all_of(word.begin(), word.end(), isDigit);
        if (!isAllDigits && word.size() >= kLeastHex && std::all_of(word.begin(), word.end(), dashless)) {
            m_out += "<id>";
            return;
        }
        std::string shown;
        int runs = 0;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (!isDigit(word[i])) {
                shown += word[i];
            } else if (i == 0 || !isDigit(word[i - 1])) {
                shown += "<n>";
                ++runs;
            }
        m_out += runs > 1 && word.size() >= kLeastId ? "<id>" : shown;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_out;
};

/// `net.timeout` at the beginning of a reason.
std::string codeIn(std::string_view reason)
{
    const std::size_t end = std::min(reason.find_first_of(": ,"), reason.size());
    const std::string_view word = reason.substr(0, end);
    const std::size_t dot = word.find('.');
    const auto isName = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == word.size())
        return "";
    const bool isCode = std::all_of(word.begin(), word.end(), [&](char c) { return isName(c) || c == '.'; });
    return isCode ? std::string(word) : std::string();
}

std::string codeOf(const ExecutionRecord &record, const std::string &reason, int statusCode)
{
    if (record.status == "interrupted")
        return "interrupted";
    if (statusCode > 0 && (statusCode < 200 || statusCode > 299))
        return std::to_string(statusCode);
    if (std::string code = codeIn(reason); !code.empty())
        return code;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBeginnings{
        {{"Deadline of", "deadline"},
         {"Not answered within", "expired"},
         {"HTTP ", "http"},
         {"Timeout", "timeout"}}};
    for (const auto &[beginning, code] : kBeginnings)
        if (reason.starts_with(beginning))
            return code == "http" ? reason.substr(5, 3) : std::string(code);
    return "other";
}

} // namespace

std::string normalisedError(std::string_view error)
{
    return Normaliser(error).read();
}

std::optional<Failure> failureOf(const ExecutionRecord &record)
{
    if (record.status != "failed" && record.status != "interrupted")
        return std::nullopt;
    Failure failure;
    std::string_view reason = record.error;
    int statusCode = 0;
    // The error names the step that failed first; its record knows more.
    const std::size_t colon = reason.find(": ");
    const std::string_view name =
        colon == std::string_view::npos ? std::string_view() : reason.substr(0, colon);
    for (const StepRecord &step : record.steps)
        if (step.step == name) {
            failure.step = step.step;
            statusCode = step.statusCode;
            reason.remove_prefix(colon + 2);
            break;
        }
    failure.code = codeOf(record, std::string(reason), statusCode);
    failure.pattern = normalisedError(reason);
    failure.group = numberOf(
        {record.flow, record.flowVersion, record.revision, failure.step, failure.code, failure.pattern});
    return failure;
}

std::string failureKey(std::int64_t group)
{
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(group));
    return text.data();
}

std::optional<std::int64_t> failureGroup(std::string_view key)
{
    std::uint64_t group = 0;
    const auto [end, code] = std::from_chars(key.data(), key.data() + key.size(), group, 16);
    if (key.size() != 16 || code != std::errc() || end != key.data() + key.size())
        return std::nullopt;
    return static_cast<std::int64_t>(group);
}

} // namespace batuta::store
