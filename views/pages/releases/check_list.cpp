// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/check_list.h"

#include "views/pages/releases/release_words.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

using Kind = ReleaseCheck::Kind;
using State = ReleaseCheck::State;

constexpr int kLine = 28, kLines = 6, kCheckInset = 16, kCheckGlyph = 13, kCheckGap = 8, kTitle = 230;

Status pictureOf(State state)
{
    switch (state) {
    case State::Passes:
        return Status::Success;
    case State::Fails:
        return Status::Failed;
    case State::Looking:
        return Status::Running;
    default:
        return Status::Queued;
    }
}

QString plain(const ReleaseCheck &check)
{
    return QString::fromStdString(check.detail).simplified();
}

QString imageFinding(const ReleaseCheck &check)
{
    if (check.state == State::Passes)
        return plain(check);
    if (check.state == State::Fails)
        return CheckList::tr("%1 is not there any more").arg(plain(check));
    return check.detail.empty() ? CheckList::tr("cannot be looked up")
                                : CheckList::tr("cannot be looked up: %1").arg(plain(check));
}

QString keysFinding(const ReleaseCheck &check)
{
    const int keys = static_cast<int>(check.figure), others = static_cast<int>(check.other);
    if (check.state == State::Unknown)
        return CheckList::tr("nothing to compare with");
    return others == 0 ? CheckList::tr("%n key(s), the same as now", nullptr, keys)
                       : CheckList::tr("%n key(s) differ from now: %1", nullptr, others).arg(plain(check));
}

} // namespace

QString checkTitle(const ReleaseCheck &check, const QString &target)
{
    switch (check.kind) {
    case Kind::Image:
        return CheckList::tr("Target image in registry");
    case Kind::Ready:
        return CheckList::tr("Target revision ready");
    case Kind::Instances:
        return CheckList::tr("Target instances");
    case Kind::Keys:
        return CheckList::tr("Environment keys of %1").arg(target);
    case Kind::Record:
        return CheckList::tr("Its last day");
    default:
        return CheckList::tr("The cloud would take it");
    }
}

QString checkFinding(const ReleaseCheck &check)
{
    if (check.state == State::Looking)
        return CheckList::tr("is being looked up");
    switch (check.kind) {
    case Kind::Image:
        return imageFinding(check);
    case Kind::Ready:
        return check.state == State::Passes ? CheckList::tr("it started, and its probes pass")
               : check.detail.empty()       ? CheckList::tr("it is not ready")
                                            : plain(check);
    case Kind::Instances:
        return check.state == State::Unknown ? CheckList::tr("no figures")
               : check.figure > 0            ? CheckList::tr("%n instance(s) run, no cold start", nullptr,
                                                             static_cast<int>(check.figure))
                                  : CheckList::tr("none runs: the first requests wait for a start");
    case Kind::Keys:
        return keysFinding(check);
    case Kind::Record:
        return check.state == State::Unknown
                   ? CheckList::tr("too few requests to tell")
                   : CheckList::tr("%1 of %Ln request(s) failed", nullptr, static_cast<int>(check.other))
                         .arg(ratioWord(check.figure));
    default:
        return check.state == State::Passes    ? CheckList::tr("checked without changing anything")
               : check.state == State::Unknown ? CheckList::tr("this engine cannot ask")
                                               : plain(check);
    }
}

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize CheckList::sizeHint() const
{
    return {themeOf(this).scaled(480), themeOf(this).scaled(kLine) * kLines};
}

void CheckList::setChecks(const std::vector<ReleaseCheck> &checks, const QString &target)
{
    m_checks = checks;
    m_target = target;
    QStringList lines;
    for (const ReleaseCheck &check : checks)
        lines << tr("%1: %2", "what was checked and what was found")
                     .arg(checkTitle(check, target), checkFinding(check));
    setAccessibleName(tr("Preflight"));
    setAccessibleDescription(lines.join(QStringLiteral(". ")));
    setToolTip(lines.join('\n'));
    update();
}

void CheckList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int line = theme.scaled(kLine), size = theme.scaled(kCheckGlyph), inset = theme.scaled(kCheckInset);
    painter.setFont(theme.font(TextStyle::Body));
    for (std::size_t i = 0; i < m_checks.size(); ++i) {
        const ReleaseCheck &check = m_checks[i];
        const QRect row(inset, static_cast<int>(i) * line, width() - 2 * inset, line);
        const bool isWarning = check.state == State::Warns;
        painter.drawPixmap(row.left(), row.center().y() - size / 2,
                           isWarning
                               ? theme.pixmap("warnf", size, c.of(Status::Waiting).fg, devicePixelRatioF())
                               : theme.statusPixmap(pictureOf(check.state), size, devicePixelRatioF()));
        painter.setPen(c.textPrimary);
        const QRect title(row.left() + size + kCheckGap, row.top(), theme.scaled(kTitle), line);
        painter.drawText(
            title, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(checkTitle(check, m_target), Qt::ElideRight, title.width()));
        painter.setPen(check.state == State::Fails ? c.of(Status::Failed).fg : c.textSecondary);
        const QRect found(title.right() + kCheckGap, row.top(), row.right() - title.right() - kCheckGap,
                          line);
        painter.drawText(
            found, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(checkFinding(check), Qt::ElideRight, found.width()));
        painter.fillRect(QRect(inset, row.bottom(), width() - 2 * inset, 1), c.borderSubtle);
    }
}

} // namespace batuta::views
