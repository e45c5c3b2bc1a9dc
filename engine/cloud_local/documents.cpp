// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/documents.h"

#include "engine/json/json.h"
#include "engine/store/database.h"

namespace batuta::cloud_local {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::uint64_t kBiggest = 64ULL << 20; ///< of one document

} // namespace

struct Documents::File
{
    store::Database database;
    store::Statement write;
    store::Statement remove;
    std::string path;
};

Documents::Documents() = default;
Documents::~Documents() = default;

Result<std::unique_ptr<Documents>> Documents::open(const std::string &path)
{
    auto documents = std::unique_ptr<Documents>(new Documents);
    if (path.empty())
        return documents;
    auto database = store::Database::open(path, store::OpenMode::ReadWrite);
    if (!database)
        return database.error();
    if (const Status made = database->run(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "CREATE TABLE IF NOT EXISTS document(kind TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL,"
            " PRIMARY KEY(kind, key)) WITHOUT ROWID");
        !made)
        return made.error();
    const Result<std::int64_t> version = database->number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > kVersion)
        return Error{ErrorCode::StoreVersion, path, "made by a newer Batuta", {}, {}};
    if (const Status set = database->run("PRAGMA user_version=1"); !set)
        return set.error();
    auto read = database->prepare("SELECT kind, key, body FROM document");
    if (!read)
        return read.error();
    int row = 0;
    while ((row = read->step()) == 1) {
        auto value = json::parse(read->blobAt(2), {kBiggest, 64});
        if (!value)
            return Error{ErrorCode::StoreCorrupt, path, read->textAt(0) + " " + read->textAt(1), {}, {}};
        documents->m_values.insert_or_assign(Id{read->textAt(0), read->textAt(1)}, std::move(*value));
    }
    if (row < 0)
        return database->failure(ErrorCode::StoreRead);
    auto write = database->prepare("INSERT OR REPLACE INTO document(kind, key, body) VALUES(?1, ?2, ?3)");
    auto remove = database->prepare("DELETE FROM document WHERE kind = ?1 AND key = ?2");
    if (!write || !remove)
        return write ? remove.error() : write.error();
    *read = store::Statement(); // before the database moves: statements are finalised first
    documents->m_file =
        std::make_unique<File>(File{std::move(*database), std::move(*write), std::move(*remove), path});
    return documents;
}

const json::Value *Documents::find(std::string_view kind, std::string_view key) const
{
    const auto found = m_values.find(Id{kind, key});
    return found == m_values.end() ? nullptr : &found->second;
}

void Documents::put(std::string_view kind, std::string_view key, json::Value value)
{
    Id id{kind, key};
    m_changed.insert(id);
    m_values.insert_or_assign(std::move(id), std::move(value));
}

bool Documents::erase(std::string_view kind, std::string_view key)
{
    Id id{kind, key};
    const bool was = m_values.erase(id) > 0;
    if (was)
        m_changed.insert(std::move(id));
    return was;
}

Documents::Listed Documents::list(std::string_view kind, std::string_view prefix) const
{
    Listed listed;
    for (auto at = m_values.lower_bound(Id{kind, prefix});
         at != m_values.end() && at->first.first == kind && at->first.second.starts_with(prefix); ++at)
        listed.emplace_back(at->first.second, &at->second);
    return listed;
}

std::size_t Documents::count(std::string_view kind, std::string_view prefix) const
{
    return list(kind, prefix).size();
}

Status Documents::writeOne(const Id &id)
{
    const auto value = m_values.find(id);
    store::Statement &statement = value == m_values.end() ? m_file->remove : m_file->write;
    statement.text(1, id.first).text(2, id.second);
    std::string body;
    if (value != m_values.end()) {
        json::write(value->second, body);
        statement.blob(3, body);
    }
    return statement.run() == 0 ? Status{} : Status(m_file->database.failure(ErrorCode::StoreWrite));
}

Status Documents::commit()
{
    if (m_changed.empty())
        return {};
    if (!m_file) {
        m_changed.clear();
        return {};
    }
    Status done = m_file->database.run("BEGIN IMMEDIATE");
    for (auto id = m_changed.begin(); done && id != m_changed.end(); ++id)
        done = writeOne(*id);
    if (done)
        done = m_file->database.run("COMMIT");
    if (done) {
        m_changed.clear();
    } else if (m_file->database.isInTransaction()) {
        const Status undone = m_file->database.run("ROLLBACK");
        if (!undone)
            return undone;
    }
    return done;
}

} // namespace batuta::cloud_local
