// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCheckBox>
#include <QWidget>

class QButtonGroup;

namespace batuta::views {

/// One of a few: segments side by side; Left and Right move, as in a radio group.
class Segmented final : public QWidget
{
    Q_OBJECT

public:
    explicit Segmented(QWidget *parent = nullptr);

    /// Appends a segment; `value` is what value() gives when it is chosen.
    void add(const QString &value, const QString &text, const QString &icon = {});
    void setText(const QString &value, const QString &text);
    /// Only the icons are shown; the texts become hints.
    void setIconOnly(bool isIconOnly);
    QString value() const;
    /// Does not emit chosen(). With "" none is chosen: several things are looked at that differ.
    void setValue(const QString &value);

signals:
    void chosen(const QString &value); ///< by a person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

/// On or off, 28 × 16; a check box to keyboard and screen reader.
class Switch final : public QCheckBox
{
    Q_OBJECT

public:
    explicit Switch(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &at) const override;
};

} // namespace batuta::views
