// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollArea>
#include <QTest>

namespace batuta::tests {

/// A person at the window: presses keys, types and clicks, and counts that. A gesture is a key chord, a text
/// that is typed at once, a click, or a turn of the wheel. Texts go wherever the focus is.
class Hand
{
public:
    explicit Hand(QWidget &window)
        : m_window(window)
    {
        m_clock.start();
    }

    int gestures() const { return m_gestures; }
    double seconds() const { return static_cast<double>(m_clock.elapsed()) / 1000.0; }
    /// What did not go as it should; "" when all did.
    QString trouble() const { return m_trouble; }

    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_gestures;
        QTest::keyClick(focused(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void type(const QString &text)
    {
        ++m_gestures;
        const QStringList lines = text.split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                QTest::keyClick(focused(), Qt::Key_Return);
            for (const QChar letter : lines[i])
                press(letter);
        }
        settle();
    }
    /// Types over what the field that has the focus says, all of it.
    void replace(const QString &text)
    {
        key(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    void click(QWidget *widget)
    {
        ++m_gestures;
        auto *area = qobject_cast<QAbstractScrollArea *>(widget);
        QWidget *at = area ? area->viewport() : widget;
        // Of a box with a tick only what is painted can be hit.
        const bool isTick = qobject_cast<QCheckBox *>(widget);
        const QRect place = isTick ? QRect(QPoint(), widget->sizeHint()) : at->rect();
        QTest::mouseClick(at, Qt::LeftButton, {}, place.center());
        QCoreApplication::processEvents();
    }
    /// Moves to the last control of that accessible name in the pane: by Tab when it is one or two stops
    /// away, else by turning the wheel until it is seen, and a click.
    bool into(QWidget &pane, const QString &name)
    {
        QWidget *wanted = nullptr; // what has just been made may still be read
        (void)QTest::qWaitFor([&] { return (wanted = find(pane, name)) != nullptr; }, 2'000);
        if (!wanted) {
            m_trouble = "no control is called " + name;
            return false;
        }
        m_isClicked = false;
        if (isNear(pane, wanted))
            return true;
        settle();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what unfolded has its place
        for (QWidget *up = wanted->parentWidget(); up; up = up->parentWidget())
            if (auto *scroll = qobject_cast<QScrollArea *>(up); scroll && isHidden(*scroll, *wanted)) {
                ++m_gestures;
                scroll->ensureWidgetVisible(wanted, 0, 60);
                QCoreApplication::processEvents();
            }
        click(wanted);
        m_isClicked = true;
        settle();
        return true;
    }
    /// The same for what is switched, chosen or unfolded: the space bar does it where Tab has led.
    bool press(QWidget &pane, const QString &name)
    {
        if (!into(pane, name))
            return false;
        if (!m_isClicked)
            key(Qt::Key_Space);
        settle();
        return true;
    }
    /// Chooses in a list that folds out, by its arrow keys.
    bool choose(QWidget &pane, const QString &name, const QString &choice)
    {
        if (!into(pane, name))
            return false;
        auto *list = qobject_cast<QComboBox *>(find(pane, name));
        const int row = list ? list->findText(choice) : -1;
        if (row < 0) {
            m_trouble = name + " does not offer " + choice;
            return false;
        }
        const bool isOpen = list->view()->isVisible();
        while (true) {
            const int now = isOpen ? list->view()->currentIndex().row() : list->currentIndex();
            if (now == row)
                break;
            ++m_gestures;
            QTest::keyClick(isOpen ? static_cast<QWidget *>(list->view()) : list,
                            now < row ? Qt::Key_Down : Qt::Key_Up);
        }
        if (isOpen) {
            ++m_gestures;
            QTest::keyClick(list->view(), Qt::Key_Return);
        }
        settle();
        return true;
    }
    static QWidget *find(const QWidget &pane, const QString &name)
    {
        QWidget *found = nullptr;
        for (QWidget *each : pane.findChildren<QWidget *>()) {
            const QString own = each->accessibleName();
            const auto *button = qobject_cast<QAbstractButton *>(each);
            const bool isIt = own == name || own == name + ", required" || (button && button->text() == name);
            if (isIt && each->isVisible() && each->isEnabled() && each->focusPolicy() != Qt::NoFocus)
                found = each;
        }
        return found;
    }

private:
    void press(QChar letter)
    {
        if (letter.unicode() < 128)
            return QTest::keyClick(focused(), letter.toLatin1());
        QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter)); // QTest knows ASCII only
        QCoreApplication::sendEvent(focused(), &key);
    }
    /// Without a window system the window does not become active again when a popup closes.
    void settle()
    {
        QCoreApplication::processEvents();
        if (!QApplication::activePopupWidget() && QApplication::activeWindow() != &m_window)
            m_window.activateWindow();
        QCoreApplication::processEvents();
    }
    QWidget *focused() const
    {
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : &m_window;
    }
    static bool isHidden(const QScrollArea &scroll, const QWidget &widget)
    {
        const QRect place(widget.mapTo(&scroll, QPoint()), widget.size());
        return !scroll.rect().contains(place.center());
    }
    bool isNear(QWidget &pane, const QWidget *wanted)
    {
        if (focused() == wanted)
            return true;
        QWidget *const before = QApplication::focusWidget();
        if (!before || !pane.isAncestorOf(before))
            return false;
        for (int stops = 1; stops <= 2; ++stops) {
            QTest::keyClick(focused(), Qt::Key_Tab);
            QCoreApplication::processEvents();
            if (QApplication::focusWidget() == wanted) {
                m_gestures += stops;
                return true;
            }
        }
        return false; // looked ahead with the eyes: only the click counts
    }

    QWidget &m_window;
    QElapsedTimer m_clock;
    int m_gestures = 0;
    bool m_isClicked = false;
    QString m_trouble;
};

} // namespace batuta::tests
