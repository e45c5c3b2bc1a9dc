// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of PaletteModel that finds steps and keys of environments, and what was used last.
#include "engine/flow/needed_keys.h"
#include "views/shell/palette_model.h"
#include "views/widgets/command_registry.h"
#include "views/widgets/words.h"

#include <QJsonObject>

#include <algorithm>
#include <map>
#include <set>

namespace batuta::views {
namespace {

constexpr int kMostSteps = 6;
constexpr int kMostKeys = 6; // beside other results; `$` lists more
constexpr int kMostKeysAlone = 100;
constexpr int kMostLast = 6;
constexpr int kMostKept = 50;

/// Which flows a key of the environment is needed by.
using Users = std::map<std::string, std::set<std::string>>;

Users keyUsers(const std::vector<client::FlowSummary> &flows)
{
    Users users;
    for (const client::FlowSummary &flow : flows) {
        if (!flow.definition)
            continue; // of an engine elsewhere
        for (const auto *list : {&flow.definition->steps, &flow.definition->finallySteps})
            for (const flow::Step &step : *list)
                for (const flow::NeededKey &needed : flow::neededKeys(step.action))
                    users[needed.key].insert(flow.name.value);
    }
    return users;
}

QJsonObject kept(const PaletteItem &item)
{
    return {{"text", item.text},
            {"detail", item.detail},
            {"icon", item.run ? QStringLiteral("trace") : item.icon},
            {"command", item.action ? CommandRegistry::idOf(item.action) : QString()},
            {"address", item.action ? QString() : item.address.text()}};
}

} // namespace

bool changesWhatRuns(const QString &command)
{
    static const QStringList known{"app.run",
                                   "trace.cancel",
                                   "trace.pause",
                                   "trace.resume",
                                   "trace.approve",
                                   "trace.reject",
                                   "trace.retry",
                                   "trace.rerunHere",
                                   "trace.runAgain",
                                   "runs.again",
                                   "runs.cancel",
                                   "runs.repeat_failed",
                                   "failures.repeat",
                                   "routes.save",
                                   "editor.publish",
                                   "environments.apply",
                                   "releases.roll_back",
                                   "releases.apply",
                                   "releases.undo"};
    return known.contains(command);
}

void PaletteModel::addSteps(const QString &words)
{
    QList<PaletteItem> items;
    for (const client::FlowSummary &flow : m_link.flows())
        for (const client::StepPreview &step : flow.steps) {
            const QString name = QString::fromStdString(step.step);
            if (items.size() >= kMostSteps || !name.contains(words, Qt::CaseInsensitive))
                continue;
            PaletteItem item{PaletteItem::Kind::Flow, "split", name,
                             tr("Step of %1").arg(QString::fromStdString(flow.name.value))};
            item.address = {"flow", QString::fromStdString(flow.name.value), {}};
            item.address.query.addQueryItem("step", name);
            items.append(std::move(item));
        }
    append(tr("Steps"), std::move(items));
}

void PaletteModel::addKeys(const QString &words, bool isAlone)
{
    QList<PaletteItem> items;
    for (const auto &[key, flows] : keyUsers(m_link.flows())) {
        const QString name = QString::fromStdString(key);
        if (items.size() >= (isAlone ? kMostKeysAlone : kMostKeys) ||
            !name.contains(words, Qt::CaseInsensitive))
            continue;
        PaletteItem item{PaletteItem::Kind::View, "key", name,
                         tr("%n flow(s) need it", nullptr, static_cast<int>(flows.size()))};
        item.address = {"environments", {}, {}};
        item.address.query.addQueryItem("key", name);
        items.append(std::move(item));
    }
    append(tr("Environment keys"), std::move(items));
}

void PaletteModel::setHistory(QJsonArray history)
{
    m_history = std::move(history);
    setText(m_text);
}

/// Commands that are of another page, or gone, are passed over.
void PaletteModel::addLast()
{
    QList<PaletteItem> items;
    const auto actions = m_commands.commandsOf(m_page);
    for (const QJsonValue &value : m_history) {
        const QJsonObject one = value.toObject();
        const QString command = one["command"].toString();
        const auto address = Address::parse(one["address"].toString());
        if (items.size() >= kMostLast)
            break;
        if (!command.isEmpty()) {
            const auto found = std::ranges::find_if(
                actions, [&](QAction *action) { return CommandRegistry::idOf(action) == command; });
            if (found != actions.end())
                items.append(itemOf(*found));
        } else if (address) {
            PaletteItem item{PaletteItem::Kind::View, one["icon"].toString(), one["text"].toString(),
                             one["detail"].toString()};
            item.address = *address;
            items.append(std::move(item));
        }
    }
    append(tr("Last used"), std::move(items));
}

QJsonArray historyWith(QJsonArray history, const PaletteItem &item)
{
    const QJsonObject chosen = kept(item);
    for (qsizetype i = history.size() - 1; i >= 0; --i)
        if (const QJsonObject one = history.at(i).toObject();
            one["command"] == chosen["command"] && one["address"] == chosen["address"])
            history.removeAt(i);
    history.prepend(chosen);
    while (history.size() > kMostKept)
        history.removeLast();
    return history;
}

} // namespace batuta::views
