// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/deploy_draft.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace batuta::views {

/// The environment of a new revision, key by key: what it is now, what it would be.
class KeyRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Mark, Name, Before, After, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    void setKeys(const std::vector<DeployKey> &keys, bool onlyChanges, const QString &filter);
    const DeployKey *at(int row) const;
    int rowOf(const std::string &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<DeployKey> m_keys;
};

/// Shows them; added keys are green, removed ones red, changed ones amber, and each has its sign besides.
class KeyTable final : public QTableView
{
    Q_OBJECT

public:
    explicit KeyTable(KeyRows &rows, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
};

/// A value as one reads it: masked, or the reference to a secret.
QString keyValueText(const cloud::EnvVar &variable);

} // namespace batuta::views
