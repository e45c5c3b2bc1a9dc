// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/request.h"

#include <algorithm>

namespace batuta::sandbox {
namespace {

struct Field
{
    std::string_view name;
    std::string Request::*member;
    bool required = false;
    std::size_t longest = 200;
};

std::vector<Field> fieldsOf(const Endpoint &endpoint)
{
    if (endpoint.kind == FunctionKind::CreateEmbeddings)
        return {{"sessionId", &Request::sessionId, true}};
    std::vector<Field> fields{{"user_id", &Request::userId, true}};
    if (endpoint.isVacancy()) {
        fields.push_back({"vacancy_id", &Request::vacancyId});
        fields.push_back({"vacancy_name", &Request::vacancyName});
        fields.push_back({"vacancy_description", &Request::vacancyDescription, false, 20000});
    } else if (endpoint.isProfession()) {
        fields.push_back({"position_id", &Request::positionId});
        fields.push_back({"career_name", &Request::careerName});
        fields.push_back({"position_name", &Request::positionName});
    }
    return fields;
}

Error problem(const Field &field, std::string detail, std::string mend)
{
    return Error{ErrorCode::HttpBadRequest, std::string(field.name), std::move(detail), {}, std::move(mend)};
}

std::string_view typeName(const json::Value &value)
{
    switch (value.type()) {
    case json::Value::Type::Null:
        return "null";
    case json::Value::Type::Boolean:
        return "a boolean";
    case json::Value::Type::Integer:
    case json::Value::Type::Double:
        return "a number";
    case json::Value::Type::String:
        return "a string";
    case json::Value::Type::Array:
        return "a list";
    case json::Value::Type::Object:
        return "an object";
    }
    return "";
}

Status readField(const Field &field, const json::Object &payload, Request &request)
{
    const std::string example = "Send {\"" + std::string(field.name) + "\": \"<text>\"}.";
    const json::Value *value = payload.find(field.name);
    if (value == nullptr) {
        if (field.required)
            return problem(field, "the field is missing", example);
        return {};
    }
    if (!value->isString())
        return problem(field, "a string is needed, this is " + std::string(typeName(*value)),
                       field.required ? example : "Send a string, or leave the field out.");
    if (value->asString().empty() && field.required)
        return problem(field, "the text is empty", example);
    if (value->asString().size() > field.longest)
        return problem(field, "longer than " + std::to_string(field.longest) + " bytes",
                       "Send a shorter text.");
    request.*(field.member) = value->asString();
    return {};
}

} // namespace

Result<Request> readRequest(const Endpoint &endpoint, const json::Value &payload)
{
    if (!payload.isObject())
        return Error{ErrorCode::HttpBadRequest,
                     std::string(endpoint.function),
                     "the body is " + std::string(typeName(payload)),
                     {},
                     "Send a JSON object."};
    Request request;
    const std::vector<Field> fields = fieldsOf(endpoint);
    for (const Field &field : fields)
        if (Status status = readField(field, payload.asObject(), request); !status)
            return status.error();
    constexpr std::size_t kMostIgnored = 20;
    for (const auto &[name, value] : payload.asObject()) {
        const bool isKnown = std::any_of(fields.begin(), fields.end(),
                                         [&n = name](const Field &field) { return field.name == n; });
        if (!isKnown && request.ignored.size() < kMostIgnored)
            request.ignored.push_back(name);
    }
    return request;
}

} // namespace batuta::sandbox
