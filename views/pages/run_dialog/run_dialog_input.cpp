// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of RunDialog that hears keys and drops, wherever in it the focus is.
#include "views/pages/run_dialog/form_pane.h"
#include "views/pages/run_dialog/preset_bar.h"
#include "views/pages/run_dialog/run_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>

namespace batuta::views {
namespace {

constexpr qint64 kLargestFile = 1024 * 1024;

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

void RunDialog::showEvent(QShowEvent *event)
{
    // Editors have keys of their own; those of the dialog come first.
    qApp->installEventFilter(this);
    if (m_launcher.hasTarget())
        m_form->focusFirst();
    QWidget::showEvent(event);
}

void RunDialog::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    if (m_launcher.hasTarget())
        m_launcher.memory().keepLastValues(m_launcher.form().input());
    QWidget::hideEvent(event);
}

void RunDialog::focusInEvent(QFocusEvent *event)
{
    m_form->focusFirst();
    QWidget::focusInEvent(event);
}

void RunDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool RunDialog::isOurs(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && (widget == this || isAncestorOf(widget));
}

bool RunDialog::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        if (!isOurs(watched))
            break;
        const bool isPress = event->type() == QEvent::KeyPress;
        if (!handleKey(*static_cast<QKeyEvent *>(event), isPress))
            break;
        event->accept();
        return true;
    }
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        if (!isOurs(watched) || !drop->mimeData()->hasUrls())
            break;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            dropFile(drop->mimeData());
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

/// Whether the key is one of the dialog's; acts on it when it is pressed, not when it is only announced.
bool RunDialog::handleKey(const QKeyEvent &key, bool isPress)
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    const bool isControl = modifiers == Qt::ControlModifier, isAlt = modifiers == Qt::AltModifier;
    std::function<void()> act;
    if (isControl && isEnter(key))
        act = [this] {
            if (isProduction())
                emit told(tr("In production only the button runs it"));
            else
                run();
        };
    else if (isEnter(key) && m_run->hasFocus() && isProduction())
        act = [] {}; // Enter never confirms in production
    else if (isControl && key.key() == Qt::Key_J)
        act = [this] { m_form->setJson(!m_form->isJson()); };
    else if (isControl && key.key() == Qt::Key_S)
        act = [this] {
            if (m_launcher.hasTarget())
                m_presets->askName();
        };
    else if (isAlt && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down))
        act = [this, older = key.key() == Qt::Key_Up] { m_presets->step(older ? 1 : -1); };
    else if (key.key() == Qt::Key_Escape && modifiers == Qt::NoModifier)
        act = [this] {
            if (!m_presets->cancelNaming())
                emit closeRequested();
        };
    else if (key.matches(QKeySequence::Undo) && !m_form->isTypingJson() &&
             !m_presets->isAncestorOf(focusWidget()))
        act = [this] { m_launcher.form().undoStack().undo(); };
    else if (key.matches(QKeySequence::Redo) && !m_form->isTypingJson() &&
             !m_presets->isAncestorOf(focusWidget()))
        act = [this] { m_launcher.form().undoStack().redo(); };
    if (act && isPress)
        act();
    return static_cast<bool>(act);
}

void RunDialog::dropFile(const QMimeData *dropped)
{
    const QString name = dropped->urls().value(0).toLocalFile();
    const QFileInfo info(name);
    if (!m_launcher.hasTarget())
        return tell(true, tr("Choose a flow before dropping an input."), {});
    if (dropped->urls().size() != 1 || !info.isFile())
        return tell(true, tr("Drop one JSON file of this computer."), {});
    if (info.size() > kLargestFile)
        return tell(true, tr("%1 is too large: %2.").arg(info.fileName(), sizeWord(info.size())),
                    tr("Up to %1 fits.").arg(sizeWord(kLargestFile)));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return tell(true, tr("%1 cannot be read.").arg(info.fileName()), file.errorString());
    fillFrom(file.read(kLargestFile));
    if (m_notice->isHidden())
        emit told(tr("Filled from %1").arg(info.fileName()));
}

} // namespace batuta::views
