// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/passphrase_fields.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace batuta::views {
namespace {

constexpr qsizetype kShortest = 8; ///< of a new one
constexpr int kLongestTyped = 4096;

} // namespace

PassphraseFields::PassphraseFields(bool isNew, QWidget *parent)
    : QWidget(parent)
    , m_isNew(isNew)
    , m_first(new QLineEdit(this))
    , m_again(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QLineEdit *field : {m_first, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        field->setMaxLength(kLongestTyped);
        column->addWidget(field);
        connect(field, &QLineEdit::textChanged, this, &PassphraseFields::changed);
    }
    m_first->setPlaceholderText(isNew ? tr("A passphrase for the sealed file")
                                      : tr("The passphrase of the sealed file"));
    m_again->setPlaceholderText(tr("The same once more"));
    for (QLineEdit *field : {m_first, m_again})
        field->setAccessibleName(field->placeholderText());
    m_again->setVisible(isNew);
    connect(isNew ? m_again : m_first, &QLineEdit::returnPressed, this, &PassphraseFields::entered);
    setFocusProxy(m_first);
}

std::string PassphraseFields::passphrase() const
{
    return m_first->text().trimmed().toStdString();
}

QString PassphraseFields::whyNot() const
{
    const QString typed = m_first->text().trimmed();
    if (typed.isEmpty())
        return tr("Type the passphrase");
    if (m_isNew && typed.size() < kShortest)
        return tr("At least %n character(s)", nullptr, static_cast<int>(kShortest));
    return m_isNew && typed != m_again->text().trimmed() ? tr("The two are not the same") : QString();
}

void PassphraseFields::clear()
{
    m_first->clear();
    m_again->clear();
}

} // namespace batuta::views
