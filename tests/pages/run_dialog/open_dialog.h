// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/run_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace batuta::tests {

/// The dialog in an overlay of a window, as a person finds it.
class OpenDialog
{
public:
    OpenDialog(views::Context context, const QString &flow, const QString &input = {})
        : dialog(new views::RunDialog(context, nullptr))
        , started(dialog, &views::RunDialog::started)
        , closed(dialog, &views::RunDialog::closeRequested)
        , told(dialog, &views::RunDialog::told)
    {
        m_window.resize(1440, 900);
        m_window.show();
        m_isActive = QTest::qWaitForWindowActive(&m_window);
        auto *overlay = new views::Overlay(&m_window, dialog, {1000, 648}); // a child of the window
        dialog->setFlow(flow, input);
        overlay->open();
    }

    bool isActive() const { return m_isActive; }
    QWidget &window() { return m_window; }
    /// The control of a field, found by the name that it tells a screen reader.
    template <class Control> Control *field(const QString &name) const
    {
        for (Control *control : dialog->findChildren<Control *>())
            if (control->accessibleName().section(',', 0, 0) == name)
                return control;
        return nullptr;
    }
    QAbstractButton *button(const QString &start) const
    {
        for (QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->text().startsWith(start))
                return button;
        return nullptr;
    }
    /// Whether a visible label has this text.
    bool says(const QString &part) const
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    }
    QStringList verdicts() const
    {
        const QAbstractItemModel *steps = dialog->findChild<QListView *>("plan")->model();
        QStringList all;
        for (int i = 0; i < steps->rowCount(); ++i)
            all << steps->index(i, 0).data(views::PlanModel::VerdictRole).toString();
        return all;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = m_window.focusWidget();
        QTest::keyClick(focus ? focus : dialog, static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(m_window.focusWidget(), text); }
    QString focused() const
    {
        const QWidget *focus = m_window.focusWidget();
        return focus ? focus->accessibleName().section(',', 0, 0) : QString();
    }

private:
    QWidget m_window; ///< owns the overlay, and that the dialog
    bool m_isActive = false;

public:
    views::RunDialog *dialog;
    QSignalSpy started, closed, told;
};

} // namespace batuta::tests
