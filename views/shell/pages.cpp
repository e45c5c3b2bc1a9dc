// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/pages.h"

#include "views/pages/flows/flows_page.h"
#include "views/pages/runs/runs_page.h"
#include "views/pages/settings/settings_page.h"
#include "views/pages/trace/trace_page.h"
#include "views/pages/welcome/welcome_page.h"

#include <QCoreApplication>

namespace batuta::views {
namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Views", text);
}

} // namespace

const std::vector<ViewEntry> &viewEntries()
{
    static const std::vector<ViewEntry> entries{
        {"flows", "flows", [] { return word(QT_TRANSLATE_NOOP("Views", "Flows")); }, "flows",
         QKeySequence("Ctrl+1"), false,
         [](Context context, EngineControl &) -> Page * { return new FlowsPage(context); }},
        {"runs", "runs", [] { return word(QT_TRANSLATE_NOOP("Views", "Runs")); }, "runs",
         QKeySequence("Ctrl+2"), false,
         [](Context context, EngineControl &) -> Page * { return new RunsPage(context); }},
        {"run",
         "runs",
         [] { return word(QT_TRANSLATE_NOOP("Views", "Run")); },
         {},
         {},
         false,
         [](Context context, EngineControl &) -> Page * { return new TracePage(context); }},
        {"settings", "settings", [] { return word(QT_TRANSLATE_NOOP("Views", "Settings")); }, "settings",
         QKeySequence("Ctrl+,"), true,
         [](Context context, EngineControl &) -> Page * { return new SettingsPage(context); }},
        {"welcome",
         {},
         [] { return word(QT_TRANSLATE_NOOP("Views", "Welcome")); },
         {},
         {},
         false,
         [](Context context, EngineControl &control) -> Page * { return new WelcomePage(context, control); }},
    };
    return entries;
}

} // namespace batuta::views
