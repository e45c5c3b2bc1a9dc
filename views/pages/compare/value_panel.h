// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace batuta::views {

/// Two values as whole texts side by side, the lines that differ marked, scrolled together. A panel for an
/// Overlay.
class ValuePanel final : public QWidget
{
    Q_OBJECT

public:
    ValuePanel(const QString &field, const QString &a, const QString &b, QWidget *parent = nullptr);
    /// Lines that only that side has, from 0.
    const QList<int> &markedInA() const { return m_inA; }
    const QList<int> &markedInB() const { return m_inB; }

signals:
    void closeRequested();

private:
    void findDifferences(const QString &a, const QString &b);

    QList<int> m_inA, m_inB;
};

} // namespace batuta::views
