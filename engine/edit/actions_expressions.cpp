// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/actions_expressions.h"

#include "engine/base/text.h"
#include "engine/expr/template.h"

#include <array>
#include <optional>

namespace batuta::edit {
namespace {

constexpr std::array<std::string_view, 12> kFunctions{"contains", "startswith", "endswith",  "format",
                                                      "join",     "tojson",     "fromjson",  "success",
                                                      "failure",  "always",     "cancelled", "case"};

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool beginsWord(char c)
{
    return isWord(c) && c != '-' && (c < '0' || c > '9');
}

std::string lower(std::string_view text)
{
    std::string low(text);
    for (char &c : low)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return low;
}

std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (std::size_t i = at + 1; i < text.size(); ++i)
        if (text[i] == '\'' && (i + 1 == text.size() || text[i + 1] != '\''))
            return i + 1;
        else if (text[i] == '\'')
            ++i;
    return text.size();
}

/// `a.b['c'].d`: its words, and what follows the ones that could be read as words.
struct Chain
{
    std::vector<std::string> words;
    std::size_t end = 0;
};

Chain chainAt(std::string_view text, std::size_t at)
{
    Chain chain;
    std::size_t end = at;
    const auto word = [&] {
        const std::size_t from = end;
        while (end < text.size() && isWord(text[end]))
            ++end;
        chain.words.emplace_back(text.substr(from, end - from));
    };
    word();
    for (;;) {
        if (end + 1 < text.size() && text[end] == '.' && beginsWord(text[end + 1])) {
            ++end;
            word();
        } else if (end + 1 < text.size() && text[end] == '[' && text[end + 1] == '\'') {
            const std::size_t close = endOfString(text, end + 1);
            if (close >= text.size() || text[close] != ']')
                break;
            chain.words.emplace_back(text.substr(end + 2, close - end - 3));
            end = close + 1;
        } else {
            break;
        }
    }
    chain.end = end;
    return chain;
}

std::string quoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + '\'';
}

/// A text with `${{ }}` as one expression.
std::string asExpression(const std::string &text)
{
    const std::size_t open = text.find("${{");
    if (open == std::string::npos)
        return quoted(text);
    if (open == 0 && text.find("}}") == text.size() - 2)
        return '(' + std::string(trimmed(std::string_view(text).substr(3, text.size() - 5))) + ')';
    std::string pattern, arguments;
    int count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = text.find("${{", at);
        const std::size_t to = from == std::string::npos ? from : text.find("}}", from);
        for (const char c : text.substr(at, (to == std::string::npos ? text.size() : from) - at))
            pattern += c == '{' || c == '}' ? std::string(2, c) : std::string(1, c);
        if (to == std::string::npos)
            break;
        pattern += '{' + std::to_string(count++) + '}';
        arguments += ", " + std::string(trimmed(std::string_view(text).substr(from + 3, to - from - 3)));
        at = to + 2;
    }
    return "format(" + quoted(pattern) + arguments + ')';
}

/// Ours says `failed` where a workflow says `failure`.
std::string resultOf(const std::string &step)
{
    const std::string status = "steps." + step + ".status";
    return '(' + status + " == 'failed' && 'failure' || " + status + ')';
}

std::string joined(std::string head, const Chain &chain, std::size_t from)
{
    for (std::size_t i = from; i < chain.words.size(); ++i) {
        const std::string &word = chain.words[i];
        if (beginsWord(word[0]) && word.find('-') == std::string::npos)
            head += '.' + word;
        else
            head += '[' + quoted(word) + ']';
    }
    return head;
}

std::optional<std::string> mappedGithub(const Chain &chain)
{
    const std::string second = lower(chain.words[1]);
    if (second == "event" && chain.words.size() > 3 && lower(chain.words[2]) == "inputs")
        return joined("input", chain, 3);
    if (chain.words.size() != 2)
        return std::nullopt;
    if (second == "run_id")
        return "execution.id";
    if (second == "workflow")
        return "flow.name";
    return std::nullopt;
}

