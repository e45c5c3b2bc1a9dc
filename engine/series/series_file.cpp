// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/series_file.h"

#include "engine/base/text.h"

#include <algorithm>
#include <charconv>

namespace batuta::series {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kVersion = 1;
constexpr std::array<Tier, 3> kTiers{{{10s, 6h}, {1min, 24h * 7}, {1h, 24h * 365}}};
constexpr Duration kLag = 15s; ///< the sample of another engine may come that late

/// Losing power may cost the last samples; kill -9 costs none. Nothing else is promised for figures.
constexpr const char *kSetup = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA auto_vacuum=FULL;";
constexpr const char *kTables =
    "BEGIN IMMEDIATE;"
    "CREATE TABLE IF NOT EXISTS series(id INTEGER PRIMARY KEY, name TEXT NOT NULL, labels TEXT, kind INTEGER "
    "NOT NULL,"
    " bounds TEXT);"
    "CREATE TABLE IF NOT EXISTS boots(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER);"
    "CREATE TABLE IF NOT EXISTS slots(tier INTEGER NOT NULL, at INTEGER NOT NULL, boot INTEGER NOT NULL, "
    "cells BLOB,"
    " PRIMARY KEY(tier, at, boot)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS alert_events(number INTEGER PRIMARY KEY, at INTEGER NOT NULL, rule TEXT, "
    "what TEXT,"
    " text TEXT);"
    "CREATE TABLE IF NOT EXISTS alert_state(id INTEGER PRIMARY KEY CHECK(id = 1), json TEXT);"
    "INSERT INTO boots(at) VALUES(strftime('%s','now'));"
    "DELETE FROM boots WHERE id < (SELECT max(id) FROM boots);"
    "PRAGMA user_version=1; COMMIT;";

std::int64_t microseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

WallTime timeOf(std::int64_t value)
{
    return WallTime(Duration(value));
}

std::string boundsText(const std::vector<double> &bounds)
{
    std::string text;
    for (const double bound : bounds) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, bound).ptr;
        text.append(text.empty() ? "" : " ").append(digits, end);
    }
    return text;
}

std::vector<double> boundsOf(std::string_view text)
{
    std::vector<double> bounds;
    for (const std::string_view part : split(text, ' ')) {
        double bound = 0;
        if (std::from_chars(part.data(), part.data() + part.size(), bound).ec == std::errc())
            bounds.push_back(bound);
    }
    return bounds;
}

std::string keyOf(const std::string &name, const std::string &labels)
{
    return name + '\n' + labels;
}

} // namespace

const std::array<Tier, 3> &tiers()
{
    return kTiers;
}

std::string labelKey(const Labels &labels)
{
    std::string key;
    for (const auto &[name, value] : labels)
        key.append(key.empty() ? "" : "\x1f").append(name).append("=").append(value);
    return key;
}

Labels labelsOf(std::string_view key)
{
    Labels labels;
    if (key.empty())
        return labels;
    for (const std::string_view part : split(key, '\x1f'))
        if (const std::size_t at = part.find('='); at != std::string_view::npos)
            labels.emplace_back(part.substr(0, at), part.substr(at + 1));
    return labels;
}

WallTime floorTo(WallTime time, Duration step)
{
    const std::int64_t value = microseconds(time), size = step.count();
    return timeOf(value - ((value % size) + size) % size);
}

Result<SeriesFile> SeriesFile::open(const std::string &path)
{
    Result<store::Database> database = store::Database::open(path, store::OpenMode::ReadWrite);
    if (!database)
        return database.error();
    SeriesFile file(std::move(*database));
    if (const Status ready = file.prepare(); !ready)
        return ready.error();
    return file;
}

Status SeriesFile::prepare()
{
    const Result<std::int64_t> version = m_database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version != 0 && *version != kVersion)
        return Error{ErrorCode::StoreVersion, "series", std::to_string(*version), {}, {}};
    for (const char *sql : {kSetup, kTables})
        if (const Status done = m_database.run(sql); !done)
            return done;
    const Result<std::int64_t> boot = m_database.number("SELECT max(id) FROM boots");
    if (!boot)
        return boot.error();
    m_boot = *boot;
    for (std::size_t tier = 1; tier < kTiers.size(); ++tier) {
        const Result<std::int64_t> last =
            m_database.number("SELECT max(at) FROM slots WHERE tier = " + std::to_string(tier));
        if (!last)
            return last.error();
        m_complete[tier] = *last == 0 ? WallTime{} : timeOf(*last) + kTiers[tier].step;
    }
    return readSeries();
}

