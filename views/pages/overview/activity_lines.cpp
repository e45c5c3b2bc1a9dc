// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Who did what, in words.
#include "engine/base/uuid.h"
#include "views/models/text.h"
#include "views/pages/overview/overview_lines.h"
#include "views/widgets/words.h"

#include <QLocale>

#include <array>

namespace batuta::views {
namespace {

/// An act of the audit; `words` has a place for what it was done to.
struct ActWords
{
    const char *verb;
    const char *icon;
    const char *words;
    const char *view = ""; ///< where it can be looked at
};

constexpr std::array<ActWords, 34> kActs{{
    {"cancel", "stop", QT_TRANSLATE_NOOP("OverviewText", "Run %1 cancelled"), "run"},
    {"pause", "pause", QT_TRANSLATE_NOOP("OverviewText", "Run %1 paused"), "run"},
    {"resume", "play", QT_TRANSLATE_NOOP("OverviewText", "Run %1 resumed"), "run"},
    {"rerun", "retry", QT_TRANSLATE_NOOP("OverviewText", "Run %1 run again"), "run"},
    {"answer", "check", QT_TRANSLATE_NOOP("OverviewText", "Run %1 answered"), "run"},
    {"signal", "send", QT_TRANSLATE_NOOP("OverviewText", "Signal sent to run %1"), "run"},
    {"signal.hold", "pause", QT_TRANSLATE_NOOP("OverviewText", "Run %1 told to hold"), "run"},
    {"signal.go_on", "play", QT_TRANSLATE_NOOP("OverviewText", "Run %1 told to go on"), "run"},
    {"signal.next", "arrow", QT_TRANSLATE_NOOP("OverviewText", "Run %1 told to take its next stage"), "run"},
    {"signal.promote", "check", QT_TRANSLATE_NOOP("OverviewText", "Run %1 told to promote"), "run"},
    {"breakpoints", "pin", QT_TRANSLATE_NOOP("OverviewText", "Breakpoints set in run %1"), "run"},
    {"release", "playf", QT_TRANSLATE_NOOP("OverviewText", "Held step of run %1 let go"), "run"},
    {"pause_schedule", "pause", QT_TRANSLATE_NOOP("OverviewText", "Schedule of %1 paused"), "flow"},
    {"resume_schedule", "play", QT_TRANSLATE_NOOP("OverviewText", "Schedule of %1 resumed"), "flow"},
    {"backfill", "calendar", QT_TRANSLATE_NOOP("OverviewText", "Missed runs of %1 made up for"), "flow"},
    {"message", "send", QT_TRANSLATE_NOOP("OverviewText", "Message put into %1")},
    {"prune", "trash", QT_TRANSLATE_NOOP("OverviewText", "Old runs removed"), "runs"},
    {"reload", "retry", QT_TRANSLATE_NOOP("OverviewText", "Flows and routes read again"), "flows"},
    {"reveal_secret", "eye", QT_TRANSLATE_NOOP("OverviewText", "Secret %1 revealed"), "environments"},
    {"save_board", "edit", QT_TRANSLATE_NOOP("OverviewText", "Board %1 saved"), "metrics"},
    {"route_traffic", "releases", QT_TRANSLATE_NOOP("OverviewText", "Traffic of %1 changed"), "releases"},
    {"roll_out", "releases", QT_TRANSLATE_NOOP("OverviewText", "Rollout of %1 started"), "releases"},
    {"rollout_withdrawn", "releases",
     QT_TRANSLATE_NOOP("OverviewText", "Rollout of %1 ended: the traffic was moved"), "releases"},
    {"rehearse", "playf", QT_TRANSLATE_NOOP("OverviewText", "Rehearsal of %1 started"), "releases"},
    {"build_image", "models", QT_TRANSLATE_NOOP("OverviewText", "Image of %1 built"), "releases"},
    {"export_service", "download", QT_TRANSLATE_NOOP("OverviewText", "%1 exported"), "releases"},
    {"back_up", "download", QT_TRANSLATE_NOOP("OverviewText", "Services backed up"), "releases"},
    {"restore_service", "rollback", QT_TRANSLATE_NOOP("OverviewText", "%1 restored from a backup"),
     "releases"},
    {"save_alert", "bell", QT_TRANSLATE_NOOP("OverviewText", "Alert of %1 saved"), "releases"},
    {"save_budget", "edit", QT_TRANSLATE_NOOP("OverviewText", "Budget saved"), "releases"},
    {"replace_service", "upload", QT_TRANSLATE_NOOP("OverviewText", "%1 replaced from a file"), "releases"},
    {"deploy", "releases", QT_TRANSLATE_NOOP("OverviewText", "%1 deployed"), "releases"},
    {"roll_back", "rollback", QT_TRANSLATE_NOOP("OverviewText", "%1 rolled back"), "releases"},
    {"release_refused", "x", QT_TRANSLATE_NOOP("OverviewText", "The cloud refused a change of %1"),
     "releases"},
}};

const ActWords *wordsOf(const std::string &verb)
{
    const auto found = std::ranges::find(kActs, verb, &ActWords::verb);
    return found == kActs.end() ? nullptr : &*found;
}

/// `environment/NAME` is how a service or a secret is named.
bool isOfEnvironment(const ActWords *known)
{
    return known &&
           (known->view == std::string_view("environments") || known->view == std::string_view("releases"));
}

QString actWords(const OverviewDeed &deed)
{
    if (deed.count > 1 && deed.verb == "cancel")
        return OverviewText::tr("%Ln run(s) cancelled", nullptr, deed.count);
    if (deed.count > 1 && deed.verb == "rerun")
        return OverviewText::tr("%Ln run(s) run again", nullptr, deed.count);
    const ActWords *known = wordsOf(deed.verb);
    const QString subject = textOf(deed.subject),
                  words = known ? QCoreApplication::translate("OverviewText", known->words)
                                : textOf(deed.verb).replace('_', ' ') + QStringLiteral(": %1");
    if (isOfEnvironment(known))
        return OverviewText::tr("%1, %2", "what was done, and in which environment")
            .arg(words.contains("%1") ? words.arg(subject.section('/', 1)) : words,
                 environmentWord(subject.section('/', 0, 0).toStdString()));
    const QString one =
        !words.contains("%1") ? words : words.arg(isUuid(deed.subject) ? shortId(deed.subject) : subject);
    return deed.count > 1 ? OverviewText::tr("%1, and %Ln more", nullptr, deed.count - 1).arg(one) : one;
}

Address actAddress(const OverviewDeed &deed)
{
    const ActWords *known = wordsOf(deed.verb);
    const QString view = QString::fromLatin1(known ? known->view : "");
    const QString subject = textOf(deed.subject);
    if (deed.count > 1 && view == "run")
        return {"runs", {}, {}};
    if (view == "environments")
        return environmentAddress(deed.subject.substr(0, deed.subject.find('/')));
    if (view == "releases") {
        QUrlQuery query;
        query.addQueryItem("env", subject.section('/', 0, 0));
        return {view, subject.section('/', 1), query};
    }
    return {view, view == "run" || view == "flow" ? subject : QString(), {}};
}

/// `14:02` of today, else the day.
QString dayOrTime(WallTime at, const Moments &moments)
{
    const QDateTime then = momentOf(at, moments.utc);
    return then.date() == momentOf(moments.now, moments.utc).date() ? momentWord(at, moments)
                                                                    : QLocale().toString(then, "d MMM");
}

/// Icon and state of a deed, and its sentence.
std::tuple<QString, Status, QString> deedWords(const OverviewDeed &deed)
{
    const QString subject = textOf(deed.subject);
    switch (deed.kind) {
    case OverviewDeed::Kind::Published:
        return {"edit", Status::Queued, OverviewText::tr("%1 published").arg(subject)};
    case OverviewDeed::Kind::Fired:
        return {"bell", Status::Failed, OverviewText::tr("Alert %1 fires").arg(subject)};
    case OverviewDeed::Kind::Resolved:
        return {"check", Status::Success, OverviewText::tr("Alert %1 is over").arg(subject)};
    case OverviewDeed::Kind::Acknowledged:
        return {"eye", Status::Queued, OverviewText::tr("Alert %1 acknowledged").arg(subject)};
    case OverviewDeed::Kind::Muted:
        return {"bell", Status::Queued, OverviewText::tr("Alert %1 muted").arg(subject)};
    case OverviewDeed::Kind::Addressed:
        return {"check", Status::Queued, OverviewText::tr("Failure of %1 addressed").arg(subject)};
    case OverviewDeed::Kind::Noted:
        return {"edit", Status::Queued, OverviewText::tr("Note on the failure of %1").arg(subject)};
    case OverviewDeed::Kind::Applied:
        return {"environments", Status::Queued,
                OverviewText::tr("Environment %1 changed").arg(environmentWord(deed.subject))};
    case OverviewDeed::Kind::Acted:
        const ActWords *known = wordsOf(deed.verb);
        const bool isBad = deed.verb == "roll_back" || deed.verb == "release_refused";
        return {known ? known->icon : "bolt", isBad ? Status::Failed : Status::Queued, actWords(deed)};
    }
    return {};
}

Address addressOf(const OverviewDeed &deed)
{
    switch (deed.kind) {
    case OverviewDeed::Kind::Published:
        return {"flow", textOf(deed.subject), {}};
    case OverviewDeed::Kind::Applied:
        return environmentAddress(deed.subject);
    case OverviewDeed::Kind::Addressed:
    case OverviewDeed::Kind::Noted:
        return {"failures", {}, QUrlQuery("show=addressed")};
    case OverviewDeed::Kind::Acted:
        return actAddress(deed);
    default:
        return {"metrics", "alerts", {}};
    }
}

} // namespace

QList<OverviewLine> activityLines(const std::vector<OverviewDeed> &deeds, const Moments &moments)
{
    QList<OverviewLine> lines;
    for (const OverviewDeed &deed : deeds) {
        OverviewLine line;
        std::tie(line.icon, line.status, line.text) = deedWords(deed);
        line.key = QString::number(deed.at.time_since_epoch().count()) + line.text;
        line.detail = textOf(deed.who);
        line.time = dayOrTime(deed.at, moments);
        line.address = addressOf(deed);
        lines.append(line);
    }
    return lines;
}

} // namespace batuta::views
