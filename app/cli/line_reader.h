// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::cli {

/// Reads a file, or standard input for `-`, line by line. A line above 64 MiB is skipped without being held,
/// and told as such; empty lines are left out.
class LineReader
{
public:
    struct Line
    {
        int number = 0; ///< from 1
        std::string text;
        bool isTooLong = false;
    };

    static Result<LineReader> open(const std::string &file);
    /// Nothing at the end.
    Result<std::optional<Line>> next();

private:
    struct Closer
    {
        void operator()(std::FILE *file) const;
    };
    LineReader(std::FILE *file, std::string name);
    std::string_view part();

    std::unique_ptr<std::FILE, Closer> m_file;
    std::string m_name;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
    int m_number = 0;
};

} // namespace batuta::cli
