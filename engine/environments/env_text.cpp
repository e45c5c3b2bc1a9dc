// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/env_text.h"

#include "engine/edit/yaml_tree.h"
#include "engine/env/env_yaml.h"

#include <algorithm>
#include <array>

namespace batuta::environments {
namespace {

bool isSame(const env::Entry &a, const env::Entry &b)
{
    return a.key == b.key && a.value == b.value;
}

/// What YAML reads as text without quotes, whichever version of it reads.
bool isPlainYaml(std::string_view value)
{
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view kRest = "0123456789_./:-";
    constexpr std::array<std::string_view, 9> kWords{"y",   "n",    "yes",   "no",  "on",
                                                     "off", "true", "false", "null"};
    if (value.empty() || kLetters.find(value.front()) == std::string_view::npos || value.back() == ':')
        return false;
    const bool hasOdd = std::any_of(value.begin(), value.end(), [&](char c) {
        return kLetters.find(c) == std::string_view::npos && kRest.find(c) == std::string_view::npos;
    });
    const bool isWord = std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
        return word.size() == value.size() &&
               std::equal(word.begin(), word.end(), value.begin(),
                          [](char a, char b) { return a == b || a - 'a' + 'A' == b; });
    });
    return !hasOdd && !isWord;
}

std::string escaped(std::string_view value, char what, std::string_view by)
{
    std::string out;
    for (const char c : value) {
        if (c == what)
            out += by;
        else
            out += c;
    }
    return out;
}

std::string inQuotes(std::string_view value, char quote)
{
    return quote + std::string(value) + quote;
}

} // namespace

std::optional<EnvFormat> formatOf(std::string_view path)
{
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    if (name.ends_with(".yaml") || name.ends_with(".yml"))
        return EnvFormat::Yaml;
    if (name == ".env" || name.starts_with(".env.") || name.ends_with(".env"))
        return EnvFormat::Dotenv;
    return std::nullopt;
}

std::string quotedYaml(std::string_view value)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out = "\"";
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        const std::string_view two = value.substr(i, 2);
        const std::string_view three = value.substr(i, 3);
        if (byte == '"' || byte == '\\') {
            out += {'\\', value[i]};
        } else if (byte == '\n' || byte == '\r' || byte == '\t') {
            out += byte == '\n' ? "\\n" : byte == '\r' ? "\\r" : "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
        } else if (byte == 0xC2 && two.size() == 2 && static_cast<unsigned char>(two[1]) <= 0xA0) {
            const auto low = static_cast<unsigned char>(two[1]);
            out += {'\\', 'x', kDigits[low >> 4], kDigits[low & 15]};
            ++i;
        } else if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" || three == "\xEF\xBB\xBF") {
            out += three == "\xE2\x80\xA8" ? "\\u2028" : three == "\xE2\x80\xA9" ? "\\u2029" : "\\uFEFF";
            i += 2;
        } else {
            out += value[i];
        }
    }
    return out + "\"";
}

EnvText::EnvText(std::string text, EnvFormat format, std::string file)
    : m_text(std::move(text))
    , m_format(format)
    , m_file(std::move(file))
{
}

Result<EnvText> EnvText::read(std::string text, EnvFormat format, const std::string &file)
{
    EnvText out(std::move(text), format, file);
    out.m_parsed = out.parsed(out.m_text);
    for (const Error &problem : out.m_parsed.problems) {
        const bool isWhole = problem.code == ErrorCode::FileTooLarge ||
                             problem.code == ErrorCode::YamlSyntax || problem.subject == file;
        if (isWhole)
            return problem;
    }
    if (format == EnvFormat::Yaml)
        if (Status status = out.findYamlPlaces(); !status)
            return status.error();
    return out;
}

env::Parsed EnvText::parsed(const std::string &text) const
{
    return m_format == EnvFormat::Dotenv ? env::parseDotenv(text, m_file) : env::parseEnvYaml(text, m_file);
}

