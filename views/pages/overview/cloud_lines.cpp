// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What runs in the cloud, in words.
#include "views/models/text.h"
#include "views/pages/overview/overview_lines.h"
#include "views/pages/overview/rollout_card.h"
#include "views/widgets/words.h"

#include <QLocale>

namespace batuta::views {
namespace {

using Stage = client::RolloutState::Stage;

/// `00042-kex`: the service's name stands beside it.
QString revisionWord(const std::string &revision, const std::string &service)
{
    const bool isOwn = revision.starts_with(service + '-');
    return textOf(isOwn ? revision.substr(service.size() + 1) : revision);
}

QString figureWord(const std::optional<double> &value, int decimals)
{
    return value ? QLocale().toString(*value, 'f', *value >= 100 ? 0 : decimals) : QString::fromUtf8("–");
}

QString millisecondsWord(double value)
{
    return durationWord(
        std::chrono::duration_cast<Duration>(std::chrono::duration<double, std::milli>(value)));
}

/// What a gate measured, in the unit of its figure.
QString measured(const std::string &gate, double value)
{
    if (gate == "error_rate" || gate == "memory")
        return OverviewText::tr("%1 %").arg(QLocale().toString(100 * value, 'f', 2));
    return gate == "p95" ? millisecondsWord(value) : QLocale().toString(value, 'g', 4);
}

QString gateWord(const client::RolloutState::Gate &gate)
{
    const QString name = gate.name == "error_rate" ? OverviewText::tr("Errors")
                         : gate.name == "memory"   ? OverviewText::tr("Memory")
                                                   : textOf(gate.name);
    if (!gate.value)
        return OverviewText::tr("%1 not measured yet", "a gate").arg(name);
    const QString value = measured(gate.name, *gate.value);
    return gate.bound ? OverviewText::tr("%1 %2, limit %3", "a gate")
                            .arg(name, value, measured(gate.name, *gate.bound))
                      : OverviewText::tr("%1 %2", "a gate and what it measured").arg(name, value);
}

/// The gates of the stage that the rollout stands in; of them first those that do not let it go on.
QString gatesSentence(const std::vector<Stage> &stages)
{
    QStringList bad, others;
    for (const Stage &stage : stages) {
        if (stage.status == "pending" || stage.status == "skipped")
            continue;
        bad.clear();
        others.clear();
        for (const client::RolloutState::Gate &gate : stage.gates)
            (gate.verdict == "broken" ? bad : others) << gateWord(gate);
    }
    return (bad + others).join(QStringLiteral("; "));
}

QString takenOverSentence(const std::string &who)
{
    return who.empty()
               ? OverviewText::tr("The traffic was moved by somebody else since: nothing was changed")
               : OverviewText::tr("The traffic was moved by %1 since: nothing was changed").arg(textOf(who));
}

Status stageStatus(const Stage &stage)
{
    return stage.status == "good"      ? Status::Success
           : stage.status == "broken"  ? Status::Failed
           : stage.status == "held"    ? Status::Waiting
           : stage.status == "running" ? Status::Running
           : stage.status == "skipped" ? Status::Skipped
                                       : Status::Queued;
}

std::pair<QString, Status> rolloutWord(const client::RolloutState &rollout)
{
    const auto isIn = [&](const char *status) {
        return std::ranges::any_of(rollout.stages,
                                   [&](const Stage &stage) { return stage.status == status; });
    };
    if (rollout.isTakenOver)
        return {OverviewText::tr("Ended by others", "a rollout whose traffic somebody else moved"),
                Status::Cancelled};
    if (rollout.wentBack)
        return {OverviewText::tr("Going back"), Status::Failed};
    if (!rollout.asks.empty())
        return {OverviewText::tr("Held by a gate"), Status::Waiting};
    if (isIn("held"))
        return {OverviewText::tr("Held"), Status::Waiting};
    if (isIn("broken"))
        return {OverviewText::tr("A gate is broken"), Status::Failed};
    return isIn("running") || isIn("good") ? std::pair(OverviewText::tr("In progress"), Status::Running)
                                           : std::pair(OverviewText::tr("Deploying"), Status::Running);
}

} // namespace

RolloutPicture rolloutPicture(const client::RolloutState &rollout, const OverviewService *service)
{
    RolloutPicture picture;
    picture.service = textOf(rollout.service);
    picture.region = service ? textOf(service->region) : QString();
    std::tie(picture.state, picture.status) = rolloutWord(rollout);
    if (service)
        for (const cloud::TrafficTarget &share : service->shares)
            picture.shares.append({revisionWord(share.revision, rollout.service), share.percent,
                                   share.revision == rollout.revision});
    std::ranges::stable_sort(picture.shares, std::less<>(), &RolloutPicture::Share::isNew);
    for (const Stage &stage : rollout.stages)
        picture.stages.append(
            {OverviewText::tr("%1 %").arg(QLocale().toString(stage.planned.percent)), stageStatus(stage)});
    picture.sentence =
        rollout.isTakenOver ? takenOverSentence(rollout.movedBy) : gatesSentence(rollout.stages);
    return picture;
}

QList<OverviewLine> serviceLines(const std::vector<OverviewService> &services)
{
    QList<OverviewLine> lines;
    for (const OverviewService &service : services) {
        OverviewLine line;
        line.key = textOf(service.environment + '/' + service.name);
        line.text = textOf(service.name);
        line.status = service.health == OverviewService::Health::Failing    ? Status::Failed
                      : service.health == OverviewService::Health::Changing ? Status::Running
                                                                            : Status::Success;
        QStringList shares;
        for (const cloud::TrafficTarget &share : service.shares)
            shares << QStringLiteral("%1 %2 %")
                          .arg(revisionWord(share.revision, service.name))
                          .arg(share.percent);
        line.detail = service.trouble.empty() ? shares.join(", ") : textOf(service.trouble);
        line.figures = {figureWord(service.instances, 0), figureWord(service.requestsPerSecond, 1),
                        service.p95 ? millisecondsWord(*service.p95) : QString::fromUtf8("–")};
        line.address = serviceAddress(service.environment, service.name);
        lines.append(line);
    }
    return lines;
}

QString servicesNote(const std::vector<OverviewService> &services)
{
    const auto isFailing = [](const OverviewService &service) {
        return service.health == OverviewService::Health::Failing;
    };
    const auto failing = static_cast<int>(std::ranges::count_if(services, isFailing));
    const int others = static_cast<int>(services.size()) - failing;
    if (services.empty())
        return {};
    const QString ready = OverviewText::tr("%Ln ready", "services", others);
    return failing == 0 ? ready
                        : OverviewText::tr("%1, %2", "how many are ready, how many fail")
                              .arg(ready, OverviewText::tr("%Ln failing", "services", failing));
}

Address serviceAddress(const std::string &environment, const std::string &service)
{
    QUrlQuery query;
    query.addQueryItem("env", textOf(environment));
    return {"releases", textOf(service), query};
}

} // namespace batuta::views
