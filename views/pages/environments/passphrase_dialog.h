// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/secrets_desk.h"
#include "views/pages/environments/passphrase_fields.h"

#include <QWidget>

namespace batuta::views {

class Button;
class Label;
class Notice;

/// A panel for an Overlay: the passphrase of the workspace's sealed file, to open it, or of a new one. It
/// goes to the desk and nowhere else.
class PassphraseDialog final : public QWidget
{
    Q_OBJECT

public:
    PassphraseDialog(SecretsDesk &desk, bool isNew, QWidget *parent = nullptr);

    PassphraseFields &fields() { return *m_fields; }
    Button &openButton() { return *m_open; }

signals:
    void opened();
    void closeRequested();

private:
    void build(bool isNew);
    void refresh();
    void open();

    SecretsDesk &m_desk;
    Notice *m_notice;
    PassphraseFields *m_fields;
    Label *m_why;
    Button *m_open;
};

} // namespace batuta::views
