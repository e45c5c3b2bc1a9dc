// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/theme/theme.h"

#include <QBoxLayout>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

namespace batuta::tests {

/// A window with an EditCanvas on a document, as the editor's page has it. A theme must be installed.
class CanvasWindow
{
public:
    explicit CanvasWindow(const std::string &text)
        : document("flows/ml/sample.yaml", text)
        , page(&window)
    {
        (new QVBoxLayout(&window))->addWidget(&page);
        canvas = new views::EditCanvas(document, commands, &page, &page);
        (new QVBoxLayout(&page))->addWidget(canvas);
        window.resize(1100, 640);
        window.show();
        window.activateWindow();
        canvas->view().setFocus();
    }

    views::EditView &view() const { return canvas->view(); }
    const views::FlowGraph &graph() const { return view().flowScene().graph(); }
    bool shows(const std::string &step) const { return graph().find(step) >= 0; }
    QPoint at(const QPointF &point) const { return view().mapFromScene(point); }
    QPoint middleOf(const std::string &step) const { return at(view().boxOfStep(step).center()); }
    QPoint outOf(const std::string &step) const
    {
        const QRectF box = view().boxOfStep(step);
        return at({box.right(), box.center().y()});
    }

    void click(const std::string &step, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, keys, middleOf(step));
    }

    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, from);
        for (const QPoint &point : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, point, view().viewport()->mapToGlobal(point), Qt::NoButton,
                             Qt::LeftButton, {});
            QCoreApplication::sendEvent(view().viewport(), &move);
        }
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, to);
    }

    void drop(const QPoint &to, const QByteArray &kind)
    {
        QMimeData data;
        data.setData(views::EditView::kKindMime, kind);
        QDragEnterEvent enter(to, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view().viewport(), &enter);
        QDragMoveEvent move(to, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view().viewport(), &move);
        QDropEvent event(to, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view().viewport(), &event);
    }

    QString needsOf(const std::string &step) const
    {
        QStringList needs;
        for (const std::string &need : document.flowText()->needsOf(step))
            needs << QString::fromStdString(need);
        return needs.join(' ');
    }

    views::FlowDocument document;
    views::CommandRegistry commands;
    QWidget window;
    QWidget page;
    views::EditCanvas *canvas = nullptr;
};

} // namespace batuta::tests
