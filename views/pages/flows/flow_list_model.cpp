// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flow_list_model.h"

#include "views/pages/flows/file_words.h"
#include "views/widgets/words.h"

#include <algorithm>
#include <map>

namespace batuta::views {

FlowListModel::FlowListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void FlowListModel::setContent(const std::vector<client::FlowSummary> &flows, const client::EngineInfo &info)
{
    m_flows = flows;
    m_problems = info.problems;
    m_workspace = info.workspace;
    rebuild();
}

void FlowListModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    rebuild();
}

void FlowListModel::retranslate()
{
    rebuild();
}

std::vector<FlowListModel::Entry> FlowListModel::flowEntries() const
{
    std::map<QString, std::vector<Entry>> systems;
    for (const client::FlowSummary &flow : m_flows) {
        Entry entry;
        entry.kind = Kind::Flow;
        entry.text = localText(flow.title);
        entry.name = QString::fromStdString(flow.name.value);
        entry.count = static_cast<int>(flow.steps.size());
        entry.hasProblem = std::any_of(m_problems.begin(), m_problems.end(),
                                       [&](const Error &problem) { return problem.place.file == flow.file; });
        QStringList searched{entry.text, entry.name, systemWord(flow.system)};
        for (const client::StepPreview &step : flow.steps)
            searched << QString::fromStdString(step.step) << localText(step.title);
        entry.searched = searched.join('\n');
        systems[systemWord(flow.system)].push_back(std::move(entry));
    }
    std::vector<Entry> entries;
    for (auto &[system, flows] : systems) {
        std::sort(flows.begin(), flows.end(),
                  [](const Entry &a, const Entry &b) { return a.text.localeAwareCompare(b.text) < 0; });
        Entry title;
        title.text = system;
        entries.push_back(title);
        entries.insert(entries.end(), flows.begin(), flows.end());
    }
    return entries;
}

std::vector<FlowListModel::Entry> FlowListModel::problemEntries() const
{
    std::vector<Entry> entries;
    if (!m_problems.empty()) {
        Entry title;
        title.text = tr("Problems");
        entries.push_back(title);
    }
    for (const Error &problem : m_problems) {
        Entry entry;
        entry.kind = Kind::Problem;
        Error what = problem;
        what.place = {}; // it has a line of its own
        entry.text = errorSentence(what);
        entry.place = inWorkspace(placeText(problem.place), m_workspace);
        entry.mend = errorAdvice(problem);
        entry.searched = entry.text + '\n' + entry.place;
        entries.push_back(std::move(entry));
    }
    return entries;
}

void FlowListModel::rebuild()
{
    std::vector<Entry> all = flowEntries();
    const std::vector<Entry> problems = problemEntries();
    all.insert(all.end(), problems.begin(), problems.end());
    std::vector<Entry> shown;
    for (Entry &entry : all) {
        if (entry.kind != Kind::Title && !entry.searched.contains(m_filter, Qt::CaseInsensitive))
            continue;
        if (entry.kind == Kind::Title && !shown.empty() && shown.back().kind == Kind::Title)
            shown.pop_back(); // nothing is left under it
        shown.push_back(std::move(entry));
    }
    if (!shown.empty() && shown.back().kind == Kind::Title)
        shown.pop_back();
    for (std::size_t i = 0, title = 0; i < shown.size(); ++i) {
        if (shown[i].kind == Kind::Title)
            title = i;
        else
            ++shown[title].count;
    }
    m_hasFlows = !m_flows.empty();
    if (shown == m_entries)
        return;
    beginResetModel();
    m_entries = std::move(shown);
    endResetModel();
}

int FlowListModel::rowOf(const QString &flow) const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].kind == Kind::Flow && m_entries[i].name == flow)
            return static_cast<int>(i);
    return -1;
}

QString FlowListModel::firstFlow() const
{
    for (const Entry &entry : m_entries)
        if (entry.kind == Kind::Flow)
            return entry.name;
    return {};
}

int FlowListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant FlowListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole:
        return entry.kind == Kind::Flow
                   ? tr("%1, %2, %n step(s)", nullptr, entry.count).arg(entry.text, entry.name)
               : entry.kind == Kind::Problem ? tr("Problem: %1 %2").arg(entry.text, entry.place)
                                             : entry.text;
    case Qt::ToolTipRole:
        return entry.kind == Kind::Problem ? QStringList{entry.text, entry.place, entry.mend}.join('\n')
                                           : QVariant();
    case KindRole:
        return static_cast<int>(entry.kind);
    case NameRole:
        return entry.name;
    case StepsRole:
    case CountRole:
        return entry.count;
    case PlaceRole:
        return entry.place;
    case MendRole:
        return entry.mend;
    case HasProblemRole:
        return entry.hasProblem;
    default:
        return {};
    }
}

Qt::ItemFlags FlowListModel::flags(const QModelIndex &index) const
{
    const bool isTitle = index.data(KindRole).toInt() == static_cast<int>(Kind::Title);
    return isTitle ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace batuta::views
