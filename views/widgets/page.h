// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/address.h"
#include "views/models/engine_link.h"
#include "views/models/preferences.h"
#include "views/models/view_state.h"
#include "views/widgets/command_registry.h"

#include <QWidget>

namespace batuta::views {

/// What every page works with. The window owns all of it.
struct Context
{
    EngineLink &engine;
    CommandRegistry &commands;
    Preferences &preferences;
    ViewState &state;
};

/// One page of the window. Made on the first visit, kept afterwards.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr)
        : QWidget(parent)
    {
    }

    virtual QString title() const = 0;
    /// Where it is now; open() with it leads back to the same picture.
    virtual Address address() const = 0;
    virtual void open(const Address &address) = 0;
    /// F5: reads what it shows once more. (Flows and info of the engine are read again in any case.)
    virtual void refresh() {}

signals:
    void openRequested(const batuta::views::Address &address);
    /// Run a flow, with this input as the first one: the shell opens the run dialog.
    void runRequested(const QString &flow, const QString &inputJson);
    void addressChanged();
    /// Something to tell for a few seconds in the status bar: "Copied".
    void told(const QString &text);
};

} // namespace batuta::views