Status EnvText::findYamlPlaces()
{
    const Result<edit::TreeNode> tree = edit::readTree(m_text, m_file);
    if (!tree)
        return tree.error();
    if (tree->isMapping() && tree->isFlow())
        m_braces = tree->own;
    m_parsed.written.resize(m_parsed.entries.size());
    std::size_t index = 0;
    for (const edit::TreeChild &child : tree->children) {
        if (index == m_parsed.entries.size() || m_parsed.entries[index].key != child.key)
            continue; // refused by the engine's reader, and among the problems
        const std::size_t before = m_text.rfind('\n', child.keyRange.from);
        const std::size_t start = m_braces ? child.entry.from : before == std::string::npos ? 0 : before + 1;
        const edit::Range value =
            child.value.kind == edit::TreeNode::Kind::Null && child.value.own.size() == 0
                ? edit::Range{child.after, child.after}
                : child.value.own;
        m_indent = child.keyRange.from - start;
        m_parsed.written[index++] = {{start, std::max(child.entry.to, value.to)}, {value.from, value.to}};
    }
    if (index < m_parsed.entries.size())
        return Error{ErrorCode::EnvSyntax, m_file, "its keys cannot be told apart", {m_file, 1, 1}, ""};
    return {};
}

const env::Entry *EnvText::find(std::string_view key) const
{
    const auto found = std::find_if(m_parsed.entries.rbegin(), m_parsed.entries.rend(),
                                    [&](const env::Entry &entry) { return entry.key == key; });
    return found == m_parsed.entries.rend() ? nullptr : &*found;
}

bool EnvText::says(const std::string &text, const std::vector<env::Entry> &wanted) const
{
    const Result<EnvText> now = read(text, m_format, m_file);
    return now && now->problems().size() == m_parsed.problems.size() &&
           now->entries().size() == wanted.size() &&
           std::equal(wanted.begin(), wanted.end(), now->entries().begin(), isSame);
}

Result<edit::TextEdits> EnvText::firstThatSays(const std::vector<edit::TextEdits> &ways,
                                               const std::vector<env::Entry> &wanted,
                                               const std::string &key) const
{
    for (const edit::TextEdits &way : ways)
        if (says(edit::applied(m_text, way), wanted))
            return way;
    return Error{ErrorCode::EnvSyntax,
                 key,
                 "the value cannot be written in this file",
                 {m_file, 0, 0},
                 "Take out what it has of all three kinds of quotes, of NUL bytes, or of `\\n` beside real "
                 "line ends."};
}

/// From the one that is nearest to what stands there to the one that can say most.
std::vector<std::string> EnvText::spellings(const std::string &value, std::string_view old) const
{
    const char quote = old.empty() ? '\0' : old.front();
    if (m_format == EnvFormat::Yaml) {
        if (quote == '\'' && value.find_first_of("\r\n") == std::string::npos)
            return {inQuotes(escaped(value, '\'', "''"), '\''), quotedYaml(value)};
        const bool wasPlain = quote != '\0' && quote != '"' && quote != '|' && quote != '>';
        if (wasPlain && isPlainYaml(value))
            return {value, quotedYaml(value)};
        return {quotedYaml(value)};
    }
    const std::string shown = escaped(escaped(value, '\n', "\\n"), '\r', "\\r");
    std::vector<std::string> all{value, inQuotes(shown, '"'), inQuotes(value, '"'), inQuotes(value, '\''),
                                 inQuotes(value, '`')};
    const bool looksOdd = value.find_first_of(" \t#'\"`$\\\n") != std::string::npos;
    if (looksOdd) // a reader of another kind may not like it bare
        std::rotate(all.begin(), all.begin() + 1, all.end());
    const auto isQuote = [](char c) { return std::string_view("'\"`").find(c) != std::string_view::npos; };
    std::stable_partition(all.begin(), all.end(), [&](const std::string &spelling) {
        return isQuote(quote) && spelling.starts_with(quote) && spelling.size() > 1;
    });
    std::stable_partition(all.begin(), all.end(), [&](const std::string &spelling) {
        const bool isQuoted = spelling.size() > 1 && isQuote(spelling.front());
        return !isQuoted || spelling.find(spelling.front(), 1) == spelling.size() - 1; // none inside
    });
    return all;
}

