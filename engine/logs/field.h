// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/needle.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::logs {

/// A field by its name in lines: a member of JSON (`status`, or `http.status` within another), `name=value`
/// in a line of text. `message` is what a line says, whatever it is called there. Immutable; safe on any
/// thread.
class Field
{
public:
    explicit Field(std::string name);

    const std::string &name() const { return m_name; }
    /// Its value as it is written (a JSON string with its quotes); nothing when the line has no such field.
    /// The view is into `line`.
    std::optional<std::string_view> raw(std::string_view line) const;
    /// Its text; the view is into `line` or `scratch`.
    std::optional<std::string_view> text(std::string_view line, std::string &scratch) const;
    /// What stands in every line that has the field; "" when nothing is sure.
    std::string surely() const;

private:
    std::optional<std::string_view> member(std::string_view line) const;
    std::optional<std::string_view> pair(std::string_view line) const;

    std::string m_name;
    bool m_isMessage;
    bool m_isLine;
    std::vector<std::string> m_path; ///< of a name with dots
    Needle m_quoted;                 ///< the name with its quotes
    Needle m_pair;                   ///< `name=`
};

/// What a line says to people: its message, or the whole of a line of text.
std::string_view messageOf(std::string_view line, std::string &scratch);

} // namespace batuta::logs
