// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace batuta::test {

/// One line per error: `flow.unknown_key 3:1 steps.a.nam`. For comparing with what a test expects.
inline QString listed(const Errors &errors)
{
    QString text;
    for (const Error &error : errors) {
        const std::string line = std::string(codeName(error.code)) + " " + std::to_string(error.place.line) +
                                 ":" + std::to_string(error.place.column) +
                                 (error.subject.empty() ? "" : " " + error.subject) + "\n";
        text += QString::fromStdString(line);
    }
    return text;
}

} // namespace batuta::test
