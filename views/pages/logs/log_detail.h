// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"
#include "views/pages/logs/log_lines.h"

#include <QListWidget>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QWidget>

class QStackedLayout;
class QTabBar;

namespace batuta::views {

class Button;
class CodeView;
class Label;

/// Paints a field with what can be done with it: filter for, filter out, copy.
class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Act { None, For, Out, Copy };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Which of the three is at `at` of a row of the second column.
    static Act actAt(const QRect &rect, const QPoint &at);
};

/// The fields of a line as a tree. Plus filters for one, minus filters it out, Ctrl+C copies its value; a
/// field is dragged to the heads of the table.
class FieldTree final : public QTreeWidget
{
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole + 1, ValueRole, IsMaskedRole, KindRole };
    explicit FieldTree(QWidget *parent = nullptr);

signals:
    void acted(batuta::views::FieldDelegate::Act act, const QString &field, const QString &value);
    void columnWanted(const QString &field);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QMimeData *mimeData(const QList<QTreeWidgetItem *> &items) const override;

private:
    void act(FieldDelegate::Act act, const QTreeWidgetItem *item);
};

/// One line in full: its fields, its JSON, and the lines around it in its file.
class LogDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit LogDetail(LogLines &lines, QWidget *parent = nullptr);

    void show(std::uint64_t row);
    void clear();
    void showTab(int tab);
    FieldTree &fields() { return *m_fields; }
    QString executionId() const { return m_execution; }

signals:
    void acted(batuta::views::FieldDelegate::Act act, const QString &field, const QString &value);
    void columnWanted(const QString &field);
    void runWanted();
    void aroundWanted();
    void copyWanted();
    void stepped(int by);
    void closed();
    void groupWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void retranslate();
    void fillFields(const QByteArray &line);
    void fillContext(logs::LineId id);
    void addValue(QTreeWidgetItem *parent, const QString &name, const QString &path,
                  const json::Value &value);

    LogLines &m_lines;
    QTabBar *m_tabs;
    QStackedLayout *m_stack;
    FieldTree *m_fields;
    CodeView *m_json;
    QListWidget *m_context;
    Label *m_glyph, *m_title, *m_about, *m_repeats;
    Button *m_previous, *m_next, *m_close, *m_run, *m_around, *m_copy, *m_group;
    QWidget *m_foot;
    QString m_execution;
};

} // namespace batuta::views
