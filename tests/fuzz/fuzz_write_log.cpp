// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// What a write log may hold after a crash: any bytes are read or refused without harm, and calls that were
// read are written and read back the same.
#include "engine/store/op_codec.h"
#include "engine/store/write_log.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace batuta::store;

namespace {

std::string written(std::vector<WriteOp> &ops)
{
    std::string bytes;
    for (WriteOp &op : ops)
        writeOp(op, bytes);
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const std::size_t half = size / 2;
    const LoggedBatches batches = readBatches({bytes.substr(0, half), bytes.substr(half)}, 0, 0);
    for (const std::string_view body : batches.bodies)
        if (body.size() > size)
            std::abort();
    auto ops = readOps(bytes);
    if (!ops)
        return 0;
    const std::string first = written(*ops);
    auto again = readOps(first);
    if (!again || written(*again) != first)
        std::abort();
    return 0;
}
