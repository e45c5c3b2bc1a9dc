// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QColor>
#include <QWidget>

namespace batuta::views {

/// One line of a legend: colour, name, its newest value. Hidden lines are struck out.
class LegendItem final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LegendItem(QWidget *parent);
    void setLine(const QString &name, const QString &value, const QColor &color, bool isDashed,
                 bool isHidden);
    QSize sizeHint() const override;

signals:
    void toggled(bool isolate); ///< isolate: with Alt

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QString m_value;
    QColor m_color;
    bool m_isDashed = false;
    bool m_isHidden = false;
};

/// The lines of a panel, in as many rows as they need, at most three.
class Legend final : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString name, value;
        QColor color;
        bool isDashed = false;
        bool isHidden = false;
        bool isFixed = false; ///< no line of data: the objective
    };

    explicit Legend(QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }
    QSize sizeHint() const override;

signals:
    void toggled(int entry, bool isolate);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int arrange(int width, bool place) const;

    QList<LegendItem *> m_items;
};

} // namespace batuta::views
