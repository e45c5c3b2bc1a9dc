// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;

namespace batuta::views {

/// Where somebody types the passphrase of a sealed file: once for a file that is there, twice for a new one.
class PassphraseFields final : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseFields(bool isNew, QWidget *parent = nullptr);

    QLineEdit &first() { return *m_first; }
    QLineEdit &again() { return *m_again; }
    /// Without the blanks around it, as a file that holds one is read.
    std::string passphrase() const;
    /// Why it cannot be taken, or "".
    QString whyNot() const;
    void clear();

signals:
    void changed();
    void entered(); ///< Enter in the last field

private:
    const bool m_isNew;
    QLineEdit *m_first, *m_again;
};

} // namespace batuta::views
