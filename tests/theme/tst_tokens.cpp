// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/icons.h"
#include "views/theme/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace batuta::views;

namespace {

QJsonObject tokens()
{
    QFile file(":/theme/tokens.json");
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Relative luminance and contrast of WCAG 2.2.
double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return qMax(first, second) / qMin(first, second);
}

/// The colour of a path such as `status.failed.fg` or `series.2` (counted from 1) in a theme.
QColor colorAt(const QJsonObject &theme, const QString &path)
{
    QJsonValue value = theme;
    for (const QString &part : path.split('.'))
        value = value.isArray() ? value.toArray().at(part.toInt() - 1) : value.toObject().value(part);
    return QColor(value.toString());
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private slots:
    void everyListedPairKeepsItsContrast()
    {
        const QJsonObject all = tokens();
        int checked = 0;
        for (const QJsonValue &entry : all["contrast"].toObject()["pairs"].toArray()) {
            const QJsonObject pair = entry.toObject();
            const QJsonObject theme = all["color"].toObject()[pair["theme"].toString()].toObject();
            const QStringList names = pair["pair"].toString().split(" on ");
            const QColor above = colorAt(theme, names.value(0)), below = colorAt(theme, names.value(1));
            if (!above.isValid() || !below.isValid())
                continue;
            ++checked;
            const double ratio = contrast(above, below);
            QVERIFY2(
                ratio >= pair["min"].toDouble(),
                qPrintable(
                    QString("%1 %2: %3").arg(pair["theme"].toString(), pair["pair"].toString()).arg(ratio)));
        }
        QVERIFY2(checked > 150, qPrintable(QString::number(checked)));
    }

    void statesDifferInShapeNotOnlyInColour()
    {
        QSet<QString> shapes;
        for (int i = 0; i < kStatusCount; ++i) {
            const QString markup = iconMarkup(statusIconName(static_cast<Status>(i)));
            QVERIFY(!markup.isEmpty());
            shapes.insert(markup);
        }
        QCOMPARE(shapes.size(), kStatusCount);
    }

    void everyIconThatTheWindowNamesExists()
    {
        static const QRegularExpression named(
            R"((?:Button\([^;]*?,\s*|setIconName\(|pixmap\(|icon\(|addButton\([^;]*?,\s*)\"([a-z]+)\")");
        int found = 0;
        QDirIterator files(BATUTA_SOURCE_DIR "/views", {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto names = named.globalMatch(QString::fromUtf8(file.readAll()));
            while (names.hasNext()) {
                const QString name = names.next().captured(1);
                ++found;
                QVERIFY2(!iconMarkup(name).isEmpty(), qPrintable(file.fileName() + ": " + name));
            }
        }
        QVERIFY(found > 20);
    }

    void anIconIsDrawnInTheColourThatIsAskedFor()
    {
        Theme theme;
        const QImage red =
            theme.pixmap("play", 16, Qt::red, 2).toImage().convertToFormat(QImage::Format_ARGB32);
        QCOMPARE(red.size(), QSize(32, 32));
        int painted = 0;
        for (int y = 0; y < red.height(); ++y)
            for (int x = 0; x < red.width(); ++x)
                if (qAlpha(red.pixel(x, y)) > 200) {
                    ++painted;
                    QCOMPARE(qRed(red.pixel(x, y)), 255);
                    QVERIFY(qGreen(red.pixel(x, y)) < 10);
                }
        QVERIFY(painted > 20);
    }

    void anUnknownIconIsEmptyAndNoCrash() { QVERIFY(iconMarkup("no_such_icon").isEmpty()); }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
