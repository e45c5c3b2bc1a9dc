// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/matrix_header.h"

#include "views/pages/environments/matrix_table.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kInset = 10;

} // namespace

MatrixHeader::MatrixHeader(EnvironmentsModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    connect(&m_model.lock(), &ProductionLock::changed, viewport(), qOverload<>(&QWidget::update));
}

void MatrixHeader::setUtc(bool utc)
{
    m_utc = utc;
    viewport()->update();
}

QSize MatrixHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), themeOf(this).scaled(50)};
}

void MatrixHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter->save();
    painter->fillRect(rect, c.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.borderStrong);
    if (section >= MatrixTable::FirstEnvironment) {
        paintEnvironment(*painter, rect, static_cast<std::size_t>(MatrixTable::environmentOf(section)));
    } else {
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(c.textSecondary);
        const int left = section == MatrixTable::KeyColumn ? 14 : 6;
        painter->drawText(rect.adjusted(left, 0, 0, -8), Qt::AlignBottom | Qt::AlignLeft,
                          model()->headerData(section, Qt::Horizontal).toString());
    }
    painter->restore();
}

/// Its right end.
int MatrixHeader::paintChip(QPainter &painter, const QRect &rect, EnvironmentKind kind,
                            const QString &name) const
{
    const Theme &theme = themeOf(this);
    const Role &role = theme.colors().of(kind);
    const bool isSolid = kind == EnvironmentKind::Production;
    painter.setFont(theme.font(TextStyle::Strong));
    const int height = theme.scaled(20);
    const int most = rect.width() - 2 * kInset;
    const int width = std::min(most, painter.fontMetrics().horizontalAdvance(name) + theme.scaled(13) + 22);
    const QRect chip(rect.left() + kInset, rect.top() + 9, width, height);
    drawBox(painter, chip, 4, isSolid ? role.solid : role.soft, isSolid ? role.solid : role.softBorder);
    const QColor ink = isSolid ? role.onSolid : role.fg;
    const int shape = theme.scaled(11);
    drawEnvironmentShape(
        painter, QRectF(chip.left() + 7, chip.center().y() - shape / 2.0 + 0.5, shape, shape), kind, ink);
    painter.setPen(ink);
    const QRect text = chip.adjusted(7 + shape + 6, 0, -6, 0);
    painter.drawText(text, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
    return chip.right();
}

QString MatrixHeader::lastWord(std::size_t environment) const
{
    const std::string &name = m_model.matrix().environments[environment];
    for (const environments::EnvChange &change : m_model.changes())
        if (change.environment == name && !change.file.empty())
            return tr("applied %1, %2")
                .arg(dayAndTime(change.at, m_utc).section(':', 0, 1), QString::fromStdString(change.who));
    QStringList files;
    for (const environments::EnvFile &file : m_model.files().environments[environment].files)
        files << QFileInfo(QString::fromStdString(file.path)).fileName();
    return files.isEmpty() ? tr("no file yet") : files.join(", ");
}

void MatrixHeader::paintEnvironment(QPainter &painter, const QRect &rect, std::size_t environment) const
{
    if (environment >= m_model.matrix().environments.size())
        return;
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const std::string &name = m_model.matrix().environments[environment];
    const EnvironmentKind kind = environmentKind(name);
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 3), c.of(kind).solid);
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()),
                     kind == EnvironmentKind::Production ? c.of(kind).softBorder : c.borderSubtle);
    const int end = paintChip(painter, rect, kind, environmentWord(name));
    painter.setFont(theme.font(TextStyle::Small));
    QRect right = rect.adjusted(0, 9, -kInset, 0);
    right.setHeight(theme.scaled(20));
    right.setLeft(end + 6);
    const bool isProduction = kind == EnvironmentKind::Production;
    const auto &rows = m_model.matrix().rows;
    const auto set = std::count_if(rows.begin(), rows.end(),
                                   [&](const auto &row) { return row.cells[environment].isSet; });
    const int left = m_model.lock().secondsLeft();
    const QString word = !isProduction ? tr("%n set", nullptr, static_cast<int>(set))
                         : left > 0    ? tr("open %1:%2").arg(left / 60).arg(left % 60, 2, 10, QChar('0'))
                                       : tr("read only");
    painter.setPen(isProduction ? c.of(kind).fg : c.textSecondary);
    painter.drawText(right, Qt::AlignVCenter | Qt::AlignRight,
                     painter.fontMetrics().elidedText(word, Qt::ElideRight, right.width()));
    painter.setPen(c.textSecondary);
    const QRect below = rect.adjusted(kInset, 9 + theme.scaled(20), -kInset, -3);
    painter.drawText(below, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(lastWord(environment), Qt::ElideRight, below.width()));
}

} // namespace batuta::views
