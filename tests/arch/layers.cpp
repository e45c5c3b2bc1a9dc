// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/arch/layers.h"

#include <QMap>
#include <QStringList>

namespace batuta::arch {
namespace {

// Rooms below a named one are written out.
const QStringList values{"engine/base", "engine/json", "engine/expr", "engine/flow"};
const QStringList ground =
    values + QStringList{"engine/plan", "engine/policy", "engine/schedule", "engine/net",
                         "engine/env",  "engine/store",  "engine/telemetry"};
const QStringList middle =
    ground + QStringList{"engine/broker", "engine/services", "engine/cloud", "engine/registry"};
const QStringList host =
    middle + QStringList{"engine/steps", "engine/client",  "engine/exports", "engine/series",
                         "engine/logs",  "engine/secrets", "engine/releases"};
const QStringList engine = host + QStringList{"engine/host", "engine/jwt", "engine/api"};
const QStringList editing{"engine/edit", "engine/versions", "engine/environments"};
const QStringList seen =
    values + editing + QStringList{"engine/client", "engine/env",     "engine/plan",  "engine/series",
                                   "engine/logs",   "engine/secrets", "engine/cloud", "engine/releases"};
const QStringList models = seen + QStringList{"views/models"};
const QStringList theme = models + QStringList{"views/theme"};
const QStringList widgets = theme + QStringList{"views/widgets"};
const QStringList graph = widgets + QStringList{"views/graph"};
const QStringList pages = graph + QStringList{"views/pages"};
const QStringList views = pages + QStringList{"views/shell"};

using Rooms = QMap<QString, QStringList>;

/// Room → what it may include besides itself.
Rooms engineRooms()
{
    return {
        {"engine/base", {}},
        {"engine/json", {"engine/base"}},
        {"engine/expr", {"engine/base", "engine/json"}},
        {"engine/flow", {"engine/base", "engine/json", "engine/expr", "engine/schedule"}},
        {"engine/edit", values},
        {"engine/versions", values + QStringList{"engine/edit", "engine/net"}},
        {"engine/environments",
         values + editing + QStringList{"engine/schedule", "engine/net", "engine/env"}},
        {"engine/secrets",
         values + QStringList{"engine/schedule", "engine/env", "engine/net", "engine/versions"}},
        {"engine/plan", values},
        {"engine/policy", {"engine/base", "engine/flow"}},
        {"engine/schedule", {"engine/base"}},
        {"engine/net", {"engine/base", "engine/json"}},
        {"engine/env", values},
        {"engine/store", values + QStringList{"engine/plan"}},
        {"engine/telemetry", {"engine/base", "engine/json"}},
        {"engine/logs", {"engine/base", "engine/json"}},
        {"engine/series", values + QStringList{"engine/policy", "engine/net", "engine/env", "engine/store",
                                               "engine/telemetry"}},
        {"engine/broker", {"engine/base", "engine/json", "engine/net"}},
        {"engine/services", {"engine/base", "engine/json", "engine/net", "engine/telemetry"}},
        {"engine/fleet", {"engine/base", "engine/json", "engine/net", "engine/telemetry"}},
        {"engine/cloud_local", values + QStringList{"engine/schedule", "engine/net", "engine/env",
                                                    "engine/store", "engine/telemetry", "engine/fleet"}},
        {"engine/jwt", {"engine/base", "engine/json"}},
        {"engine/cloud", {"engine/base", "engine/json", "engine/flow", "engine/net", "engine/env"}},
        {"engine/releases", {"engine/base", "engine/json", "engine/cloud"}},
        {"engine/registry", {"engine/base", "engine/json", "engine/net", "engine/store"}},
        {"engine/exports", values + QStringList{"engine/policy", "engine/net", "engine/env", "engine/store",
                                                "engine/telemetry"}},
        {"engine/steps", middle + QStringList{"engine/releases"}},
        {"engine/client", values + QStringList{"engine/plan", "engine/series", "engine/cloud"}},
        {"engine/capsule", values + QStringList{"engine/plan", "engine/client", "engine/store", "engine/net",
                                                "engine/exports", "engine/env", "engine/logs"}},
        {"engine/host", host + QStringList{"engine/capsule"}},
        {"engine/api", engine},
    };
}

Rooms outerRooms()
{
    return {
        {"views/models", seen},
        {"views/remote", models},
        {"views/theme", models},
        {"views/widgets", theme},
        {"views/graph", widgets},
        {"views/pages", graph},
        {"views/shell", pages},
        {"app/shared", engine + QStringList{"engine/capsule", "engine/cloud_local"}},
        {"app/cli", engine + editing +
                        QStringList{"app/shared", "engine/logs", "engine/capsule", "engine/fleet",
                                    "engine/cloud_local"}},
        {"app/keyring", {"engine/base", "engine/json"}},
        {"app/sandbox", engine + QStringList{"app/shared"}},
        {"app/console",
         engine + editing + views + QStringList{"app/shared", "views/remote", "engine/capsule"}},
    };
}

const Rooms &table()
{
    static const Rooms rooms = [] {
        Rooms all = engineRooms();
        all.insert(outerRooms());
        return all;
    }();
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
