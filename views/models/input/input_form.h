// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/input/input_field.h"
#include "views/models/input/input_problem.h"
#include "views/models/input/secret_rules.h"

#include <QObject>
#include <QUndoStack>

#include <map>

namespace batuta::views {

/// The input of a flow while a person fills it: fields made from its JSON Schema, their values, what is wrong
/// with them, and undo. A field that is left empty is absent from the input, not "". Members that the schema
/// does not name are kept, as the "other keys". The same input can be read and written as JSON text; secrets
/// stand there as `***`. Lives on the window's thread.
class InputForm final : public QObject
{
    Q_OBJECT

public:
    /// The field that holds the other keys: an object. No property of the schema has this name.
    static constexpr std::string_view kOthers = "";

    explicit InputForm(QObject *parent = nullptr);

    /// Starts anew: no values, nothing to undo. A schema that cannot be compiled checks nothing.
    void setSchema(const json::Value &schema);
    const json::Value &schema() const { return m_source; }
    const std::vector<InputField> &fields() const { return m_fields; }
    const InputField *field(std::string_view name) const;
    const SecretRules &secrets() const { return m_secrets; }

    /// Null when the field is absent, or holds text that is no value yet.
    const json::Value *value(std::string_view name) const;
    /// What an editor shows: the value as text, or the text as it was typed. "" for absent and null.
    QString text(std::string_view name) const;
    bool isNull(std::string_view name) const;
    /// All of it: fields in the order of the schema, then the other keys.
    json::Value input() const;

    // Each of these is one step of undo. Text that is typed into one field, one key after the other, is one
    // step too. Nothing happens when the value is the same.
    void setText(std::string_view name, const QString &text);
    void setValue(std::string_view name, const json::Value &value);
    void clearField(std::string_view name);
    /// Replaces everything but secrets that were typed and that it has not. Secrets that read `***` are left
    /// out; the number of them comes back.
    int fill(const json::Value &input);
    void clearAll();

    /// Indented, with secrets masked; or the text as it was typed when it is no object yet.
    QString jsonText() const;
    void setJsonText(const QString &text);

    /// In the order of the fields; empty when it can be run.
    const std::vector<InputProblem> &problems() const { return m_problems; }
    /// The first one of a field; null when there is none.
    const InputProblem *problem(std::string_view field) const;
    /// The first required field that has no value; "" when there is none.
    std::string firstMissing() const;

    QUndoStack &undoStack() { return m_undo; }

signals:
    void schemaChanged();
    /// Some value or problem is another one.
    void changed();

private:
    struct Entry
    {
        std::optional<json::Value> value;
        QString raw; ///< typed text that is no value
        bool operator==(const Entry &) const = default;
    };
    struct State
    {
        std::map<std::string, Entry, std::less<>> entries;
        QString json; ///< typed JSON that is no object
        bool operator==(const State &) const = default;
    };
    class Change;

    void apply(const State &state);
    void push(State after, int mergeId);
    void pushEntry(std::string_view name, Entry entry, bool isTyping);
    Entry entryOf(std::string_view name, const QString &text) const;
    State stateOf(const json::Value &input) const;
    void check();

    json::Value m_source;
    std::optional<json::Schema> m_schema;
    SecretRules m_secrets;
    std::vector<InputField> m_fields;
    State m_state;
    std::vector<InputProblem> m_problems;
    QUndoStack m_undo;
};

} // namespace batuta::views
