// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/child_process.h"

#include "engine/net/child_spawn.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <sys/wait.h>

namespace asio = boost::asio;

namespace batuta::net {
namespace {

constexpr std::size_t kKeptErrors = 4096;
/// What is read after the end at most: whoever left the group may still hold the pipe and write on.
constexpr int kLastReads = 1024;

} // namespace

/// Kept alive by its pending operations, so that a child that was forgotten is reaped all the same.
struct ChildProcess::State : std::enable_shared_from_this<ChildProcess::State>
{
    using Buffer = std::array<char, 16384>;
    struct Stream
    {
        explicit Stream(Loop &loop)
            : end(loop.context())
        {
        }
        asio::posix::stream_descriptor end;
        Buffer buffer{};
        bool isOpen = true;
    };

    State(Loop &owner, ChildCommand what, Done whenDone)
        : loop(owner)
        , command(std::move(what))
        , done(std::move(whenDone))
        , exited(owner.context())
        , output(owner)
        , errors(owner)
    {
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    /// With the loop gone nobody hears the end: it is waited for here, which after SIGKILL is soon.
    ~State()
    {
        if (id == 0)
            return;
        ::kill(-id, SIGKILL);
        ::waitpid(id, nullptr, 0);
    }

    Status begin();
    void terminate();
    void killGroup() const { ::kill(-id, SIGKILL); }
    void waitForEnd();
    bool hasEnded() const;
    void readNext(Stream &stream);
    bool readOnce(Stream &stream); ///< false when nothing is left for now
    void take(Stream &stream, std::size_t count);
    void readRest(Stream &stream);
    void ended();

    Loop &loop;
    ChildCommand command;
    Done done; ///< empty once nobody wants to know
    int id = 0;
    asio::posix::stream_descriptor exited;
    Stream output;
    Stream errors;
    ChildEnd end;
    bool terminating = false;
    Loop::TimerId killTimer = 0;
};

Status ChildProcess::State::begin()
{
    Result<Spawned> spawned = spawn(command);
    if (!spawned)
        return spawned.error();
    command.input.clear();
    id = spawned->id;
    exited.assign(spawned->ended.release());
    output.end.assign(spawned->output.release());
    errors.end.assign(spawned->errors.release());
    output.end.non_blocking(true);
    errors.end.non_blocking(true);
    waitForEnd();
    readNext(output);
    readNext(errors);
    return {};
}

void ChildProcess::State::terminate()
{
    if (std::exchange(terminating, true) || id == 0)
        return;
    ::kill(-id, SIGTERM);
    killTimer = loop.startTimer(std::chrono::steady_clock::now() + command.grace, [this] {
        killTimer = 0;
        killGroup();
    });
}

void ChildProcess::State::waitForEnd()
{
    exited.async_wait(asio::posix::stream_descriptor::wait_read,
                      [self = shared_from_this()](const boost::system::error_code &error) {
                          if (error)
                              return;
                          // The reactor may say so without cause: what it learned of a descriptor that was
                          // just closed can reach the one that took its place. Whoever runs is not killed.
                          if (self->hasEnded())
                              self->ended();
                          else
                              self->waitForEnd();
                      });
}

/// Asks without reaping.
bool ChildProcess::State::hasEnded() const
{
    siginfo_t told{};
    return ::waitid(P_PID, static_cast<id_t>(id), &told, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           told.si_pid == id;
}

// Waits and then reads, in one turn: a read that had ended without its handler would be lost at the end.
void ChildProcess::State::readNext(Stream &stream)
{
    stream.end.async_wait(asio::posix::stream_descriptor::wait_read,
                          [self = shared_from_this(), &stream](const boost::system::error_code &error) {
                              if (error || self->id == 0)
                                  return;
                              self->readOnce(stream);
                              if (stream.isOpen)
                                  self->readNext(stream);
                          });
}

bool ChildProcess::State::readOnce(Stream &stream)
{
    boost::system::error_code error;
    const std::size_t count = stream.end.read_some(asio::buffer(stream.buffer), error);
    if (!error)
        take(stream, count);
    else if (error != asio::error::would_block)
        stream.isOpen = false;
    return !error && stream.isOpen;
}

void ChildProcess::State::take(Stream &stream, std::size_t count)
{
    if (command.hear) {
        if (done) // else nobody wants to know
            command.hear(&stream == &errors, std::string_view(stream.buffer.data(), count));
        return;
    }
    if (&stream == &errors) {
        end.errors.append(stream.buffer.data(), count);
        if (end.errors.size() > kKeptErrors)
            end.errors.erase(0, end.errors.size() - kKeptErrors);
        return;
    }
    const std::size_t room = command.maxOutputBytes - end.output.size();
    end.output.append(stream.buffer.data(), std::min(count, room));
    if (count > room) {
        end.outputTooLong = true;
        stream.isOpen = false;
        killGroup();
    }
}

void ChildProcess::State::readRest(Stream &stream)
{
    for (int turn = 0; turn < kLastReads && stream.isOpen && readOnce(stream); ++turn) {
    }
    boost::system::error_code ignored;
    stream.end.close(ignored);
}

void ChildProcess::State::ended()
{
    // Before it is reaped its number still stands for this group and no other.
    killGroup();
    int status = 0;
    ::waitpid(id, &status, 0);
    readRest(output);
    readRest(errors);
    id = 0;
    boost::system::error_code ignored;
    exited.close(ignored);
    loop.cancelTimer(std::exchange(killTimer, 0));
    end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (const Done tell = std::exchange(done, nullptr))
        tell(std::move(end)); // may destroy the ChildProcess
}

ChildProcess::ChildProcess(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

ChildProcess::~ChildProcess()
{
    m_state->done = nullptr;
    if (m_state->id == 0)
        return;
    m_state->loop.cancelTimer(std::exchange(m_state->killTimer, 0));
    m_state->killGroup(); // its end is still heard, and it is reaped then
}

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(Loop &loop, ChildCommand command, Done done)
{
    auto state = std::make_shared<State>(loop, std::move(command), std::move(done));
    if (Status status = state->begin(); !status)
        return status.error();
    return std::unique_ptr<ChildProcess>(new ChildProcess(std::move(state)));
}

void ChildProcess::terminate()
{
    m_state->terminate();
}

void ChildProcess::kill()
{
    if (m_state->id != 0)
        m_state->killGroup();
}

int ChildProcess::id() const
{
    return m_state->id;
}

} // namespace batuta::net
