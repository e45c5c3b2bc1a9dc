// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of OverviewFeed that reads who did what.
#include "views/models/overview/overview_feed.h"

#include "engine/base/uuid.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace batuta::views {
namespace {

constexpr int kMostActs = 200;
/// Alerts and notes on failures say more about themselves than the audit does.
constexpr std::array<std::string_view, 3> kToldElsewhere{"acknowledge_alert", "mute_alert", "note_failure"};

/// What a signal says to a rollout is told by itself.
std::string verbOf(const client::AuditEntry &entry)
{
    constexpr std::array<std::string_view, 4> kOfRollouts{"hold", "go_on", "next", "promote"};
    const std::string &name = entry.data["name"].asString();
    return entry.verb == "signal" && std::ranges::find(kOfRollouts, name) != kOfRollouts.end()
               ? entry.verb + '.' + name
               : entry.verb;
}

/// The run alone, where the audit names its step, too.
std::string subjectOf(const client::AuditEntry &entry)
{
    const std::string run = entry.subject.substr(0, entry.subject.find('/'));
    return isUuid(run) ? run : entry.subject;
}

bool continues(const OverviewDeed &deed, const client::AuditEntry &entry)
{
    constexpr auto kRow = std::chrono::minutes(10);
    return deed.verb == verbOf(entry) && deed.who == entry.who && deed.at - entry.at < kRow &&
           isUuid(deed.subject) && isUuid(subjectOf(entry));
}

} // namespace

std::vector<OverviewDeed> deedsOf(const std::vector<client::AuditEntry> &entries)
{
    std::vector<OverviewDeed> deeds;
    for (const client::AuditEntry &entry : entries) {
        if (std::ranges::find(kToldElsewhere, entry.verb) != kToldElsewhere.end())
            continue;
        if (!deeds.empty() && continues(deeds.back(), entry))
            ++deeds.back().count;
        else
            deeds.push_back(
                {OverviewDeed::Kind::Acted, entry.at, subjectOf(entry), entry.who, verbOf(entry)});
    }
    return deeds;
}

void OverviewFeed::askActs()
{
    client::AuditQuery query;
    query.limit = kMostActs;
    m_link.audit(query, this, [this, asked = m_generation](const Result<client::AuditPage> &page) {
        if (asked != m_generation || !page) // an older engine tells nobody
            return;
        m_acts = deedsOf(page->items);
        emit changed(Part::Activity);
    });
}

} // namespace batuta::views