Status SeriesFile::readSeries()
{
    Result<store::Statement> all =
        m_database.prepare("SELECT id, name, labels, kind, bounds FROM series ORDER BY id");
    if (!all)
        return all.error();
    int row = 0;
    while ((row = all->step()) == 1) {
        const std::string labels = all->textAt(2);
        m_places[all->integerAt(0)] = m_series.size();
        m_numbers[keyOf(all->textAt(1), labels)] = all->integerAt(0);
        m_series.push_back({all->integerAt(0), all->textAt(1), labelsOf(labels),
                            static_cast<Kind>(std::clamp<std::int64_t>(all->integerAt(3), 0, 2)),
                            boundsOf(all->textAt(4))});
    }
    return row < 0 ? Status(m_database.failure(ErrorCode::StoreRead)) : Status();
}

const SeriesInfo *SeriesFile::find(std::int64_t id) const
{
    const auto place = m_places.find(id);
    return place == m_places.end() ? nullptr : &m_series[place->second];
}

Result<std::int64_t> SeriesFile::number(const std::string &name, const Labels &labels, Kind kind,
                                        const std::vector<double> &bounds)
{
    const std::string text = labelKey(labels), key = keyOf(name, text);
    if (const auto known = m_numbers.find(key); known != m_numbers.end()) {
        SeriesInfo &info = m_series[m_places.at(known->second)];
        if (info.kind == kind && info.bounds == bounds)
            return known->second;
        return std::int64_t{0}; // another version of the program means another thing by it
    }
    if (m_series.size() >= kMostSeries) {
        ++m_left;
        return std::int64_t{0};
    }
    Result<store::Statement> add =
        m_database.prepare("INSERT INTO series(name, labels, kind, bounds) VALUES(?1, ?2, ?3, ?4)");
    if (!add)
        return add.error();
    const std::string limits = boundsText(bounds);
    if (add->text(1, name).text(2, text).integer(3, static_cast<int>(kind)).text(4, limits).run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    const std::int64_t id = m_database.lastRowId();
    m_numbers[key] = id;
    m_places[id] = m_series.size();
    m_series.push_back({id, name, labels, kind, bounds});
    return id;
}

Status SeriesFile::append(WallTime at, Duration covered, const Slot &slot)
{
    if (at != m_at)
        m_now = SlotSum();
    m_at = at;
    m_now.add(kCovered, Kind::Counter, {secondsOf(covered), 0, {}});
    for (const auto &[id, cell] : slot)
        m_now.add(id, find(id)->kind, cell);
    Result<store::Statement> add =
        m_database.prepare("INSERT OR REPLACE INTO slots(tier, at, boot, cells) VALUES(0, ?1, ?2, ?3)");
    if (!add)
        return add.error();
    const std::string bytes = packed(m_now.slot(), [this](std::int64_t id) { return m_now.kindOf(id); });
    if (add->integer(1, microseconds(at)).integer(2, m_boot).blob(3, bytes).run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    return {};
}

Status SeriesFile::rows(std::size_t tier, WallTime from, WallTime to, const Visit &visit)
{
    Result<store::Statement> found = m_database.prepare(
        "SELECT at, cells FROM slots WHERE tier = ?1 AND at >= ?2 AND at < ?3 ORDER BY at, boot");
    if (!found)
        return found.error();
    found->integer(1, static_cast<std::int64_t>(tier))
        .integer(2, microseconds(from))
        .integer(3, microseconds(to));
    int row = 0;
    while ((row = found->step()) == 1)
        visit(timeOf(found->integerAt(0)), found->blobAt(1));
    return row < 0 ? Status(m_database.failure(ErrorCode::StoreRead)) : Status();
}

/// From the finer tier below; a stretch without rows stays one: nobody ran then.
Status SeriesFile::sumUp(std::size_t tier, WallTime begin)
{
    SlotSum sum;
    WallTime last{};
    double covered = 0; ///< of one row of the finer tier: engines at the same time look at it together
    const auto addRow = [&](WallTime at, std::string_view bytes) {
        if (std::exchange(last, at) != at)
            covered = 0;
        unpack(bytes, [&](std::int64_t id, Kind kind, const Cell &cell) {
            if (id != kCovered)
                return sum.add(id, kind, cell);
            const double more = std::min(cell.first, secondsOf(kTiers[tier - 1].step) - covered);
            covered += more;
            sum.add(id, kind, {more, 0, {}});
        });
    };
    const Status read = rows(tier - 1, begin, begin + kTiers[tier].step, addRow);
    if (!read || last == WallTime{})
        return read;
    Result<store::Statement> add =
        m_database.prepare("INSERT OR REPLACE INTO slots(tier, at, boot, cells) VALUES(?1, ?2, 0, ?3)");
    if (!add)
        return add.error();
    const std::string bytes = packed(sum.slot(), [&](std::int64_t id) { return sum.kindOf(id); });
    if (add->integer(1, static_cast<std::int64_t>(tier))
            .integer(2, microseconds(begin))
            .blob(3, bytes)
            .run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    return {};
}

Status SeriesFile::tidy(WallTime now)
{
    if (const Status begun = m_database.run("BEGIN IMMEDIATE"); !begun)
        return begun;
    for (std::size_t tier = 1; tier < kTiers.size(); ++tier) {
        const std::string below = std::to_string(tier - 1);
        const WallTime until = floorTo(now - kLag, kTiers[tier].step);
        while (m_complete[tier] < until) {
            const Result<std::int64_t> next =
                m_database.number("SELECT min(at) FROM slots WHERE tier = " + below +
                                  " AND at >= " + std::to_string(microseconds(m_complete[tier])));
            const WallTime begin = next && *next != 0 ? floorTo(timeOf(*next), kTiers[tier].step) : until;
            if (begin >= until) {
                m_complete[tier] = until;
                break;
            }
            if (const Status done = sumUp(tier, begin); !done) {
                std::ignore = m_database.run("ROLLBACK");
                return done;
            }
            m_complete[tier] = begin + kTiers[tier].step;
        }
    }
    const Status removed = removeOld(now);
    const Status committed = m_database.run("COMMIT");
    return removed ? committed : removed;
}

Status SeriesFile::removeOld(WallTime now)
{
    for (std::size_t tier = 0; tier < kTiers.size(); ++tier) {
        const Status done =
            m_database.run("DELETE FROM slots WHERE tier = " + std::to_string(tier) + " AND at < " +
                           std::to_string(microseconds(now - kTiers[tier].keep)));
        if (!done)
            return done;
    }
    return m_database.run(
        "DELETE FROM alert_events WHERE number <= (SELECT max(number) FROM alert_events) - " +
        std::to_string(kMostAlertEvents));
}

Status SeriesFile::addAlertEvent(const AlertEvent &event)
{
    Result<store::Statement> add =
        m_database.prepare("INSERT INTO alert_events(at, rule, what, text) VALUES(?1, ?2, ?3, ?4)");
    if (!add)
        return add.error();
    if (add->integer(1, microseconds(event.at))
            .text(2, event.rule)
            .text(3, event.what)
            .text(4, event.text)
            .run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    return {};
}

Result<std::vector<AlertEvent>> SeriesFile::alertEvents(int limit)
{
    Result<store::Statement> found = m_database.prepare(
        "SELECT number, at, rule, what, text FROM alert_events ORDER BY number DESC LIMIT ?1");
    if (!found)
        return found.error();
    found->integer(1, limit);
    std::vector<AlertEvent> events;
    while (found->step() == 1)
        events.push_back({found->integerAt(0), timeOf(found->integerAt(1)), found->textAt(2),
                          found->textAt(3), found->textAt(4)});
    return events;
}

Status SeriesFile::keepAlertState(const std::string &json)
{
    Result<store::Statement> put =
        m_database.prepare("INSERT OR REPLACE INTO alert_state(id, json) VALUES(1, ?1)");
    if (!put)
        return put.error();
    if (put->text(1, json).run() != 0)
        return m_database.failure(ErrorCode::StoreWrite);
    return {};
}

Result<std::string> SeriesFile::alertState()
{
    Result<store::Statement> found = m_database.prepare("SELECT json FROM alert_state");
    if (!found)
        return found.error();
    return found->step() == 1 ? found->textAt(0) : std::string();
}

} // namespace batuta::series
