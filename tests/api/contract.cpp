// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/api/contract.h"

#include "engine/api/router.h"
#include "engine/json/json.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace batuta::tests {
namespace {

json::Value readDocument()
{
    std::ifstream file(BATUTA_SOURCE_DIR "/resources/api/openapi.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto document = json::parse(text);
    if (!document)
        throw std::runtime_error(errorText(document.error()));
    return *document;
}

} // namespace

Contract::Contract()
    : m_document(readDocument())
{
}

const json::Value &Contract::resolved(const json::Value &value) const
{
    const std::string &reference = value["$ref"].asString();
    if (!reference.starts_with("#/"))
        return value;
    const json::Value *target = json::pointer(m_document, reference.substr(1));
    if (!target)
        throw std::runtime_error("nothing at " + reference);
    return *target;
}

const json::Value *Contract::operation(std::string_view method, std::string_view path) const
{
    const api::Match found = api::match(method, path);
    if (!found.route)
        return nullptr;
    const json::Value &operations = m_document["paths"][found.route->path];
    return operations.asObject().find(found.route->method == "GET" ? "get" : "post");
}

std::string Contract::breach(const json::Value &schema, const json::Value &value)
{
    const std::string key = json::write(schema);
    auto known = m_compiled.find(key);
    if (known == m_compiled.end()) {
        json::Object whole{{"allOf", json::Array{schema}}, {"components", m_document["components"]}};
        auto compiled = json::Schema::compile(json::Value(std::move(whole)));
        if (!compiled)
            return errorText(compiled.error());
        known = m_compiled.emplace(key, std::move(*compiled)).first;
    }
    std::string text;
    for (const json::Violation &violation : known->second.validate(value))
        text += violation.pointer + " " + violation.message + "; ";
    return text;
}

std::string Contract::breach(std::string_view method, std::string_view path, int status,
                             const std::string &body)
{
    const std::string where =
        std::string(method) + " " + std::string(path) + " " + std::to_string(status) + ": ";
    const json::Value *described = operation(method, path);
    const json::Object error{{"$ref", "#/components/schemas/Error"}};
    if (!described) {
        const auto value = json::parse(body);
        if (status < 400 || !value)
            return where + "is not in the document";
        const std::string wrong = breach(json::Value(error), *value);
        return wrong.empty() ? "" : where + wrong;
    }
    const json::Value *response = (*described)["responses"].asObject().find(std::to_string(status));
    if (!response)
        return where + "the document does not know this status";
    const json::Value &content = resolved(*response)["content"]["application/json"];
    if (content.isNull())
        return {};
    const auto value = json::parse(body);
    if (!value)
        return where + errorText(value.error());
    const std::string wrong = breach(content["schema"], *value);
    return wrong.empty() ? "" : where + wrong + body;
}

} // namespace batuta::tests
