// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/environments_model.h"
#include "views/models/environments/secrets_desk.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace batuta::views {

class Button;
class Label;
class Notice;
class PassphraseFields;
class Segmented;

/// A panel for an Overlay: one secret of one environment, where it is kept and which steps use it. It is set
/// for the first time, rotated, forgotten, or moved from its file into the store. Shows no value. In
/// production the name of the environment must be typed, and Enter never confirms.
class SecretDialog final : public QWidget
{
    Q_OBJECT

public:
    SecretDialog(EnvironmentsModel &model, SecretsDesk &desk, std::string key, std::size_t environment,
                 QWidget *parent = nullptr);

    QLineEdit &value() { return *m_value; }
    QLineEdit &typedName() { return *m_name; }
    Segmented &place() { return *m_place; }
    PassphraseFields &passphrase() { return *m_passphrase; }
    Button &setButton() { return *m_set; }
    Button &removeButton() { return *m_remove; }
    /// Why it cannot be set now, or "".
    QString whyNot() const;
    /// Takes the value from a file, a key that has many lines for instance.
    void readFrom(const QString &path);

signals:
    void told(const QString &text);
    void closeRequested();

private:
    void build();
    void addUses(QWidget *parent);
    QWidget *buildFields();
    void refresh();
    void set();
    void remove();
    void done();
    void choose();
    const environments::Cell *cell() const;
    secrets::SecretName name() const;
    bool isProduction() const { return m_model.isProduction(m_environment); }
    QString environmentName() const;
    QString placeWord() const;
    secrets::StoreKind kind() const;
    QString whyLocked() const;
    bool wantsPassphrase() const;
    void whenOpen(std::function<void()> act);
    void tell(const Error &error);

    EnvironmentsModel &m_model;
    SecretsDesk &m_desk;
    const std::string m_key;
    const std::size_t m_environment;
    const bool m_wasStored;
    bool m_isAsked = false; ///< the store has something to do for this dialog
    bool m_isRemoval = false;
    Label *m_title, *m_where, *m_why, *m_nameLabel, *m_placeLabel;
    Notice *m_notice;
    QLineEdit *m_value, *m_name;
    Segmented *m_place;
    PassphraseFields *m_passphrase;
    Button *m_set, *m_remove, *m_cancel;
};

} // namespace batuta::views
