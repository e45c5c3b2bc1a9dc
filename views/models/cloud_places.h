// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "views/models/engine_link.h"

#include <vector>

namespace batuta::views {

/// The environments of the workspace that run in a cloud, as the engine knows them: asked for when it is
/// there. Lives on the window's thread.
class CloudPlaces final : public QObject
{
    Q_OBJECT

public:
    explicit CloudPlaces(EngineLink &engine, QObject *parent = nullptr);

    const std::vector<client::CloudPlace> &list() const { return m_list; }
    bool isKnown() const { return m_isKnown; } ///< an answer has come
    /// Null when it runs in no cloud. "" is the engine's own environment, or else the first one.
    const client::CloudPlace *find(const QString &environment) const;
    void refresh();

signals:
    void changed();

private:
    EngineLink &m_engine;
    std::vector<client::CloudPlace> m_list;
    bool m_isKnown = false;
};

} // namespace batuta::views
