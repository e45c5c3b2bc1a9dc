// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/any_store.h"

#include "engine/store/database.h"
#include "engine/store/job_thread.h"
#include "engine/store/pg_session.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>

namespace batuta::test {
namespace {

PostgresServer *theServer = nullptr; // while the tests run over it

Result<store::PgSession> sessionTo(const std::string &address)
{
    Result<store::PgSession> session = store::PgSession::connect(address);
    if (session)
        if (Status set = session->script("SET search_path = batuta"); !set)
            return set.error();
    return session;
}

} // namespace

bool AnyStore::isServer()
{
    return theServer != nullptr;
}

PostgresServer &AnyStore::server()
{
    return *theServer;
}

AnyStore::AnyStore()
    : m_name(isServer() ? theServer->newDatabase() : m_folder.filePath("h/history.db").toStdString())
{
}

std::unique_ptr<store::History> AnyStore::open(store::Durability durability, bool readOnly) const
{
    auto history = store::openHistory({m_name, readOnly, durability});
    if (!history)
        std::fprintf(stderr, "%s\n", errorText(history.error()).c_str());
    return history ? std::move(*history) : nullptr;
}

std::int64_t AnyStore::number(const std::string &sql) const
{
    if (isServer()) {
        Result<store::PgSession> session = sessionTo(m_name);
        return session ? session->number(sql.c_str()).value_or(-1) : -1;
    }
    Result<store::Database> database = store::Database::open(m_name, store::OpenMode::ReadWrite);
    return database ? database->number(sql).value_or(-1) : -1;
}

Status AnyStore::run(const std::string &sql) const
{
    if (isServer()) {
        Result<store::PgSession> session = sessionTo(m_name);
        return session ? session->script(sql) : Status(session.error());
    }
    Result<store::Database> database = store::Database::open(m_name, store::OpenMode::ReadWrite);
    return database ? database->run(sql) : Status(database.error());
}

Status AnyStore::refuse(const std::string &act, const std::string &table) const
{
    if (isServer())
        return run("CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                   "$$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = 'XX000'; END $$; "
                   "CREATE TRIGGER refused BEFORE " +
                   act + " ON " + table + " FOR EACH ROW EXECUTE FUNCTION refuse()");
    return run("CREATE TRIGGER refused BEFORE " + act + " ON " + table +
               " BEGIN SELECT RAISE(ROLLBACK, 'full'); END");
}

Status AnyStore::allow(const std::string &table) const
{
    return run(isServer() ? "DROP TRIGGER refused ON " + table : "DROP TRIGGER refused");
}

Status AnyStore::damageJournal(int row, int at) const
{
    const std::string key = std::to_string(
        number("SELECT batch FROM journal ORDER BY batch LIMIT 1 OFFSET " + std::to_string(row)));
    const std::string byte = std::to_string(at);
    if (isServer())
        return run("UPDATE journal SET body = set_byte(body, " + byte + ", get_byte(body, " + byte +
                   ") # 85) WHERE batch = " + key);
    Result<store::Database> database = store::Database::open(m_name, store::OpenMode::ReadWrite);
    if (!database)
        return database.error();
    Result<store::Statement> read =
        database->prepare("SELECT body FROM journal WHERE length(body) > " + byte + " AND batch = " + key);
    if (!read || read->step() != 1)
        return Error{ErrorCode::Internal, "journal", "there is no such byte", {}, {}};
    std::string body(read->blobAt(0));
    read->reset();
    body[static_cast<std::size_t>(at)] = static_cast<char>(body[static_cast<std::size_t>(at)] ^ 0x55);
    Result<store::Statement> write = database->prepare("UPDATE journal SET body = ? WHERE batch = " + key);
    return write && write->blob(1, body).run() == 0 ? Status()
                                                    : Status(database->failure(ErrorCode::StoreWrite));
}

int runOnEveryStore(int argc, char **argv, const std::function<std::unique_ptr<QObject>()> &make)
{
    QCoreApplication application(argc, argv);
    std::puts("* SQLite");
    const int failedOnFile = QTest::qExec(make().get(), argc, argv);
    std::puts("* PostgreSQL");
    // ThreadSanitizer forgets the locks of a thread that starts a process while it is the only one.
    const store::JobThread company;
    PostgresServer server;
    if (const QString problem = server.start(); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }
    theServer = &server;
    const int failedOnServer = QTest::qExec(make().get(), argc, argv);
    theServer = nullptr;
    return failedOnFile + failedOnServer;
}

} // namespace batuta::test
