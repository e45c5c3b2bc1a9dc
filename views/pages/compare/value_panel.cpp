// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/value_panel.h"

#include "engine/versions/line_diff.h"
#include "views/pages/compare/compare_delegate.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

namespace batuta::views {
namespace {

void mark(CodeView &view, const QList<int> &lines, const QColor &color)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : lines) {
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(view.document()->findBlockByNumber(line));
        one.format.setBackground(color);
        one.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(one);
    }
    view.setExtraSelections(marks);
}

} // namespace

ValuePanel::ValuePanel(const QString &field, const QString &a, const QString &b, QWidget *parent)
    : QWidget(parent)
{
    findDifferences(a, b);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(new Label(field, TextStyle::Title, Ink::Primary, this));
    auto *sides = new QHBoxLayout;
    const Colors &c = themeOf(this).colors();
    QList<CodeView *> views;
    for (const bool isA : {true, false}) {
        auto *side = new QVBoxLayout;
        auto *view = new CodeView(this);
        view->setPlainText(isA ? a : b);
        view->setAccessibleName(isA ? tr("Value in A") : tr("Value in B"));
        mark(*view, isA ? m_inA : m_inB, mixed(c.canvas, isA ? colorOfA(c) : colorOfB(c), 0.2));
        side->addWidget(new Label(isA ? QStringLiteral("A") : QStringLiteral("B"), TextStyle::Strong,
                                  Ink::Secondary, this));
        side->addWidget(view, 1);
        sides->addLayout(side, 1);
        views.append(view);
    }
    for (auto bar : {&QAbstractScrollArea::verticalScrollBar, &QAbstractScrollArea::horizontalScrollBar})
        for (const auto &[from, to] : {std::pair(views[0], views[1]), std::pair(views[1], views[0])})
            connect((from->*bar)(), &QAbstractSlider::valueChanged, (to->*bar)(), &QAbstractSlider::setValue);
    column->addLayout(sides, 1);
    auto *close = new Button(tr("Close"), QString(), Button::Variant::Primary, this);
    close->setAccessibleName(close->text());
    column->addWidget(close, 0, Qt::AlignRight);
    setFocusProxy(close);
    setAccessibleName(field);
    connect(close, &QAbstractButton::clicked, this, &ValuePanel::closeRequested);
}

void ValuePanel::findDifferences(const QString &a, const QString &b)
{
    const std::string before = a.toStdString(), after = b.toStdString();
    const auto count = [](std::size_t number) { return static_cast<int>(number); };
    for (const versions::Stretch &one :
         versions::diffOf(versions::linesOf(before), versions::linesOf(after)).stretches) {
        if (one.isSame)
            continue;
        for (int line = 0; line < count(one.before); ++line)
            m_inA.append(count(one.beforeAt) + line);
        for (int line = 0; line < count(one.after); ++line)
            m_inB.append(count(one.afterAt) + line);
    }
}

} // namespace batuta::views
