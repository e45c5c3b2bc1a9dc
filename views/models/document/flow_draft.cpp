// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_draft.h"

#include "engine/base/text.h"

#include <filesystem>

namespace batuta::views {
namespace {

constexpr std::string_view kHead = "# Batuta draft of ";
constexpr std::string_view kBegun = ", begun with ";
constexpr std::string_view kNothing = "nothing";

} // namespace

std::string draftPath(const std::string &workspace, const std::string &name)
{
    return (std::filesystem::path(workspace) / ".batuta" / "drafts" / (name + ".yaml")).string();
}

std::string writeDraft(const FlowDraft &draft)
{
    std::string content(kHead);
    content.append(draft.file).append(kBegun);
    content.append(draft.begun.empty() ? kNothing : draft.begun);
    content.append("\n").append(draft.text);
    return content;
}

Result<FlowDraft> readDraft(const std::string &content)
{
    const std::size_t end = content.find('\n');
    const std::string_view line = std::string_view(content).substr(0, end);
    const std::size_t begun = line.rfind(kBegun);
    if (end == std::string::npos || line.rfind(kHead, 0) != 0 || begun == std::string_view::npos)
        return Error{ErrorCode::FileUnreadable, "", "its first line is not that of a draft", {}, ""};
    if (!isValidUtf8(content))
        return Error{ErrorCode::FileUnreadable, "", "it is not in UTF-8", {}, ""};
    FlowDraft draft;
    draft.file = line.substr(kHead.size(), begun - kHead.size());
    draft.begun = line.substr(begun + kBegun.size());
    if (draft.begun == kNothing)
        draft.begun.clear();
    draft.text = content.substr(end + 1);
    return draft;
}

} // namespace batuta::views
