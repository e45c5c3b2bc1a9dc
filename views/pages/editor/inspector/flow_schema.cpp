// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/flow_schema.h"

#include "engine/json/json.h"

#include <algorithm>
#include <map>

namespace batuta::resources {
extern const std::string_view flow_schema;
} // namespace batuta::resources

namespace batuta::views {
namespace {

/// Where the schema says less than a control needs to know.
std::optional<FieldType> special(const std::string &place)
{
    static const std::map<std::string, FieldType> types{
        {".description", FieldType::Lines},   {"jq.program", FieldType::Lines},
        {"wait.for", FieldType::Template},    {"wait.until", FieldType::Template},
        {"skip.reason", FieldType::Template},
    };
    const auto found = types.find(place);
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

/// Reads the schema into field models.
class Reader
{
public:
    explicit Reader(const json::Value &schema)
        : m_definitions(schema["definitions"])
    {
    }

    /// All keys of a mapping; `definition` is its name, or "" for the whole file.
    std::vector<FieldModel> fieldsOf(const json::Value &mapping, const std::string &definition) const
    {
        std::vector<FieldModel> fields;
        for (const auto &[key, rules] : mapping["properties"].asObject()) {
            FieldModel field = read(key, rules);
            if (const auto type = special(definition + "." + key))
                field.type = *type;
            for (const json::Value &name : mapping["required"].asArray())
                field.isRequired = field.isRequired || name.asString() == key;
            fields.push_back(std::move(field));
        }
        return fields;
    }

    const json::Value &definition(const std::string &name) const { return m_definitions[name]; }

private:
    static std::string referenced(const json::Value &rules)
    {
        const std::string &reference = rules["$ref"].asString();
        return reference.substr(reference.rfind('/') + 1);
    }

    FieldModel read(const std::string &key, const json::Value &rules) const
    {
        FieldModel field;
        field.key = key;
        if (!rules["anyOf"].asArray().empty()) { // a text, or a mapping that says more
            const std::string name = referenced(rules["anyOf"].at(1));
            describe(field, m_definitions[name], name);
            field.shortKey = m_definitions[name]["required"].at(0).asString();
        } else if (const std::string name = referenced(rules); !name.empty()) {
            describe(field, m_definitions[name], name);
        }
        if (rules["$ref"].isNull() && rules["anyOf"].isNull())
            describe(field, rules, {});
        if (!rules["description"].asString().empty())
            field.description = rules["description"].asString();
        if (!rules["default"].isNull())
            field.fallback = rules["default"];
        return field;
    }

    void describe(FieldModel &field, const json::Value &rules, const std::string &name) const
    {
        field.description = rules["description"].asString();
        field.fallback = rules["default"];
        field.pattern = rules["pattern"].asString();
        field.example = rules["examples"].at(0).asString();
        field.isSupported = name != "later";
        for (const json::Value &choice : rules["enum"].asArray())
            field.choices.push_back(choice.asString());
        if (rules["minimum"].isNumber())
            field.least = rules["minimum"].asDouble();
        if (rules["maximum"].isNumber())
            field.most = rules["maximum"].asDouble();
        field.type = typeOf(rules, name);
        if (field.type == FieldType::Section) {
            field.definition = name;
            field.fields = fieldsOf(rules, name);
            if (rules["type"].isArray())
                field.shortKey = rules["required"].at(0).asString();
        } else if (field.type == FieldType::Named || field.type == FieldType::Records) {
            const json::Value &item =
                rules[field.type == FieldType::Named ? "additionalProperties" : "items"];
            field.definition = referenced(item);
            if (field.definition != "step") // the steps have forms of their own
                field.fields = fieldsOf(m_definitions[field.definition], field.definition);
        } else if (field.type == FieldType::Map || field.type == FieldType::Texts) {
            const json::Value &item = rules[field.type == FieldType::Map ? "additionalProperties" : "items"];
            field.isTemplateItems = referenced(item) == "template";
            for (const json::Value &choice : item["anyOf"].at(0)["enum"].asArray())
                field.choices.push_back(choice.asString());
        }
        field.isMapping = rules["type"] == json::Value("object");
    }

    FieldType typeOf(const json::Value &rules, const std::string &name) const
    {
        static const std::map<std::string, FieldType> named{{"duration", FieldType::Duration},
                                                            {"template", FieldType::Template},
                                                            {"condition", FieldType::Condition},
                                                            {"name", FieldType::Text}};
        if (const auto known = named.find(name); known != named.end())
            return known->second;
        if (!rules["enum"].asArray().empty())
            return FieldType::Choice;
        if (!rules["properties"].asObject().empty())
            return FieldType::Section;
        const std::string &type = rules["type"].asString();
        if (type == "integer")
            return FieldType::Integer;
        if (type == "number")
            return FieldType::Number;
        if (type == "boolean")
            return FieldType::Boolean;
        if (type == "string")
            return FieldType::Text;
        if (!rules["const"].isNull())
            return FieldType::Integer;
        if (rules["pattern"].asString().find("KiB") != std::string::npos)
            return FieldType::Size;
        if (type == "array")
            return m_definitions[referenced(rules["items"])]["properties"].isNull() ? FieldType::Texts
                                                                                    : FieldType::Records;
        const json::Value &any = rules["additionalProperties"];
        if (type == "object" && any.isObject())
            return m_definitions[referenced(any)]["properties"].isNull() ? FieldType::Map : FieldType::Named;
        return FieldType::Free;
    }

    const json::Value &m_definitions;
};

json::Value valueOfNew(const FieldModel &field)
{
    if (!field.fallback.isNull())
        return field.fallback;
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Number:
        return field.key == "attempts" ? json::Value(3)
               : field.key == "limit"  ? json::Value(10)
                                       : json::Value(1);
    case FieldType::Texts:
        return json::Array{json::Value("")};
    case FieldType::Map:
    case FieldType::Named:
    case FieldType::Section:
        return json::Object{};
    case FieldType::Records:
        return json::Array{};
    default:
        return field.choices.empty() ? json::Value("") : json::Value(field.choices.front());
    }
}

} // namespace

const FieldModel *FieldModel::find(std::string_view name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldModel &field) { return field.key == name; });
    return found == fields.end() ? nullptr : &*found;
}

