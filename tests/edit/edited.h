// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"

#include <QString>

#include <functional>

namespace batuta::test {

/// What the text is after the change, or `refused: <code>`. Says so when the inverse does not lead back, or
/// the text cannot be read afterwards.
inline QString edited(const QString &text,
                      const std::function<Result<edit::TextEdits>(const edit::FlowText &)> &change)
{
    const std::string before = text.toStdString();
    const Result<edit::FlowText> flow = edit::FlowText::read(before, "flow.yaml");
    if (!flow)
        return "unreadable: " + QString::fromStdString(errorText(flow.error()));
    const Result<edit::TextEdits> edits = change(*flow);
    if (!edits)
        return "refused: " + QString::fromUtf8(codeName(edits.error().code).data()) +
               (edits.error().code == ErrorCode::Internal ? QString::fromStdString(edits.error().detail)
                                                          : "");
    const std::string after = applied(before, *edits);
    if (applied(after, inverseOf(before, *edits)) != before)
        return "the inverse does not lead back";
    if (const Result<edit::FlowText> next = edit::FlowText::read(after, "flow.yaml"); !next)
        return "unreadable afterwards: " + QString::fromStdString(errorText(next.error()) + "\n" + after);
    return QString::fromStdString(after);
}

} // namespace batuta::test
