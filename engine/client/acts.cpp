// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/acts.h"

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace batuta::client {

Actor thisUser()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    const bool isKnown =
        getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr;
    return {isKnown ? found->pw_name : std::to_string(::geteuid()), {"*"}};
}

Act cancelOf(const ExecutionId &id, Actor actor)
{
    Act act;
    act.verb = "cancel";
    act.subject = id.value;
    act.actor = std::move(actor);
    return act;
}

} // namespace batuta::client
