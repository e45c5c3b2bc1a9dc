// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of LogsPage that does something with lines: commands, menus, copying, export.
#include "views/models/cloud_places.h"
#include "views/models/text.h"
#include "views/pages/logs/cloud_spool.h"
#include "views/pages/logs/log_table.h"
#include "views/pages/logs/logs_page.h"
#include "views/pages/logs/query_field.h"
#include "views/pages/logs/query_line.h"
#include "views/widgets/button.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>

namespace batuta::views {
namespace {

constexpr std::uint64_t kMostCopied = 50'000; // lines; more are exported

} // namespace

/// A command whose keys act only while the lines themselves have the focus.
QAction *LogsPage::lineCommand(CommandSpec spec)
{
    QAction *action = m_context.commands.add(this, std::move(spec));
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
}

QString LogsPage::whyNoLine() const
{
    return m_table->hasCurrent() ? QString() : tr("Select a line first.");
}

void LogsPage::addCommands()
{
    m_clear = new QAction(this);
    connect(m_clear, &QAction::triggered, this, [this] {
        setSpan({});
        useQuery({});
        m_table->setFocus();
    });
    addViewCommands();
    addLookCommands();
    addLineCommands();
    addFileCommands();
    m_openFile = m_context.commands.action("logs.open_file");
}

void LogsPage::addViewCommands()
{
    CommandRegistry &commands = m_context.commands;
    lineCommand({"logs.follow",
                 [this] { return m_table->isFollowing() ? tr("Following") : tr("Follow"); },
                 "arrowd",
                 {Qt::Key_End},
                 [this] { m_table->setFollowing(!m_table->isFollowing()); },
                 {}});
    commands.add(this, {"logs.query",
                        [] { return tr("Write a query"); },
                        "search",
                        {QKeySequence(Qt::CTRL | Qt::Key_F)},
                        [this] {
                            m_line->field().setFocus();
                            m_line->field().selectAll();
                        },
                        {}});
    commands.add(this, {"logs.find",
                        [] { return tr("Find, next match"); },
                        "search",
                        {Qt::Key_F3},
                        [this] { find(true); },
                        {}});
    commands.add(this, {"logs.find_back",
                        [] { return tr("Previous match"); },
                        "search",
                        {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
                        [this] { find(false); },
                        {}});
    lineCommand({"logs.next_error",
                 [] { return tr("Next error"); },
                 "warn",
                 {Qt::Key_N},
                 [this] { nextError(true); },
                 {}});
}

void LogsPage::addLookCommands()
{
    CommandRegistry &commands = m_context.commands;
    lineCommand({"logs.previous_error",
                 [] { return tr("Previous error"); },
                 "warn",
                 {QKeySequence(Qt::SHIFT | Qt::Key_N)},
                 [this] { nextError(false); },
                 {}});
    lineCommand(
        {"logs.wrap",
         [this] { return m_table->isWrapping() ? tr("Keep lines in one row") : tr("Wrap long lines"); },
         "panelb",
         {Qt::Key_W},
         [this] {
             m_table->setWrapping(!m_table->isWrapping());
             m_context.commands.update();
         },
         {}});
    lineCommand({"logs.group",
                 [this] { return m_wish.isGrouped ? tr("Show every line") : tr("Group repeats"); },
                 "join",
                 {Qt::Key_G},
                 [this] {
                     m_wish.isGrouped = !m_wish.isGrouped;
                     setWish();
                     m_context.commands.update();
                 },
                 {}});
    commands.add(this, {"logs.go_to_time",
                        [] { return tr("Go to time"); },
                        "clock",
                        {QKeySequence(Qt::CTRL | Qt::Key_G)},
                        [this] { askTime(); },
                        {}});
    commands.add(this,
                 {"logs.detail",
                  [this] { return m_detail->isVisible() ? tr("Hide the detail") : tr("Show the detail"); },
                  "panelr",
                  {QKeySequence(Qt::CTRL | Qt::Key_I)},
                  [this] { showDetail(!m_detail->isVisible()); },
                  {}});
    commands.add(this, {"logs.own_columns",
                        [] { return tr("Reset the columns"); },
                        "undo",
                        {},
                        [this] { m_lines->setColumnState({}); },
                        {}});
}

void LogsPage::addLineCommands()
{
    const auto noLine = [this] { return whyNoLine(); };
    lineCommand({"logs.filter",
                 [] { return tr("Filter for the cell"); },
                 "plus",
                 {Qt::Key_F},
                 [this] { filterCell(false); },
                 noLine});
    lineCommand({"logs.exclude",
                 [] { return tr("Filter the cell out"); },
                 "minus",
                 {QKeySequence(Qt::SHIFT | Qt::Key_F)},
                 [this] { filterCell(true); },
                 noLine});
    lineCommand({"logs.open_run",
                 [] { return tr("Open the run of the line"); },
                 "trace",
                 {Qt::Key_O},
                 [this] { openRun(); },
                 [this] {
                     if (!whyNoLine().isEmpty())
                         return whyNoLine();
                     return looksLikeExecutionId(m_detail->executionId())
                                ? QString()
                                : tr("The line names no execution.");
                 }});
    lineCommand({"logs.copy",
                 [] { return tr("Copy the lines"); },
                 "copy",
                 {QKeySequence(Qt::CTRL | Qt::Key_C)},
                 [this] { copy(false); },
                 noLine});
    lineCommand({"logs.copy_json",
                 [] { return tr("Copy the lines as JSON"); },
                 "braces",
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
                 [this] { copy(true); },
                 noLine});
    lineCommand({"logs.around",
                 [] { return tr("Show the lines around it"); },
                 "logs",
                 {},
                 [this] { showAround(); },
                 noLine});
}

void LogsPage::addFileCommands()
{
    CommandRegistry &commands = m_context.commands;
    commands.add(this, {"logs.open_engine",
                        [] { return tr("Log of this engine"); },
                        "pulse",
                        {},
                        [this] { setSource({}); },
                        {}});
    commands.add(this, {"logs.open_cloud",
                        [] { return tr("Cloud Logging of this environment"); },
                        "releases",
                        {},
                        [this] {
                            if (const client::CloudPlace *place = m_places->find({}))
                                setSource({}, {textOf(place->environment), textOf(place->service)});
                        },
                        [this] {
                            return m_places->list().empty() ? tr("No environment here runs in a cloud.")
                                                            : QString();
                        }});
    commands.add(this, {"logs.older",
                        [] { return tr("Bring older entries over"); },
                        "arrowu",
                        {},
                        [this] { m_cloud->bringOlder(); },
                        [this] {
                            return isCloud() && m_cloud && m_cloud->hasOlder()
                                       ? QString()
                                       : tr("Everything that there is was brought over.");
                        }});
    commands.add(this, {"logs.open_file",
                        [] { return tr("Open a log file"); },
                        "file",
                        {QKeySequence(Qt::CTRL | Qt::Key_O)},
                        [this] { chooseFiles(false); },
                        {}});
    commands.add(this, {"logs.open_folder",
                        [] { return tr("Open a folder of log files"); },
                        "folder",
                        {},
                        [this] { chooseFiles(true); },
                        {}});
    commands.add(this, {"logs.export",
                        [] { return tr("Export the lines"); },
                        "download",
                        {},
                        [this] { exportLines(); },
                        [this] { return m_lines->count() > 0 ? QString() : tr("There are no lines."); }});
}

void LogsPage::filterCell(bool isOut)
{
    const LogColumn &column = m_lines->columns()[m_table->currentColumn()];
    if (column.isTime())
        return emit told(tr("Brush the histogram to choose a time."));
    addPart(column.name, m_lines->value(m_table->current(), column.name), isOut);
}

void LogsPage::find(bool forward)
{
    if (m_wish.find.empty()) {
        m_line->showFind(true);
        m_line->find().field().setFocus();
        return;
    }
    const std::uint64_t count = m_lines->count();
    const bool isAlone = !m_table->hasCurrent();
    std::uint64_t row =
        isAlone
            ? m_lines->nextFound(forward ? 0 : count, forward)
            : m_lines->nextFound(forward ? m_table->current() + 1
                                         : m_table->current() - qMin<std::uint64_t>(m_table->current(), 1),
                                 forward);
    if (!isAlone && !forward && m_table->current() == 0)
        row = count;
    if (row >= count)
        row = m_lines->nextFound(forward ? 0 : count, forward); // from the other end
    if (row >= count)
        return emit told(tr("Nothing found."));
    m_table->setFollowing(false);
    m_table->setCurrent(row);
}

void LogsPage::nextError(bool forward)
{
    const std::uint64_t count = m_lines->count();
    if (!forward && m_table->hasCurrent() && m_table->current() == 0)
        return emit told(tr("No error before it."));
    const std::uint64_t from = !m_table->hasCurrent() ? 0
                               : forward              ? m_table->current() + 1
                                                      : m_table->current() - 1;
    const std::uint64_t row = m_lines->nextError(from, forward);
    if (row >= count)
        return emit told(forward ? tr("No error behind it.") : tr("No error before it."));
    m_table->setFollowing(false);
    m_table->setCurrent(row);
}

void LogsPage::openRun()
{
    const QString id = m_detail->executionId();
    QUrlQuery query;
    for (const char *field : {"step_name", "step"})
        if (const QString step = m_lines->value(m_table->current(), field);
            !step.isEmpty() && query.isEmpty())
            query.addQueryItem("step", step);
    if (looksLikeExecutionId(id))
        emit openRequested({"run", id, query});
}

void LogsPage::copy(bool asJson)
{
    if (m_table->selectedCount() > kMostCopied)
        return emit told(tr("These are too many lines to copy: export them."));
    QStringList lines;
    for (const auto &[first, last] : m_table->selection())
        for (std::uint64_t row = first; row <= last; ++row) {
            const QByteArray text = m_lines->text(row);
            const LogRow &own = m_lines->row(row);
            lines << (asJson || !text.trimmed().startsWith('{')
                          ? LogLines::cleanText(text)
                          : own.cells.join('\t') + (own.extra.isEmpty() ? QString() : '\t' + own.extra));
        }
    QGuiApplication::clipboard()->setText(lines.join('\n'));
    emit told(tr("%Ln line(s) copied.", nullptr, static_cast<int>(lines.size())));
}

void LogsPage::chooseFiles(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Open a folder of log files") : tr("Open a log file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](const QStringList &files) { setSource(files); });
    dialog->open();
}

