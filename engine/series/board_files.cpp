// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/board.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace batuta::resources {
extern const std::string_view board_flows;
extern const std::string_view board_steps;
extern const std::string_view board_engine;
extern const std::string_view board_cloud;
} // namespace batuta::resources

namespace batuta::series {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBoardBytes = 1u << 20;
constexpr std::size_t kMostBoards = 200;
constexpr std::array<std::string_view, 3> kEndings{".yaml", ".yml", ".json"};

bool isBoardFile(const fs::path &path)
{
    return std::find(kEndings.begin(), kEndings.end(), path.extension().string()) != kEndings.end() &&
           isBoardName(path.stem().string());
}

Error unwritable(const fs::path &path, const std::error_code &failure)
{
    return {ErrorCode::FileUnwritable, path.string(), failure.message(), {}, {}};
}

} // namespace

std::vector<BoardText> loadBoards(const std::string &workspace)
{
    std::vector<BoardText> boards;
    std::error_code failure; // a folder that is not there has no boards
    for (fs::directory_iterator entry(fs::path(workspace) / "boards", failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (!isBoardFile(entry->path()) || boards.size() >= kMostBoards)
            continue;
        if (auto text = readFile(entry->path().string(), kMostBoardBytes))
            boards.push_back({entry->path().stem().string(), entry->path().string(), std::move(*text)});
    }
    std::sort(boards.begin(), boards.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    const std::array<std::pair<std::string_view, std::string_view>, 4> own{
        {{"flows", resources::board_flows},
         {"steps", resources::board_steps},
         {"engine", resources::board_engine},
         {"cloud", resources::board_cloud}}};
    std::size_t at = 0;
    for (const auto &[name, text] : own)
        if (std::none_of(boards.begin(), boards.end(),
                         [&, wanted = name](const auto &board) { return board.name == wanted; }))
            boards.insert(boards.begin() + static_cast<std::ptrdiff_t>(at++),
                          {std::string(name), {}, std::string(text)});
    return boards;
}

Status saveBoard(const std::string &workspace, const std::string &name, std::string_view text)
{
    if (!isBoardName(name))
        return Error{ErrorCode::InputInvalid, "board", "a name has letters a to z, digits, _ and -", {}, {}};
    if (text.size() > kMostBoardBytes)
        return Error{ErrorCode::FileTooLarge, name, "above 1 MB", {}, {}};
    if (const BoardReading reading = readBoard(text, name); !reading.errors.empty())
        return reading.errors.front();
    const fs::path folder = fs::path(workspace) / "boards";
    fs::path file = folder / (name + ".yaml");
    std::error_code failure;
    for (const std::string_view ending : kEndings)
        if (const fs::path other = folder / (name + std::string(ending)); fs::exists(other, failure))
            file = other;
    fs::create_directories(folder, failure);
    const fs::path part = file.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        if (!out.flush())
            return unwritable(part, std::make_error_code(std::errc::io_error));
    }
    fs::rename(part, file, failure);
    return failure ? Status(unwritable(file, failure)) : Status();
}

} // namespace batuta::series
