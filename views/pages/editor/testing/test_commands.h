// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/widgets/command_registry.h"

namespace batuta::views {

class TestPane;

/// The commands of the editor's tests, `editor.test…`, with the scope that is given. `pane` gives the pane of
/// the flow that is open; null while none is. Call CommandRegistry::update() when TestPane::changed() comes.
void addTestCommands(CommandRegistry &commands, QWidget *scope, std::function<TestPane *()> pane);

} // namespace batuta::views
