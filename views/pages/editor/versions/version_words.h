// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/problem.h"
#include "engine/versions/flow_diff.h"
#include "engine/versions/git_state.h"
#include "engine/versions/version_index.h"
#include "views/models/status.h"
#include "views/pages/editor/versions/comparison.h"

#include <QString>

namespace batuta::views {

// The words, glyphs and colours of versions and differences, in the language that is set.

QString numberWord(int number); ///< `v15`
QString authorWord(const versions::VersionEntry &entry);
QString whenWord(WallTime at); ///< `21 Nov 14:06`
QString versionSentence(const versions::VersionEntry &entry);

QString changeWord(versions::ChangeKind kind);  ///< `Added`
QString changeGlyph(versions::ChangeKind kind); ///< `+`
/// Whose colours a change has.
Status changeStatus(versions::ChangeKind kind);
/// `2 steps added, 1 changed, 1 connection removed`; what there is none of is left out.
QString stepsSentence(const Comparison &comparison);
QString linesSentence(const DiffRows &text); ///< `12 lines added, 3 removed`

QString gitSentence(const versions::GitState &state);

} // namespace batuta::views
