// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/yaml_tree.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <yaml.h>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;
using Style = TreeNode::Style;

constexpr std::size_t kDeepest = 128; ///< far above what the flow's reader allows; a recursion's bound

std::string textOf(const yaml_char_t *text)
{
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char *>(text));
}

/// libyaml counts characters; this knows the byte of each.
class Offsets
{
public:
    explicit Offsets(std::string_view text)
        : m_size(text.size())
    {
        const auto isInside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
        if (std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; }))
            return;
        m_bytes.reserve(text.size());
        // A byte order mark is not counted.
        for (std::size_t i = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; i < text.size(); ++i)
            if (!isInside(text[i]))
                m_bytes.push_back(i);
    }

    std::size_t at(const yaml_mark_t &mark) const
    {
        if (m_bytes.empty())
            return std::min(mark.index, m_size);
        return mark.index < m_bytes.size() ? m_bytes[mark.index] : m_size;
    }

private:
    std::size_t m_size;
    std::vector<std::size_t> m_bytes; ///< empty when each character is one byte
};

class Event
{
public:
    Event() = default;
    ~Event() { clear(); }
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    bool next(yaml_parser_t &parser)
    {
        clear();
        m_isRead = yaml_parser_parse(&parser, &m_event) == 1;
        return m_isRead;
    }
    const yaml_event_t &operator*() const { return m_event; }
    const yaml_event_t *operator->() const { return &m_event; }

private:
    void clear()
    {
        if (m_isRead)
            yaml_event_delete(&m_event);
        m_isRead = false;
    }

    yaml_event_t m_event{};
    bool m_isRead = false;
};

Style styleOf(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return Style::Single;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return Style::Double;
    case YAML_LITERAL_SCALAR_STYLE:
        return Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
        return Style::Folded;
    default:
        return Style::Plain;
    }
}

/// Builds the tree from libyaml's events, and trims its marks to what is really written.
class TreeReader
{
public:
    TreeReader(std::string_view text, std::string file)
        : m_text(text)
        , m_file(std::move(file))
        , m_offsets(text)
    {
    }

    Result<TreeNode> read()
    {
        yaml_parser_t parser;
        if (yaml_parser_initialize(&parser) != 1)
            return Error{ErrorCode::Internal, m_file, "no memory", {}, ""};
        const std::unique_ptr<yaml_parser_t, decltype(&yaml_parser_delete)> owner(&parser,
                                                                                  yaml_parser_delete);
        yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(m_text.data()),
                                     m_text.size());
        Event event;
        while (event.next(parser)) {
            if (event->type == YAML_STREAM_END_EVENT)
                return std::move(m_root);
            if (!take(*event))
                return problem(m_refusal, m_offsets.at(event->start_mark));
        }
        return problem(parser.problem == nullptr ? "cannot be read" : parser.problem,
                       m_offsets.at(parser.problem_mark));
    }

