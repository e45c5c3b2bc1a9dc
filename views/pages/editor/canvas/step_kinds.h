// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"

#include <QString>

#include <vector>

namespace batuta::views {

/// A step that can be added: a kind of the format, or a kind with a policy (`each`).
struct StepKind
{
    std::string id;   ///< `http`; its name on the way from the palette to the canvas
    std::string kind; ///< the kind's key in a flow
    QString name;
    QString icon;
    QString group;    ///< the heading that it stands under
    std::string yaml; ///< the least that is valid under a step's id
};

/// All of them, group by group, in the window's language. No kind that this version refuses.
std::vector<StepKind> stepKinds();
/// Nothing for an unknown id.
std::optional<StepKind> stepKind(const std::string &id);
/// Those whose name, kind or group holds the words; a match at a name's begin comes first.
std::vector<StepKind> matchingKinds(const QString &words);
/// An id that no step of the flow has: `http`, `http_2` …
std::string freeStepId(const StepKind &kind, const edit::FlowText &text);

} // namespace batuta::views
