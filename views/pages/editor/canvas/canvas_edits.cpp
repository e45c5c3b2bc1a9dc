// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/canvas_edits.h"

#include "views/pages/editor/canvas/step_kinds.h"

#include "engine/flow/yaml_node.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

std::vector<std::string> allSteps(const edit::FlowText &text)
{
    std::vector<std::string> steps = text.steps(edit::StepList::Steps);
    const std::vector<std::string> last = text.steps(edit::StepList::Finally);
    steps.insert(steps.end(), last.begin(), last.end());
    return steps;
}

edit::StepList listOf(const edit::FlowText &text, const std::string &step)
{
    const std::vector<std::string> last = text.steps(edit::StepList::Finally);
    return std::find(last.begin(), last.end(), step) == last.end() ? edit::StepList::Steps
                                                                   : edit::StepList::Finally;
}

edit::FieldPath below(edit::FieldPath path, std::initializer_list<const char *> keys)
{
    path.insert(path.end(), keys.begin(), keys.end());
    return path;
}

using Part = std::function<Result<edit::TextEdits>(const edit::FlowText &)>;

/// Several changes, each of what the one before it made, as edits of the first text.
Result<edit::TextEdits> inTurn(const edit::FlowText &first, const std::vector<Part> &parts)
{
    edit::FlowText text = first;
    for (const Part &part : parts) {
        Result<edit::TextEdits> edits = part(text);
        if (!edits)
            return edits.error();
        Result<edit::FlowText> next = edit::FlowText::read(edit::applied(text.text(), *edits), {});
        if (!next)
            return next.error();
        text = std::move(*next);
    }
    return edit::difference(first.text(), text.text());
}

/// The title's own key, or the one of the window's language when it has several.
edit::FieldPath titlePath(const edit::FlowText &text, const std::string &step)
{
    const edit::FieldPath path = below(text.stepPath(step), {"title"});
    const std::optional<json::Value> title = text.valueAt(path);
    if (!title || !title->isObject())
        return path;
    return below(path, {QLocale().language() == QLocale::Portuguese ? "pt_BR" : "en"});
}

/// Beside the step that it follows when a person has placed that one.
void placeBehind(StepPlaces &places, const std::vector<std::string> &needs, const std::string &id)
{
    constexpr qreal kWay = 192, kDown = 96;
    places.erase(id); // of a step of that name that is gone
    const auto found = needs.empty() ? places.end() : places.find(needs.back());
    if (found == places.end())
        return;
    QPointF place = found->second + QPointF(kWay, 0);
    const auto isTaken = [&] {
        return std::any_of(places.begin(), places.end(), [&](const auto &other) {
            return std::abs(other.second.x() - place.x()) < kWay &&
                   std::abs(other.second.y() - place.y()) < kDown;
        });
    };
    while (isTaken())
        place.ry() += kDown;
    places[id] = place;
}

} // namespace

QString CanvasEdits::whyNot() const
{
    if (m_document.flowText())
        return {};
    return tr("Line %1 keeps the flow from being read").arg(m_document.brokenLine());
}

QString CanvasEdits::whyNotSelection(std::size_t least) const
{
    if (const QString why = whyNot(); !why.isEmpty())
        return why;
    if (m_document.selection().size() >= least)
        return {};
    return least <= 1 ? tr("No step is selected")
                      : tr("Select %n or more steps", nullptr, static_cast<int>(least));
}

std::vector<std::string> CanvasEdits::change(const QString &name, const Part &make, const Place &place)
{
    const edit::FlowText *text = m_document.flowText();
    if (!text) {
        (void)m_document.change(name, make); // it tells why not
        return {};
    }
    const Result<edit::TextEdits> edits = make(*text);
    if (!edits) {
        emit m_document.refused(edits.error());
        return {};
    }
    std::vector<std::string> added;
    if (const auto next = edit::FlowText::read(edit::applied(text->text(), *edits), {}))
        for (const std::string &step : allSteps(*next))
            if (!text->hasStep(step))
                added.push_back(step);
    StepPlaces places = m_document.places();
    if (place)
        place(places, added);
    const bool isMoved = places != m_document.places();
    if (isMoved)
        m_document.undoStack().beginMacro(name);
    (void)m_document.change(name, [&](const edit::FlowText &) { return edits; });
    if (isMoved) {
        m_document.setPlaces(name, std::move(places));
        m_document.undoStack().endMacro();
    }
    if (!added.empty())
        m_document.select(added);
    return added;
}

