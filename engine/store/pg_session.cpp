// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/pg_session.h"

#include "engine/base/text.h"

#include <libpq-fe.h>

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace batuta::store {
namespace {

constexpr int kSilence = 60'000;        // milliseconds
constexpr int kLongSilence = 3'600'000; // while whole tables are written again
constexpr int kBinary = 1;
// Numbers of the server's built-in types, the same everywhere.
constexpr unsigned kBytea = 17;
constexpr unsigned kBigint = 20;
constexpr unsigned kText = 25;
constexpr unsigned kUuid = 2950;

struct OptionsClearer
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using ConnectOptions = std::unique_ptr<PQconninfoOption, OptionsClearer>;

ConnectOptions parsed(const std::string &url)
{
    char *problem = nullptr;
    ConnectOptions options(PQconninfoParse(url.c_str(), &problem));
    PQfreemem(problem); // it quotes the text, and with it a password
    return options;
}

std::string valueOf(const ConnectOptions &options, std::string_view name)
{
    for (const PQconninfoOption *one = options.get(); one != nullptr && one->keyword != nullptr; ++one)
        if (one->keyword == name && one->val != nullptr)
            return one->val;
    return {};
}

PgFault faultOf(std::string_view state)
{
    if (state.substr(0, 2) == "22" || state.substr(0, 2) == "23" || state.substr(0, 2) == "54")
        return PgFault::Row;
    if (state.substr(0, 2) == "40" || state == "55P03" || state == "57014")
        return PgFault::Busy;
    // The server leaves or comes, is full, or has become a copy that only reads.
    if (state.substr(0, 2) == "57" || state.substr(0, 2) == "08" || state == "53300" || state == "25006")
        return PgFault::Session;
    return PgFault::Other;
}

ErrorCode codeOf(std::string_view state, PgFault fault)
{
    if (state == "53100")
        return ErrorCode::StoreFull;
    if (state == "XX001" || state == "XX002")
        return ErrorCode::StoreCorrupt;
    return fault == PgFault::Busy || fault == PgFault::Session ? ErrorCode::StoreBusy : ErrorCode::StoreWrite;
}

} // namespace

std::string PgValues::cleaned(std::string_view text)
{
    std::string clean;
    while (!text.empty()) {
        std::size_t size = 1;
        while (size < 4 && size < text.size() && !isValidUtf8(text.substr(0, size)))
            ++size;
        if (text.front() == '\0' || !isValidUtf8(text.substr(0, size))) {
            clean += "\xEF\xBF\xBD";
            size = 1;
        } else {
            clean += text.substr(0, size);
        }
        text.remove_prefix(size);
    }
    return clean;
}

PgValues &PgValues::add(unsigned type, const char *value, std::size_t size)
{
    m_types.push_back(type);
    m_values.push_back(value);
    m_sizes.push_back(static_cast<int>(size));
    return *this;
}

PgValues &PgValues::text(std::string_view value)
{
    if (value.empty())
        return add(kText, nullptr, 0);
    if (value.find('\0') != std::string_view::npos || !isValidUtf8(value))
        value = m_own.emplace_back(cleaned(value));
    return add(kText, value.data(), value.size());
}

PgValues &PgValues::bytes(std::string_view value)
{
    return add(kBytea, value.empty() ? "" : value.data(), value.size());
}

PgValues &PgValues::uuid(std::string_view sixteen)
{
    return add(kUuid, sixteen.empty() ? nullptr : sixteen.data(), sixteen.size());
}

PgValues &PgValues::integer(std::int64_t value)
{
    std::string &bytes = m_own.emplace_back(8, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(value >> (56 - 8 * i) & 0xFF);
    return add(kBigint, bytes.data(), bytes.size());
}

void PgRows::Clearer::operator()(pg_result *rows) const
{
    PQclear(rows);
}

int PgRows::size() const
{
    return PQntuples(m_rows.get());
}

std::int64_t PgRows::changed() const
{
    return std::atoll(PQcmdTuples(m_rows.get()));
}

bool PgRows::isCommit() const
{
    return std::string_view(PQcmdStatus(m_rows.get())) == "COMMIT";
}

bool PgRows::Row::isNullAt(int column) const
{
    return PQgetisnull(m_rows, m_at, column) != 0;
}

std::string_view PgRows::Row::blobAt(int column) const
{
    return {PQgetvalue(m_rows, m_at, column), static_cast<std::size_t>(PQgetlength(m_rows, m_at, column))};
}

std::string PgRows::Row::textAt(int column) const
{
    return std::string(blobAt(column));
}

std::int64_t PgRows::Row::integerAt(int column) const
{
    std::uint64_t value = 0;
    for (const char byte : blobAt(column))
        value = value << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

void PgSession::Closer::operator()(pg_conn *handle) const
{
    PQfinish(handle);
}

Result<PgSession> PgSession::connect(const std::string &url)
{
    PgSession session;
    session.m_silence = kSilence;
    session.m_name = shownStore(url);
    const ConnectOptions options = parsed(url);
    if (!options)
        return Error{ErrorCode::StoreOpen,
                     "store",
                     "it cannot be read as an address",
                     {},
                     "Write postgresql://USER@HOST:PORT/DATABASE."};
    // A server that is gone is noticed in half a minute; what the address says comes later and so wins.
    const std::array<const char *, 9> names{"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                                            "keepalives_count", "tcp_user_timeout", "client_encoding",
                                            "application_name", "dbname",           nullptr};
    const std::array<const char *, 9> values{"10",   "10",     "5",         "3",    "30000",
                                             "UTF8", "batuta", url.c_str(), nullptr};
    session.m_handle.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (PQstatus(session.m_handle.get()) != CONNECTION_OK) {
        Error error = session.failure();
        error.code = ErrorCode::StoreOpen;
        error.mend = "Check the address, whether the server runs, and who may sign in there.";
        return error;
    }
    PQsetNoticeReceiver(
        session.m_handle.get(), [](void *, const PGresult *) {}, nullptr);
    PQsetnonblocking(session.m_handle.get(), 1);
    return session;
}

bool PgSession::isOpen() const
{
    return m_handle && PQstatus(m_handle.get()) == CONNECTION_OK && m_fault != PgFault::Session;
}

int PgSession::backend() const
{
    return PQbackendPID(m_handle.get());
}

Error PgSession::failure(const pg_result *result)
{
    const char *field = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string_view state = field == nullptr ? "" : field;
    const bool isGone = PQstatus(m_handle.get()) != CONNECTION_OK;
    m_fault = isGone || state.empty() ? PgFault::Session : faultOf(state);
    const char *primary = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    std::string text(trimmed(primary == nullptr ? PQerrorMessage(m_handle.get()) : primary));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return Error{codeOf(state, m_fault), m_name, text.empty() ? "the connection is gone" : text, {}, ""};
}

Status PgSession::waitFor(short events)
{
    pollfd socket{PQsocket(m_handle.get()), events, 0};
    int ready = 0;
    do {
        ready = ::poll(&socket, 1, m_silence);
    } while (ready < 0 && errno == EINTR);
    if (ready > 0)
        return {};
    m_fault = PgFault::Session;
    return Error{ErrorCode::StoreBusy, m_name, "the server does not answer", {}, ""};
}

Status PgSession::sendAll()
{
    // The server may stop reading until its answers are taken.
    for (int left = PQflush(m_handle.get()); left != 0; left = PQflush(m_handle.get())) {
        if (left < 0)
            return failure();
        if (Status ready = waitFor(POLLIN | POLLOUT); !ready)
            return ready;
        if (PQconsumeInput(m_handle.get()) == 0)
            return failure();
    }
    return {};
}

Result<pg_result *> PgSession::next()
{
    while (PQisBusy(m_handle.get()) != 0) {
        if (Status ready = waitFor(POLLIN); !ready)
            return ready.error();
        if (PQconsumeInput(m_handle.get()) == 0)
            return failure();
    }
    return PQgetResult(m_handle.get());
}

Status PgSession::enterPipeline()
{
    if (PQpipelineStatus(m_handle.get()) == PQ_PIPELINE_OFF) {
        m_fault = PgFault::None;
        if (PQenterPipelineMode(m_handle.get()) != 1)
            return failure();
    }
    return {};
}

Status PgSession::prepare(const char *sql, const PgValues &values, std::string &name)
{
    const auto known = m_prepared.find(sql);
    if (known != m_prepared.end()) {
        name = known->second;
        return {};
    }
    name = "s" + std::to_string(m_names++);
    if (PQsendPrepare(m_handle.get(), name.c_str(), sql, static_cast<int>(values.m_types.size()),
                      values.m_types.data()) != 1)
        return failure();
    m_prepared.emplace(sql, name);
    m_preparing.push_back(sql);
    m_isAnswer.push_back(false);
    return {};
}

Status PgSession::send(const char *sql, const PgValues &values)
{
    if (Status entered = enterPipeline(); !entered)
        return entered;
    std::string name;
    if (Status prepared = prepare(sql, values, name); !prepared)
        return prepared;
    const std::vector<int> formats(values.m_types.size(), kBinary);
    if (PQsendQueryPrepared(m_handle.get(), name.c_str(), static_cast<int>(values.m_types.size()),
                            values.m_values.data(), values.m_sizes.data(), formats.data(), kBinary) != 1)
        return failure();
    m_isAnswer.push_back(true);
    return {};
}

Result<std::vector<PgRows>> PgSession::flush()
{
    if (PQpipelineStatus(m_handle.get()) == PQ_PIPELINE_OFF)
        return std::vector<PgRows>(); // nothing was sent
    if (PQpipelineSync(m_handle.get()) != 1)
        return failure();
    if (Status sent = sendAll(); !sent)
        return sent.error();
    std::vector<PgRows> answers;
    Status status;
    std::size_t at = 0;
    for (bool isOver = false; !isOver;) {
        Result<pg_result *> result = next();
        if (!result)
            return result.error();
        if (*result == nullptr) {
            if (PQstatus(m_handle.get()) != CONNECTION_OK)
                return failure();
            continue;
        }
        PgRows rows(*result);
        const ExecStatusType kind = PQresultStatus(*result);
        isOver = kind == PGRES_PIPELINE_SYNC;
        if (kind == PGRES_FATAL_ERROR && status)
            status = failure(*result);
        if (kind == PGRES_COMMAND_OK || kind == PGRES_TUPLES_OK) {
            if (at < m_isAnswer.size() && m_isAnswer[at])
                answers.push_back(std::move(rows));
            ++at;
        }
    }
    PQexitPipelineMode(m_handle.get());
    m_isAnswer.clear();
    const std::vector<const char *> preparing = std::exchange(m_preparing, {});
    if (!status) { // it may have kept the server from preparing: next time under another name
        for (const char *sql : preparing)
            m_prepared.erase(sql);
        return status.error();
    }
    return answers;
}

Result<PgRows> PgSession::run(const char *sql, const PgValues &values)
{
    if (Status sent = send(sql, values); !sent)
        return sent.error();
    Result<std::vector<PgRows>> answers = flush();
    if (!answers)
        return answers.error();
    return answers->empty() ? PgRows() : std::move(answers->back());
}

Result<std::int64_t> PgSession::number(const char *sql, const PgValues &values)
{
    const Result<PgRows> rows = run(sql, values);
    if (!rows)
        return rows.error();
    return rows->size() == 0 ? 0 : (*rows)[0].integerAt(0);
}

Status PgSession::script(const std::string &sql)
{
    if (PQpipelineStatus(m_handle.get()) != PQ_PIPELINE_OFF)
        std::ignore = flush(); // whoever queued it has given it up
    m_fault = PgFault::None;
    m_silence = kLongSilence;
    const Status done = answered(sql);
    m_silence = kSilence;
    return done;
}

Status PgSession::answered(const std::string &sql)
{
    if (PQsendQuery(m_handle.get(), sql.c_str()) != 1)
        return failure();
    if (Status sent = sendAll(); !sent)
        return sent;
    Status status;
    for (;;) {
        Result<pg_result *> result = next();
        if (!result)
            return result.error();
        if (*result == nullptr)
            return status;
        const PgRows rows(*result);
        if (PQresultStatus(*result) == PGRES_FATAL_ERROR && status)
            status = failure(*result);
    }
}

bool isServer(std::string_view store)
{
    return store.substr(0, 13) == "postgresql://" || store.substr(0, 11) == "postgres://";
}

bool hasPassword(const std::string &store)
{
    if (!isServer(store))
        return false;
    const ConnectOptions options = parsed(store);
    return !options || !valueOf(options, "password").empty() || !valueOf(options, "sslpassword").empty();
}

std::string shownStore(const std::string &store)
{
    if (!isServer(store))
        return store;
    const ConnectOptions options = parsed(store);
    if (!options)
        return "postgresql://…";
    std::string shown = "postgresql://";
    if (const std::string user = valueOf(options, "user"); !user.empty())
        shown += user + '@';
    shown += valueOf(options, "host");
    if (const std::string port = valueOf(options, "port"); !port.empty())
        shown += ':' + port;
    return shown + '/' + valueOf(options, "dbname");
}

} // namespace batuta::store
