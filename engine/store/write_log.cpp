// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/write_log.h"

#include "engine/store/journal_frames.h"

#include <sqlite3.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace batuta::store {
namespace {

constexpr std::uint64_t kSyncedMark = 0x3267'6F4C'7461'7542ULL;   // "BuatLog2" in the file
constexpr std::uint64_t kUnsyncedMark = 0x3267'6F4C'7465'7542ULL; // "BuetLog2"
// The first kind had a digest that took five times as long; a history may still have such logs.
constexpr std::uint64_t kFirstSyncedMark = 0x3167'6F4C'7461'7542ULL;   // "BuatLog1"
constexpr std::uint64_t kFirstUnsyncedMark = 0x3167'6F4C'7465'7542ULL; // "BuetLog1"
constexpr std::string_view kAnySyncedMark = "BuatLog";

/// SQLite's own files never write more than a page at once, and its layer fails from 128 KiB on.
constexpr std::size_t kPiece = 64ULL << 10;

/// What a batch begins with; all of it is covered by the digest but the digest.
struct Head
{
    std::uint64_t mark = kSyncedMark;
    std::int64_t number = 0;
    std::uint64_t size = 0; ///< of the body
    std::uint64_t digest = 0;
};
static_assert(sizeof(Head) == WriteLog::kHead);

std::uint64_t batchDigest(const Head &head, std::string_view body, std::uint64_t seed)
{
    std::array<char, offsetof(Head, digest)> covered{};
    std::memcpy(covered.data(), &head, covered.size());
    if (head.mark == kFirstSyncedMark || head.mark == kFirstUnsyncedMark)
        return digestOf(body, digestOf(std::string_view(covered.data(), covered.size()), seed));
    return XXH3_64bits_withSeed(body.data(), body.size(),
                                XXH3_64bits_withSeed(covered.data(), covered.size(), seed));
}

struct Batch
{
    std::int64_t number = 0;
    std::string_view body;
    bool isSynced = true;
};

/// The whole batch at the front of `bytes`, if there is one.
std::optional<Batch> batchAt(std::string_view bytes, std::uint64_t seed)
{
    Head head;
    if (bytes.size() < sizeof head)
        return std::nullopt;
    std::memcpy(&head, bytes.data(), sizeof head);
    const bool isSynced = head.mark == kSyncedMark || head.mark == kFirstSyncedMark;
    const bool isUnsynced = head.mark == kUnsyncedMark || head.mark == kFirstUnsyncedMark;
    if ((!isSynced && !isUnsynced) || head.size > bytes.size() - sizeof head)
        return std::nullopt;
    const std::string_view body = bytes.substr(sizeof head, head.size);
    if (batchDigest(head, body, seed) != head.digest)
        return std::nullopt;
    return Batch{head.number, body, isSynced};
}

/// The highest number of a whole and synced batch anywhere in `bytes`, or 0.
std::int64_t lastNumberIn(std::string_view bytes, std::uint64_t seed)
{
    std::int64_t last = 0;
    for (std::size_t at = bytes.find(kAnySyncedMark); at != std::string_view::npos;
         at = bytes.find(kAnySyncedMark, at + 1))
        if (const std::optional<Batch> batch = batchAt(bytes.substr(at), seed); batch && batch->isSynced)
            last = std::max(last, batch->number);
    return last;
}

} // namespace

void WriteLog::Closer::operator()(sqlite3_file *file) const
{
    if (file->pMethods)
        file->pMethods->xClose(file);
    sqlite3_free(file);
}

Error WriteLog::failure(int code) const
{
    const bool isFull = (code & 0xFF) == SQLITE_FULL;
    return Error{
        isFull ? ErrorCode::StoreFull : ErrorCode::StoreWrite, m_path.c_str(), sqlite3_errstr(code), {}, ""};
}

