// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/version_names.h"

#include "engine/versions/version_book.h"

#include <QThreadPool>

namespace batuta::views {

int VersionNames::numberOf(const std::string &workspace, const std::string &flow, const std::string &version)
{
    if (workspace.empty() || flow.empty() || version.empty())
        return 0;
    const std::string index = versions::VersionBook::indexOf(workspace, flow);
    const auto [known, isNew] = m_known[index].try_emplace(version, 0);
    if (!isNew)
        return known->second;
    QThreadPool::globalInstance()->start([index, way = m_replies.way(), this] {
        const Result<versions::IndexReading> reading = versions::readIndex(index);
        Numbers numbers;
        for (const versions::VersionEntry &entry : reading ? reading->entries : decltype(reading->entries)())
            numbers[entry.version] = entry.number;
        way([this, index, numbers = std::move(numbers)] {
            bool isOther = false;
            for (const auto &[hash, number] : numbers)
                isOther = std::exchange(m_known[index][hash], number) != number || isOther;
            if (isOther)
                emit changed();
        });
    });
    return 0;
}

} // namespace batuta::views