std::optional<std::string> mappedContext(const Chain &chain, const ActionsScope &scope)
{
    const std::string head = lower(chain.words[0]);
    const std::size_t size = chain.words.size();
    if (size < 2)
        return head == "inputs" ? std::optional<std::string>("input") : std::nullopt;
    const std::string &name = chain.words[1];
    if (head == "github")
        return mappedGithub(chain);
    if (head == "inputs")
        return joined("input", chain, 1);
    if (head == "secrets")
        return joined("secrets", chain, 1);
    if (head == "vars")
        return joined("env", chain, 1);
    if (head == "matrix")
        return scope.hasMatrix ? std::optional(joined("item", chain, 1)) : std::nullopt;
    if (head == "env" && size == 2) {
        const auto found = scope.env.find(name);
        return found == scope.env.end() ? std::nullopt : std::optional(asExpression(found->second));
    }
    if (size != 3)
        return std::nullopt;
    const std::string third = lower(chain.words[2]);
    if (head == "needs" && third == "result" && scope.jobs.contains(name))
        return resultOf(scope.jobs.at(name));
    if (head == "steps" && (third == "outcome" || third == "conclusion") && scope.steps.contains(name))
        return resultOf(scope.steps.at(name));
    return std::nullopt;
}

bool isFunction(std::string_view text, const Chain &chain)
{
    std::size_t at = chain.end;
    while (at < text.size() && text[at] == ' ')
        ++at;
    return chain.words.size() == 1 && at < text.size() && text[at] == '(';
}

bool isKnownFunction(const std::string &name)
{
    const std::string low = lower(name);
    for (const std::string_view known : kFunctions)
        if (known == low)
            return true;
    return false;
}

/// Past the closing bracket of the call whose name ends at `at`.
std::size_t endOfCall(std::string_view text, std::size_t at)
{
    int depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '\'')
            at = endOfString(text, at) - 1;
        else if (text[at] == '(')
            ++depth;
        else if (text[at] == ')' && --depth == 0)
            return at + 1;
    }
    return text.size();
}

/// One expression, without braces.
std::string mapExpression(std::string_view text, const ActionsScope &scope,
                          std::vector<std::string> &unmapped)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\'') {
            const std::size_t end = endOfString(text, at);
            out += text.substr(at, end - at);
            at = end;
            continue;
        }
        const bool isInside = at > 0 && (isWord(text[at - 1]) || text[at - 1] == '.');
        if (!beginsWord(text[at]) || isInside) {
            out += text[at++];
            continue;
        }
        Chain chain = chainAt(text, at);
        const std::string written(text.substr(at, chain.end - at));
        const std::string low = lower(written);
        if (low == "true" || low == "false" || low == "null") {
            out += low;
        } else if (isFunction(text, chain)) {
            if (isKnownFunction(written)) {
                out += written;
            } else {
                chain.end = endOfCall(text, chain.end);
                unmapped.emplace_back(text.substr(at, chain.end - at));
                out += "''";
            }
        } else if (const auto mapped = mappedContext(chain, scope)) {
            out += *mapped;
        } else {
            unmapped.push_back(written);
            out += "''";
        }
        at = chain.end;
    }
    return out;
}

/// One `${{ }}`; what cannot be read at all is unmapped as a whole.
std::string mapPart(std::string_view text, const ActionsScope &scope, std::vector<std::string> &unmapped)
{
    std::vector<std::string> names;
    std::string part = "${{ " + mapExpression(text, scope, names) + " }}";
    if (!expr::Template::parse(part)) {
        names.assign(1, text.empty() ? "${{ }}" : std::string(text));
        part = "${{ '' }}";
    }
    unmapped.insert(unmapped.end(), names.begin(), names.end());
    return part;
}

} // namespace

MappedText mapTemplate(std::string_view text, const ActionsScope &scope)
{
    MappedText mapped;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find("${{", at);
        const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
        mapped.text += text.substr(at, open == std::string_view::npos ? open : open - at);
        if (close == std::string_view::npos) {
            if (open != std::string_view::npos)
                mapped.unmapped.emplace_back(text.substr(open));
            break;
        }
        mapped.text += mapPart(trimmed(text.substr(open + 3, close - open - 3)), scope, mapped.unmapped);
        at = close + 2;
    }
    return mapped;
}

MappedText mapCondition(std::string_view text, const ActionsScope &scope)
{
    const std::string_view bare = trimmed(text);
    if (bare.find("${{") != std::string_view::npos)
        return mapTemplate(bare, scope);
    MappedText mapped;
    mapped.text = mapPart(bare, scope, mapped.unmapped);
    return mapped;
}

} // namespace batuta::edit
