// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/input_form.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/json/redact.h"

#include <QUndoCommand>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kNoMerge = -1;
constexpr int kMergeJson = 1'000'000;

QString fromText(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool holdsPlainText(FieldKind kind)
{
    return kind == FieldKind::Text || kind == FieldKind::Secret || kind == FieldKind::DateTime ||
           kind == FieldKind::Uri;
}

int countMasks(const json::Value &before, const json::Value &after)
{
    int count = 0;
    for (const auto &[name, member] : before.asObject()) {
        const json::Value *kept = after.asObject().find(name);
        count += kept == nullptr ? 1 : countMasks(member, *kept);
    }
    for (std::size_t i = 0; i < before.asArray().size(); ++i)
        count += countMasks(before.at(i), after.at(i));
    return count;
}

InputProblem syntaxProblem(std::string_view name, std::string words)
{
    const std::string field(name);
    return {field.empty() ? "" : "/" + field, field, InputProblem::Rule::Syntax, std::move(words)};
}

/// Why text of a field is no value.
std::string syntaxWords(const QString &text)
{
    const Result<json::Value> value = json::parse(text.toStdString());
    return value ? std::string() : value.error().detail;
}

} // namespace

/// From one state to another; changes with the same id that follow each other become one.
class InputForm::Change final : public QUndoCommand
{
public:
    Change(InputForm &form, State after, int mergeId)
        : m_form(form)
        , m_before(form.m_state)
        , m_after(std::move(after))
        , m_id(mergeId)
    {
    }

