// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/capsule_strip.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QPainter>

namespace batuta::views {

QString spacedFingerprint(const QString &fingerprint)
{
    QStringList groups;
    for (qsizetype at = 0; at < fingerprint.size(); at += 4)
        groups << fingerprint.mid(at, 4);
    return groups.join(' ');
}

CapsuleStrip::CapsuleStrip(CapsuleInfo info, QAction *replay, QWidget *parent)
    : QWidget(parent)
    , m_info(std::move(info))
    , m_strong(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_text(new Label(TextStyle::Body, Ink::Primary, this))
    , m_key(new Label(TextStyle::Body, Ink::Secondary, this))
    , m_details(new Button(QString(), "shieldok", Button::Variant::Normal, this))
    , m_replay(new Button(replay, Button::Variant::Primary, this))
{
    m_strong->setStatus(Status::Waiting);
    m_text->setElide(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(46, 0, 14, 0);
    row->setSpacing(10);
    row->addWidget(m_strong);
    row->addWidget(m_text, 1);
    row->addWidget(m_key);
    row->addWidget(m_details);
    row->addWidget(m_replay);
    connect(m_details, &QAbstractButton::clicked, this, &CapsuleStrip::detailsWanted);
    const auto size = [this] { setFixedHeight(themeOf(this).scaled(40)); };
    connect(&themeOf(this), &Theme::changed, this, size);
    size();
    retranslate();
}

void CapsuleStrip::retranslate()
{
    m_strong->setText(tr("Capsule, read only"));
    m_text->setText(tr("%1, made by %2 on %3")
                        .arg(QFileInfo(m_info.file).fileName(), m_info.madeBy,
                             dayAndTime(m_info.madeAt, false).chopped(4)));
    m_key->setText(
        m_info.isOwnKey
            ? tr("unchanged, signed by this workspace")
            : tr("unchanged, signed by key %1").arg(spacedFingerprint(m_info.fingerprint.left(12))));
    m_key->setToolTip(spacedFingerprint(m_info.fingerprint));
    m_details->setText(tr("Signature"));
    m_details->setAccessibleName(m_details->text());
    m_details->updateGeometry();
    setAccessibleName(m_strong->text() + ", " + m_text->text() + ", " + m_key->text());
}

void CapsuleStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CapsuleStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Role &role = theme.colors().of(Status::Waiting);
    painter.fillRect(rect(), role.soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), role.softBorder);
    const int size = theme.scaled(18);
    painter.drawPixmap(16, (height() - size) / 2, theme.pixmap("lock", size, role.fg, devicePixelRatioF()));
}

CapsulePanel::CapsulePanel(const CapsuleInfo &info, bool utc, QWidget *parent)
    : QWidget(parent)
{
    const QString whose =
        info.isOwnKey
            ? tr("The key of this workspace signed it, and no byte was changed since.")
            : tr("No byte was changed since this key signed it. Anybody can make a key: compare its "
                 "fingerprint with the one that the sender tells you.");
    QStringList lines{spacedFingerprint(info.fingerprint),
                      {},
                      info.file,
                      tr("made by %1 on %2").arg(info.madeBy, dayAndTime(info.madeAt, utc)),
                      {},
                      tr("%n run(s)", nullptr, static_cast<int>(info.executions.size()))};
    lines += info.executions;
    lines << QString()
          << tr("%n key(s) of the environment, without their values", nullptr,
                static_cast<int>(info.keys.size()));
    lines += info.keys;
    build(tr("Signed by this key"), whose, lines.join('\n'));
}

CapsulePanel::CapsulePanel(const QString &file, const Error &error, QWidget *parent)
    : QWidget(parent)
{
    build(tr("This file was not opened"), errorSentence(error) + ' ' + errorAdvice(error), file);
}

void CapsulePanel::build(const QString &title, const QString &text, const QString &code)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto *about = new Label(text, TextStyle::Text, Ink::Secondary, this);
    about->setWordWrap(true);
    about->setTextFormat(Qt::PlainText);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *view = new CodeView(this);
    view->setPlainText(code);
    view->setAccessibleName(title);
    auto *close = new Button(tr("Close"), QString(), Button::Variant::Primary, this);
    close->setAccessibleName(close->text());
    column->addWidget(new Label(title, TextStyle::Title, Ink::Primary, this));
    column->addWidget(about);
    column->addWidget(view, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    setFocusProxy(close);
    setAccessibleName(title);
    connect(close, &QAbstractButton::clicked, this, &CapsulePanel::closeRequested);
}

} // namespace batuta::views
