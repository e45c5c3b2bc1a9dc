// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::store {

/// What a filter asks of one field, as text: `a` takes that value only, `!a,b` all but these, "" takes all.
class Choice
{
public:
    explicit Choice(std::string_view text);

    bool isAll() const { return m_values.empty(); }
    bool isExcluding() const { return m_isExcluding; }
    const std::vector<std::string> &values() const { return m_values; }
    bool names(std::string_view value) const;
    bool fits(std::string_view value) const { return isAll() || names(value) != m_isExcluding; }
    /// Excludes the value too, or no longer. What took one value only excludes this one instead.
    void toggleExcluded(const std::string &value);
    std::string text() const;

private:
    bool m_isExcluding = false;
    std::vector<std::string> m_values;
};

inline Choice::Choice(std::string_view text)
    : m_isExcluding(text.starts_with('!'))
{
    if (!m_isExcluding && !text.empty())
        m_values.emplace_back(text);
    if (m_isExcluding)
        for (const std::string_view value : split(text.substr(1), ','))
            if (!value.empty() && !names(value))
                m_values.emplace_back(value);
}

inline bool Choice::names(std::string_view value) const
{
    return std::find(m_values.begin(), m_values.end(), value) != m_values.end();
}

inline void Choice::toggleExcluded(const std::string &value)
{
    if (!std::exchange(m_isExcluding, true))
        m_values.clear();
    if (std::erase(m_values, value) == 0)
        m_values.push_back(value);
}

inline std::string Choice::text() const
{
    if (isAll())
        return {};
    return m_isExcluding ? '!' + join(m_values, ",") : m_values.front();
}

/// Whether the field is filtered by a value that it must have.
inline bool asksForOne(const std::string &field)
{
    return !field.empty() && field.front() != '!';
}

} // namespace batuta::store
