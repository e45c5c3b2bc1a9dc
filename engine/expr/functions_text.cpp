// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/compare.h"
#include "engine/expr/evaluator.h"
#include "engine/expr/functions.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace batuta::expr::detail {
namespace {

/// Both arguments as texts; false when one is an array or an object, or the evaluation failed.
bool takeTexts(Evaluator &evaluator, const Node &node, std::string &first, std::string &second)
{
    const Operand a = evaluator.evaluate(node.children[0]);
    const Operand b = evaluator.evaluate(node.children[1]);
    if (evaluator.failed() || !isPrimitive(a.value()) || !isPrimitive(b.value()))
        return false;
    first = evaluator.text(a.value(), node);
    second = evaluator.text(b.value(), node);
    return evaluator.chargeWork(2 * (first.size() + second.size()), node);
}

/// GitHub's format(): `{0}` is the first argument after the text, `{{` and `}}` are braces.
class Formatter
{
public:
    Formatter(Evaluator &evaluator, const Node &node)
        : m_evaluator(evaluator)
        , m_node(node)
        , m_arguments(node.children.size() - 1)
        , m_evaluated(node.children.size() - 1)
    {
    }

    Operand run()
    {
        const Operand pattern = m_evaluator.evaluate(m_node.children[0]);
        const std::string text = m_evaluator.text(pattern.value(), m_node);
        std::size_t at = 0;
        while (!m_evaluator.failed() && at < text.size()) {
            const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
            append(std::string_view(text).substr(at, brace - at));
            at = brace == text.size() ? brace : readBrace(text, brace);
        }
        return m_evaluator.failed() ? Operand() : Operand(json::Value(std::move(m_out)));
    }

private:
    void append(std::string_view part)
    {
        if (m_evaluator.charge(part.size(), m_node))
            m_out += part;
    }

    /// Handles the brace at `at` and gives the place after it.
    std::size_t readBrace(const std::string &text, std::size_t at)
    {
        if (at + 1 < text.size() && text[at + 1] == text[at]) {
            append(text.substr(at, 1));
            return at + 2;
        }
        std::size_t index = 0;
        const char *first = text.data() + at + 1;
        const char *last = text.data() + text.size();
        const auto [end, code] = std::from_chars(first, last, index);
        const bool isArgument = text[at] == '{' && code == std::errc() && end != first && end != last &&
                                *first != '+' && index <= 255;
        if (!isArgument || *end != '}') {
            m_evaluator.fail(ErrorCode::ExprEvaluation,
                             "the text of format() has a brace at " + std::to_string(at + 1) +
                                 " that is no `{0}`; write `{{` or `}}` for a brace",
                             m_node);
            return text.size();
        }
        appendArgument(index);
        return static_cast<std::size_t>(end - text.data()) + 1;
    }

    void appendArgument(std::size_t index)
    {
        if (index >= m_arguments.size()) {
            m_evaluator.fail(ErrorCode::ExprEvaluation,
                             "the text of format() uses {" + std::to_string(index) + "}, there are " +
                                 std::to_string(m_arguments.size()) + " arguments",
                             m_node);
            return;
        }
        if (!m_evaluated[index]) {
            m_evaluated[index] = true;
            const Operand value = m_evaluator.evaluate(m_node.children[index + 1]);
            m_arguments[index] = m_evaluator.text(value.value(), m_node);
        }
        append(m_arguments[index]);
    }

    Evaluator &m_evaluator;
    const Node &m_node;
    std::vector<std::string> m_arguments;
    std::vector<bool> m_evaluated;
    std::string m_out;
};

} // namespace

Operand callContains(Evaluator &evaluator, const Node &node)
{
    const Operand where = evaluator.evaluate(node.children[0]);
    const Operand what = evaluator.evaluate(node.children[1]);
    if (evaluator.failed())
        return {};
    if (isPrimitive(where.value())) {
        if (!isPrimitive(what.value()))
            return json::Value(false);
        const std::string text = evaluator.text(where.value(), node);
        const std::string part = evaluator.text(what.value(), node);
        if (!evaluator.chargeWork(4 * (text.size() + part.size()), node))
            return {};
        return json::Value(containsFolded(text, part));
    }
    for (const json::Value &item : where.value().asArray()) {
        if (!evaluator.chargeWork(8 + item.asString().size(), node))
            return {};
        if (looselyEqual(what.value(), item))
            return json::Value(true);
    }
    return json::Value(false);
}

Operand callStartsWith(Evaluator &evaluator, const Node &node)
{
    std::string text;
    std::string part;
    if (!takeTexts(evaluator, node, text, part))
        return json::Value(false);
    const std::string folded = foldedText(part);
    return json::Value(foldedText(text).compare(0, folded.size(), folded) == 0);
}

Operand callEndsWith(Evaluator &evaluator, const Node &node)
{
    std::string text;
    std::string part;
    if (!takeTexts(evaluator, node, text, part))
        return json::Value(false);
    const std::string whole = foldedText(text);
    const std::string folded = foldedText(part);
    return json::Value(folded.size() <= whole.size() &&
                       whole.compare(whole.size() - folded.size(), folded.size(), folded) == 0);
}

Operand callFormat(Evaluator &evaluator, const Node &node)
{
    return Formatter(evaluator, node).run();
}

Operand callJoin(Evaluator &evaluator, const Node &node)
{
    const Operand items = evaluator.evaluate(node.children[0]);
    if (isPrimitive(items.value()))
        return json::Value(evaluator.text(items.value(), node));
    std::string separator = ",";
    if (node.children.size() > 1 && items.value().asArray().size() > 1) {
        const Operand given = evaluator.evaluate(node.children[1]);
        if (isPrimitive(given.value()))
            separator = evaluator.text(given.value(), node);
    }
    std::string out;
    bool isFirst = true;
    for (const json::Value &item : items.value().asArray()) {
        const std::string text = evaluator.text(item, node);
        if (!evaluator.charge(text.size() + separator.size() + 1, node))
            return {};
        if (!isFirst)
            out += separator;
        isFirst = false;
        out += text;
    }
    return evaluator.failed() ? Operand() : Operand(json::Value(std::move(out)));
}

Operand callSha256(Evaluator &evaluator, const Node &node)
{
    const Operand value = evaluator.evaluate(node.children[0]);
    const std::string text = displayText(value.value());
    if (!evaluator.charge(text.size(), node) || !evaluator.chargeWork(8 * text.size(), node))
        return {};
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        return evaluator.fail(ErrorCode::ExprEvaluation, "sha256 is not available", node);
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (unsigned i = 0; i < size; ++i) {
        out += kDigits[digest[i] >> 4];
        out += kDigits[digest[i] & 15];
    }
    return json::Value(std::move(out));
}

} // namespace batuta::expr::detail
