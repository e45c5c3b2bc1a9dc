// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/icons.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace batuta::views {
namespace {

QByteArray svgOf(const IconRequest &request, const Colors &colors)
{
    QString markup = iconMarkup(request.name);
    markup.replace("{waiting.solid}", colors.of(Status::Waiting).solid.name());
    markup.replace("{waiting.onSolid}", colors.of(Status::Waiting).onSolid.name());
    markup.replace("{fg}", request.fg.name());
    markup.replace("{solid}", request.solid.name());
    markup.replace("{onSolid}", request.onSolid.name());
    markup.replace("currentColor", request.fg.name());
    const QString frame =
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="none" stroke="%1" )"
        R"(stroke-width="%2" stroke-linecap="round" stroke-linejoin="round">%3</g></svg>)";
    return frame.arg(request.fg.name(), request.size >= 20 ? "1.25" : "1.35", markup).toUtf8();
}

} // namespace

QString statusIconName(Status status)
{
    constexpr const char *names[] = {"status.queued",  "status.running",   "status.success", "status.failed",
                                     "status.skipped", "status.cancelled", "status.waiting"};
    return QLatin1String(names[static_cast<std::size_t>(status)]);
}

QPixmap renderIcon(const IconRequest &request, const Colors &colors)
{
    const QString key = QString("batuta/%1/%2/%3/%4/%5")
                            .arg(request.name)
                            .arg(request.size)
                            .arg(request.ratio)
                            .arg(request.fg.rgba())
                            .arg(request.solid.rgba());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(QSize(request.size, request.size) * request.ratio);
    picture.fill(Qt::transparent);
    QSvgRenderer renderer(svgOf(request, colors));
    if (renderer.isValid()) {
        QPainter painter(&picture);
        renderer.render(&painter, QRectF(picture.rect()));
    }
    picture.setDevicePixelRatio(request.ratio);
    QPixmapCache::insert(key, picture);
    return picture;
}

IconEngine::IconEngine(const Theme &theme, QString name)
    : m_theme(theme)
    , m_name(std::move(name))
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const int size = qMin(rect.width(), rect.height());
    const QPoint at(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
    painter->drawPixmap(at, draw(size, mode, painter->device()->devicePixelRatioF()));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return draw(qMin(size.width(), size.height()), mode, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    return draw(qRound(qMin(size.width(), size.height()) / scale), mode, scale);
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QPixmap IconEngine::draw(int size, QIcon::Mode mode, qreal ratio) const
{
    const Colors &c = m_theme.colors();
    const QColor color = mode == QIcon::Disabled ? c.textDisabled : c.textSecondary;
    return m_theme.pixmap(m_name, size, color, ratio);
}

} // namespace batuta::views
