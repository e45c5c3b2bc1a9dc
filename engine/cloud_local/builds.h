// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/documents.h"
#include "engine/cloud_local/images.h"
#include "engine/net/child_process.h"
#include "engine/net/loop.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>

namespace batuta::cloud_local {

/// Runs builds, one at a time: unpacks a source archive on a thread of its own, runs the `build` command of
/// its manifest, and makes an image of the folder. Documents `build` under `project/region/id`. Lives on the
/// loop's thread.
class Builds
{
public:
    Builds(net::Loop &loop, const Clock &clock, Documents &documents, Images &images);
    ~Builds();

    /// Where the objects of buckets and the images are; "" refuses builds.
    void setFolder(std::string folder, std::string searchPath)
    {
        m_folder = std::move(folder);
        m_searchPath = std::move(searchPath);
    }
    /// Called when a build's document has changed outside a request.
    void onChanged(std::function<void()> changed) { m_changed = std::move(changed); }
    /// Builds that a crash has cut are failed.
    void restore();
    void start(const std::string &key, const std::string &archive);
    bool cancel(const std::string &key);
    /// The log so far; also of builds of before.
    std::string log(const std::string &key) const;
    /// Where an object's bytes are; "" without a folder.
    std::string objectFile(const std::string &bucket, const std::string &name) const;

private:
    struct Job;

    void next();
    void unpacked(const std::string &digest, const Status &done);
    void runCommand();
    void succeed();
    void end(std::string_view status, const std::string &type, const std::string &detail);
    void say(const std::string &line);
    void change(const std::function<void(json::Object &)> &work);

    net::Loop &m_loop;
    const Clock &m_clock;
    Documents &m_documents;
    Images &m_images;
    std::string m_folder;
    std::string m_searchPath;
    std::function<void()> m_changed;
    std::vector<std::unique_ptr<Job>> m_queue; ///< the first one is running
    std::thread m_thread;
    std::unique_ptr<net::ChildProcess> m_child;
    net::Loop::TimerId m_timer = 0;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

} // namespace batuta::cloud_local
