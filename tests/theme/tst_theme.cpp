// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

using namespace batuta::views;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }

    void switchesAtRunTimeAndEveryWidgetFollows()
    {
        m_theme.setMode(ThemeMode::Light);
        QLineEdit field;
        field.show();
        const QColor before = field.palette().color(QPalette::Base);
        QSignalSpy changed(&m_theme, &Theme::changed);
        m_theme.setMode(ThemeMode::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_theme.isDark());
        QTRY_VERIFY(field.palette().color(QPalette::Base) != before);
        QCOMPARE(field.palette().color(QPalette::Base), m_theme.colors().panel);
        m_theme.setMode(ThemeMode::Dark);
        QCOMPARE(changed.size(), 1);
    }

    void theFontsAreThoseOfTheProgram()
    {
        QCOMPARE(QFontInfo(m_theme.font(TextStyle::Body)).family(), QString("Inter"));
        QCOMPARE(QFontInfo(m_theme.font(TextStyle::Mono)).family(), QString("JetBrains Mono"));
        QVERIFY(QFontInfo(m_theme.font(TextStyle::Mono)).fixedPitch());
        QCOMPARE(m_theme.font(TextStyle::Title).weight(), int(QFont::DemiBold));
    }

    void textScaleMakesLettersAndRowsLarger()
    {
        const int row = m_theme.rowHeight(), title = m_theme.font(TextStyle::Title).pixelSize();
        m_theme.setTextScale(1.3);
        QVERIFY(m_theme.rowHeight() > row);
        QVERIFY(m_theme.font(TextStyle::Title).pixelSize() > title);
        m_theme.setTextScale(9); // brought into its range
        QCOMPARE(m_theme.textScale(), 1.3);
        m_theme.setTextScale(1);
    }

    void everyControlIsPaintedInBothThemes_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << int(ThemeMode::Light);
        QTest::newRow("dark") << int(ThemeMode::Dark);
    }

    void everyControlIsPaintedInBothThemes()
    {
        QFETCH(int, mode);
        m_theme.setMode(static_cast<ThemeMode>(mode));
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *check = new QCheckBox("on");
        check->setChecked(true);
        auto *tabs = new QTabBar;
        tabs->addTab("one");
        tabs->addTab("two");
        for (QWidget *widget :
             std::initializer_list<QWidget *>{new QLineEdit("text"), check, new QComboBox, new QSpinBox,
                                              new QPushButton("push"), tabs, new QScrollBar(Qt::Vertical)})
            row->addWidget(widget);
        window.resize(700, 80);
        window.show();
        const QImage picture = window.grab().toImage();
        // Ground, border and text at least: a style that paints nothing would leave one colour.
        QSet<QRgb> colours;
        for (int x = 0; x < picture.width(); ++x)
            for (int y = 0; y < picture.height(); ++y)
                colours.insert(picture.pixel(x, y));
        QVERIFY(colours.contains(m_theme.colors().panel.rgb()));
        QVERIFY(colours.contains(m_theme.colors().borderControl.rgb()));
        QVERIFY(colours.contains(m_theme.colors().accent.solid.rgb()));
        QVERIFY(colours.size() > 20);
    }

    void aBarTellsItsStateWithoutColour()
    {
        const auto grey = [&](Status status) {
            QImage image(60, 12, QImage::Format_RGB32);
            image.fill(m_theme.colors().panel);
            QPainter painter(&image);
            drawStatusBar(painter, QRectF(2, 1, 56, 10), status, m_theme.colors(), true);
            painter.end();
            return image.convertToFormat(QImage::Format_Grayscale8);
        };
        QList<QImage> seen;
        for (int i = 0; i < kStatusCount; ++i) {
            const QImage picture = grey(static_cast<Status>(i));
            QVERIFY(!seen.contains(picture));
            seen.append(picture);
        }
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
