// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/field_box.h"

#include <functional>

class QGridLayout;

namespace batuta::views {

class SectionBox;

/// Fields beside and under each other, in six columns: each takes what it wants, and more when its caption
/// would not fit.
class FieldGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldGrid(QWidget *parent);

    FieldBox *add(FieldBox *box);
    SectionBox *add(SectionBox *section);
    void addRow(QWidget *widget); ///< as wide as the grid
    /// Knows the fields of a row that makes its own.
    void setFinder(std::function<FieldBox *(const edit::FieldPath &path)> finder)
    {
        m_finder = std::move(finder);
    }
    /// The field at this path, made when its section is folded; null when it is not here.
    FieldBox *boxAt(const edit::FieldPath &path);
    /// The field that has the focus, or null.
    FieldBox *focusedBox() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Item
    {
        QWidget *widget = nullptr;
        FieldBox *box = nullptr;
        SectionBox *section = nullptr;
    };
    int spanOf(const Item &item) const;
    void arrange();

    QGridLayout *m_grid;
    std::vector<Item> m_items; ///< children of this
    std::vector<int> m_spans;  ///< as arranged
    std::function<FieldBox *(const edit::FieldPath &)> m_finder;
};

} // namespace batuta::views
