// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/targets.h"
#include "engine/json/value.h"

namespace batuta::sandbox {

/// The functions' results as JSON: what is computed elsewhere gets its names here. No decisions.

json::Value rounded(double number); ///< to four decimals
json::Object answerForEmbedding(const Knowledge &knowledge, const UserState &user);
json::Object answerForTarget(const Target &target);
json::Object answerForMatch(const Match &match);
json::Array answerForItems(const Knowledge &knowledge, const std::vector<GapItem> &items, std::size_t most);
json::Object answerForGap(const Knowledge &knowledge, const Gap &gap);
json::Object answerForPlan(const Knowledge &knowledge, const CoursePlan &plan);
/// What fits, what does not, and the verdict in words.
json::Object answerForAnalysis(const Knowledge &knowledge, const UserState &user, const Target &target);
json::Object answerForVacancy(const Knowledge &knowledge, const Ranked &ranked);
json::Object answerForProfession(const Knowledge &knowledge, const Ranked &ranked);
/// Where on a career's ladder the user stands: the highest position with coverage of 0.6, and what the next
/// one lacks.
json::Object answerForCareer(const Knowledge &knowledge, const UserState &user, const Career &career);
/// Appends the members of `more` that `object` does not have.
void merge(json::Object &object, const json::Object &more);

} // namespace batuta::sandbox
