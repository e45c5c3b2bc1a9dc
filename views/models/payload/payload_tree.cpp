// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/payload/payload_tree.h"

#include <QRegularExpression>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr std::size_t kPart = 500;       // rows that come at once
constexpr std::size_t kShownValue = 400; // bytes of a value that a row shows

} // namespace

void PayloadTree::setText(std::shared_ptr<const std::string> text)
{
    beginResetModel();
    m_text = std::move(text);
    m_root = std::make_unique<Node>();
    const std::string_view whole = m_text ? std::string_view(*m_text) : std::string_view();
    const std::size_t first = skipBlanks(whole, 0);
    if (first < whole.size() && whole.size() <= kMostSkimmed) {
        m_root->place.begin = static_cast<std::uint32_t>(first);
        m_root->place.end = static_cast<std::uint32_t>(whole.size());
        read(*m_root);
        if (!views::hasChildren(whole, first))
            m_root->found = {m_root->place};
        for (std::size_t i = 0; i < std::min(kPart, m_root->found.size()); ++i) {
            auto child = std::make_unique<Node>();
            child->place = m_root->found[i];
            child->parent = m_root.get();
            child->row = static_cast<int>(i);
            m_root->children.push_back(std::move(child));
        }
    }
    endResetModel();
}

std::string_view PayloadTree::textOf(const JsonChild &place) const
{
    return std::string_view(*m_text).substr(place.begin, place.end - place.begin);
}

PayloadTree::Node *PayloadTree::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex PayloadTree::indexOf(const Node *node) const
{
    return !node || node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

void PayloadTree::read(Node &node) const
{
    if (std::exchange(node.isRead, true))
        return;
    node.found = childrenOf(*m_text, node.place.begin);
}

void PayloadTree::show(Node &node, std::size_t count)
{
    read(node);
    const std::size_t before = node.children.size();
    const std::size_t after = std::min(node.found.size(), std::max(before, count));
    if (after == before)
        return;
    beginInsertRows(indexOf(&node), static_cast<int>(before), static_cast<int>(after) - 1);
    for (std::size_t i = before; i < after; ++i) {
        auto child = std::make_unique<Node>();
        child->place = node.found[i];
        child->parent = &node;
        child->row = static_cast<int>(i);
        node.children.push_back(std::move(child));
    }
    endInsertRows();
}

PayloadTree::Kind PayloadTree::kindOf(const Node &node) const
{
    switch ((*m_text)[node.place.begin]) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::Text;
    case 't':
    case 'f':
    case 'n':
        return Kind::Word;
    default:
        return Kind::Number;
    }
}

QString PayloadTree::keyOf(const Node &node) const
{
    if (node.place.keyEnd == node.place.keyBegin)
        return QString::number(node.row);
    return plainText(
        std::string_view(*m_text).substr(node.place.keyBegin, node.place.keyEnd - node.place.keyBegin));
}

QString PayloadTree::pointer(const QModelIndex &index) const
{
    QString pointer;
    for (const Node *node = nodeOf(index); node->parent; node = node->parent) {
        QString key = keyOf(*node);
        if (node->place.begin == node->parent->place.begin)
            break; // a text that is one value has no path
        key.replace('~', "~0").replace('/', "~1");
        pointer.prepend('/' + key);
    }
    return pointer;
}

QString PayloadTree::path(const QModelIndex &index) const
{
    static const QRegularExpression name("^[A-Za-z_][A-Za-z0-9_-]*$");
    QString path;
    for (const Node *node = nodeOf(index); node->parent; node = node->parent) {
        if (node->place.begin == node->parent->place.begin)
            break;
        const QString key = keyOf(*node);
        if (node->place.keyEnd == node->place.keyBegin)
            path.prepend('[' + key + ']');
        else if (name.match(key).hasMatch())
            path.prepend('.' + key);
        else
            path.prepend("['" + QString(key).replace('\'', "''") + "']");
    }
    return path.startsWith('.') ? path.mid(1) : path;
}

QString PayloadTree::value(const QModelIndex &index) const
{
    return index.isValid() ? plainText(textOf(nodeOf(index)->place)) : QString();
}

QModelIndex PayloadTree::indexAt(std::size_t offset)
{
    Node *node = m_root.get();
    for (;;) {
        read(*node);
        const auto next =
            std::partition_point(node->found.begin(), node->found.end(),
                                 [offset](const JsonChild &child) { return child.end <= offset; });
        if (next == node->found.end())
            break;
        const std::uint32_t from = next->keyEnd > next->keyBegin ? next->keyBegin : next->begin;
        if (offset < from)
            break;
        const auto row = static_cast<std::size_t>(next - node->found.begin());
        if (row >= node->children.size())
            show(*node, (row / kPart + 1) * kPart);
        node = node->children[row].get();
        if (node->parent->place.begin == node->place.begin)
            break;
    }
    return indexOf(node);
}

QModelIndex PayloadTree::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, 0, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex PayloadTree::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int PayloadTree::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(nodeOf(parent)->children.size());
}

bool PayloadTree::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_root->children.empty();
    const Node *node = nodeOf(parent);
    return views::hasChildren(*m_text, node->place.begin);
}

bool PayloadTree::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (!node->isRead)
        return hasChildren(parent);
    return node->children.size() < node->found.size();
}

void PayloadTree::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) // whoever asks need not have looked; without a text there is nothing
        return;
    Node *node = nodeOf(parent);
    show(*node, node->children.size() + kPart);
}

QVariant PayloadTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    const Kind kind = kindOf(node);
    const bool isScalar = kind != Kind::Object && kind != Kind::Array;
    switch (role) {
    case KeyRole:
        return node.place.begin == m_root->place.begin ? QString() : keyOf(node);
    case KindRole:
        return static_cast<int>(kind);
    case ValueRole: {
        if (!isScalar)
            return QString();
        const std::string_view text = textOf(node.place);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), kShownValue)));
    }
    case CountRole:
        return node.isRead ? static_cast<int>(node.found.size()) : isScalar ? 0 : -1;
    case SizeRole:
        return qint64(node.place.end - node.place.begin);
    case ItemRole:
        return node.place.keyEnd == node.place.keyBegin;
    case Qt::DisplayRole: {
        const QString key = data(index, KeyRole).toString();
        const QString shown =
            isScalar ? data(index, ValueRole).toString() : QString(kind == Kind::Object ? "{…}" : "[…]");
        return key.isEmpty() ? shown : key + ": " + shown;
    }
    default:
        return {};
    }
}

} // namespace batuta::views
