// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_document.h"

#include "views/models/document/flow_document_private.h"

#include <algorithm>
#include <set>

namespace batuta::views {
namespace {

/// Less than people notice, and long enough that fast typing is checked once.
constexpr int kTypingPauseMs = 60;
/// Of a text: it is read in less than a frame.
constexpr std::size_t kReadAtOnce = 64 * 1024;

bool fits(const edit::TextEdits &edits, std::size_t size)
{
    std::size_t at = 0;
    for (const edit::TextEdit &edit : edits) {
        if (edit.range.from < at || edit.range.to < edit.range.from || edit.range.to > size)
            return false;
        at = edit.range.to;
    }
    return true;
}

std::vector<std::string> allSteps(const edit::FlowText &text)
{
    std::vector<std::string> steps = text.steps(edit::StepList::Steps);
    const std::vector<std::string> last = text.steps(edit::StepList::Finally);
    steps.insert(steps.end(), last.begin(), last.end());
    return steps;
}

/// Steps that are there no more, each with the new one that stands in its place. Nothing when their numbers
/// differ: then steps were added or removed, too, and nobody can tell.
std::map<std::string, std::string> renamed(const std::vector<std::string> &before,
                                           const std::vector<std::string> &after)
{
    const std::set<std::string> old(before.begin(), before.end());
    const std::set<std::string> present(after.begin(), after.end());
    std::vector<std::string> gone, come;
    std::copy_if(before.begin(), before.end(), std::back_inserter(gone),
                 [&](const std::string &step) { return present.count(step) == 0; });
    std::copy_if(after.begin(), after.end(), std::back_inserter(come),
                 [&](const std::string &step) { return old.count(step) == 0; });
    std::map<std::string, std::string> names;
    if (gone.size() == come.size())
        for (std::size_t i = 0; i < gone.size(); ++i)
            names.emplace(gone[i], come[i]);
    return names;
}

std::vector<std::string> withoutRepeats(std::vector<std::string> steps)
{
    std::set<std::string> seen;
    steps.erase(std::remove_if(steps.begin(), steps.end(),
                               [&](const std::string &step) { return !seen.insert(step).second; }),
                steps.end());
    return steps;
}

} // namespace

FlowDocument::Private::Private(FlowDocument &document, std::string path, std::string content, StepPlaces at)
    : q(document)
    , file(std::move(path))
    , m_text(std::move(content))
    , base(m_text)
    , places(std::move(at))
    , worker([this](CheckAnswer answer) { checked(std::move(answer)); })
{
    clock.start();
    later.setSingleShot(true);
    QObject::connect(&later, &QTimer::timeout, &later, [this] { check(); });
}

void FlowDocument::Private::applyEdits(const edit::TextEdits &edits)
{
    if (edits.size() == 1)
        m_text.replace(edits.front().range.from, edits.front().range.size(), edits.front().text);
    else
        m_text = edit::applied(m_text, edits);
    ++revision;
    ++generation;
    checkSoon(kTypingPauseMs);
    emit q.textChanged(edits);
}

void FlowDocument::Private::applyPlaces(const StepPlaces &at)
{
    if (places == at)
        return;
    places = at;
    emit q.placesChanged();
}

void FlowDocument::Private::applySelection(const std::vector<std::string> &wanted)
{
    fresh.reset();
    if (selection == wanted)
        return;
    selection = wanted;
    emit q.selectionChanged();
}

ChangeOrder FlowDocument::Private::order(const QString &name, const QString &mergeKey)
{
    // What the maker of the change selects before the window's next turn is what a redo selects again.
    fresh = std::make_shared<ChangeSelection>(ChangeSelection{selection, selection});
    QTimer::singleShot(0, &later, [this, mine = fresh] {
        if (fresh == mine)
            fresh.reset();
    });
    return {name, mergeKey, clock.elapsed(), fresh};
}

const edit::FlowText *FlowDocument::Private::readText()
{
    if (readRevision != revision) {
        readRevision = revision;
        Result<edit::FlowText> result = edit::FlowText::read(m_text, file);
        read.reset();
        if (result)
            read = std::move(*result);
        else
            readError = result.error();
    }
    return read ? &*read : nullptr;
}

void FlowDocument::Private::checkSoon(int ms)
{
    later.start(ms);
}

void FlowDocument::Private::check()
{
    worker.start({generation, file, m_text, surroundings});
}

void FlowDocument::Private::checked(CheckAnswer answer)
{
    if (answer.generation != generation)
        return;
    checkedGeneration = generation;
    if (readRevision != revision) { // nobody has asked before: pointers to a reading stay good
        readRevision = revision;
        read.reset();
        if (answer.text)
            read = std::move(*answer.text);
        else
            readError = answer.text.error();
    }
    brokenLine = read ? 0 : std::max(1, readError.place.line);
    isFlowCurrent = answer.flow.has_value();
    if (answer.flow)
        flow = std::move(answer.flow);
    problems = std::move(answer.problems);
    if (read)
        follow(*read);
    emit q.flowChanged();
    emit q.problemsChanged();
}

void FlowDocument::Private::follow(const edit::FlowText &text)
{
    std::vector<std::string> present = allSteps(text);
    const std::map<std::string, std::string> names = renamed(steps, present);
    steps = std::move(present);
    const std::set<std::string> known(steps.begin(), steps.end());
    std::vector<std::string> selected;
    for (const std::string &step : selection) {
        const auto name = names.find(step);
        const std::string &now = name == names.end() ? step : name->second;
        if (known.count(now) > 0)
            selected.push_back(now);
    }
    StepPlaces moved = places;
    for (const auto &[from, to] : names)
        if (auto node = moved.extract(from)) {
            node.key() = to;
            moved.erase(to);
            moved.insert(std::move(node));
        }
    applyPlaces(moved);
    if (selected != selection) {
        selection = std::move(selected);
        emit q.selectionChanged();
    }
}

void FlowDocument::Private::tellChanged()
{
    const bool differs = m_text != base;
    int count = 0;
    if (differs) {
        const int index = q.m_undo.index();
        const int clean = std::max(0, q.m_undo.cleanIndex());
        for (int i = std::min(index, clean); i < std::max(index, clean); ++i)
            count += textChangesIn(*q.m_undo.command(i));
        count = std::max(1, count);
    }
    if (isChanged == differs && changes == count)
        return;
    isChanged = differs;
    changes = count;
    emit q.changedChanged();
}

FlowDocument::FlowDocument(std::string file, std::string text, StepPlaces places, QObject *parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, std::move(file), std::move(text), std::move(places)))
{
    connect(&m_undo, &QUndoStack::indexChanged, this, [this] { m_private->tellChanged(); });
    m_private->checkSoon(0);
}