const FlowSchema &FlowSchema::shipped()
{
    static const FlowSchema schema = [] {
        const Result<json::Value> value = json::parse(resources::flow_schema);
        return FlowSchema(value ? *value : json::Value());
    }();
    return schema;
}

FlowSchema::FlowSchema(const json::Value &schema)
{
    const Reader reader(schema);
    m_flow.type = m_step.type = FieldType::Section;
    m_flow.definition = "flow";
    m_flow.fields = reader.fieldsOf(schema, {});
    m_step.definition = "step";
    m_step.fields = reader.fieldsOf(reader.definition("step"), "step");
    for (const json::Value &one : reader.definition("step")["oneOf"].asArray())
        m_kinds.push_back(one["required"].at(0).asString());
    for (const FieldModel &field : m_step.fields)
        if (!field.isSupported)
            m_kinds.push_back(field.key);
}

bool FlowSchema::isKind(std::string_view key) const
{
    return std::find(m_kinds.begin(), m_kinds.end(), key) != m_kinds.end();
}

FlowSchema::Found FlowSchema::find(const edit::FieldPath &path) const
{
    Found found;
    const FieldModel *in = &m_flow;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const FieldModel *next = in->find(path[at]);
        if (!next)
            return found;
        found = {next, at + 1};
        if (next->type == FieldType::Named || next->type == FieldType::Records) {
            if (at + 1 == path.size())
                return found;
            found.depth = ++at + 1; // the name, or the position
            in = next->definition == "step" ? &m_step : next;
            if (at + 1 == path.size())
                found.field = in;
        } else if (next->type == FieldType::Section) {
            in = next;
        } else {
            return found;
        }
    }
    return found;
}

json::Value FlowSchema::skeleton(const FieldModel &field) const
{
    if (field.key == "wait")
        return json::Object{{"for", "5s"}};
    if (field.key == "check")
        return json::Object{{"gate", json::Object{{"if", "true"}}}};
    if (field.key == "items")
        return json::Value("");
    if (field.definition == "breaker")
        return json::Object{{"failures", 5}, {"open", "60s"}};
    if (field.key == "compensate")
        return json::Object{{"http", skeleton(*m_step.find("http"))}};
    if (field.type != FieldType::Section)
        return field.isMapping ? json::Value(json::Object{}) : valueOfNew(field);
    json::Object members;
    for (const FieldModel &member : field.fields)
        if (member.isRequired)
            members.set(member.key, valueOfNew(member));
    return members;
}

} // namespace batuta::views
