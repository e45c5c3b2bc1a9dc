// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace batuta::views {

class Label;

/// A row with a hairline under it: view header (46 px), action bar (38 px) or panel title (32 px). Widgets
/// are added to row(), inset by 14.
class Bar final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { ViewHeader, ActionBar, PanelTitle, Footer };

    explicit Bar(Kind kind, QWidget *parent = nullptr);
    QHBoxLayout *row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void size();

    Kind m_kind;
    QHBoxLayout *m_row;
};

/// A surface filled with a level of the theme: canvas, panel or raised.
class Surface : public QWidget
{
    Q_OBJECT

public:
    enum class Level { Canvas, Panel, Raised };
    explicit Surface(Level level, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Level m_level;
};

/// Facts side by side with hairlines between them: a caption above a value in mono. `setFacts` keeps the
/// widgets, so live values do not flicker.
class FactStrip final : public QWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString caption;
        QString value;
        bool isCritical = false;
    };
    explicit FactStrip(QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Fact> m_facts;
};

} // namespace batuta::views
