// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/expr/expression.h"

#include <functional>
#include <variant>

namespace batuta::expr {

/// A text with `${{ }}` parts. One whole `${{ }}` keeps the JSON type of its value; otherwise the parts are
/// joined as text.
class Template
{
public:
    /// `place` is where the first character of `text` stands.
    static Result<Template> parse(std::string_view text, const Place &place = {});
    /// Reads an `if`: `${{ }}` may be left out, as GitHub allows.
    static Result<Template> parseCondition(std::string_view text, const Place &place = {});

    bool isLiteral() const; ///< no `${{ }}` in it
    const std::string &text() const { return m_text; }
    Result<json::Value> evaluate(const Context &context) const;
    Result<std::string> evaluateText(const Context &context) const;
    std::vector<Reference> references() const;
    bool usesStatusFunction() const;

private:
    std::string m_text;
    std::vector<std::variant<std::string, Expression>> m_parts;
    std::vector<std::size_t> m_starts; ///< of each expression, in bytes from the start of the text
};

/// A JSON tree whose texts are templates: `http.json`, `set`, `output`. Compiled once, immutable.
class TemplateTree
{
public:
    /// Gives the place of the text at a pointer (RFC 6901) inside the tree.
    using PlaceOf = std::function<Place(const std::string &pointer)>;

    TemplateTree() = default;
    static Result<TemplateTree> compile(const json::Value &tree, const PlaceOf &placeOf = {});

    Result<json::Value> evaluate(const Context &context) const;
    std::vector<Reference> references() const;
    const json::Value &source() const { return m_source; }

private:
    struct Node;
    json::Value m_source;
    std::shared_ptr<const Node> m_root;
};

} // namespace batuta::expr
