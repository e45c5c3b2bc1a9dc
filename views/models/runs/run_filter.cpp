// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/run_filter.h"

#include <QMap>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostMinutes = 366 * 24 * 60;
constexpr int kLongestValue = 256;
const QString kOrders[] = {"newest", "oldest", "longest", "shortest"}; // as Order has them

const QStringList &knownKeys()
{
    static const QStringList keys{"status",  "flow",         "user_id",     "session_id", "correlation_id",
                                  "trigger", "flow_version", "environment", "revision",   "error_code",
                                  "failure", "since",        "until",       "last"};
    return keys;
}

const QStringList &knownStatuses()
{
    static const QStringList statuses{"running", "queued",    "paused",     "success",
                                      "failed",  "cancelled", "interrupted"};
    return statuses;
}

/// The field that an address calls so; null for those that are no texts.
template <class Filter> auto keptOf(Filter &filter, const QString &key)
{
    const QMap<QString, decltype(&filter.flow)> texts{{"flow", &filter.flow},
                                                      {"status", &filter.status},
                                                      {"user_id", &filter.userId},
                                                      {"session_id", &filter.sessionId},
                                                      {"correlation_id", &filter.correlationId},
                                                      {"trigger", &filter.trigger},
                                                      {"flow_version", &filter.flowVersion},
                                                      {"environment", &filter.environment},
                                                      {"revision", &filter.revision},
                                                      {"error_code", &filter.errorCode},
                                                      {"failure", &filter.failure}};
    return texts.value(key, nullptr);
}

/// The names of statuses and nothing else.
bool areStatuses(const QString &value)
{
    const client::Choice choice(value.toStdString());
    return std::ranges::all_of(choice.values(), [](const std::string &one) {
        return knownStatuses().contains(QString::fromStdString(one));
    });
}

} // namespace

QStringList RunFilter::keys() const
{
    QStringList set;
    for (const QString &key : knownKeys())
        if (!value(key).isEmpty())
            set.append(key);
    return set;
}

QString RunFilter::value(const QString &key) const
{
    if (const QString *text = keptOf(*this, key))
        return *text;
    if (key == "last")
        return lastMinutes > 0 ? minutesText(lastMinutes) : QString();
    const std::optional<WallTime> time = key == "since" ? since : key == "until" ? until : std::nullopt;
    return time ? QString::fromStdString(isoTime(*time)) : QString();
}

bool RunFilter::set(const QString &key, const QString &value)
{
    const bool excludesNothing = value.startsWith('!') && client::Choice(value.toStdString()).isAll();
    if (value.size() > kLongestValue || (key == "status" && !areStatuses(value)) ||
        (canExclude(key) && excludesNothing))
        return false;
    if (QString *text = keptOf(*this, key)) {
        *text = value;
        return true;
    }
    if (key == "since" || key == "until") {
        std::optional<WallTime> &time = key == "since" ? since : until;
        WallTime read{};
        if (!value.isEmpty() && !parseIsoTime(value.toStdString(), read))
            return false;
        time = value.isEmpty() ? std::nullopt : std::optional(read);
        return true;
    }
    const int minutes = minutesOf(value);
    if (key != "last" || (minutes == 0 && !value.isEmpty()))
        return false;
    lastMinutes = minutes;
    return true;
}

bool RunFilter::canExclude(const QString &key)
{
    static const QStringList keys{"status",      "flow",     "trigger",   "flow_version",
                                  "environment", "revision", "error_code"};
    return keys.contains(key);
}

bool RunFilter::excludes(const QString &key, const QString &value) const
{
    const client::Choice choice(this->value(key).toStdString());
    return canExclude(key) && choice.isExcluding() && choice.names(value.toStdString());
}

void RunFilter::toggleExcluded(const QString &key, const QString &value)
{
    client::Choice choice(this->value(key).toStdString());
    choice.toggleExcluded(value.toStdString());
    set(key, QString::fromStdString(choice.text()));
}

QUrlQuery RunFilter::query() const
{
    QUrlQuery query;
    for (const QString &key : keys())
        query.addQueryItem(key, QString::fromUtf8(value(key).toUtf8().toPercentEncoding("!,")));
    if (order != client::Order::Newest)
        query.addQueryItem("order", kOrders[static_cast<int>(order)]);
    return query;
}

RunFilter RunFilter::fromQuery(const QUrlQuery &query)
{
    RunFilter filter;
    for (const QString &key : knownKeys())
        filter.set(key, query.queryItemValue(key, QUrl::FullyDecoded));
    const auto order = std::ranges::find(kOrders, query.queryItemValue("order"));
    if (order != std::end(kOrders))
        filter.order = static_cast<client::Order>(order - std::begin(kOrders));
    return filter;
}

client::ExecutionQuery RunFilter::executions(WallTime now) const
{
    client::ExecutionQuery query;
    query.flow = flow.toStdString();
    query.status = status.toStdString();
    query.userId = userId.toStdString();
    query.sessionId = sessionId.toStdString();
    query.correlationId = correlationId.toStdString();
    query.trigger = trigger.toStdString();
    query.flowVersion = flowVersion.toStdString();
    query.environment = environment.toStdString();
    query.revision = revision.toStdString();
    query.errorCode = errorCode.toStdString();
    query.failure = failure.toStdString();
    query.since = since;
    query.until = until;
    if (lastMinutes > 0)
        query.since = std::max(since.value_or(WallTime{}), now - std::chrono::minutes(lastMinutes));
    query.order = order;
    return query;
}

std::optional<TypedFilter> parseFilter(const QString &text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0)
        return {};
    QString key = text.left(colon).trimmed().toLower();
    if (key == "user" || key == "session" || key == "correlation")
        key += "_id";
    else if (key == "version")
        key = "flow_version";
    else if (key == "error")
        key = "error_code";
    TypedFilter typed{key, text.mid(colon + 1).trimmed()};
    if (typed.key == "status")
        typed.value = typed.value.toLower();
    RunFilter probe;
    if (typed.value.isEmpty() || !probe.set(typed.key, typed.value))
        return {};
    return typed;
}

int minutesOf(const QString &text)
{
    const QString trimmed = text.trimmed().toLower();
    if (trimmed.size() < 2)
        return 0;
    const QMap<QChar, int> units{{'m', 1}, {'h', 60}, {'d', 24 * 60}};
    bool isNumber = false;
    const int number = trimmed.left(trimmed.size() - 1).toInt(&isNumber);
    const int unit = units.value(trimmed.back(), 0);
    if (!isNumber || number <= 0 || unit == 0 || number > kMostMinutes / unit)
        return 0;
    return number * unit;
}

QString minutesText(int minutes)
{
    if (minutes % (24 * 60) == 0)
        return QString::number(minutes / (24 * 60)) + 'd';
    return minutes % 60 == 0 ? QString::number(minutes / 60) + 'h' : QString::number(minutes) + 'm';
}

} // namespace batuta::views
