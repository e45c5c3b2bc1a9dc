// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/env/environment.h"
#include "engine/flow/yaml_node.h"
#include "engine/jwt/verifier.h"

#include <functional>
#include <string>
#include <vector>

namespace batuta::app {

/// `jwt:` of batuta.yaml, or the file of `serve --jwt`: whose JSON Web Tokens the engine takes. It names
/// where the keys are and holds none.
struct JwtWords
{
    struct KeyWords
    {
        std::string id;        ///< `kid` of the tokens, or ""
        std::string algorithm; ///< RS256 …
        std::string file;      ///< a public key in PEM, or a secret that nobody else may read
        std::string secret;    ///< or: the key of the environment whose value is the secret
        Place place;
    };

    std::string issuer;
    std::string audience;
    std::string roles; ///< the claim that has them, or ""
    Duration leeway = std::chrono::seconds(30);
    std::vector<KeyWords> keys;
};

/// The mapping's words; errors have their place in `file`. Files in it are taken from `folder` on.
Result<JwtWords> readJwtWords(const flow::YamlNode &node, const std::string &file, const std::string &folder);
/// A file of its own with the same words; files in it are taken from its folder on.
Result<JwtWords> readJwtFile(const std::string &file);

/// Reads the keys. The environment is only looked up, once, when a key names a secret in it. FileUnreadable
/// for a secret in a file that others may read, SecretMissing for one that the environment does not have,
/// FlowBadValue for a weak key (jwt::Key::make()).
Result<jwt::Verifier> jwtVerifier(const JwtWords &words,
                                  const std::function<env::Environment()> &environment);

} // namespace batuta::app
