// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_view.h"
#include "views/pages/editor/versions/comparison.h"

namespace batuta::views {

/// The picture of two versions in one: the steps of the new one and those that are gone; what was added,
/// removed or changed has a frame, a sign and a word.
class DiffGraph final : public FlowView
{
    Q_OBJECT

public:
    explicit DiffGraph(QWidget *parent = nullptr);
    /// `name` is that of the flow.
    void present(const std::string &name, const Comparison &comparison);

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void paintTag(QPainter &painter, const QRectF &box, versions::ChangeKind kind) const;

    std::map<std::string, versions::ChangeKind> m_changes;
    QString m_sentence;
};

} // namespace batuta::views
