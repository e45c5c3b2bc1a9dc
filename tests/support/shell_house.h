// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/console_house.h"
#include "views/models/engine_control.h"
#include "views/shell/look.h"
#include "views/shell/shell.h"

namespace batuta::tests {

/// An EngineControl over the engine of a ConsoleHouse.
class HouseControl final : public views::EngineControl
{
public:
    explicit HouseControl(ConsoleHouse &house)
        : m_house(house)
    {
    }

    void start() override { ++starts; }
    void stop() override { m_house.stopEngine(); }
    views::Diagnosis diagnosis() const override
    {
        return {
            {{"workspace", views::Status::Success, m_house.folder()},
             {"sandbox", views::Status::Success, m_house.sandbox.address()},
             {"engine", m_house.link.isRunning() ? views::Status::Success : views::Status::Failed, "engine"}},
            {"a last line"}};
    }
    views::WorkspaceInfo workspace() const override
    {
        return {"sample", m_house.folder(), environment, true, {}};
    }
    void openWorkspace(const QString &other) override { opened = other; }
    views::EngineAddress address() const override { return {}; }
    void check(const views::EngineAddress &other, QObject *, Then then) override
    {
        asked = other;
        answer = std::move(then);
    }
    void enter(const views::EngineAddress &other, const client::EngineInfo &) override { entered = other; }
    bool canSwitch() const override { return true; }
    void switchEnvironment(const QString &name) override
    {
        environment = name;
        emit workspaceChanged();
    }

    QString folder; ///< shown instead of the real one
    QString environment = "dev";
    QString opened;
    views::EngineAddress asked, entered;
    Then answer; ///< of whoever has asked last
    int starts = 0;

private:
    ConsoleHouse &m_house;
};

/// The whole window on a real engine, 1440 × 900.
class ShellHouse
{
public:
    ShellHouse()
        : control(house)
        , look(house.preferences, house.theme)
    {
        house.preferences.setTheme("light");
        house.preferences.setLanguage("en");
    }

    bool start()
    {
        if (!house.start())
            return false;
        shell = std::make_unique<views::Shell>(house.context(), control);
        shell->resize(1440, 900);
        shell->show();
        return true;
    }

    ConsoleHouse house;
    HouseControl control;
    views::Look look;
    std::unique_ptr<views::Shell> shell;
};

} // namespace batuta::tests
