// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/payload.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::store {

/// What a frame of the journal holds: what begin() was given to go on with, or one entry.
enum class FrameKind : std::uint8_t { Start = 1, Entry = 2 };

struct Frame
{
    IdBytes id{}; ///< of the execution
    FrameKind kind = FrameKind::Entry;
    std::string_view bytes; ///< into the text that is read
    bool isSound = true;    ///< false: the checksum does not fit, so the bytes are not to be used
};

/// Puts one frame behind `out`: 16 bytes of id, one of kind, length and checksum of 4 each, the bytes.
void appendFrame(const IdBytes &id, FrameKind kind, std::string_view bytes, std::string &out);

/// Of bytes that may get damaged: tells damage, not intent.
std::uint64_t digestOf(std::string_view bytes, std::uint64_t seed);

/// Reads frames of a text that may be damaged; never looks beyond its end. Owns nothing.
class FrameReader
{
public:
    explicit FrameReader(std::string_view body)
        : m_rest(body)
    {
    }

    /// Nothing at the end, and nothing any more after a place where no frame can be made out.
    std::optional<Frame> next();
    /// Something stood there that is no frame: whose frames followed cannot be known.
    bool isCut() const { return m_isCut; }

private:
    std::string_view m_rest;
    bool m_isCut = false;
};

} // namespace batuta::store
