// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRadioButton>

namespace batuta::views {

/// One of a few ways, as a card: a title, and a line below that says what it means. A radio button to
/// keyboard and screen reader.
class ChoiceCard final : public QRadioButton
{
    Q_OBJECT

public:
    ChoiceCard(const QString &title, const QString &detail, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

private:
    QString m_detail;
};

} // namespace batuta::views
