// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/payload/text_rows.h"

#include <QAbstractScrollArea>

#include <utility>

class QTextLayout;

namespace batuta::views {

/// A text of any size, read-only: only the rows in view are laid out. Mouse and Ctrl+A select, Ctrl+C copies.
/// Places that were found are marked, the current one more than the others.
class RowView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Language { Plain, Json };

    explicit RowView(QWidget *parent = nullptr);

    /// Shows its beginning.
    void setText(std::shared_ptr<const std::string> text, Language language);
    const TextRows &rows() const { return m_rows; }
    void setPlaces(std::vector<std::uint32_t> places, std::size_t length);
    /// Marks this place and scrolls to it; -1 for none.
    void setCurrentPlace(int place);
    QString selectedText() const;

public slots:
    void selectAll();
    void copy() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void size();
    void retranslate();
    int rowHeight() const;
    std::size_t offsetAt(const QPoint &at) const;
    void layOut(QTextLayout &layout, std::size_t row) const;
    /// Bytes of the row as positions of its QString.
    static int positionOf(std::string_view row, std::size_t bytes);
    void tint(QTextLayout &layout, std::size_t row, std::pair<std::size_t, std::size_t> bytes,
              const QColor &color) const;

    TextRows m_rows;
    Language m_language = Language::Plain;
    std::vector<std::uint32_t> m_places;
    std::size_t m_placeLength = 0;
    int m_current = -1;
    std::size_t m_anchor = 0, m_caret = 0; ///< bytes; what lies between is selected
};

} // namespace batuta::views
