// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

namespace batuta::views {

/// The header of the list. It can give room below its sections to a strip, which so stands above the rows
/// and does not scroll.
class RunsHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit RunsHeader(QWidget *strip, QWidget *parent = nullptr);

    /// Height of the strip, pixels; 0 hides it.
    void setStripHeight(int height);
    int stripHeight() const { return m_stripHeight; }

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int sectionsHeight() const;
    void place();

    QWidget *m_strip;
    int m_stripHeight = 0;
};

} // namespace batuta::views
