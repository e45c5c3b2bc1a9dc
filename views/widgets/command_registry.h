// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <map>
#include <vector>

class QWidget;

namespace batuta::views {

/// One thing that a person can do: menu, buttons, palette and the sheet of keys all show the same.
struct CommandSpec
{
    QString id;                    ///< `runs.cancel`; the part before the dot is its group
    std::function<QString()> text; ///< asked again when the language changes
    QString icon{};
    QList<QKeySequence> keys{};
    std::function<void()> run;
    /// "" when it can be done now, else why not. Without it, it always can.
    std::function<QString()> whyNot{};
};

/// All commands of the window. A command belongs to a scope: the window, or one page; the keys of a page act
/// only while the focus is in it.
class CommandRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(QObject *parent = nullptr);

    /// `scope` owns the action; when it is destroyed the command is gone.
    QAction *add(QWidget *scope, CommandSpec spec);
    QAction *action(const QString &id) const;
    /// Those that can be seen from `page`: of the window and of that page, in the order they were added.
    std::vector<QAction *> commandsOf(const QWidget *page) const;
    /// The scope a command was added with.
    QWidget *scopeOf(const QAction *action) const;
    /// Asks every command again for its text and whether it can be done; call when what they depend on
    /// changes.
    void update();

    /// The id, and the reason why it cannot be done now.
    static QString idOf(const QAction *action);
    static QString whyNot(const QAction *action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        CommandSpec spec;
        QAction *action;
        QWidget *scope;
    };
    void refresh(const Entry &entry);

    std::vector<Entry> m_entries;
};

} // namespace batuta::views
