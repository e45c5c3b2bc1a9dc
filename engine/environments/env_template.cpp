// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/env_template.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace batuta::environments {
namespace {

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool mentions(const std::string &text, std::initializer_list<std::string_view> words)
{
    const std::string low = lowered(text);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return low.find(word) != std::string::npos; });
}

/// A comment without `#` and the dashes around a heading.
std::string bare(std::string_view comment, bool &isRuled)
{
    std::string_view text = trimmed(comment.substr(std::min(comment.find_first_not_of('#'), comment.size())));
    const std::size_t from = std::min(text.find_first_not_of("-=* "), text.size());
    const std::size_t to = text.find_last_not_of("-=* ") + 1;
    isRuled = from > 0 || comment.starts_with("##");
    return std::string(text.substr(from, to > from ? to - from : 0));
}

bool isShort(std::string_view title)
{
    const auto gaps = std::count(title.begin(), title.end(), ' ');
    return gaps < 4 && title.find_first_of(",;.:=") == std::string_view::npos;
}

/// `# KEY=value` or `# KEY: value`: the key of a line that was put out of use.
std::string_view sleepingKey(std::string_view line)
{
    line = trimmed(line.substr(std::min(line.find_first_not_of("# "), line.size())));
    const std::size_t end = line.find_first_of("=:");
    const std::string_view key = line.substr(0, std::min(end, line.size()));
    const bool isShouted = std::none_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return end != std::string_view::npos && isShouted && env::isValidKey(key) ? key : std::string_view();
}

/// Line by line: headings, descriptions and keys.
class TemplateReader
{
public:
    explicit TemplateReader(const EnvText &text)
        : m_text(text)
    {
        for (std::size_t i = 0; i < text.entries().size(); ++i)
            m_entryAt.emplace_back(lineOf(text.written(i).value.from), i);
    }

    EnvTemplate read()
    {
        m_out.file = m_text.file();
        const std::vector<std::string_view> lines = split(m_text.text(), '\n');
        for (std::size_t line = 0; line < lines.size(); ++line)
            take(trimmed(lines[line]), line);
        endParagraph();
        return std::move(m_out);
    }

private:
    std::size_t lineOf(std::size_t at) const
    {
        return static_cast<std::size_t>(
            std::count(m_text.text().begin(), m_text.text().begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }

    void take(std::string_view line, std::size_t number)
    {
        const auto entry = std::find_if(m_entryAt.begin(), m_entryAt.end(),
                                        [&](const auto &one) { return one.first == number; });
        if (entry != m_entryAt.end())
            return addKey(entry->second);
        if (line.empty())
            return endParagraph();
        if (!line.starts_with('#'))
            return;
        if (const std::string_view key = sleepingKey(line); !key.empty() && !m_out.find(key)) {
            m_paragraph.push_back(m_out.keys.size());
            m_out.keys.push_back({std::string(key), "", m_group, "", false});
            return;
        }
        if (!m_paragraph.empty())
            endParagraph(); // a comment between keys begins something new
        bool isRuled = false;
        const std::string text = bare(line, isRuled);
        if (isRuled && !text.empty()) {
            m_group = text;
            m_isRuledGroup = true;
        }
        if (!isRuled && !text.empty())
            m_comment += (m_comment.empty() ? "" : " ") + text;
    }

    void addKey(std::size_t index)
    {
        const env::Entry &entry = m_text.entries()[index];
        if (m_out.find(entry.key) != nullptr)
            return;
        const std::string &text = m_text.text();
        const std::size_t from = m_text.written(index).value.to;
        const std::string_view rest =
            trimmed(std::string_view(text).substr(from, std::min(text.find('\n', from), text.size()) - from));
        bool isRuled = false;
        m_paragraph.push_back(m_out.keys.size());
        m_out.keys.push_back({entry.key, entry.value, m_group,
                              rest.starts_with('#') ? bare(rest, isRuled) : "", isPlaceholder(entry.value)});
    }

    /// The comment above a paragraph is a heading or describes its keys.
    void endParagraph()
    {
        const bool isWord = m_comment.find(' ') == std::string::npos;
        const bool isHeading = !m_comment.empty() && isShort(m_comment) &&
                               (isWord || m_paragraph.size() > 1) && !m_paragraph.empty();
        if (isHeading || (!m_comment.empty() && !m_isRuledGroup && !m_paragraph.empty()))
            m_group = isHeading ? m_comment : "";
        for (const std::size_t at : m_paragraph) {
            TemplateKey &key = m_out.keys[at];
            key.group = m_group;
            if (!isHeading && key.description.empty())
                key.description = m_comment;
            const std::string said = m_comment + " " + key.description;
            if (mentions(said, {"optional", "opcional"}))
                key.isRequired = false;
            else if (mentions(said, {"required", "obrigat", "mandatory"}))
                key.isRequired = true;
        }
        m_paragraph.clear();
        m_comment.clear();
    }

    const EnvText &m_text;
    std::vector<std::pair<std::size_t, std::size_t>> m_entryAt; ///< line, entry
    EnvTemplate m_out;
    std::string m_group;
    bool m_isRuledGroup = false; ///< it was written between dashes, and goes on whatever comes
    std::string m_comment;
    std::vector<std::size_t> m_paragraph; ///< keys since the last blank line
};

} // namespace

const TemplateKey *EnvTemplate::find(std::string_view key) const
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const TemplateKey &one) { return one.key == key; });
    return found == keys.end() ? nullptr : &*found;
}

EnvTemplate readTemplate(const EnvText &text)
{
    return TemplateReader(text).read();
}

bool isPlaceholder(std::string_view value)
{
    static const std::set<std::string, std::less<>> kShouted{"REGION",  "PROJECT", "NUMBER", "HASH", "REGIAO",
                                                             "PROJETO", "YOUR",    "SEU",    "SUA",  "XXX",
                                                             "XXXX",    "XXXXX",   "NAME",   "TODO"};
    static const std::set<std::string, std::less<>> kAny{"changeme", "placeholder", "your", "xxxxxxxx",
                                                         "replaceme"};
    const std::size_t open = value.find('<');
    if (open != std::string_view::npos && value.find('>', open) != std::string_view::npos)
        return true;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t from = at;
        while (at < value.size() && isWordByte(value[at]))
            ++at;
        const std::string_view word = value.substr(from, at - from);
        if (kShouted.contains(word) || kAny.contains(lowered(word)))
            return true;
        at += at == from ? 1 : 0;
    }
    return false;
}

} // namespace batuta::environments
