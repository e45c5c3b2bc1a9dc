// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/book.h"

#include <functional>
#include <string>
#include <string_view>

namespace batuta::fleet {

/// The text, when it is UTF-8; else with question marks for all that is not ASCII.
std::string readableText(std::string_view line);

/// Cuts a stream into lines of at most 64 KiB; longer ones go on in the next line. Bytes that are no UTF-8
/// are replaced.
class LineCutter
{
public:
    explicit LineCutter(std::function<void(std::string)> take)
        : m_take(std::move(take))
    {
    }
    void feed(std::string_view bytes);
    void end(); ///< hands over a last line without an end

private:
    void hand(std::string_view line);

    std::function<void(std::string)> m_take;
    std::string m_rest;
};

/// What a line says: one JSON object becomes the payload, and the fields that logging libraries set
/// (severity, message, time, httpRequest, logging.googleapis.com/…) the entry's own; other lines are text.
void readLogLine(std::string line, Entry &entry);

} // namespace batuta::fleet
