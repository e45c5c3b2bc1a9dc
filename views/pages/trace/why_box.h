// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QWidget>

namespace batuta::views {

class Button;
class Label;

/// A sentence in the tint of a state, and what it leads to. Empty text hides it.
class WhyBox final : public QWidget
{
    Q_OBJECT

public:
    explicit WhyBox(QWidget *parent = nullptr);
    void setSentence(const QString &text, Status status);
    QString sentence() const;
    /// "" shows none.
    void setLink(const QString &text);
    Button &link() { return *m_link; }

signals:
    void linkClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_text;
    Button *m_link;
    Status m_status = Status::Failed;
};

} // namespace batuta::views
