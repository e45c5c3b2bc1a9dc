// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/environment_menu.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

QIcon shapeOf(const QWidget *widget, EnvironmentKind kind)
{
    const int side = themeOf(widget).scaled(16);
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const qreal inset = side * 0.15;
    drawEnvironmentShape(painter, QRectF(inset, inset, side - 2 * inset, side - 2 * inset), kind,
                         themeOf(widget).colors().of(kind).fg);
    painter.end();
    return QIcon(picture);
}

} // namespace

QString countdownWord(int seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar('0'));
}

EnvironmentMenu::EnvironmentMenu(EngineControl &control, EnvironmentList &list, bool utc, QWidget *parent)
    : QMenu(parent)
    , m_control(control)
    , m_list(list)
    , m_utc(utc)
{
    setAccessibleName(tr("Environments"));
    connect(&m_list, &EnvironmentList::changed, this, &EnvironmentMenu::fill);
    connect(&m_control.lock(), &ProductionLock::changed, this, &EnvironmentMenu::tellLock);
    fill();
}

void EnvironmentMenu::fill()
{
    clear();
    m_lock = nullptr;
    const std::string current = m_control.workspace().environment.toStdString();
    const auto &items = m_list.items();
    const bool isKnown =
        std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.name == current; });
    if (!isKnown)
        addEnvironment({current, 0, {}, {}}, true);
    bool hasProduction = environmentKind(current) == EnvironmentKind::Production;
    for (const EnvironmentList::Item &item : items) {
        addEnvironment(item, item.name == current);
        hasProduction = hasProduction || environmentKind(item.name) == EnvironmentKind::Production;
    }
    if (m_control.workspace().isElsewhere())
        addAction(tr("The engine elsewhere decides where it runs"))->setEnabled(false);
    addSeparator();
    if (hasProduction) {
        m_lock = addAction(themeOf(this).icon("lock"), QString(), this, [this] {
            ProductionLock &lock = m_control.lock();
            lock.isOpen() ? lock.lock() : lock.unlock();
        });
        tellLock();
    }
    addAction(themeOf(this).icon("environments"), tr("Keys of all environments"), this,
              &EnvironmentMenu::pageWanted);
}

void EnvironmentMenu::addEnvironment(const EnvironmentList::Item &item, bool isCurrent)
{
    QStringList facts;
    if (item.errors > 0)
        facts << tr("%n problem(s)", nullptr, item.errors);
    if (item.appliedAt)
        facts << tr("applied %1, %2", "a time and a person")
                     .arg(dayAndTime(*item.appliedAt, m_utc).section(':', 0, 1),
                          QString::fromStdString(item.appliedBy));
    const QString word = environmentWord(item.name);
    QAction *action = addAction(shapeOf(this, environmentKind(item.name)),
                                facts.isEmpty() ? word : word + '\t' + facts.join(QStringLiteral(" · ")));
    if (isCurrent) {
        QFont strong = font();
        strong.setBold(true);
        action->setFont(strong);
        setDefaultAction(action);
    }
    action->setEnabled(isCurrent || m_control.canSwitch());
    connect(action, &QAction::triggered, this,
            [this, name = QString::fromStdString(item.name)] { emit chosen(name); });
}

void EnvironmentMenu::tellLock()
{
    if (!m_lock)
        return;
    const ProductionLock &lock = m_control.lock();
    m_lock->setText(lock.isOpen() ? tr("Lock production, open for %1").arg(countdownWord(lock.secondsLeft()))
                                  : tr("Unlock production for 15 minutes"));
}

} // namespace batuta::views
