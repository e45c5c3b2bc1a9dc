// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/query_lexer.h"

#include "engine/base/clock.h"
#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace batuta::logs {
namespace {

using detail::Lexeme;

QueryOp opOf(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, QueryOp>, 8> kOps{{{"=", QueryOp::Equal},
                                                                        {"!=", QueryOp::NotEqual},
                                                                        {">=", QueryOp::AtLeast},
                                                                        {"<=", QueryOp::AtMost},
                                                                        {">", QueryOp::More},
                                                                        {"<", QueryOp::Less},
                                                                        {"~", QueryOp::Like},
                                                                        {"!~", QueryOp::NotLike}}};
    const auto at = std::find_if(kOps.begin(), kOps.end(), [&](const auto &op) { return op.first == text; });
    return at == kOps.end() ? QueryOp::Equal : at->second;
}

bool isOrder(QueryOp op)
{
    return op == QueryOp::AtLeast || op == QueryOp::AtMost || op == QueryOp::More || op == QueryOp::Less;
}

/// Recursive descent; the first problem ends it.
class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_text(text)
        , m_lexemes(detail::lexemes(text))
    {
    }

    tl::expected<LogQuery, QueryProblem> read()
    {
        LogQuery query;
        if (here().kind != Lexeme::Kind::End)
            query.root = either(0);
        if (!m_problem && here().kind == Lexeme::Kind::Close)
            problem(QueryProblem::Kind::ExtraBracket, here(), {}, without(here()));
        if (!m_problem && here().kind == Lexeme::Kind::Broken)
            broken(here());
        if (m_problem)
            return tl::make_unexpected(*m_problem);
        return query;
    }

private:
    const Lexeme &here() const { return m_lexemes[m_at]; }
    void step()
    {
        if (here().kind != Lexeme::Kind::End)
            ++m_at;
    }

    void problem(QueryProblem::Kind kind, const Lexeme &at, std::string detail, std::string fixed)
    {
        if (m_problem)
            return;
        m_problem = QueryProblem{kind, at.begin, at.length, std::move(detail), std::move(fixed)};
        if (m_problem->length == 0 && at.begin > 0) { // at the end: the last character shows it
            m_problem->begin = std::min(at.begin, m_text.size()) - 1;
            m_problem->length = 1;
        }
    }

    std::string without(const Lexeme &lexeme) const
    {
        const std::string_view before = trimmed(m_text.substr(0, lexeme.begin));
        const std::string_view after = trimmed(m_text.substr(lexeme.begin + lexeme.length));
        return std::string(before) + (before.empty() || after.empty() ? "" : " ") + std::string(after);
    }

    std::string instead(const Lexeme &lexeme, std::string_view text) const
    {
        std::string fixed(m_text);
        return fixed.replace(lexeme.begin, lexeme.length, text);
    }

    void broken(const Lexeme &lexeme)
    {
        if (lexeme.text == "==")
            problem(QueryProblem::Kind::WrongOperator, lexeme, "=", instead(lexeme, "="));
        else if (lexeme.text == "&&" || lexeme.text == "||")
            problem(QueryProblem::Kind::WrongOperator, lexeme, lexeme.text == "&&" ? "and" : "or",
                    instead(lexeme, lexeme.text == "&&" ? " and " : " or "));
        else
            problem(QueryProblem::Kind::OpenQuote, lexeme, {}, std::string(m_text) + '"');
    }

    QueryNode either(int depth) { return joined(QueryNode::Kind::Or, depth); }

    /// Parts of an `or`, or of an `and` whose word may be left out.
    QueryNode joined(QueryNode::Kind kind, int depth)
    {
        const bool isOr = kind == QueryNode::Kind::Or;
        QueryNode node{kind};
        while (!m_problem) {
            QueryNode part = isOr ? joined(QueryNode::Kind::And, depth) : single(depth);
            if (part.kind == kind)
                node.parts.insert(node.parts.end(), part.parts.begin(), part.parts.end());
            else
                node.parts.push_back(std::move(part));
            if (here().kind == (isOr ? Lexeme::Kind::Or : Lexeme::Kind::And)) {
                step();
                continue;
            }
            const Lexeme::Kind next = here().kind;
            if (isOr || next == Lexeme::Kind::End || next == Lexeme::Kind::Close || next == Lexeme::Kind::Or)
                break;
        }
        return node.parts.size() == 1 ? std::move(node.parts.front()) : node;
    }

    QueryNode single(int depth)
    {
        if (depth > LogQuery::kDeepest) {
            problem(QueryProblem::Kind::TooDeep, here(), {}, {});
            return {};
        }
        switch (here().kind) {
        case Lexeme::Kind::Not: {
            step();
            QueryNode node{QueryNode::Kind::Not};
            node.parts.push_back(single(depth + 1));
            return node;
        }
        case Lexeme::Kind::Open:
            return bracket(depth);
        case Lexeme::Kind::Text:
        case Lexeme::Kind::Quoted:
            return term();
        case Lexeme::Kind::Broken:
            broken(here());
            return {};
        case Lexeme::Kind::Operator:
            problem(QueryProblem::Kind::MissingField, here(), {}, {});
            return {};
        default:
            missingPart();
            return {};
        }
    }

