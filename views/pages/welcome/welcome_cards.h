// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QWidget>

namespace batuta::views {

/// A white card with a border; its layout is the owner's.
class Card final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A line between two parts of a card.
class Hairline final : public QWidget
{
public:
    explicit Hairline(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The round mark of a step: its number, or a tick when it is done, or a cross when it failed.
class StepMark final : public QWidget
{
public:
    explicit StepMark(int number, QWidget *parent = nullptr);
    void setStatus(Status status);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    Status m_status = Status::Queued;
};

/// The baton in its frame.
class Emblem final : public QWidget
{
public:
    explicit Emblem(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The drawing of a flow at the head of the page: the only picture in the program that means nothing.
class FlowDrawing final : public QWidget
{
public:
    explicit FlowDrawing(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A flow to begin with: title, what it does, how many steps.
class SampleRow final : public QAbstractButton
{
    Q_OBJECT

public:
    SampleRow(const QString &title, const QString &detail, const QString &figure, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_detail;
    QString m_figure;
};

} // namespace batuta::views
