// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/functions.h"
#include "engine/json/json.h"

#include <QTest>

#include <memory>
#include <string>
#include <string_view>

namespace batuta::sandbox {

inline std::unique_ptr<Functions> newFunctions(Functions::Limits limits = {})
{
    auto functions = Functions::create(limits);
    return functions ? std::move(*functions) : nullptr;
}

/// The answer of a call that must succeed; null, and a failed test, when it does not.
inline json::Value answerOf(Functions &functions, std::string_view function, const json::Value &payload)
{
    const Result<json::Value> answer = functions.call(function, payload);
    if (!answer)
        QTest::qFail(errorText(answer.error()).c_str(), __FILE__, __LINE__);
    return answer ? *answer : json::Value();
}

inline json::Value forUser(const char *userId)
{
    return json::Object{{"user_id", userId}};
}

} // namespace batuta::sandbox
