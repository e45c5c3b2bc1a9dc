// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/trace_words.h"

#include "views/models/text.h"
#include "views/widgets/words.h"

#include <QDateTime>
#include <QLocale>
#include <QUrl>

namespace batuta::views {
namespace {

/// Every attempt ended with the same status code.
bool isSameCode(const TraceStep &step)
{
    for (const TraceAttempt &attempt : step.attempts)
        if (attempt.statusCode != step.attempts.front().statusCode)
            return false;
    return step.attempts.front().statusCode != 0;
}

/// Who answered: the host of the last call, and what was called there.
QString calledBy(const TraceStep &step)
{
    const QUrl url(textOf(step.attempts.empty() ? std::string()
                                                : step.attempts.back().detail["request"]["url"].asString()));
    if (url.host().isEmpty())
        return {};
    const QString name = url.path().section('/', -1);
    return name.isEmpty() ? url.host() : name + TraceText::tr(" at %1", "host").arg(url.host());
}

QString whyFailed(const TraceStep &step)
{
    const auto attempts = static_cast<int>(step.attempts.size());
    const QString from = calledBy(step);
    if (attempts > 1 && isSameCode(step))
        return from.isEmpty() ? TraceText::tr("Every attempt got %1.").arg(step.attempts.front().statusCode)
                              : TraceText::tr("Every attempt got %1 from %2.")
                                    .arg(QString::number(step.attempts.front().statusCode), from);
    const QString reason = textOf(step.reason);
    if (attempts > 1)
        return TraceText::tr("%n attempt(s) failed; the last one with: %1.", nullptr, attempts).arg(reason);
    if (step.statusCode != 0)
        return from.isEmpty()
                   ? TraceText::tr("The call got %1.").arg(step.statusCode)
                   : TraceText::tr("The call got %1 from %2.").arg(QString::number(step.statusCode), from);
    return reason.isEmpty() ? TraceText::tr("The step failed, and its record gives no reason.")
                            : TraceText::tr("The step failed: %1.").arg(reason);
}

QString afterFailure(const TraceStep &step)
{
    if (step.onFailure == "continue")
        return TraceText::tr("The flow went on: on_failure is continue.");
    if (step.onFailure == "abort")
        return TraceText::tr("The flow was aborted: on_failure is abort.");
    if (step.onFailure == "skip_dependents")
        return TraceText::tr("The steps that need it were skipped.");
    return {};
}

QString stepSentence(const TraceModel &model, const QModelIndex &index)
{
    const TraceRun &run = model.run();
    const TraceStep &step = run.step(model.node(index).at);
    QStringList parts{textOf(step.id), statusWord(step.status).toLower()};
    if (step.hasRun()) {
        parts << TraceText::tr("starts at %1").arg(spokenSeconds(run.offset(step.startedAt)))
              << TraceText::tr("lasts %1")
                     .arg(spokenSeconds(
                         std::chrono::duration_cast<Duration>(step.end(model.now()) - step.startedAt)));
        parts << TraceText::tr("%n attempt(s)", nullptr, static_cast<int>(step.attempts.size()));
    } else if (!step.reason.empty()) {
        parts << textOf(step.reason);
    }
    if (step.isCritical)
        parts << TraceText::tr("on critical path");
    return parts.join(", ");
}

QString attemptSentence(const TraceModel &model, const TraceModel::Node &node)
{
    const TraceRun &run = model.run();
    const TraceStep &step = run.step(node.at);
    const TraceAttempt &attempt = step.rows()[static_cast<std::size_t>(node.attempt)];
    QStringList parts{attemptWord(attempt), resultWord(attempt),
                      TraceText::tr("starts at %1").arg(spokenSeconds(run.offset(attempt.startedAt)))};
    if (!attempt.isOpen)
        parts << TraceText::tr("lasts %1").arg(spokenSeconds(attempt.duration));
    const Duration wait = backoffBefore(step, static_cast<std::size_t>(node.attempt));
    if (wait > Duration{})
        parts << TraceText::tr("after a wait of %1").arg(spokenSeconds(wait));
    return parts.join(", ");
}

} // namespace

QString offsetWord(Duration offset)
{
    return '+' + QLocale().toString(secondsOf(offset), 'f', 3);
}

QString lengthWord(Duration duration)
{
    return duration < std::chrono::milliseconds(10) ? durationWord(duration) : secondsWord(duration);
}

QString spokenSeconds(Duration duration)
{
    return TraceText::tr("%1 seconds").arg(QLocale().toString(secondsOf(duration), 'f', 2));
}

QString attemptWord(const TraceAttempt &attempt)
{
    if (!attempt.name.empty())
        return textOf(attempt.name);
    if (attempt.item < 0)
        return TraceText::tr("attempt %1").arg(attempt.number);
    return attempt.number > 1 ? TraceText::tr("item %1, attempt %2").arg(attempt.item).arg(attempt.number)
                              : TraceText::tr("item %1").arg(attempt.item);
}

QString domainWord(const std::string &domain)
{
    QString word = textOf(domain);
    word.replace('_', ' ');
    return word.isEmpty() ? word : word.at(0).toUpper() + word.mid(1);
}

QString resultWord(const TraceAttempt &attempt)
{
    return attempt.statusCode != 0 ? QString::number(attempt.statusCode) : statusWord(attempt.status);
}

QString resultWord(const TraceStep &step)
{
    if (step.attempts.empty())
        return statusWord(step.status);
    const TraceAttempt &last = step.attempts.back();
    if (step.attempts.size() == 1 || isSameCode(step))
        return resultWord(last);
    return TraceText::tr("%1 then %2")
        .arg(resultWord(step.attempts[step.attempts.size() - 2]), resultWord(last));
}

QString countsWord(const TraceRun &run)
{
    std::array<int, kStatusCount> counts{};
    for (const TraceStep &step : run.steps())
        ++counts[static_cast<std::size_t>(step.picture())];
    QStringList parts;
    const auto add = [&](Status status, const char *one) {
        if (const int count = counts[static_cast<std::size_t>(status)]; count > 0)
            parts << TraceText::tr(one).arg(count);
    };
    add(Status::Success, QT_TRANSLATE_NOOP("TraceText", "%1 ok"));
    add(Status::Failed, QT_TRANSLATE_NOOP("TraceText", "%1 failed"));
    add(Status::Skipped, QT_TRANSLATE_NOOP("TraceText", "%1 skipped"));
    add(Status::Cancelled, QT_TRANSLATE_NOOP("TraceText", "%1 cancelled"));
    add(Status::Running, QT_TRANSLATE_NOOP("TraceText", "%1 running"));
    add(Status::Waiting, QT_TRANSLATE_NOOP("TraceText", "%1 waiting"));
    add(Status::Queued, QT_TRANSLATE_NOOP("TraceText", "%1 queued"));
    return parts.join(", ");
}

QString whySentence(const TraceStep &step)
{
    switch (step.picture()) {
    case Status::Failed:
        return QStringList{whyFailed(step), afterFailure(step)}.join(' ').trimmed();
    case Status::Skipped:
        return step.reason.empty() ? TraceText::tr("The step was skipped, and its record gives no reason.")
                                   : TraceText::tr("The step did not run. %1.").arg(textOf(step.reason));
    case Status::Cancelled:
        return step.hasRun() ? TraceText::tr("The step was running when the execution was cancelled.")
                             : TraceText::tr("The execution was cancelled before the step began.");
    case Status::Waiting:
        return TraceText::tr("Attempt %1 ended with %2. The next one follows after a wait.")
            .arg(step.attempts.empty() ? 1 : step.attempts.back().number)
            .arg(step.attempts.empty() ? QString() : resultWord(step.attempts.back()));
    case Status::Success:
        if (step.attempts.size() > 1)
            return TraceText::tr("It ended well at attempt %1. The one before ended with %2.")
                .arg(step.attempts.back().number)
                .arg(resultWord(step.attempts[step.attempts.size() - 2]));
        return {};
    case Status::Queued:
    case Status::Running:
        break;
    }
    return {};
}

QString othersSentence(const StepHistory &history, bool isCut)
{
    if (history.othersFailed == 0)
        return TraceText::tr("No other run that is kept failed in this step.");
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(history.failingSince.time_since_epoch())
            .count());
    const bool isToday = since.date() == QDate::currentDate();
    const QString when = QLocale().toString(since, isToday ? "HH:mm" : "d MMM HH:mm");
    const QString counted =
        TraceText::tr("%n other run(s) failed in this step since %1.", nullptr, history.othersFailed)
            .arg(when);
    return isCut ? counted + ' ' +
                       TraceText::tr("Only the newest %n run(s) of the flow were looked at.", nullptr,
                                     FlowPast::kMost)
                 : counted;
}

