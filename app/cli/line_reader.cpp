// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/line_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace batuta::cli {
namespace {

constexpr std::size_t kBuffer = 64 * 1024;
constexpr std::size_t kLongest = 64ULL << 20;

} // namespace

void LineReader::Closer::operator()(std::FILE *file) const
{
    if (file != stdin)
        std::fclose(file);
}

LineReader::LineReader(std::FILE *file, std::string name)
    : m_file(file)
    , m_name(std::move(name))
    , m_buffer(kBuffer, '\0')
{
}

Result<LineReader> LineReader::open(const std::string &file)
{
    if (file == "-")
        return LineReader(stdin, "standard input");
    if (std::FILE *opened = std::fopen(file.c_str(), "re"))
        return LineReader(opened, file);
    return Error{ErrorCode::FileUnreadable, file, std::strerror(errno), {}, {}};
}

/// Up to the end of the line or of what has been read; empty at the end of the file.
std::string_view LineReader::part()
{
    if (m_at == m_filled) {
        m_filled = std::fread(m_buffer.data(), 1, m_buffer.size(), m_file.get());
        m_at = 0;
    }
    std::string_view rest(m_buffer.data() + m_at, m_filled - m_at);
    rest = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    m_at += rest.size();
    return rest;
}

Result<std::optional<LineReader::Line>> LineReader::next()
{
    Line line;
    for (std::string_view read = part(); !read.empty(); read = part()) {
        const bool isEnd = read.back() == '\n';
        if (isEnd)
            read.remove_suffix(1);
        line.isTooLong = line.isTooLong || line.text.size() + read.size() > kLongest;
        if (line.isTooLong)
            line.text.clear();
        else
            line.text += read;
        if (!isEnd)
            continue;
        ++m_number;
        if (!line.text.empty() || line.isTooLong) {
            line.number = m_number;
            return std::optional(std::move(line));
        }
    }
    if (std::ferror(m_file.get()) != 0)
        return Error{ErrorCode::FileUnreadable, m_name, std::strerror(errno), {}, {}};
    if (line.text.empty() && !line.isTooLong)
        return std::optional<Line>();
    line.number = ++m_number; // the last line needs no end
    return std::optional(std::move(line));
}

} // namespace batuta::cli
