// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/line_boxes.h"

class QVBoxLayout;

namespace batuta::views {

class PairRow;
class TableWell;

/// A mapping with keys of the author's: headers, labels, the members of a JSON body. One row for each; a
/// value that is a list or a mapping is written as JSON. Typing into the last row adds.
class MapBox final : public FieldBox
{
    Q_OBJECT

public:
    MapBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override { return m_new; }
    void focusAt(const edit::FieldPath &path) override;
    edit::FieldPath pathInFocus() const override;
    int rows() const { return static_cast<int>(m_rows.size()); }
    PlainLine *keyOf(int row) const;
    ExpressionEdit *valueOf(int row) const;

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    edit::FieldPath pathOf(const std::string &key) const;
    void addKey();
    void renameKey(PairRow *row);
    void setValue(const PairRow *row, const QString &text);
    void tryOut(const PairRow *row);
    void arrange();
    void markProblems();

    TableWell *m_well;
    QVBoxLayout *m_column;
    std::vector<PairRow *> m_rows; ///< children of the well
    PlainLine *m_new;
    Label *m_value; ///< of the row that has the focus, in the last run
    int m_tried = 0;
};

/// What is typed into a cell that takes any value: JSON, or YAML in one line, or a text.
json::Value typedCell(const QString &text);

} // namespace batuta::views
