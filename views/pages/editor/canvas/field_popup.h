// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QKeyEvent;
class QLineEdit;

namespace batuta::views {

/// A raised box on the canvas with a field to type into; Esc closes it. A child of the canvas, hidden until
/// it is opened. Whoever inherits lays the field out and says what its keys do.
class FieldPopup : public QWidget
{
    Q_OBJECT

public:
    QLineEdit &field() const { return *m_field; }

signals:
    void closed();

protected:
    FieldPopup(qreal radius, QWidget *parent);

    void openField(Qt::FocusReason reason);
    void leave();
    /// Of the field, but Esc; whether it is done with it.
    virtual bool takeKey(const QKeyEvent &key) = 0;
    virtual void focusLeft() {}
    virtual void retranslate() = 0;

    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    qreal m_radius;
    QLineEdit *m_field;
};

} // namespace batuta::views
