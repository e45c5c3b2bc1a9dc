// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/chip_row.h"

#include "views/theme/theme.h"
#include "views/widgets/chip.h"

#include <QBoxLayout>
#include <QPainter>

namespace batuta::views {

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(14, 4, 14, 4);
    m_row->setSpacing(6);
    m_row->addStretch(1);
    hide();
}

void ChipRow::setChips(const QList<std::pair<QString, QString>> &chips)
{
    setVisible(!chips.isEmpty());
    if (chips == m_shown)
        return;
    m_shown = chips;
    while (m_row->count() > 1) {
        QLayoutItem *item = m_row->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem>(item).reset();
    }
    QStringList spoken;
    for (const auto &[field, value] : chips) {
        const QString text = field + '=' + (value.size() > 60 ? value.left(57) + QChar(0x2026) : value);
        auto *chip = new Chip(text, this);
        chip->setMono(true);
        chip->setToolTip(field + '=' + value);
        m_row->insertWidget(m_row->count() - 1, chip);
        spoken << text;
    }
    setAccessibleName(tr("The same in every line: %1").arg(spoken.join(", ")));
}

void ChipRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
}

} // namespace batuta::views
