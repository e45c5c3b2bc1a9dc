// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/endpoints.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::sandbox {

const std::array<Endpoint, 10> &endpoints()
{
    using enum FunctionKind;
    static constexpr std::array<Endpoint, 10> kEndpoints{{
        {CreateEmbeddings, "create_embeddings", "func-dev-cce-create-user-embeddings",
         "DEFAULT_CREATE_USER_EMBEDDINGS_URL"},
        {MatchProfession, "match_usuario_profissao", "func-dev-cce-vcc-match-usuario-profissao",
         "MATCH_USUARIO_PROFISSAO_URL"},
        {MatchVacancy, "match_candidato", "func-dev-cce-vcc-match-candidato", "DEFAULT_MATCH_CANDIDATO_URL"},
        {MatchCareer, "match_usuario_carreira", "func-dev-cce-vcc-match-carreira",
         "MATCH_USUARIO_CARREIRA_URL"},
        {AnalyseProfession, "match_analysis_user_profession",
         "func-dev-cce-senai-match-analysis-user-profession", "MATCH_ANALYSIS_USER_PROFESSION_URL"},
        {GapProfession, "gap_analysis_user_profession", "func-dev-cce-senai-gap-analysis-user-profession",
         "GAP_ANALYSIS_USER_PROFESSION_URL"},
        {CourseProfession, "suggest_course_profession", "func-dev-cce-senai-suggest-course-profession",
         "SUGGEST_COURSE_PROFESSION_URL"},
        {AnalyseVacancy, "match_analysis_user_vacancy", "func-dev-cce-senai-match-analysis-user-vacancy",
         "DEFAULT_MATCH_ANALYSIS_USER_VACANCY_URL"},
        {GapVacancy, "gap_analysis_user_vacancy", "func-dev-cce-senai-gap-analysis-user-vacancy",
         "DEFAULT_GAP_ANALYSIS_USER_VACANCY_URL"},
        {CourseVacancy, "suggest_course_vacancy", "func-dev-cce-senai-suggest-course-vacancy",
         "DEFAULT_SUGGEST_COURSE_VACANCY_URL"},
    }};
    return kEndpoints;
}

const Endpoint *findEndpoint(std::string_view name)
{
    const auto &all = endpoints();
    const auto *found = std::find_if(
        all.begin(), all.end(), [name](const Endpoint &e) { return e.function == name || e.step == name; });
    return found == all.end() ? nullptr : found;
}

std::string nearestEndpoint(std::string_view name)
{
    std::vector<std::string> names;
    for (const Endpoint &endpoint : endpoints()) {
        names.emplace_back(endpoint.function);
        names.emplace_back(endpoint.step);
    }
    return nearest(name.substr(0, 200), names);
}

std::string envText(std::string_view baseUrl)
{
    std::string text = "# The ten functions and the webhook, served by batuta-sandbox.\n";
    for (const Endpoint &endpoint : endpoints())
        text.append(endpoint.envKey)
            .append("=")
            .append(baseUrl)
            .append("/")
            .append(endpoint.function)
            .append("\n");
    return text.append("DEFAULT_WEBHOOK_URL=").append(baseUrl).append("/webhook\n");
}

} // namespace batuta::sandbox
