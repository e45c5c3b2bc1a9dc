// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/pages/releases/release_engine.h"
#include "tests/support/golden.h"
#include "tests/support/verify.h"
#include "views/pages/releases/releases_page.h"
#include "views/theme/theme.h"

#include <QTemporaryDir>

namespace batuta::tests {

class NoControl final : public views::EngineControl
{
public:
    void start() override {}
    void stop() override {}
    views::Diagnosis diagnosis() const override { return {}; }
    views::WorkspaceInfo workspace() const override { return {"sample", {}, "production", false, {}, {}}; }
    void openWorkspace(const QString &) override {}
    views::EngineAddress address() const override { return {}; }
    void check(const views::EngineAddress &, QObject *, Then) override {}
    void enter(const views::EngineAddress &, const client::EngineInfo &) override {}
};

/// The page over an engine of releases, in a window of its own.
struct PageHouse
{
    PageHouse()
    {
        preferences.setUtc(true);
        preferences.setLanguage("en");
        link.attach(engine);
        page = std::make_unique<views::ReleasesPage>(views::Context{link, commands, preferences, state},
                                                     control);
        page->resize(1364, 800);
        page->show();
    }
    ~PageHouse()
    {
        page.reset();
        link.detach({});
    }
    void open() const { QTRY_VERIFY(page->model().service().has_value()); }
    views::ReleasesModel &model() const { return page->model(); }
    QAction &command(const char *id) const { return *commands.action(id); }
    static std::string names(const char *suffix) { return std::string("ml-orchestrator-") + suffix; }

    QTemporaryDir folder;
    ReleaseEngine engine;
    views::EngineLink link;
    views::CommandRegistry commands;
    views::Preferences preferences{folder.filePath("preferences.ini")};
    views::ViewState state{QString()};
    NoControl control;
    std::unique_ptr<views::ReleasesPage> page;
};

/// "" when it looks as its golden does, after what layouts still have to do.
inline QString differenceOf(QWidget &widget, const QString &name)
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
    return compareWithGolden(widget, name);
}

} // namespace batuta::tests
