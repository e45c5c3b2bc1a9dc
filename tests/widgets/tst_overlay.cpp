// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/theme.h"
#include "views/widgets/overlay.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace batuta::views;

class TestOverlay : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_theme.install();
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_behind = new QLineEdit(m_window.get());
        m_panel = new QWidget;
        auto *column = new QVBoxLayout(m_panel);
        m_first = new QLineEdit;
        m_last = new QPushButton("ok");
        m_last->setFocusPolicy(Qt::StrongFocus);
        column->addWidget(m_first);
        column->addWidget(m_last);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_behind->setFocus();
        m_overlay = new Overlay(m_window.get(), m_panel, {400, 300});
        m_overlay->open();
    }

    void coversTheWindowAndStaysInItsMiddle()
    {
        QCOMPARE(m_overlay->size(), m_window->size());
        QCOMPARE(m_panel->size(), QSize(400, 300));
        QCOMPARE(m_panel->geometry().center().x(), m_window->rect().center().x());
        m_window->resize(420, 260);
        QTRY_COMPARE(m_overlay->size(), m_window->size());
        QVERIFY(m_window->rect().contains(m_panel->geometry()));
    }

    void keepsTheFocusInside()
    {
        QVERIFY(m_panel->isAncestorOf(QApplication::focusWidget()));
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(m_panel->isAncestorOf(QApplication::focusWidget()));
        }
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
            QVERIFY(m_panel->isAncestorOf(QApplication::focusWidget()));
        }
    }

    void escClosesItAndGivesTheFocusBack()
    {
        QSignalSpy closed(m_overlay, &Overlay::closed);
        QPointer<Overlay> gone(m_overlay);
        QTest::keyClick(m_first, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(QApplication::focusWidget(), m_behind);
        QTRY_VERIFY(!gone);
    }

    void aClickBesideThePanelLosesNothing()
    {
        QSignalSpy closed(m_overlay, &Overlay::closed);
        QTest::mouseClick(m_overlay, Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(closed.size(), 0);
        QVERIFY(m_overlay->isVisible());
    }

    /// Pages add theirs for the whole window.
    void commandsOfThePageBelowAreNotHeard()
    {
        QWidget page(m_window.get());
        page.show();
        QAction below(&page), own(m_window.get());
        below.setShortcut(Qt::CTRL | Qt::Key_Return);
        own.setShortcut(Qt::CTRL | Qt::Key_K);
        page.addAction(&below);
        m_window->addAction(&own);
        QSignalSpy heardBelow(&below, &QAction::triggered), heardOwn(&own, &QAction::triggered);
        QTest::keyClick(m_first, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(m_last, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(heardBelow.size(), 0);
        QTest::keyClick(m_first, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(heardOwn.size(), 1);
        m_overlay->close();
        QTest::keyClick(m_behind, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(heardBelow.size(), 1);
    }

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_behind = nullptr;
    QWidget *m_panel = nullptr;
    QLineEdit *m_first = nullptr;
    QPushButton *m_last = nullptr;
    Overlay *m_overlay = nullptr;
};

QTEST_MAIN(TestOverlay)
#include "tst_overlay.moc"
