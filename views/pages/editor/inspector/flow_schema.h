// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"
#include "engine/json/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::views {

/// What a field of a flow file holds, and so which control edits it.
enum class FieldType {
    Text,      ///< one line, as it is
    Lines,     ///< several lines, as they are
    Template,  ///< a text with ${{ }}
    Condition, ///< one expression; ${{ }} may be left out
    Integer,
    Number,
    Duration,
    Size,
    Boolean,
    Choice,  ///< one of `choices`
    Texts,   ///< a list of scalars
    Map,     ///< any key, each with a text
    Section, ///< a mapping whose keys are `fields`
    Named,   ///< any name, each with a mapping of `fields`
    Records, ///< a list of mappings of `fields`
    Free,    ///< any value
};

/// One key of the format, as resources/schema/flow.schema.json has it. Immutable.
struct FieldModel
{
    std::string key;
    std::string definition; ///< of its mapping: `http`, `retry`; empty for other types
    FieldType type = FieldType::Free;
    bool isRequired = false;
    bool isSupported = true;      ///< false: known to the format, refused by this version
    bool isTemplateItems = false; ///< Texts, Map: what they hold may have ${{ }}
    bool isMapping = false;       ///< Free: it must be a mapping
    std::vector<std::string> choices;
    std::optional<double> least, most;
    std::string pattern;
    std::string description;
    std::string example;
    json::Value fallback; ///< what holds without it; null when nothing does
    std::string shortKey; ///< Section: a scalar in its place is the value of this key
    std::vector<FieldModel> fields;

    const FieldModel *find(std::string_view name) const;
};

/// The format of flow files as the controls of a form need it. Immutable; any thread.
class FlowSchema
{
public:
    /// Of the schema that ships with the program.
    static const FlowSchema &shipped();
    explicit FlowSchema(const json::Value &schema);

    const FieldModel &flow() const { return m_flow; }
    const FieldModel &step() const { return m_step; }
    /// The keys of a step that say what it does, in the order of the format.
    const std::vector<std::string> &kinds() const { return m_kinds; }
    bool isKind(std::string_view key) const;

    /// The deepest field on the way to a place of the file, and how many parts of the path lead to it; null
    /// when already its first part is unknown.
    struct Found
    {
        const FieldModel *field = nullptr;
        std::size_t depth = 0;
    };
    Found find(const edit::FieldPath &path) const;

    /// The least that a new mapping of this kind needs, filled with defaults.
    json::Value skeleton(const FieldModel &field) const;

private:
    FieldModel m_flow;
    FieldModel m_step;
    std::vector<std::string> m_kinds;
};

} // namespace batuta::views
