// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/functions.h"

#include "engine/base/text.h"

namespace batuta::expr::detail {
namespace {

constexpr Function kFunctions[] = {
    // GitHub's.
    {"contains", 2, 2, callContains},
    {"startsWith", 2, 2, callStartsWith},
    {"endsWith", 2, 2, callEndsWith},
    {"format", 1, kAnyNumber, callFormat},
    {"join", 1, 2, callJoin},
    {"toJSON", 1, 1, callToJson},
    {"fromJSON", 1, 1, callFromJson},
    {"case", 3, kAnyNumber, callCase},
    {"success", 0, 0, callStatus, true},
    {"failure", 0, 0, callStatus, true},
    {"cancelled", 0, 0, callStatus, true},
    {"always", 0, 0, callStatus, true},
    // Ours.
    {"default", 2, 2, callDefault},
    {"length", 1, 1, callLength},
    {"now", 0, 0, callNow},
    {"sum", 1, kAnyNumber, callSum},
    {"min", 1, kAnyNumber, callMin},
    {"max", 1, kAnyNumber, callMax},
    {"avg", 1, kAnyNumber, callAvg},
    {"round", 1, 2, callRound},
    {"sha256", 1, 1, callSha256},
    {"pick", 2, kAnyNumber, callPick},
    {"omitNull", 1, 1, callOmitNull},
};

} // namespace

const Function *findFunction(std::string_view name)
{
    for (const Function &function : kFunctions)
        if (equalIgnoringCase(function.name, name))
            return &function;
    return nullptr;
}

std::vector<std::string> allFunctionNames()
{
    std::vector<std::string> names;
    for (const Function &function : kFunctions)
        names.emplace_back(function.name);
    return names;
}

} // namespace batuta::expr::detail
