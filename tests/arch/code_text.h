// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace batuta::arch {

/// C++ source with the insides of comments, texts and characters turned into blanks. Lines stay where they
/// are.
QString codeOnly(const QString &text);

/// The same without preprocessor lines.
QString withoutDirectives(const QString &code);

struct FunctionSize
{
    QString name;
    int line = 0;  ///< of the first word of its head
    int lines = 0; ///< head and body
    int parameters = 0;
};

/// The functions with a body at namespace or class level, found by their braces. Takes what codeOnly() gives.
std::vector<FunctionSize> functionSizes(const QString &code);

} // namespace batuta::arch
