// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"
#include "engine/edit/mends.h"

namespace batuta::edit {
namespace {

/// The word of the error that is replaced: `match_candidat` of "steps.match_candidat".
std::string wrongWord(const Error &error)
{
    const std::string &detail = error.detail;
    if (error.code == ErrorCode::FlowUnknownStep)
        return detail.rfind("steps.", 0) == 0 ? detail.substr(6) : "";
    if (detail.rfind("input.", 0) == 0)
        return std::string(between(detail, "input.", " is not in"));
    // The expression may stand before it: "lenght(x), `lenght` is no function".
    const std::size_t close = detail.rfind("` is no ");
    const std::size_t open = close == std::string::npos || close == 0 ? close : detail.rfind('`', close - 1);
    return open == std::string::npos ? detail : detail.substr(open + 1, close - open - 1);
}

/// Where the word stands, at or behind the place of the error and on its line.
std::optional<Range> rangeOfWord(const FlowText &text, const Range &near, const std::string &word)
{
    const std::string &all = text.text();
    const std::size_t lineEnd = std::min(all.find('\n', near.from), all.size());
    const std::size_t at = all.find(word, near.from);
    if (word.empty() || at == std::string::npos || at + word.size() > lineEnd)
        return std::nullopt;
    return Range{at, at + word.size()};
}

/// A condition with text around its expressions: all of it becomes one expression.
void mendCondition(const Wound &wound)
{
    const auto value = wound.text.valueAt(wound.path);
    if (!value || !value->isString() || value->asString().find('\n') != std::string::npos)
        return;
    std::string inner;
    std::string_view rest = value->asString();
    for (std::size_t open = rest.find("${{"); open != rest.npos; open = rest.find("${{")) {
        const std::size_t close = rest.find("}}", open);
        if (close == rest.npos)
            return;
        inner += rest.substr(0, open);
        inner += trimmed(rest.substr(open + 3, close - open - 3));
        rest = rest.substr(close + 2);
    }
    inner += rest;
    const std::string whole = "${{ " + std::string(trimmed(inner)) + " }}";
    if (expr::Template::parseCondition(whole))
        offer(wound.problem, "Put it all in one expression", wound.text.setValue(wound.path, whole));
}

} // namespace

void mendExpression(const Wound &wound)
{
    if (wound.error.code == ErrorCode::ExprSyntax) {
        if (wound.error.detail.find("a condition is one expression") != std::string::npos)
            mendCondition(wound);
        return;
    }
    if (wound.error.detail.empty())
        return;
    const std::string word = wrongWord(wound.error);
    const auto range = rangeOfWord(wound.text, wound.problem.range, word);
    if (!range)
        return;
    wound.problem.range = *range;
    if (const std::string meant = meantWord(wound.error); !meant.empty() && meant != word)
        wound.problem.fixes.push_back({"Use " + meant, {{*range, meant}}});
    const bool isInput = wound.error.detail.rfind("input.", 0) == 0;
    if (isInput)
        offer(wound.problem, "Add " + word + " to the input",
              wound.text.setValue({"input", "properties", word}, json::Object{{"type", "string"}}));
}

} // namespace batuta::edit
