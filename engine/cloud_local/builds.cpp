// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/builds.h"

#include "engine/base/text.h"
#include "engine/cloud_local/archive.h"
#include "engine/cloud_local/names.h"
#include "engine/fleet/log_lines.h"

#include <filesystem>
#include <fstream>

namespace batuta::cloud_local {

namespace fs = std::filesystem;
using json::Object;
using json::Value;

namespace {

constexpr std::uint64_t kLogBytes = 16ULL << 20;
constexpr auto kLongestBuild = std::chrono::minutes(60);

} // namespace

struct Builds::Job
{
    std::string key;
    std::string archive;
    std::string folder; ///< where the source is unpacked and built
    std::string digest;
    std::uint64_t logBytes = 0;
    bool isStarted = false;
    std::unique_ptr<fleet::LineCutter> lines; ///< of what its command prints
};

Builds::Builds(net::Loop &loop, const Clock &clock, Documents &documents, Images &images)
    : m_loop(loop)
    , m_clock(clock)
    , m_documents(documents)
    , m_images(images)
{
}

Builds::~Builds()
{
    *m_isAlive = false;
    m_loop.cancelTimer(m_timer);
    if (m_thread.joinable())
        m_thread.join();
}

void Builds::restore()
{
    std::vector<std::string> cut;
    for (const auto &[key, build] : m_documents.list("build"))
        if (const std::string &status = (*build)["status"].asString();
            status == "QUEUED" || status == "WORKING")
            cut.emplace_back(key);
    for (const std::string &key : cut) {
        Value build = *m_documents.find("build", key);
        build.object().set("status", "INTERNAL_ERROR");
        build.object().set("finishTime", isoTime(m_clock.wall()));
        build.object().set("statusDetail", "The local cloud was stopped while the build ran.");
        m_documents.put("build", key, std::move(build));
    }
}

std::string Builds::objectFile(const std::string &bucket, const std::string &name) const
{
    // The name is a digest, so that no object's name leads out of the folder.
    return m_folder.empty() ? std::string()
                            : (fs::path(m_folder) / "objects" / sha256Hex(bucket + "/" + name)).string();
}

void Builds::start(const std::string &key, const std::string &archive)
{
    auto job = std::make_unique<Job>();
    job->key = key;
    job->archive = archive;
    job->folder = (fs::path(m_folder) / "builds" / sha256Hex(key).substr(0, 32)).string();
    m_queue.push_back(std::move(job));
    m_loop.post([this, alive = m_isAlive] {
        if (*alive)
            next();
    });
}

void Builds::next()
{
    if (m_queue.empty() || m_queue.front()->isStarted)
        return;
    Job &job = *m_queue.front();
    job.isStarted = true;
    change([this](Object &build) {
        build.set("status", "WORKING");
        build.set("startTime", isoTime(m_clock.wall()));
    });
    say("starting build \"" + job.key.substr(job.key.rfind('/') + 1) + "\"");
    say("FETCHSOURCE");
    if (m_thread.joinable())
        m_thread.join();
    m_thread = std::thread([this, alive = m_isAlive, archive = job.archive, folder = job.folder] {
        auto digest = fileDigest(archive);
        Status done = digest ? unpack(archive, folder) : Status(digest.error());
        m_loop.post([this, alive, done = std::move(done), digest = digest.value_or(std::string())] {
            if (*alive)
                unpacked(digest, done);
        });
    });
    m_timer = m_loop.startTimer(m_clock.steady() + kLongestBuild, [this] {
        m_child.reset();
        end("TIMEOUT", "USER_BUILD_STEP", "The build took longer than an hour.");
    });
}

void Builds::unpacked(const std::string &digest, const Status &done)
{
    if (m_queue.empty() || !m_queue.front()->isStarted)
        return;
    if (!done)
        return end("FAILURE", "FETCH_SOURCE_FAILED", errorText(done.error()));
    m_queue.front()->digest = digest;
    runCommand();
}

void Builds::runCommand()
{
    Job &job = *m_queue.front();
    const auto manifest = readManifest(job.folder);
    if (!manifest)
        return end("FAILURE", "USER_BUILD_STEP",
                   errorText(manifest.error()) + " " + mendText(manifest.error()));
    say("BUILD");
    if (manifest->buildCommand.empty()) {
        say("The manifest has no build command: the source is the image.");
        return succeed();
    }
    net::ChildCommand command;
    command.words = {"/bin/sh", "-c", "exec 2>&1; " + manifest->buildCommand};
    command.directory = job.folder;
    command.environment = manifest->environment;
    command.environment.push_back("PATH=" + m_searchPath);
    job.lines = std::make_unique<fleet::LineCutter>([this](const std::string &line) { say(line); });
    command.hear = [&job](bool, std::string_view bytes) { job.lines->feed(bytes); };
    auto child = net::ChildProcess::start(m_loop, std::move(command), [this](const net::ChildEnd &ended) {
        const auto gone = std::move(m_child);
        m_queue.front()->lines->end();
        if (ended.status == 0 && ended.signal == 0)
            return succeed();
        end("FAILURE", "USER_BUILD_STEP",
            "Build step failure: the build command ended with a non-zero status: " +
                std::to_string(ended.status));
    });
    if (!child)
        return end("FAILURE", "USER_BUILD_STEP", errorText(child.error()));
    m_child = std::move(*child);
}

void Builds::succeed()
{
    Job &job = *m_queue.front();
    const std::string folder = m_images.folderOf(job.digest);
    std::error_code error;
    fs::create_directories(fs::path(folder).parent_path(), error);
    if (!fs::exists(folder, error)) // else this source is an image already, which may be running
        fs::rename(job.folder, folder, error);
    if (error)
        return end("INTERNAL_ERROR", "FAILURE_TYPE_UNSPECIFIED", error.message());
    const Value *build = m_documents.find("build", job.key);
    std::vector<std::string> tags;
    json::Array results;
    for (const Value &image : build ? (*build)["images"].asArray() : json::Array{}) {
        tags.push_back(image.asString());
        results.push_back(Object{{"name", image}, {"digest", "sha256:" + job.digest}});
    }
    m_images.add(tags, "sha256:" + job.digest, fs::file_size(job.archive, error), m_clock.wall());
    for (const std::string &tag : tags)
        say("PUSH " + tag + " sha256:" + job.digest);
    say("DONE");
    change([&](Object &members) { members.set("results", Object{{"images", std::move(results)}}); });
    end("SUCCESS", {}, {});
}

void Builds::end(std::string_view status, const std::string &type, const std::string &detail)
{
    m_loop.cancelTimer(m_timer);
    if (!detail.empty())
        say("ERROR: " + detail);
    change([&](Object &build) {
        build.set("status", status);
        build.set("finishTime", isoTime(m_clock.wall()));
        if (detail.empty())
            return;
        build.set("statusDetail", detail);
        build.set("failureInfo", Object{{"type", type}, {"detail", detail}});
    });
    std::error_code error;
    fs::remove_all(m_queue.front()->folder, error);
    m_queue.erase(m_queue.begin());
    if (m_changed)
        m_changed();
    m_loop.post([this, alive = m_isAlive] {
        if (*alive)
            next();
    });
}

bool Builds::cancel(const std::string &key)
{
    for (std::size_t i = 0; i < m_queue.size(); ++i) {
        if (m_queue[i]->key != key)
            continue;
        if (i == 0 && m_queue[i]->isStarted) {
            m_child.reset();
            end("CANCELLED", "USER_BUILD_STEP", "The build was cancelled.");
            return true;
        }
        Value build = *m_documents.find("build", key);
        build.object().set("status", "CANCELLED");
        build.object().set("finishTime", isoTime(m_clock.wall()));
        m_documents.put("build", key, std::move(build));
        m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(i));
        return true;
    }
    return false;
}

std::string Builds::log(const std::string &key) const
{
    const std::string path =
        (fs::path(m_folder) / "builds" / (sha256Hex(key).substr(0, 32) + ".log")).string();
    return readFile(path, 2 * kLogBytes).value_or(std::string());
}

void Builds::say(const std::string &line)
{
    Job &job = *m_queue.front();
    if (job.logBytes > kLogBytes)
        return;
    job.logBytes += line.size() + 1;
    std::error_code error;
    fs::create_directories(fs::path(job.folder).parent_path(), error);
    std::ofstream file(job.folder + ".log", std::ios::app | std::ios::binary);
    file << line << '\n';
}

void Builds::change(const std::function<void(Object &)> &work)
{
    const Value *kept = m_documents.find("build", m_queue.front()->key);
    if (!kept)
        return;
    Value build = *kept;
    work(build.object());
    m_documents.put("build", m_queue.front()->key, std::move(build));
}

} // namespace batuta::cloud_local
