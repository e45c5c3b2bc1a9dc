// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace batuta::views {

Backoff::Millis Backoff::next()
{
    const Millis whole = std::min<Millis>(m_most, m_first * (1 << std::min(m_failures, 20)));
    ++m_failures;
    const auto half = static_cast<int>(whole.count() / 2);
    return Millis(half + QRandomGenerator::global()->bounded(half + 1));
}

} // namespace batuta::views
