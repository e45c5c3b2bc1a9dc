// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/release_words.h"

#include "views/models/releases/config_text.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>

namespace batuta::views {
namespace {

/// The context of the words.
struct ReleaseText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseText)
};

QString words(const std::string &text)
{
    return QString::fromStdString(text);
}

QDateTime timeOf(WallTime at, bool utc)
{
    const qint64 ms = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(ms, utc ? Qt::UTC : Qt::LocalTime);
}

QList<int> sharesOf(const cloud::Service &service)
{
    std::map<std::string, int> shares;
    for (const cloud::TrafficTarget &target : service.routed.empty() ? service.traffic : service.routed)
        shares[target.isLatest() ? service.latestReady : target.revision] += target.percent;
    QList<int> percents;
    for (const auto &[revision, percent] : shares)
        if (percent > 0)
            percents << percent;
    std::sort(percents.begin(), percents.end(), std::greater<>());
    return percents;
}

/// The revision that serves most.
std::string servingOf(const cloud::Service &service)
{
    std::string name = service.latestReady;
    int most = 0;
    for (const cloud::TrafficTarget &target : service.routed.empty() ? service.traffic : service.routed)
        if (target.percent > most) {
            most = target.percent;
            name = target.isLatest() ? service.latestReady : target.revision;
        }
    return name;
}

Status statusOf(const cloud::Service &service)
{
    if (service.isReconciling)
        return Status::Running;
    switch (service.ready.state) {
    case cloud::ConditionState::Succeeded:
        return Status::Success;
    case cloud::ConditionState::Failed:
        return Status::Failed;
    default:
        return Status::Waiting;
    }
}

QString detailOf(const cloud::Service &service, WallTime now, bool utc)
{
    const QList<int> shares = sharesOf(service);
    QStringList parts;
    for (const int share : shares)
        parts << shareWord(share);
    const QString split = parts.join(QStringLiteral(" / "));
    if (shares.size() > 1 && service.ready.state == cloud::ConditionState::Succeeded)
        return split; // there is no room for more
    if (service.isReconciling)
        return ReleaseText::tr("%1, changing", "shares").arg(split);
    if (service.ready.state == cloud::ConditionState::Failed)
        return ReleaseText::tr("%1, unhealthy", "shares").arg(split);
    return ReleaseText::tr("%1, %2", "when it was changed and its shares")
        .arg(releaseTime(service.updated, now, utc), split);
}

/// Acts that move no traffic themselves.
QString otherWord(const std::string &verb)
{
    const std::map<std::string, QString> titles{
        {"roll_out", ReleaseText::tr("Rollout begun")},
        {"rollout_withdrawn", ReleaseText::tr("Rollout ended: the traffic was moved")},
        {"rehearse", ReleaseText::tr("Rehearsal begun")},
        {"deploy", ReleaseText::tr("Deployment sent")},
        {"restore_service", ReleaseText::tr("Brought back from a backup")},
        {"replace_service", ReleaseText::tr("Replaced by a file")},
        {"export_service", ReleaseText::tr("Exported")},
        {"save_alert", ReleaseText::tr("Alert saved")},
        {"build_image", ReleaseText::tr("Image built")}};
    const auto found = titles.find(verb);
    return found == titles.end() ? words(verb) : found->second;
}

QString entryWord(const client::ReleaseEntry &entry, const std::string &service)
{
    const QString revision = words(shortRevision(entry.revision, service));
    if (entry.verb == "deployed")
        return ReleaseText::tr("Deployed %1").arg(revision);
    if (entry.verb == "roll_back")
        return ReleaseText::tr("Roll back to %1").arg(revision);
    if (entry.verb == "route_traffic")
        return ReleaseText::tr("Traffic to %1").arg(revision);
    if (entry.verb == "release_refused")
        return ReleaseText::tr("Refused by the cloud");
    return otherWord(entry.verb);
}

/// The reason, or what was asked for.
QString entryDetail(const client::ReleaseEntry &entry, const std::string &service)
{
    if (!entry.why.empty())
        return words(entry.why);
    QStringList parts;
    for (const json::Value &target : entry.data["traffic"].asArray())
        if (target["percent"].asInteger() > 0)
            parts << ReleaseText::tr("%1 %2 %", "a revision and its share")
                         .arg(words(shortRevision(target["revision"].asString(), service)))
                         .arg(target["percent"].asInteger());
    return parts.join(QStringLiteral(", "));
}

QString entryIcon(const std::string &verb)
{
    return verb == "deployed"                                         ? QStringLiteral("releases")
           : verb == "roll_back"                                      ? QStringLiteral("rollback")
           : verb == "release_refused" || verb == "rollout_withdrawn" ? QStringLiteral("x")
           : verb == "restore_service"                                ? QStringLiteral("history")
           : verb == "export_service"                                 ? QStringLiteral("download")
           : verb == "save_alert"                                     ? QStringLiteral("bell")
           : verb == "build_image"                                    ? QStringLiteral("upload")
           : verb == "roll_out"                                       ? QStringLiteral("play")
           : verb == "rehearse"                                       ? QStringLiteral("play")
           : verb == "deploy"                                         ? QStringLiteral("upload")
                                                                      : QStringLiteral("check");
}

QString entryTime(WallTime at, WallTime now, bool utc)
{
    const QDateTime then = timeOf(at, utc);
    return then.date() == timeOf(now, utc).date() ? then.toString(QStringLiteral("HH:mm"))
                                                  : QLocale().toString(then, QStringLiteral("d MMM"));
}

} // namespace

