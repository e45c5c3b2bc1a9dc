// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/palette_model.h"

#include "views/widgets/command_registry.h"
#include "views/widgets/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <climits>

namespace batuta::views {
namespace {

constexpr int kMostFlows = 6;
constexpr int kMostCommands = 8; // beside other results; `>` lists all
constexpr int kMostRuns = 6;
constexpr int kMostSuggested = 4; // commands, while nothing is typed

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
    m_text = text;
    m_isBlank = text.isEmpty();
    m_took = -1;
    m_clock.start();
    ++m_generation;
    m_pending = 0;
    endResetModel();
    client::ExecutionQuery query;
    if (const std::optional<Address> address = Address::parse(text)) {
        m_recognised = tr("Address");
        addAddress(*address);
    } else if (looksLikeExecutionId(text)) {
        m_recognised = tr("Execution ID");
        ask(text);
    } else if (prefix == '>') {
        m_recognised = tr("Commands");
        addCommands(rest, INT_MAX);
    } else if (prefix == '/') {
        m_recognised = tr("Flows");
        addFlows(rest);
    } else if (prefix == '$') {
        m_recognised = tr("Environment keys");
        addKeys(rest, true);
    } else if (prefix == '?') {
        addHelp();
    } else if ((prefix == '@' || prefix == '#') && !rest.isEmpty()) {
        m_recognised = prefix == '@' ? tr("User") : tr("Correlation");
        (prefix == '@' ? query.userId : query.correlationId) = rest.toStdString();
        askExecutions(std::move(query));
    } else if (text.isEmpty()) {
        addLast();
        askExecutions(std::move(query)); // what follows the runs is added when they are there
    } else {
        addFlows(text);
        if (text.size() >= 3 && !text.contains(' ')) {
            addSteps(text);
            addKeys(text, false);
        }
        addCommands(text, kMostCommands);
        if (text.size() >= 3 && !text.contains(' '))
            ask(text);
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
        return QStringList{found->text, found->detail, found->isLocked ? tr("changes production") : QString()}
            .filter(QRegularExpression("."))
            .join(", ");
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
        items.append(itemOf(action));
    }
    append(tr("Commands"), std::move(items));
}

PaletteItem PaletteModel::itemOf(QAction *action) const
{
    PaletteItem item{PaletteItem::Kind::Command,
                     action->property("iconName").toString(),
                     action->text(),
                     {},
                     action->shortcut().toString(QKeySequence::NativeText),
                     CommandRegistry::whyNot(action)};
    item.action = action;
    item.isLocked = environmentKind(m_link.info().environment) == EnvironmentKind::Production &&
                    changesWhatRuns(CommandRegistry::idOf(action));
    return item;
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
                          m_took = m_clock.elapsed();
                          if (page)
                              for (const client::ExecutionRecord &record : page->items)
                                  addRun(record);
                          if (m_isBlank) {
                              if (m_history.isEmpty())
                                  addFlows({});
                              addCommands({}, kMostSuggested);
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
