// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/schema.h"

#include <map>
#include <string>
#include <string_view>

namespace batuta::tests {

/// The OpenAPI document as a judge of answers: which operation a request belongs to, and whether status and
/// body are what the document promises.
class Contract
{
public:
    Contract();

    const json::Value &document() const { return m_document; }
    /// What an answer breaks; "" when it keeps the contract. An address or method that the document does not
    /// have must be answered 404 or 405, with the error body.
    std::string breach(std::string_view method, std::string_view path, int status, const std::string &body);
    /// What a value breaks of a schema of the document, given as a schema object.
    std::string breach(const json::Value &schema, const json::Value &value);
    /// The object that a reference names, or the value itself.
    const json::Value &resolved(const json::Value &value) const;

private:
    const json::Value *operation(std::string_view method, std::string_view path) const;

    json::Value m_document;
    std::map<std::string, json::Schema> m_compiled;
};

} // namespace batuta::tests
