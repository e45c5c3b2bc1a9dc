// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/inflate.h"
#include "engine/net/message_parser.h"
#include "engine/net/url.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace batuta;

namespace {

constexpr std::size_t kHeader = 4u << 10;
constexpr std::size_t kBody = 64u << 10;

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

/// What a connection makes of the bytes when they come in pieces of `piece` bytes.
template <class Parser> struct Fed
{
    Parser parser{kHeader, kBody};
    net::ErrorCodeOf error;

    Fed(std::string_view text, std::size_t piece)
    {
        std::string waiting;
        while (!text.empty() && !error && !parser.is_done()) {
            waiting.append(text.substr(0, piece));
            text.remove_prefix(std::min(piece, text.size()));
            waiting.erase(0, parser.feed(waiting, error));
        }
    }
};

/// The limits hold, and a message is the same however its bytes were cut.
template <class Parser> void parseInPieces(std::string_view text)
{
    const Fed<Parser> whole(text, text.size() + 1);
    const Fed<Parser> cut(text, 7);
    for (const Fed<Parser> *fed : {&whole, &cut}) {
        std::size_t bytes = fed->parser.method.size() + fed->parser.target.size();
        for (const auto &[name, value] : fed->parser.headers)
            bytes += name.size() + value.size();
        expect(bytes <= 2 * kHeader);
        expect(fed->parser.body.size() <= kBody);
    }
    if (whole.error || cut.error || !whole.parser.is_done() || !cut.parser.is_done())
        return;
    expect(whole.parser.headers == cut.parser.headers && whole.parser.body == cut.parser.body);
    expect(whole.parser.target == cut.parser.target && whole.parser.status == cut.parser.status);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Any bytes as a request, as an answer, as a URL, as a query and as a packed body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    parseInPieces<net::RequestParser>(text);
    parseInPieces<net::ResponseParser>(text);
    if (const Result<net::Url> url = net::parseUrl(text)) {
        expect(!url->host.empty() && !url->target.empty());
        expect(url->target.find_first_of("\r\n ") == std::string::npos);
    }
    (void)net::parseQuery(text);
    if (const Result<std::string> decoded = net::percentDecoded(text))
        expect(*net::percentDecoded(net::percentEncoded(*decoded)) == *decoded);
    if (const Result<std::string> unpacked = net::inflated(text, kBody))
        expect(unpacked->size() <= kBody);
    return 0;
}
