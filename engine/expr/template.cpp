// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/template.h"

#include "engine/base/text.h"
#include "engine/expr/parser.h"

#include <algorithm>

namespace batuta::expr {
namespace {

constexpr std::string_view kOpen = "${{";
constexpr std::string_view kClose = "}}";

/// Where the `}}` stands that closes the expression at `from`; texts in quotes may hold one of their own.
std::size_t closing(std::string_view text, std::size_t from)
{
    bool isQuoted = false;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] == '\'')
            isQuoted = !isQuoted;
        else if (!isQuoted && text.substr(i, kClose.size()) == kClose)
            return i;
    }
    return std::string_view::npos;
}

Error syntaxError(std::string_view text, const Place &place, std::string detail, std::string mend)
{
    return Error{ErrorCode::ExprSyntax, std::string(text.substr(0, 200)), std::move(detail), place,
                 std::move(mend)};
}

/// The references of one part, counted from the start of the whole text.
void addReferences(const Expression &expression, std::size_t start, std::vector<Reference> &references)
{
    for (Reference reference : expression.references()) {
        reference.offset += start;
        references.push_back(std::move(reference));
    }
}

} // namespace

Result<Template> Template::parse(std::string_view text, const Place &place)
{
    Template result;
    result.m_text = text;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = std::min(text.find(kOpen, at), text.size());
        if (open > at)
            result.m_parts.emplace_back(std::string(text.substr(at, open - at)));
        if (open == text.size())
            break;
        const Place openPlace = detail::placeIn(text, place, open);
        const std::size_t start = open + kOpen.size();
        const std::size_t close = closing(text, start);
        if (close == std::string_view::npos)
            return syntaxError(text, openPlace, "`${{` has no closing `}}`", "");
        Result<Expression> expression =
            Expression::parse(text.substr(start, close - start), detail::placeIn(text, place, start));
        if (!expression)
            return expression.error();
        result.m_parts.emplace_back(std::move(*expression));
        result.m_starts.push_back(start);
        at = close + kClose.size();
    }
    return result;
}

Result<Template> Template::parseCondition(std::string_view text, const Place &place)
{
    const std::size_t skipped = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::string_view condition = trimmed(text);
    if (condition.find(kOpen) == std::string_view::npos) {
        Result<Expression> expression = Expression::parse(text, place);
        if (!expression)
            return expression.error();
        Template result;
        result.m_text = text;
        result.m_parts.emplace_back(std::move(*expression));
        result.m_starts.push_back(0);
        return result;
    }
    Result<Template> whole = parse(condition, detail::placeIn(text, place, skipped));
    // A text around the expression would make the condition a text that is never empty, so always true.
    if (whole && whole->m_parts.size() != 1)
        return syntaxError(text, place, "a condition is one expression, not a text with expressions in it",
                           "Put the whole condition inside one `${{ }}`, or leave the marks out.");
    if (whole) {
        whole->m_text = text;
        whole->m_starts[0] += skipped;
    }
    return whole;
}

bool Template::isLiteral() const
{
    return m_starts.empty();
}

Result<json::Value> Template::evaluate(const Context &context) const
{
    if (m_parts.size() == 1)
        if (const Expression *expression = std::get_if<Expression>(&m_parts.front()))
            return expression->evaluate(context);
    Result<std::string> text = evaluateText(context);
    if (!text)
        return text.error();
    return json::Value(std::move(*text));
}

Result<std::string> Template::evaluateText(const Context &context) const
{
    const std::size_t most = ExprLimits().memory;
    std::string out;
    for (const auto &part : m_parts) {
        if (const std::string *literal = std::get_if<std::string>(&part)) {
            out += *literal;
            continue;
        }
        const Expression &expression = *std::get_if<Expression>(&part);
        const Result<json::Value> value = expression.evaluate(context);
        if (!value)
            return value.error();
        out += displayText(*value);
        if (out.size() > most)
            return Error{ErrorCode::ExprLimit,
                         m_text.substr(0, 200),
                         "the text is longer than " + std::to_string(most) + " bytes",
                         {},
                         ""};
    }
    return out;
}

std::vector<Reference> Template::references() const
{
    std::vector<Reference> references;
    std::size_t next = 0;
    for (const auto &part : m_parts)
        if (const Expression *expression = std::get_if<Expression>(&part))
            addReferences(*expression, m_starts[next++], references);
    return references;
}

bool Template::usesStatusFunction() const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [](const auto &part) {
        const Expression *expression = std::get_if<Expression>(&part);
        return expression != nullptr && expression->usesStatusFunction();
    });
}

} // namespace batuta::expr
