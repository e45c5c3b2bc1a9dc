// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/flow/yaml_node.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <unordered_map>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace batuta::flow {
namespace {

constexpr std::size_t kLongestKey = 1024; ///< what YAML itself allows for a key on one line

/// Leaves yaml-cpp's parser after an error was noted; never leaves this file.
struct Stop
{
};

/// What a node weighs with its aliases expanded.
struct Weight
{
    std::size_t nodes = 1;
    std::uint64_t bytes = 0;
    int depth = 0;
};

/// A node as it was written: an alias is a second index of the same node, so a bomb costs nothing until it is
/// expanded, and its weight is known before that.
struct RawNode
{
    YamlNode node;
    std::vector<std::size_t> children; ///< of a mapping: key, value, key, value …
    Weight weight;
};

/// The text's lines, to turn yaml-cpp's byte columns into characters and to look at what was really written.
class Source
{
public:
    explicit Source(std::string_view text)
        : m_text(text)
    {
        m_lines.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n')
                m_lines.push_back(i + 1);
    }

    std::size_t offset(const YAML::Mark &mark) const
    {
        const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
        if (line >= m_lines.size())
            return m_text.size();
        return std::min(m_text.size(), m_lines[line] + static_cast<std::size_t>(std::max(mark.column, 0)));
    }

    /// Goes on from the last answer when it can: a file of one long line would else cost its length for each
    /// node.
    YamlMark mark(std::size_t offset)
    {
        const auto next = std::upper_bound(m_lines.begin(), m_lines.end(), offset);
        const auto line = static_cast<std::size_t>(next - m_lines.begin()) - 1;
        if (m_lastLine != line || m_lastOffset > offset) {
            m_lastLine = line;
            m_lastOffset = m_lines[line];
            m_lastColumn = 1;
        }
        m_lastColumn += lineAndColumn(m_text.substr(m_lastOffset), offset - m_lastOffset).second - 1;
        m_lastOffset = offset;
        return {static_cast<int>(line) + 1, m_lastColumn};
    }

    /// Fills in where the scalar's own characters stand, past its properties and its quote.
    void locateText(YamlNode &node, std::size_t offset)
    {
        offset = pastProperties(offset);
        const char first = offset < m_text.size() ? m_text[offset] : '\0';
        if (!node.plain && (first == '|' || first == '>')) {
            const std::size_t start = std::min(m_text.find('\n', offset), m_text.size() - 1) + 1;
            const std::size_t content = m_text.find_first_not_of(" \r\n", start);
            const std::size_t from = content == std::string_view::npos ? start : content;
            const std::size_t line = m_text.rfind('\n', from == 0 ? 0 : from - 1);
            node.indent = static_cast<int>(from - (line == std::string_view::npos ? 0 : line + 1));
            node.textMark = mark(start);
            node.textMark.column += node.indent;
            return;
        }
        node.textMark = mark(offset + (!node.plain && (first == '"' || first == '\'') ? 1 : 0));
    }

private:
    std::size_t pastProperties(std::size_t offset) const
    {
        while (offset < m_text.size() && (m_text[offset] == '&' || m_text[offset] == '!')) {
            const std::size_t end = m_text.find_first_of(" \t\r\n", offset);
            const std::size_t next =
                end == std::string_view::npos ? end : m_text.find_first_not_of(" \t\r\n", end);
            if (next == std::string_view::npos)
                break;
            offset = next;
        }
        return offset;
    }

    std::string_view m_text;
    std::vector<std::size_t> m_lines;
    std::size_t m_lastLine = 0;
    std::size_t m_lastOffset = 0;
    int m_lastColumn = 1;
};

/// Listens to yaml-cpp's events and builds the raw nodes; counts before it believes.
class Composer : public YAML::EventHandler
{
public:
    Composer(std::string_view text, const std::string &file, const YamlLimits &limits)
        : m_source(text)
        , m_file(file)
        , m_limits(limits)
    {
    }

    Errors errors;

    YamlMark at(const YAML::Mark &mark) { return m_source.mark(m_source.offset(mark)); }

    void note(ErrorCode code, std::string detail, YamlMark at, std::string mend = {})
    {
        errors.push_back({code, "", std::move(detail), {m_file, at.line, at.column}, std::move(mend)});
    }

