// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/production_lock.h"

namespace batuta::views {
namespace {

constexpr int kOpenFor = 15 * 60 * 1000;

} // namespace

ProductionLock::ProductionLock(QObject *parent)
    : QObject(parent)
{
    m_end.setSingleShot(true);
    m_second.setInterval(1000);
    connect(&m_end, &QTimer::timeout, this, &ProductionLock::lock);
    connect(&m_second, &QTimer::timeout, this, &ProductionLock::changed);
}

int ProductionLock::secondsLeft() const
{
    return isOpen() ? qBound(1, m_end.remainingTime() / 1000, kOpenFor / 1000) : 0;
}

void ProductionLock::unlock()
{
    m_end.start(kOpenFor);
    m_second.start();
    emit changed();
}

void ProductionLock::lock()
{
    m_end.stop();
    m_second.stop();
    emit changed();
}

} // namespace batuta::views
