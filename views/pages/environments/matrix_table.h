// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/environments_model.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <set>

namespace batuta::views {

/// How a cell of the matrix looks.
struct CellLook
{
    enum Kind {
        Value,
        Secret,    ///< its mask
        Stored,    ///< where it is kept: nothing else is known of it
        Reference, ///< to Secret Manager
        Empty,
        Missing,
        NotSet
    };
    Kind kind = NotSet;
    QString text;
    bool differs = false;
    bool isPending = false;
    bool isWrong = false; ///< there is an error in it
};

/// Keys by environment as rows and columns: groups with their keys below, those that a filter leaves. Values
/// of secrets never leave it, unless they are revealed.
class MatrixTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Filter { All, Problems, Different, Secrets };
    enum Column { KeyColumn, TemplateColumn, FirstEnvironment };

    explicit MatrixTable(EnvironmentsModel &model, QObject *parent = nullptr);

    void setFilter(const QString &text, Filter filter);
    int count(Filter filter) const; ///< keys, whatever the text
    /// After the model has changed.
    void refresh();

    bool isGroup(int row) const;
    QString group(int row) const;
    bool isFolded(int row) const;
    int keysIn(int row) const; ///< of a group, as filtered
    void toggle(int row);
    /// The key of a row, or nullptr for a group.
    const environments::Row *keyRow(int row) const;
    int rowOf(const std::string &key) const; ///< -1 when the filter hides it
    /// -1 for the columns before the environments.
    static int environmentOf(int column) { return column - FirstEnvironment; }
    /// Environments come first, then what stands beside them: a position behind the last environment.
    CellLook look(int row, int environment) const;
    const environments::Aside *asideAt(int environment) const; ///< nullptr for an environment
    bool hasError(const std::string &key, int environment) const;

    /// Shows a value until hideAll().
    void reveal(int environment, const std::string &key, const std::string &value);
    void hideAll();
    bool isRevealed(int environment, const std::string &key) const;
    /// Of a secret that is shown now.
    std::optional<std::string> revealed(int environment, const std::string &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    void refused(const batuta::Error &error);
    /// The rows are others than before.
    void arranged();

private:
    struct Line
    {
        QString group;
        int key = -1; ///< of the matrix, -1 for the group itself
        int keys = 0;

        bool operator==(const Line &) const = default;
    };
    bool passes(const environments::Row &row, Filter filter) const;
    std::vector<Line> lines() const;
    QString groupOf(const environments::Row &row) const;
    QString wordOf(const environments::Cell &cell, CellLook::Kind kind) const;
    CellLook asideLook(const environments::Row &row, const environments::Aside &aside) const;
    QString columnName(int environment) const;
    void attempt(const Result<void> &result);

    EnvironmentsModel &m_model;
    std::vector<Line> m_lines;
    int m_columns = 0;
    std::set<QString> m_folded;
    std::map<std::pair<int, std::string>, std::string> m_revealed;
    std::set<std::string> m_problems, m_different;
    std::set<std::pair<std::string, int>> m_errors;
    QString m_text;
    Filter m_filter = Filter::All;
};

/// What may be shown of a variable beside the files, in one word or line.
QString asideText(const environments::Row &row, const environments::AsideValue &value);

} // namespace batuta::views
