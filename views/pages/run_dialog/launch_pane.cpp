// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/launch_pane.h"

#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>

namespace batuta::views {

LaunchPane::LaunchPane(Content content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_note(new Label(TextStyle::Caption, Ink::Secondary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPiece(column);
    if (content == Content::Commands)
        addPiece(column);
    m_note->setContentsMargins(14, 6, 14, 8);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    retranslate();
}

void LaunchPane::addPiece(QVBoxLayout *column)
{
    Piece piece{new QWidget(this), new Label(TextStyle::Body, Ink::Primary, this),
                new Button({}, "copy", Button::Variant::Ghost, this), new CodeView(this)};
    auto *rows = new QVBoxLayout(piece.whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    bar->row()->addWidget(piece.caption);
    bar->row()->addStretch();
    piece.copy->setSmall(true);
    bar->row()->addWidget(piece.copy);
    rows->addWidget(bar);
    rows->addWidget(piece.code, 1);
    piece.code->setMinimumHeight(40);
    const auto index = static_cast<int>(m_pieces.size());
    connect(piece.copy, &QAbstractButton::clicked, this, [this, index] { copy(index); });
    column->addWidget(piece.whole, 1);
    m_pieces.append(piece);
}

void LaunchPane::setTexts(const QStringList &texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    const auto language =
        m_content == Content::Payload ? CodeView::Language::Json : CodeView::Language::Shell;
    for (int i = 0; i < m_pieces.size(); ++i) {
        m_pieces[i].code->setCode(texts.value(i), language);
        m_pieces[i].whole->setVisible(!texts.value(i).isEmpty());
    }
}

void LaunchPane::copy(int piece)
{
    QApplication::clipboard()->setText(m_texts.value(piece));
    emit copied(tr("%1 copied").arg(m_pieces[piece].caption->text()));
}

void LaunchPane::retranslate()
{
    const bool isPayload = m_content == Content::Payload;
    const QStringList captions{isPayload ? tr("Payload") : tr("cURL"), QStringLiteral("batuta run")};
    for (int i = 0; i < m_pieces.size(); ++i) {
        m_pieces[i].caption->setText(captions[i]);
        m_pieces[i].copy->setText(tr("Copy"));
        m_pieces[i].copy->setAccessibleName(tr("Copy %1").arg(captions[i]));
        m_pieces[i].code->setAccessibleName(captions[i]);
    }
    m_note->setText(
        isPayload ? tr("Secrets read *** here and in the copy.")
                  : tr("cURL is for batuta serve on this computer; batuta run works in the workspace folder. "
                       "Secrets are left to variables of your shell."));
}

void LaunchPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
