// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/step_kinds.h"

#include "views/graph/scene_items.h"

#include <QCoreApplication>

#include <algorithm>

namespace batuta::views {
namespace {

struct Row
{
    const char *id, *kind, *name, *group, *yaml;
};

const char *const kCalls = QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Calls");
const char *const kControl = QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Control");
const char *const kData = QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Data");
const char *const kNotify = QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Notify");

const Row kRows[] = {
    {"http", "http", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "HTTP function"), kCalls,
     "http:\n  method: POST\n  url: https://example.com/\n"},
    {"process", "process", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Process"), kCalls,
     "process:\n  command: [echo, hello]\n"},
    {"cloud_run", "cloud_run", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Cloud Run"), kCalls,
     "cloud_run:\n  action: wait\n  path: /health\n"},
    {"each", "log", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "For each"), kControl,
     "foreach:\n  items: [1, 2]\nlog: ${{ item }}\n"},
    {"wait", "wait", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Wait"), kControl, "wait:\n  for: 5s\n"},
    {"flow", "flow", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Sub-flow"), kControl,
     "flow:\n  name: flow_name\n"},
    {"approval", "approval", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Approval"), kControl,
     "approval:\n  message: Go on?\n"},
    {"jq", "jq", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Transform"), kData,
     "jq:\n  program: .\n  input: ${{ input }}\n"},
    {"set", "set", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Set values"), kData,
     "set:\n  value: 1\n"},
    {"check", "check", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Check"), kData,
     "check:\n  passed:\n    if: true\n"},
    {"webhook", "webhook", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Webhook"), kNotify,
     "webhook:\n  url: https://example.com/\n"},
    {"slack", "slack", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Slack"), kNotify,
     "slack:\n  webhook: ${{ secrets.SLACK_WEBHOOK_URL }}\n  text: Done\n"},
    {"notify", "notify", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Notice"), kNotify,
     "notify: Done\n"},
    {"log", "log", QT_TRANSLATE_NOOP("batuta::views::StepPalette", "Log"), kNotify, "log: Reached\n"},
};

QString said(const char *text)
{
    return QCoreApplication::translate("batuta::views::StepPalette", text);
}

} // namespace

std::vector<StepKind> stepKinds()
{
    std::vector<StepKind> kinds;
    for (const Row &row : kRows) {
        const QString icon = std::string_view(row.id) == "each" ? QString("loop") : kindIcon(row.kind);
        kinds.push_back({row.id, row.kind, said(row.name), icon, said(row.group), row.yaml});
    }
    return kinds;
}

std::optional<StepKind> stepKind(const std::string &id)
{
    for (StepKind &kind : stepKinds())
        if (kind.id == id)
            return kind;
    return {};
}

std::vector<StepKind> matchingKinds(const QString &words)
{
    const QString wanted = words.simplified();
    std::vector<StepKind> kinds = stepKinds();
    std::erase_if(kinds, [&](const StepKind &kind) {
        return !kind.name.contains(wanted, Qt::CaseInsensitive) &&
               !kind.group.contains(wanted, Qt::CaseInsensitive) &&
               !QString::fromStdString(kind.id).contains(wanted, Qt::CaseInsensitive);
    });
    if (!wanted.isEmpty())
        std::stable_partition(kinds.begin(), kinds.end(), [&](const StepKind &kind) {
            return kind.name.startsWith(wanted, Qt::CaseInsensitive);
        });
    return kinds;
}

std::string freeStepId(const StepKind &kind, const edit::FlowText &text)
{
    std::string id = kind.id;
    for (int number = 2; text.hasStep(id); ++number)
        id = kind.id + '_' + std::to_string(number);
    return id;
}

} // namespace batuta::views
