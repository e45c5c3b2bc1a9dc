// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <string>
#include <vector>

namespace batuta::views {

/// What is secret in the input of one flow: members marked `writeOnly` by its schema and members with secret
/// names, at any depth. Secrets are never kept and never shown.
class SecretRules
{
public:
    explicit SecretRules(json::Value schema = {});

    /// Without the secret members, and with `***` where one of their values stands in another text.
    json::Value without(const json::Value &input) const;
    /// `***` instead of each secret.
    json::Value masked(const json::Value &input) const;
    /// What was typed over a masked input: each `***` is again the secret that `before` has there, or is left
    /// out when there was none.
    json::Value restored(const json::Value &edited, const json::Value &before) const;
    /// Names of writeOnly members.
    std::vector<std::string> names() const;

private:
    json::Value m_schema;
};

} // namespace batuta::views
