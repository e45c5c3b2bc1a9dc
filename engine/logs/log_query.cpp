// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_query.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>

namespace batuta::logs {
namespace {

/// How tightly a kind binds: what binds looser than where it stands needs brackets.
int binding(QueryNode::Kind kind)
{
    return kind == QueryNode::Kind::Or    ? 0
           : kind == QueryNode::Kind::And ? 1
           : kind == QueryNode::Kind::Not ? 2
                                          : 3;
}

void write(const QueryNode &node, int atLeast, std::string &out)
{
    const bool needsBrackets = binding(node.kind) < atLeast;
    if (needsBrackets)
        out += '(';
    switch (node.kind) {
    case QueryNode::Kind::All:
        break;
    case QueryNode::Kind::And:
    case QueryNode::Kind::Or:
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            if (i > 0)
                out += node.kind == QueryNode::Kind::And ? " and " : " or ";
            write(node.parts[i], binding(node.kind) + 1, out);
        }
        break;
    case QueryNode::Kind::Not:
        out += "not ";
        write(node.parts.front(), 2, out);
        break;
    case QueryNode::Kind::Compare:
        out += quotedValue(node.field);
        out += opText(node.op);
        out += quotedValue(node.value);
        break;
    case QueryNode::Kind::Word:
        out += quotedValue(node.value);
        break;
    }
    if (needsBrackets)
        out += ')';
}

bool asksFor(const QueryNode &node, std::string_view field)
{
    if (node.kind == QueryNode::Kind::Compare)
        return node.field == field && node.op == QueryOp::Equal;
    return node.kind == QueryNode::Kind::Or &&
           std::all_of(node.parts.begin(), node.parts.end(), [&](const QueryNode &part) {
               return part.kind == QueryNode::Kind::Compare && asksFor(part, field);
           });
}

/// The parts that all must hold.
std::vector<QueryNode> conjuncts(const QueryNode &root)
{
    if (root.kind == QueryNode::Kind::All)
        return {};
    return root.kind == QueryNode::Kind::And ? root.parts : std::vector<QueryNode>{root};
}

LogQuery fromConjuncts(std::vector<QueryNode> parts)
{
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return {std::move(parts.front())};
    return {QueryNode{QueryNode::Kind::And, std::move(parts)}};
}

} // namespace

std::string_view opText(QueryOp op)
{
    constexpr std::array<std::string_view, 8> kTexts{"=", "!=", ">=", "<=", ">", "<", "~", "!~"};
    return kTexts[static_cast<std::size_t>(op)];
}

std::string quotedValue(std::string_view value)
{
    const bool isKeyword =
        equalIgnoringCase(value, "and") || equalIgnoringCase(value, "or") || equalIgnoringCase(value, "not");
    if (!value.empty() && !isKeyword && value.find_first_of(" \t\r\n\"()=<>~!&|\\") == std::string_view::npos)
        return std::string(value);
    std::string text = "\"";
    for (const char byte : value) {
        if (byte == '"' || byte == '\\')
            text += '\\';
        text += byte;
    }
    return text + '"';
}

std::string LogQuery::text() const
{
    std::string text;
    write(root, 0, text);
    return text;
}

std::vector<std::string> LogQuery::chosen(std::string_view field) const
{
    std::vector<std::string> values;
    for (const QueryNode &part : conjuncts(root)) {
        if (!asksFor(part, field))
            continue;
        if (part.kind == QueryNode::Kind::Compare)
            values.push_back(part.value);
        for (const QueryNode &value : part.parts)
            values.push_back(value.value);
    }
    return values;
}

LogQuery LogQuery::withChosen(std::string_view field, const std::vector<std::string> &values) const
{
    std::vector<QueryNode> parts = conjuncts(root);
    const auto at =
        std::find_if(parts.begin(), parts.end(), [&](const QueryNode &part) { return asksFor(part, field); });
    const auto place = at - parts.begin();
    std::erase_if(parts, [&](const QueryNode &part) { return asksFor(part, field); });
    QueryNode chosen{QueryNode::Kind::Or};
    for (const std::string &value : values)
        chosen.parts.push_back({QueryNode::Kind::Compare, {}, std::string(field), QueryOp::Equal, value});
    if (chosen.parts.size() == 1)
        chosen = QueryNode(chosen.parts.front());
    if (!values.empty())
        parts.insert(parts.begin() + std::min<std::ptrdiff_t>(place, std::ssize(parts)), std::move(chosen));
    return fromConjuncts(std::move(parts));
}

LogQuery LogQuery::with(QueryNode part) const
{
    std::vector<QueryNode> parts = conjuncts(root);
    if (std::find(parts.begin(), parts.end(), part) == parts.end())
        parts.push_back(std::move(part));
    return fromConjuncts(std::move(parts));
}

std::string problemText(const QueryProblem &problem)
{
    switch (problem.kind) {
    case QueryProblem::Kind::MissingValue:
        return "a value is missing behind " + problem.detail;
    case QueryProblem::Kind::MissingField:
        return "a field is missing before the operator";
    case QueryProblem::Kind::MissingPart:
        return "something is missing here";
    case QueryProblem::Kind::OpenQuote:
        return "the quote is not closed";
    case QueryProblem::Kind::OpenBracket:
        return "the bracket is not closed";
    case QueryProblem::Kind::ExtraBracket:
        return "the bracket closes none";
    case QueryProblem::Kind::WrongOperator:
        return "write " + problem.detail + " instead";
    case QueryProblem::Kind::BadRegex:
        return "the regular expression cannot be read: " + problem.detail;
    case QueryProblem::Kind::UnknownSeverity:
        return problem.detail + " is no severity: DEBUG, INFO, WARN, ERROR, CRITICAL";
    case QueryProblem::Kind::BadTime:
        return problem.detail + " is no time such as 2026-11-21T14:21:07";
    case QueryProblem::Kind::TooLong:
        return "the query is longer than " + problem.detail + " bytes";
    case QueryProblem::Kind::TooDeep:
        return "brackets stand too deep in each other";
    }
    return {};
}

} // namespace batuta::logs
