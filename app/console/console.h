// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/options.h"
#include "app/console/single_instance.h"
#include "app/console/window.h"
#include "app/shared/workspace_file.h"
#include "views/shell/look.h"
#include "views/theme/theme.h"

#include <memory>
#include <vector>

namespace batuta::console {

class ConsoleControl;
class Screenshots;

/// What the first window shows: a workspace with an engine of its own, or an engine elsewhere.
struct Subject
{
    QString folder; ///< "" for an engine elsewhere
    app::WorkspaceFile file;
    views::EngineAddress engine;
    std::optional<OpenedFile> capsule{}; ///< shown instead of an engine's work
};

/// The whole console: what its windows share, and the windows, in the order in which they come and go. Lives
/// on the window's thread.
class Console final : public QObject
{
    Q_OBJECT

public:
    Console(Options options, Subject subject);
    ~Console() override;

    /// False when another process already shows this: its window has been raised.
    bool begin();

signals:
    void done(int exitCode);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Window &add(std::unique_ptr<Window> window);
    Window &openOwn();
    Window &openOther(const views::EngineAddress &address, const client::EngineInfo &info);
    Window &openCapsule(const OpenedFile &opened);
    void takePictures(Window &window);
    void remove(Window *window);
    void measureFirstFrame(Window &window);

    Options m_options;
    Subject m_subject;
    views::Preferences m_preferences;
    views::Theme m_theme;
    std::unique_ptr<views::Look> m_look;
    std::vector<std::unique_ptr<Window>> m_windows;
    ConsoleControl *m_own = nullptr; ///< of the window with an engine of its own
    std::unique_ptr<Screenshots> m_screenshots;
    SingleInstance m_instance;
    int m_exitCode = 0;
};

} // namespace batuta::console