Result<WriteLog> WriteLog::create(const std::string &path, std::uint64_t seed, bool isSynced)
{
    WriteLog log;
    log.m_path = path + std::string(2, '\0');
    log.m_seed = seed;
    log.m_isSynced = isSynced;
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    auto *file = static_cast<sqlite3_file *>(sqlite3_malloc(vfs->szOsFile));
    if (!file)
        return log.failure(SQLITE_NOMEM);
    std::memset(file, 0, static_cast<std::size_t>(vfs->szOsFile));
    log.m_file.reset(file);
    const int code =
        vfs->xOpen(vfs, log.m_path.c_str(), file,
                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_JOURNAL, nullptr);
    if (code != SQLITE_OK || !file->pMethods)
        return log.failure(code);
    Result<std::optional<FileLock>> lock = FileLock::take(path);
    if (!lock || !*lock) { // nobody is to find a log that cannot be locked, and wait for it
        log.remove();
        return lock ? log.failure(SQLITE_IOERR) : lock.error();
    }
    log.m_lock = std::move(**lock);
    return log;
}

Status WriteLog::append(std::string &batch, std::int64_t number)
{
    Head head;
    head.mark = m_isSynced ? kSyncedMark : kUnsyncedMark;
    head.number = number;
    head.size = batch.size() - sizeof head;
    head.digest = batchDigest(head, std::string_view(batch).substr(sizeof head), m_seed);
    std::memcpy(batch.data(), &head, sizeof head);
    m_lastStart = m_end;
    for (std::size_t at = 0; at < batch.size(); at += kPiece) {
        const std::size_t size = std::min(kPiece, batch.size() - at);
        const int code = m_file->pMethods->xWrite(m_file.get(), batch.data() + at, static_cast<int>(size),
                                                  static_cast<sqlite3_int64>(m_end + at));
        if (code != SQLITE_OK)
            return failure(code);
    }
    m_end += batch.size();
    return {};
}

Status WriteLog::sync()
{
    if (!m_isSynced)
        return {};
    const int code = m_file->pMethods->xSync(m_file.get(), SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
    return code == SQLITE_OK ? Status() : Status(failure(code));
}

void WriteLog::takeBack()
{
    constexpr std::array<char, kHead> kNothing{};
    m_file->pMethods->xWrite(m_file.get(), kNothing.data(), static_cast<int>(kNothing.size()),
                             static_cast<sqlite3_int64>(m_lastStart));
}

void WriteLog::remove()
{
    m_file.reset();
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    vfs->xDelete(vfs, m_path.c_str(), 0);
}

bool isOfLaterKind(std::string_view content)
{
    constexpr std::string_view kUnsynced = "BuetLog"; // beside kAnySyncedMark
    const std::string_view name = content.substr(0, kAnySyncedMark.size());
    if (content.size() <= name.size() || (name != kAnySyncedMark && name != kUnsynced))
        return false;
    const char kind = content[name.size()];
    return kind != '1' && kind != '2';
}

LoggedBatches readBatches(const std::vector<std::string_view> &contents, std::uint64_t seed,
                          std::int64_t applied)
{
    std::vector<Batch> batches;
    std::int64_t later = 0; // a batch behind what cannot be read
    for (std::string_view rest : contents) {
        std::int64_t number = 0;
        while (const std::optional<Batch> batch = batchAt(rest, seed)) {
            if (number != 0 && batch->number != number + 1)
                break; // left over from an earlier turn
            number = batch->number;
            batches.push_back(*batch);
            rest.remove_prefix(WriteLog::kHead + batch->body.size());
        }
        later = std::max(later, lastNumberIn(rest, seed));
    }
    std::sort(batches.begin(), batches.end(),
              [](const Batch &a, const Batch &b) { return a.number < b.number; });
    LoggedBatches read;
    read.last = applied;
    for (const Batch &batch : batches) {
        if (batch.number <= read.last)
            continue;
        if (batch.number != read.last + 1 && !batch.isSynced)
            break;
        read.isDamaged |= batch.number != read.last + 1;
        read.bodies.push_back(batch.body);
        read.last = batch.number;
    }
    read.isDamaged |= later > read.last;
    return read;
}

} // namespace batuta::store