QString stoppedSentence(const TraceRun &run)
{
    int stopped = 0, never = 0, done = 0;
    for (const TraceStep &step : run.steps()) {
        if (step.picture() == Status::Cancelled)
            ++(step.hasRun() ? stopped : never);
        else if (step.hasRun())
            ++done;
        else
            ++never;
    }
    return QStringList{TraceText::tr("%n step(s) had ended before.", nullptr, done),
                       TraceText::tr("%n running step(s) were stopped.", nullptr, stopped),
                       TraceText::tr("%n step(s) never started.", nullptr, never)}
        .join(' ');
}

QString phasesText(const Phases &phases)
{
    const std::pair<const char *, Duration> rows[] = {
        {QT_TRANSLATE_NOOP("TraceText", "Wait for a connection: %1"), phases.wait},
        {QT_TRANSLATE_NOOP("TraceText", "Name lookup (DNS): %1"), phases.dns},
        {QT_TRANSLATE_NOOP("TraceText", "Connect: %1"), phases.connect},
        {QT_TRANSLATE_NOOP("TraceText", "TLS: %1"), phases.tls},
        {QT_TRANSLATE_NOOP("TraceText", "First byte: %1"), phases.firstByte},
        {QT_TRANSLATE_NOOP("TraceText", "Transfer: %1"), phases.transfer},
    };
    QStringList lines;
    for (const auto &[name, duration] : rows)
        lines << TraceText::tr(name).arg(durationWord(duration));
    if (phases.reused)
        lines << TraceText::tr("The connection was already open.");
    return lines.join('\n');
}

