// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/knowledge.h"
#include "app/sandbox/request.h"
#include "app/sandbox/user_store.h"

#include <string>
#include <vector>

namespace batuta::sandbox {

/// How a function came to the vacancy or profession that it works on.
enum class TargetOrigin {
    Requested, ///< by the id in the payload
    ByText,    ///< nothing has that id, or there was none: the nearest to the texts in the payload
    StoredTop, ///< the best match that an earlier call left
    OnDemand,  ///< nothing was stored: the best match, computed now
};

std::string_view originName(TargetOrigin origin);

/// What a person is held against.
struct Target
{
    std::string key; ///< the same for the same target, in any function
    std::string id;
    std::string name;
    TargetOrigin origin = TargetOrigin::Requested;
    double textSimilarity = 0; ///< for ByText: how near the nearest one is
    std::vector<Requirement> skills;
    Embedding embedding{};
};

struct Ranked
{
    std::size_t index = 0;
    Match match;
};

/// All vacancies or professions, best first.
std::vector<Ranked> rankVacancies(const Knowledge &knowledge, const UserState &user);
std::vector<Ranked> rankProfessions(const Knowledge &knowledge, const UserState &user);
Match matchOf(const UserState &user, const Embedding &embedding, const std::vector<Requirement> &skills);

Result<Target> vacancyTarget(const Knowledge &knowledge, const UserState &user, const Request &request);
/// A position of a career when the payload names one, else the profession of the best match.
Result<Target> professionTarget(const Knowledge &knowledge, const UserState &user, const Request &request);
/// The career whose name is nearest to the text.
std::size_t nearestCareer(const Knowledge &knowledge, std::string_view name);

} // namespace batuta::sandbox
