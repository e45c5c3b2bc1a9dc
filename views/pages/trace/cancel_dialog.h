// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::views {

class Label;
class Button;

/// Asks once before an execution is cancelled. Shown in an Overlay, which it does not know.
class CancelDialog final : public QWidget
{
    Q_OBJECT

public:
    /// `running`: how many steps are under way.
    CancelDialog(const QString &flow, int running, QWidget *parent = nullptr);

signals:
    void confirmed();
    void declined();

private:
    Button *m_no;
};

} // namespace batuta::views
