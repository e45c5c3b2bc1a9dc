// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/inflate.h"

#include <zlib.h>

#include <array>
#include <memory>

namespace batuta::net {
namespace {

constexpr int kGzipOrZlib = MAX_WBITS + 32;

Error damaged(const z_stream &stream)
{
    return {ErrorCode::NetProtocol, {}, stream.msg ? stream.msg : "the compressed answer is damaged", {}, {}};
}

} // namespace

Result<std::string> inflated(std::string_view packed, std::uint64_t limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, kGzipOrZlib) != Z_OK)
        return damaged(stream);
    const std::unique_ptr<z_stream, int (*)(z_stream *)> guard(&stream, inflateEnd);
    // zlib only reads from next_in, but asks for a pointer to what it may change.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 32u << 10> piece{};
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return damaged(stream);
        const std::size_t count = piece.size() - stream.avail_out;
        if (out.size() + count > limit)
            return Error{ErrorCode::NetTooLarge,
                         {},
                         "the unpacked body is larger than " + std::to_string(limit) + " bytes",
                         {},
                         {}};
        out.append(piece.data(), count);
        // A stream may hold several members one after the other (RFC 1952 §2.2).
        if (state == Z_STREAM_END && stream.avail_in > 0 && inflateReset(&stream) == Z_OK)
            state = Z_OK;
    }
    return out;
}

} // namespace batuta::net
