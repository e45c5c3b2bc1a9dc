// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/compare.h"
#include "engine/expr/evaluator.h"
#include "engine/expr/functions.h"
#include "engine/expr/numbers.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::expr::detail {
namespace {

/// Writes a value as GitHub's toJSON does: indented by two, numbers with fifteen digits, and the three line
/// separators that JSON allows but JavaScript once did not as escapes.
class GithubWriter
{
public:
    GithubWriter(Evaluator &evaluator, const Node &node)
        : m_evaluator(evaluator)
        , m_node(node)
    {
    }

    std::string take() { return std::move(m_out); }

    void write(const json::Value &value, std::size_t level)
    {
        if (value.isArray() || value.isObject()) {
            writeChildren(value, level);
            return;
        }
        if (!m_evaluator.charge(value.asString().size() + 8, m_node))
            return;
        if (value.isString())
            writeText(value.asString());
        else
            m_out += value.isNull() ? "null" : toText(value);
    }

private:
    void writeChildren(const json::Value &value, std::size_t level)
    {
        const bool isArray = value.isArray();
        bool isFirst = true;
        m_out += isArray ? '[' : '{';
        for (const json::Value &item : value.asArray()) {
            startLine(level + 1, isFirst);
            write(item, level + 1);
            if (m_evaluator.failed())
                return;
        }
        for (const auto &[name, member] : value.asObject()) {
            startLine(level + 1, isFirst);
            if (!m_evaluator.charge(name.size(), m_node))
                return;
            writeText(name);
            m_out += ": ";
            write(member, level + 1);
            if (m_evaluator.failed())
                return;
        }
        if (!isFirst) {
            m_out += '\n';
            m_out.append(2 * level, ' ');
        }
        m_out += isArray ? ']' : '}';
    }

    void startLine(std::size_t level, bool &isFirst)
    {
        if (!m_evaluator.charge(2 * level + 2, m_node))
            return;
        m_out += isFirst ? "\n" : ",\n";
        m_out.append(2 * level, ' ');
        isFirst = false;
    }

    void writeText(const std::string &text)
    {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kEscapes = {{
            {"\xC2\x85", "\\u0085"},
            {"\xE2\x80\xA8", "\\u2028"},
            {"\xE2\x80\xA9", "\\u2029"},
        }};
        const std::size_t start = m_out.size();
        json::writeString(text, m_out);
        for (const auto &[separator, escape] : kEscapes) {
            if (text.find(separator) == std::string::npos)
                continue;
            std::string escaped;
            for (std::size_t at = start; at < m_out.size();) {
                const std::size_t found = std::min(m_out.find(separator, at), m_out.size());
                escaped.append(m_out, at, found - at);
                if (found < m_out.size())
                    escaped += escape;
                at = found + separator.size();
            }
            m_out.replace(start, std::string::npos, escaped);
        }
    }

    Evaluator &m_evaluator;
    const Node &m_node;
    std::string m_out;
};

} // namespace

Operand callToJson(Evaluator &evaluator, const Node &node)
{
    const Operand value = evaluator.evaluate(node.children[0]);
    GithubWriter writer(evaluator, node);
    writer.write(value.value(), 0);
    return evaluator.failed() ? Operand() : Operand(json::Value(writer.take()));
}

Operand callFromJson(Evaluator &evaluator, const Node &node)
{
    // A value takes at most this many times the bytes of its text, near enough: `[0,0,…]` is the worst.
    constexpr std::size_t kGrowth = 20;
    const Operand value = evaluator.evaluate(node.children[0]);
    const std::string text = evaluator.text(value.value(), node);
    if (!evaluator.chargeWork(kGrowth * text.size(), node) || !evaluator.charge(text.size(), node))
        return {};
    Result<json::Value> parsed = json::parse(text);
    if (!parsed) {
        const Error &error = parsed.error();
        return evaluator.fail(
            ErrorCode::ExprEvaluation,
            "fromJSON() reads at " + std::to_string(error.place.line) + ":" +
                std::to_string(error.place.column) + ": " +
                (error.code == ErrorCode::JsonSyntax ? "this is not valid JSON" : error.detail),
            node);
    }
    return std::move(*parsed);
}

Operand callPick(Evaluator &evaluator, const Node &node)
{
    const Operand from = evaluator.evaluate(node.children[0]);
    if (!evaluator.failed() && !from.value().isObject() && !from.value().isNull())
        return evaluator.fail(ErrorCode::ExprEvaluation, "pick() wants an object first", node);
    json::Object picked;
    picked.reserve(node.children.size() - 1);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Operand name = evaluator.evaluate(node.children[i]);
        // A text is used where it is: a call has a dozen of them.
        const std::string other = name.value().isString() ? "" : evaluator.text(name.value(), node);
        const std::string &wanted = name.value().isString() ? name.value().asString() : other;
        if (!evaluator.chargeWork(from.value().asObject().size(), node))
            return {};
        // The member keeps its own spelling: a payload must not change with the case of an argument.
        const auto pick = [&](const std::string &spelling, const json::Value &value) {
            if (evaluator.charge(spelling.size() + value.asString().size() + sizeof(json::Value), node))
                picked.set(spelling, value);
        };
        const json::Object &members = from.value().asObject();
        if (const json::Value *exact = members.find(wanted)) {
            pick(wanted, *exact);
            continue;
        }
        const auto folded = std::find_if(members.begin(), members.end(), [&](const auto &member) {
            return equalFolded(member.first, wanted);
        });
        if (folded != members.end())
            pick(folded->first, folded->second);
    }
    return json::Value(std::move(picked));
}

Operand callOmitNull(Evaluator &evaluator, const Node &node)
{
    const Operand from = evaluator.evaluate(node.children[0]);
    if (evaluator.failed() || !from.value().isObject())
        return from;
    const json::Object &members = from.value().asObject();
    if (std::none_of(members.begin(), members.end(),
                     [](const auto &member) { return member.second.isNull(); }))
        return from; // shared instead of copied: mostly nothing is null
    json::Object kept;
    for (const auto &[name, value] : members) {
        if (value.isNull())
            continue;
        if (!evaluator.charge(name.size() + value.asString().size() + sizeof(json::Value), node))
            return {};
        kept.append(name, value);
    }
    return json::Value(std::move(kept));
}

} // namespace batuta::expr::detail
