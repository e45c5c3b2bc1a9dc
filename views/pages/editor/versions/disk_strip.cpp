// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/disk_strip.h"

#include "views/widgets/button.h"
#include "views/widgets/notice.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>

namespace batuta::views {

DiskStrip::DiskStrip(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(Notice::Kind::Warning, this))
    , m_compare(m_notice->addButton({}, "compare"))
    , m_keep(m_notice->addButton({}, "check"))
    , m_reload(m_notice->addButton({}, "retry"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_compare, &QAbstractButton::clicked, this, &DiskStrip::compareWanted);
    connect(m_keep, &QAbstractButton::clicked, this, &DiskStrip::keepMineWanted);
    connect(m_reload, &QAbstractButton::clicked, this, &DiskStrip::reloadWanted);
    retranslate();
    hide();
}

void DiskStrip::present(What what, const QString &file, bool hasEdits)
{
    const bool isNew = what != m_what && what != What::Nothing;
    m_what = what;
    m_file = file;
    m_hasEdits = hasEdits;
    retranslate();
    setVisible(what != What::Nothing);
    if (!isNew)
        return;
    QAccessibleEvent told(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

QString DiskStrip::sentence() const
{
    switch (m_what) {
    case What::Gone:
        return tr("%1 is gone from the disk").arg(m_file);
    case What::Unreadable:
        return tr("%1 can no longer be read").arg(m_file);
    case What::ReadOnly:
        return tr("%1 may only be read").arg(m_file);
    default:
        return tr("%1 changed on disk").arg(m_file);
    }
}

QString DiskStrip::advice() const
{
    switch (m_what) {
    case What::Gone:
        return tr("What you see is kept; publishing writes the file again.");
    case What::Unreadable:
        return tr("What you see is kept. The file is looked at again when it changes.");
    case What::ReadOnly:
        return tr("It can be edited and tested as a draft; publishing needs the right to write it.");
    default:
        return m_hasEdits ? tr("Your edits are kept until you choose. Reload can be undone.")
                          : tr("You have no edits of your own.");
    }
}

void DiskStrip::retranslate()
{
    const bool isChanged = m_what == What::Changed;
    m_notice->setText(sentence(), advice());
    m_compare->setVisible(isChanged);
    m_reload->setVisible(isChanged);
    m_keep->setVisible(isChanged || m_what == What::Gone);
    m_compare->setText(tr("Compare"));
    m_keep->setText(tr("Keep mine"));
    m_reload->setText(tr("Reload"));
    for (Button *button : {m_compare, m_keep, m_reload}) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
}

void DiskStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
