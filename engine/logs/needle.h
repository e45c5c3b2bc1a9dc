// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace batuta::logs {

/// A text that is looked for in gigabytes: sixteen bytes at a time, by its two rarest bytes. Immutable; safe
/// on any thread.
class Needle
{
public:
    static constexpr std::size_t npos = std::string_view::npos;

    Needle() = default;
    /// `anyCase`: ASCII letters match in either case.
    explicit Needle(std::string_view text, bool anyCase = false);

    const std::string &text() const { return m_text; }
    bool isEmpty() const { return m_text.empty(); }
    /// Where it begins at or after `from`; npos when it is not there. An empty one is everywhere.
    std::size_t find(std::string_view in, std::size_t from = 0) const;

private:
    bool isAt(const char *at) const;

    std::string m_text; ///< lower case with anyCase
    bool m_anyCase = false;
    std::size_t m_first = 0, m_second = 0; ///< places of the two rarest bytes
};

} // namespace batuta::logs
