// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of PayloadView that gives the payload away: copies and files.
#include "views/widgets/payload/payload_view.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QTreeView>

namespace batuta::views {

void PayloadView::fillMenu()
{
    m_menu->clear();
    const bool isTree = mode() == Mode::Tree && chosen().isValid();
    const auto add = [this](const QString &text, void (PayloadView::*act)(), bool can, const QString &key) {
        QAction *action = m_menu->addAction(key.isEmpty() ? text : text + '\t' + key, this, act);
        action->setEnabled(can);
    };
    add(tr("Copy the value"), &PayloadView::copyValue, isTree || !m_rows->selectedText().isEmpty(),
        QKeySequence(Qt::CTRL | Qt::Key_C).toString(QKeySequence::NativeText));
    add(tr("Copy its path"), &PayloadView::copyPath, isTree, {});
    add(tr("Copy its JSON pointer"), &PayloadView::copyPointer, isTree,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C).toString(QKeySequence::NativeText));
    m_menu->addSeparator();
    add(tr("Copy all of it"), &PayloadView::copyAll, true, {});
    add(tr("Save to a file…"), &PayloadView::save, !m_payload.body.empty(), {});
    if (mode() != Mode::Tree && isJson())
        m_menu->addAction(tr("Path and pointer can be copied in the tree."))->setEnabled(false);
}

QModelIndex PayloadView::chosen() const
{
    return m_treeView->currentIndex();
}

void PayloadView::copy(const QString &text)
{
    QApplication::clipboard()->setText(text);
    emit told(tr("Copied."));
}

void PayloadView::copyAll()
{
    copy(mode() == Mode::Pretty ? text() : QString::fromStdString(m_payload.body));
}

void PayloadView::copyValue()
{
    const QString text = mode() == Mode::Tree ? m_tree->value(chosen()) : m_rows->selectedText();
    if (!text.isEmpty())
        copy(text);
}

void PayloadView::copyPath()
{
    if (chosen().isValid())
        copy(m_tree->path(chosen()));
}

void PayloadView::copyPointer()
{
    if (chosen().isValid())
        copy(m_tree->pointer(chosen()));
}

QString PayloadView::writeTo(const QString &file) const
{
    QSaveFile out(file);
    const auto size = static_cast<qint64>(m_payload.body.size());
    if (!out.open(QIODevice::WriteOnly) || out.write(m_payload.body.data(), size) != size || !out.commit())
        return tr("%1 cannot be written: %2").arg(file, out.errorString());
    return {};
}

void PayloadView::save()
{
    auto *choice = new QFileDialog(this, tr("Save the payload"));
    choice->setAttribute(Qt::WA_DeleteOnClose);
    choice->setAcceptMode(QFileDialog::AcceptSave);
    choice->setDefaultSuffix(isJson() ? "json" : "txt");
    choice->selectFile(m_payload.name + (isJson() ? ".json" : ".txt"));
    connect(choice, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const QString problem = writeTo(file);
        emit told(problem.isEmpty() ? tr("%1 is written").arg(file) : problem);
    });
    choice->open();
}

} // namespace batuta::views
