// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/arch/layers.h"

#include <QMap>
#include <QStringList>

namespace batuta::arch {
namespace {

/// Room → what it may include besides itself. Rooms below a named one are written out.
const QMap<QString, QStringList> &table()
{
    static const QStringList values{"engine/base", "engine/json", "engine/expr", "engine/flow"};
    static const QStringList ground =
        values + QStringList{"engine/plan", "engine/net", "engine/env", "engine/store", "engine/telemetry"};
    static const QStringList middle =
        ground + QStringList{"engine/broker", "engine/services", "engine/cloud", "engine/registry"};
    static const QStringList host = middle + QStringList{"engine/steps", "engine/client"};
    static const QStringList engine = host + QStringList{"engine/host", "engine/api"};
    static const QStringList seen = values + QStringList{"engine/client", "engine/env", "engine/plan"};
    static const QStringList models = seen + QStringList{"views/models"};
    static const QStringList theme = models + QStringList{"views/theme"};
    static const QStringList widgets = theme + QStringList{"views/widgets"};
    static const QStringList graph = widgets + QStringList{"views/graph"};
    static const QStringList pages = graph + QStringList{"views/pages"};
    static const QStringList views = pages + QStringList{"views/shell"};
    static const QMap<QString, QStringList> rooms{
        {"engine/base", {}},
        {"engine/json", {"engine/base"}},
        {"engine/expr", {"engine/base", "engine/json"}},
        {"engine/flow", {"engine/base", "engine/json", "engine/expr"}},
        {"engine/plan", values},
        {"engine/net", {"engine/base", "engine/json"}},
        {"engine/env", values},
        {"engine/store", values + QStringList{"engine/plan"}},
        {"engine/telemetry", {"engine/base", "engine/json"}},
        {"engine/broker", {"engine/base", "engine/json", "engine/net"}},
        {"engine/services", {"engine/base", "engine/json", "engine/net", "engine/telemetry"}},
        {"engine/cloud", {"engine/base", "engine/json", "engine/net", "engine/env"}},
        {"engine/registry", {"engine/base", "engine/json", "engine/net", "engine/store"}},
        {"engine/steps", middle},
        {"engine/client", values},
        {"engine/host", host},
        {"engine/api", engine},
        {"views/models", seen},
        {"views/theme", models},
        {"views/widgets", theme},
        {"views/graph", widgets},
        {"views/pages", graph},
        {"views/shell", pages},
        {"app/shared", engine},
        {"app/cli", engine + QStringList{"app/shared"}},
        {"app/sandbox", engine + QStringList{"app/shared"}},
        {"app/console", engine + views + QStringList{"app/shared"}},
    };
    return rooms;
}

} // namespace

QString roomOf(const QString &path)
{
    if (path.startsWith("tests/"))
        return "tests";
    const QString room = path.section('/', 0, 1);
    return table().contains(room) && path.count('/') >= 2 ? room : QString();
}

bool mayInclude(const QString &file, const QString &room)
{
    const QString own = roomOf(file);
    return own == room || own == "tests" || table().value(own).contains(room);
}

bool mayUseQt(const QString &file)
{
    return file.startsWith("views/") || file.startsWith("app/console/") || file.startsWith("tests/");
}

} // namespace batuta::arch
