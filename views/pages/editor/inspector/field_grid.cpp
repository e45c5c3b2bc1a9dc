// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/field_grid.h"

#include "views/pages/editor/inspector/section_box.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QGridLayout>

namespace batuta::views {
namespace {

constexpr int kColumns = 6;
constexpr int kGridGap = 8;

} // namespace

FieldGrid::FieldGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kGridGap);
    m_grid->setVerticalSpacing(10);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    connect(&themeOf(this), &Theme::changed, this, [this] {
        m_spans.clear();
        arrange();
    });
}

FieldBox *FieldGrid::add(FieldBox *box)
{
    m_items.push_back({box, box, nullptr});
    m_spans.clear();
    arrange();
    box->refresh();
    return box;
}

SectionBox *FieldGrid::add(SectionBox *section)
{
    m_items.push_back({section, nullptr, section});
    m_spans.clear();
    arrange();
    return section;
}

void FieldGrid::addRow(QWidget *widget)
{
    m_items.push_back({widget, nullptr, nullptr});
    m_spans.clear();
    arrange();
}

int FieldGrid::spanOf(const Item &item) const
{
    if (!item.box)
        return kColumns;
    int span = item.box->span();
    const int caption =
        QFontMetrics(themeOf(this).font(TextStyle::Small)).horizontalAdvance(item.box->caption()) +
        (item.box->field().isRequired ? 12 : 2);
    while (span < kColumns && (width() + kGridGap) * span / kColumns - kGridGap < caption)
        span = span < 3 ? 3 : kColumns;
    return span;
}

void FieldGrid::arrange()
{
    std::vector<int> spans;
    for (const Item &item : m_items)
        spans.push_back(spanOf(item));
    if (spans == m_spans)
        return;
    m_spans = spans;
    for (const Item &item : m_items) {
        m_grid->removeWidget(item.widget);
        if (item.box && item.box->trouble()->parentWidget() == this)
            m_grid->removeWidget(item.box->trouble());
    }
    int row = 0, next = 1, column = 0; // a narrow field tells what is wrong in a row of its own below
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        FieldBox *box = m_items[i].box;
        if (column + spans[i] > kColumns) {
            row = next++;
            column = 0;
        }
        m_grid->addWidget(m_items[i].widget, row, column, 1, spans[i], Qt::AlignTop);
        column += spans[i];
        if (box && spans[i] < kColumns)
            m_grid->addWidget(box->trouble(), next++, 0, 1, kColumns);
        else if (box && box->trouble()->parentWidget() == this)
            box->takeTroubleBack();
    }
}

void FieldGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

FieldBox *FieldGrid::boxAt(const edit::FieldPath &path)
{
    for (const Item &item : m_items) {
        FieldBox *found = item.box       ? item.box->boxAt(path)
                          : item.section ? item.section->boxAt(path)
                                         : nullptr;
        if (found)
            return found;
    }
    if (FieldBox *found = m_finder ? m_finder(path) : nullptr)
        return found;
    for (const Item &item : m_items) // the first of the fields that a mapping has here
        if (item.box && item.box->path().size() > path.size() &&
            std::equal(path.begin(), path.end(), item.box->path().begin()))
            return item.box;
    return nullptr;
}

FieldBox *FieldGrid::focusedBox() const
{
    for (QWidget *widget = QApplication::focusWidget(); widget && widget != this;
         widget = widget->parentWidget())
        if (auto *box = qobject_cast<FieldBox *>(widget))
            return box;
    return nullptr;
}

} // namespace batuta::views
