// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/slot.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace batuta::series {
namespace {

constexpr int kBits = 7;
constexpr unsigned char kMore = 0x80;
constexpr double kExact = 4'503'599'627'370'496.0; ///< 2^52: whole numbers below fit beside their mark
constexpr std::uint64_t kMostBuckets = 1'000;

void putCount(std::uint64_t value, std::string &out)
{
    for (; value >= kMore; value >>= kBits)
        out += static_cast<char>((value & (kMore - 1U)) | kMore);
    out += static_cast<char>(value);
}

/// A whole number is twice itself; 1 stands before the eight bytes of any other.
void putNumber(double value, std::string &out)
{
    if (value >= 0 && value < kExact && value == std::floor(value))
        return putCount(static_cast<std::uint64_t>(value) << 1U, out);
    putCount(1, out);
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

struct Bytes
{
    std::string_view left;
    bool isGood = true;

    std::uint64_t count()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += kBits) {
            if (left.empty())
                break;
            const auto byte = static_cast<unsigned char>(left.front());
            left.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & (kMore - 1U)) << static_cast<unsigned>(shift);
            if (byte < kMore)
                return value;
        }
        isGood = false;
        return 0;
    }

    double number()
    {
        const std::uint64_t marked = count();
        if ((marked & 1U) == 0)
            return static_cast<double>(marked >> 1U);
        double value = 0;
        if (left.size() < sizeof value || marked != 1) {
            isGood = false;
            return 0;
        }
        std::memcpy(&value, left.data(), sizeof value);
        left.remove_prefix(sizeof value);
        return value;
    }
};

void putCell(Kind kind, const Cell &cell, std::string &out)
{
    putNumber(cell.first, out);
    if (kind == Kind::Gauge)
        putNumber(cell.second, out);
    if (kind != Kind::Histogram)
        return;
    putCount(cell.buckets.size(), out);
    for (const auto &[bucket, increase] : cell.buckets) {
        putCount(bucket, out);
        putCount(increase, out);
    }
}

bool readCell(Bytes &bytes, Kind kind, Cell &cell)
{
    cell.first = bytes.number();
    cell.second = kind == Kind::Gauge ? bytes.number() : 0;
    cell.buckets.clear();
    const std::uint64_t count = kind == Kind::Histogram ? bytes.count() : 0;
    if (count > kMostBuckets)
        return false;
    for (std::uint64_t i = 0; i < count && bytes.isGood; ++i) {
        const std::uint64_t bucket = bytes.count();
        if (bucket > kMostBuckets)
            return false;
        cell.buckets.emplace_back(static_cast<std::uint32_t>(bucket), bytes.count());
    }
    return bytes.isGood;
}

void addBuckets(const Cell &from, Cell &to)
{
    for (const auto &[bucket, increase] : from.buckets) {
        const auto at =
            std::lower_bound(to.buckets.begin(), to.buckets.end(), bucket,
                             [](const auto &entry, std::uint32_t wanted) { return entry.first < wanted; });
        if (at != to.buckets.end() && at->first == bucket)
            at->second += increase;
        else
            to.buckets.emplace(at, bucket, increase);
    }
}

} // namespace

std::string packed(const Slot &slot, const std::function<Kind(std::int64_t)> &kindOf)
{
    std::string out;
    std::int64_t before = 0;
    for (const auto &[id, cell] : slot) {
        const Kind kind = kindOf(id);
        putCount(static_cast<std::uint64_t>(id - before) * 4 + static_cast<std::uint64_t>(kind), out);
        putCell(kind, cell, out);
        before = id;
    }
    return out;
}

bool unpack(std::string_view bytes, const std::function<void(std::int64_t, Kind, const Cell &)> &visit)
{
    Bytes left{bytes};
    std::int64_t id = 0;
    Cell cell;
    while (!left.left.empty()) {
        const std::uint64_t head = left.count();
        constexpr std::uint64_t kKinds = 4;
        if (!left.isGood || head % kKinds > static_cast<std::uint64_t>(Kind::Histogram))
            return false;
        id += static_cast<std::int64_t>(head / kKinds);
        const Kind kind = static_cast<Kind>(head % kKinds);
        if (!readCell(left, kind, cell))
            return false;
        visit(id, kind, cell);
    }
    return true;
}

void SlotSum::add(std::int64_t id, Kind kind, const Cell &cell)
{
    Sum &sum = m_sums[id];
    sum.kind = kind;
    sum.cell.first += cell.first;
    sum.cell.second = sum.count == 0 ? cell.second : std::max(sum.cell.second, cell.second);
    addBuckets(cell, sum.cell);
    ++sum.count;
}

Slot SlotSum::slot() const
{
    Slot slot;
    for (const auto &[id, sum] : m_sums) {
        Cell cell = sum.cell;
        if (sum.kind == Kind::Gauge)
            cell.first /= sum.count;
        slot.emplace(id, std::move(cell));
    }
    return slot;
}

} // namespace batuta::series
