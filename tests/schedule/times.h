// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "tests/support/verify.h"

#include <QRegularExpression>
#include <QStringList>

#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace batuta::test {

/// `2026-11-21T14:21:00Z` as a time; the epoch's first microsecond when it can't be read.
inline WallTime at(const char *text)
{
    WallTime time(Duration(1));
    return parseIsoTime(text, time) ? time : WallTime(Duration(1));
}

/// `2026-11-21T14:21Z …`: what a test compares. Seconds appear when there are some.
inline QString shown(const std::vector<WallTime> &times)
{
    QStringList words;
    for (const WallTime time : times)
        words.push_back(
            shown(isoTime(time)).replace(".000000Z", "Z").replace(QRegularExpression(":00Z$"), "Z"));
    return words.join(' ');
}

/// The C library's own idea of a zone, for as long as this lives: nothing of ours is in it.
class LibraryZone
{
public:
    explicit LibraryZone(const std::string &name)
    {
        ::setenv("TZ", (":" + name).c_str(), 1);
        ::tzset();
    }
    ~LibraryZone()
    {
        ::setenv("TZ", "UTC", 1);
        ::tzset();
    }
    LibraryZone(const LibraryZone &) = delete;
    LibraryZone &operator=(const LibraryZone &) = delete;

    /// Local time minus UTC, in seconds.
    static long offsetAt(std::time_t instant)
    {
        std::tm fields{};
        ::localtime_r(&instant, &fields);
        return fields.tm_gmtoff;
    }
};

} // namespace batuta::test