private:
    struct Open
    {
        TreeNode node;
        TreeChild child; ///< the member whose key has been read
        bool hasKey = false;
        std::size_t at = 0; ///< everything before it has been looked at
    };

    Error problem(std::string detail, std::size_t at) const
    {
        const LineColumn place = lineColumn(m_text, at);
        return {ErrorCode::YamlSyntax, "", std::move(detail), {m_file, place.line, place.column}, ""};
    }

    bool refuse(std::string why)
    {
        m_refusal = std::move(why);
        return false;
    }

    bool take(const yaml_event_t &event)
    {
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            return ++m_documents == 1 || refuse("a second document");
        case YAML_ALIAS_EVENT: {
            TreeNode node = started(event, Kind::Alias, nullptr, nullptr);
            node.text = textOf(event.data.alias.anchor);
            return attach(std::move(node));
        }
        case YAML_SCALAR_EVENT:
            return attach(scalar(event));
        case YAML_SEQUENCE_START_EVENT: {
            const auto &data = event.data.sequence_start;
            return open(started(event, Kind::Sequence, data.anchor, data.tag),
                        data.style == YAML_FLOW_SEQUENCE_STYLE);
        }
        case YAML_MAPPING_START_EVENT: {
            const auto &data = event.data.mapping_start;
            return open(started(event, Kind::Mapping, data.anchor, data.tag),
                        data.style == YAML_FLOW_MAPPING_STYLE);
        }
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            return close(event);
        default:
            return true;
        }
    }

    TreeNode started(const yaml_event_t &event, Kind kind, const yaml_char_t *anchor,
                     const yaml_char_t *tag) const
    {
        TreeNode node;
        node.kind = kind;
        node.anchor = textOf(anchor);
        node.tag = textOf(tag);
        node.whole = {m_offsets.at(event.start_mark), m_offsets.at(event.end_mark)};
        node.own = node.whole;
        return node;
    }

    TreeNode scalar(const yaml_event_t &event) const
    {
        const auto &data = event.data.scalar;
        TreeNode node = started(event, Kind::Scalar, data.anchor, data.tag);
        node.text.assign(reinterpret_cast<const char *>(data.value), data.length);
        node.style = styleOf(data.style);
        if (!node.anchor.empty() || !node.tag.empty())
            node.own.from = std::min(behindProperties(node.whole.from), node.own.to);
        if (node.style == Style::Plain && node.text.empty() && node.tag.empty())
            node.kind = Kind::Null;
        if (node.isBlockText())
            node.whole.to = node.own.to = endOfBlockText(node);
        if (node.kind == Kind::Null || (node.style == Style::Plain && node.text.empty()))
            node.own.from = node.own.to;
        return node;
    }

    bool open(TreeNode node, bool isFlow)
    {
        if (m_open.size() >= kDeepest)
            return refuse("too deep");
        node.style = isFlow ? Style::Flow : Style::Block;
        if (!node.anchor.empty() || !node.tag.empty())
            node.own.from = behindProperties(node.whole.from);
        const bool isWritten =
            isFlow && m_text[std::min(node.own.from, m_text.size() - 1)] == (node.isSequence() ? '[' : '{');
        Open open;
        open.at = node.own.from + (isWritten ? 1 : 0);
        open.node = std::move(node);
        m_open.push_back(std::move(open));
        return true;
    }

    bool close(const yaml_event_t &event)
    {
        TreeNode node = std::move(m_open.back().node);
        m_open.pop_back();
        if (node.isFlow())
            node.own.to = m_offsets.at(event.end_mark);
        else
            node.own.to = node.children.empty() ? node.own.from : node.children.back().entry.to;
        node.whole.to = node.own.to;
        return attach(std::move(node));
    }

    bool attach(TreeNode node)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return true;
        }
        Open &parent = m_open.back();
        if (parent.node.isMapping() && !parent.hasKey) {
            if (node.kind != Kind::Scalar && node.kind != Kind::Null && node.kind != Kind::Alias)
                return refuse("a key that is not a text");
            takeKey(parent, node);
            return true;
        }
        if (parent.node.isSequence())
            takeItem(parent, node);
        else
            takeValue(parent, node);
        parent.at = parent.child.entry.to;
        parent.child.value = std::move(node);
        parent.node.children.push_back(std::move(parent.child));
        parent.child = {};
        parent.hasKey = false;
        return true;
    }

    void takeKey(Open &parent, const TreeNode &key)
    {
        std::size_t at = next(parent.at, parent.node.isFlow());
        parent.child.isExplicit = at < key.whole.from && at < m_text.size() && m_text[at] == '?';
        if (!parent.child.isExplicit)
            at = key.whole.from;
        parent.child.key = key.kind == Kind::Alias ? "*" + key.text : key.text;
        parent.child.keyRange = key.whole;
        parent.child.entry.from = at;
        parent.hasKey = true;
        parent.at = std::max(parent.at, key.whole.to);
    }

    void takeValue(Open &parent, const TreeNode &value)
    {
        const std::size_t colon = next(parent.at, false);
        if (colon < m_text.size() && m_text[colon] == ':' && colon <= value.whole.from)
            parent.child.after = colon + 1;
        const std::size_t end = std::max({parent.child.keyRange.to, parent.child.after, value.whole.to});
        parent.child.entry.to = value.kind == Kind::Null && value.anchor.empty()
                                    ? std::max(parent.child.keyRange.to, parent.child.after)
                                    : end;
    }

    void takeItem(Open &parent, const TreeNode &value)
    {
        const std::size_t at = next(parent.at, parent.node.isFlow());
        const bool isDash = !parent.node.isFlow() && at < m_text.size() && m_text[at] == '-';
        parent.child.after = isDash ? at + 1 : 0;
        parent.child.entry = {isDash ? at : value.whole.from, value.whole.to};
        if (isDash && value.kind == Kind::Null && value.anchor.empty())
            parent.child.entry.to = at + 1;
    }

    /// The next byte that is no blank, line break, comment or (in a flow collection) comma.
    std::size_t next(std::size_t at, bool isPastCommas) const
    {
        for (; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (c == '#')
                at = std::min(m_text.find('\n', at), m_text.size()) - 1;
            else if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && !(c == ',' && isPastCommas))
                return at;
        }
        return m_text.size();
    }

    std::size_t behindProperties(std::size_t at) const
    {
        while (at < m_text.size() && (m_text[at] == '&' || m_text[at] == '!'))
            at = next(std::min(m_text.find_first_of(" \t\r\n,]}", at), m_text.size()), false);
        return at;
    }

    /// libyaml's end of a block text lies behind the blank lines that follow it; only `+` keeps those.
    std::size_t endOfBlockText(const TreeNode &node) const
    {
        const std::size_t line = m_text.find('\n', node.own.from);
        const std::string_view header = m_text.substr(node.own.from, line - node.own.from);
        std::size_t end = node.own.to;
        const auto isBreak = [&](char c) { return c == '\n' || c == '\r'; };
        if (header.substr(0, header.find_first_of(" \t#")).find('+') == std::string_view::npos)
            while (end > node.own.from && (isBreak(m_text[end - 1]) || isBlankTail(end)))
                --end;
        else if (end > node.own.from && m_text[end - 1] == '\n')
            end -= end > 1 && m_text[end - 2] == '\r' ? 2 : 1;
        return end;
    }

    /// Whether the blank before `end` stands on a line of blanks.
    bool isBlankTail(std::size_t end) const
    {
        if (m_text[end - 1] != ' ' && m_text[end - 1] != '\t')
            return false;
        const std::size_t last = m_text.find_last_not_of(" \t", end - 1);
        return last != std::string_view::npos && m_text[last] == '\n';
    }

    std::string_view m_text;
    std::string m_file;
    Offsets m_offsets;
    std::vector<Open> m_open;
    TreeNode m_root;
    std::string m_refusal;
    int m_documents = 0;
};

/// Ties aliases to their anchors, in the order of the text: a later anchor of the same name takes over.
class AliasLinker
{
public:
    /// The name of an alias without anchor, or "".
    std::string link(TreeNode &node)
    {
        if (node.kind == Kind::Alias) {
            const auto found = m_anchors.find(node.text);
            if (found == m_anchors.end())
                return node.text;
            found->second->isShared = true;
            node.target = found->second;
            return "";
        }
        if (!node.anchor.empty())
            m_anchors[node.anchor] = &node;
        for (TreeChild &child : node.children)
            if (std::string name = link(child.value); !name.empty())
                return name;
        return "";
    }

private:
    std::unordered_map<std::string, TreeNode *> m_anchors;
};

} // namespace

Result<TreeNode> readTree(std::string_view text, const std::string &file, bool isWhole)
{
    Result<TreeNode> root = TreeReader(text, file).read();
    if (!root || !isWhole)
        return root;
    if (const std::string name = AliasLinker().link(*root); !name.empty())
        return Error{ErrorCode::YamlSyntax, name, "an alias without its anchor", {file, 0, 0}, ""};
    return root;
}

} // namespace batuta::edit
