// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/functions.h"

#include "app/sandbox/answers.h"

#include <algorithm>
#include <utility>

namespace batuta::sandbox {
namespace {

constexpr std::size_t kTopMatches = 5;
constexpr std::size_t kTopCareers = 3;
constexpr std::size_t kMostCourses = 6;

bool isPositionAsked(const Request &request)
{
    return !request.positionId.empty() || !request.positionName.empty();
}

/// Which careers an answer is about: the one asked for, else those of the best professions.
Result<std::vector<std::size_t>> careersFor(const Knowledge &knowledge, const UserState &user,
                                            const Request &request)
{
    const Catalogue &catalogue = knowledge.catalogue;
    if (!request.careerName.empty())
        return std::vector{nearestCareer(knowledge, request.careerName)};
    if (isPositionAsked(request)) {
        const Result<Target> target = professionTarget(knowledge, user, request);
        if (!target)
            return target.error();
        return std::vector{catalogue.positions[*Catalogue::find(catalogue.positionIds, target->id)].career};
    }
    std::vector<std::size_t> careers;
    const auto add = [&](std::size_t profession) {
        for (const std::size_t career : catalogue.professions[profession].careers)
            if (careers.size() < kTopCareers &&
                std::find(careers.begin(), careers.end(), career) == careers.end())
                careers.push_back(career);
    };
    if (user.topProfession)
        add(*user.topProfession);
    for (const Ranked &ranked : rankProfessions(knowledge, user))
        add(ranked.index);
    return careers;
}

template <class Write> json::Array topOf(const std::vector<Ranked> &all, Write write)
{
    json::Array top;
    for (std::size_t i = 0; i < std::min(kTopMatches, all.size()); ++i)
        top.push_back(write(all[i]));
    return top;
}

} // namespace

Functions::Functions(std::unique_ptr<const Knowledge> knowledge, Limits limits)
    : m_knowledge(std::move(knowledge))
    , m_users(limits.users)
    , m_sessions(limits.sessions)
{
}

Result<std::unique_ptr<Functions>> Functions::create()
{
    return create(Limits{});
}

Result<std::unique_ptr<Functions>> Functions::create(Limits limits)
{
    Result<std::unique_ptr<const Knowledge>> knowledge = Knowledge::read();
    if (!knowledge)
        return knowledge.error();
    return std::unique_ptr<Functions>(new Functions(std::move(*knowledge), limits));
}

Result<json::Value> Functions::call(std::string_view function, const json::Value &payload)
{
    const Endpoint *endpoint = findEndpoint(function);
    if (endpoint == nullptr)
        return Error{ErrorCode::HttpNotFound,
                     std::string(function),
                     "there is no such function",
                     {},
                     "GET / lists the functions."};
    const Result<Request> request = readRequest(*endpoint, payload);
    if (!request)
        return request.error();
    json::Object answer{{"function", endpoint->step}};
    if (endpoint->kind == FunctionKind::CreateEmbeddings) {
        merge(answer, createEmbeddings(request->sessionId));
    } else {
        const Result<json::Object> result = callForUser(*endpoint, *request);
        if (!result)
            return result.error();
        merge(answer, *result);
    }
    if (!request->ignored.empty()) {
        json::Array ignored(request->ignored.begin(), request->ignored.end());
        answer.set("ignored", std::move(ignored));
    }
    return json::Value(std::move(answer));
}

json::Object Functions::createEmbeddings(const std::string &sessionId)
{
    json::Object answer{{"session_id", sessionId}};
    const std::string *bound = m_sessions.find(sessionId);
    const Profile *listed = m_knowledge->people.bySession(sessionId);
    if (bound == nullptr && listed == nullptr) {
        m_lastSession = sessionId;
        UserState person;
        person.profile = personOf(sessionId, sessionId);
        person.embedding = m_knowledge->embed(person.profile);
        answer.set("user_id", nullptr);
        answer.set("embedding", "created");
        merge(answer, answerForEmbedding(*m_knowledge, person));
        return answer;
    }
    const std::string userId = bound != nullptr ? *bound : listed->userId;
    m_lastSession.clear();
    UserState *user = m_users.find(userId);
    if (user == nullptr)
        user = &m_users.put(userId, newUser(userId));
    updateFromSession(*user, userId, sessionId);
    answer.set("user_id", userId);
    answer.set("embedding", "created");
    merge(answer, answerForEmbedding(*m_knowledge, *user));
    return answer;
}

Result<json::Object> Functions::callForUser(const Endpoint &endpoint, const Request &request)
{
    UserState &user = userFor(request.userId);
    json::Object answer{{"user_id", request.userId},
                        {"embedding", user.session.empty() ? "computed_on_demand" : "stored"}};
    if (!user.session.empty())
        answer.set("session_id", user.session);
    if (endpoint.kind == FunctionKind::MatchProfession || endpoint.kind == FunctionKind::MatchVacancy) {
        merge(answer,
              endpoint.kind == FunctionKind::MatchVacancy ? matchVacancy(user) : matchProfession(user));
        return answer;
    }
    if (endpoint.kind == FunctionKind::MatchCareer) {
        const Result<json::Object> careers = matchCareer(user, request);
        if (!careers)
            return careers.error();
        merge(answer, *careers);
        return answer;
    }
    const bool isVacancy = endpoint.isVacancy();
    const Result<Target> target = isVacancy ? vacancyTarget(*m_knowledge, user, request)
                                            : professionTarget(*m_knowledge, user, request);
    if (!target)
        return target.error();
    answer.set("target", answerForTarget(*target));
    std::optional<StoredGap> &stored = isVacancy ? user.vacancyGap : user.professionGap;
    if (endpoint.kind == FunctionKind::AnalyseVacancy || endpoint.kind == FunctionKind::AnalyseProfession) {
        merge(answer, answerForAnalysis(*m_knowledge, user, *target));
    } else if (endpoint.kind == FunctionKind::GapVacancy || endpoint.kind == FunctionKind::GapProfession) {
        stored = StoredGap{target->key, gapBetween(user.profile.levels, target->skills)};
        merge(answer, answerForGap(*m_knowledge, stored->gap));
    } else {
        merge(answer, suggestCourses(user, *target, stored));
    }
    return answer;
}

json::Object Functions::matchProfession(UserState &user)
{
    const std::vector<Ranked> all = rankProfessions(*m_knowledge, user);
    user.topProfession = all.front().index;
    return {{"candidates", static_cast<std::int64_t>(all.size())},
            {"matches", topOf(all, [&](const Ranked &r) { return answerForProfession(*m_knowledge, r); })}};
}

json::Object Functions::matchVacancy(UserState &user)
{
    const std::vector<Ranked> all = rankVacancies(*m_knowledge, user);
    user.topVacancy = all.front().index;
    return {{"candidates", static_cast<std::int64_t>(all.size())},
            {"matches", topOf(all, [&](const Ranked &r) { return answerForVacancy(*m_knowledge, r); })}};
}

Result<json::Object> Functions::matchCareer(const UserState &user, const Request &request) const
{
    const Result<std::vector<std::size_t>> found = careersFor(*m_knowledge, user, request);
    if (!found)
        return found.error();
    json::Array careers;
    for (const std::size_t career : *found)
        careers.push_back(answerForCareer(*m_knowledge, user, m_knowledge->catalogue.careers[career]));
    TargetOrigin origin = user.topProfession ? TargetOrigin::StoredTop : TargetOrigin::OnDemand;
    if (!request.careerName.empty() || isPositionAsked(request))
        origin = TargetOrigin::Requested;
    return json::Object{{"origin", originName(origin)}, {"careers", std::move(careers)}};
}

json::Object Functions::suggestCourses(const UserState &user, const Target &target,
                                       const std::optional<StoredGap> &stored) const
{
    const bool isStored = stored && stored->target == target.key;
    const Gap gap = isStored ? stored->gap : gapBetween(user.profile.levels, target.skills);
    json::Object answer{{"gap", isStored ? "stored" : "computed_on_demand"},
                        {"coverage", rounded(gap.coverage())}};
    merge(answer, answerForPlan(*m_knowledge, coverGap(m_knowledge->catalogue, gap, kMostCourses)));
    return answer;
}

UserState &Functions::userFor(const std::string &userId)
{
    UserState *user = m_users.find(userId);
    if (user == nullptr)
        user = &m_users.put(userId, newUser(userId));
    if (!m_lastSession.empty()) {
        const std::string session = std::exchange(m_lastSession, {});
        updateFromSession(*user, userId, session);
        m_sessions.put(session, userId);
    }
    return *user;
}

/// A known person stays who they are; anybody else is the person of the session.
void Functions::updateFromSession(UserState &user, const std::string &userId,
                                  const std::string &sessionId) const
{
    if (!user.profile.known)
        user.profile = personOf(userId, sessionId);
    user.embedding = m_knowledge->embed(user.profile);
    user.session = sessionId;
}

Profile Functions::personOf(const std::string &userId, const std::string &seed) const
{
    Profile person = derivedProfile(m_knowledge->catalogue, seed);
    person.userId = userId;
    return person;
}

UserState Functions::newUser(const std::string &userId) const
{
    UserState user;
    const Profile *known = m_knowledge->people.byUser(userId);
    user.profile = known != nullptr ? *known : personOf(userId, userId);
    user.embedding = m_knowledge->embed(user.profile);
    return user;
}

} // namespace batuta::sandbox
