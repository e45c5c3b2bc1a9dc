// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/store/losing_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <vector>

namespace batuta::test {
namespace {

constexpr std::size_t kSector = 512;
constexpr std::size_t kPage = 4096; ///< of the system's cache

/// A change of a file that no sync has covered yet: bytes at a place, or a new length.
struct Change
{
    std::size_t at = 0;
    std::optional<std::string> bytes;
};

void resize(std::string &content, std::size_t size)
{
    content.resize(size, '\0');
}

void apply(const Change &change, std::string &content)
{
    if (!change.bytes)
        return resize(content, change.at);
    if (content.size() < change.at + change.bytes->size())
        resize(content, change.at + change.bytes->size());
    content.replace(change.at, change.bytes->size(), *change.bytes);
}

struct Image
{
    std::string synced;
    std::vector<Change> changes;
    /// By page, what a failed sync was about: the system thinks that it is on the disk, until somebody writes
    /// to the page again.
    std::map<std::size_t, std::vector<Change>> forgotten;

    void write(Change change)
    {
        for (std::size_t page = change.at / kPage; page * kPage < change.at + change.bytes->size(); ++page)
            if (const auto there = forgotten.extract(page))
                changes.insert(changes.end(), there.mapped().begin(), there.mapped().end());
        changes.push_back(std::move(change));
    }
    void forget()
    {
        for (const Change &change : changes)
            for (std::size_t at = 0; change.bytes && at < change.bytes->size();) {
                const std::size_t place = change.at + at;
                const std::size_t size = std::min(kPage - place % kPage, change.bytes->size() - at);
                forgotten[place / kPage].push_back({place, change.bytes->substr(at, size)});
                at += size;
            }
        changes.clear();
    }
    void sync()
    {
        for (const Change &change : changes)
            apply(change, synced);
        changes.clear();
    }
};

std::mutex theMutex; // SQLite hands a VFS no place of ours
std::map<std::string, std::shared_ptr<Image>> theImages;
std::atomic<bool> theDiskIsFull = false;
std::atomic<bool> theDiskIsBroken = false;
std::function<void()> theListener; // set while nothing is written
sqlite3_vfs *theReal = nullptr;

struct File
{
    sqlite3_file base;
    sqlite3_file *real;
    Image *image; ///< null for files without a name
};

File &fileOf(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return fileOf(file).real;
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *out, int size, sqlite3_int64 at)
{
    return realOf(file)->pMethods->xRead(realOf(file), out, size, at);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
    if (theDiskIsFull)
        return SQLITE_FULL;
    const std::lock_guard lock(theMutex);
    if (Image *image = fileOf(file).image)
        image->write({static_cast<std::size_t>(at),
                      std::string(static_cast<const char *>(bytes), static_cast<std::size_t>(size))});
    return realOf(file)->pMethods->xWrite(realOf(file), bytes, size, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const std::lock_guard lock(theMutex);
    if (Image *image = fileOf(file).image)
        image->changes.push_back({static_cast<std::size_t>(size), std::nullopt});
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    // No real sync: the disk of the test is the image.
    if (theDiskIsBroken) {
        const std::lock_guard lock(theMutex);
        if (Image *image = fileOf(file).image)
            image->forget();
        return SQLITE_IOERR_FSYNC;
    }
    {
        const std::lock_guard lock(theMutex);
        if (Image *image = fileOf(file).image)
            image->sync();
    }
    if (theListener)
        theListener();
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkLock(sqlite3_file *file, int *out)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), out);
}

int controlFile(sqlite3_file *file, int what, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), what, argument);
}

int sectorSize(sqlite3_file *)
{
    return static_cast<int>(kSector);
}

int characteristics(sqlite3_file *)
{
    return 0; // promises nothing, not even that a write leaves its neighbours alone
}

int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, out);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void barrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

const sqlite3_io_methods theMethods{2,           closeFile,   readFile,        writeFile,  truncateFile,
                                    syncFile,    fileSize,    lockFile,        unlockFile, checkLock,
                                    controlFile, sectorSize,  characteristics, mapShared,  lockShared,
                                    barrier,     unmapShared, nullptr,         nullptr};

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    File &ours = fileOf(file);
    ours.base.pMethods = nullptr;
    ours.image = nullptr;
    ours.real = reinterpret_cast<sqlite3_file *>(&ours + 1);
    const int code = theReal->xOpen(theReal, name, ours.real, flags, outFlags);
    if (ours.real->pMethods)
        ours.base.pMethods = &theMethods;
    if (code == SQLITE_OK && name) {
        const std::lock_guard lock(theMutex);
        std::shared_ptr<Image> &image = theImages[name];
        if (!image) {
            image = std::make_shared<Image>();
            std::ifstream stream(name, std::ios::binary); // what stood there before counts as synced
            image->synced.assign(std::istreambuf_iterator<char>(stream), {});
        }
        ours.image = image.get();
    }
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int)
{
    {
        const std::lock_guard lock(theMutex);
        if (const auto image = theImages.find(name); image != theImages.end())
            *image->second = {};
    }
    return theReal->xDelete(theReal, name, 0);
}

/// Whoever waits for a lock is told that the time is over: tests wait for events, not for time.
int dontSleep(sqlite3_vfs *, int micros)
{
    return micros;
}

/// `changes` as far as a torn loss leaves them: each sector of each of them, or not.
void applySome(const std::vector<Change> &changes, std::string &content, std::mt19937 &random)
{
    for (const Change &change : changes) {
        const auto dice = random() % 4;
        if (!change.bytes || dice == 0) {
            if (dice != 1)
                apply(change, content);
            continue;
        }
        for (std::size_t at = 0; at < change.bytes->size(); at += kSector)
            if (dice == 2 || random() % 2 == 0)
                apply({change.at + at, change.bytes->substr(at, kSector)}, content);
    }
}

} // namespace

void LosingVfs::install()
{
    if (theReal)
        return;
    theReal = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs vfs = *theReal;
    vfs.pNext = nullptr;
    vfs.zName = "losing";
    vfs.szOsFile = theReal->szOsFile + static_cast<int>(sizeof(File));
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xSleep = dontSleep;
    sqlite3_vfs_register(&vfs, 1);
}

bool LosingVfs::copyAfterLoss(const std::string &from, const std::string &to, Loss loss, std::uint32_t seed)
{
    std::mt19937 random(seed);
    const std::lock_guard lock(theMutex);
    bool isWritten = theImages.contains(from);
    for (auto image = theImages.lower_bound(from); image != theImages.end() && image->first.starts_with(from);
         ++image) { // with its logs
        std::string content = image->second->synced;
        if (loss == Loss::Torn)
            applySome(image->second->changes, content, random);
        std::ofstream stream(to + image->first.substr(from.size()), std::ios::binary | std::ios::trunc);
        stream.write(content.data(), static_cast<std::streamsize>(content.size()));
        isWritten = isWritten && stream.good();
    }
    return isWritten;
}

void LosingVfs::setFull(bool isFull)
{
    theDiskIsFull = isFull;
}

void LosingVfs::onSync(std::function<void()> listener)
{
    theListener = std::move(listener);
}

void LosingVfs::setBroken(bool isBroken)
{
    theDiskIsBroken = isBroken;
}

} // namespace batuta::test
