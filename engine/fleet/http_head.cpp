// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/http_head.h"

#include "engine/base/text.h"
#include "engine/net/http_text.h"

#include <algorithm>
#include <charconv>

namespace batuta::fleet {
namespace {

constexpr std::size_t kMaxFields = 200;
constexpr std::uint64_t kMaxChunk = 1ULL << 40;

bool isDigits(std::string_view text)
{
    return !text.empty() && text.size() < 19 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `HTTP/1.0` or `HTTP/1.1`.
bool readVersion(std::string_view text, int &minor)
{
    if (text.size() != 8 || text.substr(0, 7) != "HTTP/1." || (text[7] != '0' && text[7] != '1'))
        return false;
    minor = text[7] - '0';
    return true;
}

/// The line that begins `rest`, without its end; takes it away.
std::string_view nextLine(std::string_view &rest)
{
    const std::size_t end = rest.find("\r\n");
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    return line;
}

bool hasWord(std::string_view list, std::string_view word)
{
    for (const std::string_view part : split(list, ','))
        if (equalIgnoringCase(trimmed(part), word))
            return true;
    return false;
}

bool readFields(std::string_view rest, MessageHead &head)
{
    while (!rest.empty()) {
        const std::string_view line = nextLine(rest);
        if (line.empty())
            return true;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || head.fields.size() == kMaxFields)
            return false;
        const Field field{line.substr(0, colon), trimmed(line.substr(colon + 1))};
        if (!net::isToken(field.name) || !net::isFieldValue(field.value))
            return false;
        head.fields.push_back(field);
    }
    return true;
}

/// Lengths, chunks and whether the connection goes on. 0, or the status that refuses it.
int readFraming(MessageHead &head)
{
    bool hasLength = false;
    bool hasChunks = false;
    head.keepAlive = head.minor == 1;
    for (const Field &field : head.fields) {
        if (equalIgnoringCase(field.name, "Content-Length")) {
            if (hasLength || !isDigits(field.value))
                return 400;
            hasLength = true;
            std::from_chars(field.value.data(), field.value.data() + field.value.size(), head.length);
        } else if (equalIgnoringCase(field.name, "Transfer-Encoding")) {
            if (hasChunks || head.minor == 0)
                return 400;
            if (!equalIgnoringCase(field.value, "chunked"))
                return 501;
            hasChunks = true;
        } else if (equalIgnoringCase(field.name, "Connection")) {
            if (hasWord(field.value, "close"))
                head.keepAlive = false;
            else if (head.minor == 0 && hasWord(field.value, "keep-alive"))
                head.keepAlive = true;
        }
    }
    if (hasLength && hasChunks)
        return 400;
    head.framing = hasChunks                      ? Framing::Chunked
                   : hasLength && head.length > 0 ? Framing::Length
                                                  : Framing::None;
    return 0;
}

} // namespace

std::string_view MessageHead::field(std::string_view name) const
{
    for (const Field &field : fields)
        if (equalIgnoringCase(field.name, name))
            return field.value;
    return {};
}

std::size_t headEnd(std::string_view bytes, std::size_t searchFrom)
{
    const std::size_t found = bytes.find("\r\n\r\n", searchFrom < 3 ? 0 : searchFrom - 3);
    return found == std::string_view::npos ? 0 : found + 4;
}

int readRequestHead(std::string_view bytes, MessageHead &head)
{
    head = {};
    const std::string_view line = nextLine(bytes);
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last == first)
        return 400;
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!readVersion(version, head.minor))
        return version.substr(0, 5) == "HTTP/" ? 505 : 400;
    const bool readable = std::all_of(head.target.begin(), head.target.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7f;
    });
    if (!net::isToken(head.method) || head.target.empty() || !readable || !readFields(bytes, head))
        return 400;
    const auto hosts = std::count_if(head.fields.begin(), head.fields.end(),
                                     [](const Field &f) { return equalIgnoringCase(f.name, "Host"); });
    if (hosts > 1 || (hosts == 0 && head.minor == 1))
        return 400;
    return readFraming(head);
}

