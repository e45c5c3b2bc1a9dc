// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/child_spawn.h"

#include "engine/base/text.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace batuta::net {
namespace {

/// What the child needs between fork and exec, where it may not allocate: all made before.
struct Launch
{
    std::vector<char *> words;
    std::vector<char *> environment;
    const char *program = nullptr;
    const char *directory = nullptr;
    rlim_t memory = 0;
    int input = -1;
    int output = -1;
    int errors = -1;
    int report = -1; ///< the child writes its errno here when it cannot start; exec closes it
    pid_t parent = 0;
};

Error startError(const ChildCommand &command, int number)
{
    const std::string program = command.words.empty() ? "" : command.words.front();
    std::array<char, 128> buffer{};
    return {ErrorCode::FileUnreadable, program, ::strerror_r(number, buffer.data(), buffer.size()), {}, {}};
}

bool isProgram(const std::string &path)
{
    struct stat found
    {
    };
    return ::stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

/// The file of a bare name, in the PATH that the child will have; "" when there is none.
std::string programOf(const ChildCommand &command)
{
    const std::string &name = command.words.front();
    if (name.empty() || name.find('/') != std::string::npos)
        return name;
    for (const std::string &entry : command.environment) {
        if (!entry.starts_with("PATH="))
            continue;
        for (const std::string_view folder : split(std::string_view(entry).substr(5), ':'))
            if (const std::string path = std::string(folder) + "/" + name;
                folder.starts_with('/') && isProgram(path))
                return path;
    }
    return {};
}

std::vector<char *> pointers(const std::vector<std::string> &texts)
{
    std::vector<char *> all;
    all.reserve(texts.size() + 1);
    for (const std::string &text : texts)
        all.push_back(const_cast<char *>(text.c_str())); // exec takes them so, and does not change them
    all.push_back(nullptr);
    return all;
}

/// The input as a file in memory: the child reads at its own pace and nobody has to feed it.
Descriptor inputFile(const std::string &input)
{
    if (input.empty())
        return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    Descriptor file(::memfd_create("batuta-input", MFD_CLOEXEC));
    for (std::size_t written = 0; file.number() >= 0 && written < input.size();) {
        const ssize_t count = ::write(file.number(), input.data() + written, input.size() - written);
        if (count < 0 && errno != EINTR)
            return Descriptor();
        written += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    ::lseek(file.number(), 0, SEEK_SET);
    return file;
}

bool makePipe(Descriptor &readEnd, Descriptor &writeEnd)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    readEnd = Descriptor(ends[0]);
    writeEnd = Descriptor(ends[1]);
    return true;
}

void closeOthersOnExec()
{
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    for (int number = 3; number < 4096; ++number) // a kernel before 5.11
        ::fcntl(number, F_SETFD, FD_CLOEXEC);
}

void restoreSignals()
{
    struct sigaction standard
    {
    };
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        ::sigaction(number, &standard, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// The child between fork and exec: only calls that are safe there.
[[noreturn]] void becomeProgram(const Launch &launch)
{
    const auto prepared = [&] {
        if (::setpgid(0, 0) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
            return false;
        if (::getppid() != launch.parent) // it died before it could be tied to us
            ::_exit(127);
        if (::dup2(launch.input, 0) < 0 || ::dup2(launch.output, 1) < 0 || ::dup2(launch.errors, 2) < 0)
            return false;
        if (launch.directory && ::chdir(launch.directory) != 0)
            return false;
        const rlimit memory{launch.memory, launch.memory};
        return launch.memory == 0 || ::setrlimit(RLIMIT_AS, &memory) == 0;
    };
    if (prepared()) {
        closeOthersOnExec();
        restoreSignals();
        ::execve(launch.program, launch.words.data(), launch.environment.data());
    }
    const int problem = errno;
    [[maybe_unused]] const ssize_t written = ::write(launch.report, &problem, sizeof problem);
    ::_exit(127);
}

/// Signals stay out until the child has its own dispositions: a handler of ours must not run in it.
pid_t forkQuietly(const Launch &launch)
{
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t child = ::fork();
    if (child == 0)
        becomeProgram(launch);
    const int problem = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = problem;
    return child;
}

void reap(pid_t child)
{
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace

void Descriptor::close()
{
    if (m_number >= 0)
        ::close(std::exchange(m_number, -1));
}

Result<Spawned> spawn(const ChildCommand &command)
{
    const std::string program = command.words.empty() ? "" : programOf(command);
    if (program.empty())
        return startError(command, ENOENT);
    Spawned spawned;
    Descriptor input = inputFile(command.input);
    Descriptor output;
    Descriptor errors;
    Descriptor report;
    Descriptor heard;
    if (input.number() < 0 || !makePipe(spawned.output, output) || !makePipe(spawned.errors, errors) ||
        !makePipe(heard, report))
        return startError(command, errno);
    Launch launch{pointers(command.words), pointers(command.environment),
                  program.c_str(),         command.directory.empty() ? nullptr : command.directory.c_str(),
                  command.maxMemoryBytes,  input.number(),
                  output.number(),         errors.number(),
                  report.number(),         ::getpid()};
    spawned.id = forkQuietly(launch);
    if (spawned.id < 0)
        return startError(command, errno);
    report.close();
    int problem = 0;
    ssize_t count = 0;
    do
        count = ::read(heard.number(), &problem, sizeof problem);
    while (count < 0 && errno == EINTR);
    if (count == 0) {
        spawned.ended = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, spawned.id, 0)));
        if (spawned.ended.number() >= 0)
            return spawned;
        problem = errno;
        ::kill(-spawned.id, SIGKILL);
    }
    reap(spawned.id);
    return startError(command, problem);
}

} // namespace batuta::net
