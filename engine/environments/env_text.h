// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/text_edit.h"
#include "engine/env/dotenv.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::environments {

enum class EnvFormat {
    Dotenv, ///< .env
    Yaml,   ///< env-vars.yaml, what Cloud Run's --env-vars-file takes
};

/// By the name of a file: `.env`, `.env.staging`, `x.env`, `env-vars.yaml`, `x.yml`; nothing for others.
std::optional<EnvFormat> formatOf(std::string_view path);

/// The text of an env file, and the smallest changes of it: comments, order, quotes and line ends stay as
/// they are. A change is read again by the reader of the engine before it is given out, so that it means what
/// was wanted and nothing else. A value; safe to use from one thread at a time.
class EnvText
{
public:
    /// Refuses what cannot be read at all. A line that is no assignment is a problem, and stays.
    static Result<EnvText> read(std::string text, EnvFormat format, const std::string &file);

    const std::string &text() const { return m_text; }
    EnvFormat format() const { return m_format; }
    const std::string &file() const { return m_file; }
    /// In the order of the file; of several with one key the last one counts.
    const std::vector<env::Entry> &entries() const { return m_parsed.entries; }
    const Errors &problems() const { return m_parsed.problems; }
    /// The entry that counts, or nullptr.
    const env::Entry *find(std::string_view key) const;
    /// Where entries()[index] is written.
    const env::Written &written(std::size_t index) const { return m_parsed.written[index]; }

    /// Gives `key` the value: in its place when it is there, else behind the key `after`, or at the end.
    /// EnvBadKey, or EnvSyntax when the format cannot hold the value.
    Result<edit::TextEdits> set(const std::string &key, const std::string &value,
                                std::string_view after = {}) const;
    /// Takes away every line that assigns `key`; the comments above them stay.
    Result<edit::TextEdits> remove(std::string_view key) const;

private:
    EnvText(std::string text, EnvFormat format, std::string file);

    Status findYamlPlaces();
    env::Parsed parsed(const std::string &text) const;
    bool says(const std::string &text, const std::vector<env::Entry> &wanted) const;
    Result<edit::TextEdits> firstThatSays(const std::vector<edit::TextEdits> &ways,
                                          const std::vector<env::Entry> &wanted,
                                          const std::string &key) const;
    std::vector<std::string> spellings(const std::string &value, std::string_view old) const;
    edit::TextEdit insertion(std::string line, std::string_view after) const;
    std::string_view lineBreak() const;
    std::size_t behindLine(std::size_t at) const;

    std::string m_text;
    EnvFormat m_format;
    std::string m_file;
    env::Parsed m_parsed;
    std::size_t m_indent = 0;            ///< of the keys of a YAML file
    std::optional<edit::Range> m_braces; ///< of a YAML file that is written `{KEY: value}`
};

/// `value` in double quotes, as YAML: always text, whatever it looks like.
std::string quotedYaml(std::string_view value);

} // namespace batuta::environments
