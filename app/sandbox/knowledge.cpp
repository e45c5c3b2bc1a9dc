// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/knowledge.h"

#include "app/sandbox/resources.h"

namespace batuta::sandbox {
namespace {

std::string textOf(const Profession &profession)
{
    return profession.name + ". " + profession.description;
}

std::string textOf(const Vacancy &vacancy)
{
    return vacancy.name + ". " + vacancy.description;
}

/// What the n-grams' rarity is measured on.
std::vector<std::string> documentsOf(const Catalogue &catalogue)
{
    std::vector<std::string> documents;
    for (const Skill &skill : catalogue.skills)
        documents.push_back(skill.name + " " + skill.category);
    for (const Profession &profession : catalogue.professions)
        documents.push_back(textOf(profession));
    for (const Vacancy &vacancy : catalogue.vacancies)
        documents.push_back(textOf(vacancy));
    for (const Course &course : catalogue.courses)
        documents.push_back(course.name);
    for (const Position &position : catalogue.positions)
        documents.push_back(position.name + " " + catalogue.careers[position.career].name);
    return documents;
}

/// The mean direction of two things said about the same.
Embedding blended(const Embedding &text, Embedding skills)
{
    normalise(skills);
    addScaled(skills, text, 1);
    normalise(skills);
    return skills;
}

} // namespace

Result<std::unique_ptr<const Knowledge>> Knowledge::read()
{
    auto knowledge = std::make_unique<Knowledge>();
    Result<Catalogue> catalogue = Catalogue::read({resources::sandbox_skills, resources::sandbox_professions,
                                                   resources::sandbox_careers, resources::sandbox_vacancies,
                                                   resources::sandbox_courses});
    if (!catalogue)
        return catalogue.error();
    knowledge->catalogue = std::move(*catalogue);
    const Catalogue &all = knowledge->catalogue;
    Result<ProfileBook> people = ProfileBook::read(resources::sandbox_profiles, all);
    if (!people)
        return people.error();
    knowledge->people = std::move(*people);
    knowledge->embedder = std::make_unique<const Embedder>(documentsOf(all));
    for (const Skill &skill : all.skills) {
        knowledge->skills.push_back(knowledge->embedder->embed(skill.name));
        knowledge->foldedSkills.push_back(foldedText(skill.name));
    }
    for (const Profession &profession : all.professions)
        knowledge->professions.push_back(knowledge->embed(textOf(profession), profession.skills));
    for (const Vacancy &vacancy : all.vacancies)
        knowledge->vacancies.push_back(knowledge->embed(textOf(vacancy), vacancy.skills));
    for (const Career &career : all.careers)
        knowledge->careers.push_back(knowledge->embedder->embed(career.name));
    for (const Position &position : all.positions) {
        knowledge->positions.push_back(knowledge->embedder->embed(position.name));
        knowledge->positionSkills.push_back(requirementsOf(all, position));
    }
    return std::unique_ptr<const Knowledge>(std::move(knowledge));
}

Embedding Knowledge::embed(const Profile &profile) const
{
    Embedding sum{};
    for (std::size_t skill = 0; skill < profile.levels.size(); ++skill)
        if (profile.levels[skill] > 0)
            addScaled(sum, skills[skill], profile.levels[skill]);
    return blended(embedder->embed(profile.experience), sum);
}

Embedding Knowledge::embed(std::string_view text, const std::vector<Requirement> &requirements) const
{
    Embedding sum{};
    for (const Requirement &requirement : requirements)
        addScaled(sum, skills[requirement.skill], static_cast<float>(requirement.weight));
    return blended(embedder->embed(text), sum);
}

} // namespace batuta::sandbox
