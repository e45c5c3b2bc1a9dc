// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace batuta::console {

/// Hears when somebody locks the screen: from the session's screen saver, and from logind. Without a bus it
/// hears nothing. Lives on the window's thread.
class ScreenLock final : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLock(QObject *parent = nullptr);

signals:
    void locked();

private slots:
    void listen();
    void screenSaverChanged(bool isActive);
};

} // namespace batuta::console