bool readResponseHead(std::string_view bytes, bool toHead, MessageHead &head)
{
    head = {};
    const std::string_view line = nextLine(bytes);
    if (line.size() < 12 || line[8] != ' ' || !readVersion(line.substr(0, 8), head.minor) ||
        !isDigits(line.substr(9, 3)) || (line.size() > 12 && line[12] != ' '))
        return false;
    std::from_chars(line.data() + 9, line.data() + 12, head.status);
    if (head.status < 100 || head.status > 599 || !readFields(bytes, head) || readFraming(head) != 0)
        return false;
    const bool hasLength = !head.field("Content-Length").empty();
    if (toHead || head.status < 200 || head.status == 204 || head.status == 304) {
        head.framing = Framing::None;
    } else if (head.framing == Framing::None && !hasLength) {
        head.framing = Framing::UntilClose;
        head.keepAlive = false;
    }
    return true;
}

bool isHopField(std::string_view name, std::string_view connection)
{
    for (const std::string_view hop : {"Connection", "Keep-Alive", "Proxy-Connection", "TE", "Upgrade",
                                       "Proxy-Authenticate", "Proxy-Authorization"})
        if (equalIgnoringCase(name, hop))
            return true;
    return !connection.empty() && hasWord(connection, name) && !equalIgnoringCase(name, "Host") &&
           !equalIgnoringCase(name, "Content-Length") && !equalIgnoringCase(name, "Transfer-Encoding");
}

void BodyTrack::begin(Framing framing, std::uint64_t length)
{
    *this = {};
    m_framing = framing;
    m_left = length;
    if (framing == Framing::Chunked)
        m_step = Step::Size;
    else if (framing == Framing::UntilClose || (framing == Framing::Length && length > 0))
        m_step = Step::Raw;
}

std::size_t BodyTrack::take(std::string_view bytes, std::string *decoded)
{
    std::size_t at = 0;
    while (at < bytes.size() && m_step != Step::Done && m_step != Step::Broken) {
        if (m_step != Step::Raw && m_step != Step::Data) {
            feedLine(bytes[at++]);
            continue;
        }
        std::size_t count = bytes.size() - at;
        if (m_framing != Framing::UntilClose)
            count = static_cast<std::size_t>(std::min<std::uint64_t>(count, m_left));
        if (decoded)
            decoded->append(bytes.substr(at, count));
        at += count;
        m_payload += count;
        m_left -= m_framing == Framing::UntilClose ? 0 : count;
        if (m_left == 0 && m_framing == Framing::Length)
            m_step = Step::Done;
        else if (m_left == 0 && m_framing == Framing::Chunked)
            m_step = Step::DataEnd;
    }
    return at;
}

void BodyTrack::sizeRead()
{
    if (m_digits == 0)
        m_step = Step::Broken;
    else
        m_step = m_left == 0 ? Step::Trailer : Step::Data;
    m_digits = 0;
    m_line = 0;
}

// Chunk lines, byte by byte: they are short. Extensions and trailers are bounded together.
void BodyTrack::feedLine(char c)
{
    constexpr std::size_t kMaxExtra = 8192;
    switch (m_step) {
    case Step::Size: {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit >= 0) {
            m_left = (m_digits++ == 0 ? 0 : m_left * 16) + static_cast<std::uint64_t>(digit);
            m_step = m_left > kMaxChunk ? Step::Broken : Step::Size;
        } else {
            m_step = c == '\r' ? Step::SizeEnd : c == ';' ? Step::Extension : Step::Broken;
        }
        return;
    }
    case Step::Extension:
        if (c == '\r')
            m_step = Step::SizeEnd;
        else if (c == '\n' || ++m_extra > kMaxExtra)
            m_step = Step::Broken;
        return;
    case Step::SizeEnd:
        if (c == '\n')
            sizeRead();
        else
            m_step = Step::Broken;
        return;
    case Step::DataEnd:
        m_step = c == '\r' ? Step::DataEndLf : Step::Broken;
        return;
    case Step::DataEndLf:
        m_step = c == '\n' ? Step::Size : Step::Broken;
        return;
    case Step::Trailer:
        if (++m_extra > kMaxExtra || m_afterReturn != (c == '\n'))
            m_step = Step::Broken;
        else if (c == '\n')
            m_step = m_line == 0 ? Step::Done : Step::Trailer;
        m_line = c == '\n' ? 0 : c == '\r' ? m_line : m_line + 1;
        m_afterReturn = c == '\r';
        return;
    default:
        return;
    }
}

} // namespace batuta::fleet
