// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/units.h"
#include "engine/schedule/cron.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace batuta;

namespace {

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// Whatever the text: an error with a reason and a mend, or times that go forward in whole minutes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    // As the file of a zone: an error or a zone, and nothing is read past its end.
    if (const Result<schedule::Zone> zone = schedule::Zone::parse("x", text))
        (void)zone->instantOf(schedule::LocalTime(std::chrono::hours(500'000)));
    const Result<schedule::Cron> cron = schedule::Cron::parse(text);
    if (!cron) {
        expect(!cron.error().detail.empty() && !mendText(cron.error()).empty());
        return 0;
    }
    static const Result<schedule::Zone> berlin = schedule::Zone::load("Europe/Berlin");
    const WallTime begin = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
    for (const schedule::Zone &zone : {schedule::Zone(), berlin.value_or(schedule::Zone())}) {
        WallTime last = begin;
        for (int i = 0; i < 20; ++i) {
            const std::optional<WallTime> next = cron->next(last, zone);
            if (!next) // such as every minute of an hour that the clocks always jump over
                break;
            expect(*next > last && next->time_since_epoch() % std::chrono::minutes(1) == Duration(0));
            last = *next;
        }
    }
    return 0;
}
