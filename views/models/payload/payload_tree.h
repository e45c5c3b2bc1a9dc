// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/payload/json_skim.h"

#include <QAbstractItemModel>

#include <memory>

namespace batuta::views {

/// A JSON text as a tree of one column. Only what is unfolded is read, and long lists come in parts of 500
/// rows (fetchMore). Holds no words and no colours. On the window's thread.
class PayloadTree final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Object, Array, Text, Number, Word };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString; of an item of a list its number
        KindRole,                   ///< int of Kind
        ValueRole,                  ///< QString, at most 400 characters; "" for objects and arrays
        CountRole,                  ///< int: children, -1 until they have been read
        SizeRole,                   ///< qint64: bytes of the value as it is written
        ItemRole,                   ///< bool: an item of a list
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Top rows are the children of the text's value, or that value alone when it has none.
    void setText(std::shared_ptr<const std::string> text);

    /// RFC 6901: `/items/0/name`.
    QString pointer(const QModelIndex &index) const;
    /// As expressions name it: `items[0].name`.
    QString path(const QModelIndex &index) const;
    /// A text without quotes and escapes; everything else as it is written.
    QString value(const QModelIndex &index) const;
    /// The deepest row whose key or value holds the byte at `offset`; reads what leads to it.
    QModelIndex indexAt(std::size_t offset);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node
    {
        JsonChild place;
        Node *parent = nullptr;
        int row = 0;
        bool isRead = false;
        std::vector<JsonChild> found;                ///< all children, once read
        std::vector<std::unique_ptr<Node>> children; ///< those that are rows
    };

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    void read(Node &node) const;
    void show(Node &node, std::size_t count);
    std::string_view textOf(const JsonChild &place) const;
    QString keyOf(const Node &node) const;
    Kind kindOf(const Node &node) const;

    std::shared_ptr<const std::string> m_text;
    std::unique_ptr<Node> m_root = std::make_unique<Node>();
};

} // namespace batuta::views