QString releaseTime(WallTime at, WallTime now, bool utc)
{
    if (at == WallTime{})
        return {};
    const QDateTime then = timeOf(at, utc);
    const QString clock = then.toString(QStringLiteral("HH:mm"));
    const QDate today = timeOf(now, utc).date();
    if (then.date() == today)
        return ReleaseText::tr("today %1", "a time").arg(clock);
    const bool isThisYear = then.date().year() == today.year();
    return QLocale().toString(then,
                              isThisYear ? QStringLiteral("d MMM HH:mm") : QStringLiteral("d MMM yyyy"));
}

QString shareWord(int percent)
{
    return ReleaseText::tr("%1 %", "a share of the traffic").arg(percent);
}

QString ratioWord(double share)
{
    return ReleaseText::tr("%1 %", "a share of the traffic").arg(QLocale().toString(share * 100, 'f', 2));
}

QString rateWord(double perSecond)
{
    return ReleaseText::tr("%1 req/s").arg(QLocale().toString(perSecond, 'f', perSecond < 10 ? 2 : 1));
}

QString personWord(const std::string &who)
{
    const std::size_t at = who.find('@');
    return words(who.substr(0, at));
}

QString moveSentence(const TrafficMove &move, bool utc)
{
    switch (move.phase) {
    case TrafficMove::Phase::Sent:
        return ReleaseText::tr("The change is being sent.");
    case TrafficMove::Phase::Accepted:
        return ReleaseText::tr("Accepted at %1; the traffic is moving.").arg(clockTime(move.acceptedAt, utc));
    case TrafficMove::Phase::Done:
        return ReleaseText::tr("The traffic has moved, at %1.").arg(clockTime(move.doneAt, utc));
    case TrafficMove::Phase::Failed:
        break;
    }
    return errorSentence(move.error);
}

RevisionState stateOf(const cloud::Revision &revision, int percent)
{
    const cloud::Condition *ready = revision.condition("Ready");
    const QString said = ready ? words(ready->message) : QString();
    if (ready && ready->state == cloud::ConditionState::Failed)
        return {Status::Failed, ReleaseText::tr("failed", "a revision"), said};
    if (!revision.isReady())
        return {Status::Running, ReleaseText::tr("starting", "a revision"), said};
    if (percent > 0)
        return {Status::Success, ReleaseText::tr("serving", "a revision"), said};
    return {Status::Success, ReleaseText::tr("ready", "a revision"), said};
}

bool hasNeverServed(const cloud::Revision &revision, int percent)
{
    return percent == 0 && !revision.isReady();
}

QList<ReleaseLine> serviceLines(const ReleasesModel &model, bool utc)
{
    QList<ReleaseLine> lines;
    if (!model.board())
        return lines;
    for (const cloud::Service &service : model.board()->services) {
        ReleaseLine line;
        line.key = line.text = words(service.name.service);
        line.status = statusOf(service);
        line.isBad = line.status == Status::Failed;
        line.detail = detailOf(service, model.board()->at, utc);
        line.right = words(shortRevision(servingOf(service), service.name.service)).section('-', 0, 0);
        line.shares = sharesOf(service);
        line.spoken = ReleaseText::tr("%1, %2: %3", "a service, its state, its shares")
                          .arg(line.text, statusWord(line.status), line.detail);
        lines << line;
    }
    return lines;
}

QList<ReleaseLine> environmentLines(const ReleasesModel &model, bool utc)
{
    QList<ReleaseLine> lines;
    if (!model.board())
        return lines;
    const std::vector<client::CloudPlace> &places = model.board()->places;
    const bool isSpread = std::ranges::any_of(
        places, [&](const client::CloudPlace &place) { return place.region != places.front().region; });
    for (const client::CloudPlace &place : places) {
        ReleaseLine line;
        line.key = words(place.environment);
        line.text = environmentWord(place.environment);
        line.environment = environmentKind(place.environment);
        if (isSpread)
            line.detail = words(place.region);
        const auto other = model.others().find(place.environment);
        const client::ReleaseBoard *board = place.environment == model.environment()         ? &*model.board()
                                            : other != model.others().end() && other->second ? &*other->second
                                                                                             : nullptr;
        if (board == nullptr && other != model.others().end()) {
            line.right = ReleaseText::tr("not reached");
            line.under = errorSentence(other->second.error());
            line.isBad = true;
        }
        for (const cloud::Service &service : board ? board->services : std::vector<cloud::Service>())
            if (service.name.service == model.serviceName()) {
                line.right = words(shortRevision(servingOf(service), service.name.service));
                line.under = releaseTime(service.updated, board->at, utc);
            }
        if (board && line.right.isEmpty())
            line.right = ReleaseText::tr("not there");
        const QString where = line.detail.isEmpty() ? line.text : line.text + ", " + line.detail;
        line.spoken = ReleaseText::tr("%1: %2 %3", "an environment, a revision, a time")
                          .arg(where, line.right, line.under);
        lines << line;
    }
    return lines;
}

QList<ReleaseLine> entryLines(const ReleasesModel &model, bool utc)
{
    QList<ReleaseLine> lines;
    if (!model.service())
        return lines;
    const client::ServiceBoard &board = *model.service();
    for (const client::ReleaseEntry &entry : board.entries) {
        ReleaseLine line;
        line.key = QString::number(lines.size());
        line.icon = entryIcon(entry.verb);
        line.isBad = entry.verb == "release_refused" || entry.verb == "roll_back";
        line.text = entryWord(entry, board.service.name.service);
        line.detail = entryDetail(entry, board.service.name.service);
        line.right = entryTime(entry.at, board.at, utc);
        line.under = personWord(entry.who);
        line.spoken = ReleaseText::tr("%1 %2, by %3. %4", "a time, what was done, who, why")
                          .arg(line.right, line.text, line.under, line.detail);
        lines << line;
    }
    return lines;
}

} // namespace batuta::views
