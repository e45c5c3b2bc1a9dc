// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/matrix_legend.h"

#include "views/models/environments/environments_model.h"
#include "views/pages/environments/matrix_delegate.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {

MatrixLegend::MatrixLegend(EnvironmentsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&m_model, &EnvironmentsModel::changed, this, [this] {
        setAccessibleName(words().join(", "));
        update();
    });
    connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize MatrixLegend::sizeHint() const
{
    return {400, themeOf(this).scaled(28)};
}

QStringList MatrixLegend::words() const
{
    const auto &names = m_model.matrix().environments;
    const QString reference =
        m_model.reference() < names.size() ? QString::fromStdString(names[m_model.reference()]) : QString();
    return {tr("differs from %1").arg(reference), tr("needed and missing"),
            tr("secret, four characters of its fingerprint"), tr("not applied yet")};
}

void MatrixLegend::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    QPainter painter(this);
    painter.fillRect(rect(), c.canvas);
    painter.fillRect(QRect(0, 0, width(), 1), c.borderSubtle);
    painter.setFont(theme.font(TextStyle::Small));
    const int size = theme.scaled(13);
    int x = 14;
    const QStringList said = words();
    for (int i = 0; i < said.size(); ++i) {
        const QRect mark(x, (height() - size) / 2, size, size);
        if (i == 0)
            drawBox(painter, mark, 2, c.of(Status::Waiting).soft, c.of(Status::Waiting).softBorder);
        else if (i == 1)
            drawMissing(painter, mark, c.of(Status::Failed).soft, c.of(Status::Failed).softBorder);
        else if (i == 2)
            painter.drawPixmap(mark.topLeft(),
                               theme.pixmap("key", size, c.textSecondary, devicePixelRatioF()));
        else
            drawBox(painter, mark.adjusted(3, 3, -3, -3), 2, c.accent.solid, {});
        x += size + 6;
        painter.setPen(c.textSecondary);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, said[i]);
        x += painter.fontMetrics().horizontalAdvance(said[i]) + 20;
    }
    painter.setPen(c.textTertiary);
    const QString keys = tr("F2 edit, P next problem");
    if (x + painter.fontMetrics().horizontalAdvance(keys) < width() - 14)
        painter.drawText(rect().adjusted(0, 0, -14, 0), Qt::AlignVCenter | Qt::AlignRight, keys);
}

} // namespace batuta::views
