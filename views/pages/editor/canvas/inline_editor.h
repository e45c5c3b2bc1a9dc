// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

#include <functional>

namespace batuta::views {

/// One line that is edited in its place above the canvas: Enter or another focus takes it, Esc leaves it as
/// it was. Hidden until it is opened.
class InlineEditor final : public QLineEdit
{
    Q_OBJECT

public:
    using Done = std::function<void(const QString &text)>;
    explicit InlineEditor(QWidget *parent);
    /// `name` is what a screen reader says. `done` is called unless it is left.
    void open(const QRect &place, const QString &name, const QString &text, Done done);

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void finish(bool isTaken);

    Done m_done;
};

} // namespace batuta::views