std::string_view EnvText::lineBreak() const
{
    const std::size_t first = m_text.find('\n');
    return first != std::string::npos && first > 0 && m_text[first - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t EnvText::behindLine(std::size_t at) const
{
    const std::size_t end = m_text.find('\n', at);
    return end == std::string::npos ? m_text.size() : end + 1;
}

edit::TextEdit EnvText::insertion(std::string line, std::string_view after) const
{
    std::size_t at = m_text.size();
    const bool isLast = find(after) == nullptr;
    for (std::size_t i = 0; i < m_parsed.entries.size(); ++i)
        if (m_parsed.entries[i].key == after || (isLast && m_format == EnvFormat::Yaml))
            at = behindLine(m_parsed.written[i].lines.to);
    if (m_braces) {
        const std::size_t last =
            m_parsed.written.empty() ? m_braces->from + 1 : m_parsed.written.back().lines.to;
        return {{last, last}, m_parsed.written.empty() ? line : ", " + line};
    }
    const std::string end(lineBreak());
    const bool isOpen = at > 0 && m_text[at - 1] != '\n' && at == m_text.size();
    line.insert(0, m_indent, ' ');
    return {{at, at}, (isOpen ? end : "") + line + end};
}

Result<edit::TextEdits> EnvText::set(const std::string &key, const std::string &value,
                                     std::string_view after) const
{
    if (!env::isValidKey(key))
        return Error{ErrorCode::EnvBadKey, key, "", {m_file, 0, 0}, ""};
    std::vector<env::Entry> wanted = m_parsed.entries;
    std::vector<edit::TextEdits> ways;
    const env::Entry *old = find(key);
    if (old != nullptr) {
        if (old->value == value)
            return edit::TextEdits();
        const auto index = static_cast<std::size_t>(old - m_parsed.entries.data());
        wanted[index].value = value;
        const env::Span place = m_parsed.written[index].value;
        const std::string_view text = std::string_view(m_text).substr(place.from, place.to - place.from);
        const char before = place.from > 0 ? m_text[place.from - 1] : ' ';
        for (const std::string &spelling : spellings(value, text))
            ways.push_back({{{place.from, place.to}, before == ':' ? " " + spelling : spelling}});
        return firstThatSays(ways, wanted, key);
    }
    for (const std::string &spelling : spellings(value, {})) {
        const bool isYaml = m_format == EnvFormat::Yaml;
        ways.push_back({insertion(
            (isYaml ? (isPlainYaml(key) ? key : quotedYaml(key)) + ": " : key + "=") + spelling, after)});
    }
    const bool isKnown = !after.empty() && find(after) != nullptr && !m_braces;
    const auto behind = isKnown ? static_cast<std::ptrdiff_t>(find(after) - m_parsed.entries.data()) + 1
                                : static_cast<std::ptrdiff_t>(wanted.size());
    wanted.insert(wanted.begin() + behind, env::Entry{key, value, env::Source::DotenvFile, {}});
    return firstThatSays(ways, wanted, key);
}

Result<edit::TextEdits> EnvText::remove(std::string_view key) const
{
    edit::TextEdits edits;
    std::vector<env::Entry> wanted;
    for (std::size_t i = 0; i < m_parsed.entries.size(); ++i) {
        if (m_parsed.entries[i].key != key) {
            wanted.push_back(m_parsed.entries[i]);
            continue;
        }
        env::Span lines = m_parsed.written[i].lines;
        if (!m_braces)
            lines.to = behindLine(lines.to);
        else if (i > 0)
            lines.from = m_parsed.written[i - 1].lines.to;
        else if (i + 1 < m_parsed.written.size())
            lines.to = m_parsed.written[i + 1].lines.from;
        edits.push_back({{lines.from, lines.to}, ""});
    }
    return firstThatSays({edits}, wanted, std::string(key));
}

} // namespace batuta::environments
