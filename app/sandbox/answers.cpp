// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/answers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace batuta::sandbox {
namespace {

constexpr std::size_t kAllItems = 1000;
constexpr double kReached = 0.6; ///< the coverage from which a position counts as reached

/// A short name for the whole vector: two embeddings are the same when these are.
std::string fingerprint(const Embedding &embedding)
{
    std::array<char, sizeof(Embedding)> bytes{};
    std::memcpy(bytes.data(), embedding.data(), bytes.size());
    std::array<char, 20> text{};
    std::snprintf(text.data(), text.size(), "%016llx",
                  static_cast<unsigned long long>(stableHash({bytes.data(), bytes.size()})));
    return text.data();
}

std::string_view verdictOf(double score)
{
    return score >= 0.7 ? "aderência alta" : score >= 0.45 ? "aderência média" : "aderência baixa";
}

std::string namesOf(const Knowledge &knowledge, const std::vector<GapItem> &items, std::size_t most)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(most, items.size()); ++i)
        text.append(i == 0 ? "" : ", ").append(knowledge.catalogue.skills[items[i].skill].name);
    return text.empty() ? "nada" : text;
}

json::Object answerForPosition(const Knowledge &knowledge, const UserState &user, std::size_t index)
{
    const Position &position = knowledge.catalogue.positions[index];
    const Gap gap = gapBetween(user.profile.levels, knowledge.positionSkills[index]);
    return {{"position_id", position.id},
            {"position_name", position.name},
            {"nivel", position.level},
            {"coverage", rounded(gap.coverage())},
            {"missing_skills", answerForItems(knowledge, gap.missing, 3)}};
}

} // namespace

json::Value rounded(double number)
{
    return std::round(number * 10000) / 10000;
}

void merge(json::Object &object, const json::Object &more)
{
    for (const auto &[name, value] : more)
        if (!object.contains(name))
            object.append(name, value);
}

json::Object answerForEmbedding(const Knowledge &knowledge, const UserState &user)
{
    json::Array preview;
    for (std::size_t i = 0; i < 8; ++i)
        preview.push_back(rounded(user.embedding[i]));
    const auto skills = std::count_if(user.profile.levels.begin(), user.profile.levels.end(),
                                      [](std::uint8_t level) { return level > 0; });
    return {{"dimensions", static_cast<std::int64_t>(kDimensions)},
            {"norm", rounded(length(user.embedding))},
            {"fingerprint", fingerprint(user.embedding)},
            {"preview", std::move(preview)},
            {"profile",
             json::Object{{"nome", user.profile.name},
                          {"cidade", user.profile.city},
                          {"profissao_alvo", knowledge.catalogue.professions[user.profile.profession].name},
                          {"skills", static_cast<std::int64_t>(skills)},
                          {"experiencia", user.profile.experience},
                          {"source", user.profile.known ? "profiles" : "derived"}}}};
}

json::Object answerForTarget(const Target &target)
{
    json::Object answer{{"id", target.id}, {"nome", target.name}, {"origin", originName(target.origin)}};
    if (target.origin == TargetOrigin::ByText)
        answer.set("text_similarity", rounded(target.textSimilarity));
    return answer;
}

json::Object answerForMatch(const Match &match)
{
    return {{"score", rounded(match.score())},
            {"similarity", rounded(match.similarity)},
            {"coverage", rounded(match.coverage)}};
}

json::Array answerForItems(const Knowledge &knowledge, const std::vector<GapItem> &items, std::size_t most)
{
    json::Array answer;
    for (std::size_t i = 0; i < std::min(most, items.size()); ++i) {
        const Skill &skill = knowledge.catalogue.skills[items[i].skill];
        answer.push_back(json::Object{{"id", skill.id},
                                      {"nome", skill.name},
                                      {"peso", items[i].weight},
                                      {"nivel_exigido", items[i].required},
                                      {"nivel_atual", items[i].current}});
    }
    return answer;
}

json::Object answerForGap(const Knowledge &knowledge, const Gap &gap)
{
    json::Array missing = answerForItems(knowledge, gap.missing, kAllItems);
    for (std::size_t i = 0; i < missing.size(); ++i)
        missing[i].object().append("gravidade", rounded(gap.missing[i].severity()));
    return {{"coverage", rounded(gap.coverage())},
            {"coverage_percent", std::round(gap.coverage() * 1000) / 10},
            {"missing_weight", rounded(gap.missingWeight)},
            {"total_weight", rounded(gap.totalWeight)},
            {"missing_skills", std::move(missing)},
            {"met_skills", answerForItems(knowledge, gap.met, kAllItems)}};
}

