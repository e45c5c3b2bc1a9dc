// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/history.h"
#include "tests/support/postgres_server.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>

namespace batuta::test {

/// One empty history for one test: a SQLite file, or a database on the server of this program. Which of them
/// says runOnEveryStore().
class AnyStore
{
public:
    AnyStore();

    static bool isServer();
    /// The server of this program; only while isServer().
    static PostgresServer &server();

    /// A file, or an address.
    const std::string &name() const { return m_name; }
    std::unique_ptr<store::History> open(store::Durability durability = store::Durability::Normal,
                                         bool readOnly = false) const;
    /// The first column of the first row, -1 when it cannot be asked.
    std::int64_t number(const std::string &sql) const;
    Status run(const std::string &sql) const;
    /// Every `DELETE`, `INSERT` … on the table fails and takes its transaction with it, like a full disk.
    Status refuse(const std::string &act, const std::string &table) const;
    Status allow(const std::string &table) const;
    /// Changes one byte of a row of the journal; rows count from 0.
    Status damageJournal(int row, int at) const;

private:
    QTemporaryDir m_folder;
    std::string m_name;
};

/// Runs a test once over SQLite and once over PostgreSQL. 0 when both passed.
int runOnEveryStore(int argc, char **argv, const std::function<std::unique_ptr<QObject>()> &make);

} // namespace batuta::test

#define BATUTA_EVERY_STORE_MAIN(Test)                                                                        \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        return batuta::test::runOnEveryStore(argc, argv, [] { return std::make_unique<Test>(); });           \
    }
