// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reading.h"

namespace batuta::flow {

/// Reads the value of `http`.
void readHttp(Reading &reading, const Field &field, HttpStep &http);
/// A literal is an address of http or https.
expr::Template readUrl(Reading &reading, const Field &field);
/// Headers that the file may write: none that frame the message, none twice.
NamedTemplates readHeaders(Reading &reading, const Field &field);

} // namespace batuta::flow
