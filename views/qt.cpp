// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The target of the precompiled header views/qt.h wants a source.
