// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/graph_check.h"

#include <algorithm>
#include <unordered_map>

namespace batuta::flow {
namespace {

/// Walks the needs depth first and notes the edge that closes each circle.
class CycleSearch
{
public:
    CycleSearch(Reading &reading, const std::vector<StepDraft> &drafts)
        : m_reading(reading)
        , m_drafts(drafts)
        , m_states(drafts.size(), State::New)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            if (m_states[i] == State::New)
                visit(i);
    }

private:
    enum class State { New, OnPath, Done };

    // The recursion is bounded by the number of steps, which the reader bounds.
    void visit(std::size_t index)
    {
        m_states[index] = State::OnPath;
        m_path.push_back(index);
        for (const int need : m_drafts[index].step.needs) {
            const auto next = static_cast<std::size_t>(need);
            if (m_states[next] == State::OnPath)
                note(index, next);
            else if (m_states[next] == State::New)
                visit(next);
        }
        m_path.pop_back();
        m_states[index] = State::Done;
    }

    void note(std::size_t last, std::size_t first)
    {
        std::string path;
        for (auto at = std::find(m_path.begin(), m_path.end(), first); at != m_path.end(); ++at)
            path += m_drafts[*at].step.id.value + " → ";
        path += m_drafts[first].step.id.value;
        for (const Need &need : m_drafts[last].needs)
            if (need.name == m_drafts[first].step.id.value)
                m_reading.add(ErrorCode::FlowCycle, need.field, path);
    }

    Reading &m_reading;
    const std::vector<StepDraft> &m_drafts;
    std::vector<State> m_states;
    std::vector<std::size_t> m_path;
};

} // namespace

bool linkSteps(Reading &reading, std::vector<StepDraft> &drafts)
{
    std::vector<std::string> names;
    std::unordered_map<std::string, int> positions;
    for (const StepDraft &draft : drafts) {
        positions.emplace(draft.step.id.value, static_cast<int>(names.size()));
        names.push_back(draft.step.id.value);
    }
    bool allFound = true;
    for (StepDraft &draft : drafts) {
        for (const Need &need : draft.needs) {
            if (reading.isFull())
                return false;
            const auto found = positions.find(need.name);
            if (found == positions.end()) {
                reading.add(ErrorCode::FlowUnknownStep, need.field, need.name, didYouMean(need.name, names));
                allFound = false;
            } else if (need.name == draft.step.id.value) {
                reading.add(ErrorCode::FlowCycle, need.field, need.name + " → " + need.name);
            } else {
                draft.step.needs.push_back(found->second);
            }
        }
    }
    CycleSearch(reading, drafts).run();
    return allFound;
}

} // namespace batuta::flow
