// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/log_filter.h"

#include "engine/base/text.h"
#include "engine/cloud_local/log_filter_node.h"

#include <charconv>

namespace batuta::cloud_local {
namespace {

constexpr std::size_t kLongestFilter = 20'000;
constexpr int kDeepest = 50;

using Kind = FilterToken::Kind;
using Parsed = Outcome<FilterPart>;

class Parser
{
public:
    Parser(std::string_view text, std::vector<FilterToken> tokens)
        : m_text(text)
        , m_tokens(std::move(tokens))
    {
    }

    Parsed run()
    {
        if (now().kind == Kind::End)
            return FilterPart();
        Parsed all = conjunction(0);
        if (all && now().kind != Kind::End)
            return wrong("unexpected '" + now().text + "'");
        return all;
    }

private:
    const FilterToken &now() const { return m_tokens[m_at]; }
    bool isWord(std::string_view word) const { return now().kind == Kind::Word && now().text == word; }
    Refused wrong(std::string_view what) const { return unparseable(m_text, now().at, what); }

    static FilterPart joined(FilterNode::Kind kind, std::vector<FilterPart> parts)
    {
        if (parts.size() == 1)
            return parts.front();
        auto node = std::make_shared<FilterNode>();
        node->kind = kind;
        node->parts = std::move(parts);
        return node;
    }

    Parsed conjunction(int depth)
    {
        if (depth > kDeepest)
            return wrong("the filter is nested too deeply");
        std::vector<FilterPart> parts;
        do {
            if (isWord("AND"))
                ++m_at;
            Parsed part = disjunction(depth);
            if (!part)
                return part;
            parts.push_back(std::move(*part));
        } while (now().kind != Kind::End && now().kind != Kind::Close && now().kind != Kind::Comma);
        return joined(FilterNode::Kind::And, std::move(parts));
    }

    Parsed disjunction(int depth)
    {
        std::vector<FilterPart> parts;
        for (;;) {
            Parsed part = negation(depth);
            if (!part)
                return part;
            parts.push_back(std::move(*part));
            if (!isWord("OR"))
                return joined(FilterNode::Kind::Or, std::move(parts));
            ++m_at;
        }
    }

    Parsed negation(int depth)
    {
        bool isNegated = false;
        for (; isWord("NOT") || now().kind == Kind::Minus; ++m_at)
            isNegated = !isNegated;
        Parsed part = now().kind == Kind::Open ? parenthesised(depth) : term();
        if (!part || !isNegated)
            return part;
        return negated(std::move(*part));
    }

    static FilterPart negated(FilterPart part)
    {
        auto node = std::make_shared<FilterNode>();
        node->kind = FilterNode::Kind::Not;
        node->parts.push_back(std::move(part));
        return node;
    }

    Parsed parenthesised(int depth)
    {
        ++m_at;
        Parsed part = conjunction(depth + 1);
        if (!part)
            return part;
        if (now().kind != Kind::Close)
            return wrong("a parenthesis is not closed");
        ++m_at;
        return part;
    }

    Parsed term()
    {
        const FilterToken token = now();
        if (token.kind != Kind::Word && token.kind != Kind::Text)
            return wrong(token.kind == Kind::End ? "the filter ends where a term is wanted"
                                                 : "a term is wanted before '" + token.text + "'");
        if (token.kind == Kind::Word && (token.text == "OR" || token.text == "AND"))
            return wrong("a term is wanted before '" + token.text + "'");
        ++m_at;
        if (token.kind == Kind::Word && now().kind == Kind::Open)
            return function(token);
        if (now().kind != Kind::Sign) {
            auto node = std::make_shared<FilterNode>();
            node->kind = FilterNode::Kind::Text;
            node->value = lowered(token.text);
            return node;
        }
        FilterNode shape;
        shape.kind = FilterNode::Kind::Compare;
        shape.path = token.kind == Kind::Word ? token.path : std::vector<std::string>{token.text};
        shape.sign = now().text;
        ++m_at;
        return now().kind == Kind::Open ? values(shape, 0) : value(shape);
    }

    /// `field = (A OR B)`: the comparison with each of them.
    Parsed values(const FilterNode &shape, int depth)
    {
        if (depth > kDeepest)
            return wrong("the filter is nested too deeply");
        ++m_at;
        std::vector<FilterPart> all;
        while (now().kind != Kind::Close) {
            if (isWord("AND"))
                ++m_at;
            std::vector<FilterPart> any;
            for (bool goesOn = true; goesOn;) {
                bool isNegated = false;
                for (; isWord("NOT") || now().kind == Kind::Minus; ++m_at)
                    isNegated = !isNegated;
                Parsed part = now().kind == Kind::Open ? values(shape, depth + 1) : value(shape);
                if (!part)
                    return part;
                any.push_back(isNegated ? negated(std::move(*part)) : std::move(*part));
                goesOn = isWord("OR");
                m_at += goesOn ? 1 : 0;
            }
            all.push_back(joined(FilterNode::Kind::Or, std::move(any)));
        }
        if (all.empty())
            return wrong("a value is wanted");
        ++m_at;
        return joined(FilterNode::Kind::And, std::move(all));
    }

