// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/gzip.h"

#include <zlib.h>

#include <memory>

namespace batuta::exports {

std::string gzipped(std::string_view bytes)
{
    constexpr int kGzip = MAX_WBITS + 16;
    constexpr int kMemory = 8; // zlib's own default
    constexpr int kFast = 1;   // spans say the same words again and again: little is gained by more
    z_stream stream{};
    if (deflateInit2(&stream, kFast, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    const std::unique_ptr<z_stream, int (*)(z_stream *)> guard(&stream, deflateEnd);
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    // zlib only reads from next_in, but asks for a pointer to what it may change.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        return {};
    packed.resize(stream.total_out);
    return packed;
}

} // namespace batuta::exports
