// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/event_reader.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace batuta;

namespace {

struct Told
{
    bool isFine = true;
    std::vector<QByteArray> parts;
};

Told readInPieces(QByteArrayView text, qsizetype piece)
{
    views::EventReader reader(4'096);
    Told told;
    const auto keep = [&told](const views::EventReader::Message &message) {
        told.parts.insert(told.parts.end(), {message.id, message.kind, message.data});
    };
    for (qsizetype at = 0; at < text.size() && told.isFine; at += piece)
        told.isFine = reader.feed(text.sliced(at, std::min(piece, text.size() - at)), keep);
    return told;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// A stream of events says the same however its bytes were cut, and no message is longer than allowed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Told whole = readInPieces(text, text.size() + 1);
    const Told cut = readInPieces(text, 3);
    for (const QByteArray &part : whole.parts)
        if (part.size() > 4'096)
            std::abort();
    if (whole.isFine && cut.isFine && whole.parts != cut.parts)
        std::abort();
    return 0;
}
