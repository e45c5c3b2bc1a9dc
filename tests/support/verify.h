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

/// Fails with the error's own line when the Result holds one.
#define BATUTA_VERIFY_OK(result)                                                                             \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : batuta::errorText((result).error()).c_str())

/// Fails unless the Result holds an error of that code.
#define BATUTA_VERIFY_ERROR(result, expected)                                                                \
    do {                                                                                                     \
        QVERIFY2(!(result).has_value(), "an error was expected");                                            \
        QCOMPARE(batuta::test::shown(batuta::codeName((result).error().code)),                               \
                 batuta::test::shown(batuta::codeName(expected)));                                           \
    } while (false)
