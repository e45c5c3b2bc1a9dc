// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/models/preferences.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace batuta::views {

class Button;
class Label;

/// Asks where another engine is and with which token one enters, and says plainly why it does not work. The
/// token is kept nowhere; address and authority file are remembered. A panel for an Overlay or a window of
/// its own.
class SignIn final : public QWidget
{
    Q_OBJECT

public:
    SignIn(EngineControl &control, Preferences &preferences, QWidget *parent = nullptr);

    /// What the fields show first.
    void setAddress(const EngineAddress &address);
    /// The same engine once more: only token and authority can be another.
    void setAgain(const EngineAddress &address);
    /// Why one has to sign in, or sign in again.
    void setTrouble(const Error &error);
    /// As if the button was clicked.
    void submit();
    bool isChecking() const { return m_isChecking; }

signals:
    void closeRequested();
    /// The engine has answered, and is shown.
    void entered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    static void addField(QVBoxLayout *column, Label *caption, QLineEdit *line, QWidget *beside);
    void retranslate();
    void dress();
    void edited();
    void setChecking(bool checking);
    void answered(const EngineAddress &address, const Result<client::EngineInfo> &info);
    Result<EngineAddress> typed() const;
    void showTrouble();
    void chooseFile();

    EngineControl &m_control;
    Preferences &m_preferences;
    Label *m_title;
    Label *m_text;
    Label *m_urlCaption, *m_tokenCaption, *m_caCaption;
    QLineEdit *m_url, *m_token, *m_ca;
    Button *m_reveal;
    Button *m_choose;
    Label *m_warning;
    QWidget *m_trouble;
    Label *m_troubleStrong;
    Label *m_troubleText;
    Button *m_cancel;
    Button *m_connect;
    QString m_again; ///< the place of the engine that is entered once more
    Error m_error;
    bool m_hasError = false;
    bool m_isChecking = false;
};

} // namespace batuta::views