    /// The document with aliases expanded; only after its weight was found to be within the limits.
    YamlNode expanded() const { return m_raw.empty() ? YamlNode() : expanded(m_root); }
    bool hasDocument() const { return m_documents > 0; }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents > 1)
            stop(ErrorCode::YamlSyntax, "a second document", at(mark), "Keep one document in the file.");
    }
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark &, const std::string &) override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const std::size_t index = add(YamlNode::Kind::Null, mark, anchor);
        attach(index, m_raw[index].node.mark);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        if (++m_aliases > m_limits.aliases)
            stop(ErrorCode::YamlLimit, "more than " + std::to_string(m_limits.aliases) + " aliases",
                 at(mark));
        const auto found = m_anchors.find(anchor);
        const bool open = std::any_of(m_open.begin(), m_open.end(), [&](std::size_t i) {
            return found != m_anchors.end() && i == found->second;
        });
        if (found == m_anchors.end() || open)
            stop(ErrorCode::YamlSyntax, "an alias of the node that it stands in", at(mark),
                 "Remove the alias.");
        attach(found->second, at(mark));
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const std::size_t index = add(YamlNode::Kind::Scalar, mark, anchor);
        RawNode &raw = m_raw[index];
        raw.node.plain = tag == "?" || tag.empty();
        raw.node.text = value;
        raw.weight.bytes = value.size();
        checkTag(tag, "tag:yaml.org,2002:str", raw.node.mark);
        if (raw.node.plain && isSpecialFloat(value))
            note(ErrorCode::YamlSyntax, value + " has no JSON form", raw.node.mark,
                 "Quote it when a text is meant.");
        m_source.locateText(raw.node, m_source.offset(mark));
        attach(index, raw.node.mark);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        checkTag(tag, "tag:yaml.org,2002:seq", at(mark));
        open(YamlNode::Kind::Sequence, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        checkTag(tag, "tag:yaml.org,2002:map", at(mark));
        open(YamlNode::Kind::Mapping, mark, anchor);
    }
    void OnMapEnd() override
    {
        checkKeys(m_raw[m_open.back()]);
        close();
    }

private:
    static bool isSpecialFloat(std::string_view text)
    {
        const std::string word = lowered(text);
        return word == ".nan" || word == ".inf" || word == "-.inf" || word == "+.inf";
    }

    [[noreturn]] void stop(ErrorCode code, std::string detail, YamlMark at, std::string mend = {})
    {
        note(code, std::move(detail), at, std::move(mend));
        throw Stop();
    }

    void checkTag(const std::string &tag, std::string_view known, YamlMark at)
    {
        if (!tag.empty() && tag != "?" && tag != "!" && tag != known)
            note(ErrorCode::YamlSyntax, "the tag " + tag + " means nothing here", at, "Remove the tag.");
    }

    std::size_t add(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (m_raw.size() >= m_limits.nodes)
            stop(ErrorCode::YamlLimit, "more than " + std::to_string(m_limits.nodes) + " nodes", at(mark));
        RawNode raw;
        raw.node.kind = kind;
        raw.node.mark = at(mark);
        raw.node.textMark = raw.node.mark;
        m_raw.push_back(std::move(raw));
        if (anchor != 0)
            m_anchors[anchor] = m_raw.size() - 1;
        return m_raw.size() - 1;
    }

    void open(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        const std::size_t index = add(kind, mark, anchor);
        m_raw[index].weight.depth = 1;
        m_open.push_back(index);
        if (m_open.size() > static_cast<std::size_t>(std::max(m_limits.depth, 0)))
            stop(ErrorCode::YamlLimit, "deeper than " + std::to_string(m_limits.depth) + " levels", at(mark));
    }

    void close()
    {
        const std::size_t index = m_open.back();
        m_open.pop_back();
        attach(index, m_raw[index].node.mark);
    }

    /// Hangs a finished node under the open one and adds up what it weighs.
    void attach(std::size_t index, YamlMark at)
    {
        if (m_open.empty()) {
            m_root = index;
            return;
        }
        RawNode &parent = m_raw[m_open.back()];
        const Weight &child = m_raw[index].weight;
        parent.children.push_back(index);
        parent.weight.nodes += child.nodes;
        parent.weight.bytes += child.bytes;
        parent.weight.depth = std::max(parent.weight.depth, child.depth + 1);
        if (parent.weight.nodes > m_limits.nodes)
            stop(ErrorCode::YamlLimit,
                 "more than " + std::to_string(m_limits.nodes) + " nodes with aliases expanded", at);
        if (parent.weight.bytes > m_limits.bytes)
            stop(ErrorCode::YamlLimit,
                 "more than " + std::to_string(m_limits.bytes) + " bytes with aliases expanded", at);
        if (static_cast<int>(m_open.size()) + child.depth > m_limits.depth)
            stop(ErrorCode::YamlLimit, "deeper than " + std::to_string(m_limits.depth) + " levels", at);
    }

    void checkKeys(const RawNode &mapping)
    {
        std::unordered_map<std::string_view, int> lines;
        for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2) {
            const YamlNode &key = m_raw[mapping.children[i]].node;
            const Place place{m_file, key.mark.line, key.mark.column};
            if (key.text.size() > kLongestKey) {
                // Every path in words repeats the keys above it.
                errors.push_back(
                    {ErrorCode::YamlLimit, "", "a key of more than 1024 bytes", place, "Shorten the key."});
            } else if (key.kind != YamlNode::Kind::Scalar) {
                errors.push_back(
                    {ErrorCode::YamlSyntax, "", "a key that is not a text", place, "Write a text as key."});
            } else if (key.plain && key.text == "<<") {
                errors.push_back({ErrorCode::YamlSyntax, key.text, "merge keys are not part of YAML 1.2",
                                  place, "Repeat the keys, or use an alias for the whole value."});
            } else if (const auto [first, isNew] = lines.emplace(key.text, key.mark.line); !isNew) {
                errors.push_back({ErrorCode::YamlDuplicateKey, key.text,
                                  "first on line " + std::to_string(first->second), place, ""});
            }
        }
    }

    YamlNode expanded(std::size_t index) const
    {
        const RawNode &raw = m_raw[index];
        YamlNode node = raw.node;
        if (node.kind == YamlNode::Kind::Sequence) {
            node.items.reserve(raw.children.size());
            for (const std::size_t child : raw.children)
                node.items.push_back(expanded(child));
        } else if (node.kind == YamlNode::Kind::Mapping) {
            node.members.reserve(raw.children.size() / 2);
            for (std::size_t i = 0; i + 1 < raw.children.size(); i += 2) {
                const YamlNode &key = m_raw[raw.children[i]].node;
                node.members.push_back({key.text, key.mark, expanded(raw.children[i + 1])});
            }
        }
        return node;
    }

    Source m_source;
    std::string m_file;
    YamlLimits m_limits;
    std::vector<RawNode> m_raw;
    std::vector<std::size_t> m_open;
    std::map<YAML::anchor_t, std::size_t> m_anchors;
    std::size_t m_root = 0;
    std::size_t m_aliases = 0;
    int m_documents = 0;
};

