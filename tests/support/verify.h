// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <QByteArray>
#include <QString>
#include <QTest>

#include <string_view>

namespace batuta::test {

/// Text that QCOMPARE prints when it differs.
inline QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace batuta::test

/// Fails with the error's own line when the Result holds one. Evaluates its argument once.
#define BATUTA_VERIFY_OK(result)                                                                             \
    do {                                                                                                     \
        const auto &verified = (result);                                                                     \
        QVERIFY2(verified.has_value(),                                                                       \
                 verified.has_value() ? "" : batuta::errorText(verified.error()).c_str());                   \
    } while (false)

/// Fails unless the Result holds an error of that code. Evaluates its argument once.
#define BATUTA_VERIFY_ERROR(result, expected)                                                                \
    do {                                                                                                     \
        const auto &verified = (result);                                                                     \
        QVERIFY2(!verified.has_value(), "an error was expected");                                            \
        QCOMPARE(batuta::test::shown(batuta::codeName(verified.error().code)),                               \
                 batuta::test::shown(batuta::codeName(expected)));                                           \
    } while (false)
