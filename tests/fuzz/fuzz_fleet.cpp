// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What comes to the local cloud from outside: heads and bodies of HTTP, lines of programs, lines of its own
// log files.
#include "engine/fleet/book_codec.h"
#include "engine/fleet/http_head.h"
#include "engine/fleet/log_lines.h"
#include "engine/net/message_parser.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace batuta;
using namespace batuta::fleet;

namespace {

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

/// What the ingress takes for one request, the server behind it takes for the same: their parsers agree on
/// where its body ends, or the server refuses it.
void sameRequest(std::string_view text)
{
    const std::size_t end = headEnd(text);
    MessageHead head;
    if (end == 0 || readRequestHead(text.substr(0, end), head) != 0)
        return;
    BodyTrack track;
    track.begin(head.framing, head.length);
    std::string body;
    track.take(text.substr(end), &body);
    net::RequestParser parser(64u << 10, 1u << 20);
    net::ErrorCodeOf error;
    parser.feed(text, error);
    if (error || !parser.is_done() || !track.isDone())
        return;
    expect(parser.method == head.method && parser.target == head.target);
    expect(parser.body == body);
}

/// A body ends at the same byte however its bytes were cut.
void sameBody(std::string_view text)
{
    std::size_t ends[2] = {};
    std::string bodies[2];
    int index = 0;
    for (const std::size_t step : {text.size() + 1, std::size_t{3}}) {
        BodyTrack track;
        track.begin(Framing::Chunked, 0);
        std::size_t &at = ends[index];
        while (at < text.size() && !track.isDone() && !track.isBroken())
            at += track.take(text.substr(at, step), &bodies[index]);
        expect(track.payload() == bodies[index].size());
        ++index;
    }
    expect(ends[0] == ends[1] && bodies[0] == bodies[1]);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    sameRequest(text);
    sameBody(text);
    MessageHead head;
    readResponseHead(text, false, head);
    std::size_t bytes = 0;
    LineCutter cutter([&](std::string line) {
        bytes += line.size();
        Entry entry;
        readLogLine(std::move(line), entry);
        std::string kept;
        encodeEntry(entry, kept);
        const auto again = decodeEntry(kept);
        expect(!again || again->text == entry.text);
    });
    cutter.feed(text);
    cutter.end();
    expect(bytes <= size);
    decodeEntry(text);
    return 0;
}
