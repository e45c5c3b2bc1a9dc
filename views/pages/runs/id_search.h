// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

#include <QObject>
#include <QString>

namespace batuta::views {

/// Finds out what an id is: an execution, or else the correlation, session or user of some execution. One
/// search at a time; a new one replaces it.
class IdSearch final : public QObject
{
    Q_OBJECT

public:
    explicit IdSearch(EngineLink &link, QObject *parent = nullptr);
    void find(const QString &id);

signals:
    void isExecution(const QString &id);
    void isFilter(const QString &key, const QString &value);
    void isUnknown(const QString &id);
    void failed(const batuta::Error &error);

private:
    void findField(const QString &id, int field, int generation);

    EngineLink &m_link;
    int m_generation = 0;
};

} // namespace batuta::views
