// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/palette_model.h"

#include "views/widgets/command_registry.h"
#include "views/widgets/words.h"

#include <algorithm>
#include <climits>

namespace batuta::views {
namespace {

constexpr int kMostFlows = 6;
constexpr int kMostCommands = 8; // beside other results; `>` lists all
constexpr int kMostRuns = 6;

/// Every word of `words` begins a word of `text`, or stands in it.
bool fits(const QString &text, const QString &words)
{
    const QStringList wanted = words.split(' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(wanted,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

PaletteModel::PaletteModel(EngineLink &link, const CommandRegistry &commands, const QWidget *page,
                           QObject *parent)
    : QAbstractListModel(parent)
    , m_link(link)
    , m_commands(commands)
    , m_page(page)
{
    setText({});
}

void PaletteModel::setText(const QString &whole)
{
    const QString text = whole.left(400).trimmed();
    const QChar prefix = text.isEmpty() ? QChar() : text.at(0);
    const QString rest = text.mid(1).trimmed();
    beginResetModel();
    m_items.clear();
    m_recognised.clear();
    m_isBlank = text.isEmpty();
    ++m_generation;
    m_pending = 0;
    endResetModel();
    if (looksLikeExecutionId(text)) {
        m_recognised = tr("Execution ID");
        askExecution(text.toLower());
    } else if (prefix == '>') {
        addCommands(rest, INT_MAX);
    } else if (prefix == '/') {
        addFlows(rest);
    } else if (prefix == '@' && !rest.isEmpty()) {
        m_recognised = tr("User");
        client::ExecutionQuery query;
        query.userId = rest.toStdString();
        askExecutions(std::move(query));
    } else if (prefix == '#' && !rest.isEmpty()) {
        m_recognised = tr("Correlation");
        client::ExecutionQuery query;
        query.correlationId = rest.toStdString();
        askExecutions(std::move(query));
    } else if (text.isEmpty()) {
        askExecutions({}); // what follows the runs is added when they are there
    } else {
        addFlows(text);
        addCommands(text, kMostCommands);
        if (text.size() >= 3 && !text.contains(' ')) {
            client::ExecutionQuery byUser, bySession, byCorrelation;
            byUser.userId = bySession.sessionId = byCorrelation.correlationId = text.toStdString();
            for (client::ExecutionQuery &query : std::array{byUser, bySession, byCorrelation})
                askExecutions(std::move(query));
        }
    }
    emit filled();
}

const PaletteItem *PaletteModel::item(int row) const
{
    return row >= 0 && row < m_items.size() ? &m_items.at(row) : nullptr;
}

int PaletteModel::firstChoice() const
{
    for (int row = 0; row < m_items.size(); ++row)
        if (m_items.at(row).kind != PaletteItem::Kind::Heading && m_items.at(row).whyNot.isEmpty())
            return row;
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteItem *found = index.isValid() ? item(index.row()) : nullptr;
    if (!found)
        return {};
    if (role == Qt::DisplayRole)
        return found->text;
    if (role == Qt::ToolTipRole)
        return found->whyNot.isEmpty() ? found->detail : found->whyNot;
    if (role == Qt::AccessibleTextRole)
        return found->detail.isEmpty() ? found->text : found->text + ", " + found->detail;
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const PaletteItem *found = index.isValid() ? item(index.row()) : nullptr;
    if (!found || found->kind == PaletteItem::Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void PaletteModel::addFlows(const QString &words)
{
    QList<PaletteItem> items;
    for (const client::FlowSummary &flow : m_link.flows()) {
        const QString name = QString::fromStdString(flow.name.value), title = localText(flow.title);
        if (items.size() >= kMostFlows || !fits(name + ' ' + title, words))
            continue;
        items.append({PaletteItem::Kind::Flow,
                      "flows",
                      title.isEmpty() ? name : title,
                      name + ", " + tr("%n step(s)", nullptr, static_cast<int>(flow.steps.size())),
                      {},
                      {},
                      Address{"flows", name, {}}});
    }
    append(tr("Flows"), std::move(items));
}

void PaletteModel::addCommands(const QString &words, int most)
{
    QList<PaletteItem> items;
    for (QAction *action : m_commands.commandsOf(m_page)) {
        if (items.size() >= most || !fits(action->text(), words) || action->objectName() == "app.palette")
            continue;
        PaletteItem item{PaletteItem::Kind::Command,
                         action->property("iconName").toString(),
                         action->text(),
                         {},
                         action->shortcut().toString(QKeySequence::NativeText),
                         CommandRegistry::whyNot(action)};
        item.action = action;
        items.append(std::move(item));
    }
    append(tr("Commands"), std::move(items));
}

void PaletteModel::askExecution(const QString &id)
{
    ++m_pending;
    m_link.execution(id, this, [this, id, asked = m_generation](Result<client::ExecutionRecord> record) {
        if (asked != m_generation)
            return;
        --m_pending;
        if (record) {
            addRun(*record);
        } else {
            PaletteItem none{PaletteItem::Kind::Run, "warn", tr("No run has this id"),
                             errorSentence(record.error())};
            none.whyNot = none.detail;
            append(tr("Best match"), {none});
        }
        emit filled();
    });
}

void PaletteModel::askExecutions(client::ExecutionQuery query)
{
    ++m_pending;
    query.limit = kMostRuns;
    m_link.executions(std::move(query), this,
                      [this, asked = m_generation](Result<client::ExecutionPage> page) {
                          if (asked != m_generation)
                              return;
                          --m_pending;
                          if (page)
                              for (const client::ExecutionRecord &record : page->items)
                                  addRun(record);
                          if (m_isBlank) {
                              addFlows({});
                              addCommands({}, kMostCommands);
                          }
                          emit filled();
                      });
}

/// Runs stand together under one heading, at the end of what is there: nothing that is shown moves.
void PaletteModel::addRun(const client::ExecutionRecord &record)
{
    const auto known = [&](const PaletteItem &item) { return item.run && item.run->id == record.id; };
    if (std::ranges::any_of(m_items, known))
        return;
    const QString detail =
        QStringList{shortId(record.id), QString::fromStdString(record.userId.empty() ? "-" : record.userId),
                    statusWord(record.status), dayAndTime(record.startedAt, false).chopped(4),
                    durationWord(record.duration)}
            .join(", ");
    PaletteItem item{
        PaletteItem::Kind::Run, {}, tr("Run of %1").arg(QString::fromStdString(record.flow)), detail};
    item.address = {"run", QString::fromStdString(record.id), {}};
    item.run = record;
    const bool follows = !m_items.isEmpty() && m_items.constLast().run.has_value();
    if (!follows)
        return append(m_recognised.isEmpty() ? tr("Recent runs") : tr("Best match"), {item});
    beginInsertRows({}, rowCount(), rowCount());
    m_items.append(item);
    endInsertRows();
}

void PaletteModel::append(const QString &heading, QList<PaletteItem> items)
{
    if (items.isEmpty())
        return;
    items.prepend({PaletteItem::Kind::Heading, {}, heading, {}});
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(items.size()) - 1);
    m_items += items;
    endInsertRows();
}

} // namespace batuta::views