/// What is refused before yaml-cpp sees a byte. Control characters would also let it guess UTF-16 or UTF-32.
std::optional<Error> refusal(std::string_view text, const std::string &file, const YamlLimits &limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorCode::YamlLimit,
                     "",
                     "more than " + std::to_string(limits.bytes) + " bytes",
                     {file, 0, 0},
                     ""};
    if (!isValidUtf8(text))
        return Error{ErrorCode::YamlSyntax, "", "not UTF-8", {file, 0, 0}, "Save the file as UTF-8."};
    const auto control = std::find_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
    if (control == text.end())
        return std::nullopt;
    const auto [line, column] = lineAndColumn(text, static_cast<std::size_t>(control - text.begin()));
    return Error{
        ErrorCode::YamlSyntax, "", "a control character", {file, line, column}, "Remove the character."};
}

void parse(std::string_view text, Composer &composer)
{
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(composer)) {
        }
    } catch (const Stop &) {
        return; // already noted
    } catch (const YAML::Exception &problem) {
        composer.note(ErrorCode::YamlSyntax, problem.msg, composer.at(problem.mark));
    } catch (const std::exception &problem) {
        composer.note(ErrorCode::YamlSyntax, problem.what(), {1, 1});
    }
}

} // namespace

YamlReading readYaml(std::string_view text, const std::string &file, const YamlLimits &limits)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        text.remove_prefix(kByteOrderMark.size());
    if (auto error = refusal(text, file, limits))
        return {std::nullopt, {*error}};
    Composer composer(text, file, limits);
    parse(text, composer);
    if (composer.errors.empty() && !composer.hasDocument())
        composer.errors.push_back(
            {ErrorCode::YamlSyntax, "", "the file is empty", {file, 1, 1}, "Write `batuta: 1`."});
    if (!composer.errors.empty())
        return {std::nullopt, std::move(composer.errors)};
    return {composer.expanded(), {}};
}

} // namespace batuta::flow
