// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/navigation.h"

namespace batuta::views {
namespace {

constexpr qsizetype kMost = 100;

} // namespace

void Navigation::visit(const Address &address)
{
    if (m_at >= 0 && m_places.at(m_at) == address)
        return emit moved(address);
    m_places.resize(m_at + 1);
    m_places.append(address);
    if (m_places.size() > kMost)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
    emit moved(address);
}

void Navigation::amend(const Address &address)
{
    if (m_at >= 0)
        m_places[m_at] = address;
}

void Navigation::back()
{
    if (!canGoBack())
        return;
    --m_at;
    emit moved(current());
}

void Navigation::forward()
{
    if (!canGoForward())
        return;
    ++m_at;
    emit moved(current());
}

Address Navigation::current() const
{
    return m_at >= 0 ? m_places.at(m_at) : Address();
}

} // namespace batuta::views
