// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/revision_table.h"

#include "views/models/releases/config_text.h"
#include "views/pages/releases/release_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/delegates.h"
#include "views/widgets/words.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

constexpr std::array<int, RevisionRows::ColumnCount> kWidths{114, 110, 70, 98, 88, 62, 66, 46, 98};
constexpr double kNarrow = 0.85; ///< of its width; what is narrower cannot be read
constexpr int kRevisionInset = 8, kBar = 44, kBarHigh = 5, kMark = 8;

/// Titles above their cells.
class TitleRow final : public QHeaderView
{
public:
    explicit TitleRow(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

protected:
    void paintSection(QPainter *painter, const QRect &room, int column) const override
    {
        const Theme &theme = themeOf(this);
        QStyleOptionHeader option;
        initStyleOption(&option);
        option.rect = room;
        style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
        const int align = model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        const int left = column == RevisionRows::Name || column == RevisionRows::State ? kRevisionInset + 4
                                                                                       : kRevisionInset;
        painter->setFont(theme.font(TextStyle::Small));
        painter->setPen(theme.colors().textSecondary);
        painter->drawText(room.adjusted(left, 0, -kRevisionInset, 0), align,
                          model()->headerData(column, Qt::Horizontal).toString());
    }
};

/// The mark of the bar's colour, or of none, and the name.
class NameDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const int rank = index.data(RevisionRows::RankRole).toInt();
        const QRect box(option.rect.left() + kRevisionInset + 4, option.rect.center().y() - kMark / 2, kMark,
                        kMark);
        const QColor fill = rank < 0    ? QColor()
                            : rank == 0 ? c.textTertiary
                            : rank == 1 ? c.accent.fg
                                        : c.series.at(static_cast<std::size_t>(rank) % c.series.size());
        painter->save();
        drawBox(*painter, box, 2, fill, rank < 0 ? c.borderControl : fill);
        painter->setFont(theme.font(TextStyle::Mono));
        painter->setPen(c.textPrimary);
        const QRect room = option.rect.adjusted(kRevisionInset + kMark + 12, 0, -kRevisionInset, 0);
        painter->drawText(
            room, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room.width()));
        painter->restore();
    }
};

/// A short bar, and the percent.
class ShareDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const int percent = index.data(RevisionRows::PercentRole).toInt();
        const int rank = index.data(RevisionRows::RankRole).toInt();
        painter->save();
        const QRect bar(option.rect.left() + kRevisionInset, option.rect.center().y() - kBarHigh / 2,
                        theme.scaled(kBar), kBarHigh);
        drawBox(*painter, bar, 2, c.active, {});
        if (percent > 0)
            drawBox(*painter, QRect(bar.left(), bar.top(), bar.width() * percent / 100, bar.height()), 2,
                    rank == 0 ? c.textTertiary : c.accent.fg, {});
        painter->setFont(theme.font(TextStyle::Mono));
        painter->setPen(percent > 0 ? c.textPrimary : c.textTertiary);
        painter->drawText(option.rect.adjusted(0, 0, -kRevisionInset, 0), Qt::AlignRight | Qt::AlignVCenter,
                          shareWord(percent));
        painter->restore();
    }
};

} // namespace

RevisionRows::RevisionRows(ReleasesModel &model, QObject *parent)
    : QAbstractTableModel(parent)
    , m_model(model)
{
}

void RevisionRows::setUtc(bool utc)
{
    m_utc = utc;
    present();
}

void RevisionRows::setHiding(bool isHiding)
{
    m_isHiding = isHiding;
    present();
}

void RevisionRows::present()
{
    const TrafficShares shares = m_model.serving();
    std::vector<Row> rows;
    for (const cloud::Revision &revision :
         m_model.service() ? m_model.service()->revisions : std::vector<cloud::Revision>()) {
        Row row{revision.name, 0, -1};
        for (std::size_t i = 0; i < shares.size(); ++i)
            if (shares[i].revision == revision.name)
                row = {revision.name, shares[i].percent, static_cast<int>(i)};
        if (!m_isHiding || !hasNeverServed(revision, row.percent))
            rows.push_back(std::move(row));
    }
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                   [](const Row &a, const Row &b) { return a.name == b.name; });
    if (!isSame)
        beginResetModel();
    m_rows = std::move(rows);
    if (!isSame)
        endResetModel();
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int RevisionRows::rowOf(const std::string &revision) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.name == revision; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::string RevisionRows::revisionAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].name : std::string();
}

int RevisionRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RevisionRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RevisionRows::text(const Row &row, const cloud::Revision &revision, int column) const
{
    const client::RevisionFigures *figures = m_model.figures(row.name);
    const QString none = QStringLiteral("–");
    switch (column) {
    case Name:
        return QString::fromStdString(shortRevision(row.name, revision.of.service));
    case Traffic:
        return shareWord(row.percent);
    case Image:
        return QString::fromStdString(shortDigest(revision));
    case Deployed:
        return releaseTime(revision.created, m_model.service()->at, m_utc);
    case By:
        return personWord(revision.creator);
    case Failures:
        return figures && figures->requests > 0 ? ratioWord(figures->failures / figures->requests) : none;
    case P95:
        return figures && figures->p95
                   ? durationWord(Duration(static_cast<std::int64_t>(*figures->p95 * 1'000)))
                   : none;
    case Instances:
        return figures && figures->instances ? QLocale().toString(*figures->instances, 'f', 0) : none;
    default:
        return stateOf(revision, row.percent).word;
    }
}

QVariant RevisionRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const cloud::Revision *revision = m_model.find(row.name);
    if (revision == nullptr)
        return {};
    const bool isState = index.column() == State;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, *revision, index.column());
    case PercentRole:
        return row.percent;
    case RankRole:
        return row.rank;
    case NameRole:
        return QString::fromStdString(row.name);
    case StatusRole:
        return static_cast<int>(stateOf(*revision, row.percent).status);
    case MutedRole:
        return index.column() == By;
    case Qt::TextAlignmentRole:
        return index.column() == Failures || index.column() == P95 || index.column() == Instances
                   ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
                   : QVariant();
    case Qt::ToolTipRole:
        return isState                   ? stateOf(*revision, row.percent).detail
               : index.column() == Image ? QString::fromStdString(revision->config.image)
                                         : QVariant();
    default:
        return {};
    }
}

QVariant RevisionRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isFigure = section >= Failures && section <= Instances;
        return static_cast<int>((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == Failures)
        return tr("Answered with 5xx, of the last day's requests");
    if (role == Qt::ToolTipRole && section == P95)
        return tr("95 of 100 requests of the last hour were faster");
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> titles{tr("Revision"), tr("Traffic"), tr("Image"),
                                                  tr("Deployed"), tr("By"),      tr("5xx"),
                                                  tr("p95"),      tr("Inst."),   tr("State")};
    return titles.at(static_cast<std::size_t>(section));
}

RevisionTable::RevisionTable(RevisionRows &rows, QWidget *parent)
    : QTableView(parent)
    , m_rows(rows)
{
    setHorizontalHeader(new TitleRow(this));
    setModel(&rows);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    setItemDelegate(new MonoDelegate(this));
    setItemDelegateForColumn(RevisionRows::Name, new NameDelegate(this));
    setItemDelegateForColumn(RevisionRows::Traffic, new ShareDelegate(this));
    for (const int column : {RevisionRows::Deployed, RevisionRows::By, RevisionRows::State})
        setItemDelegateForColumn(column, new TextDelegate(this));
    setItemDelegateForColumn(RevisionRows::State, new StatusDelegate(this));
    connect(&themeOf(this), &Theme::changed, this, &RevisionTable::dress);
    dress();
}

void RevisionTable::dress()
{
    verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
    resizeEvent(nullptr);
}

/// Every column keeps its proportion; the name takes what is over. In little room those go whose words the
/// configuration and the trail beside it have, too.
void RevisionTable::resizeEvent(QResizeEvent *event)
{
    if (event)
        QTableView::resizeEvent(event);
    const Theme &theme = themeOf(this);
    int wanted = 0;
    for (int i = 0; i < RevisionRows::ColumnCount; ++i) {
        setColumnHidden(i, false);
        wanted += theme.scaled(kWidths[static_cast<std::size_t>(i)]);
    }
    for (const int column : {RevisionRows::Image, RevisionRows::By, RevisionRows::Deployed})
        if (viewport()->width() < wanted * kNarrow) {
            setColumnHidden(column, true);
            wanted -= theme.scaled(kWidths[static_cast<std::size_t>(column)]);
        }
    const double share = std::min(1.0, viewport()->width() / static_cast<double>(std::max(1, wanted)));
    int used = 0;
    for (int i = 1; i < RevisionRows::ColumnCount; ++i) {
        if (isColumnHidden(i))
            continue;
        const int width = static_cast<int>(theme.scaled(kWidths[static_cast<std::size_t>(i)]) * share);
        setColumnWidth(i, width);
        used += width;
    }
    setColumnWidth(0, std::max(theme.scaled(60), viewport()->width() - used));
}

void RevisionTable::choose(const std::string &revision)
{
    const int row = m_rows.rowOf(revision);
    if (row < 0 || row == currentIndex().row())
        return;
    m_isChoosing = true;
    setCurrentIndex(m_rows.index(row, 0));
    m_isChoosing = false;
}

void RevisionTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isChoosing && current.isValid())
        emit chosen(m_rows.revisionAt(current.row()));
}

} // namespace batuta::views
