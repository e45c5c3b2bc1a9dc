// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// A row of the journal is what a crash or a bad disk left: any bytes must be read without harm, and whole
// frames must come back as they were.
#include "engine/store/event_log.h"
#include "engine/store/journal_frames.h"
#include "engine/store/payload.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace batuta::store;
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    FrameReader reader(input);
    std::string again;
    bool isSound = true;
    while (const std::optional<Frame> frame = reader.next()) {
        isSound = isSound && frame->isSound;
        appendFrame(frame->id, frame->kind, frame->bytes, again);
    }
    if (isSound && !reader.isCut() && again != input)
        std::abort();
    // As the text of a record, of a row of the list, and of the events.
    ExecutionRecord record;
    if (readPayload(input, record)) {
        json::Text written;
        writePayload(record, written);
        ExecutionRecord back;
        if (!readPayload(written.view(), back) || back.steps.size() != record.steps.size())
            std::abort();
    }
    (void)readCells(input, record).has_value();
    (void)parseEvents(input, "x", {0, 100}).has_value();
    return 0;
}
