// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/widgets/code_view.h"

#include <QScrollBar>

namespace batuta::views {

/// The whole of a tail; whoever stands at its end stays there.
inline void showTail(CodeView &view, const QString &text)
{
    if (view.toPlainText() == text)
        return;
    QScrollBar &bar = *view.verticalScrollBar();
    const int at = bar.value();
    const bool isAtEnd = at >= bar.maximum() - 2;
    view.setCode(text, CodeView::Language::Plain);
    bar.setValue(isAtEnd ? bar.maximum() : at);
}

} // namespace batuta::views
