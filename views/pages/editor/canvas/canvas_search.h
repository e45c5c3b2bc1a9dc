// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/canvas/field_popup.h"

#include <string>
#include <vector>

namespace batuta::views {

class FlowView;
class Label;

/// Finds steps by id and title while one types; Enter and F3 go on.
class CanvasSearch final : public FieldPopup
{
    Q_OBJECT

public:
    /// `view` must outlive it.
    explicit CanvasSearch(FlowView &view, QWidget *parent);
    void open();
    /// To the next match (+1) or the one before; opens when there is nothing to look for.
    void go(int by);
    QString countText() const;

signals:
    void found(const QString &step);

protected:
    bool takeKey(const QKeyEvent &key) override;
    void retranslate() override;

private:
    void find();
    void show(std::size_t match);
    std::vector<int> matches() const;

    FlowView &m_view;
    Label *m_count;
};

} // namespace batuta::views
