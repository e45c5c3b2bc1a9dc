// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/query_line.h"

#include "views/pages/logs/query_field.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace batuta::views {

FindBox::FindBox(QWidget *parent)
    : QWidget(parent)
    , m_word(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_field(new QLineEdit(this))
    , m_outcome(new Label(TextStyle::MonoSmall, Ink::Secondary, this))
    , m_close(new Button(QString(), "x", Button::Variant::Ghost, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 2, 0);
    row->setSpacing(4);
    for (QWidget *widget : {static_cast<QWidget *>(m_word), static_cast<QWidget *>(m_field),
                            static_cast<QWidget *>(m_outcome), static_cast<QWidget *>(m_close)})
        row->addWidget(widget);
    m_field->setProperty("bare", true);
    m_field->setFrame(false);
    m_field->setMaxLength(200);
    m_field->installEventFilter(this);
    m_close->setIconOnly(true);
    m_close->setSmall(true);
    m_word->setStatus(Status::Waiting);
    const auto dress = [this] {
        m_field->setFont(themeOf(this).font(TextStyle::MonoSmall));
        m_field->setFixedWidth(themeOf(this).scaled(90));
        setFixedHeight(themeOf(this).scaled(22));
    };
    connect(&themeOf(this), &Theme::changed, this, dress);
    dress();
    connect(m_field, &QLineEdit::textChanged, this, &FindBox::changed);
    connect(m_close, &QAbstractButton::clicked, this, &FindBox::closed);
    retranslate();
}

void FindBox::retranslate()
{
    m_word->setText(tr("find"));
    m_field->setAccessibleName(tr("Find in the lines"));
    m_close->setText(tr("Stop finding"));
}

void FindBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FindBox::setOutcome(const QString &text)
{
    m_outcome->setText(text);
    m_field->setAccessibleDescription(text);
}

bool FindBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        emit next(!(key->modifiers() & Qt::ShiftModifier));
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        emit closed();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FindBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Role &role = themeOf(this).colors().of(Status::Waiting);
    drawBox(painter, rect(), 4, role.soft, role.softBorder);
}

QueryLine::QueryLine(QWidget *parent)
    : QWidget(parent)
    , m_field(new QueryField(this))
    , m_find(new FindBox(this))
    , m_outcome(new Label(TextStyle::Small, Ink::Secondary, this))
{
    auto *row = new QHBoxLayout(this);
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_find);
    row->addWidget(m_outcome);
    m_find->hide();
    m_field->installEventFilter(this);
    m_field->setMinimumWidth(120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto dress = [this, row] {
        setFixedHeight(themeOf(this).scaled(30));
        row->setContentsMargins(themeOf(this).scaled(14) + 18, 1, 10, 1);
        update();
    };
    connect(&themeOf(this), &Theme::changed, this, dress);
    dress();
}

void QueryLine::setOutcome(const QString &text)
{
    m_outcome->setText(text);
}

void QueryLine::setWrong(bool isWrong)
{
    m_isWrong = isWrong;
    update();
}

void QueryLine::showFind(bool shown)
{
    m_find->setVisible(shown);
    m_outcome->setVisible(!shown || width() >= themeOf(this).scaled(640)); // the query needs the room
}

void QueryLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showFind(m_find->isVisibleTo(this));
}

void QueryLine::mousePressEvent(QMouseEvent *)
{
    m_field->setFocus();
}

bool QueryLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void QueryLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    drawBox(painter, rect(), 5, c.canvas, m_isWrong ? c.of(Status::Failed).solid : c.borderControl);
    if (m_field->hasFocus())
        drawFocusRing(painter, rect(), 5, m_isWrong ? c.of(Status::Failed).solid : c.focus, true);
    const int icon = theme.scaled(14);
    painter.drawPixmap(10, (height() - icon) / 2,
                       theme.pixmap("search", icon, c.textTertiary, devicePixelRatioF()));
}

} // namespace batuta::views
