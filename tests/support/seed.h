// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <random>

namespace batuta::test {

/// Where a test with random input begins. The same everywhere, so that a run can be repeated and no build
/// turns red by chance; BATUTA_TEST_SEED=N begins at N, BATUTA_TEST_SEED=random anywhere, to look for more.
inline unsigned seed()
{
    const QByteArray given = qgetenv("BATUTA_TEST_SEED");
    const unsigned begin = given == "random" ? std::random_device()() : given.isEmpty() ? 1 : given.toUInt();
    qInfo("BATUTA_TEST_SEED=%u", begin);
    return begin;
}

} // namespace batuta::test
