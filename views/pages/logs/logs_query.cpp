// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of LogsPage that shows a picture and changes what is wished for: query, span, find.
#include "engine/logs/cloud_filter.h"
#include "views/pages/logs/chip_row.h"
#include "views/pages/logs/cloud_spool.h"
#include "views/pages/logs/log_accessible.h"
#include "views/pages/logs/log_facets.h"
#include "views/pages/logs/log_histogram.h"
#include "views/pages/logs/log_spool.h"
#include "views/pages/logs/log_table.h"
#include "views/pages/logs/logs_page.h"
#include "views/pages/logs/query_field.h"
#include "views/pages/logs/query_line.h"
#include "views/pages/logs/time_panel.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace batuta::views {
namespace {

using logs::kNoTime;
constexpr int kHistory = 50;

QString big(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

int plural(std::uint64_t number)
{
    return static_cast<int>(qMin<std::uint64_t>(number, 2'000'000'000));
}

} // namespace

void LogsPage::setWish()
{
    const bool isSame = m_wish.isSameRows(m_asked);
    m_asked = m_wish;
    LogWish wish = m_wish;
    if (isCloud())
        wish.query = logs::asOwnNames(wish.query);
    m_desk->setWish(std::move(wish));
    askCloud();
    if (isSame)
        return;
    m_facets->facets().setSure(false);
    m_rowsWish = m_desk->wish();
}

void LogsPage::useQuery(const QString &text)
{
    const auto query = logs::LogQuery::read(text.toStdString());
    m_line->field().setText(text);
    if (!query)
        return showProblem(query.error());
    showProblem(std::nullopt);
    remember(text);
    m_wish.query = *query;
    m_written = text;
    m_facets->setQuery(*query);
    setWish();
    emit addressChanged();
}

void LogsPage::takeQuery(const logs::LogQuery &query)
{
    useQuery(QString::fromStdString(query.text()));
}

void LogsPage::addPart(const QString &field, const QString &value, bool isOut)
{
    if (field == "time")
        return;
    const auto op = isOut ? logs::QueryOp::NotEqual : logs::QueryOp::Equal;
    takeQuery(m_wish.query.with(
        {logs::QueryNode::Kind::Compare, {}, field.toStdString(), op, value.toStdString()}));
}

void LogsPage::showProblem(const std::optional<logs::QueryProblem> &problem)
{
    using Kind = logs::QueryProblem::Kind;
    m_line->setWrong(problem.has_value());
    m_trouble->setVisible(problem.has_value());
    m_line->field().setProblem(problem);
    if (!problem)
        return;
    const QString detail = QString::fromStdString(problem->detail);
    const QString text =
        problem->kind == Kind::MissingValue    ? tr("A value is missing behind %1.").arg(detail)
        : problem->kind == Kind::MissingField  ? tr("A field is missing before the operator.")
        : problem->kind == Kind::MissingPart   ? tr("Something is missing here.")
        : problem->kind == Kind::OpenQuote     ? tr("The quote is not closed.")
        : problem->kind == Kind::OpenBracket   ? tr("The bracket is not closed.")
        : problem->kind == Kind::ExtraBracket  ? tr("This bracket closes none.")
        : problem->kind == Kind::WrongOperator ? tr("Write %1 instead.").arg(detail)
        : problem->kind == Kind::BadRegex      ? tr("The regular expression cannot be read: %1.").arg(detail)
        : problem->kind == Kind::UnknownSeverity ? tr("%1 is no severity.").arg(detail)
        : problem->kind == Kind::BadTime ? tr("%1 is no time such as 2026-11-21T14:21:07.").arg(detail)
        : problem->kind == Kind::TooLong ? tr("The query is too long.")
                                         : tr("Brackets stand too deep in each other.");
    m_fixed = problem->fixed;
    m_fix->setVisible(!m_fixed.empty());
    m_fix->setToolTip(QString::fromStdString(m_fixed));
    m_trouble->setText(text, m_fixed.empty() ? QString()
                                             : tr("Did you mean %1?").arg(QString::fromStdString(m_fixed)));
    m_line->field().setAccessibleDescription(text);
}

void LogsPage::remember(const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    QStringList history;
    for (const QJsonValue &known : m_context.state.value(kHistoryKey).toArray())
        history << known.toString();
    history.removeAll(text);
    history.prepend(text);
    while (history.size() > kHistory)
        history.removeLast();
    m_context.state.setValue(kHistoryKey, QJsonArray::fromStringList(history));
    m_line->field().setHistory(history);
}

void LogsPage::setSpan(logs::TimeSpan span)
{
    const bool isSame = span.from == m_wish.span.from && span.to == m_wish.span.to;
    m_wish.span = span;
    m_histogram->setSpan(span);
    const auto clock = [this](logs::LineTime time) {
        return time == kNoTime
                   ? QString()
                   : clockTime(WallTime(std::chrono::microseconds(time)), m_context.preferences.utc());
    };
    m_range->setText(span.from == kNoTime && span.to == kNoTime ? tr("All times")
                     : span.to == kNoTime                       ? tr("Since %1").arg(clock(span.from))
                                          : tr("%1 to %2").arg(clock(span.from), clock(span.to)));
    if (isSame)
        return;
    setWish();
    emit addressChanged();
}

/// Back from the last line there is: a log that has ended has a last hour too.
void LogsPage::chooseLast(int minutes)
{
    const LogPicture &picture = m_lines->picture();
    if (minutes == 0 || !picture.rows)
        return setSpan({});
    const logs::TimeSpan whole = logs::timeSpan(*picture.rows->snapshot());
    if (whole.to != kNoTime)
        setSpan({whole.to - minutes * 60LL * 1'000'000, kNoTime});
}

void LogsPage::showRangeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[text, minutes] :
         {std::pair{tr("All times"), 0}, std::pair{tr("Last 5 minutes"), 5},
          std::pair{tr("Last 15 minutes"), 15}, std::pair{tr("Last hour"), 60},
          std::pair{tr("Last 6 hours"), 360}, std::pair{tr("Last 24 hours"), 1440}})
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, minutes = minutes] { chooseLast(minutes); });
    menu->addSeparator();
    menu->addAction(m_context.commands.action("logs.go_to_time"));
    menu->popup(m_range->mapToGlobal(QPoint(0, m_range->height() + 2)));
}

