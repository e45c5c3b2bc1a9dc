// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace batuta::logs {

/// One member of an object, as it is written: a value that is a string has its quotes still.
struct RawMember
{
    std::string_view name; ///< without quotes, escapes not resolved
    std::string_view value;
};

/// Goes through the members of an object without building it. Reads as far as the text makes sense: what a
/// torn line still says is seen. The text must outlive it.
class Members
{
public:
    explicit Members(std::string_view object);
    /// Whether the text begins like an object.
    bool isObject() const { return m_isObject; }
    /// False at the end, and where the text stops making sense.
    bool next(RawMember &member);
    /// After the last next(): the object was closed.
    bool isWhole() const { return m_isWhole; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_isObject = false;
    bool m_isWhole = false;
};

/// The member whose name's quote stands at `quote`; false when none does.
bool memberAt(std::string_view text, std::size_t quote, RawMember &member);
/// The text of a value: a string without quotes and escapes; anything else as it is written. The view is into
/// `raw` when there is nothing to resolve, else into `scratch`.
std::string_view plainText(std::string_view raw, std::string &scratch);
/// Whether the line begins like a JSON object.
bool looksLikeObject(std::string_view line);

} // namespace batuta::logs
