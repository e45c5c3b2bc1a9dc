// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/widgets/button.h"

namespace batuta::views {

/// A button with nothing but an icon.
inline Button *smallButton(const char *icon, QWidget *parent,
                           Button::Variant variant = Button::Variant::Normal)
{
    auto *button = new Button(QString(), QString::fromLatin1(icon), variant, parent);
    button->setSmall(true);
    return button;
}

} // namespace batuta::views
