// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/payload/payload_tree.h"
#include "views/widgets/payload/row_view.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QStackedLayout;
class QTreeView;

namespace batuta::views {

class Button;
class Label;
class Segmented;

/// What a payload view shows.
struct Payload
{
    std::string head; ///< lines before the body: a request line, headers; "" for none
    std::string body; ///< as it was recorded
    std::string tail; ///< lines after it; "" for none
    QString name;     ///< of the file that Save suggests, without its ending
    bool isCut = false;

    bool operator==(const Payload &) const = default;
};

/// A payload of any size to be read: indented, as a lazy tree, or raw; search over all of it, copies of
/// values, paths and pointers, and Save. Nothing is parsed into values: 10 MB take tens of milliseconds. On
/// the window's thread.
class PayloadView final : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Pretty, Tree, Raw };

    explicit PayloadView(QWidget *parent = nullptr);

    /// Shows it from its beginning, in the mode that was chosen; the same once more changes nothing.
    void setPayload(Payload payload);
    const Payload &payload() const { return m_payload; }
    void setMode(Mode mode);
    Mode mode() const;
    /// What Pretty shows, whole.
    QString text() const;
    RowView &rows() { return *m_rows; }
    QTreeView &treeView() { return *m_treeView; }
    PayloadTree &tree() { return *m_tree; }
    QLineEdit &field() { return *m_field; }
    /// Of the search: how many places there are (at most 10,000 are looked for), and the current one.
    int found() const { return static_cast<int>(m_places.size()); }
    int current() const { return m_current; }

public slots:
    void focusSearch();
    void find(const QString &text);
    void findNext();
    void findPrevious();
    void copyAll();
    void copyValue();
    void copyPath();
    void copyPointer();
    void save();

public:
    /// "" when it is written, else why not.
    QString writeTo(const QString &file) const;

signals:
    void told(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void retranslate();
    void fillMenu();
    void showMode();
    void goTo(int place);
    void step(int direction);
    void updateFound();
    bool isJson() const;
    QModelIndex chosen() const;
    void copy(const QString &text);

    Payload m_payload;
    std::shared_ptr<const std::string> m_body;   ///< tree and raw
    std::shared_ptr<const std::string> m_pretty; ///< with head and tail; null until it is asked for
    bool m_isJson = false;
    bool m_isTreeStale = true;
    std::vector<std::uint32_t> m_places;
    int m_current = -1;
    Segmented *m_mode;
    QLineEdit *m_field;
    Label *m_found;
    Button *m_save;
    Button *m_more;
    QMenu *m_menu;
    QStackedLayout *m_stack = nullptr;
    RowView *m_rows;
    QTreeView *m_treeView;
    PayloadTree *m_tree;
};

} // namespace batuta::views
