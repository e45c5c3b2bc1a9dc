// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/targets.h"

#include <algorithm>

namespace batuta::sandbox {
namespace {

std::size_t nearestTo(const Embedding &wanted, const std::vector<Embedding> &candidates)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < candidates.size(); ++i)
        if (similarity(wanted, candidates[i]) > similarity(wanted, candidates[best]))
            best = i;
    return best;
}

template <class Skills>
std::vector<Ranked> ranked(const UserState &user, const std::vector<Embedding> &embeddings, Skills skillsOf)
{
    std::vector<Ranked> all;
    all.reserve(embeddings.size());
    for (std::size_t i = 0; i < embeddings.size(); ++i)
        all.push_back({i, matchOf(user, embeddings[i], skillsOf(i))});
    std::stable_sort(all.begin(), all.end(),
                     [](const Ranked &a, const Ranked &b) { return a.match.score() > b.match.score(); });
    return all;
}

Target targetOf(const Knowledge &knowledge, std::size_t vacancy, TargetOrigin origin)
{
    const Vacancy &found = knowledge.catalogue.vacancies[vacancy];
    return {"vacancy:" + found.id,       found.id, found.name, origin, 0, found.skills,
            knowledge.vacancies[vacancy]};
}

Target professionOf(const Knowledge &knowledge, std::size_t profession, TargetOrigin origin)
{
    const Profession &found = knowledge.catalogue.professions[profession];
    return {"profession:" + found.id,         found.id, found.name, origin, 0, found.skills,
            knowledge.professions[profession]};
}

Target positionOf(const Knowledge &knowledge, std::size_t position, TargetOrigin origin)
{
    const Position &found = knowledge.catalogue.positions[position];
    return {"position:" + found.id,
            found.id,
            found.name,
            origin,
            0,
            knowledge.positionSkills[position],
            knowledge.professions[found.profession]};
}

/// A vacancy that only the caller knows: the skills of the nearest one here, and those that its text names.
Target vacancyByText(const Knowledge &knowledge, const Request &request)
{
    const std::string text = request.vacancyName + ". " + request.vacancyDescription;
    const Embedding wanted = knowledge.embedder->embed(text);
    const std::size_t nearest = nearestTo(wanted, knowledge.vacancies);
    Target target = targetOf(knowledge, nearest, TargetOrigin::ByText);
    target.textSimilarity = similarity(wanted, knowledge.vacancies[nearest]);
    const std::string folded = foldedText(text);
    for (std::size_t skill = 0; skill < knowledge.foldedSkills.size(); ++skill) {
        const bool isListed = std::any_of(target.skills.begin(), target.skills.end(),
                                          [skill](const Requirement &r) { return r.skill == skill; });
        if (!isListed && folded.find(knowledge.foldedSkills[skill]) != std::string::npos)
            target.skills.push_back({skill, 3, 3});
    }
    target.embedding = knowledge.embed(text, target.skills);
    target.key = "text:" + std::to_string(stableHash(text));
    if (!request.vacancyName.empty())
        target.name = request.vacancyName;
    return target;
}

std::size_t bestPosition(const Knowledge &knowledge, const UserState &user, const Career &career)
{
    const auto scoreOf = [&](std::size_t position) {
        const Position &found = knowledge.catalogue.positions[position];
        return matchOf(user, knowledge.professions[found.profession], knowledge.positionSkills[position])
            .score();
    };
    return *std::max_element(career.positions.begin(), career.positions.end(),
                             [&](std::size_t a, std::size_t b) { return scoreOf(a) < scoreOf(b); });
}

Target positionByText(const Knowledge &knowledge, const UserState &user, const Request &request)
{
    if (request.positionName.empty()) {
        const std::size_t career = nearestCareer(knowledge, request.careerName);
        Target target =
            positionOf(knowledge, bestPosition(knowledge, user, knowledge.catalogue.careers[career]),
                       TargetOrigin::ByText);
        target.textSimilarity =
            similarity(knowledge.embedder->embed(request.careerName), knowledge.careers[career]);
        return target;
    }
    Embedding wanted = knowledge.embedder->embed(request.positionName);
    const std::size_t position = nearestTo(wanted, knowledge.positions);
    Target target = positionOf(knowledge, position, TargetOrigin::ByText);
    target.textSimilarity = similarity(wanted, knowledge.positions[position]);
    return target;
}

Error unknownId(std::string_view field, const std::string &id, std::string_view list)
{
    return Error{ErrorCode::HttpNotFound,
                 std::string(field),
                 "nothing has the id '" + id + "'",
                 {},
                 "Use an id of GET /catalogue/" + std::string(list) + ", or send its name as well."};
}

} // namespace

std::string_view originName(TargetOrigin origin)
{
    switch (origin) {
    case TargetOrigin::Requested:
        return "requested";
    case TargetOrigin::ByText:
        return "nearest_to_text";
    case TargetOrigin::StoredTop:
        return "stored_top_match";
    case TargetOrigin::OnDemand:
        return "computed_on_demand";
    }
    return "";
}

Match matchOf(const UserState &user, const Embedding &embedding, const std::vector<Requirement> &skills)
{
    return {std::clamp<double>(similarity(user.embedding, embedding), 0, 1),
            coverageOf(user.profile.levels, skills)};
}

std::vector<Ranked> rankVacancies(const Knowledge &knowledge, const UserState &user)
{
    const auto skillsOf = [&](std::size_t i) -> const auto &
    {
        return knowledge.catalogue.vacancies[i].skills;
    };
    return ranked(user, knowledge.vacancies, skillsOf);
}

std::vector<Ranked> rankProfessions(const Knowledge &knowledge, const UserState &user)
{
    const auto skillsOf = [&](std::size_t i) -> const auto &
    {
        return knowledge.catalogue.professions[i].skills;
    };
    return ranked(user, knowledge.professions, skillsOf);
}

std::size_t nearestCareer(const Knowledge &knowledge, std::string_view name)
{
    return nearestTo(knowledge.embedder->embed(name), knowledge.careers);
}

Result<Target> vacancyTarget(const Knowledge &knowledge, const UserState &user, const Request &request)
{
    if (const auto found = Catalogue::find(knowledge.catalogue.vacancyIds, request.vacancyId))
        return targetOf(knowledge, *found, TargetOrigin::Requested);
    if (!request.vacancyName.empty() || !request.vacancyDescription.empty())
        return vacancyByText(knowledge, request);
    if (!request.vacancyId.empty())
        return unknownId("vacancy_id", request.vacancyId, "vacancies");
    if (user.topVacancy)
        return targetOf(knowledge, *user.topVacancy, TargetOrigin::StoredTop);
    return targetOf(knowledge, rankVacancies(knowledge, user).front().index, TargetOrigin::OnDemand);
}

Result<Target> professionTarget(const Knowledge &knowledge, const UserState &user, const Request &request)
{
    if (const auto found = Catalogue::find(knowledge.catalogue.positionIds, request.positionId))
        return positionOf(knowledge, *found, TargetOrigin::Requested);
    if (!request.positionName.empty() || !request.careerName.empty())
        return positionByText(knowledge, user, request);
    if (!request.positionId.empty())
        return unknownId("position_id", request.positionId, "careers");
    if (user.topProfession)
        return professionOf(knowledge, *user.topProfession, TargetOrigin::StoredTop);
    return professionOf(knowledge, rankProfessions(knowledge, user).front().index, TargetOrigin::OnDemand);
}

} // namespace batuta::sandbox
