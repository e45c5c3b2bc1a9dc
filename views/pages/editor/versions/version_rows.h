// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/versions/version_source.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace batuta::views {

/// The versions of a flow, newest first, with which of them runs and how often each ran lately.
class VersionRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NumberRole = Qt::UserRole + 1, WhenRole, NoteRole, AuthorRole, RunsRole, IsRunningRole };

    using QAbstractListModel::QAbstractListModel;
    void setList(const VersionList &list, const std::string &running);
    /// By Flow::version, among the last executions that were looked at.
    void setRuns(std::map<std::string, int> runs);
    const versions::VersionEntry *at(const QModelIndex &index) const;
    QModelIndex indexOf(int number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int runsOf(const versions::VersionEntry &entry) const;
    QString sentence(const versions::VersionEntry &entry) const;

    std::vector<versions::VersionEntry> m_entries; ///< newest first
    std::string m_running;
    std::map<std::string, int> m_runs;
};

/// Two lines: number and time, author and note; what runs has a glyph and the word.
class VersionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace batuta::views
