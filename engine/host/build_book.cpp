// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/build_book.h"

#include <algorithm>

namespace batuta::host {
namespace {

constexpr std::size_t kMostBuilds = 20;
constexpr std::size_t kLongestLog = 1U << 20;

const char *statusOf(cloud::Build::Status status)
{
    switch (status) {
    case cloud::Build::Status::Pending:
    case cloud::Build::Status::Working:
        return "working";
    case cloud::Build::Status::Success:
        return "success";
    default:
        return "failure";
    }
}

} // namespace

std::string BuildBook::begin(cloud::CloudPort &cloud, const cloud::BuildRequest &request)
{
    auto entry = std::make_shared<Entry>();
    entry->state.id = "build-" + std::to_string(++m_count);
    entry->state.status = "packing";
    entry->state.image = request.image;
    const auto told = [weak = std::weak_ptr(entry)](auto take) {
        return [weak, take](const auto &...what) {
            if (const auto alive = weak.lock())
                take(*alive, what...);
        };
    };
    cloud::BuildWatch watch;
    watch.packed = told([](Entry &to, std::uint64_t files, std::uint64_t bytes) {
        to.state.log += std::to_string(files) + " files, " + std::to_string(bytes) + " bytes\n";
    });
    watch.changed = told([](Entry &to, const cloud::Build &build) {
        to.state.status = statusOf(build.status);
        to.state.said = build.said;
    });
    watch.log = told([](Entry &to, std::string_view text) {
        std::string &log = to.state.log;
        log += text;
        if (log.size() <= kLongestLog)
            return;
        const std::size_t many = log.size() - kLongestLog;
        log.erase(0, many);
        to.dropped += static_cast<std::int64_t>(many);
    });
    entry->running =
        cloud.build(request, std::move(watch), told([](Entry &to, const Result<cloud::Build> &built) {
                        to.state.status = built ? statusOf(built->status) : "failure";
                        to.state.said = built ? built->said : errorText(built.error());
                        if (built && !built->images.empty())
                            to.state.image = built->images.front();
                    }));
    m_builds.push_back(entry);
    if (m_builds.size() > kMostBuilds)
        m_builds.pop_front();
    return entry->state.id;
}

Result<client::BuildState> BuildBook::state(const std::string &id, std::int64_t from) const
{
    const auto found =
        std::find_if(m_builds.begin(), m_builds.end(), [&](const auto &one) { return one->state.id == id; });
    if (found == m_builds.end())
        return Error{ErrorCode::HttpNotFound, id, "there is no such build, or it was long ago", {}, {}};
    client::BuildState state = (*found)->state;
    const std::int64_t begin = (*found)->dropped, end = begin + static_cast<std::int64_t>(state.log.size());
    state.next = end;
    state.log = state.log.substr(static_cast<std::size_t>(std::clamp(from, begin, end) - begin));
    return state;
}

} // namespace batuta::host
