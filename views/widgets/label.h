// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/theme.h"

#include <QLabel>

namespace batuta::views {

/// The colours of text that carry no state.
enum class Ink { Primary, Secondary, Tertiary, Accent, Critical };

/// Text in a style and ink of the theme; follows it. `setStatus` colours it as a state instead. With
/// `setElide` it shortens itself to its width, and tells the whole text as its hint.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(TextStyle style = TextStyle::Body, Ink ink = Ink::Primary, QWidget *parent = nullptr);
    Label(const QString &text, TextStyle style, Ink ink = Ink::Primary, QWidget *parent = nullptr);

    void setInk(Ink ink);
    void setStatus(Status status);
    void setElide(Qt::TextElideMode mode);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    TextStyle m_style;
    Ink m_ink;
    std::optional<Status> m_status;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

} // namespace batuta::views