    int id() const override { return m_id; }
    void undo() override { m_form.apply(m_before); }
    void redo() override { m_form.apply(m_after); }
    bool mergeWith(const QUndoCommand *later) override
    {
        m_after = static_cast<const Change *>(later)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    InputForm &m_form;
    State m_before, m_after;
    int m_id;
};

InputForm::InputForm(QObject *parent)
    : QObject(parent)
{
    m_undo.setUndoLimit(200);
}

void InputForm::setSchema(const json::Value &schema)
{
    m_source = schema;
    m_schema.reset();
    if (auto compiled = json::Schema::compile(schema))
        m_schema = std::move(*compiled);
    m_secrets = SecretRules(schema);
    m_fields = inputFields(schema);
    m_state = {};
    m_undo.clear();
    check();
    emit schemaChanged();
    emit changed();
}

const InputField *InputForm::field(std::string_view name) const
{
    const auto found = std::ranges::find(m_fields, name, &InputField::name);
    return found == m_fields.end() ? nullptr : &*found;
}

const json::Value *InputForm::value(std::string_view name) const
{
    const auto found = m_state.entries.find(name);
    return found != m_state.entries.end() && found->second.value ? &*found->second.value : nullptr;
}

bool InputForm::isNull(std::string_view name) const
{
    const json::Value *held = value(name);
    return held != nullptr && held->isNull();
}

QString InputForm::text(std::string_view name) const
{
    const auto found = m_state.entries.find(name);
    if (found == m_state.entries.end())
        return {};
    const Entry &entry = found->second;
    if (!entry.value || entry.value->isNull())
        return entry.raw;
    const InputField *known = field(name);
    if (entry.value->isString() && known != nullptr && known->kind != FieldKind::Json)
        return fromText(entry.value->asString());
    if (known == nullptr || known->kind == FieldKind::Json) {
        // Secrets inside of it are typed once and then never shown.
        const std::string key = name.empty() ? "others" : std::string(name);
        const json::Value masked = name.empty() ? m_secrets.masked(*entry.value)
                                                : m_secrets.masked(json::Object{{key, *entry.value}})[key];
        return fromText(json::writePretty(masked)).trimmed();
    }
    return fromText(json::write(*entry.value));
}

json::Value InputForm::input() const
{
    json::Object members;
    for (const InputField &field : m_fields)
        if (const json::Value *held = value(field.name))
            members.append(field.name, *held);
    if (const json::Value *others = value(kOthers))
        for (const auto &[name, member] : others->asObject())
            if (!members.contains(name))
                members.append(name, member);
    return members;
}

InputForm::Entry InputForm::entryOf(std::string_view name, const QString &text) const
{
    const InputField *known = field(name);
    if (text.isEmpty())
        return {};
    if (known != nullptr && (holdsPlainText(known->kind) || known->kind == FieldKind::Choice))
        return {json::Value(text.toStdString()), {}};
    if (text.trimmed().isEmpty())
        return {};
    const Result<json::Value> parsed = json::parse(text.toStdString());
    const bool wantsNumber =
        known != nullptr && (known->kind == FieldKind::Integer || known->kind == FieldKind::Number);
    if (!parsed || (wantsNumber && !parsed->isNumber()) || (known == nullptr && !parsed->isObject()))
        return {std::nullopt, text};
    if (wantsNumber)
        return {*parsed, {}};
    const json::Value *before = value(name);
    if (name.empty())
        return {m_secrets.restored(*parsed, before != nullptr ? *before : json::Value()), {}};
    const std::string key(name);
    const json::Object whole{{key, before != nullptr ? *before : json::Value()}};
    return {m_secrets.restored(json::Object{{key, *parsed}}, whole)[key], {}};
}

void InputForm::setText(std::string_view name, const QString &text)
{
    if (text != this->text(name))
        pushEntry(name, entryOf(name, text), true);
}

void InputForm::setValue(std::string_view name, const json::Value &value)
{
    pushEntry(name, {value, {}}, false);
}

void InputForm::clearField(std::string_view name)
{
    pushEntry(name, {}, false);
}

void InputForm::pushEntry(std::string_view name, Entry entry, bool isTyping)
{
    State after = m_state;
    after.json.clear();
    if (entry == Entry())
        after.entries.erase(std::string(name));
    else
        after.entries[std::string(name)] = std::move(entry);
    const auto position = std::ranges::find(m_fields, name, &InputField::name) - m_fields.begin();
    push(std::move(after), isTyping ? static_cast<int>(position) : kNoMerge);
}

void InputForm::push(State after, int mergeId)
{
    if (!(after == m_state))
        m_undo.push(new Change(*this, std::move(after), mergeId)); // the stack owns it
}

void InputForm::apply(const State &state)
{
    m_state = state;
    check();
    emit changed();
}

InputForm::State InputForm::stateOf(const json::Value &input) const
{
    State state;
    json::Object others;
    for (const auto &[name, member] : input.asObject()) {
        if (field(name) != nullptr)
            state.entries[name] = {member, {}};
        else
            others.set(name, member);
    }
    if (!others.empty())
        state.entries[std::string(kOthers)] = {json::Value(std::move(others)), {}};
    return state;
}

int InputForm::fill(const json::Value &input)
{
    const json::Value known = m_secrets.restored(input, {});
    State after = stateOf(known);
    for (const InputField &field : m_fields)
        if (const auto typed = m_state.entries.find(field.name);
            field.isSecret && typed != m_state.entries.end())
            after.entries.insert(*typed);
    push(std::move(after), kNoMerge);
    return countMasks(input, known);
}

void InputForm::clearAll()
{
    push({}, kNoMerge);
}

QString InputForm::jsonText() const
{
    return m_state.json.isEmpty() ? fromText(json::writePretty(m_secrets.masked(input()))).trimmed()
                                  : m_state.json;
}

void InputForm::setJsonText(const QString &text)
{
    const Result<json::Value> parsed = json::parse(text.toStdString());
    if (parsed && parsed->isObject())
        return push(stateOf(m_secrets.restored(*parsed, input())), kMergeJson);
    if (text.trimmed().isEmpty())
        return push({}, kMergeJson);
    State after = m_state;
    after.json = text;
    push(std::move(after), kMergeJson);
}

const InputProblem *InputForm::problem(std::string_view field) const
{
    const auto found = std::ranges::find(m_problems, field, &InputProblem::field);
    return found == m_problems.end() ? nullptr : &*found;
}

std::string InputForm::firstMissing() const
{
    for (const InputField &field : m_fields)
        if (field.isRequired && !m_state.entries.contains(field.name))
            return field.name;
    return {};
}

void InputForm::check()
{
    m_problems.clear();
    if (!m_state.json.isEmpty())
        m_problems.push_back(syntaxProblem({}, syntaxWords(m_state.json)));
    for (const auto &[name, entry] : m_state.entries)
        if (!entry.value)
            m_problems.push_back(syntaxProblem(name, syntaxWords(entry.raw)));
    if (const json::Value *others = value(kOthers))
        for (const auto &[name, member] : others->asObject())
            if (field(name) != nullptr)
                m_problems.push_back({"/" + name, {}, InputProblem::Rule::KnownKey, name});
    if (m_schema)
        for (InputProblem &found : inputProblems(*m_schema, input())) {
            if (field(found.field) == nullptr)
                found.field.clear(); // the editor of the other keys shows it
            if (!found.field.empty() && problem(found.field) != nullptr)
                continue;
            m_problems.push_back(std::move(found));
        }
    const auto place = [this](const InputProblem &of) {
        return std::ranges::find(m_fields, of.field, &InputField::name) - m_fields.begin();
    };
    std::ranges::stable_sort(m_problems, {}, place);
}

} // namespace batuta::views