    Parsed value(const FilterNode &shape)
    {
        if (now().kind != Kind::Word && now().kind != Kind::Text)
            return wrong("a value is wanted");
        auto node = std::make_shared<FilterNode>(shape);
        node->value = now().text;
        if (shape.sign.back() == '~') {
            re2::RE2::Options options;
            options.set_log_errors(false);
            options.set_max_mem(1 << 20);
            auto pattern = std::make_shared<re2::RE2>(node->value, options);
            if (!pattern->ok())
                return wrong("the regular expression is not valid: " + pattern->error());
            node->pattern = std::move(pattern);
        } else if (shape.sign == ":" && now().kind == Kind::Word && node->value == "*") {
            node->sign = "has";
        }
        ++m_at;
        return node;
    }

    Parsed function(const FilterToken &name)
    {
        std::vector<std::string> arguments;
        for (++m_at; now().kind != Kind::Close; ++m_at) {
            if (now().kind == Kind::Comma)
                continue;
            if (now().kind != Kind::Word && now().kind != Kind::Text)
                return wrong("an argument is wanted");
            arguments.push_back(now().text);
        }
        auto node = std::make_shared<FilterNode>();
        const std::string word = lowered(name.text);
        if (word == "log_id" && arguments.size() == 1) {
            node->kind = FilterNode::Kind::LogId;
            node->value = arguments[0];
        } else if (word == "search" && (arguments.size() == 1 || arguments.size() == 2)) {
            node->kind = FilterNode::Kind::Search;
            node->value = lowered(arguments.back());
            if (arguments.size() == 2)
                for (const std::string_view part : split(arguments[0], '.'))
                    node->path.emplace_back(part);
        } else if (word == "sample" && arguments.size() == 2) {
            node->kind = FilterNode::Kind::Sample;
            const std::string &share = arguments[1];
            const auto [end, error] = std::from_chars(share.data(), share.data() + share.size(), node->share);
            if (error != std::errc() || node->share < 0 || node->share > 1)
                return unparseable(m_text, name.at, "sample() wants a share from 0 to 1");
        } else {
            return unparseable(m_text, name.at,
                               "log_id(\"…\"), sample(insertId, 0.1) and SEARCH(\"…\") are known");
        }
        ++m_at;
        return node;
    }

    std::string_view m_text;
    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0;
};

/// Comparisons that hold for whatever matches.
void demandedParts(const FilterPart &node, std::vector<const FilterNode *> &found)
{
    if (!node)
        return;
    if (node->kind == FilterNode::Kind::Compare)
        found.push_back(node.get());
    if (node->kind == FilterNode::Kind::And)
        for (const FilterPart &part : node->parts)
            demandedParts(part, found);
}

std::optional<WallTime> bound(const FilterPart &root, char direction)
{
    std::vector<const FilterNode *> parts;
    demandedParts(root, parts);
    std::optional<WallTime> best;
    for (const FilterNode *part : parts) {
        WallTime time{};
        const bool isOurs =
            part->path == std::vector<std::string>{"timestamp"} && part->sign.front() == direction;
        if (!isOurs || !parseIsoTime(part->value, time))
            continue;
        best = !best ? time : direction == '>' ? std::max(*best, time) : std::min(*best, time);
    }
    return best;
}

} // namespace

Outcome<LogFilter> LogFilter::parse(std::string_view text)
{
    if (text.size() > kLongestFilter)
        return invalid("Unparseable filter: it is longer than " + std::to_string(kLongestFilter) +
                       " characters.");
    auto tokens = filterTokens(text);
    if (!tokens)
        return Refused(tokens.error());
    Parsed root = Parser(text, std::move(*tokens)).run();
    if (!root)
        return Refused(root.error());
    LogFilter filter;
    filter.m_root = std::move(*root);
    return filter;
}

bool LogFilter::matches(const json::Value &entry) const
{
    return !m_root || filterMatches(*m_root, entry);
}

std::optional<WallTime> LogFilter::from() const
{
    return bound(m_root, '>');
}

std::optional<WallTime> LogFilter::to() const
{
    return bound(m_root, '<');
}

std::string LogFilter::demanded(std::string_view field) const
{
    std::vector<const FilterNode *> parts;
    demandedParts(m_root, parts);
    for (const FilterNode *part : parts) {
        std::string path;
        for (const std::string &name : part->path)
            path += (path.empty() ? "" : ".") + name;
        if (path == field && part->sign == "=")
            return part->value;
    }
    return {};
}

} // namespace batuta::cloud_local
