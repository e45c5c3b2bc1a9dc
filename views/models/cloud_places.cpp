// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/cloud_places.h"

#include <algorithm>

namespace batuta::views {

CloudPlaces::CloudPlaces(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&engine, &EngineLink::stateChanged, this, [this] {
        if (m_engine.isRunning())
            refresh();
    });
    if (engine.isRunning())
        refresh();
}

void CloudPlaces::refresh()
{
    m_engine.clouds(this, [this](Result<std::vector<client::CloudPlace>> places) {
        if (!places) // what was known may still be so
            return;
        m_list = std::move(*places);
        m_isKnown = true;
        emit changed();
    });
}

const client::CloudPlace *CloudPlaces::find(const QString &environment) const
{
    const auto named = [this](const std::string &name) {
        const auto found = std::find_if(m_list.begin(), m_list.end(),
                                        [&](const auto &place) { return place.environment == name; });
        return found == m_list.end() ? nullptr : &*found;
    };
    if (!environment.isEmpty())
        return named(environment.toStdString());
    const client::CloudPlace *own = named(m_engine.info().environment);
    return own != nullptr || m_list.empty() ? own : &m_list.front();
}

} // namespace batuta::views
