// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A precompiled header belongs to a target, and a target wants a source.
