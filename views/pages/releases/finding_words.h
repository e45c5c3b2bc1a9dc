// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace batuta::views {

/// A sentence of engine/releases about a deployment, in the language that is set and with a capital letter;
/// one that is not known here stays as it is.
QString findingWords(const QString &text);

} // namespace batuta::views
