// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/rehearsal_table.h"

#include "views/theme/theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

constexpr int kRehearsalInset = 2, kEndWidth = 110, kRunWidth = 86, kOutcomeWidth = 150, kLatencyWidth = 150;
constexpr std::array<std::string_view, 5> kWorstFirst{"worse", "not_run", "different", "mended", "same"};

std::ptrdiff_t rankOf(const std::string &end)
{
    return std::find(kWorstFirst.begin(), kWorstFirst.end(), end) - kWorstFirst.begin();
}

/// What is shown with it elsewhere.
Status pictureOfEnd(const std::string &end)
{
    return end == "worse"                           ? Status::Failed
           : end == "different" || end == "not_run" ? Status::Waiting
                                                    : Status::Success;
}

QString outcomeText(const std::string &status, int code)
{
    return code == 0 ? QString::fromStdString(status) : QString::number(code);
}

class RehearsalDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        const std::string end = index.data(RehearsalRows::EndRole).toString().toStdString();
        const Status picture = pictureOfEnd(end);
        painter->save();
        if (picture != Status::Success)
            painter->fillRect(option.rect, c.of(picture).soft);
        if (option.state.testFlag(QStyle::State_Selected))
            option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                                  option.widget);
        const bool isWord = index.column() == RehearsalRows::End;
        painter->setFont(theme.font(isWord ? TextStyle::Strong : TextStyle::Mono));
        painter->setPen(isWord && end != "same" ? c.of(picture).fg : c.textPrimary);
        const QRect room = option.rect.adjusted(kRehearsalInset, 0, -kRehearsalInset, 0);
        painter->drawText(
            room, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

QString rehearsalEndWord(const std::string &end)
{
    return end == "same"        ? RehearsalRows::tr("same", "as it was")
           : end == "different" ? RehearsalRows::tr("different", "from what it was")
           : end == "worse"     ? RehearsalRows::tr("fails now")
           : end == "mended"    ? RehearsalRows::tr("mended")
                                : RehearsalRows::tr("not run");
}

QString differenceLine(const client::RehearsedDifference &difference)
{
    const auto side = [](const std::string &value) {
        return value.empty() ? QStringLiteral("–") : QString::fromStdString(value);
    };
    return QString::fromStdString(difference.path) + QStringLiteral(": ") + side(difference.then) +
           QStringLiteral(" → ") + side(difference.now);
}

QString rehearsalTime(const std::optional<double> &ms)
{
    if (!ms)
        return QStringLiteral("–");
    const QLocale locale;
    return *ms >= 1'000 ? RehearsalRows::tr("%1 s", "seconds").arg(locale.toString(*ms / 1'000, 'f', 1))
                        : RehearsalRows::tr("%1 ms").arg(locale.toString(*ms, 'f', *ms < 10 ? 1 : 0));
}

void RehearsalRows::setReports(const std::vector<client::RehearsalReport> &reports)
{
    beginResetModel();
    m_rows.clear();
    for (const client::RehearsalReport &report : reports)
        for (const client::RehearsedExecution &one : report.executions) {
            for (const client::RehearsedCall &call : one.calls)
                m_rows.push_back({one.origin, one.execution, one.why, call});
            if (one.calls.empty()) {
                client::RehearsedCall none;
                none.end = one.end;
                m_rows.push_back({one.origin, one.execution, one.why, none});
            }
        }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return rankOf(a.call.end) < rankOf(b.call.end); });
    endResetModel();
}

const RehearsalRows::Row *RehearsalRows::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int RehearsalRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RehearsalRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RehearsalRows::textOf(const Row &row, int column) const
{
    const client::RehearsedCall &call = row.call;
    const bool wasRun = !call.step.empty();
    switch (column) {
    case End:
        return rehearsalEndWord(call.end);
    case Run:
        return QString::fromStdString(row.origin.substr(0, 8));
    case Step:
        return QString::fromStdString(call.step);
    case Outcome:
        return wasRun ? outcomeText(call.statusThen, call.codeThen) + QStringLiteral(" → ") +
                            outcomeText(call.statusNow, call.codeNow)
                      : QString();
    case Latency:
        return wasRun ? rehearsalTime(call.msThen) + QStringLiteral(" → ") + rehearsalTime(call.msNow)
                      : QString();
    default:
        if (!row.why.empty())
            return QString::fromStdString(row.why);
        if (call.differences.empty())
            return QString::fromStdString(call.error);
        const QString text = differenceLine(call.differences.front());
        return call.different > 1 ? tr("%1, and %n more", nullptr, call.different - 1).arg(text) : text;
    }
}

QVariant RehearsalRows::data(const QModelIndex &index, int role) const
{
    const Row *row = index.isValid() ? at(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    if (role == EndRole)
        return QString::fromStdString(row->call.end);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return textOf(*row, index.column());
    return {};
}

QVariant RehearsalRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> titles{tr("Result"),  tr("Execution"), tr("Step"),
                                                  tr("Outcome"), tr("Latency"),   tr("Difference")};
    return titles.at(static_cast<std::size_t>(section));
}

RehearsalTable::RehearsalTable(RehearsalRows &rows, QWidget *parent)
    : QTableView(parent)
{
    setModel(&rows);
    setItemDelegate(new RehearsalDelegate(this));
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(10);
    connect(&themeOf(this), &Theme::changed, this, &RehearsalTable::dress);
    dress();
}

void RehearsalTable::dress()
{
    verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
}

void RehearsalTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit rowChosen();
}

void RehearsalTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const Theme &theme = themeOf(this);
    const std::array<std::pair<int, int>, 4> fixed{{{RehearsalRows::End, kEndWidth},
                                                    {RehearsalRows::Run, kRunWidth},
                                                    {RehearsalRows::Outcome, kOutcomeWidth},
                                                    {RehearsalRows::Latency, kLatencyWidth}}};
    int rest = viewport()->width();
    for (const auto &[column, width] : fixed) {
        setColumnWidth(column, theme.scaled(width));
        rest -= theme.scaled(width);
    }
    setColumnWidth(RehearsalRows::Step, rest * 2 / 5);
    setColumnWidth(RehearsalRows::Difference, rest - rest * 2 / 5);
}

} // namespace batuta::views
