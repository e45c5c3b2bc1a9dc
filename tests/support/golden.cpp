// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/golden.h"

#include <QDir>
#include <QImage>

namespace batuta::tests {
namespace {

constexpr int kShade = 24;
constexpr int kOneIn = 400;

bool isClose(QRgb a, QRgb b)
{
    return qAbs(qRed(a) - qRed(b)) <= kShade && qAbs(qGreen(a) - qGreen(b)) <= kShade &&
           qAbs(qBlue(a) - qBlue(b)) <= kShade;
}

} // namespace

QString compareWithGolden(QWidget &widget, const QString &name)
{
    const QString file = QStringLiteral(BATUTA_SOURCE_DIR "/tests/goldens/") + name + ".png";
    const QImage drawn = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    if (qEnvironmentVariableIsSet("BATUTA_UPDATE_GOLDENS"))
        return drawn.save(file, "PNG", 0) ? QString() : "cannot write " + file;
    const QImage golden = QImage(file).convertToFormat(QImage::Format_RGB32);
    QString difference;
    if (golden.isNull()) {
        difference = "there is no " + file;
    } else if (golden.size() != drawn.size()) {
        difference = QString("%1: %2x%3 instead of %4x%5")
                         .arg(name)
                         .arg(drawn.width())
                         .arg(drawn.height())
                         .arg(golden.width())
                         .arg(golden.height());
    } else {
        int differing = 0;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x)
                differing += isClose(drawn.pixel(x, y), golden.pixel(x, y)) ? 0 : 1;
        if (differing > drawn.width() * drawn.height() / kOneIn)
            difference = QString("%1: %2 pixels differ").arg(name).arg(differing);
    }
    if (!difference.isEmpty()) {
        QDir().mkpath(QStringLiteral(BATUTA_BIN_DIR "/../goldens"));
        drawn.save(QStringLiteral(BATUTA_BIN_DIR "/../goldens/") + name + ".png");
    }
    return difference;
}

void pinFonts()
{
    qputenv("FONTCONFIG_FILE", BATUTA_SOURCE_DIR "/tests/goldens/fonts.conf");
}

} // namespace batuta::tests
