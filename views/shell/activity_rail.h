// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace batuta::views {

class RailItem;

/// The column of views at the left: icon over word, a badge for what runs. Only views that exist.
class ActivityRail final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityRail(QWidget *parent = nullptr);

    /// `action` opens the view; `bottom` puts it at the foot.
    void add(const QString &view, QAction *action, bool bottom = false);
    void setCurrent(const QString &view);
    /// 0 hides the badge; above 99 it says 99+. `status` is its colour.
    void setBadge(const QString &view, int count, Status status = Status::Running);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    int m_top = 0;
    QList<RailItem *> m_items;
};

/// One view on the rail. A button to keyboard and screen reader.
class RailItem final : public QAbstractButton
{
    Q_OBJECT

public:
    RailItem(QString view, QAction *action, QWidget *parent);
    QString view() const { return m_view; }
    void setBadge(int count, Status status);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_view;
    QAction *m_action;
    int m_badge = 0;
    Status m_status = Status::Running;
};

} // namespace batuta::views