void LogsPage::askTime()
{
    if (m_overlay)
        return;
    auto *panel = new TimePanel;
    m_overlay = new Overlay(window(), panel, {440, 150}, Overlay::Place::Top);
    connect(panel, &TimePanel::dismissed, m_overlay, &Overlay::close);
    connect(panel, &TimePanel::entered, this, [this, panel](const QString &text) {
        const QString problem = goToTime(text);
        panel->setProblem(problem);
        if (problem.isEmpty())
            m_overlay->close();
    });
    m_overlay->open();
}

/// `14:21`, `14:21:07` of the day of the current line, or a whole date; gives why not, or "".
QString LogsPage::goToTime(const QString &text)
{
    logs::LineTime time = logs::timeOfValue(text.trimmed().toStdString());
    const std::uint64_t count = m_lines->count();
    if (count == 0)
        return tr("There are no lines.");
    const bool isUtc = m_context.preferences.utc();
    if (const QTime clock = QTime::fromString(text.trimmed(), text.count(':') == 2 ? "H:mm:ss" : "H:mm");
        time == kNoTime && clock.isValid()) {
        const logs::LineTime near = m_lines->time(m_table->hasCurrent() ? m_table->current() : count - 1);
        QDateTime day = QDateTime::fromMSecsSinceEpoch(near / 1000, isUtc ? Qt::UTC : Qt::LocalTime);
        day.setTime(clock);
        time = day.toMSecsSinceEpoch() * 1000;
    }
    if (time == kNoTime)
        return tr("Use a time such as 14:21:07, or 2026-11-21T14:21:07.");
    m_table->setFollowing(false);
    m_table->setCurrent(m_lines->rowAt(time));
    m_table->setFocus();
    return {};
}

void LogsPage::showPicture(const LogPicture &picture)
{
    m_lines->setPicture(picture);
    m_chips->setChips(m_lines->chips());
    m_table->linesChanged();
    m_histogram->setHistogram(picture.histogram, picture.rows->counts());
    m_facets->facets().setSeverities(picture.rows->counts());
    QStringList fields{"severity", "time", "message"};
    if (picture.fields)
        for (const logs::FieldUse &use : *picture.fields)
            if (!fields.contains(QString::fromStdString(use.name)))
                fields << QString::fromStdString(use.name);
    m_line->field().setWords(fields,
                             [this](const QString &field) { return m_facets->facets().valuesOf(field); });
    if (m_wanted != kNoTime && picture.rows->snapshot()->isWhole()) {
        m_table->setFollowing(false);
        m_table->setCurrent(m_lines->rowAt(std::exchange(m_wanted, kNoTime)));
    }
    showState();
    showOutcome();
    showFind();
    askMarks();
}

