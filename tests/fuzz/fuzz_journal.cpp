// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// What the journal keeps of an execution, as a damaged disk may give it back: any bytes are read or refused
// without harm, and what was read is written and read back the same.
#include "engine/host/journal.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace batuta;

namespace {

const env::Seal &seal()
{
    static const Result<env::Seal> shared = env::Seal::open("");
    return *shared;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    if (const Result<host::Input> input = host::readInput(text, seal())) {
        const std::string written = host::writeInput(*input, seal());
        const Result<host::Input> again = host::readInput(written, seal());
        if (!again || host::writeInput(*again, seal()) != written)
            std::abort();
    }
    if (const Result<host::Resume> resume = host::readResume(text, seal())) {
        const std::string written = host::writeResume(*resume, seal());
        if (!host::readResume(written, seal()))
            std::abort();
    }
    return 0;
}
