// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QTableView>
#include <QTimer>

namespace batuta::views {

class HeldStrip;
class RunsHeader;
class RunsModel;
class RunsWords;

/// The table of runs: rows of one height, hairlines, bars where a row is still being loaded. Rows that come
/// above keep what is on screen at its pixel, unless the list is followed. Repaints the rows that run, as
/// long as one can be seen, 12 times a second.
class RunsTable final : public QTableView
{
    Q_OBJECT

public:
    RunsTable(RunsModel &model, RunsWords &words, QWidget *parent = nullptr);

    HeldStrip *strip() const { return m_strip; }
    /// Shows or hides the strip; the rows keep their pixels.
    void showStrip(bool shown);
    bool isAtTop() const;
    /// New rows at the top are shown instead of moving what is seen out of the way.
    void setFollowing(bool following) { m_isFollowing = following; }
    int currentRow() const; ///< the selected one, or -1
    int selectedCount() const;
    QList<int> selectedRows(int most) const;
    int firstVisibleRow() const;
    int lastVisibleRow() const;

    QJsonObject columns() const;
    void setColumns(const QJsonObject &columns);

    void keyboardSearch(const QString &) override {} // it would look through rows that are not there

signals:
    void moved(); ///< other rows can be seen, or another one is selected
    void columnsChanged();
    void homePressed();
    void slashPressed();
    void pointerMoved();
    void pointerStopped(); ///< for a second, or left the list

protected:
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void dress();
    void repaintRunning();
    void moveBy(int rows);
    int ringHeight() const;

    RunsModel &m_model;
    RunsWords &m_words;
    HeldStrip *m_strip;
    RunsHeader *m_header;
    QTimer m_frames;  ///< of the rows that run
    QTimer m_flash;   ///< of the rows that have just come
    QTimer m_pointer; ///< since the pointer moved last
    bool m_isFollowing = true;
    bool m_isRestoring = false;
    qreal m_scale = 1; ///< of the text, for which the columns are wide enough
};

} // namespace batuta::views
