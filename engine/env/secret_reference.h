// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace batuta::env {

/// A value that is not in the file but in Secret Manager:
/// `sm://projects/PROJECT/secrets/NAME/versions/VERSION`, or with `/locations/REGION` behind the project. The
/// text is the secret's address and no secret itself: it may be shown, kept and exported.
struct SecretReference
{
    std::string project;  ///< its id or its number
    std::string location; ///< of a regional secret, "" for others
    std::string secret;
    std::string version; ///< a number, `latest` or an alias

    /// `projects/P/secrets/S/versions/V`, as the service names it.
    std::string resource() const;
    /// `projects/P/secrets/S`
    std::string resourceOfSecret() const;
    /// What a file holds.
    std::string text() const { return "sm://" + resource(); }
};

/// Whether a value means to be one.
bool isReference(std::string_view value);
/// EnvSyntax with what is wrong and how it should look.
Result<SecretReference> readReference(std::string_view value);

} // namespace batuta::env
