// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

namespace batuta::views {

/// A dialog inside its window: paints the scrim, holds one panel in the middle (or near the top), keeps the
/// focus inside, closes on Esc, and gives the focus back. Owns the panel; deletes itself when closed.
class Overlay final : public QWidget
{
    Q_OBJECT

public:
    enum class Place { Centre, Top };

    /// `wanted`: size of the panel at text scale 1; it shrinks to the window when it must.
    Overlay(QWidget *window, QWidget *panel, QSize wanted, Place place = Place::Centre);
    void open();
    QWidget *panel() const { return m_panel; }

public slots:
    void close();

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    bool isOfWindow(const QKeyEvent &key) const;

    QWidget *m_panel;
    QSize m_wanted;
    Place m_place;
    QPointer<QWidget> m_focusBefore;
};

} // namespace batuta::views
