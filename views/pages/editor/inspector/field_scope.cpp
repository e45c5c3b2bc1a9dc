// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/field_scope.h"

#include "views/pages/editor/inspector/flow_schema.h"
#include "views/pages/editor/inspector/step_list.h"

#include <algorithm>
#include <sstream>

namespace batuta::views {
namespace {

edit::FieldPath joined(const edit::FieldPath &base, const edit::FieldPath &field)
{
    edit::FieldPath path = base;
    path.insert(path.end(), field.begin(), field.end());
    return path;
}

edit::FieldPath parentOf(edit::FieldPath path)
{
    path.pop_back();
    return path;
}

bool beginsWith(const edit::FieldPath &path, const edit::FieldPath &start)
{
    return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

QString keyOf(const edit::FieldPath &path)
{
    QString key = QStringLiteral("inspector");
    for (const std::string &part : path)
        key += '/' + QString::fromStdString(part);
    return key;
}

/// A mapping that may be written as the scalar of one of its keys.
const FieldModel *shortForm(const edit::FieldPath &path)
{
    const FlowSchema::Found found = FlowSchema::shipped().find(path);
    return found.depth == path.size() && found.field && !found.field->shortKey.empty() ? found.field
                                                                                       : nullptr;
}

/// Whether the value at the path is written as the scalar of its short form.
const FieldModel *writtenShort(const edit::FlowText &text, const edit::FieldPath &path)
{
    const FieldModel *field = shortForm(path);
    const std::optional<json::Value> value = field ? text.valueAt(path) : std::nullopt;
    return value && !value->isObject() && !value->isArray() && !value->isNull() ? field : nullptr;
}

/// Lines below the first lose the blanks that the place in the file gave them.
std::string dedented(const std::string &raw, std::size_t column)
{
    const bool isBlock = !raw.empty() && (raw[0] == '|' || raw[0] == '>');
    std::istringstream lines(raw);
    std::string line, out;
    std::size_t least = std::string::npos;
    for (bool first = true; std::getline(lines, line); first = false)
        if (const std::size_t blanks = line.find_first_not_of(' '); !first && blanks != std::string::npos)
            least = std::min(least, blanks);
    const std::size_t lost = isBlock ? (least == std::string::npos ? 0 : least) : std::min(least, column);
    lines.clear();
    lines.seekg(0);
    for (bool first = true; std::getline(lines, line); first = false) {
        if (!first)
            out += '\n' + std::string(isBlock && !line.empty() ? 2 : 0, ' ') +
                   line.substr(std::min(lost, line.size()));
        else
            out = line;
    }
    return out;
}

} // namespace

FieldScope::FieldScope(FlowDocument &document, RecordedRun &run, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run)
{
    connect(&document, &FlowDocument::problemsChanged, this, &FieldScope::problemsChanged);
}

void FieldScope::setBases(std::vector<edit::FieldPath> bases)
{
    if (bases != m_bases)
        m_origin.reset();
    m_bases = std::move(bases);
    emit changed();
}

void FieldScope::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    emit changed();
}

void FieldScope::setSurroundings(edit::Surroundings surroundings)
{
    m_surroundings = std::move(surroundings);
    emit problemsChanged();
}

bool FieldScope::canEdit() const
{
    return !m_readOnly && m_document.flowText();
}

/// Where a field really stands: the value of a short form stands in place of its mapping.
edit::FieldPath FieldScope::placed(const edit::FlowText &text, const edit::FieldPath &base,
                                   const edit::FieldPath &field)
{
    const edit::FieldPath whole = joined(base, field);
    if (field.size() < 2)
        return whole;
    const edit::FieldPath parent = parentOf(whole);
    const FieldModel *form = writtenShort(text, parent);
    return form && form->shortKey == whole.back() ? parent : whole;
}

std::optional<json::Value> FieldScope::value(const edit::FieldPath &field) const
{
    const edit::FlowText *text = m_document.flowText();
    return text && !m_bases.empty() ? text->valueAt(placed(*text, m_bases.front(), field)) : std::nullopt;
}

bool FieldScope::isMixed(const edit::FieldPath &field) const
{
    const edit::FlowText *text = m_document.flowText();
    if (!text || m_bases.size() < 2)
        return false;
    const std::optional<json::Value> first = value(field);
    return std::any_of(m_bases.begin() + 1, m_bases.end(), [&](const edit::FieldPath &base) {
        return text->valueAt(placed(*text, base, field)) != first;
    });
}

std::string FieldScope::yaml(const edit::FieldPath &field) const
{
    const edit::FlowText *text = m_document.flowText();
    if (!text || m_bases.empty())
        return {};
    const edit::FieldPath path = placed(*text, m_bases.front(), field);
    const std::optional<edit::Range> range = text->valueRange(path);
    const std::optional<std::string> raw = text->rawAt(path);
    if (!range || !raw)
        return {};
    return dedented(*raw, static_cast<std::size_t>(edit::lineColumn(text->text(), range->from).column - 1));
}

std::vector<std::string> FieldScope::keysOf(const edit::FieldPath &field) const
{
    const json::Value now = value(field).value_or(json::Value());
    std::vector<std::string> keys;
    for (const auto &[key, member] : now.asObject())
        keys.push_back(key);
    for (std::size_t i = 0; i < now.asArray().size(); ++i)
        keys.push_back(std::to_string(i));
    return keys;
}

/// The same change in all of the bases.
Result<edit::TextEdits> FieldScope::madeOf(const edit::FlowText &text, const Make &make)
{
    edit::TextEdits all;
    for (const edit::FieldPath &base : m_bases) {
        const Result<edit::TextEdits> edits = make(text, base);
        if (!edits)
            return edits.error();
        all.insert(all.end(), edits->begin(), edits->end());
    }
    std::stable_sort(all.begin(), all.end(), [](const edit::TextEdit &a, const edit::TextEdit &b) {
        return a.range.from < b.range.from;
    });
    return all;
}

batuta::Status FieldScope::change(const QString &name, const edit::FieldPath &field, const Make &make, By by)
{
    if (!canEdit() || m_bases.empty())
        return Error{
            ErrorCode::UsageInvalid, m_document.file(), "the text cannot be changed here now", {}, {}};
    const bool goesOn = by != By::Choice && m_origin && m_origin->field == field &&
                        m_origin->revision == m_document.revision();
    const edit::FlowText from = goesOn ? m_origin->text : *m_document.flowText();
    const Result<edit::TextEdits> made = madeOf(from, make);
    if (!made) {
        if (by != By::Told)
            emit refused(made.error());
        return made.error();
    }
    const edit::TextEdits edits =
        goesOn ? edit::difference(m_document.text(), edit::applied(from.text(), *made)) : *made;
    if (!edits.empty())
        m_document.change(name, edits, by != By::Choice ? keyOf(joined(m_bases.front(), field)) : QString());
    m_origin = Origin{field, from, m_document.revision()};
    return {};
}

/// A key beside the one that a scalar stands for makes the scalar a mapping.
Result<edit::TextEdits> FieldScope::setIn(const edit::FlowText &text, const edit::FieldPath &whole,
                                          const json::Value &value) const
{
    if (whole.size() >= 2) {
        const edit::FieldPath parent = parentOf(whole);
        if (const FieldModel *form = writtenShort(text, parent)) {
            if (form->shortKey == whole.back())
                return text.setValue(parent, value);
            const json::Value scalar = text.valueAt(parent).value_or(json::Value());
            json::Object members{{form->shortKey, scalar}};
            members.set(whole.back(), value);
            return text.setValue(parent, members);
        }
    }
    return text.setValue(whole, value);
}

void FieldScope::set(const QString &name, const edit::FieldPath &field, const json::Value &value, By by)
{
    (void)change(
        name, field,
        [&](const edit::FlowText &text, const edit::FieldPath &base) {
            if (text.valueAt(placed(text, base, field)) == value)
                return Result<edit::TextEdits>(edit::TextEdits());
            return setIn(text, joined(base, field), value);
        },
        by);
}

batuta::Status FieldScope::setYaml(const QString &name, const edit::FieldPath &field, const std::string &yaml)
{
    return change(
        name, field,
        [&](const edit::FlowText &text, const edit::FieldPath &base) {
            return text.setRaw(placed(text, base, field), yaml);
        },
        By::Told);
}

bool FieldScope::staysWhenEmpty(const edit::FieldPath &field) const
{
    if (field.empty())
        return true;
    return FlowSchema::shipped().isKind(field.back()) || field.back() == "breaker";
}

void FieldScope::remove(const QString &name, const edit::FieldPath &field, By by)
{
    const edit::FieldPath parent = parentOf(field);
    (void)change(
        name, field,
        [&](const edit::FlowText &text, const edit::FieldPath &base) {
            const edit::FieldPath whole = placed(text, base, field);
            const json::Value around = text.valueAt(joined(base, parent)).value_or(json::Value());
            if (!text.valueAt(whole))
                return Result<edit::TextEdits>(edit::TextEdits());
            if (staysWhenEmpty(parent) && !parent.empty() && around.asObject().size() == 1)
                return text.setRaw(joined(base, parent), "{}");
            return text.removeField(whole);
        },
        by);
}

void FieldScope::renameKey(const QString &name, const edit::FieldPath &field, const std::string &to)
{
    (void)change(
        name, field,
        [&](const edit::FlowText &text, const edit::FieldPath &base) {
            return text.renameKey(joined(base, field), to);
        },
        By::Choice);
}

void FieldScope::append(const QString &name, const edit::FieldPath &list, const json::Value &value)
{
    (void)change(
        name, list,
        [&](const edit::FlowText &text, const edit::FieldPath &base) {
            const edit::FieldPath whole = joined(base, list);
            const std::optional<json::Value> now = text.valueAt(whole);
            return now && now->isArray() && !now->asArray().empty()
                       ? text.appendItem(whole, value)
                       : text.setValue(whole, json::Array{value});
        },
        By::Choice);
}

/// The kind in place of the one that is there, with the keys that both know.
Result<edit::TextEdits> FieldScope::kindIn(const edit::FlowText &text, const edit::FieldPath &step,
                                           const std::string &kind)
{
    const FlowSchema &schema = FlowSchema::shipped();
    const json::Value now = text.valueAt(step).value_or(json::Value());
    const FieldModel &field = *schema.step().find(kind);
    json::Value fresh = schema.skeleton(field);
    const auto &members = now.asObject();
    const auto old = std::find_if(members.begin(), members.end(),
                                  [&](const auto &member) { return schema.isKind(member.first); });
    if (old == members.end())
        return text.setValue(joined(step, {kind}), fresh);
    const FieldModel *was = schema.step().find(old->first);
    for (const auto &[key, value] : old->second.asObject())
        if (was && was->find(key) && field.find(key) && was->find(key)->type == field.find(key)->type)
            fresh.object().set(key, value);
    const edit::FieldPath at = joined(step, {old->first});
    Result<edit::TextEdits> renamed = text.renameKey(at, kind);
    const Result<edit::TextEdits> filled = text.setValue(at, fresh);
    if (!renamed || !filled)
        return renamed ? filled : renamed;
    renamed->insert(renamed->end(), filled->begin(), filled->end());
    return renamed;
}

void FieldScope::setKind(const QString &name, const edit::FieldPath &step, const std::string &kind)
{
    (void)change(
        name, step,
        [&](const edit::FlowText &text, const edit::FieldPath &base) {
            return kindIn(text, joined(base, step), kind);
        },
        By::Choice);
}

batuta::Status FieldScope::renameStep(const QString &name, const std::string &to)
{
    const std::string from = m_bases.front().back();
    const batuta::Status done = change(
        name, {},
        [&](const edit::FlowText &text, const edit::FieldPath &) { return text.renameStep(from, to); },
        By::Choice);
    if (done)
        m_document.select({to});
    return done;
}

bool FieldScope::isAtEnd() const
{
    return !m_bases.empty() && !m_bases.front().empty() && m_bases.front().front() == "finally";
}

batuta::Status FieldScope::setAtEnd(const QString &name, bool atEnd)
{
    const std::string step = m_bases.front().back();
    const edit::StepList list = atEnd ? edit::StepList::Finally : edit::StepList::Steps;
    return change(
        name, {},
        [&](const edit::FlowText &text, const edit::FieldPath &) { return moveToList(text, step, list); },
        By::Choice);
}

edit::FieldPath FieldScope::pathOf(const edit::Problem &problem) const
{
    const edit::FlowText *text = m_document.flowText();
    if (text && problem.range.size() > 0 && !m_document.isChecking())
        return text->pathAt(problem.range.from);
    edit::FieldPath path;
    std::istringstream parts(problem.subject);
    for (std::string part; std::getline(parts, part, '.');)
        path.push_back(part);
    return path;
}

std::vector<const edit::Problem *> FieldScope::problemsAt(const edit::FieldPath &field) const
{
    std::vector<const edit::Problem *> found;
    if (m_bases.size() != 1)
        return found;
    const edit::FieldPath whole = joined(m_bases.front(), field);
    const edit::FlowText *text = m_document.flowText();
    const edit::FieldPath place = text ? placed(*text, m_bases.front(), field) : whole;
    // Most problems of a large flow are in other steps: only those in this one are looked up by their place.
    const std::optional<edit::Range> base = text ? text->memberRange(m_bases.front()) : std::nullopt;
    const bool hasPlaces = base && !m_document.isChecking();
    for (const edit::Problem &problem : m_document.problems()) {
        if (hasPlaces && problem.range.size() > 0 && !base->contains(problem.range.from))
            continue;
        const edit::FieldPath path = pathOf(problem);
        if (beginsWith(path, whole) || beginsWith(path, place))
            found.push_back(&problem);
    }
    return found;
}

QString FieldScope::wordsOf(const edit::Problem &problem) const
{
    if (m_words)
        return m_words(problem);
    return QString::fromStdString(problem.detail.empty() ? problem.subject : problem.detail);
}

void FieldScope::fix(const edit::Fix &fix)
{
    if (!m_document.isChecking() && !m_readOnly) // else its places are those of an older text
        m_document.change(QString::fromStdString(fix.title), fix.edits);
}

} // namespace batuta::views