    /// `a and`, `a or or b`, `()`: without the word before it makes sense.
    void missingPart()
    {
        const bool hasBefore = m_at > 0;
        const Lexeme &at = hasBefore ? m_lexemes[m_at - 1] : here();
        problem(QueryProblem::Kind::MissingPart, at, {},
                at.kind == Lexeme::Kind::Open ? std::string() : without(at));
    }

    QueryNode bracket(int depth)
    {
        const Lexeme open = here();
        step();
        QueryNode node = either(depth + 1);
        if (here().kind == Lexeme::Kind::Close)
            step();
        else if (here().kind == Lexeme::Kind::Broken)
            broken(here());
        else
            problem(QueryProblem::Kind::OpenBracket, open, {}, std::string(trimmed(m_text)) + ')');
        return node;
    }

    QueryNode term()
    {
        const Lexeme first = here();
        step();
        if (here().kind == Lexeme::Kind::Broken && here().text == "==")
            broken(here());
        if (here().kind != Lexeme::Kind::Operator)
            return {QueryNode::Kind::Word, {}, {}, QueryOp::Equal, first.text};
        const Lexeme op = here();
        step();
        const Lexeme value = here();
        if (value.kind == Lexeme::Kind::Broken) {
            broken(value);
            return {};
        }
        if (value.kind != Lexeme::Kind::Text && value.kind != Lexeme::Kind::Quoted) {
            const bool isSeverity = meansSeverity(first.text);
            problem(QueryProblem::Kind::MissingValue, op, first.text,
                    isSeverity       ? instead(op, op.text + "WARN")
                    : op.text == "=" ? instead(op, "=*")
                                     : std::string());
            return {};
        }
        step();
        QueryNode node{QueryNode::Kind::Compare, {}, first.text, opOf(op.text), value.text};
        check(node, value);
        return node;
    }

    void check(const QueryNode &node, const Lexeme &value)
    {
        if (node.op == QueryOp::Like || node.op == QueryOp::NotLike) {
            const re2::RE2 pattern(node.value, re2::RE2::Quiet);
            if (!pattern.ok())
                problem(QueryProblem::Kind::BadRegex, value, pattern.error(),
                        instead(value, quotedValue(re2::RE2::QuoteMeta(node.value))));
            return;
        }
        if (meansTime(node.field) && node.value != "*" && timeOfValue(node.value) == kNoTime)
            problem(QueryProblem::Kind::BadTime, value, node.value, {});
        const bool isRank = isOrder(node.op) || severityOf(node.value) != Severity::None;
        if (meansSeverity(node.field) && isRank && severityOf(node.value) == Severity::None) {
            const std::string near = nearest(node.value, {"DEBUG", "INFO", "WARN", "ERROR", "CRITICAL"});
            problem(QueryProblem::Kind::UnknownSeverity, value, node.value,
                    near.empty() ? near : instead(value, near));
        }
    }

    std::string_view m_text;
    std::vector<Lexeme> m_lexemes;
    std::size_t m_at = 0;
    std::optional<QueryProblem> m_problem;
};

} // namespace

bool meansTime(std::string_view field)
{
    return field == "time" || field == "timestamp";
}

bool meansSeverity(std::string_view field)
{
    return field == "severity" || field == "level";
}

LineTime timeOfValue(std::string_view value)
{
    std::string text(value);
    if (text.size() == 10)
        text += "T00:00:00";
    else if (text.size() == 16)
        text += ":00";
    std::size_t length = 0;
    const LineTime time = HeadReader().time(text, &length);
    return length == text.size() ? time : kNoTime;
}

tl::expected<LogQuery, QueryProblem> LogQuery::read(std::string_view text)
{
    if (text.size() > kLongest)
        return tl::make_unexpected(QueryProblem{
            QueryProblem::Kind::TooLong, kLongest, text.size() - kLongest, std::to_string(kLongest), {}});
    return Parser(text).read();
}

Result<LogQuery> LogQuery::parse(std::string_view text)
{
    tl::expected<LogQuery, QueryProblem> query = read(text);
    if (query)
        return std::move(*query);
    const QueryProblem &problem = query.error();
    const auto [line, column] = lineAndColumn(text, problem.begin);
    return Error{ErrorCode::ExprSyntax, "query", problemText(problem), Place{{}, line, column},
                 problem.fixed.empty() ? std::string() : "Did you mean: " + problem.fixed};
}

} // namespace batuta::logs
