// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/pages.h"

#include "views/pages/compare/compare_page.h"
#include "views/pages/compare/heat_page.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/environments/environments_page.h"
#include "views/pages/failures/failures_page.h"
#include "views/pages/flows/flows_page.h"
#include "views/pages/logs/logs_page.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/pages/overview/overview_page.h"
#include "views/pages/releases/releases_page.h"
#include "views/pages/routes/routes_page.h"
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

template <class OfView> Page *made(Context context, EngineControl &)
{
    return new OfView(context);
}

/// A page without a place of its own on the rail: it belongs to `of`.
ViewEntry inside(const char *view, const char *of, std::function<QString()> title,
                 std::function<Page *(Context, EngineControl &)> make)
{
    return {view, of, std::move(title), {}, {}, false, std::move(make)};
}

} // namespace

const std::vector<ViewEntry> &viewEntries()
{
    static const std::vector<ViewEntry> entries{
        {"overview", "overview", [] { return word(QT_TRANSLATE_NOOP("Views", "Overview")); }, "overview",
         QKeySequence("Ctrl+1"), false,
         [](Context context, EngineControl &control) -> Page * {
             const WorkspaceInfo workspace = control.workspace();
             return new OverviewPage(context, workspace.isElsewhere() ? QString() : workspace.folder);
         }},
        {"flows", "flows", [] { return word(QT_TRANSLATE_NOOP("Views", "Flows")); }, "flows",
         QKeySequence("Ctrl+2"), false, made<FlowsPage>},
        inside(
            "flow", "flows", [] { return word(QT_TRANSLATE_NOOP("Views", "Flow editor")); },
            [](Context context, EngineControl &control) -> Page * {
                return new EditorPage(context, control);
            }),
        inside(
            "routes", "flows", [] { return word(QT_TRANSLATE_NOOP("Views", "Routes")); },
            [](Context context, EngineControl &control) -> Page * {
                return new RoutesPage(context, control);
            }),
        {"runs", "runs", [] { return word(QT_TRANSLATE_NOOP("Views", "Runs")); }, "runs",
         QKeySequence("Ctrl+3"), false, made<RunsPage>},
        {"failures", "failures", [] { return word(QT_TRANSLATE_NOOP("Views", "Failures")); }, "inbox",
         QKeySequence("Ctrl+4"), false, made<FailuresPage>},
        inside(
            "run", "runs", [] { return word(QT_TRANSLATE_NOOP("Views", "Run")); }, made<TracePage>),
        inside(
            "compare", "runs", [] { return word(QT_TRANSLATE_NOOP("Views", "Compare")); }, made<ComparePage>),
        inside(
            "heat", "runs", [] { return word(QT_TRANSLATE_NOOP("Views", "Compare")); }, made<HeatPage>),
        {"logs", "logs", [] { return word(QT_TRANSLATE_NOOP("Views", "Logs")); }, "logs",
         QKeySequence("Ctrl+5"), false,
         [](Context context, EngineControl &control) -> Page * { return new LogsPage(context, control); }},
        {"metrics", "metrics", [] { return word(QT_TRANSLATE_NOOP("Views", "Metrics")); }, "metrics",
         QKeySequence("Ctrl+6"), false, made<MetricsPage>},
        {"environments", "environments", [] { return word(QT_TRANSLATE_NOOP("Views", "Environments")); },
         "environments", QKeySequence("Ctrl+7"), false,
         [](Context context, EngineControl &control) -> Page * {
             return new EnvironmentsPage(context, control);
         }},
        {"releases", "releases", [] { return word(QT_TRANSLATE_NOOP("Views", "Releases")); }, "releases",
         QKeySequence("Ctrl+8"), false,
         [](Context context, EngineControl &control) -> Page * {
             return new ReleasesPage(context, control);
         }},
        {"settings", "settings", [] { return word(QT_TRANSLATE_NOOP("Views", "Settings")); }, "settings",
         QKeySequence("Ctrl+,"), true, made<SettingsPage>},
        inside(
            "welcome", nullptr, [] { return word(QT_TRANSLATE_NOOP("Views", "Welcome")); },
            [](Context context, EngineControl &control) -> Page * {
                return new WelcomePage(context, control);
            }),
    };
    return entries;
}

} // namespace batuta::views
