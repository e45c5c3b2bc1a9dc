// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace batuta::kill {

/// A flow made of chance, and what must hold of it.
struct RandomFlow
{
    std::string name;
    std::string text;
    /// For each step that calls a function: the steps that have ended when its first call comes.
    std::map<std::string, std::set<std::string>> before;
    std::set<std::string> lists;     ///< steps with foreach
    std::set<std::string> approvals; ///< steps that a person answers
    std::set<std::string> events;    ///< names of the signals that steps wait for
    bool isLoose = false; ///< what becomes of steps side by side depends on time: compare the status alone
    bool isChild = false; ///< only other flows start it
};

using Random = std::mt19937_64;

/// Whole numbers from `least` to `most`, both included.
int draw(Random &random, int least, int most);

/// `children` small flows, and `count` flows that use every construct, those among them. The functions are at
/// `${{ env.F }}/FLOW/STEP`; their query says how they behave (see CountingFunctions). The same seed gives
/// the same flows.
std::vector<RandomFlow> randomFlows(std::uint64_t seed, int count);

} // namespace batuta::kill
