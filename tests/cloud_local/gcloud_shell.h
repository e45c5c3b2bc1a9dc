// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/cloud_local/cloud_house.h"

#include <QStringList>

namespace batuta::tests {

/// How a call of gcloud ended.
struct GcloudEnd
{
    int code = -1;
    QString out{};
    QString errors{};

    QString all() const { return QString::number(code) + " " + out + errors; }
};

bool hasGcloud();

/// The unmodified gcloud in a shell that has read the `gcloud.env` of the house's cloud, as a person has it.
/// The loop of the cloud runs meanwhile.
GcloudEnd gcloudInShell(CloudHouse &house, const QStringList &words);

} // namespace batuta::tests
