// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/patch.h"

#include "engine/versions/line_diff.h"

namespace batuta::cli {

std::string patchText(const std::string &before, const std::string &after)
{
    const versions::Pieces old = versions::linesOf(before), now = versions::linesOf(after);
    const versions::PieceDiff diff = versions::diffOf(old, now);
    std::string text = diff.isCoarse ? "The texts differ too much for an exact comparison.\n" : "";
    const auto range = [](std::size_t at, std::size_t count) {
        return std::to_string(count > 0 ? at + 1 : at) + "," + std::to_string(count);
    };
    const auto put = [&text](char sign, std::string_view line) { (text += sign).append(line) += '\n'; };
    for (const versions::Stretch &stretch : diff.stretches) {
        if (stretch.isSame)
            continue;
        text += "@@ -" + range(stretch.beforeAt, stretch.before) + " +" +
                range(stretch.afterAt, stretch.after) + " @@\n";
        for (std::size_t i = 0; i < stretch.before; ++i)
            put('-', old[stretch.beforeAt + i]);
        for (std::size_t i = 0; i < stretch.after; ++i)
            put('+', now[stretch.afterAt + i]);
    }
    return text;
}

} // namespace batuta::cli
