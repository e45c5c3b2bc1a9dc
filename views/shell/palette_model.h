// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/address.h"
#include "views/models/engine_link.h"

#include <QAbstractListModel>

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
};

/// What fits to a text: an execution by its id, executions of a user, session or correlation, flows, views
/// and commands. `>` narrows to commands, `/` to flows, `@` to users, `#` to correlations. Asks the engine
/// for executions; its late answers to an older text are dropped.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    PaletteModel(EngineLink &link, const CommandRegistry &commands, const QWidget *page,
                 QObject *parent = nullptr);

    void setText(const QString &text);
    const PaletteItem *item(int row) const;
    /// The first row that can be chosen, -1 when there is none.
    int firstChoice() const;
    /// `Execution ID`, `User` …: what the text was taken for; "" for plain words.
    QString recognised() const { return m_recognised; }
    bool isSearching() const { return m_pending > 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void filled();

private:
    void addFlows(const QString &words);
    void addCommands(const QString &words, int most);
    void askExecution(const QString &id);
    void askExecutions(client::ExecutionQuery query);
    void addRun(const client::ExecutionRecord &record);
    void append(const QString &heading, QList<PaletteItem> items);

    EngineLink &m_link;
    const CommandRegistry &m_commands;
    const QWidget *m_page;
    QList<PaletteItem> m_items;
    QString m_recognised;
    int m_generation = 0;
    int m_pending = 0;
    bool m_isBlank = true;
};

} // namespace batuta::views
