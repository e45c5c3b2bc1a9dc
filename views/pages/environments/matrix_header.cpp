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

constexpr int kHeaderInset = 10;

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

void MatrixHeader::setDeployedWord(const QString &word)
{
    m_deployedWord = word;
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
        const auto environment = static_cast<std::size_t>(MatrixTable::environmentOf(section));
        const std::size_t beside = environment - m_model.matrix().environments.size();
        if (environment < m_model.matrix().environments.size())
            paintEnvironment(*painter, rect, environment);
        else if (beside < m_model.asides().size())
            paintAside(*painter, rect, m_model.asides()[beside],
                       model()->headerData(section, Qt::Horizontal).toString());
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
    const int most = rect.width() - 2 * kHeaderInset;
    const int width = std::min(most, painter.fontMetrics().horizontalAdvance(name) + theme.scaled(13) + 22);
    const QRect chip(rect.left() + kHeaderInset, rect.top() + 9, width, height);
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
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const std::string &name = m_model.matrix().environments[environment];
    const EnvironmentKind kind = environmentKind(name);
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 3), c.of(kind).solid);
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()),
                     kind == EnvironmentKind::Production ? c.of(kind).softBorder : c.borderSubtle);
    const int end = paintChip(painter, rect, kind, environmentWord(name));
    const bool isProduction = kind == EnvironmentKind::Production;
    const auto &rows = m_model.matrix().rows;
    const auto set = std::count_if(rows.begin(), rows.end(),
                                   [&](const auto &row) { return row.cells[environment].isSet; });
    const int left = m_model.lock().secondsLeft();
    const QString count = QString::number(set);
    const QString open = QStringLiteral("%1:%2").arg(left / 60).arg(left % 60, 2, 10, QChar('0'));
    const QString word = !isProduction ? tr("%n set", nullptr, static_cast<int>(set))
                         : left > 0    ? tr("open %1:%2").arg(left / 60).arg(left % 60, 2, 10, QChar('0'))
                                       : tr("read only");
    painter.setPen(isProduction ? c.of(kind).fg : c.textSecondary);
    paintWords(painter, rect, end,
               {word,
                !isProduction ? count
                : left > 0    ? open
                              : QString(),
                lastWord(environment)});
}

/// A thin line in the colour of the environment that it stands beside: it is no environment itself.
void MatrixHeader::paintAside(QPainter &painter, const QRect &rect, const environments::Aside &aside,
                              const QString &name) const
{
    const Colors &c = themeOf(this).colors();
    const EnvironmentKind kind = environmentKind(aside.environment);
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), c.of(kind).solid);
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), c.borderStrong);
    const Theme &theme = themeOf(this);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    const QRect title(rect.left() + kHeaderInset, rect.top() + 9, rect.width() - 2 * kHeaderInset,
                      theme.scaled(20));
    painter.drawText(title, Qt::AlignVCenter, name);
    const int end = title.left() + painter.fontMetrics().horizontalAdvance(name);
    const bool isProcess = aside.kind == environments::Aside::Kind::Process;
    painter.setPen(c.textSecondary);
    paintWords(painter, rect, end,
               {tr("%n set", nullptr, static_cast<int>(aside.values.size())),
                QString::number(aside.values.size()),
                isProcess ? tr("over the files of %1").arg(QString::fromStdString(aside.environment))
                          : m_deployedWord});
}

/// Beside the name, in the colour of the pen, and below it.
void MatrixHeader::paintWords(QPainter &painter, const QRect &rect, int left, const Words &words) const
{
    const Theme &theme = themeOf(this);
    painter.setFont(theme.font(TextStyle::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    QRect beside = rect.adjusted(0, 9, -kHeaderInset, 0);
    beside.setHeight(theme.scaled(20));
    beside.setLeft(left + 6);
    const bool fits = metrics.horizontalAdvance(words.right) <= beside.width();
    const int size = theme.scaled(13);
    if (!fits && words.brief.isEmpty())
        painter.drawPixmap(beside.right() - size + 1, beside.center().y() - size / 2,
                           theme.pixmap("lock", size, painter.pen().color(), devicePixelRatioF()));
    else
        painter.drawText(beside, Qt::AlignVCenter | Qt::AlignRight, fits ? words.right : words.brief);
    painter.setPen(theme.colors().textSecondary);
    const QRect under = rect.adjusted(kHeaderInset, 9 + theme.scaled(20), -kHeaderInset, -3);
    painter.drawText(under, Qt::AlignVCenter, metrics.elidedText(words.below, Qt::ElideRight, under.width()));
}

} // namespace batuta::views
