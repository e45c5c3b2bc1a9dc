// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/journal_frames.h"

#include <algorithm>
#include <cstring>

namespace batuta::store {
namespace {

constexpr std::size_t kFrameHead = 16 + 1 + 4 + 4;

void appendNumber(std::uint32_t value, std::string &out)
{
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(value >> shift & 0xFF);
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

std::uint32_t checksum(std::string_view idAndKind, std::string_view bytes)
{
    const std::uint64_t hash = digestOf(bytes, digestOf(idAndKind, 0xA5A5'5A5A'0F0F'F0F0ULL + bytes.size()));
    return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

} // namespace

/// Eight bytes a turn: entries are many, and this only has to tell damage, not intent.
std::uint64_t digestOf(std::string_view bytes, std::uint64_t seed)
{
    std::uint64_t hash = seed;
    while (!bytes.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(bytes.size(), sizeof word);
        std::memcpy(&word, bytes.data(), size);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 29;
        bytes.remove_prefix(size);
    }
    return hash;
}

void appendFrame(const IdBytes &id, FrameKind kind, std::string_view bytes, std::string &out)
{
    const std::size_t start = out.size();
    out += viewOf(id);
    out += static_cast<char>(kind);
    const std::uint32_t sum = checksum(std::string_view(out).substr(start), bytes);
    appendNumber(static_cast<std::uint32_t>(bytes.size()), out);
    appendNumber(sum, out);
    out += bytes;
}

std::optional<Frame> FrameReader::next()
{
    if (m_isCut || m_rest.empty())
        return std::nullopt;
    const auto kind = m_rest.size() < kFrameHead ? FrameKind{} : static_cast<FrameKind>(m_rest[16]);
    const std::size_t size = m_rest.size() < kFrameHead ? 0 : numberAt(m_rest, 17);
    if ((kind != FrameKind::Start && kind != FrameKind::Entry) || size > m_rest.size() - kFrameHead) {
        m_isCut = true;
        return std::nullopt;
    }
    Frame frame;
    std::copy_n(m_rest.begin(), frame.id.size(), frame.id.begin());
    frame.kind = kind;
    frame.bytes = m_rest.substr(kFrameHead, size);
    frame.isSound = checksum(m_rest.substr(0, 17), frame.bytes) == numberAt(m_rest, 21);
    m_rest.remove_prefix(kFrameHead + size);
    return frame;
}

} // namespace batuta::store
