// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/address.h"
#include "views/models/engine_link.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QJsonArray>

#include <functional>

class QAction;

namespace batuta::views {

class CommandRegistry;

/// One line of the palette.
struct PaletteItem
{
    enum class Kind { Heading, Run, Flow, Command, View };
    Kind kind = Kind::Command;
    QString icon{};
    QString text{};
    QString detail{};
    QString keys{};
    QString whyNot{};          ///< not empty: shown, cannot be chosen
    Address address{};         ///< where it leads, or
    QAction *action = nullptr; ///< what it does
    std::optional<client::ExecutionRecord> run{};
    bool isLocked = false; ///< it changes production
};

/// What fits to a text: whatever has it as an id (an execution, a user, session, correlation or revision,
/// over all data), an address, flows, steps, keys of the environment, views and commands. `>` narrows to
/// commands, `/` to flows, `@` to users, `#` to correlations, `$` to keys; `?` says so. Without a text: what
/// was used last. Asks the engine; its late answers to an older text are dropped,
/// and what they bring stands below what is there.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    PaletteModel(EngineLink &link, const CommandRegistry &commands, const QWidget *page,
                 QObject *parent = nullptr);

    void setText(const QString &text);
    /// What was chosen before, the newest first; as historyWith() keeps it.
    void setHistory(QJsonArray history);
    const PaletteItem *item(int row) const;
    /// The first row that can be chosen, -1 when there is none.
    int firstChoice() const;
    /// `Execution ID`, `User` …: what the text was taken for; "" for plain words.
    QString recognised() const { return m_recognised; }
    /// What the text becomes when it is narrowed to the group of that row; "" when it cannot be.
    QString narrowed(int row) const;
    /// Milliseconds from the text to the answer; -1 while it is looked for.
    qint64 took() const { return m_took; }
    bool isSearching() const { return m_pending > 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void filled();

private:
    void addFlows(const QString &words);
    void addCommands(const QString &words, int most);
    void addSteps(const QString &words);
    void addKeys(const QString &words, bool isAlone);
    void addLast();
    PaletteItem itemOf(QAction *action) const;
    void addAddress(const Address &address);
    void addHelp();
    void ask(const QString &id);
    void came(Result<client::Found> found);
    void addHit(const client::FindHit &hit);
    void addInRun(const client::ExecutionRecord &run);
    void addRelated(const client::ExecutionRecord &run);
    void askAlike(const client::ExecutionRecord &run);
    void askExecutions(client::ExecutionQuery query);
    void addRun(const client::ExecutionRecord &record);
    void append(const QString &heading, QList<PaletteItem> items);

    EngineLink &m_link;
    const CommandRegistry &m_commands;
    const QWidget *m_page;
    QList<PaletteItem> m_items;
    QJsonArray m_history;
    QString m_text;
    QString m_recognised;
    QElapsedTimer m_clock;
    qint64 m_took = -1;
    int m_generation = 0;
    int m_pending = 0;
    bool m_isBlank = true;
};

/// The history with what was chosen now at its beginning; 50 items at most.
QJsonArray historyWith(QJsonArray history, const PaletteItem &item);
/// Whether the command starts, stops or publishes something: in production the palette shows a lock.
bool changesWhatRuns(const QString &command);

} // namespace batuta::views