json::Object answerForPlan(const Knowledge &knowledge, const CoursePlan &plan)
{
    json::Array courses;
    for (const CourseChoice &choice : plan.courses) {
        const Course &course = knowledge.catalogue.courses[choice.course];
        json::Array covers;
        for (const CoveredSkill &covered : choice.covers)
            covers.push_back(json::Object{{"id", knowledge.catalogue.skills[covered.skill].id},
                                          {"nome", knowledge.catalogue.skills[covered.skill].name},
                                          {"de", covered.from},
                                          {"para", covered.to},
                                          {"nivel_exigido", covered.required}});
        courses.push_back(json::Object{{"id", course.id},
                                       {"nome", course.name},
                                       {"carga_horaria", course.hours},
                                       {"nivel", course.level},
                                       {"gain", rounded(choice.gain)},
                                       {"covers", std::move(covers)}});
    }
    return {{"courses", std::move(courses)},
            {"total_hours", plan.hours},
            {"coverage_after", rounded(plan.coverageAfter)},
            {"uncovered_skills", answerForItems(knowledge, plan.left, kAllItems)}};
}

json::Object answerForAnalysis(const Knowledge &knowledge, const UserState &user, const Target &target)
{
    const Match match = matchOf(user, target.embedding, target.skills);
    const Gap gap = gapBetween(user.profile.levels, target.skills);
    json::Object answer = answerForMatch(match);
    answer.set("verdict", verdictOf(match.score()));
    answer.set("strengths", answerForItems(knowledge, gap.met, 5));
    answer.set("weaknesses", answerForItems(knowledge, gap.missing, 5));
    answer.set("explanation", user.profile.name + " tem " + std::string(verdictOf(match.score())) + " a " +
                                  target.name + ". Já domina: " + namesOf(knowledge, gap.met, 3) +
                                  ". Falta desenvolver: " + namesOf(knowledge, gap.missing, 3) + ".");
    return answer;
}

json::Object answerForVacancy(const Knowledge &knowledge, const Ranked &ranked)
{
    const Vacancy &vacancy = knowledge.catalogue.vacancies[ranked.index];
    json::Object answer{{"vacancy_id", vacancy.id},
                        {"vacancy_name", vacancy.name},
                        {"empresa", vacancy.company},
                        {"cidade", vacancy.city},
                        {"nivel", vacancy.level}};
    merge(answer, answerForMatch(ranked.match));
    return answer;
}

json::Object answerForProfession(const Knowledge &knowledge, const Ranked &ranked)
{
    const Profession &profession = knowledge.catalogue.professions[ranked.index];
    json::Array careers;
    for (const std::size_t career : profession.careers)
        careers.push_back(knowledge.catalogue.careers[career].name);
    json::Object answer{{"id", profession.id}, {"nome", profession.name}, {"carreiras", std::move(careers)}};
    merge(answer, answerForMatch(ranked.match));
    return answer;
}

json::Object answerForCareer(const Knowledge &knowledge, const UserState &user, const Career &career)
{
    std::optional<std::size_t> reached;
    double best = 0;
    for (std::size_t rung = 0; rung < career.positions.size(); ++rung) {
        const std::size_t at = career.positions[rung];
        const std::size_t profession = knowledge.catalogue.positions[at].profession;
        const Match match = matchOf(user, knowledge.professions[profession], knowledge.positionSkills[at]);
        best = std::max(best, match.score());
        if (match.coverage >= kReached)
            reached = rung;
    }
    const std::size_t next = reached ? *reached + 1 : 0;
    json::Object answer{
        {"id", career.id}, {"career_name", career.name}, {"area", career.area}, {"score", rounded(best)}};
    answer.set("current_position",
               reached ? json::Value(answerForPosition(knowledge, user, career.positions[*reached]))
                       : json::Value());
    answer.set("next_position", next < career.positions.size()
                                    ? json::Value(answerForPosition(knowledge, user, career.positions[next]))
                                    : json::Value());
    return answer;
}

} // namespace batuta::sandbox
