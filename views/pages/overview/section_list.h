// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/address.h"
#include "views/models/status.h"

#include <QAbstractListModel>
#include <QListView>

namespace batuta::views {

/// One line of a section of the overview, as it is painted.
struct OverviewLine
{
    /// One run in the strip of a flow.
    struct Tick
    {
        QString run;
        Status status = Status::Success;
        double height = 0; ///< 0 to 1
    };

    QString key;
    QString icon; ///< a line icon; "" for the glyph of the status
    Status status = Status::Queued;
    QString text;
    QString detail;
    QString id; ///< of a run, short
    QString time;
    QString action;   ///< the word on its button; "" for none
    QByteArray cells; ///< a Status for each step
    QList<Tick> ticks;
    QStringList figures; ///< of a flow: runs, success, p50, p95, p95 against the week; of a service:
                         ///< instances, requests a second, p95
    bool isBad = false;  ///< its success is not what it should be
    bool isSlow = false; ///< slower than in the week
    Address address;     ///< where it leads
};

/// The lines of one section.
class OverviewLines final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Lines of the same keys are changed in place: what is chosen stays.
    void setLines(QList<OverviewLine> lines);
    const OverviewLine *line(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<OverviewLine> m_lines;
};

/// A section of the overview: as high as its lines. Enter, a double click or its button opens a line; a click
/// on a run in the strip of a flow opens that run.
class SectionList final : public QListView
{
    Q_OBJECT

public:
    enum class Kind { Attention, Running, Flows, Services, Activity };

    explicit SectionList(Kind kind, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setLines(const QList<OverviewLine> &lines);
    const OverviewLine *current() const;
    const OverviewLine *lineAt(int row) const { return m_model->line(row); }
    int count() const { return m_model->rowCount(); }
    void openCurrent();

signals:
    void opened(const batuta::views::Address &address);
    void currentLineChanged();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    Kind m_kind;
    OverviewLines *m_model;
};

} // namespace batuta::views
