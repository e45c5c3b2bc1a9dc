// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/version_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace batuta::views {
namespace {

using versions::ChangeKind;
using versions::GitState;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::VersionWords)
};

QString fileWord(GitState::File file)
{
    switch (file) {
    case GitState::Clean:
        return Words::tr("as committed");
    case GitState::Modified:
        return Words::tr("changed since the last commit");
    case GitState::Staged:
        return Words::tr("staged for a commit");
    case GitState::Untracked:
        return Words::tr("not known to git");
    case GitState::Ignored:
        return Words::tr("ignored by git");
    case GitState::Conflicted:
        return Words::tr("in conflict");
    }
    return {};
}

int edgesOf(const versions::FlowDiff &diff, ChangeKind kind)
{
    return static_cast<int>(std::count_if(diff.edges.begin(), diff.edges.end(),
                                          [&](const auto &edge) { return edge.kind == kind; }));
}

} // namespace

QString numberWord(int number)
{
    return Words::tr("v%1").arg(number);
}

QString authorWord(const versions::VersionEntry &entry)
{
    return entry.isOutside() ? Words::tr("changed outside") : QString::fromStdString(entry.author);
}

QString whenWord(WallTime at)
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch());
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(since.count());
    const bool isThisYear = time.date().year() == QDate::currentDate().year();
    return QLocale().toString(time, isThisYear ? Words::tr("d MMM HH:mm") : Words::tr("d MMM yyyy HH:mm"));
}

QString versionSentence(const versions::VersionEntry &entry)
{
    const QString head = Words::tr("Version %1, %2, %3")
                             .arg(QString::number(entry.number), whenWord(entry.at), authorWord(entry));
    return entry.note.empty()
               ? head
               : Words::tr("%1, %2").arg(head, QString::fromStdString(entry.note).simplified());
}

QString changeWord(ChangeKind kind)
{
    return kind == ChangeKind::Added     ? Words::tr("Added")
           : kind == ChangeKind::Removed ? Words::tr("Removed")
                                         : Words::tr("Changed");
}

QString changeGlyph(ChangeKind kind)
{
    return kind == ChangeKind::Added     ? QStringLiteral("+")
           : kind == ChangeKind::Removed ? QStringLiteral("−")
                                         : QStringLiteral("~");
}

Status changeStatus(ChangeKind kind)
{
    return kind == ChangeKind::Added     ? Status::Success
           : kind == ChangeKind::Removed ? Status::Failed
                                         : Status::Waiting;
}

QString stepsSentence(const Comparison &comparison)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &part) {
        if (count > 0)
            parts << part;
    };
    const versions::FlowDiff &diff = comparison.steps;
    const int added = diff.count(ChangeKind::Added), removed = diff.count(ChangeKind::Removed);
    const int changed = diff.count(ChangeKind::Changed);
    const int connected = edgesOf(diff, ChangeKind::Added), cut = edgesOf(diff, ChangeKind::Removed);
    const int fields = static_cast<int>(diff.fields.size());
    add(added, Words::tr("%n step(s) added", nullptr, added));
    add(changed, Words::tr("%n step(s) changed", nullptr, changed));
    add(removed, Words::tr("%n step(s) removed", nullptr, removed));
    add(connected, Words::tr("%n connection(s) added", nullptr, connected));
    add(cut, Words::tr("%n connection(s) removed", nullptr, cut));
    add(fields, Words::tr("%n setting(s) of the flow changed", nullptr, fields));
    add(diff.hasOtherOrder, Words::tr("another order of steps"));
    if (!comparison.isReadable)
        return Words::tr("The steps cannot be compared: one of the two is no YAML");
    return parts.isEmpty() ? Words::tr("Nothing that runs is different")
                           : QLocale().createSeparatedList(parts);
}

QString linesSentence(const DiffRows &text)
{
    if (text.differences.empty())
        return Words::tr("The texts are the same");
    const QString added = Words::tr("%n line(s) added", nullptr, text.added);
    const QString removed = Words::tr("%n removed", "lines", text.removed);
    const QString both = Words::tr("%1, %2").arg(added, removed);
    return text.isCoarse ? Words::tr("%1; they differ too much for an exact comparison").arg(both) : both;
}

QString gitSentence(const GitState &state)
{
    switch (state.kind) {
    case GitState::NoGit:
        return Words::tr("git is not installed");
    case GitState::NoRepository:
        return Words::tr("not in a git repository");
    case GitState::Failed:
        return Words::tr("git: %1").arg(QString::fromStdString(state.trouble).section('\n', 0, 0));
    case GitState::Known:
        break;
    }
    const QString where =
        state.branch.empty() ? QString::fromStdString(state.commit) : QString::fromStdString(state.branch);
    const QString base = Words::tr("git %1: %2").arg(where, fileWord(state.file));
    if (!state.hasUpstream || (state.ahead == 0 && state.behind == 0))
        return base;
    return Words::tr("%1, %2 ahead, %3 behind").arg(base).arg(state.ahead).arg(state.behind);
}

} // namespace batuta::views
