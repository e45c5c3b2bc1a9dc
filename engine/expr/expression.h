// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::expr {

/// What an expression may see. Lives as long as the evaluation; never called from another thread.
class Context
{
public:
    virtual ~Context() = default;
    /// The value of a root name (`input`, `env`, `steps` …), or null when this place has no such context.
    virtual const json::Value *root(std::string_view name) const = 0;
    /// success(), failure(), cancelled() at this place. always() is always true.
    virtual bool status(std::string_view function) const;
    /// now(): the recorded start of the execution, ISO 8601.
    virtual std::string now() const;
};

/// Roots from a JSON object: for `batuta eval`, tests, and routes.
class ObjectContext : public Context
{
public:
    explicit ObjectContext(json::Value roots);
    const json::Value *root(std::string_view name) const override;

private:
    json::Value m_roots;
};

/// One use of a context: `steps.create.output.id` is {"steps","create","output","id"}. A path stops at the
/// first part that is not written as a literal. `optional`: it stands under default() or `||`, so a missing
/// value is expected.
struct Reference
{
    std::vector<std::string> path;
    Place place;
    std::size_t offset = 0; ///< bytes from the start of the text that was parsed
    std::size_t length = 0;
    bool optional = false;
};

/// Limits of one expression. Everything is total: no loop, no clock, no I/O.
struct ExprLimits
{
    std::size_t length = 21'000;    ///< characters of the source, as GitHub has it
    int depth = 50;                 ///< nesting, as GitHub has it
    std::size_t memory = 16u << 20; ///< bytes that one evaluation may build
};

/// The GitHub Actions expression language plus the functions marked as ours in flow-format.md. Compiled once,
/// immutable, safe to share between threads.
class Expression
{
public:
    /// `text` without `${{ }}`. `origin` is where its first character stands; errors and references count
    /// from there.
    static Result<Expression> parse(std::string_view text, const Place &origin = {},
                                    const ExprLimits &limits = {});

    Result<json::Value> evaluate(const Context &context) const;
    const std::vector<Reference> &references() const;
    /// success, failure, always or cancelled is called somewhere.
    bool usesStatusFunction() const;
    const std::string &text() const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

/// GitHub's truthiness: false, 0, -0, NaN, "" and null are false.
bool isTruthy(const json::Value &value);
/// How a value reads inside a text: "" for null, `true`, numbers as GitHub prints them, compact JSON for the
/// rest.
std::string displayText(const json::Value &value);
/// Names of all functions, for completion and "did you mean".
std::vector<std::string> functionNames();

} // namespace batuta::expr
