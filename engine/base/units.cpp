// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/units.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace batuta {
namespace {

struct Unit
{
    std::string_view suffix;
    double factor;
};

constexpr std::array kDurations{Unit{"us", 1},   Unit{"ms", 1e3},   Unit{"s", 1e6},
                                Unit{"m", 60e6}, Unit{"h", 3600e6}, Unit{"d", 86400e6}};
constexpr std::array kSizes{
    Unit{"", 1},          Unit{"B", 1},           Unit{"KB", 1e3},        Unit{"MB", 1e6},
    Unit{"GB", 1e9},      Unit{"Ki", 1024},       Unit{"KiB", 1024},      Unit{"Mi", 1048576},
    Unit{"MiB", 1048576}, Unit{"Gi", 1073741824}, Unit{"GiB", 1073741824}};
constexpr double kLongest = 10.0 * 366 * 86400e6;

template <std::size_t N>
Result<double> scaled(std::string_view text, const std::array<Unit, N> &units, std::string_view examples)
{
    double number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view suffix(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const bool plain = code == std::errc() && number >= 0 && std::isfinite(number) && text.front() != '-';
    if (plain)
        for (const Unit &unit : units)
            if (unit.suffix == suffix)
                return number * unit.factor;
    return Error{
        ErrorCode::FlowBadValue, std::string(text), "", {}, "Write it like " + std::string(examples) + "."};
}

std::string print(const char *format, double value, const char *unit)
{
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, value, unit);
    return buffer.data();
}

} // namespace

Result<Duration> parseDuration(std::string_view text)
{
    const Result<double> micros = scaled(text, kDurations, "250ms, 90s, 5m or 24h");
    if (!micros)
        return micros.error();
    if (*micros > kLongest)
        return Error{ErrorCode::FlowBadValue, std::string(text), "longer than ten years", {}, ""};
    return Duration(static_cast<std::int64_t>(std::llround(*micros)));
}

std::string durationText(Duration duration)
{
    const std::int64_t micros = duration.count();
    struct Step
    {
        std::int64_t size;
        const char *suffix;
    };
    for (const Step &step :
         {Step{3'600'000'000, "h"}, Step{60'000'000, "m"}, Step{1'000'000, "s"}, Step{1'000, "ms"}})
        if (micros != 0 && micros % step.size == 0 &&
            (micros / step.size < 1000 || step.size == 3'600'000'000))
            return std::to_string(micros / step.size) + step.suffix;
    return micros == 0 ? "0s" : std::to_string(micros) + "us";
}

std::string durationForPeople(Duration duration)
{
    const double seconds = secondsOf(duration);
    if (seconds < 0.001)
        return print("%.0f %s", seconds * 1e6, "us");
    if (seconds < 0.01)
        return print("%.1f %s", seconds * 1e3, "ms");
    if (seconds < 1)
        return print("%.0f %s", seconds * 1e3, "ms");
    if (seconds < 60)
        return print(seconds < 10 ? "%.2f %s" : "%.1f %s", seconds, "s");
    std::array<char, 48> buffer{};
    const long long whole = std::llround(seconds);
    constexpr long long kHour = 3'600, kDay = 24 * kHour;
    if (whole >= 2 * kDay)
        std::snprintf(buffer.data(), buffer.size(), "%lld d %02lld h", whole / kDay, whole % kDay / kHour);
    else if (whole >= kHour)
        std::snprintf(buffer.data(), buffer.size(), "%lld h %02lld m", whole / kHour, whole % kHour / 60);
    else
        std::snprintf(buffer.data(), buffer.size(), "%lld m %02lld s", whole / 60, whole % 60);
    return buffer.data();
}

double secondsOf(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

Result<std::uint64_t> parseSize(std::string_view text)
{
    const Result<double> bytes = scaled(text, kSizes, "512, 64KiB or 2Gi");
    if (!bytes)
        return bytes.error();
    if (*bytes > 9e15)
        return Error{ErrorCode::FlowBadValue, std::string(text), "larger than 8 PiB", {}, ""};
    return static_cast<std::uint64_t>(*bytes);
}

std::string sizeText(std::uint64_t bytes)
{
    for (const auto &[size, suffix] :
         {std::pair{1073741824ULL, "GiB"}, {1048576ULL, "MiB"}, {1024ULL, "KiB"}})
        if (bytes != 0 && bytes % size == 0)
            return std::to_string(bytes / size) + suffix;
    return std::to_string(bytes) + "B";
}

} // namespace batuta
