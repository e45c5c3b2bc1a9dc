// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/compare/env_difference.h"
#include "views/models/compare/run_comparison.h"

#include <QCoreApplication>
#include <QString>

namespace batuta::views {

/// Context of the texts that no widget owns.
class CompareText
{
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

/// A field of ComparedFact in words; ids of fields stay as they are.
QString factWord(const std::string &name);
/// `+10.19 s`, `−0.20 s`, `0.00 s`.
QString deltaWord(Duration delta);
/// The name of a pair: that of B, else that of A.
QString stepName(const RunComparison &runs, int step);
/// Why B went another way than A, or took another time: one or two sentences.
QString causeSentence(const RunComparison &runs);
/// One row as a sentence, for a screen reader.
QString rowSentence(const RunComparison &runs, int step);
/// The whole comparison as Markdown: runs, cause, steps that differ, differences.
QString summaryMarkdown(const RunComparison &runs, const std::vector<EnvKeyDifference> &environment);

} // namespace batuta::views
