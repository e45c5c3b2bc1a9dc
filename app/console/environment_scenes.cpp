// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The pictures of the environments: tabs and dialogs.
#include "app/console/screenshots.h"

#include "views/widgets/overlay.h"

namespace batuta::console {

/// Also those that a page has opened.
void Screenshots::closeDialogs()
{
    for (views::Overlay *overlay : m_shell.findChildren<views::Overlay *>())
        overlay->close();
}

void Screenshots::addEnvironmentScenes()
{
    const auto always = [] { return true; };
    const auto tab = [this](const char *name) {
        QUrlQuery query;
        query.addQueryItem("tab", name);
        closeDialogs();
        m_shell.open({"environments", {}, query});
    };
    const auto dialog = [this](const char *id, const char *key) {
        QUrlQuery query;
        query.addQueryItem("key", key);
        query.addQueryItem("env", "staging");
        closeDialogs();
        m_shell.open({"environments", {}, query});
        command(id);
    };
    for (const char *name : {"differences", "files", "history", "matrix"})
        m_scenes.push_back({QString("environments-%1").arg(name), [tab, name] { tab(name); }, always, 700});
    const std::pair<const char *, const char *> dialogs[] = {{"secret", "DEFAULT_WEBHOOK_URL"},
                                                             {"import", "DEFAULT_WEBHOOK_URL"},
                                                             {"export", "DEFAULT_WEBHOOK_URL"},
                                                             {"passphrase", "DEFAULT_WEBHOOK_URL"}};
    for (const auto &[name, key] : dialogs)
        m_scenes.push_back(
            {QString("environments-%1").arg(name),
             [dialog, name = std::string("environments.") + name, key = key] { dialog(name.c_str(), key); },
             always, 700});
    m_scenes.push_back({"environments-apply",
                        [this, dialog] {
                            dialog("environments.unset", "DEFAULT_WEBHOOK_URL");
                            command("environments.apply");
                        },
                        always, 700});
    m_scenes.push_back({"",
                        [this] {
                            closeDialogs();
                            command("environments.discard");
                        },
                        always});
}

} // namespace batuta::console
