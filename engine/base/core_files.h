// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

namespace batuta {

/// No core file of this process, nor of its children unless they want one: memory holds secrets. A debugger
/// works as before. For mains, before anything is read.
void forbidCoreFiles();

} // namespace batuta
