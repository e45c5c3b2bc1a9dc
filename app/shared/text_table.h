// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace batuta::app {

/// A table of text for a terminal: columns as wide as their longest cell, counted in characters.
class TextTable
{
public:
    explicit TextTable(std::vector<std::string> header);
    void add(std::vector<std::string> row);
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace batuta::app
