// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_seat.h"

#include "engine/base/uuid.h"
#include "engine/store/pg_schema.h"

#include <algorithm>
#include <filesystem>

namespace batuta::store {
namespace {

constexpr Duration kFirstPause = std::chrono::milliseconds(50);
constexpr Duration kLastPause = std::chrono::seconds(2);
constexpr const char *kEnter =
    "INSERT INTO engines(instance, place, pid, process_start) VALUES($1, $2, $3, $4) "
    "RETURNING engine";
constexpr const char *kLock = "SELECT pg_advisory_lock('engines'::regclass::oid::int, $1::int)";
// An old connection of this engine that the server still believes in.
constexpr const char *kEndOld =
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND "
    "classid = 'engines'::regclass AND objid = $1::int::oid AND pid = $2";
constexpr const char *kLook =
    "SELECT (closed_at IS NOT NULL)::int::bigint, batch FROM engines WHERE engine = $1";
constexpr const char *kSeen = "UPDATE engines SET seen_at = now() WHERE engine = $1";
constexpr const char *kPgCloseOwn = "UPDATE engines SET closed_at = now() WHERE engine = $1";

} // namespace

std::string processPlace()
{
    std::error_code failure; // without the name, the machine alone has to do
    return thisProcess().boot + ' ' + std::filesystem::read_symlink("/proc/self/ns/pid", failure).string();
}

Status PgSeat::open()
{
    if (Status connected = connect(); !connected)
        return connected;
    return enter();
}

Status PgSeat::connect()
{
    Result<PgSession> session = PgSession::connect(m_options.url);
    if (!session)
        return session.error();
    const Status prepared = preparePgWriting(*session, isDurable());
    if (prepared)
        m_session = std::move(*session);
    return prepared;
}

Status PgSeat::enter()
{
    const ProcessIdentity self = thisProcess();
    const std::string instance = newUuid();
    const std::string place = processPlace();
    const Result<std::int64_t> engine =
        m_session.number(kEnter, PgValues().text(instance).text(place).integer(self.pid).integer(self.start));
    if (!engine)
        return engine.error();
    m_engine = *engine;
    m_batches = 0;
    return lock();
}

Status PgSeat::lock()
{
    const Result<PgRows> locked = m_session.run(kLock, PgValues().integer(m_engine));
    if (!locked)
        return locked.error();
    m_backend = m_session.backend();
    return {};
}

Status PgSeat::comeBackNow()
{
    Status back = sitDown();
    if (!back)
        m_session = {}; // without the lock nothing may be written
    return back;
}

Status PgSeat::sitDown()
{
    if (Status connected = connect(); !connected)
        return connected;
    const auto ended = m_session.run(kEndOld, PgValues().integer(m_engine).integer(m_backend));
    if (!ended)
        return ended.error();
    if (Status locked = lock(); !locked)
        return locked;
    const Result<PgRows> row = m_session.run(kLook, PgValues().integer(m_engine));
    if (!row)
        return row.error();
    m_batches = row->size() == 0 ? 0 : (*row)[0].integerAt(1);
    if (row->size() != 0 && (*row)[0].integerAt(0) == 0)
        return {};
    m_hasLost = true;
    const std::int64_t batches = m_batches;
    Status entered = m_session.script("SELECT pg_advisory_unlock_all()");
    if (entered)
        entered = enter();
    m_batches = batches;
    return entered;
}

Status PgSeat::comeBack()
{
    const SteadyTime end = SystemClock().steady() + m_options.patience;
    for (Duration pause = kFirstPause;; pause = std::min(pause * 2, kLastPause)) {
        const Status back = comeBackNow();
        if (back || SystemClock().steady() + pause > end)
            return back;
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, pause, [this] { return m_isHurried; }))
            return back;
    }
}

void PgSeat::rest()
{
    if (m_session.isOpen() && m_session.run(kSeen, PgValues().integer(m_engine)))
        return;
    if (!m_session.isOpen())
        std::ignore = comeBackNow(); // whoever writes next tries again, and tells
}

void PgSeat::hurry()
{
    const std::lock_guard lock(m_mutex);
    m_isHurried = true;
    m_wake.notify_all();
}

void PgSeat::leave()
{
    if (!m_session.isOpen())
        return; // others see that nothing is seen of it
    std::ignore = m_session.run(kPgCloseOwn, PgValues().integer(m_engine));
    std::ignore = m_session.script("SELECT pg_advisory_unlock_all()");
    m_session = {};
}

} // namespace batuta::store
