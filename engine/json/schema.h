// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"

#include <memory>
#include <string>
#include <vector>

namespace batuta::json {

/// One rule that a value breaks: where (RFC 6901 pointer, "" for the root) and the rule in plain English.
struct Violation
{
    std::string pointer;
    std::string message;
};

/// A compiled JSON Schema (draft-07), immutable and safe to share between threads.
class Schema
{
public:
    static Result<Schema> compile(const Value &schema);

    /// Every violation, in document order; empty when the value fits.
    std::vector<Violation> validate(const Value &value) const;
    /// `value` with the `default`s of missing properties filled in (top level and nested objects).
    Value withDefaults(Value value) const;
    /// Top-level properties marked `writeOnly: true`: secrets that are never stored or shown.
    const std::vector<std::string> &secretProperties() const;
    const Value &source() const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace batuta::json
