// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>

namespace batuta::views {

/// What a person has made of a flow and not published. On the disk it is the flow's text behind one line of
/// comment, which says of which file and with which of its versions it was begun.
struct FlowDraft
{
    std::string file;  ///< from the workspace: `flows/ml/update_profile.yaml`
    std::string begun; ///< Flow::version of the file then; "" when there was no file
    std::string text;
};

/// `<workspace>/.batuta/drafts/<name>.yaml`
std::string draftPath(const std::string &workspace, const std::string &name);

std::string writeDraft(const FlowDraft &draft);
/// FileUnreadable when the first line is not that of a draft, or the text is no UTF-8.
Result<FlowDraft> readDraft(const std::string &content);

} // namespace batuta::views
