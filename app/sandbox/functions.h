// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/knowledge.h"
#include "app/sandbox/request.h"
#include "app/sandbox/targets.h"
#include "app/sandbox/user_store.h"
#include "engine/base/result.h"
#include "engine/json/value.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace batuta::sandbox {

/// The ten functions, without HTTP. They depend on each other only through what they remember, as the
/// deployed ones do through their stores:
/// - create_embeddings gets a session and no user. A session of profiles.json, or one used before, is known
/// to belong to
///   a user. Any other is kept as the last one, and the next function called with a user_id takes it as that
///   user's: a user without a hand-written profile then is the person of that session.
/// - Without an embedding of theirs, a user's is computed and the answer says `computed_on_demand`.
/// - match_usuario_profissao and match_candidato remember the best match; functions called without ids work
/// on it.
/// - The gap analyses remember the gap; the course suggestions work on it when it is of the same target.
/// One thread at a time.
class Functions
{
public:
    struct Limits
    {
        std::size_t users = 4096;
        std::size_t sessions = 4096;
    };

    static Result<std::unique_ptr<Functions>> create();
    static Result<std::unique_ptr<Functions>> create(Limits limits);

    /// By function or step name. HttpNotFound for an unknown name or id, HttpBadRequest for a bad payload.
    Result<json::Value> call(std::string_view function, const json::Value &payload);
    const Knowledge &knowledge() const { return *m_knowledge; }
    std::size_t users() const { return m_users.size(); }

private:
    Functions(std::unique_ptr<const Knowledge> knowledge, Limits limits);

    json::Object createEmbeddings(const std::string &sessionId);
    Result<json::Object> callForUser(const Endpoint &endpoint, const Request &request);
    json::Object matchProfession(UserState &user);
    json::Object matchVacancy(UserState &user);
    Result<json::Object> matchCareer(const UserState &user, const Request &request) const;
    json::Object suggestCourses(const UserState &user, const Target &target,
                                const std::optional<StoredGap> &stored) const;
    UserState &userFor(const std::string &userId);
    void updateFromSession(UserState &user, const std::string &userId, const std::string &sessionId) const;
    Profile personOf(const std::string &userId, const std::string &seed) const;
    UserState newUser(const std::string &userId) const;

    std::unique_ptr<const Knowledge> m_knowledge;
    BoundedMap<UserState> m_users;
    BoundedMap<std::string> m_sessions; ///< the user of each session that is known by now
    std::string m_lastSession;          ///< that nobody has taken yet
};

} // namespace batuta::sandbox
