// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_steps.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/column.h"

#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kStepHeight = 54, kStepInset = 14, kStepDot = 20;

} // namespace

class DeploySteps::StepButton final : public QAbstractButton
{
public:
    StepButton(int number, QWidget *parent)
        : QAbstractButton(parent)
        , m_number(number)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
    }
    void setLine(const Line &line)
    {
        m_line = line;
        setText(line.title);
        setAccessibleName(DeploySteps::tr("Step %1: %2").arg(m_number).arg(line.title));
        setAccessibleDescription(line.detail);
        setEnabled(line.isReachable);
        update();
    }
    QSize sizeHint() const override { return {themeOf(this).scaled(180), themeOf(this).scaled(kStepHeight)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        if (isChecked()) {
            painter.fillRect(rect(), c.selection);
            painter.fillRect(QRect(0, 0, 2, height()), c.accent.fg);
        }
        const int inset = theme.scaled(kStepInset), dot = theme.scaled(kStepDot);
        paintMark(painter, QRectF(inset, (height() - dot) / 2.0 - dot / 2.0 + 4, dot, dot));
        const QRect room(inset + dot + 10, 8, width() - inset - dot - 16, height() - 16);
        painter.setFont(theme.font(TextStyle::Text));
        painter.setPen(isEnabled() ? c.textPrimary : c.textTertiary);
        painter.drawText(QRect(room.left(), room.top(), room.width(), room.height() / 2), Qt::AlignVCenter,
                         m_line.title);
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(isEnabled() ? c.textSecondary : c.textTertiary);
        const QRect below(room.left(), room.top() + room.height() / 2, room.width(), room.height() / 2);
        painter.drawText(below, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_line.detail, Qt::ElideRight, below.width()));
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            drawFocusRing(painter, rect(), 4, c.focus, true);
    }

private:
    void paintMark(QPainter &painter, const QRectF &circle) const
    {
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        const bool isPlain = m_line.mark == Mark::Number || isChecked();
        const Role &role = m_line.mark == Mark::Done ? c.of(Status::Success) : c.of(Status::Waiting);
        painter.setPen(QPen(isChecked() ? c.accent.solid : isPlain ? c.borderControl : role.softBorder, 1));
        painter.setBrush(isChecked() ? c.accent.solid : isPlain ? c.panel : role.soft);
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(isChecked() ? c.accent.onSolid : isPlain ? c.textSecondary : role.fg);
        painter.setFont(theme.font(TextStyle::Small));
        if (!isPlain && m_line.mark == Mark::Done)
            drawTick(painter, circle.adjusted(4, 4, -4, -4), role.fg);
        else
            painter.drawText(circle, Qt::AlignCenter,
                             isPlain ? QString::number(m_number) : QStringLiteral("!"));
    }

    int m_number;
    Line m_line;
};

DeploySteps::DeploySteps(QWidget *parent)
    : QWidget(parent)
{
    QVBoxLayout *rows = column(this);
    rows->setContentsMargins(0, 8, 0, 0);
    for (int i = 0; i < kCount; ++i) {
        auto *button = new StepButton(i + 1, this);
        m_buttons[static_cast<std::size_t>(i)] = button;
        rows->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, i, button] {
            button->setChecked(i == m_current); // the owner says which one is
            emit chosen(i);
        });
    }
    rows->addStretch(1);
}

void DeploySteps::setLines(const std::array<Line, kCount> &lines, int current)
{
    m_current = current;
    for (int i = 0; i < kCount; ++i) {
        StepButton *button = m_buttons[static_cast<std::size_t>(i)];
        button->setChecked(i == current);
        button->setLine(lines[static_cast<std::size_t>(i)]);
    }
}

} // namespace batuta::views
