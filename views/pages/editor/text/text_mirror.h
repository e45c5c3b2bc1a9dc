// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/text_edit.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace batuta::views {

/// A line and a column of the text as it is shown: both count from 0, the column in characters of QString.
struct Spot
{
    int line = 0;
    int column = 0;

    bool operator==(const Spot &) const = default;
};

/// The bytes of a file beside the text of an editor. What an editor cannot hold (lone carriage returns,
/// broken UTF-8) is shown as one replacement character a piece, and stays as it is in the bytes; line breaks
/// keep their kind. A value without a thread.
class TextMirror
{
public:
    explicit TextMirror(std::string text = {});

    const std::string &text() const { return m_text; }
    int lines() const { return static_cast<int>(m_starts.size()); }
    /// Of all, or of these bytes, as an editor shows it: breaks are `\n`.
    QString shown() const { return shown({0, m_text.size()}); }
    QString shown(edit::Range range) const;

    Spot spotOf(std::size_t byte) const;
    std::size_t byteOf(Spot spot) const;
    /// The byte that lies so many shown characters behind `byte`.
    std::size_t advanced(std::size_t byte, int characters) const;

    /// What makes `characters` of the shown text at `at` into `now`: at most one edit, without what is equal
    /// at both ends.
    edit::TextEdits replacing(Spot at, int characters, const QString &now) const;
    void apply(const edit::TextEdits &edits);
    void setText(std::string text);

private:
    void findLines();
    std::size_t endOfLine(std::size_t line) const;
    std::string bytesOf(const QString &shown) const;
    edit::TextEdit withoutFusion(edit::TextEdit edit) const;

    std::string m_text;
    std::vector<std::size_t> m_starts;
    bool m_hasCarriageReturns = false; ///< its first line ends with \r\n: new ones do as well
};

} // namespace batuta::views
