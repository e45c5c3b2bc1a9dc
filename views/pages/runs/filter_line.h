// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/runs/run_filter.h"

#include <QAbstractButton>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace batuta::views {

class Label;

/// A filter that is set; a click, Delete or Backspace takes it away.
class FilterChip final : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(const QString &key, const QString &value, QWidget *parent = nullptr);
    QString key() const { return m_key; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_key;
    QString m_value;
};

/// The filters of the list as chips, and a field for more of them or for an id.
class FilterLine final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    void setFilter(const RunFilter &filter);
    /// What was typed cannot be used; shown until the text changes.
    void setProblem(const QString &problem);
    void clearText();
    QLineEdit *field() const { return m_field; }

signals:
    void typed(const QString &text); ///< and Enter
    void removed(const QString &key);
    void left(); ///< Esc or Down: back to the list

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void dress();

    QHBoxLayout *m_row;
    QLineEdit *m_field;
    Label *m_problem;
    QList<FilterChip *> m_chips;
};

/// `flow is update_profile`, `started in last 6h`.
QString filterWords(const QString &key, const QString &value);

} // namespace batuta::views
