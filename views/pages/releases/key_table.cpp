// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/key_table.h"

#include "engine/json/redact.h"
#include "views/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace batuta::views {
namespace {

constexpr int kMarkWidth = 28, kKeyInset = 8;

QString signOf(DeployKey::State state)
{
    switch (state) {
    case DeployKey::State::Added:
        return QStringLiteral("+");
    case DeployKey::State::Removed:
        return QStringLiteral("−");
    case DeployKey::State::Changed:
        return QStringLiteral("~");
    default:
        return {};
    }
}

QString stateWord(DeployKey::State state)
{
    switch (state) {
    case DeployKey::State::Added:
        return KeyRows::tr("added", "a key");
    case DeployKey::State::Removed:
        return KeyRows::tr("removed", "a key");
    case DeployKey::State::Changed:
        return KeyRows::tr("changed", "a key");
    default:
        return KeyRows::tr("unchanged", "a key");
    }
}

class KeyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        const auto state = static_cast<DeployKey::State>(index.data(KeyRows::StateRole).toInt());
        painter->save();
        if (state == DeployKey::State::Added)
            painter->fillRect(option.rect, c.code.addBg);
        else if (state == DeployKey::State::Removed)
            painter->fillRect(option.rect, c.code.delBg);
        else if (state == DeployKey::State::Changed)
            painter->fillRect(option.rect, c.of(Status::Waiting).soft);
        if (option.state.testFlag(QStyle::State_Selected))
            option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                                  option.widget);
        QFont font = theme.font(TextStyle::Mono);
        font.setStrikeOut(state == DeployKey::State::Removed && index.column() == KeyRows::Name);
        painter->setFont(font);
        const bool isMuted = index.column() == KeyRows::Before && state != DeployKey::State::Same;
        painter->setPen(isMuted ? c.textSecondary : c.textPrimary);
        const QRect room = option.rect.adjusted(kKeyInset, 0, -kKeyInset, 0);
        const Qt::Alignment align = index.column() == KeyRows::Mark ? Qt::AlignCenter : Qt::AlignVCenter;
        painter->drawText(
            room, align,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

QString keyValueText(const cloud::EnvVar &variable)
{
    if (variable.isSecret())
        return KeyRows::tr("secret %1:%2")
            .arg(QString::fromStdString(variable.secret.substr(variable.secret.rfind('/') + 1)),
                 QString::fromStdString(variable.secretVersion.empty() ? "latest" : variable.secretVersion));
    const bool isHidden = json::isSecretName(variable.name) && !variable.value.empty();
    return isHidden ? QString::fromStdString(std::string(json::kMask))
                    : QString::fromStdString(variable.value).left(400);
}

void KeyRows::setKeys(const std::vector<DeployKey> &keys, bool onlyChanges, const QString &filter)
{
    beginResetModel();
    m_keys.clear();
    for (const DeployKey &key : keys) {
        const bool isFound = QString::fromStdString(key.name).contains(filter, Qt::CaseInsensitive);
        if (isFound && (!onlyChanges || key.state() != DeployKey::State::Same))
            m_keys.push_back(key);
    }
    endResetModel();
}

const DeployKey *KeyRows::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_keys[static_cast<std::size_t>(row)] : nullptr;
}

int KeyRows::rowOf(const std::string &name) const
{
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        if (m_keys[i].name == name)
            return static_cast<int>(i);
    return -1;
}

int KeyRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int KeyRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyRows::data(const QModelIndex &index, int role) const
{
    const DeployKey *key = index.isValid() ? at(index.row()) : nullptr;
    if (key == nullptr)
        return {};
    const DeployKey::State state = key->state();
    if (role == StateRole)
        return static_cast<int>(state);
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2", "a key and its state").arg(QString::fromStdString(key->name), stateWord(state));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Mark:
        return role == Qt::ToolTipRole ? stateWord(state) : signOf(state);
    case Name:
        return QString::fromStdString(key->name);
    case Before:
        return key->now ? keyValueText(*key->now) : QStringLiteral("–");
    default:
        return key->after() ? keyValueText(*key->after()) : QStringLiteral("–");
    }
}

QVariant KeyRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name     ? tr("Key")
           : section == Before ? tr("Now")
           : section == After  ? tr("In the new revision")
                               : QString();
}

KeyTable::KeyTable(KeyRows &rows, QWidget *parent)
    : QTableView(parent)
{
    setModel(&rows);
    setItemDelegate(new KeyDelegate(this));
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
    connect(&themeOf(this), &Theme::changed, this, &KeyTable::dress);
    dress();
}

void KeyTable::dress()
{
    verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
}

void KeyTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const int mark = themeOf(this).scaled(kMarkWidth), rest = viewport()->width() - mark;
    setColumnWidth(KeyRows::Mark, mark);
    setColumnWidth(KeyRows::Name, rest * 2 / 5);
    setColumnWidth(KeyRows::Before, rest * 3 / 10);
    setColumnWidth(KeyRows::After, rest - rest * 2 / 5 - rest * 3 / 10);
}

} // namespace batuta::views
