// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/canvas/field_popup.h"

namespace batuta::views {

class KindList;

/// The popup of Tab: kinds of steps that match what is typed; arrows choose, Enter takes, another focus
/// leaves.
class StepPicker final : public FieldPopup
{
    Q_OBJECT

public:
    explicit StepPicker(QWidget *parent);
    /// Near a point of the parent, inside of it.
    void openAt(const QPoint &at);
    QString currentKind() const;

signals:
    void chosen(const QString &kind);

protected:
    bool takeKey(const QKeyEvent &key) override;
    void focusLeft() override { leave(); }
    void retranslate() override;

private:
    void filter();
    void take(const QString &kind);

    KindList *m_list;
};

} // namespace batuta::views
