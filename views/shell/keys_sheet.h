// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::views {

class CommandRegistry;

/// The keys of the window and of the current page, two columns, in an Overlay. Commands without a key are
/// left out.
class KeysSheet final : public QWidget
{
    Q_OBJECT

public:
    KeysSheet(const CommandRegistry &commands, const QWidget *page, QWidget *parent = nullptr);

signals:
    void closeRequested();
};

} // namespace batuta::views
