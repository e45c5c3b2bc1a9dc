// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::fleet {

/// A header line. The views are into the bytes that were read.
struct Field
{
    std::string_view name;
    std::string_view value;
};

/// How the end of a body is known.
enum class Framing { None, Length, Chunked, UntilClose };

struct MessageHead
{
    std::string_view method; ///< of requests
    std::string_view target;
    int status = 0; ///< of answers
    int minor = 1;  ///< of HTTP/1
    std::vector<Field> fields;
    Framing framing = Framing::None;
    std::uint64_t length = 0;
    bool keepAlive = true;
    bool hasTrailers = false;

    std::string_view field(std::string_view name) const; ///< the first of the name, "" when there is none
};

/// Where the head that begins `bytes` ends, behind its empty line; 0 while it is not whole.
std::size_t headEnd(std::string_view bytes, std::size_t searchFrom = 0);
/// Reads a whole head strictly (RFC 9112: no folded lines, no two lengths, no length beside chunks, one
/// Host). 0, or the status that refuses it.
int readRequestHead(std::string_view bytes, MessageHead &head);
/// False when it is no HTTP/1 answer. `toHead`: the request was HEAD.
bool readResponseHead(std::string_view bytes, bool toHead, MessageHead &head);
/// Headers that belong to one connection only: Connection and what it names, Keep-Alive, TE, Upgrade …
bool isHopField(std::string_view name, std::string_view connection);

/// Follows a body through the bytes of its connection, without keeping any.
class BodyTrack
{
public:
    void begin(Framing framing, std::uint64_t length);
    /// How many of the bytes belong to the body, chunk lines included. Less than all when it ends inside, or
    /// is broken. The payload alone is appended to `decoded` when it is there.
    std::size_t take(std::string_view bytes, std::string *decoded = nullptr);
    bool isDone() const { return m_step == Step::Done; }
    bool isBroken() const { return m_step == Step::Broken; }
    std::uint64_t payload() const { return m_payload; }
    Framing framing() const { return m_framing; }

private:
    enum class Step { Raw, Size, SizeEnd, Extension, Data, DataEnd, DataEndLf, Trailer, Done, Broken };

    void feedLine(char c);
    void sizeRead();

    Framing m_framing = Framing::None;
    Step m_step = Step::Done;
    std::uint64_t m_left = 0; ///< of the length, or of the chunk
    std::uint64_t m_payload = 0;
    std::size_t m_digits = 0;
    std::size_t m_line = 0;  ///< bytes of a trailer line or extension
    std::size_t m_extra = 0; ///< of all of them
    bool m_afterReturn = false;
};

} // namespace batuta::fleet
