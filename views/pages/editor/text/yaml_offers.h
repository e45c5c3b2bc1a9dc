// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/completion.h"

#include <QString>

#include <functional>
#include <vector>

namespace batuta::views {

/// One line of the text, by its number from 0; a null text behind the last.
using LineSource = std::function<QString(int line)>;

struct YamlOffer
{
    QString text; ///< what it is called
    QString detail;
    QString insert; ///< what is written
    int back = 0;   ///< characters that the caret goes back then: into the brackets
};

struct YamlOffers
{
    int from = 0; ///< column: what stands between it and the caret is replaced
    std::vector<YamlOffer> items;
};

/// The keys and positions that lead to a place, told by indentation alone: the text may be broken.
std::vector<std::string> yamlPathAt(const LineSource &lines, int line, int column);

/// What fits at the caret: keys of the mapping it is in, values of its key, steps in `needs`, names in
/// expressions. Unasked it offers nothing where nothing was typed.
YamlOffers yamlOffersAt(const LineSource &lines, int line, int column, bool isAsked,
                        const CompletionSource &names);

} // namespace batuta::views
