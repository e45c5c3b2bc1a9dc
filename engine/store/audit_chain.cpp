// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/audit_chain.h"

#include "engine/json/json.h"

#include <openssl/evp.h>

#include <array>

namespace batuta::store {
namespace {

constexpr json::Limits kAuditLimits{64ULL << 20, 80};

/// The fields with the length of each before it, so that nothing can move from one into the next.
std::string chained(const std::string &previous, const AuditEntry &entry, std::string_view data)
{
    std::string text;
    const auto add = [&text](std::string_view field) {
        text += std::to_string(field.size()) + ':';
        text += field;
    };
    add(previous);
    add(std::to_string(entry.number));
    add(std::to_string(entry.at.time_since_epoch().count()));
    for (const std::string_view field : {std::string_view(entry.who), std::string_view(entry.verb),
                                         std::string_view(entry.subject), std::string_view(entry.why), data})
        add(field);
    return text;
}

/// 64 hexadecimal digits, or nothing when the library fails.
std::string sha256(std::string_view text)
{
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 ||
        size != digest.size())
        return "";
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : digest) {
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

std::string headText(std::int64_t number, const std::string &hash)
{
    return std::to_string(number) + ' ' + hash;
}

} // namespace

Result<ChainedEntry> chainedBehind(std::int64_t number, const std::string &hash, AuditEntry entry)
{
    ChainedEntry chain{std::move(entry), "", ""};
    chain.entry.number = number + 1;
    chain.data = chain.entry.data.isNull() ? "" : json::write(chain.entry.data);
    chain.entry.hash = sha256(chained(hash, chain.entry, chain.data));
    if (chain.entry.hash.empty())
        return Error{ErrorCode::Internal, "audit", "no SHA-256", {}, ""};
    chain.head = headText(chain.entry.number, chain.entry.hash);
    return chain;
}

void ChainCheck::broken(std::int64_t number, const char *problem)
{
    if (m_verdict.firstBroken != 0)
        return;
    m_verdict.firstBroken = number;
    m_verdict.problem = problem;
}

void ChainCheck::add(const AuditEntry &entry, std::string_view data)
{
    const std::int64_t expected = ++m_verdict.entries;
    if (entry.number != expected)
        broken(expected, "the entry is missing");
    else if (sha256(chained(m_previous, entry, data)) != entry.hash)
        broken(expected, "the entry is not the one that was written");
    m_previous = entry.hash;
}

AuditVerdict ChainCheck::end(const std::string &head)
{
    if (head != (m_verdict.entries == 0 ? "" : headText(m_verdict.entries, m_previous)))
        broken(m_verdict.entries + 1, "entries are missing at the end, or were added by somebody else");
    return m_verdict;
}

json::Value auditData(const std::string &text)
{
    if (text.empty())
        return {};
    const Result<json::Value> data = json::parse(text, kAuditLimits);
    return data ? *data : json::Value(text);
}

} // namespace batuta::store