QString rowSentence(const TraceModel &model, const QModelIndex &index)
{
    const TraceModel::Node node = model.node(index);
    const auto duration = [&] {
        return spokenSeconds(Duration(index.data(TraceModel::DurationRole).toLongLong()));
    };
    const auto picture = static_cast<Status>(index.data(TraceModel::PictureRole).toInt());
    switch (node.kind) {
    case TraceModel::Kind::Step:
        return stepSentence(model, index);
    case TraceModel::Kind::Attempt:
        return attemptSentence(model, node);
    case TraceModel::Kind::Run:
        return TraceText::tr("Run of %1, %2, lasts %3")
            .arg(textOf(model.run().record().flow), statusWord(picture).toLower(), duration());
    case TraceModel::Kind::Group: {
        const TraceGroup &group = model.groups()[static_cast<std::size_t>(node.at)];
        return TraceText::tr("Group %1, %2, %n step(s), lasts %3", nullptr,
                             static_cast<int>(group.steps.size()))
            .arg(domainWord(group.domain), statusWord(picture).toLower(), duration());
    }
    }
    return {};
}

TraceTreeModel::TraceTreeModel(TraceModel &model, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

QVariant TraceTreeModel::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    if (role == Qt::AccessibleTextRole)
        return rowSentence(m_model, source);
    if (role == Qt::ToolTipRole) {
        const TraceModel::Node node = m_model.node(source);
        const QString sentence = rowSentence(m_model, source);
        if (node.kind != TraceModel::Kind::Step)
            return sentence;
        const QString title = localText(m_model.run().step(node.at).title);
        return title.isEmpty() ? sentence : title + '\n' + sentence;
    }
    if (role == Qt::DisplayRole) {
        const TraceModel::Node node = m_model.node(source);
        if (node.kind == TraceModel::Kind::Attempt)
            return attemptWord(m_model.run().step(node.at).rows()[static_cast<std::size_t>(node.attempt)]);
        if (node.kind == TraceModel::Kind::Group)
            return domainWord(m_model.groups()[static_cast<std::size_t>(node.at)].domain);
    }
    return QIdentityProxyModel::data(index, role);
}

} // namespace batuta::views
