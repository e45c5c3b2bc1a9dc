// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/notice.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>
#include <QStackedLayout>
#include <QTimer>

namespace batuta::views {
namespace {

Status statusOf(Notice::Kind kind)
{
    return kind == Notice::Kind::Error     ? Status::Failed
           : kind == Notice::Kind::Warning ? Status::Waiting
                                           : Status::Running;
}

/// Grey rows where data will be; nothing moves in it.
class Skeleton final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        const int row = theme.rowHeight();
        constexpr int kWidths[] = {62, 48, 70, 55, 66, 44};
        for (int i = 0; i < 6 && (i + 1) * row < height(); ++i) {
            const QRectF bar(14, 8 + i * row, (width() - 28) * kWidths[i] / 100.0, theme.scaled(10));
            drawBox(painter, bar, 3, theme.colors().active, {});
        }
    }
};

} // namespace

Notice::Notice(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_strong(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_text(new Label(TextStyle::Body, Ink::Primary, this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(40, 6, 14, 6);
    m_row->setSpacing(10);
    m_row->addWidget(m_strong);
    m_row->addWidget(m_text, 1);
    m_text->setElide(Qt::ElideRight);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMinimumHeight(themeOf(this).scaled(40));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setKind(kind);
}

void Notice::setKind(Kind kind)
{
    m_kind = kind;
    m_strong->setStatus(statusOf(kind));
    update();
}

void Notice::setText(const QString &strong, const QString &text)
{
    m_strong->setText(strong);
    m_text->setText(text);
    setAccessibleName(strong);
    setAccessibleDescription(text);
}

Button *Notice::addButton(const QString &text, const QString &icon)
{
    auto *button = new Button(text, icon, Button::Variant::Normal, this);
    m_row->addWidget(button);
    return button;
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Role &role = theme.colors().of(statusOf(m_kind));
    painter.fillRect(rect(), role.soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), role.softBorder);
    const int size = theme.scaled(16);
    const QString icon = m_kind == Kind::Error ? "warn" : m_kind == Kind::Warning ? "warn" : "info";
    painter.drawPixmap(14, (height() - size) / 2, theme.pixmap(icon, size, role.fg, devicePixelRatioF()));
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label(TextStyle::Text, Ink::Secondary, this))
    , m_button(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_sentence);
    column->addSpacing(6);
    column->addStretch(3);
}

void EmptyState::setText(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setAction(QAction *action)
{
    if (m_button)
        m_button->deleteLater();
    m_button = action ? new Button(action, Button::Variant::Normal, this) : nullptr;
    if (m_button)
        static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_button, 0, Qt::AlignHCenter);
}

StatePane::StatePane(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_content(content)
    , m_skeleton(new Skeleton(this))
    , m_empty(new EmptyState(this))
    , m_error(new EmptyState(this))
    , m_delay(new QTimer(this))
{
    m_delay->setSingleShot(true);
    m_delay->setInterval(150);
    for (QWidget *page :
         {m_content, m_skeleton, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_error)})
        m_stack->addWidget(page);
    connect(m_delay, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_skeleton); });
}

void StatePane::showContent()
{
    m_delay->stop();
    m_stack->setCurrentWidget(m_content);
}

void StatePane::showLoading()
{
    m_delay->start();
}

void StatePane::showEmpty(const QString &sentence, QAction *action)
{
    m_delay->stop();
    m_empty->setText(sentence);
    m_empty->setAction(action);
    m_stack->setCurrentWidget(m_empty);
}

void StatePane::showError(const QString &strong, const QString &text, QAction *retry)
{
    m_delay->stop();
    m_error->setText(strong + '\n' + text);
    m_error->setAction(retry);
    m_stack->setCurrentWidget(m_error);
}

} // namespace batuta::views