void LogsPage::exportLines()
{
    auto *dialog = new QFileDialog(this, tr("Export the lines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("jsonl");
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_desk->exportTo(file, m_lines->picture().rows);
        emit told(tr("The lines are being written."));
    });
    dialog->open();
}

void LogsPage::showSourceMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id : {"logs.open_engine", "logs.open_file", "logs.open_folder"})
        menu->addAction(m_context.commands.action(id));
    addCloudSources(menu);
    menu->popup(m_sourceButton->mapToGlobal(QPoint(0, m_sourceButton->height() + 2)));
}

void LogsPage::fillColumnMenu(QMenu *menu, int column)
{
    if (column >= 0 && column < m_lines->columns().size() && m_lines->columns().size() > 1) {
        const QString name = m_lines->columns()[column].name;
        connect(menu->addAction(tr("Remove the column %1").arg(LogLines::columnTitle(name))),
                &QAction::triggered, this, [this, name] { m_lines->removeColumn(name); });
        menu->addSeparator();
    }
    QStringList names{"time", "severity", "message"};
    if (m_lines->picture().fields)
        for (const logs::FieldUse &use : *m_lines->picture().fields)
            if (const std::string &name = use.name; !logs::isTimeName(name) && !logs::isSeverityName(name) &&
                                                    logs::messageRank(name) != 1 && names.size() < 40)
                names << QString::fromStdString(name);
    for (const QString &name : names) {
        QAction *action = menu->addAction(LogLines::columnTitle(name));
        action->setCheckable(true);
        action->setChecked(m_lines->hasColumn(name));
        connect(action, &QAction::toggled, this, [this, name, column](bool shown) {
            shown ? m_lines->addColumn(name, column < 0 ? -1 : column + 1) : m_lines->removeColumn(name);
        });
    }
    menu->addSeparator();
    menu->addAction(m_context.commands.action("logs.own_columns"));
}

