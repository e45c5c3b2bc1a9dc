// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/receipts_pane.h"

#include "engine/base/clock.h"
#include "views/pages/trace/trace_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>

namespace batuta::views {
namespace {

QString timeOf(const json::Value &value, bool utc)
{
    WallTime at{};
    return parseIsoTime(value.asString(), at) ? clockTimeMs(at, utc) : QString(QChar(0x2013));
}

Status statusOfReceipt(const std::string &receipt)
{
    if (receipt == "not_undone" || receipt == "given_up")
        return Status::Failed;
    if (receipt == "asked")
        return Status::Waiting;
    return receipt == "stopped" ? Status::Cancelled : Status::Success;
}

} // namespace

QString receiptWord(const std::string &receipt)
{
    if (receipt == "asked")
        return TraceText::tr("asked, no answer yet");
    if (receipt == "stopped")
        return TraceText::tr("stopped");
    if (receipt == "given_up")
        return TraceText::tr("no longer waited for; what the call does is not known");
    if (receipt == "finished")
        return TraceText::tr("came to its end before it could be stopped");
    if (receipt == "undone")
        return TraceText::tr("had succeeded, and was undone");
    if (receipt == "not_undone")
        return TraceText::tr("had succeeded, and its effects stay");
    return QString::fromStdString(receipt);
}

ReceiptsPane::ReceiptsPane(const json::Value &receipts, bool utc, QWidget *parent)
    : QWidget(parent)
    , m_close(new Button(tr("Close"), QString(), Button::Variant::Normal, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    auto *title = new Label(tr("What the cancel came to"), TextStyle::Title, Ink::Primary, this);
    column->addWidget(title);
    auto *rows = new QWidget(this);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(16);
    const QStringList heads{tr("Step"), tr("Asked"), tr("Acknowledged"), tr("Receipt")};
    for (int i = 0; i < heads.size(); ++i)
        grid->addWidget(new Label(heads[i], TextStyle::Caption, Ink::Tertiary, rows), 0, i);
    grid->setColumnStretch(3, 1);
    int row = 1;
    for (const json::Value &receipt : receipts.asArray()) {
        const std::string &kind = receipt["receipt"].asString();
        auto *name = new Label(QString::fromStdString(receipt["step"].asString()), TextStyle::Mono,
                               Ink::Primary, rows);
        name->setElide(Qt::ElideMiddle);
        grid->addWidget(name, row, 0);
        grid->addWidget(
            new Label(timeOf(receipt["asked_at"], utc), TextStyle::MonoSmall, Ink::Secondary, rows), row, 1);
        grid->addWidget(
            new Label(timeOf(receipt["acknowledged_at"], utc), TextStyle::MonoSmall, Ink::Secondary, rows),
            row, 2);
        auto *word = new Label(receiptWord(kind), TextStyle::Body, Ink::Primary, rows);
        word->setStatus(statusOfReceipt(kind));
        word->setWordWrap(true);
        grid->addWidget(word, row++, 3);
    }
    if (row == 1)
        grid->addWidget(
            new Label(tr("Nothing ran that had to be stopped."), TextStyle::Body, Ink::Secondary, rows), 1, 0,
            1, 4);
    grid->setRowStretch(row + 1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(scroll, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    setFocusProxy(m_close);
    setAccessibleName(title->text());
    connect(m_close, &QAbstractButton::clicked, this, &ReceiptsPane::closeRequested);
}

} // namespace batuta::views
