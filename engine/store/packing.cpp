// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/packing.h"

#include <lz4.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>

namespace batuta::store {
namespace {

// No JSON begins so, and eight bytes are too many for a random id to begin so.
constexpr std::string_view kMark = "\x8B"
                                   "BatLZ4\n";
constexpr std::size_t kPackedHead = kMark.size() + 4;
constexpr std::size_t kShortest = 1024; // below that a page holds some of them anyway
constexpr std::size_t kLongest = 1U << 30;

std::size_t sizeIn(std::string_view bytes)
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i)
        size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[kMark.size() + i])) << (8 * i);
    return size;
}

bool isPacked(std::string_view bytes)
{
    return bytes.size() >= kPackedHead && bytes.substr(0, kMark.size()) == kMark;
}

/// LZ4 packs 255 bytes into one at best: what claims more is damaged, and must not cost its memory.
bool isBelievable(std::size_t size, std::string_view bytes)
{
    return size <= kLongest && size <= 255 * bytes.size();
}

/// LZ4's table of what it has seen: 16 KB that are costly to clear for every text, and need not be.
LZ4_stream_t *emptyStream()
{
    thread_local LZ4_stream_t stream;
    thread_local const bool isReady = LZ4_initStream(&stream, sizeof stream) != nullptr;
    if (isReady)
        LZ4_resetStream_fast(&stream);
    return &stream;
}

/// Fills `out` with exactly `size` bytes.
bool unpack(std::string_view bytes, char *out, std::size_t size)
{
    const std::string_view data = bytes.substr(kPackedHead);
    return data.size() <= kLongest && LZ4_decompress_safe(data.data(), out, static_cast<int>(data.size()),
                                                          static_cast<int>(size)) == static_cast<int>(size);
}

void plainFunction(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const char *data = static_cast<const char *>(sqlite3_value_blob(arguments[0]));
    const std::string_view bytes(data,
                                 data ? static_cast<std::size_t>(sqlite3_value_bytes(arguments[0])) : 0);
    if (!isPacked(bytes))
        return sqlite3_result_value(context, arguments[0]);
    const std::size_t size = sizeIn(bytes);
    char *text = isBelievable(size, bytes) ? static_cast<char *>(sqlite3_malloc64(size + 1)) : nullptr;
    if (text && unpack(bytes, text, size))
        return sqlite3_result_blob64(context, text, size, sqlite3_free);
    // Whoever reads it finds that it is no JSON, and says which execution is damaged; a search goes on.
    sqlite3_free(text);
    sqlite3_result_value(context, arguments[0]);
}

} // namespace

std::string_view packed(std::string_view text, std::string &room)
{
    if (text.size() < kShortest || text.size() > kLongest)
        return text;
    const int most = LZ4_compressBound(static_cast<int>(text.size()));
    // It only grows here: a longer one would have to be filled with zeros first, every time.
    room.resize(std::max(room.size(), kPackedHead + static_cast<std::size_t>(most)));
    kMark.copy(room.data(), kMark.size());
    for (std::size_t i = 0; i < 4; ++i)
        room[kMark.size() + i] = static_cast<char>(text.size() >> (8 * i) & 0xFF);
    const int size = LZ4_compress_fast_continue(emptyStream(), text.data(), room.data() + kPackedHead,
                                                static_cast<int>(text.size()), most, 1);
    if (size <= 0 || kPackedHead + static_cast<std::size_t>(size) >= text.size())
        return text;
    return std::string_view(room).substr(0, kPackedHead + static_cast<std::size_t>(size));
}

std::string_view unpacked(std::string_view bytes, std::string &room)
{
    const std::size_t size = isPacked(bytes) ? sizeIn(bytes) : 0;
    if (!isPacked(bytes) || !isBelievable(size, bytes))
        return bytes;
    room.resize(std::max(room.size(), size));
    return unpack(bytes, room.data(), size) ? std::string_view(room).substr(0, size) : bytes;
}

bool addUnpacking(sqlite3 *database)
{
    return sqlite3_create_function_v2(database, "plain", 1,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                      plainFunction, nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace batuta::store