void LogsPage::showMoreMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu->addMenu(tr("Columns")), -1);
    for (const char *id : {"logs.group", "logs.wrap", "logs.detail", "", "logs.find", "logs.go_to_time",
                           "logs.next_error", "", "logs.export"})
        *id == 0 ? static_cast<void>(menu->addSeparator()) : menu->addAction(m_context.commands.action(id));
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void LogsPage::showColumnMenu(const QPoint &at, int column)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu, column);
    menu->popup(at);
}

void LogsPage::showCellMenu(const QPoint &at)
{
    if (!m_table->hasCurrent())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id : {"logs.filter", "logs.exclude", "", "logs.copy", "logs.copy_json", "",
                           "logs.open_run", "logs.around"})
        *id == 0 ? static_cast<void>(menu->addSeparator()) : menu->addAction(m_context.commands.action(id));
    menu->popup(at);
}

void LogsPage::showDetail(bool shown)
{
    m_detail->setVisible(shown);
    if (shown &&
        !m_table->hasCurrent()) // of the newest line while it is followed, else of the first one seen
        m_table->setCurrent(m_table->isFollowing() ? m_lines->count() : m_table->topRow());
    QResizeEvent same(size(), size());
    resizeEvent(&same);
    if (!shown)
        m_table->setFocus();
    m_context.commands.update();
}

void LogsPage::showAround()
{
    showDetail(true);
    m_detail->showTab(2);
}

} // namespace batuta::views
