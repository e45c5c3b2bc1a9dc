// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace batuta::expr::detail {

class Evaluator;
struct Node;
struct Operand;

/// One function of the language. `call` evaluates the arguments it needs, in the order it needs them.
struct Function
{
    std::string_view name;
    std::size_t least = 0;
    std::size_t most = 0;
    Operand (*call)(Evaluator &evaluator, const Node &node) = nullptr;
    bool isStatus = false;
};

inline constexpr std::size_t kAnyNumber = 255;

/// By name in any case; null when there is none.
const Function *findFunction(std::string_view name);
std::vector<std::string> allFunctionNames();

Operand callContains(Evaluator &evaluator, const Node &node);
Operand callStartsWith(Evaluator &evaluator, const Node &node);
Operand callEndsWith(Evaluator &evaluator, const Node &node);
Operand callFormat(Evaluator &evaluator, const Node &node);
Operand callJoin(Evaluator &evaluator, const Node &node);
Operand callToJson(Evaluator &evaluator, const Node &node);
Operand callFromJson(Evaluator &evaluator, const Node &node);
Operand callCase(Evaluator &evaluator, const Node &node);
Operand callStatus(Evaluator &evaluator, const Node &node);
Operand callDefault(Evaluator &evaluator, const Node &node);
Operand callLength(Evaluator &evaluator, const Node &node);
Operand callNow(Evaluator &evaluator, const Node &node);
Operand callSum(Evaluator &evaluator, const Node &node);
Operand callMin(Evaluator &evaluator, const Node &node);
Operand callMax(Evaluator &evaluator, const Node &node);
Operand callAvg(Evaluator &evaluator, const Node &node);
Operand callRound(Evaluator &evaluator, const Node &node);
Operand callSha256(Evaluator &evaluator, const Node &node);
Operand callPick(Evaluator &evaluator, const Node &node);
Operand callOmitNull(Evaluator &evaluator, const Node &node);

} // namespace batuta::expr::detail