FlowDocument::~FlowDocument()
{
    m_undo.disconnect(this);
}

const std::string &FlowDocument::file() const
{
    return m_private->file;
}

const std::string &FlowDocument::text() const
{
    return m_private->m_text;
}

quint64 FlowDocument::revision() const
{
    return m_private->revision;
}

const edit::FlowText *FlowDocument::flowText() const
{
    return m_private->readText();
}

bool FlowDocument::isReadAtOnce() const
{
    return m_private->readRevision == m_private->revision || m_private->m_text.size() <= kReadAtOnce;
}

const std::optional<client::FlowSummary> &FlowDocument::flow() const
{
    return m_private->flow;
}

bool FlowDocument::isFlowCurrent() const
{
    return m_private->isFlowCurrent;
}

int FlowDocument::brokenLine() const
{
    return m_private->brokenLine;
}

const edit::Problems &FlowDocument::problems() const
{
    return m_private->problems;
}

bool FlowDocument::isChecking() const
{
    return m_private->checkedGeneration != m_private->generation;
}

int FlowDocument::errors() const
{
    return static_cast<int>(
        std::count_if(problems().begin(), problems().end(), [](const edit::Problem &problem) {
            return problem.severity == edit::Severity::Error;
        }));
}

void FlowDocument::setSurroundings(edit::Surroundings surroundings)
{
    m_private->surroundings = std::move(surroundings);
    ++m_private->generation;
    m_private->checkSoon(0);
}

void FlowDocument::change(const QString &name, const edit::TextEdits &edits, const QString &mergeKey)
{
    if (edits.empty())
        return;
    if (!fits(edits, m_private->m_text.size())) {
        emit refused({ErrorCode::Internal, name.toStdString(), "The change is of an older text", {}, ""});
        return;
    }
    m_undo.push(new TextCommand(*m_private, m_private->order(name, mergeKey), edits));
}

Status FlowDocument::change(const QString &name, const Make &make, const QString &mergeKey)
{
    const edit::FlowText *text = m_private->readText();
    if (!text) {
        emit refused(m_private->readError);
        return m_private->readError;
    }
    m_private->follow(*text); // a rename is only seen between two texts
    Result<edit::TextEdits> edits = make(*text);
    if (!edits) {
        emit refused(edits.error());
        return edits.error();
    }
    change(name, *edits, mergeKey);
    if (mergeKey.isEmpty()) // a gesture, not typing: the graph follows at once
        m_private->checkSoon(0);
    return {};
}

void FlowDocument::replaceText(const QString &name, std::string text)
{
    change(name, edit::difference(m_private->m_text, text));
}

void FlowDocument::setBase(std::string text)
{
    m_private->base = std::move(text);
    if (m_private->base == m_private->m_text)
        m_undo.setClean();
    else
        m_undo.resetClean();
    m_private->tellChanged();
}

const std::string &FlowDocument::base() const
{
    return m_private->base;
}

bool FlowDocument::isChanged() const
{
    return m_private->isChanged;
}

int FlowDocument::changesSinceBase() const
{
    return m_private->changes;
}

const std::vector<std::string> &FlowDocument::selection() const
{
    return m_private->selection;
}

bool FlowDocument::isSelected(const std::string &step) const
{
    return std::find(selection().begin(), selection().end(), step) != selection().end();
}

void FlowDocument::select(std::vector<std::string> steps)
{
    steps = withoutRepeats(std::move(steps));
    if (m_private->fresh)
        m_private->fresh->after = steps;
    if (m_private->selection == steps)
        return;
    m_private->selection = std::move(steps);
    emit selectionChanged();
}

void FlowDocument::selectPlace(edit::Range range)
{
    if (const edit::FlowText *text = m_private->readText())
        if (const std::string step = text->stepAt(range.from); !step.empty())
            select({step});
    emit placeSelected(range);
}

const StepPlaces &FlowDocument::places() const
{
    return m_private->places;
}

void FlowDocument::setPlaces(const QString &name, StepPlaces places, const QString &mergeKey)
{
    if (places == m_private->places)
        return;
    m_undo.push(new PlacesCommand(*m_private, m_private->order(name, mergeKey), m_private->places,
                                  std::move(places)));
}

} // namespace batuta::views
