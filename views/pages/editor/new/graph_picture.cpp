// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/new/graph_picture.h"

#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace batuta::views {
namespace {

constexpr qreal kMargin = 24;
constexpr qreal kMostPixels = 60e6;

QRectF areaOf(const FlowView &canvas)
{
    return canvas.flowScene().layout().bounds.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

void draw(QPainter &painter, const FlowView &canvas, const QRectF &area, qreal scale)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    painter.translate(-area.topLeft());
    painter.fillRect(area, themeOf(&canvas).colors().canvas);
    canvas.flowScene().paint(painter, {area});
}

QString saved(QSaveFile &file)
{
    return file.commit() ? QString()
                         : QCoreApplication::translate("GraphPicture", "%1 cannot be written: %2")
                               .arg(file.fileName(), file.errorString());
}

} // namespace

QString writeSvg(const FlowView &canvas, const QString &path)
{
    const QRectF area = areaOf(canvas);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return saved(file);
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setViewBox(QRectF({}, area.size()));
    generator.setSize(area.size().toSize());
    QPainter painter(&generator);
    draw(painter, canvas, area, 1);
    painter.end();
    return saved(file);
}

QString writePng(const FlowView &canvas, const QString &path)
{
    const QRectF area = areaOf(canvas);
    const qreal scale = std::min(2.0, std::sqrt(kMostPixels / (area.width() * area.height())));
    QImage image((area.size() * scale).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    draw(painter, canvas, area, scale);
    painter.end();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG"))
        return saved(file);
    return saved(file);
}

} // namespace batuta::views
