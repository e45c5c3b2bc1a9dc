// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QWidget>

namespace batuta::views {

class Label;

/// A sentence in the tint of a state. Empty text hides it.
class WhyBox final : public QWidget
{
    Q_OBJECT

public:
    explicit WhyBox(QWidget *parent = nullptr);
    void setSentence(const QString &text, Status status);
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_text;
    Status m_status = Status::Failed;
};

} // namespace batuta::views
