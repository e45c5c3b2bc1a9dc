// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <QWidget>

namespace batuta::views {

class Button;

/// What a receipt of client/receipts.h means, in words.
QString receiptWord(const std::string &receipt);

/// What a cancel came to, step by step: a panel for an Overlay.
class ReceiptsPane final : public QWidget
{
    Q_OBJECT

public:
    /// `receipts` as client::receiptsOf() gives them.
    ReceiptsPane(const json::Value &receipts, bool utc, QWidget *parent = nullptr);

signals:
    void closeRequested();

private:
    Button *m_close;
};

} // namespace batuta::views
