// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::views {

/// A text cut into rows for a view: at line ends, and where a line is longer than a row may be, between two
/// characters. Offsets are bytes. Cheap to copy: the text is shared.
class TextRows
{
public:
    static constexpr std::size_t kLongest = 512; ///< bytes of a row

    TextRows() = default;
    explicit TextRows(std::shared_ptr<const std::string> text);

    std::size_t size() const { return m_starts.size(); }
    const std::string &text() const;
    /// Without its line end.
    std::string_view row(std::size_t at) const;
    std::size_t start(std::size_t at) const { return m_starts[at]; }
    /// It goes on a line that began in a row before.
    bool isContinued(std::size_t at) const;
    /// The row that holds this byte.
    std::size_t rowAt(std::size_t offset) const;
    /// Bytes of the longest row.
    std::size_t longest() const { return m_longest; }

private:
    std::shared_ptr<const std::string> m_text;
    std::vector<std::uint32_t> m_starts;
    std::size_t m_longest = 0;
};

/// Where `needle` stands in `text`, without regard to the case of ASCII letters; at most `most` places.
std::vector<std::uint32_t> placesOf(std::string_view needle, const std::string &text, std::size_t most);

} // namespace batuta::views