void LogsPage::showState()
{
    const LogPicture &picture = m_lines->picture();
    const bool isDrawn = picture.rows && picture.wish == m_desk->wish();
    const bool isWhole = picture.rows && picture.rows->snapshot()->isWhole();
    const bool isEmpty = picture.rows && picture.rows->snapshot()->lines == 0;
    QString state = "loading";
    const bool isBringing = isCloud() && m_cloud && m_cloud->isBringing();
    if (m_lines->count() > 0)
        state = "rows";
    else if (isBringing)
        state = m_cloud->problem() ? "failed" : "loading";
    else if (isDrawn && isEmpty && !picture.problems.empty())
        state = isEngine() ? "none" : "failed";
    else if (isDrawn && isEmpty && isCloud() && !m_wish.query.isAll())
        state = "nothing";
    else if (isDrawn && isEmpty)
        state = "none";
    else if (isDrawn && isWhole)
        state = "nothing";
    else if (!m_state.isEmpty() && m_state != "loading")
        return showTrouble(); // the old picture stays until the new one is there
    showTrouble();
    if (std::exchange(m_state, state) == state)
        return;
    if (state == "rows")
        m_pane->showContent();
    else if (state == "failed" && isCloud())
        m_pane->showError(tr("The cloud does not tell what was logged."),
                          errorSentence(*m_cloud->problem()) + QChar(' ') + errorAdvice(*m_cloud->problem()),
                          nullptr);
    else if (state == "none" && isCloud())
        m_pane->showEmpty(tr("Nothing was logged there."));
    else if (state == "failed")
        m_pane->showError(tr("The log cannot be read."), errorSentence(picture.problems.front()), m_openFile);
    else if (state == "none")
        m_pane->showEmpty(isEngine() ? tr("This engine has not written a line yet.")
                                     : tr("There are no lines in it."),
                          m_openFile);
    else if (state == "nothing")
        m_pane->showEmpty(tr("No lines match."), m_clear);
    else
        m_pane->showLoading();
}

/// Files that cannot be read, or an engine elsewhere that tells no more: what is there is shown all the same.
void LogsPage::showTrouble()
{
    const bool isCut = m_spool && isEngine() && m_spool->hasProblem();
    const bool isCloudCut = isCloud() && m_cloud && m_cloud->problem() && m_lines->count() > 0;
    const Errors &problems = m_lines->picture().problems;
    m_problem->setVisible(isCut || isCloudCut || (m_lines->count() > 0 && !problems.empty()));
    if (isCloudCut)
        m_problem->setText(tr("No new entries come from Cloud Logging."), errorSentence(*m_cloud->problem()));
    else if (isCut)
        m_problem->setText(tr("No new lines come from the engine."), errorSentence(m_spool->problem()));
    else if (m_problem->isVisibleTo(this))
        m_problem->setText(tr("Some files cannot be read."), errorSentence(problems.front()));
}

void LogsPage::showOutcome()
{
    const LogPicture &picture = m_lines->picture();
    if (!picture.rows)
        return m_line->setOutcome({});
    const std::uint64_t lines = picture.rows->snapshot()->lines;
    if (m_done < m_total) {
        const int percent = static_cast<int>(m_done * 100 / qMax<quint64>(1, m_total));
        return m_line->setOutcome(tr("~%1 of ~%2 lines, %3 % read")
                                      .arg(countText(picture.rows->count()), countText(lines))
                                      .arg(percent));
    }
    m_line->setOutcome(
        tr("%1 of %Ln line(s), %2 ms", nullptr, plural(lines))
            .arg(countText(picture.rows->count()),
                 QLocale().toString(picture.milliseconds, 'f', picture.milliseconds < 10 ? 1 : 0)));
}

QString LogsPage::countText(std::uint64_t count) const
{
    constexpr std::uint64_t kMillion = 1'000'000;
    return count < 10 * kMillion
               ? big(count)
               : tr("%1 M").arg(QLocale().toString(static_cast<double>(count) / 1e6, 'f', 1));
}

void LogsPage::showCurrent()
{
    showLine();
    m_context.commands.update();
    announceCell(*m_table);
}

void LogsPage::showLine()
{
    const std::uint64_t count = m_lines->count();
    if (!m_table->hasCurrent()) {
        m_place->setText(tr("%Ln line(s)", nullptr, plural(count)));
        m_detail->clear();
        return;
    }
    const std::uint64_t selected = m_table->selectedCount();
    m_place->setText(selected > 1 ? tr("%Ln line(s) selected", nullptr, plural(selected))
                                  : tr("Line %1 of %2").arg(big(m_table->current() + 1), big(count)));
    m_detail->show(m_table->current());
    const LogRow &row = m_lines->row(m_table->current());
    m_table->setAccessibleDescription(row.cells.join(' '));
    showFind();
}

void LogsPage::showFind()
{
    if (m_wish.find.empty())
        return m_line->find().setOutcome({});
    const std::uint64_t all = m_lines->foundCount();
    const std::uint64_t before = m_table->hasCurrent() ? m_lines->foundBefore(m_table->current()) : 0;
    const bool isOn = m_table->hasCurrent() && m_lines->picture().found && before < all &&
                      m_lines->row(m_table->current()).isFound;
    m_line->find().setOutcome(isOn ? tr("%1 of %2").arg(big(before + 1), big(all)) : big(all));
}

} // namespace batuta::views
