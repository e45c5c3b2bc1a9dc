// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace batuta::views {

/// Production is read only until somebody unlocks it, for fifteen minutes. Lives on the window's thread.
class ProductionLock final : public QObject
{
    Q_OBJECT

public:
    explicit ProductionLock(QObject *parent = nullptr);

    bool isOpen() const { return m_end.isActive(); }
    /// Until it locks itself; 0 when it is locked.
    int secondsLeft() const;
    void unlock();
    void lock();

signals:
    /// It was opened or locked, or a second has passed.
    void changed();

private:
    QTimer m_end;
    QTimer m_second;
};

} // namespace batuta::views
