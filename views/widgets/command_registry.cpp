// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/command_registry.h"

#include "views/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace batuta::views {

CommandRegistry::CommandRegistry(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

QAction *CommandRegistry::add(QWidget *scope, CommandSpec spec)
{
    auto *action = new QAction(scope);
    action->setObjectName(spec.id);
    action->setProperty("iconName", spec.icon);
    action->setShortcuts(spec.keys);
    action->setShortcutContext(scope->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    if (!spec.icon.isEmpty())
        action->setIcon(themeOf(scope).icon(spec.icon));
    connect(action, &QAction::triggered, this, [run = spec.run] { run(); });
    connect(action, &QObject::destroyed, this, [this, action] {
        std::erase_if(m_entries, [action](const Entry &entry) { return entry.action == action; });
    });
    scope->addAction(action);
    m_entries.push_back({std::move(spec), action, scope});
    refresh(m_entries.back());
    return action;
}

QAction *CommandRegistry::action(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.spec.id == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

std::vector<QAction *> CommandRegistry::commandsOf(const QWidget *page) const
{
    std::vector<QAction *> actions;
    for (const Entry &entry : m_entries)
        if (entry.scope->isWindow() || entry.scope == page)
            actions.push_back(entry.action);
    return actions;
}

QWidget *CommandRegistry::scopeOf(const QAction *action) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.action == action; });
    return found == m_entries.end() ? nullptr : found->scope;
}

void CommandRegistry::update()
{
    for (const Entry &entry : m_entries)
        refresh(entry);
}

QString CommandRegistry::idOf(const QAction *action)
{
    return action->objectName();
}

QString CommandRegistry::whyNot(const QAction *action)
{
    return action->property("whyNot").toString();
}

bool CommandRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::LanguageChange)
        update();
    return false;
}

void CommandRegistry::refresh(const Entry &entry)
{
    const QString reason = entry.spec.whyNot ? entry.spec.whyNot() : QString();
    const QString text = entry.spec.text();
    if (entry.action->text() == text && entry.action->property("whyNot").toString() == reason)
        return;
    entry.action->setProperty("whyNot", reason);
    entry.action->setText(text);
    entry.action->setEnabled(reason.isEmpty());
    emit entry.action->changed();
}

} // namespace batuta::views
