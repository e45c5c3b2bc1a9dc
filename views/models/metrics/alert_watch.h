// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/alert_values.h"
#include "views/models/engine_link.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace batuta::views {

/// Looks at the engine's alerts every ten seconds, and says when one that goes to the desktop begins to fire
/// or is over. What had happened before it looked for the first time is not told, and neither is a muted
/// alert.
class AlertWatch final : public QObject
{
    Q_OBJECT

public:
    explicit AlertWatch(EngineLink &engine, QObject *parent = nullptr);
    void look();

signals:
    void raised(const batuta::series::Alert &alert);
    void looked(); ///< and has told what there was
    void resolved(const batuta::series::Alert &alert);

private:
    void came(const series::AlertBook &book);

    EngineLink &m_engine;
    QTimer m_timer;
    std::map<std::string, bool> m_firing; ///< by rule
    bool m_knows = false;
};

} // namespace batuta::views