std::string CanvasEdits::add(const StepKind &kind, std::optional<QPointF> place)
{
    const edit::FlowText *text = m_document.flowText();
    edit::NewStep step;
    if (text) {
        step = {freeStepId(kind, *text), kind.yaml, {}, edit::StepList::Steps, {}};
        const std::vector<std::string> &selected = m_document.selection();
        if (!place && !selected.empty()) {
            step.list = listOf(*text, selected.back());
            step.after = selected.back();
            for (const std::string &need : selected)
                if (listOf(*text, need) == step.list)
                    step.needs.push_back(need);
        }
    }
    const std::vector<std::string> added = change(
        tr("Add %1").arg(kind.name), [&](const edit::FlowText &now) { return now.addStep(step); },
        [&](StepPlaces &places, const std::vector<std::string> &) {
            placeBehind(places, step.needs, step.id);
            if (place)
                places[step.id] = *place;
        });
    return added.empty() ? std::string() : added.front();
}

std::string CanvasEdits::addBetween(const StepKind &kind, const EdgeEnds &edge)
{
    const edit::FlowText *text = m_document.flowText();
    const std::string id = text ? freeStepId(kind, *text) : kind.id;
    const std::vector<std::string> added = change(
        tr("Insert %1").arg(kind.name),
        [&](const edit::FlowText &now) {
            const edit::NewStep step{id, kind.yaml, {edge.from}, listOf(now, edge.to), edge.from};
            return now.insertBetween(edge.from, edge.to, step);
        },
        [&](StepPlaces &places, const std::vector<std::string> &) {
            places.erase(id);
            const auto from = places.find(edge.from), to = places.find(edge.to);
            if (from != places.end() && to != places.end())
                places[id] = (from->second + to->second) / 2;
        });
    return added.empty() ? std::string() : added.front();
}

void CanvasEdits::remove(bool bridge)
{
    const std::vector<std::string> steps = m_document.selection();
    if (steps.empty())
        return;
    const QString name = tr("Delete %n step(s)", nullptr, static_cast<int>(steps.size()));
    const quint64 before = m_document.revision();
    change(name, [&](const edit::FlowText &text) { return text.removeSteps(steps, bridge); });
    if (m_document.revision() != before)
        m_document.select({});
}

void CanvasEdits::disconnect(const EdgeEnds &edge)
{
    change(tr("Disconnect"), [&](const edit::FlowText &text) { return text.disconnect(edge.from, edge.to); });
}

void CanvasEdits::connect(const EdgeEnds &edge)
{
    change(tr("Connect"), [&](const edit::FlowText &text) { return text.connect(edge.from, edge.to); });
}

void CanvasEdits::reconnect(const EdgeEnds &edge, const EdgeEnds &instead)
{
    change(tr("Reconnect"), [&](const edit::FlowText &text) {
        return inTurn(text,
                      {[&](const edit::FlowText &now) { return now.disconnect(edge.from, edge.to); },
                       [&](const edit::FlowText &now) { return now.connect(instead.from, instead.to); }});
    });
}

void CanvasEdits::duplicate()
{
    const std::vector<std::string> steps = m_document.selection();
    change(
        tr("Duplicate"), [&](const edit::FlowText &text) { return text.duplicateSteps(steps); },
        [&](StepPlaces &places, const std::vector<std::string> &added) {
            for (std::size_t i = 0; i < added.size() && added.size() == steps.size(); ++i)
                if (const auto original = places.find(steps[i]); original != places.end())
                    places[added[i]] = original->second + QPointF(2 * kGrid, 6 * kGrid);
        });
}

