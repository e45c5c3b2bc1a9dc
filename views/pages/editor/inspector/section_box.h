// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/field_box.h"

#include <functional>

class QLabel;

namespace batuta::views {

class FieldGrid;
class Label;
class Switch;

/// A part of the form that folds: its title, how many problems are in it, and fields, made when they are
/// first seen. With a switch it stands for one key of the file: on puts it there, off takes it out.
class SectionBox final : public QWidget
{
    Q_OBJECT

public:
    using Fill = std::function<void(FieldGrid &grid)>;

    /// `paths` are the fields in it, from the scope's base on: for problems and for finding them.
    SectionBox(FieldScope &scope, const QString &title, std::vector<edit::FieldPath> paths, Fill fill,
               QWidget *parent);
    /// It is the key at the first path, which `field` describes.
    void setSwitch(const FieldModel &field);
    /// Within another section: no line above, and a smaller title.
    void setInner();
    void setOpen(bool open);
    bool isOpen() const { return m_isOpen; }
    const QString &title() const { return m_title; }
    Switch *switchControl() const { return m_switch; }
    FieldGrid *grid() const { return m_grid; }

    FieldBox *boxAt(const edit::FieldPath &path);
    /// When its switch is what the path needs first: that has the focus then.
    bool focusSwitch(const edit::FieldPath &path);
    /// One of its fields shows the problem, or would when it were unfolded.
    bool claims(const edit::Problem &problem) const;

signals:
    void opened(bool open); ///< by a person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void showProblems();
    void build();
    bool isOn() const;
    void flip(bool on);

    FieldScope &m_scope;
    QString m_title;
    std::vector<edit::FieldPath> m_paths;
    Fill m_fill;
    const FieldModel *m_field = nullptr;
    class SectionHead *m_head;
    Label *m_errors;
    QLabel *m_errorGlyph;
    Switch *m_switch = nullptr;
    FieldGrid *m_grid = nullptr;
    bool m_isOpen = true;
    bool m_isInner = false;
};

} // namespace batuta::views
