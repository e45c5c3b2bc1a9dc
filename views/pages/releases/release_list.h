// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace batuta::views {

/// A line of one of the lists of the releases, as it is painted.
struct ReleaseLine
{
    QString key;
    Status status = Status::Queued; ///< of services
    EnvironmentKind environment = EnvironmentKind::Dev;
    QString icon; ///< of entries
    bool isBad = false;
    QString text, detail;
    QString right, under; ///< at the right end of the first and of the second line
    QList<int> shares;    ///< of services: percents, the largest first
    QString spoken;       ///< for people who hear it

    bool operator==(const ReleaseLine &) const = default;
};

/// Services, the environments, or the audit trail: two lines each. Services and environments are chosen with
/// the pointer, the arrows and Enter.
class ReleaseList final : public QListView
{
    Q_OBJECT

public:
    enum class Kind { Services, Environments, Entries };

    explicit ReleaseList(Kind kind, QWidget *parent = nullptr);

    /// What is chosen stays chosen; chosen() is not emitted.
    void setLines(const QList<ReleaseLine> &lines, const QString &current = {});
    const QList<ReleaseLine> &lines() const { return m_lines; }
    QString current() const;
    Kind kind() const { return m_kind; }
    /// As high as its lines; services are at most that high.
    void setFitted() { m_isFitted = true; }

signals:
    void chosen(const QString &key); ///< by a person

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    class Model;
    class Painter;
    void fit();

    Kind m_kind;
    QList<ReleaseLine> m_lines;
    Model *m_model;
    bool m_isSetting = false;
    bool m_isFitted = false;
};

} // namespace batuta::views