QString CanvasEdits::copied() const
{
    const edit::FlowText *text = m_document.flowText();
    return text && !m_document.selection().empty()
               ? QString::fromStdString(text->copySteps(m_document.selection()))
               : QString();
}

void CanvasEdits::paste(const QString &yaml)
{
    const std::vector<std::string> &selected = m_document.selection();
    const std::string after = selected.empty() ? std::string() : selected.back();
    change(
        tr("Paste"), [&](const edit::FlowText &text) { return text.pasteSteps(yaml.toStdString(), after); },
        [&](StepPlaces &places, const std::vector<std::string> &added) {
            for (const std::string &step : added)
                places.erase(step);
        });
}

bool CanvasEdits::isSteps(const QString &yaml)
{
    constexpr qsizetype kMost = 1 << 20;
    if (yaml.isEmpty() || yaml.size() > kMost)
        return false;
    const flow::YamlReading reading = flow::readYaml(yaml.toStdString(), {});
    if (!reading.root || !reading.root->isMapping() || reading.root->members.empty())
        return false;
    return std::all_of(reading.root->members.begin(), reading.root->members.end(),
                       [](const flow::YamlNode::Member &member) { return member.value.isMapping(); });
}

QString CanvasEdits::titleOf(const std::string &step) const
{
    const edit::FlowText *text = m_document.flowText();
    const std::optional<json::Value> title =
        text ? text->valueAt(titlePath(*text, step)) : std::optional<json::Value>();
    return title && title->isString() ? QString::fromStdString(title->asString()) : QString();
}

void CanvasEdits::setTitle(const std::string &step, const QString &title)
{
    change(tr("Edit label"), [&](const edit::FlowText &text) -> Result<edit::TextEdits> {
        const edit::FieldPath path = titlePath(text, step);
        if (!title.isEmpty())
            return text.setValue(path, json::Value(title.toStdString()));
        return text.memberRange(path) ? text.removeField(path) : Result<edit::TextEdits>(edit::TextEdits());
    });
}

/// Not `domain`, although that makes a frame too: routes leave steps of a domain out, and a frame that a
/// person draws must not change what runs.
constexpr const char *kGroup = "group";

void CanvasEdits::setGroup(const QString &name)
{
    std::vector<Part> parts;
    for (const std::string &step : m_document.selection())
        parts.push_back([step, &name](const edit::FlowText &text) -> Result<edit::TextEdits> {
            const edit::FieldPath path = below(text.stepPath(step), {"labels", kGroup});
            if (!name.isEmpty())
                return text.setValue(path, json::Value(name.toStdString()));
            return text.memberRange(path) ? text.removeField(path)
                                          : Result<edit::TextEdits>(edit::TextEdits());
        });
    change(name.isEmpty() ? tr("Ungroup") : tr("Group"),
           [&](const edit::FlowText &text) { return inTurn(text, parts); });
}

QString CanvasEdits::groupName() const
{
    const edit::FlowText *text = m_document.flowText();
    if (text)
        for (const std::string &step : m_document.selection())
            if (const auto name = text->valueAt(below(text->stepPath(step), {"labels", kGroup}));
                name && name->isString())
                return QString::fromStdString(name->asString());
    return {};
}

void CanvasEdits::move(const QString &name, const StepPlaces &moved, const QString &mergeKey)
{
    StepPlaces places = m_document.places();
    for (const auto &[step, place] : moved)
        places[step] = place;
    m_document.setPlaces(name, std::move(places), mergeKey);
}

void CanvasEdits::autoLayout()
{
    StepPlaces places = m_document.places();
    for (const std::string &step : m_document.selection())
        places.erase(step);
    if (m_document.selection().empty())
        places.clear();
    m_document.setPlaces(tr("Auto layout"), std::move(places));
}

} // namespace batuta::views
