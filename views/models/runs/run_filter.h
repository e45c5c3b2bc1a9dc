// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace batuta::views {

/// Which runs are listed, and in which order. Empty fields do not filter.
struct RunFilter
{
    QString flow;
    QString status;
    QString userId;
    QString sessionId;
    QString correlationId;
    QString trigger;
    QString flowVersion;
    QString environment;
    QString revision;
    QString errorCode;
    QString failure;                          ///< key of a group of failures
    std::optional<WallTime> since{}, until{}; ///< of the start
    int lastMinutes = 0;                      ///< started in the last so many minutes; 0 for any time
    client::Order order = client::Order::Newest;

    /// The fields that filter, by the names they have in addresses: `flow`, `status`, `user_id`,
    /// `session_id`, `correlation_id`, `trigger`, `flow_version`, `environment`, `revision`, `error_code`,
    /// `failure`, `since`, `until` (UTC, 2026-11-21T14:00:00Z), `last`.
    QStringList keys() const;
    QString value(const QString &key) const;
    /// False when there is no such field or the value does not fit it. An empty value removes it; `!a,b` of
    /// a field that canExclude() is all but these.
    bool set(const QString &key, const QString &value);
    static bool canExclude(const QString &key);
    /// Whether the field is filtered by leaving this value out.
    bool excludes(const QString &key, const QString &value) const;
    /// Leaves the value out, or no longer.
    void toggleExcluded(const QString &key, const QString &value);

    QUrlQuery query() const;
    static RunFilter fromQuery(const QUrlQuery &query);
    client::ExecutionQuery executions(WallTime now) const;

    bool operator==(const RunFilter &) const = default;
};

/// What a person typed into the filter line: `flow:update_profile`, `user:usr_1`, `last:6h`.
struct TypedFilter
{
    QString key;
    QString value;
};

/// Nothing when the text has no known key in front of a colon, or the value does not fit it.
std::optional<TypedFilter> parseFilter(const QString &text);
/// `6h`, `30m`, `2d` in minutes; 0 for anything else.
int minutesOf(const QString &text);
/// The other way round: 360 is `6h`.
QString minutesText(int minutes);

} // namespace batuta::views
