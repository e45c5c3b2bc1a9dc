// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/catalogue.h"
#include "app/sandbox/matching.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace batuta::sandbox {

/// A person: what they wrote about themselves and what they can do.
struct Profile
{
    std::string userId;
    std::string name;
    std::string city;
    std::string experience;
    std::size_t profession = 0; ///< the one they aim at
    SkillLevels levels;
    bool known = false; ///< written by hand in profiles.json, not derived
};

/// The people of profiles.json, and a person for any other name: the same name always gives the same person.
class ProfileBook
{
public:
    static Result<ProfileBook> read(std::string_view text, const Catalogue &catalogue);

    const Profile *byUser(const std::string &userId) const;
    /// The user whose profile lists the session; null when nobody's does.
    const Profile *bySession(const std::string &sessionId) const;
    const std::vector<Profile> &people() const { return m_people; }

private:
    std::vector<Profile> m_people;
    std::unordered_map<std::string, std::size_t> m_users;
    std::unordered_map<std::string, std::size_t> m_sessions;
};

/// A person made up from a seed text (a user or session id): most of the skills of some profession at mixed
/// levels, and a few others.
Profile derivedProfile(const Catalogue &catalogue, std::string_view seed);

} // namespace batuta::sandbox
