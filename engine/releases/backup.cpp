// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/backup.h"

#include "engine/base/text.h"

#include <openssl/evp.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace batuta::releases {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kLargestFile = 4ULL << 20;
constexpr std::size_t kMostFiles = 2'000, kDigestLetters = 64;
constexpr int kMostInASecond = 10;
constexpr const char *kSums = "SHA256SUMS";

/// A plain name of a file: it may come out of a backup of somebody else.
bool isPlain(std::string_view name)
{
    return !name.empty() && name.size() < 200 && name.front() != '.' &&
           name.find_first_of("/\\") == std::string_view::npos;
}

Status writeFile(const fs::path &file, const std::string &text)
{
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    std::error_code failure;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, failure);
    if (stream.good())
        return {};
    return Error{ErrorCode::FileUnwritable, file.string(), {}, {}, {}};
}

Status writeAll(const fs::path &folder, const std::vector<BackupFile> &files)
{
    std::string sums;
    for (const BackupFile &file : files) {
        if (!isPlain(file.name))
            return Error{ErrorCode::FlowBadValue, file.name, "it is no name of a file", {}, {}};
        if (Status written = writeFile(folder / file.name, file.text); !written)
            return written;
        sums += sha256Of(file.text) + "  " + file.name + "\n";
    }
    return writeFile(folder / kSums, sums);
}

/// `2026-11-22T03-15-00Z`: a colon is no good in names of folders elsewhere.
std::string stamp(WallTime at)
{
    std::string text = isoTime(at).substr(0, 19) + "Z";
    for (char &letter : text)
        letter = letter == ':' ? '-' : letter;
    return text;
}

} // namespace

std::string sha256Of(const std::string &text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
    constexpr const char *kDigits = "0123456789abcdef";
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        hex += kDigits[digest[i] >> 4U];
        hex += kDigits[digest[i] & 15U];
    }
    return hex;
}

Result<std::string> writeBackup(const std::string &folder, const std::string &place, WallTime at,
                                const std::vector<BackupFile> &files)
{
    std::error_code failure;
    fs::create_directories(folder, failure);
    // Of two in one second the other takes the next.
    fs::path whole;
    bool isMade = false;
    for (int i = 0; !isMade && i < kMostInASecond && isPlain(place); ++i) {
        whole = fs::path(folder) / (place + "-" + stamp(at + std::chrono::seconds(i)));
        isMade = fs::create_directory(whole, failure);
    }
    if (!isMade)
        return Error{ErrorCode::FileUnwritable,
                     whole.empty() ? place : whole.string(),
                     failure ? failure.message() : "it is there already",
                     {},
                     "Wait a second."};
    fs::permissions(whole, fs::perms::owner_all, failure);
    if (Status written = writeAll(whole, files); !written) {
        fs::remove_all(whole, failure);
        return written.error();
    }
    return whole.string();
}

Result<std::vector<BackupFile>> readBackup(const std::string &folder)
{
    const Result<std::string> sums = readFile((fs::path(folder) / kSums).string(), kLargestFile);
    if (!sums)
        return sums.error();
    std::vector<BackupFile> files;
    for (const std::string_view line : split(*sums, '\n')) {
        if (line.empty())
            continue;
        const std::string_view name = line.size() > kDigestLetters + 2 ? line.substr(kDigestLetters + 2) : "";
        if (!isPlain(name) || files.size() == kMostFiles)
            return Error{ErrorCode::FlowBadValue, kSums, "a line of it is no checksum", {}, {}};
        Result<std::string> text = readFile((fs::path(folder) / name).string(), kLargestFile);
        if (!text)
            return text.error();
        if (sha256Of(*text) != line.substr(0, kDigestLetters))
            return Error{ErrorCode::FlowBadValue,
                         std::string(name),
                         "it is not what was written",
                         {},
                         "Use a backup that nobody changed."};
        files.push_back({std::string(name), std::move(*text)});
    }
    return files;
}

} // namespace batuta::releases
