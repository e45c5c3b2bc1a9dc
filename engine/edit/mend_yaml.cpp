// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/mends.h"

#include "engine/edit/checks.h"
#include "engine/flow/reading.h"

namespace batuta::edit {
namespace {

std::size_t startOfLine(std::string_view text, std::size_t at)
{
    const std::size_t found = at == 0 ? text.npos : text.rfind('\n', at - 1);
    return found == text.npos ? 0 : found + 1;
}

std::size_t endOfLine(std::string_view text, std::size_t at)
{
    const std::size_t found = text.find('\n', at);
    return found == text.npos ? text.size() : found + 1;
}

std::size_t indentOf(std::string_view line)
{
    const std::size_t at = line.find_first_not_of(' ');
    return at == line.npos ? line.size() : at;
}

/// The lines of a block mapping's member: its key, and what is indented deeper. Nothing when something else
/// stands before the key on its line.
std::optional<Range> linesOfMember(std::string_view text, std::size_t key)
{
    const std::size_t from = startOfLine(text, key);
    const std::size_t indent = key - from;
    if (indentOf(text.substr(from)) != indent)
        return std::nullopt;
    std::size_t to = endOfLine(text, key);
    std::size_t end = to; // blank lines behind it belong to what follows
    while (to < text.size()) {
        const std::string_view line = text.substr(to, endOfLine(text, to) - to);
        const bool isBlank = line.find_first_not_of(" \r\n") == line.npos;
        const std::size_t own = indentOf(line);
        const bool isItem = own == indent && line.substr(own).starts_with("- ");
        if (!isBlank && own <= indent && !isItem)
            break;
        to += line.size();
        if (!isBlank)
            end = to;
    }
    return Range{from, end};
}

void mendDuplicate(std::string_view text, const Error &error, Problem &problem)
{
    const std::string &key = error.subject;
    const Range at = problem.range;
    const bool isPlain = text.substr(at.from, key.size()) == key;
    if (flow::isName(key) && isPlain) {
        std::string name;
        for (int number = 2; name.empty() || text.find(name + ":") != text.npos; ++number)
            name = key + "_" + std::to_string(number);
        problem.range = {at.from, at.from + key.size()};
        problem.fixes.push_back({"Rename it to " + name, {{problem.range, name}}});
    }
    if (const auto lines = linesOfMember(text, at.from))
        problem.fixes.push_back({"Remove the second " + key, {{*lines, ""}}});
}

/// YAML wants blanks: each tab at the start of a line becomes two.
void mendTabs(std::string_view text, Problem &problem)
{
    TextEdits edits;
    bool isHere = false;
    for (std::size_t line = 0; line < text.size(); line = endOfLine(text, line)) {
        std::size_t end = text.find_first_not_of(" \t", line);
        end = end == text.npos ? text.size() : end;
        std::string blanks;
        for (std::size_t i = line; i < end; ++i)
            blanks += text[i] == '\t' ? "  " : " ";
        if (blanks.size() == end - line)
            continue;
        edits.push_back({{line, end}, blanks});
        isHere = isHere || (problem.range.from >= line && problem.range.from <= endOfLine(text, line));
    }
    if (isHere)
        problem.fixes.push_back({"Use blanks instead of tabs", std::move(edits)});
}

} // namespace

void offerMendsOfYaml(std::string_view text, const Error &error, Problem &problem)
{
    if (error.code == ErrorCode::YamlDuplicateKey)
        mendDuplicate(text, error, problem);
    else if (error.code == ErrorCode::YamlSyntax)
        mendTabs(text, problem);
}

} // namespace batuta::edit
