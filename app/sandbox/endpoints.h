// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace batuta::sandbox {

/// Which of the ten functions; their order is that of the update_profile flow.
enum class FunctionKind {
    CreateEmbeddings,
    MatchProfession,
    MatchVacancy,
    MatchCareer,
    AnalyseProfession,
    GapProfession,
    CourseProfession,
    AnalyseVacancy,
    GapVacancy,
    CourseVacancy,
};

/// One function under its three names: as a step of a flow, as deployed (its path here), and as an
/// environment key.
struct Endpoint
{
    FunctionKind kind;
    std::string_view step;
    std::string_view function;
    std::string_view envKey;

    bool isVacancy() const { return kind >= FunctionKind::AnalyseVacancy; }
    bool isProfession() const
    {
        return kind >= FunctionKind::MatchCareer && kind <= FunctionKind::CourseProfession;
    }
};

const std::array<Endpoint, 10> &endpoints();
/// By function or step name; null when there is none.
const Endpoint *findEndpoint(std::string_view name);
/// The known function or step name nearest to a wrong one, "" when none is near.
std::string nearestEndpoint(std::string_view name);
/// The ten keys and DEFAULT_WEBHOOK_URL as a `.env` file that leads to the sandbox at `baseUrl`.
std::string envText(std::string_view baseUrl);

} // namespace batuta::sandbox
