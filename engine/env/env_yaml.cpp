// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/env_yaml.h"

#include "engine/base/text.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>

namespace batuta::env {
namespace {

/// Takes yaml-cpp's events and keeps only the scalars of the outermost map; nothing nested is ever stored.
class FlatMap final : public YAML::EventHandler
{
public:
    FlatMap(std::string_view text, const std::string &file)
        : m_lines(split(text, '\n'))
        , m_file(file)
    {
    }

    Parsed take()
    {
        if (!isLastScalarClosed())
            report(ErrorCode::YamlSyntax, m_lastMark, "the quote is never closed");
        return std::move(m_parsed);
    }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { scalar(mark, nullText(mark)); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { refuse(mark, "an alias"); }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                  const std::string &value) override
    {
        m_lastMark = mark;
        const bool isText = tag == "?" || tag == "!" || tag.empty() || tag == "tag:yaml.org,2002:str";
        if (isText)
            scalar(mark, value);
        else
            refuse(mark, "a value with the tag " + tag);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        open(mark, "a list");
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
        if (m_depth == 0)
            ++m_depth;
        else
            open(mark, "a map");
    }
    void OnMapEnd() override { close(); }

private:
    Place placeOf(const YAML::Mark &mark) const { return {m_file, mark.line + 1, mark.column + 1}; }

    void report(ErrorCode code, const YAML::Mark &mark, const std::string &detail)
    {
        m_parsed.problems.push_back({code, m_key, detail, placeOf(mark), ""});
    }

    void open(const YAML::Mark &mark, const std::string &what)
    {
        if (m_depth == 0) {
            report(ErrorCode::EnvSyntax, mark, "the file must be a map of KEY: value, not " + what);
            m_depth = 1; // so that what it holds counts as nested
        } else if (m_depth == 1) {
            refuse(mark, what);
        }
        ++m_depth;
    }
    void close() { --m_depth; }

    void refuse(const YAML::Mark &mark, const std::string &what)
    {
        if (m_depth > 1)
            return;
        report(ErrorCode::EnvSyntax, mark,
               (m_isValue ? "the value is " : "the key is ") + what + "; only text is allowed");
        m_isValue = !m_isValue;
        m_isKeyGood = false;
    }

    void scalar(const YAML::Mark &mark, const std::string &text)
    {
        if (m_depth > 1)
            return;
        if (m_depth == 0) {
            if (!text.empty())
                report(ErrorCode::EnvSyntax, mark, "the file must be a map of KEY: value");
            return;
        }
        if (!m_isValue)
            takeKey(mark, text);
        else if (text.find('\0') != std::string::npos)
            report(ErrorCode::EnvSyntax, mark, "the value holds a NUL byte");
        else if (m_isKeyGood)
            m_parsed.entries.push_back({m_key, text, Source::YamlFile, m_keyPlace});
        m_isValue = !m_isValue;
    }

    void takeKey(const YAML::Mark &mark, const std::string &text)
    {
        m_key = text;
        m_keyPlace = placeOf(mark);
        const auto [first, isNew] = m_seen.try_emplace(text, mark.line + 1);
        m_isKeyGood = isNew && isValidKey(text);
        if (!isNew)
            report(ErrorCode::YamlDuplicateKey, mark,
                   "it stands in line " + std::to_string(first->second) + " already");
        else if (!m_isKeyGood)
            report(ErrorCode::EnvBadKey, mark, "");
    }

    /// yaml-cpp does not say how a null was spelled; here it is the text that counts.
    std::string nullText(const YAML::Mark &mark) const
    {
        if (mark.line < 0 || static_cast<std::size_t>(mark.line) >= m_lines.size())
            return "";
        const std::string_view line = m_lines[static_cast<std::size_t>(mark.line)];
        const std::string_view rest =
            line.substr(std::min(line.size(), static_cast<std::size_t>(mark.column)));
        for (const std::string_view word : {"null", "Null", "NULL", "~"})
            if (rest.substr(0, word.size()) == word)
                return std::string(word);
        return "";
    }

    /// yaml-cpp takes the end of the file for a closing quote. Only the last scalar can be one of that kind.
    bool isLastScalarClosed() const
    {
        if (m_lastMark.line < 0 || static_cast<std::size_t>(m_lastMark.line) >= m_lines.size())
            return true;
        const std::string_view line = m_lines[static_cast<std::size_t>(m_lastMark.line)];
        const auto column = static_cast<std::size_t>(m_lastMark.column);
        if (column >= line.size() || (line[column] != '"' && line[column] != '\''))
            return true;
        const char *end = m_lines.back().data() + m_lines.back().size();
        for (const char *at = line.data() + column + 1; at < end; ++at) {
            if (*at == '\\' && line[column] == '"')
                ++at;
            else if (*at == line[column] && (*at == '"' || at + 1 == end || at[1] != *at))
                return true;
            else if (*at == line[column])
                ++at; // '' inside single quotes is one quote
        }
        return false;
    }

    std::vector<std::string_view> m_lines;
    const std::string &m_file;
    Parsed m_parsed;
    std::map<std::string, int> m_seen;
    std::string m_key;
    Place m_keyPlace;
    YAML::Mark m_lastMark = YAML::Mark::null_mark();
    int m_depth = 0;
    bool m_isValue = false;
    bool m_isKeyGood = false;
};

} // namespace

Parsed parseEnvYaml(std::string_view text, const std::string &file)
{
    const Place start{file, 1, 1};
    if (text.size() > kEnvFileLimit)
        return {{}, {{ErrorCode::FileTooLarge, file, "more than 1 MiB", start, ""}}};
    if (!isValidUtf8(text))
        return {{},
                {{ErrorCode::EnvSyntax, file, "it is not text in UTF-8", start, "Save the file as UTF-8."}}};
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    FlatMap handler(text, file);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        const bool hasDocument = parser.HandleNextDocument(handler);
        Parsed parsed = handler.take();
        if (hasDocument && parser)
            parsed.problems.push_back(
                {ErrorCode::EnvSyntax, file, "it holds more than one document", {file, 0, 0}, ""});
        return parsed;
    } catch (const YAML::Exception &failure) {
        Parsed parsed = handler.take();
        parsed.problems.push_back({ErrorCode::YamlSyntax,
                                   "",
                                   failure.msg,
                                   {file, failure.mark.line + 1, failure.mark.column + 1},
                                   ""});
        return parsed;
    } catch (const std::exception &failure) {
        return {{}, {{ErrorCode::YamlSyntax, "", failure.what(), start, ""}}};
    }
}

} // namespace batuta::env
