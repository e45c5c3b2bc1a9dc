// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/address.h"

#include <QList>
#include <QObject>

namespace batuta::views {

/// Where the window has been: a list of addresses with a current one, as in a browser. At most 100.
class Navigation final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Goes to a new place; what was ahead is forgotten. The current place again changes nothing.
    void visit(const Address &address);
    /// The same place, with what has changed in its address (a selection, a filter): no new entry.
    void amend(const Address &address);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    void back();
    void forward();
    Address current() const;

signals:
    void moved(const batuta::views::Address &address);

private:
    QList<Address> m_places;
    qsizetype m_at = -1;
};

} // namespace batuta::views
