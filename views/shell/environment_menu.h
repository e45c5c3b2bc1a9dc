// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/models/environments/environment_list.h"

#include <QMenu>

namespace batuta::views {

/// The environments that the engine of this window can run in: shape, name, problems, what was applied last;
/// and the lock of production with its countdown. Follows both while it is open.
class EnvironmentMenu final : public QMenu
{
    Q_OBJECT

public:
    EnvironmentMenu(EngineControl &control, EnvironmentList &list, bool utc, QWidget *parent);

signals:
    void chosen(const QString &environment);
    void pageWanted();

private:
    void fill();
    void addEnvironment(const EnvironmentList::Item &item, bool isCurrent);
    void tellLock();

    EngineControl &m_control;
    EnvironmentList &m_list;
    const bool m_utc;
    QAction *m_lock = nullptr;
};

/// `14:32`
QString countdownWord(int seconds);

} // namespace batuta::views
