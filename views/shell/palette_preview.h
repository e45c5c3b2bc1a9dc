// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/palette_model.h"

#include <QWidget>

namespace batuta::views {

/// The pane beside the palette's list: the steps of an execution as bars, or of a flow as a list.
class PalettePreview final : public QWidget
{
    Q_OBJECT

public:
    explicit PalettePreview(EngineLink &link, QWidget *parent = nullptr);
    /// Null empties it.
    void show(const PaletteItem *item);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRun(QPainter &painter) const;
    void paintFlow(QPainter &painter) const;
    void paintWords(QPainter &painter) const;

    EngineLink &m_link;
    std::optional<client::ExecutionRecord> m_run;
    QString m_flow;
    QString m_title, m_words; ///< of a command or a view: its name, and what stands beside it
    int m_generation = 0;
};

} // namespace batuta::views
